"""Which rows are titles, header, table and notes, and where does a second table begin?"""

from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise

from segmentation.tables.looks import MEASURE, MISSING, UNIT, YEAR, is_typed

Row = list[str]
FEW = 4  # a header and two or three rows of two cells: facts, when a table with more columns follows
MOST_LEADING = 20  # rows that a report may need to say what it is about
LOOK = 60  # a header is looked for in this many rows
SAMPLE = 300


@dataclass(frozen=True)
class Region:
    """One table in a file: positions (in the list of rows that are not blank) of its first row and of the row after its last."""

    start: int
    stop: int


@dataclass(frozen=True)
class Head:
    """How many title rows and header rows a table begins with, how sure that is, and other rows that could be the header."""

    titles: int
    rows: int
    certainty: float
    others: tuple[int, ...] = ()


def filled(row: Row) -> int:
    return sum(1 for cell in row if cell.strip())


def like_header(row: Row) -> bool:
    """Words only, at least two, all different."""
    words = [cell.strip() for cell in row if cell.strip()]
    return len(words) >= 2 and len(set(words)) == len(words) and not any(is_typed(word) for word in words)


def regions(rows: list[Row], gaps: list[bool]) -> list[Region]:
    """The tables in these rows (blank rows left out; `gaps` says before which rows one stood).

    A new table begins at a row of words only, when from there on rows have another number of cells, or when a blank row stands before it
    (or before the title right above it) and the columns below hold other things than those above.
    """
    starts = [0]
    widths = [len(row) for row in rows]
    for at in range(1, len(rows) - 1):
        if widths[at] == widths[at - 1] and not gaps[at]:
            continue
        if not like_header(rows[at]) or at - starts[-1] < 1:
            continue
        titled = gaps[at - 1] and filled(rows[at - 1]) == 1 and at - starts[-1] > 1
        top = at - 1 if titled else at
        if _new_width(widths, at) or (gaps[at] or titled) and _other_columns(rows, starts[-1], top, at):
            starts.append(top)
    return [Region(start, stop) for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _new_width(widths: list[int], at: int) -> bool:
    ahead = widths[at : at + 6]
    behind = widths[max(0, at - 6) : at]
    usual = Counter(behind).most_common(1)[0][0]
    return (
        len(ahead) >= 2
        and widths[at] != usual
        and sum(width == widths[at] for width in ahead[1:]) >= max(1, 0.8 * (len(ahead) - 1))
    )


def _other_columns(rows: list[Row], start: int, top: int, at: int) -> bool:
    """Do the columns in use, or the kinds of values in them, differ between the rows above `top` and those below the header `at`?"""
    if rows[at] in rows[start : min(start + 3, top)] or at + 1 >= len(rows) or top - start < 2:
        return False
    above, below = rows[max(start, top - 20) : top], rows[at + 1 : at + 21]
    used_above = {column for row in above[1:] or above for column, cell in enumerate(row) if cell.strip()}
    used_here = {column for column, cell in enumerate(rows[at]) if cell.strip()}
    typed_above = {column for column in range(len(rows[at])) if _share_typed(above, column) > 0.7}
    typed_below = {column for column in range(len(rows[at])) if _share_typed(below, column) > 0.7}
    breaks = bool(typed_above & used_here)
    return (breaks or not typed_above) and bool(typed_below & used_here) and (used_above != used_here or breaks)


def _share_typed(rows: list[Row], column: int) -> float:
    cells = [row[column] for row in rows if column < len(row) and row[column].strip().lower() not in MISSING]
    return sum(map(is_typed, cells)) / len(cells) if cells else 0.0


def chosen(rows: list[Row], tables: list[Region]) -> int:
    """The first table that is not small beside the largest, and more than what a report says above its table."""
    sizes = [table.stop - table.start for table in tables]
    leading = {at for at in range(len(tables)) if is_leading(rows, tables, at)}
    most = max(size for at, size in enumerate(sizes) if at not in leading)
    return next(at for at, size in enumerate(sizes) if size >= 0.2 * most and at not in leading)


def is_leading(rows: list[Row], tables: list[Region], at: int) -> bool:
    """Are these only titles and facts about the report (Period; 2024), above a table with more columns and cells?"""
    inside = rows[tables[at].start : tables[at].stop]
    across = columns_used(inside)
    if across > 2 or len(inside) > MOST_LEADING or (across == 2 and len(inside) > FEW and _is_two_columns(inside)):
        return False
    here = sum(map(filled, inside))
    return any(
        columns_used(later) > max(1, across) and sum(map(filled, later)) > here
        for later in (rows[table.start : table.stop] for table in tables[at + 1 :])
    )


def title_of(rows: list[Row], tables: list[Region], at: int) -> str:
    """What is written alone above a table, in its first row or as the row before it; else its number."""
    start = tables[at].start
    above = rows[start] if filled(rows[start]) == 1 else rows[start - 1] if start and filled(rows[start - 1]) == 1 else []
    return next((cell.strip() for cell in above if cell.strip()), "")[:60] or str(at + 1)


def columns_used(rows: list[Row]) -> int:
    """In how many columns something stands."""
    return len({column for row in rows[:SAMPLE] for column, cell in enumerate(row) if cell.strip()})


def _is_two_columns(rows: list[Row]) -> bool:
    """A header of words above a column of values all of one kind, and not facts one below the other."""
    return len(rows) > 2 and like_header(rows[0]) and any(_share_typed(rows[1:], column) > 0.9 for column in range(len(rows[0])))


def is_table(rows: list[Row], region: Region) -> bool:
    """Two rows or more of two cells or more: not just a title."""
    inside = rows[region.start : region.stop]
    return len(inside) > 1 and usual_width(inside) > 1


def usual_width(rows: list[Row]) -> int:
    """The number of cells most rows have; of equals the largest."""
    counts = Counter(map(len, rows))
    return max(counts, key=lambda width: (counts[width], width))


def head_of(rows: list[Row]) -> Head:
    """Titles and header at the top of one table."""
    tail = rows[1:] if len(rows) > 1 else rows
    width = usual_width(tail[-SAMPLE:] if len(tail) > SAMPLE else tail)
    body = [row for row in rows[-SAMPLE:] if len(row) == width]
    used = [column for column in range(width) if sum(1 for row in body if row[column].strip()) >= 0.5 * len(body)]
    need = max(1, 0.6 * len(used))
    first = next((at for at, row in enumerate(rows[:LOOK]) if _is_full(row, used, need, width)), 0)
    top = first
    while (
        top > 0
        and first - top < 2
        and len(rows[top - 1]) == len(rows[first])
        and filled(rows[top - 1]) >= 2
        and like_header(rows[top - 1])
    ):
        top -= 1
    certainty, count = _header_rows(rows, first)
    if count == 0:
        return Head(first, 0, certainty, tuple(range(first, min(first + 3, len(rows)))))
    others = tuple(at for at in range(max(0, top - 1), min(first + count + 2, len(rows))) if at != first + count - 1)
    return Head(top, first - top + count, certainty, others)


def _is_full(row: Row, used: list[int], need: float, width: int) -> bool:
    if len(row) == width:
        return sum(1 for column in used if row[column].strip()) >= need
    return filled(row) >= max(need, 2 if width > 2 else 1)


def _header_rows(rows: list[Row], first: int) -> tuple[float, int]:
    """How many rows from `first` on are header (0: there is none), and how sure that is."""
    for count, row in enumerate(rows[first : first + 4]):
        if count and of_a_machine(row):
            return 0.95, count + 1
    count = 0
    certainty = 0.6
    while count < 4 and first + count < len(rows):
        sure = _is_header(rows[first + count], rows[first + count + 1 :][:SAMPLE], rows[first], count)
        if sure < 0.5:
            return (round(1 - sure, 2) if count == 0 else certainty), count
        certainty = sure if count == 0 else certainty
        count += 1
    return certainty, count


def of_a_machine(row: Row) -> bool:
    """A header row that says how a program calls each column: {"ImportId":"QID1"}, the third of Qualtrics."""
    return filled(row) > 0 and all(cell.startswith('{"ImportId"') for cell in row if cell.strip())


def _is_header(row: Row, below: list[Row], top: Row, count: int) -> float:
    """How sure it is that this row names the columns of the rows below."""
    if count and row == top:
        return 0.9
    if count and (all(UNIT.fullmatch(cell.strip()) for cell in row if cell.strip()) or _is_units(row, below)):
        return 0.85
    if count and _names_group(row, below, top):
        return 0.0
    typed = [column for column, cell in enumerate(row) if cell.strip() and _share_typed(below, column) > 0.7]
    plain = sum(not is_typed(row[column]) for column in typed)
    if count:
        fits = bool(typed) and plain == len(typed) and not any(is_typed(cell) for cell in row if cell.strip())
        return 0.85 if fits and all(row[column].strip().lower() not in MISSING for column in typed) else 0.0
    if _years(row, below):
        return 0.8
    if typed:
        return 0.02 + 0.96 * plain / len(typed)
    words = [cell.strip() for cell in row if cell.strip()]
    if any(is_typed(word) for word in words):
        return 0.3
    again = sum(
        any(column < len(other) and other[column] == cell for other in below) for column, cell in enumerate(row) if cell.strip()
    )
    distinct = len(set(words)) == len(words)
    return 0.75 if distinct and again == 0 else 0.55 if again == 0 else 0.3


def _is_units(row: Row, below: list[Row]) -> bool:
    """Only units (cm, °C, µS/cm) and dashes for none, two or more of them, and each above figures."""
    used = [column for column, cell in enumerate(row) if cell.strip()]
    units = sum(UNIT.fullmatch(row[column].strip()) is not None or MEASURE.fullmatch(row[column].strip()) is not None for column in used)
    dashes = sum(row[column].strip() in ("-", "–", "—") for column in used)
    return units > 1 and units > dashes and units + dashes == len(used) and all(_share_typed(below, column) > 0.9 for column in used)


def _names_group(row: Row, below: list[Row], top: Row) -> bool:
    """The name of a group of rows alone under a full header, in the first cell, as others stand alone between the rows further down."""
    if len(top) < 3 or len(row) not in (1, len(top)) or not is_alone(row) or not row[0].strip() or filled(top) < len(top):
        return False
    return any(len(other) == len(row) and is_alone(other) and other[0].strip() and not is_typed(other[0]) for other in below[1:])


def is_alone(row: Row) -> bool:
    """Whether something stands in one cell only."""
    return sum(1 for _cell in islice(filter(str.strip, row), 2)) == 1


def _years(row: Row, below: list[Row]) -> bool:
    """A header of years (Region, 2022, 2023) above figures that are none."""
    years = [column for column, cell in enumerate(row) if YEAR.fullmatch(cell)]
    numbers = [int(row[column].strip()[-4:]) for column in years]
    steps = {later - sooner for sooner, later in pairwise(numbers)}
    if (
        len(years) < 2 or 1 not in steps or len(steps) > 2 or max(steps) > 1
    ):  # the years may run again for a second group of columns
        return False
    cells = [other[column] for other in below[:30] for column in years if column < len(other) and other[column].strip()]
    return bool(cells) and sum(YEAR.fullmatch(cell) is not None for cell in cells) < 0.5 * len(cells)
