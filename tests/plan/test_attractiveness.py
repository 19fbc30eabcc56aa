"""Is a segment as attractive as the criteria say, and never recommended while it loses money?"""

import pandas as pd

from segmentation import plan


def gate(*rows: tuple[str, str, float, float, bool | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["segment", "criterion", "value", "needed", "passed"])


def test_met_counts_one_and_nearly_met_at_most_a_half() -> None:
    told = gate(("A", "stable", 0.9, 0.8, True), ("A", "distinct", 0.2, 0.4, False), ("A", "growing", 0.0, 0.0, None))
    rated = plan.rate(told, {"stable": 1, "distinct": 1, "growing": 1}, {})
    assert rated.loc["A", "attractive"] == 6.25  # (1 + .5 × .2 / .4) / 2
    assert rated.loc["A", ["strong", "advice", "known"]].tolist() == [5.0, "judge", 2]  # nobody said how strong they are there


def test_a_segment_that_loses_money_counts_for_half_and_is_to_be_mended() -> None:
    told = gate(("A", "stable", 0.9, 0.8, True), ("B", "stable", 0.9, 0.8, True))
    rated = plan.rate(told, {"stable": 1}, {}, pd.Series({"A": -0.01, "B": 0.0}))
    assert rated["attractive"].to_dict() == {"A": 5.0, "B": 10.0}
    assert rated["advice"].to_dict() == {"A": "mend", "B": "judge"}


def test_the_money_counts_for_what_customers_earn() -> None:
    told = gate(("A", "money", 9.0, 1.0, True), ("B", "money", 9.0, 1.0, True))
    worth = plan.worth_of(pd.DataFrame({"customers": [10, 10], "profit": [150.0, 50.0]}, index=["A", "B"]))
    rated = plan.rate(told, {"size": 1}, {"A": {"offer": 4}}, worth)
    assert rated["attractive"].to_dict() == {"A": 10.0, "B": 5.0} and rated.loc["A", "advice"] == "go"
