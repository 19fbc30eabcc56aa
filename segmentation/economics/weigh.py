"""Which steps lead from customers and cost assumptions to what each of them earns?"""

from collections.abc import Callable, Mapping
from numbers import Integral
from typing import Any

import numpy as np
import pandas as pd

from segmentation.economics import books as bookkeeping
from segmentation.economics import fairness, gains, ladder, patterns, prospects
from segmentation.economics.budget import freed
from segmentation.economics.chance import certainty, spread
from segmentation.economics.costs import Costs
from segmentation.economics.drivers import Drivers, drivers_of, frame_of
from segmentation.economics.result import Economics
from segmentation.economics.shares import checked, rungs
from segmentation.economics.statement import Entry, entries, likely_values, statement
from segmentation.economics.strategies import loyalty_of
from segmentation.errors import WrongChoice
from segmentation.language import _

Progress = Callable[[float, str], None]


def weigh_economics(
    customers: Any,
    costs: Costs | None = None,
    solution: Any = None,
    *,
    draws: int = 1000,
    seed: int = 0,
    books: Mapping[str, float] | None = None,
    shares: Mapping[str, float] | None = None,
    progress: Progress | None = None,
) -> Economics:
    """What every customer costs and earns, who loses money and how sure that is, and what could be done about it.

    `customers` is a CustomerTable or a DataFrame by customer with at least `monetary` (euros); `frequency`, `returns_count`, `tickets`,
    `mailings`, `margin` … make it better. `solution` is a Segmentation, or a Series customer → segment. `books`: what the bookkeeping says
    of turnover, gross_margin, total_cost and profit, to compare with. `shares`: other assumptions about what people will do
    (`economics.shares.defaults()` has their names). Raises WrongChoice, MissingData or TooLittleData.

    >>> table = pd.DataFrame({"monetary": [100.0, 20.0], "frequency": [1, 4]}, index=["K1", "K2"])
    >>> found = weigh_economics(table, Costs(margin_rate=0.4, per_order=2.10, shipping_per_order=4.95))
    >>> found.customers["profit"].tolist(), found.customers["unprofitable"].tolist()
    ([32.95, -20.2], [False, True])
    """
    costs, assumed = _settled(costs, draws, seed), checked(shares)
    tell = progress or (lambda _share, _text: None)
    tell(0.0, _("Adding up what every customer costs"))
    frame, drivers = frame_of(customers), drivers_of(customers, tuple(costs.margin_by_category))
    made = entries(drivers, costs)
    cents = statement(drivers, made, likely_values(costs))
    segments = segments_of(solution, cents.index)
    tell(0.2, _("Trying the estimates within their ranges"))
    pace = np.where(drivers.revenue < 0, 0.0, patterns.pace(customers, drivers))  # what lies before these data does not come back
    flags, facts = _flags(customers, drivers, costs, cents, made, segments, pace, int(draws), int(seed))
    tell(0.6, _("Looking for what could be done"))
    more, parts = _decisions(customers, frame, drivers, costs, cents, flags, pace, assumed)
    tell(0.8, _("Looking for what could earn more"))
    pulled, pairs = gains.pull(customers, frame, cents, flags["segment"], drivers.years, assumed)
    absent = gains.without_data(customers, frame)
    result = Economics(
        cents,
        flags,
        costs,
        currency=drivers.currency,
        years=drivers.years,
        missing=drivers.missing,
        facts={
            **facts,
            **more,
            "shares": assumed,
            "levers_without_data": absent,
            "margin_known": float(drivers.margin_known.mean()),
        },
        counts=pd.DataFrame({**drivers.counts, "discount_given": drivers.discount / 100}, index=cents.index),
        levers=pulled,
        pairs=pairs,
        prospects=prospects.find(frame, cents, drivers.years),
        **parts,
    )
    return result.with_books(bookkeeping.compare(result.total, books))


def _settled(costs: Any, draws: Any, seed: Any) -> Costs:
    """The assumptions to count with; refuses settings that cannot be."""
    if costs is not None and not isinstance(costs, Costs):
        raise WrongChoice(_("The cost assumptions are not usable."), _("Make them with Costs(…)."))
    if isinstance(draws, bool) or not isinstance(draws, Integral) or not 1 <= int(draws) <= 100_000:
        raise WrongChoice(_("The number of draws must lie between 1 and 100,000."), _("1,000 is enough for a whole percent."))
    if isinstance(seed, bool) or not isinstance(seed, Integral) or int(seed) < 0:
        raise WrongChoice(_("The seed must be a whole number of zero or more."), _("Leave it at zero."))
    return Costs() if costs is None else costs


