"""Purchase tables → normalised lines: who, when, what, how much in whole cents, and why a line could not count."""

import operator
from dataclasses import dataclass
from functools import reduce
from typing import Any

import pandas as pd

from segmentation.customers.keys import as_text, key_of, named
from segmentation.customers.sources import Source

LARGEST = 1e14  # cents
TEXTS = {"order": "order_id", "product": "product", "product_name": "product_name", "category": "category", "channel": "channel"}


@dataclass(frozen=True)
class Reading:
    """What was decided about a purchase table before its lines are read."""

    credit_prefix: bool = False
    once_per_order: bool = False
    cost_per_piece: bool = True
    discount_is_share: bool = False
    margin_is_share: bool = False
    discount_comes_off: bool = False
    return_is: str = ""
    currency: str = ""
    as_of: pd.Timestamp | None = None
    tomorrow: pd.Timestamp | None = None


def to_cents(amount: Any) -> Any:
    """Money as whole cents, half a cent away from zero, the same in every engine; a trillion or more is no amount and goes missing.

    Half a millionth of a cent more takes away the noise of binary fractions: 3 × 0.335 is 1.005 and so 101 cents.
    """
    import ibis

    value = amount.cast("float64") * 100
    return ibis.ifelse(value.abs() < LARGEST, (value.abs() + (0.5 + 5e-7)).floor() * value.sign(), None).cast("int64")


def text_of(table: Any, source: Source, role: str) -> Any:
    """The column of this role as text, or missing."""
    import ibis

    return as_text(table, source, source.roles[role]) if role in source.roles else ibis.null("string")


def number_of(table: Any, source: Source, role: str) -> Any:
    """The column of this role as a number, or missing."""
    import ibis

    if role not in source.roles:
        return ibis.null("float64")
    column = table[source.roles[role]]
    number = column.try_cast("float64")
    return number if column.type().is_integer() else (number.isnan() | number.isinf()).ifelse(None, number)


def date_of(table: Any, source: Source, role: str = "date") -> Any:
    """The column of this role as a moment, or missing."""
    import ibis

    return table[source.roles[role]].try_cast("timestamp") if role in source.roles else ibis.null("timestamp")


def amount_of(table: Any, source: Source) -> Any:
    """What a line costs: the amount as given, else quantity × price, else the price."""
    if "amount" in source.roles:
        return number_of(table, source, "amount")
    price = number_of(table, source, "price")
    return number_of(table, source, "quantity") * price if "quantity" in source.roles else price


def has_money(source: Source) -> bool:
    return bool({"amount", "price"} & set(source.roles))


def read_lines(table: Any, source: Source, reading: Reading, changed: pd.DataFrame | None = None, forgotten: Any = None) -> Any:
    """Every line of a purchase table with its fields under fixed names, whether it `counts` and else `why` not.

    `changed` (key, customer_id) holds the keys that mean another id, `forgotten` (customer_id) the people who asked to be
    removed.
    """
    import ibis

    lines = table.select(
        customer_id=key_of(table, source),
        date=date_of(table, source),
        quantity=number_of(table, source, "quantity"),
        cents=to_cents(amount_of(table, source)) if has_money(source) else ibis.literal(0).cast("int64"),  # a plain nought is stored smaller
        gave=number_of(table, source, "discount").abs(),
        cost=number_of(table, source, "cost"),
        margin=number_of(table, source, "margin"),
        back=_given_back(table, source, reading),
        refund=to_cents(number_of(table, source, "return")) if reading.return_is == "amount" else ibis.null("int64"),
        below=_below(table, source),
        line=table["file_row_number"],
        currency=text_of(table, source, "currency"),
        **{name: text_of(table, source, role) for role, name in TEXTS.items()},
    )
    lines = named(lines, pd.DataFrame() if changed is None else changed)
    if reading.once_per_order:
        lines = _once(lines)
    lines = lines.mutate(is_return=_returned(lines, source, reading), is_refund=False)
    if reading.return_is == "flag":
        lines = lines.mutate(cents=(lines.back < 0).ifelse(-lines.cents.abs(), lines.cents))
    if reading.discount_comes_off:
        off = to_cents(lines.gave.fill_null(0.0))
        lines = lines.mutate(cents=lines.is_return.ifelse(lines.cents, lines.cents - off))
    return _judged(_with_costs(lines, reading), source, reading, forgotten).drop("back", "margin", "gave")


def _below(table: Any, source: Source) -> Any:
    """Whether the price is negative without the quantity being so."""
    import ibis

    if "price" not in source.roles:
        return ibis.literal(False)
    price, quantity = number_of(table, source, "price"), number_of(table, source, "quantity")
    return (price < 0).fill_null(False) & ~(quantity < 0).fill_null(False)


