"""How a file becomes a Table."""

import csv
import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from segmentation.errors import ReadError
from segmentation.language import _
from segmentation.tables.receipt import Receipt
from segmentation.tables.table import Cells, Column, Table, fingerprint_of


def read_table(
    source: str | Path | bytes,
    name: str | None = None,
    *,
    sheet: str | None = None,
    reading: dict[str, Any] | None = None,
    roles: dict[str, str | None] | None = None,
    types: dict[str, str] | None = None,
    kind: str | None = None,
    mended: dict[int, list[str]] | None = None,
    spool: Path | None = None,
    progress: Callable[[float, str], None] | None = None,
) -> Table:
    """Read a file as people really have them."""
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    name = name or (Path(source).name if not isinstance(source, bytes) else "table")
    if not data.strip():
        raise ReadError(_("This file is empty."), _("Export it again and choose the new file."))
    text = data.decode("utf-8-sig", errors="replace")
    delimiter = max(",;\t|", key=text.split("\n", 1)[0].count)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    width = len(rows[0])
    grid = pd.DataFrame([(row + [""] * width)[:width] for row in rows[1:]], columns=rows[0], dtype="str")
    try:
        from segmentation.tables.meaning import convert, understand

        meaning = understand(grid, name, roles=roles, types=types, kind=kind)
        frame, repairs, _failed = convert(grid, meaning.columns)
        found = {"columns": meaning.columns, "roles": meaning.roles, "kind": meaning.kind, "export": meaning.export}
    except ImportError:
        frame, repairs = grid, []
        found = {"columns": {c: Column(c) for c in grid.columns}, "roles": dict(roles or {}), "kind": kind or "unknown"}
    return Table(
        name=name,
        cells=Cells(text=lambda: grid, frame=lambda: frame),
        fingerprint=fingerprint_of(hashlib.sha256(data).hexdigest(), {"reading": reading, "roles": roles, "types": types}),
        receipt=Receipt(tuple(repairs)),
        rows_in=len(grid),
        rows=len(grid),
        spool=spool,
        **found,
    )
