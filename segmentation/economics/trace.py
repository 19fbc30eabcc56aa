"""Where does every euro of one customer come from? From the statement to quantities and rates, and from there to the lines."""

from typing import Any

import pandas as pd

from segmentation.economics.drivers import besides
from segmentation.economics.fields import BY_NAME, FIELDS
from segmentation.economics.result import Economics
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
    """Per assumption that touches this customer: name, quantity, rate (likely) and their product in euros.

    Shares of turnover have the turnover as quantity. Shared amounts (campaigns, other marketing) are not a rate and stand in the statement only.
    """
    if customer_id not in found.counts.index:
        raise WrongChoice(_("There is no customer “{name}”.").format(name=customer_id), _("Choose one from the list."))
    counts, turnover = found.counts.loc[customer_id], max(found.customers.loc[customer_id, "revenue"], 0.0)
    rows = []
    for field in FIELDS:
        if field.group in ("margin", "fixed", "goodbye", "time"):
            continue
        quantity = (
            turnover
            if field.driver == "revenue"
            else 1.0
            if field.driver == "customers"
            else counts.get(_COUNTED.get(field.driver, ""), 0.0)
        )
        rate = found.costs.likely(field.name)
        if quantity and rate:
            rows.append(
                {"name": field.name, "quantity": float(quantity), "rate": rate, "euros": round(float(quantity) * rate, 2)}
            )
    return pd.DataFrame(rows, columns=["name", "quantity", "rate", "euros"])


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
    return BY_NAME[name].label
