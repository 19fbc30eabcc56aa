"""Where do people drop out on the way to a purchase: problem, search, compare, decide, look back?"""

from typing import Any

import pandas as pd

STAGES = ("problem", "search", "compare", "decide", "look_back")
PAGES = {
    "problem": r"blog|advies|tips|inspirat|guide|how.?to|artikel|article|landing|home|^/?$|probleem|problem",
    "search": r"search|zoek|categor|collect|overzicht|assortiment|lijst|list|filter",
    "compare": r"product|compar|vergelijk|detail|item|review|prijs|price|/p/",
    "decide": r"cart|basket|winkel(?:wagen|mand)|checkout|afreken|bestel|order|betaal|bedankt|thank|offerte|beslis|decide",
    "look_back": r"retour|return|account|service|support|beoordeel|feedback|terugblik|look.?back|my.?orders|mijn",
}


def stages_of(visits: Any | None, buyers: pd.Index, looked_back: pd.Index, reasons: pd.DataFrame) -> pd.DataFrame:
    """How many customers reached each stage, and how many went no further: stage, customers, share, dropped, why.

    A stage counts as reached when something of it, or of a later stage before the purchase, was seen. Empty when no table of
    visits shows at least two of the first three stages: orders alone cannot say who looked and left. `reasons` (customer_id,
    theme) says why, by what those who left wrote most.
    """
    columns = ["stage", "customers", "share", "dropped", "why"]
    nothing = pd.DataFrame(columns=columns).astype(
        {"stage": "str", "why": "str", "customers": "int64", "dropped": "int64", "share": "float64"}
    )
    if visits is None:
        return nothing
    pages = visits.filter(visits.page.notnull()).group_by(["customer_id", "page"]).aggregate(n=lambda t: t.count()).to_pandas()
    seen = {stage: set(pages.customer_id[pages.page.str.lower().str.contains(words)]) for stage, words in PAGES.items()}
    if sum(bool(seen[stage]) for stage in STAGES[:3]) < 2:
        return nothing
    seen["decide"] |= set(buyers)
    bought = set(buyers) if len(buyers) else seen["decide"]
    reached: dict[str, set[str]] = {"look_back": (seen["look_back"] | set(looked_back)) & bought}
    later: set[str] = set()
    for stage in reversed(STAGES[:4]):
        later = later | seen[stage]
        reached[stage] = later
    start = max(len(reached["problem"]), 1)
    rows = []
    for stage, following in zip(STAGES, (*STAGES[1:], None), strict=True):
        left = reached[stage] - reached[following] if following else set()
        said = reasons.theme[reasons.customer_id.isin(left) & (reasons.theme != "")]
        why = str(said.value_counts().sort_index().idxmax()) if len(said) else ""
        rows.append((stage, len(reached[stage]), len(reached[stage]) / start, len(left), why))
    return pd.DataFrame(rows, columns=columns).astype({"stage": "str", "why": "str"})


def where_most_leave(facts: pd.DataFrame) -> pd.Series | None:
    """The row of the stage before the purchase after which most people went no further; None where everybody came to a decision."""
    before = facts[facts.stage.isin(STAGES[:3]) & (facts.dropped > 0)]
    return None if before.empty else before.loc[before.dropped.idxmax()]
