"""Customers as shops have them, and no groups: zeros, shares, ties, round figures, ratios of counts, heavy tails. Families for `benchmarks/verdict.py`.

Those in TUNED were looked at while the copies in `segments/structureless.py` got their second kind; those in HELD_BACK only to measure.
"""

import numpy as np
import pandas as pd
from scipy import stats


def _one_trait(rng, n, d):
    rho = rng.uniform(0.3, 0.8)
    return rng.normal(size=(n, d)) * np.sqrt(1 - rho) + rng.normal(size=(n, 1)) * np.sqrt(rho)


def _tails(rng, n, d):
    return _one_trait(rng, n, d) / np.sqrt(rng.chisquare(3, (n, 1)) / 3)


def _columns(rng, n, least, d, columns):
    return np.column_stack([*columns, *(rng.normal(size=n) for _ in range(d))][: max(least, d)])


def zeros_by_chance(rng, n, d):
    empty = rng.uniform(0.3, 0.7, d) if rng.random() < 0.5 else 0.5
    return np.where(rng.random((n, d)) < empty, 0, np.exp(3 + _one_trait(rng, n, d) * rng.uniform(0.5, 1.2)))


def zeros_of_their_own(rng, n, d):
    return np.where(_one_trait(rng, n, d) < rng.normal(0, 0.5, d), 0, np.exp(3 + 0.8 * _one_trait(rng, n, d)))


def shares(rng, n, d):
    low, high = rng.uniform(0.1, 0.35, d), 1 - rng.uniform(0.05, 0.25, d)
    return np.clip((stats.norm.cdf(_one_trait(rng, n, d)) - low) / (high - low), 0, 1) ** rng.uniform(0.5, 2, d)


def rounded(rng, n, d):
    step = rng.choice([1, 5, 10, 25, 50], d)
    return np.round(np.exp(_one_trait(rng, n, d) * rng.uniform(0.5, 1.2) + rng.uniform(2, 5, d)) / step) * step


def products(rng, n, d):
    active = rng.normal(size=n)
    orders, each = 1 + rng.poisson(np.exp(0.3 + 0.7 * active)), np.exp(3.5 + 0.6 * rng.normal(size=n) + 0.2 * active)
    return _columns(rng, n, 3, d, [
        orders, each, orders * each, rng.exponential(150 / np.exp(0.5 * active)), np.round(orders * rng.uniform(1, 4, n)), rng.binomial(orders, 0.12) / orders,
        rng.gamma(2, 100, n)])


def tailed_steps(rng, n, d):
    share = np.clip(stats.t.cdf(_tails(rng, n, d), 3), 1e-6, 1 - 1e-6)
    ways = [lambda u: 1 + np.floor(5 * u**1.2), lambda u: stats.poisson.ppf(u, 4), lambda u: np.exp(3 + stats.norm.ppf(u)),
            lambda u: np.where(u < 0.4, 0, np.exp(stats.norm.ppf(np.maximum(u - 0.4, 1e-6) / 0.6)))]
    return np.column_stack([ways[j % 4](share[:, j]) for j in range(d)])


def price_points(rng, n, d):
    points, x = np.sort(rng.lognormal(3, 0.8, 12)), np.exp(3 + _one_trait(rng, n, d) * 0.8)
    return np.where(rng.random((n, d)) < 0.6, points[np.abs(np.log(x[:, :, None] / points)).argmin(2)], x)


def purchases(rng, n, d):
    rate, years = rng.gamma(1.2, 1.5, n), rng.uniform(0.2, 4, n)
    orders = rng.poisson(rate * years) + 1
    spent = np.array([rng.lognormal(np.log(usual), 0.5, count).sum() for usual, count in zip(rng.lognormal(3.5, 0.5, n), orders, strict=True)])
    returns = rng.binomial(orders, rng.beta(0.5, 4, n))
    return np.column_stack([
        orders, spent, rng.exponential(365 / (rate + 0.3)), returns, returns / orders, years * 365, spent / orders, rng.poisson(0.4 * orders**0.5),
        rng.binomial(orders, 0.3) / orders, rng.poisson(3, n), np.round(rng.normal(45, 14, n)), rng.random(n) < 0.4][:d]).astype(float)


def hurdle(rng, n, d):
    return np.where(rng.random((n, d)) < rng.uniform(0.2, 0.8, d), 0, 1 + rng.poisson(np.exp(1 + 0.6 * _one_trait(rng, n, d)))).astype(float)


def middle_missing(rng, n, d):
    x = np.exp(0.8 * _one_trait(rng, n, d))
    x[rng.random((n, d)) < 0.3] = np.nan
    return x


def do_not_know(rng, n, d):
    return np.where(rng.random((n, d)) < 0.2, 0, np.clip(np.round(_one_trait(rng, n, d) * 1.5 + 5), 1, 10))


def summed(rng, n, d):
    return np.array([[rng.gamma(2 * count, 20) if count else 0 for count in row] for row in rng.poisson(np.exp(0.6 * _one_trait(rng, n, d) - 0.2))])


def tailed_kinds(rng, n, d):
    x = _tails(rng, n, d)
    ways = [lambda v: np.exp(0.5 * np.clip(v, -8, 8)), lambda v: np.array(list("pqrs"))[np.digitize(v, [-1, 0, 1])], lambda v: np.where(v > 0.5, "y", "n")]
    return pd.DataFrame({f"c{j}": ways[j % 3](x[:, j]) for j in range(d)})


def zeros_and_kinds(rng, n, d):
    x = _one_trait(rng, n, d)
    ways = [lambda v: np.where(rng.random(n) < 0.5, 0, np.exp(v)), lambda v: np.array(list("pqrs"))[np.digitize(v, [-1, 0, 1])],
            lambda v: np.where(rng.random(n) < 0.4, 0, np.exp(3 + v)), np.exp]
    return pd.DataFrame({f"c{j}": ways[j % 4](x[:, j]) for j in range(d)})


def seldom_but_much(rng, n, d):
    x = _one_trait(rng, n, d)
    return np.where(x + rng.normal(size=(n, d)) > rng.uniform(-0.5, 0.5, d), 0, np.exp(3 + x + 0.5 * rng.normal(size=(n, d))))


def one_price(rng, n, d):
    return np.where(rng.random((n, d)) < rng.uniform(0.1, 0.4, d), 20, np.exp(3 + 0.6 * _one_trait(rng, n, d)))


def clayton_counts(rng, n, d):
    share = np.clip((1 + rng.exponential(size=(n, d)) / rng.gamma(1 / 1.5, size=(n, 1))) ** (-1 / 1.5), 1e-6, 1 - 1e-6)
    return np.column_stack([stats.nbinom.ppf(share[:, j], rng.uniform(0.5, 3), rng.uniform(0.1, 0.5)) for j in range(d)])


def ratios(rng, n, d):
    orders = 1 + rng.geometric(0.35, n)
    items = orders + rng.poisson(0.8 * orders)
    spent, returns = items * rng.lognormal(2.5, 0.4, n), rng.binomial(items, 0.1)
    return _columns(rng, n, 4, d, [
        orders, items, spent, spent / items, returns / items, items / orders, returns, rng.exponential(100, n), rng.beta(2, 5, n)])


TUNED = {one.__name__: one for one in (
    zeros_by_chance, zeros_of_their_own, shares, rounded, products, tailed_steps, price_points, purchases)}
HELD_BACK = {one.__name__: one for one in (
    hurdle, middle_missing, do_not_know, summed, tailed_kinds, zeros_and_kinds, seldom_but_much, one_price, clayton_counts, ratios)}
