"""What can somebody do on the start page: try a sample, begin with an own file, open, rename, copy, export or delete a study, take that back, bring one in?"""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from segmentation.errors import SegmentationError
from segmentation.language import _, date, speak
from segmentation.samples import paths, sample, samples
from segmentation.study import Question
from segmentation.ui import state
from segmentation.ui.text import safe


def promise() -> None:
    """What this is, in three sentences."""
    st.markdown(
        _(
            "From your own export to the kinds of customer you have, what each is worth, and what you do on Monday. "
            "Klantbeeld reads your file as it is, tells you how sure it is, and says so when there is nothing to find."
        )
    )
    st.caption(_("Your files stay on this computer. Nothing is sent anywhere."))


def begin_with_sample() -> None:
    """One click to a study with data."""
    columns = st.columns(2)
    for column, one in zip(columns, samples(), strict=False):
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{safe(one.name)}**")
            st.write(safe(one.about))
            st.caption(f"{_('Source')}: {safe(one.origin)}")
            st.space("stretch")
            st.button(
                _("Try this sample"),
                key=f"sample:{one.id}",
                on_click=_open_sample,
                args=(one.id,),
                type="primary",
                help=_("Opens a study of your own with these data. You can change and delete it."),
            )
    _follow()


def begin_with_file() -> None:
    """An own file, at once."""
    with st.container(border=True):
        st.markdown(f"**{_('Begin with your own file')}**")
        files = st.file_uploader(
            _("Your customers, orders, tickets, mailings or survey, as your programs export them"),
            accept_multiple_files=True,
            key=state.key("start:files"),
            max_upload_size=1200,
            help=_(
                "CSV, Excel, ODS, Parquet, JSON, XAF, also zipped. Several files at once is fine. They stay on this computer."
            ),
        )
        with st.container(horizontal=True):
            st.button(
                _("Make a study of these files"),
                disabled=not files,
                on_click=_open_files,
                key="start:go",
                type="primary",
                help=_("Choose one or more files first."),
            )
            st.button(
                _("Begin without data"),
                on_click=_open_empty,
                key="start:empty",
                help=_("Begin with your questions; add data later."),
            )


def my_studies() -> None:
    """Every study on this computer, newest first."""
    st.subheader(_("Your studies"), anchor=False)
    if st.session_state.get("showing"):
        st.info(_("You came from a demo, so the names of your studies are not shown."))
        st.button(_("Show my studies"), key="showing:off", on_click=st.session_state.pop, args=("showing", None), help=_("Only when nobody else looks."))
        return
    _deleted()
    found = state.store().studies()
    if not found:
        st.caption(_("None yet. Try a sample: it takes one click."))
    for info in found:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container():
                st.page_link("pages/1_plan.py", label=f"**{safe(info.name)}**", query_params={"study": info.id})
                st.caption(_("Changed {when}").format(when=date(info.updated)))
            _manage(info.id, info.name)


def _manage(study_id: str, name: str) -> None:
    with st.popover(_("Manage"), help=_("Rename, copy, export or delete this study.")):
        st.text_input(_("Name"), value=name, key=f"rename:{study_id}", max_chars=120, on_change=_rename, args=(study_id,))
        st.button(_("Copy"), key=f"copy:{study_id}", on_click=_copy, args=(study_id, name), width="stretch")
        st.download_button(
            _("Export study"),
            data=lambda: state.store().export_study(study_id),
            file_name="klantbeeld-study.zip",
            on_click="ignore",
            mime="application/zip",
            key=f"export:{study_id}",
            width="stretch",
            help=_("One file with your decisions and your data. Open it on another computer with “Bring a study in”."),
        )
        sure = st.checkbox(
            _("Yes, delete this study and its data"),
            key=f"sure:{study_id}",
            help=_("For ten minutes you can take that back on this page. After that they are gone for good."),
        )
        st.button(_("Delete"), key=f"delete:{study_id}", disabled=not sure, on_click=_delete, args=(study_id,), width="stretch")


