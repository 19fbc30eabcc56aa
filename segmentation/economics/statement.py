"""What does each customer cost, to the cent? Every cost is a quantity times a rate, and lands with the customer who caused it.

Activity-based: a cost is booked per customer as quantity × rate, rounded to whole cents once, and all further figures are sums of those
cents. So customers, segments and the whole always add up, whatever the assumptions. After Kaplan & Cooper (1998), *Cost & Effect*, ch. 10.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from segmentation.economics.costs import Costs
from segmentation.economics.drivers import Drivers

COSTS = (
    "cost_of_goods",
    "returns",
    "support",
    "order_handling",
    "shipping",
    "payment",
    "discount",
    "marketing",
    "acquisition",
    "bad_debt",
)
COLUMNS = ("revenue", *COSTS, "profit")


@dataclass(frozen=True, eq=False)
class Entry:
    """One cost: where it is booked, what causes it (`quantity` in units or cents), and the rates it is multiplied with.

    A rate that starts with `~` counts as one minus it: goods cost `1 - margin`. Euro rates become cents. `spread` costs are one amount for
    everybody, divided by weight.
    """

    column: str
    cause: str
    rates: tuple[str, ...]
    quantity: np.ndarray
    spread: bool = False

    def rate(self, values: dict[str, float] | dict[str, np.ndarray]) -> float | np.ndarray:
        product: float | np.ndarray = 1.0
        for name in self.rates:
            value = values[name.removeprefix("~")]
            product = product * (1.0 - value if name.startswith("~") else value)
        return product


def entries(drivers: Drivers, costs: Costs) -> list[Entry]:
    """Every cost that can occur for these customers, with nothing counted twice."""
    n, counts = len(drivers), {name: values * 100.0 for name, values in drivers.counts.items()}
    open_revenue = np.where(drivers.margin_known, 0, drivers.revenue).astype(float)
    made = [
        Entry(
            "cost_of_goods", "known margin", (), np.where(drivers.margin_known, drivers.revenue - drivers.margin, 0).astype(float)
        )
    ]
    for category in sorted(costs.margin_by_category):
        if category in drivers.categories:
            part = np.where(drivers.margin_known, 0, drivers.categories[category]).astype(float)
            open_revenue = open_revenue - part
            made.append(Entry("cost_of_goods", category, (f"~margin_rate:{category}",), part))
    made.append(Entry("cost_of_goods", "revenue", ("~margin_rate",), open_revenue))
    made += _returns(drivers, counts)
    one = np.full(n, 100.0)
    made += [
        Entry("support", "tickets", ("per_ticket",), counts["tickets"]),
        Entry("support", "minutes", ("per_support_minute",), counts["minutes"]),
        Entry("order_handling", "orders", ("per_order",), counts["orders"]),
        Entry("order_handling", "lines", ("per_line",), counts["lines"]),
        Entry("shipping", "orders", ("shipping_per_order",), counts["orders"]),
        Entry("payment", "revenue", ("payment_rate",), np.maximum(drivers.revenue, 0).astype(float)),
        Entry("payment", "orders", ("per_payment",), counts["orders"]),
        Entry("discount", "discount", ("discount_outside",), drivers.discount.astype(float)),
        Entry("marketing", "mailings", ("per_mailing",), counts["mailings"]),
        Entry("marketing", "campaigns", ("per_campaign",), _shares(counts["mailings"]) * drivers.campaigns * 100.0, spread=True),
        Entry("marketing", "customers", ("marketing_per_year",), _shares(one) * drivers.years * 100.0, spread=True),
        Entry("acquisition", "customers", ("per_new_customer",), one),
        Entry("bad_debt", "revenue", ("bad_debt_rate",), np.maximum(drivers.revenue, 0).astype(float)),
        Entry("bad_debt", "revenue", ("late_payment_rate",), np.maximum(drivers.revenue, 0).astype(float)),
    ]
    return made


def _returns(drivers: Drivers, counts: dict[str, np.ndarray]) -> list[Entry]:
    """Handling per return, and a write-down on what the returned goods had cost to buy."""
    share = np.divide(
        drivers.revenue - drivers.margin,
        drivers.revenue,
        out=np.zeros(len(drivers)),
        where=drivers.margin_known & (drivers.revenue > 0),
    )
    bought = np.clip(share, 0.0, 1.0) * drivers.returned
    return [
        Entry("returns", "returns", ("per_return",), counts["returns"]),
        Entry("returns", "returns", ("shipping_per_return",), counts["returns"]),
        Entry("returns", "returned goods", ("return_write_down",), np.where(drivers.margin_known, bought, 0.0)),
        Entry(
            "returns",
            "returned goods",
            ("return_write_down", "~margin_rate"),
            np.where(drivers.margin_known, 0.0, drivers.returned),
        ),
    ]


def _shares(weights: np.ndarray) -> np.ndarray:
    total = weights.sum()
    return weights / total if total > 0 else np.zeros(len(weights))


def likely_values(costs: Costs) -> dict[str, float]:
    """The most likely value of every assumption."""
    return {name: costs.likely(name) for name in costs.names()}


def in_cents(entry: Entry, values: dict[str, float]) -> np.ndarray:
    """This cost per customer in whole cents. An amount that is divided adds up to the amount: the largest remainders get the last cents."""
    exact = np.round(entry.quantity * float(np.asarray(entry.rate(values))), 6)
    if not entry.spread:
        return np.rint(exact).astype(np.int64)
    whole = np.floor(exact)
    short = round(exact.sum() - whole.sum())
    order = np.argsort(whole - exact, kind="stable")
    whole[order[:short]] += 1
    return whole.astype(np.int64)


def statement(drivers: Drivers, made: list[Entry], values: dict[str, float]) -> pd.DataFrame:
    """Revenue, every cost and profit per customer in whole cents: revenue − all costs = profit."""
    columns = {name: np.zeros(len(drivers), np.int64) for name in COSTS}
    for entry in made:
        columns[entry.column] += in_cents(entry, values)
    profit = drivers.revenue - sum(columns.values())
    return pd.DataFrame({"revenue": drivers.revenue, **columns, "profit": profit}, index=drivers.ids)
