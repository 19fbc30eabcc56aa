"""No table makes a verb fall over: there is an answer, or one clear sentence why not. One accident a case."""

import datetime
import decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from segmentation.errors import MissingData, TooLittleData, WrongChoice
from segmentation.segments import Segmentation, draw_map, find_segments, profile_segments, suggest_features
from segmentation.segments.micro import zoom_in
from segmentation.segments.plain import plain
from segmentation.segments.recipe import score, write_recipe
from segmentation.segments.travel import write_decision

N = 60


def base(rows=N):
    rng = np.random.default_rng(0)
    return pd.DataFrame({"a": rng.normal(size=rows), "b": rng.exponential(5, rows)})


def holding(*values, rows=N, kind=None):
    """A table with a third column in which these values take turns."""
    return base(rows).assign(c=pd.Series([values[place % len(values)] for place in range(rows)], dtype=kind))


ANSWERED = {
    "lists": lambda: holding([1], [2, 3], kind=object), "dictionaries": lambda: holding({"a": 1}, {"b": 2}, None, kind=object),
    "sets": lambda: holding({1}, {2}, kind=object), "everything mixed": lambda: holding(1, "x", None, 2.5, (1, 2), [3], kind=object),
    "objects": lambda: base().assign(c=[object() for _ in range(N)]),
    "decimals": lambda: holding(decimal.Decimal("1.5"), decimal.Decimal("NaN"), decimal.Decimal(7), kind=object),
    "time zone": lambda: base().assign(c=pd.date_range("2024-01-01", periods=N, tz="Europe/Amsterdam")),
    "periods": lambda: base().assign(c=pd.period_range("2020-01", periods=N, freq="M")),
    "days": lambda: holding(datetime.date(2024, 1, 1), datetime.date(2024, 5, 1), None, kind=object),
    "far dates": lambda: holding(datetime.datetime(9999, 12, 31), datetime.datetime(1, 1, 1), kind=object),
    "clock times": lambda: holding(datetime.time(9), datetime.time(17), kind=object),
    "durations": lambda: base().assign(c=pd.to_timedelta(np.arange(N) % 9, "D")),
    "intervals": lambda: base().assign(c=pd.cut(np.arange(N), 4)),
    "yes, no and unknown": lambda: holding(True, None, False, kind="boolean"), "yes and no as objects": lambda: holding(True, None, False, kind=object),
    "complex": lambda: holding(1 + 2j, 3j), "bytes": lambda: holding(b"x", b"y", kind=object),
    "arrow lists": lambda: holding([1], [2], kind=pd.ArrowDtype(pa.list_(pa.int64()))),
    "sparse": lambda: base().assign(c=pd.arrays.SparseArray([0, 0, 1] * (N // 3))),
    "categories": lambda: holding("x", "y", None, kind="category"), "categories of numbers": lambda: holding(1, 2, 3, kind="category"),
    "half letters": lambda: holding("\ud800", "é", kind=object), "empty texts": lambda: holding("", None, kind=object),
    "the same customer numbers": lambda: base().set_axis([1] * N), "two of every number": lambda: base().set_axis([place // 2 for place in range(N)]),
    "numbers in two parts": lambda: base().set_index(pd.MultiIndex.from_product([range(6), range(10)])),
    "columns called by numbers": lambda: base().set_axis([0, 1], axis=1), "columns called in two parts": lambda: base().set_axis(
        pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")]), axis=1),
    "a column without a name": lambda: base().set_axis([None, "b"], axis=1), "a name like a level": lambda: holding("x", "y").assign(**{"c = x": base().b}),
    "infinite": lambda: holding(np.inf, -np.inf, 1.0), "one column": lambda: base()[["a"]], "constant": lambda: base().assign(c=5),
    "all missing": lambda: base().assign(c=np.nan, d=None, e=pd.NaT), "forty customers": lambda: base(40),
    "two different rows": lambda: pd.DataFrame({"a": [1, 2] * 30}), "wider than long": lambda: pd.DataFrame(np.random.default_rng(0).normal(size=(40, 45))),
    "numbers beyond counting": lambda: holding(*[10**30 + place for place in range(N)], kind=object),
}  # fmt: skip


@pytest.mark.parametrize("accident", ANSWERED)
def test_every_verb_has_an_answer(accident, tmp_path):
    frame = ANSWERED[accident]()
    assert suggest_features(frame)
    found = find_segments(frame, bootstraps=5)
    assert found.labels.index.equals(frame.index) and found.labels.notna().all()
    assert all(found.explain()) and all(found.sentences())
    assert len(draw_map(frame, found, quick=True)) == len(frame)
    profiles = profile_segments(frame, found)
    assert all(len(profiles.sentences(letter)) == 3 for letter in profiles.table.index)
    assert "CASE" in write_decision(frame, found).sql()
    recipe = write_recipe(frame, found)
    assert recipe["fidelity"] == 1 and (score(recipe, frame).to_numpy() == found.labels.astype(str).to_numpy()).all()
    found.save(tmp_path)
    assert Segmentation.load(tmp_path).sizes.tolist() == found.sizes.tolist()


@pytest.mark.parametrize(("frame", "kind"), [
    (base(1), TooLittleData), (base(2), TooLittleData), (base(0), TooLittleData), (base().set_axis([0, "0"], axis=1), WrongChoice),
    (base().set_axis(["a", "a"], axis=1), WrongChoice), (pd.DataFrame({"a": ["x"] * 59 + ["y"]}), None), (np.zeros(5), WrongChoice),
    (None, WrongChoice), (base() * 1e300, MissingData),
])  # fmt: skip
def test_what_has_no_answer_is_said(frame, kind):
    if kind is None:
        assert find_segments(frame, bootstraps=5).verdict == "constructive"
        return
    with pytest.raises(kind) as told:
        find_segments(frame, bootstraps=5)
    assert told.value.message and told.value.hint


@pytest.mark.parametrize("column", [0, "lists", ("a", "b")])
def test_a_zoom_falls_over_nothing_either(column):
    frame = base(160).assign(old=[[place % 3] for place in range(160)]).rename(columns={"old": column, "a": 1})
    found = find_segments(frame, k=2, method="kmeans", bootstraps=5)
    assert zoom_in(frame, found, "A", bootstraps=5).shares["customers"].sum() == found.sizes["A"]


NAMES = {
    "counted on": np.arange(1000, 1000 + N), "shuffled": np.random.default_rng(1).permutation(N) + 10**6, "in sevens": np.arange(N) * 7.0,
    "letters and a number": [f"K-{number}" for number in range(N)], "random, and called so": np.random.default_rng(2).integers(10**8, 10**9, N),
}  # fmt: skip


@pytest.mark.parametrize("disguise", NAMES)
def test_a_customer_number_in_disguise_is_left_out_and_said(disguise):
    column = "klantnummer" if "called" in disguise else "x"
    frame = base().assign(**{column: NAMES[disguise]})
    assert "out_id" in {warned.code for warned in find_segments(frame, bootstraps=5).warnings}
    assert "in_id" in {warned.code for warned in find_segments(frame, ["a", column], bootstraps=5).warnings}


def test_whole_amounts_are_no_customer_numbers():
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({"euros": rng.lognormal(5, 1, 500).round(), "days": rng.integers(0, 700, 500), "cents": (rng.lognormal(5, 1, 500) * 100).round()})
    assert [feature.warning for feature in suggest_features(frame)] == ["", "", ""]


@pytest.mark.parametrize("told", ["numbers", "words", "one in twenty wrong"])
def test_a_leaked_label_is_said(told):
    rng = np.random.default_rng(3)
    label = rng.integers(0, 3, 150)
    points = rng.normal(size=(150, 3)) + np.array([[0, 0, 0], [6, 0, 0], [0, 6, 0]])[label]
    old = {"numbers": label, "words": np.array(["gold", "silver", "tin"])[label],
           "one in twenty wrong": np.where(rng.random(150) < 0.05, (label + 1) % 3, label)}[told]
    found = find_segments(pd.DataFrame(points, columns=list("abc")).assign(tier=old), bootstraps=5)
    assert "leak" in {warned.code for warned in found.warnings}


def test_plain_columns_stay_as_they_are():
    frame = pd.DataFrame({"a": [1.0], "b": ["x"], "c": [True], "d": pd.to_datetime(["2024-01-01"])})
    assert plain(frame) is frame
