"""The customer base at a glance: how many, how much, how often, and how it is spread."""

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, money, number, percent
from segmentation.study import Study
from segmentation.ui.cells import cell
from segmentation.ui.text import safe


def show_base(study: Study, analysis: Analysis) -> None:
    """Turnover, customers, repeat rate, concentration."""
    customers = analysis.customers
    frame = customers.frame
    with cell("customers.base", _("Your customer base at a glance")) as here:
        with st.grid(4):
            st.metric(_("Customers"), number(len(frame)), border=True)
            if "monetary" in frame:
                st.metric(_("Turnover"), safe(money(frame["monetary"].sum(), study.currency)), border=True,
                          help=_("Net: returns are taken off."))
            if "frequency" in frame:
                st.metric(_("Bought more than once"), percent((frame["frequency"] > 1).mean()), border=True)
        if "frequency" in frame:
            here.means(_("{share} of your customers bought only once."), share=percent((frame["frequency"] <= 1).mean()))
    with cell("customers.table", _("One row per customer"), note=False):
        st.dataframe(frame.head(1000))
        with st.expander(_("What each column means")):
            st.dataframe(customers.columns)
