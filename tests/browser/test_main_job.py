"""Can somebody walk the whole job in a real browser: from one click on a sample to profit per segment, in both languages?"""

import pytest
from playwright.sync_api import expect

from segmentation.store import Store
from tests.browser.conftest import Server, Visitor, Visits

PAGES = ("plan", "market", "customers", "experience", "segments", "personas", "roi", "report")
WORDS = {
    "nl": {"try": "Probeer dit voorbeeld", "customers": "Hoe ziet je klantenbestand eruit", "segments": "5 Segmenten", "real": "Hoe echt zijn deze segmenten",
           "money": "7 Geld", "worth": "Wat is elk segment waard", "personas": "6 Persona"},
    "en": {"try": "Try this sample", "customers": "What does your customer base look like", "segments": "5 Segments", "real": "How real are these segments",
           "money": "7 Money", "worth": "What is each segment worth", "personas": "6 Personas"},
}  # fmt: skip


def begin(visitor: Visitor, language: str, sample: int = 1) -> str:
    """One click on a sample; gives the id of the study."""
    visitor.go("/")
    visitor.page.get_by_role("button", name=WORDS[language]["try"]).nth(sample).click()
    visitor.page.wait_for_url("**/customers?study=*")
    return visitor.study


def no_failure(visitor: Visitor) -> None:
    """Nothing on this page broke: not a traceback, not our own last resort."""
    assert visitor.page.locator('[data-testid="stException"]').count() == 0
    assert visitor.page.get_by_text("Bij deze stap ging iets mis").count() == 0
    assert visitor.page.get_by_text("Something went wrong in this step").count() == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_from_the_start_page_to_the_money_in_at_most_ten_clicks(visit: Visits, language: str) -> None:
    words, visitor = WORDS[language], visit(language=language)
    begin(visitor, language)  # click 1
    visitor.sees(words["customers"], 120).sees("4.383" if language == "nl" else "4,383")
    visitor.page.get_by_role("link", name=words["segments"]).click()  # click 2
    visitor.sees(words["real"], 180)
    visitor.page.get_by_role("link", name=words["personas"]).click()  # click 3
    visitor.page.locator("[class*=st-key-cell-personas-]").first.wait_for(timeout=120_000)
    visitor.page.get_by_role("link", name=words["money"]).click()  # click 4
    visitor.sees(words["worth"], 120)
    no_failure(visitor)


@pytest.mark.timeout(600)
def test_every_page_can_be_asked_for_first_and_survives_f5_and_a_killed_server(visit: Visits, own_server: Server) -> None:
    first = visit(own_server, "en")
    study = begin(first, "en")
    first.sees(WORDS["en"]["customers"], 180)
    first.page.get_by_role("link", name=WORDS["en"]["segments"]).click()
    first.sees("Looking for segments", 120)
    own_server.kill()  # in the middle of the calculation
    own_server.start()
    first.go(f"/segments?study={study}").sees(WORDS["en"]["real"], 180)
    own_server.kill()  # and once more when it was done
    own_server.start()
    visitor = visit(own_server, "en")  # a browser that has not been here; every address is a new conversation with the server
    for page in PAGES:
        visitor.go(f"/{page}?study={study}")
        expect(visitor.page.get_by_text("Step ", exact=False).first).to_be_visible(timeout=60_000)
        no_failure(visitor)
        visitor.page.reload()
        visitor.settle()
        no_failure(visitor)
    visit(own_server, "en").go("/segments").sees("No study is open here")


def test_two_people_at_once_of_whom_one_computes(visit: Visits) -> None:
    busy, calm = visit(language="nl"), visit(language="en")
    begin(busy, "nl", sample=0)
    calm.go("/").sees("Try this sample")
    calm.click("Begin without data")
    calm.sees("What do you want to know?", 30)
    calm.page.get_by_role("textbox", name="Add a question").fill("Who are our best customers?")
    calm.page.keyboard.press("Enter")
    calm.sees("Who are our best customers?", 30)
    busy.sees(WORDS["nl"]["customers"], 240)
    assert busy.study != calm.study
    no_failure(busy)
    no_failure(calm)


def test_two_tabs_of_one_study_get_a_choice_and_never_overwrite(visit: Visits) -> None:
    one, other = visit(language="en"), visit(language="en")
    one.go("/").click("Begin without data")
    one.sees("What do you want to know?", 30)
    other.go(f"/plan?study={one.study}").sees("What do you want to know?", 30)
    for visitor, question in ((one, "The first question?"), (other, "The second question?")):
        visitor.page.get_by_role("textbox", name="Add a question").fill(question)
        visitor.page.keyboard.press("Enter")
    other.sees("Nothing is lost: choose which version goes on", 30)
    other.click("Take the other version")
    other.sees("The first question?", 30)


def test_nothing_is_too_wide_for_a_phone(visit: Visits, server: Server) -> None:
    study = Store(server.home).new("Telefoon", language="nl").id
    visitor = visit(language="nl", width=390)
    wider = {}
    for page in ("", *PAGES):
        visitor.go(f"/{page}?study={study}" if page else "/")
        wider[page] = visitor.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - window.innerWidth")
    assert {page: more for page, more in wider.items() if more > 1} == {}
