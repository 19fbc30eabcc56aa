"""What are the columns called, and how many are there?"""

import re
from collections import Counter
from itertools import pairwise
from typing import Protocol

from segmentation.tables.dialect import SEPARATORS
from segmentation.tables.layout import of_a_machine, usual_width
from segmentation.tables.records import Dialect, parsed
from segmentation.tables.shifted import first_is_nameless


class Counts(Protocol):
    """Something that counts repairs."""

    def add(self, code: str, count: int = 1, where: str = "", before: str = "", after: str = "") -> None: ...


def header_cells(
    header: list[tuple[list[str], str]], body: list[list[str]], dialect: Dialect, tally: Counts
) -> tuple[int, list[str]]:
    """The number of columns and a header of that many cells; `header` are the header rows with their text as it stands."""
    across = usual_width(body) if body else 0
    if not header:
        tally.add("header_made")
        return max(1, across), [""] * max(1, across)
    header = [one for one in header if not of_a_machine(one[0])] or header
    rows = [_repaired(row, raw, across, dialect) if across else row for row, raw in header]
    width = max(across, *(len(_trimmed(row)) for row in rows))
    if across and all(len(row) == across - 1 for row in rows) and first_is_nameless(rows[-1], body, across):
        rows = [["", *row] for row in rows]  # as R writes it: row names have no header
        tally.add("first_nameless", after=clean(rows[-1][1]))
    rows = [(row + [""] * width)[:width] for row in rows]
    joined = _joined(rows)
    if len(rows) > 1:
        tally.add("header_joined", len(rows), after=next((name for name in joined if " " in name), joined[0]))
    return width, joined


def split_decimals(header: list[list[str]], body: list[list[str]], dialect: Dialect) -> tuple[int, ...]:
    """Where a decimal comma was taken for a separator: columns of digits followed by exactly two digits, as many as the header has too few."""
    across = usual_width(body) if body else 0
    extra = across - len(header[-1]) if header else 0
    if dialect.delimiter != "," or not 0 < extra < across - 1:
        return ()
    rows = [row for row in body if len(row) == across][:500]
    pairs = [
        at
        for at in range(across - 1)
        if all(re.fullmatch(r"\s*[€$£]?\s*-?\d+", row[at]) and re.fullmatch(r"\d\d\s*-?", row[at + 1]) for row in rows)
    ]
    apart = all(later - sooner > 1 for sooner, later in pairwise(pairs))
    return tuple(pairs) if len(pairs) == extra and apart else ()


def rejoined(row: list[str], pairs: tuple[int, ...], between: str = ",") -> list[str]:
    """The row with these cells and the ones after them as one, with the sign between them that was taken for a separator.

    >>> rejoined(["A", "12", "50"], (1,))
    ['A', '12,50']
    """
    taken = {at + 1 for at in pairs}
    return [
        f"{cell}{between}{row[at + 1]}" if at in pairs and at + 1 < len(row) else cell for at, cell in enumerate(row) if at not in taken
    ]


def _repaired(row: list[str], raw: str, width: int, dialect: Dialect) -> list[str]:
    """A header row with another number of cells than the rows below it, mended where there is one obvious way."""
    words = [cell for cell in row if cell.strip()]
    if len(row) > width and len(words) == width:
        return words
    if len(row) == width - 1 and dialect.quote and dialect.quote * 2 in raw:
        at = raw.index(dialect.quote * 2) + 1
        cells, cost = parsed(
            raw[:at] + dialect.delimiter + raw[at:], Dialect(dialect.delimiter, dialect.quote, dialect.escape, width=width)
        )
        if len(cells) == width and cost == 0:
            return cells
    return row


def otherwise_separated(raw: str, width: int, dialect: Dialect) -> list[str] | None:
    """The cells of a line that has exactly this many with another separator."""
    for sign in SEPARATORS:
        if sign != dialect.delimiter and raw.count(sign) >= width - 1:
            cells, _cost = parsed(raw, Dialect(sign, dialect.quote, dialect.escape, width=width))
            if len(cells) == width:
                return cells
    return None


def _trimmed(row: list[str]) -> list[str]:
    last = max((at for at, cell in enumerate(row) if cell.strip()), default=0)
    return row[: last + 1]


def _joined(rows: list[list[str]]) -> list[str]:
    """Header rows read from top to bottom; a group name above several columns counts for all of them."""
    spread = []
    for row in rows[:-1]:
        full, last = [], ""
        gaps = any(not cell.strip() for cell in row)
        for at, cell in enumerate(row):
            last = cell if cell.strip() or not gaps or not rows[-1][at].strip() else last
            full.append(last)
        spread.append(full)
    spread.append(rows[-1])
    return [" ".join(part for part in (clean(row[at]) for row in spread) if part) for at in range(len(rows[-1]))]


def clean(name: str) -> str:
    """One line, without spaces around it."""
    return " ".join(name.replace("\ufeff", "").split())


def named(header: list[str], rows: list[list[str]], tally: Counts) -> tuple[list[str], list[list[str]], list[int]]:
    """Names that are all different and never empty, the rows, and which columns were kept: one without a name and a value is left out."""
    names = [clean(cell) for cell in header]
    nameless = [at for at, name in enumerate(names) if not name]
    empty = [at for at in nameless if not any(row[at].strip() for row in rows)] if any(names) else []
    keep = [*range(len(names))]
    if empty:
        tally.add("blank_columns", len(empty))
        keep = [at for at in range(len(names)) if at not in set(empty)]
        names = [names[at] for at in keep]
        rows = [[row[at] for at in keep] for row in rows]
    result = unique(names)
    changed = sum(new != old for new, old in zip(result, names, strict=True))
    if changed and any(names):
        tally.add("header_mended", changed, after=next(new for new, old in zip(result, names, strict=True) if new != old))
    return result, rows, keep


def unique(names: list[str]) -> list[str]:
    """Every name once: an empty one is numbered by its place, a repeated one by its turn.

    >>> unique(["a", "", "a"])
    ['a', 'column 2', 'a (2)']
    """
    seen: Counter[str] = Counter()
    taken = set(names)
    result = []
    for at, name in enumerate(names, 1):
        fresh = name or f"column {at}"
        seen[fresh] += 1
        turn = seen[fresh]
        while turn > 1 or (not name and fresh in taken):
            candidate = f"{name or f'column {at}'} ({max(turn, 2)})"
            if candidate not in taken and candidate not in result:
                fresh = candidate
                break
            turn = max(turn, 2) + 1
        result.append(fresh)
    return result
