"""Is what stays kept out of the collection after every run, and what has gone still found?"""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from segmentation.ui import work


class Visit:
    """What a visitor leaves behind: it points at itself, so that only a collection can take it away."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def moments(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What was put off to a moment later, to be done by the test."""
    waiting: list[object] = []
    monkeypatch.setattr(work, "in_a_moment", waiting.append)
    monkeypatch.setattr(work, "_make_ready", lambda: None)
    monkeypatch.setattr(work, "_tidying", threading.Event())  # a page that was drawn before may have asked for it too
    gc.collect()
    gc.freeze()
    yield waiting
    gc.unfreeze()


def test_much_that_stays_is_set_apart_once(moments: list[object]) -> None:
    work.warm_up()
    assert moments == []
    kept = [[number] for number in range(work.MANY + 1000)]
    gc.collect()
    work.warm_up()
    work.warm_up()
    assert moments == [work._tidy], "asked for once, however many runs there are meanwhile"
    work._tidy()
    assert len(gc.get_objects(generation=2)) < 1000 < len(kept)
    work.warm_up()
    assert len(moments) == 1


def test_a_visit_that_ended_after_it_was_set_apart_is_garbage_all_the_same(moments: list[object]) -> None:
    visit = Visit()
    gone = weakref.ref(visit)
    work._tidy()
    del visit
    gc.collect()
    assert gone() is not None, "set apart: no collection looks at it"
    work._tidy()
    assert gone() is None
