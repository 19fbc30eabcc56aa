"""What do the rows themselves answer: when they buy, what sells, who never pays the full price, from which order it pays, who pays late?

Worked out from the normalised purchase lines and, for payment, from the tables as they were read; money in the currency of the study.
"""

from typing import TYPE_CHECKING

from babel.dates import get_day_names, get_month_names

from segmentation.customers.dictionary import label
from segmentation.language import _, current_language, money, ngettext, number, percent
from segmentation.segments.vocabulary import level_of

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.analysis import Analysis

YEAR = 12
OFTEN = 3  # orders from which somebody has a habit
FEW = 5  # customers under which a habit of theirs is none of everybody
FEWEST = 30  # customers or invoices under which a share says little
SEASONS = ("winter", "winter", "spring", "spring", "spring", "summer", "summer", "summer", "autumn", "autumn", "autumn", "winter")


def season(analysis: "Analysis") -> str | None:
    """The month with the most and the one with the least turnover, and how many always come in the same season."""
    sold = _orders(analysis)
    if sold.empty:
        return None
    months = sold.groupby(sold["date"].dt.to_period("M"))["amount"].sum().sort_index()
    whole = months[_whole(months.index, sold["date"])]
    mean = whole.groupby(whole.index.month).mean()
    if len(mean) < YEAR or mean.sum() <= 0:
        told = _("The orders cover {n} whole months; a whole year is needed to see the seasons.").format(n=number(len(whole)))
    else:
        names, share = get_month_names("wide", locale=current_language()), mean / mean.sum()
        told = _("Most turnover of the year comes in {best} ({most}), least in {worst} ({least}).").format(
            best=names[int(share.idxmax())], most=percent(share.max()), worst=names[int(share.idxmin())], least=percent(share.min())
        )
    return f"{told} {_faithful(sold, analysis.customers.frame)}".strip() if len(mean) == YEAR else told


def _whole(months: "pd.PeriodIndex", days: "pd.Series") -> "list[bool]":
    """Months that the orders cover from their first days to their last."""
    first, last = days.min(), days.max()
    return [month.start_time + _days(3) >= first and month.end_time - _days(3) <= last for month in months]


def _days(n: int) -> "pd.Timedelta":
    import pandas as pd

    return pd.Timedelta(days=n)


def _faithful(sold: "pd.DataFrame", customers: "pd.DataFrame") -> str:
    """How many of those who ordered three times or more did so in one season of the year only."""
    seasons = sold["date"].dt.month.map(dict(enumerate(SEASONS, 1)))
    each = sold.assign(season=seasons).groupby("customer_id")["season"].agg(["count", "nunique", "first"])
    often = each[each.index.isin(customers.index[customers["frequency"] >= OFTEN])] if "frequency" in customers else each.iloc[:0]
    same = often[often["nunique"] == 1]
    if len(often) < FEWEST or len(same) < FEW:
        return ""
    told = _("Of the {known} customers with three orders or more {n} always come in the same season, most of them in {season}.")
    return told.format(known=number(len(often)), n=number(len(same)), season=level_of("favourite_season", str(same["first"].mode().iloc[0])))


def days(analysis: "Analysis") -> str | None:
    """The busiest and the quietest day of the week; the part of the day where orders have a time."""
    sold = _orders(analysis)
    share = sold["date"].dt.dayofweek.value_counts(normalize=True).reindex(range(7), fill_value=0.0)
    if (share > 0).sum() < 2:
        return None
    names = get_day_names("wide", locale=current_language())
    told = _("Most orders come on {busy} ({most}), fewest on {quiet} ({least}).").format(
        busy=names[int(share.idxmax())], most=percent(share.max()), quiet=names[int(share.idxmin())], least=percent(share.min())
    )
    parts = analysis.customers.frame.get("favourite_daypart")
    if parts is None or not parts.notna().any():
        return f"{told} {_hours(analysis)}"
    usual = parts.dropna().astype(str).value_counts(normalize=True)
    listed = ", ".join(f"{level_of('favourite_daypart', str(part))} ({percent(value)})" for part, value in usual.items())
    return told + " " + _("When your customers come most: {parts}.").format(parts=listed)


