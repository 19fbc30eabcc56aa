"""What does each column mean? Its header, its values and its type together give a role, with the reason.

Reasons are codes: `header`, `values`, `header_and_values`, `export`, `user`, `other_columns` (only the rest of the table makes it likely),
`second` (another column fills this role better), `fallback_…` (the best there is when the usual column is missing).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from segmentation.tables.kinds import Header
from segmentation.tables.rules import ROLES, header_scores

_NUMBERS = frozenset({"integer", "number", "money"})
_DATES = frozenset({"date", "datetime"})
_WORDS = frozenset({"id", "text", "category", "time"})
_CODES = frozenset({"id", "text", "category", "integer"})
FITS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("customer", "order", "product", "ticket", "visit", "ledger_account", "iban", "bsn", "phone", "postcode", "sector"),
        _CODES,
    ),
    **dict.fromkeys(("amount", "price", "cost", "tax", "shipping", "firm_turnover"), _NUMBERS),
    **dict.fromkeys(("margin", "discount"), _NUMBERS | {"percent"}),
    "quantity": frozenset({"integer", "number"}),
    **dict.fromkeys(("date", "due_date", "paid_date", "since", "opened", "closed"), _DATES),
    "birth_date": _DATES | {"integer"},
    "age": frozenset({"integer", "number", "category", "text", "id"}),
    "employees": frozenset({"integer", "number", "category", "text", "id"}),
    **dict.fromkeys(
        ("product_name", "subject", "text", "reason", "name", "first_name", "address", "city", "campaign"), _WORDS | {"integer"}
    ),
    **dict.fromkeys(("category", "channel"), _WORDS | {"integer"}),
    **dict.fromkeys(("country", "education", "interest", "device", "currency", "payment", "generation", "page"), _WORDS),
    "gender": frozenset({"category", "text", "boolean", "integer"}),
    "household": _WORDS | {"integer"},
    "variant": _WORDS,
    "email": frozenset({"text", "category", "id"}),
    "status": frozenset({"category", "text", "boolean", "id", "integer"}),
    "return": frozenset({"boolean", "integer", "number", "money", "category"}),
    "minutes": _NUMBERS | {"time"},
    "score": frozenset({"integer", "number", "category"}),
    "nps": frozenset({"integer", "number"}),
    **dict.fromkeys(("sent", "open", "click", "bounce", "unsubscribe", "spam"), _NUMBERS | _DATES | {"boolean", "percent"}),
}
# What the values must look like (share), else the header is not believed; and what they say on their own, without a header.
_PROOF = {
    "email": ("email", 0.5),
    "iban": ("iban", 0.3),
    "bsn": ("bsn", 0.3),
    "phone": ("phone", 0.3),
    "postcode": ("postcode", 0.0),
}
_ALONE = {
    "email": 0.9,
    "iban": 0.9,
    "postcode": 0.85,
    "phone": 0.72,
    "gender": 0.7,
    "country": 0.72,
    "city": 0.72,
    "currency": 0.72,
}
_ENOUGH = 0.5
ADDED_ROLES = frozenset({
    "gender", "birth_date", "age", "phone", "city", "postcode", "country", "address", "sector", "employees", "household", "education", "interest", "device",
    "generation", "nps", "score", "reason", "iban", "status", "text",
})  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """How well one column fits one role, and why."""

    role: str
    column: str
    score: float
    reason: str


def claims(columns: Sequence[Header], kind: str) -> list[Claim]:
    """Every role that a column could have, the best first."""
    found = []
    for place, column in enumerate(columns):
        seen = column.look.seen
        told = header_scores(column.ideas, kind)
        for role in ROLES if column.question else (role for role in ROLES if role in told or role in _ALONE and role in seen):
            score, reason = _fit(role, column, kind, seen)
            if score >= 0.3:
                found.append(Claim(role, column.name, score - place * 1e-5, reason))
    return sorted(found, key=lambda claim: (-claim.score, claim.role))


def _fit(role: str, column: Header, kind: str, seen: Mapping[str, float]) -> tuple[float, str]:
    told = _header_score(role, column, kind)
    valued = _value_score(role, seen, column)
    if column.typed.type == "empty":
        return told * 0.6, "header"
    if column.typed.type not in FITS.get(role, _WORDS):
        valued = 0.0
    if role in _PROOF and told and seen.get(_PROOF[role][0], 0.0) < _PROOF[role][1] and column.typed.type != "empty":
        return 0.0, ""
    if column.typed.type not in FITS.get(role, _WORDS):
        told *= 0.15
    told *= _out_of_place(role, kind, column)
    told *= _doubt(role, column, seen)
    if told and valued and role != "iban":
        return min(0.99, max(told, valued) + 0.04), "header_and_values"
    return (told, "header") if told >= valued else (valued, "values")


def _header_score(role: str, column: Header, kind: str) -> float:
    if column.question:
        return _question_score(role, column)
    return header_scores(column.ideas, kind).get(role, 0.0)


def _question_score(role: str, column: Header) -> float:
    """A survey's questions are whole sentences: the kind of answer says more than the words."""
    have, type_ = set(column.ideas), column.typed.type
    numbers = [float(value) for value in column.look.values if value.replace(".", "", 1).isdigit()]
    scale = max(numbers, default=0.0)
    if (
        role == "nps"
        and type_ in _NUMBERS
        and scale <= 10
        and ("NPS" in have or "recommend" in column.name.lower() or "aanbev" in column.name.lower())
    ):
        return 0.95
    if role == "score" and type_ in _NUMBERS and scale <= 10:
        return 0.75 if "SCORE" in have else 0.0 if column.scaled else 0.6
    if role == "reason" and "REASON" in have and type_ in _WORDS:
        return 0.8
    if role == "text" and type_ in ("text", "category", "id"):
        return 0.7 if "TEXT" in have else 0.55 if type_ == "text" else 0.0
    return (
        header_scores(column.ideas, "survey").get(role, 0.0)
        if role in ("email", "name", "customer", "age", "gender", "date")
        else 0.0
    )


