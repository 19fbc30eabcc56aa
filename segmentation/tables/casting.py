"""Which column plays which role? What the user said comes first, then what a known export says, then what headers and values say.

A role goes to one column only. Where the usual column is missing, the next best stands in, and the reason says so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from segmentation.tables.exports import Export
from segmentation.tables.exports.known import plain
from segmentation.tables.exports.service import is_form
from segmentation.tables.gaps import goes_with, is_bare_number, likely, stands_for, tells_itself
from segmentation.tables.kinds import Header
from segmentation.tables.roles import ADDED_ROLES, Claim, assign, claims, seconds
from segmentation.tables.sums import told_by_parts, told_by_sums
from segmentation.tables.types import Look, Typed

_STANDS_IN = ("email", "name", "phone", "iban")
_FACTORS = frozenset({"quantity", "price", "amount"})
_OF_ORDERS = frozenset({"amount", "shipping", "tax", "discount"})  # may be those of a whole order, on each of its lines
_SURE, _LIKELY = 0.85, 0.6
_SEVERAL = 3  # orders of more than one line
_BY_MEASURE = re.compile(r"kilo|liter|meter|uur|dag|week|maand|jaar|stuk|advies|richt|hour|day|month|year|list", re.IGNORECASE)
_KIND_OF = re.compile(r"\s*(?:soort|type|kind(?: of)?|type of|sort of)\s", re.IGNORECASE)


@dataclass
class Facts:
    """What is gathered about the columns on the way."""

    text: pd.DataFrame
    looks: dict[str, Look]
    types: dict[str, Typed]
    reasons: dict[str, tuple[str, float]] = field(default_factory=dict)


def cast(columns: list[Header], kind: str, export: Export | None, own: dict[str, str | None], facts: Facts) -> dict[str, str]:
    """Role → column: what the user said, then what the export says, then what header, values and types say together."""
    names = {column.name for column in columns}
    taken = {role: column for role, column in own.items() if column is not None and column in names}
    facts.reasons.update(dict.fromkeys(taken.values(), ("user", 1.0)))
    barred = {role for role, column in own.items() if column is None}
    told = export.mapping(names_in_order(columns)) if export else {}
    for role, column in told.items():
        if role not in taken and role not in barred and column not in taken.values():
            taken[role] = column
            facts.reasons[column] = ("export", 0.99)
    sums = told_by_sums(columns, facts.text) | told_by_parts(columns, facts.text) if kind == "purchases" and not export else set()
    found = claims(columns, kind, sums)
    never = {column.name for column in columns if export and plain(column.name) in export.none}
    if export and taken.keys().isdisjoint({"price", "amount"}):
        export = replace(export, once=frozenset())  # without a price per line the total of an order, told once, is the money there is
    if export:
        _note_order_totals(columns, export, taken, facts)
        barred |= {"since", "due_date"} if is_form(export.code) else {"amount"} if export.repeats | export.once else set()
        found = [claim for claim in found if claim.column not in never and (is_form(export.code) or _is_extra(claim, export, told, names))]
    else:
        found = _lines_before_orders(found, taken, facts)
    given = assign(found, taken, tuple(barred))
    if "customer" in given and not facts.looks[given["customer"].column].filled and len(facts.text):
        del given["customer"]  # a column for it, but nothing in it
    if "customer" not in taken and "customer" not in barred:
        _one_name(given)
    for role, claim in given.items():
        taken[role] = claim.column
        facts.reasons[claim.column] = (claim.reason, min(claim.score, 0.99))
    if not export:
        _drop_order_totals(taken, own, facts)
        facts.reasons.update({column: ("second", 0.6) for column in seconds(found, taken) if column not in facts.reasons})
    for role, column in likely(columns, kind, taken, barred, facts.text, set(facts.reasons) | never).items():
        taken[role] = column
        facts.reasons[column] = ("other_columns", 0.5)
    _name_by_kind(columns, kind, taken, own)
    _priced_by_the_line(columns, kind, export, taken, own, facts)
    _only_day(columns, kind, taken, own)
    _number_of_a_ticket(columns, kind, taken, own)
    if not export:
        _when_it_was_sent(columns, kind, taken, own)
    _mail_before_names(columns, taken, own)
    _number_before_words(columns, kind, taken, own, facts)
    _stand_in(taken, barred, kind, facts)
    numbers = {column.name for column in columns if "ID" in column.ideas} - set(taken.values())
    if "customer" not in taken and "customer" not in barred and kind == "purchases":  # one customer with all orders is a customer still
        for claim in [claim for claim in found if claim.role == "customer" and claim.column in numbers][:1]:
            taken["customer"], facts.reasons[claim.column] = claim.column, (claim.reason, claim.score)
    place = {column.name: number for number, column in enumerate(columns)}
    return dict(sorted(taken.items(), key=lambda item: (place[item[1]], item[0] in _STANDS_IN)))


def _is_extra(claim: Claim, export: Export, told: Mapping[str, str], names: set[str]) -> bool:
    """Whether a column that the export does not explain may still have a role: what people added about customers, and whatever a table
    that only looks like the export says plainly."""
    if claim.role in told or plain(claim.column) in export.repeats | export.once:
        return False
    of_orders = claim.role in _OF_ORDERS and bool(export.repeats | export.once)
    if claim.score >= _SURE and claim.role in dict(export.roles) and not of_orders:
        return True  # what this program tells, under a name that it has in another version
    alike = export.hits({plain(name) for name in names}) >= 0.75 * len(export.marks)
    return claim.score >= 0.8 and claim.role in ADDED_ROLES if alike else claim.score >= 0.6


def _note_order_totals(columns: Sequence[Header], export: Export, taken: Mapping[str, str], facts: Facts) -> None:
    """Say of the figures of a whole order that they may not be added up over its lines."""
    for column in columns:
        if column.name not in taken.values():
            repeats, once = plain(column.name) in export.repeats, plain(column.name) in export.once
            if repeats or once:
                facts.reasons[column.name] = ("order_total_repeats" if repeats else "order_total_once", 0.99)


def _lines_before_orders(found: list[Claim], taken: Mapping[str, str], facts: Facts) -> list[Claim]:
    """Of several columns that may be the amount, those that say the same on every line of an order go, when another differs from line to line."""
    order = taken.get("order") or next((claim.column for claim in found if claim.role == "order"), None)
    decided = {order, *taken.values()}
    sums = [claim.column for claim in found if claim.role == "amount" and claim.score >= _LIKELY and claim.column not in decided]
    if order is None or len(sums) < 2:
        return found
    cells = facts.text[[order, *sums]].head(10_000)
    cells = cells[(cells[order] != "") & cells[order].duplicated(keep=False)]
    told = (cells[sums] != "").groupby(cells[order]).sum() == 1  # by one line only
    different = (cells.groupby(order)[sums].nunique() > 1) & ~told
    if len(different) < _SEVERAL or not (different.mean() >= 0.5).any():
        return found
    whole = {name for name in sums if different[name].mean() <= 0.05}
    facts.reasons.update({name: ("order_total_once" if told[name].mean() > 0.8 else "order_total_repeats", 0.9) for name in whole})
    return [claim for claim in found if claim.role != "amount" or claim.column not in whole]


def _drop_order_totals(taken: dict[str, str], own: Mapping[str, str | None], facts: Facts) -> None:
    """An amount that is the same on every line of an order, while price × quantity differ, is a total of the order: no role for it."""
    if "amount" in own or not {"order", "amount", "price"} <= set(taken):
        return
    cells = facts.text[[taken["order"], taken["amount"], taken["price"]]].head(10_000)
    cells.columns = pd.Index(["order", "amount", "price"])
    cells = cells.assign(blank=cells.amount == "")
    orders = cells[cells.order != ""].groupby("order", sort=False)
    lines = orders.agg(rows=("price", "size"), amounts=("amount", "nunique"), prices=("price", "nunique"), blank=("blank", "sum"))
    several = lines[(lines.rows > 1) & (lines.prices > 1)]
    if len(several) < 2:
        return
    once = (several.blank == several.rows - 1).mean() > 0.8
    if once or (several.amounts == 1).mean() > 0.95:
        facts.reasons[taken.pop("amount")] = ("order_total_once" if once else "order_total_repeats", 0.9)


def _name_by_kind(columns: Sequence[Header], kind: str, taken: dict[str, str], own: Mapping[str, str | None]) -> None:
    """Among purchases without a product, the kind of a thing that has a word of its own ("kind of honey") is what was sold."""
    if kind != "purchases" or {"product", "product_name"} & (taken.keys() | own.keys()) or "category" in own:
        return
    for column in columns:
        if column.name == taken.get("category") and _KIND_OF.match(column.name) and set(column.ideas) in ({"CATEGORY", "PRODUCT"}, {"CATEGORY", "?"}):
            taken["product_name"] = taken.pop("category")
            return


def _number_before_words(columns: Sequence[Header], kind: str, taken: dict[str, str], own: Mapping[str, str | None], facts: Facts) -> None:
    """Customers told in words beside a number, under whatever word, of which each goes with one of them: the number says who it is, the words are a name."""
    column = next((one for one in columns if one.name == taken.get("customer")), None)
    if column is None or "customer" in own or kind == "customers" or "ID" in column.ideas or column.typed.type not in ("text", "category"):
        return
    for one in columns:
        if one.name not in taken.values() and is_bare_number(one) and stands_for(facts.text[[one.name, column.name]].head(5000)):
            taken["customer"], facts.reasons[one.name] = one.name, ("other_columns", 0.6)
            if "name" not in taken:
                taken["name"] = column.name
            return


def _priced_by_the_line(columns: Sequence[Header], kind: str, export: Export | None, taken: dict[str, str], own: Mapping[str, str | None], facts: Facts) -> None:
    """A price where neither a number of pieces nor another sum stands is what the line brings in."""
    if kind == "purchases" and export is None and "price" in taken and not {"amount", "quantity"} & taken.keys() and not {"amount", "price", "quantity"} & own.keys():
        column = next(one for one in columns if one.name == taken["price"])
        if not {"PER", "UNIT"} & set(column.ideas) and not _BY_MEASURE.search(column.name):
            taken["amount"] = taken.pop("price")
            facts.reasons[column.name] = ("other_columns", 0.6)


def _only_day(columns: Sequence[Header], kind: str, taken: dict[str, str], own: Mapping[str, str | None]) -> None:
    """The day of payment is when it happened, where no other day stands and everything was paid."""
    paid = {one.name for one in columns if one.look.missing <= 0.02 * (one.look.filled + one.look.missing)}
    if kind in ("purchases", "ledger") and "date" not in taken and taken.get("paid_date") in paid and not {"date", "paid_date"} & own.keys():
        taken["date"] = taken.pop("paid_date")


def _number_of_a_ticket(columns: Sequence[Header], kind: str, taken: dict[str, str], own: Mapping[str, str | None]) -> None:
    """Among tickets the number of a receipt or a job, of which each stands once, is that of the ticket where nothing else is."""
    once = {one.name for one in columns if one.look.distinct >= 0.98}
    if kind == "tickets" and "ticket" not in taken and taken.get("order") in once and not {"ticket", "order"} & own.keys():
        taken["ticket"] = taken.pop("order")


def _when_it_was_sent(columns: Sequence[Header], kind: str, taken: dict[str, str], own: Mapping[str, str | None]) -> None:
    """In a list of who got a mailing, without whether it was sent, the day of sending says so."""
    days = {one.name for one in columns if "SENT" in one.ideas}
    if kind == "campaigns" and {"email", "customer", "name"} & taken.keys() and "sent" not in taken and taken.get("date") in days and not {"sent", "date"} & own.keys():
        taken["sent"] = taken.pop("date")


def _mail_before_names(columns: Sequence[Header], taken: dict[str, str], own: Mapping[str, str | None]) -> None:
    """People called customers by their name, with an e-mail address beside it: the address says better who it is, and the name is a name."""
    if {"customer", "name"} & own.keys() or "name" in taken or not {"customer", "email"} <= taken.keys() or taken["customer"] == taken["email"]:
        return
    column = next(one for one in columns if one.name == taken["customer"])
    if "ID" not in column.ideas and column.look.seen.get("person", 0.0) > 0.5:
        taken["name"] = taken.pop("customer")


def names_in_order(columns: Sequence[Header]) -> list[str]:
    return [column.name for column in columns]


def _one_name(given: dict[str, Claim]) -> None:
    """A column of people's names that took the place of a customer number stays a name when there is a number as well."""
    if "name" in given and "customer" not in given and given["name"].score < 0.56:
        claim = given.pop("name")
        given["customer"] = replace(claim, role="customer")


