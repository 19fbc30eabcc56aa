"""In which words are the role, the type and the reason of a column told?

>>> from segmentation.language import speaking
>>> with speaking("en"):
...     role_in_words("customer"), type_in_words("money"), why_in_words("fallback_email")
('customer number', 'amount of money', 'The e-mail address says which customer it is: there is no number.')
"""

from segmentation.language import N_, _

ROLES = {
    "customer": N_("customer number"),
    "order": N_("order number"),
    "date": N_("date"),
    "amount": N_("amount"),
    "quantity": N_("quantity"),
    "price": N_("price"),
    "product": N_("product code"),
    "product_name": N_("product"),
    "category": N_("category"),
    "cost": N_("cost price"),
    "margin": N_("margin"),
    "discount": N_("discount"),
    "return": N_("return"),
    "channel": N_("channel or shop"),
    "email": N_("e-mail address"),
    "phone": N_("phone number"),
    "name": N_("name"),
    "first_name": N_("first name"),
    "address": N_("address"),
    "postcode": N_("postcode"),
    "city": N_("place"),
    "country": N_("country"),
    "birth_date": N_("date of birth"),
    "age": N_("age"),
    "gender": N_("gender"),
    "generation": N_("generation"),
    "education": N_("education"),
    "household": N_("household"),
    "interest": N_("interest"),
    "device": N_("device"),
    "sector": N_("sector"),
    "employees": N_("employees"),
    "firm_turnover": N_("turnover of the firm"),
    "iban": N_("bank account"),
    "bsn": N_("citizen service number (BSN)"),
    "ticket": N_("ticket number"),
    "opened": N_("opened on"),
    "closed": N_("closed on"),
    "subject": N_("subject"),
    "minutes": N_("minutes of work"),
    "status": N_("status"),
    "campaign": N_("campaign"),
    "sent": N_("sent"),
    "open": N_("opened"),
    "click": N_("clicked"),
    "bounce": N_("bounced"),
    "unsubscribe": N_("unsubscribed"),
    "spam": N_("marked as spam"),
    "variant": N_("variant"),
    "score": N_("score"),
    "nps": N_("recommendation (NPS)"),
    "reason": N_("reason"),
    "text": N_("free text"),
    "visit": N_("visit"),
    "page": N_("page"),
    "currency": N_("currency"),
    "tax": N_("VAT"),
    "shipping": N_("shipping"),
    "payment": N_("way of paying"),
    "due_date": N_("due date"),
    "paid_date": N_("paid on"),
    "ledger_account": N_("ledger account"),
    "since": N_("customer since"),
}
TYPES = {
    "id": N_("number or code"),
    "text": N_("text"),
    "category": N_("group"),
    "integer": N_("whole number"),
    "number": N_("number"),
    "money": N_("amount of money"),
    "percent": N_("percentage"),
    "date": N_("day"),
    "datetime": N_("day and time"),
    "time": N_("time"),
    "boolean": N_("yes or no"),
    "empty": N_("nothing"),
}
REASONS = {
    "header": N_("Its name says so."),
    "values": N_("What stands in it says so."),
    "header_and_values": N_("Its name and what stands in it say so."),
    "export": N_("This export is known."),
    "user": N_("You said so."),
    "other_columns": N_("Nothing else in this table can be it."),
    "second": N_("Another column fits that role better."),
    "fallback_email": N_("The e-mail address says which customer it is: there is no number."),
    "fallback_name": N_("The name says which customer it is: there is no number."),
    "fallback_phone": N_("The phone number says which customer it is: there is nothing else."),
    "fallback_iban": N_("The bank account says which customer it is: there is nothing else."),
    "order_total_repeats": N_(
        "This is a total of the order that stands on each of its lines; adding it up would count it twice."
    ),
    "order_total_once": N_("This is a total of the order that stands on its first line only; the lines count instead."),
    "bsn_refused": N_("The law does not allow citizen service numbers here; the cells were emptied."),
}


def role_in_words(role: str | None) -> str:
    """What a column means; an empty text when it has no role."""
    return _(ROLES[role]) if role in ROLES else ""


def type_in_words(type_: str) -> str:
    """What a column holds."""
    return _(TYPES[type_]) if type_ in TYPES else type_


def why_in_words(reason: str) -> str:
    """Why a column has its role, or has none."""
    return _(REASONS[reason]) if reason in REASONS else ""
