"""Which columns take part, and how are they treated?"""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from segmentation.language import speaking
from segmentation.segments import find_segments, profile_segments, suggest_features
from segmentation.segments.features import fitted
from segmentation.segments.segmentation import Feature
from segmentation.segments.treatment import best_transform, treat
from segmentation.study import Treatment
from tests.segments.hand import shop, table_of


@pytest.fixture(scope="module")
def table():
    rng = np.random.default_rng(0)
    n = 400
    return pd.DataFrame({
        "monetary": rng.lognormal(4, 1, n), "recency": rng.normal(100, 20, n), "balance": rng.standard_t(1.5, n), "returns": rng.poisson(0.4, n),
        "city": rng.choice(["Assen", "Emmen", "Borger", "Zwolle"], n, p=[0.6, 0.35, 0.04, 0.01]), "customer_id": np.arange(n) + 5000,
        "email": "x@y.nl", "segment": rng.choice(list("AB"), n), "same": 1, "nothing": np.nan, "twice": 0.0, "geslacht": rng.choice(["m", "v"], n),
    }).assign(twice=lambda frame: frame.monetary * 2)


def test_what_takes_part_and_why_not(table):
    found = {feature.name: feature for feature in suggest_features(table)}
    assert {name for name, feature in found.items() if feature.taken} == {"monetary", "recency", "balance", "returns", "city"}
    assert {name: feature.warning for name, feature in found.items() if not feature.taken} == {
        "customer_id": "id", "email": "personal", "segment": "label", "same": "constant", "nothing": "empty", "twice": "redundant",
        "geslacht": "protected",
    }
    assert found["twice"].facts["redundant_with"] == "monetary"


def test_what_is_worked_out_from_other_columns_is_left_out_and_says_how():
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({"wine": rng.gamma(1, 50, 200), "meat": rng.gamma(1, 30, 200), "orders": 1 + rng.poisson(3, 200), "age": rng.normal(40, 9, 200)})
    frame = frame.assign(total=frame.wine + frame.meat, turnover=(frame.orders * rng.lognormal(3, 0.5, 200)).round(2))
    frame = frame.assign(average=(frame.turnover / frame.orders).round(2), width=rng.random(200), height=rng.random(200)).assign(
        size=lambda known: known.width * known.height)
    for told in (suggest_features(frame), suggest_features(frame[sorted(frame, reverse=True)].sample(frac=1, random_state=1))):
        how = {one.name: " ".join(one.facts["worked_out"]) for one in told if one.warning == "redundant"}
        assert how == {"average": "turnover ÷ orders", "total": "meat + wine", "size": "height × width"}
    with speaking("en"):
        assert "“size” says the same as “height × width” and was left out." in find_segments(frame, bootstraps=5).sentences()


def test_what_is_nearly_a_product_takes_part():
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({"a": rng.lognormal(3, 0.5, 200), "b": rng.lognormal(1, 0.5, 200)})
    frame["c"] = frame.a * frame.b * rng.lognormal(0, 0.2, 200)
    assert all(one.taken for one in suggest_features(frame))


def test_questions_and_models_give_reasons(table):
    found = {feature.name: feature.why for feature in suggest_features(table, ["Wie stuurt veel terug?"])}
    assert found["returns"] == "question" and found["monetary"] == "core"


def test_what_a_firm_is_counts_among_firms_only():
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({name: rng.exponential(9, 80) for name in ("recency", "frequency", "monetary", "employees", "tickets", "visits")})
    about = pd.DataFrame({"kind": "number", "model": ""}, index=frame.columns)
    customers = SimpleNamespace(frame=frame, columns=about)
    taken = {kind: {one.name for one in suggest_features(customers, audience=kind) if one.taken} for kind in ("b2c", "b2b")}
    assert taken["b2b"] - taken["b2c"] == {"employees"} and not taken["b2c"] - taken["b2b"]


def test_treatments_fit_the_column(table):
    found = {feature.name: feature for feature in suggest_features(table)}
    assert {name: found[name].treatment.transform for name in ("monetary", "recency", "balance", "city")} == {
        "monetary": "log", "recency": "none", "balance": "spread", "city": "categories"}
    assert found["city"].facts["levels"] == ["Assen", "Emmen", "Borger", "…"] and found["city"].facts["grouped"] == ["Zwolle"]
    column = treat(table.monetary, found["monetary"])
    assert column.mean() == pytest.approx(0, abs=1e-9) and column.std() == pytest.approx(1) and abs(found["monetary"].facts["skew_after"]) < 0.3


def test_extremes_are_capped_and_counted():
    values = pd.Series([*np.random.default_rng(0).normal(50, 5, 200), 5000.0, 9000.0])
    feature = fitted(pd.DataFrame({"a": values}), Feature("a", treatment=Treatment(transform="none")))
    assert feature.facts["capped"] == 2 and feature.treatment.cap < 100
    free = fitted(pd.DataFrame({"a": values}), Feature("a", treatment=Treatment(transform="none", cap=float("inf"))))
    assert free.facts["capped"] == 0


def test_missing_is_filled_and_noted():
    frame = pd.DataFrame({"a": [1.0, 2, 3, None] * 10, "b": ["x", "y", None, "x"] * 10})
    number, word = (fitted(frame, Feature(name, kind)) for name, kind in (("a", "number"), ("b", "category")))
    assert number.facts["missing"] == 0.25 and number.treatment.missing == "median"
    assert treat(frame.a, number)[3] == pytest.approx(treat(pd.Series([2.0]), number)[0])
    assert word.facts["levels"] == ["x", "y", None]


def test_zeros_stay_near_the_ones():
    counts = np.array([0] * 60 + [1] * 20 + [2] * 10 + [9] * 5 + [40] * 5, float)
    assert best_transform(counts) == "log"
    feature = fitted(pd.DataFrame({"a": counts}), Feature("a"))
    steps = np.diff(treat(pd.Series([0.0, 1.0, 40.0]), feature))
    assert steps[0] < steps[1]


def test_answers_on_one_scale_keep_it():
    from segmentation.segments.features import choose_features

    rng = np.random.default_rng(0)
    frame = pd.DataFrame({f"q{i}": (rng.random(200) < share).astype(int) for i, share in enumerate((0.05, 0.5, 0.9))})
    chosen = choose_features(frame, None, None, None)
    assert len({feature.facts["scale"] for feature in chosen}) == 1


def test_unseen_customers_are_treated_alike(table):
    feature = next(feature for feature in suggest_features(table) if feature.name == "city")
    assert treat(pd.Series(["Assen", "Rome", None]), feature).tolist() == [0, 3, 0]


def test_an_earlier_segment_is_one_in_a_built_table_too_and_nothing_is_told_by_it():
    frame, kind = shop(200)
    customers = table_of(frame.assign(segment=kind.map({"A": 1, "B": 2, "C": 3})))
    found = find_segments(customers, bootstraps=5)
    assert {one.name: one.warning for one in found.features}["segment"] == "label"
    assert "segment" not in set(profile_segments(customers, found).facts["column"])
