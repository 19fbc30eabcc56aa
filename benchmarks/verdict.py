"""Is the verdict right? Simulated customers with and without groups, seeded, and how often `find_segments` says so.

    python benchmarks/verdict.py --runs 20 [--held] [--fresh] [--shops] [--only gaussian,equal-4] [--jobs 2]

Families marked `held` were kept out of sight while the limits in `segments/verdict.py` were set; those marked `fresh` were thought up after that.
With groups, the adjusted Rand index stands beside that of the best of six methods that are told the number (`best_told`).
"""

import argparse
import os
import sys
import time
import zlib
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import numpy as np  # noqa: E402 - threads are limited first
import pandas as pd  # noqa: E402

from benchmarks import shoplike  # noqa: E402


def _covariance(rng, d, stretch):
    turn, _ = np.linalg.qr(rng.normal(size=(d, d)))
    size = np.exp(rng.uniform(-np.log(stretch) / 2, np.log(stretch) / 2, d))
    return turn @ np.diag(size**2) @ turn.T


def _correlated(rng, n, d):
    rho = rng.uniform(0.3, 0.8)
    return rng.normal(size=(n, d)) * np.sqrt(1 - rho) + rng.normal(size=(n, 1)) * np.sqrt(rho)


def _banana(rng, n, d):
    x = rng.normal(size=(n, d))
    x[:, 1] += 0.8 * x[:, 0] ** 2
    return x


def _ball(rng, n, d):
    x = rng.normal(size=(n, d))
    return x / np.linalg.norm(x, axis=1, keepdims=True) * rng.random((n, 1)) ** (1 / d) * np.linspace(1, 4, d)


def _shop(rng, n, d):
    activity = rng.normal(size=n)
    columns = [np.exp(4 + 0.7 * activity + rng.normal(size=n)), rng.poisson(np.exp(0.8 + 0.6 * activity)) + 1,
               rng.exponential(120, n) * np.exp(-0.4 * activity), rng.poisson(0.3 * np.exp(0.5 * activity)),
               rng.gamma(2, 10, n), rng.normal(45, 12, n).round(), rng.beta(2, 6, n), rng.lognormal(3, 0.5, n)]
    return np.column_stack((columns + [rng.normal(size=n) for _ in range(d)])[:d]).astype(float)


