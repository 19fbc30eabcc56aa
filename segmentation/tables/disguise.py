"""How can a consultant show somebody's figures without showing whose they are?

Every table is disguised before anything is worked out from it, so nothing later — page, tooltip, export, address — can leak: ids, names, places
and products get made-up names (the same everywhere, so tables still join), free text is left out, and every amount is multiplied by one
hidden factor. Titles of columns and words of short lists ("paid", "family") stay when all of their words are everyday ones.

>>> from segmentation.tables import read_table
>>> table = read_table(b"klant;plaats;datum;bedrag\\nK1;Assen;01-02-2024;100,00\\nK2;Assen;02-02-2024;200,00\\n", name="jansen.csv")
>>> shown = disguise(table, "a secret")
>>> bool((shown.frame["bedrag"] / table.frame["bedrag"]).round(4).nunique() == 1), "Assen" in shown.frame.to_csv(), shown.name
(True, False, 'demo-purchases.csv')
"""

import hashlib
import hmac
import re
from dataclasses import replace
from functools import cache

import pandas as pd

from segmentation.tables.lexicon import WORDS
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
LISTED = frozenset("""hbo mbo vmbo havo vwo middelbaar onderwijs university universiteit college bachelor master ios android iphone ipad chrome safari firefox edge windows macos linux
    babyboomer babyboomers millennial millennials gen pending processing refunded shipped delivered onbekend unknown overig other divers""".split())  # fmt: skip
TELLING = re.compile(r"[^\W\d_]{3,}|\d{3,}")  # what of a title or a word could name somebody; a shorter part cannot
YEAR = re.compile(r"(?:19|20)\d\d")
ENDS = (
    "datum", "nummer", "nr", "naam", "prijs", "bedrag", "code", "kosten", "adres", "groep", "soort", "type", "aantal", "tarief", "geld", "korting", "tijd", "totaal",
    "plaats", "omschrijving", "categorie", "status", "reden", "kanaal", "date", "number", "name", "price", "amount", "total", "type", "group", "count", "id",
)  # fmt: skip
LINKS = ("", "s", "en", "e", "n")
_LEFT_OUT = frozenset({"text", "reason", "subject", "phone", "address", "iban", "bsn"})


def factor(secret: str) -> float:
    """The hidden factor of this secret: between 0.6 and 1.7, never close to 1."""
    share = int.from_bytes(_digest(secret, "factor")[:4], "big") / 2**32
    return round(0.6 + share * 0.25 if share < 0.5 else 1.2 + share * 0.5, 4)


@cache
def header_words() -> frozenset[str]:
    """The words by which columns, and the lists in them, are called anywhere."""
    return LISTED | {word.lstrip("=") for words in WORDS.values() for word in words.split()}


def everyday(text: str, known: frozenset[str]) -> bool:
    """Whether nothing in this text could name somebody: every word is known, or is a word of headers with an end such as "datum".

    >>> everyday("Omzet_2024 webshop", header_words()), everyday("Omzet Zonderland", header_words())
    (True, False)
    """

    headers = header_words()

    def said(word: str) -> bool:
        if word.isdigit():
            return bool(YEAR.fullmatch(word))
        firsts = (word.removesuffix(end) for end in ENDS if word.endswith(end))
        return word in known or any(first.removesuffix(link) in headers for first in firsts for link in LINKS)

    return all(said(word) for word in TELLING.findall(text.casefold()))


def shown_title(secret: str, title: str, known: frozenset[str]) -> str:
    """A title of everyday words as it stands; any other becomes "Column" with a sign of its own."""
    return title if everyday(title, known) else f"Column {_digest(secret, title).hex()[:6]}"


def disguise(table: Table, secret: str, known: frozenset[str] = frozenset()) -> Table:
    """The same table with made-up names, scaled amounts, and no free text, examples or file name; `known`: more everyday words."""
    words = header_words() | known
    titles = {name: shown_title(secret, name, words) for name, column in table.columns.items() if _shown(column)}
    columns = {told: replace(table.columns[name], name=told) for name, told in titles.items()}

    def told(where: str) -> str:
        return titles.get(where) or (where if where.isdigit() or everyday(where, words) else "")

    def frame() -> pd.DataFrame:
        return pd.DataFrame(
            {told: _column(table.frame[name], columns[told], secret, words) for name, told in titles.items()}, index=table.frame.index
        )

    plain = [replace(repair, before=repair.before and "…", after=repair.after and "…", where=told(repair.where)) for repair in table.receipt.repairs]
    rejected = table.rejected.assign(text="") if len(table.rejected) else table.rejected
    return replace(
        table,
        name=f"demo-{table.kind}.csv",
        sheet=None,
        sheets=(),
        export=None,
        fingerprint=_digest(secret, table.fingerprint).hex()[:32],
        columns=columns,
        roles={role: titles[name] for role, name in table.roles.items() if name in titles},
        receipt=Receipt(tuple(plain)),
        rejected=rejected,
        guesses=(),
        spool=None,
        cells=Cells(text=lambda: frame().astype("string").fillna("").astype("str"), frame=frame),
    )


def _shown(column: Column) -> bool:
    if column.role in _LEFT_OUT:
        return False
    return column.role is not None or (not column.personal and column.type not in ("text", "id"))


def _column(values: pd.Series, column: Column, secret: str, known: frozenset[str]) -> pd.Series:
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
    if column.role == "currency":
        return _rare_left_out(values)
    if column.role in _PLAIN:
        return _everyday_only(_rare_left_out(values), secret, known)
    return _renamed(values, secret, _NAMES.get(column.role or "", "Group "))


def alias(secret: str, role: str, value: str) -> str:
    """What one value is called in demo mode: the same whatever its case, blanks or table."""
    return f"{_NAMES.get(role, '')}{_digest(secret, value.strip().casefold()).hex()[:8]}"


def _rare_left_out(values: pd.Series) -> pd.Series:
    """The words of a short list ("paid", "family") as they are; whatever only few rows say could name somebody."""
    often = values.map(values.value_counts()) >= FEWEST
    return values.where(often.fillna(False).astype(bool), None)


def _everyday_only(values: pd.Series, secret: str, known: frozenset[str]) -> pd.Series:
    """The other words of a short list, which could be a name too, under names of their own."""
    told = {word: word for word in values.dropna().unique() if everyday(str(word), known)}
    return values.map(told).where(values.map(told.__contains__) | values.isna(), _renamed(values, secret, "Group "))


def _renamed(values: pd.Series, secret: str, before: str, after: str = "") -> pd.Series:
    """Every value another name, the same for the same value whatever its case, blanks or table."""
    told = values.astype("string").str.strip().str.casefold()
    names = {value: f"{before}{_digest(secret, value).hex()[:8]}{after}" for value in told.dropna().unique()}
    return told.map(names).astype("str").where(values.notna(), None)


def _digest(secret: str, value: str) -> bytes:
    return hmac.new(secret.encode(), value.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
