"""What was done to a file on the way in: every repair and every guess, counted, with an example."""

import datetime as dt
import re
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from segmentation.language import _, date, number
from segmentation.tables.told import name_in_words
from segmentation.tables.words import GUESSES, ONCE, REJECTIONS, REPAIRS


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
        texts = ONCE if self.count == 1 and self.code in ONCE else REPAIRS
        text = _(texts[self.code]) if self.code in texts else self.code.replace("_", " ")
        return text.format(count=number(self.count), where=name_in_words(self.where), before=self.before, after=written(self.after))


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
        return text.format(value=shown(self.value), where=name_in_words(where))


@dataclass(frozen=True)
class Receipt:
    """Every repair, in the order of the work: first the file, then the rows, then the cells."""

    repairs: tuple[Repair, ...] = ()

    def frame(self) -> pd.DataFrame:
        """One row per repair, in words: code, what, count, where, before, after."""
        rows = [
            {"code": repair.code, "what": repair.sentence(), **asdict(repair), "where": name_in_words(repair.where), "after": written(repair.after)}
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
    """A value as it was read, as the reader writes it: figures with their own decimal sign, dates and yes or no in words, nothing for what became empty.

    >>> from segmentation.language import speaking
    >>> with speaking("nl"):
    ...     written("1234.5"), written("2024-03-05"), written("2024-03-05 09:30:00"), written("False"), written("nan"), written("utf-8")
    ('1.234,5', '5 mrt 2024', '5 mrt 2024 09:30', 'nee', '', 'utf-8')
    """
    if after in ("nan", "NaT", "<NA>", "None"):
        return ""
    if re.fullmatch(r"-?\d{1,15}\.\d{1,6}", after):
        return number(float(after), len(after.partition(".")[2]))
    if after in ("True", "False"):
        return _("yes") if after == "True" else _("no")
    if found := re.fullmatch(r"(\d{4}-\d\d-\d\d)( \d\d:\d\d)?(?::00)?(:\d\d)?", after):
        return date(dt.date.fromisoformat(found[1])) + (found[2] or "") + (found[3] or "")
    return name_in_words(after)


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
