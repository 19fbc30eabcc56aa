"""Which overlapping clouds made these customers? Gaussian mixtures in five shapes, with level shares for categories, compared by BIC."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from segmentation.segments.batch import spread
from segmentation.segments.methods.kmeans import partition

SHAPES = ("ball", "balls", "axes", "one", "own")
CHARGE = 1.5  # log-likelihood per figure of a category: BIC asks for too few latent classes (AIC3; Dias 2006)
FLOOR = 1e-3
FEW, MANY, SPIKE = 5, 0.4, 0.2
STEPS = 6


@dataclass(frozen=True, eq=False)
class Mixed:
    """Customers as a mixture sees them: continuous numbers, and level numbers for everything with steps."""

    points: np.ndarray
    codes: np.ndarray
    levels: np.ndarray
    near: np.ndarray

    def take(self, rows: np.ndarray) -> "Mixed":
        return Mixed(self.points[rows], self.codes[rows], self.levels, self.near[rows])


@dataclass(frozen=True, eq=False)
class Mixture:
    """A fitted mixture and how well it fits."""

    shape: int
    k: int
    likelihood: float
    bic: float
    member: np.ndarray
    parts: tuple[np.ndarray, ...]

    @property
    def labels(self) -> np.ndarray:
        return self.member.argmax(1)


def steps_of(numbers: np.ndarray) -> list[np.ndarray | None]:
    """For each column the borders of its steps, or None when it is continuous.

    A column with few different values, or a value that one in five customers share (two in five, of counts), cannot be Gaussian within a
    group: the variance of "exactly zero" is nothing. It is cut into at most six steps and treated as a category.
    """
    borders: list[np.ndarray | None] = []
    for column in numbers.T:
        values, counts = np.unique(column, return_counts=True)
        amounts = len(values) >= len(column) / 2 or stands_out(values, counts).any() or behind_a_valley(values, counts)
        most = SPIKE if amounts else MANY  # counts may share values: they are spread between their neighbours
        if len(values) > FEW and counts.max() <= most * len(column):
            borders.append(None)
            continue
        middles = (values[1:] + values[:-1]) / 2
        if len(values) > STEPS:
            middles = middles[_cuts(counts)]
        borders.append(middles)
    return borders


def _cells(values: np.ndarray) -> np.ndarray:
    """Where the reach of each value begins and ends: halfway to its neighbours."""
    middles = (values[1:] + values[:-1]) / 2
    return np.concatenate([[2 * values[0] - middles[0]], middles, [2 * values[-1] - middles[-1]]]) if len(values) > 1 else np.array([0.0, 1.0])


def stands_out(values: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """For each value whether more than one in twenty share it and it is three times as dense as the two on either side.

    Orders (1, 2, 3 …) have no such value, however many ordered once; amounts with zeros among them do, and shares that are often nothing or all.
    """
    width = np.diff(_cells(values))
    out = np.zeros(len(values), bool)
    for place in np.flatnonzero(counts > 0.05 * counts.sum()).tolist():
        sides = [slice(max(place - 2, 0), place), slice(place + 1, place + 3)]
        near = [counts[side].sum() / width[side].sum() for side in sides if counts[side].size]
        out[place] = bool(near) and counts[place] / width[place] > 3 * max(near)
    return out


def behind_a_valley(values: np.ndarray, counts: np.ndarray) -> bool:
    """Whether more than one in twenty share a value at an end, behind a valley: nothing bought, and whoever bought around a number of their own."""
    density = counts / np.diff(_cells(values))
    for line, weight in ((density, counts), (density[::-1], counts[::-1])):
        beyond = line[2:][weight[2:] > 0.02 * counts.sum()]
        if weight[0] > 0.05 * counts.sum() and len(beyond) and line[1] < 0.67 * min(line[0], beyond.max()):
            return True
    return False


def _cuts(counts: np.ndarray) -> np.ndarray:
    """After which of the values a step ends: steps of about as many customers, with a value that very many share as a step of its own."""
    usual = int(counts.argmax())
    if counts[usual] <= SPIKE * counts.sum():
        parts = [(0, len(counts), STEPS)]
    else:
        below, above = counts[:usual].sum(), counts[usual + 1 :].sum()
        parts = [(0, usual, round((STEPS - 1) * below / (below + above))), (usual + 1, len(counts), round((STEPS - 1) * above / (below + above)))]
    ends = {usual - 1, usual} if len(parts) > 1 else set()
    for first, last, steps in parts:
        share = np.cumsum(counts[first:last]) / max(counts[first:last].sum(), 1) + 1e-9
        ends |= {first + int(place) for place in np.searchsorted(share, np.linspace(0, 1, steps + 1)[1:-1])} if steps > 1 else set()
    return np.array(sorted(end for end in ends if 0 <= end < len(counts) - 1))


def smoothed(numbers: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Counts (1, 2, 3 … orders) spread evenly between their neighbours, so that no cloud can shrink onto a single value."""
    out = numbers.copy()
    for j, border in enumerate(steps_of(numbers)):
        values, place, counts = np.unique(numbers[:, j], return_inverse=True, return_counts=True)
        if border is None and counts.max() > 0.02 * len(numbers) and len(values) < len(numbers) / 2:
            cells = _cells(values)
            spread = cells[place] + rng.random(len(numbers)) * np.diff(cells)[place]
            out[:, j] = np.where(stands_out(values, counts)[place], out[:, j], spread)
    return out


