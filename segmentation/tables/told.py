"""In which words are the role, the type and the reason of a column told, and its name when the file gave it none?

>>> from segmentation.language import speaking
>>> with speaking("en"):
...     role_in_words("customer"), type_in_words("money"), why_in_words("fallback_email")
('customer number', 'amount of money', 'The e-mail address says which customer it is: there is no number.')
"""

import re
from collections.abc import Iterable

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


PROGRAMS = {  # by the first word of the code of an export, where that is not its name with a capital
    "activecampaign": "ActiveCampaign",
    "bol": "bol",
    "eboekhouden": "e-Boekhouden",
    "exact": "Exact Online",
    "google": "Google Forms",
    "hubspot": "HubSpot",
    "mailerlite": "MailerLite",
    "prestashop": "PrestaShop",
    "snelstart": "SnelStart",
    "surveymonkey": "SurveyMonkey",
    "woocommerce": "WooCommerce",
}
AUDIT_TABLES = {"turnover": N_("turnover"), "customers": N_("customers"), "lines": N_("journal lines")}
_NUMBERED = re.compile(r"column (\d+)((?: \(\d+\))?)")  # as `names.unique` calls a column without a name


def name_in_words(name: str) -> str:
    """A column as the reader calls it: its own name, or its number in words when it has none. In the table itself the number stays English:
    what was chosen for it, and every result, then holds in both languages.

    >>> from segmentation.language import speaking
    >>> with speaking("nl"):
    ...     name_in_words("column 2"), name_in_words("Bedrag")
    ('kolom 2', 'Bedrag')
    """
    found = _NUMBERED.fullmatch(name)
    return _("column {number}").format(number=found[1]) + found[2] if found else name


def names_in_words(names: Iterable[str]) -> list[str]:
    """The columns of a table as the reader calls them, all different: where the words are another column's own name, the name stays."""
    own = list(names)
    return [told if (told := name_in_words(name)) == name or told not in own else name for name in own]


def export_in_words(export: str) -> str:
    """What a known export is: that of a program, as it calls itself, or an audit file.

    >>> from segmentation.language import speaking
    >>> with speaking("en"):
    ...     export_in_words("woocommerce_order_lines"), export_in_words("zendesk_tickets")
    ('an export of WooCommerce', 'an export of Zendesk')
    """
    first = export.partition("_")[0]
    if first == "xaf":
        return _("an audit file (XAF)")
    return _("an export of {program}").format(program=PROGRAMS.get(first, first.capitalize()))


def sheet_in_words(sheet: str, file: str, export: str | None = None) -> str:
    """A table of a file as the reader calls it: those of an audit file, which has no names of its own for them, in words."""
    audit = (export or "").startswith("xaf_") or file.lower().endswith(".xaf")
    return _(AUDIT_TABLES[sheet]) if audit and sheet in AUDIT_TABLES else sheet


def role_in_words(role: str | None) -> str:
    """What a column means; an empty text when it has no role."""
    return _(ROLES[role]) if role in ROLES else ""


def type_in_words(type_: str) -> str:
    """What a column holds."""
    return _(TYPES[type_]) if type_ in TYPES else type_


def why_in_words(reason: str) -> str:
    """Why a column has its role, or has none."""
    return _(REASONS[reason]) if reason in REASONS else ""
