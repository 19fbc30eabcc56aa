"""Which study is open in this browser tab, and how does a decision get saved?

The study lives in the store; the tab holds a copy with the revision it was read at. The address holds the study's id, so F5, a second tab and a
restarted server find it again. A decision is saved as it is made; when somebody else saved first, nothing is overwritten: the frame asks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.errors import Conflict, SegmentationError
from segmentation.language import speak
from segmentation.store import Store, open_store
from segmentation.study import Study

PAST = 50


@dataclass(frozen=True)
class Clash:
    """What this tab wanted to save, and what somebody else saved meanwhile."""

    mine: Study
    theirs: Study
    revision: int


@lru_cache(maxsize=1)
def store() -> Store:
    """The one store of this process: when it is first opened it is migrated, and what was deleted before is gone for good."""
    opened = open_store()
    opened.purge_all()
    return opened


def language() -> str:
    """The study's language; without a study the one chosen in this tab, or the browser's."""
    opened = st.session_state.get("study")
    if opened is not None:
        return str(opened.language)
    chosen = st.session_state.get("language") or st.query_params.get("lang")
    if chosen not in ("nl", "en"):
        chosen = "en" if str(st.context.locale or "").lower().startswith("en") else "nl"
    return str(chosen)


def open_study(study_id: str) -> Study | None:
    """The study in this tab; read from the store only when this tab does not hold it yet. None when there is none by that id (any more)."""
    held = st.session_state.get("study")
    if held is not None and held.id == study_id:
        if store().has(study_id):
            return held
        close()  # deleted in another tab or by somebody else
        return None
    try:
        study, revision = store().load(study_id)
    except SegmentationError:
        return None
    take(study, revision)
    return study


def take(study: Study, revision: int) -> None:
    """Hold this study in this tab; widgets made from another revision are made anew."""
    st.session_state["study"] = study
    st.session_state["revision"] = revision
    st.session_state["generation"] = st.session_state.get("generation", 0) + 1
    st.session_state["past"] = ()
    st.session_state.pop("clash", None)


def close() -> None:
    for key in ("study", "revision", "past", "clash", "analysis"):
        st.session_state.pop(key, None)


def decide(change: Callable[[Study], Study], *, redraw: bool = False) -> None:
    """Save a change of the study. `redraw` makes the widgets anew (after an undo, or when several fields changed at once)."""
    before: Study = st.session_state["study"]
    speak(before.language)
    after = change(before)
    if after == before:
        return
    try:
        st.session_state["revision"] = store().save(after, st.session_state["revision"])
    except Conflict:
        theirs, revision = store().load(before.id)
        st.session_state["clash"] = Clash(after, theirs, revision)
        return
    except SegmentationError as error:
        fail(error)
        st.session_state["generation"] += 1  # the controls show again what is saved
        return
    st.session_state["study"] = after
    st.session_state["past"] = (*st.session_state.get("past", ()), before)[-PAST:]
    if redraw:
        st.session_state["generation"] += 1


def fail(error: SegmentationError) -> None:
    """Remember why the last click could not be done: the frame of the page says so."""
    st.session_state["failed"] = error


def undo() -> None:
    """Back to before the last decision made in this tab."""
    past = st.session_state.get("past", ())
    if past:
        decide(lambda _now: past[-1], redraw=True)
        st.session_state["past"] = past[:-1]


def settle(mine: bool) -> None:
    """End a clash: keep what this tab wanted, or take what the other saved."""
    clash: Clash = st.session_state["clash"]
    take(clash.theirs, clash.revision)
    if mine:
        decide(lambda _theirs: clash.mine, redraw=True)


def analysis() -> Analysis:
    """Everything that follows from the open study, kept until a decision changes it."""
    study = st.session_state["study"]
    held: tuple[Study, Analysis] | None = st.session_state.get("analysis")
    if held is None or held[0] != study:
        later = store().analysis(study)
        held = (study, later if held is None else later.follow(held[1]))
        st.session_state["analysis"] = held
    return held[1]


def key(name: str) -> str:
    """A widget key that belongs to this study and is new after an undo or a reload by somebody else."""
    study = st.session_state.get("study")
    return f"{name}|{study.id if study else ''}|{st.session_state.get('generation', 0)}"


def at_first(name: str, opened: bool) -> bool:
    """Whether a fold was open when this tab first drew it: one that closes under somebody's hands takes the place of the keyboard with it."""
    return bool(st.session_state.setdefault(f"fold:{name}|{st.session_state['study'].id}", opened))


def value_of(name: str) -> Any:
    """What the widget with this name holds now (for callbacks)."""
    return st.session_state[key(name)]
