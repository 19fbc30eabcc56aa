"""Bytes in, a Table out: reading, typing, roles, known exports, privacy, and a receipt of every repair."""

from segmentation.tables.read import read_table
from segmentation.tables.receipt import Guess, Receipt, Repair, reason_in_words
from segmentation.tables.table import Column, Table

__all__ = ["Column", "Guess", "Receipt", "Repair", "Table", "read_table", "reason_in_words"]
