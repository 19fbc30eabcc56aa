"""Can somebody begin, open, rename, copy, delete and take that back from the start page?"""

import asyncio
import re
import threading
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from segmentation.errors import StoreError
from segmentation.language import speak
from segmentation.store import Store
from segmentation.store.rooms import Rooms
from segmentation.study import Study
from segmentation.ui import opening, start_cells, state

ROOT = Path(__file__).parents[2]


def opened(language: str) -> AppTest:
    speak(language)
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    test.query_params["lang"] = language
    test.run()
    assert not test.exception
    return test


@pytest.fixture
def start() -> AppTest:
    return opened("en")


def delete(shown: AppTest, study: Study) -> None:
    shown.checkbox(key=f"sure:{study.id}").check().run()
    shown.button(key=f"delete:{study.id}").click().run()
    assert not shown.exception


def told(shown: AppTest, name: str) -> list[str]:
    return [text.value for text in shown.caption if name in text.value]


def test_both_samples_are_one_click_with_source_and_licence(start: AppTest) -> None:
    assert [button.label for button in start.button].count("Try this sample") == 2
    assert any("CC BY 4" in text.value for text in start.caption)


def test_an_empty_state_says_what_to_do(start: AppTest) -> None:
    assert any("None yet" in text.value for text in start.caption)


def test_a_sample_becomes_a_study_with_its_files_and_questions(start: AppTest) -> None:
    start.button(key="sample:online_retail").click().run()
    (entry,) = state.store().studies()
    study, _revision = state.store().load(entry.id)
    assert study.sample == "online_retail"
    assert study.currency == "GBP"
    assert len(study.uploads) == 1
    assert len(study.questions) == 3


def test_rename_copy_and_delete(store: Store, start: AppTest) -> None:
    study = store.new("First", language="en")
    start.run()
    start.text_input(key=f"rename:{study.id}").input("Better").run()
    assert store.load(study.id)[0].name == "Better"
    start.button(key=f"copy:{study.id}").click().run()
    assert sorted(entry.name for entry in store.studies()) == ["Better", "Better (copy)"]
    assert start.button(key=f"delete:{study.id}").disabled
    start.checkbox(key=f"sure:{study.id}").check().run()
    start.button(key=f"delete:{study.id}").click().run()
    assert [entry.name for entry in store.studies()] == ["Better (copy)"]
    assert not start.exception


@pytest.mark.parametrize(
    ("language", "line", "labels"),
    [
        ("en", r"“Autumn” is deleted\. For good at \d\d:\d\d\.", ["Take that back", "Delete for good now"]),
        ("nl", r"‘Autumn’ is verwijderd\. Voorgoed om \d\d:\d\d uur\.", ["Draai dat terug", "Nu voorgoed verwijderen"]),
    ],
)
def test_what_was_deleted_can_be_taken_back(store: Store, language: str, line: str, labels: list[str]) -> None:
    study, other = store.new("Autumn", language="en"), store.new("Winter", language="en")
    listed = store.studies()
    shown = opened(language)
    delete(shown, study)
    assert [entry.name for entry in store.studies()] == ["Winter"]
    (said,) = told(shown, "Autumn")
    assert re.fullmatch(line, said)
    assert [shown.button(key=f"{what}:{study.id}").label for what in ("back", "erase")] == labels
    assert not any(button.key == f"delete:{study.id}" for button in shown.button)
    shown.button(key=f"back:{study.id}").click().run()
    assert store.studies() == listed
    assert told(shown, "Autumn") == []
    delete(shown, other)
    shown.button(key=f"erase:{other.id}").click().run()
    assert [entry.name for entry in store.studies()] == ["Autumn"]
    assert store.deleted() == []
    assert told(shown, "Winter") == []
    assert not shown.error


def test_what_is_past_taking_back_says_so_and_leaves_the_page(store: Store, start: AppTest) -> None:
    study = store.new("Autumn", language="en")
    start.run()
    delete(start, study)
    store.purge_all()  # the ten minutes are over, or somebody else chose so
    start.button(key=f"back:{study.id}").click().run()
    assert [error.value for error in start.error] == ["**This study is gone for good\\.**  \nIf you exported it before, bring that file in\\."]
    assert told(start, "Autumn") == []


def test_two_people_at_the_same_line_do_not_undo_each_other(store: Store, start: AppTest) -> None:
    study = store.new("Autumn", language="en")
    start.run()
    delete(start, study)
    store.undelete(study.id)
    start.button(key=f"erase:{study.id}").click().run()
    assert store.has(study.id)
    assert told(start, "Autumn") == []


