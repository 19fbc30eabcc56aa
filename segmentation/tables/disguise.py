"""How can a consultant show somebody's figures without showing whose they are?

Every table is disguised before anything is worked out from it, so nothing later — page, tooltip, export, address — can leak: ids, names, places
and products get made-up names (the same everywhere, so tables still join), free text is left out, and every amount is multiplied by one
hidden factor.

>>> from segmentation.tables import read_table
>>> table = read_table(b"klant;plaats;datum;bedrag\\nK1;Assen;01-02-2024;100,00\\nK2;Assen;02-02-2024;200,00\\n", name="jansen.csv")
>>> shown = disguise(table, "a secret")
>>> bool((shown.frame["bedrag"] / table.frame["bedrag"]).round(4).nunique() == 1), "Assen" in shown.frame.to_csv(), shown.name
(True, False, 'demo-purchases.csv')
"""

import hashlib
import hmac
from dataclasses import replace

import pandas as pd

from segmentation.tables.receipt import Receipt
from segmentation.tables.table import Cells, Column, Table

_MONEY = frozenset({"amount", "price", "cost", "tax", "shipping", "firm_turnover", "margin", "discount"})
_PLAIN = frozenset({
    "date", "quantity", "return", "opened", "closed", "minutes", "status", "sent", "open", "click", "bounce", "unsubscribe", "spam", "score", "nps",
    "age", "gender", "generation", "household", "education", "device", "due_date", "paid_date", "since", "employees", "currency", "birth_date",
})  # fmt: skip
_NAMES = {
    "customer": "C", "order": "O", "ticket": "T", "visit": "V", "ledger_account": "L", "product": "P", "product_name": "Product ", "category": "Category ",
    "campaign": "Campaign ", "city": "Place ", "postcode": "Area ", "country": "Country ", "sector": "Sector ", "channel": "Channel ", "interest": "Interest ",
    "variant": "Variant ", "page": "Page ", "payment": "Way ", "name": "Person ", "first_name": "Person ",
}  # fmt: skip
FEWEST = 5  # a word of a list that fewer rows say is left out
_LEFT_OUT = frozenset({"text", "reason", "subject", "phone", "address", "iban", "bsn"})


def factor(secret: str) -> float:
    """The hidden factor of this secret: between 0.6 and 1.7, never close to 1."""
    share = int.from_bytes(_digest(secret, "factor")[:4], "big") / 2**32
    return round(0.6 + share * 0.25 if share < 0.5 else 1.2 + share * 0.5, 4)


def disguise(table: Table, secret: str) -> Table:
    """The same table with made-up names, scaled amounts, and no free text, examples or file name."""
    columns = {name: column for name, column in table.columns.items() if _shown(column)}

    def frame() -> pd.DataFrame:
        return pd.DataFrame(
            {name: _column(table.frame[name], column, secret) for name, column in columns.items()}, index=table.frame.index
        )

    plain = replace(table.receipt, repairs=tuple(replace(repair, before="", after="") for repair in table.receipt.repairs))
    rejected = table.rejected.assign(text="") if len(table.rejected) else table.rejected
    return replace(
        table,
        name=f"demo-{table.kind}.csv",
        sheet=None,
        sheets=(),
        export=None,
        fingerprint=_digest(secret, table.fingerprint).hex()[:32],
        columns=columns,
        roles={role: name for role, name in table.roles.items() if name in columns},
        receipt=Receipt(plain.repairs),
        rejected=rejected,
        guesses=(),
        spool=None,
        cells=Cells(text=lambda: frame().astype("string").fillna("").astype("str"), frame=frame),
    )


def _shown(column: Column) -> bool:
    if column.role in _LEFT_OUT:
        return False
    return column.role is not None or (not column.personal and column.type not in ("text", "id"))


def _column(values: pd.Series, column: Column, secret: str) -> pd.Series:
    if column.role == "email":
        return _renamed(values, secret, "", "@demo.invalid")
    if column.role == "birth_date":
        return pd.to_datetime(values.dt.year.astype("Int64").astype("string") + "-07-01", errors="coerce")
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        scaled = column.role in _MONEY or column.type == "money" or column.role is None
        if column.type == "percent" or not scaled:
            return (
                values
                if column.role in _PLAIN or column.type == "percent"
                else _renamed(values, secret, _NAMES.get(column.role or "", "X"))
            )
        return (values.astype("float64") * factor(secret)).round(2)
    if column.type in ("boolean", "date", "datetime", "time", "empty"):
        return values
    if column.role in _PLAIN:
        return _rare_left_out(values)
    return _renamed(values, secret, _NAMES.get(column.role or "", "Group "))


def alias(secret: str, role: str, value: str) -> str:
    """What one value is called in demo mode: the same whatever its case, blanks or table."""
    return f"{_NAMES.get(role, '')}{_digest(secret, value.strip().casefold()).hex()[:8]}"


def _rare_left_out(values: pd.Series) -> pd.Series:
    """The words of a short list ("paid", "family") as they are; whatever only few rows say could name somebody."""
    often = values.map(values.value_counts()) >= FEWEST
    return values.where(often.fillna(False).astype(bool), None)


def _renamed(values: pd.Series, secret: str, before: str, after: str = "") -> pd.Series:
    """Every value another name, the same for the same value whatever its case, blanks or table."""
    told = values.astype("string").str.strip().str.casefold()
    names = {value: f"{before}{_digest(secret, value).hex()[:8]}{after}" for value in told.dropna().unique()}
    return told.map(names).astype("str").where(values.notna(), None)


def _digest(secret: str, value: str) -> bytes:
    return hmac.new(secret.encode(), value.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
