import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import segmentation as seg
from segmentation import making as module
from segmentation.analysis import Analysis, LaterTable
from segmentation.errors import MissingData, SegmentationError, TooLittleData, WrongChoice
from segmentation.kept import kept_as
from segmentation.making import STEPS
from segmentation.shelf import Shelf
from segmentation.study import Question, Study, Treatment

STUDY = Study(name="Autumn", id="fixed", language="en")


def lines(customers: int = 60, seed: int = 1) -> bytes:
    """Purchases of two kinds of customer."""
    chance = random.Random(seed)
    rows = ["klant;datum;order;bedrag;aantal"]
    for customer in range(customers):
        often = customer % 3 == 0
        for order in range(chance.randint(6, 9) if often else chance.randint(1, 2)):
            amount = chance.randint(8000, 12000) if often else chance.randint(500, 1500)
            day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            rows.append(f"K{customer:03};{day};{customer}-{order};{amount // 100},{amount % 100:02};1")
    return "\n".join(rows).encode()


@pytest.fixture
def table() -> "seg.Table":
    return seg.read_table(lines(), name="orders.csv")


class Made:
    """Counts which steps are worked out, and gives a small result for each."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fail: dict[str, Exception] | None = None) -> None:
        self.steps: list[str] = []
        for step in STEPS:
            monkeypatch.setitem(module.MAKE, step, self.maker(step, (fail or {}).get(step)))

    def maker(self, step: str, error: Exception | None) -> Callable[[Analysis, Any], Any]:
        def make(analysis: Analysis, progress: Any, _part: str = "") -> Any:
            for need in STEPS[step][0]:
                try:
                    getattr(analysis, need)
                except (MissingData, TooLittleData):
                    if (step, need) != ("economics", "segmentation"):
                        raise
            self.steps.append(step)
            if progress:
                progress(0.5, "half")
            if error:
                raise error
            return f"the {step}"

        return make


def test_every_result_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made(monkeypatch)
    analysis = Analysis(STUDY, [])
    assert analysis.personas == "the personas"
    assert analysis.map == "the map"
    assert analysis.zoom("A") == "the zoom"
    assert sorted(made.steps) == sorted(STEPS)


def test_what_a_decision_does_not_touch_is_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made(monkeypatch)
    before = Analysis(STUDY, [])
    _ = before.personas, before.map
    made.steps.clear()
    after = Analysis(STUDY.change(costs={"per_ticket": 8.0}), []).follow(before)
    _ = after.personas, after.map
    assert made.steps == ["economics", "personas"]


def test_computing_tells_how_far_it_is_and_never_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    Made(monkeypatch)
    heard: list[tuple[float, str]] = []
    Analysis(STUDY, []).compute("personas", lambda share, text: heard.append((share, text)))
    shares = [share for share, _text in heard]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert "half" in {text for _share, text in heard}


def test_a_step_that_does_not_exist() -> None:
    for ask in (Analysis(STUDY, []).key, Analysis(STUDY, []).ready, Analysis(STUDY, []).compute):
        with pytest.raises(WrongChoice):
            ask("nonsense")


@pytest.mark.parametrize("why", [TooLittleData("too few"), MissingData("all are equal")])
def test_economics_does_without_segments_where_there_are_none(monkeypatch: pytest.MonkeyPatch, why: SegmentationError) -> None:
    made = Made(monkeypatch, {"segmentation": why})
    assert Analysis(STUDY, []).compute("economics") == "the economics"
    assert made.steps.count("economics") == 1
    with pytest.raises(type(why)):
        Analysis(STUDY, []).compute("segmentation")
    with pytest.raises(type(why)):
        Analysis(STUDY, []).compute("profiles")


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Made(monkeypatch, {"customers": MissingData("no customer column")})
    for step in STEPS:
        with pytest.raises(MissingData):
            Analysis(STUDY, []).compute(step)


def test_no_tables_at_all_is_missing_data() -> None:
    with pytest.raises(MissingData):
        _ = Analysis(STUDY, []).customers


SAME = [
    {"name": "Other"},
    {"notes": {"cell": "text"}},
    {"segment_names": {"A": "Fans"}},
    {"personas": {}},
    {"market_answers": {"kind": "niche"}},
    {"criteria": {"stable": 3.0}},  # a weight, not what is asked
]
CHANGES: list[tuple[dict[str, Any], set[str]]] = [
    ({"costs": {"per_ticket": 8.0}}, {"economics", "personas"}),
    ({"costs": {"margin_rate": 0.3}}, {"economics", "profiles", "personas"}),
    ({"k": 4}, {"segmentation", "map", "profiles", "economics", "personas", "zoom"}),
    ({"features": ("monetary", "frequency")}, {"segmentation", "map", "profiles", "economics", "personas", "zoom"}),
    ({"treatments": {"monetary": Treatment(weight=2)}}, {"segmentation", "map", "profiles", "economics", "personas", "zoom"}),
    ({"settings": {"programme_cost": 800.0}}, {"profiles", "personas"}),
    ({"language": "nl"}, {"personas"}),
    ({"forgotten": ("K001",)}, set(STEPS)),
    ({"currency": "GBP"}, set(STEPS)),
    ({"audience": "b2b"}, set(STEPS) - {"customers"}),
    ({"questions": (Question(text="Who leaves?", library="leavers"),)}, set(STEPS) - {"customers"}),
]


@pytest.mark.parametrize("change", SAME, ids=lambda change: next(iter(change)))
def test_words_change_no_result(change: dict[str, Any]) -> None:
    before, after = Analysis(STUDY, []), Analysis(STUDY.change(**change), [])
    assert [before.key(step) for step in STEPS] == [after.key(step) for step in STEPS]


@pytest.mark.parametrize(("change", "other"), CHANGES, ids=[next(iter(change)) for change, _other in CHANGES])
def test_a_decision_changes_what_follows_from_it_and_nothing_else(change: dict[str, Any], other: set[str]) -> None:
    before, after = Analysis(STUDY, []), Analysis(STUDY.change(**change), [])
    assert {step for step in STEPS if before.key(step) != after.key(step)} == other


def test_the_order_of_tables_changes_nothing_and_their_content_everything() -> None:
    def later(name: str) -> LaterTable:
        return LaterTable(name, lambda: pytest.fail("no file is opened for a key"))

    one, two, three = (Analysis(STUDY, [later(name) for name in names]) for names in ("ab", "ba", "ac"))
    assert [one.key(step) for step in STEPS] == [two.key(step) for step in STEPS]
    assert not {one.key(step) for step in STEPS} & {three.key(step) for step in STEPS}


def test_the_shelf_answers_the_second_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, table: "seg.Table") -> None:
    shelf = Shelf(tmp_path)
    first = Analysis(STUDY, [table], shelf)
    assert not first.ready("customers")
    assert first.waiting_for("customers") == ["customers"]
    frame = first.customers.frame
    assert Analysis(STUDY, [table], shelf).ready("features"), "they follow from the customers at once"
    monkeypatch.setitem(module.MAKE, "customers", lambda *_: pytest.fail("it lies on the shelf"))
    pd.testing.assert_frame_equal(Analysis(STUDY, [table], shelf).customers.frame, frame)


@pytest.mark.slow
def test_a_damaged_result_is_made_again(tmp_path: Path, table: "seg.Table") -> None:
    shelf = Shelf(tmp_path)
    analysis = Analysis(STUDY, [table], shelf)
    customers = len(analysis.customers.frame)
    folder = shelf.find("customers", analysis.key("customers"))
    assert folder is not None
    for path in folder.iterdir():
        path.write_bytes(b"damaged")
    assert len(Analysis(STUDY, [table], shelf).customers.frame) == customers
    assert len(Analysis(STUDY, [table], shelf).customers.frame) == customers


def test_a_frame_is_kept_with_its_facts(tmp_path: Path) -> None:
    frame = pd.DataFrame({"x": [0.5, 1.5]}, index=pd.Index(["K1", "K2"], name="customer_id"))
    frame.attrs = {"method": "umap", "trustworthiness": 0.97}
    kept_as("map").save(frame, tmp_path)
    again = kept_as("map").load(tmp_path)
    pd.testing.assert_frame_equal(again, frame)
    assert again.attrs == frame.attrs


@pytest.mark.slow
def test_the_whole_story_and_all_of_it_again_from_the_shelf(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, table: "seg.Table"
) -> None:
    shelf = Shelf(tmp_path)
    study = STUDY.change(k=2, costs={"margin_rate": 0.4})
    first = Analysis(study, [table], shelf)
    for step in ("map", "personas", "zoom:A"):
        first.compute(step, lambda share, text: None)
    for step in STEPS:
        assert Analysis(study, [table], shelf).ready("zoom:A" if step == "zoom" else step), step
        if step != "features":
            monkeypatch.setitem(module.MAKE, step, lambda *_: pytest.fail("it lies on the shelf"))
    again = Analysis(study, [table], shelf)
    pd.testing.assert_series_equal(again.segmentation.labels, first.segmentation.labels)
    pd.testing.assert_frame_equal(again.map, first.map)
    pd.testing.assert_frame_equal(again.zoom("A").shares, first.zoom("A").shares)
    pd.testing.assert_frame_equal(again.profiles.table, first.profiles.table)
    pd.testing.assert_frame_equal(again.economics.customers, first.economics.customers)
    assert [persona.to_dict() for persona in again.personas] == [persona.to_dict() for persona in first.personas]
    assert again.map.attrs == first.map.attrs


def test_a_later_analysis_takes_over_what_did_not_change() -> None:
    study = Study(name="x")
    first = Analysis(study, [])
    first._results.update(customers="the customers", segmentation="the segments")
    noted = Analysis(study.note("cell", "text"), []).follow(first)
    assert (noted._results["customers"], noted._results["segmentation"]) == ("the customers", "the segments")
    other = Analysis(study.change(k=4), []).follow(first)
    assert other._results == {"customers": "the customers"}
