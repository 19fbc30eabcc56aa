"""How does a fact become a line: which words, which figure as people write it, and the evidence in full?"""

import math
import re
from dataclasses import replace
from functools import cache
from typing import Any

from segmentation.language import N_, _, current_language, duration, money, ngettext, number, percent
from segmentation.personas.persona import Line
from segmentation.personas.phrases import COLUMN_FIELDS
from segmentation.personas.sentences import CLAUSES, COMPARISONS, SAID, SENTENCES

GENDERS = {
    "f": N_("women"), "female": N_("women"), "v": N_("women"), "vrouw": N_("women"), "woman": N_("women"),
    "mevr.": N_("women"), "mevr": N_("women"), "mevrouw": N_("women"), "dhr.": N_("men"), "dhr": N_("men"), "heer": N_("men"),
    "m": N_("men"), "male": N_("men"), "man": N_("men"), "x": N_("neither man nor woman"),
}
BOOLEANS = {"true": N_("yes"), "false": N_("no")}
ARTICLES = {  # countries that are not named without one
    "Verenigd Koninkrijk": "het ", "Verenigde Staten": "de ", "Verenigde Arabische Emiraten": "de ", "Filipijnen": "de ",
    "United Kingdom": "the ", "United States": "the ", "United Arab Emirates": "the ", "Philippines": "the ", "Netherlands": "the ",
}
NEARLY_ALL = 0.9


def tell(fact: Any, currency: str = "EUR", turn: int = 0, firm: bool = False) -> Line:
    """One fact as a *data* line, in the current language. `turn` chooses among sentences that say the same; a `firm` speaks as "we"."""
    from segmentation.segments.vocabulary import label_of

    line = Line(
        COLUMN_FIELDS.get(fact.column, "traits"), "", "data", float(fact.value), (float(fact.low), float(fact.high)),
        float(fact.others), column=fact.column, statistic=fact.statistic, level=fact.level, kind=fact.kind, given=getattr(fact, "given", ""),
        currency=currency if fact.kind == "money" else "", customers=int(fact.customers), effect=float(fact.effect),
        differs=bool(fact.differs),
    )
    amount = Amount(line)
    way = _way(fact)
    choices = _choices(fact, way)
    words = {
        "value": amount.told(), "others": amount.spoken(fact.others), "loss": amount.plain(-fact.value), "others_loss": amount.plain(-fact.others),
        "level": level_words(line), "given": line.given, "label": label_of(fact.column).strip("“”‘’"),
    }
    clause = _clause(line, firm).format(**words) if fact.statistic == "share" else ""
    text = _(choices[turn % len(choices)]).format(clause=clause, **words)
    if way in {"more", "less"} and not _sure(fact):
        text = f"{text} {_('That difference can be chance.')}"
    return replace(line, text=text, evidence=_evidence(line, amount))


def _choices(fact: Any, way: str) -> tuple[str, ...]:
    """The sentences for this fact: of its column and exact way, of its column, or of any column."""
    kind = way.partition("_")[0]
    mean = fact.statistic == "mean"
    whole = [(fact.column, "all")] if fact.statistic == "share" and fact.value == 1 else []
    keys = [*whole, (fact.column, way), (fact.column, kind), ("", f"mean_{way}" if mean else way), ("", kind)]
    found = next((SENTENCES[key] for key in keys if key in SENTENCES), None)
    if found is not None:
        return found
    if min(fact.value, fact.others) >= NEARLY_ALL:
        return COMPARISONS["most"]
    if fact.value == 1:
        return COMPARISONS["all"]
    return COMPARISONS[way.partition("_")[2] if way.partition("_")[2] in COMPARISONS else "more"]


def _way(fact: Any) -> str:
    """How the figure stands to that of the others."""
    direction = "same" if _alike(fact) else "more" if fact.value > fact.others else "less"
    if fact.statistic == "share":
        word = "any" if fact.level == ">0" else "yes" if fact.kind == "boolean" else "level"
        if word != "level" and fact.value == 0:
            return "none"
        if fact.column == "gender":
            return f"level_{GENDERS.get(fact.level.strip().casefold(), '')}"
        return f"{word}_{direction}" if direction == "same" or _sure(fact) else word
    if fact.column == "profit" and min(fact.value, fact.others) < 0:
        return "losses" if max(fact.value, fact.others) < 0 else "loss" if fact.value < 0 else "gain"
    if fact.value <= 0 < fact.others and (fact.column, "zero") in SENTENCES:
        return "zero"
    return "once" if fact.column == "frequency" and fact.value == 1 < fact.others and _sure(fact) else direction


def _sure(fact: Any) -> bool:
    return bool(fact.differs or fact.low > fact.others_high or fact.high < fact.others_low)


def _alike(fact: Any) -> bool:
    return not _sure(fact) and abs(fact.value - fact.others) <= 0.15 * max(abs(fact.value), abs(fact.others))


