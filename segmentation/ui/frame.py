"""What stands around every page: title, steps, language, undo, and a guard for whoever comes in by a bookmark."""

from typing import Literal

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import LANGUAGES, _, percent, speak
from segmentation.study import Study
from segmentation.ui import stage, state
from segmentation.ui.cells import show_error
from segmentation.ui.discretion import be_discreet
from segmentation.ui.serving import from_the_plan
from segmentation.ui.steps import STEPS, Step, step
from segmentation.ui.text import safe
from segmentation.ui.their_words import say_it_here
from segmentation.ui.work import tables_ready, warm_up

# Streamlit cuts the label of a wide button or badge, and writes a chosen segment in the dark with a contrast of 3.6:1; both are ours to mend.
WHOLE_LABELS = (
    '[data-testid="stButton"] button p,[data-testid="stPageLink-NavLink"] :is(span,p){white-space:normal;overflow:visible;text-overflow:clip}'
    '[data-testid="stButton"] button,[data-testid="stPageLink-NavLink"]{height:auto}.stMarkdownBadge{white-space:normal;overflow:visible}'
)
# Columns that stand under each other on a telephone are no further apart than what stands in them.
UNDER_EACH_OTHER = '@media (max-width:640px){[data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]){gap:1rem}}'
CHOSEN_IN_THE_DARK = 'button[data-variant="segmented_control"][data-selected="true"] p,button[data-variant="pills"][data-selected="true"] p{color:#7FD3C0}'
# A link to a step that has the keyboard differs too little from the step one is at.
FOCUS = '[data-testid="stPageLink-NavLink"]:focus-visible{outline:3px solid #1F8570;outline-offset:1px}'

# While a page is drawn the browser lays out and paints the cells near the screen, not the whole notebook again for every cell that comes in; at rest all of it stands there.
# A picture or table at full screen must not be held inside its cell.
NEAR = (
    '[class*="st-key-cell-"]{contain-intrinsic-size:auto 600px}'
    '[data-testid="stApp"]:not([data-test-script-state="notRunning"]) [class*="st-key-cell-"]:not(:has([aria-label^="Close fullscreen"],[aria-label^="CLOSE"])){content-visibility:auto}'
)
# A script takes no room between what is seen.
UNSEEN = '[data-testid="stElementContainer"]:has(> [data-testid="stHtml"] > script){display:none}'


def frame(step_id: str) -> tuple[Study, Analysis]:
    """Set the page up and return the open study with its analysis; where something is missing, say what to do and stop."""
    here = step(step_id)
    study = state.open_study(st.query_params.get("study", ""))
    speak(state.language())
    _page(f"{_(here.title)} · Klantbeeld")
    if study is None:
        _side(None, None, here)
        _nothing_open()
    assert study is not None
    _clash(study)
    analysis = state.analysis()
    stage.begin(here.id)
    if stage.on_screen():
        stage.controls()
    else:
        _side(study, analysis, here)
        st.caption(_("Step {n} of {all} · {study}").format(n=here.number, all=len(STEPS), study=safe(stage.shown_name(study))))
        st.title(_(here.question), anchor=False)
        from_the_plan(study, here.id)
    stage.banner(study)
    _failure()
    if here.needs == "customers" and not study.uploads:
        _no_tables(study)
    if here.needs == "customers" and not tables_ready(study):
        st.stop()
    return study, analysis


def start_frame() -> None:
    """The frame of the start page: no study needed."""
    state.close()
    speak(state.language())
    _page("Klantbeeld")
    _side(None, None, None)
    _failure()


def _page(title: str) -> None:
    side: Literal["collapsed", "auto"] = "collapsed" if stage.on_screen() else "auto"
    st.set_page_config(page_title=title, layout="wide", initial_sidebar_state=side)
    near = NEAR.replace("CLOSE", _("Close fullscreen"))
    st.html(f"<style>{WHOLE_LABELS}{FOCUS}{near}{UNSEEN}{UNDER_EACH_OTHER}{CHOSEN_IN_THE_DARK if st.context.theme.type == 'dark' else ''}</style>")
    say_it_here()
    warm_up()
    be_discreet()


