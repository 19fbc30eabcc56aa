"""How far are values from having one peak? Hartigan & Hartigan's dip, compiled."""

import numpy as np
from numba import njit

from segmentation.segments.kernels import use_kernel_folder

use_kernel_folder()


@njit(cache=True, nogil=True)
def dip(x):
    """Hartigan & Hartigan's (1985) dip of sorted values: the distance to the nearest unimodal distribution, 0 … 0.25.

    Taut strings from either side: within the modal interval the greatest convex minorant and the least concave majorant are compared,
    and the interval is narrowed until nothing outside it deviates more than what is found inside.
    """
    n = x.shape[0]
    if n < 4 or x[n - 1] <= x[0]:
        return 1.0 / (2 * n)
    low, high = 0, n - 1
    depth = 1.0
    below = np.empty(n, np.int64)
    above = np.empty(n, np.int64)
    while True:
        size_b = _hull(x, low, high, below, 1.0)
        size_a = _hull(x, low, high, above, -1.0)
        widest, new_low, new_high = 0.0, low, high
        b = 0
        for a in range(size_a):  # knots of the majorant against the minorant
            i = above[a]
            while b < size_b - 1 and x[below[b + 1]] < x[i]:
                b += 1
            gap = i + 1 - _line(x, below[b], below[min(b + 1, size_b - 1)], x[i])
            if gap > widest and a > 0:
                widest, new_low, new_high = gap, below[b], i
        a = 0
        for b in range(size_b):
            i = below[b]
            while a < size_a - 1 and x[above[a + 1]] <= x[i]:
                a += 1
            gap = _line(x, above[a], above[min(a + 1, size_a - 1)], x[i]) + 1 - i
            if gap > widest and b < size_b - 1:
                widest, new_low, new_high = gap, i, above[min(a + 1, size_a - 1)]
        if widest <= depth or new_low >= new_high:
            depth = max(depth, widest) if new_low >= new_high else depth
            break
        outside = _outside(x, below, size_b, above, size_a, new_low, new_high, depth)
        depth = outside
        if new_low == low and new_high == high:
            break
        low, high = new_low, new_high
        if high - low < 2:
            break
    return depth / (2.0 * n)


@njit(cache=True, nogil=True)
def _outside(x, below, size_b, above, size_a, low, high, depth):
    """The largest deviation from the strings left of `low` and right of `high`, or `depth` when that is larger."""
    for b in range(size_b - 1):
        if below[b + 1] <= low:
            for i in range(below[b], below[b + 1] + 1):
                depth = max(depth, i + 1 - _line(x, below[b], below[b + 1], x[i]))
    for a in range(size_a - 1):
        if above[a] >= high:
            for i in range(above[a], above[a + 1] + 1):
                depth = max(depth, _line(x, above[a], above[a + 1], x[i]) + 1 - i)
    return depth


@njit(cache=True, nogil=True)
def _line(x, left, right, at):
    if right == left or x[right] == x[left]:
        return float(left)
    return left + (right - left) * (at - x[left]) / (x[right] - x[left])


@njit(cache=True, nogil=True)
def _hull(x, low, high, knots, side):
    """Knots of the convex minorant (side 1) or concave majorant (side −1) of the ranks between low and high."""
    size = 0
    for i in range(low, high + 1):
        while size >= 2:
            p, q = knots[size - 2], knots[size - 1]
            turn = (q - p) * (x[i] - x[q]) - (i - q) * (x[q] - x[p])
            if side * turn >= 0:
                size -= 1
            else:
                break
        knots[size] = i
        size += 1
    return size


def taut(x: np.ndarray, y: np.ndarray, side: int) -> np.ndarray:
    """The greatest convex minorant (side 1) or least concave majorant (side −1) of points sorted by x, read at every x."""
    knots = _knots(x, y, side)
    return np.interp(x, x[knots], y[knots])


@njit(cache=True, nogil=True)
def _knots(x, y, side):
    n = x.shape[0]
    knots = np.empty(n, np.int64)
    size = 0
    for i in range(n):
        while size >= 2:
            p, q = knots[size - 2], knots[size - 1]
            if side * ((y[q] - y[p]) * (x[i] - x[q]) - (y[i] - y[q]) * (x[q] - x[p])) >= 0:
                size -= 1
            else:
                break
        knots[size] = i
        size += 1
    return knots[:size]
