"""How do purchase tables become one file of lines, and which day do we count back from?"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from segmentation.customers import accounts, readings
from segmentation.customers.lines import date_of, has_money, kept_lines, read_lines
from segmentation.customers.making import Making
from segmentation.customers.sources import Source
from segmentation.customers.table import Notice


def written(making: Making, currency: str | None) -> tuple[Path | None, set[str], str]:
    """Write the normalised lines once; their path, the roles that purchases have, and the currency they are in."""
    import ibis

    found = making.of_kind("purchases")
    code = readings.currency_of([(making.table(source), source) for _number, source in found], currency)
    parts: list[Any] = []
    present: set[str] = set()
    for number, source in found:
        lines, kept = _counted(making, number, _dated(making, source), code)
        making.accounts.append(accounts.account(lines, source))
        making.aside.append(accounts.rows_aside(lines, source, making.accounts[-1]))
        making.notices += accounts.notices_of(making.accounts[-1])
        parts += kept
        present |= set(source.roles)
    if not parts:
        return None, set(), code
    whole = ibis.union(*parts) if len(parts) > 1 else parts[0]
    euros = {"amount": whole.cents / 100.0, "discount": whole.discount_cents / 100.0, "cost": whole.cost_cents / 100.0}
    path = making.shop.keep(whole.mutate(**euros).drop("refund"), "lines")
    if len(found) > 1:
        orders = making.shop.read(path).filter(lambda t: t.order_id.notnull()).group_by("order_id")
        twice = orders.aggregate(tables=lambda t: t.table.nunique()).filter(lambda t: t.tables > 1).count().to_pandas()
        making.notices += [Notice("same_order_twice", int(twice))] if twice else []
    if making.as_of is None:
        last = max((one["last"].max() for one in making.accounts if one["last"].notna().any()), default=None)
        making.as_of = None if last is None else pd.Timestamp(last).normalize()
    return path, present, code


def _counted(making: Making, number: int, source: Source, code: str) -> tuple[Any, list[Any]]:
    """Every line of one table, and those of them that count."""
    import ibis

    table = making.table(source)
    reading, notes = readings.reading_of(table, source, code, making.as_of, making.now)
    making.notices += [*notes, *([] if has_money(source) else [Notice("no_money", table=source.name)])]
    lines = read_lines(table, source, reading, making.changed(number), making.forgotten or None)
    if source.again:
        lines = lines.mutate(why=lines.why.fill_null("given_twice"), counts=ibis.literal(False))
    lines = making.shop.name(lines.mutate(table=ibis.literal(f"{number} {source.name}")), f"lines{number}")
    counted, given = kept_lines(lines)
    return lines, [counted, given] if reading.return_is == "amount" else [counted]


def _dated(making: Making, source: Source) -> Source:
    """A column of dates without a single date is none: what was bought counts, though nobody can say when."""
    if "date" in source.roles and int(date_of(making.table(source), source).count().to_pandas()) > 0:
        return source
    making.notices.append(Notice("no_dates", table=source.name))
    return replace(source, roles={role: column for role, column in source.roles.items() if role != "date"})


def last_day(making: Making) -> pd.Timestamp | None:
    """Without purchases: the last day on which anything happened in the tables."""
    days = []
    for source in making.sources:
        for role in ("date", "opened", "closed", "sent"):
            if role in source.roles and source.kind not in ("customers", "purchases"):
                moment = date_of(making.table(source), source, role)
                likely = moment.between(pd.Timestamp("1970-01-01"), making.now + pd.Timedelta(days=1))
                days.append(moment.max(where=likely).to_pandas())
    known = [pd.Timestamp(day) for day in days if pd.notna(day)]
    return max(known).normalize() if known else None


