"""Which segment is the most attractive, in one sentence: equal segments are told as equal."""

import pandas as pd
import pytest

from segmentation.language import speak
from segmentation.ui.criteria_cells import most_attractive


def told(attractive: list[float], strong: list[float], advice: list[str]) -> str:
    speak("en")
    rated = pd.DataFrame({"attractive": attractive, "strong": strong, "advice": advice}, index=list("ABC"))
    return most_attractive(rated, "the {}".format)


@pytest.mark.parametrize(
    ("attractive", "strong", "advice", "begins"),
    [
        ([10.0, 9.98, 8.0], [5.0, 5.0, 5.0], ["judge"] * 3, "Equally attractive by your criteria are the segments A, B (10.0 of 10 each). How strong"),
        ([9.0, 9.5, 8.0], [5.0, 5.0, 5.0], ["judge"] * 3, "Most attractive by your criteria is segment the B (9.5 of 10). How strong"),
        ([10.0, 10.0, 8.0], [5.0, 7.5, 5.0], ["judge", "go", "judge"], "Most attractive by your criteria is segment the B (10.0 of 10); your own strength there is 7.5"),
    ],
)
def test_equal_segments_are_told_as_equal(attractive: list[float], strong: list[float], advice: list[str], begins: str) -> None:
    assert told(attractive, strong, advice).startswith(begins)
