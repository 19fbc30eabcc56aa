"""Nothing is lost: lines, money and customers that come in are in the table or set aside, whatever the data."""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmentation.customers import build_customers
from tests.customers.tables import table

LINE = st.tuples(
    st.sampled_from(["1", "2", "03", "K4", None, " 5 "]),
    st.sampled_from(["2024-01-05", "2024-02-29", "2024-06-30", "1899-12-30", "2199-01-01", None]),
    st.integers(-20, 50),
    st.decimals(min_value=Decimal("0"), max_value=Decimal("9999"), places=4),
)


def cents(quantity: int, price: Decimal) -> int:
    return int((quantity * price * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@pytest.mark.slow
@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.lists(LINE, min_size=1, max_size=40))
def test_lines_and_money_are_kept_or_set_aside_with_a_reason(lines):
    lines = [*lines, ("1", "2024-03-01", 1, Decimal("10.0050"))]
    frame = {
        "customer": [line[0] for line in lines], "date": pd.to_datetime([line[1] for line in lines]),
        "quantity": [line[2] for line in lines], "price": [float(line[3]) for line in lines],
    }
    customers = build_customers(table("purchases", frame))
    facts = customers.reconciliation.set_index("what")
    total = sum(cents(line[2], line[3]) for line in lines)
    good = [line for line in lines if line[0] and line[1] and "1970" <= line[1] < "2100"]
    assert facts.loc["lines", "in"] == len(lines)
    assert facts.loc["lines", "kept"] == len(good) == customers.frame["lines"].sum()
    assert round(facts.loc["turnover", "in"] * 100) == total
    assert round(facts.loc["turnover", "kept"] * 100) == sum(cents(line[2], line[3]) for line in good)
    assert round(customers.frame.monetary.sum() * 100) == sum(cents(line[2], line[3]) for line in good)
    assert customers.set_aside["lines"].sum() == len(lines) - len(good)
    assert len(customers) == len({line[0].strip() for line in lines if line[0]})
    parts = customers.frame
    assert ((parts.sales - parts.returns_value - parts.monetary).abs() < 0.001).all()
