"""How much will a customer spend per purchase? The gamma-gamma model.

Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value"; Fader, Hardie & Lee (2005), JMR 42(4). A customer's purchases
vary around her own mean (gamma: shape p, own scale); the scales vary between customers (gamma: q, v). Known: x purchases with
mean m.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
NAMES = ("p", "q", "v")


@dataclass(frozen=True, eq=False)
class GammaGamma:
    """A fitted model: `parameters` p, q, v and the covariance of their logarithms."""

    parameters: Array
    covariance: Array
    converged: bool

    def errors(self) -> Array:
        """Standard errors of p, q, v (delta method)."""
        return self.parameters * np.sqrt(np.diag(self.covariance))


def fit(x: Array, m: Array) -> GammaGamma:
    """Maximum likelihood over customers with x ≥ 1 purchases of mean m > 0."""
    from scipy.special import digamma, gammaln

    from segmentation.customers.maximise import maximise

    unit = float(np.exp(np.mean(np.log(m))))  # in this unit of money v is near p and the steps are even
    mean = m / unit
    counts, where, weight = np.unique(x, return_inverse=True, return_counts=True)
    log_mean, spent, n = np.log(mean), x * mean, float(len(x))
    per_count = np.bincount(where, weights=log_mean)  # Σ ln m for every number of purchases
    constant = -log_mean.sum()

    def value(point: Array) -> tuple[float, Array]:
        p, q, v = np.exp(point)
        total = np.log(v + spent)
        by_count = np.bincount(where, weights=total)  # Σ ln(v + x·m) likewise
        shape = p * counts
        each = gammaln(shape + q) - gammaln(shape) - gammaln(q) + q * np.log(v) + shape * np.log(counts)
        sum_ = weight @ each + shape @ per_count + constant - (shape + q) @ by_count
        grow = digamma(shape + q)
        by_p = weight @ (counts * (grow - digamma(shape) + np.log(counts))) + counts @ per_count - counts @ by_count
        by_q = weight @ (grow - digamma(q) + np.log(v)) - by_count.sum()
        by_v = n * q / v - ((p * x + q) / (v + spent)).sum()
        return -sum_ / n, -np.array([by_p * p, by_q * q, by_v * v]) / n

    found = maximise(value, [np.log([2.0, 3.0, 4.0]), np.log([6.0, 4.0, 15.0])], n)
    converged = found.converged and not found.at_low and not found.at_high
    return GammaGamma(np.exp(found.point) * np.array([1.0, 1.0, unit]), found.covariance, converged)


def expected_value(parameters: Array, x: Array, m: Array) -> Array:
    """The mean purchase to expect: between the customer's own mean and everybody's, the more her own the more she bought.

    Equation 5 of the note. Without any repeat purchase (x = 0) it is everybody's. Needs q > 1.

    >>> expected_value(np.array([6.25, 3.74, 15.44]), np.array([0.0, 2.0]), np.array([0.0, 22.35])).round(2).tolist()
    [35.22, 24.66]
    """
    p, q, v = parameters
    return np.asarray(p * (v + x * m) / (p * x + q - 1))
