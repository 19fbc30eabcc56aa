"""Other groups against the segments, on a base small enough to count."""

import pandas as pd
import pytest

from segmentation.errors import MissingData, TooLittleData, WrongChoice
from segmentation.segments.overlap import best_customers, bought, compare_groups, measure_overlap
from tests.segments.hand import segmented, shop, table_of


def test_shares_lift_and_jaccard():
    frame = pd.DataFrame({"x": range(10)}, index=list("abcdefghij"))
    found = segmented(frame, "AAAAAABBBB")
    overlap = measure_overlap(found, {"g": pd.Series([True] * 3 + [False] * 5 + [True] * 2, index=frame.index)})
    a = overlap[overlap["segment"] == "A"].iloc[0]
    assert (a["customers"], a["of_segment"], a["of_group"], a["lift"]) == (3, 0.5, 0.6, 1.0)
    assert a["jaccard"] == pytest.approx(3 / 8)
    assert a["low"] < 0.5 < a["high"]


def test_best_customers_bring_in_most_and_ties_fall_by_number():
    frame = pd.DataFrame({"monetary": [5.0, 5, 5, None, 1]}, index=list("abcde"))
    assert best_customers(frame, 0.4).tolist() == [True, True, False, False, False]
    with pytest.raises(MissingData):
        best_customers(frame.drop(columns="monetary"))
    with pytest.raises(WrongChoice):
        best_customers(frame, 20)


def test_who_bought_a_product(tmp_path):
    frame = pd.DataFrame({"monetary": [1.0, 2, 3]}, index=list("abc"))
    lines = pd.DataFrame(
        {
            "customer_id": ["a", "b", "c"],
            "product": ["P1", "P1", "P2"],
            "product_name": ["Tea", "Tea", "Cup"],
            "amount": [1.0, -1, 2],
        }
    )
    lines.to_parquet(tmp_path / "lines.parquet")
    customers = table_of(frame, lines=tmp_path / "lines.parquet")
    assert bought(customers, "Tea").tolist() == [True, False, False]
    assert bought(customers, "P2").tolist() == [False, False, True]
    with pytest.raises(MissingData):
        bought(frame, "Tea")


def test_two_groups_that_are_not_the_same():
    frame, letters = shop()
    found = segmented(frame, letters)
    counts, facts = compare_groups(table_of(frame), found, frame["monetary"] > 200, frame["return_share"] > 0.3)
    sizes = counts.set_index("part")["customers"]
    assert sizes["both"] == ((frame["monetary"] > 200) & (frame["return_share"] > 0.3)).sum()
    assert set(facts["segment"]) == {"first", "second"}
    assert facts.loc[(facts["segment"] == "first") & (facts["column"] == "return_share"), "effect"].iloc[0] < 0
    with pytest.raises(TooLittleData):
        compare_groups(table_of(frame), found, frame["monetary"] < 0, frame["monetary"] < 0)
