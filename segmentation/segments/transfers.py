"""Who would be better off in another segment? Customers moved one by one, out of the dead ends of k-means. Compiled for `lloyd`."""

from numba import njit

from segmentation.segments.kernels import use_kernel_folder

use_kernel_folder()
BLOCK = 256
FAR = 1e30


@njit(cache=True, nogil=True, fastmath=True)
def distances(cells, b, size, centres, c, out):
    """Squared distances, four dimensions at a time."""
    d = cells.shape[1]
    for i in range(size):
        out[i] = 0.0
    j = 0
    while j + 4 <= d:
        p, q, r, s = centres[c, j], centres[c, j + 1], centres[c, j + 2], centres[c, j + 3]
        for i in range(size):
            out[i] += (cells[b, j, i] - p) ** 2 + (cells[b, j + 1, i] - q) ** 2 + (cells[b, j + 2, i] - r) ** 2 + (cells[b, j + 3, i] - s) ** 2
        j += 4
    while j < d:
        p = centres[c, j]
        for i in range(size):
            out[i] += (cells[b, j, i] - p) ** 2
        j += 1


@njit(cache=True, nogil=True, fastmath=True, error_model="numpy")
def _pays(out, labels, mass, b, size, number, load, leave, enter):
    """What leaving this group saves and what entering it costs, per unit of weight."""
    tiny = max(load * out.dtype.type(1e-6), out.dtype.type(1e-20))
    for i in range(size):
        w = mass[b, 0, i]
        inside = labels[b, i] == number
        leave[i] = out[i] * load / max(load - w, tiny) if inside else leave[i]
        enter[i] = enter[i] if inside else min(enter[i], out[i] * load / max(load + w, tiny))


@njit(cache=True, nogil=True)
def transfer(cells, rows, mass, centres, labels, sums, load, passes, scratch):
    """Customers one by one to where they lower the sum of squares, centres moving along (Hartigan 1975): out of Lloyd's dead ends.

    Of each block only those are looked at for whom it would pay with the centres as they are.
    """
    n = len(rows)
    out, leave, enter = scratch[0], scratch[1], scratch[2]
    for _ in range(passes):
        moved = False
        for b in range(len(cells)):
            size = min(BLOCK, n - b * BLOCK)
            leave[:] = 0.0
            enter[:] = FAR
            for c in range(len(centres)):
                distances(cells, b, size, centres, c, out)
                _pays(out, labels, mass, b, size, rows.dtype.type(c), rows.dtype.type(load[c]), leave, enter)
            for i in range(size):
                if leave[i] > enter[i] and mass[b, 0, i] > 0:
                    target = _better(rows, b * BLOCK + i, float(mass[b, 0, i]), int(labels[b, i]), centres, load)
                    if target != int(labels[b, i]):
                        _move(rows, b * BLOCK + i, float(mass[b, 0, i]), int(labels[b, i]), target, centres, sums, load)
                        labels[b, i] = target
                        moved = True
        if not moved:
            return


@njit(cache=True, nogil=True)
def _better(rows, at, w, own, centres, load):
    """The group in which this customer lowers the sum of squares most."""
    if load[own] <= w * 1.000001:
        return own
    leave = _far(rows, at, centres, own) * load[own] / (load[own] - w)
    best, target = 1e-6 * leave, own
    for c in range(len(centres)):
        if c != own:
            gain = leave - _far(rows, at, centres, c) * load[c] / (load[c] + w)
            if gain > best:
                best, target = gain, c
    return target


@njit(cache=True, nogil=True)
def _move(rows, at, w, own, target, centres, sums, load):
    load[own] -= w
    load[target] += w
    for j in range(rows.shape[1]):
        step = w * rows[at, j]
        sums[own, j] -= step
        sums[target, j] += step
        centres[own, j] = sums[own, j] / load[own]
        centres[target, j] = sums[target, j] / load[target]


@njit(cache=True, nogil=True)
def _far(rows, at, centres, c):
    far = 0.0
    for j in range(rows.shape[1]):
        gap = float(rows[at, j]) - centres[c, j]
        far += gap * gap
    return far
