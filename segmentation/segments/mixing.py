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
        cost = _maximise(
            points, codes, levels, member, shape, floor, figures, price * earn, charge * earn, shares, means, covariance, chances)
        likelihood = expect(points, codes, shares, means, covariance, chances, shape, member)
        if step > 1 and likelihood - cost - before < tolerance * abs(likelihood):
            break
        before = likelihood - cost
    return likelihood, cost, member, shares, means, covariance, chances


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
def _maximise(points, codes, levels, member, shape, floor, figures, price, charge, shares, means, covariance, chances):
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
    cost = price * (k - 1) + charge * _count_levels(codes, levels, member, mass, charge, chances)
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
    if shape == 2 and k > 1 and price > 0:
        return cost + price * _shared(scatter, mass, floor, price, means, covariance)
    return cost + price * figures


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
    for v in range(codes.shape[1]):
        for c in range(k):
            for level in range(levels[v]):
                chances[c, v, level] = 0.5 / levels[v]
        for i in range(n):
            for c in range(k):
                chances[c, v, codes[i, v]] += member[i, c]
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
