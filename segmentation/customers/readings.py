"""What must be known of a purchase table before its lines can be read: which numbers mean what."""

from typing import Any

import pandas as pd

from segmentation.customers.lines import Reading, amount_of, has_money, number_of, text_of
from segmentation.customers.rows import rows_of
from segmentation.customers.sources import Source
from segmentation.customers.table import Notice

ENOUGH, STRETCH = 5_000_000, 100_000  # lines that tell what orders are like, taken evenly from the whole file in stretches that keep orders together


def reading_of(
    table: Any, source: Source, currency: str, as_of: pd.Timestamp | None, now: pd.Timestamp
) -> tuple[Reading, list[Notice]]:
    """How to read this table, and what the user should know about that."""
    once = has_money(source) and (source.order_totals or _repeats_totals(table, source))
    notices = [Notice("order_totals_once", table=source.name)] if once else []
    piece = _per_piece(table, source)
    if piece is not None:
        notices.append(Notice("cost_per_piece" if piece else "cost_per_line", table=source.name))
    return Reading(
        credit_prefix=_credit_prefix(table, source),
        once_per_order=once,
        cost_per_piece="quantity" in source.roles and piece is not False,
        discount_is_share=_is_share(table, source, "discount"),
        margin_is_share=_is_share(table, source, "margin"),
        return_is=_return(table, source),
        discount_comes_off=_discount_comes_off(table, source),
        currency=currency if "currency" in source.roles else "",
        as_of=as_of,
        tomorrow=now.normalize() + pd.Timedelta(days=1),
    ), notices


def _facts(table: Any, **measures: Any) -> pd.Series:
    return table.aggregate(**measures).to_pandas().iloc[0].fillna(0)


def _credit_prefix(table: Any, source: Source) -> bool:
    """Whether order numbers that start with C are credit notes here: there are some, and nearly all of those are negative."""
    if "order" not in source.roles or not {"quantity", "amount"} & set(source.roles):
        return False
    sign = number_of(table, source, "quantity" if "quantity" in source.roles else "amount")
    marked = text_of(table, source, "order").upper().startswith("C")
    facts = _facts(table, marked=marked.sum(), negative=(marked & (sign < 0)).sum(), rows=table.count())
    return bool(0 < facts.marked < facts.rows / 2 and facts.negative >= 0.9 * facts.marked)


def currency_of(tables: list[tuple[Any, Source]], wanted: str | None) -> str:
    """The currency to count in: the one asked for when it is there, else the one most lines are in; "" when no table says."""
    counts = []
    for table, source in tables:
        if "currency" in source.roles:
            codes = table.select(code=text_of(table, source, "currency").upper())
            counts.append(codes.group_by("code").aggregate(lines=codes.count()).to_pandas().dropna())
    found = pd.concat(counts).groupby("code").lines.sum().sort_index() if counts else pd.Series(dtype="int64")
    if found.empty:
        return ""
    return str(wanted) if wanted in found.index else str(found.idxmax())


def _is_share(table: Any, source: Source, role: str) -> bool:
    """Whether this column holds shares or percentages: its type says so, or no value is ever above one."""
    if role not in source.roles:
        return False
    kind = getattr(source.columns.get(source.roles[role]), "type", "")
    if kind in ("percent", "money"):
        return bool(kind == "percent")
    values = number_of(table, source, role).abs()
    facts = _facts(table, highest=values.max(), broken=(values != values.floor()).sum())
    return bool(0 < facts.highest <= 1 and facts.broken > 0)


def _discount_comes_off(table: Any, source: Source) -> bool:
    """Whether price × quantity is before a discount that stands once per order.

    True when, for most orders with a discount, a total of the order (with or without shipping) is what the lines make less the discount.
    """
    totals = [name for name, column in source.columns.items() if str(getattr(column, "reason", "")) == "order_total_once"]
    if not totals or "amount" in source.roles or not {"order", "price", "discount"} <= set(source.roles):
        return False
    rows = table.select(
        order_id=text_of(table, source, "order"), value=amount_of(table, source), off=number_of(table, source, "discount").abs(),
        sent=number_of(table, source, "shipping"), **{f"t{place}": table[name].try_cast("float64") for place, name in enumerate(totals)},
    )  # fmt: skip
    orders = rows.group_by("order_id").aggregate(
        value=rows.value.sum(), off=rows.off.sum().fill_null(0), sent=rows.sent.sum().fill_null(0),
        **{f"t{place}": rows[f"t{place}"].max() for place in range(len(totals))},
    )  # fmt: skip
    cheaper = orders.filter(orders.off > 0)
    gaps = [cheaper[f"t{place}"] - cheaper.value + cheaper.off for place in range(len(totals))]
    fits = [((gap.abs() < 0.015) | ((gap - cheaper.sent).abs() < 0.015)).sum() for gap in gaps]
    facts = _facts(cheaper, orders=cheaper.count(), **{f"fit{place}": fit for place, fit in enumerate(fits)})
    return bool(facts.orders > 0 and max(facts[f"fit{place}"] for place in range(len(totals))) > facts.orders / 2)


