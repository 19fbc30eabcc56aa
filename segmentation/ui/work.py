"""Is a result there yet; and if not, show how far it is, let the user stop it, and come back when it is done?

`ready(analysis, "map")` is all a page needs: True when the result lies on the shelf, else the work starts in a worker process and this run of the
page shows its progress.
"""

import gc
import threading
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

import streamlit as st

from segmentation import jobs
from segmentation.analysis import Analysis
from segmentation.errors import Cancelled, SegmentationError
from segmentation.language import N_, _, current_language, speak
from segmentation.making import kind_of
from segmentation.study import Study, Upload
from segmentation.ui import controls, stage, state
from segmentation.ui.cells import show_error
from segmentation.ui.text import safe

DOING = {
    "customers": N_("Building one row per customer"),
    "segmentation": N_("Looking for segments, and testing whether they are real"),
    "map": N_("Drawing the map of your customers"),
    "profiles": N_("Working out what each segment is"),
    "economics": N_("Working out what every customer costs and earns"),
    "personas": N_("Drafting a persona for each segment"),
    "zoom": N_("Looking inside the segment"),
}

A_MOMENT = 1.5  # seconds
MANY = 8_000  # objects that a collection looks through in a few milliseconds; a run of the largest page leaves 4,000
DRAWN_WITH = ("pandas", "pyarrow", "altair")  # every page but the first shows tables and charts
_tidying = threading.Event()


def warm_up() -> None:
    """Have what later pages need made ready in the background, and keep what stays out of the garbage collection after every run."""
    _make_ready()
    if len(gc.get_objects(generation=2)) > MANY and not _tidying.is_set():
        _tidying.set()
        in_a_moment(_tidy)


@lru_cache(maxsize=1)
def _make_ready() -> None:
    """Start the worker and load what pages draw with: a moment later, for while the first page is being drawn the processor is for that page."""

    def later() -> None:
        jobs.warm_up()
        for library in DRAWN_WITH:
            import_module(library)

    in_a_moment(later)


def _tidy() -> None:
    """Take what is in use by now out of every collection: libraries, results, pictures. Streamlit collects after each run, 150 ms with everything loaded.

    What was set apart before is looked at again, for a visit that has ended since is garbage too.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _tidying.clear()


def in_a_moment(what: Callable[[], object]) -> None:
    """Do this when the page that is being drawn is there, with nobody waiting for it."""
    timer = threading.Timer(A_MOMENT, what)
    timer.daemon = True
    timer.start()


def tables_ready(study: Study) -> bool:
    """True when every file of the study has been read; else reads the first that was not, with progress."""
    return all(table_ready(study, upload) for upload in study.uploads)


def table_ready(study: Study, upload: Upload) -> bool:
    """True when this file has been read; else reads it with progress. A file that cannot be read says why."""
    if state.store().has_table(upload):
        return True
    name = stage.file_name(study, upload.title)
    return _wait(study.id, f"table:{upload.key}", _("Reading {file}").format(file=safe(name)))


def ready(analysis: Analysis, *steps: str) -> bool:
    """True when all these results are there; else starts the first that is missing and shows its progress here."""
    for step in steps:
        if not analysis.ready(step):
            return _wait(analysis.study.id, step, _(DOING[kind_of(step)]))
    return True


def failed(analysis: Analysis, step: str) -> SegmentationError | None:
    """Why this cannot be worked out for the study as it is now, where that was tried; None while nobody knows."""
    job = st.session_state.get("jobs", {}).get((analysis.study.id, step, st.session_state["revision"]))
    return None if job is None or isinstance(job.error, Cancelled) else job.error


def _wait(study_id: str, step: str, doing: str) -> bool:
    """Have the step worked out; a job that failed is asked again only when the user says so, or decided something else."""
    asked = (study_id, step, st.session_state["revision"])
    known: dict[tuple[str, str, int], jobs.Job] = st.session_state.get("jobs", {})
    job = known.get(asked) or jobs.submit(study_id, step, current_language(), asked[2])
    st.session_state["jobs"] = {**{name: other for name, other in known.items() if name[2] == asked[2]}, asked: job}
    if job.state == "done":
        _forget(asked)
        return True
    if job.error is not None:
        _tell_failure(job.error, asked)
    else:
        _progress(job, step, doing, current_language())
    return False


def _tell_failure(error: SegmentationError, asked: tuple[str, str, int]) -> None:
    step = asked[1]
    show_error(error)
    with st.container(horizontal=True):
        st.button(_("Try again"), key=f"again:{step}", on_click=_forget, args=(asked,))
        if step.startswith("table:"):
            leave = {"help": _("The file disappears from this study; undo brings it back."), "type": "primary"}
            controls.act(_("Leave this file out"), step, without_upload(step.removeprefix("table:")), **leave)


def without_upload(key: str) -> Callable[[Study], Study]:
    """The study without this file."""
    return lambda study: study.change(uploads=tuple(one for one in study.uploads if one.key != key))


def _forget(asked: tuple[str, str, int]) -> None:
    st.session_state["jobs"] = {name: job for name, job in st.session_state.get("jobs", {}).items() if name != asked}


@st.fragment(run_every=0.4)
def _progress(job: "jobs.Job", step: str, doing: str, language: str) -> None:
    speak(language)
    if job.state in ("done", "failed"):
        st.rerun()
    st.progress(min(max(job.share, 0.0), 1.0), text=f"{doing}… {job.text}")
    st.button(_("Stop"), key=f"stop:{step}", on_click=job.cancel, help=_("Stops this calculation. Nothing you made is lost."))
