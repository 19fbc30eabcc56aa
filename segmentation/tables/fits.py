"""Which types can a column have that plays a role?"""

NUMBERS = frozenset({"integer", "number", "money"})
_DATES = frozenset({"date", "datetime"})
WORDS = frozenset({"id", "text", "category", "time"})
_CODES = frozenset({"id", "text", "category", "integer"})
FITS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("customer", "order", "product", "ticket", "visit", "ledger_account", "iban", "bsn", "phone", "postcode", "sector"),
        _CODES,
    ),
    **dict.fromkeys(("amount", "price", "cost", "tax", "shipping", "firm_turnover"), NUMBERS),
    **dict.fromkeys(("margin", "discount"), NUMBERS | {"percent"}),
    "quantity": frozenset({"integer", "number"}),
    **dict.fromkeys(("date", "due_date", "paid_date", "since", "opened", "closed"), _DATES),
    "birth_date": _DATES | {"integer"},
    "age": frozenset({"integer", "number", "category", "text", "id"}),
    "employees": frozenset({"integer", "number", "category", "text", "id"}),
    **dict.fromkeys(
        ("product_name", "subject", "name", "first_name", "address", "city", "campaign"), WORDS | {"integer"}
    ),
    **dict.fromkeys(("category", "channel"), WORDS | {"integer"}),
    **dict.fromkeys(("country", "education", "interest", "device", "currency", "payment", "generation", "page"), WORDS),
    "gender": frozenset({"category", "text", "boolean", "integer"}),
    "household": WORDS | {"integer"},
    "variant": WORDS,
    "email": frozenset({"text", "category", "id"}),
    "status": frozenset({"category", "text", "boolean", "id", "integer"}),
    "return": frozenset({"boolean", "integer", "number", "money", "category"}),
    "minutes": NUMBERS | {"time"},
    "score": frozenset({"integer", "number", "category"}),
    "nps": frozenset({"integer", "number"}),
    **dict.fromkeys(("sent", "open", "click", "bounce", "unsubscribe", "spam"), NUMBERS | _DATES | {"boolean", "percent", "category"}),
}


def may_be(role: str, type_: str) -> bool:
    """Whether a column of this type can play this role.

    >>> may_be("amount", "money"), may_be("amount", "date")
    (True, False)
    """
    return type_ in FITS.get(role, WORDS)
