"""Which roles do the other columns make likely, where no header told? Whose name goes with which number, which day comes first, what is left.

Everything said here has the reason `other_columns`: the rest of the table makes it likely, and the user may say otherwise.
"""

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from segmentation.tables.kinds import Header
from segmentation.tables.table import Column
from segmentation.tables.types import Look
from segmentation.tables.values import convert
from segmentation.tables.vocabulary import words

_NO_DAY = frozenset({"BIRTH", "DUE", "CHANGED", "END", "DELIVER", "SINCE", "PAYMENT", "FIRSTLY", "LAST", "PERIOD"})
_NO_SUM = frozenset({
    "TAX", "DISCOUNT", "SHIPPING", "COST", "MARGIN", "RETURN", "RATE", "SIZE", "STOCK", "POINTS", "AGE", "SCORE", "NPS", "MINUTES", "BALANCE", "HOUSE", "ID",
})  # fmt: skip
_DATES = ("date", "datetime")
_ROWS, _FEWEST, _FEW, _DIGITS = 500, 8, 4, 3
_MOSTLY = 0.9
_MOST_GIVEN = 75  # per cent of a price
_NO_ONE = frozenset({
    "HOUSE", "ADDRESS", "PHONE", "POSTCODE", "FIRMCODE", "IBAN", "PLATE", "SERIAL", "BSN", "PERIOD", "AGE", "QUANTITY", "LINE", "SCORE", "NPS", "EMPLOYEE", "HOURS", "TIME", "MINUTES", "AMOUNT", "PRICE", "SECONDS", "POINTS",
    "REVENUE", "BALANCE", "MARGIN", "STOCK", "COST", "DISTANCE", "SIZE", "RATE", "DAYS", "PEOPLE",
})  # fmt: skip
_BARE = frozenset({"?", "ID", "NAME", "ACCOUNT"})  # ideas of a header that does not say whose number this is


def likely(
    columns: Sequence[Header],
    kind: str,
    taken: Mapping[str, str],
    barred: set[str],
    text: pd.DataFrame,
    known: set[str],
) -> dict[str, str]:
    """Role → column for what is still open; `known` are columns about which something was said already."""
    free = [column for column in columns if column.name not in taken.values() and column.name not in known]
    found: dict[str, str] = {}
    for role, column in (
        *_numbers_of_people(columns, free, kind, taken, text),
        *_names_of_people(free, kind, taken),
        *_days(free, columns, kind, taken, text),
        *_things_and_sums(columns, free, kind, taken, text),
    ):
        if role not in barred and role not in taken and role not in found and column not in found.values():
            found[role] = column
    return found


def _numbers_of_people(
    columns: Sequence[Header], free: Sequence[Header], kind: str, taken: Mapping[str, str], text: pd.DataFrame
) -> list[tuple[str, str]]:
    """The number of a customer: in a list of customers a first column that never repeats; of a ticket one
    that never repeats; among purchases one that goes with one name each."""
    codes = [column for column in free if column.typed.type in ("id", "integer") and column.look.filled >= _FEWEST and not tells_itself(column.look)]
    if kind in ("customers", "survey"):
        first = [column for column in codes if column.name == columns[0].name and column.look.distinct >= 0.98 and not column.look.missing]
        return [("customer", column.name) for column in first if not set(column.ideas) & _NO_ONE]
    people = [taken[role] for role in ("email", "name", "phone") if role in taken]
    if kind == "tickets" and "ticket" not in taken:
        first = [column for column in codes if column.look.distinct >= 0.98 and set(column.ideas) <= {"?", "ID", "COMPANY"}]
        return [("ticket", column.name) for column in first[:1]]
    if kind not in ("purchases", "tickets", "visits") or not people:
        return []
    again = [column for column in codes if set(column.ideas) <= _BARE and 0.02 < column.look.distinct < 0.95 and len(column.look.counts) > 5]
    return [("customer", column.name) for column in again if goes_with(text[[column.name, people[0]]].head(_ROWS * 10))]


def _names_of_people(free: Sequence[Header], kind: str, taken: Mapping[str, str]) -> list[tuple[str, str]]:
    """In a list of customers without a column of names: that whose cells look like names of people or firms, under a word that does not say otherwise."""
    if kind != "customers" or "name" in taken:
        return []
    named = [
        column
        for column in free
        if column.typed.type in ("text", "category")
        and set(column.ideas) <= {"?", "CUSTOMER", "OWNER", "NAME", "COMPANY", "ACCOUNT", "PET", "PRODUCT", "ORDER"}
        and max(column.look.seen.get(shape, 0.0) for shape in ("surname", "person", "firm", "addressed")) >= 0.3
        and column.look.distinct >= 0.25
    ]
    return [("name", column.name) for column in named[:1]]


