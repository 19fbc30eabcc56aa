"""Does the plan steer every page after it: other questions on top, another order of cells, other words, other features?"""

import pytest

from segmentation.language import speaking
from segmentation.store import Store
from segmentation.study import Question, Study
from segmentation.ui.serving import ABOUT, steered
from tests.ui.conftest import ROOT, Opened, settled
from tests.ui.test_demo_mode import shop

B2B = {
    "audience": "b2b", "trade": "services", "market_answers": {"sides": "no", "needs": "different", "products": "different", "share": "few", "message": "no"},
    "questions": (Question(text="Which clients are about to leave us?"), Question(text="In which sectors are our best clients?", library="sectors"),
                  Question(text="Who asks so much help that we lose money?", library="support")),
}  # fmt: skip
B2C = {
    "audience": "b2c", "trade": "webshop", "market_answers": {"sides": "no", "needs": "same", "products": "same", "share": "all", "price": "no"},
    "questions": (Question(text="Who sends back too much?", library="returns"), Question(text="What is bought together?", library="cross_sell"),
                  Question(text="Who buys only in the sale?", library="discount")),
}  # fmt: skip


def told(store: Store, page: Opened, decisions: dict) -> tuple[Study, dict[str, tuple[list[str], list[str]]]]:  # type: ignore[type-arg]
    """Per page the titles of its cells in order, and every sentence on it."""
    study = store.new("Same files", language="en", **decisions)
    for name, text in shop().items():
        study = store.add_upload(study, text.encode(), name)
    analysis = store.analysis(study)
    for step in ("customers", "segmentation", "map", "profiles", "economics", "personas"):
        analysis.compute(step)
    seen = {}
    for name in ("customers", "experience", "segments", "personas", "roi"):
        shown = settled(page(name, study), 400)
        assert not shown.exception
        seen[name] = ([title.value for title in shown.subheader], [text.value.replace("\\", "") for text in (*shown.markdown, *shown.caption)])
    return study, seen


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_two_plans_on_the_same_files_make_two_studies(store: Store, page: Opened) -> None:
    firm, served = told(store, page, B2B)
    web, sold = told(store, page, B2C)
    for name in served:
        assert served[name][1] != sold[name][1], f"other words on {name}"
        assert any(study.questions[0].text in text or "Your question" in text for study, seen in ((firm, served), (web, sold)) for text in seen[name][1])
    for name in ("customers", "experience", "roi"):
        assert served[name][0] != sold[name][0], f"another order on {name}"
        assert sorted(served[name][0]) == sorted(sold[name][0]), "and nothing is hidden by it"
    for name, word in (("segments", "one line of business"), ("roi", "right line"), ("customers", "businesses"), ("personas", "decides to buy")):
        assert any(word in text for text in served[name][1])
        assert not any(word in text for text in sold[name][1])
    assert any("mass market" in text for text in sold["segments"][1])
    assert "What does your plan ask about each of them?" in served["personas"][0]
    assert any("Ask in the brainstorm: in which sector they work?" in text for text in served["personas"][1])
    suggested = [{feature.name for feature in store.analysis(study).features if feature.why == "question"} for study in (firm, web)]
    assert suggested[0] != suggested[1]


def test_a_plan_names_cells_that_exist() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "segmentation" / "ui").glob("*_cells.py"))
    assert [name for name in ABOUT if f"def {name}(" not in sources] == []


def test_the_other_side_of_a_market_gets_its_own_study_with_one_click(store: Store, page: Opened) -> None:
    answers = {"sides": "yes", "needs": "same", "share": "all"}
    study = store.new("Platform", language="en", market_answers=answers, settings={"sides": {"own": "buyers", "other": "sellers", "needs": "own"}})
    shown = page("plan", study)
    shown.button(key=f"side:make|{study.id}|1").click().run()
    mine = store.load(study.id)[0].settings["sides"]
    other = store.load(mine["study"])[0]
    assert other.name == "Platform · sellers"
    assert other.settings["sides"] == {"own": "sellers", "other": "buyers", "needs": "other", "study": study.id}
    assert not any(button.key.startswith("side:make") for button in shown.button)
    assert not shown.exception


@pytest.mark.parametrize(
    "decisions",
    [{"audience": "b2b"}, {"market_answers": {"sides": "no", "needs": "different", "products": "different"}}, {"models": ("geographic",)}, {"criteria": {"size": 3.0}}],
)
def test_every_part_of_a_plan_says_something_on_the_pages_after_it(decisions: dict) -> None:  # type: ignore[type-arg]
    pages = ("customers", "personas") if "audience" in decisions else ("customers", "experience", "segments", "personas", "roi")
    with speaking("en"):
        for name in pages:
            assert steered(Study(name="x", **decisions), name) != steered(Study(name="x"), name), name
