"""What customers go through: tickets, mailings, visits and surveys beside what they buy."""

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, number
from segmentation.study import Study
from segmentation.ui.cells import cell

COLUMNS = ("tickets", "hours_to_resolve", "mailings", "opens", "clicks", "visits", "nps", "score")


def show_experience(_study: Study, analysis: Analysis) -> None:
    """What is known of each customer's experience."""
    frame = analysis.customers.frame
    with cell("experience.known", _("What do your customers go through?")) as here:
        known = [name for name in COLUMNS if name in frame]
        if not known:
            st.info(_("There are no tickets, mailings, visits or surveys in this study yet. Add such a file in step 3 and they appear here."))
        else:
            st.dataframe(frame[known].describe())
            here.means(_("For {n} customers something of this is known."), n=number(int(frame[known].notna().any(axis=1).sum())))
