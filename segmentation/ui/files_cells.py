"""Which files are in this study, how were they read, and how does one add or remove them?"""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.customers.accounts import not_counted
from segmentation.errors import SegmentationError
from segmentation.language import N_, _, ngettext, number
from segmentation.study import Study, Upload
from segmentation.tables import Table
from segmentation.tables.told import export_in_words, sheet_in_words
from segmentation.ui import controls, stage, state
from segmentation.ui.aside_cells import show_aside
from segmentation.ui.cells import Cell, cell, show_error
from segmentation.ui.first_look import follow_files
from segmentation.ui.meaning_cells import changed, show_columns
from segmentation.ui.reading_cells import show_reading
from segmentation.ui.serving import to_bring
from segmentation.ui.text import safe
from segmentation.ui.work import table_ready, without_upload

KINDS = {
    "customers": N_("customers"),
    "purchases": N_("purchases"),
    "tickets": N_("tickets"),
    "campaigns": N_("mailings"),
    "survey": N_("a survey"),
    "visits": N_("visits"),
    "ledger": N_("bookkeeping"),
    "unknown": N_("something we do not recognise"),
}


NO_CHOICES: dict[str, Any] = {"kind": None, "reading": {}, "roles": {}, "types": {}, "mended": {}}


def add_files(study: Study, _analysis: Analysis) -> None:
    """Drop files here; each is read by itself."""
    with cell(
        "customers.files",
        _("Your files"),
        note=False,
        help=_(
            "Customers, orders, tickets, mailings, surveys: as your programs export them. Klantbeeld finds out which is which."
        ),
    ):
        st.file_uploader(
            _("Add files"),
            accept_multiple_files=True,
            key=state.key("files"),
            on_change=_add,
            max_upload_size=1200,
            help=_("CSV, Excel, ODS, Parquet, JSON, XAF, also zipped. They stay on this computer."),
        )
        error = st.session_state.pop("files:error", None)
        if error is not None:
            show_error(error)
        if not study.uploads:
            st.info(_("No files yet. Add an export of your orders: one row per order or per order line is enough to begin."))
            to_bring(study)


def _add() -> None:
    files = state.value_of("files")
    study = st.session_state["study"]
    try:
        for file in files:
            study = state.store().add_upload(study, file, file.name)
    except SegmentationError as error:
        st.session_state["files:error"] = error
    state.take(*state.store().load(study.id))


def show_files(study: Study, analysis: Analysis) -> bool:
    """Per file: what it is, how many rows were kept and set aside, and what was repaired. True when all could be read."""
    shown = [_show_file(study, analysis, place) for place in range(len(study.uploads))]
    if all(shown):
        follow_files(study, analysis)
    return all(shown)


def _show_file(study: Study, analysis: Analysis, place: int) -> bool:
    upload = study.uploads[place]
    with cell(f"customers.file.{upload.key[:12]}", safe(stage.file_name(study, _title(upload))), note=False) as here:
        if not table_ready(study, upload):
            return False
        table = analysis.table(place)
        customers = analysis.at_hand("customers")
        _tell(here, table, not_counted(table, customers))
        show_columns(upload, table)
        show_reading(study, upload, table)
        show_aside(upload, table, customers)
        with st.container(horizontal=True):
            if chosen_by_hand(upload):
                controls.act(
                    _("Read without my choices"),
                    f"unread:{upload.key}",
                    partial(changed, upload_key=upload.key, change=lambda _upload: NO_CHOICES),
                    type="tertiary",
                    help=_("What you chose for this file is dropped, and rows that you put back leave again: Klantbeeld reads it by itself, as at first."),
                )
            controls.act(
                _("Remove from this study"),
                f"drop:{upload.key}",
                without_upload(upload.key),
                type="tertiary",
                help=_("The file disappears from this study; undo brings it back."),
            )
    return True


def chosen_by_hand(upload: Upload) -> bool:
    """Whether the user said how this file must be read.

    >>> chosen_by_hand(Upload(hash="a", name="a.csv")), chosen_by_hand(Upload(hash="a", name="a.csv", kind="tickets"))
    (False, True)
    """
    return any(getattr(upload, name) != nothing for name, nothing in NO_CHOICES.items())


def _title(upload: Upload) -> str:
    """What people call this file, and the sheet of it when several are used."""
    return upload.name if upload.sheet is None else f"{upload.name} · {sheet_in_words(upload.sheet, upload.name)}"


def _tell(here: Cell, table: Table, uncounted: pd.DataFrame) -> None:
    aside = len(table.rejected) + int(uncounted["lines"].sum())
    kept = table.rows - int(uncounted["lines"].sum())
    here.means(
        ngettext(
            "This file holds {kind}: {kept} row counts, {aside} set aside.",
            "This file holds {kind}: {kept} rows count, {aside} set aside.",
            kept,
        ),
        kind=_(KINDS[table.kind]),
        kept=number(kept),
        aside=number(aside),
    )
    if table.export:
        st.caption(_("Recognised as {export}.").format(export=safe(export_in_words(table.export))))
