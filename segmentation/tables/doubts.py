"""What speaks against a role that a header promises: the kind of table, the values, the other columns?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from segmentation.tables.kinds import Header, counts_tickets

_FEW, _MANY = 6, 15
_FULLER = 1.3
_SURELY_ONE = 10  # in a list made to try something, everybody has the same address
_RATES = frozenset({"0", "5", "6", "7", "9", "10", "12", "19", "20", "21", "0,09", "0,21", "0.09", "0.21"})  # of tax: no amounts
_IN_MAILINGS = {  # whom it was sent to and with what, not what was sold; how lively a mailing tool finds a subscriber
    **dict.fromkeys(("category", "product", "product_name", "order", "quantity", "score"), 0.5),
    "name": 0.7,
}
_EVENTS = {"sent", "open", "click", "bounce", "unsubscribe", "spam"}
_HAPPENED = set("ja yes true x 1 hard soft hardbounce softbounce bounced geopend opened geklikt clicked verzonden sent afgeleverd delivered afgemeld unsubscribed".split())
_NOT_YET = {"no", "nee", "neen", "false", "n"}
_LEFT = re.compile(r"uitgeschr|uitschr|afgemeld|afmeld", re.IGNORECASE)
_ARM = re.compile(r"(?:.*[\s_-])?[a-d0-9]|.*(?:control|contr|test).*", re.IGNORECASE)  # group A, versie-b, control
_DEVICE = re.compile(
    r"mobi|desktop|tablet|phone|pad\b|android|\bios|windows|mac|chrome|safari|firefox|edge|opera|laptop|\bpc\b|computer|\bapp\b|linux|telefo|samsung|outlook|mail", re.IGNORECASE
)
_ADDRESSED_AS = re.compile(r"\s*(?:aanhef|titulatuur|salutation|aanspreek)", re.IGNORECASE)
_ASKED_FOR = re.compile(r"offerte|aanvra|quote|request", re.IGNORECASE)  # what is not an order yet
_CODE = re.compile(r"(?=.*\d)[A-Z0-9./_-]{2,20}")
_BY_TIME = re.compile(r"dag|uur|maand|jaar|week|nacht|seizoen|mnd|jr|p\.?[mju]\b|day|hour|month|year|annual|night", re.IGNORECASE)  # what somebody pays each time
_RATED = re.compile(r"tarief|rate|perc|pct|%", re.IGNORECASE)
_PAPER = re.compile(r"\W*(?:nota|factuur|bon|kassabon|invoice|order|bestelling|receipt)\W*", re.IGNORECASE)
_THEME = re.compile(r"thema|topic|theme", re.IGNORECASE)
_SUBSCRIBED = re.compile(r"\bplan\b|tariffplan|abonnement|cursus|course|pakket|package|membership|subscri|lidmaatschap", re.IGNORECASE)
_STRUCTURED = re.compile(r"[+*]{0,3}[\d/ ]+[+*]{0,3}")  # what a bank reads, not a person
_LONGER = re.compile(r"night|nacht|dagen|days|mnd|maand|month|week", re.IGNORECASE)  # no minutes
_DEPARTMENT = re.compile(r"department|afdeling", re.IGNORECASE)
_SCHOOLED = re.compile(r"voor|niveau|hoogste|level|highest|diploma", re.IGNORECASE)
_BEGINS = re.compile(r"\s*(?:start|begin|vanaf|ingang)", re.IGNORECASE)  # when it begins, not when it was bought
_BRANCH = re.compile(r"\s*(?:vestiging|filiaal|branch|office)", re.IGNORECASE)
_HALFWAY = frozenset({"ja", "nee", "j", "n", "y", "deels", "gedeeltelijk", "yes", "no", "partly", "partially", "open"})
_DONE = frozenset({"ja", "nee", "yes", "no"})  # whether it was paid, not how
_OVERALL = re.compile(r"overall|algeme|algehe|totaal|general|eindcijfer|eindoordeel|geheel", re.IGNORECASE)
_SCREEN = re.compile(r"\d+ ?[x×] ?\d+")
_SUMS = {"AMOUNT", "GROSS", "NET", "REVENUE"}
_FIRMS = {"SECTOR", "EMPLOYEES", "COMPANY"}
_TEN = 10
_DIGITS = 6  # of a hundred thousand


@dataclass(frozen=True)
class Around:
    """What the rest of the table says: the ideas in its headers, how many different people are named in it, whether a column of words calls
    them customers, over how many periods there is turnover, how many different customer numbers there are, and in how many rows a firm is named."""

    ideas: frozenset[str]
    people: int
    customers: bool
    years: int = 0
    buyers: int = 0
    firms: int = 0

    @classmethod
    def of(cls, columns: Sequence[Header]) -> "Around":
        named = [
            len(column.look.counts)
            for column in columns
            if column.look.filled >= _MANY and set(column.ideas) & {"EMAIL", "NAME", "LASTNAME"}
        ]
        several = max(named, default=0)
        years = sum("PERIOD" in column.ideas and "CUSTOMER" not in column.ideas and bool({"REVENUE", "SALE"} & set(column.ideas)) for column in columns)
        wordy = any("CUSTOMER" in column.ideas and column.typed.type in ("text", "category") for column in columns)
        buyers = max((len(column.look.counts) for column in columns if {"CUSTOMER", "ID"} <= set(column.ideas)), default=0)
        firms = max((column.look.filled for column in columns if "COMPANY" in column.ideas and column.typed.type in ("text", "category")), default=0)
        return cls(frozenset(idea for column in columns for idea in column.ideas), several if several >= _FEW else 0, wordy, years, buyers, firms)


def counts_things(column: Header) -> bool:
    """Whether small whole numbers stand under the word for a thing: "Rooms" with 1, 2, 1 says how many."""
    return (
        column.typed.type == "integer"
        and (set(column.ideas) == {"PRODUCT"} or column.ideas == ("TICKET",))
        and column.look.distinct < 0.8
        and all(len(value) < 3 for value in column.look.some)
    )


def out_of_place(role: str, kind: str, column: Header, around: Around) -> float:
    """What a role loses in a kind of table where it means little: a ticket's date is when it was opened, a member's price is a fee."""
    type_is_number = column.typed.type in ("integer", "number")
    if kind == "campaigns":
        return 0.55 if role == "since" and "CUSTOMER" not in column.ideas else _IN_MAILINGS.get(role, 0.5 if role == "amount" and _counted(kind, column) else 1.0)
    if kind == "survey":
        return _asked_about(role, column)
    if kind == "customers" and _not_of_a_customer(role, column, around) or role == "amount" and (_counted(kind, column) or _spent(column, around)):
        return 0.5
    if role == "date" and (kind == "tickets" or kind == "customers" and "LAST" not in column.ideas):
        return 0.6
    if kind == "purchases" and (role == "household" and type_is_number or role == "name" and _names_of_things(column) or role == "education" and not _SCHOOLED.search(column.name)):
        return 0.5  # children on a boat, not at home; what was followed here
    if role == "quantity" and (kind in ("tickets", "visits") or "HOURS" in column.ideas and "PRICE" not in around.ideas):
        return 0.5
    if role == "amount" and "SUBTOTAL" in column.ideas and "TAX" in around.ideas and not around.ideas & {"SHIPPING", "DISCOUNT"}:
        return 1.2  # on an invoice what stands above the tax is what counts; in a shop's order it is only the goods
    if role == "device" and kind in ("purchases", "tickets", "customers") and not any(_DEVICE.search(value) for value in column.look.some):
        return 0.4  # boilers and washing machines
    beside = around.ideas & {"CUSTOMER", "COMPANY"} if kind == "tickets" else kind == "purchases" and around.customers
    if role == "name" and column.ideas == ("CONTACT",) and beside:
        return 0.7  # of the firm that stands beside it
    started = role == "since" and kind in ("purchases", "tickets", "ledger", "visits") and "CUSTOMER" not in column.ideas
    return 0.5 if started or role == "ticket" and kind == "purchases" else 1.0


def _asked_about(role: str, column: Header) -> float:
    """What a role loses in a survey, where figures say what people think of the price, the product or those who helped them."""
    judged = role in ("price", "product", "tax", "discount", "quantity") or role == "employees" and all(value.isdigit() and int(value) <= _TEN for value in column.look.some)
    return 0.5 if judged else 1.0


def _not_of_a_customer(role: str, column: Header, around: Around) -> bool:
    """Whether this is no role for a column in a list of customers, where everybody stands once."""
    if role == "customer":
        return column.look.filled >= _MANY and column.look.distinct < 0.8
    if role == "text":
        return column.ideas == ("TITLE",) and column.look.seen.get("sentence", 0.0) < 0.3  # somebody's function
    if role == "channel":
        return bool(_BRANCH.match(column.name))  # which shop they belong to, not where they came from
    if role == "campaign":
        return column.typed.type in ("integer", "boolean")  # whether somebody gets the newsletter
    if role == "category":
        return "CUSTOMER" not in column.ideas
    if role == "amount":
        return not _the_whole(column, around)
    if role == "price":
        return not _BY_TIME.search(column.name)
    if role == "product_name":
        return column.typed.type != "category" or not _SUBSCRIBED.search(column.name)
    return role in ("due_date", "quantity", "order", "product", "minutes", "visit")


def doubt(role: str, column: Header, around: Around) -> float:
    """What the values take off a role that the header promises, or add to it."""
    type_, look, seen = column.typed.type, column.look, column.look.seen
    coded = type_ in ("category", "text") and look.filled > 0 and all(_CODE.fullmatch(value) for value in look.some)
    code, word, numbered = type_ in ("id", "integer") or coded, type_ in ("text", "category"), "ID" in column.ideas
    always_one = len(look.counts) == 1 and look.filled >= 5  # one's own, not a customer's
    shapes = ("email", "iban") if numbered and len(column.ideas) > 1 else ("email", "iban", "phone")  # "Order number" may begin with a nought
    told_otherwise = type_ != "integer" and max(seen.get(shape, 0.0) for shape in shapes) > 0.8
    staff = "OWNER" in column.ideas and look.filled >= _MANY and look.distinct < 0.25  # of dogs and houses, or of leads?
    loose = type_ == "text" and look.distinct > 0.9 and look.filled > 20
    spot = "?" in column.ideas and not seen.get("city") and any(sign.isdigit() for value in look.some for sign in value)
    longest = max(map(len, look.some), default=0)
    off = {
        "customer": ((told_otherwise or always_one, 0.5), (numbered and word and _told_in_words(column), 0.6), (code and len(look.counts) * 3 < around.people, 0.5), (column.name[:4].lower() == "resp", 0.98), ("ref" in column.name.lower(), 0.97)),
        "order": ((seen.get("ean", 0) > 0.7 and "ORDER" not in column.ideas, 0.3), (told_otherwise or "CUSTOMER" in column.ideas and "ORDER" not in column.ideas, 0.5), (not numbered and not code, 0.3), (always_one, 0.3), (_too_few(column), 0.6), (_paid_with(column), 0.97)),
        "ticket": ((told_otherwise or counts_tickets(column), 0.5), (not numbered and not code, 0.55), (not numbered and seen.get("sentence", 0) > 0.3, 0.3)),
        "subject": ((set(column.ideas) <= {"TITLE", "SUBJECT", "TICKET"} and seen.get("sentence", 0) > 0.5, 0.7), (type_ == "category" and look.filled >= _MANY and look.distinct < 0.4 and bool(_THEME.search(column.name)), 0.6)),
        "product": ((told_otherwise or counts_things(column), 0.5), (not numbered and not code, 0.55)),
        "product_name": ((counts_things(column), 0.5), (code, 0.7), (seen.get("gender", 0) > 0.6, 0.3), (column.ideas == ("TITLE",) and "LASTNAME" in around.ideas and longest < 8, 0.3), (max(seen.get("person", 0), seen.get("surname", 0)) > 0.6 and column.ideas == ("NAME",), 0.5)),
        "city": ((type_ == "integer" and not seen.get("city"), 0.5), (numbered and type_ != "integer" and not seen.get("city"), 0.5), (spot, 0.4)),  # the number of a pitch
        "channel": ((loose, 0.6), (seen.get("payment", 0) >= 0.6, 0.5), (seen.get("url", 0) > 0.6 and "ID" not in column.ideas, 0.5), (_where_they_are(column, around), 0.5), (seen.get("country", 0) > 0.8 and longest > 2, 0.5)),
        "firm_turnover": ((_with_us(column, around), 0.4),),
        "name": ((code and not _worded(column), 0.2), (code, 0.8), (set(column.ideas) & {"LASTNAME", "CONTACT"} and around.firms > (_FULLER if "CONTACT" not in column.ideas else 0.5) * look.filled, 0.8), ("COMPANY" in column.ideas and _FULLER * look.filled < look.missing, 0.7), ("LASTNAME" not in column.ideas and (always_one or staff or len(look.counts) * 3 < around.buyers), 0.5), (around.customers and {"NAME", "?"} <= set(column.ideas), 0.6)),
        "email": ((always_one and look.filled >= _SURELY_ONE, 0.5),),
        "open": (("VIEWS" in column.ideas and not around.ideas & {"SENT", "BOUNCE", "UNSUBSCRIBE"}, 0.5),),  # of an advertisement
        "gender": ((any(value[:3].lower() == "fam" for value in look.some), 0.5), (bool(_ADDRESSED_AS.match(column.name)), 0.95)),
        "date": ((bool(_ASKED_FOR.search(column.name)), 0.95), (bool(_BEGINS.match(column.name)), 0.97)),
        "amount": ((bool(_ASKED_FOR.search(column.name)), 0.9),),
        "phone": ((always_one and look.filled >= _SURELY_ONE, 0.5),),
        "tax": ((set(look.some) <= _RATES or bool(_RATED.search(column.name)) and {re.sub(r"[.,]0+$", "", value) for value in look.some} <= _RATES, 0.5),),
        "ledger_account": ((seen.get("iban", 0) > 0.3, 0.3),),
        "iban": ((len(look.counts) == 1 and look.filled > 1, 0.6),),
        "employees": ((column.ideas and "PEOPLE" in column.ideas and not around.ideas & _FIRMS, 0.5), (_part_time(column), 0.3), (set(look.some) <= {"0", "1"}, 0.3), (not any(sign.isdigit() for value in look.some for sign in value), 0.3),),  # initials of one's own staff
        "address": ((told_otherwise, 0.5), (column.ideas.count("HOUSE") > 1, 0.3), (not any(sign.isalpha() for value in look.some for sign in value), 0.4)),
        "sector": ((code, 0.94),),  # words say more than numbers
        "unsubscribe": ((type_ in ("date", "datetime") and "UNSUBSCRIBE" not in column.ideas and not _LEFT.search(column.name), 0.5),),
        "sent": (("TIME" in column.ideas and type_ == "integer", 0.3), (numbered and look.filled >= _MANY and look.distinct > 0.98, 0.5),),
        "variant": (("CATEGORY" in column.ideas and not any(_ARM.fullmatch(value) for value in look.some), 0.5),),
        "page": ((look.filled > 0 and all(_SCREEN.fullmatch(value) for value in look.some), 0.3),),
        "education": ((any("%" in value for value in look.some), 0.3),),
        "minutes": ((bool(_LONGER.search(column.name)) and "min" not in column.name.lower(), 0.3),),
        "score": ((any(re.fullmatch(r"[0-9]{1,9}", value) and int(value) > 100 for value in look.some), 0.5),),
        "nps": ((longest > 2, 0.5),),
        "age": ((type_ == "integer" and longest > 3, 0.3), (type_ in ("text", "category") and not any(sign.isdigit() for value in look.some for sign in value), 0.3), (bool(look.some) and 2 * sum(bool(re.match(r"[A-Z]{1,3}\d", value)) for value in look.some) > len(look.some), 0.3)),
        "campaign": (("NAME" in column.ideas and max(seen.get("surname", 0), seen.get("person", 0)) > 0.3, 0.5),),
        "text": ((look.filled > 0 and all(_STRUCTURED.fullmatch(value) for value in look.some), 0.3), ("CLOSED" in column.ideas and seen.get("sentence", 0) < 0.3, 0.5), (type_ == "category" and look.distinct < 0.1 and not column.question, 0.75),),
        "payment": ((loose, 0.6), (_HALFWAY.issuperset(value.lower() for value in look.some) or bool(_DONE & {value.lower() for value in look.some}), 0.5), (seen.get("state", 0) > 0.8, 0.5)),
        "category": ((loose, 0.6), (always_one and column.ideas == ("CATEGORY",), 0.5), (bool(_DEPARTMENT.search(column.name)) and "TICKET" in around.ideas, 0.8)),
        "status": ((loose, 0.6),),
    }
    if role in _EVENTS and type_ == "category" and not (_HAPPENED | _NOT_YET) & {value.lower() for value in look.some}:
        return 0.2
    if role == "order" and code and _PAPER.fullmatch(column.name):
        return 1.16  # a number under the word alone
    if role == "score" and _OVERALL.search(column.name):
        return 1.05
    if role == "customer" and not numbered and word and seen.get("email", 0) > 0.5:
        return 0.55
    if role == "name" and not code and max(seen.get("person", 0), seen.get("firm", 0), seen.get("surname", 0)) > 0.5:
        return 1.05 if "NAME" in column.ideas else 1.35 if "CUSTOMER" in column.ideas and not numbered else 1.0
    if role == "name" and word and "CUSTOMER" in column.ideas and not numbered and 2 * len(look.counts) > around.buyers > 0:
        return 1.25  # as many words as numbers of customers
    return min((part for against, part in off.get(role, ()) if against), default=1.0)


def _counted(kind: str, column: Header) -> bool:
    """Whether a total counts things: "Total orders" of a customer, "Total recipients" of a mailing."""
    have = set(column.ideas)
    if column.typed.type != "integer":
        return False
    several = column.name.rstrip(" .").lower().endswith(("s", "en")) and have & {"?", "VISIT", "PRODUCT"} and all(len(value) < 4 for value in column.look.some)
    if kind == "customers" and have == {"SALE", "PERIOD"}:
        return all(len(value) < 4 for value in column.look.some)
    return kind == "customers" and "AMOUNT" in have and (have == {"AMOUNT", "ORDER"} or bool(several)) or kind == "campaigns" and not have & {"REVENUE", "VALUE", "EXPENSE"}


def _names_of_things(column: Header) -> bool:
    """Whether what stands under "Name" among purchases are no people: none looks like one, and the same few return."""
    look = column.look
    people = max(look.seen.get(shape, 0.0) for shape in ("person", "first", "firm", "addressed", "surname"))
    numbered = sum(value[-1:].isdigit() for value in look.some)  # user360 is somebody
    return column.ideas == ("NAME",) and look.filled >= _MANY and look.distinct < 0.5 and people < 0.1 and 2 * numbered < len(look.some)


def _spent(column: Header, around: Around) -> bool:
    """Whether this is what it cost the seller, or what the bank and the platform take of an amount that stands beside it."""
    if "COST" in column.ideas:
        return bool(around.ideas & {"PRICE", "REVENUE", "NET", "GROSS"})
    return "FEE" in column.ideas and not _SUMS & set(column.ideas) and bool(around.ideas & _SUMS)


def _with_us(column: Header, around: Around) -> bool:
    """Whether the turnover in a list of customers is what they spent with us: of people it is, of firms when it is known to the cent, unless it is
    that of a year, beside how many work there, and mostly a hundred thousand or more."""
    yearly = "PERIOD" in column.ideas
    if not around.ideas & _FIRMS or "CUSTOMER" in column.ideas and not yearly:
        return True
    values = [value for value in column.look.some if any(sign.isdigit() for sign in value)]
    large = sum(len(re.sub(r"[.,]\d\d\D*$|\D", "", value)) >= _DIGITS for value in values)
    if yearly and ("EMPLOYEES" in around.ideas or "CUSTOMER" in column.ideas) and 2 * large > len(values):
        return False
    exact = sum(bool(re.search(r"[.,](?!00)\d\d\D*$", value)) for value in values)
    return 2 * exact > len(values)


def _the_whole(column: Header, around: Around) -> bool:
    """Whether a sum in a list of customers is all they brought in: of several years none is, and what is paid by the month is a fee."""
    if "SALE" in column.ideas and "PERIOD" in column.ideas:
        return around.years < 2
    if "REVENUE" not in column.ideas:
        return "PERIOD" not in column.ideas
    return _with_us(column, around) and not ("PERIOD" in column.ideas and around.years > 1)


def _where_they_are(column: Header, around: Around) -> bool:
    """Whether the "seat" of firms is the place they are in, not the shop of ours that they come to."""
    return "COMPANY" in around.ideas and not around.ideas & {"CITY", "ORDER", "PRODUCT", "AMOUNT"} and column.look.seen.get("city", 0.0) > 0.5


def _part_time(column: Header) -> bool:
    """Whether these are parts of one working week: what a single person works."""
    return column.typed.type == "number" and all(re.fullmatch(r"[01](?:[.,]\d+)?", value) for value in column.look.some)


def _told_in_words(column: Header) -> bool:
    """Whether what should be a number mostly has whole words in it: "project Lindelaan", "showroom"; a reference of somebody's own."""
    return 2 * sum(bool(re.search(r"[a-z]{4}", value)) for value in column.look.some) > len(column.look.some)


def _paid_with(column: Header) -> bool:
    """Whether this is the number of a payment, a record or a line of an order, which is the order's only when nothing else is."""
    return bool(re.search(r"transact|record|regel|line|contract|project|abonnement|subscr|polis|overeenkomst|dossier", column.name, re.IGNORECASE))


def _worded(column: Header) -> bool:
    """Whether a word stands in front of the number, as in Klant_1: the names that are left of a list without names."""
    return all(re.match(r"[^\W\d_]{3}", value) for value in column.look.some)


def _too_few(column: Header) -> bool:
    """Whether what might be the number of an order returns too often, or is too small and plain, to be one."""
    look, told = column.look, set(column.ideas)
    if look.filled < _MANY:
        return False
    nameless = "?" in told and not told - {"?", "ID"}
    small = "ID" not in told and column.typed.type == "integer" and all(len(value) < 4 for value in look.some)
    return nameless and look.distinct < 0.5 or small and look.distinct < 0.6
