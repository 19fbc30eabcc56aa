"""Is there a gap between two groups? The dip of the customers of both on the line that tells them apart best."""

import numpy as np


def separations(points: np.ndarray, labels: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    """How clear the gap is between every two groups: (k × k strengths, k × k dips).

    points: n × d; labels: n in 0…k−1. The strength is the dip (Hartigan & Hartigan 1985) of both groups, projected on their linear
    discriminant, times the square root of the number of customers: about 0.3 when there is no gap, whatever the number.
    """
    from segmentation.segments.dip import dip

    d = points.shape[1]
    sizes = np.bincount(labels, minlength=k)
    order = np.argsort(labels, kind="stable")
    members = np.split(points[order], np.cumsum(sizes)[:-1])
    means = np.array([m.mean(0) if len(m) else np.zeros(d) for m in members])
    scatter = [(m - mean).T @ (m - mean) for m, mean in zip(members, means, strict=True)]
    within = sum(scatter) / max(len(points) - k, 1)
    within += np.eye(d) * (1e-3 * np.trace(within) / d + 1e-12)
    strength, dips = np.zeros((k, k)), np.zeros((k, k))
    for i in range(k):
        for j in range(i):
            n = sizes[i] + sizes[j]
            if min(sizes[i], sizes[j]) < 2:
                continue
            pair = (scatter[i] + scatter[j] + 2 * d * within) / (n + 2 * d)
            line = np.linalg.solve(pair, means[i] - means[j])
            far, near = members[i] @ line, members[j] @ line
            values = np.sort(np.concatenate(nearest_of(far, near)))
            dips[i, j] = dips[j, i] = dip(values)
            strength[i, j] = strength[j, i] = dips[i, j] * np.sqrt(len(values))
    return strength, dips


def nearest_of(upper: np.ndarray, lower: np.ndarray, ratio: float = 3.0) -> tuple[np.ndarray, np.ndarray]:
    """Both groups, the larger cut to the part that faces the smaller, or its mass would hide the gap."""
    if len(upper) > ratio * len(lower):
        upper = np.sort(upper)[: int(ratio * len(lower))]
    elif len(lower) > ratio * len(upper):
        lower = np.sort(lower)[-int(ratio * len(upper)):]
    return upper, lower


def chain(strength: np.ndarray) -> list[tuple[float, int, int]]:
    """The gaps that keep the groups apart: the edges of the minimum spanning tree, clearest first.

    Groups that hang together through a third are not apart, however far their centres: one long cloud cut in pieces is a chain of
    weak gaps. Prim's algorithm.
    """
    k = len(strength)
    inside = [0]
    edges = []
    while len(inside) < k:
        value, i, j = min((strength[i, j], i, j) for i in inside for j in range(k) if j not in inside)
        edges.append((float(value), i, j))
        inside.append(j)
    return sorted(edges, reverse=True)
