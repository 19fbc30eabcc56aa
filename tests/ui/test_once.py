"""Is a picture made once, and anew when what it is made from or the language changes?"""

import pytest
import streamlit as st

from segmentation.language import speaking
from segmentation.ui import once as module
from segmentation.ui.once import once


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def test_made_once_per_key_and_language(visit: dict[str, object]) -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    assert [once("a", lambda: make("first")), once("a", lambda: make("second"))] == ["first", "first"]
    with speaking("en"):
        assert once("a", lambda: make("third")) == "third"
    assert once("b", lambda: make("fourth")) == "fourth"
    assert made == ["first", "third", "fourth"]


def test_what_was_made_longest_ago_goes_first(visit: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    for key in "abc":
        once(key, lambda: "first")
    assert once("a", lambda: "again") == "again"
    assert once("c", lambda: "again") == "first"


def test_what_cannot_be_made_is_not_kept(visit: dict[str, object]) -> None:
    with pytest.raises(ZeroDivisionError):
        once("a", lambda: 1 // 0)
    assert once("a", lambda: 1) == 1
