"""The criteria, with figures that can be worked out on paper; what is not known neither passes nor fails."""

import pandas as pd
import pytest

from segmentation.language import speaking
from segmentation.segments import profile_segments
from segmentation.segments.gate import CRITERIA, gate_sentence
from tests.segments.hand import segmented, shop, table_of


def gate_of(profiles):
    return profiles.gate.set_index(["segment", "criterion"])


def test_every_segment_meets_every_criterion_or_not():
    frame, letters = shop()
    profiles = profile_segments(table_of(frame), segmented(frame, letters, stability=[0.9, 0.74, 0.6]))
    gate = gate_of(profiles)
    assert len(gate) == 3 * len(CRITERIA)
    assert gate.loc[("A", "size"), "value"] == (letters == "A").sum()
    assert gate.loc[("A", "stable"), "passed"] and not gate.loc[("B", "stable"), "passed"]
    assert gate.loc[("A", "reachable"), "value"] == 1.0
    assert pd.isna(gate.loc[("A", "growing"), "passed"])


def test_money_is_turnover_a_year_times_margin_times_uplift():
    frame = pd.DataFrame(
        {"monetary": [100.0] * 5 + [10.0, 11, 12, 13, 14], "tenure": [100] * 5 + [731] * 5}, index=list("abcdefghij")
    )
    found = segmented(frame, "AAAAABBBBB", features=["monetary"])
    gate = gate_of(profile_segments(frame, found, criteria={"margin_rate": 0.5, "uplift": 0.2, "programme_cost": 49}))
    assert gate.loc[("A", "money"), "value"] == pytest.approx(500 * 0.5 * 0.2)
    assert gate.loc[("A", "money"), "passed"]
    assert gate.loc[("B", "money"), "value"] == pytest.approx(60 / (731 / 365.25) * 0.5 * 0.2)


def test_growth_is_turnover_less_returns_of_the_last_half_year_against_the_one_before(tmp_path):
    frame = pd.DataFrame({"monetary": [9.0] * 5 + [10.0, 11, 12, 13, 14]}, index=list("abcdefghij"))
    lines = pd.DataFrame({
        "customer_id": ["a", "a", "a", "f", "f", "b"], "amount": [100.0, 150.0, -40.0, 100.0, 50.0, 1.0],
        "date": pd.to_datetime(["2024-03-01", "2024-09-01", "2024-10-01", "2024-03-01", "2024-11-01", "2023-01-01"]),
    })  # fmt: skip
    lines.to_parquet(tmp_path / "lines.parquet")
    customers = table_of(frame, lines=tmp_path / "lines.parquet")
    gate = gate_of(profile_segments(customers, segmented(frame, "AAAAABBBBB")))
    assert gate.loc[("A", "growing"), "value"] == pytest.approx(0.1)
    assert gate.loc[("B", "growing"), "value"] == pytest.approx(-0.5)


def test_every_criterion_is_told_in_both_languages():
    for language in ("nl", "en"):
        with speaking(language):
            for code in CRITERIA:
                assert gate_sentence(code, 0.5, 0.4)
                assert gate_sentence(code, float("nan"), 0.4)
