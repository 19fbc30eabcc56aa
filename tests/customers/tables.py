"""Tiny hand-made tables, as the reading room would give them."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd

PLAIN = ("customer", "date", "amount", "order", "product", "quantity", "price")


def table(kind: str, rows: dict[str, list[Any]], name: str | None = None, **roles: str) -> Any:
    """A table of this kind whose columns are named after their roles, unless `roles` (role=column) says otherwise."""
    frame = pd.DataFrame(rows)
    given = roles or {column: column for column in frame.columns}
    return SimpleNamespace(
        name=name or f"{kind}.csv", kind=kind, roles=given, frame=frame, columns={}, rejected=[], fingerprint=f"{name}{kind}{rows}"
    )


def stored(kind: str, path: Path, name: str, **roles: str) -> Any:
    """A table whose rows lie on disk."""
    return SimpleNamespace(
        name=name, kind=kind, roles=roles, parquet=lambda: path, columns={}, rejected=[], fingerprint=str(path)
    )
