"""Do age, gender, place or the like decide who stands on the goodbye list?

A group is named when it stands on the list at least a quarter more often than the others and chance is no explanation (chi-square, one per column,
Bonferroni). Nobody may be sent away by a computer alone: article 22 of the AVG (GDPR) asks for a person who looks.
"""

from typing import Any

import numpy as np
import pandas as pd

from segmentation.economics.drivers import besides

COLUMNS = ["column", "value", "customers", "share_on_list", "share_of_others", "ratio", "association"]
SENSITIVE = (
    "age",
    "generation",
    "gender",
    "place",
    "province",
    "region",
    "country",
    "postcode",
    "nationality",
    "birth_country",
    "language",
    "religion",
    "household",
)
SAID_BY = {"generation": {"age"}, "region": {"province", "place"}}  # the second says the same, and more exactly
LEAST, RATIO = 20, 1.25


def look(customers: Any, frame: pd.DataFrame, on_list: np.ndarray) -> pd.DataFrame:
    """Groups that stand on the list clearly more often, two per column and six at most; empty when there are none."""
    told = besides(customers, "columns")
    marked = (
        list(told.index[told["protected"].fillna(False).astype(bool)])
        if isinstance(told, pd.DataFrame) and "protected" in told
        else []
    )
    columns = [
        name
        for name in dict.fromkeys([*SENSITIVE, *marked])
        if name in frame and not SAID_BY.get(name, set()) & set(frame.columns)
    ]
    if not on_list.any() or on_list.all() or not columns:
        return pd.DataFrame(columns=COLUMNS)
    rows: list[dict[str, Any]] = []
    for name in columns:
        rows += _one(name, _groups(frame[name]), on_list, len(columns))
    table = pd.DataFrame(rows, columns=COLUMNS).sort_values(
        ["association", "column", "ratio", "value"], ascending=[False, True, False, True]
    )
    return table.groupby("column", sort=False).head(2).head(6).reset_index(drop=True)


def _groups(values: pd.Series) -> pd.Series:
    """Text groups; numbers in bands of ten, postcodes by their first two figures."""
    if values.name == "postcode":
        return values.astype("str").str.strip().str[:2].where(values.notna())
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        start = pd.to_numeric(values, errors="coerce").floordiv(10).mul(10).astype("Int64")
        return (start.astype("str") + "-" + (start + 9).astype("str")).where(values.notna())
    return values.astype("str").where(values.notna() & (values.astype("str") != ""))


def _one(name: str, groups: pd.Series, on_list: np.ndarray, tests: int) -> list[dict[str, Any]]:
    from scipy.special import chdtrc

    codes, values = pd.factorize(groups, sort=True)
    present = codes >= 0
    table = np.column_stack([np.bincount(codes[present & (on_list == side)], minlength=len(values)) for side in (False, True)])
    often = table.sum(axis=1) >= LEAST
    table, values = table[often], values[often]
    total = table.sum(axis=0)
    if len(table) < 2 or (total == 0).any():
        return []
    expected = np.outer(table.sum(axis=1), total) / total.sum()
    statistic = float(((table - expected) ** 2 / expected).sum())
    if chdtrc(len(table) - 1, statistic) > 0.05 / tests:
        return []
    strength = float(np.sqrt(statistic / table.sum()))
    rows = []
    for value, (off, on) in zip(values, table.tolist(), strict=True):
        others = (int(total[1]) - on) / max(int(total.sum()) - on - off, 1)
        share = on / (on + off)
        if on >= 5 and share >= RATIO * others:
            rows.append(
                {
                    "column": name,
                    "value": str(value),
                    "customers": on + off,
                    "share_on_list": share,
                    "share_of_others": float(others),
                    "ratio": share / others if others else float("inf"),
                    "association": strength,
                }
            )
    return rows
