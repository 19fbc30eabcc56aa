"""How does a fact become a line: which words, which figure as people write it, and the evidence in full?"""

from typing import Any

import pandas as pd

from segmentation.language import N_, _, duration, money, ngettext, number, percent
from segmentation.personas.persona import Line
from segmentation.personas.phrases import COLUMN_FIELDS, SENTENCES

GENDERS = {
    "f": N_("women"), "female": N_("women"), "v": N_("women"), "vrouw": N_("women"), "woman": N_("women"),
    "m": N_("men"), "male": N_("men"), "man": N_("men"), "x": N_("neither man nor woman"),
}


def tell(fact: Any, currency: str = "EUR", turn: int = 0, label: str = "") -> Line:
    """One fact as a *data* line, in the current language. `turn` chooses among sentences that say the same."""
    amount = Amount(fact, currency)
    way = _way(fact)
    column = fact.column if (fact.column, way) in SENTENCES else ""
    if not column and fact.statistic == "mean":
        way = f"mean_{way}"
    choices = SENTENCES[column, way]
    text = _(choices[turn % len(choices)]).format(
        value=amount.told(), others=amount.plain(fact.others), level=level_words(fact), label=label or fact.column.replace("_", " ")
    )
    if way.endswith(("more", "less")) and not _apart(fact):
        text = f"{text} {_('That difference can be chance.')}"
    return Line(
        COLUMN_FIELDS.get(fact.column, "traits"), text, "data", float(fact.value), (float(fact.low), float(fact.high)), float(fact.others),
        column=fact.column, statistic=fact.statistic, level=fact.level, customers=int(fact.customers), effect=float(fact.effect),
        differs=bool(fact.differs), evidence=_evidence(fact, amount),
    )


def _way(fact: Any) -> str:
    if fact.level == ">0":
        return "any"
    if fact.statistic == "share":
        return "yes" if fact.kind == "boolean" else "level"
    if not _apart(fact) and abs(fact.value - fact.others) <= 0.15 * max(abs(fact.value), abs(fact.others)):
        return "same"
    return "more" if fact.value > fact.others else "less"


def _apart(fact: Any) -> bool:
    return bool(fact.low > fact.others_high or fact.high < fact.others_low)


def level_words(fact: Any) -> str:
    """A category as people say it; only a gender is spelled out, everything else stays as it stands in the file."""
    if fact.column == "gender":
        return _(GENDERS[fact.level.strip().casefold()]) if fact.level.strip().casefold() in GENDERS else fact.level
    return str(fact.level)


class Amount:
    """How the figures of one fact are written."""

    def __init__(self, fact: Any, currency: str) -> None:
        self.fact, self.currency = fact, currency
        spread = abs(fact.high - fact.low)
        self.decimals = 0 if abs(fact.value) >= 20 or _whole(fact) or spread > 20 else (1 if abs(fact.value) >= 1 else 2)

    def plain(self, value: float) -> str:
        """A figure with its unit sign."""
        if self.fact.statistic == "share" or self.fact.kind == "share":
            return percent(value, 1 if 0 < abs(value) < 0.03 else 0)
        if self.fact.kind == "money":
            return money(value, self.currency, 0 if abs(value) >= 20 else 2)
        if self.fact.kind == "days":
            return duration(value)
        return number(value, 0 if float(value).is_integer() or self.fact.column == "age" else max(self.decimals, 1))

    def told(self) -> str:
        """The figure as the persona says it: with a noun where that reads better."""
        value, column = self.fact.value, self.fact.column
        if self.fact.statistic != "median" or self.fact.kind in {"money", "days"}:
            return self.plain(value)
        count = 1 if value == 1 else 2
        words = {
            "frequency": ngettext("{n} order", "{n} orders", count), "items": ngettext("{n} item", "{n} items", count),
            "products": ngettext("{n} product", "{n} different products", count),
            "categories": ngettext("{n} category", "{n} categories", count),
            "tickets": ngettext("{n} question", "{n} questions", count), "visits": ngettext("{n} visit", "{n} visits", count),
            "employees": ngettext("{n} person", "{n} people", count),
        }
        return words.get(column, "{n}").format(n=self.plain(value))


def _whole(fact: Any) -> bool:
    return fact.kind == "count" or (float(fact.value).is_integer() and float(fact.others).is_integer())


def _evidence(fact: Any, amount: Amount) -> str:
    """Figure, uncertainty, base and the others, for the margin."""
    name = {"median": N_("Median"), "mean": N_("Mean"), "share": N_("Share")}[fact.statistic]
    return _("{statistic} {value} ({low}–{high}), {customers} customers; the others {others}").format(
        statistic=_(name), value=amount.plain(fact.value), low=amount.plain(fact.low), high=amount.plain(fact.high),
        customers=number(fact.customers), others=amount.plain(fact.others),
    )


def told_once(facts: pd.DataFrame) -> pd.DataFrame:
    """Of each category and unit only what is worth a line: the largest level, or the one that sets the segment apart most."""
    levels = facts[(facts.kind == "category") & (facts.level != ">0")]
    rest = facts.drop(levels.index)
    apart = levels[(levels.effect > 0) & levels.differs].sort_values(["effect", "level"], ascending=[False, True]).drop_duplicates("column")
    common = levels[~levels.column.isin(apart.column)].sort_values(["value", "level"], ascending=[False, True]).drop_duplicates("column")
    return pd.concat([rest, apart, common[common.value >= 0.2]])
