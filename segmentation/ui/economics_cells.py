"""What customers cost and earn: the assumptions, the segments, the whale curve, the flags and the goodbye list."""

import altair as alt
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.charts.theme import described
from segmentation.language import _, money, number, percent
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.cells import cell
from segmentation.ui.text import safe


def ask_costs(study: Study, _analysis: Analysis) -> None:
    """The assumptions, each with its unit."""
    from segmentation.economics import Costs

    with cell("roi.costs", _("What does serving a customer cost you?")), st.expander(_("Change the assumptions")):
        for field in Costs.fields():
            st.number_input(safe(f"{field.sentence} ({field.unit})"), value=_likely(study.costs.get(field.name, field.default)),
                            key=state.key(f"cost:{field.name}"), on_change=_save_cost, args=(field.name,))


def _likely(value) -> float:  # type: ignore[no-untyped-def]
    return float(value[1] if isinstance(value, tuple | list) else value)


def _save_cost(name: str) -> None:
    value = state.value_of(f"cost:{name}")
    state.decide(lambda study: study.change(costs={**study.costs, name: float(value)}))


def show_segments(_study: Study, analysis: Analysis) -> None:
    """Profit per segment."""
    with cell("roi.segments", _("What is each segment worth?")):
        st.dataframe(analysis.economics.segments)


def show_whale(_study: Study, analysis: Analysis) -> None:
    """Cumulative profit from best to worst customer."""
    with cell("roi.whale", _("Who earns your profit, and who takes it away again?")):
        whale = analysis.economics.whale[["rank", "cumulative"]]
        line = alt.Chart(whale.iloc[:: max(1, len(whale) // 1000)]).mark_line().encode(
            x=alt.X("rank:Q", title=_("Customers, best first")), y=alt.Y("cumulative:Q", title=_("Cumulative profit")))
        st.altair_chart(described(line, _("Cumulative profit from the best to the worst customer"), 320))


def show_flags(study: Study, analysis: Analysis) -> None:
    """Customers that lose money."""
    table = analysis.economics.customers
    with cell("roi.flags", _("Which customers cost you money?")) as here:
        losing = table[table["unprofitable"]]
        here.means(_("{n} of your customers ({share}) cost more than they bring in, together {loss}."), n=number(len(losing)),
                   share=percent(len(losing) / max(len(table), 1)), loss=money(losing["profit"].sum(), study.currency))


def show_goodbye(_study: Study, analysis: Analysis) -> None:
    """The goodbye list."""
    with cell("roi.goodbye", _("The goodbye list: what could you do about them?")):
        st.dataframe(analysis.economics.goodbye)
