"""What does every customer, every segment and the whole cost and earn? The answer, with ways to look at it."""

import json
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from segmentation.economics.budget import ELASTICITY, best_use
from segmentation.economics.costs import Costs
from segmentation.economics.fields import BY_NAME
from segmentation.economics.ladder import Rung
from segmentation.economics.shares import rungs
from segmentation.economics.statement import COLUMNS, COSTS
from segmentation.economics.strategies import Strategies, divide, placed

_FRAMES = ("cents", "flags", "counts", "ladder", "goodbye", "levers", "pairs", "prospects", "warnings", "books")
SERVICE = tuple(name for name in COSTS if name != "cost_of_goods")


@dataclass(frozen=True, eq=False)
class Economics:
    """Customers by id, money in whole cents in `cents`; everything else follows from it or was decided on it.

    `flags` holds per customer: segment, unprofitable, certainty, pattern, reason and the views now and ahead. `years` is the length of the
    history the euros are about.
    """

    cents: pd.DataFrame
    flags: pd.DataFrame
    costs: Costs
    currency: str = "EUR"
    years: float = 1.0
    missing: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
    ladder: pd.DataFrame = field(default_factory=pd.DataFrame)
    goodbye: pd.DataFrame = field(default_factory=pd.DataFrame)
    counts: pd.DataFrame = field(default_factory=pd.DataFrame)
    levers: pd.DataFrame = field(default_factory=pd.DataFrame)
    pairs: pd.DataFrame = field(default_factory=pd.DataFrame)
    prospects: pd.DataFrame = field(default_factory=pd.DataFrame)
    warnings: pd.DataFrame = field(default_factory=pd.DataFrame)
    books: pd.DataFrame = field(default_factory=pd.DataFrame)

    def with_books(self, books: pd.DataFrame) -> "Economics":
        """The same, set beside the bookkeeping."""
        return replace(self, books=books)

    @cached_property
    def strategies(self) -> Strategies:
        """Loyalty × value with the cut points in the middle; `divided` moves them."""
        return self.divided()

    def divided(self, loyalty_cut: float | None = None, value_cut: float | None = None) -> Strategies:
        """Everybody on one of the four strategies, with these cut points (days or orders; euros of profit)."""
        return divide(
            self.flags["loyalty"], self.cents, self.flags["segment"], self.facts.get("loyalty_unit", ""), loyalty_cut, value_cut
        )

    def before(self, loyalty_cut: float | None = None, value_cut: float | None = None) -> pd.Series:
        """The strategy of each customer who was there a year ago (`facts["before"]` is that day), by these cut points or the middle of that time."""
        then = self.flags.dropna(subset=["profit_before", "loyalty_before"])
        return placed(then["loyalty_before"], then["profit_before"], loyalty_cut, value_cut)[0]

    @cached_property
    def rungs(self) -> tuple[Rung, ...]:
        """The steps of the ladder with the assumptions as they were."""
        return rungs(self.facts.get("shares", {}))

    @cached_property
    def freed(self) -> pd.DataFrame:
        """Where the marketing euros that come free would earn most; `best_use` does the same for another sum or response."""
        return self.best_use(self.facts.get("freed", {}).get("marketing", 0.0))

    def best_use(self, euros: float, elasticity: float = ELASTICITY) -> pd.DataFrame:
        """How to divide this many marketing euros a year over the segments, with diminishing returns."""
        return best_use(self.segments, self.years, euros, elasticity)

    @cached_property
    def customers(self) -> pd.DataFrame:
        """Per customer in euros: revenue, every cost, profit; whether it is unprofitable, and how sure that is."""
        return (self.cents / 100).join(self.flags)

    @cached_property
    def segments(self) -> pd.DataFrame:
        """Per segment in euros the same, with the number of customers, how many lose money, and the return on what goes in.

        roi = profit ÷ everything spent on the segment besides the goods themselves.
        """
        grouped = self.cents.groupby(self.flags["segment"].astype(str), sort=True)
        whole = grouped.sum()
        spent = whole[list(SERVICE)].sum(axis=1)
        table = whole / 100
        table.insert(0, "customers", grouped.size())
        table["unprofitable"] = self.flags["unprofitable"].groupby(self.flags["segment"].astype(str)).sum().astype(int)
        table["invested"] = spent / 100
        table["roi"] = (whole["profit"] / spent).where(spent > 0)
        table["profit_per_customer"] = (table["profit"] / table["customers"]).round(2)
        return table.rename_axis("segment")

    @cached_property
    def needed(self) -> pd.DataFrame:
        """What would have to be true for each segment to pay: the margin it needs, and the order that carries its own handling.

        margin_needed = everything but the goods ÷ turnover; order_needed = cost per order ÷ margin (missing where that is not to be had).
        """
        segments = self.segments
        rate = ((segments["revenue"] - segments["cost_of_goods"]) / segments["revenue"]).where(segments["revenue"] > 0)
        handling = sum(self.costs.likely(name) for name in ("per_order", "shipping_per_order", "per_payment"))
        rate_left = rate - sum(self.costs.likely(name) for name in ("payment_rate", "bad_debt_rate", "late_payment_rate"))
        return pd.DataFrame(
            {
                "margin": rate,
                "margin_needed": (segments["invested"] / segments["revenue"]).where(segments["revenue"] > 0),
                "order_needed": (handling / rate_left).where(rate_left > 0),
            }
        )

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The assumptions that are known: filled in as one figure, or said by the data. A default is known to nobody."""
        known = [name for name in self.costs.given() if name in BY_NAME and self.costs.known(name)]
        by_file = self.facts.get("margin_known", 0.0) >= 1.0
        return tuple(dict.fromkeys([*known, *(("margin_rate",) if by_file else ())]))

    @cached_property
    def total(self) -> pd.Series:
        """The statement of the whole in euros; fixed costs, kept apart from customers, come after profit."""
        whole = self.cents.sum()
        fixed = round(self.costs.likely("fixed_per_year") * self.years * 100)
        return pd.Series(
            {**{name: whole[name] / 100 for name in COLUMNS}, "fixed": fixed / 100, "result": (whole["profit"] - fixed) / 100}
        )

    @cached_property
    def whale(self) -> pd.DataFrame:
        """Customers from the most to the least profitable, with profit added up: rank, customer_id, segment, profit, cumulative, share.

        `share` is cumulative profit as a part of the total; missing when there is no profit in total. After Kaplan & Narayanan (2001),
        "Measuring and Managing Customer Profitability", Journal of Cost Management 15(5).
        """
        profit = self.cents["profit"]
        order = np.lexsort((np.arange(len(profit)), -profit.to_numpy()))
        best = profit.iloc[order]
        added, total = best.cumsum().to_numpy(), int(profit.sum())
        return pd.DataFrame(
            {
                "rank": np.arange(1, len(best) + 1),
                "customer_id": best.index.astype(str),
                "segment": self.flags["segment"].astype(str).iloc[order].to_numpy(),
                "profit": best.to_numpy() / 100,
                "cumulative": added / 100,
                "share": added / total if total > 0 else np.full(len(best), np.nan),
            }
        )

    def save(self, folder: Path) -> None:
        """Write everything to this folder: JSON and Parquet."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name in _FRAMES:
            getattr(self, name).to_parquet(folder / f"{name}.parquet")
        plain = {part.name: getattr(self, part.name) for part in fields(self) if part.name not in (*_FRAMES, "costs")}
        (folder / "economics.json").write_text(json.dumps({**plain, "costs": self.costs.given()}, indent=1), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Economics":
        """What `save` wrote to this folder."""
        folder = Path(folder)
        plain = json.loads((folder / "economics.json").read_text(encoding="utf-8"))
        frames = {name: pd.read_parquet(folder / f"{name}.parquet") for name in _FRAMES}
        return cls(**{**plain, **frames, "missing": tuple(plain["missing"]), "costs": Costs(**plain["costs"])})
