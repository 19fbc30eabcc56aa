"""Where does one row end and the next begin, and which cells does it hold, also when quotation marks are broken?

A well-formed text goes through the standard reader at full speed. As soon as one quotation mark does not fit, rows are found line by line: a line that
gives the expected number of cells stands on its own, a quoted cell may run on over lines only when that makes a whole row, and a mark without a partner
stays in the cell as it was written.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

LINE_END = re.compile(r"\r\n|\n|\r")
MOST_LINES = 500  # a quoted cell never runs on over more lines than this where marks are broken
MOST_PIECES = 300
MOST_WAYS = 20_000  # pieces × cells that are looked at for one line
MOST_TRIED = 4_000_000  # characters that are put together in vain in one file


@dataclass(frozen=True)
class Dialect:
    """How cells are separated and quoted. `width` is the number of cells most rows have (0: not known)."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = ""
    spaced: bool = False
    padded: bool = False
    width: int = 1
    certainty: float = 1.0


@dataclass(frozen=True)
class Rows:
    """Rows of cells with the line (from 1) each begins on, and the lines of the text; `stray` are lines with a lone quotation mark."""

    cells: list[list[str]]
    lines: list[int]
    source: list[str]
    stray: tuple[int, ...] = ()

    def raw(self, index: int) -> str:
        """The row as it stands in the file."""
        start = self.lines[index] - 1
        stop = self.lines[index + 1] - 1 if index + 1 < len(self.lines) else len(self.source)
        return "\n".join(self.source[start:stop]).rstrip("\n")


def rows_of(text: str, dialect: Dialect) -> Rows:
    """Every row of the text, blank ones included.

    >>> rows_of('a,b\\n1,"x, y"\\n2,"z\\n', Dialect(width=2)).cells
    [['a', 'b'], ['1', 'x, y'], ['2', '"z']]
    """
    source = LINE_END.split(text)
    while source and not source[-1].strip():
        source.pop()
    fast = _fast(source, dialect)
    return fast if fast is not None else _careful(source, dialect)


def _fast(source: list[str], dialect: Dialect) -> Rows | None:
    """The standard reader in its strict mode, or None when the text needs care."""
    if len(dialect.delimiter) > 1 or not dialect.quote:
        return None
    quote = dialect.quote
    if not any(quote in line for line in source):
        return Rows([_unspaced(line.split(dialect.delimiter), dialect) for line in source], [*range(1, len(source) + 1)], source)
    reader = csv.reader(
        (line + "\n" for line in source),
        delimiter=dialect.delimiter,
        quotechar=quote,
        strict=True,
        skipinitialspace=dialect.spaced,
        doublequote=not dialect.escape,
        escapechar=dialect.escape or None,
    )
    cells: list[list[str]] = []
    lines: list[int] = []
    stray: list[int] = []
    before = 0
    try:
        for row in reader:
            used = reader.line_num - before
            if used > 1 and _swallowed(row, dialect):
                return None
            if used == 1 and (len(row) != dialect.width or quote in "".join(row)) and quote in source[before]:
                row, cost = parsed(source[before], dialect)
                if cost >= 1:
                    stray.append(before + 1)
            cells.append(row or [""])
            lines.append(before + 1)
            before = reader.line_num
    except csv.Error:
        return None
    return Rows(cells, lines, source, tuple(stray))


def _swallowed(row: list[str], dialect: Dialect) -> bool:
    """Did a lone quotation mark swallow whole rows? Then lines inside a cell hold as many separators as a row."""
    enough = max(1, dialect.width - 1)
    return len(row) != dialect.width or any(
        "\n" in cell and any(line.count(dialect.delimiter) >= enough for line in cell.split("\n")) for cell in row
    )


def _careful(source: list[str], dialect: Dialect) -> Rows:
    cells: list[list[str]] = []
    lines: list[int] = []
    stray: list[int] = []
    at = tried = 0
    while at < len(source):
        row, cost = parsed(source[at], dialect)
        used = 1
        if (
            dialect.quote
            and source[at].count(dialect.quote) % 2
            and (cost > 0 or len(row) != dialect.width)
            and tried < MOST_TRIED
        ):
            longer = over_lines(source, at, dialect)
            tried += 0 if longer else sum(map(len, source[at : at + 40]))
            if longer is not None:
                row, used, cost = longer[0], longer[1], 0.0
        if cost >= 1:
            stray.append(at + 1)
        cells.append(row)
        lines.append(at + 1)
        at += used
    return Rows(cells, lines, source, tuple(stray))


def over_lines(source: list[str], at: int, dialect: Dialect) -> tuple[list[str], int] | None:
    """A row whose quoted cell runs on over lines, when that makes a whole and well-formed row."""
    marks = source[at].count(dialect.quote)
    tries = 0
    for used in range(2, min(MOST_LINES, len(source) - at) + 1):
        more = source[at + used - 1].count(dialect.quote)
        marks += more
        if not more or marks % 2:
            continue
        row = _well_formed("\n".join(source[at : at + used]), dialect)
        if row is not None and not _swallowed(row, dialect):
            return row, used
        tries += 1
        if tries >= 20:
            return None
    return None


