"""Choosing features and a number of segments, and seeing what came out and how far to trust it."""

import altair as alt
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.charts.theme import described, segment_scale
from segmentation.language import _, number, percent
from segmentation.study import Study
from segmentation.ui import controls, state
from segmentation.ui.cells import cell
from segmentation.ui.text import safe


def choose_features(_study: Study, analysis: Analysis) -> None:
    """Which facts about customers make them alike."""
    with cell("segments.features", _("What should make customers alike?"),
              help=_("Customers end up together when they resemble each other in these facts. Few good ones beat many.")):
        suggested = analysis.features
        controls.pick("features", _("Features"), {one.name: one.name for one in suggested},
                      help=_("Chosen for you to begin with; change them as you like."), default=[one.name for one in suggested if one.taken])


def choose_number(study: Study, _analysis: Analysis) -> None:
    """Let the number be chosen, or choose it."""
    with cell("segments.number", _("How many segments?"), note=False):
        options = {"auto": _("Choose for me"), **{k: str(k) for k in range(2, 13)}}
        controls.choose("k", _("Number of segments"), options, help=_("Klantbeeld compares 2 to 12 and takes what comes back most surely."))


def show_verdict(_study: Study, analysis: Analysis) -> None:
    """Are they real?"""
    with cell("segments.verdict", _("How real are these segments?")):
        for sentence in analysis.segmentation.explain():
            st.write(safe(sentence))


def show_sizes(study: Study, analysis: Analysis) -> None:
    """How big each is, how sure, and its name."""
    found = analysis.segmentation
    with cell("segments.sizes", _("How big and how sure is each segment?")) as here:
        for letter, size in found.sizes.items():
            with st.container(horizontal=True, vertical_alignment="bottom"):
                st.text_input(_("Name of segment {letter}").format(letter=letter), value=study.segment_names.get(letter, ""), max_chars=80,
                              placeholder=analysis.profiles.names.get(letter, "") if analysis.ready("profiles") else "",
                              key=state.key(f"name:{letter}"), on_change=_rename, args=(letter,))
                st.markdown(safe(f"{number(size)} · {percent(found.stability[letter])}"))
        here.means(_("Segment {letter} is the largest, with {share} of your customers."), letter=found.sizes.index[0],
                   share=percent(found.sizes.iloc[0] / found.sizes.sum()))


def _rename(letter: str) -> None:
    name = str(state.value_of(f"name:{letter}") or "").strip()
    state.decide(lambda study: study.change(segment_names={**{k: v for k, v in study.segment_names.items() if k != letter},
                                                           **({letter: name} if name else {})}))


def show_map(study: Study, analysis: Analysis) -> None:
    """The customers as a picture."""
    from segmentation.ui.work import ready

    with cell("segments.map", _("Where are your customers?"), help=_("Customers who resemble each other lie close together. Only for looking.")):
        if ready(analysis, "map"):
            points = analysis.map.sample(min(5000, len(analysis.map)), random_state=study.seed)
            picture = alt.Chart(points).mark_circle(size=22, opacity=0.6).encode(
                x=alt.X("x:Q", axis=None), y=alt.Y("y:Q", axis=None),
                color=alt.Color("segment:N", scale=segment_scale(sorted(points["segment"].unique())), title=_("Segment")))
            st.altair_chart(described(picture, _("A map of your customers, coloured by segment"), 460))


def show_profiles(_study: Study, analysis: Analysis) -> None:
    """What each segment is."""
    with cell("segments.profiles", _("What is each segment?")):
        for letter in analysis.segmentation.sizes.index:
            st.markdown(f"**{letter}**")
            for sentence in analysis.profiles.sentences(letter):
                st.write(safe(sentence))