def _returned(lines: Any, source: Source, reading: Reading) -> Any:
    """Whether a line is a return: by its amount, its quantity, its order number or its own column. Nothing is asked that the table cannot tell."""
    signs = [lines.cents < 0]
    if "quantity" in source.roles:
        signs.append((lines.quantity < 0).fill_null(False))
    if reading.credit_prefix:
        signs.append(lines.order_id.upper().re_search(r"^C[0-9]").fill_null(False))
    if reading.return_is == "flag":
        signs.append(lines.back < 0)
    return reduce(operator.or_, signs)


def _given_back(table: Any, source: Source, reading: Reading) -> Any:
    """−1 where a yes/no column says that the line is a return; an amount in such a column is taken up by `refunds`."""
    import ibis

    if reading.return_is != "flag":
        return ibis.null("int64")
    column = table[source.roles["return"]]
    yes = (
        column
        if column.type().is_boolean()
        else column.cast("string")
        .strip()
        .lower()
        .isin(["1", "1.0", "true", "yes", "y", "ja", "j", "retour", "return", "returned", "geretourneerd", "x"])
    )
    return yes.fill_null(False).ifelse(-1, 1)


def _once(lines: Any) -> Any:
    """The total of an order stands on every line of it: count it once, on that of the first product by alphabet, in whatever order the lines stand."""
    import ibis

    first = [lines.cents.isnull(), lines["product"], lines.product_name, lines.cents, lines.line]
    place = ibis.row_number().over(group_by=[lines.customer_id, lines.order_id], order_by=first)
    known = lines.mutate(place=place)
    counts = (known.place == 0) | known.order_id.isnull()
    return known.mutate(
        cents=counts.ifelse(known.cents, 0), gave=counts.ifelse(known.gave, 0.0), refund=counts.ifelse(known.refund, None)
    ).drop("place")


def _with_costs(lines: Any, reading: Reading) -> Any:
    """Discount in cents off the line, cost of goods of the whole line in cents, with the sign of the line."""
    import ibis

    amount = lines.cents / 100.0
    full = lines.gave < 1
    off = (lines.gave < 1.0001).ifelse(lines.gave, lines.gave / 100.0)
    discount = full.ifelse(amount.abs() * off / (1 - off), None) if reading.discount_is_share else lines.gave
    pieces = lines.quantity.fill_null(1.0) if reading.cost_per_piece else (lines.cents < 0).ifelse(-1.0, 1.0)
    given = lines.cost.abs() * pieces
    share = (lines.margin.abs() <= 1.0001).ifelse(lines.margin, lines.margin / 100.0)
    kept = amount * share if reading.margin_is_share else lines.margin
    return lines.mutate(
        discount_cents=to_cents(discount),
        cost_cents=ibis.coalesce(to_cents(given), to_cents(amount - kept)),
    ).drop("cost")


def kept_lines(lines: Any) -> Any:
    """The lines that count, and a line more for every amount that a column of refunds says was given back."""
    import ibis

    counted = lines.filter(lines.counts).drop("why", "counts", "currency", "below")
    given = counted.filter(counted.refund.fill_null(0) != 0).mutate(
        cents=-lines.refund.abs(),
        is_return=True,
        is_refund=True,
        quantity=ibis.null("float64"),
        discount_cents=ibis.null("int64"),
        cost_cents=ibis.null("int64"),
    )
    return counted, given


def _judged(lines: Any, source: Source, reading: Reading, forgotten: Any) -> Any:
    """The lines with `why` each is set aside, and whether it `counts`: the same question, but one an engine can ask of whole parts of a file at once."""
    import ibis

    demands = [(lines.customer_id.notnull(), "no_customer")]
    if forgotten is not None:
        demands.append((lines.customer_id.notin(list(forgotten)), "forgotten"))
    if has_money(source):
        demands.append((lines.cents.notnull(), "no_amount"))
    if "date" in source.roles:
        demands += [(lines.date.notnull(), "no_date"), (lines.date >= pd.Timestamp("1970-01-01"), "before_1970")]
        if reading.tomorrow is not None:
            demands.append((lines.date < reading.tomorrow, "future_date"))
        if reading.as_of is not None:
            demands.append((lines.date < reading.as_of.normalize() + pd.Timedelta(days=1), "after_as_of"))
    if reading.currency:
        demands.append((lines.currency.upper().fill_null(reading.currency) == reading.currency, "other_currency"))
    return lines.mutate(
        why=ibis.cases(*((~met, code) for met, code in demands), else_=None),
        counts=reduce(operator.and_, (met for met, _code in demands)),
    )
