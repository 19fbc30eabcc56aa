"""An independent check of *data* lines: every figure worked out again, by other means, from the customer table."""

import numpy as np
import pandas as pd
from scipy.stats import binom, binomtest, t

from segmentation.personas import Line, Persona


def untrue(persona: Persona, frame: pd.DataFrame, labels: pd.Series, segment: str | None = None) -> list[Line]:
    """The data lines of this persona that are not true of this segment (its own, unless another is given)."""
    inside = (labels.reindex(frame.index) == (segment or persona.segment)).to_numpy()
    known = labels.reindex(frame.index).notna().to_numpy()
    return [line for line in persona.lines if line.mark == "data" and not _true(line, frame[line.column], inside, known)]


def _true(line: Line, values: pd.Series, inside: np.ndarray, known: np.ndarray) -> bool:
    there = known & values.notna().to_numpy()
    if line.statistic == "share":
        if line.level == ">0":
            hits = pd.to_numeric(values).to_numpy(dtype=float) > 0
        else:
            hits = values.astype("str").to_numpy() == (line.level or "True")
        own, others = hits[there & inside], hits[there & ~inside]
        found = own.mean(), binomtest(int(own.sum()), len(own)).proportion_ci(0.95, method="wilson"), others.mean()
    else:
        numbers = pd.to_numeric(values).to_numpy(dtype=float)
        own, others = np.sort(numbers[there & inside]), numbers[there & ~inside]
        middle = np.median if line.statistic == "median" else np.mean
        found = middle(own), _median_bounds(own) if line.statistic == "median" else _mean_bounds(own), middle(others)
    expected = (line.figure, *line.interval, line.base, line.customers)
    return np.allclose((found[0], found[1][0], found[1][1], found[2], len(own)), expected, rtol=1e-6, atol=1e-9)


def _median_bounds(ordered: np.ndarray) -> tuple[float, float]:
    below = max(int(binom.ppf(0.025, len(ordered), 0.5)) - 1, 0)
    return float(ordered[below]), float(ordered[::-1][below])


def _mean_bounds(numbers: np.ndarray) -> tuple[float, float]:
    low, high = t.interval(0.95, len(numbers) - 1, numbers.mean(), numbers.std(ddof=1) / np.sqrt(len(numbers)))
    return float(low), float(high)
