"""How do cost and profit look: the whale curve, profit per segment, loyalty × value, the ladder, the response to marketing?"""

import math
from typing import Any, Literal

import altair as alt
import numpy as np
import pandas as pd

from segmentation.charts.quadrants import quadrants
from segmentation.charts.theme import GAIN, LOSS, NEUTRAL, PAPER, SMALL, described, lines, segment_colour, segment_scale
from segmentation.economics.ladder import ADVICE
from segmentation.economics.result import SERVICE, Economics
from segmentation.economics.statement import COSTS
from segmentation.economics.words import COLUMN, reason
from segmentation.language import _, currency_symbol, money, percent

MOST = 500  # points of a curve, besides both its ends: more than a screen can show
ENDS = 150  # customers drawn one by one at the head of the row and at its tail, where each of them counts
TICKS = 1200
MARGIN = 80  # pixels left of both parts of the whale, so that customers stand under their own place on the curve
# slate and sand in turns: nobody takes a cost for a segment
COST_COLOURS = ("#5C6B75", "#B9AC96", "#85939C", "#8C7F6B", "#B3BEC5", "#6F6557", "#9AA7AF", "#CFC4B1", "#71818B", "#A0927C")


def whale(found: Economics, names: dict[str, str] | None = None) -> alt.Chart:
    """Profit added up from the best customer to the worst: rising to its peak, and what is taken away again after it. At most 800 points are drawn."""
    table = found.whale
    peak = int(table["cumulative"].argmax())
    points = table.iloc[np.union1d(_some(len(table)), peak)][["rank", "customer_id", "segment", "profit", "cumulative"]]
    told = {code: reason(code) for code in found.flags["reason"].unique()}
    called = {letter: _label(letter, names) for letter in points["segment"].unique()}
    points = points.assign(
        segment=points["segment"].map(called), reason=found.flags["reason"].loc[points["customer_id"]].map(told).to_numpy()
    )
    symbol = currency_symbol(found.currency)
    x = alt.X("rank:Q", title=None, axis=alt.Axis(format=",d"), scale=alt.Scale(nice=False))
    y = alt.Y(
        "cumulative:Q",
        title=_("Profit added up ({symbol})").format(symbol=symbol),
        axis=alt.Axis(format=",~f", minExtent=MARGIN, maxExtent=MARGIN, grid=True, gridOpacity=0.25),
    )
    parts: list[Any] = []
    for part, colour in ((points[points["rank"] <= peak + 1], GAIN), (points[points["rank"] > peak], LOSS)):
        edge = {"color": colour, "strokeWidth": 3, "opacity": 1}
        parts.append(alt.Chart(part[["rank", "cumulative"]]).mark_area(color=colour, opacity=0.14, line=edge).encode(x=x, y=y))
    seen = alt.selection_point(name="seen", fields=["rank"], nearest=True, on="pointerover", empty=False)
    dots = (
        alt.Chart(points, name="customers")  # a name of Altair's own would follow from the figures
        .mark_point(filled=True, size=90, color=NEUTRAL)
        .encode(
            x=x,
            y=y,
            opacity=alt.OpacityValue(0, condition={"param": "seen", "empty": False, "value": 1}),
            tooltip=[
                alt.Tooltip("customer_id:N", title=_("Customer")),
                alt.Tooltip("segment:N", title=_("Segment")),
                alt.Tooltip("rank:Q", title=_("Place")),
                alt.Tooltip("profit:Q", title=_("Profit"), format=",.2f"),
                alt.Tooltip("cumulative:Q", title=_("Added up"), format=",.0f"),
                alt.Tooltip("reason:N", title=_("What stands out")),
            ],
        )
        .add_params(seen)
    )
    text = _("Profit added up from the best customer to the worst: it rises to a peak, and falls where customers cost money.")
    return described(alt.layer(*parts, *_peak(found, table, peak), dots), text, 300)


def _some(length: int) -> np.ndarray:
    """Places in a row of customers to draw: everybody at the head and the tail, and between them as many as can be seen."""
    ends = np.r_[np.arange(min(ENDS, length)), np.arange(max(length - ENDS, 0), length)]
    return np.union1d(ends, np.linspace(0, length - 1, min(length, MOST)).astype(int))