def _value_score(role: str, seen: Mapping[str, float], column: Header) -> float:
    share = seen.get(role, 0.0)
    if role not in _ALONE or share < 0.6:
        return 0.0
    if role == "phone" and column.typed.type == "integer":
        return 0.0
    if role in ("gender", "country", "currency") and (share < 0.9 or len(column.look.counts) < 2 and role != "currency"):
        return 0.0
    if role == "country" and all(len(value) <= 2 for value in column.look.counts):
        return 0.4  # two letters can be anything
    return _ALONE[role] * share


def _out_of_place(role: str, kind: str, column: Header) -> float:
    """What a role loses in a kind of table where it means little: a ticket's date is when it was opened, a member's price is a fee."""
    if role == "date" and (kind == "tickets" or kind == "customers" and "LAST" not in column.ideas):
        return 0.6
    if role in ("price", "quantity", "order") and kind == "customers":
        return 0.5
    if (
        role == "since"
        and kind in ("purchases", "tickets")
        and "CUSTOMER" not in column.ideas
        or role == "ticket"
        and kind == "purchases"
    ):
        return 0.55
    return 0.7 if role == "name" and kind == "campaigns" else 1.0


def _doubt(role: str, column: Header, seen: Mapping[str, float]) -> float:
    """What the values take off a role that the header promises, or add to it."""
    type_, look = column.typed.type, column.look
    code, word, numbered = type_ in ("id", "integer"), type_ in ("text", "category"), "ID" in column.ideas
    off = {
        "customer": (not numbered and word and seen.get("email", 0) > 0.5, 0.55),
        "order": (not numbered and not code, 0.3),
        "name": (code, 0.2),
        "product": (not numbered and not code, 0.8),
        "product_name": (code, 0.7),
        "iban": (len(look.counts) == 1 and look.filled > 1, 0.6),  # one's own account, not a customer's
        "address": (type_ == "integer", 0.4),
    }
    if role in off:
        named = role == "name" and max(seen.get("person", 0), seen.get("firm", 0)) > 0.5 and "NAME" in column.ideas
        return off[role][1] if off[role][0] else 1.05 if named else 1.0
    if role == "nps":
        return 0.5 if any(len(value) > 2 for value in look.values) else 1.0
    if role == "text":
        return 0.75 if type_ == "category" and look.distinct < 0.1 else 1.0
    if role == "age":
        return 0.3 if type_ == "integer" and any(len(value) > 3 for value in look.values) else 1.0
    loose = role in ("category", "status", "channel", "payment") and type_ == "text" and look.distinct > 0.9 and look.filled > 20
    return 0.6 if loose else 1.0


def assign(found: Sequence[Claim], fixed: Mapping[str, str], barred: Sequence[str] = ()) -> dict[str, Claim]:
    """Each role to at most one column and each column one role, the surest first; `fixed` are those already decided, `barred` roles stay open.

    Returns role → claim.
    """
    taken: dict[str, Claim] = {}
    used = set(fixed.values())
    for claim in found:
        if claim.score < _ENOUGH:
            break
        if claim.role in fixed or claim.role in barred or claim.role in taken or claim.column in used:
            continue
        taken[claim.role] = claim
        used.add(claim.column)
    return taken


def seconds(found: Sequence[Claim], taken: Mapping[str, str]) -> dict[str, str]:
    """Columns that lost their role to a better one: column → that role."""
    used = set(taken.values())
    lost: dict[str, str] = {}
    for claim in found:
        if claim.score >= 0.6 and claim.column not in used and claim.role in taken:
            lost.setdefault(claim.column, claim.role)
    return lost
