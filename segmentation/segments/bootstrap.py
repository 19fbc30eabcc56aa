"""Do the same segments come back when the customers are drawn anew? Hennig's (2007) bootstrap Jaccard, per segment."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from segmentation.segments.batch import spread
from segmentation.segments.methods.kmeans import ROUNDS, TRANSFERS, Condensed, columns, nearest


@dataclass(frozen=True, eq=False)
class Redrawn:
    """What the re-draws say about one partition: Jaccard per re-draw and group (B × k), agreement (adjusted Rand) per re-draw (B)."""

    jaccard: np.ndarray
    agreement: np.ndarray

    @property
    def stability(self) -> np.ndarray:
        """Mean Jaccard of each group: 1 when it always comes back."""
        return self.jaccard.mean(0)

    @property
    def interval(self) -> tuple[float, float]:
        """The middle 90 % of the mean over the groups, from re-draw to re-draw."""
        low, high = np.quantile(self.jaccard.mean(1), [0.05, 0.95])
        return float(low), float(high)


def redraw_weights(base: Condensed, rng: np.random.Generator) -> np.ndarray:
    """How many different customers behind each point are drawn, when as many customers are drawn with replacement as there are.

    A customer drawn twice counts once, as in Hennig's own `clusterboot`: each takes part with chance 1 − (1 − 1/n)^n, about 63 %.
    """
    n = base.customers
    chance = 1 - (1 - 1 / n) ** n
    whole = np.floor(base.mass).astype(np.int64)
    return rng.binomial(whole, chance) + (base.mass - whole) * chance


def redraw_kmeans(
    base: Condensed, centres: dict[int, np.ndarray], bootstraps: int, seed: int, starts: int = 10, told: Callable[[float], None] | None = None,
) -> dict[int, Redrawn]:
    """Every number of segments clustered again from scratch in every re-draw: weights instead of copied rows.

    Each re-draw has its own random starts; starting from the known centres would make everything look stable.
    """
    from segmentation.segments.lloyd import lloyd

    points = columns(base.points)
    original = {k: nearest(base.points, place) for k, place in centres.items()}

    def run(number: int) -> dict[int, tuple[np.ndarray, float]]:
        rng = np.random.default_rng([seed, 4, number])
        drawn = redraw_weights(base, rng)
        weights = drawn.astype(np.float32)
        seen = np.where(drawn > 0, base.mass, 0.0)
        out = {}
        for k in centres:
            fresh = lloyd(points, weights, k, rng.random((starts, k, 3)), ROUNDS, TRANSFERS)[0]
            out[k] = overlap(original[k], fresh, k, seen)
        return out

    results: list[dict[int, tuple[np.ndarray, float]]] = []
    for first in range(0, bootstraps, 20):
        results += spread(run, range(first, min(first + 20, bootstraps)))
        if told:
            told(len(results) / bootstraps)
    return {
        k: Redrawn(np.array([result[k][0] for result in results]), np.array([result[k][1] for result in results])) for k in centres
    }


def redraw_with(labels: np.ndarray, k: int, again: Callable[[np.ndarray, np.random.Generator], np.ndarray], bootstraps: int, seed: int) -> Redrawn:
    """The same for any method: `again(rows, rng)` clusters the drawn rows and labels everybody."""

    def run(number: int) -> tuple[np.ndarray, float]:
        rng = np.random.default_rng([seed, 5, number])
        rows = np.unique(rng.integers(0, len(labels), len(labels)))
        seen = np.zeros(len(labels))
        seen[rows] = 1.0
        return overlap(labels, again(rows, rng), k, seen)

    results = spread(run, range(bootstraps))
    return Redrawn(np.array([result[0] for result in results]), np.array([result[1] for result in results]))


def overlap(old: np.ndarray, new: np.ndarray, k: int, mass: np.ndarray) -> tuple[np.ndarray, float]:
    """(for each old group the Jaccard with the new group most like it, adjusted Rand index), over these masses."""
    width = int(new.max()) + 1
    table = np.bincount(old.astype(np.int64) * width + new, weights=mass, minlength=k * width).reshape(k, width)
    a, b = table.sum(1), table.sum(0)
    union = a[:, None] + b[None, :] - table
    jaccard = np.where(union > 0, table / np.maximum(union, 1e-12), 0).max(1)
    total = table.sum()
    pairs = lambda x: float((x * (x - 1) / 2).sum())  # noqa: E731 - the textbook's own shorthand, used three times on one line
    both, rows, cols = pairs(table), pairs(a), pairs(b)
    expected = rows * cols / max(total * (total - 1) / 2, 1e-12)
    top = (rows + cols) / 2
    return jaccard, 1.0 if top - expected < 1e-12 else (both - expected) / (top - expected)
