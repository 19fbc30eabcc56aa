"""Outside the app the segments must come out as inside: the recipe exactly, rules and SQL as often as they say."""

import json

import duckdb
import numpy as np
import pandas as pd
import pytest

from segmentation.errors import MissingData, WrongChoice
from segmentation.language import speaking
from segmentation.segments import find_segments
from segmentation.segments.recipe import score, write_recipe
from segmentation.segments.travel import write_decision
from segmentation.study import Treatment
from tests.segments.hand import segmented, shop, table_of


@pytest.fixture(scope="module")
def decided():
    frame, letters = shop()
    frame.loc[frame.index[::17], "return_share"] = np.nan
    frame.loc[frame.index[::23], "country"] = None
    found = segmented(frame, letters, features=["frequency", "return_share", "country", "one_time"])
    return frame, letters, write_decision(table_of(frame), found)


def test_sql_gives_the_segments_of_the_tree_in_another_engine(decided):
    frame, letters, decision = decided
    customers = frame.reset_index()  # noqa: F841 - duckdb finds it by its name
    placed = duckdb.sql(decision.sql()).df().set_index("customer_id")["segment"]
    assert (placed.reindex(frame.index) == decision.place(frame)).all()
    assert (placed.reindex(frame.index) == letters).mean() == pytest.approx(decision.fidelity)
    assert decision.fidelity > 0.9


def test_names_and_words_with_quotes_stay_inside_their_quotes():
    frame = pd.DataFrame({'a"b': ["x'y", 'p"q'] * 10}, index=[f"c{number:02d}" for number in range(20)])
    found = segmented(frame, ["A", "B"] * 10, features=['a"b'])
    decision = write_decision(frame, found)
    customers = frame.rename_axis("customer_id").reset_index()  # noqa: F841
    assert duckdb.sql(decision.sql()).df()["segment"].tolist() == ["A", "B"] * 10
    assert decision.formula("en") in {'=IF(EXACT(B2,"x\'y"),"A","B")', '=IF(EXACT(B2,"p""q"),"B","A")'}


def test_the_formula_speaks_the_language_of_the_spreadsheet():
    frame = pd.DataFrame({"x": [1.0, 1.5, 2.0, None, 2.5, 8.5, 9.0, 9.5, 10.0, 11.0]}, index=list("abcdefghij"))
    decision = write_decision(frame, segmented(frame, "AAAAABBBBB"))
    assert decision.formula("en") == '=IF(IF(B2="",8.5,B2)<=6,"A","B")'.replace("<=6", f"<={decision.top.condition.value:g}")
    dutch = decision.formula("nl", {"x": "D2"})
    assert dutch.startswith('=ALS(ALS(D2="";8,5;D2)<=')
    assert ";" in dutch and "." not in dutch


def test_the_formula_computed_by_hand_gives_the_segments_of_the_tree(decided):
    frame, _letters, decision = decided
    names = {f"{chr(66 + place)}2": column for place, column in enumerate(decision.columns)}

    def computed(row):
        cells = {cell: ("" if pd.isna(row[column]) else row[column]) for cell, column in names.items()}
        text = decision.formula("en")[1:].replace("TRUE", "True").replace('=""', '==""').replace("2=True", "2==True")
        words = {"IF": lambda test, yes, no: yes if test else no, "EXACT": lambda a, b: a == b, "NOT": lambda a: not a}
        return eval(text, {}, {**words, **cells})

    sample = frame.iloc[::7]
    assert sample.apply(computed, axis=1).tolist() == decision.place(sample).tolist()


def test_sentences_say_how_often_they_are_right(decided):
    *_, decision = decided
    with speaking("en"):
        told = decision.sentences()
        assert told[-1] == f"These rules place {decision.fidelity * 100:.1f}% of your customers as the segmentation does."


