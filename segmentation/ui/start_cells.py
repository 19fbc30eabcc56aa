"""What can somebody do on the start page: try a sample, begin with an own file, open, rename, copy, export or delete a study, bring one in?"""

from collections.abc import Callable

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
        sure = st.checkbox(_("Yes, delete this study and its data for good"), key=f"sure:{study_id}")
        st.button(_("Delete"), key=f"delete:{study_id}", disabled=not sure, on_click=_delete, args=(study_id,), width="stretch")


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
    if _guarded(lambda: state.store().delete(study_id)):
        st.toast(_("The study and its data are deleted."))


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
