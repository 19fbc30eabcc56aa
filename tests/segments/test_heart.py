"""The parts of the heart on figures that are known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture

from segmentation.segments.bootstrap import overlap, redraw_kmeans
from segmentation.segments.dip import dip
from segmentation.segments.lloyd import lloyd
from segmentation.segments.methods import kmeans, mixture
from segmentation.segments.methods.own_rules import own_segments, spelled
from segmentation.segments.separation import chain, separations
from segmentation.segments.structureless import unimodal_quantiles


@pytest.mark.parametrize(("values", "known"), [  # R, diptest::dip
    ([0, 0, 0, 0, 1, 1, 1, 1], 0.25), ([1, 2, 3, 4, 5, 6], 1 / 12), ([1, 2, 3, 7, 8, 9], 0.16666667), ([0, 1, 2, 3, 10, 11, 12, 20], 0.1458333),
    ([1, 2, 2.5, 3, 8, 9, 9.5, 15, 16, 17], 0.1153846),
])
def test_the_dip_is_hartigans(values, known):
    assert dip(np.array(values, float)) == pytest.approx(known, abs=1e-6)


@settings(max_examples=30, derandomize=True, deadline=None)
@given(st.lists(st.floats(-1e3, 1e3), min_size=4, max_size=60), st.floats(0.1, 50), st.floats(-20, 20))
def test_the_dip_does_not_feel_scale_or_place(values, scale, place):
    x = np.sort(np.round(values, 3))
    assert 1 / (2 * len(x)) - 1e-9 <= dip(x) <= 0.25 + 1e-9
    assert dip(x * 2.0) == pytest.approx(dip(x), abs=1e-6)


def test_two_groups_have_a_deeper_dip_than_one():
    rng = np.random.default_rng(0)
    assert dip(np.sort(np.r_[rng.normal(size=200), 5 + rng.normal(size=200)])) > 0.07 > 0.03 > dip(np.sort(rng.normal(size=400)))


def test_lloyd_is_as_good_as_scikit_learn():
    points = load_iris().data
    weights = np.ones(150, np.float32)
    for k in (2, 3, 5, 8):
        _labels, centres = lloyd(kmeans.columns(points), weights, k, np.random.default_rng(0).random((20, k, 3)), 60, 10)
        ours = kmeans.distances(points, centres.astype(float)).min(1).sum()
        assert ours <= KMeans(k, n_init=20, random_state=0).fit(points).inertia_ * 1.001


def test_a_weight_is_as_good_as_copies():
    points = load_iris().data[::5]
    weights = np.random.default_rng(1).integers(0, 4, len(points))
    random = np.random.default_rng(0).random((20, 3, 3))
    _labels, heavy = lloyd(kmeans.columns(points), weights.astype(np.float32), 3, random, 60, 10)
    _labels, copied = lloyd(kmeans.columns(np.repeat(points, weights, 0)), np.ones(weights.sum(), np.float32), 3, random, 60, 10)
    assert np.allclose(np.sort(heavy, 0), np.sort(copied, 0), atol=1e-3)


def test_the_mixture_is_as_likely_as_scikit_learns():
    points = load_iris().data
    data = mixture.Mixed(points, np.zeros((150, 0), np.int64), np.zeros(0, np.int64), points)
    fits = {(fit.k, fit.shape): fit for fit in mixture.compare(data, [2, 3], 0)}
    reference = GaussianMixture(3, n_init=5, random_state=0).fit(points).score(points) * 150
    assert fits[3, 4].likelihood > reference - 5
    assert fits[2, 4].bic == pytest.approx(-574.0, abs=6)  # R, mclust: Mclust(iris[, -5]) VVV 2 has BIC −574.02
    assert mixture.figures(data, 2, 4) == 28


def test_a_column_that_tells_nothing_is_the_same_in_all_groups():
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 3, 600)
    points = np.column_stack([5.0 * truth + rng.normal(size=600), rng.normal(size=600)])
    codes = np.column_stack([np.where(rng.random(600) < 0.8, truth, rng.integers(0, 3, 600)), rng.integers(0, 12, 600)])
    data = mixture.Mixed(points, codes, np.array([3, 12]), points)
    fit = mixture.fit(data, 3, 2, [truth])
    _shares, means, covariance, chances = fit.parts
    assert len(np.unique(means[:, 0])) == 3 and len(np.unique(means[:, 1])) == len(np.unique(covariance[:, 1, 1])) == 1
    assert len(np.unique(chances[:, 0, 0])) == 3 and len(np.unique(chances[:, 1, 0])) == 1
    assert fit.bic == pytest.approx(2 * fit.likelihood - (2 + 4 + 2) * np.log(600) - (3 * 2 + 11) * 2 * mixture.CHARGE)


def test_a_value_that_many_share_is_a_step_of_its_own():
    values = np.r_[np.zeros(60), np.arange(1, 41)]
    border = mixture.steps_of(values[:, None])[0]
    assert np.bincount(np.searchsorted(border, values)).tolist() == [60, 8, 8, 8, 8, 8]
    around = np.r_[-np.arange(1.0, 21), np.zeros(60), np.arange(1, 21)]
    assert sorted(np.bincount(np.searchsorted(mixture.steps_of(around[:, None])[0], around)))[-1] == 60
    assert mixture.steps_of(np.arange(100.0)[:, None]) == [None]


def test_overlap_against_figures_worked_by_hand():
    jaccard, agreement = overlap(np.array([0, 0, 0, 1, 1]), np.array([1, 1, 0, 0, 0]), 2, np.ones(5))
    assert jaccard == pytest.approx([2 / 3, 2 / 3])
    assert agreement == pytest.approx(adjusted_rand_score([0, 0, 0, 1, 1], [1, 1, 0, 0, 0]))


# R 4.2, fpc 2.2-10: clusterboot(scale(iris[, 1:4]), B = 100, clustermethod = kmeansCBI, krange = k, runs = 20, seed = 1), largest first
GOLDEN = {3: [0.914, 0.910, 0.996], 4: [0.735, 0.799, 0.666, 0.670], 5: [0.863, 0.897, 0.746, 0.773, 0.858]}


@pytest.mark.parametrize("k", [3, 4, 5])
def test_stability_agrees_with_clusterboot(k):
    points = load_iris().data
    points = (points - points.mean(0)) / points.std(0)
    base = kmeans.condense(points, 0)
    redrawn = redraw_kmeans(base, kmeans.centres_for_each(base, [k], 0), 100, 0, starts=30)[k]
    assert np.sort(redrawn.stability) == pytest.approx(np.sort(GOLDEN[k]), abs=0.05)


def test_a_long_cloud_cut_in_three_is_one_chain():
    rng = np.random.default_rng(0)
    long = rng.normal(size=(600, 2)) * [8, 1]
    cut = np.digitize(long[:, 0], [-4, 4])
    apart = np.array([[0, 0], [9, 0], [0, 9]])[cut] + rng.normal(size=(600, 2))
    assert chain(separations(long, cut, 3)[0])[0][0] < 0.5 < 1.0 < chain(separations(apart, cut, 3)[0])[1][0]


def test_a_two_peaked_column_gets_a_one_peaked_twin():
    rng = np.random.default_rng(0)
    values = np.r_[rng.normal(size=500), 8 + rng.normal(size=500)]
    twin = np.sort(np.interp(rng.random(2000), np.linspace(0, 1, 257), unimodal_quantiles(values)))
    assert dip(twin) < 0.02 < dip(np.sort(values))
    assert abs(twin.mean() - values.mean()) < 1 and twin.min() >= values.min()


def test_own_rules_read_dutch_and_english():
    import pandas as pd

    frame = pd.DataFrame({"omzet": [1200.0, 80, 600], "Aantal retouren": [0, 5, 1], "kleur": ["rood", "blauw", "rood"]})
    labels, names = own_segments(frame, {"top": "omzet > 1.000,00", "rood": "kleur = rood en aantal retouren <= 1 of omzet < 10"})
    assert labels.tolist() == [0, 2, 1] and names == ["top", "rood", ""]


def test_own_rules_call_columns_as_the_screen_does():
    import pandas as pd

    frame = pd.DataFrame({"monetary": [900.0, 20], "returns_count": [1, 5], "open_rate": [0.1, 0.9], "age of the car": [3, 9]})
    for rule in ("omzet > 500 en retouren < 2", "Turnover > 500 and number of returns < 2", "share of mailings opened < 50%", '"monetary" >= 500', "age of the car < 4"):
        assert own_segments(frame, {"one": rule})[0].tolist() == [0, 1]
    assert spelled(frame, "aantal retouren < 2 en omzet > 5") == "returns_count < 2 en monetary > 5"
