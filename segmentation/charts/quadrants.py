"""How do loyalty and value divide the customers? A dot per customer, and the strategy of each quadrant in its corner."""

import textwrap
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from segmentation.charts.theme import PAPER, SMALL, described, lines, segment_scale
from segmentation.economics.result import Economics
from segmentation.economics.strategies import STRATEGIES, Strategies
from segmentation.language import _, currency_symbol

MOST = 1000
LETTERS = 15  # of a line in a corner: two corners stand beside each other on a telephone
LINE = 17  # its height in pixels


def quadrants(found: Economics, divided: Strategies) -> alt.Chart:
    """Customers by loyalty and value with the cut points, coloured by segment; 1,000 customers at most, the extremes clipped to the edge.

    Value stands on a symmetric logarithmic axis: a few customers earn a hundred times as much as most, and a loss must be seen too.
    """
    value = found.cents["profit"] / 100
    low, high = value.quantile([0.01, 0.98])
    kept = np.unique(np.linspace(0, len(value) - 1, min(len(value), MOST)).astype(int))
    table = pd.DataFrame(
        {
            "customer_id": found.cents.index[kept].astype(str),
            "loyalty": found.flags["loyalty"].to_numpy()[kept],
            "value": value.to_numpy()[kept].clip(low, high),
            "segment": found.flags["segment"].astype(str).to_numpy()[kept],
            "strategy": [_(STRATEGIES[code]) for code in divided.customers.to_numpy()[kept]],
        }
    )
    letters = sorted(table["segment"].unique())
    title = _("Loyalty (days between first and last purchase)") if divided.unit == "days" else _("Loyalty (orders)")
    dots = (
        alt.Chart(table)
        .mark_circle(size=22, opacity=0.55)
        .encode(
            x=alt.X("loyalty:Q", title=lines(title)),
            y=alt.Y(
                "value:Q",
                title=_("Value: profit ({symbol})").format(symbol=currency_symbol(found.currency)),
                scale=alt.Scale(type="symlog", constant=_scale_of(divided), nice=False),
                axis=alt.Axis(format=",~f", values=_ticks(low, high, _scale_of(divided))),
            ),
            color=alt.Color(
                "segment:N",
                title=_("Segment"),
                scale=segment_scale(letters),
                legend=None if len(letters) < 2 else alt.Legend(columns=alt.ExprRef(f"{SMALL} ? 5 : 12")),
            ),
            tooltip=[
                alt.Tooltip("customer_id:N", title=_("Customer")),
                alt.Tooltip("strategy:N", title=_("Strategy")),
                alt.Tooltip("value:Q", title=_("Profit"), format=",.2f"),
            ],
        )
    )
    down = alt.Chart(pd.DataFrame({"x": [divided.loyalty_cut]})).mark_rule(strokeDash=[5, 4]).encode(x=alt.X("x:Q"))
    across = (
        alt.Chart(pd.DataFrame({"y": [float(np.clip(divided.value_cut, low, high))]}))
        .mark_rule(strokeDash=[5, 4])
        .encode(y=alt.Y("y:Q"))
    )
    return described(
        alt.layer(dots, down, across, *_corners(divided)).add_params(alt.param(name="line", value=LINE)), _("Customers by loyalty and value, in four strategies"), 380
    )


def _scale_of(divided: Strategies) -> float:
    """Below this value the axis is nearly straight, above it nearly logarithmic: a round one, so that the axis stays when a figure changes a little."""
    return float(10.0 ** round(np.log10(max(abs(divided.value_cut), 1.0))))


def _ticks(low: float, high: float, scale: float) -> list[float]:
    """Nought, and round values either side that lie far enough apart on this axis to be read."""
    rounds = [lead * 10.0**power for power in range(9) for lead in (1, 2, 5)]
    ticks = [0.0]
    for sign, edge in ((1, high), (-1, -low)):
        last = 0.0
        for value in rounds:
            if value <= edge and np.log1p(value / scale) - np.log1p(last / scale) >= 0.6:
                ticks.append(sign * value)
                last = value
    return sorted(ticks)


def _corners(divided: Strategies) -> list[alt.Chart]:
    """The strategy of each quadrant in its own corner, in short lines so that they never meet; a halo keeps them legible among the dots."""
    places = {"acquaintances": ("left", "top"), "friends": ("right", "top"), "passers_by": ("left", "bottom"), "supporters": ("right", "bottom")}
    told = pd.DataFrame([{"said": _in_lines(code, divided), "side": side, "edge": edge} for code, (side, edge) in places.items()])
    told["lines"] = told["said"].str.count("\n") + 1
    words: Any = {
        "align": alt.ExprRef("datum.side"),
        "baseline": "line-top",
        "x": alt.ExprRef("datum.side === 'left' ? 6 : width - 6"),
        "y": alt.ExprRef("datum.edge === 'top' ? 4 : height - line * datum.lines - 4"),
        "lineBreak": "\n",
        "fontSize": alt.ExprRef("line * 0.82"),
        "lineHeight": alt.ExprRef("line"),
        "fontWeight": "bold",
    }
    halo: Any = {"stroke": alt.ExprRef(PAPER), "strokeWidth": 5, "strokeJoin": "round"}
    plain: Any = {}
    return [alt.Chart(told).mark_text(**words, **more).encode(text=alt.Text("said:N")) for more in (halo, plain)]


def _in_lines(code: str, divided: Strategies) -> str:
    return "\n".join([f"{_(STRATEGIES[code])}:", *textwrap.wrap(divided.action(code), LETTERS)])
