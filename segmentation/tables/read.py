"""How does a file become a Table, whatever kind of file it is?"""

import io
import re
import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from segmentation.errors import ReadError, SegmentationError, WrongChoice
from segmentation.language import _
from segmentation.tables import limits
from segmentation.tables.arrange import Arranged, arranged
from segmentation.tables.delimited import read_delimited
from segmentation.tables.engine import frame_of
from segmentation.tables.examples import covered, without_numbers
from segmentation.tables.large import read_parquet, read_text
from segmentation.tables.layout import usual_width
from segmentation.tables.meaning import convert, understand
from segmentation.tables.mending import with_mended
from segmentation.tables.receipt import Guess, Receipt, Repair
from segmentation.tables.records import Dialect, Rows
from segmentation.tables.regular import arranged_long
from segmentation.tables.source import Source, source_of, unpacked
from segmentation.tables.table import Cells, Column, Table, fingerprint_of, rejections

if TYPE_CHECKING:
    from segmentation.tables.nested import Records

CHOICES = ("delimiter", "quote", "encoding", "header", "sheet", "table", "skip_totals")
WIDE = 200
Progress = Callable[[float, str], None]
_UNREADABLE = (
    pa.ArrowException, duckdb.Error, OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, re.error,
    zlib.error,
)  # fmt: skip


@dataclass
class Wishes:
    """What the caller decided beforehand."""

    sheet: str | None = None
    reading: dict[str, Any] = field(default_factory=dict)
    roles: dict[str, str | None] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    kind: str | None = None
    mended: dict[int, list[str]] = field(default_factory=dict)
    spool: Path | None = None
    progress: Progress | None = None

    def said(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("sheet", "reading", "roles", "types", "kind", "mended")}


def read_table(
    source: str | Path | bytes,
    name: str | None = None,
    *,
    sheet: str | None = None,
    reading: Mapping[str, Any] | None = None,
    roles: Mapping[str, str | None] | None = None,
    types: Mapping[str, str] | None = None,
    kind: str | None = None,
    mended: Mapping[int, list[str]] | None = None,
    spool: Path | None = None,
    progress: Progress | None = None,
) -> Table:
    """Read a file as people really have them: CSV of any dialect, Excel, ODS, Parquet, JSON, XAF, also zipped.

    `source` is a path, or bytes with a `name`. Nothing else is needed; what was guessed wrongly can be said: `sheet` (of a workbook, file in
    a zip), `reading` (delimiter, quote, encoding, header (a line number or None), sheet, table, skip_totals), `roles` (role → column or None),
    `types` (column → type code), `kind`, and `mended` (line → cells, one per column of the table) for rows that were set aside, or that stand wrong. `spool` is a folder for typed rows on disk.

    Raises ReadError when this is no table, WrongChoice for a choice that cannot be.

    >>> table = read_table("Klantnr;Besteldatum;Bedrag\\n007;13-01-2024;€ 1.234,50\\nTotaal;;1.234,50\\n".encode(), name="orders.csv")
    >>> table.roles["customer"], table.frame["Bedrag"].tolist(), table.rejected["reason"].tolist()
    ('Klantnr', [1234.5], ['total'])
    """
    try:
        said = dict(reading or {})
        if unknown := [choice for choice in said if choice not in CHOICES]:
            raise WrongChoice(
                _("“{name}” is nothing that can be chosen about reading.").format(name=unknown[0]),
                _("Choose one of: {names}.").format(names=", ".join(CHOICES)),
            )
        mending = {int(line): list(map(str, cells)) for line, cells in (mended or {}).items()}
        wishes = Wishes(
            sheet or said.pop("sheet", None), said, dict(roles or {}), dict(types or {}), kind, mending, spool, progress
        )
        return read(source_of(source, name), wishes)
    except SegmentationError:
        raise
    except MemoryError as error:
        raise limits.too_large_unpacked() from error
    except _UNREADABLE as error:
        raise ReadError(
            _("This file cannot be read as a table."), _("Open it in the program it came from and export the data again as CSV.")
        ) from error


def read(source: Source, wishes: Wishes) -> Table:
    """Read a file by what it holds."""
    with ThreadPoolExecutor(1) as aside:  # hashing costs no time while the rows are read
        content = aside.submit(source.content)
        inner = unpacked(source, wishes.sheet)
        table = _by_kind(inner, wishes)
    extra = [Repair("unpacked", 1, before=inner.packed, after=inner.name)] if inner.packed else []
    return replace(
        table,
        name=source.name,
        fingerprint=fingerprint_of(content.result(), wishes.said()),
        sheet=table.sheet or inner.member,
        sheets=table.sheets or inner.members,
        receipt=Receipt((*extra, *table.receipt.repairs)),
        guesses=(*_sheet_guess(table.sheet or inner.member, table.sheets or inner.members), *table.guesses),
        spool=wishes.spool,
    )


def _sheet_guess(sheet: str | None, sheets: tuple[str, ...]) -> tuple[Guess, ...]:
    return (Guess("sheet", sheet, 0.8, tuple(other for other in sheets if other != sheet)),) if len(sheets) > 1 else ()


