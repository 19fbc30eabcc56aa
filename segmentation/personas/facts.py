"""What is true of the customers of a segment, how sure is that, and how does it differ from the others?

Each fact is one figure that anybody can work out again from the customer table: a median (with the order-statistic interval of
Conover, *Practical Nonparametric Statistics*, 1999, § 3.2), a mean (Student) or a share (Wilson 1927), all at 95 %. `effect` is
Cliff's delta (1993): the chance that a customer of the segment has more than one outside it, minus the reverse; for a share it is
the plain difference.
"""

from typing import Any

import numpy as np
import pandas as pd

COLUMNS = (
    "segment", "column", "kind", "statistic", "level", "value", "low", "high", "customers", "others", "others_low",
    "others_high", "effect", "differs",
)
AMOUNTS = {"number", "money", "count", "days"}
LEVELS = 6
FEWEST = 5
"""A share of fewer customers than this is nobody's portrait: such levels and segments give no fact."""


def measure(frame: pd.DataFrame, labels: pd.Series, columns: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every fact of every segment: one row per segment, column and (for categories) level.

    `frame` has one row per customer, `labels` gives each customer's segment, `columns` (as `CustomerTable.columns`) the kind of
    each column; without it kinds are read from the values. Personal columns and dates give no facts.

    >>> frame = pd.DataFrame({"age": [20, 21, 22, 23, 24, 60, 61, 62, 63, 64]})
    >>> facts = measure(frame, pd.Series(list("AAAAABBBBB")))
    >>> facts.query("segment == 'B'")[["value", "others", "effect"]].values.tolist()
    [[62.0, 22.0, 1.0]]
    """
    labels = labels.reindex(frame.index).dropna().astype(str)
    frame = frame.loc[labels.index]
    segments = sorted(labels.unique())
    codes = labels.to_numpy()
    rows: list[dict[str, Any]] = []
    for column in sorted(map(str, frame.columns)):
        kind = kind_of(frame[column], column, columns)
        if kind in AMOUNTS | {"share"}:
            rows += _amount_facts(frame[column], codes, segments, column, kind)
        elif kind in {"category", "boolean"}:
            rows += _level_facts(frame[column], codes, segments, column, kind)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def kind_of(values: pd.Series, column: str, columns: pd.DataFrame | None = None) -> str:
    """The kind of a column, or "" when it must not or cannot become a fact."""
    if columns is not None and column in columns.index:
        about = columns.loc[column]
        kind = str(about.get("kind", ""))
        if bool(about.get("personal", False)) and column not in {"age", "gender", "place", "birth_date"}:
            return ""
    elif pd.api.types.is_bool_dtype(values):
        kind = "boolean"
    elif pd.api.types.is_numeric_dtype(values):
        kind = "number"
    else:
        kind = "category"
    if kind == "category" and values.nunique() > max(30, len(values) // 10):
        return ""
    if kind in AMOUNTS | {"share"} and not pd.api.types.is_numeric_dtype(values):
        return ""
    return kind if kind in AMOUNTS | {"share", "category", "boolean"} and values.nunique() > 1 else ""


def _amount_facts(
    values: pd.Series, codes: np.ndarray, segments: list[str], column: str, kind: str
) -> list[dict[str, Any]]:
    from scipy.stats import rankdata

    numbers = pd.to_numeric(values, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    known = np.isfinite(numbers)
    numbers, codes = numbers[known], codes[known]
    if kind != "share" and len(numbers) and np.mean(numbers == 0) > 0.5:  # a median of 0 everywhere says nothing
        return _share_rows(numbers > 0, codes, segments, column, kind, ">0")
    ranks = rankdata(numbers)
    summary, statistic = (mean_interval, "mean") if kind == "share" else (median_interval, "median")
    about = {"column": column, "kind": kind, "statistic": statistic, "level": ""}
    rows = []
    for segment in segments:
        inside = codes == segment
        n, m = int(inside.sum()), int((~inside).sum())
        if n < FEWEST or m < FEWEST:
            continue
        effect = 2 * (ranks[inside].sum() - n * (n + 1) / 2) / (n * m) - 1
        compared = _compared(summary(numbers[inside]), summary(numbers[~inside]), effect)
        rows.append({"segment": segment, **about, "customers": n, **compared})
    return rows


def _level_facts(
    values: pd.Series, codes: np.ndarray, segments: list[str], column: str, kind: str
) -> list[dict[str, Any]]:
    known = values.notna().to_numpy()
    codes = codes[known]
    if kind == "boolean":
        return _share_rows(values[known].astype(bool).to_numpy(), codes, segments, column, kind, "")
    words = values[known].astype(str)
    counts = pd.crosstab(words.to_numpy(), codes)
    wanted = set()
    for segment in counts.columns:
        ordered = counts[segment].sort_index().sort_values(ascending=False, kind="stable")
        wanted |= {level for level in ordered.index[:LEVELS] if level.strip() and ordered[level] >= FEWEST}
    rows = []
    for level in sorted(wanted):
        rows += _share_rows((words == level).to_numpy(), codes, segments, column, kind, level)
    return rows


def _share_rows(
    hits: np.ndarray, codes: np.ndarray, segments: list[str], column: str, kind: str, level: str
) -> list[dict[str, Any]]:
    about = {"column": column, "kind": kind, "statistic": "share", "level": level}
    rows = []
    for segment in segments:
        inside = codes == segment
        n, m = int(inside.sum()), int((~inside).sum())
        if n < FEWEST or m < FEWEST:
            continue
        own, others = share_interval(int(hits[inside].sum()), n), share_interval(int(hits[~inside].sum()), m)
        rows.append({"segment": segment, **about, "customers": n, **_compared(own, others, own[0] - others[0])})
    return rows


def _compared(own: tuple[float, float, float], others: tuple[float, float, float], effect: float) -> dict[str, Any]:
    apart = own[1] > others[2] or own[2] < others[1]
    agrees = (own[0] - others[0]) * effect > 0
    return {
        "value": own[0], "low": own[1], "high": own[2], "others": others[0], "others_low": others[1], "others_high": others[2],
        "effect": float(effect), "differs": bool(apart and agrees and abs(effect) >= 0.05),
    }


def median_interval(numbers: np.ndarray) -> tuple[float, float, float]:
    """Median and its distribution-free 95 % interval: the order statistics at the binomial quantiles.

    >>> tuple(map(float, median_interval(np.arange(1.0, 102.0))))
    (51.0, 41.0, 61.0)
    """
    from scipy.stats import binom

    ordered = np.sort(numbers)
    n = len(ordered)
    below = int(binom.ppf(0.025, n, 0.5))
    lower = max(below - 1, 0)
    return float(np.median(ordered)), float(ordered[lower]), float(ordered[n - 1 - lower])


def mean_interval(numbers: np.ndarray) -> tuple[float, float, float]:
    """Mean and its 95 % interval (Student)."""
    from scipy.stats import t

    mean = float(numbers.mean())
    half = float(t.ppf(0.975, len(numbers) - 1) * numbers.std(ddof=1) / np.sqrt(len(numbers))) if len(numbers) > 1 else 0.0
    return mean, mean - half, mean + half


def share_interval(hits: int, n: int) -> tuple[float, float, float]:
    """Share and its 95 % interval (Wilson).

    >>> [round(bound, 3) for bound in share_interval(50, 100)]
    [0.5, 0.404, 0.596]
    """
    z = 1.959963984540054
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return share, min(share, max(0.0, float(middle - half))), max(share, min(1.0, float(middle + half)))
