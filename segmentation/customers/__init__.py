"""From whatever tables there are to one row per customer, which everything later stands on."""

from segmentation.customers.build import build_customers
from segmentation.customers.table import CustomerTable, Experience, Lifetime, Notice

__all__ = ["CustomerTable", "Experience", "Lifetime", "Notice", "build_customers"]
