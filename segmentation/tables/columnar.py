"""How does a Parquet file become a relation of cells?"""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from segmentation.errors import ReadError
from segmentation.language import _
from segmentation.tables import limits
from segmentation.tables.engine import Relation, connected, literal, quoted
from segmentation.tables.names import clean, unique
from segmentation.tables.source import Source

_THREE = "'^(-?[1-9][0-9]{0,2}\\.[0-9]{3})$', '\\10'"


def parquet_relation(source: Source, folder: Path) -> tuple[Relation, int]:
    """The rows of a Parquet file, with every cell also as text, and how many there are.

    Whole numbers stored as floats are written without `.0`. Raises ReadError for a damaged file or one that unpacks to too much.
    """
    path = source.on_disk()
    try:
        facts = pq.read_metadata(path)
        schema = facts.schema.to_arrow_schema()
        names = list(schema.names)
        cells = facts.num_rows * max(1, facts.num_columns)
        if facts.num_columns > limits.MOST_COLUMNS:
            raise limits.too_many_columns(facts.num_columns)
        if cells > limits.FREE_PARQUET_CELLS and cells > limits.MOST_PARQUET_CELLS_PER_BYTE * source.size:
            raise limits.too_large_unpacked()
        check_dictionaries(facts, source.size)
        if facts.num_rows == 0 or not names:
            raise ReadError(_("There are no rows in this file."), _("Export it again and choose the new file."))
        origin = f"read_parquet({literal(str(path))})"
        with connected(folder) as con:
            own = con.sql(f"SELECT * FROM {origin} LIMIT 0").columns  # the engine knows "A" and "a" by other names
            kinds = dict(zip(own, schema.types, strict=True))
            whole = _whole(con, origin, [name for name, kind in kinds.items() if pa.types.is_floating(kind)])
        pairs = [_cell(quoted(name), kind, name in whole) for name, kind in kinds.items()]
    except (pa.ArrowException, duckdb.Error, OSError, ValueError, KeyError) as error:
        raise limits.broken("Parquet") from error
    shown = unique([clean(name) for name in names])
    return Relation(
        origin, tuple(shown), tuple(cell for cell, _n in pairs), tuple(native for _c, native in pairs)
    ), facts.num_rows


def check_dictionaries(facts: pq.FileMetaData, size: int) -> None:
    """Raise ReadError when pages say that they unpack to far more than the file."""
    total = sum(facts.row_group(group).total_byte_size for group in range(facts.num_row_groups))
    limits.check_ratio(size, max(0, total))


def _whole(con: duckdb.DuckDBPyConnection, origin: str, floats: list[str]) -> set[str]:
    """Float columns that hold whole numbers only: ids and counts that met an empty cell somewhere."""
    if not floats:
        return set()
    asked = ", ".join(
        f"bool_and(isnan({quoted(name)}) OR ({quoted(name)} = trunc({quoted(name)}) AND abs({quoted(name)}) < 9e15))"
        for name in floats
    )
    answers = con.execute(f"SELECT {asked} FROM {origin}").fetchone() or ()
    return {name for name, answer in zip(floats, answers, strict=True) if answer}


def _cell(column: str, kind: pa.DataType, whole: bool) -> tuple[str, str | None]:
    """SQL of the cell as text, and its native type with the SQL of the value."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    if pa.types.is_floating(kind):
        value = f"CASE WHEN isnan({column}) THEN NULL ELSE {column} END"
        if whole:
            return f"CAST(CAST({value} AS BIGINT) AS VARCHAR)", f"integer {value}"
        return f"regexp_replace(CAST({value} AS VARCHAR), {_THREE})", f"number {value}"
    if pa.types.is_integer(kind):
        return f"CAST({column} AS VARCHAR)", f"integer {column}"
    if pa.types.is_decimal(kind):
        return f"regexp_replace(CAST({column} AS VARCHAR), {_THREE})", f"number {column}"
    if pa.types.is_timestamp(kind) or pa.types.is_date(kind):
        moment = f"CAST({column} AS TIMESTAMP)"
        return f"regexp_replace(CAST({moment} AS VARCHAR), ' 00:00:00$', '')", f"moment {column}"
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return f"NULLIF({column}, '')", None
    return f"NULLIF(CAST({column} AS VARCHAR), '')", None


def sampled(con: duckdb.DuckDBPyConnection, relation: Relation, rows: int, most: int) -> pa.Table:
    """Rows spread evenly over the whole file, the same ones every time."""
    step = max(1, rows // most)
    wanted = ", ".join(f"{cell} AS {quoted(name)}" for name, cell in zip(relation.names, relation.cells, strict=True))
    taken = {name.lower() for name in con.sql(f"SELECT * FROM {relation.source} LIMIT 0").columns}
    place = next(name for name in ("place" + "_" * length for length in range(len(taken) + 1)) if name not in taken)
    numbered = f"SELECT *, row_number() OVER () - 1 AS {place} FROM {relation.source}"
    return con.sql(f"SELECT {wanted} FROM ({numbered}) WHERE {place} % {step} = 0").to_arrow_table()
