"""What the user should know about the data, in sentences."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segmentation.customers.table import CustomerTable


def sentences(customers: "CustomerTable") -> list[str]:
    """One sentence per notice, in the current language."""
    return [f"{notice.code}: {notice.count}" for notice in customers.notices]
