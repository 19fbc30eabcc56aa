"""How do the cells of a whole table become values, and which of them do not fit?

>>> text = pd.DataFrame({"Bedrag": ["€ 1,50", "gratis"]}, dtype="str")
>>> frame, repairs, failed = convert(text, {"Bedrag": Column("Bedrag", "money", ",")})
>>> frame.Bedrag.tolist(), failed.row.tolist(), repairs[0].code
([1.5, nan], [1], 'currency')
"""

import threading
from collections.abc import Mapping, Sequence

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from segmentation.tables.privacy import mask
from segmentation.tables.receipt import Repair
from segmentation.tables.sql import DATED, LOOSE, MISSING, MISSING_DATES, NUMERIC, SPACES, expression, misfit, nothing
from segmentation.tables.table import Column
from segmentation.tables.types import body_of

_LOCAL = threading.local()
AT_ONCE = 200  # columns in one statement: the engine takes a statement of ten thousand apart for minutes
_TRIES = 50  # cells that are looked at for an example of a repair
_NOTHING, _NO_DATE = frozenset(MISSING), frozenset(MISSING_DATES)
_CURRENCIES = {"€": r"€|(?i:eur)", "$": r"\$|(?i:usd)", "£": r"£|(?i:gbp)", "¥": r"¥|(?i:jpy)"}
_PATTERNS = {
    "currency": r"[€$£¥]|(?i:eur|usd|gbp)",
    "minus_behind": r"\d\s?[-−–]\s*$",
    "brackets": r"^\s*\(.*\)\s*$",
    "percent": "%",
    "unit": r"\d\s*[a-zA-Z]+\.?\s*$",
    "thousands": r"\d[.,]\d{3}[.,]?",
    "decimal_comma": r"\d,\d",
    "digit_spaces": r"\d[ \x{A0}\x{202F}\x{2009}'’]\d",
}


def duckdb_expression(column: Column, cell: str) -> str:
    """SQL that turns a varchar cell into the value of this column, the same that `convert` gives; NULL where it does not fit.

    >>> import duckdb
    >>> duckdb.sql("SELECT " + duckdb_expression(Column("datum", "date", "%d-%m-%Y"), "'3-4-2024'")).fetchall()
    [(datetime.datetime(2024, 4, 3, 0, 0),)]
    """
    if column.reason == "bsn_refused" or column.type == "empty":
        return "CAST(NULL AS VARCHAR)"
    return expression(column.type, column.format, cell, column.role)


