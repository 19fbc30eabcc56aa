"""How was this file read, what was repaired, and which rows were set aside; each can be changed where it stands."""

from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from segmentation.language import N_, _, number
from segmentation.report.files import sheet_bytes
from segmentation.study import Upload
from segmentation.tables import Guess, Table, reason_in_words
from segmentation.tables.receipt import shown
from segmentation.tables.records import Dialect, parsed
from segmentation.ui import state
from segmentation.ui.amounts import show_table
from segmentation.ui.meaning_cells import changed

SHOWN = 50
MENDED = 200
QUESTIONS = {
    "sheet": N_("Sheet"),
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

WIDEST = 100  # columns: with thousands the browser would be drawing for minutes


def show_reading(upload: Upload, table: Table) -> None:
    """The first rows as they stand in the file, the choices made, the receipt, and the rows that were set aside."""
    doubtful = [guess for guess in table.guesses if guess.what in QUESTIONS and guess.alternatives]
    unsure = any(guess.certainty < 0.7 for guess in doubtful)
    with st.expander(_("First rows, and how they were read"), expanded=unsure):
        for start in range(0, len(doubtful), 4):
            for place, guess in zip(st.columns(4), doubtful[start : start + 4], strict=False):
                with place:
                    _ask(upload, guess)
        head = table.head(SHOWN)
        show_table(head.iloc[:, :WIDEST], dict.fromkeys(map(str, head.columns), "plain"))
        if head.shape[1] > WIDEST:
            st.caption(_("The first {n} of {all} columns.").format(n=number(WIDEST), all=number(head.shape[1])))
    if table.receipt.repairs:
        _show_receipt(upload, table)
    if len(table.rejected) or upload.mended:
        _show_rejected(upload, table)


def _ask(upload: Upload, guess: Guess) -> None:
    options = list(dict.fromkeys([guess.value, *guess.alternatives]))
    name = f"reading:{upload.hash}:{guess.what}"
    st.selectbox(
        _(QUESTIONS[guess.what]),
        options,
        index=0,
        format_func=shown,
        key=state.key(name),
        help=_(HELP[guess.what]),
        on_change=_read_otherwise,
        args=(name, upload.hash, guess.what),
    )


def _read_otherwise(name: str, upload_hash: str, what: str) -> None:
    value = state.value_of(name)
    state.decide(
        partial(
            changed, upload_hash=upload_hash, change=lambda upload: {"reading": {**upload.reading, what: value}, "mended": {}}
        ),
        redraw=True,
    )


def _show_receipt(upload: Upload, table: Table) -> None:
    with st.expander(_("What was repaired ({n})").format(n=number(len(table.receipt.repairs)))):
        frame = table.receipt.frame()[["what", "count", "before", "after"]]
        frame.columns = pd.Index([_("What"), _("How often"), _("Before"), _("After")])
        show_table(frame)
        st.download_button(
            _("Download the receipt"),
            sheet_bytes(frame),
            file_name=f"{Path(table.name).stem}-receipt.csv",
            mime="text/csv",
            key=state.key(f"receipt:{upload.hash}"),
            help=_("Every repair, with how often it was made and an example."),
        )


def _show_rejected(upload: Upload, table: Table) -> None:
    with st.expander(_("Rows set aside ({n})").format(n=number(len(table.rejected)))):
        st.caption(_("Nothing is lost: correct the cells of a row, tick it, and it goes back into the table."))
        rows = _to_mend(table)
        name = f"mend:{upload.hash}"
        st.data_editor(
            rows,
            key=state.key(name),
            hide_index=True,
            disabled=["line", "why"],
            on_change=_mend,
            args=(name, upload.hash, rows),
            column_config={
                "back": st.column_config.CheckboxColumn(_("Put back"), help=_("Tick this when the cells are right.")),
                "line": st.column_config.NumberColumn(_("Line"), help=_("The line of the file on which this row begins.")),
                "why": st.column_config.TextColumn(_("Why"), width="medium"),
            },
        )
        if upload.mended:
            st.button(
                _("Set the mended rows aside again ({n})").format(n=number(len(upload.mended))),
                key=state.key(f"unmend:{upload.hash}"),
                help=_("The rows that you put back leave the table again."),
                on_click=state.decide,
                args=(partial(changed, upload_hash=upload.hash, change=lambda _upload: {"mended": {}}),),
                kwargs={"redraw": True},
            )


def _to_mend(table: Table) -> pd.DataFrame:
    """The rows set aside, cut into cells as well as it goes."""
    names = list(table.columns)
    signs = {guess.what: str(guess.value) for guess in table.guesses if guess.what in ("delimiter", "quote")}
    dialect = Dialect(signs.get("delimiter", "\t"), signs.get("quote", ""), width=0)
    rows: list[dict[str, Any]] = []
    for line, reason, text in table.rejected.head(MENDED).itertuples(index=False):
        cells = (parsed(str(text).split("\n", 1)[0], dialect)[0] + [""] * len(names))[: len(names)]
        rows.append(
            {"back": False, "line": line, "why": reason_in_words(reason), **{f"cell {at}": cell for at, cell in enumerate(cells)}}
        )
    frame = pd.DataFrame(rows, columns=["back", "line", "why", *(f"cell {at}" for at in range(len(names)))])
    return frame.rename(
        columns={f"cell {at}": f"{name} " if name in ("back", "line", "why") else name for at, name in enumerate(names)}
    )


def _mend(name: str, upload_hash: str, rows: pd.DataFrame) -> None:
    """Put the ticked rows back, with their cells as corrected."""
    edits = state.value_of(name)["edited_rows"]
    ticked = {int(at): edit for at, edit in edits.items() if edit.get("back")}
    if not ticked:
        return
    mended = {}
    for at, edit in ticked.items():
        row = {**rows.iloc[at].to_dict(), **edit}
        mended[int(rows.iloc[at]["line"])] = ["" if row[column] is None else str(row[column]) for column in rows.columns[3:]]
    state.decide(
        partial(changed, upload_hash=upload_hash, change=lambda upload: {"mended": {**upload.mended, **mended}}), redraw=True
    )
