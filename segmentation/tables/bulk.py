"""How is a large text read out of core: the engine takes the rows that fit, the careful reader those that do not?"""

import codecs
import mmap
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any

import duckdb
import pyarrow as pa

from segmentation.tables import limits
from segmentation.tables.arrange import Arranged, Tally, arranged, quickly
from segmentation.tables.asides import Aside
from segmentation.tables.delimited import dialect_for
from segmentation.tables.encoding import Characters, characters_of, decoded, told
from segmentation.tables.engine import Relation, literal
from segmentation.tables.ragged import Shapes, fitted
from segmentation.tables.receipt import Guess, Repair
from segmentation.tables.records import MOST_LINES, Dialect, over_lines, rows_of
from segmentation.tables.source import Source
from segmentation.tables.table import spool_folder

HEAD = 128 * 1024
LINES = 200  # in the head at least: a row of ten thousand columns fills forty thousand bytes
PIECE = 24 * 1024
PIECES = 10
CHUNK = 1 << 20
MOST_ODD = 100_000
MOST_LINE = 4 * limits.MIB

Progress = Callable[[float, str], None]


@dataclass
class Plan:
    """What the beginning, the end and pieces in between say about a large text."""

    characters: Characters
    dialect: Dialect
    head: Arranged
    sample: list[list[str]]
    totals: bool
    repairs: list[Repair] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)


