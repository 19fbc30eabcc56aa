"""What would this file look like without groups? Copies that keep its marginals and correlations, but have no gaps."""

from collections.abc import Callable

import numpy as np

from segmentation.segments.space import Space

GRID = 257


def copier(space: Space, stepped: list[bool]) -> Callable[[int, np.random.Generator], Space]:
    """A maker of structureless copies of these customers.

    Every other copy is one stretched ball with this file's covariance and tails, where all columns are continuous; the rest join one-peaked
    marginals by a Gaussian copula with this file's rank correlations. Columns with steps, spikes and categories keep their shares exactly.
    """
    order = [_ordered(space, j) for j in range(space.codes.shape[1])]
    values = np.column_stack([space.numbers, *(rank[space.codes[:, j]] for j, rank in enumerate(order))])
    fixed = np.array([*stepped, *([True] * len(order))])
    p = space.numbers.shape[1]
    quantiles = np.column_stack([
        np.sort(column) if fix or spiked(column) else np.interp(np.linspace(0, 1, len(column)), np.linspace(0, 1, GRID), unimodal_quantiles(column))
        for column, fix in zip(values.T, fixed, strict=True)
    ])
    root = normal_root(values, quantiles, fixed)
    radii = None if fixed.any() else ball_radii(values)

    def copy(number: int, rng: np.random.Generator) -> Space:
        if radii is not None and number % 2:
            return space.like(ball_copy(values, radii, rng), space.codes)
        fresh = copula_copy(quantiles, fixed, root, rng)
        codes = [np.argsort(rank)[fresh[:, p + j].astype(int)] for j, rank in enumerate(order)]
        return space.like(fresh[:, :p], np.column_stack(codes) if codes else space.codes)

    return copy


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


def copula_copy(quantiles: np.ndarray, fixed: np.ndarray, root: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A copy with these marginals joined by a Gaussian copula: one cloud, stretched and skewed as this file is."""
    from scipy.special import ndtr

    n, d = quantiles.shape
    share = ndtr(rng.standard_normal((n, d)) @ root.T)
    grid = np.linspace(0, 1, n)
    return np.column_stack([
        quantiles[np.minimum((share[:, j] * n).astype(int), n - 1), j] if fixed[j] else np.interp(share[:, j], grid, quantiles[:, j])
        for j in range(d)
    ])


def _scores(values: np.ndarray) -> np.ndarray:
    from scipy.special import ndtri
    from scipy.stats import rankdata

    matrix = np.corrcoef(ndtri((rankdata(values, axis=0) - 0.5) / len(values)).T) if values.shape[1] > 1 else np.ones((1, 1))
    return np.nan_to_num(np.atleast_2d(matrix))


def normal_root(values: np.ndarray, quantiles: np.ndarray, fixed: np.ndarray) -> np.ndarray:
    """Lower root of the correlations behind the file: those of the normal scores, raised for what steps take away from them."""
    wanted = _scores(values)
    matrix, root = wanted, _root(wanted)
    for _ in range(3 if fixed.any() else 0):
        shown = _scores(copula_copy(quantiles, fixed, root, np.random.default_rng(0)))
        factor = np.where(np.abs(shown) > 0.02, wanted / np.where(np.abs(shown) > 0.02, shown, 1), 1)
        matrix = np.clip(matrix * np.clip(factor, 0.7, 1.6), -0.99, 0.99)
        np.fill_diagonal(matrix, 1)
        root = _root(matrix)
    return root


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
