"""How often will a customer buy again, and is she still a customer at all? The BG/NBD model.

Fader, Hardie & Lee (2005), "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science
24(2), 275-284. While a customer is one, she buys at random with her own rate (gamma: r, α); after each purchase she may leave,
with her own chance (beta: a, b). A customer is x repeat purchases, the last one at t_x, watched until T, in any unit of time.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
NAMES = ("r", "alpha", "a", "b")
BOUNDS = (-8.0, 6.0)
MANY, FEW = 50_000, 10_000


@dataclass(frozen=True, eq=False)
class Groups:
    """Customers with the same history, once, with how many they are; `place` says which group each customer is in."""

    x: Array
    t_x: Array
    T: Array
    weight: Array
    place: NDArray[np.int64]

    @classmethod
    def of(cls, x: Array, t_x: Array, T: Array) -> "Groups":
        """
        >>> Groups.of(np.array([2.0, 0, 2]), np.array([3.0, 0, 3]), np.array([9.0, 5, 9])).weight.tolist()
        [1.0, 2.0]
        """
        import pandas as pd

        table = pd.DataFrame({"x": x, "t_x": t_x, "T": T}, dtype="float64")
        grouped = table.groupby(["x", "t_x", "T"], sort=True)
        place = grouped.ngroup().to_numpy()
        sizes = grouped.size()
        unique = sizes.index.to_frame(index=False).to_numpy()
        return cls(unique[:, 0], unique[:, 1], unique[:, 2], sizes.to_numpy(dtype="float64"), place)

    def every(self, step: int) -> "Groups":
        """One group in so many, as they stand in order."""
        return Groups(self.x[::step], self.t_x[::step], self.T[::step], self.weight[::step], self.place[:0])

    @cached_property
    def counts(self) -> tuple[Array, NDArray[np.int64]]:
        """The different numbers of purchases, of which there are few: gamma functions are worked out once for each."""
        counts, where = np.unique(self.x, return_inverse=True)
        return counts, where


@dataclass(frozen=True, eq=False)
class BgNbd:
    """A fitted model: `parameters` r, α, a, b and the covariance of their logarithms."""

    parameters: Array
    covariance: Array
    converged: bool
    likelihood: float

    def errors(self) -> Array:
        """Standard errors of r, α, a, b (delta method)."""
        return self.parameters * np.sqrt(np.diag(self.covariance))


def likelihood(log_parameters: Array, groups: Groups) -> tuple[float, Array]:
    """Minus the mean log-likelihood (equation 6 of the paper) and its gradient in the logarithms of r, α, a, b."""
    from scipy.special import digamma, gammaln

    r, alpha, a, b = np.exp(log_parameters)
    counts, where = groups.counts
    again = counts > 0
    before = np.maximum(counts - 1, 0)  # b + x − 1 only matters from the first repeat purchase on
    fixed = gammaln(r + counts) - gammaln(r) + gammaln(a + b) - gammaln(b) + gammaln(b + counts) - gammaln(a + b + counts)
    x, repeat = groups.x, groups.x > 0
    whole, seen = np.log(alpha + groups.T), np.log(alpha + groups.t_x)
    alive = -(r + x) * whole
    gone = np.where(repeat, (np.log(a) - np.log(b + before))[where] - (r + x) * seen, -np.inf)
    both = np.logaddexp(alive, gone)
    value = fixed[where] + r * np.log(alpha) + both
    share = np.exp(gone - both)  # the chance that this customer has left

    total = groups.weight.sum()
    by_r = (digamma(r + counts) - digamma(r))[where] + np.log(alpha) - (1 - share) * whole - share * np.where(repeat, seen, 0)
    by_alpha = r / alpha - (r + x) * ((1 - share) / (alpha + groups.T) + share / (alpha + groups.t_x))
    common = digamma(a + b) - digamma(a + b + counts)
    by_a = common[where] + share / a
    by_b = (common - digamma(b) + digamma(b + counts))[where] - share * (again / (b + before))[where]
    slopes = np.array([np.dot(groups.weight, by) for by in (by_r, by_alpha, by_a, by_b)])
    return -float(np.dot(groups.weight, value)) / total, -slopes * np.exp(log_parameters) / total


def fit(groups: Groups) -> BgNbd:
    """Maximum likelihood, by quasi-Newton steps along the exact gradient."""
    from segmentation.customers.maximise import maximise

    unit = float(np.average(groups.T, weights=groups.weight))  # in this unit of time α is near 1 and the steps are even
    scaled = Groups(groups.x, groups.t_x / unit, groups.T / unit, groups.weight, groups.place)
    starts = [np.log([0.5, 0.5, 0.5, 1.5]), np.log([1.0, 1.0, 1.0, 3.0])]
    if len(scaled.x) >= MANY:  # a few of them show where about the peak is: few steps over all remain
        few = scaled.every(len(scaled.x) // FEW)
        starts = [maximise(lambda point: likelihood(point, few), starts, few.weight.sum(), BOUNDS).point]
    found = maximise(lambda point: likelihood(point, scaled), starts, groups.weight.sum(), BOUNDS)
    # a runs to 0 when nobody leaves; a and b (or r and α) to infinity when all customers have the same chance (or rate). What
    # follows for a customer is then the same at the bound as beyond it. Any other runaway says that the data fit no such model.
    converged = found.converged and set(found.at_low) <= {2}
    parameters = np.exp(found.point) * np.array([1.0, unit, 1.0, 1.0])
    return BgNbd(parameters, found.covariance, converged, found.value - groups.x.dot(groups.weight) * np.log(unit))


def expected_purchases(parameters: Array, groups: Groups, horizon: float) -> Array:
    """Purchases to expect of each group in the time after T: equation 10 of the paper.

    Euler's transformation of ₂F₁ keeps it small and exact for customers with hundreds of purchases.

    >>> group = Groups.of(np.array([2.0]), np.array([30.43]), np.array([38.86]))
    >>> round(float(expected_purchases(np.array([0.243, 4.414, 0.793, 2.426]), group, 39.0)[0]), 3)
    1.226
    """
    from scipy.special import hyp2f1

    r, alpha, a, b = parameters
    a = a + 1e-6 if abs(a - 1) < 1e-6 else a  # the formula has a removable hole at a = 1
    share = horizon / (alpha + groups.T + horizon)
    shape = hyp2f1(a + b - 1 - r, a - 1, a + b + groups.x - 1, share)
    if_alive = (a + b + groups.x - 1) / (a - 1) * (1 - (1 - share) ** (a - 1) * shape)
    return if_alive * alive(parameters, groups)


def alive(parameters: Array, groups: Groups) -> Array:
    """The chance that each group still buys; 1 by definition for one-time buyers, who in this model leave only after a repeat."""
    r, alpha, a, b = parameters
    ratio = (r + groups.x) * (np.log(alpha + groups.T) - np.log(alpha + groups.t_x))
    before = np.maximum(groups.x - 1, 0)
    odds = np.where(groups.x > 0, np.exp(np.minimum(np.log(a) - np.log(b + before) + ratio, 700)), 0.0)
    return np.asarray(1 / (1 + odds))


def population(parameters: Array, time: Any) -> Array:
    """Purchases to expect of a random new customer in her first `time`: equation 9."""
    from scipy.special import hyp2f1

    r, alpha, a, b = parameters
    a = a + 1e-6 if abs(a - 1) < 1e-6 else a
    time = np.asarray(time, dtype="float64")
    shape = hyp2f1(r, b, a + b - 1, time / (alpha + time))
    return np.asarray((a + b - 1) / (a - 1) * (1 - (alpha / (alpha + time)) ** r * shape))
