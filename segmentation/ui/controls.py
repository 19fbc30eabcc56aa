"""Controls that write one decision of the study, saved the moment it is made.

Each takes the name of a field of `Study`, shows its present value, and saves what the user chooses; help is one hover away.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from segmentation.language import _
from segmentation.study import Study
from segmentation.ui import state


def _save(field: str, convert: Callable[[Any], Any]) -> None:
    value = convert(state.value_of(field))
    state.decide(lambda study: study.change(**{field: value}))


def _same(value: Any) -> Any:
    return value


def choose(field: str, label: str, options: Mapping[Any, str], help: str | None = None, *, kind: str = "select") -> Any:
    """One of a few; `options` maps the stored value to what people read. `kind`: select or radio."""
    values = list(options)
    now = getattr(st.session_state["study"], field)
    place = values.index(now) if now in values else 0
    common = {"key": state.key(field), "help": help, "on_change": _save, "args": (field, _same)}
    if kind == "radio":
        st.radio(label, values, format_func=options.__getitem__, index=place, horizontal=True, **common)
    else:
        st.selectbox(label, values, format_func=options.__getitem__, index=place, placeholder=_("Choose one"), **common)
    return now


def pick(
    field: str, label: str, options: Mapping[Any, str], help: str | None = None, *, default: Sequence[Any] = ()
) -> tuple[Any, ...]:
    """Any number of things; nothing chosen yet shows `default` without saving it."""
    now = getattr(st.session_state["study"], field)
    shown = [value for value in (default if now is None else now) if value in options]
    st.multiselect(
        label,
        list(options),
        default=shown,
        format_func=lambda value: options.get(value, str(value)),
        key=state.key(field),
        help=help,
        placeholder=_("Choose one or more"),
        select_all=False,  # its words cannot be translated
        on_change=_save,
        args=(field, tuple),
    )
    return tuple(shown)


def act(label: str, name: str, change: Callable[[Study], Study], help: str | None = None, **options: Any) -> None:
    """A button that makes one change of the study; undo stands in the side bar."""
    st.button(
        label, key=state.key(f"act:{name}"), help=help, on_click=state.decide, args=(change,), kwargs={"redraw": True}, **options
    )
