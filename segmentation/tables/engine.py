"""How do many rows become typed rows on disk, without ever being in memory together?

A `Relation` says where the rows are and how each cell is written as text; the engine (DuckDB, out of core) converts and writes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from segmentation.tables.meaning import convert, duckdb_expression
from segmentation.tables.receipt import Repair
from segmentation.tables.table import Column

SOME = 20_000  # cells looked at to say what was repaired
MOST_DIFFERENT = 2_000
_NUMBERS = {"number": "DOUBLE", "money": "DOUBLE", "percent": "DOUBLE", "integer": "BIGINT"}
_MOMENTS = {"date": "TIMESTAMP", "datetime": "TIMESTAMP"}


@dataclass(frozen=True)
class Relation:
    """Rows somewhere: a FROM clause, and per column its name, the SQL of its cell as text (NULL when empty), and its native SQL, if it has a type."""

    source: str
    names: tuple[str, ...]
    cells: tuple[str, ...]
    native: tuple[str | None, ...] = ()
    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()

    def text_sql(self) -> str:
        made = ", ".join(
            f"{'NULL' if name in self.refused else cell} AS {quoted(name)}"
            for name, cell in zip(self.names, self.cells, strict=True)
        )
        return f"SELECT {made} FROM {self.source}"

    def typed_sql(self, columns: Mapping[str, Column]) -> str:
        parts = [f"{self.value(at, columns[name])} AS {quoted(name)}" for at, name in enumerate(self.names)]
        return f"SELECT {', '.join(parts)} FROM {self.source}"

    def value(self, at: int, column: Column) -> str:
        """SQL of the typed value; what already has a fitting type is not written out and read again."""
        native = self.native[at] if self.native else None
        if native and column.name not in self.refused:
            numeric = native.split(" ", 1)[0] in ("number", "integer")
            if numeric and column.type in _NUMBERS and (column.type != "integer" or native.startswith("integer")):
                return f"CAST({native.split(' ', 1)[1]} AS {_NUMBERS[column.type]})"
            if native.startswith("moment") and column.type in _MOMENTS:
                return f"CAST({native.split(' ', 1)[1]} AS TIMESTAMP)"
        return duckdb_expression(column, self.cells[at])


def connected(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection of its own, that spills to this folder and reaches for nothing outside this computer."""
    con = duckdb.connect(config={"temp_directory": str(folder), "memory_limit": "2GB", "autoinstall_known_extensions": "false"})
    con.execute("SET autoload_known_extensions = false")
    con.execute(
        "SET disabled_optimizers = 'common_subexpressions,in_clause'"
    )  # they compute the rare branch of a CASE for every row
    return con


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""').replace("\0", "") + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def opened(relation: Relation, folder: Path) -> duckdb.DuckDBPyConnection:
    con = connected(folder)
    for name, table in relation.tables.items():
        con.register(name, table)
    return con


def text_of(relation: Relation, folder: Path, rows: int | None = None) -> pd.DataFrame:
    """The cells as they stand: all of them, or the first ones."""
    limit = "" if rows is None else f" LIMIT {rows}"
    with opened(relation, folder) as con:
        table = con.sql(relation.text_sql() + limit).to_arrow_table()
    return frame_of([*relation.names], [column.fill_null("") for column in table.columns])


def frame_of(names: list[str], columns: list[pa.ChunkedArray] | list[pa.Array]) -> pd.DataFrame:
    """A frame of str out of Arrow columns."""
    frame = pd.DataFrame({at: pd.array(column, dtype="str") for at, column in enumerate(columns)})  # type: ignore[call-overload]
    frame.columns = pd.Index(names, dtype="str")
    return frame


def written(con: duckdb.DuckDBPyConnection, query: str, target: Path) -> tuple[int, list[int]]:
    """Write the rows of a query as Parquet; returns how many rows, and how many cells of each column have no value."""
    import pyarrow.parquet as pq

    con.execute(f"COPY ({query}) TO {literal(str(target))} (FORMAT parquet, PARQUET_VERSION v2)")
    facts = pq.read_metadata(target)
    empty = [0] * facts.num_columns
    for group in range(facts.num_row_groups):
        for at in range(facts.num_columns):
            known = facts.row_group(group).column(at).statistics
            empty[at] += known.null_count if known is not None and known.has_null_count else facts.row_group(group).num_rows
    return facts.num_rows, empty


def unfit_cells(
    con: duckdb.DuckDBPyConnection, relation: Relation, columns: Mapping[str, Column], empty: list[int]
) -> list[Repair]:
    """Cells that hold something but got no value, per column, over all rows."""
    repairs = []
    for at, name in enumerate(relation.names):
        column = columns[name]
        if not empty[at] or column.type not in (*_NUMBERS, *_MOMENTS, "time", "boolean") or name in relation.refused:
            continue
        cell, value = relation.cells[at], relation.value(at, column)
        found = con.execute(
            f"SELECT c, count(*) FROM (SELECT {cell} AS c, {value} AS v FROM {relation.source}) "
            f"WHERE v IS NULL AND c IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_DIFFERENT}"
        ).fetchall()
        if not found:
            continue
        some = pd.DataFrame({name: pd.Series([cell for cell, _count in found], dtype="str")})
        _frame, _repairs, failed = convert(some, {name: column})
        rows = sorted(set(failed["row"]))
        if rows:
            example = "" if column.personal else str(found[rows[0]][0])[:80]
            repairs.append(Repair("unfit", sum(found[row][1] for row in rows), name, example))
    return repairs


def repairs_over_all(sample: pd.DataFrame, columns: Mapping[str, Column], rows: int, empty: list[int]) -> list[Repair]:
    """What was repaired, counted in a sample and told for all rows: exactly where it holds for every cell, else in proportion."""
    frame, repairs, _failed = convert(sample, dict(columns))
    filled = {name: max(1, int(frame[name].notna().sum())) for name in frame.columns}
    missing = dict(zip(sample.columns, empty, strict=True))
    return [
        replace(repair, count=max(1, round((rows - missing[repair.where]) * min(1.0, repair.count / filled[repair.where]))))
        if repair.where in filled and repair.code != "missing_word"
        else repair
        for repair in repairs
        if repair.code != "unfit"
    ]


def with_missing(columns: Mapping[str, Column], empty: list[int]) -> dict[str, Column]:
    """The columns, with the number of cells without a value counted over all rows."""
    return {name: replace(column, missing=count) for (name, column), count in zip(columns.items(), empty, strict=True)}
