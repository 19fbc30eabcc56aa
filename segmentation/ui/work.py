"""Is a result there yet; and if not, show how far it is, let the user stop it, and come back when it is done?

`ready(analysis, "map")` is all a page needs: True when the result lies on the shelf, else the work starts in a worker process and this run of the
page shows its progress.
"""

import gc
from collections.abc import Callable
from functools import lru_cache

import streamlit as st

from segmentation import jobs
from segmentation.analysis import Analysis
from segmentation.language import N_, _, current_language, speak
from segmentation.study import Study
from segmentation.ui import controls, state
from segmentation.ui.cells import show_error

DOING = {
    "customers": N_("Building one row per customer"),
    "segmentation": N_("Looking for segments, and testing whether they are real"),
    "map": N_("Drawing the map of your customers"),
    "profiles": N_("Working out what each segment is"),
    "economics": N_("Working out what every customer costs and earns"),
    "personas": N_("Drafting a persona for each segment"),
}


@lru_cache(maxsize=1)
def warm_up() -> None:
    """Once per process: start the worker in the background, and take what is loaded out of every later garbage collection."""
    jobs.warm_up()
    gc.collect()
    gc.freeze()


def tables_ready(study: Study) -> bool:
    """True when every file of the study has been read; else reads them with progress. A file that cannot be read says why."""
    for upload in study.uploads:
        if not state.store().has_table(upload):
            return _wait(study.id, f"table:{upload.hash}", _("Reading {file}").format(file=upload.name))
    return True


def ready(analysis: Analysis, *steps: str) -> bool:
    """True when all these results are there; else starts the first that is missing and shows its progress here."""
    for step in steps:
        if not analysis.ready(step):
            return _wait(analysis.study.id, step, _(DOING[step]))
    return True


def _wait(study_id: str, step: str, doing: str) -> bool:
    failed = st.session_state.get("failed", {})
    if (study_id, step) in failed and failed[study_id, step][0] == st.session_state["revision"]:
        error = failed[study_id, step][1]
        show_error(error)
        with st.container(horizontal=True):
            st.button(_("Try again"), key=f"again:{step}", on_click=_forget_failure, args=(study_id, step))
            if step.startswith("table:"):
                leave = {"help": _("The file disappears from this study; undo brings it back."), "type": "primary"}
                controls.act(_("Leave this file out"), step, without_upload(step.removeprefix("table:")), **leave)
        return False
    job = jobs.submit(study_id, step, current_language(), st.session_state["revision"])
    if job.state == "done":
        return True
    _progress(job, study_id, step, doing, current_language())
    return False


def without_upload(upload_hash: str) -> Callable[[Study], Study]:
    """The study without this file."""
    return lambda study: study.change(uploads=tuple(one for one in study.uploads if one.hash != upload_hash))


def _forget_failure(study_id: str, step: str) -> None:
    st.session_state["failed"] = {
        key: value for key, value in st.session_state.get("failed", {}).items() if key != (study_id, step)
    }


@st.fragment(run_every=0.4)
def _progress(job: "jobs.Job", study_id: str, step: str, doing: str, language: str) -> None:
    speak(language)
    if job.state in ("done", "failed"):
        if job.error is not None:
            failed = st.session_state.get("failed", {})
            st.session_state["failed"] = {**failed, (study_id, step): (st.session_state["revision"], job.error)}
        st.rerun()
    st.progress(min(max(job.share, 0.0), 1.0), text=f"{doing}… {job.text}")
    st.button(_("Stop"), key=f"stop:{step}", on_click=job.cancel, help=_("Stops this calculation. Nothing you made is lost."))
