"""How do rows of cells become one table: named columns, rows that fit, and rows set aside with a reason?"""

from dataclasses import dataclass, field
from typing import Any

from segmentation.errors import ReadError, WrongChoice
from segmentation.language import _
from segmentation.tables.asides import Aside
from segmentation.tables.beside import stacked
from segmentation.tables.groups import named_throughout
from segmentation.tables.layout import (
    Head,
    Region,
    chosen,
    head_of,
    is_leading,
    is_table,
    like_header,
    regions,
    title_of,
    usual_width,
)
from segmentation.tables.looks import NOTE, RULE
from segmentation.tables.names import header_cells, named, otherwise_separated, rejoined, split_decimals
from segmentation.tables.ragged import GOOD, Shapes, fitted
from segmentation.tables.receipt import Guess, Repair
from segmentation.tables.records import Dialect, Rows
from segmentation.tables.shifted import led, texts_apart
from segmentation.tables.tidy import plain_cells

CAREFUL_ROWS = 2_000  # so many odd rows are looked at one by one; the rest is filled up, trimmed or set aside


@dataclass
class Arranged:
    """One table: names and rows of exactly that many cells, the lines they came from, and what was done. `tables` are the names and numbers
    of all tables in the file, this one first, when there are more."""

    names: list[str]
    cells: list[list[str]]
    lines: list[int]
    rejected: list[tuple[int, str, str]] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    header_line: int | None = None
    first_line: int = 1
    width: int = 0
    keep: list[int] = field(default_factory=list)
    tables: dict[str, int] = field(default_factory=dict)


class Tally:
    """Counts repairs of one kind, and keeps the first as the example."""

    def __init__(self) -> None:
        self.found: dict[str, Repair] = {}

    def add(self, code: str, count: int = 1, where: str = "", before: str = "", after: str = "") -> None:
        old = self.found.get(code)
        if count:
            self.found[code] = (
                Repair(code, count, where, before[:200], after[:200])
                if old is None
                else Repair(code, old.count + count, old.where, old.before, old.after)
            )

    def repairs(self) -> list[Repair]:
        return list(self.found.values())


def arranged(rows: Rows, dialect: Dialect, reading: dict[str, Any]) -> Arranged:
    """One table out of the rows of a file.

    `reading` may name `header` (a line number, or None for no header), `table` (from 1) and `skip_totals`.
    Raises ReadError when there is nothing in the rows, WrongChoice when `reading` names what is not there.
    """
    tally = Tally()
    rows = stacked(rows)
    told = {at: text for at, row in enumerate(rows.cells) if any(row) and (text := "".join(row).strip())}
    ruled = {at for at, text in told.items() if text[0] in "+-=|_─┌├└:" and RULE.fullmatch(text)}
    tally.add("ruled_lines", len(ruled))
    places = [at for at in told if at not in ruled]
    if not places:
        raise empty_file()
    cells = [rows.cells[at] for at in places]
    gaps = [
        at == 0 or any(between not in ruled for between in range(places[at - 1] + 1, places[at])) for at in range(len(places))
    ]
    tables = regions(cells, gaps)
    at = _which(cells, tables, reading)
    region = tables[at]
    others = [
        number
        for number, one in enumerate(tables)
        if number != at and is_table(cells, one) and not is_leading(cells, tables, number)
    ]
    tally.add("other_tables", len(others), after=title_of(cells, tables, at))
    _reread_top(cells, places, rows, region, dialect, tally)
    head, guess = _head(cells, [rows.lines[place] for place in places], region, reading)
    result = _filled(rows, places, cells, region, head, dialect, reading, tally, gaps)
    blank = (places[region.stop - 1] - places[region.start] + 1) - (region.stop - region.start)
    tally.add("blank_rows", blank)
    titles = cells[: region.start + head.titles]
    if titles and not any(number < at for number in others):
        tally.add("title_lines", len(titles), "1", " ".join(cell for cell in titles[0] if cell.strip()))
    result.guesses.append(guess)
    if others:
        result.guesses.append(Guess("table", at + 1, 0.7, tuple(number + 1 for number in others[:20])))
        result.tables = {title_of(cells, tables, number): number + 1 for number in reversed([at, *others[:20]])}
    result.repairs = tally.repairs()
    return result


