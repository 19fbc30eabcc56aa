"""What each table brings: its kind, the column behind each role, and its typed rows on disk."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from segmentation.customers.rows import TAKEN, gaps, readable, stored
from segmentation.errors import WrongChoice
from segmentation.language import _

_KEYS = ("customer", "email", "phone", "name")


@dataclass(frozen=True, eq=False)
class Source:
    """A table as this room needs it. `key` is the column that says which customer a row belongs to.

    `blank` are the columns that may hold empty texts, `full` those without a missing value or an empty text: millions of texts need not be looked at
    where the file says so itself. `again`: the same rows stand in an earlier table. `alone`: a survey without any other table, whose answers without
    a customer number are somebody's all the same.
    """

    name: str
    kind: str
    roles: dict[str, str]
    path: Path
    columns: dict[str, Any] = field(default_factory=dict)
    fingerprint: str = ""
    rejected: int = 0
    order_totals: bool = False
    blank: frozenset[str] = frozenset()
    full: frozenset[str] = frozenset()
    again: bool = False
    alone: bool = False

    @property
    def key(self) -> str | None:
        return next((self.roles[role] for role in _KEYS if role in self.roles), TAKEN if self.alone else None)

    @property
    def key_role(self) -> str:
        return next((role for role in _KEYS if role in self.roles), "")


def sources_of(tables: tuple[Any, ...], folder: Path) -> list[Source]:
    """Each table as a Source, in an order that does not depend on how they were given."""
    some = [table for table in tables if not isinstance(table, pd.DataFrame) or len(table)] or tables  # one empty table is no accident among others
    found = [_source(table, folder, place) for place, table in enumerate(some)]
    found.sort(key=lambda source: (source.kind, source.name, source.fingerprint))
    seen, out = set(), []
    for source in found:
        mark = (source.kind, source.fingerprint, tuple(sorted(source.roles.items())))
        alone = len(found) == 1 and source.kind == "survey"
        out.append(replace(source, again=bool(source.fingerprint) and mark in seen, alone=alone))
        seen.add(mark)
    return out


def _source(table: Any, folder: Path, place: int) -> Source:
    if isinstance(table, pd.DataFrame):
        table = _read(table, folder, place)
    if not hasattr(table, "roles"):
        raise WrongChoice(
            _("Customers are built from tables, and this is something else."), _("Read the file with read_table first.")
        )
    own = Path(table.parquet()) if callable(getattr(table, "parquet", None)) else stored(table.frame, folder / f"table{place}.parquet")
    path, called = readable(own, folder / f"renamed{place}.parquet")
    roles = {role: called[column] for role, column in table.roles.items() if column in called}
    columns = {called.get(name, name): column for name, column in (getattr(table, "columns", None) or {}).items()}
    blank, full = gaps(path)
    return Source(
        name=table.name,
        kind=_kind(getattr(table, "kind", "unknown"), roles),
        roles=roles,
        path=path,
        columns=columns,
        fingerprint=str(getattr(table, "fingerprint", "")),
        rejected=len(getattr(table, "rejected", ())),
        blank=blank,
        full=full,
        order_totals=str(getattr(columns.get(roles.get("amount", "")), "reason", "")).startswith("order_total"),
    )


def _read(frame: pd.DataFrame, folder: Path, place: int) -> Any:
    """A DataFrame read like any file, so that its columns get their roles."""
    from segmentation.tables import read_table

    return read_table(stored(frame, folder / f"frame{place}.parquet"))


def _kind(kind: str, roles: dict[str, str]) -> str:
    """The kind that was recognised, or what the roles make likely."""
    if kind != "unknown":
        return kind
    if {"amount", "price", "order"} & set(roles):
        return "purchases"
    if {"sent", "open", "click", "campaign"} & set(roles):
        return "campaigns"
    if {"ticket", "opened", "subject"} & set(roles):
        return "tickets"
    if {"nps", "score", "reason", "text"} & set(roles):
        return "survey"
    if {"visit", "page"} & set(roles):
        return "visits"
    return "customers" if roles else "unknown"