def planned(source: Source, reading: dict[str, Any]) -> Plan | None:
    """A plan to read this text with the engine, or None when only the careful reader can."""
    check_lines(source)
    with source.opened() as file:
        first = _head(file)
        how = characters_of(first, reading.get("encoding"), whole=False)
        if how.encoding.startswith("utf-16") and len(first) % 2:
            first = first[:-1]
        text = _whole_lines(decoded(first, how))
        repairs, encoding = told(how, text)
        text, dialect, found, guesses = dialect_for(text, reading)
        if len(dialect.delimiter) != 1 or dialect.spaced or dialect.width < 1 or "\0" in text:
            return None
        rows = rows_of(text, dialect)
        head = arranged(rows, dialect, reading)
        width = head.width
        rewritten = any(
            repair.code in ("rows_unwrapped", "columns_by_place", "formula_text", "decimals_joined", "texts_joined", "table_drawn")
            for repair in (*found, *head.repairs)
        )
        if rewritten or any(guess.what == "table" for guess in head.guesses):
            return None
        sample = [row for row in rows.cells if len(row) == width and "".join(row)][head.header_line is not None :]
        tail: list[list[str]] = []
        for number in range(1, PIECES + 1):
            piece = PIECE * max(1, len(first) // HEAD)
            at = max(len(first), source.size * number // PIECES - piece)
            at -= at % 4
            file.seek(at)
            tail = _piece(file.read(piece), how, dialect)
            sample += [row for row in tail if len(row) == width]
    if not sample:
        return None
    aside = _aside(head, sample, True)
    totals = any(reason == "total" for _line, reason, _text in head.rejected) or any(
        aside.reason(row, True, False) == "total" for row in tail[-20:]
    )
    return Plan(
        how, dialect, head, sample, totals and bool(reading.get("skip_totals", True)), [*repairs, *found], [encoding, *guesses]
    )


def check_lines(source: Source) -> None:
    """Raise ReadError when a line goes on for longer than any cell may."""
    with source.on_disk().open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        for start in range(0, len(text) - limits.MOST_CELL, limits.MOST_CELL):
            stop = start + limits.MOST_CELL
            if text.find(b"\n", start, stop) < 0 and text.find(b"\r", start, stop) < 0:
                raise limits.cell_too_long()


def _aside(head: Arranged, sample: list[list[str]], skip_totals: bool) -> Aside:
    return Aside(sample[:2000], head.width, [head.names], skip_totals)


def _head(file: IO[bytes]) -> bytes:
    """The beginning, with lines enough to tell what stands in the columns."""
    first = file.read(HEAD)
    while max(first.count(b"\n"), first.count(b"\r")) < LINES and len(first) < limits.WHOLE_BYTES and (more := file.read(len(first))):
        first += more
    return first


def _whole_lines(text: str) -> str:
    last = text.rfind("\n")
    return text[: last + 1] if last > 0 else text


def _piece(data: bytes, how: Characters, dialect: Dialect) -> list[list[str]]:
    """The rows of a piece from the middle of the file, without the broken first line."""
    text = data.decode(how.encoding, "replace").partition("\n")[2]
    return rows_of(text, dialect).cells if text else []


def engine_text(source: Source, plan: Plan, progress: Progress | None = None) -> Path:
    """A path to the text in UTF-8, which is all that the engine reads; written next to the spool when it was something else."""
    how = plan.characters
    if how.encoding == "utf-8" and not how.mixed:
        return source.on_disk()
    target = spool_folder() / f"text-{abs(hash((source.name, source.size, how.encoding, str(source.path))))}.csv"
    decoder = codecs.getincrementaldecoder(how.encoding)("cp1252_inside" if how.mixed else "replace")
    done = 0
    with source.opened() as file, target.open("wb") as made:
        file.seek(how.mark)
        while piece := file.read(CHUNK):
            done += len(piece)
            if how.encoding == "cp1252" and piece.isascii():
                made.write(piece)
            else:
                made.write(decoder.decode(piece).encode("utf-8", "replace"))
            if progress:
                progress(0.3 * done / source.size, "")
        made.write(decoder.decode(b"", True).encode("utf-8", "replace"))
    return target


def relation_of(path: Path, plan: Plan, *, rejects: bool) -> Relation:
    """The rows from the first row of the table on, as the engine reads them."""
    dialect, width = plan.dialect, plan.head.width
    names = ", ".join(f"'c{at}': 'VARCHAR'" for at in range(width))
    keeping = "store_rejects = true" if rejects else "ignore_errors = true"
    escape = dialect.escape or dialect.quote
    source = (
        f"read_csv({literal(str(path))}, delim = {literal(dialect.delimiter)}, quote = {literal(dialect.quote)}, escape = {literal(escape)}, "
        f"header = false, skip = {plan.head.first_line - 1}, columns = {{{names}}}, auto_detect = false, nullstr = '', "
        f"strict_mode = true, max_line_size = {MOST_LINE}, {keeping})"
    )
    return Relation(source, tuple(plan.head.names), tuple(f"c{at}" for at in plan.head.keep))


def rejects_of(con: duckdb.DuckDBPyConnection) -> list[tuple[int, str, str]]:
    """What the engine could not place: byte position, text, kind of error; one entry per place."""
    found = con.execute(
        "SELECT line_byte_position, any_value(csv_line), string_agg(DISTINCT error_type::VARCHAR, ' ') FROM reject_errors GROUP BY 1 ORDER BY 1"
    ).fetchall()
    return [(int(place or 0), (text or "").lstrip("\r\n"), kinds) for place, text, kinds in found]


def without_stray_marks(path: Path, plan: Plan) -> tuple[Path, list[tuple[int, str]]]:
    """A copy of the text with empty lines in place of those whose quotation mark has no partner, and these lines with their numbers.

    The engine would let such a mark swallow all that comes after it.
    """
    clean = spool_folder() / f"clean-{secrets.token_hex(6)}.csv"
    taken: list[tuple[int, str]] = []
    quote = plan.dialect.quote.encode()
    with path.open("rb") as file, clean.open("wb") as made:
        waiting: list[bytes] = []
        number = 0
        while True:
            line = waiting.pop(0) if waiting else file.readline()
            if not line:
                return clean, taken
            number += 1
            if line.count(quote) % 2 == 0:
                made.write(line)
                continue
            waiting += islice(file, max(0, MOST_LINES - len(waiting)))
            used = _whole_row(line, waiting, plan.dialect)
            if used == 0:
                taken.append((number, line.decode("utf-8", "replace").rstrip("\r\n")))
                made.write(b"\n")
                continue
            made.write(line + b"".join(waiting[:used]))
            number += used
            del waiting[:used]


def _whole_row(line: bytes, ahead: list[bytes], dialect: Dialect) -> int:
    """How many of the lines ahead belong to the row that begins here; 0 when its quotation mark has no partner."""
    source = [part.decode("utf-8", "replace").rstrip("\r\n") for part in (line, *ahead)]
    longer = over_lines(source, 0, dialect)
    return longer[1] - 1 if longer else 0


@dataclass
class Odd:
    """Rows that the engine left: those that fit after all, and those set aside."""

    cells: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    rejected: list[tuple[int, str, str]] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def odd_rows(plan: Plan, rejects: list[tuple[int, str]], mended: dict[int, list[str]]) -> Odd:
    """The careful reader's answer to the rows that the engine left."""
    odd, tally = Odd(), Tally()
    width = plan.head.width
    shapes = Shapes(plan.sample[:2000], width)
    aside = _aside(plan.head, plan.sample, plan.totals)
    careful = 0
    for start, text in rejects:
        rows = rows_of(text, plan.dialect)
        for at, row in enumerate(rows.cells):
            if not "".join(row).strip():
                continue
            line, raw = start + rows.lines[at] - 1, rows.raw(at)
            careful += 1
            if line in mended:
                odd.cells.append(_placed(mended[line], plan.head.keep, width))
                odd.lines.append(line)
                tally.add("row_mended", 1, str(line))
                continue
            reason = aside.reason(row, len(row) < width, False)
            placed = (
                (fitted(row, raw, plan.dialect, shapes) if careful <= 2000 else quickly(row, width))
                if len(row) != width
                else (row, "stray_quotes")
            )
            if reason or placed is None:
                odd.rejected.append((line, reason or "too_many_cells", raw[:10_000]))
            else:
                odd.cells.append(placed[0])
                odd.lines.append(line)
                tally.add(placed[1], 1, str(line), raw, plan.dialect.delimiter.join(placed[0]))
    odd.repairs = tally.repairs()
    return odd


def _placed(cells: list[str], keep: list[int], width: int) -> list[str]:
    """The cells of the columns of the table at their places in a row of the file."""
    row = [""] * width
    for at, cell in zip(keep, cells, strict=False):
        row[at] = str(cell)
    return row


def located(path: Path, rejects: list[tuple[int, str, str]]) -> list[int]:
    """Where the text of each reject begins: the engine's position may lie on the line end before it."""
    if not rejects:
        return []
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        found = (text.find(said.split("\n", 1)[0][:500].encode(), place, place + 5000) for place, said, _kinds in rejects)
        return [max(at, place) for at, (place, _said, _kinds) in zip(found, rejects, strict=True)]


def line_numbers(path: Path, places: list[int]) -> list[int]:
    """The line (from 1) on which each byte position lies; positions in ascending order."""
    numbers, line, before = [], 1, 0
    if not places:
        return []
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        for place in places:
            while before < place:
                stop = min(place, before + 16 * limits.MIB)
                line += text[before:stop].count(b"\n")
                before = stop
            numbers.append(line)
    return numbers


def totals_sql(plan: Plan) -> str:
    """A condition that holds for totals: the first filled cell says so, and a cell that rows here always have is empty."""
    aside = _aside(plan.head, plan.sample, True)
    first = f"coalesce({', '.join(f'c{at}' for at in range(plan.head.width))})"
    holes = " OR ".join(f"c{at} IS NULL" for at in aside.usual) or "false"
    words = "'(sub|eind|grand|deel)?[ -]*(tota+l(en|s|e)?|som|sum|totaalbedrag)[ .:].{0,40}|(sub|eind|grand|deel)?[ -]*(tota+l(en|s|e)?|som|sum|totaalbedrag)'"
    return f"coalesce(lower({first}[1:1]) IN ('t', 's', 'e', 'g', 'd') AND ({holes}) AND regexp_full_match(trim({first}), {words}, 'i'), false)"


def totals_of(
    con: duckdb.DuckDBPyConnection, relation: Relation, condition: str, path: Path, dialect: Dialect
) -> list[tuple[int, str, str]]:
    """The totals that were left out, with the lines on which they stand."""
    found = con.execute(f"SELECT * FROM {relation.source} WHERE {condition} LIMIT 10000").fetchall()
    rows = []
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        after = 0
        for cells in found:
            label = next(cell for cell in cells if cell)
            at = text.find(str(label).encode(), after)
            after = at + 1 if at >= 0 else after
            rows.append((max(0, at), dialect.delimiter.join(cell or "" for cell in cells)))
    lines = line_numbers(path, sorted(place for place, _text in rows))
    return [(line, "total", text) for line, (_place, text) in zip(lines, sorted(rows), strict=True)]


def more_rows(cells: list[list[str]], plan: Plan) -> Relation:
    """Rows in memory as a relation like that of the text."""
    columns = [pa.array([cell or None for cell in column], type=pa.string()) for column in zip(*cells, strict=True)]
    table = pa.table(columns, names=[f"c{at}" for at in range(len(columns))])
    return Relation("more_rows", tuple(plan.head.names), tuple(f"c{at}" for at in plan.head.keep), tables={"more_rows": table})


def with_rows(relation: Relation, cells: list[list[str]], plan: Plan) -> Relation:
    """The relation with more rows behind it."""
    if not cells:
        return relation
    more = more_rows(cells, plan)
    names = ", ".join(f"c{at}" for at in range(plan.head.width))
    source = f"(SELECT {names} FROM {relation.source} UNION ALL SELECT {names} FROM more_rows)"
    return Relation(source, relation.names, relation.cells, tables=more.tables, refused=relation.refused)
