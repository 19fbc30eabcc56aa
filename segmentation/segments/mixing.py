"""Which Gaussians and which level shares made these customers? Expectation and maximisation, compiled.

One model for every kind of data: within a group, numbers are Gaussian (in one of five shapes) and categories are independent of each other and
of the numbers (latent class analysis; Dempster, Laird & Rubin 1977; Banfield & Raftery 1993 for the shapes).
Serial, and free of the interpreter lock.
"""

import numpy as np
from numba import njit

from segmentation.segments.kernels import use_kernel_folder
from segmentation.segments.maximising import BLOCK, maximise, turned

use_kernel_folder()


@njit(cache=True, nogil=True)
def fit_mixture(points, codes, levels, labels, k, shape, floor, rounds, tolerance, figures, price, charge):
    """A mixture from a first partition: (log-likelihood, what its free figures cost, memberships n × k, shares, means, covariances, level shares).

    points: n × d numbers; codes: n × c level numbers below levels[c]; labels: n in 0…k−1; shape: 0 one ball, 1 own balls, 2 own axes, 3 one full, 4 own full;
    floor: added to every variance, so that no group can shrink to a point. figures: free figures of the numbers. price and charge: what a free
    figure of the numbers, of the categories must add to the log-likelihood. A category, or in shape 2 a number, that does not earn its figures is
    the same in all groups: it tells nothing about who belongs where (Raftery & Dean 2006).
    """
    n, d = points.shape
    widest = 1
    for c in range(codes.shape[1]):
        widest = max(widest, levels[c])
    member = np.zeros((n, k))
    for i in range(n):
        member[i, labels[i]] = 1.0
    shares, means = np.zeros(k), np.zeros((k, d))
    covariance = np.zeros((k, d, d))
    chances = np.ones((k, codes.shape[1], widest))
    likelihood, before, cost = -np.inf, -np.inf, 0.0
    for step in range(rounds):
        earn = 1.0 if step > 0 else 0.0  # the first partition decides nothing yet
        cost = maximise(
            points, codes, levels, member, shape, floor, figures, price * earn, charge * earn, shares, means, covariance, chances)
        likelihood = expect(points, codes, shares, means, covariance, chances, shape, member)
        if step > 1 and likelihood - cost - before < tolerance * abs(likelihood):
            break
        before = likelihood - cost
    return likelihood, cost, member, shares, means, covariance, chances


@njit(cache=True, nogil=True)
def expect(points, codes, shares, means, covariance, chances, shape, member):
    """Fills in the memberships and returns the log-likelihood. A block of customers at a time, so that every loop is a vector."""
    n, d = points.shape
    k = shares.shape[0]
    inverse = np.zeros((k, d, d))
    constant = np.zeros(k)
    for c in range(k):
        constant[c] = np.log(max(shares[c], 1e-300)) - 0.5 * d * np.log(2 * np.pi) + _inverse_root(covariance[c], inverse[c])
    logs = np.log(chances)
    cells, gap, log = np.zeros((d, BLOCK)), np.zeros((d, BLOCK)), np.zeros((k, BLOCK))
    z, far, top, total, power = np.zeros(BLOCK), np.zeros(BLOCK), np.zeros(BLOCK), np.zeros(BLOCK), np.zeros(BLOCK, np.int64)
    kinds = np.zeros((codes.shape[1], BLOCK), codes.dtype)
    likelihood = 0.0
    for first in range(0, n, BLOCK):
        size = min(BLOCK, n - first)
        turned(points, first, size, cells)
        turned(codes, first, size, kinds)
        top[:] = -1e300
        for c in range(k):
            _distance(cells, means, inverse, c, shape >= 3, gap, z, far)
            _logs(far, constant[c], logs, c, kinds, log, top)
        total[:] = 0.0
        for c in range(k):
            _powers(log, c, top, power, total)
        product = 1.0
        for i in range(size):
            once = 1.0 / total[i]
            for c in range(k):
                member[first + i, c] = log[c, i] * once
            product *= total[i]  # between 1 and k: a logarithm for many of them at once
            if product > 1e200:
                likelihood += np.log(product)
                product = 1.0
            likelihood += top[i]
        likelihood += np.log(product)
    return likelihood


@njit(cache=True, nogil=True, fastmath=True)
def _distance(cells, means, inverse, c, full, gap, z, far):
    """Squared distance of a block to the middle of a group, in standard units of the group."""
    far[:] = 0.0
    for j in range(cells.shape[0]):
        for i in range(BLOCK):
            gap[j, i] = cells[j, i] - means[c, j]
            z[i] = inverse[c, j, j] * gap[j, i]
        if full:
            for q in range(j):
                for i in range(BLOCK):
                    z[i] += inverse[c, j, q] * gap[q, i]
        for i in range(BLOCK):
            far[i] += z[i] * z[i]


@njit(cache=True, nogil=True, fastmath=True)
def _logs(far, constant, logs, c, kinds, log, top):
    """The logarithm of how likely a block is in one group, and the highest so far."""
    for i in range(BLOCK):
        log[c, i] = constant - 0.5 * far[i]
    for v in range(kinds.shape[0]):
        for i in range(BLOCK):
            log[c, i] += logs[c, v, kinds[v, i]]
    for i in range(BLOCK):
        top[i] = max(top[i], log[c, i])


@njit(cache=True, nogil=True, fastmath=True)
def _powers(log, c, top, power, total):
    """e to the power of log − top, in place, added to the total. By hand, for the library's runs one number at a time.

    e^x = 2^m · e^r with |r| at most ½ ln 2, where the series to the thirteenth term is exact in double precision.
    """
    scale = power.view(np.float64)
    for i in range(BLOCK):
        x = max(log[c, i] - top[i], -700.0)
        m = np.floor(x * 1.4426950408889634 + 0.5)
        r = (x - m * 0.693145751953125) - m * 1.4286068203094172e-06
        e = 1.0 + r / 13.0
        for term in range(12, 0, -1):
            e = 1.0 + e * r / term
        log[c, i] = e
        power[i] = (np.int64(m) + 1023) << 52
    for i in range(BLOCK):
        log[c, i] *= scale[i]
        total[i] += log[c, i]


@njit(cache=True, nogil=True)
def _inverse_root(matrix, inverse):
    """Fills the inverse of the lower Cholesky factor; returns minus the logarithm of the factor's determinant."""
    d = matrix.shape[0]
    low = np.zeros((d, d))
    log = 0.0
    for i in range(d):
        for j in range(i + 1):
            rest = matrix[i, j]
            for q in range(j):
                rest -= low[i, q] * low[j, q]
            low[i, j] = np.sqrt(max(rest, 1e-12)) if i == j else rest / low[j, j]
        log -= np.log(low[i, i])
    for j in range(d):
        inverse[j, j] = 1.0 / low[j, j]
        for i in range(j):
            rest = 0.0
            for q in range(i, j):
                rest -= low[j, q] * inverse[q, i]
            inverse[j, i] = rest / low[j, j]
    return log
