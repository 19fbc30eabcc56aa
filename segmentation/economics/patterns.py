"""Why does a customer lose money: what stands out, is it bad luck or a habit, and how is it now and ahead?"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from segmentation.economics import history
from segmentation.economics.costs import Costs
from segmentation.economics.drivers import Drivers, besides, frame_of
from segmentation.economics.statement import entries, likely_values, statement

# reason → the costs it is about; the goods themselves and the discount are judged apart
REASONS = {
    "returns": ("returns",),
    "support": ("support",),
    "small_orders": ("order_handling", "shipping", "payment"),
    "marketing": ("marketing",),
    "acquisition": ("acquisition",),
    "unpaid": ("bad_debt",),
}
RARE = 2  # more than this many of the same is a habit
MATTERS = 200  # cents by which a cost must exceed what is usual to stand out
YOUNGEST = 0.33  # years of history below which there is no "before"
REASON_CODES = ("returns", "support", "small_orders", "discount", "margin", "marketing", "acquisition", "unpaid")


def reasons(cents: pd.DataFrame, drivers: Drivers) -> np.ndarray:
    """Per customer the code of what costs most beyond what customers who pay cost, for the same turnover; "little" when nothing
    exceeds that by two euros, "" for those who pay.

    A heavy returner is measured against the returns of paying customers, not against zero. Discount counts only where the margin is known
    per line: with one rate for everybody it does not touch the margin.
    """
    losing = cents["profit"].to_numpy() < 0
    pays = ~losing  # when nobody pays there is nothing to measure against, and the largest cost stands out
    turnover = max(int(cents["revenue"].to_numpy()[pays].sum()), 1)
    revenue = np.maximum(cents["revenue"].to_numpy(), 0)
    excess = {}
    for code, columns in REASONS.items():
        cost = np.sum([cents[name].to_numpy() for name in columns], axis=0)
        excess[code] = cost - cost[pays].sum() / turnover * revenue
    given = drivers.discount - drivers.discount[~losing].sum() / turnover * revenue
    excess["discount"] = np.where(drivers.margin_known, np.maximum(given, 0), 0) + cents["discount"].to_numpy()
    kept = 1 - cents["cost_of_goods"].to_numpy()[pays].sum() / turnover if pays.any() else 0.0
    thin = kept * revenue - (cents["revenue"] - cents["cost_of_goods"]).to_numpy()
    excess["margin"] = thin - np.where(drivers.margin_known, np.maximum(given, 0), 0)
    table = np.column_stack([excess[code] for code in REASON_CODES])
    table[(cents["revenue"].to_numpy() < 0) | ((revenue == 0) & (drivers.returned > 0)), REASON_CODES.index("returns")] = np.inf
    stands_out = np.where(table.max(axis=1) >= MATTERS, np.array(REASON_CODES)[table.argmax(axis=1)], "little")
    return np.where(losing, stands_out, "").astype(str)


def patterns(cents: pd.DataFrame, drivers: Drivers) -> np.ndarray:
    """Bad luck or a habit? "outside": more was sent back than bought, so the purchase lies before these data and this is no loss to act on;
    "no_sale": half of their lines or more try the till or correct the books, so this is hardly a customer; "first": one order or none yet; "one_off": without the dearest single event they would pay; else "structural".

    The event is one return (its costs, and the margin on goods of that value) or one question, where there were at most two. "" for those who pay.
    """
    profit, revenue = cents["profit"].to_numpy(), np.maximum(cents["revenue"].to_numpy(), 1)
    margin = np.clip((cents["revenue"] - cents["cost_of_goods"]).to_numpy() / revenue, 0, 1)
    returns, tickets = drivers.counts["returns"], drivers.counts["tickets"]
    one_return = (
        (cents["returns"].to_numpy() + margin * drivers.returned) / np.maximum(returns, 1) * ((returns > 0) & (returns <= RARE))
    )
    one_ticket = cents["support"].to_numpy() / np.maximum(tickets, 1) * ((tickets > 0) & (tickets <= RARE))
    lucky = profit + np.maximum(one_return, one_ticket) >= 0
    known = "orders" not in drivers.missing
    kinds = np.where(known & (drivers.counts["orders"] <= 1), "first", np.where(lucky, "one_off", "structural"))
    kinds = np.where(cents["revenue"].to_numpy() < 0, "outside", kinds)
    if drivers.lines is not None:
        kinds = np.where(history.share_without_sale(drivers.lines).reindex(drivers.ids).to_numpy(float) >= 0.5, "no_sale", kinds)
    return np.where(profit < 0, kinds, "").astype(str)


def pace(customers: Any, drivers: Drivers) -> np.ndarray:
    """How much of their past pace is still expected of each customer in the coming year; 1 when nothing is known about it.

    Expected orders of the lifetime model against orders per year so far, at most three times as many.
    """
    frame = frame_of(customers)
    if "expected_orders" not in frame:
        return np.ones(len(drivers))
    expected = pd.to_numeric(frame["expected_orders"], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    past = drivers.counts["orders"] / drivers.years
    share = np.divide(expected, past, out=np.ones(len(drivers)), where=(past > 0) & np.isfinite(expected))
    return np.clip(share, 0.0, 3.0)


def ahead(cents: pd.DataFrame, drivers: Drivers, share: np.ndarray) -> np.ndarray:
    """Profit in cents expected in the coming year: as in the past, at the pace still expected; winning them is behind us."""
    past = (cents["profit"] + cents["acquisition"]).to_numpy() / drivers.years
    return np.rint(past * share).astype(np.int64)


def now(customers: Any, drivers: Drivers, costs: Costs) -> np.ndarray | None:
    """Profit in cents over the last twelve months of the data; None when there are no dated lines or the history is not longer."""
    as_of = besides(customers, "as_of")
    if drivers.lines is None or as_of is None or drivers.years <= 1.0:
        return None
    return _since(customers, drivers, drivers.lines, costs, pd.Timestamp(as_of) - pd.Timedelta(days=365))


def before(
    customers: Any, drivers: Drivers, costs: Costs, cents: pd.DataFrame, unit: str
) -> tuple[dict[str, np.ndarray], str | None]:
    """Value and loyalty of every customer as they stood a year ago, or halfway a shorter history, and that day; missing for who was not there yet.

    Nothing has to be remembered: the same lines up to that day tell it. Profit then is profit now less what came since.
    """
    nobody = np.full(len(drivers), np.nan)
    as_of = besides(customers, "as_of")
    if drivers.lines is None or as_of is None or drivers.years < YOUNGEST or unit != "days":
        return {"profit_before": nobody, "loyalty_before": nobody}, None
    day = pd.Timestamp(as_of).normalize() - pd.Timedelta(days=min(365, round(drivers.years * 365.25 / 2)))
    known = history.loyalty_until(drivers.lines, day).reindex(drivers.ids).to_numpy(float)
    came = _since(customers, drivers, drivers.lines, costs, day)
    there = np.isfinite(known)
    return {
        "profit_before": np.where(there, (cents["profit"].to_numpy() - came) / 100, np.nan),
        "loyalty_before": known,
    }, f"{day:%Y-%m-%d}"


def _since(customers: Any, drivers: Drivers, lines: Path, costs: Costs, since: pd.Timestamp) -> np.ndarray:
    """Profit in cents from this day on; winning customers is left out."""
    rows = history.bought_since(lines, since).reindex(drivers.ids).fillna(0)
    recent = {name: rows[name].to_numpy(dtype=float) for name in rows}
    part = np.divide(recent["revenue"], drivers.revenue, out=np.zeros(len(drivers)), where=drivers.revenue != 0)
    orders = np.divide(recent["orders"], drivers.counts["orders"], out=np.zeros(len(drivers)), where=drivers.counts["orders"] > 0)
    counts = {name: values * orders for name, values in drivers.counts.items()}
    counts |= {"orders": recent["orders"], "returns": recent["returns"], "lines": recent["lines"]}
    counts |= _dated(customers, drivers, since)
    window = replace(
        drivers,
        revenue=recent["revenue"].astype(np.int64),
        margin=np.rint(drivers.margin * np.clip(part, 0, 1)).astype(np.int64),
        counts=counts,
        discount=np.rint(drivers.discount * orders).astype(np.int64),
        returned=recent["returned"].astype(np.int64),
        years=1.0,
        campaigns=0,
        categories={name: np.rint(values * np.clip(part, 0, 1)).astype(np.int64) for name, values in drivers.categories.items()},
    )
    cents = statement(window, entries(window, costs), likely_values(costs))
    return (cents["profit"] + cents["acquisition"]).to_numpy()


def _dated(customers: Any, drivers: Drivers, since: pd.Timestamp) -> dict[str, np.ndarray]:
    """Tickets and mailings since this day, where their rows carry a date."""
    found = {}
    for driver, table, days in (("tickets", "tickets", ("opened", "date")), ("mailings", "campaigns", ("sent", "date"))):
        path = besides(customers, table)
        rows = None if path is None else history.rows_since(path, days, since)
        if rows is not None:
            found[driver] = rows.reindex(drivers.ids).fillna(0).to_numpy(dtype=float)
    return found
