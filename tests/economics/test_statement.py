"""Every euro: does each cost land with who caused it, and does everything add up to the cent?"""

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import segmentation as seg
from segmentation.economics.fields import FIELDS
from segmentation.economics.statement import COSTS
from segmentation.errors import MissingData, SegmentationError, TooLittleData, WrongChoice

QUICK = (Phase.explicit, Phase.generate)  # a failing shop of twelve is small enough to read
NOTHING = {field.name: 0.0 for field in FIELDS}


def costs(**values) -> seg.Costs:
    """These assumptions and no others."""
    return seg.Costs(**{**NOTHING, **values})


def test_every_cost_is_its_quantity_times_its_rate():
    table = pd.DataFrame(
        {
            "monetary": [200.0],
            "frequency": [3],
            "lines": [5],
            "returns_count": [2],
            "returns_value": [50.0],
            "tickets": [4],
            "support_minutes": [10],
            "mailings": [7],
            "discount": [20.0],
        },
        index=["K1"],
    )
    found = seg.weigh_economics(
        table,
        costs(
            margin_rate=0.4,
            per_return=8.5,
            shipping_per_return=5,
            return_write_down=0.1,
            per_ticket=7,
            per_support_minute=0.5,
            per_order=2.1,
            per_line=0.3,
            shipping_per_order=4.95,
            payment_rate=0.01,
            per_payment=0.3,
            discount_outside=0.5,
            per_mailing=0.02,
            per_new_customer=25,
            bad_debt_rate=0.005,
        ),
    ).customers.loc["K1"]
    assert found["cost_of_goods"] == 120.0
    assert found["returns"] == 2 * 8.5 + 2 * 5 + 0.1 * 0.6 * 50
    assert found["support"] == 4 * 7 + 10 * 0.5
    assert found["order_handling"] == pytest.approx(3 * 2.1 + 5 * 0.3)
    assert found["shipping"] == pytest.approx(14.85)
    assert found["payment"] == 2 + 0.9
    assert found["discount"] == 10.0
    assert found["marketing"] == 0.14
    assert found["acquisition"] == 25 and found["bad_debt"] == 1.0
    assert found["profit"] == pytest.approx(200 - 120 - 30 - 33 - 7.8 - 14.85 - 2.9 - 10 - 0.14 - 25 - 1)


def test_discount_is_shown_but_not_taken_off_twice():
    table = pd.DataFrame({"monetary": [80.0, 80.0], "discount": [20.0, 0.0]}, index=["with", "without"])
    found = seg.weigh_economics(table, costs(margin_rate=0.5))
    assert found.customers["profit"].tolist() == [40.0, 40.0]
    assert found.counts["discount_given"].tolist() == [20.0, 0.0]


def test_a_known_margin_goes_before_the_rate():
    table = pd.DataFrame({"monetary": [100.0, 100.0], "margin": [12.34, np.nan]}, index=["K1", "K2"])
    found = seg.weigh_economics(table, costs(margin_rate=0.5))
    assert found.customers["cost_of_goods"].tolist() == [87.66, 50.0]


def test_a_margin_per_category_counts_for_that_category(tmp_path):
    lines = pd.DataFrame(
        {
            "customer_id": ["K1", "K1"],
            "order_id": ["1", "1"],
            "date": pd.to_datetime(["2024-01-01"] * 2),
            "product": ["a", "b"],
            "product_name": ["a", "b"],
            "category": ["Garden", "Bags"],
            "quantity": [1.0, 1.0],
            "amount": [60.0, 40.0],
            "is_return": [False, False],
        }
    )
    lines.to_parquet(tmp_path / "lines.parquet")

    class Table:
        frame = pd.DataFrame({"monetary": [100.0], "frequency": [1]}, index=["K1"])
        lines = tmp_path / "lines.parquet"

    found = seg.weigh_economics(Table(), costs(margin_rate=0.5, **{"margin_rate:Garden": 0.25}))
    assert found.customers.loc["K1", "cost_of_goods"] == 45.0 + 20.0


