"""What would each lever bring in each segment, and on what evidence?

Extra margin is per year: customers reached × the part that responds (low, likely, high) × what a response is worth. The parts are
assumptions and stand beside the figure; the evidence (who, how many, which products, lift with interval) comes from the data. One order
more is worth its margin less what such an order costs to handle, send, be paid and be returned.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from segmentation.economics.baskets import buyers_of, pairs_of, steps_up
from segmentation.economics.drivers import besides
from segmentation.economics.shares import respond

PER_ORDER = ("order_handling", "shipping", "payment", "returns")
_NOBODY = np.array([], dtype=np.int64)
COLUMNS = [
    "segment",
    "lever",
    "customers",
    "worth",
    "respond",
    "low",
    "likely",
    "high",
    "product",
    "with_product",
    "support",
    "lift",
    "lift_low",
    "lift_high",
]


def pull(
    customers: Any, frame: pd.DataFrame, cents: pd.DataFrame, segments: pd.Series, years: float, shares: Mapping[str, float]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Levers per segment (largest likely extra margin first, euros a year) and the product pairs behind cross-sell."""
    lines = besides(customers, "lines")
    pairs = pairs_of(lines) if lines is not None else pd.DataFrame()
    revenue = np.maximum(cents["revenue"].to_numpy(), 0) / 100
    margin = np.divide(
        (cents["revenue"] - cents["cost_of_goods"]).to_numpy() / 100, revenue, out=np.zeros(len(cents)), where=revenue > 0
    )
    ground = pd.DataFrame(
        {
            "segment": segments.astype(str),
            "profit": cents["profit"] / 100,
            "yearly": cents["profit"] / 100 / years,
            "margin": np.clip(margin, 0, 1),
        }
    )
    ground["order"] = (
        pd.to_numeric(frame["average_order"], errors="coerce")
        if "average_order" in frame
        else revenue / np.maximum(_of(frame, "frequency"), 1)
    )
    orders = np.maximum(np.nan_to_num(_of(frame, "frequency"), nan=1.0), 1.0)
    ground["serving"] = sum(cents[name] for name in PER_ORDER if name in cents) / 100 / orders
    rows: list[dict[str, Any]] = []
    for code, (reached, worth) in _reached(customers, frame, ground).items():
        rows += _rows(code, ground[reached], worth)
    if lines is not None:
        rows += _cross(lines, pairs, ground) + _up(lines, ground)
    table = _worth(pd.DataFrame(rows, columns=COLUMNS), shares)
    return table.sort_values(["segment", "likely", "lever", "product"], ascending=[True, False, True, True]).reset_index(
        drop=True
    ), pairs


NEEDS = {
    "deep_sell": ("categories",),
    "missed_up_sell": ("visits",),
    "retention": ("alive", "gap"),
    "referral": ("nps", "frequency"),
    "reward": ("frequency",),
    "co_creation": ("nps",),
    "guarantee": ("hours_to_resolve_worst",),
}  # any of these columns is enough to look for the lever; the other levers look at the lines


def without_data(customers: Any, frame: pd.DataFrame) -> list[str]:
    """The levers that cannot be looked for, because what they are about is not in the data."""
    absent = [code for code, columns in NEEDS.items() if not any(np.isfinite(_of(frame, column)).any() for column in columns)]
    return [*(() if besides(customers, "lines") is not None else ("cross_sell", "up_sell")), *absent]


def _of(frame: pd.DataFrame, column: str) -> np.ndarray:
    """The column as floats; missing values and missing columns are not a number."""
    if column not in frame:
        return np.full(len(frame), np.nan)
    return pd.to_numeric(frame[column], errors="coerce").to_numpy(dtype=float, na_value=np.nan)


def _reached(
    customers: Any, frame: pd.DataFrame, ground: pd.DataFrame
) -> dict[str, tuple[np.ndarray, Callable[[pd.DataFrame], float]]]:
    """Per lever: whom it reaches, and what one response is worth among those in a segment."""
    orders, categories = _of(frame, "frequency"), _of(frame, "categories")
    gap, recency, alive = _of(frame, "gap"), _of(frame, "recency"), _of(frame, "alive")
    nps, waited, looked = _of(frame, "nps"), _of(frame, "hours_to_resolve_worst"), _of(frame, "visits")
    good = ground["profit"].to_numpy() > max(float(ground["profit"].median()), 0.0)
    away = np.where(np.isfinite(alive), alive < 0.5, recency > 2 * gap)
    often = max(4.0, float(np.nanquantile(orders, 0.9))) if np.isfinite(orders).any() else 4.0
    ambassador = np.where(np.isfinite(nps), nps >= 9, (orders >= often) & ~np.nan_to_num(away, nan=0).astype(bool))
    typical = max(float(ground["yearly"].mean()), 0.0)

    def one_order(part: pd.DataFrame) -> float:
        return float((part["order"] * part["margin"] - part["serving"]).mean())

    def what_they_earned(part: pd.DataFrame) -> float:
        return float(part["yearly"].clip(lower=0).mean())

    return {
        "deep_sell": ((categories == 1) & (orders >= 2), one_order),
        "missed_up_sell": ((looked > 0) & (looked > 3 * np.nan_to_num(orders)), one_order),
        "retention": (good & away & (orders >= 2), what_they_earned),
        "referral": (good & ambassador, lambda _part: typical),
        "reward": ((orders >= 2) & (orders <= 3), lambda part: one_order(part) - 0.05 * float(part["order"].mean())),
        "co_creation": (np.isfinite(nps) & good, one_order),
        "guarantee": ((waited > 72) & (ground["profit"].to_numpy() > 0), what_they_earned),
    }


