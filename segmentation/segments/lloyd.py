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
    n = points.shape[1]
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
                trial[i] = min(trial[i], nearest[i])
                left += weights[i] * trial[i]
            if left < best:
                best, best_i = left, chosen
                kept[:] = trial
        centres[c] = points[:, best_i]
        nearest[:] = kept
        total = best


@njit(cache=True, nogil=True, fastmath=True)
def _scores(points, centre, start, size, out):
    """Half the squared distance less what does not depend on the centre: ½ centre² − point · centre. Four dimensions at a time."""
    d = points.shape[0]
    half = points.dtype.type(0.0)
    for j in range(d):
        half += centre[j] * centre[j]
    half *= points.dtype.type(0.5)
    for i in range(size):
        out[i] = half
    j = 0
    while j + 4 <= d:
        a, b, c, e = points[j], points[j + 1], points[j + 2], points[j + 3]
        ca, cb, cc, ce = centre[j], centre[j + 1], centre[j + 2], centre[j + 3]
        for i in range(size):
            out[i] -= a[start + i] * ca + b[start + i] * cb + c[start + i] * cc + e[start + i] * ce
        j += 4
    while j < d:
        a, ca = points[j], centre[j]
        for i in range(size):
            out[i] -= a[start + i] * ca
        j += 1


@njit(cache=True, nogil=True, fastmath=True)
def _keep_nearer(out, low, fresh, number, size):  # all in one type, so that it runs as vectors
    for i in range(size):
        fresh[i] = number if out[i] < low[i] else fresh[i]
        low[i] = min(out[i], low[i])


@njit(cache=True, nogil=True)
def _assign(points, weights, centres, labels, sums, mass, out, low, fresh, scored):
    """Nearest centre of every point; sums and mass follow the points that changed place.

    Returns (the part of the within sum of squares that depends on the centres, when `scored`; number of changed labels).
    """
    d, n = points.shape
    k = centres.shape[0]
    within, changed = 0.0, 0
    for start in range(0, n, BLOCK):
        size = min(BLOCK, n - start)
        _scores(points, centres[0], start, size, low)
        fresh[:size] = 0
        for c in range(1, k):
            _scores(points, centres[c], start, size, out)
            _keep_nearer(out, low, fresh, points.dtype.type(c), size)
        for i in range(size):
            at = start + i
            new, old = int(fresh[i]), int(labels[at])
            if scored:
                within += 2 * weights[at] * low[i]
            if new == old:
                continue
            changed += 1
            labels[at] = new
            w = float(weights[at])
            mass[new] += w
            for j in range(d):
                sums[new, j] += w * points[j, at]
            if old < k:
                mass[old] -= w
                for j in range(d):
                    sums[old, j] -= w * points[j, at]
    return within, changed


@njit(cache=True, nogil=True)
def _means(centres, sums, mass):
    for c in range(centres.shape[0]):
        if mass[c] > 1e-6:
            for j in range(centres.shape[1]):
                centres[c, j] = sums[c, j] / mass[c]


@njit(cache=True, nogil=True)
def _transfer(points, weights, centres, labels, sums, mass, passes):
    """Customers one by one to where they lower the sum of squares, centres moving along (Hartigan 1975): out of Lloyd's dead ends."""
    d, n = points.shape
    k = centres.shape[0]
    still = 0
    point = np.empty(d)
    for _ in range(passes):
        for i in range(n):
            w = float(weights[i])
            own = int(labels[i])
            if w > 0 and mass[own] > w * 1.000001:
                best, target = 0.0, own
                leave = 0.0
                for j in range(d):
                    point[j] = points[j, i]
                    gap = point[j] - centres[own, j]
                    leave += gap * gap
                leave *= mass[own] * w / (mass[own] - w)
                for c in range(k):
                    if c != own:
                        enter = 0.0
                        for j in range(d):
                            gap = point[j] - centres[c, j]
                            enter += gap * gap
                        enter *= mass[c] * w / (mass[c] + w)
                        if leave - enter > best + 1e-6 * leave:
                            best, target = leave - enter, c
                if target != own:
                    still = 0
                    labels[i] = target
                    mass[own] -= w
                    mass[target] += w
                    for j in range(d):
                        sums[own, j] -= w * point[j]
                        sums[target, j] += w * point[j]
                        centres[own, j] = sums[own, j] / mass[own]
                        centres[target, j] = sums[target, j] / mass[target]
            still += 1
            if still >= n:
                return


@njit(cache=True, nogil=True)
def lloyd(points, weights, k, random, rounds, transfers):
    """The best of several weighted k-means runs: (labels, centres).

    points: d × n; weights: n; random: starts × k × 3 uniform numbers. After four rounds only the better third of the starts goes on,
    until at most one customer in a thousand changes place; `transfers` passes of single customers follow.
    """
    d, n = points.shape
    starts = random.shape[0]
    all_centres = np.zeros((starts, k, d), points.dtype)
    reached = np.empty(starts)
    labels = np.empty(n, np.uint16)
    sums, mass = np.zeros((k, d)), np.zeros(k)
    out, low, fresh = np.empty(BLOCK, points.dtype), np.empty(BLOCK, points.dtype), np.empty(BLOCK, points.dtype)
    best_labels = np.zeros(n, np.uint16)
    best = np.inf
    best_centres = np.zeros((k, d), points.dtype)
    for s in range(starts):
        _spread(points, weights, k, random[s], all_centres[s])
        labels[:], sums[:], mass[:] = 65535, 0.0, 0.0
        for step in range(4):
            reached[s], changed = _assign(points, weights, all_centres[s], labels, sums, mass, out, low, fresh, step == 3)
            _means(all_centres[s], sums, mass)
    order = np.argsort(reached, kind="mergesort")
    for place in range((starts + 2) // 3):
        s = order[place]
        labels[:], sums[:], mass[:] = 65535, 0.0, 0.0
        for step in range(rounds):
            _within, changed = _assign(points, weights, all_centres[s], labels, sums, mass, out, low, fresh, False)
            if changed * 1000 <= n and step > 0:
                break
            _means(all_centres[s], sums, mass)
        if transfers:
            _means(all_centres[s], sums, mass)
            _transfer(points, weights, all_centres[s], labels, sums, mass, transfers)
        within, _changed = _assign(points, weights, all_centres[s], labels, sums, mass, out, low, fresh, True)
        if within < best - 1e-9 * abs(best) or place == 0:
            best = within
            best_labels[:] = labels
            best_centres[:] = all_centres[s]
    return best_labels, best_centres


@njit(cache=True, nogil=True)
def improve(points, weights, centres, rounds):
    """Lloyd rounds from given centres (changed in place); returns the labels."""
    d, n = points.shape
    k = centres.shape[0]
    labels = np.full(n, 65535, np.uint16)
    sums, mass = np.zeros((k, d)), np.zeros(k)
    out, low, fresh = np.empty(BLOCK, points.dtype), np.empty(BLOCK, points.dtype), np.empty(BLOCK, points.dtype)
    for _ in range(rounds):
        _within, changed = _assign(points, weights, centres, labels, sums, mass, out, low, fresh, False)
        if changed == 0:
            break
        _means(centres, sums, mass)
    return labels
