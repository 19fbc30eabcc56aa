"""Which steps lead from customers and cost assumptions to what each of them earns?"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from segmentation.economics.chance import certainty
from segmentation.economics.costs import Costs
from segmentation.economics.drivers import drivers_of
from segmentation.economics.result import Economics
from segmentation.economics.statement import entries, likely_values, statement
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
    progress: Progress | None = None,
) -> Economics:
    """What every customer costs and earns, who loses money and how sure that is, and what could be done about it.

    `customers` is a CustomerTable or a DataFrame by customer with at least `monetary` (euros); `frequency`, `returns_count`, `tickets`,
    `mailings`, `margin` … make it better. `solution` is a Segmentation, or a Series customer → segment. `books`: what the bookkeeping says
    of turnover, gross_margin and total_cost, to compare with. Raises WrongChoice, MissingData or TooLittleData.

    >>> table = pd.DataFrame({"monetary": [100.0, 20.0], "frequency": [1, 4]}, index=["K1", "K2"])
    >>> found = weigh_economics(table, Costs(margin_rate=0.4, per_order=2.10, shipping_per_order=4.95))
    >>> found.customers["profit"].tolist(), found.customers["unprofitable"].tolist()
    ([32.95, -20.2], [False, True])
    """
    costs = Costs() if costs is None else costs
    if not isinstance(costs, Costs):
        raise WrongChoice(_("The cost assumptions are not usable."), _("Make them with Costs(…)."))
    drivers = drivers_of(customers, tuple(costs.margin_by_category))
    made = entries(drivers, costs)
    cents = statement(drivers, made, likely_values(costs))
    flags = pd.DataFrame({"segment": segments_of(solution, cents.index), "unprofitable": cents["profit"] < 0}, index=cents.index)
    flags["certainty"] = np.round(certainty(made, costs, cents, draws, seed), 4)
    losing = cents.index[flags["unprofitable"]]
    goodbye = pd.DataFrame({"customer_id": losing, "segment": flags.loc[losing, "segment"].to_numpy(), "profit": cents.loc[losing, "profit"].to_numpy() / 100,
                            "certainty": flags.loc[losing, "certainty"].to_numpy()})  # fmt: skip
    goodbye = goodbye.sort_values(["profit", "customer_id"]).reset_index(drop=True).assign(reason="", advice="", effect=0.0)
    return Economics(cents, flags, costs, currency=drivers.currency, years=drivers.years, missing=drivers.missing, goodbye=goodbye)


def segments_of(solution: Any, ids: pd.Index) -> np.ndarray:
    """The segment letter of each customer; customers the solution does not know get "–", and everybody is "A" without one."""
    if solution is None:
        return np.full(len(ids), "A", dtype=object).astype(str)
    labels = getattr(solution, "labels", solution)
    if not isinstance(labels, pd.Series):
        raise WrongChoice(_("These are not segments of customers."), _("Give the result of step 5."))
    known = pd.Series(labels.astype(str).to_numpy(), index=labels.index.astype(str))
    return known[~known.index.duplicated()].reindex(ids).fillna("–").to_numpy().astype(str)
