"""How do ten thousand small k-means runs take seconds? Weighted Lloyd, compiled, one vector of customers at a time.

Serial, and free of the interpreter lock: `batch.spread` gives each run to a thread. No threading layer of numba's is used, so two
users may cluster at once. Compiled code is kept on disk (`kernels`).
"""

import numpy as np
from numba import njit

from segmentation.segments.kernels import use_kernel_folder

use_kernel_folder()
BLOCK = 256


@njit(cache=True, nogil=True, fastmath=True)
def _distances(points, centre, start, stop, out):  # points: dimensions × customers, so that the inner loop is one vector
    for i in range(stop - start):
        out[i] = 0.0
    for j in range(points.shape[0]):
        c = centre[j]
        row = points[j]
        for i in range(stop - start):
            gap = row[start + i] - c
            out[i] += gap * gap


@njit(cache=True, nogil=True)
def _spread(points, weights, k, random, centres):
    """k-means++ (Arthur & Vassilvitskii 2007), the best of three draws for each next centre."""
    d, n = points.shape
    nearest = np.full(n, np.inf, points.dtype)
    trial = np.empty(n, points.dtype)
    kept = np.empty(n, points.dtype)
    total = weights.sum()
    for c in range(k):
        best, best_i = np.inf, 0
        for t in range(1 if c == 0 else 3):
            aim, run, chosen = random[c, t] * total, 0.0, n - 1
            for i in range(n):
                run += weights[i] * (1.0 if c == 0 else nearest[i])
                if run > aim and weights[i] > 0:
                    chosen = i
                    break
            _distances(points, points[:, chosen].copy(), 0, n, trial)
            left = 0.0
            for i in range(n):
                if nearest[i] < trial[i]:
                    trial[i] = nearest[i]
                left += weights[i] * trial[i]
            if left < best:
                best, best_i = left, chosen
                kept[:] = trial
        centres[c] = points[:, best_i]
        nearest[:] = kept
        total = best


@njit(cache=True, nogil=True)
def _assign(points, weights, centres, labels, sums, mass, out, low):
    """Nearest centre of every point; fills sums and mass; returns (within sum of squares, number of changed labels)."""
    d, n = points.shape
    k = centres.shape[0]
    sums[:] = 0.0
    mass[:] = 0.0
    within, changed = 0.0, 0
    for start in range(0, n, BLOCK):
        stop = min(start + BLOCK, n)
        size = stop - start
        _distances(points, centres[0], start, stop, low)
        fresh = np.zeros(size, np.uint16)
        for c in range(1, k):
            _distances(points, centres[c], start, stop, out)
            for i in range(size):
                nearer = out[i] < low[i]
                low[i] = out[i] if nearer else low[i]
                fresh[i] = np.uint16(c) if nearer else fresh[i]
        for i in range(size):
            w = weights[start + i]
            c = fresh[i]
            within += w * low[i]
            mass[c] += w
            changed += labels[start + i] != c
            labels[start + i] = c
        for j in range(d):
            row = points[j]
            for i in range(size):
                sums[fresh[i], j] += weights[start + i] * row[start + i]
    return within, changed


@njit(cache=True, nogil=True)
def lloyd(points, weights, k, random, rounds):
    """The best of several weighted k-means runs: (labels, centres, within sum of squares).

    points: d × n; weights: n; random: starts × k × 3 uniform numbers. Half of the starts, the worse, stop after four rounds.
    """
    d, n = points.shape
    starts = random.shape[0]
    all_centres = np.zeros((starts, k, d), points.dtype)
    reached = np.empty(starts)
    labels = np.zeros(n, np.uint16)
    sums = np.zeros((k, d))
    mass = np.zeros(k)
    out = np.empty(BLOCK, points.dtype)
    low = np.empty(BLOCK, points.dtype)
    best_labels = np.zeros(n, np.uint16)
    best = np.inf
    best_centres = np.zeros((k, d), points.dtype)
    early = min(4, rounds)
    for s in range(starts):
        _spread(points, weights, k, random[s], all_centres[s])
        for _ in range(early):
            reached[s], changed = _assign(points, weights, all_centres[s], labels, sums, mass, out, low)
            for c in range(k):
                if mass[c] > 0:
                    for j in range(d):
                        all_centres[s, c, j] = sums[c, j] / mass[c]
    order = np.argsort(reached, kind="mergesort")
    for place in range((starts + 1) // 2):
        s = order[place]
        labels[:] = 65535
        for _ in range(rounds):
            within, changed = _assign(points, weights, all_centres[s], labels, sums, mass, out, low)
            if changed == 0:
                break
            for c in range(k):
                if mass[c] > 0:
                    for j in range(d):
                        all_centres[s, c, j] = sums[c, j] / mass[c]
        if within < best * (1 - 1e-9):
            best = within
            best_labels[:] = labels
            best_centres[:] = all_centres[s]
    return best_labels, best_centres, best


@njit(cache=True, nogil=True)
def improve(points, weights, centres, rounds):
    """Plain Lloyd rounds from given centres (changed in place): (labels, within sum of squares)."""
    d, n = points.shape
    k = centres.shape[0]
    labels = np.full(n, 65535, np.uint16)
    sums, mass = np.zeros((k, d)), np.zeros(k)
    out, low = np.empty(BLOCK, points.dtype), np.empty(BLOCK, points.dtype)
    within = 0.0
    for _ in range(rounds):
        within, changed = _assign(points, weights, centres, labels, sums, mass, out, low)
        if changed == 0:
            break
        for c in range(k):
            if mass[c] > 0:
                for j in range(d):
                    centres[c, j] = sums[c, j] / mass[c]
    return labels, within
