"""How do figures stand in a table: written as the reader of the app writes them, whatever the language of the browser; empty when unknown."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from segmentation.language import current_language, date, money, number, percent
from segmentation.ui.once import MOST

CELLS = 60_000  # more is written by the browser: formatting it here would hold up the page
SEEN = 200  # rows of a long list that a page shows: who wants more downloads it
YEARS = 10_000  # whole numbers under this may be years or house numbers: no dot in them


def show_table(
    rows: pd.DataFrame,
    kinds: Mapping[str, str] | None = None,
    currency: str = "EUR",
    columns: dict[str, Any] | None = None,
    **options: Any,
) -> None:
    """The table with every figure, share and date in words of the current language; sorting still goes by the value.

    `kinds`: column → money, amount (whole, without a sign), share, count, days, number, date, plain; the others are told by their type.
    """
    options = {"column_config": columns, "placeholder": "", "hide_index": True, **options}
    if rows.size > CELLS:
        st.dataframe(rows, **options)
    else:
        _written(current_language(), list(rows.index.names), rows, dict(kinds or {}), currency, options)


@st.cache_data(scope="session", max_entries=MOST, show_spinner=False)
def _written(language: str, index: list[str], rows: pd.DataFrame, kinds: dict[str, str], currency: str, options: dict[str, Any]) -> None:
    """Draw it; the same table again in this visit is sent as it was, for writing its figures takes far longer. All of it tells it apart from others."""
    formats = {name: write for name in rows if (write := _writing(rows[name], kinds.get(str(name), ""), currency))}
    st.dataframe(rows.style.format(formats, na_rep=""), **options)


def show_amounts(rows: pd.DataFrame, amounts: Iterable[str], columns: dict[str, Any] | None = None, **options: Any) -> None:
    """The table, with these columns in whole euros; `columns` says how others are shown."""
    show_table(rows, dict.fromkeys(amounts, "amount"), columns=columns, **options)


def _writing(values: pd.Series, kind: str, currency: str) -> Callable[[Any], str] | None:
    """How one value of this column is written; None when it stands as it is."""
    if pd.api.types.is_datetime64_any_dtype(values):
        return date
    if not pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
        return None
    known = values.dropna().astype(float).abs()
    middle, largest = (0.0, 0.0) if known.empty else (float(known.median()), float(known.max()))
    whole = bool((known % 1 == 0).all())
    places = 0 if whole or middle >= 1000 else 1 if middle >= 10 else 2
    if kind == "plain" or (kind == "number" and whole and largest < YEARS):
        return (lambda value: f"{value:.0f}") if whole else lambda value: number(value, places)
    if kind == "money":
        return lambda value: money(value, currency, 0 if whole or middle >= 100 else 2)
    if kind == "share":
        return lambda value: percent(value, 1 if 0 < largest < 0.1 else 0)
    return lambda value: number(value, 0 if kind in ("amount", "count", "days") else places)
