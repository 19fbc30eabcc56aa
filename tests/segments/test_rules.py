"""A rule must do what it says, counted again by hand."""

import numpy as np
import pandas as pd
import pytest

from segmentation.language import speaking
from segmentation.segments import profile_segments
from segmentation.segments.gate import gate_sentence
from segmentation.segments.rules import Condition, in_words, tightest
from tests.segments.hand import segmented, shop, table_of


def test_a_clear_border_is_found_and_rounded():
    frame = pd.DataFrame({"orders": [1, 2, 3, 4, 5, 21, 22, 23, 24, 25]}, index=list("abcdefghij"))
    rules = profile_segments(frame, segmented(frame, "AAAAABBBBB")).rules
    assert rules["A"].conditions == (Condition("orders", "<=", 10.0),)
    assert (rules["A"].precision, rules["A"].recall, rules["A"].fidelity) == (1.0, 1.0, 1.0)


def test_precision_recall_and_fidelity_are_counted_over_all_customers():
    frame, letters = shop()
    rules = profile_segments(table_of(frame), segmented(frame, letters, features=["frequency", "return_share"])).rules
    for letter, rule in rules.items():
        met = np.ones(len(frame), dtype=bool)
        for condition in rule.conditions:
            values = frame[condition.column]
            met &= (values > condition.value) if condition.sign == ">" else (values <= condition.value)
        inside = (letters == letter).to_numpy()
        assert rule.precision == pytest.approx((met & inside).sum() / met.sum())
        assert rule.recall == pytest.approx((met & inside).sum() / inside.sum())
        assert rule.fidelity == pytest.approx((met == inside).mean())


def test_rules_are_plain_sentences_in_both_languages():
    frame, letters = shop()
    rules = profile_segments(table_of(frame), segmented(frame, letters, features=["one_time", "return_share"])).rules
    with speaking("en"):
        assert rules["A"].sentence().startswith("Segment A: “bought only once” holds.")
        assert len(rules.sentences()) == 3
    with speaking("nl"):
        assert "bought" not in " ".join(rules.sentences())


def test_missing_values_meet_no_bound_and_every_denial():
    frame = pd.DataFrame({"x": [1.0, None, 5.0], "word": ["a", None, "b"]})
    assert Condition("x", ">", 2).holds(frame).tolist() == [False, False, True]
    assert Condition("x", "<=", 2).holds(frame).tolist() == [True, False, False]
    assert Condition("word", "=", "a").holds(frame).tolist() == [True, False, False]
    assert Condition("word", "!=", "a").holds(frame).tolist() == [False, True, True]


def test_of_several_bounds_the_tightest_stays():
    path = (Condition("x", "<=", 9), Condition("x", ">", 1), Condition("x", "<=", 4), Condition("x", ">", 0))
    assert tightest(path) == (Condition("x", "<=", 4), Condition("x", ">", 1))


def test_one_segment_has_no_rule_and_says_so():
    frame = pd.DataFrame({"x": np.arange(10.0)}, index=list("abcdefghij"))
    rule = profile_segments(frame, segmented(frame, "A" * 10)).rules["A"]
    with speaking("en"):
        assert rule.sentence() == "No short rule picks out segment A."


def test_two_bounds_of_a_column_are_one_condition_and_counts_are_whole():
    said = {
        (("orders", "<=", 1.5), ("orders", ">", 0.5)): "“orders” is exactly 1",
        (("orders", "<=", 0.5),): "“orders” is exactly 0",
        (("orders", "<=", 4.0), ("spent", ">", 2.5), ("orders", ">", 1.5)): "“orders” is 2 to 4 and “spent” is more than €2.50",
        (("orders", ">", 3.0),): "“orders” is at least 4",
        (("spent", ">", 2.0), ("spent", "<=", 9.0)): "“spent” is more than €2.00 and at most €9.00",
        (("sort", "=", "x"), ("spent", "<=", 9.0)): "“sort” is x and “spent” is at most €9.00",
    }
    with speaking("en"):
        for conditions, words in said.items():
            assert (
                " and ".join(in_words([Condition(*one) for one in conditions], {"orders": "count", "spent": "money"}, "EUR"))
                == words
            )


def test_a_stability_just_under_what_is_needed_does_not_look_enough():
    with speaking("en"):
        assert "74.6% of it" in gate_sentence("stable", 0.7461, 0.75)
        assert "75% of it" in gate_sentence("stable", 0.7461, 0.70)
        assert "74.996% of it" in gate_sentence("stable", 0.74996, 0.75)
