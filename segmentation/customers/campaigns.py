"""Did a campaign work, and did segmented ones work better? Rates, each with how sure it is."""

import math
from typing import Any

import pandas as pd

from segmentation.customers.contacts import EVENTS
from segmentation.customers.lines import date_of, number_of, text_of
from segmentation.customers.sources import Source

RATES = ("open", "click", "bounce", "unsubscribe", "spam")
Z90 = 1.6448536269514722
SEGMENTED = r"^(segmented|gesegmenteerd|segment.*|targeted|doelgroep|personali[sz]ed|gepersonaliseerd|yes|ja|true|1)$"
UNSEGMENTED = (
    r"^(un-?segmented|not segmented|non-segmented|ongesegmenteerd|niet gesegmenteerd|all|alle.*|everyone|iedereen|bulk|control"
    r"|controle|no|nee|false|0)$"
)


def wilson(hits: float, of: float, z: float = Z90) -> tuple[float, float, float]:
    """A share with its interval (Wilson 1927): right for small numbers and for shares near 0 and 1.

    >>> [round(part, 3) for part in wilson(8, 10)]
    [0.8, 0.541, 0.931]
    """
    if not of > 0:
        return math.nan, math.nan, math.nan
    share = min(hits / of, 1.0)
    centre = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z / (1 + z * z / of) * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return share, max(0.0, centre - reach), min(1.0, centre + reach)


def difference(one: tuple[float, float, float], two: tuple[float, float, float]) -> tuple[float, float, float]:
    """The first share minus the second, with its interval (Newcombe 1998, method 10)."""
    (p, low, high), (q, under, over) = one, two
    return p - q, p - q - math.hypot(p - low, over - q), p - q + math.hypot(high - p, q - under)


def totals(mailings: Any) -> pd.DataFrame:
    """Per campaign and variant, from one row per recipient: how many were sent, opened …"""
    rows = mailings.group_by(["campaign", "variant"]).aggregate(
        date=mailings.date.min(),
        **{event: mailings[event].cast("int64").sum() for event in EVENTS},
    )
    return rows.to_pandas()


def summaries(table: Any, source: Source) -> pd.DataFrame:
    """The same from a table that has one row per campaign."""
    rows = table.select(
        campaign=text_of(table, source, "campaign"),
        variant=text_of(table, source, "variant"),
        date=date_of(table, source),
        **{event: number_of(table, source, event) for event in EVENTS},
    ).to_pandas()
    numbered = rows.filter(items=EVENTS).gt(1).any(axis=None)
    return rows if numbered else rows.iloc[:0]


def campaign_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Per campaign: sent, and per measure the count, the rate of what was delivered and its 90 % interval.

    Bounces are a share of what was sent; everything else of what arrived.
    """
    rows = []
    for row in counts.sort_values(["date", "campaign", "variant"], na_position="last").to_dict("records"):
        told = {"campaign": _text(row["campaign"]), "variant": _text(row["variant"]), "date": row["date"], "sent": row["sent"]}
        for rate in RATES:
            told[rate] = row[rate]
            told[f"{rate}_rate"], told[f"{rate}_low"], told[f"{rate}_high"] = _rate(row, rate)
        rows.append(told)
    parts = [name for rate in RATES for name in (rate, f"{rate}_rate", f"{rate}_low", f"{rate}_high")]
    frame = pd.DataFrame(rows, columns=["campaign", "variant", "date", "sent", *parts])
    numbers = ["sent", *parts]
    frame[numbers] = frame[numbers].astype("float64")
    return frame.astype({"date": "datetime64[us]", "campaign": "str", "variant": "str"})


def _text(value: Any) -> str:
    return str(value) if pd.notna(value) else ""


def _rate(row: dict[str, Any], rate: str) -> tuple[float, float, float]:
    sent, bounced, hits = (float(row[name]) if pd.notna(row[name]) else math.nan for name in ("sent", "bounce", rate))
    if math.isnan(hits) or math.isnan(sent):
        return math.nan, math.nan, math.nan
    return wilson(hits, sent if rate == "bounce" or math.isnan(bounced) else sent - bounced)


def segmented_or_not(counts: pd.DataFrame) -> pd.DataFrame:
    """Segmented against unsegmented campaigns, else the two variants there are: group, measure, rate and interval, and the
    difference.

    `group` is "segmented", "unsegmented" and "difference"; with two other variants it holds their own names.
    """
    names = ["group", "measure", "n", "rate", "low", "high"]
    groups = _groups(counts)
    if len(groups) != 2:
        return pd.DataFrame(columns=names).astype({"group": "str", "measure": "str"})
    rows = []
    for rate in RATES:
        told = {}
        for name, part in groups.items():
            summed = {event: part[event].sum(min_count=1) for event in EVENTS}
            told[name] = _rate(summed, rate)
            rows.append([name, rate, float(summed["sent"] or 0), *told[name]])
        one, two = told.values()
        if not math.isnan(one[0]) and not math.isnan(two[0]):
            rows.append(["difference", rate, math.nan, *difference(one, two)])
    frame = pd.DataFrame(rows, columns=names).dropna(subset=["rate"]).reset_index(drop=True)
    return frame.astype(
        {"group": "str", "measure": "str", "n": "float64", "rate": "float64", "low": "float64", "high": "float64"}
    )


def _groups(counts: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The two kinds of campaign to compare, by the column that says so, else by the campaign's own name."""
    for column in ("variant", "campaign"):
        text = counts[column].fillna("").astype("str").str.strip().str.lower()
        yes, no = text.str.match(SEGMENTED), text.str.match(UNSEGMENTED)
        if yes.any() and no.any():
            return {"segmented": counts[yes], "unsegmented": counts[no & ~yes]}
    variants = sorted(counts.variant.dropna().unique())
    return {str(name): counts[counts.variant == name] for name in variants} if len(variants) == 2 else {}
