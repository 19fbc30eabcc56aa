"""What would this file look like without groups? Copies that keep its marginals and correlations, but have no gaps."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from segmentation.segments.space import Space

GRID = 257

Maker = Callable[[np.random.Generator], Space]


def copiers(space: Space, stepped: list[bool]) -> tuple[Maker, ...]:
    """Makers of structureless copies of these customers, each of another kind; what a file shows must stand out from every kind.

    One-peaked marginals joined by a Gaussian copula with this file's rank correlations; columns with steps, spikes and categories keep their
    shares exactly. Where a number has a spike (nothing spent), also a copula in two parts: whether, and how much. Where all columns are
    continuous, also one stretched ball with this file's covariance and tails.
    """
    order = [_ordered(space, j) for j in range(space.codes.shape[1])]
    values = np.column_stack([space.numbers, *(rank[space.codes[:, j]] for j, rank in enumerate(order))])
    fixed = np.array([*stepped, *([True] * len(order))])
    p = space.numbers.shape[1]
    spikes = np.array([_spike(column) for column in space.numbers.T] + [np.nan] * len(order))

    def back(fresh: np.ndarray) -> Space:
        codes = [np.argsort(rank)[fresh[:, p + j].astype(int)] for j, rank in enumerate(order)]
        return space.like(fresh[:, :p], np.column_stack(codes) if codes else space.codes)

    copulas = [Copula.of(values, fixed)] + ([] if np.isnan(spikes).all() else [Copula.of(values, fixed, spikes)])
    makers: list[Maker] = [partial(_from, copula, back) for copula in copulas]
    if not fixed.any():
        radii = ball_radii(values)
        makers.append(lambda rng: space.like(ball_copy(values, radii, rng), space.codes))
    return tuple(makers)


def _from(copula: "Copula", back: Callable[[np.ndarray], Space], rng: np.random.Generator) -> Space:
    return back(copula.copy(rng))


def spiked(values: np.ndarray) -> bool:
    """Whether more than one in twenty share one value: nothing spent is not a group, and smoothing it away would leave a gap beside it here only."""
    return bool(np.unique(values, return_counts=True)[1].max() > 0.05 * len(values))


def unimodal_quantiles(values: np.ndarray) -> np.ndarray:
    """Quantiles of the one-peaked distribution nearest to these values.

    Left of the peak the distribution function is made convex, right of it concave (Grenander 1956), for the peak that
    needs the smallest change, which is how Hartigan & Hartigan (1985) define the dip.
    """
    from segmentation.segments.dip import taut

    share = np.linspace(0, 1, GRID)
    x = np.quantile(values, share)
    if x[-1] <= x[0]:
        return x
    best, best_gap = share, np.inf
    for peak in range(0, GRID, 8):
        smooth = np.concatenate([taut(x[: peak + 1], share[: peak + 1], 1), taut(x[peak:], share[peak:], -1)[1:]])
        gap = np.abs(smooth - share).max()
        if gap < best_gap:
            best, best_gap = smooth, gap
    return np.interp(share, best, x)


def _ordered(space: Space, j: int) -> np.ndarray:
    """Level → its place in the order in which the levels lie along the main axis of everything else."""
    gap = space.wide - space.wide.mean(0)
    axis = gap @ np.linalg.eigh(gap.T @ gap)[1][:, -1]
    column = space.codes[:, j]
    mean = [axis[column == level].mean() if (column == level).any() else np.inf for level in range(len(space.shares[j]))]
    return np.argsort(np.argsort(mean, kind="stable"), kind="stable")


@dataclass(frozen=True, eq=False)
class Copula:
    """Marginals joined by a Gaussian copula: one cloud, stretched and skewed as the file is.

    `quantiles`: n × q, of the columns; `fixed`: whether a column takes its own values only; `spikes`: of the first columns, the value that is
    a part of its own (missing: none); whether a customer has it stands in the last columns, 0 where it does. `root`: lower root of the correlations.
    """

    quantiles: np.ndarray
    fixed: np.ndarray
    spikes: np.ndarray
    root: np.ndarray

    @classmethod
    def of(cls, values: np.ndarray, fixed: np.ndarray, spikes: np.ndarray | None = None) -> "Copula":
        """The copula behind these values: the correlations of the normal scores, raised for what steps take away from them."""
        spikes = np.full(values.shape[1], np.nan) if spikes is None else spikes
        parts = in_parts(values, spikes)
        fixed = np.array([*fixed, *([True] * (parts.shape[1] - len(fixed)))])
        quantiles = np.column_stack([_quantiles(column[~np.isnan(column)], fix, len(values)) for column, fix in zip(parts.T, fixed, strict=True)])
        wanted = _scores(parts)
        matrix, found = wanted, cls(quantiles, fixed, spikes, _root(wanted))
        for _ in range(3 if fixed.any() else 0):
            shown = _scores(found.parts(np.random.default_rng(0)))
            factor = np.where(np.abs(shown) > 0.02, wanted / np.where(np.abs(shown) > 0.02, shown, 1), 1)
            matrix = np.clip(matrix * np.clip(factor, 0.7, 1.6), -0.99, 0.99)
            np.fill_diagonal(matrix, 1)
            found = cls(quantiles, fixed, spikes, _root(matrix))
        return found

    def copy(self, rng: np.random.Generator) -> np.ndarray:
        """As many customers as the file has, drawn from the copula."""
        parts = self.parts(rng)[:, : len(self.spikes)]
        return np.where(np.isnan(parts), self.spikes, parts)

    def parts(self, rng: np.random.Generator) -> np.ndarray:
        """The same, with amounts missing where the spike is, and whether beside them."""
        from scipy.special import ndtr

        n, d = self.quantiles.shape
        share = ndtr(rng.standard_normal((n, d)) @ self.root.T)
        grid = np.linspace(0, 1, n)
        found = np.column_stack([
            self.quantiles[np.minimum((share[:, j] * n).astype(int), n - 1), j] if self.fixed[j] else np.interp(share[:, j], grid, self.quantiles[:, j])
            for j in range(d)
        ])
        split = np.flatnonzero(~np.isnan(self.spikes))
        found[:, split] = np.where(found[:, len(self.spikes):] > 0, found[:, split], np.nan)
        return found


def in_parts(values: np.ndarray, spikes: np.ndarray) -> np.ndarray:
    """The columns, missing where they have their spike, and for each with a spike a column more: 0 where it is, 1 elsewhere."""
    hit = values == spikes
    return np.column_stack([np.where(hit, np.nan, values), ~hit[:, ~np.isnan(spikes)]])


def _quantiles(known: np.ndarray, fix: bool, n: int) -> np.ndarray:
    """n quantiles: of the values as they are where they have steps or a spike, of the nearest one-peaked distribution elsewhere."""
    if fix or spiked(known):
        return np.sort(known)[(np.arange(n) * len(known)) // n]
    return np.interp(np.linspace(0, 1, n), np.linspace(0, 1, GRID), unimodal_quantiles(known))


def _spike(values: np.ndarray) -> float:
    """The value that more than one in twenty share, when the others have values of many kinds; missing when there is none.

    One that stands out from its neighbours goes before the commonest: “do not know” as nought beside marks of 1 to 10.
    """
    from segmentation.segments.methods.mixture import stands_out

    found, counts = np.unique(values, return_counts=True)
    if len(found) <= 6:
        return np.nan
    apart = stands_out(found, counts)
    place = int(np.where(apart, counts, 0).argmax() if apart.any() else counts.argmax())
    return float(found[place]) if 0.05 < counts[place] / len(values) < 0.95 else np.nan


def _scores(values: np.ndarray) -> np.ndarray:
    """Correlations of the normal scores of the columns, each pair over the customers that have both."""
    from scipy.special import ndtri
    from scipy.stats import rankdata

    known = (~np.isnan(values)).astype(float)
    score = np.nan_to_num(ndtri((rankdata(values, axis=0, nan_policy="omit") - 0.5) / known.sum(0)))
    both, total = np.maximum(known.T @ known, 1), score.T @ known
    spread = (score**2).T @ known - total**2 / both
    with np.errstate(invalid="ignore", divide="ignore"):
        matrix = (score.T @ score - total * total.T / both) / np.sqrt(spread * spread.T)
    matrix = np.where((spread > 1e-9) & (spread.T > 1e-9), np.clip(matrix, -1, 1), 0.0)
    np.fill_diagonal(matrix, 1)
    return matrix


def _root(matrix: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    near = (vectors * np.maximum(values, 1e-3)) @ vectors.T
    scale = np.sqrt(np.diag(near))
    return np.linalg.cholesky(near / scale[:, None] / scale)


def ball_radii(points: np.ndarray) -> np.ndarray:
    """Quantiles of the distance to the centre, in standard units, for a density that only falls outwards."""
    from segmentation.segments.dip import taut

    d = points.shape[1]
    centred = points - points.mean(0)
    covariance = np.atleast_2d(np.cov(centred.T)) + 1e-9 * np.eye(d)
    radius = np.sqrt(np.maximum((centred @ np.linalg.inv(covariance) * centred).sum(1), 0))
    volume = np.quantile(radius, np.linspace(0, 1, GRID)) ** d
    volume[0] = 0
    share = taut(volume, np.linspace(0, 1, GRID), -1)
    return np.interp(np.linspace(0, 1, GRID), share, volume) ** (1 / d)


def ball_copy(points: np.ndarray, radii: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A copy that is one stretched ball with this file's covariance and tails."""
    n, d = points.shape
    direction = rng.standard_normal((n, d))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    radius = np.interp(rng.random(n), np.linspace(0, 1, len(radii)), radii)
    root = np.linalg.cholesky(np.atleast_2d(np.cov(points.T)) + 1e-9 * np.eye(d))
    return points.mean(0) + (direction * radius[:, None]) @ root.T
