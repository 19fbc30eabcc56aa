"""How far can the map be trusted? Whether neighbours on it are neighbours in truth, and the other way round.

Trustworthiness (Venna and Kaski 2001): 1 when everyone close together on the map is alike; recall: which share of the fifteen
most alike customers also stand nearest on the map. Both over a sample of rows, each against all rows.
"""

import numpy as np
from numpy.typing import NDArray

NEAR = 15


def measure_trust(
    points: NDArray[np.float32], places: NDArray[np.float32], *, seed: int = 0, rows: int | None = None
) -> tuple[float, float]:
    """(trustworthiness, neighbour recall) of the map `places` (n × 2) of `points` (n × d), both 0–1.

    `rows`: how many rows are looked at; by default as many as take about a second.
    """
    from segmentation.segments.neighbours import nearest_everywhere

    total = len(points)
    k = min(NEAR, max(1, (total - 1) // 2 - 1))
    if total < 5:
        return 1.0, 1.0
    looked = rows or int(np.clip(4e7 / total, 100, 1000))
    sample = np.sort(np.random.default_rng(seed).choice(total, min(looked, total), replace=False))
    near = _others(nearest_everywhere(points, points[sample], k + 1)[0], sample, k)
    close = _others(nearest_everywhere(places, places[sample], k + 1)[0], sample, k)
    recall = float(np.mean([len(np.intersect1d(a, b)) / k for a, b in zip(near, close, strict=True)]))
    squares = (points.astype(np.float32) ** 2).sum(axis=1)
    penalty = 0.0
    for row, beside in zip(sample, close, strict=True):
        apart = squares - 2 * (points @ points[row])  # the distance squared, less a constant
        apart[row] = -np.inf
        ranks = np.array([np.count_nonzero(apart < apart[other]) for other in beside])
        penalty += float(np.maximum(0, ranks - k).sum())
    return 1 - 2 * penalty / (len(sample) * k * (2 * total - 3 * k - 1)), recall


def _others(indices: NDArray[np.int32], rows: NDArray[np.int64], k: int) -> NDArray[np.int32]:
    """Without the row itself, which need not come first among customers who are the same."""
    own = indices == rows[:, None]
    own[~own.any(axis=1), -1] = True
    return indices[~own].reshape(len(rows), -1)[:, :k]
