"""What if the owner knows best? Segments by rules in words: `turnover > 500 and returns < 2`."""

import re

import numpy as np
import pandas as pd

from segmentation.errors import MissingData, WrongChoice
from segmentation.language import LANGUAGES, _, speaking
from segmentation.segments.treatment import as_numbers
from segmentation.segments.vocabulary import LABELS, label_of

_PART = re.compile(r"^\s*[\"'“`]?(?P<name>.+?)[\"'”`]?\s*(?P<sign>>=|<=|!=|<>|==|=|>|<)\s*[\"'“]?(?P<value>.*?)[\"'”]?\s*$")
_COUNTED = ("number of ", "aantal ")  # left out by who is in a hurry: “returns < 2”


def own_segments(frame: pd.DataFrame, rules: dict[str, str]) -> tuple[np.ndarray, list[str]]:
    """(number of the first rule that each customer meets, the names; customers without a rule come last under an empty name).

    A rule joins conditions with `and` and `or` (`en`, `of`); `and` binds closer. A column is called by its own name, or as it is called on the screen in any language.

    >>> own_segments(pd.DataFrame({"turnover": [900, 20.0]}), {"big": "turnover > 500"})
    (array([0, 1]), ['big', ''])
    """
    if not rules:
        raise WrongChoice(_("There are no rules yet."), _("Write at least one rule, such as: turnover > 500 and number of returns < 2"))
    labels = np.full(len(frame), len(rules), np.int64)
    for number, text in reversed(list(enumerate(rules.values()))):
        labels[met(frame, text)] = number
    return labels, [*rules, ""]


def met(frame: pd.DataFrame, text: str) -> np.ndarray:
    """Who meets this rule."""
    known = names_of(frame)
    text = _before_a_sign(known).sub(lambda found: f"\0{list(known).index(found[0].lower())}\0", text.replace("\0", " "))  # so that an “of” in a name is no “or”
    some = np.zeros(len(frame), bool)
    for option in re.split(r"\s+(?:or|of)\s+", text.strip(), flags=re.I):
        every = np.ones(len(frame), bool)
        for part in re.split(r"\s+(?:and|en)\s+", option, flags=re.I):
            every &= _condition(frame, part, list(known.values()))
        some |= every
    return some


def names_of(frame: pd.DataFrame) -> dict[str, str]:
    """What a column may be called, in small letters → the column; its own name goes first."""
    known = {str(name).strip().lower(): name for name in frame.columns if str(name).strip()}
    for language in LANGUAGES:
        with speaking(language):
            for name in frame.columns:
                label = label_of(name).lower() if name in LABELS else ""
                for told in (label, *(label.removeprefix(start) for start in _COUNTED)):
                    known.setdefault(told, name)
    known.pop("", None)
    return known


def spelled(frame: pd.DataFrame, text: str) -> str:
    """The rule with every column by its own name, for who carries it out elsewhere.

    >>> spelled(pd.DataFrame({"monetary": [1.0]}), "omzet > 500")
    'monetary > 500'
    """
    known = names_of(frame)
    return _before_a_sign(known).sub(lambda found: str(known[found[0].lower()]), text)


def _before_a_sign(known: dict[str, str]) -> re.Pattern[str]:
    """Any of these names where a sign follows, the longest first."""
    names = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{names})(?=[\"'”`]?\s*(?:[<>=]|!=))", re.I)


def _condition(frame: pd.DataFrame, part: str, columns: list[str]) -> np.ndarray:
    found = _PART.match(part)
    if not found:
        raise WrongChoice(
            _("The rule “{part}” is not understood.").format(part=part.strip()[:80]), _("Write a column, a sign and a value: turnover > 500"))
    place = re.fullmatch(r"\0(\d+)\0", found["name"].strip())
    if not place:
        told = re.sub(r"\0(\d+)\0", lambda number: label_of(str(columns[int(number[1])])).strip("“”‘’"), found["name"].strip())
        raise MissingData(
            _("There is no column “{name}” among these customers.").format(name=told[:80]),
            _("Choose from: {names}.").format(names=", ".join(label_of(str(column)) for column in list(frame.columns)[:12])))
    name = columns[int(place[1])]
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
