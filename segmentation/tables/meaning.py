"""What does a table say? The type and role of every column, the kind of table, and the cells as values.

>>> meaning = understand(pd.DataFrame({"Klantnr": ["007"], "Besteldatum": ["13-01-2024"], "Bedrag": ["€ 12,50"]}), "orders.csv")
>>> meaning.kind, meaning.roles
('purchases', {'customer': 'Klantnr', 'date': 'Besteldatum', 'amount': 'Bedrag'})
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from segmentation.errors import WrongChoice
from segmentation.language import _
from segmentation.tables.casting import Facts, cast, wordless
from segmentation.tables.exports import recognise
from segmentation.tables.kinds import headers, kind_of, kind_points
from segmentation.tables.privacy import is_bsn, is_personal
from segmentation.tables.receipt import Guess, Repair
from segmentation.tables.sql import DATED, NUMERIC
from segmentation.tables.table import Column
from segmentation.tables.told import TYPES
from segmentation.tables.types import Habits, Look, Typed, as_id, decide, look_at
from segmentation.tables.values import convert, duckdb_expression
from segmentation.tables.vocabulary import ideas

__all__ = ["Meaning", "convert", "duckdb_expression", "understand"]

_ID_ROLES = frozenset(
    {"customer", "order", "product", "ticket", "visit", "ledger_account", "phone", "postcode", "iban", "bsn", "sector"}
)
_MONEY_ROLES = frozenset({"amount", "price", "cost", "tax", "shipping", "firm_turnover"})
_DATED_IDEAS = frozenset({"DATE", "BIRTH", "CREATED", "CHANGED", "SINCE", "CLOSED", "DUE", "OPEN", "SENT", "LAST"})
_NUMERIC_IDEAS = frozenset(
    {
        "AMOUNT",
        "PRICE",
        "REVENUE",
        "QUANTITY",
        "COST",
        "NET",
        "GROSS",
        "SUBTOTAL",
        "MARGIN",
        "TAX",
        "DISCOUNT",
        "SHIPPING",
        "SCORE",
        "NPS",
        "AGE",
        "MINUTES",
    }
)


_PATTERN = r"(?:serial|(?:%[dmYyHMSpIfz]|%B|%A |[-/. ,:T]| uur| om| at)+)"
_CHOICE = re.compile(
    rf"(?:id|text|category|empty|time|boolean)|(?:integer|number|money|percent)(?::[,.]%?)?"
    rf"|(?:date|datetime)(?::(?:excel|epoch|epoch_ms|{_PATTERN}(?:\|{_PATTERN})*))?"
)


@dataclass(frozen=True, eq=False)
class Meaning:
    """What was understood: `columns` by name, `roles` (role → column), kind, known export or None, guesses, and repairs on the way.

    `refused` are columns whose cells may not be kept at all (citizen service numbers).
    """

    columns: dict[str, Column]
    roles: dict[str, str]
    kind: str
    export: str | None = None
    guesses: tuple[Guess, ...] = ()
    repairs: tuple[Repair, ...] = ()
    refused: tuple[str, ...] = ()


def understand(
    text: pd.DataFrame,
    name: str,
    *,
    roles: Mapping[str, str | None] | None = None,
    types: Mapping[str, str] | None = None,
    kind: str | None = None,
) -> Meaning:
    """The meaning of every column of a table of str cells (or of a sample of it).

    `roles` (role → column, or None for "no column"), `types` (column → type code) and `kind` are what the user decided; they go before
    everything that is found. Raises WrongChoice for a type that does not exist.
    """
    looks = {str(column): look_at(text[column].rename(str(column))) for column in text.columns}
    facts = Facts(text, looks, _types(looks))
    export = recognise(looks)
    columns = headers(list(looks.values()), facts.types)
    points = kind_points(columns)
    found, sure = (export.kind, 0.99) if export else kind_of(points)
    guess, silent = wordless(columns, facts.text) if found == "unknown" else (found, {})
    found, silent = (guess, silent) if kind in (None, guess) else (found, {})
    told = kind or found
    taken = cast(columns, told, export, {**silent, **(roles or {})}, facts)
    facts.reasons.update({column: ("other_columns", 0.5) for role, column in silent.items() if role not in (roles or {}) and column not in (roles or {}).values()})
    _settle_types(facts, taken, dict(types or {}))
    refused = tuple(column for column, look in looks.items() if taken.get("bsn") == column or is_bsn(look))
    if refused and refused[0] not in taken.values():
        taken.setdefault("bsn", refused[0])
    made = {column: _column(column, facts, taken, refused) for column in looks}
    guesses = _guesses(facts, made, "" if kind else found, sure, points)
    repairs = tuple(Repair("bsn_refused", looks[column].filled, column) for column in refused)
    return Meaning(made, taken, told, export.code if export else None, guesses, repairs, refused)


def _types(looks: Mapping[str, Look]) -> dict[str, Typed]:
    """Types of all columns: first each on its own, then the undecided ones by the habits of the others."""
    hints = {name: _hints(name) for name in looks}
    first = {name: decide(look, **hints[name]) for name, look in looks.items()}
    decimals = [typed.decimal for typed in first.values() if typed.decimal]
    orders = [typed.order for typed in first.values() if typed.order]
    habits = Habits(_commonest(decimals), _commonest(orders))
    if not habits.order and any("%p" in typed.format for typed in first.values()):
        habits = replace(habits, order="md")
    return {name: _by_habit(looks[name], typed, habits, hints[name]) for name, typed in first.items()}


def _by_habit(look: Look, typed: Typed, habits: Habits, hints: dict[str, Any]) -> Typed:
    """The type once it is known how the rest of the table writes; plain digits only learn the decimal mark."""
    if typed.doubt in ("order", "decimal"):
        return decide(look, habits=habits, **hints)
    if typed.type == "integer" and habits.decimal and not typed.point_zero:
        return replace(typed, format=habits.decimal)
    return typed


def _hints(name: str) -> dict[str, Any]:
    have = set(ideas(name))
    dated = bool(have & _DATED_IDEAS) and "QUANTITY" not in have and ("ID" not in have or "DATE" in have)
    return {
        "dated": dated,
        "numeric": bool(have & _NUMERIC_IDEAS) and "ID" not in have,
        "share": "RATE" in have and not have & {"SCORE", "NPS"},
        "coded": "ID" in have and not dated,
        "yearly": bool(have & {"BIRTH", "SINCE"}),
    }


def _commonest(votes: Sequence[str]) -> str:
    return max(sorted(set(votes)), key=votes.count) if votes else ""


def _settle_types(facts: Facts, taken: Mapping[str, str], own: Mapping[str, str]) -> None:
    """Types once the roles are known: an id is no number, money is money; then what the user said."""
    roles = {column: role for role, column in taken.items() if role != "customer"} | (
        {taken["customer"]: "customer"}
        if "customer" in taken and taken["customer"] not in {column for role, column in taken.items() if role != "customer"}
        else {}
    )
    for name, typed in facts.types.items():
        role = roles.get(name)
        have = set(ideas(name))
        if typed.type in ("integer", "number") and role in _ID_ROLES or typed.type == "integer" and role is None and _is_code(have):
            facts.types[name] = as_id(typed, facts.looks[name])
        elif typed.type == "number" and role in _MONEY_ROLES or typed.type == "integer" and role in _MONEY_ROLES:
            facts.types[name] = replace(typed, type="money")
        elif typed.type in ("category", "text") and role in _ID_ROLES and typed.codes:
            facts.types[name] = replace(typed, type="id")
        elif role in ("name", "first_name", "address", "text") and typed.type == "category":
            facts.types[name] = replace(typed, type="text")
    for name, type_ in own.items():
        if name in facts.types:
            facts.types[name] = _forced(facts.looks[name], facts.types[name], type_)


def _is_code(have: set[str]) -> bool:
    return bool(have & {"ID", "PHONE", "POSTCODE", "IBAN", "CARD"}) and not have & {"QUANTITY", "AMOUNT", "DATE", "PRICE"}


def _forced(look: Look, typed: Typed, choice: str) -> Typed:
    """The column as the type that the user chose, or as `type:format` (a decimal mark, a date pattern)."""
    type_, _sign, format_ = choice.partition(":")
    if not _CHOICE.fullmatch(choice):
        raise WrongChoice(
            _("“{type}” is no type that a column can have.").format(type=choice[:60]),
            _("Choose one of: {types}.").format(types=", ".join(TYPES)),
        )
    if format_ or type_ == typed.type:
        return Typed(type_, format_ or typed.format)
    if type_ == "id":
        return as_id(typed, look)
    if type_ in DATED:
        found = decide(look, dated=True)
        return Typed(type_, found.format if found.type in DATED else "%d-%m-%Y")
    if type_ in NUMERIC:
        found = decide(look, numeric=True)
        mark = found.format[:1] if found.format[:1] in (",", ".") else ","
        percent = type_ == "percent" and any("%" in value or len(value) > 1 and value[0] not in "0," for value in look.values)
        return Typed(type_, mark + ("%" if percent else ""))
    return Typed(type_)


def _column(name: str, facts: Facts, taken: Mapping[str, str], refused: Sequence[str]) -> Column:
    look, typed = facts.looks[name], facts.types[name]
    mine = [role for role, column in taken.items() if column == name]
    role = next((role for role in mine if role != "customer"), mine[0] if mine else None)
    reason, certainty = facts.reasons.get(name, ("", 1.0))
    if name in refused:
        return Column(name, "id", "", "bsn", "bsn_refused", 1.0, True, look.missing)
    missing = look.missing
    return Column(name, typed.type, typed.format, role, reason, round(float(certainty), 2), is_personal(look, role), missing)


def _guesses(facts: Facts, made: Mapping[str, Column], kind: str, sure: float, points: Mapping[str, float]) -> tuple[Guess, ...]:
    """Everything that could have been otherwise, with the alternatives."""
    found = []
    if kind:
        others = tuple(name for name, score in sorted(points.items(), key=lambda item: -item[1]) if name != kind and score > 0)
        found.append(Guess("kind", kind, sure, others[:3]))
    for name, typed in facts.types.items():
        if typed.alternatives and made[name].type not in ("id", "text", "empty"):
            found.append(
                Guess(f"{typed.doubt or 'type'}:{name}", typed.format or typed.type, typed.certainty, typed.alternatives)
            )
    return tuple(found)