def _peak(found: Economics, table: pd.DataFrame, peak: int) -> list[Any]:
    """The peak with its amount, and at the end how much of it was taken away."""
    top, last = float(table["cumulative"].iloc[peak]), float(table["cumulative"].iloc[-1])
    said: list[tuple[int, Literal["left", "right"], str, str | None, int]] = [
        (
            peak,
            "right" if peak > len(table) / 2 else "left",
            _("peak: {amount}").format(amount=money(top, found.currency)),
            None,
            -12,
        )
    ]
    if top > 0 and top - last >= 0.005 * top:
        lost = _("{amount} taken away ({share})").format(
            amount=money(top - last, found.currency), share=percent((top - last) / top, 1)
        )
        said.append((len(table) - 1, "right", lost, LOSS, 22))
    marks: list[Any] = [
        alt.Chart(table.iloc[[peak]][["rank", "cumulative"]]).mark_rule(strokeDash=[3, 4], color=NEUTRAL).encode(x=alt.X("rank:Q"))
    ]
    for place, align, text, colour, down in said:
        spot = table.iloc[[place]][["rank", "cumulative"]].assign(label=text)
        side = -8 if align == "right" else 8
        kind: Any = {"color": colour} if colour else {}
        word = alt.Chart(spot).mark_text(align=align, dx=side, dy=down, fontSize=13, fontWeight="bold", **kind)
        marks.append(word.encode(x=alt.X("rank:Q"), y=alt.Y("cumulative:Q"), text=alt.Text("label:N")))
    return marks


def whale_places(found: Economics, names: dict[str, str] | None = None) -> alt.Chart:
    """Under the whale curve, segment by segment: where its customers stand in the row, each a thin line; dense is many."""
    whole = found.whale
    kept = np.unique(np.linspace(0, len(whole) - 1, min(len(whole), TICKS)).astype(int))
    points = whole.iloc[kept][["rank", "segment"]]
    letters = sorted(points["segment"].unique())
    points = points.assign(name=points["segment"].map({letter: _label(letter, names) for letter in letters}))
    chart = (
        alt.Chart(points)
        .mark_tick(thickness=1.5, opacity=0.45, height={"band": 0.8})
        .encode(
            x=alt.X(
                "rank:Q",
                title=_("Customers, the best first"),
                axis=alt.Axis(format=",d"),
                scale=alt.Scale(nice=False, domain=[1, len(whole)]),
            ),
            y=alt.Y(
                "segment:N",
                title=_("Segment"),
                sort=letters,
                axis=alt.Axis(minExtent=MARGIN, maxExtent=MARGIN, labelOverlap=False),
            ),
            color=alt.Color("segment:N", scale=segment_scale(letters), legend=None),
            tooltip=[alt.Tooltip("name:N", title=_("Segment"))],
        )
    )
    return described(chart, _("Where the customers of each segment stand in the row, the best first"), 26 * len(letters) + 56)


def segment_profit(found: Economics, names: dict[str, str] | None = None) -> alt.Chart:
    """Per segment what is left of the turnover: every cost and the profit as parts of one bar, in euros."""
    table = found.segments[[*COSTS, "profit"]].reset_index().melt("segment", var_name="part", value_name="amount")
    table = table[table["amount"].abs() > 0].assign(title=lambda frame: frame["part"].map(lambda part: _(COLUMN[part])))
    table["name"] = table["segment"].map(lambda letter: _label(letter, names))
    order = [_(COLUMN[part]) for part in ["profit", *COSTS] if part in set(table["part"])]
    colours = {_(COLUMN[part]): colour for part, colour in zip(["profit", *COSTS], [GAIN, *COST_COLOURS], strict=True)}
    table["place"] = table["title"].map(order.index)
    chart = (
        alt.Chart(table[["name", "title", "amount", "place"]])
        .mark_bar(stroke=alt.ExprRef(PAPER), strokeWidth=1)
        .encode(
            y=alt.Y(
                "name:N",
                title=None,
                sort=[_label(letter, names) for letter in found.segments.index],
                axis=alt.Axis(labelOverlap=False),
            ),
            x=alt.X(
                "amount:Q",
                title=lines(
                    _("Turnover divided into costs and profit ({symbol})").format(symbol=currency_symbol(found.currency)),
                    22,
                ),
                axis=alt.Axis(format=",~f"),
            ),
            color=alt.Color(
                "title:N",
                title=None,
                sort=order,
                scale=alt.Scale(domain=order, range=[colours[name] for name in order]),
                legend=alt.Legend(columns=alt.ExprRef(f"{SMALL} ? 2 : 5"), rowPadding=2),
            ),
            order=alt.Order("place:Q"),
            tooltip=[
                alt.Tooltip("name:N", title=_("Segment")),
                alt.Tooltip("title:N", title=_("Part")),
                alt.Tooltip("amount:Q", title=_("Amount"), format=",.2f"),
            ],
        )
    )
    text = _("Per segment what is left of the turnover: every cost and the profit as parts of one bar")
    return described(chart, text, 38 * len(found.segments) + 26 * math.ceil(len(order) / 2) + 100, key="end")


