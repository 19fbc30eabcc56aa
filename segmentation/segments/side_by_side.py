"""How do the candidates that are not chosen do? Every method and number of segments on the same two tests, in short.

k-means has its hundred re-draws already; mixtures, Ward and HDBSCAN get a few (column `redraws` says how many), on the sample. `null` is the
silhouette that the same method reaches at the same number in structureless copies of the sample: what there is to gain where there is nothing.
"""

import numpy as np
import pandas as pd

from segmentation.segments.batch import spread
from segmentation.segments.bootstrap import overlap
from segmentation.segments.criteria import apart, silhouettes
from segmentation.segments.look import Looked
from segmentation.segments.methods import density, kmeans, mixture, ward
from segmentation.segments.structureless import copiers
from segmentation.segments.verdict import near_axes

REDRAWS = 5
COPIES = 2

Partitions = dict[tuple[str, int], np.ndarray]


def compared(table: pd.DataFrame, looked: Looked, bootstraps: int, seed: int) -> pd.DataFrame:
    """The candidates with `stability` (and its range) and `null` filled in for all of them."""
    keys = [(row.method, 0 if row.method == "hdbscan" else int(row.k)) for row in table.itertuples()]
    likeliest = {k: max((fit for fit in looked.fits if fit.k == k), key=lambda fit: fit.bic) for k in {fit.k for fit in looked.fits if fit.k > 1}}
    shapes = {k: fit.shape for k, fit in likeliest.items()}
    ks = sorted({k for method, k in keys if method == "ward"})
    everyone = np.arange(len(looked.rows))
    here = ward_and_dense(looked.data.near, everyone, ks) | {("mixture", k): fit.labels for k, fit in likeliest.items()}

    def redraw(number: int) -> dict[tuple[str, int], tuple[float, float]]:
        rng = np.random.default_rng([seed, 12, number])
        rows = np.unique(rng.integers(0, len(everyone), len(everyone)))
        seen = np.bincount(rows, minlength=len(everyone)).astype(float)
        again = ward_and_dense(looked.data.near, rows, ks) | mixtures(looked.data, rows, shapes, rng)
        found = {key: overlap(labels, again[key], int(labels.max()) + 1, seen) for key, labels in here.items()}
        return {key: (float(jaccard.mean()), agreement) for key, (jaccard, agreement) in found.items()}

    makers = copiers(looked.sample, [border is not None for border in looked.borders])

    def without_groups(number: int) -> dict[tuple[str, int], float]:
        rng = np.random.default_rng([seed, 13, number])
        twin = makers[number % len(makers)](rng)
        fake = mixture.mixed(twin.numbers, twin.codes, twin.levels, near_axes(twin), looked.borders)
        parts = ward_and_dense(fake.near, everyone, ks) | mixtures(fake, everyone, shapes, rng)
        parts |= {("kmeans", k): kmeans.partition(fake.near, k, rng, 3) for method, k in keys if method == "kmeans"}
        widths = silhouettes(apart(fake.near), np.ones(len(everyone)), list(parts.values()))
        return dict(zip(parts, widths, strict=True))

    redraws, copies = spread(redraw, range(REDRAWS)), spread(without_groups, range(COPIES))
    table = table.assign(redraws=bootstraps, null=[float(np.mean([one[key] for one in copies])) for key in keys])
    for place, key in zip(table.index, keys, strict=True):
        if key in here:
            jaccards, agreements = zip(*(one[key] for one in redraws), strict=True)
            figures = [np.mean(jaccards), min(jaccards), max(jaccards), np.mean(agreements), REDRAWS]
            table.loc[place, ["stability", "stability_low", "stability_high", "agreement", "redraws"]] = figures
    return table


def ward_and_dense(near: np.ndarray, rows: np.ndarray, ks: list[int]) -> Partitions:
    """Ward at every number and HDBSCAN on some of the customers, the others with the nearest middle."""
    found = {("ward", k): labels for k, labels in ward.cut(near[rows], ks).items()} | {("hdbscan", 0): density.dense(near[rows])[0]}
    if len(rows) == len(near):
        return found
    return {key: kmeans.nearest(near, ward.means(near[rows], labels)) for key, labels in found.items()}


def mixtures(data: mixture.Mixed, rows: np.ndarray, shapes: dict[int, int], rng: np.random.Generator) -> Partitions:
    """The mixture of each number in its likeliest shape, fitted to some of the customers."""
    drawn = data.take(rows)
    starts = mixture.first_partitions(drawn, list(shapes), rng, 2)
    fits = {k: mixture.fit(drawn, k, shape, starts[k], rounds=8) for k, shape in shapes.items()}
    return {("mixture", k): mixture.memberships(data, fitted).argmax(1) for k, fitted in fits.items()}
