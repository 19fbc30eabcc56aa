"""What does a question need to be answered, which columns give it, and how does one get what is missing?

A need is one kind of fact ("returns"). A question from the library names its needs; a question in the user's own words is read for the words
that betray them, in Dutch and in English.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.plan.facts import NEEDS, Need
from segmentation.study import Question

if TYPE_CHECKING:
    from segmentation.customers import CustomerTable
    from segmentation.tables import Table


_BY_CODE = {need.code: need for need in NEEDS}


@dataclass(frozen=True)
class Service:
    """How far a question can be answered: the needs, the columns that serve, and the needs nothing serves yet."""

    needs: tuple[Need, ...]
    columns: tuple[str, ...]
    missing: tuple[Need, ...]

    @property
    def answerable(self) -> str:
        """ "yes", "partly", "no", or "unknown" when the question betrays no need."""
        if not self.needs:
            return "unknown"
        return "yes" if not self.missing else "no" if len(self.missing) == len(self.needs) else "partly"


def need(code: str) -> Need:
    return _BY_CODE[code]


def understand(text: str) -> tuple[Need, ...]:
    """The needs that a question in someone's own words betrays, in the order of `NEEDS`."""
    plain = unicodedata.normalize("NFC", text).lower()
    found = [one for one in NEEDS if re.search(one.words, plain)]
    codes = {one.code for one in found}
    if "margin" in codes and "money" not in codes:
        codes.add("money")
    return tuple(one for one in NEEDS if one.code in codes)


def needs_of(question: Question) -> tuple[Need, ...]:
    """What this question needs: as the user says, else as the library does, else as its words betray."""
    from segmentation.plan.library import by_id

    if question.needs is not None:
        return tuple(one for one in NEEDS if one.code in question.needs)

    known = by_id(question.library)
    return tuple(need(code) for code in known.needs) if known else understand(question.text)


def serve(question: Question, tables: "Iterable[Table]" = (), customers: "CustomerTable | None" = None) -> Service:
    """Which columns could answer this question, and which data are missing.

    With `customers` the columns per customer count (a column without any value does not); without, the roles that were found in the tables.
    """
    wanted = needs_of(question)
    have = _columns(customers)
    roles = [dict(table.roles) for table in tables]
    columns: list[str] = []
    missing: list[Need] = []
    for one in wanted:
        found = [name for name in one.columns if name in have] or _served_by(one, roles)
        if found:
            columns += [name for name in found if name not in columns]
        else:
            missing.append(one)
    return Service(wanted, tuple(columns), tuple(missing))


def _columns(customers: "CustomerTable | None") -> set[str]:
    if customers is None:
        return set()
    return {str(name) for name in customers.frame.columns if customers.frame[name].notna().any()}


def _served_by(one: Need, tables: Sequence[dict[str, str]]) -> list[str]:
    for roles in tables:
        if one.together:
            if all(any(role in roles for role in group) for group in one.together):
                return [next(roles[role] for role in group if role in roles) for group in one.together]
            continue
        found = [roles[role] for role in one.roles if role in roles]
        if found:
            return found
    return []
