"""Where does each of a million customers go on the map? A UMAP picture of landmarks, with the rest laid between them.

UMAP (McInnes, Healy and Melville 2018) on 20,000 landmarks, started from principal components because the usual spectral start
takes most of the time; every other row between its nearest landmarks, weighted by nearness; then a few gentle rounds over
all rows (step ≤ .2: larger steps undo the start).
"""

import warnings
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segmentation.segments.kernels import kept

Points = NDArray[np.float32]

LANDMARKS = 20_000
NEIGHBOURS = 15
GENTLE_EPOCHS, GENTLE_STEP = 30, 0.2


def principal(points: Points) -> Points:
    """The two principal components: the map at once. Signs fixed so that the longest arm points right and up."""
    centred = points.astype(np.float64) - points.mean(axis=0, dtype=np.float64)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, ::-1][:, :2]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), range(axes.shape[1])] < 0, -1.0, 1.0)
    flat = np.zeros((len(points), 2), np.float32)
    flat[:, : axes.shape[1]] = centred @ axes
    return flat


def place_all(points: Points, *, seed: int, landmarks: int = LANDMARKS, refine: bool = True) -> Points:
    """A UMAP place (x, y) for every row of `points`, float32 n × 2; the same rows give the same map."""
    with kept(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if len(points) <= landmarks:
            return _umap(points, seed)
        chosen = np.sort(np.random.default_rng(seed).choice(len(points), landmarks, replace=False))
        placed = _between(points, chosen, _umap(points[chosen], seed))
        return _refined(points, placed, seed) if refine else placed


def _umap(points: Points, seed: int) -> Points:
    # 200 rounds are umap's own for large tables; small tables settle with 300 where it takes 500
    return _laid_out(points, _scaled(principal(points), seed), 300 if len(points) <= 5000 else 200, 1.0, seed)


def _refined(points: Points, placed: Points, seed: int) -> Points:
    return _laid_out(points, placed, GENTLE_EPOCHS, GENTLE_STEP, seed)


def _scaled(flat: Points, seed: int) -> Points:
    """Ten units wide, with a trace of noise so that customers who are the same can part."""
    low, high = flat.min(axis=0), flat.max(axis=0)
    noise = np.random.default_rng(seed).normal(scale=1e-4, size=flat.shape)
    return (10 * (flat - low) / np.where(high > low, high - low, 1) + noise).astype(np.float32)


def _between(points: Points, chosen: NDArray[Any], places: Points) -> Points:
    """Each row between its five nearest landmarks, near ones counting most; a landmark keeps its own place."""
    from segmentation.segments.neighbours import nearest

    indices, distances = nearest(points[chosen], points, 5)
    scale = np.maximum(distances[:, -1:], 1e-12)
    weights = 1 / (distances / scale + 1e-3) ** 2
    weights /= weights.sum(axis=1, keepdims=True)
    placed = np.einsum("ij,ijk->ik", weights, places[indices]).astype(np.float32)
    placed[chosen] = places
    return placed


@cache
def _curve() -> tuple[float, float]:
    from umap.umap_ import find_ab_params

    a, b = find_ab_params(1.0, 0.1)
    return float(a), float(b)


def _laid_out(points: Points, start: Points, epochs: int, step: float, seed: int) -> Points:
    """UMAP's own graph and optimiser from this start."""
    from umap.layouts import optimize_layout_euclidean
    from umap.umap_ import fuzzy_simplicial_set, make_epochs_per_sample

    from segmentation.segments.neighbours import nearest, nearest_everywhere

    k = min(NEIGHBOURS, len(points) - 1)
    search = nearest_everywhere if len(points) <= LANDMARKS else nearest
    indices, distances = search(points, points, k)
    random = np.random.RandomState(seed)
    graph, _, _ = fuzzy_simplicial_set(points, k, random, "euclidean", knn_indices=indices, knn_dists=distances)
    graph = graph.tocoo()
    graph.data[graph.data < graph.data.max() / max(epochs, 200)] = 0
    graph.eliminate_zeros()
    a, b = _curve()
    places = np.ascontiguousarray(start, np.float32)
    return optimize_layout_euclidean(  # type: ignore[no-any-return]
        places, places, graph.row, graph.col, epochs, len(points), make_epochs_per_sample(graph.data, epochs), a, b,
        random.randint(-(2**31) + 1, 2**31 - 2, 3).astype(np.int64), initial_alpha=step, move_other=True,
    )
