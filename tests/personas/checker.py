"""An independent check of *data* lines: every figure worked out again, by other means, and every number in the sentence read back."""

import re

import numpy as np
import pandas as pd
from scipy.stats import binom, binomtest, t

from segmentation.personas import Line, Persona

COSTS_TO_SERVE = ["returns", "support", "order_handling", "shipping"]


def untrue(persona: Persona, frame: pd.DataFrame, labels: pd.Series, segment: str | None = None) -> list[Line]:
    """The data lines of this persona that are not true of this segment (its own, unless another is given)."""
    inside = (labels.reindex(frame.index) == (segment or persona.segment)).to_numpy()
    known = labels.reindex(frame.index).notna().to_numpy()
    return [line for line in persona.lines if line.mark == "data" and not _true(line, frame[_name(line)], inside, known)]


def _name(line: Line) -> str:
    return f"{line.given} → {line.level}" if line.given else line.column


def whole_frame(customers, economics, personas) -> pd.DataFrame:
    """The customer table with what personas add to it, worked out by another road: pandas, and cents."""
    frame = customers.frame.copy()
    if economics is not None:
        books = economics.customers.reindex(frame.index)
        frame["profit"], frame["unprofitable"] = books.profit, books.unprofitable
        frame["cost_to_serve"] = books[COSTS_TO_SERVE].sum(axis=1).round(2)
    if customers.lines is None:
        return frame
    lines = pd.read_parquet(customers.lines)
    frame["year_spend"] = _a_year(lines, customers)
    if {"frequency", "categories"} <= set(frame):
        frame["one_category"] = (frame.categories == 1).astype(object).where((frame.frequency >= 2) & frame.categories.notna())
    bought = lines[~lines.is_return.astype(bool)]
    names = bought["product"].where(bought["product_name"].isna() | (bought["product_name"] == ""), bought["product_name"])
    owners = bought.customer_id.groupby(names).agg(set)
    for line in (line for persona in personas for line in persona.lines if line.given):
        both = frame.index.isin(owners[line.level])
        frame[_name(line)] = pd.Series(both, frame.index).astype(object).where(frame.index.isin(owners[line.given]))
    return frame


def _a_year(lines: pd.DataFrame, customers) -> pd.Series:
    last = pd.Timestamp(customers.as_of).normalize() + pd.Timedelta(days=1)
    lines = lines[lines.date < last]
    if lines.date.min() > last - pd.Timedelta(days=365):
        return pd.Series(np.nan, customers.frame.index)
    cents = (lines.amount.astype(float) * 100).round().where(lines.date >= last - pd.Timedelta(days=365), 0)
    return (cents.groupby(lines.customer_id).sum() / 100).reindex(customers.frame.index)


def _true(line: Line, values: pd.Series, inside: np.ndarray, known: np.ndarray) -> bool:
    there = known & values.notna().to_numpy()
    if line.statistic == "share":
        if line.level == ">0":
            hits = pd.to_numeric(values).to_numpy(dtype=float) > 0
        else:
            hits = values.astype("str").to_numpy() == ("True" if line.given else line.level or "True")
        own, others = hits[there & inside], hits[there & ~inside]
        if not len(own) or not len(others):
            return False
        found = own.mean(), binomtest(int(own.sum()), len(own)).proportion_ci(0.95, method="wilson"), others.mean()
    else:
        numbers = pd.to_numeric(values).to_numpy(dtype=float)
        own, others = np.sort(numbers[there & inside]), numbers[there & ~inside]
        middle = np.median if line.statistic == "median" else np.mean
        found = middle(own), _median_bounds(own) if line.statistic == "median" else _mean_bounds(own), middle(others)
    expected = (line.figure, *line.interval, line.base, line.customers)
    return np.allclose((found[0], found[1][0], found[1][1], found[2], len(own)), expected, rtol=1e-6, atol=1e-9)


def _median_bounds(ordered: np.ndarray) -> tuple[float, float]:
    below = max(int(binom.ppf(0.025, len(ordered), 0.5)) - 1, 0)
    return float(ordered[below]), float(ordered[::-1][below])


def _mean_bounds(numbers: np.ndarray) -> tuple[float, float]:
    if numbers.min() == numbers.max():
        return float(numbers[0]), float(numbers[0])
    low, high = t.interval(0.95, len(numbers) - 1, numbers.mean(), numbers.std(ddof=1) / np.sqrt(len(numbers)))
    return float(low), float(high)


_NUMBER = re.compile(
    r"(?P<n>\d[\d.,]*\d|\d)\s*(?P<or>(?:à|or)\s*\d+)?(?P<unit>\s*%|\s*(?:dag|dagen|days?)\b|\s*(?:maanden|maand|months?)\b|\s*(?:jaar|years?)\b)?"
)
_DAYS = {"d": 1.0, "m": 30.44, "j": 365.25, "y": 365.25}


def misquoted(line: Line, words: tuple[str, ...], language: str) -> list[str]:
    """The numbers in this sentence that are neither the figure nor that of the others, as far as their own rounding allows.

    `words`: names from the data that may hold digits of their own.
    """
    text = line.text
    for word in sorted({*words, line.level, line.given}, key=len, reverse=True):
        text = text.replace(word, "…") if word else text
    wrong = []
    for found in _NUMBER.finditer(text):
        digits = found["n"].rstrip(".,")
        digits = digits.replace(".", "").replace(",", ".") if language == "nl" else digits.replace(",", "")
        step = 10.0 ** -len(digits.partition(".")[2])
        value, unit = float(digits), (found["unit"] or "").strip()
        scale = 0.01 if unit == "%" else _DAYS.get(unit[:1], 1.0) if line.kind == "days" else 1.0
        reach = (1.0 if found["or"] else 0.5) * step * scale * 1.0001
        if not any(abs(value * scale - abs(told)) <= reach for told in (line.figure, line.base)):
            wrong.append(f"{found[0]} in {line.text!r} ({line.figure}, {line.base})")
    return wrong
