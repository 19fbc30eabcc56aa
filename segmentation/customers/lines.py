"""Purchase tables → normalised lines: who, when, what, how much in whole cents, and why a line could not count."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from segmentation.customers.sources import Source

FIELDS = ("order", "product", "product_name", "category", "channel")


@dataclass(frozen=True)
class Reading:
    """What was decided about a purchase table before its lines are read."""

    credit_prefix: bool = False
    currency: str = ""
    as_of: pd.Timestamp | None = None
    today: pd.Timestamp = pd.Timestamp("2200-01-01")


def clean_key(column: Any) -> Any:
    """A customer key as text: no blanks around it, `1234.0` is `1234`; empty is missing.

    13085.0 → "13085", " 0042 " → "0042"
    """
    if column.type().is_floating():
        whole = column.cast("int64")
        return (whole == column).ifelse(whole.cast("string"), column.cast("string"))
    text = column.cast("string").strip()
    spreadsheet = text.endswith(".0") & text.re_search(r"^\d+\.0$")
    return spreadsheet.ifelse(text.substr(0, text.length() - 2), text).nullif("")


def to_cents(amount: Any) -> Any:
    """Money as whole cents, half a cent away from zero, the same in every engine.

    Rounding to a millionth of a cent first takes away the noise of binary fractions: 3 × 0.335 is 1.005 and so 101 cents.
    """
    value = (amount.cast("float64") * 100).round(6)
    return ((value.abs() + 0.5).floor() * (value < 0).ifelse(-1, 1)).cast("int64")


def text_of(table: Any, source: Source, role: str) -> Any:
    """The column of this role as text, or missing."""
    import ibis

    if role not in source.roles:
        return ibis.null("string")
    column = table[source.roles[role]]
    return clean_key(column) if role in ("order", "product") else column.cast("string").strip().nullif("")


def number_of(table: Any, source: Source, role: str) -> Any:
    import ibis

    if role not in source.roles:
        return ibis.null("float64")
    return table[source.roles[role]].try_cast("float64")


def read_lines(table: Any, source: Source, reading: Reading) -> Any:
    """Every line of a purchase table with its fields under fixed names, and `why` it is set aside (missing when it counts)."""
    import ibis

    quantity, price = number_of(table, source, "quantity"), number_of(table, source, "price")
    amount = number_of(table, source, "amount") if "amount" in source.roles else price
    if "amount" not in source.roles and {"quantity", "price"} <= set(source.roles):
        amount = quantity * price
    date = table[source.roles["date"]].try_cast("timestamp") if "date" in source.roles else ibis.null("timestamp")
    lines = table.select(
        customer_id=clean_key(table[source.key]),
        date=date,
        quantity=quantity,
        cents=to_cents(amount),
        line=table["file_row_number"],
        discount=number_of(table, source, "discount").abs(),
        cost=number_of(table, source, "cost"),
        currency=text_of(table, source, "currency"),
        **{("order_id" if role == "order" else role): text_of(table, source, role) for role in FIELDS},
    )
    credit = lines.order_id.upper().startswith("C") if reading.credit_prefix else ibis.literal(False)
    back = (lines.cents < 0) | (lines.quantity < 0).fill_null(False) | credit.fill_null(False)
    return lines.mutate(is_return=back, why=_why(lines, source, reading))


def _why(lines: Any, source: Source, reading: Reading) -> Any:
    import ibis

    reasons = [(lines.customer_id.isnull(), "no_customer")]
    if {"amount", "price"} & set(source.roles):
        reasons.append((lines.cents.isnull(), "no_amount"))
    if "date" in source.roles:
        reasons += [
            (lines.date.isnull(), "no_date"),
            (lines.date < pd.Timestamp("1970-01-01"), "before_1970"),
            (lines.date >= reading.today + pd.Timedelta(days=1), "future_date"),
        ]
        if reading.as_of is not None:
            reasons.append((lines.date >= reading.as_of.normalize() + pd.Timedelta(days=1), "after_as_of"))
    if reading.currency:
        reasons.append((lines.currency.upper().fill_null(reading.currency) != reading.currency, "other_currency"))
    return ibis.cases(*reasons, else_=None)


def has_credit_prefix(table: Any, source: Source) -> bool:
    """Whether order numbers that start with C are credit notes here: there are some, and nearly all of those are negative."""
    if "order" not in source.roles or not {"quantity", "amount"} & set(source.roles):
        return False
    sign = number_of(table, source, "quantity" if "quantity" in source.roles else "amount")
    marked = text_of(table, source, "order").upper().re_search(r"^C\d")
    facts = table.aggregate(
        marked=marked.sum(), negative=(marked & (sign < 0)).sum(), rows=table.count()
    ).to_pandas().iloc[0].fillna(0)
    return bool(0 < facts.marked < facts.rows / 2 and facts.negative >= 0.9 * facts.marked)
