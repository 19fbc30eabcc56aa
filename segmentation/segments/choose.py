"""How many segments, by which method? Every candidate on the same criteria, and the reason for the one that is taken."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from segmentation.segments import bootstrap, verdict
from segmentation.segments.methods import kmeans, mixture
from segmentation.segments.space import Space, main_axes

SAMPLE = 1000
MOST = 12
HANDLED = range(3, 7)  # what a small business can serve differently


@dataclass(frozen=True, eq=False)
class Found:
    """The chosen partition of all customers, numbered 0 … k−1, with everything that is known about it."""

    labels: np.ndarray
    certainty: np.ndarray
    k: int
    method: str
    stability: np.ndarray
    interval: tuple[float, float]
    verdict: str
    candidates: pd.DataFrame
    facts: dict[str, Any]
    model: dict[str, Any]
    splits: pd.DataFrame = field(default_factory=pd.DataFrame)


@dataclass(frozen=True, eq=False)
class Looked:
    """What a sample of the customers shows: the mixtures, the likeliest with at least two groups, and the evidence for groups."""

    sample: Space
    rows: np.ndarray
    data: mixture.Mixed
    borders: list[Any]
    fits: list[mixture.Mixture]
    spec: mixture.Mixture
    evidence: verdict.Evidence
    labels: np.ndarray
    joined: np.ndarray

    @property
    def k(self) -> int:
        return int(self.labels.max()) + 1


def look(space: Space, ks: list[int], seed: int) -> Looked:
    """Fit every mixture to a sample, and weigh the likeliest against structureless copies."""
    n = len(space)
    rows = np.arange(n) if n <= SAMPLE else np.sort(np.random.default_rng([seed, 8]).choice(n, SAMPLE, replace=False))
    sample = space.take(rows)
    borders = mixture.steps_of(sample.numbers)
    data = mixture.mixed(sample.numbers, sample.codes, sample.levels, verdict.near_axes(sample), borders)
    fits = mixture.compare(data, ks, seed)
    one = max((fit.bic for fit in fits if fit.k == 1), default=-np.inf)
    spec = max((fit for fit in fits if fit.k > 1), key=lambda fit: fit.bic)
    evidence = verdict.weigh(sample, data, borders, spec, one, seed)
    joined = join(sample, data, borders, spec, evidence.limit if evidence.groups else 0.0, seed)
    labels = np.unique(joined[spec.labels], return_inverse=True)[1]
    return Looked(sample, rows, data, borders, fits, spec, evidence, labels, joined)


def join(sample: Space, data: mixture.Mixed, borders: list[Any], spec: mixture.Mixture, limit: float, seed: int) -> np.ndarray:
    """Component → group: components without a gap between them are one group (Hennig 2010), crumbs belong to their neighbour."""
    from segmentation.segments.separation import chain, separations

    labels = verdict.without_crumbs(data.near, spec.labels)
    group = np.array([_most(labels[spec.labels == c]) for c in range(spec.k)])
    k = int(labels.max()) + 1
    points = verdict.points_for(sample, [border is not None for border in borders], np.random.default_rng([seed, 7]))
    if k > 2:
        edges = chain(separations(points, labels, k)[0])
        for strength, i, j in edges[1:]:  # the clearest gap always stays: there are groups
            if strength < limit:
                group = np.where(group == group[labels_first(spec.labels, labels, i)], group[labels_first(spec.labels, labels, j)], group)
    return np.unique(group, return_inverse=True)[1]


def labels_first(components: np.ndarray, labels: np.ndarray, group: int) -> int:
    """A component that lies in this group."""
    return int(_most(components[labels == group]))


def _most(values: np.ndarray) -> int:
    return int(np.bincount(values).argmax()) if len(values) else 0


def choose(
    space: Space, k: int | None, method: str, seed: int, bootstraps: int, told: Callable[[float, str], None],
) -> Found:
    """The recommended partition; `k` and `method` ("auto", "kmeans", "mixture") as the user may have fixed them."""
    different = len(np.unique(space.wide, axis=0)) if len(space) <= 5000 else MOST + 1
    ks = [number for number in range(2, MOST + 1) if number < max(3, min(different, len(space) // 5))] or [2]
    told(0.05, "mixtures")
    looked = look(space, ks, seed)
    told(0.3, "resamples")
    axes = best_axes(looked, k or looked.k, seed)
    points = (space.wide - axes["centre"]) @ axes["axes"] if axes else space.wide
    base = kmeans.condense(points, seed)
    wanted = sorted({*ks, *([k] if k else []), looked.k} & set(range(2, len(base.points) + 1)))
    centres = kmeans.centres_for_each(base, wanted, seed)
    redrawn = bootstrap.redraw_kmeans(base, centres, bootstraps, seed, told=lambda share: told(0.3 + 0.5 * share, "resamples"))
    table = candidates(looked, base, centres, redrawn)
    best_k = k or (looked.k if looked.evidence.groups else handy(redrawn))
    told(0.85, "polish")
    if method == "auto":
        method = "mixture" if looked.evidence.groups and not _same(looked, points, centres, best_k) else "kmeans"
    if method == "mixture":
        found = take_mixture(space, looked, best_k, k, seed, bootstraps)
    else:
        found = take_kmeans(points, axes, centres[best_k], redrawn[best_k])
    return concluded(found, looked, table, method, best_k, splits(base, centres))


def best_axes(looked: Looked, k: int, seed: int) -> dict[str, Any] | None:
    """For mixed columns: as many main axes as let k-means find the groups that explain the columns best; None for numbers only."""
    space = looked.sample
    if not space.codes.shape[1]:
        return None
    best, best_score = None, -np.inf
    for dimensions in sorted({2, 3, 4, 6, 8, min(12, space.wide.shape[1])}):
        if dimensions > space.wide.shape[1] and best is not None:
            continue
        axes = main_axes(space, dimensions)
        labels = kmeans.partition((space.wide - axes["centre"]) @ axes["axes"], k, np.random.default_rng([seed, 9, dimensions]))
        shape = 2 if looked.data.points.shape[1] else 0
        score = mixture.fit(looked.data, k, shape, [labels], rounds=1).likelihood
        if score > best_score * (1 + 1e-9) if best_score > 0 else score > best_score:
            best, best_score = axes, score
    return best


def handy(redrawn: dict[int, bootstrap.Redrawn]) -> int:
    """Without groups any number will do: of those a business can handle, the one that comes back best."""
    options = [number for number in redrawn if number in HANDLED] or list(redrawn)
    return max(options, key=lambda number: (round(float(redrawn[number].stability.mean()), 3), -number))


def _same(looked: Looked, points: np.ndarray, centres: dict[int, np.ndarray], k: int) -> bool:
    """Whether k-means finds the groups of the mixture: then the simpler of the two is taken."""
    if k != looked.k or k not in centres:
        return k in centres
    labels = kmeans.nearest(points[looked.rows], centres[k])
    return bootstrap.overlap(looked.labels, labels, k, np.ones(len(labels)))[1] >= 0.95


def take_kmeans(points: np.ndarray, axes: dict[str, Any] | None, centres: np.ndarray, redrawn: bootstrap.Redrawn) -> dict[str, Any]:
    """All customers at their nearest centre, after Lloyd rounds over all of them."""
    labels, centres = kmeans.polish(points, centres)
    far = kmeans.distances(points, centres)
    spread_ = max(float(far.min(1).mean() / points.shape[1]), 1e-12)
    near = np.exp(-(far - far.min(1, keepdims=True)) / (2 * spread_))
    model = {"kind": "centres", "centres": centres.tolist()}
    if axes:
        model |= {"centre": axes["centre"].tolist(), "axes": axes["axes"].tolist()}
    return {
        "labels": labels, "certainty": near.max(1) / near.sum(1), "stability": redrawn.stability, "interval": redrawn.interval,
        "agreement": float(redrawn.agreement.mean()), "model": model, "points": points,
    }


def take_mixture(space: Space, looked: Looked, best_k: int, told_k: int | None, seed: int, bootstraps: int) -> dict[str, Any]:
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
        "agreement": float(redrawn.agreement.mean()), "model": model, "points": space.wide,
    }


def candidates(
    looked: Looked, base: kmeans.Condensed, centres: dict[int, np.ndarray], redrawn: dict[int, bootstrap.Redrawn],
) -> pd.DataFrame:
    """One row per method and number of segments, with every criterion."""
    rows = []
    for k, place in centres.items():
        labels = kmeans.nearest(base.points, place)
        far = kmeans.distances(base.points, place)
        low, high = redrawn[k].interval
        rows.append({
            "method": "kmeans", "k": k, "shape": "", "silhouette": silhouette(base, labels, k), "stability": float(redrawn[k].stability.mean()),
            "stability_low": low, "stability_high": high, "agreement": float(redrawn[k].agreement.mean()),
            "within": float((far.min(1) * base.mass).sum() / base.customers), "smallest": float(_shares(labels, base.mass, k).min()),
            "bic": np.nan, "gain": np.nan,
        })
    one = max((fit.bic for fit in looked.fits if fit.k == 1), default=np.nan)
    around = kmeans.Condensed(looked.data.near, np.ones(len(looked.rows)), len(looked.rows))
    for k in sorted({fit.k for fit in looked.fits if fit.k > 1}):
        fit = max((fit for fit in looked.fits if fit.k == k), key=lambda fit: fit.bic)
        rows.append({
            "method": "mixture", "k": k, "shape": ("ball", "balls", "axes", "one", "own")[fit.shape],
            "silhouette": silhouette(around, fit.labels, k), "stability": np.nan, "stability_low": np.nan, "stability_high": np.nan,
            "agreement": np.nan, "within": np.nan, "smallest": float(_shares(fit.labels, around.mass, k).min()), "bic": fit.bic,
            "gain": fit.bic - one,
        })
    return pd.DataFrame(rows)


def silhouette(base: kmeans.Condensed, labels: np.ndarray, k: int) -> float:
    """Weighted mean silhouette (Rousseeuw 1987) of the points: cheap, because there are never more than a thousand."""
    points, mass = base.points, base.mass
    square = (points**2).sum(1)
    far = np.sqrt(np.maximum(square[:, None] + square[None, :] - 2 * points @ points.T, 0))
    own = np.zeros((len(points), k))
    own[np.arange(len(points)), labels] = mass
    total, weight = far @ own, own.sum(0)
    if (weight > 0).sum() < 2:
        return 0.0
    at = np.arange(len(points))
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


def concluded(found: dict[str, Any], looked: Looked, table: pd.DataFrame, method: str, k: int, split: pd.DataFrame) -> Found:
    """The verdict with the figures behind it."""
    evidence = looked.evidence
    apart = bool(len(evidence.gaps)) and k <= looked.k
    answer = verdict.decide(evidence.groups, apart, found["stability"])
    if evidence.groups and k != looked.k and answer == "natural":
        answer = "reproducible"
    table = table.assign(chosen=(table.method == method) & (table.k == k))
    at = table.index[table.chosen]
    for column, value in (("stability", float(found["stability"].mean())), ("stability_low", found["interval"][0]),
                          ("stability_high", found["interval"][1]), ("agreement", found["agreement"])):
        table.loc[at, column] = value
    facts = {
        "gap": float(evidence.gaps.mean()) if len(evidence.gaps) else 0.0, "gap_copies": float(evidence.copied.mean()),
        "gap_copies_high": float(np.quantile(evidence.copied, 0.95)), "copies": len(evidence.copied), "gain": float(evidence.gain),
        "gain_copies": float(evidence.gain_copied.mean()), "groups": evidence.groups, "best_k": looked.k,
        "stability": float(found["stability"].mean()), "stability_low": found["interval"][0], "stability_high": found["interval"][1],
        "agreement": found["agreement"], "sample": len(looked.rows),
    }
    table.insert(6, "gap_copies", np.nan)
    return Found(
        labels=found["labels"], certainty=found["certainty"], k=k, method=method, stability=found["stability"],
        interval=found["interval"], verdict=answer, candidates=table, facts=facts, model=found["model"], splits=split,
    )