def _well_formed(line: str, dialect: Dialect) -> list[str] | None:
    """The cells of a line that has exactly the usual number of them, and no mark out of place; None for any other.

    >>> _well_formed('1,"x, y"', Dialect(width=2)), _well_formed('1,"x" y', Dialect(width=2))
    (['1', 'x, y'], None)
    """
    cells: list[str] = []
    for cell in _scanned(line, dialect):
        if len(cells) == dialect.width or _cost(cell, dialect):
            return None
        cells.append(_bare(cell, dialect))
    return _unspaced(cells, dialect) if len(cells) == dialect.width else None


def parsed(line: str, dialect: Dialect) -> tuple[list[str], float]:
    """The cells of one line and how strange its quotation marks are (0 is well-formed); the expected width decides between readings."""
    if not dialect.quote or dialect.quote not in line:
        return _unspaced(line.split(dialect.delimiter), dialect), 0.0
    scanned = [*_scanned(line, dialect)]
    plain = sum(_cost(cell, dialect) for cell in scanned)
    cells = [_bare(cell, dialect) for cell in scanned]
    if dialect.width and (plain >= 1 or (plain and len(cells) != dialect.width)):
        pieces = line.split(dialect.delimiter)
        grouped = _grouped(tuple(pieces), dialect) if len(pieces) <= MOST_PIECES else None
        if grouped is not None and (grouped[1] < plain or len(cells) != dialect.width):
            cells, plain = grouped
    return _unspaced(cells, dialect), plain


def _grouped(pieces: tuple[str, ...], dialect: Dialect) -> tuple[list[str], float] | None:
    """Pieces between separators put together into exactly `width` cells in the least strange way, or None."""
    quote, glue = dialect.quote, dialect.delimiter
    opens = [piece.lstrip().startswith(quote) for piece in pieces]
    closes = [piece.rstrip().endswith(quote) for piece in pieces]

    @cache
    def best(start: int, count: int) -> tuple[float, int]:
        left = len(pieces) - start
        if count == 0 or left < count:
            return (0.0, start) if count == 0 and left == 0 else (1e9, start)
        options = [(cell_cost(pieces[start]) + best(start + 1, count - 1)[0], start + 1)]
        if opens[start]:
            for stop in range(start + 2, len(pieces) - count + 2):
                if closes[stop - 1]:
                    cost = cell_cost(glue.join(pieces[start:stop]))
                    options.append((cost + best(stop, count - 1)[0], stop))
                    if cost == 0:
                        break
        return min(options)

    def cell_cost(cell: str) -> float:
        return _cost(cell, dialect)

    if len(pieces) < dialect.width or len(pieces) * dialect.width > MOST_WAYS:
        return None
    cost, _stop = best(0, dialect.width)
    if cost >= 1e9:
        return None
    cells, start = [], 0
    for count in range(dialect.width, 0, -1):
        stop = best(start, count)[1]
        cells.append(_bare(glue.join(pieces[start:stop]), dialect))
        start = stop
    return cells, cost


def _cost(cell: str, dialect: Dialect) -> float:
    quote = dialect.quote
    if quote not in cell:
        return 0.0
    if _is_quoted(cell, quote):
        return float(min(3, _lone(cell.strip()[1:-1], dialect)))
    return 2.0 if cell.lstrip().startswith(quote) else 0.3


def _is_quoted(cell: str, quote: str) -> bool:
    bare = cell.strip()
    return len(bare) >= 2 and bare[0] == quote and bare[-1] == quote


def _lone(inner: str, dialect: Dialect) -> int:
    """How many marks inside a quoted cell are not escaped."""
    rest = inner.replace(dialect.escape + dialect.quote, "") if dialect.escape else inner.replace(dialect.quote * 2, "")
    return rest.count(dialect.quote)


def _bare(cell: str, dialect: Dialect) -> str:
    """The cell without its quotation marks, where it has a pair."""
    if not _is_quoted(cell, dialect.quote):
        return cell
    inner = cell.strip()[1:-1]
    if dialect.escape:
        return inner.replace(dialect.escape + dialect.quote, dialect.quote).replace(dialect.escape * 2, dialect.escape)
    return inner.replace(dialect.quote * 2, dialect.quote)


def _scanned(line: str, dialect: Dialect) -> Iterator[str]:
    """Cells as written, from left to right: a quoted cell ends at a mark before a separator or the end of the line."""
    pieces = line.split(dialect.delimiter)
    quote, start = dialect.quote, 0
    while start < len(pieces):
        stop = start + 1
        if pieces[start].lstrip().startswith(quote) and not _closed(pieces[start].strip(), dialect):
            cell = pieces[start]
            for end in range(start + 1, len(pieces)):
                cell += dialect.delimiter + pieces[end]
                if pieces[end].rstrip().endswith(quote) and _closed(cell.strip(), dialect):
                    stop = end + 1
                    break
        yield dialect.delimiter.join(pieces[start:stop])
        start = stop


def _closed(cell: str, dialect: Dialect) -> bool:
    if not _is_quoted(cell, dialect.quote):
        return False
    inner = cell[1:-1]
    if dialect.escape:
        return not inner.endswith(dialect.escape) or inner.endswith(dialect.escape * 2)
    tail = len(inner) - len(inner.rstrip(dialect.quote))
    return tail % 2 == 0


def _unspaced(cells: list[str], dialect: Dialect) -> list[str]:
    """Without the spaces around each separator, where they belong to the separator."""
    if dialect.padded:
        return [cell.strip(" ") for cell in cells]
    if not dialect.spaced:
        return cells
    return [cells[0], *(cell.removeprefix(" ") for cell in cells[1:])]
