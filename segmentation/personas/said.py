"""What do the data say to what somebody in the room just said?

    "around 35"  →  "You say 35; the data say 48 (46–50)."

Numbers are understood by the words around them (years, euros, orders, per cent …) or by the field the remark stands in; anything
that is not certain stays without an answer, for a wrong contradiction silences people.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from segmentation.language import _
from segmentation.personas.persona import Line
from segmentation.personas.telling import Amount, category

_NUMBER = r"\d{1,3}(?:[., ]\d{3}){1,2}(?!\d)(?:[.,]\d\d?(?!\d))?|\d{1,7}(?:[.,]\d\d?)?(?!\d)"
_FOUND = re.compile(
    rf"(?<!\d)(?P<sign>[€£$]|\beuro\s)?\s*(?P<low>{_NUMBER})\s*(?:(?:-|–|tot|to|à|en|and)\s*(?P<high>{_NUMBER}))?\s*"
    r"(?P<unit>%|procent|per ?cent|percent|[€£$]|eur[os]*\b|pond(?:en)?\b|pounds?\b|dollars?\b|jaar|jarig\w*|years?|yrs?|keer|x\b|times|bestelling\w*|orders?"
    r"|producten|products?|artikel\w*|items?)?(?P<after>[^\d.;!?]{0,40})",
    re.IGNORECASE,
)
_UNITS = (
    (r"%|proc|per ?cent", "percent"), (r"[€£$]|eur|po[nu]|dollar", "money"), (r"jaar|jarig|year|yr", "age"),
    (r"keer|x$|times|bestel|order", "frequency"), (r"product", "products"), (r"artikel|item", "items"),
)
_CURRENCIES = ((r"€|eur", "EUR"), (r"£|po[nu]", "GBP"), (r"\$|dollar", "USD"))
_ORDER_WORDS = re.compile(r"per (keer|bestelling|order)|(each|a) (time|order)|at a time", re.IGNORECASE)
_SHARES = (
    (r"retour|terug|return|sent? back|goes back", ("return_share", "returns_count")), (r"korting|discount", ("discount_share",)),
    (r"klik|click", ("click_rate",)), (r"open|mail|nieuwsbrief|newsletter", ("open_rate",)),
    (r"helpdesk|ticket|vraag|vragen|support", ("tickets",)), (r"één keer|eenmalig|once", ("one_time",)),
)


@dataclass(frozen=True)
class Said:
    """One thing that was said (`low` to `high`; both None for a category) beside the *data* line it is about."""

    line: Line
    low: float | None
    high: float | None

    @property
    def agrees(self) -> bool | None:
        """Whether what was said fits in the interval of the data; None for a category, which is only given its share."""
        if self.low is None or self.high is None or self.line.interval is None:
            return None
        slack = 0.02 * abs(self.line.figure or 0.0)
        return self.low <= self.line.interval[1] + slack and self.high >= self.line.interval[0] - slack

    def sentence(self) -> str:
        """The answer in the current language."""
        amount = Amount(self.line)
        if self.low is None or self.high is None:
            return _("In the data, {level} holds for {figure} of these customers.").format(
                level=category(self.line), figure=amount.with_interval()
            )
        said = amount.plain(self.low) if self.low == self.high else f"{amount.plain(self.low)}–{amount.plain(self.high)}"
        if self.agrees:
            return _("That fits the data: {figure}.").format(figure=amount.with_interval())
        return _("You say {said}; the data say {figure}.").format(said=said, figure=amount.with_interval())


def said_against_data(text: str, lines: Sequence[Line], field: str = "") -> list[Said]:
    """Every figure and category in a remark that the data have an answer to.

    >>> age = Line("who", "I am 48.", "data", 48.0, (46.0, 50.0), 37.0, column="age", statistic="median", kind="number")
    >>> [said.agrees for said in said_against_data("around 35", [age], "who")]
    [False]
    >>> said_against_data("loves cycling", [age], "who")
    []
    """
    told = [line for line in lines if line.mark == "data" and line.interval is not None]
    found: dict[str, Said] = {}
    for match in list(_FOUND.finditer(text))[:5]:
        columns, scale = _meant(match, text, field)
        line = next((line for column in columns for line in told if line.column == column), None)
        if line is not None and _same_money(match, line):
            low = _figure(match["low"]) * scale
            high = _figure(match["high"]) * scale if match["high"] else low
            found.setdefault(line.column, Said(line, min(low, high), max(low, high)))
    words = f" {_plain(text)} "
    for line in told:
        level = _plain(line.level)
        if line.statistic == "share" and line.level != ">0" and len(level) > 2 and f" {level} " in words:
            found.setdefault(line.column, Said(line, None, None))
    return list(found.values())


def _meant(match: "re.Match[str]", text: str, field: str) -> tuple[tuple[str, ...], float]:
    """Which columns a number can be about, and what it must be multiplied with."""
    sign = _sign(match)
    unit = next((name for words, name in _UNITS if re.match(words, sign, re.IGNORECASE)), "")
    if unit == "percent":
        return next((columns for words, columns in _SHARES if re.search(words, text, re.IGNORECASE)), ()), 0.01
    if unit == "money":
        return (("average_order",) if _ORDER_WORDS.search(text) else ("year_spend", "monetary")), 1.0
    if unit == "age":
        spell = re.search(r"klant|customer|geleden|ago", text, re.IGNORECASE)
        return (("tenure",) if spell else ("age",)), 365.25 if spell else 1.0
    if unit:
        return (() if re.match(r"\s*(per|een|a|an|each)\b", match["after"], re.IGNORECASE) else (unit,)), 1.0
    if field == "who" and 12 <= _figure(match["low"]) <= 100 and not match["after"].strip()[:1].isalpha():
        return ("age",), 1.0
    return ((("year_spend", "monetary") if field == "spend" else ()), 1.0)


def _sign(match: "re.Match[str]") -> str:
    """What stands before or after the number to say what it counts."""
    return (match["sign"] or match["unit"] or "").strip()


def _same_money(match: "re.Match[str]", line: Line) -> bool:
    """Whether an amount is said in the currency of the data; no sign means that it is."""
    meant = next((code for words, code in _CURRENCIES if re.match(words, _sign(match), re.IGNORECASE)), line.currency)
    return meant == line.currency or not line.currency


def _figure(words: str) -> float:
    whole = re.sub(r"(?<=\d)[., ](?=\d{3}(?!\d))", "", words)
    return float(whole.replace(",", "."))


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.casefold()).strip()
