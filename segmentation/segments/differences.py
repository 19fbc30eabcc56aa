"""What sets each segment apart? Per column its figure, that of everybody else, and the size of the effect.

A median with the order-statistic interval (Conover 1999, § 3.2), a mean (Student) or a share (Wilson 1927), all at 95 %. The
effect is Cliff's delta (1993): the chance that a customer of the segment has more than one outside it, minus the reverse, with
the variance of Hanley and McNeil (1982); for a share it is the difference, with the interval of Newcombe (1998). Both run from
-1 to 1. There are no p-values: on the columns that made the segments they would be circular.
"""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from segmentation.segments.material import AMOUNTS, FEWEST, Material

COLUMNS = (
    "segment",
    "column",
    "kind",
    "statistic",
    "level",
    "value",
    "low",
    "high",
    "customers",
    "base",
    "others",
    "others_low",
    "others_high",
    "effect",
    "effect_low",
    "effect_high",
    "differs",
    "known",
    "feature",
    "rank",
)
LEVELS = 6
NOTICEABLE = 0.1
Z = 1.959963984540054

Figures = tuple[float, float, float]


def measure_facts(material: Material) -> pd.DataFrame:
    """Every fact of every segment: a row per segment, column and (for categories) level, the telling ones first (`rank` 1, 2 …).

    `differs`: the interval of the effect does not hold 0 and the effect is at least .1. `feature`: the column helped to make the
    segments, so that it differs is no news. `known`: the share of all customers for whom the column is known, and over whom it is measured.
    """
    codes = material.labels.to_numpy().astype(str)
    rows: list[dict[str, Any]] = []
    for column, kind in material.kinds.items():
        values = material.frame[column]
        measure = _amounts if kind in AMOUNTS | {"share"} else _levels
        found = measure(values, codes, material.segments, column, kind)
        known = float(np.mean(~np.isnan(numbers_of(values)) if measure is _amounts else values.notna())) if found else 1.0
        rows += [{**row, "known": known} for row in found]
    facts = pd.DataFrame(rows, columns=list(COLUMNS))
    facts["feature"] = facts["column"].isin(set(material.features))
    facts["differs"] = facts["differs"].astype(bool)
    facts["strength"] = facts[["effect_low", "effect_high"]].abs().min(axis=1).where(facts["differs"], 0)
    facts = facts.sort_values(["segment", "strength", "column", "level"], ascending=[True, False, True, True], kind="stable")
    facts["rank"] = facts.groupby("segment").cumcount() + 1
    return facts.drop(columns="strength").reset_index(drop=True)


