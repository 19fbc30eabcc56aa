"""How are customers worked with under another number, while their rows in several files still find each other?

>>> from segmentation.tables import read_table
>>> table = read_table(b"klantnr;e-mail;datum;bedrag\\nK1;jan@x.nl;13-02-2024;100,00\\n", name="orders.csv")
>>> shown = with_pseudonyms(table, "a key")
>>> "jan" in shown.frame.to_csv(), "K1" in shown.text.to_csv(), shown.frame["klantnr"][0] == pseudonym("K1", "a key")
(False, False, True)
"""

from dataclasses import replace

import pandas as pd

from segmentation.tables.examples import ROWS
from segmentation.tables.privacy import pseudonym
from segmentation.tables.table import Cells, Column, Table, fingerprint_of

_JOINING = frozenset({"email", "phone", "name", "first_name", "iban"})  # what other tables may know a customer by


def with_pseudonyms(table: Table, key: str) -> Table:
    """The same table with customers under a code that only this key makes; other personal words are codes too, or empty. Dates stay."""
    customer = table.roles.get("customer")
    touched = {name: column for name, column in table.columns.items() if name == customer or column.personal}

    def covered(frame: pd.DataFrame) -> pd.DataFrame:
        made = {name: _covered(frame[name], column, key, name == customer) for name, column in touched.items() if name in frame}
        return frame.assign(**made)

    plain = tuple(replace(repair, before="", after="") if repair.where in touched or repair.code in ROWS else repair for repair in table.receipt.repairs)
    return replace(
        table,
        fingerprint=fingerprint_of(table.fingerprint, {"pseudonyms": key}),
        receipt=replace(table.receipt, repairs=plain),
        rejected=table.rejected.assign(text=""),
        spool=None,
        cells=Cells(
            text=lambda: covered(table.text),
            frame=lambda: covered(table.frame),
            head=lambda rows: covered(table.head(rows)),
            at=lambda rows: covered(table.at(rows)),
        ),
    )


def _covered(values: pd.Series, column: Column, key: str, customer: bool) -> pd.Series:
    if not customer and (column.type in ("date", "datetime", "boolean") or pd.api.types.is_datetime64_any_dtype(values)):
        return values
    told = values.astype("string").str.strip()
    told = told.str.casefold() if column.role == "email" else told
    if not customer and column.role not in _JOINING:
        return pd.Series("", index=values.index, dtype="str").where(values.notna(), None)
    ending = "@pseudonym.invalid" if column.role == "email" and not customer else ""
    codes = {one: pseudonym(one, key) + ending if one else one for one in told.dropna().unique()}
    return told.map(codes).astype("str").where(values.notna(), None)
