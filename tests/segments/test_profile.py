"""Every figure that is told must follow from the table, whoever works it out."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmentation.errors import MissingData, WrongChoice
from segmentation.language import speaking
from segmentation.segments import Profiles, find_segments, profile_segments
from segmentation.segments.vocabulary import figure, label_of
from tests.segments.hand import segmented, shop, table_of


@pytest.fixture(scope="module")
def profiled():
    frame, letters = shop()
    found = segmented(frame, letters, features=["frequency", "monetary", "recency", "return_share"])
    return frame, letters, profile_segments(table_of(frame), found)


def test_table_holds_medians_means_and_shares_in_their_own_units(profiled):
    frame, letters, profiles = profiled
    for letter in "ABC":
        own = frame[letters == letter]
        assert profiles.table.loc[letter, "customers"] == len(own)
        assert profiles.table.loc[letter, "monetary"] == pytest.approx(np.median(own["monetary"]))
        assert profiles.table.loc[letter, "return_share"] == pytest.approx(own["return_share"].mean())
        assert profiles.table.loc[letter, "country = Nederland"] == pytest.approx((own["country"] == "Nederland").mean())
        assert profiles.table.loc[letter, "one_time"] == pytest.approx(own["one_time"].mean())
        assert profiles.table.loc[letter, "tickets > 0"] == pytest.approx((own["tickets"] > 0).mean())
    assert profiles.base["turnover"] == pytest.approx(frame["monetary"].sum())


def independent(frame: pd.DataFrame, statistic: str, column: str, level: str) -> float:
    if statistic == "median":
        return float(np.median(frame[column].dropna()))
    if statistic == "mean":
        return float(frame[column].dropna().mean())
    if level == ">0":
        return float((frame[column].dropna() > 0).mean())
    return float((frame[column].dropna() == level).mean()) if level else float(frame[column].dropna().mean())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_figure_in_every_sentence_is_true(profiled, language):
    frame, letters, profiles = profiled
    with speaking(language):
        for letter in "ABC":
            own, told = frame[letters == letter], profiles.sentences(letter)
            assert len(told) == 3
            assert re.search(rf"\b{len(own)}\b", told[0])
            facts = profiles.highlights[profiles.highlights["segment"] == letter].head(2)
            for fact, sentence in zip(facts.itertuples(), told[1:], strict=True):
                for whose, people in (("value", own), ("base", frame)):
                    true = independent(people, fact.statistic, fact.column, fact.level)
                    assert getattr(fact, whose) == pytest.approx(true)
                    kind = "share" if fact.statistic == "share" else fact.kind
                    assert figure(true, kind, "EUR") in sentence
                assert label_of(fact.column) in sentence


def test_cliffs_delta_is_the_chance_of_more_minus_the_chance_of_less():
    frame = pd.DataFrame({"x": [1.0, 2, 2, 3, 9, 2, 4, 5, 6, 7]}, index=list("abcdefghij"))
    profiles = profile_segments(frame, segmented(frame, "AAAAABBBBB"))
    a, b = frame["x"].to_numpy()[:5], frame["x"].to_numpy()[5:]
    expected = np.mean(np.sign(a[:, None] - b[None, :]))
    differences = profiles.differences.set_index("segment")
    assert differences.loc["A", "effect"] == pytest.approx(expected)
    assert differences.loc["B", "effect"] == pytest.approx(-expected)
    low, high = differences.loc["A", "interval"]
    assert -1 <= low <= expected <= high <= 1


def test_personal_columns_never_appear(profiled):
    frame, letters, _profiles = profiled
    secret = frame.assign(secret=np.arange(len(frame)) % 7, Email=frame["email"])
    profiles = profile_segments(table_of(secret), segmented(frame, letters))
    written = profiles.table.to_string() + profiles.facts.to_string() + "".join(map(str, profiles.typical.values()))
    for forbidden in ("email", "Email", "secret", "@", "k0000"):
        assert forbidden not in written


def test_unused_columns_are_described_as_well_and_marked(profiled):
    _frame, _letters, profiles = profiled
    used = profiles.facts.groupby("column")["feature"].first()
    assert used["monetary"] and not used["country"]
    assert "not told" not in used


def test_names_differ_from_each_other_in_both_languages(profiled):
    *_, profiles = profiled
    for language in ("nl", "en"):
        names = profiles.names_in(language)
        assert list(names) == ["A", "B", "C"]
        assert len(set(names.values())) == 3
    assert profiles.names_in("en")["C"] == "Frequent returners"
    assert profiles.names_in("nl") != profiles.names_in("en")


def test_segments_that_differ_in_nothing_are_not_said_to():
    frame = pd.DataFrame({"x": [1.0, 2, 3, 4, 5, 6] * 2}, index=[f"c{number:02d}" for number in range(12)])
    profiles = profile_segments(frame, segmented(frame, "A" * 6 + "B" * 6))
    with speaking("en"):
        told = profiles.sentences("A")
        assert "In no column do they clearly differ" in told[1]
        assert "80%" in told[2]
        assert profiles.names == {"A": "Average customers A", "B": "Average customers B"}


def test_typical_customers_are_rounded_and_without_their_number(profiled):
    *_, profiles = profiled
    typical = profiles.typical["A"]
    assert list(typical.index) == ["A1", "A2", "A3"]
    assert all(value == float(f"{value:.1e}") for value in typical["monetary"])


def test_a_table_and_its_frame_give_the_same_figures(profiled):
    frame, letters, profiles = profiled
    plain = profile_segments(frame.drop(columns="email"), segmented(frame, letters, features=["frequency", "monetary"]))
    pd.testing.assert_series_equal(plain.table["monetary"], profiles.table["monetary"])


def test_saved_and_loaded_profiles_are_the_same(profiled, tmp_path):
    *_, profiles = profiled
    profiles.save(tmp_path)
    loaded = Profiles.load(tmp_path)
    for name in ("table", "facts", "highlights", "gate"):
        pd.testing.assert_frame_equal(getattr(loaded, name), getattr(profiles, name))
    for name in ("base", "sizes", "stability", "statistics"):
        pd.testing.assert_series_equal(getattr(loaded, name), getattr(profiles, name))
    assert loaded.rules == profiles.rules
    assert loaded.sentences("B") == profiles.sentences("B")
    assert loaded.names_in("en") == profiles.names_in("en")
    pd.testing.assert_frame_equal(loaded.typical["A"], profiles.typical["A"])


def test_a_segment_that_is_not_there_and_customers_that_are_not():
    frame = pd.DataFrame({"x": np.arange(12.0)}, index=[f"c{number:02d}" for number in range(12)])
    found = segmented(frame, "A" * 6 + "B" * 6)
    with pytest.raises(WrongChoice):
        profile_segments(frame, found).sentences("Z")
    with pytest.raises(MissingData):
        profile_segments(frame.rename(index=lambda name: name + "x"), found)


@settings(max_examples=12, derandomize=True, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.floats(allow_nan=True, allow_infinity=True), st.none()),
            st.sampled_from(["x", "", None, "é'\"", "=1+1"]),
            st.sampled_from("ABC"),
        ),
        min_size=1, max_size=40,
    )
)  # fmt: skip
def test_any_table_can_be_profiled(rows):
    frame = pd.DataFrame(rows, columns=["number", "word", "letter"], index=[f"c{place:03d}" for place in range(len(rows))])
    found = segmented(frame, frame["letter"], features=["number", "word"])
    profiles = profile_segments(frame[["number", "word"]], found)
    for letter in profiles.table.index:
        assert len(profiles.sentences(letter)) == 3
    assert (profiles.facts["effect"].abs() <= 1).all()


def test_one_segment_is_everybody_and_has_no_rule_to_praise():
    frame = pd.DataFrame({"monetary": np.linspace(5, 900, 60)}, index=[f"K{n}" for n in range(60)])
    profiles = profile_segments(frame, find_segments(frame, method="rules", own_rules={"all": "monetary > 0"}, bootstraps=5))
    with speaking("en"):
        assert profiles.sentences("A")[1] == "That is everybody: there is no other segment to set it against."
        assert profiles.rules["A"].sentences() == ["No short rule picks out segment A."]
