"""How do amounts stand in a table: whole, and written as the reader writes them."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st


def show_amounts(rows: pd.DataFrame, amounts: Iterable[str], columns: dict[str, Any] | None = None, **options: Any) -> None:
    """The table, with these columns in whole euros; `columns` says how others are shown."""
    names = [name for name in amounts if name in rows]
    config = {name: st.column_config.NumberColumn(format="localized") for name in names}
    st.dataframe(rows.round(dict.fromkeys(names, 0)), hide_index=True, column_config={**config, **(columns or {})}, **options)
