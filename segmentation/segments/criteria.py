"""How do methods and numbers of segments compare? Every candidate on the same criteria."""

from itertools import pairwise

import numpy as np
import pandas as pd

from segmentation.segments import bootstrap
from segmentation.segments.look import Looked
from segmentation.segments.methods import density, kmeans, ward
from segmentation.segments.methods.mixture import SHAPES


def candidates(
    looked: Looked, base: kmeans.Condensed, centres: dict[int, np.ndarray], redrawn: dict[int, bootstrap.Redrawn],
) -> pd.DataFrame:
    """One row per method and number of segments, with every criterion."""
    rows = []
    distances = [kmeans.distances(base.points, place) for place in centres.values()]
    parts = [far.argmin(1) for far in distances]
    widths = silhouettes(apart(base.points), base.mass, parts)
    for k, far, labels, width in zip(centres, distances, parts, widths, strict=True):
        low, high = redrawn[k].interval
        rows.append({
            "method": "kmeans", "k": k, "shape": "", "silhouette": width, "stability": float(redrawn[k].stability.mean()),
            "stability_low": low, "stability_high": high, "agreement": float(redrawn[k].agreement.mean()),
            "within": float((far.min(1) * base.mass).sum() / base.customers), "smallest": float(_shares(labels, base.mass, k).min()),
            "bic": np.nan, "gain": np.nan,
        })
    one = max((fit.bic for fit in looked.fits if fit.k == 1), default=np.nan)
    ones = np.ones(len(looked.rows))
    ks = sorted({fit.k for fit in looked.fits if fit.k > 1})
    likeliest = [max((fit for fit in looked.fits if fit.k == k), key=lambda fit: fit.bic) for k in ks]
    widths = silhouettes(apart(looked.data.near), ones, [fit.labels for fit in likeliest])
    for k, fit, width in zip(ks, likeliest, widths, strict=True):
        rows.append({
            "method": "mixture", "k": k, "shape": SHAPES[fit.shape], "silhouette": width, "stability": np.nan, "stability_low": np.nan, "stability_high": np.nan,
            "agreement": np.nan, "within": np.nan, "smallest": float(_shares(fit.labels, ones, k).min()), "bic": fit.bic,
            "gain": fit.bic - one,
        })
    return pd.DataFrame(rows)


def others(looked: Looked, ks: list[int]) -> pd.DataFrame:
    """Ward at every number of segments and HDBSCAN at its own, on the same sample and criteria."""
    near = looked.data.near
    ones = np.ones(len(near))
    trees = ward.cut(near, ks)
    dense, between = density.dense(near)
    *widths, dense_width = silhouettes(apart(near), ones, [*trees.values(), dense])
    rows = [{"method": "ward", "k": k, "shape": "", "silhouette": width, "smallest": float(_shares(labels, ones, k).min())}
            for (k, labels), width in zip(trees.items(), widths, strict=True)]
    k = int(dense.max()) + 1
    rows.append({"method": "hdbscan", "k": k, "shape": "", "silhouette": dense_width, "smallest": float(_shares(dense, ones, k).min()), "between": between})
    return pd.DataFrame(rows)


def apart(points: np.ndarray) -> np.ndarray:
    """Distances between all of at most a thousand points."""
    square = (points**2).sum(1)
    return np.sqrt(np.maximum(square[:, None] + square[None, :] - 2 * points @ points.T, 0))


def silhouette(far: np.ndarray, mass: np.ndarray, labels: np.ndarray) -> float:
    """Weighted mean silhouette (Rousseeuw 1987) from the distances between the points."""
    return silhouettes(far, mass, [labels])[0]


def silhouettes(far: np.ndarray, mass: np.ndarray, partitions: list[np.ndarray]) -> list[float]:
    """The same for many partitions of the same points: one product of matrices for all of them."""
    at = np.arange(len(far))
    ends = np.cumsum([0, *(int(labels.max()) + 1 for labels in partitions)])
    inside = np.zeros((len(far), ends[-1]))
    for first, labels in zip(ends, partitions, strict=False):
        inside[at, first + labels] = mass
    totals, weights = far @ inside, inside.sum(0)
    parts = [slice(first, last) for first, last in pairwise(ends)]
    return [_silhouette(totals[:, part], weights[part], mass, labels) for part, labels in zip(parts, partitions, strict=True)]


def _silhouette(total: np.ndarray, weight: np.ndarray, mass: np.ndarray, labels: np.ndarray) -> float:
    """total: the distances of every point to every group, added up; weight: of the groups."""
    if (weight > 0).sum() < 2:
        return 0.0
    at = np.arange(len(total))
    inside = total[at, labels] / np.maximum(weight[labels] - np.minimum(mass, 1.0), 1e-9)
    outside = np.where(weight > 0, total / np.maximum(weight, 1e-9), np.inf)
    outside[at, labels] = np.inf
    nearest = outside.min(1)
    width = (nearest - inside) / np.maximum(np.maximum(nearest, inside), 1e-12)
    return float((np.where(weight[labels] > mass, width, 0) * mass).sum() / mass.sum())


def splits(base: kmeans.Condensed, centres: dict[int, np.ndarray]) -> pd.DataFrame:
    """How segments split and merge as their number grows (Dolnicar & Leisch 2017, SLSA): share of each segment that goes where."""
    rows = []
    for k in sorted(centres):
        if k + 1 not in centres:
            continue
        table = np.zeros((k, k + 1))
        np.add.at(table, (kmeans.nearest(base.points, centres[k]), kmeans.nearest(base.points, centres[k + 1])), base.mass)
        for i, j in zip(*np.nonzero(table), strict=True):
            rows.append({"k": k, "segment": int(i), "next": int(j), "share": table[i, j] / table[i].sum(), "customers": table[i, j]})
    return pd.DataFrame(rows, columns=["k", "segment", "next", "share", "customers"])


def _shares(labels: np.ndarray, mass: np.ndarray, k: int) -> np.ndarray:
    return np.bincount(labels, mass, minlength=k) / mass.sum()
