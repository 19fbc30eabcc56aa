"""Where does each amount of one customer come from: the quantities and rates behind it, and the lines?"""

from typing import Any

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, date, money, number, percent
from segmentation.study import Study
from segmentation.ui.once import once
from segmentation.ui.text import safe


def show_trace(study: Study, analysis: Analysis, chosen: str) -> None:
    """The statement of this customer in one line, a table of rates and a table of lines."""
    from segmentation.economics.trace import lines_of
    from segmentation.economics.words import column_titles

    found = analysis.economics
    row = found.customers.loc[chosen]
    parts = {
        title: money(row[name], study.currency, 2) for name, title in column_titles(list(found.cents)).items() if row[name]
    }
    st.markdown(safe(" · ".join(f"{title} {value}" for title, value in parts.items())))
    st.dataframe(_rates(study, found, chosen), hide_index=True)
    lines = once((analysis.key("customers"), "lines", chosen), lines_of, analysis.customers, chosen)
    st.dataframe(_written(study, lines), hide_index=True, placeholder="")


def _rates(study: Study, found: Any, chosen: str) -> pd.DataFrame:
    """Each rate times its quantity, written as the reader writes them; together all costs of this customer."""
    from segmentation.economics.trace import label_of, rates_of

    rows = []
    for row in rates_of(found, chosen).itertuples():
        counted, price = _quantity_and_price(str(row.name), row.quantity, row.rate, row.euros, study.currency)
        names = (_("Cost"), _("How many"), _("Price"), _("Amount"))
        rows.append(dict(zip(names, (label_of(str(row.name)), counted, price, money(row.euros, study.currency, 2)), strict=True)))
    return pd.DataFrame(rows)


def _quantity_and_price(name: str, quantity: Any, rate: Any, euros: float, currency: str) -> tuple[str, str]:
    """Pieces times a price, or an amount times a share; a part of what is shared with others has neither."""
    from segmentation.economics.fields import BY_NAME

    field = BY_NAME.get(name)
    if pd.isna(rate):
        return "", ""
    share = field is None or field.unit == "share"
    counted = money(quantity, currency, 2) if field is None or field.driver == "revenue" else _count(quantity)
    if share:
        return counted, percent(rate, _places(quantity, rate, euros, 3) - 2)
    return counted, money(rate, currency, _places(quantity, rate, euros, 2))


def _places(quantity: float, rate: float, euros: float, least: int) -> int:
    """As many decimals of a rate as whoever multiplies it by the quantity needs to find the amount to the cent."""
    return next((places for places in range(least, 7) if abs(quantity * round(rate, places) - euros) <= 0.005), least)


def _written(study: Study, lines: pd.DataFrame) -> Any:
    """The lines with dates, amounts and pieces as the reader writes them; sorting still goes by the value."""
    from segmentation.economics.trace import line_titles

    def euros(value: float) -> str:
        return money(value, study.currency, 2)

    ways = {"date": date, "amount": euros, "discount": euros, "quantity": _count}
    titles = line_titles()
    shown = lines.assign(date=pd.to_datetime(lines["date"], errors="coerce")) if "date" in lines else lines
    return shown.rename(columns=titles).style.format(
        {titles[name]: way for name, way in ways.items() if name in lines}, na_rep=""
    )


def _count(value: Any) -> str:
    return number(value, 0 if float(value).is_integer() else 1)
