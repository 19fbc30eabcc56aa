"""How far does a segment differ from the one that is most like it?"""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from segmentation.segments.differences import numbers_of, ranks_in_order, superiority, told_levels
from segmentation.segments.material import AMOUNTS, FEWEST, Material

LOOKED_AT = 500  # customers of a segment


def from_nearest(material: Material) -> dict[str, float]:
    """Segment → its clearest difference from the other segment for which that is smallest; segments of fewer than five customers are left out.

    The clearest difference of two segments is the largest over the columns of the end nearest to 0 of the interval of Cliff's delta; of words that
    is the difference of two shares. A segment in the middle differs little from all others together, and may yet lie far from each of them. Of more
    than five hundred customers in a segment, one in so many is looked at.
    """
    labels = material.labels.to_numpy().astype(str)
    members = {letter: np.flatnonzero(labels == letter) for letter in material.segments}
    members = {letter: rows[:: -(-len(rows) // LOOKED_AT)] for letter, rows in members.items() if len(rows) >= FEWEST}
    if len(members) < 2:
        return {}
    ends = np.cumsum([0, *(len(rows) for rows in members.values())])
    columns = _columns(material, np.concatenate(list(members.values())), np.repeat(list(members), np.diff(ends)))
    found: dict[str, list[float]] = {letter: [] for letter in members}
    for (i, one), (j, other) in combinations(enumerate(members), 2):
        clearest = max((_surely(values[ends[i]: ends[i + 1]], values[ends[j]: ends[j + 1]]) for values in columns), default=0.0)
        found[one].append(clearest)
        found[other].append(clearest)
    return {letter: min(differences) for letter, differences in found.items()}


def _columns(material: Material, rows: NDArray[np.int64], codes: NDArray[np.str_]) -> list[NDArray[np.float64]]:
    """Every column of these customers as numbers; of words, whether they have it, for each of the words that are told."""
    out = []
    for column, kind in material.kinds.items():
        values = material.frame[column].iloc[rows]
        if kind in AMOUNTS | {"share"}:
            out.append(numbers_of(values))
        else:
            known = values.notna().to_numpy()
            words = values.astype(str).to_numpy(dtype=object)
            out += [np.where(known, words == level, np.nan) for level in told_levels(words[known], codes[known])]
    return out


def _surely(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """The end nearest to 0 of the interval of Cliff's delta; 0 when it holds 0 or there are too few."""
    one, other = one[~np.isnan(one)], other[~np.isnan(other)]
    if min(len(one), len(other)) < FEWEST:
        return 0.0
    both = np.concatenate([one, other])
    order = np.argsort(both, kind="stable")
    ranks = ranks_in_order(both[order])
    _delta, low, high = superiority(float(ranks[order < len(one)].sum()), len(one), len(other))
    return min(abs(low), abs(high)) if low * high > 0 else 0.0
