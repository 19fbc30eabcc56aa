"""Tickets, mailings, visits and surveys → normalised rows, and from those what each customer went through."""

from typing import Any

import pandas as pd

from segmentation.customers.keys import keyed, named
from segmentation.customers.lines import date_of, number_of, text_of
from segmentation.customers.sources import Source

YES = [
    "1",
    "1.0",
    "true",
    "yes",
    "y",
    "ja",
    "j",
    "x",
    "open",
    "opened",
    "geopend",
    "click",
    "clicked",
    "geklikt",
    "sent",
    "verzonden",
    "afgeleverd",
    "delivered",
    "hard",
    "soft",
    "hardbounce",
    "softbounce",
    "bounced",
    "afgemeld",
    "unsubscribed",
]
DONE = ["closed", "gesloten", "resolved", "opgelost", "solved", "done", "afgehandeld", "afgerond", "klaar", "completed"]
EVENTS = ("sent", "open", "click", "bounce", "unsubscribe", "spam")


def with_customer(table: Any, source: Source, changed: pd.DataFrame) -> Any:
    """The table with the customer each row belongs to as `customer_id`."""
    return named(keyed(table, source), changed)


def ticket_rows(rows: Any, source: Source) -> Any:
    """customer_id, ticket, opened, closed, hours (to resolve), minutes (of work), subject, status, open, channel, line."""
    import ibis

    opened = date_of(rows, source, "opened" if "opened" in source.roles else "date")
    closed = date_of(rows, source, "closed")
    status = text_of(rows, source, "status").lower()
    hours = closed.delta(opened, unit="second") / 3600.0
    if "closed" in source.roles:
        unresolved = closed.isnull() & ~status.isin(DONE).fill_null(False)
    else:
        unresolved = ~status.isin(DONE) if "status" in source.roles else ibis.null("boolean")
    return rows.select(
        customer_id="customer_id",
        ticket=text_of(rows, source, "ticket"),
        opened=opened,
        closed=closed,
        hours=(hours >= 0).ifelse(hours, None),
        backwards=(hours < 0).fill_null(False),
        minutes=number_of(rows, source, "minutes"),
        subject=text_of(rows, source, "subject"),
        status=status,
        open=unresolved,
        channel=text_of(rows, source, "channel"),
        line=rows["file_row_number"],
    )


def ticketing(tickets: Any) -> Any:
    """Per customer: tickets, open ones, hours to resolve, minutes of work. A ticket on several rows counts once."""
    one = (
        tickets.mutate(name=tickets.ticket.fill_null("line " + tickets.line.cast("string")))
        .group_by(["customer_id", "name"])
        .aggregate(
            open=lambda t: t.open.any(),
            hours=lambda t: t.hours.max(),
            minutes=lambda t: t.minutes.sum(),
        )
    )
    return one.group_by("customer_id").aggregate(
        tickets=one.count(),
        tickets_open=one.open.cast("int64").sum(),
        hours_to_resolve=mean_hours(one.hours),
        hours_to_resolve_worst=one.hours.max(),
        support_minutes=one.minutes.sum(),
    )


def mean_hours(hours: Any) -> Any:
    """Their mean, by way of whole seconds: the same to the last bit in whatever order they are added."""
    return (hours * 3600).round().cast("int64").mean() / 3600


def happened(rows: Any, source: Source, role: str) -> Any:
    """Whether this happened to the recipient: a yes, a count above zero, or the moment it did. Missing without the column."""
    import ibis

    if role not in source.roles:
        return ibis.null("boolean")
    column = rows[source.roles[role]]
    kind = column.type()
    if kind.is_boolean():
        return column.fill_null(False)
    if kind.is_temporal():
        return column.notnull()
    if kind.is_numeric():
        return (column > 0).fill_null(False)
    text = column.cast("string").strip().lower()
    return (text.isin(YES) | text.try_cast("timestamp").notnull()).fill_null(False)


def mailing_rows(rows: Any, source: Source) -> Any:
    """One row per mailing and recipient: customer_id, campaign, variant, date, and what happened."""
    moments = [date_of(rows, source, role) for role in ("click", "open") if _is_moment(rows, source, role)]
    sent_on = date_of(rows, source, "sent") if _is_moment(rows, source, "sent") else date_of(rows, source)
    import ibis

    events = {role: happened(rows, source, role) for role in EVENTS}
    if _is_moment(rows, source, "sent") or "sent" not in source.roles:
        events["sent"] = ibis.literal(True)
    return rows.select(
        customer_id="customer_id",
        campaign=text_of(rows, source, "campaign"),
        variant=text_of(rows, source, "variant"),
        date=sent_on,
        engaged_on=ibis.coalesce(*moments, sent_on),
        line=rows["file_row_number"],
        **events,
    )


def _is_moment(rows: Any, source: Source, role: str) -> bool:
    return role in source.roles and bool(rows[source.roles[role]].type().is_temporal())


def mailing(mailings: Any) -> Any:
    """Per customer: mailings that were sent, opens, clicks, bounces, unsubscribes, spam reports, last engagement."""
    engaged = mailings.open.fill_null(False) | mailings.click.fill_null(False)
    counted = {
        name: mailings[event].cast("int64").sum()
        for name, event in (
            ("mailings", "sent"),
            ("opens", "open"),
            ("clicks", "click"),
            ("bounces", "bounce"),
            ("unsubscribes", "unsubscribe"),
            ("spam_reports", "spam"),
        )
    }
    return mailings.group_by("customer_id").aggregate(**counted, last_engagement=mailings.engaged_on.max(where=engaged))


def visit_rows(rows: Any, source: Source) -> Any:
    return rows.select(
        customer_id="customer_id",
        visit=text_of(rows, source, "visit"),
        date=date_of(rows, source),
        page=text_of(rows, source, "page"),
        product=text_of(rows, source, "product"),
        device=text_of(rows, source, "device"),
        channel=text_of(rows, source, "channel"),
        line=rows["file_row_number"],
    )


def visiting(visits: Any) -> Any:
    """Per customer: visits (by visit number, else by day), pages seen, the last visit."""
    name = visits.visit.fill_null(visits.date.cast("date").cast("string")).fill_null("line " + visits.line.cast("string"))
    return visits.group_by("customer_id").aggregate(
        visits=name.nunique(),
        pages=visits.count(),
        last_visit=visits.date.max(),
    )


def survey_rows(rows: Any, source: Source) -> Any:
    return rows.select(
        customer_id="customer_id",
        date=date_of(rows, source),
        nps=number_of(rows, source, "nps"),
        score=number_of(rows, source, "score"),
        reason=text_of(rows, source, "reason"),
        text=text_of(rows, source, "text"),
        line=rows["file_row_number"],
    )


def surveyed(survey: Any) -> Any:
    """Per customer: the mean of the recommendation scores and of the other scores that were given, and how many answers."""
    likely = (survey.nps >= 0) & (survey.nps <= 10)
    return survey.group_by("customer_id").aggregate(
        nps=survey.nps.mean(where=likely), score=survey.score.mean(), answers=survey.count()
    )