def _side(study: Study | None, analysis: Analysis | None, here: Step | None) -> None:
    with st.sidebar:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html('<img src="app/static/logo.svg" alt="" width="38" height="38">', width="content")
            st.page_link("app.py", label="**Klantbeeld**", query_params={})
        st.radio(
            _("Language"),
            list(LANGUAGES),
            index=list(LANGUAGES).index(state.language()),
            format_func=LANGUAGES.__getitem__,
            key=state.key("language"),
            on_change=_change_language,
            horizontal=True,
            label_visibility="collapsed",
        )
        if study is None or analysis is None:
            return
        following = next((one for one in STEPS if not one.done(study, analysis)), None)
        for one in STEPS:
            _step_link(one, study, analysis, here, following)
        _score(study, analysis)
        stage.panel(study)
        if st.session_state.get("past"):
            st.button(_("Undo"), on_click=state.undo, key="undo", help=_("Takes back your last change in this study."))
        st.caption(_("Everything stays on this computer. Every change is saved at once."))


def _step_link(one: Step, study: Study, analysis: Analysis, here: Step | None, following: Step | None) -> None:
    done = one.done(study, analysis)
    locked = one.needs == "customers" and not study.uploads
    sign = "✓" if done else "→" if one is following else "·"
    label = f"{sign} {one.number} {_(one.title)}"
    help_text = _(one.question)
    if locked:
        help_text += " " + _("First add your customers in step 3.")
    st.page_link(one.file, label=f"**{label}**" if one is here else label, help=help_text, query_params={"study": study.id})


def _score(study: Study, analysis: Analysis) -> None:
    """The scorecard: how far, what is weakest, what now; always one click away."""
    from segmentation import plan

    scores = plan.scorecard(study, analysis)
    with st.popover(
        _("Scorecard · {share}").format(share=percent(plan.total(scores))),
        help=_("How far this study is, and the best next step."),
        width="stretch",
    ):
        best = plan.next_step(scores)
        if best is not None:
            st.markdown(f"**{_('Best next step')}:** {_(best.advice)}")
            st.page_link(step(best.step).file, label=_("Go there"), query_params={"study": study.id})
        for score in scores:
            st.progress(score.share, text=f"{score.told()} · {percent(score.share)}")


def _change_language() -> None:
    chosen = state.value_of("language")
    if chosen is None:
        return
    st.session_state["language"] = chosen
    if st.session_state.get("study") is not None:
        state.decide(lambda study: study.change(language=chosen), redraw=True)  # what was chosen in a list is held in words
    else:
        st.query_params["lang"] = chosen


def _nothing_open() -> None:
    st.title(_("No study is open here"), anchor=False)
    _failure()
    st.write(
        _("Open one of your studies, or begin a new one. A study that was deleted cannot be opened; for ten minutes it can be taken back on the start page.")
    )
    st.page_link("app.py", label=_("To the start page"))
    st.stop()


def _no_tables(study: Study) -> None:
    st.info(
        _(
            "There are no customers in this study yet. Add a file with customers or purchases first; this page fills itself after that."
        )
    )
    st.page_link("pages/3_customers.py", label=_("To step 3: customers"), query_params={"study": study.id})
    st.stop()


def _failure() -> None:
    error = st.session_state.pop("failed", None)
    if error is not None:
        show_error(error)


def _clash(study: Study) -> None:
    clash = st.session_state.get("clash")
    if clash is None:
        return
    st.title(safe(stage.shown_name(study)), anchor=False)
    st.warning(
        _("This study was also changed in another tab or by somebody else. Nothing is lost: choose which version goes on.")
    )
    with st.container(horizontal=True):
        st.button(_("Keep what I just did here"), on_click=state.settle, args=(True,), key="clash_mine", type="primary")
        st.button(_("Take the other version"), on_click=state.settle, args=(False,), key="clash_theirs")
    st.stop()
