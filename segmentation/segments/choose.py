"""How many segments, by which method? Every candidate on the same criteria, and the reason for the one that is taken."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from segmentation.segments import bootstrap, verdict
from segmentation.segments.criteria import candidates, others, splits
from segmentation.segments.look import Looked, look
from segmentation.segments.methods import kmeans, mixture
from segmentation.segments.side_by_side import compared
from segmentation.segments.space import Space, main_axes
from segmentation.segments.take import take_kmeans, take_mixture, take_other, without_empty

MOST = 12
SURE = 0.9
CLEARLY = 0.12  # silhouette beyond that of structureless copies: Online Retail, one skewed cloud, reaches .09; the eight kinds of De Zwerfkei .16
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


def choose(space: Space, k: int | None, method: str, seed: int, bootstraps: int, told: Callable[[float, str], None]) -> Found:
    """The recommended partition; `k` and `method` as the user may have fixed them."""
    different = len(np.unique(space.wide, axis=0)) if len(space) <= 5000 else len(space)
    ks = [number for number in range(2, MOST + 1) if number < max(3, min(different, len(space) // 5))] or [2]
    told(0.05, "mixtures")
    looked = look(space, ks, seed)
    told(0.3, "resamples")
    axes = best_axes(looked, k or looked.k, seed)
    points = (space.wide - axes["centre"]) @ axes["axes"] if axes else space.wide
    base = kmeans.condense(points, seed)
    best_k = max(2, k or looked.k)
    wanted = sorted({*ks, best_k} & set(range(2, len(base.points) + 1)))
    centres = kmeans.centres_for_each(base, wanted, seed)
    redrawn = bootstrap.redraw_kmeans(base, centres, bootstraps, seed, told=lambda share: told(0.3 + 0.5 * share, "resamples"))
    table = pd.concat([candidates(looked, base, centres, redrawn), others(looked, wanted)], ignore_index=True)
    table = compared(table, looked, bootstraps, seed)
    if not k and not looked.evidence.groups:
        best_k = handy(redrawn)
    told(0.8, "chosen")
    auto, groups = method == "auto", looked.evidence.groups
    if auto:
        method = "mixture" if groups and not _same(looked, points, centres, best_k) else "kmeans"

    def take(method: str, k: int) -> dict[str, Any]:
        if method == "mixture":
            return take_mixture(space, looked, k, seed, bootstraps)
        if method != "kmeans":
            return take_other(points, axes, looked, method, k, seed, min(bootstraps, 20 if method == "latent_class" else bootstraps))
        if redrawn[k].stability.min() < SURE:  # more starts, or a poor optimum would pass for an unstable segment
            redrawn.update(bootstrap.redraw_kmeans(base, {k: centres[k]}, bootstraps, seed, starts=60))
        return take_kmeans(points, axes, centres[k], redrawn[k])

    found, dropped, steadier = take(method, best_k), None, None
    if auto and not k and groups and method == "mixture" and not _steady(found):
        steadier = _steadier(table, redrawn, 0.0 if verdict.comes_back(*_steadiness(found)) else CLEARLY)
        if steadier:
            method, found = "kmeans", take("kmeans", steadier)
    if auto and groups and (not k or method == "mixture") and not verdict.comes_back(*_steadiness(found)):
        dropped = float(np.average(_steadiness(found)[0], weights=_steadiness(found)[1]))
        groups, method = False, "kmeans"  # likely groups that do not come back are no groups to build on
        found = take(method, k or handy(redrawn))
    told(0.95, "polish")
    answer = concluded(found, looked, table, method, k, splits(base, centres), groups)
    answer.facts.update(asked_method=not auto, steadier=bool(steadier and answer.verdict != "constructive"), different=few_different(space, looked.rows))
    return answer if dropped is None else replace(answer, facts={**answer.facts, "dropped_stability": dropped})


def few_different(space: Space, rows: np.ndarray) -> int:
    """How many different customers there are where they are hardly more than there may be segments: too few to tell groups from chance; else 0."""
    if len(np.unique(space.wide[rows], axis=0)) > MOST:
        return 0
    different = len(np.unique(space.wide, axis=0))
    return different if different <= MOST else 0


def _steady(found: dict[str, Any]) -> bool:
    """Whether the average customer's group comes back well enough to build on."""
    stability, sizes = _steadiness(found)
    return bool(np.average(stability, weights=sizes) >= verdict.TRUSTED)


def _steadier(table: pd.DataFrame, redrawn: dict[int, bootstrap.Redrawn], least: float) -> int | None:
    """The number at which k-means parts the customers best, at least so far beyond what structureless copies reach, if there every segment comes back."""
    ours = table[(table.method == "kmeans") & table.k.isin([k for k, one in redrawn.items() if one.stability.min() >= SURE])]
    beyond = ours.silhouette - ours.null
    return int(ours.k[beyond.idxmax()]) if len(ours) and beyond.max() > least else None


def _steadiness(found: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """Stability and size of the groups that are not empty."""
    present, labels = np.unique(found["labels"], return_inverse=True)
    return found["stability"][present], np.bincount(labels)


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
    """Whether k-means finds the groups of the mixture: then the simpler of the two is taken.

    Of numbers alone another number of segments than the data ask for is a cut, and k-means cuts as well as any.
    """
    labels = looked.labels
    if k != looked.k or k not in centres:
        options = [fit for fit in looked.fits if fit.k == k]
        if not options or not looked.sample.codes.shape[1]:
            return k in centres
        labels = max(options, key=lambda fit: fit.bic).labels
    own = kmeans.nearest(points[looked.rows], centres[k])
    return bootstrap.overlap(labels, own, k, np.ones(len(own)))[1] >= 0.97


def concluded(
    found: dict[str, Any], looked: Looked, table: pd.DataFrame, method: str, asked: int | None, split: pd.DataFrame, groups: bool = True,
) -> Found:
    """The verdict with the figures behind it; groups that stayed empty are dropped."""
    evidence = looked.evidence
    groups = groups and evidence.groups
    present, labels = np.unique(found["labels"], return_inverse=True)
    k, stability = len(present), found["stability"][present]
    answer = verdict.decide(groups, k <= looked.k, stability, np.bincount(labels))
    if groups and k != looked.k and answer == "natural":
        answer = "reproducible"
    low, high = found["interval"]
    steadiness = {"stability": float(stability.mean()), "stability_low": low, "stability_high": high, "agreement": found["agreement"]}
    chosen = (table.method == method) & (table.k == k)
    if not chosen.any():
        table = pd.concat([table, pd.DataFrame([{"method": method, "k": k, "shape": ""}])], ignore_index=True)
        chosen = pd.Series(np.arange(len(table)) == len(table) - 1)
    for column, value in {**steadiness, "redraws": found["redraws"]}.items():
        table.loc[chosen, column] = value
    table = table.assign(chosen=chosen)
    gap = float(evidence.gaps.mean()) if len(evidence.gaps) else 0.0
    facts = {
        "gap": gap, "gap_copies": float(evidence.copied.mean()), "gap_copies_high": float(evidence.copied.max()),
        "copies": len(evidence.copied), "gain": float(evidence.gain), "gain_copies": float(evidence.gain_copied.mean()),
        "groups": groups and answer != "constructive", "signs": groups, "best_k": looked.k, "sample": len(looked.rows), "asked_k": asked, **steadiness,
    }
    return Found(
        labels=labels, certainty=found["certainty"], k=k, method=method, stability=stability, interval=(low, high), verdict=answer,
        candidates=table, facts=facts, model=without_empty(found["model"], present), splits=split,
    )