def _by_kind(source: Source, wishes: Wishes) -> Table:
    kind = source.kind
    if kind == "parquet":
        return read_parquet(source, wishes)
    if kind == "workbook":
        return _from_workbook(source, wishes)
    if kind == "html":
        return _from_page(source, wishes)
    if kind == "xml":
        return _from_audit(source, wishes) if b"auditfile" in source.head[:8192].lower() else _from_xml(source, wishes)
    if kind == "json" and (table := _from_json(source, wishes)) is not None:
        return table
    if kind == "text" and (table := _from_statements(source, wishes)) is not None:
        return table
    return _from_text(source, wishes)


def _from_text(source: Source, wishes: Wishes) -> Table:
    if source.size > limits.BULK_BYTES and (table := read_text(source, wishes)) is not None:
        return table
    if source.size > limits.WHOLE_BYTES:
        raise ReadError(
            _("This file is large, and its rows differ too much from each other to read it in pieces."),
            _("Save it as a plain CSV file, with one header row and one table."),
        )
    found = read_delimited(source.whole(), wishes.reading)
    if source.member is not None or len(found.tables) < 2:
        return _table(source.name, found, wishes)
    number = found.tables.get(wishes.sheet or "")
    if number is not None and "table" not in wishes.reading:
        found = read_delimited(source.whole(), {**wishes.reading, "table": number})
    now = next(guess.value for guess in found.guesses if guess.what == "table")
    found.guesses = [guess for guess in found.guesses if guess.what != "table"]  # told as sheets, so that several can be used
    names = sorted(found.tables, key=lambda name: found.tables[name])
    return replace(_table(source.name, found, wishes), sheet=next(name for name in names if found.tables[name] == now), sheets=tuple(names))


def _from_workbook(source: Source, wishes: Wishes) -> Table:
    from segmentation.tables.workbook import lines_in_cells, read_sheet

    wanted = wishes.sheet if wishes.sheet != source.member else None
    sheet = read_sheet(source, wanted)
    if (lines := lines_in_cells(sheet.columns)) is not None:
        found = read_delimited("\n".join(lines).encode(), {"encoding": "utf-8", **wishes.reading})
        found.repairs = [*sheet.repairs, Repair("lines_in_cells", len(lines)), *(one for one in found.repairs if one.code != "encoding")]
        found.guesses = [guess for guess in found.guesses if guess.what != "encoding"]
        return replace(_table(source.name, found, wishes), sheet=sheet.name, sheets=sheet.names)
    long = arranged_long(sheet.columns, wishes.reading)
    if long is not None:
        found, columns = long
        found.repairs = [*sheet.repairs, *found.repairs]
        table = understood(source.name, frame_of(found.names, [column.cast(pa.large_string()) for column in columns]), found, wishes)
    else:
        rows = sheet.rows()
        found = arranged(rows, Dialect("\t", "", width=usual_width(rows.cells)), wishes.reading)
        found.repairs = [*sheet.repairs, *found.repairs]
        table = _table(source.name, found, wishes)
    return replace(table, sheet=sheet.name, sheets=sheet.names)


def _from_json(source: Source, wishes: Wishes) -> Table | None:
    from segmentation.tables.nested import read_records

    if source.size > limits.MOST_JSON:
        return None
    records = read_records(source.whole(), wishes.sheet if wishes.sheet != source.member else None)
    if records is None:
        return None
    return _of_records(records, source, wishes)


def _from_statements(source: Source, wishes: Wishes) -> Table | None:
    """The rows in a bank's statement, a dump of a database, or written one field a line; None for any other text. Raises ReadError for mail and YAML."""
    from segmentation.tables import bank, dumps

    if bank.is_mt940(source.head) and source.size <= limits.WHOLE_BYTES:
        return _of_records(bank.read_mt940(source.whole()), source, replace(wishes, kind=wishes.kind or "ledger"))
    if "delimiter" not in wishes.reading:
        bank.refuse_what_is_no_table(source.head)
    if dumps.is_dump(source.head):
        return _of_records(dumps.read_dump(source.whole(), wishes.sheet if wishes.sheet != source.member else None), source, wishes)
    records = dumps.fields_by_line(source.whole()) if source.size <= limits.BULK_BYTES and "delimiter" not in wishes.reading else None
    return None if records is None else _of_records(records, source, wishes)


def _of_records(records: "Records", source: Source, wishes: Wishes) -> Table:
    found = Arranged(records.names, records.rows, [*range(1, len(records.rows) + 1)], records.rejected, records.repairs)
    return replace(_table(source.name, found, wishes), sheet=records.chosen, sheets=records.lists)


