"""Do the kinds of market, the models, the criteria and the scorecard follow from what was decided?"""

from types import SimpleNamespace

import pandas as pd
import pytest

from segmentation.plan import KINDS, QUESTIONS, break_even_customers, diagnose, hours, score_models, weights
from segmentation.plan.benchmarks import compare, rows_of
from segmentation.plan.deliverables import deliverables
from segmentation.plan.scorecard import Score, next_step, scorecard, total
from segmentation.study import Question, Study, Upload
from segmentation.tables import read_table


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (
            {
                "sides": "yes",
                "needs": "same",
                "products": "same",
                "share": "all",
                "special": "no",
                "price": "no",
                "message": "yes",
            },
            "multi_sided",
        ),
        (
            {
                "sides": "no",
                "needs": "same",
                "products": "same",
                "share": "all",
                "special": "no",
                "price": "no",
                "message": "yes",
            },
            "mass",
        ),
        (
            {
                "sides": "no",
                "needs": "same",
                "products": "same",
                "share": "few",
                "special": "yes",
                "price": "yes",
                "message": "yes",
            },
            "niche",
        ),
        (
            {
                "sides": "no",
                "needs": "degrees",
                "products": "variants",
                "share": "many",
                "special": "no",
                "price": "yes",
                "message": "tone",
            },
            "segmented",
        ),
        (
            {
                "sides": "no",
                "needs": "different",
                "products": "different",
                "share": "many",
                "special": "no",
                "price": "yes",
                "message": "no",
            },
            "diversified",
        ),
    ],
)
def test_five_kinds_of_market(answers: dict[str, str], kind: str) -> None:
    found = diagnose(answers)
    assert found is not None
    assert found.kind.code == kind
    assert found.second.code != kind
    assert found.because


def test_two_answers_are_too_few_and_unknown_answers_do_not_count() -> None:
    assert diagnose({"sides": "no", "needs": "same"}) is None
    assert diagnose({"sides": "no", "needs": "same", "share": "nonsense"}) is None


def test_every_answer_can_be_chosen_and_every_kind_can_come_out() -> None:
    given = {code for question in QUESTIONS for _text, points in question.answers.values() for code in points}
    assert given == set(KINDS)


def test_models_follow_the_questions_and_the_audience() -> None:
    money = [Question(text="Wie zijn onze beste klanten?", library="best")]
    assert score_models(money, "b2c")[0].model.code in ("behavioural", "value")
    sectors = [Question(text="x", library="sectors")]
    assert score_models(sectors, "b2b")[0].model.code in ("firmographic", "value")
    assert score_models(sectors, "b2c")[-1].model.code == "firmographic"


def test_break_even_is_cost_over_extra_margin() -> None:
    assert break_even_customers(1000, 40, 0.10) == 250
    assert break_even_customers(1001, 40, 0.10) == 251
    assert break_even_customers(1000, 0, 0.10) is None


def test_weights_and_hours_follow_the_study() -> None:
    assert weights({"size": 1.0})["size"] == 1.0
    assert weights({})["size"] == 3.0
    low, high = hours(Study(name="x"))
    wider = hours(Study(name="x", subject="market"))
    assert 0 < low < high
    assert wider[0] > low
    asked = [Question(text="Who sends back too much?"), Question(text="Who are our best customers?"), Question(text="Where do they live?")]
    assert hours(Study(name="x", questions=tuple(asked)))[0] > hours(Study(name="x", questions=tuple(asked[:1])))[0]
    costly = Question(text="Who costs us more than they bring in?", needs=("money", "margin"))
    assert hours(Study(name="x", questions=(costly,)))[0] == hours(Study(name="x", questions=(asked[1],)))[0] + 1  # the books are only needed for costs


def test_the_next_step_is_the_heaviest_gap() -> None:
    scores = [Score("a", "A", 0.5, 1, "plan", ""), Score("b", "B", 0.8, 3, "plan", ""), Score("c", "C", 1.0, 9, "plan", "")]
    best = next_step(scores)
    assert best is not None
    assert best.code == "b"
    assert total(scores) == pytest.approx((0.5 + 2.4 + 9) / 13)
    assert next_step([Score("c", "C", 1.0, 9, "plan", "")]) is None


def test_a_figure_per_year_stands_beside_one_per_year() -> None:
    frame = pd.DataFrame({"frequency": [4, 8], "monetary": [100.0, 300.0], "tenure": [365, 730]})
    rows = [{"what": what, "value": "1"} for what in ("Omzet per klant per jaar", "Orders per customer a year", "Turnover per customer", "besteding per jaar")]
    assert [row.own for row in compare(rows, SimpleNamespace(frame=frame))] == [100.0, 3.0, 200.0, 100.0]  # type: ignore[arg-type]