def in_and_out(found: Economics, names: dict[str, str] | None = None) -> alt.Chart:
    """Per segment what goes in besides the goods against the profit that comes out."""
    table = found.segments.reset_index()
    table = pd.concat(
        [
            table.assign(what=_("goes in"), amount=table[list(SERVICE)].sum(axis=1)),
            table.assign(what=_("comes out"), amount=table["profit"]),
        ]
    )[["segment", "what", "amount"]]
    table["name"] = table["segment"].map(lambda letter: _label(letter, names))
    chart = (
        alt.Chart(table[["name", "what", "amount"]])
        .mark_bar()
        .encode(
            y=alt.Y("name:N", title=None, axis=alt.Axis(labelOverlap=False)),
            yOffset=alt.YOffset("what:N", sort=[_("goes in"), _("comes out")]),
            x=alt.X("amount:Q", title=currency_symbol(found.currency), axis=alt.Axis(format=",~f")),
            color=alt.Color("what:N", title=None, scale=alt.Scale(domain=[_("goes in"), _("comes out")], range=[NEUTRAL, GAIN])),
            tooltip=[
                alt.Tooltip("name:N", title=_("Segment")),
                alt.Tooltip("what:N", title=_("Part")),
                alt.Tooltip("amount:Q", title=_("Amount"), format=",.2f"),
            ],
        )
    )
    return described(chart, _("What goes into each segment and what comes out"), 44 * len(found.segments) + 110, key="end")


def ladder(found: Economics) -> alt.Chart:
    """What each rung brings in a year with those who are advised it, with its range."""
    table = (
        found.ladder.groupby("rung", sort=False)[["advised", "effect_low", "effect_likely", "effect_high"]].sum().reset_index()
    )
    table = table[table["advised"] > 0].assign(name=lambda frame: frame["rung"].map(lambda code: _(ADVICE[code])))
    order = list(table["name"])
    y = alt.Y("name:N", title=None, sort=order)
    bars = (
        alt.Chart(table)
        .mark_bar(color=GAIN, height=18)
        .encode(
            y=y,
            x=alt.X(
                "effect_likely:Q",
                title=_("Brings a year ({symbol})").format(symbol=currency_symbol(found.currency)),
                axis=alt.Axis(format=",~f"),
            ),
            tooltip=[
                alt.Tooltip("name:N", title=_("Step")),
                alt.Tooltip("advised:Q", title=_("Customers")),
                alt.Tooltip("effect_likely:Q", title=_("A year"), format=",.0f"),
                alt.Tooltip("effect_low:Q", title=_("at least"), format=",.0f"),
                alt.Tooltip("effect_high:Q", title=_("at most"), format=",.0f"),
            ],
        )
    )
    range_ = alt.Chart(table).mark_rule(strokeWidth=2, color=LOSS).encode(y=y, x=alt.X("effect_low:Q"), x2=alt.X2("effect_high:Q"))
    return described(
        alt.layer(bars, range_),
        _("What each step of the ladder brings in a year, with its range"),
        max(110, 44 * len(table) + 40),
    )


def response(found: Economics, euros: float, elasticity: float) -> alt.Chart:
    """What extra marketing euros would earn in each segment, with diminishing returns."""
    rows = []
    for letter, row in found.best_use(0.0, elasticity).set_index("segment").iterrows():
        spent = elasticity * row["margin"] / row["first_euro"] if row["first_euro"] else 1.0
        for extra in np.linspace(0, max(euros, 1.0) * 2, 40):
            rows.append(
                {
                    "segment": letter,
                    "extra": float(extra),
                    "earns": float(row["margin"] * (((spent + extra) / spent) ** elasticity - 1)),
                }
            )
    table, symbol = pd.DataFrame(rows), currency_symbol(found.currency)
    letters = sorted(table["segment"].unique())
    chart = (
        alt.Chart(table)
        .mark_line()
        .encode(
            x=alt.X("extra:Q", title=_("Extra marketing a year ({symbol})").format(symbol=symbol)),
            y=alt.Y("earns:Q", title=_("Extra margin a year ({symbol})").format(symbol=symbol)),
            color=alt.Color("segment:N", title=_("Segment"), scale=segment_scale(letters)),
            tooltip=[
                alt.Tooltip("segment:N", title=_("Segment")),
                alt.Tooltip("extra:Q", title=_("Extra"), format=",.0f"),
                alt.Tooltip("earns:Q", title=_("Earns"), format=",.0f"),
            ],
        )
    )
    return described(chart, _("What extra marketing euros earn in each segment"), 260)


def _label(letter: str, names: dict[str, str] | None) -> str:
    name = (names or {}).get(letter, "")
    return f"{letter} · {name}" if name else str(letter)


__all__ = ["in_and_out", "ladder", "quadrants", "response", "segment_colour", "segment_profit", "whale", "whale_places"]
