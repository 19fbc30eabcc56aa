"""What is each customer still worth: alive or not, orders and value to expect over a horizon, each with an interval?"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from segmentation.customers import bgnbd, gammagamma
from segmentation.customers.campaigns import Z90, wilson
from segmentation.customers.table import Lifetime

Array = NDArray[np.float64]
FEWEST_CUSTOMERS, FEWEST_REPEATERS, SHORTEST_WEEKS = 50, 20, 8
STEP = 1e-4
TOO_ALIKE = 4  # customers differ so many times more than gamma-gamma says: it took their differences for chance
NEEDED = [
    *("purchase_days", "first_purchase", "last_purchase", "tenure", "recency"),
    *("monetary", "sales", "first_day_sales", "recent_sales", "earlier_sales"),
]


def lifetime_value(
    frame: pd.DataFrame, as_of: pd.Timestamp | None, horizon_weeks: int = 52, rate: float | None = None, span: int = 182
) -> tuple[pd.DataFrame, Lifetime]:
    """Columns alive, expected_orders, expected_value with `_low` and `_high` (90 %), and how they were made.

    A purchase is a day on which a customer bought, time counts in weeks from her first purchase to the as-of day. `rate` is the
    margin per euro of turnover; without it the value is turnover. No discounting: the horizon is short. Refuses with a reason
    where there is too little history, and then falls back on margin × retention, which is labelled.
    """
    life = Lifetime(horizon_weeks=horizon_weeks)
    if as_of is None or "purchase_days" not in frame:
        return frame.iloc[:, :0], replace(life, reason="no_dates")
    bought = frame.purchase_days > 0
    buyers = frame[NEEDED] if bought.all() else frame.loc[bought, NEEDED]  # the first is no copy
    x = (buyers.purchase_days - 1).to_numpy("float64")
    t_x = ((buyers.last_purchase.dt.normalize() - buyers.first_purchase.dt.normalize()).dt.days / 7).to_numpy("float64")
    time = (buyers.tenure / 7).to_numpy("float64")
    reason = _refusal(x, time)
    model = None
    if not reason:
        groups = bgnbd.Groups.of(x, t_x, time)
        model = bgnbd.fit(groups)
        reason = "" if model.converged and np.isfinite(model.errors()).all() else "not_converged"
    if reason or model is None:
        return _margin_retention(buyers, replace(life, reason=reason, customers=len(buyers)), rate, span)
    expected = Expected.of(model, groups, horizon_weeks)
    totals = _totals(model, groups, expected)
    if not np.isfinite([*totals.values(), *expected.orders]).all():  # so flat a likelihood that its parameters lie at the edge of numbers
        return _margin_retention(buyers, replace(life, reason="not_converged", customers=len(buyers)), rate, span)
    out = _orders(model, groups, expected, buyers.index)
    out.loc[x == 0, ["alive", "alive_low", "alive_high"]] = np.nan  # the model calls them all customers still: one purchase says nothing about it
    spend = _spend(buyers, x)
    net = float(buyers.monetary.sum() / buyers.sales.sum()) if buyers.sales.sum() > 0 else 1.0
    worth = max(net, 0.0) * (1.0 if rate is None else rate)
    error = np.sqrt(out.pop("log_error").to_numpy() ** 2 + spend["error"] ** 2)
    value = out.expected_orders.to_numpy() * spend["mean"] * worth
    out["expected_value"] = value
    out["expected_value_low"], out["expected_value_high"] = _around(value, error)
    parameters = dict(zip(bgnbd.NAMES, model.parameters, strict=True)) | spend["parameters"]
    errors = dict(zip(bgnbd.NAMES, model.errors(), strict=True)) | spend["errors"]
    figures = totals | {
        "net_share": net,
        "margin_rate": float("nan") if rate is None else rate,
        "correlation": spend["correlation"],
        "likelihood": model.likelihood,
    }
    return out, replace(
        life,
        method="bgnbd",
        reason=spend["reason"],
        customers=len(buyers),
        parameters={name: float(value) for name, value in parameters.items()},
        errors={name: float(value) for name, value in errors.items()},
        figures={name: float(value) for name, value in figures.items() if np.isfinite(value)},
    )


def _refusal(x: Array, time: Array) -> str:
    if len(x) < FEWEST_CUSTOMERS:
        return "too_few_customers"
    if (x > 0).sum() < FEWEST_REPEATERS:
        return "too_few_repeaters"
    return "too_short" if time.max() < SHORTEST_WEEKS else ""


def _around(value: Array, log_error: Array) -> tuple[Array, Array]:
    """The 90 % interval of a positive figure whose logarithm has this standard error."""
    reach = np.exp(Z90 * np.minimum(log_error, 20))
    return value / reach, value * reach


def _slopes(model: bgnbd.BgNbd, of: Any) -> Array:
    """How a figure changes with the logarithm of each parameter, by central differences."""
    log, rows = np.log(model.parameters), []
    for place in range(len(log)):
        move = np.zeros(len(log))
        move[place] = STEP
        rows.append((of(np.exp(log + move)) - of(np.exp(log - move))) / (2 * STEP))
    return np.array(rows)


def _error(model: bgnbd.BgNbd, slopes: Array) -> Array:
    """The standard error that follows from that of the parameters (delta method)."""
    return np.sqrt(np.maximum(np.einsum("ig,ij,jg->g", slopes, model.covariance, slopes), 0))


@dataclass(frozen=True, eq=False)
class Expected:
    """Orders to expect of each group, and how they change with the logarithm of each parameter: the dear part, worked out once."""

    orders: Array
    slopes: Array

    @classmethod
    def of(cls, model: bgnbd.BgNbd, groups: bgnbd.Groups, horizon: float) -> "Expected":
        def expected(parameters: Array) -> Array:
            return bgnbd.expected_purchases(parameters, groups, horizon)

        return cls(expected(model.parameters), _slopes(model, expected))


def _orders(model: bgnbd.BgNbd, groups: bgnbd.Groups, expected: Expected, index: pd.Index) -> pd.DataFrame:
    """Chance of being a customer still, and orders to expect, with the interval that the uncertainty of the parameters gives."""
    alive = bgnbd.alive(model.parameters, groups)
    tiny = np.finfo("float64").tiny
    odds = np.log(np.maximum(alive, tiny)) - np.log(np.maximum(1 - alive, tiny))
    by_log_odds = _error(model, _slopes(model, lambda p: bgnbd.alive(p, groups)) / np.maximum(alive * (1 - alive), 1e-12))
    by_log = _error(model, expected.slopes / np.maximum(expected.orders, 1e-12))
    low, high = _around(expected.orders, by_log)
    sure = alive >= 1
    one = {
        "alive": alive,
        "alive_low": np.where(sure, 1.0, 1 / (1 + np.exp(np.clip(Z90 * by_log_odds - odds, -700, 700)))),
        "alive_high": np.where(sure, 1.0, 1 / (1 + np.exp(np.clip(-Z90 * by_log_odds - odds, -700, 700)))),
        "expected_orders": expected.orders,
        "expected_orders_low": low,
        "expected_orders_high": high,
        "log_error": by_log,
    }
    return pd.DataFrame({name: values[groups.place] for name, values in one.items()}, index=index)


def _totals(model: bgnbd.BgNbd, groups: bgnbd.Groups, expected: Expected) -> dict[str, float]:
    """Orders of everybody together, with an interval for the parameters' uncertainty."""
    total = np.array([groups.weight @ expected.orders])
    low, high = _around(total, _error(model, (expected.slopes @ groups.weight)[:, None] / total))
    return {"orders": float(total[0]), "orders_low": float(low[0]), "orders_high": float(high[0])}


