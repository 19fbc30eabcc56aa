"""Are the figures around the segments true? Criteria, overlap, candidates, gaps and drift, worked out again from the table by other code."""

import numpy as np
import pandas as pd
import pytest

import segmentation as seg
from segmentation.language import speaking
from segmentation.samples import paths
from segmentation.segments.drift import measure_drift
from segmentation.segments.gate import gate_sentence
from segmentation.segments.overlap import best_customers, compare_groups, measure_overlap
from tests.segments.readback import numbers, says
from tests.segments.unseen import TABLES, frame_of, made

SAMPLES = [pytest.param(name, marks=[pytest.mark.slow, pytest.mark.timeout(600)]) for name in ("zwerfkei", "online_retail")]


def told_of(profiles, criterion, language):
    """Letter → (what is said of it, whether it passes)."""
    rows = profiles.gate[profiles.gate.criterion == criterion]
    with speaking(language):
        return {row.segment: (gate_sentence(criterion, row.value, row.needed, profiles.currency), row.passed) for row in rows.itertuples()}


def sure(one, other):
    """The end nearest to 0 of the 95 % interval of Cliff's delta, with the variance of Hanley & McNeil, from every pair of customers."""
    one, other = one[~np.isnan(one)], other[~np.isnan(other)]
    n, m = len(one), len(other)
    if min(n, m) < 5:
        return 0.0
    above = np.sign(one[:, None] - other[None, :]).mean() / 2 + 0.5
    variance = (above * (1 - above) + (n - 1) * (above / (2 - above) - above**2) + (m - 1) * (2 * above**2 / (1 + above) - above**2)) / (n * m)
    return max(0.0, 2 * (abs(above - 0.5) - 1.959964 * np.sqrt(max(variance, 0))))


def as_numbers(frame, kinds):
    """Every column that may be told of, as numbers; words as whether they have it."""
    out = []
    for name, kind in kinds.items():
        if kind in ("category", "boolean"):
            known = frame[name].notna()
            out += [(frame[name].astype(str) == level).astype(float).where(known) for level in frame[name].dropna().astype(str).unique()]
        else:
            out.append(numbers(frame[name]))
    return [values.to_numpy() for values in out]


@pytest.mark.parametrize("name", list(TABLES))
def test_distinct_is_told_of_the_segment_most_like_it(name):
    customers, found, profiles = made(name)
    frame = frame_of(customers)
    labels = found.labels.astype(str).reindex(frame.index).to_numpy()
    columns = as_numbers(frame, profiles.kinds)
    for language in ("nl", "en"):
        for letter, (sentence, passed) in told_of(profiles, "distinct", language).items():
            others = [other for other in np.unique(labels) if other != letter and (labels == other).sum() >= 5]
            least = min(max(sure(values[labels == letter], values[labels == other]) for values in columns) for other in others)
            assert says(sentence, [least, 1, 0.33], language), (letter, sentence, least)
            assert passed == (least >= 0.33)


@pytest.mark.parametrize("name", SAMPLES)
def test_reachable_and_growing_follow_from_the_files(name):
    customers, found, profiles = made(name)
    letters = found.labels.astype(str)
    tables = [seg.read_table(path) for path in paths(name)]
    listed = next((table for table in tables if table.kind == "customers"), None)
    lines = pd.read_parquet(customers.lines)
    ends, half = customers.as_of, pd.Timedelta(days=182)
    amount = lines.set_index(lines["customer_id"].astype(str))["amount"].astype(float)
    when = pd.to_datetime(lines["date"]).to_numpy()
    late, early = amount[(when > ends - half) & (when <= ends)], amount[(when > ends - 2 * half) & (when <= ends - half)]
    if listed is not None:
        ways = listed.frame[[listed.roles[role] for role in ("email", "phone", "address")]]
        reached = ways.notna().any(axis=1).groupby(listed.frame[listed.roles["customer"]].astype(str)).any().reindex(letters.index).eq(True)
        reached |= customers.frame["mailings"].reindex(letters.index) > 0
    for language in ("nl", "en"):
        channel, growth = told_of(profiles, "reachable", language), told_of(profiles, "growing", language)
        for letter in letters.unique():
            own = letters.index[letters == letter]
            change = late[late.index.isin(own)].sum() / early[early.index.isin(own)].sum() - 1
            assert says(growth[letter][0], [change], language) and growth[letter][1] == (change >= 0)
            if listed is None:
                assert pd.isna(channel[letter][1])
            else:
                assert says(channel[letter][0], [reached[own].mean(), 0.5], language) and channel[letter][1] == (reached[own].mean() >= 0.5)


