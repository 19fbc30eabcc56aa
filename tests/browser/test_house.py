"""The house itself, in a real browser: cold pages, hostile names, headers, and nothing that leaves this computer."""

import pytest

from segmentation.store import Store
from tests.browser.conftest import ROOT, Server, Visits

PAGES = ["plan", "market", "customers", "experience", "segments", "personas", "roi", "report"]
COLD = ["market", "segments", "report"]  # a server that has just been started and never saw the start page
WRONG = {"nl": "ging iets mis", "en": "went wrong"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_start_page_in_both_languages(visit: Visits, language: str) -> None:
    visitor = visit(language=language).go()
    heading = visitor.page.locator('[data-testid="stMain"] h1').first.inner_text()
    assert heading == {"nl": "Ken je klanten", "en": "Know your customers"}[language]


def test_every_page_asked_for_first_by_its_address(visit: Visits, own_server: Server) -> None:
    study, visitor = Store(own_server.home).new("Koud", language="nl"), visit(own_server)
    for page in PAGES:
        if page in COLD:
            own_server.kill()
            own_server.start()
            visitor = visit(own_server)
        visitor.go(f"/{page}?study={study.id}")
        assert "Klantbeeld" in visitor.page.title()
        assert WRONG["nl"] not in visitor.page.inner_text('[data-testid="stMain"]')
        assert visitor.study == study.id


def test_a_page_of_a_study_that_is_not_there_says_so(visit: Visits) -> None:
    visitor = visit(language="en").go("/segments?study=../../etc/passwd")
    visitor.sees("No study is open here")


def test_a_hostile_name_is_shown_as_text_and_fetches_nothing(visit: Visits, server: Server) -> None:
    visitor = visit(language="en")
    for name in ("<script>document.title='x'</script>", "![x](http://example.com/a.png)", "[x](javascript:alert(1))", "=1+1"):
        study = Store(server.home).new(name, language="en")
        visitor.go(f"/plan?study={study.id}")
        assert name[:8] in visitor.page.inner_text('[data-testid="stMain"]')
        assert visitor.page.title() != "x"
        assert visitor.page.locator('img[src*="example.com"]').count() == 0


def test_the_headers_are_there(visit: Visits) -> None:
    visitor = visit()
    answer = visitor.page.goto(visitor.server.url)
    assert answer is not None
    headers = answer.headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_the_icon_is_ours_from_the_first_page_on(visit: Visits) -> None:
    visitor = visit()
    assert visitor.page.request.get(f"{visitor.server.url}/favicon.png").body() == (ROOT / "static" / "icon.png").read_bytes()


def test_an_address_of_elsewhere_that_points_here_is_refused(visit: Visits, server: Server) -> None:
    answer = visit().page.request.get(server.url, headers={"Host": "klantbeeld.example"})
    assert answer.status == 400


def test_a_phone_shows_the_start_page_without_sideways_scrolling(visit: Visits) -> None:
    visitor = visit(width=390).go()
    wide = visitor.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


def test_the_log_of_the_server_names_no_customer(visit: Visits, own_server: Server) -> None:
    store = Store(own_server.home)
    study = store.add_upload(store.new("Log", language="en"), b"klant;naam;bedrag\n1;Jansen-Pietersen;2,50\n", "orders.csv")
    visit(own_server, language="en").go(f"/customers?study={study.id}").page.wait_for_timeout(3000)
    assert "Jansen-Pietersen" not in own_server.said()
