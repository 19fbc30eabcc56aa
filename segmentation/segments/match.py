"""Which segment of today is which of last month? Letters stay with their customers across refits, and who moved is told."""

import numpy as np
import pandas as pd

from segmentation.segments.segmentation import Segmentation, letter
from segmentation.segments.treatment import treat

ENOUGH = 10


def letters_kept(labels: np.ndarray, k: int, frame: pd.DataFrame, earlier: Segmentation) -> list[str]:
    """For each new group its letter: that of the earlier segment with which it shares most customers; a free letter for a new group.

    Without enough customers in common, segments are matched by their middles in the earlier space. Optimal assignment (Kuhn 1955).
    """
    from scipy.optimize import linear_sum_assignment

    names = [str(name) for name in earlier.labels.cat.categories]
    gain = shared(labels, k, frame.index, earlier, names)
    if gain.sum() < ENOUGH:
        gain = -apart(labels, k, frame, earlier, names)
    rows, columns = linear_sum_assignment(-gain)
    found = {int(row): names[column] for row, column in zip(rows, columns, strict=True)}
    taken = set(names)
    out = []
    for group in range(k):
        if group not in found:
            found[group] = next(letter(number) for number in range(200) if letter(number) not in taken)
            taken.add(found[group])
        out.append(found[group])
    return out


def shared(labels: np.ndarray, k: int, index: pd.Index, earlier: Segmentation, names: list[str]) -> np.ndarray:
    """New group × earlier segment: customers in both."""
    before = earlier.labels.astype(str)
    before = before[~before.index.duplicated()].reindex(index)
    table = np.zeros((k, len(names)))
    for number, name in enumerate(names):
        table[:, number] = np.bincount(labels[(before == name).to_numpy(bool, na_value=False)], minlength=k)
    return table


def apart(labels: np.ndarray, k: int, frame: pd.DataFrame, earlier: Segmentation, names: list[str]) -> np.ndarray:
    """New group × earlier segment: squared distance between their middles on the numbers both have."""
    both = [f for f in earlier.features if f.taken and "levels" not in f.facts and f.name in frame.columns and f.name in earlier.space.columns]
    if not both:
        return np.abs(np.subtract.outer(np.arange(k), np.arange(len(names)))).astype(float)
    now = np.column_stack([treat(frame[f.name], f) * np.sqrt(f.treatment.weight) for f in both])
    middles = np.array([now[labels == group].mean(0) for group in range(k)])
    old = earlier.space[[f.name for f in both]].groupby(earlier.labels.astype(str).to_numpy()).mean().reindex(names).to_numpy()
    return ((middles[:, None, :] - old[None, :, :]) ** 2).sum(2)


def who_moved(labels: pd.Series, earlier: Segmentation) -> pd.DataFrame:
    """Customers in both whose segment changed: index customer, columns before and after."""
    before = earlier.labels.astype(str)
    table = pd.DataFrame({"before": before[~before.index.duplicated()].reindex(labels.index), "after": labels.astype(str)})
    return table[table.before.notna() & (table.before != table.after)].astype("str")