def numbers_of(values: pd.Series) -> NDArray[np.float64]:
    """The column as floats; what is missing or not finite is NaN."""
    numbers = pd.to_numeric(values, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    return np.where(np.isfinite(numbers), numbers, np.nan)


def mostly_zero(numbers: NDArray[np.float64]) -> bool:
    """More than half zero: a median would say nothing, the share above zero does."""
    return bool(len(numbers)) and float(np.mean(numbers == 0)) > 0.5


def _amounts(values: pd.Series, codes: NDArray[Any], segments: list[str], column: str, kind: str) -> list[dict[str, Any]]:
    numbers = numbers_of(values)
    known = ~np.isnan(numbers)
    numbers, codes = numbers[known], codes[known]
    if kind != "share" and mostly_zero(numbers):
        return _shares(numbers > 0, codes, segments, column, kind, ">0")
    order = np.argsort(numbers, kind="stable")  # once: every part of an ordered column lies in order
    numbers, codes = numbers[order], codes[order]
    ranks = ranks_in_order(numbers)
    summary, statistic = (mean_interval, "mean") if kind == "share" else (_middle, "median")
    base = summary(numbers)[0] if len(numbers) else float("nan")
    rows = []
    for segment in segments:
        inside = codes == segment
        n, m = int(inside.sum()), int((~inside).sum())
        if n >= FEWEST and m >= FEWEST:
            effect = superiority(float(ranks[inside].sum()), n, m)
            rows.append(
                _row(segment, column, kind, statistic, "", n, base, summary(numbers[inside]), summary(numbers[~inside]), effect)
            )
    return rows


def ranks_in_order(ordered: NDArray[np.float64]) -> NDArray[np.float64]:
    """The rank of each of these ordered numbers; those that are the same share the mean of theirs."""
    first = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(ordered) else np.zeros(0, np.int64)
    many = np.diff(np.r_[first, len(ordered)])
    return np.repeat(first + (many + 1) / 2, many)


def superiority(rank_sum: float, n: int, m: int) -> Figures:
    """Cliff's delta from the rank sum of n customers among n + m, with its 95 % interval."""
    chance = float(np.clip((rank_sum - n * (n + 1) / 2) / (n * m), 0, 1))
    twice_in, twice_out = chance / (2 - chance), 2 * chance**2 / (1 + chance)
    spread = chance * (1 - chance) + (n - 1) * (twice_in - chance**2) + (m - 1) * (twice_out - chance**2)
    half = 2 * Z * float(np.sqrt(max(spread, 0) / (n * m)))
    delta = 2 * chance - 1
    return delta, max(-1.0, delta - half), min(1.0, delta + half)


def _levels(values: pd.Series, codes: NDArray[Any], segments: list[str], column: str, kind: str) -> list[dict[str, Any]]:
    known = values.notna().to_numpy()
    codes = codes[known]
    if kind == "boolean":
        return _shares(values[known].astype(bool).to_numpy(), codes, segments, column, kind, "")
    words = values[known].astype(str).to_numpy(dtype=object)
    rows: list[dict[str, Any]] = []
    for level in told_levels(words, codes):
        rows += _shares(words == level, codes, segments, column, kind, level)
    return rows


def told_levels(words: NDArray[Any], codes: NDArray[Any]) -> list[str]:
    """The largest levels of each segment, sorted; none of fewer than five customers."""
    counts = pd.DataFrame({"word": words, "segment": codes}).groupby(["word", "segment"]).size().unstack(fill_value=0)
    wanted: set[str] = set()
    for segment in counts.columns:
        ordered = counts[segment].sort_index().sort_values(ascending=False, kind="stable")
        wanted |= {str(level) for level in ordered.index[:LEVELS] if str(level).strip() and ordered[level] >= FEWEST}
    return sorted(wanted)


def _shares(
    hits: NDArray[np.bool_], codes: NDArray[Any], segments: list[str], column: str, kind: str, level: str
) -> list[dict[str, Any]]:
    base = float(hits.mean()) if len(hits) else float("nan")
    rows = []
    for segment in segments:
        inside = codes == segment
        n, m = int(inside.sum()), int((~inside).sum())
        if n >= FEWEST and m >= FEWEST:
            own, others = share_interval(int(hits[inside].sum()), n), share_interval(int(hits[~inside].sum()), m)
            rows.append(_row(segment, column, kind, "share", level, n, base, own, others, _difference(own, others)))
    return rows


def _difference(own: Figures, others: Figures) -> Figures:
    apart = own[0] - others[0]
    low = apart - float(np.hypot(own[0] - own[1], others[2] - others[0]))
    high = apart + float(np.hypot(own[2] - own[0], others[0] - others[1]))
    return apart, low, high


def _row(
    segment: str,
    column: str,
    kind: str,
    statistic: str,
    level: str,
    n: int,
    base: float,
    own: Figures,
    others: Figures,
    effect: Figures,
) -> dict[str, Any]:
    agrees = (own[0] - others[0]) * effect[0] > 0
    sure = effect[1] > 0 or effect[2] < 0
    return {
        "segment": segment,
        "column": column,
        "kind": kind,
        "statistic": statistic,
        "level": level,
        "value": own[0],
        "low": own[1],
        "high": own[2],
        "customers": n,
        "base": base,
        "others": others[0],
        "others_low": others[1],
        "others_high": others[2],
        "effect": effect[0],
        "effect_low": effect[1],
        "effect_high": effect[2],
        "differs": agrees and sure and abs(effect[0]) >= NOTICEABLE,
    }


def median_interval(numbers: NDArray[np.float64]) -> Figures:
    """Median and its distribution-free 95 % interval: the order statistics at the binomial quantiles.

    >>> tuple(map(float, median_interval(np.arange(1.0, 102.0))))
    (51.0, 41.0, 61.0)
    """
    return _middle(np.sort(numbers))


def _middle(ordered: NDArray[np.float64]) -> Figures:
    """The same of numbers that lie in order."""
    from scipy.special import bdtrik

    n = len(ordered)
    lower = max(int(np.ceil(bdtrik(0.025, n, 0.5))) - 1, 0)
    return float((ordered[(n - 1) // 2] + ordered[n // 2]) / 2), float(ordered[lower]), float(ordered[n - 1 - lower])


def mean_interval(numbers: NDArray[np.float64]) -> Figures:
    """Mean and its 95 % interval (Student)."""
    from scipy.special import stdtrit

    mean, n = float(numbers.mean()), len(numbers)
    half = float(stdtrit(n - 1, 0.975) * numbers.std(ddof=1) / np.sqrt(n)) if n > 1 else 0.0
    return mean, mean - half, mean + half


def share_interval(hits: int, n: int) -> Figures:
    """Share and its 95 % interval (Wilson).

    >>> [round(bound, 3) for bound in share_interval(50, 100)]
    [0.5, 0.404, 0.596]
    """
    share = hits / n
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * float(np.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))) / (1 + Z * Z / n)
    return share, min(share, max(0.0, middle - half)), max(share, min(1.0, middle + half))