def _clause(line: Line, firm: bool) -> str:
    """What somebody of this category says, before the comparison."""
    sign = line.level.strip().casefold()
    if line.column == "country":
        land = country_name(line.level.strip(), current_language())
        return _(CLAUSES["firm country" if firm else "country"]).replace("{level}", f"{ARTICLES.get(land, '')}{{level}}")
    if line.column == "household":
        return _(SAID["household"][sign]) if sign in SAID["household"] else _(CLAUSES["household"])
    place = f"firm {line.column}" if firm else line.column
    return _(CLAUSES.get(place) or CLAUSES.get(line.column) or CLAUSES[""])


def level_words(line: Line) -> str:
    """A category as it stands in a sentence of ours: common words of shops with their preposition, everything else as `category`."""
    sign = line.level.strip().casefold()
    if sign in SAID.get(line.column, {}) and line.column != "household":
        return _(SAID[line.column][sign])
    if line.column == "favourite_channel":
        return _("through “{channel}”").format(channel=line.level)
    if line.column == "device":
        return _("on “{device}”").format(device=line.level)
    return category(line)


def category(line: Line) -> str:
    """A category by its name: our own codes, genders and countries in words, everything else as it stands in the file."""
    from segmentation.customers.words import shown

    sign = line.level.strip().casefold()
    if line.column == "country":
        return country_name(line.level.strip(), current_language())
    words = GENDERS if line.column == "gender" else BOOLEANS if line.kind == "boolean" else {}
    return _(words[sign]) if sign in words else shown(line.column, line.level)


@cache
def country_name(country: str, language: str) -> str:
    """A country in this language, when the file names it in Dutch or English or by its code.

    >>> country_name("United Kingdom", "nl"), country_name("BE", "en"), country_name("EIRE", "nl"), country_name("Atlantis", "nl")
    ('Verenigd Koninkrijk', 'Belgium', 'Ierland', 'Atlantis')
    """
    from babel import Locale

    codes = {"eire": "IE", "holland": "NL", "uk": "GB", "usa": "US", "england": "GB", "engeland": "GB"}
    for known in ("en", "nl"):
        codes |= {name.casefold(): code for code, name in Locale(known).territories.items() if len(code) == 2}
    code = codes.get(country.casefold(), country.upper())
    return str(Locale(language).territories.get(code, country)) if len(code) == 2 else country


COUNTED = frozenset({"frequency", "items", "products", "categories", "tickets", "visits", "employees"})


class Amount:
    """How the figures of one *data* line are written."""

    def __init__(self, line: Line) -> None:
        assert line.figure is not None
        assert line.interval is not None
        self.line, self.figure, self.interval = line, line.figure, line.interval
        size = abs(line.figure)
        wide = self.interval[1] - self.interval[0] > 20
        self.decimals = 0 if size >= 20 or wide or line.kind == "count" else (1 if size >= 1 else 2)
        self.finer = False
        self.finer = line.differs and line.base not in {None, line.figure} and self.plain(line.figure) == self.plain(line.base or 0.0)

    def plain(self, value: float) -> str:
        """A figure with its unit sign; finer where the others' figure would look the same."""
        line = self.line
        if line.statistic == "share" or line.kind == "share":
            return percent(value, 1 if self.finer or 0 < abs(value) < 0.03 or 0.97 < value < 1 else 0)
        if line.kind == "money":
            return money(value, line.currency, 2 if self.finer or abs(value) < 20 else 0)
        if line.kind == "days":
            return ngettext("{n} day", "{n} days", round(value)).format(n=number(value)) if self.finer else duration(value)
        whole = float(value).is_integer() or (line.column == "age" and not self.finer)
        return number(value, 0 if whole else max(self.decimals, 2 if self.finer else 1))

    def spoken(self, value: float) -> str:
        """A figure as somebody says it: nobody orders two and a half times."""
        if self.line.column in COUNTED and self.line.statistic == "median" and value % 1 == 0.5:
            low = math.floor(value)
            return _("{low} or {high}").format(low=number(low), high=number(low + 1)) if value < 20 else number(low + 1)
        return self.plain(value)

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
        return words.get(line.column, "{n}").format(n=self.spoken(self.figure))

    def with_interval(self) -> str:
        """The figure and its uncertainty: 48 (46–50), with the unit said once."""
        low, high = (self.plain(bound) for bound in self.interval)
        if self.interval[0] < 0:
            return _("{figure} ({low} to {high})").format(figure=self.plain(self.figure), low=low, high=high)
        sign = re.match(r"[^\d]+", low)
        if sign and high.startswith(sign[0]):
            low, high = low.removeprefix(sign[0]), high.removeprefix(sign[0])
        unit = re.search(r"[^\d]+$", low)
        if unit and high.endswith(unit[0]):
            low, high = low.removesuffix(unit[0]), high if unit[0] == "%" else high.removesuffix(unit[0])
        return f"{self.plain(self.figure)} ({low}–{high})"


def _evidence(line: Line, amount: Amount) -> str:
    """Figure, uncertainty and how many customers, for the margin; the sentence itself holds the figure of the others."""
    name = {"median": N_("Median"), "mean": N_("Mean"), "share": N_("Share")}[line.statistic]
    return _("{statistic} {figure}, {customers} customers").format(
        statistic=_(name), figure=amount.with_interval(), customers=number(line.customers)
    )
