"""How the customers are spread over a column, small enough to count."""

import numpy as np
import pandas as pd

from segmentation.segments.spread import spread_of


def test_numbers_go_in_bands_and_stragglers_in_the_last():
    assert spread_of(pd.Series(np.arange(12.0).tolist() * 100 + [np.nan, np.inf])) == [100] * 12
    assert spread_of(pd.Series([0.0] * 50 + [1.0] * 50 + [1e9]))[-1] == 51
    assert spread_of(pd.Series([3, 3, 3])) and spread_of(pd.Series([None, np.nan], dtype=float)) == []


def test_words_dates_and_yes_or_no():
    assert spread_of(pd.Series([True, True, False])) == [2, 1]
    assert spread_of(pd.Series(["a", "b", "b"], dtype="category")) == [2, 1]
    assert sum(spread_of(pd.Series(pd.date_range("2024-01-01", periods=30)))) == 30
    assert sum(spread_of(pd.Series(range(20_000)))) == 5000