def mixed(numbers: np.ndarray, codes: np.ndarray, levels: tuple[int, ...], near: np.ndarray, borders: list[Any]) -> Mixed:
    """Numbers with steps join the categories; `near` are the coordinates in which first partitions are looked for."""
    smooth = [j for j, border in enumerate(borders) if border is None]
    stepped = [np.searchsorted(border, numbers[:, j]) for j, border in enumerate(borders) if border is not None]
    all_codes = np.column_stack([codes, *stepped]) if stepped else codes
    counts = [*levels, *(len(border) + 1 for border in borders if border is not None)]
    return Mixed(np.ascontiguousarray(numbers[:, smooth]), np.ascontiguousarray(all_codes.astype(np.int64)), np.array(counts, np.int64), near)


def figures(data: Mixed, k: int, shape: int) -> int:
    """How many free figures the numbers have: middles and spreads."""
    d = data.points.shape[1]
    return k * d + (1, k, k * d, d * (d + 1) // 2, k * d * (d + 1) // 2)[shape] if d else 0


def fit(data: Mixed, k: int, shape: int, starts: list[np.ndarray], rounds: int = 40) -> Mixture:
    """The likeliest mixture: a few rounds from every start, then on from the best of them."""
    from segmentation.segments.mixing import fit_mixture

    price = 0.5 * np.log(len(data.near))
    many, costs = figures(data, k, shape), (price, min(CHARGE, price))
    known = (data.points, data.codes, data.levels)
    tried = [fit_mixture(*known, labels, k, shape, FLOOR, 3, 0.0, many, 0.0, 0.0) for labels in starts]
    first = max(tried, key=lambda result: result[0])
    found = fit_mixture(*known, first[2].argmax(1), k, shape, FLOOR, rounds if k > 1 else 2, 2e-6, many, *costs)
    bic = 2 * (found[0] - found[1])
    return Mixture(shape, k, float(found[0]), float(bic), found[2], tuple(found[3:]))


def first_partitions(data: Mixed, ks: list[int], rng: np.random.Generator, starts: int = 5) -> dict[int, list[np.ndarray]]:
    """For each k the partitions to begin from: k-means, k-means on whitened customers, and pieces joined by likelihood."""
    from segmentation.segments.joining import joined_pieces

    n = len(data.near)
    white = whitened(data.near)
    pieces = partition(white, max(2, min(24, n // 8)), rng, 3)
    joined = joined_pieces(data.near, pieces)
    seeds = {k: rng.random((2, starts, k, 3)) for k in ks}

    def run(k: int) -> list[np.ndarray]:
        if k == 1:
            return [np.zeros(n, np.int64)]
        found = [_labels(data.near, k, seeds[k][0]), _labels(white, k, seeds[k][1])]
        return [*found, joined[k]] if k in joined else found

    return dict(zip(ks, spread(run, ks), strict=True))


def _labels(points: np.ndarray, k: int, random: np.ndarray) -> np.ndarray:
    from segmentation.segments.lloyd import lloyd
    from segmentation.segments.methods.kmeans import columns

    return lloyd(columns(points), np.ones(len(points), np.float32), k, random, 30, 0)[0].astype(np.int64)


def shapes_for(data: Mixed, k: int) -> list[int]:
    """The shapes that this many customers can carry."""
    n, d = data.points.shape
    if d == 0:
        return [0]
    full = [3] if n > 2 * d + k and d > 1 else []
    return ([0, 1, 2] if k > 1 else [0, 2]) + full + ([4] if k > 1 and d > 1 and n / k >= 2 * d + 2 else [])


def compare(data: Mixed, ks: list[int], seed: int) -> list[Mixture]:
    """The mixture of every number of groups and shape, in order of k; k = 1 among them.

    A shape is given up when three more groups in a row made it less likely.
    """
    starts = first_partitions(data, [1, *ks], np.random.default_rng([seed, 3]))

    def run(shape: int) -> list[Mixture]:
        out: list[Mixture] = []
        for k in [1, *ks]:
            if shape in shapes_for(data, k):
                out.append(fit(data, k, shape, starts[k]))
            best = int(np.argmax([found.bic for found in out])) if out else 0
            if len(out) - best > 3:
                break
        return out

    return sorted((found for shape in spread(run, [4, 3, 2, 1, 0]) for found in shape), key=lambda found: (found.k, found.shape))


def whitened(points: np.ndarray) -> np.ndarray:
    """The points with all correlation taken out."""
    d = points.shape[1]
    centred = points - points.mean(0)
    covariance = centred.T @ centred / len(points)
    covariance += np.eye(d) * (1e-6 * np.trace(covariance) / d + 1e-12)
    return centred @ np.linalg.inv(np.linalg.cholesky(covariance)).T


def memberships(data: Mixed, fitted: Mixture) -> np.ndarray:
    """The chance of every group for every customer, also for customers never seen before."""
    from segmentation.segments.mixing import expect

    size = max(1, -(-len(data.points) // 20_000))
    chunks = np.array_split(np.arange(len(data.points)), size)
    shares, means, covariance, chances = fitted.parts

    def run(rows: np.ndarray) -> np.ndarray:
        member = np.zeros((len(rows), fitted.k))
        expect(data.points[rows], data.codes[rows], shares, means, covariance, chances, fitted.shape, member)
        return member

    return np.concatenate(spread(run, chunks))


def as_model(fitted: Mixture, borders: list[Any], joined: np.ndarray) -> dict[str, Any]:
    """The mixture as plain data, to place customers later."""
    shares, means, covariance, chances = fitted.parts
    return {
        "kind": "mixture", "shape": fitted.shape, "shares": shares.tolist(), "means": means.tolist(), "covariances": covariance.tolist(),
        "chances": chances.tolist(), "joined": joined.tolist(),
        "borders": [None if border is None else border.tolist() for border in borders],
    }
