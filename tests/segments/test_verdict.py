"""Are there groups, how many, and is a cloud called a cloud?"""

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from segmentation.language import speaking
from segmentation.segments import find_segments
from segmentation.segments.structureless import _spike


def table(points):
    return pd.DataFrame(points, columns=[f"column {number}" for number in range(points.shape[1])])


def three(n=240, seed=0):
    rng = np.random.default_rng(seed)
    truth = rng.choice(3, n, p=[0.5, 0.3, 0.2])
    return table(np.array([[0, 0, 0], [5, 0, 0], [0, 5, 0]])[truth] + rng.normal(size=(n, 3))), truth


def test_three_groups_are_found_and_named_natural():
    frame, truth = three()
    found = find_segments(frame, bootstraps=20)
    assert (found.verdict, found.k) == ("natural", 3)
    assert adjusted_rand_score(truth, found.labels.astype(str)) > 0.9
    assert found.sizes.tolist() == sorted(found.sizes, reverse=True)
    assert found.stability.min() > 0.9
    assert found.certainty.between(0, 1).all()


@pytest.mark.parametrize("shape", ["bell", "long", "skewed", "square"])
def test_one_cloud_is_never_sold_as_segments(shape):
    rng = np.random.default_rng(3)
    bell = rng.normal(size=(300, 4))
    long = bell + 2 * rng.normal(size=(300, 1))
    points = {"bell": bell, "long": long, "skewed": np.exp(0.6 * long), "square": rng.random((300, 4))}[shape]
    found = find_segments(table(points), bootstraps=10)
    assert found.verdict == "constructive"
    with speaking("en"):
        assert found.explain()[0] == "There are no natural groups here."
    with speaking("nl"):
        assert found.explain()[0] == "Hier zijn geen natuurlijke groepen."


@pytest.mark.parametrize("seed", [0, 1])
def test_zeros_by_chance_beside_amounts_that_go_together_are_no_groups(seed):
    rng = np.random.default_rng(seed)
    amounts = np.exp(3 + 0.6 * rng.normal(size=(400, 4)) + 0.8 * rng.normal(size=(400, 1)))
    assert find_segments(table(np.where(rng.random((400, 4)) < 0.5, 0, amounts)), bootstraps=5).verdict == "constructive"


def test_shares_that_are_often_nothing_or_all_are_no_groups():
    rng = np.random.default_rng(0)
    orders = 1 + rng.poisson(rng.gamma(1.2, 3, 400))
    frame = pd.DataFrame({"orders": orders, "returned": rng.binomial(orders, 0.3) / orders, "spent": orders * rng.lognormal(3, 0.5, 400)})
    assert find_segments(frame, bootstraps=5).verdict == "constructive"


def test_long_groups_are_not_cut_through():
    rng = np.random.default_rng(1)
    truth = rng.integers(0, 2, 400)
    points = rng.normal(size=(400, 2)) * [6, 0.5] + np.outer(truth, [0, 4])
    found = find_segments(table(points), bootstraps=10)
    assert found.k == 2 and adjusted_rand_score(truth, found.labels.astype(str)) > 0.95


def test_categories_can_carry_the_groups():
    rng = np.random.default_rng(2)
    truth = rng.integers(0, 3, 400)
    frame = pd.DataFrame({f"q{i}": np.where(rng.random(400) < 0.85, np.array(list("abc"))[(truth + i) % 3], "a") for i in range(5)})
    frame["spent"] = rng.normal(size=400) + 2 * truth
    found = find_segments(frame, bootstraps=10)
    assert found.k == 3 and found.verdict != "constructive"
    assert adjusted_rand_score(truth, found.labels.astype(str)) > 0.8


def test_kinds_that_matter_are_found_among_kinds_that_do_not():
    rng = np.random.default_rng(3)
    truth = rng.integers(0, 4, 1200)
    levels = np.array(list("abcdefghijkl"))
    frame = pd.DataFrame({
        "revenue": rng.lognormal(np.array([2.5, 3.5, 4.5, 5.5])[truth], 1).round(2),
        "returns": np.where(rng.random(1200) < np.array([0.5, 0.9, 0.7, 0.95])[truth], 0, rng.lognormal(np.array([1, 4, 2, 3])[truth], 1)),
    })
    for i in range(3):
        frame[f"kind {i}"] = levels[np.where(rng.random(1200) < 0.6, (truth + i) % 4, rng.integers(0, 4 + 2 * i, 1200))]
        frame[f"noise {i}"] = levels[rng.integers(0, 4 * (i + 1), 1200)]
    found = find_segments(frame, bootstraps=10)
    assert found.k == 4 and adjusted_rand_score(truth, found.labels.astype(str)) > 0.65


def test_independent_categories_have_no_groups():
    rng = np.random.default_rng(4)
    frame = pd.DataFrame({"city": rng.choice(list("abc"), 300), "device": rng.choice(["phone", "desk"], 300), "age": rng.normal(size=300)})
    assert find_segments(frame, bootstraps=10).verdict == "constructive"


def test_every_sentence_is_made_in_both_languages():
    frame, _truth = three(90)
    found = find_segments(frame.assign(code=range(1000, 1090), email="x"), k=5, bootstraps=10)
    for language in ("en", "nl"):
        with speaking(language):
            assert all(text and "{" not in text for text in [*found.explain(), *found.sentences()])
    assert {"small_base", "out_id", "out_personal"} <= {warned.code for warned in found.warnings}


def test_do_not_know_is_the_spike_and_not_the_commonest_mark():
    rng = np.random.default_rng(0)
    marks = np.clip(np.round(rng.normal(5, 1.5, 1000)), 1, 10)
    assert _spike(np.where(rng.random(1000) < 0.15, 0, marks)) == 0
    assert _spike(marks) == 5  # nothing stands out: the commonest
    assert np.isnan(_spike(rng.normal(size=1000))) and np.isnan(_spike(rng.integers(0, 3, 1000)))


def test_one_sentence_wins_where_a_segment_does_not_come_back():
    from dataclasses import replace

    found = find_segments(three()[0], bootstraps=5)
    loose = replace(found, stability=found.stability.where(found.stability.index != "B", 0.5))
    with speaking("en"):
        assert any(told.endswith("You can build on it.") for told in found.explain())
        assert any(told.endswith("You can build on the segments, but not on B.") for told in loose.explain())
        fluid = replace(loose, verdict="reproducible").explain()
        assert any("Use the segments except B," in told for told in fluid)


def test_few_different_customers_are_no_cloud():
    two = pd.DataFrame({"member": np.tile([True, False], 60)})
    with speaking("en"):
        told = " ".join(find_segments(two, features=["member"], bootstraps=5).explain())
        alike = find_segments(two.assign(club=two.member), features=["member", "club"], bootstraps=5).sentences()
    assert "only 2 different customers" in told and "cloud" not in told
    assert any("only 2 different customers" in sentence for sentence in alike)
