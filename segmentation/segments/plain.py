"""What may stand in a table of customers? Any DataFrame as plain columns: numbers, dates, booleans and words, each under a name of its own."""

from typing import Any

import numpy as np
import pandas as pd

from segmentation.errors import WrongChoice
from segmentation.language import _

_AS_THEY_ARE = frozenset({"string", "integer", "floating", "mixed-integer-float", "empty"})


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The same customers with column names in words and nothing in the cells that only a program understands.

    Lists, dictionaries and mixtures become words; decimals and durations (in days) numbers; dates and periods
    moments. Raises WrongChoice when two columns have the same name.

    >>> plain(pd.DataFrame({0: [[1, 2], None]}))["0"].tolist()
    ['[1, 2]', nan]
    """
    if any(type(name) is not str for name in frame.columns):
        frame = frame.set_axis([str(name) for name in frame.columns], axis=1)
    if frame.columns.has_duplicates:
        raise WrongChoice(_("Two columns have the same name."), _("Give every column its own name."))
    changed = {}
    for name in frame.columns:
        values = frame[name]
        column = _plain_column(values)
        if column is not values:
            changed[name] = column
    return frame.assign(**changed) if changed else frame


def _plain_column(values: pd.Series) -> pd.Series:
    kind = values.dtype
    if isinstance(kind, pd.CategoricalDtype):
        odd = [level for level in kind.categories if type(level) is not str]
        return values.cat.rename_categories([_word(level) for level in kind.categories]) if odd else values
    if isinstance(kind, pd.PeriodDtype):
        return values.dt.to_timestamp()
    if isinstance(kind, pd.SparseDtype):
        return _plain_column(values.sparse.to_dense())
    if pd.api.types.is_timedelta64_dtype(kind):
        return values / pd.Timedelta(days=1)
    if pd.api.types.is_complex_dtype(kind) or isinstance(kind, pd.IntervalDtype) or _nested(kind):
        return _words(values)
    return _plain_objects(values) if pd.api.types.is_object_dtype(kind) else values


def _plain_objects(values: pd.Series) -> pd.Series:
    found = pd.api.types.infer_dtype(values, skipna=True)
    if found == "boolean":
        return values.astype("boolean")
    if found == "decimal":
        return values.map(lambda value: float("nan") if _missing(value) else float(value)).astype(float)
    if found in ("date", "datetime", "datetime64"):
        return pd.to_datetime(values, errors="coerce", utc=True)
    return values if found in _AS_THEY_ARE and found != "string" else _words(values)


def _words(values: pd.Series) -> pd.Series:
    return pd.Series([None if _missing(value) else _word(value) for value in values], index=values.index, name=values.name, dtype="str")


def _word(value: Any) -> str:
    """A value as text that can be written to any file."""
    return str(value).encode("utf-8", "replace").decode("utf-8")


def _missing(value: Any) -> bool:
    answer = pd.isna(value) if np.isscalar(value) or value is None or value is pd.NaT or value is pd.NA or not hasattr(value, "__len__") else False
    return bool(answer) if isinstance(answer, bool | np.bool_) else False


def _nested(kind: Any) -> bool:
    arrow = getattr(kind, "pyarrow_dtype", None)
    if arrow is None:
        return False
    import pyarrow as pa

    return bool(pa.types.is_nested(arrow) or pa.types.is_binary(arrow) or pa.types.is_large_binary(arrow))
