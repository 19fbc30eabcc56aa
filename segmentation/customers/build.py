"""Which steps lead from tables to one row per customer, and in which order."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from segmentation.customers.dictionary import dictionary, eight_models
from segmentation.customers.engine import Workshop
from segmentation.customers.lines import Reading, has_credit_prefix, read_lines
from segmentation.customers.purchases import buying, finished
from segmentation.customers.sources import Source, sources_of
from segmentation.customers.table import CustomerTable, Notice
from segmentation.errors import MissingData
from segmentation.language import _

Progress = Callable[[float, str], None]


def build_customers(
    *tables: Any,
    as_of: Any = None,
    currency: str | None = None,
    merged: Mapping[str, str] | None = None,
    forgotten: Sequence[str] = (),
    margin_rate: float | None = None,
    horizon_weeks: int = 52,
    progress: Progress | None = None,
) -> CustomerTable:
    """One row per customer from whatever tables there are.

    Tables come in any order; their kinds are recognised. `as_of` is the day from which recency counts back: the day after the last
    purchase when it is not given, never today. Raises MissingData when no table says which customer a row belongs to.
    """
    shop = Workshop()
    sources = sources_of(tables, shop.folder)
    keyed = [source for source in sources if source.key]
    if not keyed:
        raise MissingData(
            _("No table says which customer a row belongs to."),
            _("Choose the column with the customer number, the e-mail address or the name on page 3."),
        )
    purchases = [source for source in keyed if source.kind == "purchases"]
    day = None if as_of is None else pd.Timestamp(as_of)
    frame = pd.DataFrame(index=pd.Index([], dtype="str", name="customer_id"))
    kept, facts, path = [], [], None
    today = pd.Timestamp(time.strftime("%Y-%m-%d"))
    for source in purchases:
        table = shop.connection.read_parquet(str(source.path), file_row_number=True)
        reading = Reading(has_credit_prefix(table, source), currency or "", day, today)
        lines = read_lines(table, source, reading)
        facts.append(_account(lines, source))
        kept.append(lines.filter(lines.why.isnull()).drop("why", "currency"))
    if kept:
        import ibis

        whole = ibis.union(*kept) if len(kept) > 1 else kept[0]
        path = shop.keep(whole.mutate(amount=whole.cents / 100.0), "lines")
        last = max((account["last"].max() for account in facts), default=None)
        if day is None and last is not None and last == last:
            day = pd.Timestamp(last).normalize() + pd.Timedelta(days=1)
        frame = buying(shop.read(path), day).to_pandas().set_index("customer_id").sort_index()
        frame = finished(frame, day)
    for source in keyed:
        if source.kind == "customers":
            from segmentation.customers.lines import clean_key

            table = shop.read(source.path)
            own = table.mutate(customer_id=clean_key(table[source.key])).to_pandas().dropna(subset=["customer_id"])
            own = own.drop_duplicates("customer_id").set_index("customer_id")
            frame = frame.join(own, how="outer", rsuffix="_own").sort_index()
    columns = dictionary(frame, sources)
    return CustomerTable(
        frame=frame, columns=columns, as_of=day, currency=currency or "EUR",
        reconciliation=_reconciliation(facts), joins=pd.DataFrame(), duplicates=pd.DataFrame(),
        models=eight_models(columns), lines=path, notices=tuple[Notice, ...](), keeper=shop,
        sources=tuple({"name": s.name, "kind": s.kind, "fingerprint": s.fingerprint} for s in sources),
    )


def _account(lines: Any, source: Source) -> pd.DataFrame:
    """Lines, money and customers of one table by the reason for which they were set aside."""
    account = lines.group_by("why").aggregate(
        lines=lines.count(), customers=lines.customer_id.nunique(), turnover=lines.cents.sum(),
        returns=-lines.cents.sum(where=lines.is_return), last=lines.date.max(where=lines.why.isnull()),
    )
    frame = account.to_pandas()
    return frame.assign(table=source.name, why=frame.why.fillna("")).fillna({"turnover": 0, "returns": 0})


def _reconciliation(facts: list[pd.DataFrame]) -> pd.DataFrame:
    rows = []
    for account in facts:
        kept, aside = account[account.why == ""], account[account.why != ""]
        for what in ("lines", "turnover", "returns"):
            share = 1 if what == "lines" else 100
            rows.append({
                "table": account.table.iloc[0], "what": what, "in": account[what].sum() / share, "kept": kept[what].sum() / share,
                "set_aside": aside[what].sum() / share, "reason": ", ".join(sorted(aside.why)),
            })
    return pd.DataFrame(rows, columns=["table", "what", "in", "kept", "set_aside", "reason"])
