"""Does the name of a group stand in its first row only? Then the rows below it have that name too.

A cell that is left empty may as well mean that nobody knows, so the names are written out only where subtotals ("Totaal Bakkerij Bos") prove which rows
belong together.
"""

from collections.abc import Sequence

FEWEST = 2  # groups
MOST = 3  # columns at the left that may name a group


def named_throughout(cells: list[list[str]], lines: Sequence[int], rejected: Sequence[tuple[int, str, str]]) -> tuple[list[list[str]], int]:
    """The rows with the names of their groups written out, and how many cells that filled.

    >>> named_throughout([["Bos", "1"], ["", "2"], ["Vos", "3"], ["", "4"]], [2, 3, 5, 6], [(4, "total", "Totaal Bos;3"), (7, "total", "Totaal Vos;7")])
    ([['Bos', '1'], ['Bos', '2'], ['Vos', '3'], ['Vos', '4']], 2)
    """
    totals = [(line, told) for line, reason, told in rejected if reason == "total"]
    if len(totals) < FEWEST or not cells:
        return cells, 0
    for at in range(min(MOST, len(cells[0]))):
        names = _names([row[at].strip() for row in cells], lines, totals)
        if names is not None:
            filled = [row if row[at].strip() else [*row[:at], name, *row[at + 1 :]] for row, name in zip(cells, names, strict=True)]
            return filled, sum(not row[at].strip() for row in cells)
    return cells, 0


def _names(column: Sequence[str], lines: Sequence[int], totals: Sequence[tuple[int, str]]) -> list[str] | None:
    """The name of each row, or None when the totals do not say that empty cells have the name above them."""
    if not 0.2 * len(column) < sum(not cell for cell in column) < len(column):
        return None
    told = iter([*totals, (max(lines) + 1, "")])
    names, group, proved = list[str](), "", 0
    stop, text = next(told)
    for cell, line in zip(column, lines, strict=True):
        while line > stop:
            if group and group.lower() not in text.lower():
                return None
            proved, group = proved + bool(group), ""
            stop, text = next(told)
        if not cell and not group or cell and group:
            return None
        group = cell or group
        names.append(group)
    closed = not group or group.lower() in text.lower()
    return names if closed and proved + bool(group) >= FEWEST else None