def test_one_time_buyers_and_those_who_come_back_are_all_buyers() -> None:
    frame = pd.DataFrame({"frequency": [1, 1, 1, 4, 0]})
    rows = [{"what": what, "value": "38%"} for what in ("Share of one-time buyers", "Eenmalige kopers", "Herhaalaankopen")]
    assert [row.own for row in compare(rows, SimpleNamespace(frame=frame))] == [0.75, 0.75, 0.25]  # type: ignore[arg-type]


def test_a_file_of_benchmarks_gives_its_first_three_columns() -> None:
    table = read_table(b"Wat;Hoeveel;Van wie;Meer\nretourpercentage;12%;Thuiswinkel 2025;x\n;3;;\n", name="branche.csv")
    assert rows_of(table) == ({"what": "retourpercentage", "value": "12%", "source": "Thuiswinkel 2025"},)


def test_the_next_step_is_one_that_these_customers_allow() -> None:
    """Read files and no segments yet: make them. A handful without turnover: no segments, personas or costs are asked for."""
    questions = tuple(Question(text=str(n), needs=()) for n in range(3))
    study = Study(name="x", questions=questions, uploads=(Upload(hash="0" * 64, name="x.csv"),))

    def scores(frame: pd.DataFrame) -> list[Score]:
        customers = SimpleNamespace(frame=frame, columns=pd.DataFrame(index=frame.columns), filled=frozenset(frame.columns))
        return scorecard(study, SimpleNamespace(ready=lambda step: step == "customers", customers=customers, tables=[SimpleNamespace(kind="purchases")]))  # type: ignore[arg-type]

    best = next_step(scores(pd.DataFrame({"monetary": [1.0] * 50})))
    assert best is not None and (best.code, best.advice) == ("segments", "Go to step 5: your segments are made there.")
    assert {"segments", "names", "personas", "costs"}.isdisjoint(score.code for score in scores(pd.DataFrame({"age": [40] * 5})))


def test_the_scorecard_counts_conclusions_as_the_deliverables_do() -> None:
    """One note under the plan of one of two segments is half; notes elsewhere, and those of segments that are gone, count for nothing."""
    found = SimpleNamespace(k=2, sizes=pd.Series({"A": 10, "B": 5}), verdict="natural")
    customers = SimpleNamespace(frame=pd.DataFrame({"monetary": [1.0] * 50}))
    analysis = SimpleNamespace(ready=lambda step: True, customers=customers, segmentation=found, tables=[])
    study = Study(
        name="x", uploads=(Upload(hash="0" * 64, name="x.csv"),), segment_names={"A": "fans", "C": "gone"},
        notes={"plan.questions": "call Ann", "report.plan:A": "write to them", "report.plan:B": " ", "report.plan:C": "gone"},
    )  # fmt: skip
    shares = {score.code: score.share for score in scorecard(study, analysis)}  # type: ignore[arg-type]
    assert (shares["names"], shares["notes"], shares["personas"]) == (0.5, 0.5, 0.0)
    assert {one.code: one.share for one in deliverables(study, analysis)} == {"segments": 0.5, "insight": 0.5, "personas": 0.0}  # type: ignore[arg-type]


def test_what_others_give_keeps_its_own_words() -> None:
    rows = [{"what": "Gemiddelde bestelling", "value": "£ 310", "source": "x"}, {"what": "Klanten die niet terugkomen", "value": "12%"}, {"what": "Klanten die terugkomen", "value": "62%"}]
    told = compare(rows, None)
    assert (told[0].given, told[0].theirs) == ("£ 310", 310.0)
    assert [one.figure.code for one in told if one.figure] == ["average_order", "one_time", "repeat_rate"]


@pytest.mark.parametrize(("named", "state"), [({}, "open"), ({"A": "fans"}, "begun"), ({"A": "fans", "B": "rest"}, "done")])
def test_what_the_study_owes_is_open_under_way_or_done_by_what_was_done(named: dict[str, str], state: str) -> None:
    found = SimpleNamespace(sizes=pd.Series({"A": 10, "B": 5}))
    analysis = SimpleNamespace(ready=lambda step: True, segmentation=found)
    study = Study(name="x", uploads=(Upload(hash="0" * 64, name="x.csv"),), segment_names=named)
    assert [one.state for one in deliverables(study, analysis)] == [state, "open", "open"]  # type: ignore[arg-type]
    assert [one.state for one in deliverables(Study(name="x"), analysis)] == ["open"] * 3  # type: ignore[arg-type]
