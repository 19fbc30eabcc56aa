"""How do shopkeepers do it by hand? Cells of recency, frequency and value: above or below the middle of each."""

import numpy as np
import pandas as pd

from segmentation.errors import MissingData
from segmentation.language import _
from segmentation.segments.treatment import as_numbers

PARTS = ("recency", "frequency", "monetary")


def cell_cuts(frame: pd.DataFrame) -> dict[str, float]:
    """The middle of recency, frequency and value, as far as the table has them and they differ."""
    cuts = {}
    for name in PARTS:
        if name in frame.columns:
            known = as_numbers(frame[name])
            known = known[~np.isnan(known)]
            if len(np.unique(known)) > 1:
                cuts[name] = float(np.median(known))
    if not cuts:
        raise MissingData(
            _("Recency, frequency and value are not among these columns."), _("Load a file with purchases, or choose another method."))
    return cuts


def cells(frame: pd.DataFrame, cuts: dict[str, float]) -> np.ndarray:
    """Which of the (at most eight) cells every customer is in, numbered without holes."""
    code = np.zeros(len(frame), np.int64)
    for name, cut in cuts.items():
        x = np.nan_to_num(as_numbers(frame[name]), nan=cut)
        code = 2 * code + (x > cut)
    return code
