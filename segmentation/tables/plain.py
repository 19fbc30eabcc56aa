"""How does a large text without quotation marks become typed rows on disk as fast as the disk gives it?

Most exports of ten million lines hold no quotation mark at all. Arrow reads those in pieces and converts while reading; a piece in which one cell does
not convert, and every cell that may need care (a space at an end, a word for "nothing"), goes through the same SQL as any other file.
"""

import re
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import IO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import csv

from segmentation.tables import limits
from segmentation.tables.bulk import Plan, Progress
from segmentation.tables.engine import connected
from segmentation.tables.meaning import duckdb_expression
from segmentation.tables.source import Source
from segmentation.tables.sql import MISSING
from segmentation.tables.table import Column

PIECE = 8 * limits.MIB
AT_ONCE = 2  # pieces that are read at the same time
_LATE = np.ones(256, dtype=bool)  # last bytes after which there is nothing to trim
_LATE[:33] = _LATE[[0x7F, 0x89, 0x8B, 0xA0, 0xAF, 0xBF]] = False
_EARLY = np.ones((256, 256), dtype=bool)  # first two bytes with which no space and no word for "nothing" begins
_EARLY[:33] = _EARLY[[0x7F, 0xC2, 0xE2, 0xEF]] = False
for _word in MISSING:
    for _first, _second in (
        product(*({letter.lower(), letter.upper()} for letter in _word[:2]), repeat=1) if len(_word) > 1 else ()
    ):
        _EARLY[_first.encode()[0], _second.encode()[0]] = False
    if len(_word) == 1:
        _EARLY[_word.encode()[0]] = False
_EARLIEST = pa.scalar(np.datetime64("1800-01-02", "s"))
_TEXTS = ("text", "category", "id")
_CODED = pa.dictionary(pa.int32(), pa.string())  # what returns often: each text once in a piece, then its number


@dataclass
class Plain:
    """What came of it: rows written, cells without a value per column, lines that did not fit (number and text)."""

    rows: int = 0
    empty: list[int] = field(default_factory=list)
    odd: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Piece:
    """One piece of the text: its rows, its lines, and the lines that did not fit with the text in which they stand."""

    table: pa.Table
    lines: int
    odd: list[str]
    data: bytes | bytearray


class Unfit(Exception):
    """This text is not plain after all."""


def written_plain(
    source: Source, plan: Plan, columns: Mapping[str, Column], target: Path, folder: Path, progress: Progress | None
) -> Plain | None:
    """Write the typed rows; None when the text is not plain (it holds quotation marks, or is UTF-16)."""
    if (
        plan.totals
        or plan.dialect.escape
        or plan.characters.encoding not in ("utf-8", "cp1252", "iso8859-1", "ascii")
        or plan.characters.mixed
    ):
        return None
    try:
        return _Writer(plan, columns, folder).write(source, target, progress)
    except Unfit:
        target.unlink(missing_ok=True)
        return None


