"""Purchase lines → behaviour per customer: recency, frequency, monetary value and what surrounds them."""

from typing import Any

import pandas as pd


def orders_of(lines: Any, present: set[str], numbered: bool = False) -> Any:
    """What was bought and what came back per order, `back` telling which: an order with both has two rows.

    Without an order number, everything a customer bought on one day is one order. `numbered`: every line has an order number, so
    that no key has to be made up.
    """
    key = lines.order_id
    if not numbered:
        day = lines.date.cast("date").cast("string").fill_null("line " + lines.line.cast("string"))
        key = key.fill_null(day)
    table = lines.mutate(order_key=key)
    extra = {}
    if "discount" in present:
        extra["discount"] = table.discount_cents.sum().fill_null(0).cast("int64")
    if {"cost", "margin"} & present:
        extra["cost"] = table.cost_cents.sum().cast("int64")
        extra["costed"] = table.cents.sum(where=table.cost_cents.notnull()).fill_null(0).cast("int64")
    return table.group_by(["customer_id", "order_key", table.is_return.name("back")]).aggregate(
        lines=table.is_refund.ifelse(0, 1).sum() if "return" in present else table.count(),
        date=table.date.min(),
        last=table.date.max(),
        net=table.cents.sum().cast("int64"),
        items=table.quantity.sum(),
        **extra,
    )


def buying(orders: Any, as_of: pd.Timestamp | None, span: int) -> Any:
    """One row per customer from orders, money in whole cents.

    Recency, frequency and monetary value as in Fader, Hardie & Lee (2005), "RFM and CLV: Using Iso-Value Curves for Customer Base
    Analysis", JMR 42(4), 415-430; recency counts back from the as-of day, frequency counts every order, the first too. `span`
    is the number of days over which the trend compares the latest period with the one before.
    """
    back = orders.back
    part = orders.mutate(
        sold=back.ifelse(0, orders.net),
        pieces=back.ifelse(0.0, orders["items"]),
        first=back.ifelse(None, orders.date),
        final=back.ifelse(None, orders["last"]),
    )
    whole = {"discount": back.ifelse(0, orders.discount).sum()} if "discount" in orders.columns else {}
    whole |= {name: part[name].sum() for name in ("cost", "costed") if name in orders.columns}
    if as_of is not None:
        turn = as_of.normalize() + pd.Timedelta(days=1 - span)
        before = (part.first < turn) & (part.first >= turn - pd.Timedelta(days=span))
        part = part.mutate(recent=(part.first >= turn).ifelse(part.sold, 0), earlier=before.ifelse(part.sold, 0))
        whole |= {"recent_sales": part.recent.sum(), "earlier_sales": part.earlier.sum()}
    whole |= {"lines": part.lines.sum(), "rows": part.count(), "frequency": back.ifelse(0, 1).sum()}
    whole |= {"monetary": part.net.sum(), "sales": part.sold.sum()}
    buyers = part.group_by("customer_id").aggregate(
        items=part.pieces.sum(),
        first_purchase=part["first"].min(),
        last_purchase=part.final.max(),
        **{name: figure.cast("int64") for name, figure in whole.items()},
    )
    return buyers.mutate(returns_count=buyers.rows - buyers.frequency, returns_value=buyers.sales - buyers.monetary).drop("rows")


def rhythm(orders: Any) -> Any:
    """From what was bought: days on which a customer bought, the time between them, and how even it is: two orders on one day are one visit.

    Days are whole and so are their sums: the spread is the same to the last bit however the rows are divided.
    """
    import ibis

    days = orders.group_by(["customer_id", orders.date.cast("date").name("day")]).aggregate(sold=orders.net.sum())
    before = days.day.lag().over(group_by=days.customer_id, order_by=days.day)
    steps = days.mutate(wait=days.day.delta(before, unit="day"))
    sums = steps.group_by("customer_id").aggregate(
        purchase_days=steps.count(),
        gaps=steps.wait.count().cast("float64"),
        waited=steps.wait.sum().cast("float64"),
        squared=(steps.wait * steps.wait).sum().cast("float64"),
        first_day_sales=ibis.coalesce(steps.sold.sum(where=steps.wait.isnull()), 0),
    )
    return sums.mutate(
        gap=sums.waited / sums.gaps, gap_spread=(sums.gaps * sums.squared - sums.waited * sums.waited).sqrt() / sums.gaps
    ).drop("gaps", "waited", "squared")


def favourite(rows: Any, column: str, weight: Any = None) -> Any:
    """The value a customer has most often, ties by alphabet, and how many different ones: customer_id, value, different."""
    import ibis

    known = rows.filter(rows[column].notnull())
    pairs = known.group_by(["customer_id", known[column].name("value")]).aggregate(
        weight=known.count() if weight is None else known[weight].sum()
    )
    place = ibis.struct({"least": -pairs.weight, "value": pairs.value})
    return pairs.group_by("customer_id").aggregate(value=pairs.value.argmin(place), different=pairs.count())


def matched_returns(lines: Any, product: str) -> Any:
    """Of each customer's return lines, the share whose product she bought before, or on the same day."""
    pair = ["customer_id", product]
    back = lines.filter(lines.is_return & ~lines.is_refund)
    bought = lines.filter(~lines.is_return).semi_join(back, pair)
    back = back.left_join(bought.group_by(pair).aggregate(since=lambda t: t.date.min()), pair)
    known = (back.since.cast("date") <= back.date.cast("date")).fill_null(False)
    return back.group_by("customer_id").aggregate(returns_matched=known.cast("float64").mean())


def season_of(date: Any) -> Any:
    """Meteorological seasons, as codes."""
    import ibis

    month = date.month()
    return ibis.cases(
        (month.isnull(), None),
        (month.isin([3, 4, 5]), "spring"),
        (month.isin([6, 7, 8]), "summer"),
        (month.isin([9, 10, 11]), "autumn"),
        else_="winter",
    )


def daypart_of(date: Any) -> Any:
    import ibis

    hour = date.hour()
    return ibis.cases(
        (hour.isnull(), None), (hour < 6, "night"), (hour < 12, "morning"), (hour < 18, "afternoon"), else_="evening"
    )
