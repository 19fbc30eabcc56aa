"""What would each segment like to buy more of? What the levers of the economics found, told as a share of these customers.

`goes_with`: of those who bought one product, the share that took the one that goes with it too; the rest of them can still be shown it.
`one_category`: of those who came back, the share that keeps to one category.
"""

from pathlib import Path
from typing import Any

import pandas as pd

from segmentation.segments.differences import measure_facts
from segmentation.segments.material import Material

LEAST, MOST = 0.02, 0.9
"""Hardly anybody, or nearly everybody already: then it is no wish."""


def wanted(customers: Any, labels: pd.Series, economics: Any) -> list[pd.DataFrame]:
    """The facts about what a segment could buy more of, for the segments in which the levers found something."""
    levers = getattr(economics, "levers", None)
    if customers is None or isinstance(customers, pd.DataFrame) or levers is None or levers.empty:
        return []
    found = [_one_category(customers.frame, labels, levers)]
    if customers.lines is not None and Path(customers.lines).exists():
        found.append(_goes_with(Path(customers.lines), labels, levers[levers.lever == "cross_sell"]))
    return [facts for facts in found if len(facts)]


def _goes_with(lines: Path, labels: pd.Series, pairs: pd.DataFrame) -> pd.DataFrame:
    """The strongest pair per segment, measured among the customers who bought the first product."""
    found = []
    bought = buyers(lines, sorted({*pairs["product"], *pairs["with_product"]})) if len(pairs) else {}
    for segment, mine in pairs.groupby("segment", sort=True):
        for pair in mine.sort_values(["likely", "product"], ascending=[False, True]).itertuples():
            first = labels[labels.index.isin(bought[pair.product])]
            if first.empty:
                continue
            facts = share_of("goes_with", pd.Series(first.index.isin(bought[pair.with_product]), index=first.index), first)
            facts = facts[(facts.segment == segment) & facts.value.between(LEAST, MOST)]
            if len(facts):
                found.append(facts.assign(level=pair.with_product, given=pair.product))
                break
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame()


def _one_category(frame: pd.DataFrame, labels: pd.Series, levers: pd.DataFrame) -> pd.DataFrame:
    segments = set(levers.loc[levers.lever == "deep_sell", "segment"])
    if not segments or not {"frequency", "categories"} <= set(frame.columns):
        return pd.DataFrame()
    back = frame.loc[frame.index.intersection(labels.index)]
    back = back[(back["frequency"] >= 2) & back["categories"].notna()]
    facts = share_of("one_category", back["categories"] == 1, labels.loc[back.index])
    return facts[facts.segment.isin(segments) & (facts.value >= 0.2)]


def share_of(column: str, hits: pd.Series, labels: pd.Series) -> pd.DataFrame:
    """The share of true per segment, as facts."""
    order = hits.sort_index().index
    material = Material(hits.astype(bool).to_frame(column).loc[order], labels.loc[order], {column: "boolean"}, (column,))
    return measure_facts(material)


def buyers(lines: Path, products: list[str]) -> dict[str, set[str]]:
    """Per product who bought it."""
    import duckdb

    query = """
        select distinct coalesce(nullif(product_name, ''), product) as product, customer_id from read_parquet(?)
        where not is_return and list_contains(?, coalesce(nullif(product_name, ''), product))
    """
    with duckdb.connect() as engine:
        rows = engine.execute(query, [str(lines), products]).fetchall()
    found: dict[str, set[str]] = {product: set() for product in products}
    for product, customer in rows:
        found[product].add(str(customer))
    return found
