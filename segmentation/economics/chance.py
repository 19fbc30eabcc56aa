"""How often does a flag survive when every estimate varies within its range?"""

from typing import TYPE_CHECKING

import numpy as np

from segmentation.economics.costs import Costs
from segmentation.economics.statement import Entry

if TYPE_CHECKING:
    import pandas as pd

CHUNK = 4_000_000  # cells of customers × draws held at a time: 32 MB


def certainty(made: list[Entry], costs: Costs, cents: "pd.DataFrame", draws: int, seed: int) -> np.ndarray:
    """Per customer the share of draws in which the flag (profit below zero, or not) is as it stands.

    Profit is a sum of quantity × rate, so a draw of all rates is one column of a matrix product: customers × rates by rates × draws.
    Certain rates go into the constant part; without any estimate every flag is certain.
    """
    flagged = cents["profit"].to_numpy() < 0
    rates = costs.draw(draws, seed)
    moving = [entry for entry in made if entry.quantity.any() and any(name.removeprefix("~") in rates for name in entry.rates)]
    if not moving:
        return np.ones(len(flagged))
    quantities, factors, likely = loadings(moving, costs, rates)
    constant = cents["profit"].to_numpy() + quantities @ likely
    losses = np.empty(len(flagged))
    step = max(1, CHUNK // max(draws, 1))
    for start in range(0, len(flagged), step):
        part = slice(start, start + step)
        cost = quantities[part] @ factors
        losses[part] = np.count_nonzero(cost > constant[part, None] + 0.5, axis=1) / draws
    return np.where(flagged, losses, 1.0 - losses)


def loadings(moving: list[Entry], costs: Costs, rates: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Quantities (customers × terms), drawn rates (terms × draws) and likely rates (terms); entries with the same rates are one term."""
    draws = len(next(iter(rates.values())))
    likely = {name: costs.likely(name) for name in costs.names()}
    drawn = {name: rates.get(name, np.full(draws, value)) for name, value in likely.items()}
    terms: dict[tuple[str, ...], np.ndarray] = {}
    by_rate = {entry.rates: entry for entry in moving}
    for entry in moving:
        terms[entry.rates] = terms.get(entry.rates, 0.0) + entry.quantity
    quantities = np.column_stack(list(terms.values()))
    factors = np.vstack([np.broadcast_to(by_rate[key].rate(drawn), (draws,)) for key in terms])
    return quantities, factors, np.array([float(np.asarray(by_rate[key].rate(likely))) for key in terms])


def spread(
    made: list[Entry], costs: Costs, cents: "pd.DataFrame", groups: np.ndarray, draws: int, seed: int
) -> dict[str, tuple[float, float]]:
    """Per group of customers, and for "" (everybody), the 5th and 95th percentile of profit in cents over the draws."""
    names, places = np.unique(groups.astype(str), return_inverse=True)
    profit = np.bincount(places, weights=cents["profit"].to_numpy().astype(float))
    rates = costs.draw(draws, seed)
    moving = [entry for entry in made if entry.quantity.any() and any(name.removeprefix("~") in rates for name in entry.rates)]
    drawn = np.repeat(profit[:, None], 1, axis=1)
    if moving:
        quantities, factors, likely = loadings(moving, costs, rates)
        whole = np.vstack([np.bincount(places, weights=column) for column in quantities.T]).T
        drawn = profit[:, None] - whole @ (factors - likely[:, None])
    edges = {str(name): tuple(np.percentile(row, [5, 95]).tolist()) for name, row in zip(names, drawn, strict=True)}
    return {**edges, "": tuple(np.percentile(drawn.sum(axis=0), [5, 95]).tolist())}
