"""What did each customer do before a day, what since, and in which categories? No cost changes this, so the same file is asked once."""

import pandas as pd

from segmentation.economics.remembered import remembered

_NO_SALE = (
    r"\btest ?-?_?(product|order|bestelling|artikel|item|klant|customer|account)|(^|· )test[-_ ]?[0-9]*( ·|$)"
    r"|^(manual|correctie|correction|adjust(ment)?( by .*)?|bank charges|bankkosten|handmatige? (boeking|correctie)|storno) · "
)


@remembered
def loyalty_until(lines: str, day: pd.Timestamp) -> pd.Series:
    """Days between the first and the last purchase before this day, by customer id; nobody who had not bought yet."""
    import duckdb

    with duckdb.connect() as engine:
        rows = engine.execute(
            "select customer_id, date_diff('day', min(date), max(date)) as days from read_parquet(?) "
            "where not is_return and date < ? group by 1",
            [lines, day],
        ).df()
    return _by_customer(rows)["days"]


@remembered
def bought_since(lines: str, day: pd.Timestamp) -> pd.DataFrame:
    """By customer id: revenue and what was returned in whole cents, lines, orders and returns from this day on."""
    import duckdb

    with duckdb.connect() as engine:
        rows = engine.execute(
            "select customer_id, sum(cast(round(amount * 100) as bigint)) as revenue, count(*) as lines, "
            "count(distinct order_id) filter (not is_return) as orders, count(distinct order_id) filter (is_return) as returns, "
            "coalesce(sum(cast(round(-amount * 100) as bigint)) filter (is_return), 0) as returned from read_parquet(?) where date >= ? group by 1",
            [lines, day],
        ).df()
    return _by_customer(rows)


@remembered
def share_without_sale(lines: str) -> pd.Series:
    """By customer id: the share of their lines that try the till ("This is a test product.", TEST001) or correct the books by hand, where there are any.

    Only lines that call the product, order or customer a test: whoever sells tests sells goods. Postage and discount belong to a sale.
    """
    import duckdb

    with duckdb.connect() as engine:
        rows = engine.execute(
            "select customer_id, avg(cast(booked as double)) as share from (select customer_id, regexp_matches("
            "lower(coalesce(product_name, '') || ' · ' || coalesce(product, '')), ?) as booked from read_parquet(?)) group by 1 having share > 0",
            [_NO_SALE, lines],
        ).df()
    return _by_customer(rows)["share"]


@remembered
def rows_since(rows: str, days: tuple[str, ...], day: pd.Timestamp) -> pd.Series | None:
    """How many rows (tickets, mailings) from this day on, by customer id; None where no row carries a date in the first of `days` that is there."""
    found = pd.read_parquet(rows)
    dated = next((name for name in days if name in found and found[name].notna().any()), None)
    if dated is None or "customer_id" not in found:
        return None
    recent = found[pd.to_datetime(found[dated], errors="coerce") >= day].groupby("customer_id").size()
    return recent.set_axis(recent.index.astype(str))


@remembered
def in_categories(lines: str, categories: tuple[str, ...]) -> pd.DataFrame:
    """Net turnover in whole cents by customer id, a column for each of these categories that occurs."""
    import duckdb

    with duckdb.connect() as engine:
        rows = engine.execute(
            "select customer_id, category, sum(cast(round(amount * 100) as bigint)) as cents from read_parquet(?) "
            "where list_contains(?, category) group by all",
            [lines, list(categories)],
        ).df()
    return rows.pivot(index="customer_id", columns="category", values="cents").sort_index(axis=1)


def _by_customer(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(customer_id=rows["customer_id"].astype(str)).set_index("customer_id")
