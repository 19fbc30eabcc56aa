"""What does each customer do that causes costs? Counts and whole cents, from a CustomerTable or a plain DataFrame."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from segmentation.economics.history import in_categories
from segmentation.errors import MissingData, TooLittleData, WrongChoice
from segmentation.language import _

# driver → the columns of the customer table that may hold it, the best first
COUNTS = {
    "orders": ("frequency",),
    "lines": ("lines",),
    "returns": ("returns_count",),
    "tickets": ("tickets",),
    "minutes": ("support_minutes",),
    "mailings": ("mailings",),
}
LARGEST = 9e13  # cents; beyond it whole cents no longer fit a double exactly


@dataclass(frozen=True, eq=False)
class Drivers:
    """Arrays in the order of `ids` (sorted). Money in whole cents; `margin` is only right where `margin_known`."""

    ids: pd.Index
    revenue: np.ndarray
    margin: np.ndarray
    margin_known: np.ndarray
    discount: np.ndarray
    returned: np.ndarray
    counts: dict[str, np.ndarray]
    years: float
    campaigns: int
    currency: str
    missing: tuple[str, ...]
    categories: dict[str, np.ndarray] = field(default_factory=dict)
    lines: Path | None = None

    def __len__(self) -> int:
        return len(self.ids)


def drivers_of(customers: Any, categories: tuple[str, ...] = ()) -> Drivers:
    """The drivers of every customer, sorted by id; what is not known counts as zero and stands in `missing`.

    `categories`: product categories with a margin of their own, for which turnover is read from the lines.
    Raises MissingData without any turnover, TooLittleData without customers, WrongChoice for ids that occur twice.
    """
    frame = frame_of(customers)
    missing = [name for name, columns in COUNTS.items() if not set(columns) & set(frame.columns)]
    missing += [name for name in ("discount", "margin", "returns_value") if name not in frame]
    revenue = _revenue(frame)
    margin = _numbers(frame, "margin") if "margin" in frame else np.full(len(frame), np.nan)
    known = np.isfinite(margin)
    counts = {name: _count(frame, columns) for name, columns in COUNTS.items()}
    lines = besides(customers, "lines")
    return Drivers(
        ids=frame.index,
        revenue=revenue,
        margin=cents(np.where(known, margin, 0)),
        margin_known=known,
        discount=np.abs(cents(_numbers(frame, "discount"))),
        returned=np.abs(cents(_numbers(frame, "returns_value"))),
        counts=counts,
        years=_years(frame),
        campaigns=_campaigns(customers),
        currency=besides(customers, "currency") or "EUR",
        missing=tuple(missing),
        categories=_by_category(lines, frame.index, categories) if categories and lines is not None else {},
        lines=lines,
    )


def has_turnover(customers: Any) -> bool:
    """Whether there is anything to weigh: turnover, or sales, of at least one customer."""
    frame = frame_of(customers)
    return any(name in frame and _told(frame, name) for name in ("monetary", "sales"))


def besides(customers: Any, name: str) -> Any:
    """What a CustomerTable has besides its rows; None for a plain DataFrame, whose columns could have the same name."""
    return None if isinstance(customers, pd.DataFrame) else getattr(customers, name, None)


def frame_of(customers: Any) -> pd.DataFrame:
    """One row per customer, indexed by id as text, sorted."""
    frame = customers if isinstance(customers, pd.DataFrame) else getattr(customers, "frame", None)
    if not isinstance(frame, pd.DataFrame):
        raise WrongChoice(_("This is not a table of customers."), _("Give the customers as they come from step 3."))
    if "customer_id" in frame.columns and frame.index.name != "customer_id":
        frame = frame.set_index("customer_id")
    if frame.columns.has_duplicates or isinstance(frame.index, pd.MultiIndex):
        raise WrongChoice(
            _("Two columns of this table have the same name, or its rows have more than one."),
            _("Give one row per customer, and every column a name of its own."),
        )
    if not len(frame):
        raise TooLittleData(_("There are no customers to weigh."), _("Upload your orders in step 3."))
    frame = frame.set_axis(frame.index.astype(str), axis=0).rename_axis("customer_id")
    if frame.index.has_duplicates:
        raise WrongChoice(_("Some customers occur twice in this table."), _("Give one row per customer."))
    return frame if frame.index.is_monotonic_increasing else frame.sort_index()


def cents(euros: np.ndarray) -> np.ndarray:
    """Euros as whole cents, half a cent to the even one."""
    amounts = np.rint(np.round(euros * 100, 4))
    if len(amounts) and np.abs(amounts).max() > LARGEST:
        raise WrongChoice(_("An amount of money is too large to be right."), _("Check the column with the amounts in step 3."))
    return amounts.astype(np.int64)


def _numbers(frame: pd.DataFrame, column: str) -> np.ndarray:
    """The column as floats; missing column or value: 0 for counts and money, missing stays missing for `margin`."""
    if column not in frame:
        return np.zeros(len(frame))
    values = pd.to_numeric(frame[column], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    return np.where(np.isfinite(values), values, np.nan if column == "margin" else 0.0)


def _revenue(frame: pd.DataFrame) -> np.ndarray:
    if "monetary" in frame and _told(frame, "monetary"):
        return cents(_numbers(frame, "monetary"))
    if "sales" in frame and _told(frame, "sales"):
        return cents(_numbers(frame, "sales")) - np.abs(cents(_numbers(frame, "returns_value")))
    raise MissingData(
        _("There is no turnover per customer, so nothing can be weighed."), _("Upload orders with an amount in step 3.")
    )


def _told(frame: pd.DataFrame, column: str) -> bool:
    """Whether there is a number in this column at all."""
    return bool(np.isfinite(pd.to_numeric(frame[column], errors="coerce").to_numpy(dtype=float, na_value=np.nan)).any())


def _count(frame: pd.DataFrame, columns: tuple[str, ...]) -> np.ndarray:
    column = next((name for name in columns if name in frame), columns[0])
    return np.maximum(_numbers(frame, column), 0.0)


def _years(frame: pd.DataFrame) -> float:
    """The length of the history in years: from the first purchase of all to the last; a year when that is not known."""
    if {"first_purchase", "last_purchase"} <= set(frame.columns):
        first = pd.to_datetime(frame["first_purchase"], errors="coerce", format="ISO8601").min()
        last = pd.to_datetime(frame["last_purchase"], errors="coerce", format="ISO8601").max()
        if pd.notna(first) and pd.notna(last):
            return max((last - first).days + 1, 30) / 365.25
    if "tenure" in frame and np.nanmax(_numbers(frame, "tenure")) > 0:
        return max(float(np.nanmax(_numbers(frame, "tenure"))), 30.0) / 365.25
    return 1.0


def _campaigns(customers: Any) -> int:
    table = getattr(besides(customers, "experience"), "campaigns", None)
    return len(table) if isinstance(table, pd.DataFrame) else 0


def _by_category(lines: Path, ids: pd.Index, categories: tuple[str, ...]) -> dict[str, np.ndarray]:
    """Net turnover in cents per customer in each of these categories."""
    wide = in_categories(lines, tuple(sorted(categories))).reindex(ids).fillna(0)
    return {name: wide[name].to_numpy().astype(np.int64) for name in wide}
