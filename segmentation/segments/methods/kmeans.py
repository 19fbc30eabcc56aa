"""Which centres represent the customers best? k-means on any number of customers, through weighted micro-clusters."""

from dataclasses import dataclass

import numpy as np

from segmentation.segments.batch import spread

MICRO = 1000
SEEN = 25_000
ROUNDS = 60
TRANSFERS = 10


@dataclass(frozen=True, eq=False)
class Condensed:
    """Customers as weighted points: the customers themselves while they are few, else the centres of tiny clusters.

    `points`: m × d; `mass`: customers behind each, summing to `customers`.
    """

    points: np.ndarray
    mass: np.ndarray
    customers: int


def condense(points: np.ndarray, seed: int, limit: int = MICRO) -> Condensed:
    """At most `limit` weighted points that stand in for these customers; beyond 25,000 customers a sample of them is enough."""
    from segmentation.segments.lloyd import improve

    n = len(points)
    if n <= limit:
        return Condensed(points, np.ones(n), n)
    rng = np.random.default_rng([seed, 1])
    seen = points if n <= SEEN else points[np.sort(rng.choice(n, SEEN, replace=False))]
    centres = np.ascontiguousarray(seen[np.sort(rng.choice(len(seen), limit, replace=False))], dtype=np.float32)
    labels = improve(columns(seen), np.ones(len(seen), np.float32), centres, 4)
    mass = np.bincount(labels, minlength=limit).astype(float)
    filled = mass > 0
    means = np.column_stack([np.bincount(labels, seen[:, j], limit) for j in range(points.shape[1])])[filled] / mass[filled, None]
    return Condensed(means, mass[filled] * (n / len(seen)), n)


def columns(points: np.ndarray) -> np.ndarray:
    """d × n in single precision: how the compiled loops want them."""
    return np.ascontiguousarray(points.T, dtype=np.float32)


def partition(points: np.ndarray, k: int, rng: np.random.Generator, starts: int = 10, weights: np.ndarray | None = None) -> np.ndarray:
    """The k-means labels of these few points."""
    from segmentation.segments.lloyd import lloyd

    mass = np.ones(len(points), np.float32) if weights is None else weights.astype(np.float32)
    return lloyd(columns(points), mass, k, rng.random((starts, k, 3)), ROUNDS, TRANSFERS)[0].astype(np.int64)


def centres_for_each(base: Condensed, ks: list[int], seed: int, starts: int = 50) -> dict[int, np.ndarray]:
    """The best centres found for each k."""
    from segmentation.segments.lloyd import lloyd

    points, mass = columns(base.points), base.mass.astype(np.float32)

    def run(k: int) -> np.ndarray:
        rng = np.random.default_rng([seed, 2, k])
        return lloyd(points, mass, k, rng.random((starts, k, 3)), 100, TRANSFERS)[1].astype(float)

    return dict(zip(ks, spread(run, ks), strict=True))


def polish(points: np.ndarray, centres: np.ndarray, rounds: int = 30) -> tuple[np.ndarray, np.ndarray]:
    """(labels, centres) after Lloyd rounds over all customers, in chunks over the processors."""
    for _ in range(rounds):
        labels = nearest(points, centres)
        count = np.bincount(labels, minlength=len(centres))
        means = np.column_stack([np.bincount(labels, points[:, j], len(centres)) for j in range(points.shape[1])])
        fresh = np.where(count[:, None] > 0, means / np.maximum(count, 1)[:, None], centres)
        moved = np.abs(fresh - centres).max()
        centres = fresh
        if moved < 1e-4:
            break
    return nearest(points, centres), centres


def nearest(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """The nearest centre of every customer."""
    return distances(points, centres).argmin(1)


def distances(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """Squared distances, n × k."""
    return np.column_stack([((points - centre) ** 2).sum(1) for centre in centres])
