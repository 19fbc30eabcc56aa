"""Pages without a browser: every test its own store, and nothing kept from another test."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from segmentation import jobs
from segmentation.language import speak
from segmentation.store import Store
from segmentation.study import Study
from segmentation.ui import state

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    state.store.cache_clear()
    yield
    jobs.office().close()
    state.store.cache_clear()


def settled(shown: AppTest, seconds: float = 120) -> AppTest:
    """The page once no job is under way any more; a browser would come back by itself, AppTest does not."""
    deadline = time.monotonic() + seconds
    while any(button.key and button.key.startswith("stop:") for button in shown.button):
        assert time.monotonic() < deadline, "the work did not end"
        time.sleep(0.3)
        shown.run()
        assert not shown.exception
    return shown


@pytest.fixture
def store() -> Store:
    return state.store()


Opened = Callable[[str, Study], AppTest]


@pytest.fixture
def page() -> Opened:
    """`page("plan", study)` draws that page for that study."""

    def draw(name: str, study: Study) -> AppTest:
        speak(study.language)  # AppTest asks our format functions outside the page's own thread
        path = next((ROOT / "pages").glob(f"*_{name}.py"))
        test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        test.query_params["study"] = study.id
        test.switch_page(f"pages/{path.name}")
        test.run()
        assert not test.exception
        return test

    return draw
