"""What did each customer buy in all, where only a list of customers says so and there are no orders?"""

import re

import pandas as pd

from segmentation.customers.sources import Source

NUMBERS = {"integer", "number", "money"}
DAYS = {"date", "datetime"}
# “Aantal bestellingen”, “Orders”, “number of purchases 2025”, “total_orders”
ORDERS = re.compile(
    r"^(aantal|totaal(\s+aantal)?|number\s+of|no\.?\s+of|num|nr\.?|total|#)?\s*"
    r"(bestellingen|bestell?\.?|orders|aankopen|purchases|transacties|transactions|bonnen|afspraken|appointments|bookings|boekingen)"
    r"(\s+(count|totaal|total|(in\s+)?(19|20)\d\d))?$"
)
LAST = re.compile(r"\b(laatste?|last|meest\s+recente?|most\s+recent|latest)\b")


def told_in_list(source: Source) -> dict[str, str]:
    """Our name → the column of this list that says it: turnover with us, orders and the day of the last one; only what is there, and of the right kind; nothing without the turnover."""
    found, types = {}, {name: column.type for name, column in source.columns.items()}
    amount, day = source.roles.get("amount", ""), source.roles.get("date", "")
    if types.get(amount) not in NUMBERS:
        return {}
    found["monetary"] = amount
    counts = [name for name, type_ in types.items() if type_ == "integer" and ORDERS.match(_words(name))]
    if len(counts) == 1:  # of several years none is the whole
        found["frequency"] = counts[0]
    if types.get(day) in DAYS and LAST.search(_words(day)):
        found["last_purchase"] = day
    return found


def _words(header: str) -> str:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    return re.sub(r"[\s_\-.:]+", " ", apart).strip().lower()


def reckoned(frame: pd.DataFrame, as_of: pd.Timestamp | None) -> pd.DataFrame:
    """What follows from the totals: the average order, who bought once, and the days since the last purchase."""
    out = frame.copy()
    if "frequency" in out and not (out["frequency"] % 1 > 0).any():  # a list may call a rate so; orders are whole
        out["frequency"] = out["frequency"].fillna(0).clip(lower=0).astype("int64")
        out["one_time"] = out["frequency"] == 1
        if "monetary" in out:
            out["average_order"] = (out["monetary"] / out["frequency"].where(out["frequency"] > 0)).round(2)
    if "last_purchase" in out and as_of is not None:
        days = (as_of - pd.to_datetime(out["last_purchase"]).dt.normalize()).dt.days.astype("float64")
        out["recency"] = days.where(days >= 0)
    return out
