"""What customers went through besides buying: tickets, mailings, visits, surveys and what they write."""

from pathlib import Path
from typing import Any

import pandas as pd

from segmentation.customers import campaigns, contacts
from segmentation.customers.contacts import EVENTS, mean_hours, with_customer
from segmentation.customers.making import Making
from segmentation.customers.purchases import favourite
from segmentation.customers.stages import stages_of
from segmentation.customers.table import Experience, Notice
from segmentation.customers.themes import read_texts, theme_table

ROWS = {
    "tickets": ("tickets", contacts.ticket_rows, contacts.ticketing, "opened"),
    "campaigns": ("campaigns", contacts.mailing_rows, contacts.mailing, "date"),
    "visits": ("visits", contacts.visit_rows, contacts.visiting, "date"),
    "survey": ("survey", contacts.survey_rows, contacts.surveyed, "date"),
}


def experienced(making: Making) -> tuple[dict[str, Path | None], dict[str, pd.DataFrame], Experience]:
    """The paths of the normalised rows, per kind one row per customer, and the experience of everybody together."""
    paths: dict[str, Path | None] = {}
    told: dict[str, pd.DataFrame] = {}
    for kind, (name, read, measure, moment) in ROWS.items():
        rows = [_rows(making, number, source, read, moment) for number, source in making.of_kind(kind) if source.key]
        if not rows:
            continue
        import ibis

        path = making.shop.keep(ibis.union(*rows) if len(rows) > 1 else rows[0], name)
        paths[name] = path
        told[kind] = _per_customer(measure(making.shop.read(path)))
    _finish(making, told, paths)
    read = _texts(making, paths)
    if len(read):
        per = read.groupby("customer_id")
        written = pd.DataFrame({"sentiment": per.sentiment.mean(), "theme": per.theme.agg(_most)})
        told["texts"] = written.where(written.notna())
    return paths, told, _together(making, paths, told, read)


def _rows(making: Making, number: int, source: Any, read: Any, moment: str) -> Any:
    rows = with_customer(making.table(source), source, making.changed(number))
    rows = read(rows.filter(rows.customer_id.notnull()), source)
    if making.forgotten:
        rows = rows.filter(~rows.customer_id.isin(list(making.forgotten)))
    if making.as_of is not None:
        rows = rows.filter(rows[moment].isnull() | (rows[moment] < max(making.as_of, making.now) + pd.Timedelta(days=1)))
    return rows


def _per_customer(expression: Any) -> pd.DataFrame:
    frame = expression.to_pandas().set_index("customer_id").sort_index()
    frame.index = frame.index.astype("str")
    return frame.dropna(axis="columns", how="all")


def _finish(making: Making, told: dict[str, pd.DataFrame], paths: dict[str, Path | None]) -> None:
    """Rates, favourites and notices that need the rows once more."""
    if "campaigns" in told:
        mail = told["campaigns"]
        arrived = mail.mailings - (mail.bounces if "bounces" in mail else 0)
        for rate, count in (("open_rate", "opens"), ("click_rate", "clicks")):
            if count in mail:
                mail[rate] = (mail[count] / arrived).where(arrived > 0)
    if "tickets" in told:
        rows = making.shop.read(paths["tickets"])  # type: ignore[arg-type]
        subjects = favourite(rows, "subject").to_pandas()
        if len(subjects):
            told["tickets"]["ticket_subject"] = subjects.set_index("customer_id").value
        if backwards := int(rows.backwards.sum().to_pandas() or 0):
            making.notices.append(Notice("closed_before_opened", backwards, making.of_kind("tickets")[0][1].name))


def _texts(making: Making, paths: dict[str, Path | None]) -> pd.DataFrame:
    """Everything customers wrote: answers and reasons of surveys, and subjects of tickets that are sentences."""
    parts = []
    if path := paths.get("survey"):
        rows = making.shop.read(path).select("customer_id", "text", "reason", "line").to_pandas()
        parts += [rows[["customer_id", "line", name]].rename(columns={name: "text"}) for name in ("text", "reason")]
    if path := paths.get("tickets"):
        rows = making.shop.read(path).select("customer_id", "line", text="subject").to_pandas()
        parts.append(rows[rows.text.fillna("").astype("str").str.count(" ") >= 3])
    if not parts:
        return pd.DataFrame(columns=["customer_id", "text", "language", "sentiment", "theme"])
    whole = pd.concat(parts).dropna(subset=["text"]).sort_values(["customer_id", "line", "text"])
    return read_texts(whole)


def _most(themes: pd.Series) -> str | None:
    known = themes[themes != ""]
    return str(known.value_counts().sort_index().idxmax()) if len(known) else None


def _together(making: Making, paths: dict[str, Path | None], told: dict[str, pd.DataFrame], read: pd.DataFrame) -> Experience:
    counts = [campaigns.totals(making.shop.read(path))] if (path := paths.get("campaigns")) else []
    for _number, source in making.of_kind("campaigns"):
        if not source.key:
            counts.append(campaigns.summaries(making.table(source), source))
    whole = pd.concat(counts, ignore_index=True) if counts else pd.DataFrame(columns=["campaign", "variant", "date", *EVENTS])
    visits = making.shop.read(path) if (path := paths.get("visits")) else None
    lines = making.shop.folder / "lines.parquet"
    buyers = pd.Index([], dtype="str")
    if visits is not None and lines.exists():
        buyers = pd.Index(making.shop.read(lines).select("customer_id").distinct().to_pandas().customer_id)
    looked = told["survey"].index if "survey" in told else pd.Index([], dtype="str")
    return Experience(
        campaigns=campaigns.campaign_table(whole),
        segmented=campaigns.segmented_or_not(whole),
        themes=theme_table(read, _names(making)),
        stages=stages_of(visits, buyers, looked, read),
        subjects=_subjects(making, paths),
    )


def _subjects(making: Making, paths: dict[str, Path | None]) -> pd.DataFrame:
    """Per subject: tickets, customers, mean hours to resolve, minutes of work."""
    names = ["subject", "tickets", "customers", "hours", "minutes"]
    if not (path := paths.get("tickets")):
        return pd.DataFrame(columns=names)
    rows = making.shop.read(path)
    table = rows.group_by("subject").aggregate(
        tickets=rows.ticket.fill_null(rows.line.cast("string")).nunique(),
        customers=rows.customer_id.nunique(),
        hours=mean_hours(rows.hours),
        minutes=rows.minutes.sum(),
    )
    frame = table.to_pandas().dropna(subset=["subject"]).sort_values(["tickets", "subject"], ascending=[False, True])
    return frame[names].head(50).reset_index(drop=True)


def _names(making: Making) -> frozenset[str]:
    """Parts of the customers' own names, to take them out of quotes."""
    found: set[str] = set()
    for source in making.sources:
        for role in ("name", "first_name"):
            if role in source.roles:
                names = making.table(source).select(name=source.roles[role]).distinct().to_pandas().name.dropna().astype("str")
                found |= {part for name in names for part in name.lower().replace(",", " ").split() if len(part) > 2}
    return frozenset(found)