def test_a_shared_amount_is_divided_to_the_last_cent():
    table = pd.DataFrame({"monetary": [10.0] * 3}, index=["K1", "K2", "K3"])
    found = seg.weigh_economics(table, costs(margin_rate=1, marketing_per_year=100))
    assert found.total["marketing"] == 100.0
    assert found.customers["marketing"].tolist() == [33.34, 33.33, 33.33]


def test_fixed_costs_stand_apart_from_customers():
    found = seg.weigh_economics(pd.DataFrame({"monetary": [100.0]}, index=["K1"]), costs(margin_rate=0.4, fixed_per_year=30))
    assert (found.total["profit"], found.total["fixed"], found.total["result"]) == (40.0, 30.0, 10.0)


def test_three_customers_of_a_textbook():
    """Alpha Ltd, after Glad & Becker (1995), pp. 57–58, as in the Open University's *Challenges in advanced management accounting*, activity 4.

    Order taking and account administration follow orders (£13 + £19), packing and dispatch follow units (£4.20 + £3.45), warehousing (£10.60 a square
    metre) and the traced costs of each customer come as they are.
    """
    traced = np.array([13_120 + 10.6 * 30, 18_476 + 10.6 * 40, 13_620 + 10.6 * 25])
    table = pd.DataFrame(
        {
            "monetary": [120_000.0, 150_000.0, 90_000.0],
            "frequency": [13, 66, 39],
            "lines": [300, 500, 450],
            "support_minutes": traced,
        },
        index=["Beta", "Gamma", "Delta"],
    )
    found = seg.weigh_economics(table, costs(margin_rate=0.30, per_order=32, per_line=7.65, per_support_minute=1))
    assert found.customers["profit"].round(2).to_dict() == {"Beta": 19_851.0, "Delta": 8_424.5, "Gamma": 20_163.0}


amounts = st.floats(-5_000, 50_000, allow_nan=False).map(lambda value: round(value, 2))
counts = st.integers(0, 40)


@st.composite
def shops(draw):
    size = draw(st.integers(1, 12))
    table = pd.DataFrame(
        {
            "monetary": draw(st.lists(amounts, min_size=size, max_size=size)),
            **{
                name: draw(st.lists(counts, min_size=size, max_size=size))
                for name in ("frequency", "lines", "returns_count", "tickets", "mailings")
            },
            "returns_value": draw(st.lists(st.floats(0, 900).map(lambda value: round(value, 2)), min_size=size, max_size=size)),
            "discount": draw(st.lists(st.floats(0, 90).map(lambda value: round(value, 2)), min_size=size, max_size=size)),
        },
        index=[f"K{place:02d}" for place in range(size)],
    )
    labels = pd.Series(draw(st.lists(st.sampled_from("ABC"), min_size=size, max_size=size)), index=table.index)
    tops = {"share": 1.0, "minutes": 60.0, "money": 200.0}
    chosen = {field.name: draw(st.floats(0, tops[field.unit])) for field in FIELDS}
    return table, labels, seg.Costs(**chosen)


@given(shops())
@settings(max_examples=15, deadline=None, derandomize=True, phases=QUICK)
def test_customers_segments_and_statement_agree_to_the_cent(shop):
    table, labels, assumed = shop
    found = seg.weigh_economics(table, assumed, labels, draws=10)
    whole, parts = found.cents.sum(), (found.segments[list(found.cents)] * 100).round().astype("int64").sum()
    assert (whole == parts).all()
    assert (found.cents["revenue"] - found.cents[list(COSTS)].sum(axis=1) == found.cents["profit"]).all()
    assert (found.total[list(found.cents)] * 100).round().astype("int64").tolist() == whole.tolist()
    assert round(found.customers["profit"].sum() * 100) == whole["profit"] == round(found.whale["cumulative"].iloc[-1] * 100)
    assert found.segments["customers"].sum() == len(table)
    assert (found.customers["unprofitable"] == (found.cents["profit"] < 0)).all()


