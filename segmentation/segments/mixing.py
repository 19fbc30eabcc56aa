"""Which Gaussians and which level shares made these customers? Expectation and maximisation, compiled.

One model for every kind of data: within a group, numbers are Gaussian (in one of five shapes) and categories are independent of each other and
of the numbers (latent class analysis; Dempster, Laird & Rubin 1977; Banfield & Raftery 1993 for the shapes).
Serial, and free of the interpreter lock.
"""

import numpy as np
from numba import njit

from segmentation.segments.kernels import use_kernel_folder

use_kernel_folder()


@njit(cache=True, nogil=True)
def fit_mixture(points, codes, levels, labels, k, shape, floor, rounds, tolerance):
    """A mixture from a first partition: (log-likelihood, memberships n × k, shares, means, covariances, level shares).

    points: n × d numbers; codes: n × c level numbers below levels[c]; labels: n in 0…k−1; shape: 0 one ball, 1 own balls, 2 own axes, 3 one full, 4 own full;
    floor: added to every variance, so that no group can shrink to a point.
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
    likelihood, before = -np.inf, -np.inf
    for step in range(rounds):
        _maximise(points, codes, levels, member, shape, floor, shares, means, covariance, chances)
        likelihood = expect(points, codes, shares, means, covariance, chances, shape, member)
        if step > 1 and likelihood - before < tolerance * abs(likelihood):
            break
        before = likelihood
    return likelihood, member, shares, means, covariance, chances


@njit(cache=True, nogil=True)
def expect(points, codes, shares, means, covariance, chances, shape, member):
    """Fills in the memberships and returns the log-likelihood."""
    n, d = points.shape
    k = shares.shape[0]
    inverse = np.zeros((k, d, d))
    constant = np.zeros(k)
    for c in range(k):
        constant[c] = np.log(max(shares[c], 1e-300)) - 0.5 * d * np.log(2 * np.pi) + _inverse_root(covariance[c], inverse[c])
    logs = np.log(chances)
    gap, log = np.zeros(d), np.zeros(k)
    likelihood = 0.0
    for i in range(n):
        top = -np.inf
        for c in range(k):
            for j in range(d):
                gap[j] = points[i, j] - means[c, j]
            far = 0.0
            for j in range(d):
                z = inverse[c, j, j] * gap[j]
                if shape >= 3:
                    for q in range(j):
                        z += inverse[c, j, q] * gap[q]
                far += z * z
            log[c] = constant[c] - 0.5 * far
            for v in range(codes.shape[1]):
                log[c] += logs[c, v, codes[i, v]]
            top = max(top, log[c])
        total = 0.0
        for c in range(k):
            member[i, c] = np.exp(log[c] - top)
            total += member[i, c]
        for c in range(k):
            member[i, c] /= total
        likelihood += top + np.log(total)
    return likelihood


@njit(cache=True, nogil=True)
def _maximise(points, codes, levels, member, shape, floor, shares, means, covariance, chances):
    n, d = points.shape
    k = member.shape[1]
    mass = np.zeros(k)
    means[:] = 0.0
    scatter = np.zeros((k, d, d))
    gap = np.zeros(d)
    for i in range(n):
        for c in range(k):
            r = member[i, c]
            if r > 1e-7:
                mass[c] += r
                for j in range(d):
                    means[c, j] += r * points[i, j]
    for c in range(k):
        shares[c] = mass[c] / n
        for j in range(d):
            means[c, j] /= max(mass[c], 1e-9)
    _count_levels(codes, levels, member, mass, chances)
    for i in range(n):
        for c in range(k):
            r = member[i, c]
            if r > 1e-7:
                for j in range(d):
                    gap[j] = points[i, j] - means[c, j]
                for j in range(d):
                    for q in range(0 if shape >= 3 else j, j + 1):
                        scatter[c, j, q] += r * gap[j] * gap[q]
    _shaped(scatter, mass, shape, floor, covariance)


@njit(cache=True, nogil=True)
def _count_levels(codes, levels, member, mass, chances):
    """Shares of the levels in every group, with half a customer spread over them so that nothing is impossible."""
    n, k = member.shape
    for v in range(codes.shape[1]):
        for c in range(k):
            for level in range(levels[v]):
                chances[c, v, level] = 0.5 / levels[v]
        for i in range(n):
            for c in range(k):
                chances[c, v, codes[i, v]] += member[i, c]
        for c in range(k):
            for level in range(levels[v]):
                chances[c, v, level] /= mass[c] + 0.5


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
