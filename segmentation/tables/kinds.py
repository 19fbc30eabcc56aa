"""Which kind of table is this? Points per kind for what its headers and columns say, the most points win."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from segmentation.tables.scales import in_the_same_words, on_one_scale
from segmentation.tables.types import Look, Typed
from segmentation.tables.vocabulary import ideas, words

KINDS = ("purchases", "customers", "tickets", "campaigns", "survey", "visits", "ledger")
_NUMBERS = ("integer", "number", "money", "percent")
_DATES = ("date", "datetime")
_POINTS = {
    "campaigns": {
        "CAMPAIGN": 3.0,
        "VIEWS": 1.5,
        "CLICK": 2.5,
        "OPEN": 1.5,
        "BOUNCE": 2.0,
        "UNSUBSCRIBE": 2.0,
        "SENT": 1.5,
        "SPAM": 1.0,
    },
    "tickets": {
        "TICKET": 2.5,
        "CLOSED": 2.0,
        "OPEN": 1.0,
        "SUBJECT": 1.5,
        "PRIORITY": 2.0,
        "MINUTES": 1.0,
        "EMPLOYEE": 0.8,
        "STATUS": 0.6,
        "CHANGED": 0.3,
    },
    "survey": {"NPS": 3.5, "SCORE": 2.0, "REASON": 1.2, "TEXT": 0.8},
    "visits": {"VISIT": 2.0, "PAGE": 2.5, "DEVICE": 0.8, "DOOR": 2.0, "IP": 1.0},
    "ledger": {"LEDGER": 3.0, "JOURNAL": 3.0, "DEBIT": 2.0, "BALANCE": 1.5, "STATEMENT": 2.5},
    "customers": {
        "EMAIL": 0.8,
        "PHONE": 1.0,
        "ADDRESS": 0.8,
        "POSTCODE": 0.7,
        "CITY": 0.6,
        "BIRTH": 1.2,
        "GENDER": 0.9,
        "AGE": 0.9,
        "SINCE": 1.2,
        "SECTOR": 1.2,
        "EMPLOYEES": 1.2,
        "FIRSTNAME": 1.2,
        "LASTNAME": 1.2,
        "OPTIN": 0.6,
        "HOUSEHOLD": 0.8,
        "EDUCATION": 0.8,
        "INTEREST": 0.8,
        "COMPANY": 0.6,
        "IBAN": 0.3,
    },
}

_ASKING = frozenset("hoe wat waarom welk welke wie waar wanneer hoeveel how what why which who where when".split())
_NUMBERED = re.compile(r"#[A-Z]{0,4}\d+")
_MEETING = re.compile(r"afspra?|appointm|consult|contactdat|contactm", re.IGNORECASE)
_PEOPLE = {"CUSTOMER", "ACCOUNT", "COMPANY", "LEAD", "CONTACT", "VOLUNTEER"}
_SUM_OF_ONE = {"AMOUNT", "PRICE", "INCL", "EXCL", "TAX", "UNIT"}


@dataclass(frozen=True)
class Header:
    """One column before it has a meaning: its ideas, its type, its different values; whether it is a question, and one of several on one scale."""

    name: str
    ideas: tuple[str, ...]
    typed: Typed
    look: Look
    question: bool = False
    scaled: bool = False


def headers(looks: Sequence[Look], types: dict[str, Typed]) -> list[Header]:
    """Every column with the ideas in its header; a whole sentence is a question of a survey, and so is what is answered on one scale with others."""
    answers, worded = on_one_scale(looks), in_the_same_words(looks)
    found = []
    for look in looks:
        told = words(look.name)
        asked = len(told) > 3 and told[0] in _ASKING
        question = "?" in look.name and len(told) > 2 or asked or len(told) > 7 or look.name in answers | worded
        meant = ideas(look.name) + (("QUANTITY",) if _says_how_many(look, told) else ())
        found.append(Header(look.name, meant, types[look.name], look, question, look.name in answers | worded))
    return _house_numbers(_first_and_last(_told_by_cells(found)))


def _says_how_many(look: Look, told: Sequence[str]) -> bool:
    """Whether small whole numbers stand under a plural: "Orders" with 3, 1, 12 says how many, "Order" says which."""
    plural = bool(told) and told[-1].endswith(("s", "en")) and set(ideas(look.name)) in ({"ORDER"}, {"VISIT"}, {"CUSTOMER"})
    return plural and all(value.isdigit() and len(value) < 4 for value in look.counts)


def _told_by_cells(columns: list[Header]) -> list[Header]:
    """Little words whose cells say what they mean: "in" and "out" with the time of day is when somebody came and went, not what was paid;
    "Pos" with a number is a line of an order, not a till; an "Ingang" with words in it is a door, not a beginning."""
    timed = {("DEBIT",): ("TIME",), ("CREDIT",): ("END", "TIME")}
    found = []
    for column in columns:
        if column.ideas in timed and column.typed.type in ("time", "datetime"):
            column = replace(column, ideas=timed[column.ideas])
        elif column.typed.type in ("time", *_DATES) and words(column.name) in (["van"], ["tot"]):
            column = replace(column, ideas=("SINCE",) if words(column.name) == ["van"] else ("END",))
        elif column.ideas == ("NAME",) and column.look.filled >= 3 and all(_NUMBERED.fullmatch(value) for value in column.look.counts):
            column = replace(column, ideas=("ORDER", "ID"))  # as Shopify calls its orders: #1030
        elif words(column.name) in (["email", "client"], ["mail", "client"], ["mailclient"]) and column.look.filled and not column.look.seen.get("email"):
            column = replace(column, ideas=("DEVICE",))  # with what it was read
        elif words(column.name) == ["amount"] and _few(column) and any({"AMOUNT", "PRICE"} <= set(other.ideas) for other in columns):
            column = replace(column, ideas=("QUANTITY",))
        elif words(column.name) in (["user"], ["gebruiker"]) and any("CUSTOMER" in other.ideas for other in columns if other is not column):
            column = replace(column, ideas=("EMPLOYEE",))
        elif column.typed.type == "integer" and words(column.name) == ["pos"]:
            column = replace(column, ideas=("LINE",))
        elif column.typed.type in ("text", "category") and words(column.name) == ["ingang"]:
            column = replace(column, ideas=("DOOR",))
        found.append(column)
    return found


def _few(column: Header) -> bool:
    """Whether these are small whole numbers, as of pieces."""
    return column.typed.type == "integer" and all(len(value) < 3 for value in column.look.counts)


def _house_numbers(columns: list[Header]) -> list[Header]:
    """ "Nr" beside streets without a number in them is that of the house."""
    streets = [column for column in columns if "ADDRESS" in column.ideas and column.look.filled >= 3]
    if not streets or any(sign.isdigit() for column in streets for value in column.look.counts for sign in value):
        return columns
    return [
        replace(column, ideas=("HOUSE",))
        if column.ideas == ("ID",) and all(len(value) < 6 and value[0].isdigit() for value in column.look.counts)
        else column
        for column in columns
    ]


def _first_and_last(columns: list[Header]) -> list[Header]:
    """ "First" beside "Last", or "Guest first" beside "Guest last", with words under both, are the two parts of a name."""
    halves = {"FIRSTLY": "FIRSTNAME", "LAST": "LASTNAME"}
    wordy = [column for column in columns if column.ideas and column.ideas[-1] in halves and column.typed.type in ("text", "category")]
    named = {column.name for column in wordy if len({other.ideas[-1] for other in wordy if other.ideas[:-1] == column.ideas[:-1]}) == 2}
    lone = not any("FIRSTNAME" in column.ideas for column in columns) and any(column.ideas == ("LASTNAME",) for column in columns)
    return [
        replace(column, ideas=(*column.ideas[:-1], halves[column.ideas[-1]]))
        if column.name in named
        else replace(column, ideas=("FIRSTNAME",))
        if lone and column.ideas == ("NAME",) and column.look.seen.get("person", 0.0) < 0.3
        else column
        for column in columns
    ]


def counts_tickets(column: Header) -> bool:
    """Whether "Tickets" or "Number of tickets" says how many a customer had: small whole numbers that return, and no number of a ticket."""
    small = column.typed.type == "integer" and column.look.distinct < 0.5 and all(len(value) < 4 for value in column.look.counts)
    return "TICKET" in column.ideas and "ID" not in column.ideas and small


def _no_time(column: Header) -> set[str]:
    """What "Handling" does not mean where words stand under it: how it was done, not how long."""
    return {"MINUTES"} if column.typed.type in ("category", "text") else set()


def kind_points(columns: Sequence[Header]) -> dict[str, float]:
    """Points per kind of table."""
    points = dict.fromkeys(KINDS, 0.0)
    for kind, table in _POINTS.items():
        seen: set[str] = set()
        for column in columns:
            if not column.question:
                seen |= set(column.ideas) - ({"TICKET"} if counts_tickets(column) else set()) - _no_time(column)
        points[kind] += sum(weight for idea, weight in table.items() if idea in seen)
    buying = _buying(columns)
    points["purchases"] = buying
    _weigh_customers(columns, points)
    points["customers"] -= 2.5 if _each_row_sells(columns) else 0.0
    _weigh_others(columns, points, buying)
    return points


def _buying(columns: Sequence[Header]) -> float:
    """What speaks for lines of purchases: money, goods, numbers of orders and a date, totals per customer left aside."""
    seen: dict[str, float] = {}
    for column in columns:
        have, kind = set(column.ideas), column.typed.type
        if "RETURN" in have and kind in ("money", "number"):
            seen["money"] = max(seen.get("money", 0), 1.0)  # a list of what was given back
        if column.question or have & {"LAST", "FIRSTLY", "BIRTH", "LEDGER", "EMPLOYEES", "RETURN"}:
            continue
        numeric = kind in (*_NUMBERS, "empty")
        if have & {"AMOUNT", "PRICE", "REVENUE", "NET", "GROSS"} and numeric and "PERIOD" not in have and "CUSTOMER" not in have:
            seen["money"] = 2.2
        elif kind == "money" or have & {"FEE", "SALE"} and numeric and not have & {"ID", "QUANTITY", "PERIOD"}:
            seen["money"] = max(seen.get("money", 0), 1.5)
        if have & {"ORDER", "SALE"} and have & {"ID", "DATE"} and "CUSTOMER" not in have and "QUANTITY" not in have:
            seen["order"] = 2.2
        elif have == {"ORDER"} and kind in _DATES:
            seen["order"] = max(seen.get("order", 0), 1.5)  # "Booked"
        elif "ORDER" in have and kind in ("id", "integer") and "QUANTITY" not in have:
            seen["order"] = max(seen.get("order", 0), 1.0)
        if "QUANTITY" in have and numeric and not have & {"ORDER", "TICKET", "CLICK", "OPEN", "SENT", "VISIT"}:
            seen["quantity"] = 1.2
        if "PRODUCT" in have:
            seen["product"] = 1.6
        if "DATE" in have and kind in _DATES and not have & {"SINCE", "CHANGED", "CREATED", "END"}:
            seen["date"] = 1.0
        if "PAYMENT" in have or "SHIPPING" in have or "TAX" in have:
            seen["payment"] = 0.8
    dated = {column.ideas for column in columns if column.typed.type in _DATES}
    if {("SINCE",), ("END",)} <= dated and seen.get("order", 0) > 2:
        seen["date"], seen["product"] = 1.0, 1.6  # a stay that was booked
    if seen.get("money", 0) > 2 and "payment" in seen and any("CREATED" in column.ideas and column.typed.type in _DATES for column in columns):
        seen["date"] = 1.0  # made, and paid
    weak = seen.get("order", 0) < 2 and not {"money", "quantity", "product"} & set(seen)  # a number and a day: a file on somebody
    return sum(seen.values()) * (0.7 if weak else 1.0)


def _each_row_sells(columns: Sequence[Header]) -> bool:
    """Whether a day, a sum and what or how much stand in each row, as in a list of orders with all addresses in it: of a customer no list says that."""
    day = any(set(column.ideas) in ({"DATE"}, {"ORDER"}, {"ORDER", "DATE"}) and column.typed.type in _DATES for column in columns)
    paid = any(
        set(column.ideas) & {"AMOUNT", "PRICE"} and set(column.ideas) <= _SUM_OF_ONE and column.typed.type in _NUMBERS for column in columns
    )
    goods = any(column.ideas in (("QUANTITY",), ("PRODUCT",), ("PRODUCT", "NAME"), ("QUANTITY", "PRODUCT")) for column in columns)
    return day and paid and goods


def _weigh_customers(columns: Sequence[Header], points: dict[str, float]) -> None:
    points["customers"] += _one_row_each(columns)
    bought = any(column.typed.type in _DATES or {"ORDER", "ID"} <= set(column.ideas) for column in columns)
    answered = any(column.question or set(column.ideas) & {"NPS", "SCORE"} for column in columns)
    if not bought and not answered and any(set(column.ideas) & _PEOPLE and column.look.distinct > 0.8 for column in columns):
        points["customers"] += 2.5  # who buys does so on a day or under a number; here stands what everybody bought in all
    if any(
        set(column.ideas) & {"NAME", "LASTNAME"} and not set(column.ideas) & {"PRODUCT", "CAMPAIGN", "CATEGORY"}
        for column in columns
    ):
        points["customers"] += 1.0
    orders = [column for column in columns if {"ORDER", "ID"} <= set(column.ideas) and "CUSTOMER" not in column.ideas]
    points["customers"] -= 1.0 if orders else 0.0
    totals = [
        column
        for column in columns
        if "ORDER" in column.ideas
        and "QUANTITY" in column.ideas
        or "LAST" in column.ideas
        and set(column.ideas) & {"ORDER", "SALE", "VISIT"}
    ]
    points["customers"] += min(2.0, 1.0 * len(totals))


def _one_row_each(columns: Sequence[Header]) -> float:
    """What speaks for one row per customer: what tells customers apart seldom returns. A customer number says it, else the best there is."""
    people = [
        column for column in columns if set(column.ideas) & _PEOPLE and "DATE" not in column.ideas and column.look.filled >= 3
    ]
    if not people:
        return 0.0
    numbered = [column for column in people if "ID" in column.ideas] or people
    others = [column for column in columns if set(column.ideas) & {"EMAIL", "PHONE"} and column.look.filled >= 3]
    different = max(column.look.distinct for column in (numbered[:1] if numbered != people else people + others))
    if different > 0.98:
        return 1.8
    return 0.0 if different >= 0.9 else -3.0 * min(1.0, (0.9 - different) / 0.2)


def _weigh_others(columns: Sequence[Header], points: dict[str, float], buying: float) -> None:
    questions = sum(column.question for column in columns)
    points["survey"] += min(6.0, 1.6 * questions)
    everything = {idea for column in columns if not column.question for idea in column.ideas}
    numbers = {
        idea for column in columns if column.typed.type in (*_NUMBERS, *_DATES, "boolean", "empty") for idea in column.ideas
    }
    if not {"CLICK", "BOUNCE", "UNSUBSCRIBE", "OPEN"} & numbers and "SENT" not in numbers:
        points["campaigns"] -= 2.0
    if everything & {"FIRSTNAME", "LASTNAME", "SINCE"} and not everything & {"CAMPAIGN", "SUBJECT", "DATE"} and _one_row_each(columns) > 1:
        points["campaigns"] -= 4.0  # subscribers, and how often each opened
    if {"OPEN", "CLOSED"} & numbers and {"CREATED", "OPEN", "DATE"} & everything:
        points["tickets"] += 1.0
    if {"DEBIT", "CREDIT"} <= everything:
        points["ledger"] += 2.5
    if ("CURRENCY", "DATE") in {column.ideas for column in columns} or "BALANCE" in everything and everything & {"AMOUNT", "NET", "ACCOUNT"} and not everything & {"PRODUCT", "QUANTITY", "PHONE"} and ("IBAN" in everything or not everything & {"CUSTOMER", "CARD"}):
        points["ledger"] += 2.0  # the day on which a bank reckons interest; what is left after each line
    if "IBAN" in everything and {"AMOUNT", "BALANCE"} & everything and not {"PHONE", "EMAIL"} & everything:
        points["ledger"] += 2.0
    if everything & {"LEDGER", "JOURNAL"} and not everything & {"PRODUCT", "QUANTITY"}:
        points["ledger"] += 2.5
    points["ledger"] += 1.0 if everything & {"LEDGER", "JOURNAL"} and any(_of_several_sorts(column) for column in columns) else 0.0
    accounts = sum("IBAN" in column.ideas for column in columns)
    if accounts > 1 or (accounts and "BALANCE" in everything):
        points["ledger"] += 3.0
    numbered = any({"TICKET", "ID"} <= set(column.ideas) and column.look.distinct > 0.9 for column in columns)
    points["tickets"] += 2.0 if numbered and "CLOSED" in everything else 1.0 if numbered else 0.0
    if buying >= 4.0:
        for kind in ("tickets", "visits", "survey"):
            points[kind] -= 1.5 if kind != "tickets" or not numbered else 0.0
    spans = {column.ideas for column in columns if column.typed.type == "time"}
    if {("TIME",), ("END", "TIME")} <= {column.ideas for column in columns} or {("SINCE",), ("END",)} <= spans:
        points["visits"] += 2.5  # when people came and went
    points["purchases"] += 3.0 if {"TABLE", "TIME"} <= everything and ("PEOPLE" in everything or {"QUANTITY", "CUSTOMER"} <= everything) else 0.0  # booked in a restaurant
    paid = everything & {"AMOUNT", "PRICE", "REVENUE", "NET", "GROSS", "FEE"}
    charged = any(column.typed.type == "money" or column.typed.type == "number" and set(column.ideas) & {"?", "ORDER"} and "SIZE" not in column.ideas for column in columns)
    if not paid and not charged and not everything & {"QUANTITY", "SALE", "PAYMENT", "EXPENSE", "COST"} and any(_MEETING.search(column.name) and set(column.ideas) & {"ID", "DATE"} for column in columns):
        points["visits"] += 4.0  # who came when, not what it cost
        points["purchases"] -= 2.0
    if any("VISIT" in column.ideas and ("ID" in column.ideas or column.typed.type == "time" and not paid) for column in columns):
        points["visits"] += 2.0
    if not any(column.typed.type in _DATES for column in columns) and "PAGE" not in everything:
        points["visits"] -= 0.5
    elif everything & {"VISIT", "DOOR"} and not everything & {"AMOUNT", "PRICE", "REVENUE", "NET", "GROSS", "FEE", "ORDER"}:
        points["visits"] += 1.0
        points["purchases"] *= 0.7


def _of_several_sorts(column: Header) -> bool:
    """Whether these are accounts of several sorts, as in a journal: those of a list of what was sold all begin with the same digit."""
    coded = set(column.ideas) & {"LEDGER", "BILL"} and set(column.ideas) <= {"LEDGER", "BILL", "ID", "?"}
    return bool(coded) and len({value[0] for value in column.look.counts if value[:1].isdigit()}) > 1


def kind_of(points: dict[str, float]) -> tuple[str, float]:
    """The kind with the most points and how sure that is; "unknown" when nothing speaks for any."""
    ranked = sorted(points.items(), key=lambda item: (-item[1], KINDS.index(item[0])))
    (best, most), (_next, second) = ranked[0], ranked[1]
    if most < 1.8:
        return "unknown", 0.5
    return best, round(min(0.99, 0.5 + (most - max(second, 0.0)) / (2 * most)), 2)
