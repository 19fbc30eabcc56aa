"""What each column is: kind, unit, where it came from, how it was worked out, which model of segmentation it serves."""

from typing import TYPE_CHECKING

import pandas as pd

from segmentation.customers.sources import Source
from segmentation.language import _

if TYPE_CHECKING:
    from segmentation.customers.table import CustomerTable

MODELS = ("demographic", "behavioural", "psychographic", "geographic", "technographic", "firmographic", "needs", "value")
_MODEL = {
    "monetary": "value", "sales": "value", "average_order": "value", "margin": "value", "returns_value": "value",
    "age": "demographic", "gender": "demographic", "generation": "demographic", "province": "geographic", "place": "geographic",
}
_MONEY = {"monetary", "sales", "returns_value", "average_order", "discount", "margin", "expected_value"}
_DAYS = {"recency", "tenure", "gap"}


def dictionary(frame: pd.DataFrame, sources: list[Source]) -> pd.DataFrame:
    """One row per column of the customer table."""
    rows = []
    for name in frame.columns:
        rows.append({
            "column": name, "kind": _kind(name, frame[name]), "unit": "", "source": "", "formula": "",
            "model": _MODEL.get(name, "behavioural"), "missing": float(frame[name].isna().mean()) if len(frame) else 0.0,
            "personal": False, "protected": name in ("gender", "age", "generation"),
        })
    return pd.DataFrame(rows).set_index("column")


def _kind(name: str, values: pd.Series) -> str:
    if name in _MONEY:
        return "money"
    if name in _DAYS:
        return "days"
    if name.endswith(("_share", "_rate")):
        return "share"
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_datetime64_any_dtype(values):
        return "date"
    if pd.api.types.is_integer_dtype(values):
        return "count"
    return "number" if pd.api.types.is_numeric_dtype(values) else "category"


def eight_models(columns: pd.DataFrame) -> pd.DataFrame:
    """The eight models of segmentation and the columns that serve each."""
    return pd.DataFrame({"model": MODELS, "columns": [", ".join(columns.index[columns.model == model]) for model in MODELS]})


def describe(customers: "CustomerTable", column: str) -> str:
    """What this column is, in the current language."""
    return _(column)
