"""Where does everybody belong? The chosen method carried from a sample to all customers, with how often each segment came back."""

from typing import Any

import numpy as np

from segmentation.segments import bootstrap
from segmentation.segments.look import Looked
from segmentation.segments.methods import density, kmeans, latent_class, mixture, ward
from segmentation.segments.space import Space


def take_kmeans(points: np.ndarray, axes: dict[str, Any] | None, centres: np.ndarray, redrawn: bootstrap.Redrawn) -> dict[str, Any]:
    """All customers at their nearest centre, after Lloyd rounds over all of them."""
    labels, centres = kmeans.polish(points, centres)
    far = kmeans.distances(points, centres)
    spread_ = max(float(far.min(1).mean() / points.shape[1]), 1e-12)
    near = np.exp(-(far - far.min(1, keepdims=True)) / (2 * spread_))
    return {
        "labels": labels, "certainty": near.max(1) / near.sum(1), "stability": redrawn.stability, "interval": redrawn.interval,
        "agreement": float(redrawn.agreement.mean()), "redraws": len(redrawn.agreement), "model": as_model(centres, axes),
    }


def as_model(centres: np.ndarray, axes: dict[str, Any] | None) -> dict[str, Any]:
    """Centres as plain data, with the axes in which they lie."""
    where = {"centre": axes["centre"].tolist(), "axes": axes["axes"].tolist()} if axes else {}
    return {"kind": "centres", "centres": centres.tolist(), **where}


def without_empty(model: dict[str, Any], present: np.ndarray) -> dict[str, Any]:
    """The model without the groups in which nobody is, numbered as the labels are."""
    if model["kind"] == "centres":
        return {**model, "centres": [model["centres"][group] for group in present]}
    place = {int(group): number for number, group in enumerate(present)}
    parts = [part for part, group in enumerate(model["joined"]) if group in place]
    kept = {name: [model[name][part] for part in parts] for name in ("shares", "means", "covariances", "chances")}
    return {**model, **kept, "joined": [place[model["joined"][part]] for part in parts]}


def take_mixture(space: Space, looked: Looked, best_k: int, seed: int, bootstraps: int) -> dict[str, Any]:
    """All customers in their likeliest group, after more rounds over up to 5,000 of them; re-drawn on the sample."""
    spec, joined = looked.spec, looked.joined
    if best_k != looked.k:
        options = [fit for fit in looked.fits if fit.k == best_k]
        spec = max(options, key=lambda fit: fit.bic) if options else spec
        joined = np.arange(spec.k)
    everyone = mixture.mixed(space.numbers, space.codes, space.levels, space.wide[:, :1], looked.borders)
    rows = looked.rows
    if len(space) > len(rows):
        rows = np.sort(np.random.default_rng([seed, 10]).choice(len(space), min(len(space), 5000), replace=False))
        begin = mixture.memberships(everyone.take(rows), spec).argmax(1)
        spec = mixture.fit(everyone.take(rows), spec.k, spec.shape, [begin], rounds=30)
    member = mixture.memberships(everyone, spec)
    groups = int(joined.max()) + 1
    certain = np.column_stack([member[:, joined == group].sum(1) for group in range(groups)])
    labels = certain.argmax(1)

    def again(rows: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        drawn = looked.data.take(rows)
        fresh = mixture.fit(drawn, spec.k, spec.shape, mixture.first_partitions(drawn, [spec.k], rng, 3)[spec.k], rounds=25)
        return mixture.memberships(looked.data, fresh).argmax(1)

    sampled = labels[looked.rows]
    redrawn = bootstrap.redraw_with(sampled, groups, again, bootstraps, seed)
    model = mixture.as_model(spec, looked.borders, joined)
    return {
        "labels": labels, "certainty": certain.max(1), "stability": redrawn.stability, "interval": redrawn.interval,
        "agreement": float(redrawn.agreement.mean()), "redraws": len(redrawn.agreement), "model": model,
    }


def take_other(
    points: np.ndarray, axes: dict[str, Any] | None, looked: Looked, method: str, k: int, seed: int, bootstraps: int,
) -> dict[str, Any]:
    """Ward, HDBSCAN or latent classes on the sample; everybody else goes to the nearest middle."""
    near = points[looked.rows]

    def made(rows: np.ndarray) -> np.ndarray:
        if method == "ward":
            return ward.cut(near[rows], [k])[k]
        if method == "hdbscan":
            return density.dense(near[rows])[0]
        return latent_class.classes(looked.sample.numbers[rows], looked.sample.codes[rows], k, seed)

    def again(rows: np.ndarray, _rng: np.random.Generator) -> np.ndarray:
        labels = np.unique(made(rows), return_inverse=True)[1]
        return kmeans.nearest(near, ward.means(near[rows], labels)) if len(rows) < len(near) else labels

    labels = np.unique(made(np.arange(len(near))), return_inverse=True)[1]
    groups = int(labels.max()) + 1
    redrawn = bootstrap.redraw_with(labels, groups, again, bootstraps, seed)
    centres = ward.means(near, labels)
    far = kmeans.distances(points, centres)
    everyone = far.argmin(1)
    everyone[looked.rows] = labels
    spread_ = max(float(far.min(1).mean() / points.shape[1]), 1e-12)
    sure = np.exp(-(far - far.min(1, keepdims=True)) / (2 * spread_))
    return {
        "labels": everyone, "certainty": sure[np.arange(len(sure)), everyone] / sure.sum(1), "stability": redrawn.stability,
        "interval": redrawn.interval, "agreement": float(redrawn.agreement.mean()), "redraws": len(redrawn.agreement),
        "model": as_model(centres, axes),
    }
