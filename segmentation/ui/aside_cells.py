"""Which rows of a file do not count, why, and what can be done about it? One story, whether reading or counting set them aside."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from segmentation.customers import CustomerTable
from segmentation.customers.accounts import not_counted
from segmentation.customers.words import reason
from segmentation.language import N_, _, money, ngettext, number
from segmentation.study import Upload
from segmentation.tables import Table, reason_in_words
from segmentation.tables.records import Dialect, parsed
from segmentation.tables.told import names_in_words
from segmentation.ui import state
from segmentation.ui.meaning_cells import changed
from segmentation.ui.text import safe

MENDED = 200
HELPS = {
    "no_customer": N_("Choose another column as the customer above, or fill in the numbers in your file."),
    "no_amount": N_("Choose another column as the amount above, or fill in the amounts in your file."),
    "no_date": N_("Choose another column as the date above, or fill in the dates in your file."),
    "before_1970": N_("Look above whether the dates were read in the right order."),
    "future_date": N_("Look above whether the dates were read in the right order."),
    "after_as_of": N_("Choose a later as-of day below."),
    "other_currency": N_("Convert these amounts in your file."),
    "forgotten": N_("Take these customers in again below."),
    "given_twice": N_("They count once."),
    "total": N_("It would count twice."),
    "too_many_cells": N_("Correct it below, and put it back."),
}


def show_aside(upload: Upload, table: Table, customers: CustomerTable | None) -> None:
    """Every row that does not count, by reason, with what can be done; those that could not be placed can be mended here."""
    uncounted = not_counted(table, customers)
    rows = len(table.rejected) + int(uncounted["lines"].sum())
    if not rows and not upload.mended:
        return
    with st.expander(_("Rows set aside ({n})").format(n=number(rows)), expanded=bool(upload.mended)):
        if rows:
            _show_reasons(table, uncounted, customers)
        if len(table.rejected):
            _show_rejected(upload, table)
        if upload.mended:
            st.button(
                _("Set the mended rows aside again ({n})").format(n=number(len(upload.mended))),
                key=state.key(f"unmend:{upload.key}"),
                help=_("The rows that you put back leave the table again."),
                on_click=state.decide,
                args=(partial(changed, upload_key=upload.key, change=lambda _upload: {"mended": {}}),),
                kwargs={"redraw": True},
            )


def _show_reasons(table: Table, uncounted: pd.DataFrame, customers: CustomerTable | None) -> None:
    """Reason by reason: how many rows, how much turnover, and what to do about it."""
    told = [(count, None, reason_in_words(code), _help(code)) for code, count in table.rejected.reason.value_counts().items()]
    told += [(lines, turnover, _sentence(code), _help(code)) for code, lines, turnover in uncounted.itertuples(index=False)]
    for lines, turnover, why, todo in told:
        rows = ngettext("{n} row", "{n} rows", int(lines)).format(n=number(lines))
        much = f" · {safe(money(turnover, customers.currency))}" if customers is not None and turnover else ""
        st.markdown(f"- **{rows}{much}** · {safe(why)} {safe(todo)}")


def _sentence(code: str) -> str:
    told = reason(code)
    return f"{told[:1].upper()}{told[1:]}."


def _help(code: str) -> str:
    return _(HELPS[code]) if code in HELPS else _("Put it back below when it is a row after all.")


def _show_rejected(upload: Upload, table: Table) -> None:
    st.caption(_("Correct the cells of a row where they are wrong, tick it, and it goes back into the table."))
    rows = _to_mend(table)
    name = f"mend:{upload.key}"
    st.data_editor(
        rows,
        key=state.key(name),
        hide_index=True,
        disabled=["line"],
        on_change=_mend,
        args=(name, upload.key, rows),
        column_config={
            "back": st.column_config.CheckboxColumn(_("Put back"), pinned=True, help=_("Tick this when the cells are right.")),
            "line": st.column_config.NumberColumn(_("Line"), pinned=True, help=_("The line of the file on which this row begins.")),
        },
    )
    if len(table.rejected) > MENDED:
        st.caption(_("The first {n} of {all} rows.").format(n=number(MENDED), all=number(len(table.rejected))))


def _to_mend(table: Table) -> pd.DataFrame:
    """The rows set aside, cut into cells as well as it goes; what is too much stands in the last cell."""
    names = list(table.columns)
    signs = {guess.what: str(guess.value) for guess in table.guesses if guess.what in ("delimiter", "quote")}
    dialect = Dialect(signs.get("delimiter", "\t"), signs.get("quote", ""), width=0)
    rows: list[list[Any]] = []
    for line, _why, text in table.rejected.head(MENDED).itertuples(index=False):
        cells = parsed(str(text).split("\n", 1)[0], dialect)[0] + [""] * len(names)
        rest = dialect.delimiter.join(cells[len(names) - 1 :]).rstrip(dialect.delimiter)
        rows.append([False, line, *cells[: len(names) - 1], rest])
    own = [f"{name} " if name in ("back", "line") else name for name in names_in_words(names)]
    return pd.DataFrame(rows, columns=["back", "line", *own])


def _mend(name: str, upload_key: str, rows: pd.DataFrame) -> None:
    """Put the ticked rows back, with their cells as corrected."""
    edits = state.value_of(name)["edited_rows"]
    ticked = {int(at): edit for at, edit in edits.items() if edit.get("back")}
    if not ticked:
        return
    mended = {}
    for at, edit in ticked.items():
        row = {**rows.iloc[at].to_dict(), **edit}
        mended[int(rows.iloc[at]["line"])] = ["" if row[column] is None else str(row[column]) for column in rows.columns[2:]]
    state.decide(
        partial(changed, upload_key=upload_key, change=lambda upload: {"mended": {**upload.mended, **mended}}), redraw=True
    )
