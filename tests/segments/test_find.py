"""The verb: same in, same out; and no table makes it fall over."""

import numpy as np
import pandas as pd
import pytest

from segmentation import build_customers, read_table
from segmentation.errors import MissingData, SegmentationError, TooLittleData, WrongChoice
from segmentation.samples import paths
from segmentation.segments import Segmentation, find_segments
from segmentation.study import Treatment


def shop(n=160, seed=0):
    rng = np.random.default_rng(seed)
    big = rng.random(n) < 0.4
    return pd.DataFrame({
        "recency": rng.exponential(60, n) + 200 * big, "frequency": rng.poisson(2, n) + 8 * ~big + 1,
        "monetary": rng.lognormal(3, 0.4, n) * np.where(big, 1, 12), "channel": np.where(rng.random(n) < 0.8, np.where(big, "web", "shop"), "web"),
    }, index=[f"K{number:03d}" for number in range(n)])


@pytest.fixture(scope="module")
def found():
    return find_segments(shop(), bootstraps=10)


def test_row_and_column_order_change_nothing(found):
    mixed = shop().sample(frac=1, random_state=5)[["channel", "monetary", "recency", "frequency"]]
    again = find_segments(mixed, bootstraps=10)
    assert again.labels.index.equals(mixed.index)
    pd.testing.assert_series_equal(again.labels.reindex(found.labels.index), found.labels)
    pd.testing.assert_series_equal(again.stability, found.stability)
    pd.testing.assert_frame_equal(again.candidates, found.candidates)


def test_a_column_that_takes_no_part_changes_nothing():
    names, beside = ["channel", "frequency", "monetary", "recency"], np.random.default_rng(1).random(160)
    alone, together = (find_segments(frame, features=names, bootstraps=10) for frame in (shop(), shop().assign(Aside=beside)))
    assert alone.labels.equals(together.labels) and alone.stability.equals(together.stability)
    assert [feature.facts for feature in alone.features if feature.taken] == [feature.facts for feature in together.features if feature.taken]


def test_every_candidate_is_measured_on_the_same_tests(found):
    table = found.candidates
    assert set(table.method) == {"kmeans", "mixture", "ward", "hdbscan"} and table.chosen.sum() == 1
    assert table.stability.between(0, 1).all() and (table.stability_low <= table.stability).all() and (table.stability <= table.stability_high).all()
    assert table.null.between(-1, 1).all() and table.silhouette.between(-1, 1).all() and (table.redraws >= 5).all()


def test_names_of_customers_do_not_matter(found):
    again = find_segments(shop().reset_index(drop=True), bootstraps=10)
    assert again.labels.tolist() == found.labels.tolist()