def _reread_top(cells: list[list[str]], places: list[int], rows: Rows, region: Region, dialect: Dialect, tally: Tally) -> None:
    """A header written with another separator than the rows below it."""
    width = usual_width(cells[region.start : region.stop])
    for at in range(region.start, min(region.start + 5, region.stop) if width > 2 else region.start):
        if len(cells[at]) == width:
            return
        if len(cells[at]) == 1:
            found = otherwise_separated(rows.raw(places[at]), width, dialect)
            if found and like_header(found):
                cells[at] = found
                tally.add("row_delimiter", 1, str(rows.lines[places[at]]), rows.raw(places[at]), _as_written(found, dialect))


def empty_file() -> ReadError:
    return ReadError(_("This file is empty: there is not one cell in it."), _("Export it again and choose the new file."))


def _which(cells: list[list[str]], tables: list[Region], reading: dict[str, Any]) -> int:
    wanted = reading.get("table")
    if wanted is None:
        return chosen(cells, tables)
    if not isinstance(wanted, int) or not 1 <= wanted <= len(tables):
        raise WrongChoice(
            _("There is no table {number} in this file.").format(number=wanted),
            _("Choose a number from 1 to {count}.").format(count=len(tables)),
        )
    return wanted - 1


def _head(cells: list[list[str]], lines: list[int], region: Region, reading: dict[str, Any]) -> tuple[Head, Guess]:
    inside = cells[region.start : region.stop]
    found = head_of(inside)
    at = (
        [lines[region.start + place] for place in range(len(inside))]
        if len(inside) < 100
        else lines[region.start : region.start + 100]
    )
    value = at[found.titles + found.rows - 1] if found.rows else None
    others: tuple[int | None, ...] = tuple(at[place] for place in found.others if place < len(at) and at[place] != value)
    if found.rows:
        others = (*others, None)
    if "header" in reading:
        found = _wanted_head(at, reading["header"], found)
        return found, Guess(
            "header", reading["header"], 1.0, tuple(other for other in (value, *others) if other != reading["header"])
        )
    return found, Guess("header", value, found.certainty, others)


def _wanted_head(lines: list[int], wanted: Any, found: Head) -> Head:
    if wanted is None:
        return Head(found.titles, 0, 1.0)
    if isinstance(wanted, bool) or not isinstance(wanted, int) or wanted < 1:
        raise WrongChoice(_("The header must be a row number, or none."), _("Choose a row of the preview."))
    place = next((at for at, line in enumerate(lines) if line >= wanted), None)
    if place is None:
        raise WrongChoice(_("Row {number} lies outside this table.").format(number=wanted), _("Choose a row of the preview."))
    return Head(place, 1, 1.0)


def _throughout(kept: list[list[str]], lines: list[int], rejected: list[tuple[int, str, str]], tally: Tally) -> list[list[str]]:
    """The rows with the name of their group in each of them."""
    named_rows, spread = named_throughout(kept, lines, rejected)
    tally.add("groups_named", spread)
    return named_rows


