"""Do the segments of then still fit the customers of now, or is it time to make them anew?"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from segmentation.language import _, number, percent
from segmentation.segments.features import table_of
from segmentation.segments.segmentation import Segmentation
from segmentation.segments.treatment import treat
from segmentation.segments.vocabulary import label_of

SOME, MUCH = 0.10, 0.25  # Siddiqi (2006): below .10 nothing changed, above .25 the score must be made anew
BANDS = 10
CHANCE = 0.01  # that any feature is beyond its limit without a change


@dataclass(frozen=True, eq=False)
class Drift:
    """How much the customers changed. `features`: feature → population stability index, largest first; `limits`: what of it may be chance;
    `shares`: segment × before, now: its share of the customers, when those of now are placed by the segments of then."""

    features: pd.Series
    limits: pd.Series
    shares: pd.DataFrame

    @property
    def verdict(self) -> str:
        """redo, watch or fits."""
        certain = self.features[self.features > self.limits]
        return "redo" if (certain > MUCH).any() else "watch" if (certain > SOME).any() else "fits"

    def sentences(self) -> list[str]:
        """Whether to make the segments anew and why, in the current language."""
        told = []
        if len(self.features):
            least = {"redo": MUCH, "watch": SOME, "fits": -1.0}[self.verdict]
            changed = self.features[(self.features > least) & ((self.features > self.limits) | (least < 0))]
            names = ", ".join(f"{label_of(str(name)).strip('“”‘’')} ({number(value, 2)})" for name, value in changed.iloc[: 3 if least > 0 else 1].items())
            told.append({
                "redo": _("Make the segments anew: customers differ much from then in {names}. A stability index above 0.25 counts as much."),
                "watch": _("The segments still fit, but watch {names}: a stability index above 0.10 is a change, above 0.25 a reason to make them anew."),
                "fits": _("The segments still fit: customers are spread as they were. The largest stability index is that of {names}; up to 0.10, or what chance can do, is no change."),
            }[self.verdict].format(names=names))
        change = (self.shares["now"] - self.shares["before"]).abs()
        if len(change) and change.max() >= 0.01:
            segment = change.idxmax()
            told.append(_("By the segments of then, {segment} went from {before} to {now} of the customers.").format(
                segment=segment, before=percent(self.shares["before"][segment]), now=percent(self.shares["now"][segment])))
        return told


def measure_drift(earlier: Segmentation, customers: Any) -> Drift:
    """How much these customers differ from those of an earlier segmentation, feature by feature and segment by segment.

    customers: CustomerTable or DataFrame with the columns of the features. The population stability index Σ (now − then) · ln(now / then) runs over ten bands with
    as many customers then, or the levels of a category; without any change it is χ² with one degree less than there are bands, times 1/then + 1/now
    (Yurdakul & Naranjo 2020), beyond whose limit one file in a hundred would come. Raises MissingData when a column is not there, WrongChoice
    when these segments have no rule by which a customer gets its place.

    >>> from segmentation.segments import find_segments
    >>> rng = np.random.default_rng(0)
    >>> then = pd.DataFrame({"orders": np.r_[rng.normal(2, 1, 80), rng.normal(12, 1, 40)], "euros": rng.normal(50, 9, 120)})
    >>> measure_drift(find_segments(then, bootstraps=5), then.assign(euros=then.euros + 30)).verdict
    'redo'
    """
    from scipy.stats import chi2

    placed = earlier.place(customers)
    frame = table_of(customers)[0]
    found, limits = {}, {}
    taken = sum(feature.taken for feature in earlier.features)
    for feature in earlier.features:
        if not feature.taken or feature.name not in frame.columns:
            continue
        now = treat(frame[feature.name], feature)
        if "levels" in feature.facts:
            then = np.array(feature.facts["shares"]) * len(earlier.labels)
            counts = np.bincount(now, minlength=len(then)).astype(float)
        else:
            before = earlier.space[feature.name].to_numpy()
            edges = np.unique(np.round(np.quantile(before, np.arange(1, BANDS) / BANDS), 9))
            then, counts = (
                np.bincount(np.searchsorted(edges, x), minlength=len(edges) + 1).astype(float)
                for x in (np.round(before, 9), np.round(now * np.sqrt(feature.treatment.weight), 9)))
        found[feature.name] = stability_index(then, counts)
        limits[feature.name] = float(chi2.ppf(1 - CHANCE / taken, max(len(then) - 1, 1)) * (1 / max(then.sum(), 1) + 1 / max(counts.sum(), 1)))
    features = pd.Series(found, dtype=float, name="stability_index").sort_values(ascending=False, kind="stable")
    shares = pd.DataFrame({
        "before": earlier.labels.astype(str).value_counts(normalize=True), "now": placed.astype(str).value_counts(normalize=True)
    }).reindex([str(one) for one in earlier.labels.cat.categories]).fillna(0.0)
    return Drift(features, pd.Series(limits, dtype=float).reindex(features.index), shares)


def stability_index(then: np.ndarray, now: np.ndarray) -> float:
    """The population stability index of two rows of counts, with half a customer in every band so that none is empty.

    >>> round(stability_index(np.array([50, 50]), np.array([50, 50])), 2), round(stability_index(np.array([500, 500]), np.array([800, 200])), 2)
    (0.0, 0.41)
    """
    p, q = ((counts + 0.5) / (counts + 0.5).sum() for counts in (then, now))
    return float(((q - p) * np.log(q / p)).sum())