@pytest.mark.parametrize("features", [["frequency", "monetary", "recency"], ["monetary", "country", "one_time", "return_share"]])
def test_the_recipe_reproduces_every_label_from_json(features):
    frame, _letters = shop(300)
    frame.loc[frame.index[::13], "monetary"] = np.nan
    found = find_segments(frame[features], features, k=3, method="kmeans", bootstraps=10)
    recipe = json.loads(json.dumps(write_recipe(frame, found)))
    assert recipe["fidelity"] == 1.0
    shuffled = frame.sample(frac=1, random_state=1)
    assert (score(recipe, shuffled).reindex(frame.index) == found.labels.astype(str)).all()


def test_new_customers_can_be_scored_and_missing_columns_are_named():
    frame, _letters = shop(300)
    found = find_segments(frame[["frequency", "monetary"]], k=2, method="kmeans", bootstraps=10)
    recipe = write_recipe(frame, found)
    fresh = pd.DataFrame({"frequency": [1, 1000], "monetary": [np.nan, 1e9]}, index=["n1", "n2"])
    assert set(score(recipe, fresh)) <= {"A", "B"}
    with pytest.raises(MissingData, match="monetary"):
        score(recipe, fresh[["frequency"]])


@pytest.mark.parametrize(("method", "least"), [("kmeans", 1), ("mixture", 1), ("rfm", 1), ("rules", 1), ("ward", 0.8), ("latent_class", 0.6), ("hdbscan", 0.8)])
def test_every_method_travels_and_places_new_customers(method, least):
    frame, _letters = shop(300)
    frame = frame[["frequency", "monetary", "recency", "country"]]
    rules = {"big": "monetary > 100 and country = Nederland", "late": "recency > 200"}
    found = find_segments(frame, k=3, method=method, own_rules=rules, bootstraps=5)
    recipe = json.loads(json.dumps(write_recipe(frame, found)))
    placed = score(recipe, frame)
    assert recipe["fidelity"] == (placed == found.labels.astype(str)).mean() >= least
    again = found.place(frame.sample(frac=1, random_state=2))
    assert (again.reindex(frame.index).astype(str) == placed).all() and list(again.cat.categories) == list(found.labels.cat.categories)
    assert found.place(frame.iloc[:1]).iloc[0] == placed.iloc[0]  # alone as among the others
    with pytest.raises(MissingData, match="monetary"):
        found.place(frame.drop(columns="monetary"))


def test_who_meets_no_rule_that_anybody_met_is_in_no_segment():
    frame = pd.DataFrame({"monetary": [10.0, 20, 900] * 10})
    found = find_segments(frame, method="rules", own_rules={"big": "monetary > 500", "small": "monetary <= 500"}, bootstraps=5)
    assert found.place(pd.DataFrame({"monetary": [5.0, 600, np.nan]})).isna().tolist() == [False, False, True]


def test_that_a_figure_is_missing_can_count():
    rng = np.random.default_rng(0)
    unknown = np.arange(200) % 4 == 0
    frame = pd.DataFrame({"a": rng.normal(size=200), "score": np.where(unknown, np.nan, rng.normal(size=200))}, index=[f"c{n:03d}" for n in range(200)])
    plain, kept = (find_segments(frame, ["a", "score"], k=2, bootstraps=5, treatments={"score": Treatment(missing=how)}) for how in ("median", "flag"))
    assert list(plain.space) == ["a", "score"] and list(kept.space) == ["a", "score", "score = –"]
    flag = kept.space["score = –"]
    assert flag.mean() == pytest.approx(0) and flag.std(ddof=0) == pytest.approx(1)
    assert flag.nunique() == 2 and (flag > 0).tolist() == unknown.tolist()
    assert write_recipe(frame, kept)["fidelity"] == 1


def test_segments_put_on_by_hand_have_no_recipe():
    frame, letters = shop(50)
    with pytest.raises(WrongChoice):
        write_recipe(frame, segmented(frame, letters))


def test_one_segment_is_a_tree_without_questions():
    frame = pd.DataFrame({"x": np.arange(10.0)}, index=list("abcdefghij"))
    decision = write_decision(frame, segmented(frame, "A" * 10))
    assert decision.fidelity == 1.0
    assert decision.formula("nl") == '="A"'
