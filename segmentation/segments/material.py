"""What may be told about customers? The columns that say something, without those that point at a person."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from segmentation.errors import WrongChoice
from segmentation.language import _
from segmentation.segments.features import PERSONAL_NAME
from segmentation.segments.plain import plain
from segmentation.segments.segmentation import Segmentation

AMOUNTS = frozenset({"number", "money", "count", "days"})
FEWEST = 5
"""A share of fewer customers than this is somebody's portrait: such levels and segments give no facts."""

BETTER = {
    "alive": "recency", "expected_orders": "frequency", "expected_value": "monetary", "sales": "monetary", "lines": "items",
    "returns_value": "return_share", "returns_count": "return_share",
}  # fmt: skip
"""Columns that are not told when the column they follow from is there."""

_DESCRIBING = frozenset({"age", "gender", "place", "province", "region", "country", "generation", "household", "education"})
_WAYS = frozenset({"email", "e_mail", "phone", "telefoon", "address", "adres", "postcode"})
_POINTING = frozenset(
    [
        "name",
        "first_name",
        "last_name",
        "naam",
        "voornaam",
        "achternaam",
        "email",
        "e_mail",
        "e-mail",
        "mail",
        "phone",
        "telefoon",
        "telephone",
        "mobile",
        "address",
        "adres",
        "street",
        "straat",
        "postcode",
        "zip",
        "postal_code",
        "iban",
        "bsn",
        "birth_date",
        "geboortedatum",
        "customer_id",
        "klantnummer",
        "customer",
        "klant",
        "id",
    ]
)


@dataclass(frozen=True, eq=False)
class Material:
    """Customers as far as they may be told about: `frame` (sorted by id), `labels` and `kinds` (column → kind)."""

    frame: pd.DataFrame
    labels: pd.Series
    kinds: dict[str, str]
    features: tuple[str, ...]
    currency: str = "EUR"
    as_of: pd.Timestamp | None = None
    lines: Path | None = None
    contacts: pd.Series | None = field(default=None, repr=False)

    @property
    def segments(self) -> list[str]:
        """The letters that have customers, in order."""
        return sorted(self.labels.unique(), key=lambda letter: (len(letter), letter))


def gather(customers: Any, segmentation: Segmentation) -> Material:
    """The material of a CustomerTable or of a DataFrame with one row per customer."""
    table = None if isinstance(customers, pd.DataFrame) else customers
    whole = customers if table is None else table.frame
    frame, labels = _together(plain(whole), segmentation.labels.astype("str"))
    columns = getattr(table, "columns", None)
    kinds = {str(name): kind_of(frame[name], name, columns) for name in sorted(frame.columns)}
    bounds = {name for name in kinds if name.removesuffix("_low").removesuffix("_high") in set(kinds) - {name}}
    earlier = {feature.name for feature in segmentation.features if feature.warning == "label" and not feature.taken}  # that repeat themselves
    kinds = {name: kind for name, kind in kinds.items() if kind and name not in bounds | earlier}
    used = tuple(feature.name for feature in segmentation.features if feature.taken and feature.name in kinds)
    return Material(
        frame=frame[list(kinds)],
        labels=labels,
        kinds=kinds,
        features=used or tuple(kinds),
        currency=getattr(table, "currency", None) or "EUR",
        as_of=getattr(table, "as_of", None),
        lines=getattr(table, "lines", None),
        contacts=_contacts(frame, getattr(table, "reached", None)),
    )


def in_order(index: pd.Index) -> NDArray[np.int64]:
    """The order of customers by their id as text; ids may be of any kind."""
    if index.dtype == "str" and index.is_monotonic_increasing:
        return np.arange(len(index))
    return np.argsort(np.array([str(name) for name in index], dtype=object), kind="stable")


def _together(frame: pd.DataFrame, labels: pd.Series) -> tuple[pd.DataFrame, pd.Series]:
    """Customers beside their segment, sorted by id; ids that come twice are told apart by their place."""
    if not frame.index.equals(labels.index):
        if frame.index.has_duplicates or labels.index.has_duplicates:
            raise WrongChoice(_("Two customers have the same number."), _("Give every customer its own number."))
        frame = frame.loc[frame.index.isin(labels.index)]
        labels = labels.reindex(frame.index)
    order = in_order(frame.index)
    return frame.iloc[order], labels.iloc[order]


def kind_of(values: pd.Series, column: str, columns: pd.DataFrame | None = None) -> str:
    """number, money, count, days, share, boolean or category; "" when the column must not or cannot be told about."""
    known = values.dropna()
    pointing = column.casefold() in _POINTING or (columns is None and bool(PERSONAL_NAME.search(column)))
    if pointing or known.nunique() < 2:
        return ""
    kind = ""
    if columns is not None and column in columns.index:
        about = columns.loc[column]
        kind = str(about.get("kind", ""))
        if bool(about.get("personal", False)) and column not in _DESCRIBING:
            return ""
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_numeric_dtype(values):
        return kind if kind in AMOUNTS | {"share"} else "number"
    if pd.api.types.is_datetime64_any_dtype(values) or kind in {"date", "text"}:
        return ""
    return "category" if _tells(known.astype(str)) else ""


def _tells(words: pd.Series) -> bool:
    """Few enough different words to be groups of people, and no addresses."""
    if words.nunique() > max(30, len(words) // 10) or words.value_counts().iloc[0] < FEWEST:
        return False
    return not words.head(1000).str.contains(r"@\w|^\+?\d[\d\s-]{7,}$", regex=True).mean() > 0.05


def _contacts(frame: pd.DataFrame, channels: pd.DataFrame | None) -> pd.Series | None:
    """Whether there is any way to reach each customer, or None when the data do not say. `channels`: whether each is known, from the tables behind the frame."""
    known = [frame[name].notna() for name in frame.columns if str(name).casefold() in _WAYS]
    if channels is not None and len(channels.columns):
        known.append(channels.any(axis=1).reindex(frame.index).eq(True))
    if "mailings" in frame:
        known.append(frame["mailings"].fillna(0) > 0)
    return pd.concat(known, axis=1).any(axis=1) if known else None
