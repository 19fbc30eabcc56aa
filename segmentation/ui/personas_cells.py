"""The personas on screen: every line with its mark and its evidence."""

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import N_, _
from segmentation.study import Study
from segmentation.ui.cells import cell
from segmentation.ui.text import safe

MARKS = {"data": (N_("data"), "green"), "colleague": (N_("colleague"), "blue"), "guess": (N_("guess"), "orange")}


def show_personas(_study: Study, analysis: Analysis) -> None:
    """One cell per persona."""
    for persona in analysis.personas:
        with cell(f"personas.{persona.segment}", safe(f"{persona.segment} · {persona.name}")):
            st.markdown(f"*{safe(persona.quote)}*")
            for line in persona.lines:
                word, colour = MARKS[line.mark]
                st.markdown(f":{colour}-badge[{_(word)}] {safe(line.text)}")
