"""Can everybody use every page: no serious fault that is ours, the keyboard alone is enough, and nothing is cut on a phone or at 200 %?"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from segmentation.store import Store
from segmentation.study import Question
from tests.browser.conftest import Server, Visitor, Visits
from tests.ui.test_demo_mode import shop

# what Streamlit's and Vega's own chrome does and we cannot change without patching it
THEIRS = ("stToolbar", "stHeader", "stMainMenu", "stDecoration", "stStatusWidget", "stFileUploader", "stDataFrame", "glide-data-grid", "react-aria", "region_brush")  # fmt: skip
PAGES = ("plan", "market", "customers", "experience", "segments", "personas", "roi", "report")


@pytest.fixture(scope="module")
def loaded(server: Server) -> str:
    """One study with everything worked out, for all of these tests."""
    store = Store(server.home)
    study = store.new("Voor iedereen", language="nl", questions=(Question(text="Wie zijn onze beste klanten?", library="best"),))
    for name, text in shop().items():
        study = store.add_upload(study, text.encode(), name)
    analysis = store.analysis(study)
    for step in ("customers", "segmentation", "map", "profiles", "economics", "personas"):
        analysis.compute(step)
    return study.id


def drawn(visitor: Visitor, path: str) -> Visitor:
    """The page with everything on it in its place."""
    visitor.go(path)
    for _again in range(60):
        waiting = visitor.page.locator('[data-testid="stMain"] [data-testid="stSkeleton"]').count()
        if not waiting and not visitor.page.locator('[data-testid="stProgress"]:has-text("…")').count():
            break
        visitor.page.wait_for_timeout(500)
    return visitor.settle()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation_that_is_ours(visit: Visits, loaded: str, scheme: str) -> None:
    visitor = visit(language="nl")
    visitor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    ours = []
    for path in ("/", *(f"/{page}?study={loaded}" for page in PAGES), f"/plan?study={loaded}&screen=1&cell=2"):
        found = Axe().run(drawn(visitor, path).page).response["violations"]
        ours += [
            (path, one["id"], node["html"][:160])
            for one in found
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
            if not any(mark in node["html"] + " ".join(map(str, node["target"])) for mark in THEIRS)
        ]
    assert ours == []


WIDEST = "() => Math.max(document.querySelector('[data-testid=stMain]').scrollWidth, document.documentElement.scrollWidth)"


def test_nothing_scrolls_sideways_on_a_phone_or_at_twice_the_size(visit: Visits, loaded: str) -> None:
    visitor = visit(width=390)
    wide = []
    for path in ("/", *(f"/{page}?study={loaded}" for page in PAGES), f"/plan?study={loaded}&screen=1&cell=2"):
        drawn(visitor, path)
        for width in (390, 640):
            visitor.page.set_viewport_size({"width": width, "height": 900})
            for _look in range(25):  # pictures are drawn anew for the new width; waiting in the page itself would evaluate a string, which our headers forbid
                visitor.page.wait_for_timeout(400)
                widest = visitor.page.evaluate(WIDEST)
                if widest <= width:
                    break
            else:
                wide.append((path, width, widest))
    assert wide == []


def tab_to(visitor: Visitor, words: str, most: int = 150) -> None:
    """Press Tab until what has the focus says these words, at a hand's pace."""
    seen = []
    for _press in range(most):
        visitor.page.wait_for_timeout(20)
        visitor.page.keyboard.press("Tab")
        told = visitor.page.evaluate("[document.activeElement.innerText, document.activeElement.ariaLabel, document.activeElement.placeholder].join(' ')")
        if words in told:
            return
        seen.append(told.strip()[:30])
    pytest.fail(f"the keyboard does not reach “{words}”, but {seen}")


def test_the_keyboard_alone_is_enough(visit: Visits, loaded: str) -> None:
    visitor = drawn(visit(language="nl"), f"/plan?study={loaded}")
    keyboard = visitor.page.keyboard
    tab_to(visitor, "Bijvoorbeeld: welke klanten kosten ons meer")
    keyboard.type("Wie stuurt er veel terug?")
    keyboard.press("Enter")
    visitor.sees("Wie stuurt er veel terug?", 30)
    visitor.page.reload()
    visitor.settle().sees("2 Markt")
    tab_to(visitor, "2 Markt")
    keyboard.press("Enter")
    visitor.page.wait_for_url("**/market?study=*")
    visitor.settle()
    tab_to(visitor, "5 Segmenten")
    keyboard.press("Enter")
    visitor.page.wait_for_url("**/segments?study=*")
    visitor.page.locator(".st-key-cell-segments-number").wait_for(timeout=60_000)
    visitor.sees("Wie zijn onze beste klanten?", 60)  # which it serves


@pytest.mark.parametrize(("language", "choose", "most"), [("nl", "Bestand kiezen", "hooguit 1GB per bestand"), ("en", "Upload", "1GB per file")])
def test_streamlits_own_words_are_those_of_the_reader(visit: Visits, loaded: str, language: str, choose: str, most: str) -> None:
    visitor = visit(language=language).go("/")
    visitor.sees(most)
    assert visitor.page.get_by_role("button", name=choose).count() >= 1
    assert visitor.page.locator("html").get_attribute("lang") == language
    if language == "nl":  # the study speaks Dutch
        drawn(visitor, f"/segments?study={loaded}").page.locator('[aria-label^="Volledig scherm"]').first.wait_for(state="attached")
        assert visitor.page.locator('[aria-label^="Fullscreen"], [aria-label^="Help for"], [aria-label="Main menu"]').count() == 0
        visitor.page.evaluate("""() => document.body.insertAdjacentHTML("beforeend",
            '<div data-testid="stMultiSelectDropdown" id="choices"><p role="option">Open</p><p role="option">Select all</p><p>No results</p></div>')""")
        visitor.sees("Alles kiezen")
        assert visitor.page.locator("#choices p").all_inner_texts() == ["Open", "Alles kiezen", "Niets gevonden"]  # "Open" is a status in the user's file
        visitor.go("/").page.get_by_text("English", exact=True).click()
        visitor.sees("1GB per file")  # another language begins from Streamlit's words again
        assert visitor.page.locator("html").get_attribute("lang") == "en"