def _per_piece(table: Any, source: Source) -> bool | None:
    """Whether the cost is that of one piece or of the whole line; None when no line tells, because there is no line of several pieces.

    Decided by the whole column: the reading under which cost is the steadier share of what was paid, whatever the number of pieces; but never one under which
    most of those lines were sold at a loss.
    """
    if not {"cost", "quantity"} <= set(source.roles) or not has_money(source):
        return None
    quantity, paid = number_of(table, source, "quantity").abs(), amount_of(table, source).abs()
    cost = number_of(table, source, "cost").abs()
    rows = table.select(quantity=quantity, cost=cost, paid=paid).filter((quantity > 0) & (paid > 0) & (cost > 0))
    several = rows.quantity > 1
    facts = _facts(
        rows,
        lines=several.sum(),
        loss=(several & (rows.cost * rows.quantity > rows.paid)).sum(),
        piece=(rows.cost * rows.quantity / rows.paid).ln().std(how="pop"),
        line=(rows.cost / rows.paid).ln().std(how="pop"),
    )
    if facts.lines == 0:
        return None
    return bool(facts.loss <= facts.lines / 2 and facts.piece <= facts.line + 1e-9)


def _return(table: Any, source: Source) -> str:
    """What the column of returns holds: "flag", "amount", or "" when there is none."""
    if "return" not in source.roles:
        return ""
    column = table[source.roles["return"]]
    if not column.type().is_numeric():
        return "flag"
    values = number_of(table, source, "return").abs()
    facts = _facts(table, highest=values.max(), other=((values != 0) & (values != 1)).sum())
    return "flag" if facts.highest <= 1 and facts.other == 0 else "amount"


def _repeats_totals(table: Any, source: Source) -> bool:
    """Whether the amount is that of the whole order, on each of its lines or on the first only.

    True when nearly all orders of several lines show one amount while their products or prices differ, and orders differ.
    """
    if not {"order", "amount"} <= set(source.roles) or not {"product", "product_name", "price"} & set(source.roles):
        return False
    rows = table.select(
        order_id=text_of(table, source, "order"),
        amount=number_of(table, source, "amount"),
        value=number_of(table, source, "quantity").fill_null(1.0) * number_of(table, source, "price"),
        product=text_of(table, source, "product").fill_null(text_of(table, source, "product_name")),
        line=table["file_row_number"],
    ).filter(lambda t: t.order_id.notnull())
    if (step := rows_of(source.path) // ENOUGH) > 1:
        rows = rows.filter((rows.line // STRETCH) % step == 0)
    orders = rows.group_by("order_id").aggregate(
        lines=rows.count(), known=rows.amount.count(), amount=rows.amount.max(), lowest=rows.amount.min(),
        own=(rows.amount - rows.value).abs().max(), dearest=rows.value.max(), cheapest=rows.value.min(),
        one=rows["product"].min(), other=rows["product"].max(),
    )  # fmt: skip
    orders = orders.mutate(prices=orders.cheapest < orders.dearest, same=orders.lowest == orders.amount)  # counting the different ones is slow
    several = orders.filter((orders.lines > 1) & (orders.prices | (orders.one < orders.other)))
    facts = _facts(
        several,
        orders=several.count(),
        first_only=(several.known == 1).sum(),
        same=(several.same & (several.known == several.lines)).sum(),
        totals=several.amount.nunique(),
        lines_fit=(several.own < 0.015).sum(),
        different=(several.same & several.prices).sum(),
    )
    if facts.orders < 3 or facts.lines_fit > facts.orders / 2:
        return False
    if facts.first_only >= 0.95 * facts.orders:
        return True
    priced = "price" in source.roles
    evidence = facts.different >= 0.5 * facts.orders if priced else facts.totals >= max(5, facts.orders / 4)
    return bool(facts.same >= 0.95 * facts.orders and evidence)
