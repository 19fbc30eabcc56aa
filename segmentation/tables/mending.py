"""How do rows that the user corrected take their place in the table, whether they were set aside or stood in it?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from segmentation.tables.receipt import Repair

if TYPE_CHECKING:
    from segmentation.tables.arrange import Arranged


def with_mended(text: pd.DataFrame, found: "Arranged", cells: Mapping[int, Sequence[str]]) -> "tuple[pd.DataFrame, Arranged]":
    """The cells of the table and what is known of its rows, after these rows (line → cells, one per column of the table) were put in their place.

    A row that was set aside comes back between the rows of the lines around it; a row of the table gets its new cells. A line without a row is no
    row of this table any more, and is let go.

    >>> from segmentation.tables.arrange import Arranged
    >>> found = Arranged(["a", "b"], [], [2, 4], [(3, "too_many_cells", "x;y;z")])
    >>> text, after = with_mended(pd.DataFrame({"a": ["1", "5"], "b": ["2", "6"]}), found, {3: ["3", "4"], 4: ["5", "7"]})
    >>> text.to_numpy().tolist(), after.lines, after.rejected
    ([['1', '2'], ['3', '4'], ['5', '7']], [2, 3, 4], [])
    """
    if not cells:
        return text, found
    times = Counter(found.lines)
    aside = {line for line, _why, _text in found.rejected}
    known = [line for line in sorted(cells) if line in aside or times[line] == 1]  # two tables beside each other share their lines
    if not known:
        return text, found
    rows = pd.DataFrame([_exactly(cells[line], len(text.columns)) for line in known], columns=text.columns).astype(text.dtypes.to_dict())
    changed = set(known) - aside
    stay = [line not in changed for line in found.lines]
    lines = np.array([*(line for line in found.lines if line not in changed), *known])
    order = np.argsort(lines, kind="stable")
    whole = pd.concat([text[stay], rows], ignore_index=True).iloc[order].reset_index(drop=True)
    told = Repair("row_mended", len(known), str(known[0]))
    return whole, replace(
        found,
        lines=lines[order].tolist(),
        rejected=[row for row in found.rejected if row[0] not in cells],
        repairs=[*found.repairs, told],
    )


def _exactly(cells: Sequence[str], width: int) -> list[str]:
    return ([str(cell) for cell in cells] + [""] * width)[:width]
