"""What was done to a file on the way in: every repair and every guess, counted, with an example."""

import datetime as dt
import re
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from segmentation.language import _, date, number
from segmentation.tables.words import GUESSES, REJECTIONS, REPAIRS


@dataclass(frozen=True)
class Repair:
    """One kind of repair: its code, how often, where (column, line or part of the file), and an example before and after."""

    code: str
    count: int
    where: str = ""
    before: str = ""
    after: str = ""

    def sentence(self) -> str:
        """The repair in words, in the current language."""
        text = _(REPAIRS[self.code]) if self.code in REPAIRS else self.code.replace("_", " ")
        return text.format(count=number(self.count), where=self.where, before=self.before, after=written(self.after))


@dataclass(frozen=True)
class Guess:
    """Something that was guessed: what (of one column: `code:column`), the value taken, how sure (0–1), and what else it could have been."""

    what: str
    value: Any
    certainty: float
    alternatives: tuple[Any, ...] = ()

    def sentence(self) -> str:
        """The guess in words, in the current language."""
        code, _sign, where = self.what.partition(":")
        text = _(GUESSES[code]) if code in GUESSES else code.replace("_", " ") + ": {value}"
        return text.format(value=shown(self.value), where=where)


@dataclass(frozen=True)
class Receipt:
    """Every repair, in the order of the work: first the file, then the rows, then the cells."""

    repairs: tuple[Repair, ...] = ()

    def frame(self) -> pd.DataFrame:
        """One row per repair, in words: code, what, count, where, before, after."""
        rows = [
            {"code": repair.code, "what": repair.sentence(), **asdict(repair), "after": written(repair.after)}
            for repair in self.repairs
        ]
        return pd.DataFrame(rows, columns=["code", "what", "count", "where", "before", "after"])

    def sentences(self) -> list[str]:
        """One sentence per repair, in the current language."""
        return [repair.sentence() for repair in self.repairs]

    def count(self, code: str) -> int:
        """How often this repair was made, over the whole file."""
        return sum(repair.count for repair in self.repairs if repair.code == code)


def written(after: str) -> str:
    """A value as it was read, as the reader writes it: figures with their own decimal sign, dates in words, nothing for what became empty.

    >>> from segmentation.language import speaking
    >>> with speaking("nl"):
    ...     written("1234.5"), written("2024-03-05"), written("nan"), written("utf-8")
    ('1.234,5', '5 mrt 2024', '', 'utf-8')
    """
    if after in ("nan", "NaT", "<NA>", "None"):
        return ""
    if re.fullmatch(r"-?\d{1,15}\.\d{1,6}", after):
        return number(float(after), len(after.partition(".")[2]))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", after):
        return date(dt.date.fromisoformat(after))
    return after


def shown(value: Any) -> str:
    """A guessed value as a person can read it: a tab is a word, no header is "none"."""
    names = {None: _("none"), "": _("none"), "\t": _("tab"), " ": _("space"), True: _("yes"), False: _("no")}
    if isinstance(value, str | bool | None) and value in names:
        return names[value]
    return str(value)


def reason_in_words(code: str) -> str:
    """Why a row was set aside, in the current language.

    >>> from segmentation.language import speaking
    >>> with speaking("en"):
    ...     reason_in_words("total")
    'This is a total, not a row of its own.'
    """
    return _(REJECTIONS[code]) if code in REJECTIONS else code.replace("_", " ")