@given(shops(), st.randoms(use_true_random=False))
@settings(max_examples=6, deadline=None, derandomize=True, phases=QUICK)
def test_the_order_of_rows_and_columns_changes_nothing(shop, chance):
    table, labels, assumed = shop
    rows, columns = list(table.index), list(table.columns)
    chance.shuffle(rows)
    chance.shuffle(columns)
    one, other = (
        seg.weigh_economics(table, assumed, labels, draws=10),
        seg.weigh_economics(table.loc[rows, columns], assumed, labels.sample(frac=1, random_state=1), draws=10),
    )
    pd.testing.assert_frame_equal(one.customers, other.customers)
    pd.testing.assert_frame_equal(one.goodbye, other.goodbye)


@pytest.mark.parametrize(
    "wrong",
    [
        {"margin_rate": 1.4},
        {"margin_rate": 40},
        {"per_return": -1},
        {"per_ticket": ()},
        {"per_ticket": (1, 2)},
        {"per_ticket": (3, 2, 1)},
        {"per_order": "two"},
        {"per_order": float("nan")},
        {"per_order": float("inf")},
        {"per_order": None},
        {"per_order": True},
        {"per_order": (1, None, 3)},
        {"per_oder": 2.0},
        {"margin_by_category": 0.4},
        {"margin_rate:Shoes": 2},
        {"fixed_per_year": 1e12},
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_costs_that_cannot_be_are_refused_in_the_users_language(wrong, language):
    from segmentation.language import speaking

    with speaking(language), pytest.raises(WrongChoice) as error:
        seg.Costs(**wrong)
    assert error.value.message and error.value.hint


def test_a_refusal_is_dutch_for_a_dutch_reader():
    from segmentation.language import speaking

    with speaking("nl"), pytest.raises(WrongChoice) as error:
        seg.Costs(margin_rate=1.4)
    assert error.value.message == "Brutomarge: 140% kan niet kloppen."


def test_costs_larger_than_turnover_give_a_loss_and_no_accident():
    found = seg.weigh_economics(
        pd.DataFrame({"monetary": [10.0, 20.0], "frequency": [5, 5]}, index=["K1", "K2"]), costs(margin_rate=0, per_order=50)
    )
    assert found.customers["unprofitable"].all() and found.whale["share"].isna().all() and found.total["profit"] == -500.0


def test_no_cost_known_at_all_still_tells_what_would_have_to_be_true():
    table = pd.DataFrame({"monetary": [100.0, 20.0]}, index=["K1", "K2"])
    found = seg.weigh_economics(table)
    assert "orders" in found.missing and found.total["revenue"] == 120.0
    needed = seg.weigh_economics(table.assign(frequency=[2, 2]), costs(margin_rate=0.4, per_order=2, shipping_per_order=5)).needed
    assert needed.loc["A", "margin_needed"] == pytest.approx(28 / 120) and needed.loc["A", "order_needed"] == pytest.approx(
        7 / 0.4
    )


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (pd.DataFrame({"monetary": []}), TooLittleData),
        (pd.DataFrame({"name": ["x"]}, index=["K1"]), MissingData),
        (pd.DataFrame({"monetary": [1.0, 2.0]}, index=["K1", "K1"]), WrongChoice),
        (pd.DataFrame({"monetary": [1e15]}, index=["K1"]), WrongChoice),
        (pd.DataFrame({"monetary": [None, float("nan")]}, index=["K1", "K2"]), MissingData),
        (pd.DataFrame({"monetary": ["much"]}, index=["K1"]), MissingData),
        (pd.DataFrame([[1.0, 2.0]], columns=["monetary", "monetary"], index=["K1"]), WrongChoice),
        (pd.DataFrame({"monetary": [1.0]}, index=pd.MultiIndex.from_tuples([("a", "b")])), WrongChoice),
        ("orders.csv", WrongChoice),
    ],
)
def test_tables_that_cannot_be_weighed_say_why(table, kind):
    with pytest.raises(kind) as error:
        seg.weigh_economics(table)
    assert error.value.hint


def test_missing_values_count_as_nothing_and_ids_may_stand_in_a_column():
    table = pd.DataFrame({"customer_id": [2, 1], "monetary": [50.0, None], "frequency": [None, 3], "tickets": ["x", 2]})
    found = seg.weigh_economics(table, costs(margin_rate=0.4, per_order=1, per_ticket=2))
    assert found.customers["profit"].to_dict() == {"1": -7.0, "2": 20.0}


