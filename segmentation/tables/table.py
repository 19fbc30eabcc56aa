"""What a file became: a Table, whose rows stand as they were written and as typed values."""

import hashlib
import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from segmentation.tables.receipt import Guess, Receipt, Repair


@dataclass(frozen=True)
class Column:
    """What one column is.

    `type` is one of the type codes, `format` how its cells are written (a decimal comma, a date pattern …), `role` what it
    means or None, `reason` why that was thought (a code), `certainty` 0–1, `personal` whether it points at a person,
    `missing` the number of cells without a value.
    """

    name: str
    type: str = "text"
    format: str = ""
    role: str | None = None
    reason: str = ""
    certainty: float = 1.0
    personal: bool = False
    missing: int = 0


@dataclass(frozen=True, eq=False)
class Cells:
    """Where the rows of a table lie: in memory, on disk, or both; what is not there yet is made when somebody asks. `lines`: of each row the line of
    the file on which it begins, where that is known."""

    text: Callable[[], pd.DataFrame]
    frame: Callable[[], pd.DataFrame]
    typed: Path | None = None
    head: Callable[[int], pd.DataFrame] | None = None
    at: Callable[[Sequence[int]], pd.DataFrame] | None = None
    lines: Callable[[], np.ndarray] | None = None


@dataclass(frozen=True, eq=False)
class Table:
    """A file that was read.

    >>> from segmentation.tables import read_table
    >>> table = read_table(b"klant;bedrag\\n007;12,50\\n", name="orders.csv")
    >>> table.text.loc[0].tolist(), table.rows_in, table.rows
    (['007', '12,50'], 1, 1)
    """

    name: str
    cells: Cells
    fingerprint: str = ""
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    kind: str = "unknown"
    export: str | None = None
    columns: dict[str, Column] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    receipt: Receipt = Receipt()
    rejected: pd.DataFrame = field(default_factory=lambda: rejections([]))
    guesses: tuple[Guess, ...] = ()
    rows_in: int = 0
    rows: int = 0
    places: tuple[int, ...] = ()  # of each column, which cell of a row of the file it is
    spool: Path | None = None

    @cached_property
    def text(self) -> pd.DataFrame:
        """Every cell as it stands, as str; an empty cell is ''."""
        return self.cells.text()

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The same rows, typed."""
        return self.cells.frame()

    def head(self, rows: int = 50) -> pd.DataFrame:
        """The first rows of `text`, without reading the rest of a large file."""
        if "text" not in self.__dict__ and self.cells.head is not None:
            return self.cells.head(rows)
        return self.text.head(rows)

    @cached_property
    def lines(self) -> np.ndarray | None:
        """Of each row the line of the file on which it begins, so that it can be mended; None where that is not known, or no row has a line of its own."""
        lines = self.cells.lines() if self.cells.lines is not None else None
        return lines if lines is None or bool((np.diff(lines) > 0).all()) else None

    def at(self, rows: Sequence[int]) -> pd.DataFrame:
        """These rows of `text` (counted from 0), without reading the rest of a large file."""
        if "text" in self.__dict__ or self.cells.at is None:
            return self.text.iloc[list(rows)]
        return self.cells.at(rows)

    def parquet(self) -> Path:
        """The typed rows on disk; written to the spool when they are not there yet."""
        return self._typed

    @cached_property
    def _typed(self) -> Path:
        if self.cells.typed is not None and self.cells.typed.exists():
            return self.cells.typed
        folder = self.spool or spool_folder()
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.fingerprint or 'table'}.parquet"
        if not path.exists():
            write_parquet(self.frame, path)
        return path

    def save(self, folder: Path) -> None:
        """Write everything to a folder, as JSON and Parquet."""
        folder.mkdir(parents=True, exist_ok=True)
        write_parquet(self.rejected, folder / "rejected.parquet")
        if self.cells.head is None or "text" in self.__dict__:
            write_parquet(self.text, folder / "text.parquet")
        target = folder / "frame.parquet"
        if self.cells.typed is not None and self.cells.typed.exists():
            _copy(self.cells.typed, target)
        else:
            write_parquet(self.frame, target)
        if self.lines is not None:
            _write_lines(self.lines, folder / "lines.parquet")
        facts = {name: getattr(self, name) for name in _PLAIN}
        facts["columns"] = [asdict(column) for column in self.columns.values()]
        facts["repairs"] = [asdict(repair) for repair in self.receipt.repairs]
        facts["guesses"] = [asdict(guess) for guess in self.guesses]
        (folder / "table.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Table":
        """The table that was saved in this folder."""
        facts = json.loads((folder / "table.json").read_text(encoding="utf-8"))
        return cls(
            **{name: facts[name] for name in _PLAIN if name not in ("sheets", "places")},
            sheets=tuple(facts["sheets"]),
            places=tuple(facts["places"]),
            columns={column["name"]: Column(**column) for column in facts["columns"]},
            receipt=Receipt(tuple(Repair(**repair) for repair in facts["repairs"])),
            guesses=tuple(Guess(**{**guess, "alternatives": tuple(guess["alternatives"])}) for guess in facts["guesses"]),
            rejected=pd.read_parquet(folder / "rejected.parquet"),
            cells=kept_cells(folder),
        )


_PLAIN = ("name", "sheet", "sheets", "fingerprint", "kind", "export", "roles", "rows_in", "rows", "places")


def kept_cells(folder: Path) -> Cells:
    """Cells that lie on disk; where only the typed rows were kept, their text is written from the values."""
    typed, text, lines = (folder / f"{name}.parquet" for name in ("frame", "text", "lines"))
    numbers = (lambda: _read_lines(lines)) if lines.exists() else None
    if text.exists():
        return Cells(text=lambda: pd.read_parquet(text), frame=lambda: typed_frame(typed), typed=typed, lines=numbers)
    return Cells(
        text=lambda: _as_text(pd.read_parquet(typed)),
        frame=lambda: typed_frame(typed),
        typed=typed,
        head=lambda rows: picked(typed, range(rows)),
        at=lambda rows: picked(typed, rows),
        lines=numbers,
    )


def _as_text(typed: pd.DataFrame) -> pd.DataFrame:
    return typed.astype("string").fillna("").astype("str")


def picked(path: Path, rows: Sequence[int]) -> pd.DataFrame:
    """These rows (counted from 0, in rising order) of a Parquet file, as text; only the parts of it in which they stand are read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        wanted = np.array(rows, dtype=np.int64)
        ends = np.cumsum([0, *(file.metadata.row_group(part).num_rows for part in range(file.num_row_groups))])
        parts = []
        for part, (start, stop) in enumerate(pairwise(ends)):
            inside = wanted[(wanted >= start) & (wanted < stop)] - start
            if len(inside):
                parts.append(file.read_row_group(part).take(inside))
        return _as_text((pa.concat_tables(parts) if parts else file.schema_arrow.empty_table()).to_pandas())