def _spend(buyers: pd.DataFrame, x: Array) -> dict[str, Any]:
    """The mean purchase to expect of each customer: gamma-gamma on repeat purchases, else by credibility, else her own mean."""
    again = (buyers.sales - buyers.first_day_sales).to_numpy("float64")
    mean = np.divide(again, x, out=np.zeros(len(x)), where=x > 0)
    usable = (x > 0) & (mean > 0)
    own = (buyers.sales / buyers.purchase_days).to_numpy("float64")
    plain = {
        "mean": own,
        "error": np.zeros(len(x)),
        "parameters": {},
        "errors": {},
        "reason": "spend_average",
        "correlation": np.nan,
    }
    if usable.sum() < FEWEST_REPEATERS or np.ptp(mean[usable]) <= 0.01 * mean[usable].mean():
        return plain
    model = gammagamma.fit(x[usable], mean[usable])
    between, within = _spread(buyers.first_day_sales.to_numpy("float64")[usable], mean[usable])
    q = model.parameters[1]
    if not model.converged or q <= 1.05 or (q > 2 and between > TOO_ALIKE * own.mean() ** 2 / (q - 2)):
        return plain | _credible(own, x + 1, between, within) | {"reason": "spend_credibility"}
    x, mean = np.where(usable, x, 0.0), np.where(usable, mean, 0.0)
    expected = gammagamma.expected_value(model.parameters, x, mean)
    log, slopes = np.log(model.parameters), []
    for place in range(3):
        move = np.zeros(3)
        move[place] = STEP
        up, down = (gammagamma.expected_value(np.exp(log + sign * move), x, mean) for sign in (1, -1))
        slopes.append((up - down) / (2 * STEP) / expected)
    variance = np.einsum("ig,ij,jg->g", np.array(slopes), model.covariance, np.array(slopes))
    return {
        "mean": expected,
        "error": np.sqrt(np.maximum(variance, 0)),
        "reason": "",
        "parameters": dict(zip(gammagamma.NAMES, model.parameters, strict=True)),
        "errors": dict(zip(gammagamma.NAMES, model.errors(), strict=True)),
        "correlation": float(np.corrcoef(x[usable], mean[usable])[0, 1]) if np.ptp(x[usable]) > 0 else np.nan,
    }


