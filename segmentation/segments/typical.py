"""Who stands for a segment? Its most ordinary customers, under other names and with rounded figures."""

import numpy as np
import pandas as pd

from segmentation.segments.differences import numbers_of
from segmentation.segments.material import AMOUNTS, FEWEST, Material, in_order
from segmentation.segments.segmentation import Segmentation

PEOPLE = 3
SHOWN = 10


def typical_customers(material: Material, segmentation: Segmentation, highlights: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Segment → three customers nearest to its middle: rows A1, A2, A3; what the segment is told by and the features, rounded.

    Segments of fewer than five customers show nobody. Rounded to two figures, and without rare categories, a row leads back to
    nobody.
    """
    space = segmentation.space
    if space.index.has_duplicates:
        space = space.iloc[in_order(space.index)]
    else:
        space = space.reindex(material.frame.index)
    values = np.nan_to_num(space.to_numpy(float, na_value=np.nan))
    codes = material.labels.to_numpy().astype(str)
    shown = list(dict.fromkeys([*highlights["column"], *material.features]))[:SHOWN]
    found = {}
    for segment in material.segments:
        rows = np.flatnonzero(codes == segment)
        if len(rows) < FEWEST:
            continue
        away = ((values[rows] - values[rows].mean(axis=0)) ** 2).sum(axis=1)
        near = rows[np.argsort(away, kind="stable")[:PEOPLE]]
        people = pd.DataFrame({column: _blurred(material, column, near) for column in shown})
        people.index = pd.Index([f"{segment}{place + 1}" for place in range(len(near))], dtype="str", name="customer")
        found[segment] = people
    return found


def _blurred(material: Material, column: str, rows: np.ndarray) -> list[object]:
    kind, values = material.kinds[column], material.frame[column]
    if kind in AMOUNTS | {"share"}:
        return [float(f"{value:.1e}") if np.isfinite(value) else None for value in numbers_of(values.iloc[rows])]
    if kind == "boolean":
        return [bool(value) if pd.notna(value) else None for value in values.iloc[rows]]
    common = values.astype("str").value_counts()
    return [str(value) if pd.notna(value) and common[str(value)] >= FEWEST else None for value in values.iloc[rows]]