class _Writer:
    def __init__(self, plan: Plan, columns: Mapping[str, Column], folder: Path) -> None:
        self.plan, self.columns, self.folder = plan, columns, folder
        self.all = [f"c{at}" for at in range(plan.head.width)]
        self.kept = {f"c{at}": columns[name] for at, name in zip(plan.head.keep, plan.head.names, strict=True)}
        self.decimal, self.moment = _common(self.kept)
        self.types = {cell: self._type(column) for cell, column in self.kept.items()}
        often = {f"c{at}" for at in plan.head.keep if self._repeats(at)}
        self.days = {cell for cell, column in self.kept.items() if self._is_plain_day(column) and self._repeats(int(cell[1:]), 0.3)}
        coded = {cell for cell in often if self.kept[cell].type in _TEXTS and not self.kept[cell].format}
        self.types |= dict.fromkeys(coded | self.days, _CODED)
        stored = {cell: _CODED if cell in coded else _stored(column) for cell, column in self.kept.items()}
        self.schema = pa.schema([pa.field(name, stored[f"c{at}"]) for at, name in zip(plan.head.keep, plan.head.names, strict=True)])
        self.found = Plain(empty=[0] * len(self.kept))
        self.line = plan.head.first_line
        self.local = threading.local()

    def _type(self, column: Column) -> pa.DataType:
        if column.type == "integer" and column.format in ("", ",", "."):
            return pa.int64()
        if column.type in ("number", "money") and column.format == self.decimal:
            return pa.float64()
        return pa.string()

    def _is_plain_day(self, column: Column) -> bool:
        return column.type in ("date", "datetime") and column.format == self.moment and column.role != "birth_date"

    def write(self, source: Source, target: Path, progress: Progress | None) -> Plain:
        named = zip(self.plan.head.keep, self.plan.head.names, strict=True)
        often = [name for at, name in named if self._repeats(at) or f"c{at}" in self.days]
        waiting: deque[tuple[Future[_Piece], int]] = deque()
        written: Future[None] | None = None
        with (
            source.opened() as file,
            pq.ParquetWriter(target, self.schema, compression="snappy", use_dictionary=often, store_schema=False) as writer,
            ThreadPoolExecutor(1) as aside,
            ThreadPoolExecutor(AT_ONCE) as workers,
        ):
            pieces = self._pieces(file)
            while True:
                while len(waiting) < AT_ONCE and (piece := next(pieces, None)) is not None:
                    waiting.append((workers.submit(self._typed, piece[0]), piece[1]))
                if not waiting:
                    break
                done, read = waiting.popleft()
                table = self._added(done.result())
                if written is not None:
                    written.result()
                written = aside.submit(writer.write_table, table)
                if progress:
                    progress(0.35 + 0.6 * read / source.size, "")
            if written is not None:
                written.result()
        return self.found

    def _added(self, piece: "_Piece") -> pa.Table:
        """The rows of a piece, once all pieces before it are counted."""
        self._remember(piece)
        self.found.rows += piece.table.num_rows
        self.found.empty = [
            empty + column.null_count for empty, column in zip(self.found.empty, piece.table.columns, strict=True)
        ]
        self.line += piece.lines
        return piece.table

    def _repeats(self, at: int, share: float = 0.1) -> bool:
        cells = [row[at] for row in self.plan.sample]
        return len(set(cells)) < share * len(cells)

    def _pieces(self, file: IO[bytes]) -> Iterator[tuple[bytearray, int]]:
        """Whole lines of the body, and how far the file was read."""
        file.seek(self.plan.characters.mark)
        rest, skip = bytearray(), self.plan.head.first_line - 1
        read = self.plan.characters.mark
        quote = self.plan.dialect.quote.encode()
        while True:
            data = bytearray(len(rest) + PIECE)
            data[: len(rest)] = rest
            with memoryview(data) as room:
                fresh = file.readinto(room[len(rest) :])  # type: ignore[attr-defined]
            read += fresh
            del data[len(rest) + fresh :]
            if not data:
                return
            cut = data.rfind(b"\n") + 1 if fresh else len(data)
            if cut == 0:
                raise Unfit
            rest = data[cut:]
            del data[cut:]
            while skip:
                data, skip = data[data.find(b"\n") + 1 :], skip - 1
            if (quote and quote in data) or b"\0" in data:
                raise Unfit
            if data:
                yield data, read
            if not fresh:
                return

    def _utf8(self, data: bytearray) -> bytes | bytearray:
        encoding = self.plan.characters.encoding
        if encoding == "utf-8" or data.isascii():
            return data
        return data.decode(encoding, "replace").encode()

    def _typed(self, raw: bytearray) -> "_Piece":
        data = self._utf8(raw)
        odd: list[str] = []
        try:
            table = self._read(data, self.types, odd)
            columns = [self._checked(table.column(cell).combine_chunks(), column) for cell, column in self.kept.items()]
        except pa.ArrowInvalid as error:
            if "UTF8" in str(error):
                raise Unfit from error
            odd = []
            table = self._read(data, dict.fromkeys(self.kept, pa.string()), odd)
            columns = [self._converted(table.column(cell).combine_chunks(), column) for cell, column in self.kept.items()]
        lines = int(np.count_nonzero(np.frombuffer(data, dtype=np.uint8) == 10))
        if table.num_rows + len(odd) > lines + 1:
            raise Unfit  # a lone carriage return ends lines here
        cast = [_as(column, field.type) for column, field in zip(columns, self.schema, strict=True)]
        return _Piece(pa.Table.from_arrays(cast, schema=self.schema), lines, odd, data if odd else b"")

    def _read(self, data: bytes | bytearray, types: dict[str, pa.DataType], odd: list[str]) -> pa.Table:
        def handle(row: csv.InvalidRow) -> str:
            odd.append(row.text)
            if len(odd) > 10_000:
                raise Unfit
            return "skip"

        return csv.read_csv(
            pa.BufferReader(data),
            read_options=csv.ReadOptions(column_names=self.all, block_size=PIECE + limits.MIB, use_threads=False),
            parse_options=csv.ParseOptions(delimiter=self.plan.dialect.delimiter, quote_char=False, invalid_row_handler=handle),
            convert_options=csv.ConvertOptions(
                column_types=types, include_columns=list(self.kept), null_values=[""], strings_can_be_null=True, decimal_point=self.decimal or ".",
                check_utf8=True,
            ),
        )  # fmt: skip

    def _checked(self, cells: pa.Array, column: Column) -> pa.Array:
        """Values that Arrow read; cells that may need care go through SQL."""
        if self._is_plain_day(column):
            return self._days(cells, column)
        if pa.types.is_dictionary(cells.type):
            once = self._texts(cells.dictionary, column)
            return cells if once.equals(cells.dictionary) else self._texts(cells.cast(pa.string()), column)
        if pa.types.is_string(cells.type):
            return self._texts(cells, column) if column.type in _TEXTS and column.format == "" else self._converted(cells, column)
        if pa.types.is_floating(cells.type) and not pc.all(pc.is_finite(cells), min_count=0).as_py():
            raise pa.ArrowInvalid("a number without end")
        return cells

    def _days(self, cells: pa.Array, column: Column) -> pa.Array:
        """Days as Arrow reads them, unless that would carry 31 February over into March, or reads a year of two digits as one of four."""
        coded = pa.types.is_dictionary(cells.type)
        texts = cells.dictionary if coded else cells
        part = re.split("[ T]", self.moment)[0]
        try:
            moments = pc.strptime(texts, self.moment, "us")
            once = pc.utf8_slice_codeunits(texts, 0, 10 if "%Y" in part else 8).dictionary_encode().dictionary
            told = pc.strptime(once, part, "s")
            exact = pc.all(pc.and_(pc.equal(pc.strftime(told, part), once), pc.greater_equal(told, _EARLIEST)), min_count=0).as_py()
        except pa.ArrowInvalid:
            exact = False
        if not exact:
            return self._converted(cells.cast(pa.string()), column)
        return moments.take(cells.indices) if coded else moments

    def _texts(self, cells: pa.Array, column: Column) -> pa.Array:
        if not len(cells):
            return cells
        _valid, offsets, text = cells.buffers()
        if text is None or not text.size:
            return cells
        ends = np.frombuffer(offsets, dtype=np.int32)[cells.offset : cells.offset + len(cells) + 1]
        letters = np.frombuffer(text, dtype=np.uint8)
        starts = letters.take(ends[:-1], mode="clip").astype(np.uint16) << 8 | letters.take(ends[:-1] + 1, mode="clip")
        simple = _EARLY.take(starts) & _LATE.take(letters.take(ends[1:] - 1, mode="clip")) | (ends[1:] == ends[:-1])
        if simple.all():
            return cells
        care = pa.array(~simple)
        return pc.replace_with_mask(cells, care, self._converted(cells.filter(care), column).cast(pa.string()))

    def _converted(self, cells: pa.Array, column: Column) -> pa.Array:
        if not hasattr(self.local, "con"):
            self.local.con = connected(self.folder)
        con = self.local.con
        con.register("cells", pa.table({"c": cells}))
        made = con.sql(f"SELECT {duckdb_expression(column, 'c')} AS v FROM cells").to_arrow_table()
        con.unregister("cells")
        return made.column(0).combine_chunks()

    def _remember(self, piece: "_Piece") -> None:
        """The line numbers of rows that did not fit."""
        places, data = [], piece.data
        for text in sorted(set(piece.odd)):
            at = -1
            for _time in range(piece.odd.count(text)):
                at = data.find(b"\n" + text.encode(), at + 1) if at >= 0 or not data.startswith(text.encode() + b"\n") else 0
                places.append((max(at, 0), text))
        for at, text in sorted(places):
            line = self.line + data[: at + 1].count(b"\n")
            self.found.odd.append((line, text))


def _as(cells: pa.Array, type_: pa.DataType) -> pa.Array:
    """The values in the type in which they are stored."""
    if cells.type == type_:
        return cells
    return cells.cast(pa.string()).dictionary_encode() if type_ == _CODED else cells.cast(type_)


def _common(columns: Mapping[str, Column]) -> tuple[str, str]:
    """The decimal sign and the way of writing dates that most columns share."""
    signs = [column.format for column in columns.values() if column.type in ("number", "money") and column.format in (",", ".")]
    moments = [
        column.format
        for column in columns.values()
        if column.type in ("date", "datetime")
        and column.format.startswith("%")
        and not set("|ABzbyp") & set(column.format)
        and " uur" not in column.format
    ]
    return max(signs, key=signs.count, default=""), max(moments, key=moments.count, default="")


def _stored(column: Column) -> pa.DataType:
    if column.type == "integer":
        return pa.int64()
    if column.type in ("number", "money", "percent"):
        return pa.float64()
    if column.type in ("date", "datetime"):
        return pa.timestamp("us")
    return pa.bool_() if column.type == "boolean" else pa.string()