def _hours(analysis: "Analysis") -> str:
    """The busiest and the quietest hour, where the time stands in a column beside the day."""
    import pandas as pd

    for table in analysis.tables:
        clock = next((name for name, column in table.columns.items() if column.type == "time"), None)
        if clock and table.kind == "purchases":
            hour = pd.to_numeric(table.frame[clock].astype("str").str.extract(r"^(\d{1,2})[:.]")[0], errors="coerce").dropna().astype(int)
            share = hour.value_counts(normalize=True).sort_index()
            if len(share) > 1:
                return _("The busiest hour begins at {busy}:00 ({most}), the quietest at {quiet}:00 ({least}).").format(
                    busy=share.idxmax(), most=percent(share.max()), quiet=share.idxmin(), least=percent(share.min())
                )
    return _("The orders have a day and no time, so the quiet hours cannot be seen.")


def full_price(analysis: "Analysis") -> str | None:
    """How many who came more than once never did so without a discount."""
    each = counted(
        analysis,
        """SELECT customer_id, count(*) AS orders, avg(cut) AS cut FROM (SELECT customer_id, max(coalesce(discount_cents, 0) > 0)::INT AS cut
           FROM read_parquet(?) WHERE NOT is_return GROUP BY customer_id, coalesce(order_id, date::DATE::VARCHAR)) GROUP BY customer_id""",
    )
    often = each[each["orders"] > 1]
    if often.empty or not (each["cut"] > 0).any():
        return None
    only = int((often["cut"] == 1).sum())
    told = ngettext("{n} of the {all} customers who ordered more than once never did so without a discount.",
                    "{n} of the {all} customers who ordered more than once never did so without a discount.", only)  # fmt: skip
    return told.format(n=number(only), all=number(len(often)))


def sells(analysis: "Analysis") -> str | None:
    """The three categories (or products, where no category is named) with the most turnover."""
    for name in ("category", "product_name", "product"):
        sold = counted(analysis, f"SELECT {name} AS what, sum(cents) AS cents FROM read_parquet(?) WHERE NOT is_return AND {name} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1")
        if len(sold) and sold["cents"].sum() > 0:
            parts = ", ".join(f"{row.what} ({percent(row.cents / sold['cents'].sum())})" for row in sold.head(3).itertuples())
            return _("Most turnover comes from {parts}.").format(parts=parts)
    return None


def leaves(analysis: "Analysis") -> str | None:
    """The category that leaves most of its turnover and the one that leaves least, where purchase prices are known."""
    for name in ("category", "product_name"):
        kept = counted(analysis, f"""SELECT {name} AS what, 1 - sum(cost_cents) / sum(cents) AS share FROM read_parquet(?)
            WHERE NOT is_return AND cost_cents IS NOT NULL AND {name} IS NOT NULL GROUP BY 1 HAVING sum(cents) > 0 ORDER BY 2, 1""")
        if len(kept) > 1:
            worst, best = kept.iloc[0], kept.iloc[-1]
            return _("{worst} leaves least of its turnover ({least}), {best} most ({most}). Hours of work are not in these data.").format(
                worst=worst["what"], least=percent(worst["share"]), best=best["what"], most=percent(best["share"])
            )
    return _("Neither purchase prices nor hours of work are in these data, so what a kind of job leaves cannot be seen.")


def smallest_order(analysis: "Analysis") -> str | None:
    """From which amount an order pays: what handling and sending it costs, divided by the margin."""
    if analysis.lacking("economics"):
        return None
    found = analysis.economics
    orders, total = float(found.counts["orders"].sum()), found.total
    margin = 1 - total["cost_of_goods"] / total["revenue"] if total["revenue"] > 0 else 0.0
    cost = (total["order_handling"] + total["shipping"]) / orders if orders else 0.0
    if margin <= 0 or cost <= 0:
        return None
    sold = _orders(analysis)
    told = _("An order costs about {cost} to handle and send and leaves {margin} of its amount: it pays from about {least}, and {share} of the orders are smaller.")
    return told.format(cost=money(cost, found.currency), margin=percent(margin), least=money(cost / margin, found.currency),
                       share=percent((sold["amount"] < cost / margin).mean()))  # fmt: skip