def _write_lines(lines: np.ndarray, path: Path) -> None:
    """Line numbers as the rows at which they do not just go on: a few numbers for millions of rows."""
    breaks = np.flatnonzero(np.diff(lines, prepend=lines[:1] - 2) != 1)
    write_parquet(pd.DataFrame({"row": [*breaks, len(lines)], "line": [*lines[breaks], 0]}, dtype="int64"), path)


def _read_lines(path: Path) -> np.ndarray:
    told = pd.read_parquet(path)
    rows, starts = told["row"].to_numpy(), told["line"].to_numpy()[:-1]
    sizes = np.diff(rows)
    return np.repeat(starts - rows[:-1], sizes) + np.arange(rows[-1])


def typed_frame(path: Path) -> pd.DataFrame:
    """Typed rows from disk, with the types they have in memory: whole numbers and yes/no can be missing."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype(), pa.string(): pd.StringDtype(na_value=float("nan"))}
    kinds[pa.large_string()] = kinds[pa.string()]
    return pq.read_table(path).to_pandas(types_mapper=kinds.get, ignore_metadata=True)


def rejections(rows: list[tuple[int, str, str]]) -> pd.DataFrame:
    """The frame of rows that were set aside: line, reason (a code), text."""
    frame = pd.DataFrame(rows, columns=["line", "reason", "text"])
    return frame.astype({"line": "int64", "reason": "str", "text": "str"})


def fingerprint_of(content: str, choices: dict[str, Any]) -> str:
    """One name for this content read with these choices."""
    told = json.dumps(choices, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(f"{content}\n{told}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def write_parquet(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame in one move: a reader never meets half a file."""
    fresh = path.with_name(f".{path.name}.{tempfile.gettempprefix()}{id(frame)}")
    frame.to_parquet(fresh, index=False, compression="zstd")
    fresh.replace(path)


_SPOOL: list[tempfile.TemporaryDirectory[str]] = []


def spool_folder() -> Path:
    """A folder of this process for rows that have no better place; it goes when the process ends."""
    if not _SPOOL:
        _SPOOL.append(tempfile.TemporaryDirectory(prefix="klantbeeld-", ignore_cleanup_errors=True))
    return Path(_SPOOL[0].name)


def _copy(source: Path, target: Path) -> None:
    """A hard link where the file system allows one: a second copy of ten million rows costs nothing then."""
    import os
    import shutil

    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
