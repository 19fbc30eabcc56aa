"""What does the customer base look like? Turnover over time, cohorts, spread, concentration, recency × frequency."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from segmentation.charts.theme import ALL_CUSTOMERS, SMALL, described
from segmentation.customers import glance
from segmentation.language import _, money, month, number, percent

if TYPE_CHECKING:
    import altair as alt


def months(facts: pd.DataFrame, currency: str) -> "alt.Chart":
    """Turnover per month as bars."""
    import altair as alt

    told = facts.assign(shown=[money(value, currency) for value in facts.turnover], name=[month(day) for day in facts.month])
    chart = (
        alt.Chart(told)
        .mark_bar(color=ALL_CUSTOMERS)
        .encode(
            x=alt.X("yearmonth(month):T", title=None, axis=alt.Axis(format="%m-%Y")),
            y=alt.Y("turnover:Q", title=_("Turnover"), axis=alt.Axis(format=",~f")),
            tooltip=[
                alt.Tooltip("name:N", title=_("Month")),
                alt.Tooltip("shown:N", title=_("Turnover")),
                alt.Tooltip("customers:Q", title=_("Customers")),
            ],
        )
    )
    best = facts.loc[facts.turnover.idxmax()]
    text = _("Turnover per month. The highest is {month} with {turnover}.")
    return described(chart, text.format(month=month(best.month), turnover=money(best.turnover, currency)), height=260)


def quarter_name(day: pd.Timestamp) -> str:
    return _("Q{quarter} {year}").format(quarter=(day.month + 2) // 3, year=day.year)


def cohorts(facts: pd.DataFrame) -> "alt.Chart":
    """Who started in the same quarter, and which share bought again in each later one."""
    import altair as alt

    told = facts[facts.later > 0].assign(
        name=[quarter_name(day) for day in facts[facts.later > 0].start],
        shown=[percent(share) for share in facts[facts.later > 0].share],
    )
    base = alt.Chart(told).encode(
        x=alt.X("later:O", title=_("Quarters after the first purchase"), axis=alt.Axis(labelAngle=0)),
        y=alt.Y("name:N", title=_("First purchase in"), sort=[quarter_name(day) for day in sorted(facts.start.unique())]),
    )
    tiles = base.mark_rect().encode(
        color=alt.Color("share:Q", legend=None, scale=alt.Scale(scheme="blues", domainMin=0)),
        tooltip=[
            alt.Tooltip("name:N", title=_("First purchase in")),
            alt.Tooltip("customers:Q", title=_("Customers")),
            alt.Tooltip("shown:N", title=_("Share that bought")),
        ],
    )
    dark = float(told.share.max()) * 0.6 if len(told) else 1.0
    size = alt.ExprRef("clamp(bandwidth('x') / 2.6, 7, 12)")
    words = base.mark_text(fontSize=size).encode(
        text=alt.Text("shown:N"), color=alt.condition(alt.datum.share > dark, alt.value("white"), alt.value("#222222"))
    )
    rows = max(told.name.nunique(), 1)
    text = _("Share of the customers who started in the same quarter that bought again in each later quarter.")
    return described(tiles + words, text, height=60 + 28 * rows)


def spread(values: pd.Series, title: str, shown: Any = number, bins: int = 30) -> "alt.Chart":
    """How customers are spread over a figure; the highest 1 % is put in the last bar, so that the rest can be seen."""
    import altair as alt
    import numpy as np

    known = values.dropna().astype("float64")
    low, high = float(known.quantile(0.005)), float(known.quantile(0.99))
    high = high if high > low else low + 1
    counts, edges = np.histogram(known.clip(low, high), bins=min(bins, max(known.nunique(), 1)), range=(low, high))
    told = pd.DataFrame({"low": edges[:-1], "high": edges[1:], "customers": counts})
    told["range"] = [f"{shown(row.low)} – {shown(row.high)}" for row in told.itertuples()]
    chart = (
        alt.Chart(told)
        .mark_bar(color=ALL_CUSTOMERS)
        .encode(
            x=alt.X("low:Q", title=title, bin="binned", axis=alt.Axis(format=",~f")),
            x2=alt.X2("high:Q"),
            y=alt.Y("customers:Q", title=_("Customers"), axis=alt.Axis(format=",~f")),
            tooltip=[alt.Tooltip("range:N", title=title), alt.Tooltip("customers:Q", title=_("Customers"))],
        )
    )
    text = _("How {n} customers are spread over: {title}. Half of them are below {median}.")
    return described(chart, text.format(n=number(len(known)), title=title, median=shown(float(known.median()))), height=240)


def concentration(monetary: pd.Series) -> "alt.Chart":
    """The best customers first: which share of the turnover do they make together?"""
    import altair as alt
    import numpy as np

    best = monetary.sort_values(ascending=False).to_numpy()
    together = np.cumsum(best) / best.sum()
    places = np.unique(np.linspace(0, len(best) - 1, 200).astype(int))
    told = pd.DataFrame({"customers": (places + 1) / len(best), "turnover": together[places]})
    told["text_c"], told["text_t"] = [percent(v) for v in told.customers], [percent(v) for v in told.turnover]
    axis = alt.Axis(format=".0%")
    line = (
        alt.Chart(told)
        .mark_area(line={"color": ALL_CUSTOMERS}, color=ALL_CUSTOMERS, opacity=0.25)
        .encode(
            x=alt.X("customers:Q", title=_("Share of the customers, best first"), axis=axis, scale=alt.Scale(domain=[0, 1])),
            y=alt.Y("turnover:Q", title=_("Share of the turnover"), axis=axis, scale=alt.Scale(domain=[0, max(1.0, float(together.max()))])),
            tooltip=[alt.Tooltip("text_c:N", title=_("Customers")), alt.Tooltip("text_t:N", title=_("Turnover"))],
        )
    )
    equal = alt.Chart(pd.DataFrame({"customers": [0, 1], "turnover": [0, 1]})).mark_line(strokeDash=[4, 4], color=ALL_CUSTOMERS)
    facts = glance.concentration(monetary)
    text = _("The best 20% of the customers make {share} of the turnover.").format(share=percent(facts.get("best20")))
    return described(line + equal.encode(x=alt.X("customers:Q"), y=alt.Y("turnover:Q")), text, height=260)


def grid(facts: pd.DataFrame, currency: str) -> "alt.Chart":
    """Recency × frequency: how many customers stand in each square, darker for more turnover. A click chooses a square (`square`)."""
    import altair as alt

    told = facts.assign(
        ago=[_(glance.RECENCY[int(place)][1]) for place in facts.recent],
        times=[glance.FREQUENCY[int(place)][1] for place in facts.often],
        shown=[money(value, currency) for value in facts.monetary],
        count=[number(value) for value in facts.customers],
    )
    chosen = alt.selection_point(name="square", fields=["recent", "often"])
    base = alt.Chart(told).encode(
        x=alt.X(
            "ago:N",
            title=_("Last purchase"),
            sort=[_(name) for _limit, name in glance.RECENCY],
            axis=alt.Axis(labelAngle=0, labelExpr="split(datum.label, ' ')", labelFontSize=alt.ExprRef(f"{SMALL} ? 9 : 13")),
        ),
        y=alt.Y("times:N", title=_("Orders"), sort=[name for _limit, name in reversed(glance.FREQUENCY)]),
    )
    tiles = (
        base.mark_rect(cursor="pointer")
        .encode(
            color=alt.Color("monetary:Q", legend=None, scale=alt.Scale(scheme="blues", type="sqrt")),
            opacity=alt.condition(chosen, alt.value(1.0), alt.value(0.45)),
            tooltip=[
                alt.Tooltip("ago:N", title=_("Last purchase")),
                alt.Tooltip("times:N", title=_("Orders")),
                alt.Tooltip("count:N", title=_("Customers")),
                alt.Tooltip("shown:N", title=_("Turnover")),
            ],
        )
        .add_params(chosen)
    )
    dark = float(facts.monetary.max()) * 0.4
    words = base.mark_text(fontSize=13).encode(
        text=alt.Text("count:N"), color=alt.condition(alt.datum.monetary > dark, alt.value("white"), alt.value("#222222"))
    )
    text = _("Number of customers by time since the last purchase and number of orders; darker squares bring more turnover.")
    return described(tiles + words, text, height=280)
