"""How do ten thousand small k-means runs take seconds? Weighted Lloyd, compiled, one vector of customers at a time.

Serial, and free of the interpreter lock: `batch.spread` gives each run to a thread. No threading layer of numba's is used, so two
users may cluster at once. Compiled code is kept on disk (`kernels`). Customers lie in blocks (block × dimension × place): a place counted from
nothing is known not to be negative, without which the compiler makes no vectors of a loop.
"""

import numpy as np
from numba import njit

from segmentation.segments.kernels import use_kernel_folder
from segmentation.segments.transfers import BLOCK, FAR, distances, transfer

use_kernel_folder()


@njit(cache=True, nogil=True)
def _blocks(values, empty):
    """d × n as block × d × place, the last block filled up with `empty`."""
    d, n = values.shape
    out = np.full(((n + BLOCK - 1) // BLOCK, d, BLOCK), values.dtype.type(empty))
    for j in range(d):
        for i in range(n):
            out[i // BLOCK, j, i % BLOCK] = values[j, i]
    return out


@njit(cache=True, nogil=True, fastmath=True)
def _scores(cells, b, size, centres, c, out):
    """Half the squared distance less what does not depend on the centre: ½ centre² − point · centre. Four dimensions at a time."""
    d = cells.shape[1]
    half = cells.dtype.type(0.0)
    for j in range(d):
        half += centres[c, j] * centres[c, j]
    half *= cells.dtype.type(0.5)
    for i in range(size):
        out[i] = half
    j = 0
    while j + 4 <= d:
        p, q, r, s = centres[c, j], centres[c, j + 1], centres[c, j + 2], centres[c, j + 3]
        for i in range(size):
            out[i] -= cells[b, j, i] * p + cells[b, j + 1, i] * q + cells[b, j + 2, i] * r + cells[b, j + 3, i] * s
        j += 4
    while j < d:
        p = centres[c, j]
        for i in range(size):
            out[i] -= cells[b, j, i] * p
        j += 1


@njit(cache=True, nogil=True, fastmath=True)
def _keep_nearer(out, low, fresh, number, size):  # all in one type, so that it runs as vectors
    for i in range(size):
        fresh[i] = number if out[i] < low[i] else fresh[i]
        low[i] = min(out[i], low[i])


@njit(cache=True, nogil=True, fastmath=True)
def _nearer(out, near, mass, b, size, fresh):
    """What is left when everybody may go to a new centre too: fills `fresh`, returns the weighted sum."""
    left = out.dtype.type(0.0)
    for i in range(size):
        fresh[b, i] = min(out[i], near[b, i])
        left += mass[b, 0, i] * fresh[b, i]
    return left


@njit(cache=True, nogil=True)
def _drawn(mass, near, parts, aim, n):
    """The customer at whom the running sum of weight × distance passes `aim`; `parts`: the sum of each block."""
    run = 0.0
    for b in range(len(parts)):
        if run + parts[b] > aim:
            for i in range(min(BLOCK, n - b * BLOCK)):
                run += mass[b, 0, i] * near[b, i]
                if run > aim and mass[b, 0, i] > 0:
                    return b * BLOCK + i
        else:
            run += parts[b]
    return n - 1


@njit(cache=True, nogil=True)
def _spread(cells, rows, mass, random, centres, out):
    """k-means++ (Arthur & Vassilvitskii 2007), the best of three draws for each next centre."""
    n, d = rows.shape
    k = centres.shape[0]
    blocks = len(cells)
    near, trial, kept = np.ones((blocks, BLOCK), rows.dtype), np.ones((blocks, BLOCK), rows.dtype), np.ones((blocks, BLOCK), rows.dtype)
    parts, tried, held = np.zeros(blocks), np.zeros(blocks), np.zeros(blocks)
    for b in range(blocks):
        parts[b] = mass[b].sum()
    for c in range(k):
        best, best_i, total = np.inf, 0, parts.sum()
        for t in range(1 if c == 0 else 3):
            chosen = _drawn(mass, near, parts, random[c, t] * total, n)
            for j in range(d):
                centres[c, j] = rows[chosen, j]
            if c == 0:
                near[:] = FAR
            left = 0.0
            for b in range(blocks):
                size = min(BLOCK, n - b * BLOCK)
                distances(cells, b, size, centres, c, out)
                tried[b] = _nearer(out, near, mass, b, size, trial)
                left += tried[b]
            if left < best:
                best, best_i = left, chosen
                kept, trial = trial, kept
                held, tried = tried, held
        for j in range(d):
            centres[c, j] = rows[best_i, j]
        near, kept = kept, near
        parts, held = held, parts


@njit(cache=True, nogil=True, fastmath=True)
def _compared(fresh, labels, low, mass, b, size):
    """(how many changed place, weighted sum of the lowest scores)"""
    one, none = low.dtype.type(1.0), low.dtype.type(0.0)
    changed, within = none, none
    for i in range(size):
        changed += one if fresh[i] != labels[b, i] else none
        within += mass[b, 0, i] * low[i]
    return changed, within


@njit(cache=True, nogil=True)
def _assign(cells, rows, mass, centres, labels, sums, load, scratch):
    """Nearest centre of every customer; sums and load (the weight of each group) follow those that changed place.

    Returns (the part of the within sum of squares that depends on the centres, number of changed labels).
    """
    n, d = rows.shape
    out, low, fresh = scratch[0], scratch[1], scratch[2]
    within, changed = 0.0, 0
    for b in range(len(cells)):
        size = min(BLOCK, n - b * BLOCK)
        _scores(cells, b, size, centres, 0, low)
        fresh[:] = 0
        for c in range(1, len(centres)):
            _scores(cells, b, size, centres, c, out)
            _keep_nearer(out, low, fresh, rows.dtype.type(c), size)
        moved, part = _compared(fresh, labels, low, mass, b, size)
        within += 2 * part
        if moved == 0:
            continue
        changed += int(moved)
        for i in range(size):
            new, old = int(fresh[i]), int(labels[b, i])
            if new != old:
                labels[b, i] = new
                w = float(mass[b, 0, i])
                load[new] += w
                for j in range(d):
                    sums[new, j] += w * rows[b * BLOCK + i, j]
                if old >= 0:
                    load[old] -= w
                    for j in range(d):
                        sums[old, j] -= w * rows[b * BLOCK + i, j]
    return within, changed


@njit(cache=True, nogil=True)
def _means(centres, sums, load):
    for c in range(centres.shape[0]):
        if load[c] > 1e-6:
            for j in range(centres.shape[1]):
                centres[c, j] = sums[c, j] / load[c]


@njit(cache=True, nogil=True)
def lloyd(points, weights, k, random, rounds, transfers):
    """The best of several weighted k-means runs: (labels, centres).

    points: d × n; weights: n; random: starts × k × 3 uniform numbers. After four rounds only the better third of the starts goes on, each
    place that was reached once, until at most one customer in a thousand changes place; `transfers` passes of single customers follow.
    """
    d, n = points.shape
    starts = random.shape[0]
    cells, mass, rows = _blocks(points, 0), _blocks(weights.reshape(1, n), 0), np.ascontiguousarray(points.T)
    all_centres = np.zeros((starts, k, d), points.dtype)
    reached = np.empty(starts)
    labels = np.empty((len(cells), BLOCK), points.dtype)
    sums, load = np.zeros((k, d)), np.zeros(k)
    scratch = np.empty((3, BLOCK), points.dtype)
    best, before = np.inf, np.inf
    best_labels, best_centres = labels, all_centres[0]
    for s in range(starts):
        _spread(cells, rows, mass, random[s], all_centres[s], scratch[0])
        labels[:], sums[:], load[:] = -1, 0.0, 0.0
        for _step in range(4):
            reached[s], changed = _assign(cells, rows, mass, all_centres[s], labels, sums, load, scratch)
            _means(all_centres[s], sums, load)
    for place in range((starts + 2) // 3):
        s = int(reached.argmin())
        here, reached[s] = reached[s], np.inf
        if place > 0 and abs(here - before) <= 1e-7 * abs(before):
            continue
        before = here
        labels[:], sums[:], load[:] = -1, 0.0, 0.0
        for step in range(rounds):
            _within, changed = _assign(cells, rows, mass, all_centres[s], labels, sums, load, scratch)
            if changed * 1000 <= n and step > 0:
                break
            _means(all_centres[s], sums, load)
        if transfers:
            _means(all_centres[s], sums, load)
            transfer(cells, rows, mass, all_centres[s], labels, sums, load, transfers, scratch)
        within, _changed = _assign(cells, rows, mass, all_centres[s], labels, sums, load, scratch)
        if within < best - 1e-9 * abs(best) or place == 0:
            best = within
            best_labels, best_centres = labels.copy(), all_centres[s]
    return best_labels.reshape(-1)[:n].astype(np.uint16), best_centres.copy()


@njit(cache=True, nogil=True)
def improve(points, weights, centres, rounds):
    """Lloyd rounds from given centres (changed in place); returns the labels."""
    d, n = points.shape
    k = centres.shape[0]
    cells, mass, rows = _blocks(points, 0), _blocks(weights.reshape(1, n), 0), np.ascontiguousarray(points.T)
    labels = np.full((len(cells), BLOCK), points.dtype.type(-1))
    sums, load = np.zeros((k, d)), np.zeros(k)
    scratch = np.empty((3, BLOCK), points.dtype)
    for _ in range(rounds):
        _within, changed = _assign(cells, rows, mass, centres, labels, sums, load, scratch)
        if changed == 0:
            break
        _means(centres, sums, load)
    return labels.reshape(-1)[:n].astype(np.uint16)