def paid(analysis: "Analysis") -> str | None:
    """How many invoices were paid late and how late, what is still open, and what that costs; else how they pay."""
    import pandas as pd

    for table in analysis.tables:
        roles = dict(table.roles)
        if {"due_date", "paid_date"} <= set(roles):
            due, done = (pd.to_datetime(table.frame[roles[role]], errors="coerce") for role in ("due_date", "paid_date"))
            amount = pd.to_numeric(table.frame[roles["amount"]], errors="coerce") if "amount" in roles else None
            return _late(due, done, amount, analysis)
    for table in analysis.tables:
        if "payment" in table.roles:
            ways = table.frame[table.roles["payment"]].dropna().astype(str).value_counts(normalize=True).head(3)
            if len(ways):
                return _("They pay mostly by {ways}.").format(ways=", ".join(f"{way} ({percent(share)})" for way, share in ways.items()))
    return None


def _late(due: "pd.Series", done: "pd.Series", amount: "pd.Series | None", analysis: "Analysis") -> str | None:
    settled = due.notna() & done.notna()
    if not settled.any():
        return None
    over = (done - due).dt.days[settled].clip(lower=0)
    late = over[over > 0]
    told = _("Of {n} paid invoices {share} were paid late.").format(n=number(int(settled.sum())), share=percent(len(late) / int(settled.sum())))
    if len(late):
        told += " " + ngettext("Half of those were more than {days} day late.", "Half of those were more than {days} days late.", int(late.median())).format(days=number(int(late.median())))
    if amount is None:
        return told
    currency, still = analysis.customers.currency, due.notna() & done.isna() & (due < analysis.customers.as_of)
    if still.any():
        told += " " + _("{amount} is open past its date.").format(amount=money(float(amount[still].sum()), currency))
    waited = float((amount[settled] * over).sum()) / 365
    return told + " " + _("The money that came late costs you {cost} for every percent of interest a year.").format(cost=money(waited / 100, currency)) if waited > 0 else told


def late_per_group(analysis: "Analysis", by: str | None) -> str | None:
    """Which group pays late most: the share of its invoices that were paid after their day."""
    import pandas as pd

    from segmentation.report.beside import groups_of

    table = next((one for one in analysis.tables if {"due_date", "paid_date", "customer"} <= set(one.roles)), None)
    if by is None or table is None:
        return None
    due, done = (pd.to_datetime(table.frame[table.roles[role]], errors="coerce") for role in ("due_date", "paid_date"))
    group = table.frame[table.roles["customer"]].astype("str").str.strip().map(groups_of(analysis.customers, by))
    known = due.notna() & done.notna() & group.notna()
    shares = (done > due)[known].groupby(group[known].astype("str")).agg(["mean", "count"]).query(f"count >= {FEWEST}").sort_values("mean", ascending=False, kind="stable")
    if len(shares) < 2:
        return None
    parts = ", ".join(f"{level_of(by, str(name))} ({percent(row['mean'])})" for name, row in shares.head(OFTEN + FEW).iterrows())
    return _("Paid late, by {group}: {parts}.").format(group=label(by).lower(), parts=parts)


def counted(analysis: "Analysis", question: str) -> "pd.DataFrame":
    """What the engine counts in the purchase lines, of which there may be more than fit in memory."""
    import duckdb

    with duckdb.connect() as engine:
        return engine.execute(question, [str(analysis.customers.lines)]).df()


def _orders(analysis: "Analysis") -> "pd.DataFrame":
    """One row per order with a date: customer, date, amount; what was bought on one day without a number is one order."""
    return counted(
        analysis,
        """SELECT customer_id, min(date) AS date, sum(cents) / 100 AS amount FROM read_parquet(?) WHERE NOT is_return AND date IS NOT NULL
           GROUP BY customer_id, coalesce(order_id, date::DATE::VARCHAR) ORDER BY customer_id, date, amount""",
    )