def is_bare_number(column: Header) -> bool:
    """Whether these are numbers or codes that return, under a header that does not say of what, or only of a card, a file or a firm; what is measured
    ("Acres") is written in more or fewer digits."""
    sizes = {len(value) for value in column.look.counts}
    if "ID" not in column.ideas and (len(sizes) > 1 or min(sizes, default=0) < _DIGITS):
        return False
    coded = column.typed.type in ("id", "integer", "category") and _written_as_codes(column)
    return coded and set(column.ideas) <= _BARE | {"CARD", "COMPANY", "FILE", "HOUSEHOLD", "OWNER", "LEAD"} and len(column.look.counts) > 5 and not tells_itself(column.look)


def tells_itself(look: Look) -> bool:
    """Whether the values say what they are, so that they are no number of a customer."""
    return any(look.seen.get(shape, 0.0) > 0.5 for shape in ("email", "phone", "iban", "postcode", "ean"))


def goes_with(pairs: pd.DataFrame) -> bool:
    """Whether every number comes with one name, and other numbers with other names."""
    one, again, numbers, names = _together(pairs)
    return again >= 3 and one >= _MOSTLY and names > 0.6 * numbers


def stands_for(pairs: pd.DataFrame) -> bool:
    """Whether every number comes with one name and every name with one number."""
    there, back = _together(pairs), _together(pairs.iloc[:, ::-1])
    return there[1] >= 3 and there[0] == back[0] == 1 and there[2] == there[3]


def _together(pairs: pd.DataFrame) -> tuple[float, int, int, int]:
    """Of what stands in the first of two columns several times: the share that goes with one thing in the second, and how many that are; how many different there are in each."""
    pairs = pairs.set_axis(["first", "second"], axis=1)
    pairs = pairs[(pairs["first"] != "") & (pairs["second"] != "")]
    several = pairs.groupby("first")["second"].agg(["size", "nunique"])
    again = several[several["size"] > 1]["nunique"]
    return float((again == 1).mean()) if len(again) else 0.0, len(again), len(several), pairs["second"].nunique()


def _days(
    free: Sequence[Header], columns: Sequence[Header], kind: str, taken: Mapping[str, str], text: pd.DataFrame
) -> list[tuple[str, str]]:
    """Among purchases, visits and answers the only day is the date; of a customer the earliest day is the first; a ticket is closed after it was opened."""
    days = [column for column in free if column.typed.type in _DATES]
    plain = [column for column in days if not set(column.ideas) & _NO_DAY]
    if kind in ("visits", "survey"):
        return [("date", column.name) for column in (plain or days)[:1] if "BIRTH" not in column.ideas]
    if kind == "purchases" and days:
        plain = plain or [column for column in days if "PERIOD" in column.ideas and set(column.ideas) <= {"PERIOD", "BILLING", "ORDER"}]  # bills by the month
        plain = plain or [column for column in days if "SINCE" in column.ideas and not set(column.ideas) & {"CUSTOMER", "BIRTH"}]  # a contract begins
        return [("date", column.name) for column in plain[:1]]
    if kind == "customers" and "date" not in taken and len(plain) == 1:
        return [("since", plain[0].name)]
    if kind == "customers" and plain:
        rest = [column for column in columns if column.typed.type in _DATES and "BIRTH" not in column.ideas]
        dated = _dated(rest, text)
        early = [one for one in plain if all(_before(dated[one.name], dated[other.name]) for other in rest if other.name != one.name)]
        return [("since", column.name) for column in early[:1]]
    if kind == "tickets" and "opened" in taken and plain:
        start = [column for column in columns if column.name == taken["opened"]]
        dated = _dated([*start, *plain], text)
        return [("closed", one.name) for one in plain if _before(dated[start[0].name], dated[one.name])][:1]
    return []


def _dated(columns: Sequence[Header], text: pd.DataFrame) -> pd.DataFrame:
    told = {column.name: Column(column.name, column.typed.type, column.typed.format) for column in columns}
    return convert(text[list(told)].head(_ROWS), told)[0]


def _before(sooner: pd.Series, later: pd.Series) -> bool:
    both = sooner.notna() & later.notna()
    return int(both.sum()) >= _FEWEST and bool((sooner[both] <= later[both]).mean() >= 0.95)


