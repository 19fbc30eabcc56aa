"""How does a fact become a line: which words, which figure as people write it, and the evidence in full?"""

from dataclasses import replace
from typing import Any

from segmentation.language import N_, _, duration, money, ngettext, number, percent
from segmentation.personas.persona import Line
from segmentation.personas.phrases import COLUMN_FIELDS, SENTENCES

GENDERS = {
    "f": N_("women"), "female": N_("women"), "v": N_("women"), "vrouw": N_("women"), "woman": N_("women"),
    "mevr.": N_("women"), "mevr": N_("women"), "mevrouw": N_("women"), "dhr.": N_("men"), "dhr": N_("men"), "heer": N_("men"),
    "m": N_("men"), "male": N_("men"), "man": N_("men"), "x": N_("neither man nor woman"),
}
BOOLEANS = {"true": N_("yes"), "false": N_("no")}


def tell(fact: Any, currency: str = "EUR", turn: int = 0) -> Line:
    """One fact as a *data* line, in the current language. `turn` chooses among sentences that say the same."""
    from segmentation.segments.vocabulary import label_of

    line = Line(
        COLUMN_FIELDS.get(fact.column, "traits"), "", "data", float(fact.value), (float(fact.low), float(fact.high)),
        float(fact.others), column=fact.column, statistic=fact.statistic, level=fact.level, kind=fact.kind,
        currency=currency if fact.kind == "money" else "", customers=int(fact.customers), effect=float(fact.effect),
        differs=bool(fact.differs),
    )
    amount = Amount(line)
    way = _way(fact)
    column = fact.column if (fact.column, way) in SENTENCES else ""
    choices = SENTENCES[column, f"mean_{way}" if not column and fact.statistic == "mean" else way]
    text = _(choices[turn % len(choices)]).format(
        value=amount.told(), others=amount.plain(fact.others), level=level_words(line), label=label_of(fact.column).strip("“”‘’")
    )
    if way in {"more", "less"} and not (fact.differs or _apart(fact)):
        text = f"{text} {_('That difference can be chance.')}"
    return replace(line, text=text, evidence=_evidence(line, amount))


def _way(fact: Any) -> str:
    if fact.statistic == "share":
        way = "any" if fact.level == ">0" else "yes" if fact.kind == "boolean" else "level"
        return "none" if fact.value == 0 and (fact.column, "none") in SENTENCES else way
    if not (fact.differs or _apart(fact)) and abs(fact.value - fact.others) <= 0.15 * max(abs(fact.value), abs(fact.others)):
        return "same"
    return "more" if fact.value > fact.others else "less"


def _apart(fact: Any) -> bool:
    return bool(fact.low > fact.others_high or fact.high < fact.others_low)


def level_words(line: Line) -> str:
    """A category as people say it: our own codes and genders in words, everything else as it stands in the file."""
    from segmentation.customers.words import shown

    sign = line.level.strip().casefold()
    words = GENDERS if line.column == "gender" else BOOLEANS
    return _(words[sign]) if sign in words else shown(line.column, line.level)


class Amount:
    """How the figures of one *data* line are written."""

    def __init__(self, line: Line) -> None:
        assert line.figure is not None
        assert line.interval is not None
        self.line, self.figure, self.interval = line, line.figure, line.interval
        size = abs(line.figure)
        wide = self.interval[1] - self.interval[0] > 20
        self.decimals = 0 if size >= 20 or wide or line.kind == "count" else (1 if size >= 1 else 2)

    def plain(self, value: float) -> str:
        """A figure with its unit sign."""
        line = self.line
        if line.statistic == "share" or line.kind == "share":
            return percent(value, 1 if 0 < abs(value) < 0.03 else 0)
        if line.kind == "money":
            return money(value, line.currency, 0 if abs(value) >= 20 else 2)
        if line.kind == "days":
            return duration(value)
        return number(value, 0 if float(value).is_integer() or line.column == "age" else max(self.decimals, 1))

    def told(self) -> str:
        """The figure as the persona says it: with a noun where that reads better."""
        line = self.line
        if line.statistic != "median" or line.kind in {"money", "days"}:
            return self.plain(self.figure)
        count = 1 if self.figure == 1 else 2
        words = {
            "frequency": ngettext("{n} order", "{n} orders", count), "items": ngettext("{n} item", "{n} items", count),
            "products": ngettext("{n} product", "{n} different products", count),
            "categories": ngettext("{n} category", "{n} categories", count),
            "tickets": ngettext("{n} question", "{n} questions", count), "visits": ngettext("{n} visit", "{n} visits", count),
            "employees": ngettext("{n} person", "{n} people", count),
        }
        return words.get(line.column, "{n}").format(n=self.plain(self.figure))

    def with_interval(self) -> str:
        """The figure and its uncertainty: 48 (46–50)."""
        low, high = (self.plain(bound) for bound in self.interval)
        return f"{self.plain(self.figure)} ({low}–{high})"


def _evidence(line: Line, amount: Amount) -> str:
    """Figure, uncertainty, base and the others, for the margin."""
    name = {"median": N_("Median"), "mean": N_("Mean"), "share": N_("Share")}[line.statistic]
    return _("{statistic} {figure}, {customers} customers; the others {others}").format(
        statistic=_(name), figure=amount.with_interval(), customers=number(line.customers), others=amount.plain(line.base or 0.0)
    )
