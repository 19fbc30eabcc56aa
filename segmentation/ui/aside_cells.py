"""Which rows of a file do not count, why, and what can be done about it? One story, whether reading or counting set them aside."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from segmentation.customers import CustomerTable
from segmentation.customers.accounts import MENDABLE, not_counted, rows_to_mend
from segmentation.customers.words import reason
from segmentation.language import N_, _, money, ngettext, number
from segmentation.study import Upload
from segmentation.tables import Table, reason_in_words
from segmentation.tables.records import Dialect, parsed
from segmentation.tables.told import names_in_words
from segmentation.ui import state
from segmentation.ui.meaning_cells import changed
from segmentation.ui.once import once
from segmentation.ui.text import safe

MENDED = 200
HELPS = {
    "no_customer": N_("Choose another column as the customer above, or fill in the numbers."),
    "no_amount": N_("Choose another column as the amount above, or fill in the amounts."),
    "no_date": N_("Choose another column as the date above, or fill in the dates."),
    "before_1970": N_("Look above whether the dates were read in the right order, or correct them."),
    "future_date": N_("Look above whether the dates were read in the right order, or correct them."),
    "after_as_of": N_("Choose a later as-of day below."),
    "other_currency": N_("Convert these amounts."),
    "forgotten": N_("Take these customers in again below."),
    "given_twice": N_("They count once."),
    "total": N_("It would count twice."),
    "too_many_cells": N_("Correct it below, and put it back."),
}


def show_aside(upload: Upload, table: Table, customers: CustomerTable | None) -> None:
    """Every row that does not count, by reason, with what can be done; they can be mended here."""
    uncounted = not_counted(table, customers)
    rows = len(table.rejected) + int(uncounted["lines"].sum())
    if not rows and not upload.mended:
        return
    with st.expander(_("Rows set aside ({n})").format(n=number(rows)), expanded=bool(upload.mended)):
        if rows:
            _show_reasons(table, uncounted, customers)
        _show_rows(upload, table, customers)
        if upload.mended:
            st.button(
                _("Set the mended rows aside again ({n})").format(n=number(len(upload.mended))),
                key=state.key(f"unmend:{upload.key}"),
                help=_("These rows are again as they stand in your file."),
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


def _show_rows(upload: Upload, table: Table, customers: CustomerTable | None) -> None:
    """The rows themselves, to be mended in place; to be looked at where a row has no line to be mended by."""
    which = rows_to_mend(table, customers)
    rows = once((table.fingerprint, which.to_csv(), "aside"), rows_of, table, customers)
    mendable, others = rows[rows["line"] > 0].reset_index(drop=True), rows[rows["line"] == 0]
    columns = {
        "back": st.column_config.CheckboxColumn(_("Put back"), pinned=True, help=_("Tick this when the cells are right.")),
        "line": st.column_config.NumberColumn(_("Line"), pinned=True, help=_("The line of the file on which this row begins; where a file has no lines, the number of the row.")),
        "why": st.column_config.TextColumn(_("Why"), width="medium", help=_("Why this row does not count.")),
    }
    if len(mendable):
        st.caption(_("Correct the cells of a row where they are wrong, tick it, and it goes back into the table."))
        name = f"mend:{upload.key}"
        st.data_editor(
            mendable, key=state.key(name), hide_index=True, disabled=["line", "why"], on_change=_mend, args=(name, upload.key, mendable), column_config=columns
        )  # fmt: skip
    if len(others):
        st.caption(_("These rows cannot be corrected here (the file is large, or customers stand under pseudonyms): correct them in your file."))
        st.dataframe(others.drop(columns=["back", "line"]), hide_index=True, column_config=columns)
    uncounted = not_counted(table, customers)
    every = len(table.rejected) + int(uncounted["lines"][uncounted["reason"].isin(MENDABLE)].sum())
    if len(rows) < every:
        st.caption(_("{n} of {all} rows are shown: the first of each reason.").format(n=number(len(rows)), all=number(every)))


def rows_of(table: Table, customers: CustomerTable | None) -> pd.DataFrame:
    """The rows set aside, cell by cell, with the line on which each begins (0 where that is not known) and why: those that reading could not place first.

    What is too much in a row stands in its last cell.
    """
    uncounted = rows_to_mend(table, customers).sort_values("row")
    cells = table.at(uncounted["row"].tolist()).astype("str")
    lines = [0] * len(uncounted) if table.lines is None else table.lines[uncounted["row"]].tolist()
    rows: list[list[Any]] = [
        [False, line, *row, _sentence(code)] for line, code, row in zip(lines, uncounted["reason"], cells.to_numpy().tolist(), strict=True)
    ]
    own = [f"{name} " if name in ("back", "line", "why") else name for name in names_in_words(table.columns)]
    frame = pd.DataFrame([*_rejected(table), *rows], columns=["back", "line", *own, "why"])
    return frame.astype({"back": "bool", "line": "int64", **dict.fromkeys(["why", *own], "str")})


def _rejected(table: Table) -> list[list[Any]]:
    """The rows that reading set aside, cut into cells as well as it goes."""
    signs = {guess.what: str(guess.value) for guess in table.guesses if guess.what in ("delimiter", "quote")}
    dialect = Dialect(signs.get("delimiter", "\t"), signs.get("quote", ""), width=0)
    places = table.places or tuple(range(len(table.columns)))
    rows: list[list[Any]] = []
    for line, why, text in table.rejected.head(MENDED).itertuples(index=False):
        cells = parsed(str(text).split("\n", 1)[0], dialect)[0] + [""] * (places[-1] + 1)
        rest = dialect.delimiter.join(cells[places[-1] :]).rstrip(dialect.delimiter)
        rows.append([False, line if text else 0, *(cells[place] for place in places[:-1]), rest, reason_in_words(why)])
    return rows


def _mend(name: str, upload_key: str, rows: pd.DataFrame) -> None:
    """Put the ticked rows back, with their cells as corrected."""
    edits = state.value_of(name)["edited_rows"]
    ticked = {int(at): edit for at, edit in edits.items() if edit.get("back")}
    if not ticked:
        return
    mended = {}
    for at, edit in ticked.items():
        row = {**rows.iloc[at].to_dict(), **edit}
        mended[int(rows.iloc[at]["line"])] = ["" if row[column] is None else str(row[column]) for column in rows.columns[2:-1]]
    state.decide(
        partial(changed, upload_key=upload_key, change=lambda upload: {"mended": {**upload.mended, **mended}}), redraw=True
    )