def _things_and_sums(
    columns: Sequence[Header], free: Sequence[Header], kind: str, taken: Mapping[str, str], text: pd.DataFrame
) -> list[tuple[str, str]]:
    """Among purchases the only column of money is the amount, and the only words are what was sold."""
    if kind != "purchases":
        return []
    found = []
    things = words_free = [column for column in free if _is_a_thing(column)]
    wordy = len(things) == 1 and 10 * sum(" " in value for value in things[0].look.counts) >= 3 * len(things[0].look.counts)
    sold = {"price", "quantity"} <= set(taken) or "amount" in taken and wordy
    kinds = [column for column in columns if column.name == taken.get("category") and "PRODUCT" in column.ideas]  # "kind of lesson" says it already
    named = [column for column in things if _named_after_its_kind(column)]
    if not named and len(things) > 1:
        things = _finest(things, text)
    if len(named or things) == 1 and (sold or named) and not kinds and not {"product", "product_name"} & set(taken):
        found.append(("product_name", (named or things)[0].name))
    goods = taken.get("product_name") or taken.get("product") or next((name for role, name in found if role == "product_name"), None)
    if goods:
        groups = [column.name for column in words_free if column.name != goods and _is_a_group(text[[goods, column.name]].head(_ROWS * 10))]
        found += [("category", name) for name in groups[:1]]
    pairs = _named_and_numbered(free) if not {"product", "product_name"} & {*taken, *(role for role, _name in found)} else []
    found += [claim for pair in pairs[:1] for claim in pair]
    if "product_name" in taken and "product" not in taken:
        codes = [column.name for column in columns if column.name not in taken.values() and _is_a_code(column)]
        found += [("product", name) for name in codes if _goes_with_a_thing(text[[name, taken["product_name"]]].head(_ROWS * 10))]
    if not {"product", "product_name"} & {*taken, *(role for role, _name in found)}:
        codes = [column.name for column in free if _is_a_code(column)]
        both = [(name, one.name) for name in codes for one in words_free if _goes_with_a_thing(text[[name, one.name]].head(_ROWS * 10))]
        found += [claim for code, name in both[:1] for claim in (("product", code), ("product_name", name))]
    parts = [column.name for column in free if column.typed.type == "percent" and set(column.ideas) in ({"?"}, {"CAMPAIGN"}, {"CAMPAIGN", "RATE"}, {"RATE"}) and _may_be_given_away(column)]
    found += [("discount", parts[0])] if len(parts) == 1 else []
    sums = [column for column in free if column.typed.type in ("money", "number") and not set(column.ideas) & _NO_SUM]
    if len(sums) == 1 and not {"amount", "price"} & set(taken):
        found.append(("amount", sums[0].name))
    return found


def _finest(things: Sequence[Header], text: pd.DataFrame) -> list[Header]:
    """The one of several columns of words of which all others are groups; all of them when there is none."""
    most = max(things, key=lambda column: len(column.look.counts))
    others = [column for column in things if column is not most]
    return [most] if all(_is_a_group(text[[most.name, one.name]].head(_ROWS * 10)) for one in others) else list(things)


def _is_a_group(pairs: pd.DataFrame) -> bool:
    """Whether every product has one of these words, and several have the same one."""
    one, again, products, groups = _together(pairs)
    return again >= _FEW and one == 1 and 1 < groups < products


def _named_and_numbered(free: Sequence[Header]) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """A thing and its number under an unknown word, "Costume" beside "Costume no.": what was sold, and its code."""
    named = {words(column.name)[0]: column.name for column in free if column.ideas == ("?",) and column.typed.type in ("category", "text")}
    numbered = [column for column in free if column.ideas == ("?", "ID")]
    return [(("product_name", named[first]), ("product", column.name)) for column in numbered if (first := words(column.name)[0]) in named]


def _may_be_given_away(column: Header) -> bool:
    """Whether these shares are such as shops give: never nearly the whole."""
    shares = [float(found[0].replace(",", ".")) for value in column.look.counts if (found := re.match(r"\d+(?:[.,]\d+)?", value))]
    return max(shares, default=0.0) <= _MOST_GIVEN


def _is_a_code(column: Header) -> bool:
    """Whether these cells are codes under a header that does not say of what."""
    return (
        column.typed.type in ("id", "integer", "category")
        and set(column.ideas) <= {"?", "ID"}
        and _written_as_codes(column)
        and not tells_itself(column.look)
    )


def _written_as_codes(column: Header) -> bool:
    """Whether a digit and no space stands in every cell."""
    return all(any(sign.isdigit() for sign in value) and " " not in value for value in column.look.counts)


def _goes_with_a_thing(pairs: pd.DataFrame) -> bool:
    """Whether every code stands for one product, and there are at least as many codes as products: orders and customers go with several."""
    one, again, codes, products = _together(pairs)
    return again >= _FEW and one == 1 and codes >= products > 2


def _named_after_its_kind(column: Header) -> bool:
    """Whether the header is the word that these are kinds of: goat's cheese and old cheese under "Cheese"."""
    word = column.name.strip().lower()
    within = sum(word in value.lower() for value in column.look.counts)
    return len(word) > 3 and word.isalpha() and within >= 0.4 * len(column.look.counts)


def _mostly_letters(value: str) -> bool:
    return sum(sign.isalpha() or sign == " " for sign in value) >= 0.7 * len(value) and bool(re.search(r"[^\W\d_]{3}", value))


def _is_a_thing(column: Header) -> bool:
    """Whether these may be the names of what was sold: words of which some return, not those of people or places."""
    look = column.look
    others = max(
        look.seen.get(shape, 0.0)
        for shape in ("known_person", "first", "firm", "city", "street", "sentence", "url", "payment", "channel", "state")
    )
    named = sum(_mostly_letters(value) for value in look.counts) > 0.5 * len(look.counts)
    return (
        set(column.ideas) in ({"?"}, {"?", "DEVICE"})
        and column.typed.type in ("category", "text")
        and len(look.counts) > 2
        and named
        and others < 0.3
    )