def test_who_came_from_a_demo_sees_no_names_of_what_was_deleted(store: Store, start: AppTest) -> None:
    study = store.new("Autumn", language="en")
    start.run()
    delete(start, study)
    start.session_state["showing"] = True
    start.run()
    assert told(start, "Autumn") == []
    assert not any(button.key == f"back:{study.id}" for button in start.button)
    start.button(key="showing:off").click().run()
    assert len(told(start, "Autumn")) == 1


def test_the_time_is_that_of_whoever_looks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.delete(store.new("Autumn").id)
    (line,) = store.deleted()
    places = [("Asia/Kolkata", ZoneInfo("Asia/Kolkata")), ("No/Where", None), (None, None)]
    for name, zone in places:
        monkeypatch.setattr(type(start_cells.st.context), "timezone", name)
        assert start_cells._clock(line.until) == f"{line.until.astimezone(zone):%H:%M}"


def test_a_tab_that_had_it_open_says_that_it_is_gone(store: Store, start: AppTest) -> None:
    study = store.new("Autumn", language="en")
    start.query_params["study"] = study.id
    start.switch_page("pages/1_plan.py").run()
    assert any("Autumn" in text.value for text in start.caption)
    store.delete(study.id)
    start.run()
    assert [title.value for title in start.title] == ["No study is open here"]
    assert told(start, "Autumn") == []
    store.undelete(study.id)
    start.run()
    assert len(told(start, "Autumn")) == 1


def test_what_is_decided_in_a_study_that_is_gone_is_refused_in_words(store: Store, start: AppTest) -> None:
    study = store.new("Autumn", language="en")
    start.query_params["study"] = study.id
    start.switch_page("pages/1_plan.py").run()
    store.delete(study.id)
    next(one for one in start.radio if "Nederlands" in one.options).set_value("nl").run()
    assert len(start.error) == 1
    assert not start.exception
    store.undelete(study.id)
    assert store.load(study.id) == (study, 1)


def test_what_was_deleted_before_a_start_is_gone(store: Store) -> None:
    study = store.new("Autumn", language="en")
    store.delete(study.id)
    state.store.cache_clear()
    assert state.store().deleted() == []
    with pytest.raises(StoreError):
        store.undelete(study.id)


def test_what_was_deleted_is_gone_when_the_server_stops(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_load", lambda _cannot, opened: opened.append(store))
    study = store.new("Autumn", language="en")

    async def serve() -> None:
        async with opening.opening(lambda _error: None)(None):
            for thread in threading.enumerate():
                if thread.name == "klantbeeld-opening":
                    thread.join()
            store.delete(study.id)
            assert [line.id for line in store.deleted()] == [study.id]

    asyncio.run(serve())
    assert store.deleted() == []


def test_the_door_for_phones_closes_with_the_last_shared_room_and_opens_again(store: Store, start: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    from segmentation import phones
    from segmentation.phones import listener

    study = store.new("Autumn", language="en")
    room = Rooms(store.engine).open(study.id, {"personas": [{"segment": "A"}]})
    room = phones.share_room(store, room.id, host="127.0.0.1", port=0)
    monkeypatch.setattr(phones, "GOODBYE", 0.0)
    start.run()
    delete(start, study)
    assert str(store.home) not in listener._running
    start.button(key=f"back:{study.id}").click().run()
    assert listener._running[str(store.home)].address == room.shared
    assert [one.id for one in Rooms(store.engine).shared()] == [room.id]
    phones.stop_sharing(store, room.id)


def test_begin_without_data(store: Store, start: AppTest) -> None:
    start.button(key="start:empty").click().run()
    assert len(store.studies()) == 1
    assert not start.exception


def test_what_cannot_be_saved_is_said_and_the_page_shows_what_is_saved(store: Store, start: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    study = store.new("First", language="en")
    start.query_params["study"] = study.id
    start.switch_page("pages/1_plan.py").run()

    def full(_study: Study, _revision: int) -> int:
        raise StoreError("The disk is full.", "Make room.")

    monkeypatch.setattr(store, "save", full)
    radio = next(one for one in start.radio if "Nederlands" in one.options)
    shown = radio.value
    radio.set_value("nl").run()
    assert [error.value for error in start.error] == ["**The disk is full\\.**  \nMake room\\."]
    assert next(one for one in start.radio if "Nederlands" in one.options).value == shown
    assert not start.exception
    assert not start.run().error
