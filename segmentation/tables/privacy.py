"""Which columns point at people, which may not be used at all, and how an id is made unreadable.

>>> mask("Jan de Vries")
'J••••'
"""

import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence

from segmentation.tables.types import Look
from segmentation.tables.vocabulary import ideas

PERSONAL_ROLES = frozenset({"email", "phone", "name", "first_name", "address", "iban", "bsn", "birth_date"})
PROTECTED_ROLES = frozenset({"gender", "birth_date", "age", "generation"})
_PERSONAL_IDEAS = frozenset(
    {"EMAIL", "PHONE", "ADDRESS", "HOUSE", "IBAN", "BSN", "BIRTH", "FIRSTNAME", "INFIX", "LASTNAME", "INITIALS", "PASSWORD"}
)
_PROTECTED_IDEAS = frozenset({"GENDER", "BIRTH", "AGE", "ORIGIN", "GENERATION"})
_PROTECTED_WORDS = (
    "nationalit",
    "religi",
    "geloof",
    "etnic",
    "ethnic",
    "afkomst",
    "herkomstland",
    "geboorteland",
    "birthplace",
    "gezondheid",
    "health",
    "ziekte",
    "disease",
    "allerg",
    "diagnos",
    "medisch",
    "medical",
    "medicijn",
    "medicatie",
    "handicap",
    "disabil",
    "vakbond",
    "union",
    "politiek",
    "politic",
    "seksu",
    "sexual",
    "geaardheid",
    "orientation",
    "zwanger",
    "pregnan",
    "burgerlijke staat",
    "marital",
    "huidskleur",
    "strafblad",
    "dieet",
    "leeftijd",
)
_PERSONAL_WORDS = (
    "kenteken",
    "license plate",
    "licence plate",
    "paspoort",
    "passport",
    "rijbewijs",
    "handtekening",
    "signature",
    "ip adres",
    "ip address",
    "ip-adres",
    "device id",
    "linkedin",
)
_FOUND = {"email": 0.3, "phone": 0.6, "iban": 0.3, "street": 0.6, "known_person": 0.3, "addressed": 0.6, "postcode": 2.0}
_NO_PERSON = frozenset(
    {
        "PRODUCT",
        "CATEGORY",
        "CHANNEL",
        "CITY",
        "COUNTRY",
        "CAMPAIGN",
        "STATUS",
        "SUBJECT",
        "PAGE",
        "TICKET",
        "PAYMENT",
        "SHIPPING",
        "TITLE",
        "BRAND",
        "LEDGER",
    }
)


def is_personal(look: Look, role: str | None) -> bool:
    """Whether a column points at people by its role, its header or its values."""
    have = set(ideas(look.name))
    if role in PERSONAL_ROLES:
        return True
    if role is not None and role not in ("customer", "city", "postcode"):
        return _valued(look, ("email", "iban")) if role in ("text", "subject", "reason") else False
    told = " ".join(look.name.lower().split())
    if (
        have & _PERSONAL_IDEAS
        and not have & {"OPTIN", "STATUS", "CAMPAIGN", "OPEN", "CLICK", "SENT", "BOUNCE"}
        or any(word in told for word in _PERSONAL_WORDS)
    ):
        return True
    return (
        _valued(look, ("email", "phone", "iban", "street", "known_person", "addressed"))
        if not have & _NO_PERSON
        else _valued(look, ("email", "iban"))
    )


def _valued(look: Look, kinds: Sequence[str]) -> bool:
    seen = look.seen
    return any(seen.get(kind, 0.0) >= _FOUND[kind] for kind in kinds)


def is_protected(name: str, role: str | None) -> bool:
    """Whether a column holds a characteristic that the law protects: it may describe segments, not decide about people.

    >>> is_protected("Nationaliteit", None), is_protected("Aantal", "quantity")
    (True, False)
    """
    told = " ".join(name.lower().replace("_", " ").split())
    return role in PROTECTED_ROLES or bool(set(ideas(name)) & _PROTECTED_IDEAS) or any(word in told for word in _PROTECTED_WORDS)


def is_bsn(look: Look) -> bool:
    """Whether a column holds citizen service numbers: the header says so and they look like it, or nearly all of them pass the eleven test.

    One in eleven random numbers of nine digits passes too: some hits alone say nothing. Under the header that says it, a number with a slip in it is one still.
    """
    told = "BSN" in ideas(look.name)
    passing = look.seen.get("bsn", 0.0)
    nine = sum(bool(re.fullmatch(r"\d{8,9}|\d{3,4}[. -]\d{2,3}[. -]\d{2,3}|\d\d\.?\d\d\.?\d\d[ -]?\d{3}[. -]?\d\d", value)) for value in look.values)
    long_enough = nine >= 0.9 * max(1, len(look.values))
    return bool(look.values) and (told and (passing >= 0.3 or long_enough) or passing >= 0.95 and long_enough and len(look.values) >= 8)


def pseudonym(customer: str, key: bytes | str) -> str:
    """A name for this customer that only the holder of the key can make again: HMAC-SHA256, the first 16 hexadecimal digits.

    >>> pseudonym("13085", "secret") == pseudonym("13085", b"secret")
    True
    >>> pseudonym("13085", "secret") == pseudonym("13085", "another")
    False
    """
    secret = key.encode("utf-8") if isinstance(key, str) else key
    return hmac.new(secret, customer.strip().encode("utf-8"), hashlib.sha256).hexdigest()[:16]


def mask(value: str) -> str:
    """A personal value as it may be shown: its first character and dots."""
    return value[:1] + "••••" if value else ""


def kept(columns: Mapping[str, object]) -> list[str]:
    """The names of the personal columns among these."""
    return [name for name, column in columns.items() if getattr(column, "personal", False)]
