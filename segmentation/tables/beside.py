"""Do two tables stand beside each other, with an empty column between them?

A column without a name or a value is no proof: a table may have one. But where the rows at one side of it stop while those at the other go on, they are
rows of two tables; they are put below each other, so that each can be read.
"""

from itertools import pairwise

from segmentation.tables.layout import Row, filled, like_header
from segmentation.tables.records import Rows

LOOK = 20  # rows in which the headers are looked for
FEWEST = 2  # columns and rows of the smaller table
MOST = 0.8  # of the rows: a table as long as its neighbour may be one with it


def stacked(rows: Rows) -> Rows:
    """The rows, or those of the longer table with those of the shorter one below.

    >>> side = [["a", "b", "", "c", "d"], ["1", "2", "", "3", "4"], ["1", "3", "", "4", "4"], ["2", "2", "", "", ""], ["2", "5", "", "", ""]]
    >>> stacked(Rows(side, [1, 2, 3, 4, 5], [""] * 5)).cells
    [['a', 'b'], ['1', '2'], ['1', '3'], ['2', '2'], ['2', '5'], [''], ['c', 'd', ''], ['3', '4', ''], ['4', '4', ''], ['']]
    """
    for top, header in enumerate(rows.cells[:LOOK]):
        if len(header) > 2 * FEWEST and (gap := _gap(header)) and (apart := _apart(rows, top, gap)):
            return apart
    return rows


def _gap(header: Row) -> tuple[int, int] | None:
    """From where to where a header of names has no names, once."""
    named = [at for at, cell in enumerate(header) if cell.strip()]
    holes = [(sooner + 1, later) for sooner, later in pairwise(named) if later > sooner + 1]
    if len(holes) != 1 or named[0] != 0:
        return None
    start, stop = holes[0]
    sides = header[:start], header[stop : named[-1] + 1]
    return holes[0] if all(len(side) >= FEWEST and like_header(side) for side in sides) else None


def _apart(rows: Rows, top: int, gap: tuple[int, int]) -> Rows | None:
    start, stop = gap
    width = len(rows.cells[top])
    if any(cell.strip() for row in rows.cells[top:] for cell in row[start:stop]) or any(cell.strip() for row in rows.cells for cell in row[width:]):
        return None
    left = [(row + [""] * start)[:start] for row in rows.cells]
    right = [(row[stop:] + [""] * width)[: width - stop] for row in rows.cells]
    ends = [max((at for at, row in enumerate(side) if filled(row)), default=0) for side in (left, right)]
    longer, shorter = (left, right) if ends[0] >= ends[1] else (right, left)
    end, last = min(ends), max(ends)
    full = [sum(1 for row in side[top + 1 : stop_at + 1] if filled(row)) / max(1, stop_at - top) for side, stop_at in ((longer, last), (shorter, end))]
    if end - top < FEWEST or last - end < FEWEST or end - top > MOST * (last - top) or min(full) < 0.9:
        return None
    if len(longer[0]) == len(shorter[0]):
        shorter = [[*row, ""] for row in shorter]  # another number of cells tells the tables apart
    below = [at for at in range(end + 1) if at >= top or filled(shorter[at])]
    seam = len(rows.source) + 1
    cells = [*longer, [""], *([cell for cell in shorter[at] if cell.strip()] if at < top else shorter[at] for at in below), [""]]
    after = rows.lines[end + 1] if end + 1 < len(rows.lines) else seam
    return Rows(cells, [*rows.lines, seam, *(rows.lines[at] for at in below), after], rows.source, rows.stray)
