"""How is a long sheet arranged without looking at each row, when nearly all of them are alike?

Rows that may be anything else than a row of the table (no words in the first cell, a single cell, the word for a total, a drawn line), the first,
the last and a spread of the others are arranged with care; the rest follows.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from segmentation.tables.arrange import Arranged, arranged
from segmentation.tables.looks import RULE, STATISTIC, TOTAL
from segmentation.tables.records import Dialect, Rows

LONG = 5_000  # rows; shorter sheets are looked at row by row
_TOP, _END, _SPREAD = 200, 100, 600
_MOST_ODD = 0.02
_HEADER_WITHIN = 100
_SUSPECT = r"^\s*(?:[-=_─+|:*┌├└]|[tsegdamcTSEGDAMC])"


def arranged_long(columns: list[pa.Array], reading: dict[str, object]) -> tuple[Arranged, list[pa.Array]] | None:
    """The table in these columns of text and its cells, column by column; None when its rows must be looked at one by one."""
    size = len(columns[0]) if len(columns) > 1 else 0
    if size < LONG:
        return None
    bare = [pc.utf8_trim_whitespace(column) for column in columns]
    filled = sum(pc.not_equal(column, "").to_numpy(zero_copy_only=False).astype(np.int32) for column in bare)
    odd = _odd(bare[0]) | (filled < 2)
    if filled.min() == 0 or odd.sum() > _MOST_ODD * size:
        return None
    looked = odd.copy()
    looked[:_TOP] = looked[-_END:] = looked[:: max(1, size // _SPREAD)] = True
    places = np.flatnonzero(looked)
    cells = [list(row) for row in zip(*(column.take(pa.array(places)).to_pylist() for column in columns), strict=True)]
    lines = [""] * size  # those of the other rows are not asked for
    for place, row in zip(places.tolist(), cells, strict=True):
        lines[place] = "\t".join(row)
    found = arranged(Rows(cells, (places + 1).tolist(), lines), Dialect("\t", "", width=len(columns)), reading)
    kept = ~looked
    kept[np.array(found.lines, dtype=np.int64) - 1] = True
    if not _holds(found, bare, kept):
        return None
    found.lines = (np.flatnonzero(kept) + 1).tolist()
    mask = pa.array(kept)
    return found, [columns[at].filter(mask) for at in found.keep]


def _odd(first: pa.Array) -> np.ndarray:
    """Where the first cell is empty, names a total, or is a drawn line."""
    empty = pc.equal(first, "").to_numpy(zero_copy_only=False)
    for at in np.flatnonzero(pc.match_substring_regex(first, _SUSPECT).to_numpy(zero_copy_only=False)):
        cell = first[int(at)].as_py()
        empty[at] = any(pattern.fullmatch(cell) for pattern in (TOTAL, STATISTIC, RULE))
    return empty


def _holds(found: Arranged, bare: list[pa.Array], kept: np.ndarray) -> bool:
    """Whether what was decided on the rows looked at counts for all: one table from the top, no header again, no cells that were left out."""
    if found.header_line is None or found.header_line > _HEADER_WITHIN or any(guess.what == "table" for guess in found.guesses):
        return False
    if any(repair.code in ("formula_text", "other_tables") for repair in found.repairs):
        return False
    mask = pa.array(kept)
    again = pc.any(pc.and_(pc.equal(bare[0], bare[0][found.header_line - 1]), mask)).as_py()
    left = [bare[at] for at in range(len(bare)) if at not in found.keep]
    return not again and not any(pc.any(pc.and_(pc.not_equal(column, ""), mask)).as_py() for column in left)
