"""What does a sample of the customers show? Every mixture fitted to it, and the likeliest weighed against structureless copies."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from segmentation.segments import verdict
from segmentation.segments.methods import mixture
from segmentation.segments.separation import chain, separations
from segmentation.segments.space import Space

SAMPLE, SAMPLE_OF_KINDS = 1000, 1500  # categories say less per customer than numbers do
ALIKE = (0, 3)
CLEAR = 0.25
# The chance of belonging to the other group, at which two components may be one; 4 sd apart it is 0.02. Between categories there is no gap to see, so
# that with them it must be higher.
BLURRED, BLURRED_KINDS = 0.06, 0.11


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
    size = SAMPLE_OF_KINDS if space.codes.shape[1] else SAMPLE
    rows = np.arange(n) if n <= size else np.sort(np.random.default_rng([seed, 8]).choice(n, size, replace=False))
    sample = space.take(rows)
    sample = sample.like(mixture.smoothed(sample.numbers, np.random.default_rng([seed, 11])), sample.codes)
    borders = mixture.steps_of(sample.numbers)
    data = mixture.mixed(sample.numbers, sample.codes, sample.levels, verdict.near_axes(sample), borders)
    fits = mixture.compare(data, ks, seed)
    one = max((fit.bic for fit in fits if fit.k == 1), default=-np.inf)
    spec = max((fit for fit in fits if fit.k > 1), key=lambda fit: fit.bic)
    evidence = verdict.weigh(sample, data, borders, spec, one, seed)
    for other in others(sample, data, borders, fits, evidence) if evidence.likelier > 1 and not evidence.groups else []:
        again = verdict.weigh(sample, data, borders, other, one, seed)
        if again.apart:
            spec, evidence = other, again
            break
    joined = join(sample, data, borders, spec, evidence.limit if evidence.groups else 0.0, seed)
    labels = np.unique(joined[spec.labels], return_inverse=True)[1]
    return Looked(sample, rows, data, borders, fits, spec, evidence, labels, joined)


def others(sample: Space, data: mixture.Mixed, borders: list[Any], fits: list[mixture.Mixture], evidence: verdict.Evidence) -> list[mixture.Mixture]:
    """Mixtures of one shape that may show gaps where the likeliest shows none: the likeliest of them, and the one with the most groups all apart.

    Groups with heavy tails are the case: a wide cloud of stragglers makes a mixture likelier, lies between all groups and bridges every gap.
    """
    stepped = [border is not None for border in borders]
    alike = sorted((fit for fit in fits if fit.k > 1 and fit.shape in ALIKE), key=lambda fit: -fit.bic)
    least = evidence.copied.mean() + CLEAR
    apart = []
    for fit in alike:
        found = verdict.gaps(sample, verdict.without_crumbs(data.near, fit.labels), stepped, None)
        if len(found) and found.min() > least:
            apart.append((len(found), fit.bic, fit))
    return [*alike[:1], *(fit for _count, _bic, fit in sorted(apart, key=lambda one: one[:2])[-1:] if fit is not alike[0])]


def join(sample: Space, data: mixture.Mixed, borders: list[Any], spec: mixture.Mixture, limit: float, seed: int) -> np.ndarray:
    """Component → group: components that overlap and have no gap between them are one group (Hennig 2010).

    Crumbs go to their neighbour. The clearest gap always stays.
    """
    labels = verdict.without_crumbs(data.near, spec.labels)
    group = np.array([_most(labels[spec.labels == c]) for c in range(spec.k)])
    k = int(labels.max()) + 1
    if k > 2 and limit > 0:
        points = verdict.points_for(sample, [border is not None for border in borders], np.random.default_rng([seed, 7]))
        member = np.column_stack([spec.member[:, group == number].sum(1) for number in range(k)])
        blurred = np.array([[member[labels == i, j].mean() for j in range(k)] for i in range(k)])
        most = BLURRED_KINDS if sample.codes.shape[1] else BLURRED
        parent = np.arange(k)
        for strength, i, j in chain(separations(points, labels, k)[0])[1:]:
            if strength < limit and max(blurred[i, j], blurred[j, i]) > most:
                parent = np.where(parent == parent[i], parent[j], parent)
        group = parent[group]
    return np.unique(group, return_inverse=True)[1]


def _most(values: np.ndarray) -> int:
    return int(np.bincount(values).argmax()) if len(values) else 0