def segments_of(solution: Any, ids: pd.Index) -> np.ndarray:
    """The segment letter of each customer; customers the solution does not know get "–", and everybody is "A" without one."""
    if solution is None:
        return np.full(len(ids), "A", dtype=object).astype(str)
    labels = getattr(solution, "labels", solution)
    if not isinstance(labels, pd.Series):
        raise WrongChoice(_("These are not segments of customers."), _("Give the result of step 5."))
    known = pd.Series(labels.astype(str).to_numpy(), index=labels.index.astype(str)).where(labels.notna().to_numpy())
    return known[~known.index.duplicated()].reindex(ids).fillna("–").to_numpy().astype(str)


def _flags(
    customers: Any,
    drivers: Drivers,
    costs: Costs,
    cents: pd.DataFrame,
    made: list[Entry],
    segments: np.ndarray,
    pace: np.ndarray,
    draws: int,
    seed: int,
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Who loses money, how sure, why, by luck or habit; the same now, ahead, and some time ago; and the spread of profit."""
    recent = patterns.now(customers, drivers, costs)
    loyalty, unit = loyalty_of(frame_of(customers))
    before, day = patterns.before(customers, drivers, costs, cents, unit)
    flags = pd.DataFrame(
        {
            "segment": segments,
            "unprofitable": (cents["profit"] < 0).to_numpy(),
            "certainty": np.round(certainty(made, costs, cents, draws, seed), 4),
            "reason": patterns.reasons(cents, drivers),
            "pattern": patterns.patterns(cents, drivers),
            "profit_now": np.full(len(cents), np.nan) if recent is None else recent / 100,
            "profit_ahead": patterns.ahead(cents, drivers, pace) / 100,
            "loyalty": loyalty.to_numpy(dtype=float),
            **before,
        },
        index=cents.index,
    )
    edges = spread(made, costs, cents, segments, draws, seed)
    interval = {name: [round(edge / 100, 2) for edge in pair] for name, pair in edges.items()}
    return flags, {"interval": interval, "loyalty_unit": unit, "before": day}


def _decisions(
    customers: Any,
    frame: pd.DataFrame,
    drivers: Drivers,
    costs: Costs,
    cents: pd.DataFrame,
    flags: pd.DataFrame,
    pace: np.ndarray,
    assumed: Mapping[str, float],
) -> tuple[dict[str, Any], dict[str, pd.DataFrame]]:
    """The ladder per segment, the goodbye list per customer, the groups it falls on, and what all of it brings in a year."""
    steps = rungs(assumed)
    climbed = ladder.climb(cents, drivers, costs, pace, flags["pattern"].to_numpy(), frame.get("favourite_channel"), steps)
    year = ladder.yearly(cents, drivers, pace)
    losing = np.flatnonzero(cents["profit"].to_numpy() < 0)
    listed = np.zeros(len(cents), dtype=bool)
    listed[losing] = ~climbed["advice"].isin(ladder.NO_ACTION).to_numpy()
    before = float(year["profit"].sum()) / 100
    facts = {
        "year_before": round(before, 2),
        **{f"year_after_{edge}": round(before + float(climbed[f"effect_{edge}"].sum()) / 100, 2) for edge in ladder.EDGES},
        "doing_nothing": round(-float(climbed["year"][climbed["advice"] != "wait"].clip(upper=0).sum()) / 100, 2),
        "fixed_stays": round(costs.likely("fixed_per_year"), 2),
        "freed": freed(climbed, year, drivers, costs, pace, losing, steps),
    }
    return facts, {
        "ladder": ladder.by_segment(climbed, flags["segment"].to_numpy()[losing]),
        "goodbye": _goodbye(climbed, cents.iloc[losing], flags.iloc[losing]),
        "warnings": fairness.look(customers, frame, listed),
    }


def _goodbye(climbed: pd.DataFrame, cents: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """The list: who to act on, by what it brings; then whose file to check; then who to leave. In euros a year what every rung would bring, and all together."""
    rungs = [*(rung.code for rung in ladder.LADDER), "goodbye"]
    table = pd.DataFrame(
        {
            "customer_id": climbed.index.astype(str),
            "segment": told["segment"].to_numpy(),
            "profit": cents["profit"].to_numpy() / 100,
            "certainty": told["certainty"].to_numpy(),
            "pattern": told["pattern"].to_numpy(),
            "reason": told["reason"].to_numpy(),
            "advice": climbed["advice"].to_numpy(),
            "effect": climbed["effect_likely"].round().to_numpy() / 100,
            "effect_low": climbed["effect_low"].round().to_numpy() / 100,
            "effect_high": climbed["effect_high"].round().to_numpy() / 100,
            "profit_ahead": told["profit_ahead"].to_numpy(),
            **{f"rung_{code}": climbed[code].round().to_numpy() / 100 for code in rungs},
            "together": climbed["together"].round().to_numpy() / 100,
        }
    )
    later = table["advice"].map({"check": 1, "wait": 2, "leave": 2}).fillna(0)
    order = table.assign(later=later).sort_values(
        ["later", "effect", "profit", "customer_id"], ascending=[True, False, True, True]
    )
    return table.loc[order.index].reset_index(drop=True)
