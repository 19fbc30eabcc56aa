"""Do the segments of then still fit the customers of now?"""

import numpy as np
import pandas as pd
import pytest

from segmentation.errors import MissingData
from segmentation.language import speaking
from segmentation.segments import find_segments
from segmentation.segments.drift import measure_drift, stability_index


def customers(seed, n=240):
    """Two groups: one in three buys and visits much more."""
    rng = np.random.default_rng(seed)
    group = np.arange(n) % 3 == 0
    return pd.DataFrame({
        "orders": rng.normal(2, 1, n) + 10 * group, "visits": rng.normal(5, 1, n) + 10 * group, "euros": rng.lognormal(3, 0.5, n),
        "city": rng.choice(["Assen", "Emmen"], n)})


@pytest.fixture(scope="module")
def then():
    return find_segments(customers(0), bootstraps=5)


def test_the_same_customers_did_not_change(then):
    found = measure_drift(then, customers(0))
    assert found.verdict == "fits" and found.features.max() == pytest.approx(0, abs=1e-9)
    assert (found.shares["before"] == found.shares["now"]).all()


def test_other_customers_of_the_same_kind_are_no_change(then):
    assert all(measure_drift(then, customers(seed, 120)).verdict == "fits" for seed in range(1, 8))


def test_what_changed_is_named_in_both_languages(then):
    now = customers(1)
    found = measure_drift(then, now.assign(euros=now.euros * 3))
    assert found.verdict == "redo" and found.features.index[0] == "euros"
    with speaking("en"):
        assert found.sentences()[0].startswith("Make the segments anew: customers differ much from then in euros (")
    with speaking("nl"):
        assert found.sentences()[0].startswith("Maak de segmenten opnieuw: je klanten verschillen sterk van toen in euros (")


def test_shares_are_those_by_the_segments_of_then(then):
    now = customers(0)
    now.loc[now.orders < 6, ["orders", "visits"]] += 10  # everybody buys much
    shares = measure_drift(then, now).shares
    assert shares.loc["A", "before"] == pytest.approx(2 / 3, abs=0.01) and shares.loc["B", "now"] > 0.95


def test_index_of_two_bands_and_a_column_that_is_gone(then):
    assert stability_index(np.array([999.5, 999.5]), np.array([1499.5, 499.5])) == pytest.approx(0.25 * np.log(1.5) - 0.25 * np.log(0.5))
    with pytest.raises(MissingData):
        measure_drift(then, customers(0)[["euros"]])