def _spread(first: Array, later: Array) -> tuple[float, float]:
    """The variance of spend per purchase between customers and within them: a first purchase and later ones share only the customer."""
    between = max(float(np.cov(first, later)[0, 1]), 0.0)
    return between, max(float(first.var(ddof=1)) - between, 0.0)


def _credible(own: Array, purchases: Array, between: float, within: float) -> dict[str, Any]:
    """Between the customer's own mean and everybody's by credibility n / (n + within / between) (Bühlmann 1967, ASTIN Bulletin 4)."""
    weight = purchases * between / np.maximum(purchases * between + within, np.finfo("float64").tiny)
    mean = weight * own + (1 - weight) * own.mean()
    return {"mean": mean, "error": np.sqrt(between * (1 - weight)) / np.maximum(mean, 1e-12)}


def _margin_retention(buyers: pd.DataFrame, life: Lifetime, rate: float | None, span: int) -> tuple[pd.DataFrame, Lifetime]:
    """Margin × retention (Gupta & Lehmann 2003): what a customer brings in a year, as long as she is likely to stay.

    Retention is the share of those who bought in the period before the last one and again in the last one. A customer who has not
    bought for a while counts for as much less.
    """
    before, again = buyers.earlier_sales > 0, (buyers.earlier_sales > 0) & (buyers.recent_sales > 0)
    nobody = buyers.iloc[:, :0]
    if before.sum() < 5 or span < 14:
        return nobody, life
    shares = [min(max(share, 0.001), 0.999) for share in wilson(float(again.sum()), float(before.sum()))]
    yearly = buyers.monetary / np.maximum(buyers.tenure, span) * 365.25 * (1.0 if rate is None else rate)
    years = life.horizon_weeks * 7 / 365.25
    out = pd.DataFrame(index=buyers.index)
    for name, share in zip(("expected_value", "expected_value_low", "expected_value_high"), shares, strict=True):
        decay = -np.log(share) * 365.25 / span
        out[name] = yearly * np.exp(-decay * buyers.recency / 365.25) * (1 - np.exp(-decay * years)) / decay
    swapped = out.expected_value_low > out.expected_value_high
    out.loc[swapped, ["expected_value_low", "expected_value_high"]] = out.loc[
        swapped, ["expected_value_high", "expected_value_low"]
    ].to_numpy()
    return out, replace(
        life,
        method="margin_retention",
        figures={
            "retention": float(shares[0]),
            "retention_low": float(shares[1]),
            "retention_high": float(shares[2]),
            "period_days": float(span),
        },
    )