def convert(text: pd.DataFrame, columns: Mapping[str, Column]) -> tuple[pd.DataFrame, list[Repair], pd.DataFrame]:
    """The cells as values: a typed frame, what was repaired on the way, and the cells that did not fit (row position, column, reason).

    Numbers become float64, whole numbers Int64, dates datetime64, yes and no boolean, everything else str. A cell without a value, or
    that does not fit, is missing in the frame.
    """
    names = [str(name) for name in text.columns]
    if not names:
        return text.copy(), [], _failures([])
    made, as_they_stand = list[pd.Series](), list[bool]()
    for start in range(0, len(names), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        found, stood = _values(text.iloc[:, part], [columns[name] for name in names[part]])
        made, as_they_stand = made + found, as_they_stand + stood
    failed, repairs = [], list[Repair]()
    for (_name, cells), values, name, same in zip(text.items(), made, names, as_they_stand, strict=True):
        if not same:
            unfit = _unfit(cells, values, columns[name])
            failed += [(row, name, misfit(columns[name].type)) for row in unfit]
            repairs += _repairs(cells, values, columns[name], unfit)
    frame = pd.DataFrame(dict(enumerate(made)))
    frame.columns = pd.Index(names, dtype="str")
    frame.index = text.index
    return frame, repairs, _failures(failed)


def _values(text: pd.DataFrame, columns: Sequence[Column]) -> tuple[list[pd.Series], list[bool]]:
    """The values per column, and whether every cell was its value as it stood."""
    cells = [pa.array(column, type=pa.large_string(), from_pandas=True) for _name, column in text.items()]
    ready = {place: value for place, one in enumerate(cells) if (value := _as_they_stand(one, columns[place])) is not None}
    asked = [place for place in range(len(columns)) if place not in ready]
    if asked:
        table = pa.table([*(cells[place] for place in asked), pa.array(np.arange(len(text)))], names=[*(f"c{place}" for place in asked), "row"])
        wanted = ", ".join(f"{duckdb_expression(columns[place], f'c{place}')} AS c{place}" for place in asked)
        with _cursor() as cursor:
            typed = _in_order(cursor.from_arrow(table).project(f"{wanted}, row").to_arrow_table())
        ready |= {place: typed.column(f"c{place}") for place in asked}
    return [_series(ready[place], column) for place, column in enumerate(columns)], [place not in asked for place in range(len(columns))]


def _as_they_stand(cells: pa.Array, column: Column) -> pa.ChunkedArray | None:
    """The values where every cell is its value already, else None. A statement costs the engine milliseconds for each column."""
    bare = pc.if_else(pc.equal(cells, ""), None, cells)
    if column.reason == "bsn_refused" or column.format.endswith("%"):
        return None
    if column.type in NUMERIC and pc.all(pc.match_substring_regex(bare, r"^-?\d{1,15}$")).as_py() is not False:
        return pa.chunked_array([bare.cast(pa.int64() if column.type == "integer" else pa.float64())])
    if column.type in ("text", "id", "category") and not column.format:
        odd = pc.match_substring_regex(bare, f"{LOOSE}|^(?:{nothing(column.type, column.role)})$")
        return None if pc.any(odd).as_py() else pa.chunked_array([bare])
    return None


def _in_order(typed: pa.Table) -> pa.Table:
    """The rows in the order in which they went in: with several threads the engine does not keep it."""
    row = typed.column("row").to_numpy()
    return typed if (row[1:] > row[:-1]).all() else typed.take(pa.array(row.argsort()))


def _cursor() -> duckdb.DuckDBPyConnection:
    """A cursor on this thread's own connection: opening one for every small table would take longer than the table."""
    if not hasattr(_LOCAL, "connection"):
        _LOCAL.connection = duckdb.connect()
    return _LOCAL.connection.cursor()


def _series(values: pa.ChunkedArray, column: Column) -> pd.Series:
    if column.type in ("integer",):
        return values.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
    if column.type == "boolean":
        return values.to_pandas(types_mapper={pa.bool_(): pd.BooleanDtype()}.get)
    if column.type in ("number", "money", "percent"):
        return values.to_pandas().astype("float64")
    if column.type in DATED:
        return values.to_pandas().astype("datetime64[us]")
    return pd.Series(values.to_pandas(), dtype="str")


def _failures(rows: list[tuple[int, str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["row", "column", "reason"]).astype({"row": "int64", "column": "str", "reason": "str"})


def _unfit(cells: pd.Series, values: pd.Series, column: Column) -> list[int]:
    """Positions of cells that hold something which is not a value of this type."""
    if column.type not in (*NUMERIC, *DATED, "boolean"):
        return []
    empty = values.isna().to_numpy().nonzero()[0]
    words = _NOTHING | _NO_DATE if column.type in DATED else _NOTHING
    left = cells.iloc[empty]
    return [
        int(row)
        for row, cell in zip(empty, left, strict=True)
        if isinstance(cell, str) and cell.strip(SPACES).lower() not in words
    ]


def _repairs(cells: pd.Series, values: pd.Series, column: Column, unfit: list[int]) -> list[Repair]:
    """What was read otherwise than it stood, with how often and an example; examples of personal columns are masked."""
    text = pa.array(cells, type=pa.large_string(), from_pandas=True)
    empty = values.isna().to_numpy()
    repairs = []
    for code in _possible(column, bool(empty.any())):
        if code == "missing_word":
            places = (empty & (cells.fillna("") != "").to_numpy()).nonzero()[0]
        else:
            found = pc.match_substring_regex(text, _shape(code, column))
            places = (pc.fill_null(found, False).to_numpy(zero_copy_only=False) & ~empty).nonzero()[0]
        at = next((at for at in places[:_TRIES] if code in _codes(cells.iloc[at], values.iloc[at], column)), None)
        if at is not None:
            before, after = cells.iloc[at], _shown(values.iloc[at])
            if column.personal:
                before, after = ("••••", "••••") if column.type in DATED else (mask(before), mask(after))
            count = len(places) if code not in ("date", "yes_no", "missing_word") else _count(cells, values, code, len(unfit))
            repairs.append(Repair(code, count, column.name, before[:80], after[:80]))
    if any(repair.code == "currency" for repair in repairs):
        repairs += _mixed_money(cells, text, column.name)
    if unfit:
        example = str(cells.iloc[unfit[0]])
        repairs.append(Repair("unfit", len(unfit), column.name, (mask(example) if column.personal else example)[:80]))
    return repairs


def _mixed_money(cells: pd.Series, text: pa.Array, name: str) -> list[Repair]:
    """Amounts in another currency than most of their column: they are read as they stand, and that must be said."""
    found = {sign: pc.fill_null(pc.match_substring_regex(text, shape), False).to_numpy(zero_copy_only=False) for sign, shape in _CURRENCIES.items()}
    counts = {sign: int(hit.sum()) for sign, hit in found.items() if hit.any()}
    if len(counts) < 2:
        return []
    main = max(counts, key=lambda sign: counts[sign])
    others = np.logical_or.reduce([found[sign] for sign in counts if sign != main])
    return [Repair("currencies", int(others.sum()), name, str(cells.iloc[int(others.argmax())])[:80], main)]


def _possible(column: Column, empty: bool) -> list[str]:
    """The repairs that can occur in a column of this type."""
    own: list[str] = [*_PATTERNS] if column.type in NUMERIC else []
    if column.type in DATED:
        own = ["date"]
    elif column.type == "boolean":
        own = ["yes_no"]
    elif column.type == "id" and column.format == ".0":
        own = ["point_zero"]
    return [*own, "missing_word"] if empty else own


def _shape(code: str, column: Column) -> str:
    """A pattern that every cell with this repair matches."""
    if code == "thousands":
        return r"\d\.\d{3}" if column.format.startswith(",") else r"\d,\d{3}"
    if code == "date":
        return "." if column.format in ("excel", "epoch", "epoch_ms") else r"^\D|^\d{1,3}(?:\D|$)"
    return _PATTERNS.get(code) or {"yes_no": ".", "point_zero": r"\.0$"}[code]


def _codes(cell: str, value: object, column: Column) -> list[str]:
    if pd.isna(value):  # type: ignore[call-overload]
        return ["missing_word"] if cell.strip(SPACES).lower() in _NOTHING and cell.strip(SPACES) else []
    if column.type in NUMERIC:
        body, around = body_of(cell) or ("", frozenset[str]())
        codes: list[str] = [
            code for code in ("currency", "minus_behind", "brackets", "percent", "unit", "digit_spaces") if code in around
        ]
        marks = [sign for sign in body if sign in ",."]
        if "," in marks and column.format.startswith(","):
            codes.append("decimal_comma")
        if len(marks) > 1 or marks and marks[0] != column.format[:1]:
            codes.append("thousands")
        return codes
    if column.type in DATED:
        return ["date"] if not cell[:4].isdigit() or column.format.endswith("serial") or column.format in ("excel", "epoch", "epoch_ms") else []
    if column.type == "id" and column.format == ".0":
        return ["point_zero"] if cell.endswith(".0") else []
    return ["yes_no"] if column.type == "boolean" else []


def _count(cells: pd.Series, values: pd.Series, code: str, unfit: int) -> int:
    if code == "missing_word":
        return int(values.isna().sum()) - unfit - int((cells.isna() | (cells == "")).sum())
    return int(values.notna().sum())


def _shown(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d" if value == value.normalize() else "%Y-%m-%d %H:%M:%S")
    return f"{value:.12g}" if isinstance(value, float) else str(value)
