"""Purchase lines → behaviour per customer: recency, frequency, monetary value and what surrounds them."""

from pathlib import Path
from typing import Any

import pandas as pd

from segmentation.customers.engine import Workshop
from segmentation.customers.rows import gaps

MONEY = ("monetary", "sales", "returns_value", "discount", "first_day_sales", "recent_sales", "earlier_sales")
NO_PRODUCT = (
    r"^(?:dotcom |next day )?(?:postage|carriage|shipping|delivery)\b|^(?:verzend|bezorg)kosten|^porto\b|^bank charges"
    r"|^amazon ?fee|^manual$|^adjust|^(?:discount|korting)\b|^(?:statiegeld|waarborg|emballage)"
    r"|^(?:gift ?card|cadeaubon|handling)\b|^samples?$|^(?:this is a )?test(?: product| item)?[0-9]*\.?$"
)


def orders_of(lines: Any, present: set[str], numbered: bool = False) -> Any:
    """What was bought and what came back per order, `back` telling which: an order with both has two rows.

    Without an order number, everything a customer bought on one day is one order. `numbered`: every line has an order number, so
    that no key has to be made up.
    """
    day = lines.date.cast("date").cast("string").fill_null("line " + lines.line.cast("string"))
    table = lines.mutate(order_key=lines.order_id if numbered else lines.order_id.fill_null(day))
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
    known = rows.filter(rows[column].notnull())
    pairs = known.group_by(["customer_id", known[column].name("value")]).aggregate(
        weight=known.count() if weight is None else known[weight].sum()
    )
    most = pairs.group_by("customer_id").aggregate(weight=pairs.weight.max(), different=pairs.count())
    best = pairs.inner_join(most, ["customer_id", "weight"])
    return best.group_by("customer_id").aggregate(value=best.value.min(), different=best.different.max())


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


def measured(shop: Workshop, path: Path, as_of: pd.Timestamp | None, present: set[str]) -> tuple[int, pd.DataFrame]:
    """Everything that purchases tell about each customer, and the days of the period that the trend compares with the one before.

    `present` holds the roles that the tables have.
    """
    lines = shop.read(path)
    orders = shop.read(shop.keep(orders_of(lines, present, "order_id" in gaps(path)[1]), "orders"))
    dated = orders.filter(~orders.back & orders.date.notnull())
    clock = (
        dated.aggregate(first=dated.date.min(), timed=((dated.date.hour() + dated.date.minute()) > 0).sum()).to_pandas().iloc[0]
    )
    span = 182
    if as_of is not None and pd.notna(clock["first"]):
        span = int(min(182, max(1, (as_of.normalize() - clock["first"].normalize()).days // 2)))
    parts = [buying(orders, as_of, span).to_pandas()]
    if as_of is not None:
        parts.append(rhythm(dated).to_pandas())
        parts.append(_named(favourite(dated.mutate(season=season_of(dated.date)), "season"), "favourite_season"))
        if (clock.timed or 0) > 0:
            parts.append(_named(favourite(dated.mutate(part=daypart_of(dated.date)), "part"), "favourite_daypart"))
    parts += list(_tastes(lines, present, parts[0], as_of))
    whole = parts[0].set_index("customer_id")
    for part in parts[1:]:
        whole = whole.join(part.set_index("customer_id"))
    whole.index = whole.index.astype("str")
    return span, finished(whole.sort_index(), as_of, present, span)


def _named(expression: Any, name: str, different: str | None = None) -> pd.DataFrame:
    frame = expression.to_pandas().rename(columns={"value": name, **({"different": different} if different else {})})
    return frame if different else frame.drop(columns="different")


def _tastes(lines: Any, present: set[str], buyers: pd.DataFrame, as_of: pd.Timestamp | None) -> Any:
    """Favourite and first product, category, channel, and how many different ones a customer bought."""
    bought = lines.filter(~lines.is_return)
    product = "product" if "product" in present else "product_name"
    if {"product", "product_name"} & present:
        names = bought.group_by([product]).aggregate(label=bought.product_name.max()).to_pandas().dropna(subset=[product])
        label = names.set_index(product).label
        codes = label.index.to_series().astype("str")
        no_product = codes.str.lower().str.contains(NO_PRODUCT) | label.astype("str").str.lower().str.contains(
            NO_PRODUCT, na=False
        )
        odd = list(label.index[no_product])
        goods = bought.filter(~bought[product].isin(odd)) if odd else bought
        best = _named(favourite(goods, product), "favourite_product", "products")
        parts = [best]
        yield matched_returns(lines, product).to_pandas()
        if as_of is not None:
            import ibis

            start = ibis.memtable(buyers[["customer_id", "first_purchase"]].dropna())
            first = goods.inner_join(start, ["customer_id", goods.date == start.first_purchase])
            parts.append(_named(favourite(first, product, weight="cents"), "first_product"))
        for part in parts:
            column = part.columns[1]
            part[column] = part[column].map(label).fillna(part[column]).astype("str")
            yield part
    if "category" in present:
        yield _named(favourite(bought, "category"), "favourite_category", "categories")
    if "channel" in present:
        yield _named(favourite(bought, "channel"), "favourite_channel")


def finished(frame: pd.DataFrame, as_of: pd.Timestamp | None, present: set[str], span: int) -> pd.DataFrame:
    """The measures that follow from the aggregates: shares, averages, days and the trend."""
    out = frame.copy()
    for name in (name for name in MONEY if name in out):
        out[name] = out[name].fillna(0).astype("int64") / 100
    counts = [name for name in ("lines", "frequency", "returns_count", "products", "categories", "purchase_days") if name in out]
    out[counts] = out[counts].fillna(0).astype("int64")
    bought = out.frequency > 0
    out["return_share"] = (out.returns_value / out.sales).where(out.sales > 0)
    out["average_order"] = (out.sales / out.frequency).where(bought)
    out["one_time"] = out.frequency == 1
    if "discount" in present:
        out["discount_share"] = (out.discount / (out.sales + out.discount)).where(out.sales + out.discount > 0)
    if {"cost", "margin"} & present:
        _margin(out)
    if as_of is not None:
        _clock(out, as_of, span)
    if not {"quantity"} & present:
        out = out.drop(columns="items")
    return out.drop(columns=["cost", "costed", "gap_spread"], errors="ignore")


HELPERS = ["purchase_days", "first_day_sales", "recent_sales", "earlier_sales"]  # what lifetime value needs besides


def _margin(out: pd.DataFrame) -> None:
    """Margin over the lines whose cost is known; the other lines get the share of the whole table."""
    costed, cost = out.costed.fillna(0).sum(), out.cost.fillna(0).sum()
    rate = 1 - cost / costed if costed else float("nan")
    known = (out.costed - out.cost.fillna(0)) / 100
    rest = out.monetary - out.costed / 100
    out["margin"] = (known + (rest * rate).where(rest.abs() > 0.005, 0)).round(2)


def _clock(out: pd.DataFrame, as_of: pd.Timestamp, span: int) -> None:
    day = as_of.normalize()
    out["recency"] = (day - out.last_purchase.dt.normalize()).dt.days.astype("float64")
    out["tenure"] = (day - out.first_purchase.dt.normalize()).dt.days.astype("float64")
    out["gap"] = out.gap.where(out.purchase_days > 1).astype("float64")
    out["gap_regularity"] = (out.gap_spread / out.gap).where(out.purchase_days > 2).astype("float64")
    both = out.recent_sales + out.earlier_sales
    known = (both > 0) & (out.tenure >= span)
    out["trend"] = ((out.recent_sales - out.earlier_sales) / both).where(known)