def _stand_in(taken: dict[str, str], barred: set[str], kind: str, facts: Facts) -> None:
    """Without a customer number the e-mail address says which customer it is, or else the name, the phone number or the account."""
    if "customer" in taken or "customer" in barred or kind in ("campaigns", "unknown"):
        return
    for role in _STANDS_IN:
        if role in taken and (role != "iban" or kind == "ledger"):
            taken["customer"] = taken[role]
            reason, certainty = facts.reasons.get(taken[role], ("header", 0.8))
            facts.reasons[taken[role]] = (f"fallback_{role}" if reason != "user" else reason, certainty)
            return


def wordless(columns: Sequence[Header], text: pd.DataFrame) -> tuple[str, dict[str, str]]:
    """Kind and roles of a table whose headers say nothing: a day, one amount and who bought are purchases, people without amounts customers.
    Where headers say little more than whose it is, a day and money make it purchases as well."""
    known = {idea for column in columns for idea in column.ideas} - {"?"}
    if known:
        dated = any(column.typed.type in ("date", "datetime") and set(column.ideas) <= {"?", "DATE"} for column in columns)
        paid = any(column.typed.type in ("money", "number") and set(column.ideas) <= {"?", "RECEIVED", "PAYMENT"} for column in columns)
        return ("purchases" if "CUSTOMER" in known and dated and paid else "unknown"), {}
    days = [column.name for column in columns if column.typed.type in ("date", "datetime")]
    sums = [column.name for column in columns if column.typed.type in ("money", "number")]
    people = [
        column
        for column in columns
        if any(column.look.seen.get(shape, 0.0) > 0.5 for shape in ("email", "phone", "iban", "person"))
    ]
    codes = [
        column
        for column in columns
        if column.typed.type in ("id", "integer") and len(column.look.counts) > 1 and not tells_itself(column.look)
    ]
    buyers = [column for column in codes if 0.005 < column.look.distinct < 0.95]
    roles = {"date": days[0]} if days else {}
    told = dict(sorted(told_by_sums(columns, text)))
    amounts = sums if len(sums) == 1 else [told["amount"]] if set(told) == _FACTORS and len(set(told.values())) == len(told) else []
    if days and amounts and (buyers or people):
        roles |= told if len(sums) > 1 else {"amount": amounts[0]}
        buyers = [column for column in buyers if column.name not in roles.values()]
        if buyers:
            roles["customer"] = max(buyers, key=lambda column: column.look.distinct).name
            named = [one.name for one in columns if one.look.seen.get("person", 0.0) > 0.5 and goes_with(text[[roles["customer"], one.name]].head(5000))]
            roles |= {"name": named[0]} if named else {}
        orders = [column.name for column in codes if column.look.distinct >= 0.95]
        return "purchases", roles | ({"order": orders[0]} if orders else {})
    if people and not sums:
        return "customers", {"since": days[0]} if len(days) == 1 else {}
    return "unknown", {}
