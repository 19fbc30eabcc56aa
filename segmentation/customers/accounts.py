"""Does it all add up? Lines, money and customers that came in, that count, and that are set aside with the reason."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from segmentation.customers.keys import nameless
from segmentation.customers.rows import TAKEN
from segmentation.customers.sources import Source
from segmentation.customers.table import Notice

if TYPE_CHECKING:
    from segmentation.customers.table import CustomerTable
    from segmentation.tables import Table

UNREAD = "unreadable"  # set aside before there were any customers
SUMS = ("lines", "turnover", "sales", "returns")
MENDABLE = ("no_customer", "no_amount", "no_date", "before_1970", "future_date", "other_currency")  # by other words in the row itself
SHOWN = 200  # rows of each reason that are remembered
REASONED = ("no_customer", "no_amount", "no_date", "before_1970", "future_date", "after_as_of", "forgotten", "given_twice")


def account(lines: Any, source: Source) -> pd.DataFrame:
    """Lines, money (in cents) and customers of one purchase table, by why they are set aside ("" when they count)."""
    kept = lines.why.isnull()
    frame = (
        lines.group_by("why")
        .aggregate(
            lines=lines.count(),
            turnover=(lines.cents - lines.refund.abs().fill_null(0)).sum().cast("int64"),
            back=lines.cents.sum(where=lines.is_return).fill_null(0).cast("int64"),
            refunds=lines.refund.abs().sum().fill_null(0).cast("int64"),
            first=lines.date.min(where=kept),
            last=lines.date.max(where=kept),
            below=(lines.below & kept).cast("int64").sum(),
        )
        .to_pandas()
    )
    frame = frame.fillna({"why": "", "turnover": 0, "back": 0, "refunds": 0, "below": 0})
    frame["returns"] = frame.refunds - frame.back
    frame["sales"] = frame.turnover + frame.returns
    if source.rejected:
        extra = {"why": UNREAD, "lines": source.rejected}
        frame = pd.concat([frame, pd.DataFrame([extra])], ignore_index=True).fillna(dict.fromkeys((*SUMS[1:], "below"), 0))
    return frame.assign(table=source.name)


def reconciliation(accounts: list[pd.DataFrame], customers: dict[str, int], removed: dict[str, int]) -> pd.DataFrame:
    """One row per table and quantity: what, in, kept, set_aside, reason. In = kept + set aside, money to the cent.

    The row of the customers concerns all tables together: `customers` says how many came in and how many stand in the table.
    """
    rows = []
    for one in accounts:
        aside = one[one.why != ""]
        for what in SUMS:
            share = 1 if what == "lines" else 100
            whole, out = int(one[what].sum()), int(aside[what].sum())
            codes = ", ".join(sorted(aside.why[aside[what] != 0]))
            rows.append((str(one.table.iloc[0]), what, whole / share, (whole - out) / share, out / share, codes))
    gone = customers["in"] - customers["kept"]
    rows.append(
        (
            "",
            "customers",
            float(customers["in"]),
            float(customers["kept"]),
            float(gone),
            ", ".join(code for code, count in sorted(removed.items()) if count),
        )
    )
    frame = pd.DataFrame(rows, columns=["table", "what", "in", "kept", "set_aside", "reason"])
    return frame.astype({"table": "str", "what": "str", "reason": "str"})


def set_aside(accounts: list[pd.DataFrame]) -> pd.DataFrame:
    """The same in detail: per table and reason the lines and the money that do not count."""
    names = ["table", "reason", *SUMS]
    parts = [one[one.why != ""].rename(columns={"why": "reason"})[names] for one in accounts]
    frame = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=names)
    frame = frame.astype({"table": "str", "reason": "str", **dict.fromkeys(SUMS, "int64")})
    for name in SUMS[1:]:
        frame[name] = frame[name] / 100
    return frame.sort_values(["table", "reason"]).reset_index(drop=True)


def rows_aside(lines: Any, source: Source, one: pd.DataFrame) -> pd.DataFrame:
    """Which rows of one purchase table do not count and could be mended: the first of each reason (fingerprint, reason, row counted from 0)."""
    codes = [code for code in MENDABLE if code in set(one.why)]
    parts = [lines.filter(lines.why == code).select(row=lines.line).order_by("row").limit(SHOWN).to_pandas().assign(reason=code) for code in codes]
    return together([part.assign(fingerprint=source.fingerprint) for part in parts])


def account_of_nobody(source: Source, rows: int) -> pd.DataFrame:
    """The account of the rows without a customer of a table that brings no money."""
    return pd.DataFrame([{"why": "no_customer", "lines": rows, **dict.fromkeys(SUMS[1:], 0), "table": source.name}])


def rows_of_nobody(table: Any, source: Source) -> pd.DataFrame:
    """Which rows of a table that brings no money say no customer: the first of them."""
    rows = table.filter(nameless(table, source)).select(row=table[TAKEN]).order_by("row").limit(SHOWN).to_pandas()
    return together([rows.assign(fingerprint=source.fingerprint, reason="no_customer")])


def together(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all tables that do not count and could be mended, as one frame."""
    types = {"fingerprint": "str", "reason": "str", "row": "int64"}
    rows = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=[*types])
    return rows[[*types]].astype(types)


def rows_to_mend(table: "Table", customers: "CustomerTable | None") -> pd.DataFrame:
    """The first rows of this file, per reason, that were read but do not count, and could be mended: reason, row (counted from 0)."""
    if customers is None:
        return pd.DataFrame({"reason": [], "row": []})
    rows = customers.aside
    return rows[rows.fingerprint == table.fingerprint][["reason", "row"]].reset_index(drop=True)


def not_counted(table: "Table", customers: "CustomerTable | None") -> pd.DataFrame:
    """Rows of this file that were read but do not count: reason, lines and turnover; none as long as no customers were made of it."""
    if customers is None:
        return pd.DataFrame({"reason": [], "lines": [], "turnover": []})
    rows = customers.set_aside
    return rows[(rows.table == table.name) & (rows.reason != UNREAD)][["reason", "lines", "turnover"]].sort_values("lines", ascending=False)


def notices_of(one: pd.DataFrame, currency_mixed: bool = True) -> list[Notice]:
    """What the account of one table has to tell."""
    table = str(one.table.iloc[0])
    counts = one.set_index("why").lines.astype("int64")
    told = [Notice(code, int(counts[code]), table) for code in REASONED if code in counts]
    if "other_currency" in counts:
        told.append(Notice("mixed_currencies", int(counts["other_currency"]), table))
    good = one[one.why == ""]
    days = pd.concat([good["first"], good["last"]]).dt.normalize().dropna()
    if days.nunique() == 1 and counts[""] >= 3:
        told.append(Notice("one_day", int(counts[""]), table))
    if (below := int(one.below.sum())) > 0:
        told.append(Notice("negative_price", below, table))
    return told