def _kinds(rng, n, d):
    frame = pd.DataFrame(rng.normal(size=(n, max(2, d // 2))), columns=[f"n{i}" for i in range(max(2, d // 2))])
    for i in range(max(1, d - d // 2)):
        frame[f"c{i}"] = rng.choice(list("pqrs")[: rng.integers(2, 5)], n)
    return frame


STRUCTURELESS = {
    "gaussian": lambda r, n, d: r.normal(size=(n, d)),
    "uniform": lambda r, n, d: r.random((n, d)),
    "correlated": _correlated,
    "lognormal": lambda r, n, d: np.exp(_correlated(r, n, d) * r.uniform(0.5, 1.3)),
    "heavy": lambda r, n, d: _correlated(r, n, d) / np.sqrt(r.chisquare(3, (n, 1)) / 3),
    "heavy_free": lambda r, n, d: r.standard_t(2.5, (n, d)),
    "shop": _shop,
    "kinds": _kinds,
}
HELD = {
    "exponential": lambda r, n, d: r.exponential(size=(n, d)),
    "gamma": lambda r, n, d: r.gamma(2, size=(n, d)) + _correlated(r, n, d) * 0.5,
    "laplace": lambda r, n, d: r.laplace(size=(n, d)),
    "beta": lambda r, n, d: r.beta(2, 5, (n, d)),
    "ball": _ball,
    "banana": _banana,
    "poisson": lambda r, n, d: r.poisson(3, (n, d)).astype(float),
    "likert": lambda r, n, d: np.clip(np.round(_correlated(r, n, d) * 1.2 + 3.4), 1, 5),
    "stretched": lambda r, n, d: r.multivariate_normal(np.zeros(d), _covariance(r, d, 12), n),
    "pareto": lambda r, n, d: r.pareto(2.5, (n, d)) + 1,
    "skewed": lambda r, n, d: np.abs(r.normal(size=(n, d))) * 2 + _correlated(r, n, d),
    "binary": lambda r, n, d: (_correlated(r, n, max(d, 5)) > r.normal(size=max(d, 5)) * 0.7).astype(float),
}


def _copula(rng, n, d, df=None):
    """Dependent uniforms: a Gaussian copula, or a t copula with `df` degrees of freedom."""
    from scipy import stats

    x = _correlated(rng, n, d)
    return stats.norm.cdf(x) if df is None else stats.t.cdf(x / np.sqrt(rng.chisquare(df, (n, 1)) / df), df)


def _through(quantile):
    return lambda rng, n, d: quantile(np.clip(_copula(rng, n, d), 1e-6, 1 - 1e-6), rng)


def _clayton(rng, n, d):
    shape = rng.uniform(0.5, 2.0)
    return np.exp(1.5 * (1 + rng.exponential(size=(n, d)) / rng.gamma(1 / shape, size=(n, 1))) ** (-1 / shape))


def _zero_inflated(rng, n, d):
    share = _copula(rng, n, d)
    empty = rng.uniform(0.3, 0.8, d)
    return np.where(share < empty, 0, np.exp(3 + 2 * (share - empty) / (1 - empty) + 0.5 * rng.normal(size=(n, d))))


def _counts(rng, n, d):
    return rng.poisson(np.exp(_correlated(rng, n, d) * 0.8 + rng.uniform(0, 2, d))).astype(float)


def _ordinal(rng, n, d):
    points = int(rng.choice([5, 7, 10]))
    return 1 + np.floor(points * np.clip(_copula(rng, n, d), 0, 0.999) ** rng.uniform(0.5, 1.5, d))


def _cone(rng, n, d):
    x = rng.normal(size=(n, d))
    x[:, 1:] *= np.exp(0.6 * x[:, :1])
    return x


def _latent_kinds(rng, n, d):
    """One trait behind everything: amounts, yes/no and categories that rise with it."""
    trait = rng.normal(size=n)
    frame = {}
    for i in range(d):
        x = 0.7 * trait + rng.normal(size=n)
        frame[f"c{i}"] = [np.exp(x), np.where(x > 0.3, "yes", "no"), np.array(list("pqrs"))[np.digitize(x, [-1, 0, 1])], np.round(5 + 2 * x)][i % 4]
    return pd.DataFrame(frame)


def _holes(rng, n, d):
    x = np.exp(_correlated(rng, n, d))
    x[rng.random((n, d)) < 0.15] = np.nan
    return x


FRESH = {
    "gamma_copula": _through(lambda u, r: __import__("scipy.stats", fromlist=["gamma"]).gamma.ppf(u, r.uniform(0.5, 4))),
    "weibull": lambda r, n, d: r.weibull(r.uniform(0.7, 2.5), (n, d)) * 100,
    "t_copula": lambda r, n, d: _copula(r, n, d, 3),
    "clayton": _clayton,
    "zero_inflated": _zero_inflated,
    "counts": _counts,
    "ordinal": _ordinal,
    "integers": lambda r, n, d: np.round(_correlated(r, n, d) * r.uniform(2, 12, d) + 40),
    "triangular": lambda r, n, d: r.triangular(0, r.random(), 1, (n, d)),
    "logistic": lambda r, n, d: r.logistic(size=(n, d)) + _correlated(r, n, d),
    "cone": _cone,
    "latent_kinds": _latent_kinds,
    "holes": _holes,
}


def centres(rng, k, d, apart, whiten=None):
    """k points in d dimensions, none nearer to another than `apart` standard deviations, packed loosely."""
    found, reach = [np.zeros(d)], apart
    while len(found) < k:
        point = found[rng.integers(len(found))] + rng.normal(size=d) * reach / np.sqrt(d) * 1.1
        if all(np.linalg.norm(point - other) >= apart for other in found):
            found.append(point)
    return np.array(found)


def groups(rng, n, d, k, apart, kind):
    """A table of k groups and who belongs where."""
    shares = np.full(k, 1 / k)
    if kind == "unequal":
        shares = rng.dirichlet(np.full(k, 3.0)) * 0.7 + 0.3 / k
    if kind == "small":
        shares = np.r_[0.05, np.full(k - 1, 0.95 / (k - 1))]
    truth = rng.choice(k, n, p=shares)
    places = centres(rng, k, d, apart)
    x = rng.normal(size=(n, d))
    if kind == "elongated":
        common = np.linalg.cholesky(_covariance(rng, d, 9))
        x = np.array([common @ row for row in places[truth] + x])
    elif kind == "turned":
        for g in range(k):
            x[truth == g] = x[truth == g] @ np.linalg.cholesky(_covariance(rng, d, 4)).T
        x = x + places[truth] * 1.6
    elif kind == "spreads":
        x = x * rng.uniform(0.3, 1.0, (k, d))[truth] + places[truth]
    elif kind == "boxes":
        x = rng.uniform(-1.7, 1.7, (n, d)) + places[truth]
    elif kind == "tails":
        x = x / np.sqrt(rng.chisquare(5, (n, 1)) / 5 * 5 / 3) + places[truth]
    elif kind == "sizes":
        x = x * rng.uniform(0.5, 1.0, k)[truth, None] + places[truth]
    else:
        x = x + places[truth]
    frame = pd.DataFrame(x, columns=[f"n{i}" for i in range(d)])
    if kind == "noisy":
        frame = frame.assign(**{f"noise{i}": rng.normal(size=n) for i in range(20)})
    if kind == "skewed":
        frame = np.exp(frame * 0.5)
    if kind == "mixed":
        for i in range(max(2, d // 2)):
            levels = rng.integers(2, 5)
            usual = rng.integers(0, levels, k)[truth]
            frame[f"c{i}"] = np.where(rng.random(n) < 0.8, usual, rng.integers(0, levels, n))
            frame[f"c{i}"] = frame[f"c{i}"].map(lambda v: "pqrst"[v])
    return frame, truth


MIXTURES = ("equal", "unequal", "elongated", "turned", "sizes", "mixed")
FRESH_MIXTURES = ("spreads", "boxes", "tails", "small", "noisy", "skewed")


def best_told(frame, truth, k):
    """The best adjusted Rand index of methods that are told the number: k-means, Ward and Gaussian mixtures on standardised columns, and on
    mixed columns also StepMix and k-means on scaled indicators."""
    import warnings

    from sklearn.cluster import AgglomerativeClustering, KMeans
    from sklearn.metrics import adjusted_rand_score
    from sklearn.mixture import GaussianMixture
    from sklearn.preprocessing import StandardScaler

    kinds = frame.select_dtypes(exclude="number")
    numbers = StandardScaler().fit_transform(frame.select_dtypes("number"))
    hits = pd.get_dummies(kinds, dtype=float) if len(kinds.columns) else pd.DataFrame(index=frame.index)
    wide = np.column_stack([numbers, (hits - hits.mean()) / np.sqrt(hits.mean())]) if len(hits.columns) else numbers
    found = [KMeans(k, n_init=10, random_state=0).fit_predict(wide), AgglomerativeClustering(k).fit_predict(wide)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for shape in ("full", "tied", "diag"):
            found.append(GaussianMixture(k, covariance_type=shape, n_init=3, reg_covar=1e-3, random_state=0).fit_predict(numbers))
        if len(kinds.columns):
            from segmentation.segments.methods.latent_class import classes

            codes = np.column_stack([pd.factorize(kinds[name], sort=True)[0] for name in kinds])
            found.append(classes(numbers, codes, k, 0))
    return max(adjusted_rand_score(truth, labels) for labels in found)


CLOUDS = STRUCTURELESS | HELD | FRESH | shoplike.TUNED | shoplike.HELD_BACK


def draw(family, run):
    """One table: (frame, truth or None, how it was made)."""
    rng = np.random.default_rng([zlib.crc32(family.encode()), run])
    n = int(np.exp(rng.uniform(np.log(150), np.log(5000))))
    d = int(rng.integers(2, 13))
    if family in CLOUDS:
        x = CLOUDS[family](rng, n, d)
        return x if isinstance(x, pd.DataFrame) else pd.DataFrame(x, columns=[f"n{i}" for i in range(x.shape[1])]), None, (n, d, 1)
    kind, apart = family.split("-")
    k = int(rng.integers(2, 9))
    frame, truth = groups(rng, n, d, k, float(apart), kind)
    return frame, truth, (n, d, k)


def one(task):
    family, run, bootstraps = task
    from sklearn.metrics import adjusted_rand_score

    import segmentation as seg

    frame, truth, made = draw(family, run)
    start = time.perf_counter()
    found = seg.find_segments(frame, seed=0, bootstraps=bootstraps)
    took = time.perf_counter() - start
    agreement = np.nan if truth is None else adjusted_rand_score(truth, found.labels.astype(str))
    best = np.nan if truth is None else best_told(frame, truth, made[2])
    return family, run, made, found.verdict, found.k, found.method, agreement, took, best, found.verdict_facts


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--bootstraps", type=int, default=100)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--shops", action="store_true", help="also the families of benchmarks/shoplike.py")
    parser.add_argument("--only", default="")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--every", action="store_true", help="print every run")
    options = parser.parse_args(argv)
    families = options.only.split(",") if options.only else [
        *STRUCTURELESS, *(HELD if options.held else ()), *(FRESH if options.fresh else ()), *(shoplike.TUNED | shoplike.HELD_BACK if options.shops else ()), *(f"{kind}-4" for kind in MIXTURES),
        *(f"{kind}-4" for kind in FRESH_MIXTURES if options.fresh), "equal-5", "equal-3"]
    tasks = [(family, run, options.bootstraps) for family in families for run in range(options.first, options.first + options.runs)]
    results = defaultdict(list)
    with ProcessPoolExecutor(options.jobs) as pool:
        for result in pool.map(one, tasks):
            results[result[0]].append(result)
            if options.every:
                print(*result[:9], {k: v for k, v in result[9].items() if not isinstance(v, dict)}, flush=True)
    for family, runs in results.items():
        verdicts = [r[3] for r in runs]
        line = f"{family:14s} constructive {np.mean([v == 'constructive' for v in verdicts]):5.0%}" \
               f"  natural {np.mean([v == 'natural' for v in verdicts]):5.0%}  {np.mean([r[7] for r in runs]):5.2f} s"
        if runs[0][2][2] > 1:
            ours, best = np.mean([r[6] for r in runs]), np.mean([r[8] for r in runs])
            line += f"  right k {np.mean([r[4] == r[2][2] for r in runs]):5.0%}  ARI {ours:.3f}, {ours / best:.0%} of the best told ({best:.3f})"
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