def test_one_thread_or_two_give_the_same(found, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    pd.testing.assert_series_equal(find_segments(shop(), bootstraps=10).stability, found.stability)


def test_saved_and_loaded_is_the_same(found, tmp_path):
    found.save(tmp_path)
    again = Segmentation.load(tmp_path)
    pd.testing.assert_series_equal(again.labels, found.labels)
    pd.testing.assert_series_equal(again.stability, found.stability)
    pd.testing.assert_frame_equal(again.candidates, found.candidates)
    pd.testing.assert_frame_equal(again.space, found.space)
    assert (again.verdict, again.k, again.features, again.warnings) == (found.verdict, found.k, found.features, found.warnings)
    assert again.sentences() == found.sentences() and again.explain() == found.explain()


def test_progress_rises_and_can_cancel(found):
    heard = []
    find_segments(shop(), bootstraps=10, progress=lambda share, text: heard.append((share, text)))
    shares = [share for share, _text in heard]
    assert shares == sorted(shares) and len(shares) > 4 and all(text for _share, text in heard)

    def stop(share, text):
        raise WrongChoice("stop")

    with pytest.raises(WrongChoice):
        find_segments(shop(), progress=stop)


def test_treatments_and_features_are_what_was_asked():
    found = find_segments(shop(), features=["monetary", "recency"], treatments={"monetary": Treatment(transform="none", cap=400, weight=2)},
                          bootstraps=5, k=2)
    money = next(feature for feature in found.features if feature.name == "monetary")
    assert money.treatment.transform == "none" and money.treatment.cap == 400 and money.facts["high"] == 400
    assert set(found.space.columns) == {"monetary", "recency"}
    assert found.space.monetary.var(ddof=0) == pytest.approx(2)


def test_letters_stay_and_who_moved_is_told(found):
    later = find_segments(shop().iloc[20:], bootstraps=5, k=found.k, method=found.method, earlier=found)
    same = later.labels.astype(str) == found.labels.astype(str).reindex(later.labels.index)
    assert same.mean() > 0.9
    assert len(later.moved) == (~same).sum() and list(later.moved.columns) == ["before", "after"]


@pytest.mark.parametrize("method", ["kmeans", "mixture", "ward", "hdbscan", "latent_class", "rfm", "rules"])
def test_every_method_gives_segments(method):
    found = find_segments(shop(100), method=method, k=3, bootstraps=5, own_rules={"big": "monetary > 100 and channel = shop"})
    assert found.method == method and found.labels.notna().all() and found.candidates.chosen.sum() == 1
    assert found.stability.between(0, 1).all() and len(found.stability) == found.k == found.labels.nunique()


def test_more_segments_than_different_customers_is_refused():
    frame = pd.DataFrame({"a": [1, 2, 3] * 20, "b": ["x", "y", "y"] * 20})
    with pytest.raises(WrongChoice, match="3"):
        find_segments(frame, k=5)
    assert find_segments(frame, bootstraps=5).k <= 3


@pytest.mark.parametrize(("frame", "kind"), [
    (pd.DataFrame({"a": [1.0]}), TooLittleData), (pd.DataFrame({"a": range(5)}), TooLittleData), (pd.DataFrame(), SegmentationError),
    (pd.DataFrame({"a": [1.0] * 50}), MissingData), (pd.DataFrame({"a": [np.nan] * 50, "b": [None] * 50}), MissingData),
    (pd.DataFrame({"customer_id": range(100)}), MissingData), (pd.DataFrame([[1, 2]] * 20, columns=["a", "a"]), WrongChoice), ("text", WrongChoice),
])
def test_what_cannot_be_done_is_said(frame, kind):
    with pytest.raises(kind) as told:
        find_segments(frame)
    assert told.value.message and told.value.hint


@pytest.mark.parametrize("wrong", [{"k": 1}, {"k": 2.5}, {"k": "many"}, {"k": 90}, {"method": "magic"}, {"features": ["nothing"]}, {"seed": -1}])
def test_impossible_settings_are_refused(wrong):
    with pytest.raises(SegmentationError):
        find_segments(shop(60), **wrong)


def odd(name):
    rng = np.random.default_rng(0)
    n = 60
    return {
        "one column": pd.DataFrame({"a": rng.normal(size=n)}),
        "nearly one category": pd.DataFrame({"a": ["x"] * (n - 1) + ["y"], "b": rng.normal(size=n)}),
        "infinite": pd.DataFrame({"a": [np.inf, -np.inf, *rng.normal(size=n - 2)], "b": rng.normal(size=n) * 1e12}),
        "mixed types": pd.DataFrame({"a": [1, "two", None, 4.5] * 15, "b": rng.normal(size=n)}),
        "mostly missing": pd.DataFrame({"a": [np.nan] * 50 + [1.0, 2] * 5, "b": rng.normal(size=n), "c": [None, "x"] * 30}),
        "zeros": pd.DataFrame({"a": np.where(rng.random(n) < 0.8, 0, rng.exponential(50, n)), "b": rng.poisson(0.2, n)}),
        "dates and booleans": pd.DataFrame({"a": pd.to_datetime("2024-01-01") + pd.to_timedelta(rng.integers(0, 300, n), "D"), "b": rng.random(n) > 0.5}),
        "twins": pd.DataFrame({"a": [1.0, 2.0] * 30, "b": [1.0, 2.0] * 30}),
        "nullable": pd.DataFrame({"a": pd.array([1, None, 3] * 20, dtype="Int64"), "b": pd.array([True, None, False] * 20, dtype="boolean")}),
        "category": pd.DataFrame({"a": pd.Categorical(["x", "y", None] * 20), "b": rng.normal(size=n)}),
        "forty wide": pd.DataFrame(rng.normal(size=(40, 15)), columns=[f"v{i}" for i in range(15)]),
        "huge": pd.DataFrame({"a": rng.normal(size=n) * 1e200, "b": rng.normal(size=n) * 1e-200}),
        "number names": pd.DataFrame(rng.normal(size=(n, 3))),
    }[name]


@pytest.mark.parametrize("name", ["one column", "nearly one category", "infinite", "mixed types", "mostly missing", "zeros", "dates and booleans",
                                  "twins", "nullable", "category", "forty wide", "huge", "number names"])
def test_odd_tables_get_an_answer(name):
    frame = odd(name)
    try:
        found = find_segments(frame, bootstraps=5)
    except SegmentationError:
        assert name in ("huge", "mixed types")
        return
    assert len(found.labels) == len(frame) and found.labels.notna().all()
    assert found.verdict in ("natural", "reproducible", "constructive") and np.isfinite(found.stability).all()
    assert found.explain() and found.certainty.between(0, 1).all()


def test_an_old_label_is_spotted():
    rng = np.random.default_rng(0)
    label = rng.choice(["old", "new", "gone"], 200)
    frame = pd.DataFrame({"segment": label, "kind_of": label, "x": rng.normal(size=200) + 9 * (label == "old") - 9 * (label == "gone")})
    codes = {warned.code for warned in find_segments(frame, bootstraps=5).warnings}
    assert {"out_label", "leak"} <= codes


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("sample", ["zwerfkei", "online_retail"])
def test_the_samples_give_the_same_answer_in_any_order(sample, monkeypatch):
    frame = build_customers(*[read_table(path) for path in paths(sample)]).frame
    found = find_segments(frame, bootstraps=5)
    rows = np.random.default_rng(0).permutation(len(frame))
    other = frame.iloc[rows, ::-1].set_axis(pd.RangeIndex(len(frame)).astype("float64"))  # rows, columns and customer numbers of another kind
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    again = find_segments(other, bootstraps=5)
    assert (again.labels.astype(str).to_numpy() == found.labels.astype(str).to_numpy()[rows]).all()
    pd.testing.assert_series_equal(again.stability, found.stability)
    pd.testing.assert_frame_equal(again.candidates, found.candidates)
    assert (again.verdict, again.method, again.explain()) == (found.verdict, found.method, found.explain())
