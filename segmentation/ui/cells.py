"""What is a cell of the notebook: a question, controls, a picture or table, one sentence of meaning, and the user's own note.

with cell("segments.sizes", _("How big is each segment?"), help=_("…")) as here:
    picture("sizes", (analysis.key("segmentation"),), charts.segment_sizes, found.sizes, names)
    here.means(_("Segment {letter} is the largest."), letter="A")
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

from segmentation.errors import SegmentationError
from segmentation.language import _
from segmentation.ui import stage, state
from segmentation.ui.serving import serves
from segmentation.ui.text import fill, safe


class Cell:
    """A cell while it is being filled."""

    def __init__(self, name: str) -> None:
        self.name = name

    def means(self, sentence: str, **values: Any) -> None:
        """One sentence, from the data, that says what the picture means. Values are made harmless; pass money and numbers as text."""
        st.markdown(f"**→ {fill(sentence, **values)}**" if values else f"**→ {safe(sentence)}**")


@contextmanager
def cell(name: str, title: str, help: str | None = None, note: bool = True) -> Iterator[Cell]:
    """A bordered cell. A `SegmentationError` inside becomes message and hint in this cell; the rest of the page goes on."""
    shown = stage.next_cell_is_shown()
    place = st.container(border=True, key=f"cell-{name.replace('.', '-')}") if shown else st.empty()
    with place if shown else place.container():
        st.subheader(title, help=help, anchor=False)
        serves()
        try:
            yield Cell(name)
        except SegmentationError as error:
            show_error(error)
        if note and st.session_state.get("study") is not None:
            _note(name)
    if not shown:  # another cell is on the big screen
        place.empty()


def folded(name: str, title: str, show: Callable[..., object], *of: Any) -> None:
    """A part of a cell that stands closed. `show(*of)` draws it when somebody opens it: what nobody sees holds up no change of a figure."""
    part = st.expander(title, key=f"open:{name}|{st.session_state['study'].id}", on_change="rerun")
    if part.open:
        with part:
            show(*of)


def show_error(error: SegmentationError) -> None:
    """What happened and what to do now, as text and never as markup."""
    st.error(f"**{safe(error.message)}**  \n{safe(error.hint)}")


def _note(name: str) -> None:
    written = st.session_state["study"].notes.get(name, "")
    if written:
        st.markdown(f"*{_('Your note')}:* {safe(written)}")
    with st.popover(
        _("Change note") if written else _("Add a note"),
        help=_("Your own words under this cell. They are saved and printed in the report."),
        type="tertiary",
    ):
        st.text_area(
            _("Your note"),
            value=written,
            key=state.key(f"note:{name}"),
            max_chars=4000,
            on_change=_save_note,
            args=(name,),
            placeholder=_("What do you notice? What do you want to ask your colleagues?"),
        )


def _save_note(name: str) -> None:
    text = state.value_of(f"note:{name}") or ""
    state.decide(lambda study: study.note(name, text))
