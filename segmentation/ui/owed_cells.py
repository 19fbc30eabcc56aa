"""How far are the three things every study owes, and how does one go on with each?"""

import streamlit as st

from segmentation import plan
from segmentation.analysis import Analysis
from segmentation.language import _
from segmentation.study import Study
from segmentation.ui import controls
from segmentation.ui.steps import step
from segmentation.ui.text import safe

COLOURS = {"open": "gray", "begun": "orange", "done": "green"}


def owed(study: Study, analysis: Analysis) -> None:
    """Each with its state, which follows from what was done elsewhere; the proposed names can be taken here in one click."""
    with st.grid(3):
        for one in plan.deliverables(study, analysis):
            with st.container():
                st.markdown(f"**{_(one.name)}** :{COLOURS[one.state]}-badge[{one.state_told()}]")
                st.progress(one.share, text=safe(one.counted()))
                st.page_link(step(one.step).file, label=_("Go there"), query_params={"study": study.id})
                if one.code == "segments" and one.whole and one.state != "done" and analysis.ready("profiles"):
                    names = {**analysis.profiles.names_in(study.language), **study.segment_names}
                    controls.act(
                        _("Take the proposed names"), "names", lambda now, names=names: now.change(segment_names=names),  # type: ignore[misc]
                        help=_("They become names you chose; step 5 lets you change each."),
                    )  # fmt: skip