def _deleted() -> None:
    """One quiet line for every study that was deleted, as long as that can be taken back."""
    found = state.store().deleted()
    for one in found:
        with st.container(horizontal=True, vertical_alignment="center", key=f"deleted:{one.id}"):
            st.caption(_("“{name}” is deleted. For good at {time}.").format(name=safe(one.name), time=_clock(one.until)), width="content")
            st.button(
                _("Take that back"),
                key=f"back:{one.id}",
                on_click=_take_back,
                args=(one.id,),
                help=_("The study comes back as it was: decisions, history, files, results and brainstorm rooms."),
            )
            st.button(
                _("Delete for good now"),
                key=f"erase:{one.id}",
                on_click=_erase,
                args=(one.id,),
                type="tertiary",
                help=_("Does not wait, and cannot be taken back."),
            )
    if found:
        wait = (found[-1].until - datetime.now(UTC)).total_seconds()
        st.fragment(_until_gone, run_every=max(wait, 0) + 1)([one.id for one in found])


def _until_gone(shown: list[str]) -> None:
    """Draws the page again when a line on it is no longer true."""
    if [one.id for one in state.store().deleted()] != shown:
        st.rerun()


def _clock(moment: datetime) -> str:
    """The time on the clock of whoever looks."""
    try:
        zone = ZoneInfo(st.context.timezone or "")
    except (ValueError, KeyError):  # not told, or not known here
        zone = None
    return f"{moment.astimezone(zone):%H:%M}"


def import_study() -> None:
    """Bring in a study that was exported elsewhere."""
    with st.expander(_("Bring a study in")):
        file = st.file_uploader(_("A study exported from Klantbeeld (.zip)"), key=state.key("import"), type=["zip"])
        st.button(_("Open this study"), disabled=file is None, on_click=_import, key="import:go")


def _follow() -> None:
    """A callback made a study: go there. (Callbacks themselves cannot switch pages before the run.)"""
    target = st.session_state.pop("start:open", None)
    if target is not None:
        st.switch_page("pages/3_customers.py" if target[1] else "pages/1_plan.py", query_params={"study": target[0]})


def _open_sample(sample_id: str) -> None:
    one = sample(sample_id)

    def make() -> tuple[str, bool]:
        study = state.store().new(
            one.name,
            sample=one.id,
            language=state.language(),
            currency=one.currency,
            questions=tuple(Question(text=text) for text in one.questions),
        )
        for path in paths(one.id):
            study = state.store().add_upload(study, path, path.name)
        return study.id, True

    _make_and_open(make)


def _open_files() -> None:
    files = state.value_of("start:files")

    def make() -> tuple[str, bool]:
        study = state.store().new(files[0].name.rsplit(".", 1)[0][:80] or _("My study"), language=state.language())
        for file in files:
            study = state.store().add_upload(study, file, file.name)
        return study.id, True

    _make_and_open(make)


def _open_empty() -> None:
    _make_and_open(lambda: (state.store().new(_("My study"), language=state.language()).id, False))


def _import() -> None:
    _make_and_open(lambda: (state.store().import_study(state.value_of("import").getvalue()).id, False))


def _rename(study_id: str) -> None:
    name = str(st.session_state[f"rename:{study_id}"]).strip()
    if name:
        _guarded(lambda: state.store().rename(study_id, name))


def _copy(study_id: str, name: str) -> None:
    _guarded(lambda: state.store().copy(study_id, _("{name} (copy)").format(name=name)))


def _delete(study_id: str) -> None:
    from segmentation.phones import GOODBYE, stop_unused

    if _guarded(lambda: state.store().delete(study_id)):
        stop_unused(state.store(), after=GOODBYE)
        st.toast(_("Deleted. You can take that back for ten minutes."))


def _take_back(study_id: str) -> None:
    from segmentation.phones import resume_sharing

    if _guarded(lambda: state.store().undelete(study_id)):
        resume_sharing(state.store())  # its rooms were open to phones


def _erase(study_id: str) -> None:
    if _guarded(lambda: state.store().erase(study_id)):
        st.toast(_("The study and its data are gone for good."))


def _make_and_open(make: Callable[[], tuple[str, bool]]) -> None:
    """Make a study and open it; `make` gives its id and whether it has data."""

    def remember() -> None:
        st.session_state["start:open"] = make()

    _guarded(remember)


def _guarded(work: Callable[[], object]) -> bool:
    """Whether it could be done; when not, the page says why and what to do."""
    speak(state.language())
    try:
        work()
    except SegmentationError as error:
        state.fail(error)
        return False
    return True
