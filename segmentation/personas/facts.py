"""What is known of each segment? The facts of the profiles, and what a year, serving and the bottom line add to them.

A fact is one figure with its 95 % interval and the same figure of the other customers; how it is measured stands in
`segmentation.segments.differences`.
"""

from pathlib import Path
from typing import Any

import pandas as pd

from segmentation.personas.wants import wanted
from segmentation.segments.differences import measure_facts
from segmentation.segments.material import Material

SERVE = ("returns", "support", "order_handling", "shipping")
YEAR = 365


def known_facts(profiles: Any, customers: Any = None, segmentation: Any = None, economics: Any = None) -> pd.DataFrame:
    """The facts of `profiles`, with those about `year_spend`, `profit`, `unprofitable`, `cost_to_serve` and what a segment could buy
    more of, where they are known.
    """
    if segmentation is None:
        return profiles.facts
    labels = segmentation.labels.astype("str").dropna()
    extra = added_columns(customers, economics)
    extra = extra.loc[extra.index.intersection(labels.index)].sort_index()
    kinds = {name: "boolean" if name == "unprofitable" else "money" for name in extra if extra[name].nunique() > 1}
    added = [measure_facts(Material(extra[list(kinds)], labels.loc[extra.index], kinds, (), profiles.currency))] if kinds else []
    known = profiles.facts[~profiles.facts.column.isin(kinds)]
    return pd.concat([known.assign(given=""), *added, *wanted(customers, labels, economics)], ignore_index=True).fillna({"given": ""})


def added_columns(customers: Any, economics: Any) -> pd.DataFrame:
    """One row per customer: what the year brought in, and what the customer earns and takes to serve."""
    parts = [_spent(customers), _earned(economics)]
    known = [part for part in parts if part is not None]
    return pd.concat(known, axis=1) if known else pd.DataFrame()


def _spent(customers: Any) -> pd.Series | None:
    """Net turnover per customer in the 365 days up to and including the as-of day; 0 for who bought nothing in them."""
    if customers is None or isinstance(customers, pd.DataFrame):
        return None
    lines, as_of = customers.lines, customers.as_of
    if lines is None or as_of is None or not Path(lines).exists():
        return None
    import duckdb

    last = pd.Timestamp(as_of).normalize() + pd.Timedelta(days=1)
    start = last - pd.Timedelta(days=YEAR)
    query = """
        select customer_id, min(date) as first,
               coalesce(sum(cast(amount as decimal(18, 2))) filter (where date >= ?), 0)::double as spent
        from read_parquet(?) where date < ? group by customer_id
    """
    with duckdb.connect() as engine:
        bought = engine.execute(query, [start, str(lines), last]).df().set_index("customer_id")
    if bought.empty or bought["first"].min() > start:  # less than a year known: no yearly figure
        return None
    return bought["spent"].reindex(customers.frame.index).rename("year_spend")


def _earned(economics: Any) -> pd.DataFrame | None:
    books = getattr(economics, "customers", None)
    if books is None or "profit" not in books:
        return None
    parts = [name for name in SERVE if name in books]
    out = books[[name for name in ("profit", "unprofitable") if name in books]].copy()
    return out.assign(cost_to_serve=books[parts].sum(axis=1).round(2)) if parts else out


def told_once(facts: pd.DataFrame) -> pd.DataFrame:
    """Of each category and unit only what is worth a line: the largest level, or the one that sets the segment apart most."""
    levels = facts[(facts.kind == "category") & (facts.level != ">0")]
    rest = facts.drop(levels.index)
    apart = _first(levels[(levels.effect > 0) & levels.differs], "effect")
    common = _first(levels[~levels.column.isin(apart.column)], "value")
    return pd.concat([rest, apart, common[common.value >= 0.2]])


def _first(levels: pd.DataFrame, by: str) -> pd.DataFrame:
    return levels.sort_values([by, "level"], ascending=[False, True]).drop_duplicates("column")
