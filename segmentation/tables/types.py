"""What type is a column? Decided by all its cells together, never by one.

>>> look = look_at(pd.Series(["€ 1.234,50", "3,00-", "n.v.t."], name="Bedrag"))
>>> typed = decide(look)
>>> typed.type, typed.format, look.missing
('money', ',', 1)
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from segmentation.tables.dates import written
from segmentation.tables.evidence import shares
from segmentation.tables.sql import CURRENCY, FALSE, MISSING, MISSING_DATES, SPACES, TRUE, UNITS

WHOLE = 20_000
_HEAD, _SPREAD = 2_000, 4_000
_NOTHING = frozenset(MISSING)
_NO_DATE = frozenset(MISSING_DATES)
_SYMBOLS = "€$£¥"
_AROUND = re.compile(rf"(?:[{_SYMBOLS}]|\b(?:{CURRENCY})\b)", re.IGNORECASE)
_UNIT = re.compile(rf"(?<=\d)\s*(?:{UNITS})\.?$", re.IGNORECASE)
_BODY = re.compile(r"\d[\d.,]*|[.,]\d+")
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?")
_SIMPLE = re.compile(r"-?(?:\d+|\d+[.,]\d{1,2}|\d{4,}[.,]\d+)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITAL = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_DASHES = re.compile(r"(?<=[.,])(?:-+|–|=)$")
_MINUS_BEHIND = re.compile(r"\d\s?[-−–]$")
_SIGN = re.compile(r"^[-+−–]\s?")
_POWER = re.compile(r"\d(?:[.,]\d+)?e[+-]?\d{1,2}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_CODE = re.compile(r"(?=.*\d)[\w#(\[][\w\-/.#:+|)\]]*", re.ASCII)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s*(?:uur|u|am|pm))?", re.IGNORECASE)

_GLANCE = 400  # different values that show what the others are like
_MIXED = 0.1  # of the cells: more of two things in one column is no slip


@dataclass(frozen=True)
class Look:
    """The different cells of a column and how often each occurs; of a long column, of many rows spread over it."""

    name: str
    counts: dict[str, int]
    rows: int
    missing: int
    whole: bool = True

    @property
    def values(self) -> list[str]:
        return list(self.counts)

    @cached_property
    def seen(self) -> dict[str, float]:
        """What the values look like: the share of them that are e-mail addresses, postcodes …"""
        return shares(self.values)

    @cached_property
    def some(self) -> list[str]:
        """At most a few hundred of the different values, spread over them: enough to see what they are like."""
        return self.values[:: max(1, len(self.counts) // _GLANCE)]

    @cached_property
    def filled(self) -> int:
        return sum(self.counts.values())

    @cached_property
    def distinct(self) -> float:
        """The share of cells that are different from all others before them."""
        return len(self.counts) / self.filled if self.filled else 0.0


@dataclass(frozen=True)
class Typed:
    """The type of a column: how it is written, how sure, what else it could be, and what it says about the rest of the table."""

    type: str
    format: str = ""
    certainty: float = 1.0
    alternatives: tuple[str, ...] = ()
    doubt: str = ""
    decimal: str = ""
    order: str = ""
    currency: bool = False
    point_zero: bool = False
    codes: bool = False


@dataclass(frozen=True)
class Habits:
    """How the table writes things elsewhere, for a column that cannot tell by itself."""

    decimal: str = ""
    order: str = ""


def look_at(cells: pd.Series) -> Look:
    """The different values of a column, without the empty ones and the words for nothing."""
    rows = len(cells)
    part = cells if rows <= WHOLE else pd.concat([cells.iloc[:_HEAD], cells.iloc[_HEAD :: max(1, (rows - _HEAD) // _SPREAD)]])
    counts: dict[str, int] = {}
    missing = 0
    several = Counter(part.tolist()) if len(part) <= _HEAD else part.value_counts(dropna=False, sort=False)
    for value, count in several.items():
        text = value.strip(SPACES) if isinstance(value, str) else ""
        if text.lower() in _NOTHING:
            missing += count
        else:
            counts[text] = counts.get(text, 0) + int(count)
    return Look(str(cells.name), counts, len(part), missing, whole=rows <= WHOLE)


def decide(
    look: Look,
    *,
    dated: bool = False,
    yearly: bool = False,
    numeric: bool = False,
    share: bool = False,
    coded: bool = False,
    habits: Habits | None = None,
) -> Typed:
    """The type of a column. The hints are what its header promises: a date, perhaps a year only, a quantity, a percentage, an id."""
    habits = habits or Habits()
    if not look.counts:
        return Typed("empty")
    if yearly and all(_YEAR.fullmatch(value) for value in look.counts):
        return Typed("date", "%Y")
    if _is_boolean(look):
        return Typed("boolean")
    dated = dated or not coded and not numeric and _eight_digits(look)
    enough = 0.75 if dated or numeric else 0.88
    dates = written([v for v in look.counts if v.lower() not in _NO_DATE], look.counts, dated, habits.order)
    if dates.share >= enough and (not coded or "%Y" in dates.format and dates.format not in ("%Y%m%d", "%d%m%Y", "%Y-%m") and dates.share > 0.95):
        doubt = "order" if dates.alternatives and dates.format != "excel" else "excel" if dates.format == "excel" else ""
        kind = "datetime" if dates.clock else "date"
        return Typed(kind, dates.format, dates.certainty, dates.alternatives, doubt, order=dates.order)
    number = _number(look, enough, numeric, share, habits)
    if number is not None:
        return number
    return _words(look)


def _eight_digits(look: Look) -> bool:
    """Whether every cell is a day as 20240315, over several months: numbers of something else would soon hold a thirteenth month."""
    return len(look.counts) >= 5 and all(_DIGITAL.fullmatch(value) for value in look.counts) and len({value[:6] for value in look.counts}) > 2


def _is_boolean(look: Look) -> bool:
    words = {value.lower() for value in look.counts}
    told = {word for word in words if not word[0].isdigit()}
    fit = sum(count for value, count in look.counts.items() if value.lower() in TRUE + FALSE)
    if not told or fit < 0.9 * look.filled or len(words) > 6:
        return False
    sided = bool(told & set(TRUE)), bool(told & set(FALSE))
    return all(sided) or (told <= {"x", "✓", "✔", "ja", "nee", "yes", "true", "false", "waar", "onwaar"} and len(told) == 1)


def body_of(value: str) -> tuple[str, frozenset[str]] | None:
    """The digits of a number and what stood around them, None when it is no number.

    >>> body_of("€ 1.234,50-") == ("1.234,50", frozenset({"currency", "minus_behind"}))
    True
    """
    if _SIMPLE.fullmatch(value):
        return value.lstrip("-"), frozenset()
    around: set[str] = set()
    text = _AROUND.sub("", value.strip(SPACES)).strip(SPACES)
    if text != value.strip(SPACES):
        around.add("currency")
    if text.startswith("(") and text.endswith(")"):
        around.add("brackets")
        text = text[1:-1].strip()
    if text.endswith("%"):
        around.add("percent")
        text = text[:-1].strip()
    text, dashes = _DASHES.subn("", text)
    if not dashes and _MINUS_BEHIND.search(text):
        around.add("minus_behind")
        text = text[:-1].strip()
    text = _SIGN.sub("", text)
    bare = _UNIT.sub("", text)
    if bare != text:
        around.add("unit")
    if _POWER.fullmatch(bare):
        return bare, frozenset(around | {"power"})
    if _SPACED.fullmatch(bare):
        bare = re.sub(r"[^\d.,]", "", bare)
        around.add("digit_spaces")
    return (bare, frozenset(around)) if _BODY.fullmatch(bare) and _vote(bare) != "none" else None


def _vote(body: str) -> str:
    """What a number says about the decimal mark: `,` or `.`, `?,` or `?.` when that mark may also divide thousands, "" for plain digits."""
    if body.isdigit():
        return ""
    if body.count(".") + body.count(",") == 1:
        mark = "," if "," in body else "."
        left, _mark, right = body.partition(mark)
        return "?" + mark if len(right) == 3 and 1 <= len(left) <= 3 and left != "0" else mark
    marks = _DIGIT.sub("", body)
    last = marks[-1]
    groups = re.split(r"[.,]", body)
    if len(set(marks)) == 2:
        good = marks.count(last) == 1 and all(len(group) == 3 for group in groups[1:-1]) and 1 <= len(groups[0]) <= 3
        return last if good else "none"
    good = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    return ("." if last == "," else ",") if good else "none"


def _number(look: Look, enough: float, numeric: bool, share: bool, habits: Habits) -> Typed | None:
    fit, signs, votes, zeros, codes = 0, Counter[str](), Counter[str](), 0, 0
    for value, count in look.counts.items():
        found = body_of(value)
        if found is None:
            continue
        body, around = found
        fit += count
        for sign in around:
            signs[sign] += count
        votes[_vote(body) if "power" not in around else ("," if "," in body else ".")] += count
        zeros += count if body[0] == "0" and body[1:2].isdigit() else 0
        codes += count if len(body) > 15 and len(re.split(r"[.,](?=\d*$)", re.sub(r"[.,](?=\d{3}[.,])", "", body))[0]) > 15 else 0
        signs["point_zero"] += count if body.endswith(".0") else 0
    if fit < enough * look.filled or (zeros and not numeric) or codes > 0.05 * fit:
        return None
    if signs["percent"] and min(signs["percent"], signs["currency"]) >= _MIXED * fit:
        return None  # shares and money in one column: neither can be read as the other
    decimal, certainty, alternatives = _decimal(votes, habits, numeric)
    whole = not any(votes[mark] for mark in ",.") and (not votes["?" + decimal])
    point_zero = signs["point_zero"] + votes[""] == fit and signs["point_zero"] > 0
    told = decimal if any(votes[mark] for mark in ",.") and not point_zero else ""
    facts = Typed("number", decimal, certainty, alternatives, "decimal" if alternatives else "", decimal=told)
    if signs["percent"] >= 0.5 * fit:
        return replace(facts, type="percent", format=decimal + "%")
    if share:
        large = any(float(re.sub(r"\D", "", body_of(value)[0]) or 0) > 1 for value in look.counts if body_of(value))  # type: ignore[index]
        parts = not large or all(re.match(r"0?[.,]|[01]$", value) for value in look.counts)
        return replace(facts, type="percent", format=decimal if parts else decimal + "%")
    money = signs["currency"] >= 0.3 * fit
    kind = "money" if money else "integer" if whole or point_zero else "number"
    return replace(facts, type=kind, format="." if point_zero else decimal, currency=money, point_zero=point_zero)


def _decimal(votes: Counter[str], habits: Habits, numeric: bool) -> tuple[str, float, tuple[str, ...]]:
    """The decimal mark, how sure, and the other one when it is possible: the column first, then the table, then Dutch habits."""
    comma, point = votes[","], votes["."]
    if comma or point:
        return ("," if comma >= point else "."), round(max(comma, point) / (comma + point), 2), ()
    if not votes["?,"] and not votes["?."]:
        return habits.decimal or ",", 1.0, ()
    if habits.decimal:
        return habits.decimal, 0.9, ("." if habits.decimal == "," else ",",)
    # 1.234 is a thousand and more to a Dutch program, 1,234 to an American one: three decimals and never two are rare
    guess = "," if votes["?."] >= votes["?,"] else "."
    return guess, 0.75, ("." if guess == "," else ",",)


def _words(look: Look) -> Typed:
    filled, different = look.filled, len(look.counts)
    clocks = sum(count for value, count in look.counts.items() if _CLOCK.fullmatch(value))
    if clocks >= 0.9 * filled and any(":" in value for value in look.counts):
        return Typed("time")
    codes = sum(count for value, count in look.counts.items() if _CODE.fullmatch(value) and len(value) <= 64) / filled
    length = sum(len(value) * count for value, count in look.counts.items()) / filled
    few = different <= 60 and look.distinct <= 0.5 or different <= 400 and look.distinct <= 0.1
    if codes >= 0.9 and (different > 12 or look.distinct > 0.5):
        return Typed("id", ".0" if any(value.endswith(".0") for value in look.counts) and _point_zeros(look) else "", codes=True)
    if few and length <= 40 or different <= 3 and filled <= 6 and length <= 20:
        return Typed("category")
    return Typed("text")


def _point_zeros(look: Look) -> bool:
    return all(re.fullmatch(r"\d+(?:\.0)?", value) for value in look.counts)


def as_id(typed: Typed, look: Look) -> Typed:
    """The same column as an id: its cells stay as they are, but 13085.0 was only ever 13085."""
    zeros = (
        any(value.endswith(".0") for value in look.counts)
        and sum(count for value, count in look.counts.items() if re.fullmatch(r"\d+(?:\.0)?", value)) >= 0.9 * look.filled
    )
    return replace(typed, type="id", format=".0" if zeros else "", alternatives=(), doubt="", certainty=1.0)