def _filled(
    rows: Rows,
    places: list[int],
    cells: list[list[str]],
    region: Region,
    head: Head,
    dialect: Dialect,
    reading: dict[str, Any],
    tally: Tally,
    gaps: list[bool],
) -> Arranged:
    """The names, and every row of the region either in the table or set aside."""
    top = region.start + head.titles
    begin = top + head.rows
    body = range(begin, region.stop)
    raw_header = [(cells[at], rows.raw(places[at])) for at in range(top, begin)]
    _put_together(raw_header, cells, body, dialect, tally, rows.lines[places[min(begin, len(places) - 1)]])
    width, header = header_cells(raw_header, [cells[at] for at in body], dialect, tally)
    good = [cells[at] for at in body if len(cells[at]) == width]
    tops = cells[top:begin]
    shapes = Shapes([row for row in good if row not in tops], width)
    aside = Aside(good, width, tops, bool(reading.get("skip_totals", True)))
    kept, lines = list[list[str]](), list[int]()
    rejected: list[tuple[int, str, str]] = []
    stray, odd = {*rows.stray}, 0
    last_full = next((at for at in reversed(body) if len(cells[at]) == width and aside.full(cells[at])), region.stop)
    for at in body:
        row, line = cells[at], rows.lines[places[at]]
        reason = aside.reason(row, at > last_full, gaps[at])
        if reason in ("note", "heading") and len(row) == 1 and not NOTE.match(row[0]) and _is_row(rows.raw(places[at]), row, dialect, shapes):
            reason = None
        if reason is None and len(row) == width and not stray:
            kept.append(row)
            lines.append(line)
            continue
        if reason is None and len(row) != width:
            odd += 1
            placed = fitted(row, rows.raw(places[at]), dialect, shapes) if odd <= CAREFUL_ROWS else quickly(row, width)
            if placed is None:
                reason = "too_many_cells"
            else:
                tally.add(placed[1], 1, str(line), rows.raw(places[at]), _as_written(placed[0], dialect))
                row = placed[0]
        if reason is not None:
            rejected.append((line, reason, rows.raw(places[at])[:10_000]))
            continue
        if line in stray:
            tally.add("stray_quotes", 1, str(line), rows.raw(places[at]), _as_written(row, dialect))
        kept.append(row)
        lines.append(line)
    names, kept, keep = named(header, _plain(_throughout(kept, lines, rejected, tally), tally), tally)
    header_line = rows.lines[places[begin - 1]] if head.rows else None
    first_line = rows.lines[places[begin]] if begin < len(places) else 1
    result = Arranged(names, kept, lines, rejected, [], [], header_line, first_line, width, keep)
    if aside.totals or not reading.get("skip_totals", True):
        result.guesses.append(Guess("skip_totals", aside.skip_totals, 0.85, (not aside.skip_totals,)))
    return result


def _put_together(
    raw_header: list[tuple[list[str], str]], cells: list[list[str]], body: range, dialect: Dialect, tally: Tally, line: int
) -> None:
    """Cells with the separator in them, in every row at the same place, as one."""
    _join_decimals(raw_header, cells, body, dialect, tally, line)
    _join_texts(raw_header, cells, body, dialect, tally, line)


def _join_decimals(
    raw_header: list[tuple[list[str], str]], cells: list[list[str]], body: range, dialect: Dialect, tally: Tally, line: int
) -> None:
    """Decimal commas that were taken for separators, put back in every row."""
    split = split_decimals([row for row, _raw in raw_header], [cells[at] for at in body], dialect)
    for at in body if split else ():
        cells[at] = rejoined(cells[at], split)
    tally.add("decimals_joined", len(split) * len(body), str(line))


def _join_texts(
    raw_header: list[tuple[list[str], str]], cells: list[list[str]], body: range, dialect: Dialect, tally: Tally, line: int
) -> None:
    """Texts with the separator in them ("Bos, Jan") that were taken for two cells, put together in every row."""
    header = raw_header[-1][0] if raw_header else []
    split = texts_apart(header, [cells[at] for at in body], dialect) if header else ()
    done = 0
    for at in body if split else ():
        if len(cells[at]) == len(header) + len(split) and all(led(cells[at], place) for place in split):
            cells[at] = rejoined(cells[at], split, dialect.delimiter)
            done += 1
    tally.add("texts_joined", done, str(line))


def _as_written(cells: list[str], dialect: Dialect) -> str:
    """A row as it would stand in a file without faults: a cell with a separator or a quotation mark in it stands between quotation marks.

    >>> _as_written(["1", "Vaas; blauw", "2,50"], Dialect(";"))
    '1;"Vaas; blauw";2,50'
    """
    return dialect.delimiter.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' if dialect.delimiter in cell or '"' in cell else cell for cell in cells)


def _plain(rows: list[list[str]], tally: Tally) -> list[list[str]]:
    rows, formulas = plain_cells(rows)
    tally.add("formula_text", formulas)
    return rows


def _is_row(raw: str, row: list[str], dialect: Dialect, shapes: Shapes) -> bool:
    """Is this line no note, but a row with another separator?"""
    found = fitted(row, raw, dialect, shapes) if len(raw) < 2000 else None
    return found is not None and found[1] == "row_delimiter" and shapes.fit(found[0]) >= GOOD


def quickly(row: list[str], width: int) -> tuple[list[str], str] | None:
    """Filled up or trimmed at the end, without looking at what the cells are."""
    if len(row) < width:
        return row + [""] * (width - len(row)), "row_padded"
    if not any(cell.strip() for cell in row[width:]):
        return row[:width], "row_trimmed"
    return None