def _rows(code: str, reached: pd.DataFrame, worth: Callable[[pd.DataFrame], float]) -> list[dict[str, Any]]:
    made = []
    for segment, part in reached.groupby("segment", sort=True):
        value = worth(part)
        if len(part) >= 5 and value > 0:
            made.append(_row(str(segment), code, len(part), value))
    return made


def _row(segment: str, code: str, customers: int, worth: float, **evidence: Any) -> dict[str, Any]:
    return {"segment": segment, "lever": code, "customers": customers, "worth": worth, **evidence}


def _worth(table: pd.DataFrame, shares: Mapping[str, float]) -> pd.DataFrame:
    """Extra margin a year: those reached × the part that responds × what a response is worth."""
    parts = np.array([respond(code, shares) for code in table["lever"]]).reshape(len(table), 3)
    reached = table["customers"].to_numpy(dtype=float) * table["worth"].to_numpy(dtype=float)
    sums = {name: np.round(reached * parts[:, place], 2) for place, name in enumerate(("low", "likely", "high"))}
    return table.assign(respond=parts[:, 1], worth=table["worth"].astype(float).round(2), **sums)


def _owners(lines: Any, products: set[str], ids: pd.Index) -> dict[str, np.ndarray]:
    """Per product who bought it: places in `ids`, sorted."""
    found = {}
    for product, customers in buyers_of(lines, tuple(sorted(products))).items():
        place = ids.get_indexer(customers)
        found[product] = np.unique(place[place >= 0])
    return found


def _by_segment(
    code: str, reached: np.ndarray, worth: float, names: np.ndarray, codes: np.ndarray, margin: np.ndarray, **evidence: Any
) -> list[dict[str, Any]]:
    """A row for each segment with at least five customers reached; `worth` is turnover, times their margin."""
    sizes = np.bincount(codes[reached], minlength=len(names))
    margins = np.bincount(codes[reached], weights=margin[reached], minlength=len(names)) / np.maximum(sizes, 1)
    return [
        _row(str(name), code, int(size), worth * float(margin), **evidence)
        for name, size, margin in zip(names, sizes, margins, strict=True)
        if size >= 5 and worth * margin > 0
    ]


def _cross(lines: Any, pairs: pd.DataFrame, ground: pd.DataFrame) -> list[dict[str, Any]]:
    """The three best pairs per segment: who bought the first but never the second."""
    if pairs.empty:
        return []
    top = pairs.assign(value=pairs["orders"] * pairs["amount_second"].fillna(0)).nlargest(40, "value")
    owners, made = _owners(lines, {*top["first"], *top["second"]}, ground.index), []
    names, codes = np.unique(ground["segment"].to_numpy().astype(str), return_inverse=True)
    margin = ground["margin"].to_numpy()
    for pair in top.itertuples():
        reached = np.setdiff1d(owners.get(pair.first, _NOBODY), owners.get(pair.second, _NOBODY), assume_unique=True)
        made += _by_segment(
            "cross_sell",
            reached,
            float(pair.amount_second),
            names,
            codes,
            margin,
            product=pair.first,
            with_product=pair.second,
            support=pair.support,
            lift=pair.lift,
            lift_low=pair.lift_low,
            lift_high=pair.lift_high,
        )
    return _best(made)


def _up(lines: Any, ground: pd.DataFrame) -> list[dict[str, Any]]:
    """The three best steps up per segment: who bought the cheaper product and never the dearer one."""
    steps = steps_up(lines)
    if steps.empty:
        return []
    owners, made = _owners(lines, {*steps["product"], *steps["product_up"]}, ground.index), []
    names, codes = np.unique(ground["segment"].to_numpy().astype(str), return_inverse=True)
    margin = ground["margin"].to_numpy()
    for step in steps.itertuples():
        reached = np.setdiff1d(owners.get(step.product, _NOBODY), owners.get(step.product_up, _NOBODY), assume_unique=True)
        made += _by_segment(
            "up_sell",
            reached,
            float((step.price_up - step.price) * step.pieces),
            names,
            codes,
            margin,
            product=step.product,
            with_product=step.product_up,
        )
    return _best(made)


def _best(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """At most three per segment, each product once: extra margin counts, and more so where the tie is strong."""
    kept: list[dict[str, Any]] = []
    for row in sorted(
        made,
        key=lambda row: (
            row["segment"],
            -row["customers"] * row["worth"] * np.log2(row.get("lift_low", 2)),
            str(row["product"]),
            str(row["with_product"]),
        ),
    ):
        mine = [other for other in kept if other["segment"] == row["segment"]]
        if len(mine) < 3 and row["with_product"] not in [other["with_product"] for other in mine] + [
            other["product"] for other in mine
        ]:
            kept.append(row)
    return kept