def _from_audit(source: Source, wishes: Wishes) -> Table:
    """The tables of an audit file: turnover by customer and invoice unless another one is asked for."""
    from segmentation.tables.exports import xaf

    tables = xaf.read(io.BytesIO(source.whole()))
    sheet = wishes.sheet if wishes.sheet in tables else "turnover" if len(tables["turnover"]) else "customers"
    text = tables[sheet]
    found = Arranged(list(text.columns), [], [*range(1, len(text) + 1)])
    return replace(understood(source.name, text, found, wishes), sheet=sheet, sheets=tuple(tables))


def _from_page(source: Source, wishes: Wishes) -> Table:
    from segmentation.tables.markup import MOST_MARKUP, tables_of_page

    if source.size > MOST_MARKUP:
        raise limits.too_large_unpacked()
    return _of_grids({str(at): grid for at, grid in enumerate(tables_of_page(source.whole()), 1)}, source, wishes)


def _from_xml(source: Source, wishes: Wishes) -> Table:
    from segmentation.tables import bank
    from segmentation.tables.markup import MOST_MARKUP, sheets_or_records
    from segmentation.tables.nested import chosen_records

    if bank.is_camt(source.head) and source.size <= MOST_MARKUP:
        return _of_records(bank.read_camt(source.whole()), source, replace(wishes, kind=wishes.kind or "ledger"))
    grids, content = sheets_or_records(source.whole())
    if content is None:
        return _of_grids(grids, source, wishes)
    return _of_records(chosen_records(content, wishes.sheet if wishes.sheet != source.member else None), source, wishes)


def _of_grids(grids: dict[str, list[list[str]]], source: Source, wishes: Wishes) -> Table:
    """The grid that is asked for, or the one with the most cells."""
    sizes = {name: sum(len(row) - row.count("") for row in grid) for name, grid in grids.items()}
    wanted = wishes.sheet if wishes.sheet != source.member else None
    if wanted is not None and wanted not in grids:
        raise WrongChoice(
            _("There is no sheet “{name}” in this file.").format(name=wanted),
            _("Choose one of: {names}.").format(names=", ".join([*grids][:20])),
        )
    name = wanted or max(sizes, key=lambda one: sizes[one], default="")
    if not sizes.get(name):
        raise ReadError(_("This workbook is empty: there is not one cell in it."), _("Export it again and choose the new file."))
    rows = Rows(grids[name], [*range(1, len(grids[name]) + 1)], ["\t".join(row) for row in grids[name]])
    found = arranged(rows, Dialect("\t", "", width=usual_width(rows.cells)), wishes.reading)
    return replace(
        _table(source.name, found, wishes), sheet=name if len(grids) > 1 else None, sheets=tuple(grids) if len(grids) > 1 else ()
    )


def _table(name: str, found: Arranged, wishes: Wishes) -> Table:
    """The table of rows that are in memory."""
    columns = [pa.array(column, type=pa.large_string()) for column in zip(*found.cells, strict=True)]
    text = frame_of(found.names, columns or [pa.array([], type=pa.large_string()) for _name in found.names])
    return understood(name, text, found, wishes)


def understood(name: str, text: pd.DataFrame, found: Arranged, wishes: Wishes) -> Table:
    """The same, with the meaning of its columns and its cells as values."""
    text, found = with_mended(text, found, wishes.mended)
    meaning = understand(text, name, roles=wishes.roles, types=wishes.types, kind=wishes.kind)
    frame, repairs = converted(text, meaning.columns)
    done = covered(found.repairs, text, found.lines, meaning.columns)
    for column in meaning.refused:
        text[column] = ""
    lines = np.array(found.lines, dtype=np.int64)
    return Table(
        name=name,
        cells=Cells(text=lambda: text, frame=lambda: frame, lines=lambda: lines),
        places=tuple(found.keep),
        kind=meaning.kind,
        export=meaning.export,
        columns=meaning.columns,
        roles=meaning.roles,
        receipt=Receipt((*done, *meaning.repairs, *repairs)),
        rejected=rejections(without_numbers(found.rejected) if meaning.refused else found.rejected),
        guesses=(*found.guesses, *meaning.guesses),
        rows_in=len(text) + len(found.rejected),
        rows=len(text),
    )


def converted(text: pd.DataFrame, columns: dict[str, Column]) -> tuple[pd.DataFrame, list[Repair]]:
    """The cells as values. In a very wide table, columns written alike are converted as one long column: each has a price of its own."""
    if len(columns) <= WIDE or not len(text):
        frame, repairs, _failed = convert(text, columns)
        return frame, repairs
    alike: dict[tuple[object, ...], list[str]] = {}
    for name, column in columns.items():
        alike.setdefault((column.type, column.format, column.role, column.reason, column.personal), []).append(name)
    parts, told = {}, list[Repair]()
    for names in alike.values():
        long = pd.DataFrame({names[0]: pd.Series(text[names].to_numpy(dtype=object).ravel(order="F"), dtype="str")})
        made, repairs, _failed = convert(long, {names[0]: columns[names[0]]})
        told += repairs
        values = made[names[0]].array
        for at, name in enumerate(names):
            parts[name] = values[at * len(text) : (at + 1) * len(text)]
    return pd.DataFrame({name: parts[name] for name in columns}), told