@pytest.mark.parametrize("name", ["mixed", "ninety", *SAMPLES])
def test_overlap_is_counted(name):
    customers, found, _profiles = made(name)
    frame, letters = frame_of(customers), found.labels.astype(str)
    best = best_customers(customers)
    turnover = numbers(frame["monetary"])
    assert best.sum() == round(0.2 * len(frame)) and turnover[best].min() >= turnover[~best].max()
    other = numbers(frame[next(one for one in ("frequency", "Bezoeken") if one in frame)]) == 1
    overlap = measure_overlap(found, {"best": best, "once": other}).set_index(["group", "segment"])
    for name_of, group in (("best", best), ("once", other)):
        for letter in letters.unique():
            own, row = group[letters.index[letters == letter]], overlap.loc[(name_of, letter)]
            assert (row.customers, row.of_segment) == (own.sum(), pytest.approx(own.mean()))
            assert row.of_group == pytest.approx(own.sum() / group.sum()) and row.lift == pytest.approx(own.mean() / group.mean())
            assert row.jaccard == pytest.approx(own.sum() / (group | (letters == letter)).sum()) and row.low <= own.mean() <= row.high
    counts, facts = compare_groups(customers, found, best, other)
    assert counts.customers.tolist() == [(best & ~other).sum(), (other & ~best).sum(), (best & other).sum()]
    for fact in facts[(facts.segment == "first") & (facts.statistic == "median")].itertuples():
        values = numbers(frame[fact.column])
        assert fact.value == pytest.approx(values[best & ~other].median()) and fact.others == pytest.approx(values[other & ~best].median())


def far_apart(seed=0, rows=300):
    """Three groups of unequal size, five standard deviations apart, with a column that says nothing."""
    rng = np.random.default_rng(seed)
    kind = rng.choice(3, rows, p=[0.5, 0.3, 0.2])
    places = np.array([[0, 0], [5, 0], [2.5, 4.4]])[kind]
    return pd.DataFrame({"a": places[:, 0], "b": places[:, 1], "c": 0.0}) + rng.normal(size=(rows, 3))


def test_candidates_have_the_figures_of_another_library():
    from sklearn.cluster import AgglomerativeClustering, KMeans
    from sklearn.metrics import silhouette_score

    found = seg.find_segments(far_apart(), bootstraps=5)
    points = found.space.to_numpy()
    table = found.candidates.set_index(["method", "k"])
    for k in range(2, 6):
        labels = KMeans(k, n_init=40, random_state=0).fit_predict(points)
        own = table.loc[("kmeans", k)]
        assert own.silhouette == pytest.approx(silhouette_score(points, labels), abs=0.02), k
        assert own.smallest == pytest.approx(np.bincount(labels).min() / len(labels), abs=0.03), k
        tree = AgglomerativeClustering(k).fit_predict(points)
        assert table.loc[("ward", k)].silhouette == pytest.approx(silhouette_score(points, tree), abs=0.02), k


def test_the_gap_and_the_gain_in_the_verdict_are_those_of_other_code():
    from scipy.sparse.csgraph import minimum_spanning_tree
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
    from sklearn.mixture import GaussianMixture

    from segmentation.segments.dip import dip

    found = seg.find_segments(far_apart(), bootstraps=5)
    points, labels, facts = found.space.to_numpy(), found.labels.cat.codes.to_numpy(), found.verdict_facts
    strength = np.zeros((3, 3))
    for i, j in ((1, 0), (2, 0), (2, 1)):
        both = np.isin(labels, (i, j))
        line = LinearDiscriminantAnalysis().fit_transform(points[both], labels[both]).ravel()
        strength[i, j] = dip(np.sort(line)) * np.sqrt(both.sum())
    true = minimum_spanning_tree(strength).data.mean()
    free = [GaussianMixture(k, covariance_type="tied", n_init=5, random_state=0).fit(points).bic(points) for k in (1, 3)]
    assert found.verdict == "natural" and facts["gap"] == pytest.approx(true, abs=0.05)
    assert facts["gain"] == pytest.approx(free[0] - free[1], rel=0.15)
    with speaking("en"):
        told = next(sentence for sentence in found.explain() if "gaps" in sentence)
    assert says(told, [facts["gap"], 16, facts["gap_copies"]], "en") and facts["gap_copies"] < 0.4 < true


def test_drift_is_the_index_over_bands_of_equal_size_then():
    then, now = far_apart(0), far_apart(1).assign(a=lambda table: table.a + 0.8)
    found = seg.find_segments(then, bootstraps=5)
    drift = measure_drift(found, now)
    for name in then:
        edges = np.quantile(then[name], np.arange(1, 10) / 10)
        old, new = ((np.bincount(np.searchsorted(edges, frame[name]), minlength=10) + 0.5) / (len(frame) + 5) for frame in (then, now))
        assert drift.features[name] == pytest.approx(((new - old) * np.log(new / old)).sum(), abs=0.02), name
    assert drift.shares["before"].tolist() == pytest.approx((found.sizes / len(then)).tolist())
    nearest = ((now.to_numpy()[:, None] - then.groupby(found.labels.astype(str)).mean().to_numpy()[None]) ** 2).sum(2).argmin(1)
    assert drift.shares["now"].tolist() == pytest.approx(np.bincount(nearest, minlength=3) / len(now), abs=0.03)
