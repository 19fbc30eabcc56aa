"""Can somebody begin, open, rename, copy and delete from the start page?"""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from segmentation.errors import StoreError
from segmentation.language import speak
from segmentation.store import Store
from segmentation.study import Study
from segmentation.ui import state

ROOT = Path(__file__).parents[2]


@pytest.fixture
def start() -> AppTest:
    speak("en")
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    test.query_params["lang"] = "en"
    test.run()
    assert not test.exception
    return test


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
