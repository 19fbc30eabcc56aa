"""Which marketing euros and hours come free, and where would they earn most?

Response has diminishing returns: margin = margin now × (budget ÷ budget now) ^ elasticity. The margin is what customers leave after the goods
and after serving them (returns, support, orders, shipping, payment), so that no euro goes to who loses money. The elasticity is an assumption to move; the
default is the mean short-term advertising elasticity of .12 in the meta-analysis of Sethuraman, Tellis & Briesch (2011), "How Well Does
Advertising Work?", Journal of Marketing Research 48(3), 457–471. Euros are divided so that the last euro earns the same everywhere. Where
less than 3 % of turnover is spent now, response counts as if that were spent: those studies are about real budgets, not about a few cents.
"""

import numpy as np
import pandas as pd

from segmentation.economics.costs import Costs
from segmentation.economics.drivers import Drivers
from segmentation.economics.ladder import LADDER, Rung
from segmentation.economics.statement import COSTS
from segmentation.errors import WrongChoice
from segmentation.language import _

ELASTICITY, FLOOR = 0.12, 0.03
COLUMNS = ["segment", "spent", "margin", "first_euro", "extra", "extra_margin", "last_euro"]


def freed(
    advice: pd.DataFrame,
    year: pd.DataFrame,
    drivers: Drivers,
    costs: Costs,
    share: np.ndarray,
    place: np.ndarray,
    ladder: tuple[Rung, ...] = LADDER,
) -> dict[str, float]:
    """Marketing euros and hours of one year that come free when the advice is followed; `place` is where those advised stand among all."""
    chosen = advice["advice"]
    gone, mailed = (chosen == "goodbye").to_numpy(), (chosen == "less_marketing").to_numpy()
    back = {rung.code: rung.back[1] for rung in ladder}
    marketing = year["marketing"].to_numpy()[place] / 100
    pace = share[place] / drivers.years
    minutes = {
        name: drivers.counts[driver][place] * pace * costs.likely(f"minutes_per_{name}")
        for name, driver in (("ticket", "tickets"), ("return", "returns"), ("order", "orders"))
    }
    part = {
        "ticket": back["self_service"] * (chosen == "self_service"),
        "return": back["return_policy"] * (chosen == "return_policy"),
        "order": 0.0,
    }
    hours = sum(float((minutes[name] * np.where(gone, 1.0, part[name])).sum()) for name in minutes) / 60
    return {
        "marketing": round(float((marketing * np.where(gone, 1.0, np.where(mailed, back["less_marketing"], 0.0))).sum()), 2),
        "hours": round(hours, 1),
    }


def best_use(segments: pd.DataFrame, years: float, euros: float, elasticity: float = ELASTICITY) -> pd.DataFrame:
    """How to divide `euros` a year over the segments, and what it would earn there.

    `segments` is `Economics.segments`. Per segment: spent and margin (after the costs of serving) a year now, what the first euro more earns, its part of the money, the
    extra margin, and what the last euro earns. Raises WrongChoice for an elasticity outside 0–1 or a negative sum.
    """
    if not 0 < elasticity < 1:
        raise WrongChoice(
            _("The response to marketing must lie between 0 and 1."), _("Start with 0.12, the average of published studies.")
        )
    if not 0 <= euros < 1e12:
        raise WrongChoice(_("This sum cannot be divided."), _("Give an amount of zero or more."))
    costs = segments[[name for name in COSTS if name in segments and name not in ("marketing", "acquisition")]].sum(
        axis="columns"
    )
    margin = ((segments["revenue"] - costs).clip(lower=0) / years).to_numpy()
    turnover = segments["revenue"].clip(lower=0) / years
    spent = np.maximum((segments["marketing"] / years).to_numpy(), np.maximum(FLOOR * turnover.to_numpy(), 1.0))
    budget = _divide(margin, spent, euros, elasticity)
    extra = margin * (((spent + budget) / spent) ** elasticity - 1)
    table = pd.DataFrame(
        {
            "segment": segments.index.astype(str),
            "spent": (segments["marketing"] / years).to_numpy().round(2),
            "margin": margin.round(2),
            "first_euro": (elasticity * margin / spent).round(2),
            "extra": budget.round(2),
            "extra_margin": extra.round(2),
            "last_euro": (elasticity * margin / spent * ((spent + budget) / spent) ** (elasticity - 1)).round(2),
        }
    )
    return table.sort_values(["extra", "first_euro", "segment"], ascending=[False, False, True]).reset_index(drop=True)[COLUMNS]


def _divide(margin: np.ndarray, spent: np.ndarray, euros: float, elasticity: float) -> np.ndarray:
    """Budgets that add up to `euros` with equal marginal returns; by bisection on that return."""
    if euros <= 0 or not (margin > 0).any():
        return np.zeros(len(margin))
    slope = elasticity * margin / spent

    def wanted(level: float) -> np.ndarray:
        return spent * np.maximum((np.maximum(slope, 1e-300) / level) ** (1 / (1 - elasticity)) - 1, 0.0)

    high, low = float(slope.max()), float(slope.max())
    while wanted(low).sum() < euros:
        low /= 2
    for _step in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if wanted(middle).sum() >= euros else (low, middle)
    found = wanted(low)
    return found * (euros / found.sum())
