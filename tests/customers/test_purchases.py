"""What customers buy: every measure by hand on a few lines, and the whole of Online Retail to the penny."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from segmentation.customers import CustomerTable, build_customers
from tests.customers.tables import stored, table

RETAIL = Path(__file__).parents[2] / "sample_data" / "online_retail" / "online_retail_2009_2010.parquet"


def orders():
    return table(
        "purchases",
        {
            "order": ["1", "1", "2", "3", "C4", "5"],
            "date": pd.to_datetime(["2024-01-01", "2024-01-01", "2024-01-11", "2024-03-11", "2024-03-15", "2024-02-01"]),
            "customer": ["A", "A", "A", "A", "A", "B"],
            "product": ["x", "y", "x", "z", "x", "y"],
            "quantity": [1, 2, 1, 1, -1, 3],
            "price": [10.0, 2.5, 10.0, 4.01, 10.0, 0.335],
        },
    )


def test_every_measure_by_hand():
    customers = build_customers(orders())
    a, b = customers.frame.loc["A"], customers.frame.loc["B"]
    assert customers.as_of == pd.Timestamp("2024-03-15")
    assert (a.recency, a.frequency, a.monetary, a.sales) == (4, 3, 19.01, 29.01)
    assert (a.returns_value, a.returns_count, a["lines"], a["items"]) == (10.0, 1, 5, 5)
    assert (a.products, a.favourite_product, a.first_product) == (3, "x", "x")
    assert a.average_order == pytest.approx(29.01 / 3)
    assert a.return_share == pytest.approx(10 / 29.01)
    assert (a.tenure, a.gap) == (74, 35)
    assert a.gap_regularity == pytest.approx(25 / 35)  # gaps of 10 and 60 days: spread 25
    assert bool(b.one_time) and not bool(a.one_time)
    assert b.monetary == 1.01  # 3 × 0.335 is 1.005: half a cent goes up


def test_the_as_of_day_can_be_chosen_and_later_lines_are_set_aside():
    customers = build_customers(orders(), as_of="2024-03-01")
    assert customers.frame.loc["A", ["recency", "frequency", "monetary"]].tolist() == [50, 2, 25.0]
    aside = customers.set_aside.set_index("reason")
    assert aside.loc["after_as_of", "lines"] == 2
    assert customers.as_of == pd.Timestamp("2024-03-01")


def test_without_order_numbers_a_day_is_an_order():
    days = pd.to_datetime(["2024-01-01 09:00", "2024-01-01 17:00", "2024-01-02 10:00"])
    customers = build_customers(table("purchases", {"customer": ["A"] * 3, "date": days, "amount": [1.0, 2.0, 3.0]}))
    assert customers.frame.loc["A", "frequency"] == 2
    assert customers.frame.loc["A", "favourite_daypart"] == "morning"


def test_an_order_total_that_stands_on_every_line_counts_once():
    rows = {
        "order": [str(n) for n in range(6) for _line in range(2)],
        "customer": ["A"] * 12,
        "date": pd.to_datetime(["2024-01-01"] * 12),
        "product": ["p", "q"] * 6,
        "price": [3.0, 5.5] * 6,
        "quantity": [1] * 12,
        "amount": [8.5 + n for n in range(6) for _line in range(2)],
    }
    customers = build_customers(table("purchases", rows))
    assert customers.frame.loc["A", "monetary"] == sum(8.5 + n for n in range(6))
    assert "order_totals_once" in {notice.code for notice in customers.notices}
    turned = build_customers(table("purchases", {name: values[::-1] for name, values in rows.items()}))
    pd.testing.assert_frame_equal(turned.frame, customers.frame, check_exact=True)
    first = {**rows, "amount": [value if place % 2 == 0 else None for place, value in enumerate(rows["amount"])]}
    assert build_customers(table("purchases", first)).frame.loc["A", "monetary"] == customers.frame.loc["A", "monetary"]


def test_a_discount_on_the_whole_order_comes_off_prices_that_are_before_it():
    """As Shopify exports: prices per line before discount, discount and subtotal on the first line of the order only."""
    rows = {
        "order": ["1", "1", "2"], "customer": ["A", "A", "B"], "date": pd.to_datetime(["2024-01-01"] * 3), "product": ["p", "q", "p"],
        "price": [10.0, 5.0, 10.0], "quantity": [2, 1, 1], "discount": [5.0, None, 0.0], "Subtotal": [20.0, None, 10.0],
    }  # fmt: skip
    given = table("purchases", rows)
    given.columns = {"Subtotal": SimpleNamespace(name="Subtotal", type="money", reason="order_total_once", personal=False)}
    frame = build_customers(given).frame
    assert frame.monetary.tolist() == [20.0, 10.0]
    assert frame.discount.tolist() == [5.0, 0.0]


def test_a_column_of_refunds_is_money_given_back():
    rows = {"customer": ["A", "A"], "date": pd.to_datetime(["2024-01-01", "2024-01-02"]), "amount": [10.0, 20.0], "return": [0.0, 4.99]}
    customers = build_customers(table("purchases", rows))
    assert customers.frame.loc["A", ["sales", "returns_value", "monetary", "lines"]].tolist() == [30.0, 4.99, 25.01, 2]


def test_costs_per_piece_and_discounts_become_margin_and_share():
    rows = {
        "customer": ["A", "A"], "date": pd.to_datetime(["2024-01-01", "2024-01-02"]), "quantity": [4, 1], "amount": [40.0, 10.0],
        "cost": [6.0, 6.0], "discount": [10.0, 0.0],
    }
    row = build_customers(table("purchases", rows)).frame.loc["A"]
    assert (row.margin, row.discount) == (20.0, 10.0)
    assert row.discount_share == pytest.approx(10 / 60)


def test_the_order_of_rows_changes_nothing():
    one, two = orders(), orders()
    two.frame = two.frame.iloc[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(build_customers(one).frame, build_customers(two).frame)


def test_saved_and_loaded_is_the_same(tmp_path):
    customers = build_customers(orders(), table("customers", {"customer": ["A", "Z"], "city": ["Assen", "Breda"]}))
    customers.save(tmp_path / "here")
    again = CustomerTable.load(tmp_path / "here")
    for name in ("frame", "columns", "reconciliation", "set_aside", "joins", "duplicates", "models"):
        pd.testing.assert_frame_equal(getattr(customers, name), getattr(again, name))
    assert (again.as_of, again.currency, again.notices) == (customers.as_of, customers.currency, customers.notices)
    assert pd.read_parquet(again.lines)["amount"].sum() == pytest.approx(20.02)


@pytest.mark.slow
def test_online_retail_to_the_penny():
    retail = stored(
        "purchases", RETAIL, "online_retail.parquet", order="Invoice", product="StockCode", product_name="Description",
        quantity="Quantity", date="InvoiceDate", price="Price", customer="Customer ID", country="Country",
    )
    customers = build_customers(retail)
    lines = customers.reconciliation.set_index("what").loc["lines"]
    assert (lines["in"], lines["kept"], lines["set_aside"]) == (525_461, 417_534, 107_927)
    assert len(customers) == 4_383
    assert round(customers.frame.monetary.sum(), 2) == 8_348_208.56
    assert (customers.frame.monetary < 0).sum() == 89
    assert "13085" in customers.frame.index
    assert customers.frame["lines"].sum() == 417_534
    turnover = customers.reconciliation.set_index("what").loc["turnover"]
    assert turnover["in"] == pytest.approx(turnover["kept"] + turnover["set_aside"], abs=0.001)
    assert customers.frame.loc["13085", "country"] == "United Kingdom"
    assert not customers.lifetime.refused


def test_many_lines_are_measured_by_groups_of_customers_with_the_same_outcome(monkeypatch):
    place = range(60)
    rows = {
        "order": [f"{n // 2}" for n in place],
        "customer": [f"K{n * 7 % 11}" for n in place],
        "date": [pd.Timestamp("2024-01-01") + pd.Timedelta(hours=n * 31) for n in place],
        "product": [f"P{n * n % 5}" for n in place],
        "quantity": [-1 if n % 9 == 8 else 1 + n % 3 for n in place],
        "price": [(n * 37 % 100) / 8 for n in place],
    }
    given = table("purchases", rows), table("customers", {"customer": ["K0", "K3", "X9"], "city": ["Assen", "Ede", "Breda"]})
    whole = build_customers(*given).frame
    monkeypatch.setattr("segmentation.customers.measuring.AT_ONCE", 16)
    pd.testing.assert_frame_equal(build_customers(*given).frame, whole, check_exact=True)
