"""Purchase lines → behaviour per customer: recency, frequency, monetary value and what surrounds them."""

from typing import Any

import pandas as pd


def buying(lines: Any, as_of: pd.Timestamp | None) -> Any:
    """One row per customer from normalised lines, money in whole cents.

    Recency, frequency and monetary value as in Fader, Hardie & Lee (2005), "RFM and CLV: Using Iso-Value Curves for Customer
    Base Analysis", JMR 42(4): here recency counts back from the as-of date and frequency counts every order, the first too.
    """
    bought = ~lines.is_return
    order = lines.order_id.fill_null(lines.date.truncate("D").cast("string")).fill_null(lines.line.cast("string"))
    table = lines.mutate(order_key=order)
    measures = {
        "lines": table.count(),
        "frequency": table.order_key.nunique(where=bought),
        "items": table.quantity.sum(where=bought),
        "monetary": table.cents.sum(),
        "sales": table.cents.sum(where=bought),
        "returns_value": -table.cents.sum(where=table.is_return),
        "returns_count": table.order_key.nunique(where=table.is_return),
        "first_purchase": table.date.min(where=bought),
        "last_purchase": table.date.max(where=bought),
        "products": table["product"].fill_null(table.product_name).nunique(where=bought),
        "categories": table.category.nunique(where=bought),
        "purchase_days": table.date.truncate("D").nunique(where=bought),
    }
    return table.group_by("customer_id").aggregate(**measures)


MONEY = ("monetary", "sales", "returns_value")


def finished(frame: pd.DataFrame, as_of: pd.Timestamp | None) -> pd.DataFrame:
    """The measures that follow from the aggregates: shares, averages and days."""
    out = frame.copy()
    for name in MONEY:
        out[name] = out[name].fillna(0).astype("int64") / 100
    counts = [name for name in ("lines", "frequency", "returns_count", "products", "categories") if name in out]
    out[counts] = out[counts].fillna(0).astype("int64")
    bought = out.frequency > 0
    out["return_share"] = (out.returns_value / out.sales).where(out.sales > 0)
    out["average_order"] = (out.sales / out.frequency).where(bought)
    out["one_time"] = out.frequency == 1
    if as_of is not None:
        day = as_of.normalize()
        first, last = out.first_purchase.dt.normalize(), out.last_purchase.dt.normalize()
        out["recency"] = (day - last).dt.days.astype("float64")
        out["tenure"] = (day - first).dt.days.astype("float64")
        out["gap"] = ((last - first).dt.days / (out.purchase_days - 1)).where(out.purchase_days > 1)
    return out.drop(columns="purchase_days")
