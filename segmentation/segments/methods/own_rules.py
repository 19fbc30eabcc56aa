"""What if the owner knows best? Segments by rules in words: `turnover > 500 and returns < 2`."""

import re

import numpy as np
import pandas as pd

from segmentation.errors import MissingData, WrongChoice
from segmentation.language import _
from segmentation.segments.treatment import as_numbers

_PART = re.compile(r"^\s*[\"'“`]?(?P<name>.+?)[\"'”`]?\s*(?P<sign>>=|<=|!=|<>|==|=|>|<)\s*[\"'“]?(?P<value>.*?)[\"'”]?\s*$")


def own_segments(frame: pd.DataFrame, rules: dict[str, str]) -> tuple[np.ndarray, list[str]]:
    """(number of the first rule that each customer meets, the names; customers without a rule come last under an empty name).

    A rule joins conditions with `and` and `or` (`en`, `of`); `and` binds closer.

    >>> own_segments(pd.DataFrame({"turnover": [900, 20.0]}), {"big": "turnover > 500"})
    (array([0, 1]), ['big', ''])
    """
    if not rules:
        raise WrongChoice(_("There are no rules yet."), _("Write at least one rule, such as: monetary > 500 and return_share < 0.2"))
    labels = np.full(len(frame), len(rules), np.int64)
    for number, text in reversed(list(enumerate(rules.values()))):
        labels[met(frame, text)] = number
    return labels, [*rules, ""]


def met(frame: pd.DataFrame, text: str) -> np.ndarray:
    """Who meets this rule."""
    some = np.zeros(len(frame), bool)
    for option in re.split(r"\s+(?:or|of)\s+", text.strip(), flags=re.I):
        every = np.ones(len(frame), bool)
        for part in re.split(r"\s+(?:and|en)\s+", option, flags=re.I):
            every &= _condition(frame, part)
        some |= every
    return some


def _condition(frame: pd.DataFrame, part: str) -> np.ndarray:
    found = _PART.match(part)
    if not found:
        raise WrongChoice(
            _("The rule “{part}” is not understood.").format(part=part.strip()[:80]), _("Write a column, a sign and a value: monetary > 500"))
    columns = {str(name).lower(): name for name in frame.columns}
    name = columns.get(found["name"].strip().lower())
    if name is None:
        raise MissingData(
            _("There is no column “{name}” among these customers.").format(name=found["name"].strip()[:80]),
            _("Choose from: {names}.").format(names=", ".join(str(column) for column in list(frame.columns)[:12])))
    sign, value = found["sign"], found["value"].strip()
    number = _number(value)
    if number is None or not (pd.api.types.is_numeric_dtype(frame[name]) or sign in (">", "<", ">=", "<=")):
        same = (frame[name].astype(str).str.lower() == value.lower()).to_numpy(bool)
        if sign in ("=", "=="):
            return same
        if sign in ("!=", "<>"):
            return ~same
        raise WrongChoice(
            _("“{value}” is not a number, so “{sign}” cannot be used.").format(value=value[:40], sign=sign), _("Use = or a number."))
    x = as_numbers(frame[name])
    with np.errstate(invalid="ignore"):
        return {">": x > number, "<": x < number, ">=": x >= number, "<=": x <= number, "=": x == number, "==": x == number,
                "!=": x != number, "<>": x != number}[sign]


def _number(text: str) -> float | None:
    plain = text.replace("€", "").replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", plain):
        plain = plain.replace(".", "")
    share = plain.endswith("%")
    try:
        return float(plain.rstrip("%").replace(",", ".")) / (100 if share else 1)
    except ValueError:
        return None
