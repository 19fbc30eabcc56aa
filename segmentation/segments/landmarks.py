"""Where does each of a million customers go on the map? A UMAP picture of landmarks, with the rest laid between them.

UMAP (McInnes, Healy and Melville 2018) on 20,000 landmarks, started from principal components because the usual spectral start
takes most of the time; every other row between its nearest landmarks, weighted by nearness; then a few gentle rounds over
all rows.
"""

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segmentation.segments.kernels import kept

Points = NDArray[np.float32]

LANDMARKS = 20_000
NEIGHBOURS = 15
ROUNDS, GENTLE_ROUNDS, GENTLE_STEP = 200, 40, 0.3


def principal(points: Points) -> Points:
    """The two principal components: the map at once. Signs fixed so that the longest arm points right and up."""
    centred = points.astype(np.float64) - points.mean(axis=0, dtype=np.float64)
    _values, vectors = np.linalg.eigh(centred.T @ centred)
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
    return _laid_out(points, _scaled(principal(points), seed), ROUNDS, 1.0, seed)


def _refined(points: Points, placed: Points, seed: int) -> Points:
    return _laid_out(points, placed, GENTLE_ROUNDS, GENTLE_STEP, seed)


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


def _laid_out(points: Points, start: Points, rounds: int, step: float, seed: int) -> Points:
    """umap's own graph of who is near whom, laid out from this start."""
    from umap.umap_ import fuzzy_simplicial_set

    from segmentation.segments.layout import lay_out
    from segmentation.segments.neighbours import nearest, nearest_everywhere

    k = min(NEIGHBOURS, len(points) - 1)
    search = nearest_everywhere if len(points) <= LANDMARKS else nearest
    indices, distances = search(points, points, k)
    random = np.random.RandomState(seed)
    graph, _, _ = fuzzy_simplicial_set(points, k, random, "euclidean", knn_indices=indices, knn_dists=distances)
    graph = graph.tocsr()
    graph.data[graph.data < graph.data.max() / max(rounds, ROUNDS)] = 0
    graph.eliminate_zeros()
    return lay_out(start, graph.indptr, graph.indices, graph.data, rounds=rounds, step=step, seed=seed)
