"""How was this file read, and what was repaired; each choice can be changed where it stands."""

from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from segmentation.language import N_, _, number
from segmentation.report.files import sheet_bytes
from segmentation.study import Study, Upload
from segmentation.tables import Guess, Table
from segmentation.tables.receipt import shown
from segmentation.tables.told import names_in_words, sheet_in_words
from segmentation.ui import controls, state
from segmentation.ui.amounts import show_table
from segmentation.ui.meaning_cells import changed
from segmentation.ui.text import safe

SHOWN, OFFERED = 50, 8
QUESTIONS = {
    "sheet": N_("Sheet or table"),
    "table": N_("Table in the file"),
    "header": N_("Header in row"),
    "delimiter": N_("Separator"),
    "quote": N_("Quotation mark"),
    "encoding": N_("Characters"),
    "skip_totals": N_("Leave out totals"),
}
HELP = {
    "sheet": N_("A workbook or zip file can hold several tables. Choose the one you need."),
    "table": N_("There are several tables under each other in this file. Choose the one you need."),
    "header": N_("The row with the names of the columns. Choose “none” when there are only data."),
    "delimiter": N_("What stands between two cells."),
    "quote": N_("What stands around a cell that holds a separator."),
    "encoding": N_("How letters such as ë and € are stored. Change it when they look wrong."),
    "skip_totals": N_("Rows that add up other rows would count twice."),
}

WIDTHS = (380, 90, 120, 120)  # of the receipt, so that before and after are seen without scrolling
WIDEST = 100  # columns: with thousands the browser would be drawing for minutes


def show_reading(study: Study, upload: Upload, table: Table) -> None:
    """The first rows as they stand in the file, the choices made, and the receipt."""
    free = _free_sheets(study, upload, table)
    doubtful = [guess for guess in table.guesses if guess.what in QUESTIONS and guess.alternatives and (guess.what != "sheet" or free)]
    unsure = any(guess.certainty < 0.7 or guess.what == "sheet" for guess in doubtful)  # other sheets may hold what is missed
    with st.expander(_("First rows, and how they were read"), expanded=unsure):
        for start in range(0, len(doubtful), 4):
            for place, guess in zip(st.columns(4), doubtful[start : start + 4], strict=False):
                with place:
                    _ask(upload, guess, free, table.export)
        if upload.sheet is None:  # where the file stands first
            _offer_sheets(upload, free, table.export)
        head = table.head(SHOWN)
        told = names_in_words(map(str, head.columns))[:WIDEST]
        show_table(head.iloc[:, :WIDEST].set_axis(told, axis="columns"), dict.fromkeys(told, "plain"))
        if head.shape[1] > WIDEST:
            st.caption(_("The first {n} of {all} columns.").format(n=number(WIDEST), all=number(head.shape[1])))
    if table.receipt.repairs:
        _show_receipt(upload, table)


def _free_sheets(study: Study, upload: Upload, table: Table) -> list[str]:
    """The other sheets of this file that the study does not use yet."""
    others = [one for one in study.uploads if one.hash == upload.hash and one.key != upload.key]
    used = {state.store().table(one).sheet if state.store().has_table(one) else one.sheet for one in others}
    return [sheet for sheet in table.sheets if sheet != table.sheet and sheet not in used]


def _offer_sheets(upload: Upload, free: list[str], export: str | None) -> None:
    """One button per sheet that may be used beside this one: customers on one, their orders on another."""
    with st.container(horizontal=True):
        for sheet in free[:OFFERED]:
            controls.act(
                _("Use “{sheet}” as well").format(sheet=safe(sheet_in_words(sheet, upload.name, export))),
                f"sheet:{upload.key}:{sheet}",
                partial(with_sheet, upload=upload, sheet=sheet),
                icon=":material/add:",
                help=_("It becomes a table of its own in this study, beside the one that is read now."),
            )


def with_sheet(study: Study, upload: Upload, sheet: str) -> Study:
    """The study with one more sheet of this file, behind it."""
    more = Upload(hash=upload.hash, name=upload.name, size=upload.size, sheet=sheet)
    uploads = [one for one in study.uploads if one.key != more.key]
    at = next((place for place, one in enumerate(uploads, 1) if one.key == upload.key), len(uploads))
    return study.change(uploads=(*uploads[:at], more, *uploads[at:]))


def _ask(upload: Upload, guess: Guess, free: list[str], export: str | None) -> None:
    others = [other for other in guess.alternatives if guess.what != "sheet" or other in free]
    options = ["" if one is None else one for one in dict.fromkeys([guess.value, *others])]  # None would be shown as nothing chosen
    told = partial(sheet_in_words, file=upload.name, export=export) if guess.what == "sheet" else shown
    name = f"reading:{upload.key}:{guess.what}"
    st.selectbox(
        _(QUESTIONS[guess.what]),
        options,
        index=0,
        format_func=told,
        key=state.key(name),
        placeholder=_("Choose one"),
        help=_(HELP[guess.what]),
        on_change=_read_otherwise,
        args=(name, upload.key, guess.what),
    )


def read_otherwise(upload: Upload, what: str, value: Any) -> dict[str, Any]:
    """What changes when one choice is made by hand. Another sheet or table has a header of its own, and no row of it was mended."""
    gone = {"sheet": {"table", "header"}, "table": {"header"}}.get(what, set())
    kept = {one: chosen for one, chosen in upload.reading.items() if one not in gone}
    if what == "sheet" and upload.sheet is not None:
        return {"sheet": value, "reading": kept, "mended": {}}
    return {"reading": {**kept, what: value}, "mended": {}}


def _read_otherwise(name: str, upload_key: str, what: str) -> None:
    chosen = state.value_of(name)
    change = partial(read_otherwise, what=what, value=None if what == "header" and chosen == "" else chosen)
    state.decide(partial(changed, upload_key=upload_key, change=change), redraw=True)


def _show_receipt(upload: Upload, table: Table) -> None:
    with st.expander(_("What was repaired ({n})").format(n=number(len(table.receipt.repairs)))):
        frame = table.receipt.frame()[["what", "count", "before", "after"]]
        frame.columns = pd.Index([_("What"), _("How often"), _("Before"), _("After")])
        show_table(frame, columns={name: st.column_config.Column(width=width) for name, width in zip(frame.columns, WIDTHS, strict=True)})
        st.download_button(
            _("Download the receipt"),
            sheet_bytes(frame),
            file_name=_("{name}-receipt.csv").format(name=Path(table.name).stem),
            mime="text/csv",
            key=state.key(f"receipt:{upload.key}"),
            help=_("Every repair, with how often it was made and an example."),
        )
