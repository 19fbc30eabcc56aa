"""What does each column of a file mean, and what can be overruled with a click?"""

import re
from collections.abc import Callable, Hashable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from segmentation.language import N_, _, current_language, number, percent
from segmentation.study import Study, Upload
from segmentation.tables import Column, Guess, Table
from segmentation.tables.looks import MISSING
from segmentation.tables.told import ROLES, TYPES, name_in_words, names_in_words, role_in_words, type_in_words, why_in_words
from segmentation.ui import state
from segmentation.ui.once import once
from segmentation.ui.text import safe

KINDS = {
    "purchases": N_("purchases"),
    "customers": N_("customers"),
    "tickets": N_("tickets"),
    "campaigns": N_("mailings"),
    "survey": N_("a survey"),
    "visits": N_("visits"),
    "ledger": N_("bookkeeping"),
    "unknown": N_("something else"),
}
_DAY = {"nl": ("dd", "mm", "jjjj", "jj"), "en": ("dd", "mm", "yyyy", "yy")}

NO_ROLE = "–"  # an empty cell of this table would read "None"


def show_columns(upload: Upload, table: Table) -> None:
    """The kind of table and every column: its role, its type and why; each can be overruled where it stands."""
    _choose_kind(upload, table)
    for guess in table.guesses:
        if guess.what.partition(":")[0] in ("order", "decimal"):
            _show_guess(upload, table, guess)
    with st.expander(_("What each column is ({n})").format(n=number(len(table.columns))), expanded=table.kind == "unknown"):
        now = {name: column.role for name, column in table.columns.items()}
        key = state.key(f"columns:{upload.key}")
        roles = {role_in_words(role): role for role in ROLES} | {NO_ROLE: None}
        types = {type_in_words(type_): type_ for type_ in TYPES if type_ != "empty"}
        st.data_editor(
            once((table.fingerprint, upload.model_dump_json(), "columns"), _rows, table),
            key=key,
            hide_index=True,
            disabled=["column", "example", "why", "sure"],
            on_change=_overrule,
            args=(key, upload.key, now, roles, types),
            column_config={
                "column": st.column_config.TextColumn(_("Column")),
                "example": st.column_config.TextColumn(_("Example"), help=_("Examples of columns that point at people are covered.")),
                "role": st.column_config.SelectboxColumn(
                    _("Role"), options=[NO_ROLE, *sorted(word for word in roles if word != NO_ROLE)], help=_("What this column means. Click to choose another role.")
                ),
                "type": st.column_config.SelectboxColumn(
                    _("Type"), options=list(types), required=True, help=_("How its cells are read. Click to choose another type.")
                ),
                "why": st.column_config.TextColumn(_("Why"), width="medium"),
                "sure": st.column_config.TextColumn(_("How sure")),
            },
        )  # fmt: skip


def _rows(table: Table) -> pd.DataFrame:
    head = table.head(20).astype("str").to_dict("list")
    rows = [
        {
            "column": told,
            "example": _example(head, column),
            "role": role_in_words(column.role) if column.role else NO_ROLE,
            "type": type_in_words(column.type if column.type != "empty" else "text"),
            "why": why_in_words(column.reason),
            "sure": percent(column.certainty) if column.role else "",
        }
        for told, column in zip(names_in_words(table.columns), table.columns.values(), strict=True)
    ]
    return pd.DataFrame(rows, columns=["column", "example", "role", "type", "why", "sure"]).astype("str")


def _example(head: dict[Hashable, list[str]], column: Column) -> str:
    cells = [cell for cell in head.get(column.name, []) if cell.strip()]
    filled = [cell for cell in cells if cell.strip().lower() not in MISSING] or cells
    return "" if not filled else "••••" if column.personal else filled[0][:60]


def _choose_kind(upload: Upload, table: Table) -> None:
    values = list(KINDS)
    key = f"kind:{upload.key}"
    st.selectbox(
        _("This file holds"),
        values,
        index=values.index(table.kind) if table.kind in values else values.index("unknown"),
        format_func=lambda kind: _(KINDS[kind]),
        key=state.key(key),
        placeholder=_("Choose one"),
        help=_("Klantbeeld worked this out from the columns. Choose something else if it is wrong."),
        on_change=_save_kind,
        args=(key, upload.key),
    )


