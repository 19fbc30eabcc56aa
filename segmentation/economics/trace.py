"""Where does every euro of one customer come from? From the statement to quantities and rates, and from there to the lines."""

from typing import Any

import numpy as np
import pandas as pd

from segmentation.economics.drivers import besides
from segmentation.economics.fields import BY_NAME, FIELDS
from segmentation.economics.result import Economics
from segmentation.economics.statement import COSTS
from segmentation.economics.words import column_titles
from segmentation.errors import WrongChoice
from segmentation.language import N_, _

_COUNTED = {
    "orders": "orders",
    "lines": "lines",
    "returns": "returns",
    "tickets": "tickets",
    "support minutes": "minutes",
    "mailings": "mailings",
    "discount": "discount_given",
}
_GROUP = {"order_handling": "orders"}  # column of the statement → group of assumptions, where they are not called the same
SHOWN = {
    "date": N_("Date"),
    "order_id": N_("Order"),
    "product_name": N_("Product"),
    "category": N_("Category"),
    "quantity": N_("Pieces"),
    "amount": N_("Amount"),
    "discount": N_("Discount"),
    "is_return": N_("Return"),
}


def rates_of(found: Economics, customer_id: str) -> pd.DataFrame:
    """Every cost of this customer as name, quantity, rate (likely) and euros; the euros add up to all the costs in the statement, to the cent.

    Goods have the turnover as quantity and what they cost of it as rate. What is no rate of this customer (a campaign or marketing shared with others,
    a write-down of what came back) stands last under the name of its column, with quantity and rate missing.
    """
    if customer_id not in found.counts.index:
        raise WrongChoice(_("There is no customer “{name}”.").format(name=customer_id), _("Choose one from the list."))
    told = found.customers.loc[customer_id, list(found.cents)]
    rows = [_goods(float(told["revenue"]), float(told["cost_of_goods"]))]
    for column in COSTS[1:]:
        mine = _rated(found, customer_id, column)
        rest = round(float(told[column]) - sum(row["euros"] for row in mine), 2)
        if mine and abs(rest) < 0.02 * len(mine):  # every cost was rounded by itself
            mine[-1]["euros"] = round(mine[-1]["euros"] + rest, 2)
        elif rest:
            mine.append({"name": column, "quantity": np.nan, "rate": np.nan, "euros": rest})
        rows += mine
    table = pd.DataFrame(rows, columns=["name", "quantity", "rate", "euros"])
    return table[table["euros"] != 0].reset_index(drop=True)


def _goods(turnover: float, cost: float) -> dict[str, Any]:
    return {"name": "cost_of_goods", "quantity": turnover, "rate": cost / turnover if turnover else np.nan, "euros": cost}


def _rated(found: Economics, customer_id: str, column: str) -> list[dict[str, Any]]:
    """The assumptions booked in this column of the statement that touch this customer."""
    counts, turnover = found.counts.loc[customer_id], max(float(found.customers.loc[customer_id, "revenue"]), 0.0)
    quantities = {driver: float(counts.get(name, 0.0)) for driver, name in _COUNTED.items()} | {"revenue": turnover, "customers": 1.0}
    rows = []
    for field in FIELDS:
        if field.group not in (column, _GROUP.get(column)):
            continue
        quantity, rate = quantities.get(field.driver, 0.0), found.costs.likely(field.name)
        if quantity and rate:
            rows.append({"name": field.name, "quantity": quantity, "rate": rate, "euros": round(quantity * rate, 2)})
    return rows


def lines_of(customers: Any, customer_id: str) -> pd.DataFrame:
    """The purchase lines of this customer, oldest first; empty when the table has none."""
    import duckdb

    path = besides(customers, "lines")
    if path is None:
        return pd.DataFrame(columns=list(SHOWN))
    with duckdb.connect() as engine:
        rows = engine.execute(
            "select * from read_parquet(?) where customer_id = ? order by date, order_id", [str(path), customer_id]
        ).df()
    return rows[[name for name in SHOWN if name in rows and rows[name].notna().any()]]


def line_titles() -> dict[str, str]:
    """Titles of the columns of `lines_of` in the current language."""
    return {name: _(text) for name, text in SHOWN.items()}


def label_of(name: str) -> str:
    """What an assumption, or else a column of the statement, is called."""
    return BY_NAME[name].label if name in BY_NAME else column_titles([name])[name]
