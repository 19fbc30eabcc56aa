"""What must a segment be to be worth an own approach, and from which size does it pay?

The knock-out and attractiveness criteria follow Dolnicar, Grün & Leisch (2018), Market Segmentation Analysis, chapter 4.
"""

import math
from dataclasses import dataclass

from segmentation.language import N_, _


@dataclass(frozen=True)
class Criterion:
    """One criterion: what it asks, and how heavily it weighs to begin with (0 = does not count, 3 = must)."""

    code: str
    name: str
    asks: str
    weight: float

    def told(self) -> str:
        return _(self.name)


CRITERIA: tuple[Criterion, ...] = (
    Criterion("size", N_("large enough"), N_("Does it bring in more than an own approach costs?"), 3),
    Criterion("identifiable", N_("identifiable"), N_("Can you tell from a few facts who belongs to it?"), 3),
    Criterion("reachable", N_("reachable"), N_("Do you have a channel that reaches them?"), 3),
    Criterion("distinct", N_("distinct"), N_("Does it really differ from the other segments?"), 2),
    Criterion("stable", N_("stable"), N_("Does it come back when the data are drawn again?"), 2),
    Criterion("growing", N_("growing"), N_("Does it buy more than before?"), 1),
    Criterion("fits", N_("fits you"), N_("Can you serve it better than others do?"), 2),
)


def weights(chosen: dict[str, float]) -> dict[str, float]:
    """The weight of each criterion: the user's, or the one to begin with."""
    return {one.code: float(chosen.get(one.code, one.weight)) for one in CRITERIA}


def break_even_customers(programme_cost: float, margin_per_customer: float, uplift: float) -> int | None:
    """From how many customers an own approach pays: cost / (margin per customer and year × uplift).

    >>> break_even_customers(1000, 40, 0.10)
    250
    """
    gain = margin_per_customer * uplift
    return None if gain <= 0 else math.ceil(round(programme_cost / gain, 9))
