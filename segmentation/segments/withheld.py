"""Which columns of the files never reach the choice of features, and why?"""

from collections.abc import Iterable
from typing import Any

LISTS = ("customers", "survey")  # whose every column says something of one customer
FELT = ("customer", "birth_date", "postcode")  # an age or a province of them does take part
ALONE = ("id", "empty", "text")  # types of a column that without a role says nothing about a customer


def withheld(tables: Iterable[Any], customers: Any) -> dict[str, list[str]]:
    """Code of the reason → columns of customer lists and surveys that are no column of the customers, in the order of the files.

    id: only names the customer; empty: without a value; text: free text; personal: points at a person. The customer number itself is not among them.
    """
    found: dict[str, list[str]] = {}
    for table in tables:
        for name, column in table.columns.items() if table.kind in LISTS else ():
            reason = _reason(column)
            if reason and name not in customers.columns.index and name not in found.get(reason, ()):
                found.setdefault(reason, []).append(name)
    return found


def _reason(column: Any) -> str:
    if column.role in FELT:
        return ""
    if column.personal:
        return "personal"
    return column.type if column.role is None and column.type in ALONE else ""
