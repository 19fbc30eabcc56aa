"""What does each column mean? Its header, its values and its type together give a role, with the reason.

Reasons are codes: `header`, `values`, `header_and_values`, `export`, `user`, `other_columns` (only the rest of the table makes it likely),
`second` (another column fills this role better), `fallback_…` (the best there is when the usual column is missing).
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from segmentation.tables.answers import ASKED_FOR, answer_score
from segmentation.tables.doubts import Around, counts_things, doubt, out_of_place
from segmentation.tables.fits import may_be
from segmentation.tables.kinds import Header
from segmentation.tables.rules import ROLES, header_scores
from segmentation.tables.vocabulary import ideas

# What the values must look like (share), else the header is not believed; and what they say on their own, without a header.
_PROOF = {
    "email": ("email", 0.5),
    "iban": ("iban", 0.3),
    "bsn": ("bsn", 0.3),
    "phone": ("dialled", 0.3),
    "postcode": ("postcode", 0.0),
}
_ALONE = {
    "email": ("email", 0.9),
    "iban": ("iban", 0.9),
    "postcode": ("postcode", 0.85),
    "phone": ("phone", 0.72),
    "gender": ("gender", 0.7),
    "country": ("country", 0.72),
    "city": ("city", 0.72),
    "currency": ("currency", 0.72),
    "payment": ("payment", 0.72),
    "product": ("ean", 0.72),
    "name": ("known_person", 0.6),
    "first_name": ("first", 0.55),
    "text": ("sentence", 0.6),
    "status": ("state", 0.85),
    "channel": ("channel", 0.85),
    "address": ("street", 0.6),
    "education": ("education", 0.7),
    "age": ("age_band", 0.65),
}
_WORDLESS = frozenset({"city", "payment", "product", "name", "first_name", "text", "status", "channel", "address", "education", "age"})  # only believed when the header says nothing else
_NEAR = frozenset({"NL", "BE", "DE", "FR", "GB", "UK"})
_SAYS_LITTLE = {"city": ("LOCATION", "NAME", "ADDRESS", "CUSTOMER", "BILLING", "COMPANY", "CONTACT"), "product": ("ID",), "age": ("CATEGORY",), "education": ("CATEGORY",)}  # a bar code under "code", 25-34 under "group"
_STATED = frozenset({"payment", "status", "channel"})  # also believed when the header cannot be true
_FACTORS = frozenset({"quantity", "price", "amount"})
_ENOUGH, _SURE = 0.5, 0.85
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


def claims(columns: Sequence[Header], kind: str, sums: Collection[tuple[str, str]] = ()) -> list[Claim]:
    """Every role that a column could have, the best first; `sums` are the roles and columns that the sums in the table speak for."""
    found = []
    around, sums = Around.of(columns), _settled(sums, columns, kind)
    again = _second_ones([column.name for column in columns])
    for place, column in enumerate(columns):
        seen = column.look.seen
        told = header_scores(column.ideas, kind)
        summed = {role for role, name in sums if name == column.name}
        for role in _possible(column, told, summed):
            score, reason = _fit(role, column, kind, seen, around)
            score *= 0.5 if column.name in again or _summed_otherwise(role, summed) else 1.0
            if role in summed and (score or len(summed) == 1):
                score, reason = max(score + 0.15, 0.62), reason or "other_columns"
            if score >= 0.3:
                found.append(Claim(role, column.name, score - place * 1e-5, reason))
    return sorted(found, key=lambda claim: (-claim.score, claim.role))


def _summed_otherwise(role: str, summed: Collection[str]) -> bool:
    """Whether the sums say that this column is something else: the other factor, an amount with tax in it, what a platform kept."""
    told = {"cost": "kept", "amount": "taxed"}.get(role)
    return told in summed or role in _FACTORS and not _FACTORS.isdisjoint(summed) and role not in summed


def _settled(sums: Collection[tuple[str, str]], columns: Sequence[Header], kind: str) -> set[tuple[str, str]]:
    """What the sums say, where of two factors that could be either the header of one says that it is the price: then the other counts."""
    both = {column.name: column for column in columns if {("price", column.name), ("quantity", column.name)} <= set(sums)}
    priced = {name for name, column in both.items() if header_scores(column.ideas, kind).get("price", 0.0) >= _ENOUGH}
    if len(both) != 2 or len(priced) != 1:
        return set(sums)
    return set(sums) - {("quantity" if name in priced else "price", name) for name in both}


def _second_ones(names: Sequence[str]) -> set[str]:
    """ "Phone 2" beside "Phone" or "Phone 1": what a column after the first adds has no role of its own."""
    bare = {name: re.fullmatch(r"(.*\D)[ _-]?(\d)", name.strip()) for name in names}
    firsts = {name.strip().lower() for name in names}
    return {
        name
        for name, found in bare.items()
        if found
        and set(ideas(found[1])) - {"?"}
        and found[2] not in "01"
        and firsts & {found[1].strip(" _-").lower(), found[1].lower() + "1"}
    }


def _possible(column: Header, told: Collection[str], summed: Collection[str]) -> list[str]:
    """The roles that anything speaks for."""
    seen = column.look.seen
    some = {role for role, (look, _strength) in _ALONE.items() if look in seen}
    some |= {*summed, *(ASKED_FOR if column.question else told)}
    return [role for role in ROLES if role in some or role == "quantity" and counts_things(column)]


def _fit(role: str, column: Header, kind: str, seen: Mapping[str, float], around: Around) -> tuple[float, str]:
    told, type_ = _header_score(role, column, kind), column.typed.type
    if type_ == "empty":
        return told * 0.6, "header"
    fitting = may_be(role, type_)
    if role == "email" and "CUSTOMER" not in column.ideas and column.look.filled >= 15 and len(column.look.counts) <= 3 and (around.buyers > 3 or kind == "campaigns"):
        return told * 0.5, "header"  # of one's own people
    valued = _value_score(role, seen, column) if fitting else 0.0
    if not told:
        return valued * (0.6 if role == "city" and kind != "customers" else 1.0), "values"  # of a branch, a church or a studio
    if role in _PROOF and seen.get(_PROOF[role][0], 0.0) < _PROOF[role][1]:
        return 0.0, ""
    numbered = type_ == "number" and role in ("customer", "order", "product", "ticket") and "ID" in column.ideas  # 551256.1704
    told *= 1.0 if fitting or numbered else 0.15
    told *= out_of_place(role, kind, column, around) * doubt(role, column, around)
    if valued and role != "iban":
        return min(0.99, max(told, valued) + 0.04), "header_and_values"
    return (told, "header") if told >= valued else (valued, "values")


def _header_score(role: str, column: Header, kind: str) -> float:
    if column.question:
        return answer_score(role, column)
    if role == "quantity" and kind == "purchases" and counts_things(column):
        return 0.6
    return header_scores(column.ideas, kind).get(role, 0.0)


def _value_score(role: str, seen: Mapping[str, float], column: Header) -> float:
    look, strength = _ALONE.get(role, ("", 0.0))
    share = seen.get(look, 0.0)
    if role in _WORDLESS:
        return _wordless_score(role, share, seen, column) * strength
    if share < 0.6 or role in ("email", "phone", "iban") and len(column.look.counts) == 1 and column.look.filled >= 5:
        return 0.0
    if role == "phone" and column.typed.type == "integer" or role == "city" and set(column.ideas) & {"BIRTH", "CHANNEL", "PREFERENCE", "TIME"}:
        return 0.0
    if role in ("gender", "country", "currency") and (share < 0.9 or len(column.look.counts) < 2 and role != "currency"):
        return 0.0
    if role == "country" and "LANGUAGE" in column.ideas:
        return 0.0
    if role == "country" and all(len(value) <= 2 for value in column.look.counts):
        neighbours = _NEAR & {value.upper() for value in column.look.counts}
        return 0.55 if len(neighbours) > 1 and "NL" in neighbours else 0.4  # two letters can be anything
    return strength * share


def _wordless_score(role: str, share: float, seen: Mapping[str, float], column: Header) -> float:
    """How far values are believed that could be many things: only under a header without a known word."""
    silent = {"?", *_SAYS_LITTLE.get(role, ())}
    if column.question or set(column.ideas) - silent and not (role in _STATED and _cannot_be(column)):
        return 0.0
    if role == "first_name" and column.look.filled >= 15 and column.look.distinct < 0.25:
        return 0.0
    if role == "name":  # of staff the same few names return
        return 1.0 if share >= 0.3 and seen.get("person", 0.0) >= 0.6 and column.look.distinct >= 0.25 else 0.0
    if role == "address" and column.look.filled > 20 and column.look.distinct < 0.25:
        return 0.0  # "Gate 1" and "Gate 2"
    if role == "text":
        return 1.0 if share >= (0.5 if column.typed.type == "text" else 0.9) else 0.0
    if role in _STATED and _cannot_be(column):
        return max(share, 0.75) if share >= 0.6 else 0.0
    return share if share >= (0.6 if role in _STATED else 0.7) else 0.0


def _cannot_be(column: Header) -> bool:
    """Whether the header promises nothing that these cells can be for sure: a day, but there stand words."""
    if column.ideas in (("CHANNEL",), ("CARD", "CATEGORY")) and column.look.seen.get("payment", 0.0) >= 0.6:
        return True  # "how": by PIN, in cash
    if column.ideas == ("CATEGORY",) and column.look.seen.get("channel", 0.0) >= _SURE:
        return True
    told = header_scores(column.ideas, "")
    return not any(score >= _SURE and may_be(role, column.typed.type) for role, score in told.items())


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
