"""How is the customer base made up at a glance? Turnover per month, cohorts, concentration, recency × frequency, experience."""

from pathlib import Path

import pandas as pd

from segmentation.language import N_

RECENCY = (
    (30, N_("within a month")),
    (90, N_("1–3 months")),
    (180, N_("3–6 months")),
    (365, N_("6–12 months")),
    (10**9, N_("over a year")),
)
FREQUENCY = ((1, "1"), (2, "2"), (4, "3–4"), (9, "5–9"), (10**9, "10+"))


def per_month(lines: Path) -> pd.DataFrame:
    """Turnover and customers per month: month, turnover, customers."""
    import duckdb

    with duckdb.connect() as engine:
        return engine.execute(
            """SELECT date_trunc('month', date) AS month, SUM(amount) AS turnover, COUNT(DISTINCT customer_id) AS customers
               FROM read_parquet(?) WHERE date IS NOT NULL GROUP BY 1 ORDER BY 1""",
            [str(lines)],
        ).df()


def per_cohort(lines: Path) -> pd.DataFrame:
    """Per quarter of first purchase and quarters since, to the last one: how many customers bought (nobody too), and what share that is."""
    import duckdb

    with duckdb.connect() as engine:
        return engine.execute(
            """WITH bought AS (SELECT DISTINCT customer_id, date_trunc('quarter', date) AS quarter FROM read_parquet(?)
                               WHERE NOT is_return AND date IS NOT NULL),
                    started AS (SELECT customer_id, MIN(quarter) AS start FROM bought GROUP BY 1),
                    sizes AS (SELECT start, COUNT(*) AS size FROM started GROUP BY 1
                              HAVING start >= (SELECT MAX(start) FROM started) - INTERVAL 36 MONTH),
                    squares AS (SELECT start, size, UNNEST(range(date_diff('quarter', start, (SELECT MAX(quarter) FROM bought)) + 1)) AS later
                                FROM sizes),
                    seen AS (SELECT start, date_diff('quarter', start, quarter) AS later, COUNT(*) AS customers
                             FROM bought JOIN started USING (customer_id) GROUP BY 1, 2)
               SELECT start, later, COALESCE(customers, 0) AS customers, COALESCE(customers, 0) / size AS share
               FROM squares LEFT JOIN seen USING (start, later) ORDER BY 1, 2""",
            [str(lines)],
        ).df()


def back_next_quarter(cohorts: pd.DataFrame, as_of: pd.Timestamp) -> float | None:
    """Which share buys again in the quarter after their first, of those for whom that quarter is over; None when it is over for nobody."""
    over = cohorts[cohorts.start + pd.DateOffset(months=6) <= as_of + pd.Timedelta(days=1)]
    first, next_ = (over[over.later == later].customers.sum() for later in (0, 1))
    return float(next_ / first) if first else None


def concentration(monetary: pd.Series) -> dict[str, float]:
    """Share of the turnover, returns taken off, from the best 1, 10 and 20 % of the customers, and the share of customers that makes 80 %."""
    best = monetary.sort_values(ascending=False)
    total, count = float(best.sum()), len(best)
    if total <= 0 or count == 0:
        return {}
    shares = {f"best{share}": float(best.iloc[: max(1, round(count * share / 100))].sum() / total) for share in (1, 10, 20)}
    return shares | {"for80": float((best.cumsum() / total < 0.8).sum() + 1) / count}


def recency_frequency(frame: pd.DataFrame) -> pd.DataFrame:
    """Customers by how long ago and how often they bought: recent (0 newest), often (0 once), customers, monetary."""
    known = frame[frame.recency.notna() & (frame.frequency > 0)]
    recent = pd.cut(known.recency, [-1, *(limit for limit, _name in RECENCY)], labels=False)
    often = pd.cut(known.frequency, [0, *(limit for limit, _name in FREQUENCY)], labels=False)
    told = known.groupby([recent.rename("recent"), often.rename("often")]).monetary.agg(["size", "sum"]).reset_index()
    return told.rename(columns={"size": "customers", "sum": "monetary"})


def in_square(frame: pd.DataFrame, recent: int, often: int) -> pd.DataFrame:
    """The customers of one square of the grid."""
    limits = [-1, *(limit for limit, _name in RECENCY)]
    times = [0, *(limit for limit, _name in FREQUENCY)]
    inside = frame.recency.gt(limits[recent]) & frame.recency.le(limits[recent + 1])
    return frame[inside & frame.frequency.gt(times[often]) & frame.frequency.le(times[often + 1])]


def beside_value(frame: pd.DataFrame, column: str, value: str = "monetary") -> pd.DataFrame:
    """The median value of customers by what they went through, in up to four equal parts: part, low, high, customers, value, spread."""
    known = frame[frame[column].notna()]
    if known[column].nunique() < 2:
        return pd.DataFrame(columns=["part", "low", "high", "customers", "value", "under", "over"])
    if known[column].nunique() <= 4:
        part = known[column].rank(method="dense").astype("int64") - 1
    else:
        most = known[column] > known[column].min()
        if most.mean() > 0.75:
            part = pd.qcut(known[column], 4, labels=False, duplicates="drop")
        else:  # many have the lowest value, mostly nothing at all: they are a group of their own
            part = most.astype("int64")
            part[most] += pd.qcut(known.loc[most, column], 3, labels=False, duplicates="drop")
    by = known.groupby(part.rename("part"))
    told = by[column].agg(["min", "max", "size"]).rename(columns={"min": "low", "max": "high", "size": "customers"})
    told["value"] = by[value].median()
    told["under"], told["over"] = by[value].quantile(0.25), by[value].quantile(0.75)
    return told.reset_index()
