"""Which Gaussians and which level shares fit best, when it is known how far every customer belongs to every group? Compiled.

The half of `mixing` that maximises. Customers are taken a block at a time, column by column, so that every loop is a vector.
"""

import numpy as np
from numba import njit

from segmentation.segments.kernels import use_kernel_folder

use_kernel_folder()
BLOCK = 256


@njit(cache=True, nogil=True)
def turned(rows, first, size, out):
    """A block of rows, column by column; places beyond the last row get nothing."""
    for j in range(rows.shape[1]):
        for i in range(size):
            out[j, i] = rows[first + i, j]
        for i in range(size, BLOCK):
            out[j, i] = 0


@njit(cache=True, nogil=True)
def maximise(points, codes, levels, member, shape, floor, figures, price, charge, shares, means, covariance, chances):
    """Fills in shares, means, covariances and level shares; returns what their free figures cost."""
    n, d = points.shape
    k = member.shape[1]
    mass, scatter = np.zeros(k), np.zeros((k, d, d))
    cells, part, gap, pull = np.zeros((d, BLOCK)), np.zeros((k, BLOCK)), np.zeros((d, BLOCK)), np.zeros(BLOCK)
    means[:] = 0.0
    for first in range(0, n, BLOCK):
        turned(points, first, min(BLOCK, n - first), cells)
        turned(member, first, min(BLOCK, n - first), part)
        _sums(cells, part, mass, means)
    for c in range(k):
        shares[c] = mass[c] / n
        for j in range(d):
            means[c, j] /= max(mass[c], 1e-9)
    cost = price * (k - 1) + charge * _count_levels(codes, levels, member, mass, charge, chances)
    for first in range(0, n, BLOCK):
        turned(points, first, min(BLOCK, n - first), cells)
        turned(member, first, min(BLOCK, n - first), part)
        _spreads(cells, part, means, shape >= 3, gap, pull, scatter)
    _shaped(scatter, mass, shape, floor, covariance)
    if shape == 2 and k > 1 and price > 0:
        return cost + price * _shared(scatter, mass, floor, price, means, covariance)
    return cost + price * figures


@njit(cache=True, nogil=True, fastmath=True)
def _sums(cells, part, mass, means):
    for c in range(part.shape[0]):
        total = 0.0
        for i in range(BLOCK):
            total += part[c, i]
        mass[c] += total
        for j in range(cells.shape[0]):
            total = 0.0
            for i in range(BLOCK):
                total += part[c, i] * cells[j, i]
            means[c, j] += total


@njit(cache=True, nogil=True, fastmath=True)
def _spreads(cells, part, means, full, gap, pull, scatter):
    for c in range(part.shape[0]):
        for j in range(cells.shape[0]):
            for i in range(BLOCK):
                gap[j, i] = cells[j, i] - means[c, j]
                pull[i] = part[c, i] * gap[j, i]
            for q in range(0 if full else j, j + 1):
                total = 0.0
                for i in range(BLOCK):
                    total += pull[i] * gap[q, i]
                scatter[c, j, q] += total


@njit(cache=True, nogil=True)
def _shared(scatter, mass, floor, price, means, covariance):
    """Lets every column have what it earns: one middle and one spread for all, own middles, or own spreads as well."""
    k, d = means.shape
    n = mass.sum()
    free = 0
    for j in range(d):
        middle, within, own = 0.0, 0.0, 0.0
        for c in range(k):
            middle += mass[c] * means[c, j] / n
            within += scatter[c, j, j]
            own += mass[c] * np.log(scatter[c, j, j] / max(mass[c], 1e-9) + floor)
        between = 0.0
        for c in range(k):
            between += mass[c] * (means[c, j] - middle) ** 2
        alone = 0.5 * n * np.log((within + between) / n + floor) + price * 2
        moved = 0.5 * n * np.log(within / n + floor) + price * (k + 1)
        if min(alone, moved) > 0.5 * own + price * 2 * k:
            free += 2 * k
            continue
        spread = within / n + floor
        free += k + 1
        if alone <= moved:
            spread += between / n
            free += 1 - k
        for c in range(k):
            covariance[c, j, j] = spread
            if alone <= moved:
                means[c, j] = middle
    return free


@njit(cache=True, nogil=True)
def _count_levels(codes, levels, member, mass, charge, chances):
    """Shares of the levels in every group, with half a customer spread over them so that nothing is impossible; returns the free figures."""
    n, k = member.shape
    free = 0
    common = np.zeros(chances.shape[2])
    counted = np.zeros((chances.shape[2], k))
    for v in range(codes.shape[1]):
        counted[:] = 0.5 / levels[v]
        for i in range(n):
            level = codes[i, v]
            for c in range(k):
                counted[level, c] += member[i, c]
        for c in range(k):
            for level in range(levels[v]):
                chances[c, v, level] = counted[level, c]
        gain = 0.0
        for level in range(levels[v]):
            common[level] = 0.0
            for c in range(k):
                common[level] += chances[c, v, level]
            common[level] /= n + 0.5 * k
        for c in range(k):
            for level in range(levels[v]):
                hits = chances[c, v, level]
                chances[c, v, level] /= mass[c] + 0.5
                gain += hits * (np.log(chances[c, v, level]) - np.log(common[level]))
        if gain < charge * (k - 1) * (levels[v] - 1):
            free += levels[v] - 1
            for c in range(k):
                for level in range(levels[v]):
                    chances[c, v, level] = common[level]
        else:
            free += k * (levels[v] - 1)
    return free


@njit(cache=True, nogil=True)
def _shaped(scatter, mass, shape, floor, covariance):
    k, d, _ = scatter.shape
    total = np.zeros((d, d))
    for c in range(k):
        for j in range(d):
            for q in range(j):
                scatter[c, q, j] = scatter[c, j, q]
        total += scatter[c]
    total /= mass.sum()
    covariance[:] = 0.0
    for c in range(k):
        m = max(mass[c], 1e-9)
        if shape <= 1:
            ball = 0.0
            for j in range(d):
                ball += (total[j, j] if shape == 0 else scatter[c, j, j] / m) / d
            for j in range(d):
                covariance[c, j, j] = ball
        elif shape == 3:
            covariance[c] = total
        else:
            covariance[c] = scatter[c] / m
        for j in range(d):
            covariance[c, j, j] += floor