def test_odd_columns_are_taken_for_what_they_tell():
    table = pd.DataFrame(
        {
            "monetary": [50.0, 20.0], "frequency": [True, False], "first_purchase": ["x", "y"], "last_purchase": ["x", "z"],
            "tenure": ["?", None], "alive": ["x", 9], "gap": ["q", "q"], "favourite_channel": [None, 3], "average_order": ["w", "w"],
        },
        index=[1, 2],
    )  # fmt: skip
    found = seg.weigh_economics(table, costs(margin_rate=0.4, per_order=1))
    assert found.customers["profit"].to_dict() == {"1": 19.0, "2": 8.0}


def test_the_example_of_the_contract_as_numbers_and_as_ranges():
    table = pd.DataFrame(
        {"monetary": [100.0, 20.0], "frequency": [2, 1], "returns_count": [0, 1], "tickets": [1, 0], "mailings": [10, 0]},
        index=["K1", "K2"],
    )
    figures = {"margin_rate": 0.40, "per_return": 8.50, "per_ticket": 7.00, "per_order": 2.10, "shipping_per_order": 4.95}
    figures |= {"per_mailing": 0.02, "fixed_per_year": 0}
    found = seg.weigh_economics(table, seg.Costs(**figures))
    ranged = seg.weigh_economics(table, seg.Costs(**{name: (value * 0.5, value, value * 1.5) for name, value in figures.items()}))
    assert (found.cents == ranged.cents).all(axis=None)
    assert found.total["profit"] == found.segments["profit"].sum() == round(found.customers["profit"].sum(), 2)
    assert (found.customers["certainty"] == 1).all() and not (ranged.customers["certainty"] == 1).all()


def test_sales_and_returns_do_for_turnover():
    found = seg.weigh_economics(pd.DataFrame({"sales": [100.0], "returns_value": [30.0]}, index=["K1"]), costs(margin_rate=0.5))
    assert found.customers.loc["K1", "revenue"] == 70.0


def test_customers_without_a_segment_are_still_counted():
    table = pd.DataFrame({"monetary": [10.0, 20.0]}, index=["K1", "K2"])
    found = seg.weigh_economics(table, costs(margin_rate=1), pd.Series(["A"], index=["K1"]))
    assert found.segments["revenue"].to_dict() == {"A": 10.0, "–": 20.0}


@pytest.mark.parametrize(
    "wrong",
    [
        {"solution": "A"},
        {"costs": 3},
        {"draws": 0},
        {"draws": 1.5},
        {"books": {"rent": 3}},
        {"books": {"turnover": "much"}},
        {"books": [1]},
        {"seed": -1},
        {"seed": "x"},
        {"draws": True},
    ],
)
def test_choices_that_cannot_be_are_refused(wrong):
    with pytest.raises(SegmentationError):
        seg.weigh_economics(pd.DataFrame({"monetary": [10.0]}, index=["K1"]), **{"costs": seg.Costs(), **wrong})


def test_the_books_are_set_beside_it():
    found = seg.weigh_economics(
        pd.DataFrame({"monetary": [100.0]}, index=["K1"]),
        costs(margin_rate=0.4, fixed_per_year=10),
        books={"turnover": 110, "gross_margin": 38, "total_cost": 70},
    )
    assert found.books.set_index("line")["difference"].to_dict() == {"turnover": 10.0, "gross_margin": -2.0, "total_cost": 0.0}


def test_saved_and_loaded_it_is_the_same(tmp_path):
    table = pd.DataFrame({"monetary": [100.0, 5.0], "frequency": [1, 4]}, index=["K1", "K2"])
    found = seg.weigh_economics(
        table, seg.Costs(margin_rate=(0.3, 0.4, 0.5), margin_by_category={"x": 0.2}), books={"turnover": 105}
    )
    found.save(tmp_path)
    again = seg.Economics.load(tmp_path)
    for name in ("customers", "segments", "whale", "goodbye", "ladder", "levers", "books", "prospects", "warnings", "counts"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(again, name))
    assert found.costs == again.costs and found.facts == again.facts and found.total.equals(again.total)
