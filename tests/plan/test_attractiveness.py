"""Is a segment as attractive as the criteria say, and never recommended while it loses money?"""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from segmentation import plan
from segmentation.charts.plan import attractiveness


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


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 10)), min_size=1, max_size=12))
@settings(max_examples=10, deadline=None)
def test_circles_on_one_spot_are_drawn_beside_one_another(spots: list[tuple[float, float]]) -> None:
    letters = [chr(65 + n) for n in range(len(spots))]
    rated = pd.DataFrame({"attractive": [x for x, _y in spots], "strong": [y for _x, y in spots]}, index=letters)
    drawn = attractiveness(rated, {}, pd.Series(1.0, index=letters)).to_dict()
    rows = next(rows for rows in drawn["datasets"].values() if rows and "drawn_up" in rows[0])
    places = np.array([(row["drawn_across"] * 34, row["drawn_up"] * 32) for row in rows])
    far = np.hypot(*(places[:, None] - places[None]).T) + np.eye(len(rows)) * 99
    assert far.min() > 15, "a letter is fifteen pixels high"
