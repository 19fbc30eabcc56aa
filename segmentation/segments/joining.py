"""Which pieces of a cloud belong together? Joined two by two, each time the two that look most like one stretched cloud. Compiled."""

import numpy as np
from numba import njit

from segmentation.segments.kernels import use_kernel_folder

use_kernel_folder()


def joined_pieces(points: np.ndarray, labels: np.ndarray, most: int = 12) -> dict[int, np.ndarray]:
    """Partitions into 2 … most groups, from pieces.

    The cost of a join is the growth of Σ n log |scatter|, the criterion of Scott & Symons (1971), with a little of the whole
    cloud's scatter mixed in so that small pieces have a shape.
    """
    d = points.shape[1]
    labels = np.unique(labels, return_inverse=True)[1]
    pieces = int(labels.max()) + 1
    total = np.cov(points.T).reshape(d, d) + 1e-6 * np.eye(d)
    members = [points[labels == piece] for piece in range(pieces)]
    mean = np.array([inside.mean(0) for inside in members])
    scatter = np.array([(inside - middle).T @ (inside - middle) for inside, middle in zip(members, mean, strict=True)])
    size = np.bincount(labels).astype(float)
    group = np.arange(pieces)
    out = {pieces: labels} if 1 < pieces <= most else {}
    for left, (gone, into) in zip(range(pieces - 1, 1, -1), joins(size, mean, scatter, total, 0.1 * (d + 2)).tolist(), strict=False):
        group[group == gone] = into
        if left <= most:
            out[left] = np.unique(group, return_inverse=True)[1][labels]
    return out


@njit(cache=True, nogil=True)
def joins(size, mean, scatter, total, prior):
    """Which piece goes into which, join after join (pieces − 1 × 2). Changes its arguments."""
    count, d = mean.shape
    own, growth = np.zeros(count), np.full((count, count), np.inf)
    alive = np.ones(count, np.bool_)
    order = np.zeros((count - 1, 2), np.int64)
    for a in range(count):
        own[a] = _cost(size, mean, scatter, total, prior, a, a)
        for b in range(a):
            growth[a, b] = _cost(size, mean, scatter, total, prior, a, b) - own[a] - own[b]
    for step in range(count - 1):
        a, b = 0, 0
        for i in range(count):
            for j in range(i):
                if growth[i, j] < growth[a, b]:
                    a, b = i, j
        own[b] = _cost(size, mean, scatter, total, prior, a, b)
        both = size[a] + size[b]
        for i in range(d):
            for j in range(d):
                scatter[b, i, j] += scatter[a, i, j] + (mean[b, i] - mean[a, i]) * (mean[b, j] - mean[a, j]) * size[a] * size[b] / both
        for i in range(d):
            mean[b, i] += (mean[a, i] - mean[b, i]) * size[a] / both
        size[b] = both
        order[step, 0], order[step, 1] = a, b
        alive[a] = False
        for c in range(count):
            growth[max(a, c), min(a, c)] = np.inf
            if alive[c] and c != b:
                growth[max(b, c), min(b, c)] = _cost(size, mean, scatter, total, prior, b, c) - own[b] - own[c]
    return order


@njit(cache=True, nogil=True)
def _cost(size, mean, scatter, total, prior, a, b):
    """n log |scatter| of two pieces together, or of one piece (a = b)."""
    d = mean.shape[1]
    n = size[a] if a == b else size[a] + size[b]
    weight = 0.0 if a == b else size[a] * size[b] / n
    low = np.empty((d, d))
    log = 0.0
    for i in range(d):
        for j in range(i + 1):
            spread = scatter[a, i, j] + prior * total[i, j]
            if a != b:
                spread += scatter[b, i, j] + weight * (mean[b, i] - mean[a, i]) * (mean[b, j] - mean[a, j])
            rest = spread / (n + prior)
            for q in range(j):
                rest -= low[i, q] * low[j, q]
            low[i, j] = np.sqrt(max(rest, 1e-300)) if i == j else rest / low[j, j]
        log += 2 * np.log(low[i, i])
    return n * log
