"""What do customers go through, and what are they worth beside it? Rates with intervals, themes, stages of buying."""

from typing import TYPE_CHECKING

import pandas as pd

from segmentation.charts.theme import ALL_CUSTOMERS, GAIN, LOSS, described, lines
from segmentation.customers.stages import where_most_leave
from segmentation.language import _, money, number, percent

if TYPE_CHECKING:
    import altair as alt


def rates(facts: pd.DataFrame, name: str, title: str) -> "alt.Chart":
    """A rate per campaign or group with its 90 % interval. `facts` has columns named after `name`, rate, low, high."""
    import altair as alt

    told = facts.assign(
        label=facts[name].astype("str"),
        shown=[percent(value, 1) for value in facts.rate],
        between=[f"{percent(row.low, 1)} – {percent(row.high, 1)}" for row in facts.itertuples()],
    )[["label", "rate", "low", "high", "shown", "between"]]
    tips = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip("shown:N", title=title),
        alt.Tooltip("between:N", title=_("90% between")),
    ]
    base = alt.Chart(told).encode(y=alt.Y("label:N", title=None, sort=list(dict.fromkeys(told.label))), tooltip=tips)
    axis = alt.Axis(format=".1%" if float(told.high.max()) < 0.05 else ".0%")
    reach = base.mark_rule(strokeWidth=3, color=ALL_CUSTOMERS, opacity=0.55).encode(
        x=alt.X("low:Q", title=title, axis=axis, scale=alt.Scale(zero=True)), x2=alt.X2("high:Q")
    )
    points = base.mark_point(filled=True, size=80, color=GAIN).encode(x=alt.X("rate:Q"))
    best = told.loc[told.rate.idxmax()]
    text = _("{title}: highest for {name} with {rate}.").format(title=title, name=best.label, rate=best.shown)
    return described(reach + points, text, height=50 + 26 * len(told))


def experience(facts: pd.DataFrame, title: str, currency: str, share: bool = False) -> "alt.Chart":
    """What customers are worth by what they went through (a number, or a share): the median, and where the middle half lies."""
    import altair as alt

    def said(figure: float) -> str:
        return percent(figure, 0 if figure in (0, 1) or figure >= 0.1 else 1) if share else number(figure, 1 if figure % 1 else 0)

    names = [
        said(row.low) if said(row.low) == said(row.high) else f"{said(row.low)} – {said(row.high)}" for row in facts.itertuples()
    ]
    told = facts.assign(
        name=names, shown=[money(value, currency) for value in facts.value], count=[number(n) for n in facts.customers]
    )
    tips = [
        alt.Tooltip("name:N", title=title),
        alt.Tooltip("count:N", title=_("Customers")),
        alt.Tooltip("shown:N", title=_("Turnover, the middle one")),
    ]
    base = alt.Chart(told).encode(y=alt.Y("name:N", title=None, sort=names), tooltip=tips)
    reach = base.mark_rule(strokeWidth=6, color=ALL_CUSTOMERS, opacity=0.35).encode(
        x=alt.X(
            "under:Q", title=lines(_("Turnover per customer: the middle one and the middle half")), axis=alt.Axis(format=",~f")
        ),
        x2=alt.X2("over:Q"),
    )
    points = base.mark_point(filled=True, size=110, color=ALL_CUSTOMERS).encode(x=alt.X("value:Q"))
    text = _("Turnover of the customer in the middle, by {title}.").format(title=title)
    return described(reach + points, text, height=70 + 34 * len(told))


def themes(facts: pd.DataFrame, names: list[str]) -> "alt.Chart":
    """How often each theme is written about, and whether in good or bad words."""
    import altair as alt

    tone = ["–" if pd.isna(value) else number(value, 1) for value in facts.sentiment]
    told = facts.assign(name=names, tone=tone, sentiment=facts.sentiment.fillna(0.0))  # no good or bad word: grey, not unseen
    told = told[["name", "customers", "texts", "sentiment", "tone"]].head(15)
    chart = (
        alt.Chart(told)
        .mark_bar()
        .encode(
            x=alt.X("customers:Q", title=_("Customers")),
            y=alt.Y("name:N", title=None, sort=list(told.name)),
            color=alt.Color(
                "sentiment:Q", title=_("Tone (rough)"), scale=alt.Scale(domain=[-1, 0, 1], range=[LOSS, "#B8B8B8", GAIN])
            ),
            tooltip=[
                alt.Tooltip("name:N", title=_("Theme")),
                alt.Tooltip("customers:Q", title=_("Customers")),
                alt.Tooltip("texts:Q", title=_("Texts")),
                alt.Tooltip("tone:N", title=_("Tone (rough)")),
            ],
        )
    )
    text = _("Themes in what customers write. Most often: {theme}.").format(theme=told.name.iloc[0])
    return described(chart, text, height=130 + 26 * len(told))


def stages(facts: pd.DataFrame, names: list[str]) -> "alt.Chart":
    """How many customers reached each stage of buying."""
    import altair as alt

    told = facts.assign(name=names, shown=[percent(share) for share in facts.share])[
        ["name", "customers", "share", "shown", "dropped"]
    ]
    base = alt.Chart(told).encode(
        y=alt.Y("name:N", title=None, sort=names),
        tooltip=[
            alt.Tooltip("name:N", title=" "),
            alt.Tooltip("customers:Q", title=_("Customers")),
            alt.Tooltip("dropped:Q", title=_("Went no further")),
        ],
    )
    bars = base.mark_bar(color=ALL_CUSTOMERS).encode(x=alt.X("customers:Q", title=_("Customers who came this far")))
    words = base.mark_text(align="left", dx=5, fontSize=13).encode(x=alt.X("customers:Q"), text=alt.Text("shown:N"))
    worst = where_most_leave(facts)
    text = _("Customers per stage of buying.")
    if worst is not None:
        text += " " + _("Most stop after: {stage}.").format(stage=told.name[worst.name])
    return described(bars + words, text, height=60 + 34 * len(told))
