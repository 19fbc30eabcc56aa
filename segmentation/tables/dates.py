"""In which way are the dates of a column written? As patterns, decided by all its cells together.

A pattern is one for strptime, with `%A ` for a name of a day in front, `%B` for the name of a month (Dutch or English, long or short) and
`%z` for a time zone, which is left out: the clock of the shop is what people mean. Several patterns are joined by `|`.

>>> written(["3-4-2024", "17-4-2024 12:30"]).format
'%d-%m-%Y|%d-%m-%Y %H:%M'
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from segmentation.tables.sql import MONTH_STARTS, ZONES

_DAYS = r"(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?)"
_MONTH = r"(?:" + "|".join(MONTH_STARTS) + r")[a-z]*\.?"
_CLOCK = re.compile(
    r"(?P<between>,?\s*(?:om|at|-)?\s+|t|\s*)(?P<hour>\d{1,2})(?P<colon>[:.])(?P<minute>\d\d)(?:(?P<colon2>[:.])\d\d(?P<part>[.,]\d+)?)?"
    rf"(?P<half>\s?[ap]m)?(?P<word>\s*(?:uur|u\.?))?(?P<zone>\s*(?:z|{ZONES}|(?:utc|gmt)?[+-]\d\d(?::?\d\d)?|utc|gmt)(?:\s*\(.*\))?)?$"
)
_NUMBERS = re.compile(
    rf"(?P<day>{_DAYS}[.,]?\s+)?(?P<a>\d{{1,4}})(?P<sep>[-/. ])(?P<b>\d{{1,2}})(?P=sep)(?P<c>\d{{4}}|\d\d?)(?!\d)"
)
_NAMED = re.compile(
    rf"(?P<day>{_DAYS}[.,]?\s+)?(?P<a>\d{{1,2}})(?P<s1>[-/. ]+)(?P<month>{_MONTH})(?P<s2>[-/, ]+)(?P<c>\d{{4}}|\d\d)(?!\d)"
)
_NAME_FIRST = re.compile(rf"(?P<day>{_DAYS}[.,]?\s+)?(?P<month>{_MONTH})(?P<s1> )(?P<a>\d{{1,2}})(?P<s2>,? )(?P<c>\d{{4}})(?!\d)")
_MONTHLY = re.compile(rf"(?P<month>{_MONTH})(?P<s1>[-/' ]+)(?P<c>\d{{4}})$")

_SERIAL = re.compile(r"[2-5]\d{4}(?:[.,]\d+)?")


@dataclass(frozen=True)
class Dates:
    """The patterns of a column, which share of the cells they read, and how sure the order of day and month is."""

    format: str
    share: float
    certainty: float = 1.0
    alternatives: tuple[str, ...] = ()
    order: str = ""
    clock: bool = False


def patterns(value: str, dated: bool = False) -> tuple[str, ...]:
    """The patterns in which this cell is a date: none, one, or two when day and month could be either.

    >>> patterns("03/04/2024")
    ('%d/%m/%Y', '%m/%d/%Y')
    >>> patterns("do 12 mrt. 2024 om 9:30 uur")
    ('%A %d %B %Y om %H:%M uur',)
    """
    text = value.strip().lower()
    if not 6 <= len(text) <= 80 or not text[-1:].strip():
        return ()
    for shape, reader in ((_NUMBERS, _from_numbers), (_NAMED, _from_named), (_NAME_FIRST, _from_name_first)):
        match = shape.match(text)
        if match:
            front, tail = "%A " if match["day"] else "", _clock(text[match.end() :])
            return () if tail is None else tuple(front + found + tail for found in reader(match))
    if _MONTHLY.match(text):
        return (f"%B{_MONTHLY.match(text)['s1']}%Y",)  # type: ignore[index]
    return _from_digits(text) if dated else ()


def _clock(rest: str) -> str | None:
    """The pattern of what follows the date, None when that is no time."""
    if not rest.strip():
        return ""
    if re.fullmatch(r" (?:[01]\d|2[0-3])[0-5]\d", rest):
        return " %H%M"
    match = _CLOCK.match(rest)
    if not match or int(match["hour"]) > 24 or (not match["between"] and not rest.startswith("t")):
        return None
    between = "T" if match["between"] == "t" else match["between"]
    hour = "%I" if match["half"] else "%H"
    seconds = (match["colon2"] + "%S" if match["colon2"] else "") + (match["part"][0] + "%f" if match["part"] else "")
    half = match["half"].replace("am", "%p").replace("pm", "%p") if match["half"] else ""
    return f"{between}{hour}{match['colon']}%M{seconds}{half}{' uur' if match['word'] else ''}{'%z' if match['zone'] else ''}"


def _from_numbers(match: re.Match[str]) -> list[str]:
    a, b, c, sep = match["a"], match["b"], match["c"], match["sep"]
    if len(a) == 4:
        return [f"%Y{sep}%m{sep}%d"] if int(b) <= 12 and 1 <= int(c) <= 31 and len(c) <= 2 and 1800 <= int(a) <= 2200 else []
    if len(a) == 3 or len(c) not in (2, 4) or (sep == " " and len(c) != 4) or (len(c) == 4 and not 1800 <= int(c) <= 2200):
        return []
    year = "%Y" if len(c) == 4 else "%y"
    found = [f"%d{sep}%m{sep}{year}"] if 1 <= int(a) <= 31 and 1 <= int(b) <= 12 else []
    if 1 <= int(a) <= 12 and 1 <= int(b) <= 31 and sep != ".":  # only Europeans write points
        found.append(f"%m{sep}%d{sep}{year}")
    if year == "%y" and not found and int(b) <= 12 and int(c) <= 31:
        found.append(f"%y{sep}%m{sep}%d")
    return found


def _from_named(match: re.Match[str]) -> list[str]:
    year = "%Y" if len(match["c"]) == 4 else "%y"
    return [f"%d{match['s1']}%B{match['s2']}{year}"] if 1 <= int(match["a"]) <= 31 else []


def _from_name_first(match: re.Match[str]) -> list[str]:
    return [f"%B{match['s1']}%d{match['s2']}%Y"] if 1 <= int(match["a"]) <= 31 else []


def _from_digits(text: str) -> tuple[str, ...]:
    """Dates as plain digits, which only a column that is named as a date may hold."""
    if re.fullmatch(r"(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])", text):
        return ("%Y%m%d",)
    if re.fullmatch(r"(0?[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d", text):
        return ("%d%m%Y",)
    if re.fullmatch(r"(19|20)\d\d[-/](0[1-9]|1[0-2])", text):
        return (f"%Y{text[4]}%m",)
    if re.fullmatch(r"(0?[1-9]|1[0-2])[-/](19|20)\d\d", text):
        return (f"%m{text[-5]}%Y",)
    if re.fullmatch(r"1[0-9]{9}", text):
        return ("epoch",)
    return ("epoch_ms",) if re.fullmatch(r"1[0-9]{12}", text) else ()


def written(values: Sequence[str], weights: Mapping[str, int] | None = None, dated: bool = False, order: str = "") -> Dates:
    """How these cells write dates. `order` ("dm" or "md") is what the rest of the table says when this column cannot tell."""
    fits: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    read = [(value, patterns(value, dated), (weights or {}).get(value, 1)) for value in values]
    total = sum(weight for _value, _found, weight in read) or 1
    for _value, found, weight in read:
        for pattern in found:
            fits[pattern] += weight
        orders = {_order(pattern) for pattern in found} - {""}
        if len(orders) == 1:
            sure[orders.pop()] += weight
    if not fits:
        return _serials(values, weights, total) if dated else Dates("", 0.0)
    taken, certainty = _which_order(sure, fits, read, order)
    other = "md" if taken == "dm" else "dm"
    kept = [pattern for pattern, _count in fits.most_common() if _order(pattern) != other][:8]
    if dated and _serials_between(read):
        kept.append("serial")
        read = [(value, found or (("serial",) if _SERIAL.fullmatch(value.strip()) else ()), weight) for value, found, weight in read]
    share = sum(weight for _value, found, weight in read if set(found) & set(kept)) / total
    alternatives = () if certainty == 1.0 else ("|".join(_swapped(pattern) for pattern in kept),)
    told = taken if sure and certainty == 1.0 else ""
    return Dates("|".join(kept), share, certainty, alternatives, told, _clock_matters(values, kept))


def _which_order(
    sure: Counter[str], fits: Counter[str], read: list[tuple[str, tuple[str, ...], int]], order: str
) -> tuple[str, float]:
    """Day first or month first: what only one order can read decides, then the rest of the table, then what runs through time."""
    if not any(_order(pattern) for pattern in fits):
        return "dm", 1.0
    if sure:
        best, count = sure.most_common(1)[0]
        return best, 1.0 if count == sum(sure.values()) else round(count / sum(sure.values()), 2)
    if any("%p" in pattern for pattern in fits) or order == "md":
        return "md", 0.8
    if order == "dm":
        return "dm", 0.95
    return ("md", 0.7) if _runs(read, "md") and not _runs(read, "dm") else ("dm", 0.7)


def _runs(read: list[tuple[str, tuple[str, ...], int]], order: str) -> bool:
    """Whether the dates, in the order of the file, only go forward (or only back) when read this way."""
    days = []
    for value, _found, _weight in read[:500]:
        numbers = re.findall(r"\d+", value)[:3]
        if len(numbers) == 3 and len(numbers[0]) < 3:
            day, month = (numbers[0], numbers[1]) if order == "dm" else (numbers[1], numbers[0])
            days.append((int(numbers[2]), int(month), int(day)))
    return len(days) > 3 and (days == sorted(days) or days == sorted(days, reverse=True))


def _order(pattern: str) -> str:
    found = re.match(r"(?:%A )?%([dm])[-/. ]%[dm]", pattern)
    return "" if not found else "dm" if found[1] == "d" else "md"


def _swapped(pattern: str) -> str:
    return pattern.replace("%d", "%#").replace("%m", "%d").replace("%#", "%m") if _order(pattern) else pattern


def _clock_matters(values: Sequence[str], kept: list[str]) -> bool:
    if not any("%H" in pattern or "%I" in pattern for pattern in kept):
        return any(pattern in ("epoch", "epoch_ms") for pattern in kept)
    return any(re.search(r"\d[:.]\d\d", value) and not re.search(r"\D0?0[:.]00([:.]00)?([.,]0+)?\D*$", value) for value in values)


def _serials_between(read: list[tuple[str, tuple[str, ...], int]]) -> bool:
    """Whether spreadsheet days stand between dates written out: whatever is no date is a number of five digits, and they are the fewer."""
    odd = sum(weight for _value, found, weight in read if not found)
    days = sum(weight for value, found, weight in read if not found and _SERIAL.fullmatch(value.strip()))
    return 0 < 0.9 * odd <= days and 2 * odd < sum(weight for _value, _found, weight in read)


def _serials(values: Sequence[str], weights: Mapping[str, int] | None, total: int) -> Dates:
    """Days since 1900 as spreadsheets count them, when the whole column lies between 1954 and 2064."""
    fit = [value for value in values if _SERIAL.fullmatch(value.strip())]
    share = sum((weights or {}).get(value, 1) for value in fit) / total
    clock = any(re.search(r"[.,]\d*[1-9]", value) for value in fit)
    return Dates("excel", share, 0.9, ("integer",), clock=clock) if share >= 0.95 else Dates("", 0.0)
