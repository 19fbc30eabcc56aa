"""In a real browser on a phone: a note typed without a connection arrives once, what people type stays text, everybody can use the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from segmentation.personas import draft_personas
from segmentation.phones import share_room, stop_sharing
from segmentation.store import Store, open_store
from segmentation.store.room import Room
from segmentation.store.rooms import Rooms
from tests.personas.people import profiles_of, three_kinds

EVIL = "<script>document.title='caught'</script> ![x](http://evil.example/x.png) <img src=http://evil.example/y.png onerror=alert(1)>"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path)
    yield made
    made.engine.dispose()


@pytest.fixture
def room(store: Store) -> Iterator[Room]:
    personas = [persona.to_dict() for persona in draft_personas(profiles_of(*three_kinds(40)), "nl")]
    opened = Rooms(store.engine).open(store.new("Autumn").id, {"personas": personas})
    yield share_room(store, opened.id, host="127.0.0.1", port=0)
    stop_sharing(store, opened.id)


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(locale="nl-NL", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield made
    made.close()


@pytest.fixture
def phone(context: BrowserContext, room: Room) -> Page:
    page = context.new_page()
    page.goto(f"{room.shared}/room/{room.code}")
    page.get_by_role("button", name="Doe mee in het Nederlands").click()
    page.wait_for_selector("#board")
    return page


def put(phone: Page, text: str) -> None:
    phone.fill("#text", text)
    phone.get_by_role("button", name="Hang het op het bord").click()


def test_a_note_typed_offline_is_sent_later_and_once(context: BrowserContext, phone: Page, store: Store, room: Room) -> None:
    context.set_offline(True)
    put(phone, "Zonder bereik geschreven")
    phone.get_by_text("Geen verbinding").wait_for()
    put(phone, "En nog een")
    assert Rooms(store.engine).notes(room.id) == []
    context.set_offline(False)
    phone.locator("#board").get_by_text("Zonder bereik geschreven").wait_for(timeout=15_000)
    phone.locator("#board").get_by_text("En nog een").wait_for(timeout=15_000)
    phone.reload()
    phone.wait_for_timeout(3_000)
    assert sorted(note.text for note in Rooms(store.engine).notes(room.id)) == ["En nog een", "Zonder bereik geschreven"]


def test_what_people_type_stays_text_and_fetches_nothing(phone: Page) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    put(phone, EVIL)
    phone.locator("#board .said").wait_for()
    assert phone.locator("#board .said").inner_text() == " ".join(EVIL.split())
    assert phone.title() != "caught"
    assert not any("evil.example" in url for url in asked)


def test_a_closed_room_says_goodbye_on_the_phone(phone: Page, store: Store, room: Room) -> None:
    Rooms(store.engine).go_to(room.id, "closed")
    phone.get_by_role("heading", name="Deze kamer is gesloten").wait_for(timeout=10_000)


def test_everybody_can_use_the_page(phone: Page) -> None:
    put(phone, "Rond de 35")
    phone.locator("#board .said").wait_for()
    phone.evaluate("Promise.all(document.getAnimations().map(one => one.finished)).then(() => null)")  # half faded in, a note has no contrast yet
    found = Axe().run(phone)
    assert [(fault["id"], [node["html"][:160] for node in fault["nodes"]]) for fault in found.response["violations"]] == []
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = phone.evaluate("[...document.querySelectorAll('button, select, summary, .sure')].filter(one => one.getBoundingClientRect().height < 44).length")
    assert small == 0  # large enough for a thumb