def _save_kind(key: str, upload_key: str) -> None:
    kind = state.value_of(key)
    state.decide(partial(changed, upload_key=upload_key, change=lambda upload: {"kind": kind}), redraw=True)


def _show_guess(upload: Upload, table: Table, guess: Guess) -> None:
    """Something that could be read in another way, with one button per other way."""
    what, _sign, name = guess.what.partition(":")
    column = table.columns.get(name)
    if column is None or column.reason == "user":
        return
    cell = "" if what == "order" else _doubtful_cell(table, name)
    if what == "order":
        told = _("Dates in “{column}” were read as {way}; all of them could be another order.")
    elif cell:
        told = _("“{cell}” in “{column}” was read as {way}; it could be another number.")
    else:
        told = _("Numbers in “{column}” were read with {way} before the decimals; that could be otherwise.")
    left, right = st.columns([3, 1], vertical_alignment="center")
    left.info(told.format(cell=safe(cell), column=safe(name_in_words(name)), way=safe(_way(what, str(guess.value), cell))))
    for other in guess.alternatives:
        right.button(
            _("Read as {way}").format(way=safe(_way(what, str(other), cell))),
            key=state.key(f"guess:{upload.key}:{guess.what}:{other}"),
            help=_("The file is read again in this way; undo brings the old one back."),
            on_click=_read_otherwise,
            args=(upload.key, name, f"{column.type}:{other}" if what == "order" else f"number:{other}"),
        )


def _doubtful_cell(table: Table, name: str) -> str:
    """The first cell whose mark may stand before decimals or between thousands; empty when the first rows hold none, or it is of a person."""
    cells = [] if table.columns[name].personal else table.head(50)[name].astype("str").str.strip()
    return next((cell for cell in cells if re.fullmatch(r"-?\d{1,3}[.,]\d{3}", cell)), "")


def _way(what: str, value: str, cell: str = "") -> str:
    """A date pattern or decimal mark as people say it; of a number, what the cell becomes."""
    if cell:
        read = float(cell.replace("." if value[:1] == "," else ",", "").replace(",", "."))
        return f"{read:.0f}" if read.is_integer() else number(read, len(f"{read:g}".partition(".")[2]))
    if what != "order":
        return {",": _("a comma"), ".": _("a point")}.get(value[:1], value)
    day, month, year, short = _DAY.get(current_language(), _DAY["en"])
    first = value.partition("|")[0]
    return first.replace("%d", day).replace("%m", month).replace("%Y", year).replace("%y", short).partition(" %")[0]


def _read_otherwise(upload_key: str, name: str, type_: str) -> None:
    state.decide(
        partial(changed, upload_key=upload_key, change=lambda upload: {"types": {**upload.types, name: type_}}), redraw=True
    )


def _overrule(
    key: str, upload_key: str, now: Mapping[str, str | None], roles: Mapping[str, str | None], types: Mapping[str, str]
) -> None:
    """Save what was changed in the table of columns."""
    edited = st.session_state.get(key, {}).get("edited_rows", {})
    if edited:
        change = partial(overruled, now=now, edited=edited, roles=roles, types=types)
        state.decide(partial(changed, upload_key=upload_key, change=change), redraw=True)


def overruled(
    upload: Upload,
    *,
    now: Mapping[str, str | None],
    edited: Mapping[int, Mapping[str, Any]],
    roles: Mapping[str, str | None],
    types: Mapping[str, str],
) -> dict[str, Any]:
    """The roles and types of an upload after these rows of the table of columns were changed; `now` is column → role."""
    chosen, typed, names = dict(upload.roles), dict(upload.types), list(now)
    for row, change in edited.items():
        name = names[int(row)]
        if "role" in change:
            before, after = now[name], roles.get(change["role"] or "")
            if before and before != after:
                chosen[before] = None
            if after:
                chosen[after] = name
        if change.get("type") in types:
            typed[name] = types[change["type"]]
    return {"roles": chosen, "types": typed}


def changed(study: Study, upload_key: str, change: Callable[[Upload], dict[str, Any]]) -> Study:
    """The study with one upload read otherwise."""
    return study.change(
        uploads=tuple(one.model_copy(update=change(one)) if one.key == upload_key else one for one in study.uploads)
    )
