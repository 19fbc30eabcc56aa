"""Tables of customers for the tests, made without the room that normally makes them."""

import tempfile
from pathlib import Path
from types import SimpleNamespace

import pandas as pd

from segmentation.samples import home


def zwerfkei() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The invented shop as a customer table, without the accidents of its exports, and its truth."""
    known = pd.read_parquet(home() / "zwerfkei" / "truth.parquet").set_index("customer_id").sort_index()
    table = pd.DataFrame(
        {
            "monetary": known["revenue"] / 100,
            "margin": (known["revenue"] - known["cost_of_goods"]) / 100,
            "frequency": known["orders"],
            "returns_count": known["returns"],
            "tickets": known["tickets"],
            "mailings": known["mailings"],
            "discount": known["discount"] / 100,
        }
    )
    return table, known


def lines_table(rows: list[tuple[str, str, str]], days: dict[str, str] | None = None) -> SimpleNamespace:
    """A customer table with its lines on disk, from (customer, order, product); every line is ten euros."""
    lines = pd.DataFrame(rows, columns=["customer_id", "order_id", "product"])
    day = lines["order_id"].map(days) if days else pd.Series("2024-01-01", index=lines.index)
    lines = lines.assign(
        date=pd.to_datetime(day),
        product_name=lines["product"],
        category="all",
        channel="web",
        quantity=1.0,
        amount=10.0,
        discount=0.0,
        cost=None,
        is_return=False,
    )
    path = Path(tempfile.mkdtemp()) / "lines.parquet"
    lines.to_parquet(path)
    grouped = lines.groupby("customer_id")
    frame = pd.DataFrame(
        {
            "monetary": grouped["amount"].sum(),
            "frequency": grouped["order_id"].nunique(),
            "lines": grouped.size(),
            "first_purchase": grouped["date"].min(),
            "last_purchase": grouped["date"].max(),
        }
    )
    return SimpleNamespace(frame=frame, lines=path, as_of=lines["date"].max() + pd.Timedelta(days=1), currency="EUR")
