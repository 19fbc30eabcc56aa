"""What must a segment be to be worth an own approach, and from which size does it pay?

The knock-out and attractiveness criteria follow Dolnicar, Grün & Leisch (2018), Market Segmentation Analysis, chapter 4.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.language import N_, _

if TYPE_CHECKING:
    from segmentation.study import Study


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


USUAL = {"programme_cost": 500.0, "margin_per_customer": 40.0, "uplift": 10.0}
"""What an own approach costs a year, what a customer leaves a year, and the extra margin in per cent, until the user says otherwise."""
ASKED = ("programme_cost", "uplift", "margin_rate", "fewest")


def asked_of(study: "Study") -> dict[str, float]:
    """What a segment must show in this study: cost and uplift of a programme, margin, and from how many customers it pays.

    >>> from segmentation.study import Study
    >>> asked_of(Study(name="x", criteria={"stable": 3.0}, settings={"programme_cost": 1000, "uplift": 20}))
    {'programme_cost': 1000.0, 'uplift': 0.2, 'fewest': 125.0}
    """
    asked: dict[str, float] = {}
    if "programme_cost" in study.settings:
        asked["programme_cost"] = float(study.settings["programme_cost"])
    if "uplift" in study.settings:
        asked["uplift"] = float(study.settings["uplift"]) / 100
    margin = study.costs.get("margin_rate")
    if margin is not None:
        asked["margin_rate"] = float(margin[1] if isinstance(margin, tuple) else margin)
    if set(USUAL) & set(study.settings):
        given = {name: float(study.settings.get(name, usual)) for name, usual in USUAL.items()}
        fewest = break_even_customers(given["programme_cost"], given["margin_per_customer"], given["uplift"] / 100)
        if fewest is not None:
            asked["fewest"] = float(max(fewest, 1))
    return {**asked, **{name: float(study.criteria[name]) for name in ASKED if name in study.criteria}}


def break_even_customers(programme_cost: float, margin_per_customer: float, uplift: float) -> int | None:
    """From how many customers an own approach pays: cost / (margin per customer and year × uplift).

    >>> break_even_customers(1000, 40, 0.10)
    250
    """
    gain = margin_per_customer * uplift
    return None if gain <= 0 else math.ceil(round(programme_cost / gain, 9))
