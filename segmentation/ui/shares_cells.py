"""What do we assume that people will do, and what does the user think of it? One number per assumption, kept in the study."""

import streamlit as st

from segmentation.language import _
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.text import safe


def ask_rungs(study: Study) -> None:
    """Per step of the ladder when it applies, and how much comes back and who leaves, to change."""
    from segmentation.economics.shares import rungs

    for rung in rungs(study.shares):
        st.markdown(f"**{safe(rung.name)}** · {safe(rung.when)}")
        places = st.columns(3)
        if rung.start is not None:
            _ask(
                study,
                places[0],
                f"{rung.code}.start",
                _("Applies from (%)") if rung.unit == "share" else _("Applies from (number)"),
                rung.start,
                rung.unit,
            )
        _ask(study, places[1], f"{rung.code}.back", _("Comes back of these costs (%)"), rung.back[1])
        _ask(study, places[2], f"{rung.code}.leave", _("Customers who leave (%)"), rung.leave[1])


def ask_levers(study: Study, codes: list[str]) -> None:
    """For these levers the part that responds."""
    from segmentation.economics.levers import LEVERS
    from segmentation.economics.shares import respond

    for place, code in enumerate(codes):
        if place % 3 == 0:
            columns = st.columns(3)
        _ask(
            study,
            columns[place % 3],
            f"{code}.respond",
            _("{lever}: who responds (%)").format(lever=LEVERS[code].name),
            respond(code, study.shares)[1],
        )


def _ask(study: Study, place, name: str, label: str, value: float, unit: str = "share") -> None:  # type: ignore[no-untyped-def]
    scale = 100.0 if unit == "share" else 1.0
    top = 1e6 if name.endswith(".start") else 100.0
    place.number_input(
        safe(label),
        0.0,
        top,
        round(value * scale, 4),
        1.0,
        format="%g",
        key=state.key(f"share:{name}"),
        on_change=_save,
        args=(name, scale),
        help=_("An assumption, not a measurement. The range around it moves along."),
    )


def _save(name: str, scale: float) -> None:
    value = float(state.value_of(f"share:{name}")) / scale
    state.decide(lambda study: study.change(shares={**study.shares, name: round(value, 6)}))
