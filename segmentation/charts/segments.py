"""What do the segments look like? The map, sizes, what sets them apart, and how they hold when their number changes."""

from collections.abc import Mapping
from textwrap import wrap
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from segmentation.charts.density import density_picture
from segmentation.charts.theme import NEUTRAL, PAPER, SMALL, described, segment_colour, segment_scale
from segmentation.language import _, number, percent

if TYPE_CHECKING:
    import altair as alt

    from segmentation.segments import Profiles

LIVE = 1200
EDGE = 0.02
LETTER, PHONE_LETTER, LINE = 0.0105, 0.026, 0.06  # a letter of a name as share of the map's width, on a telephone too; a line of its height
NARROW = 18  # letters on a line above a column
MARKER = 0.33  # a medium Cliff's delta: what Dolnicar and Leisch call a marker variable


def segment_map(
    drawn: pd.DataFrame,
    names: Mapping[str, str] | None = None,
    facts: Mapping[str, pd.Series] | None = None,
    *,
    height: int = 460,
) -> "alt.LayerChart":
    """The map of `draw_map`: where customers are dense as a picture, a sample of live points, each segment's name at its middle.

    `facts`: title → text per customer, shown when pointing at a customer (at most three). Dragging a rectangle selects: the
    parameter is named "region" and gives the ranges of x and y. Always under 200 kB, whatever the number of customers.
    """
    import altair as alt

    names = names or {}
    drawn = drawn.assign(segment=drawn["segment"].astype(str))
    letters = sorted(drawn["segment"].unique(), key=lambda letter: (len(letter), letter))
    few = len(drawn) <= LIVE
    shown = drawn if few else drawn.sample(LIVE, random_state=0).sort_index()
    points = pd.DataFrame({"x": shown["x"].round(2), "y": shown["y"].round(2), "segment": shown["segment"]})
    tips = [alt.Tooltip("segment:N", title=_("Segment"))]
    for place, (title, texts) in enumerate(list((facts or {}).items())[:3]):
        points[f"fact{place}"] = texts.reindex(shown.index).astype(str).to_numpy()
        tips.append(alt.Tooltip(f"fact{place}:N", title=title))
    x, y = alt.X("x:Q", axis=None, scale=_scale(drawn["x"])), alt.Y("y:Q", axis=None, scale=_scale(drawn["y"]))
    key = alt.Legend(columns=alt.ExprRef(f"{SMALL} ? 5 : 12"))
    colour = alt.Color("segment:N", scale=segment_scale(letters), title=_("Segment"), legend=key)
    region = alt.selection_interval(name="region", encodings=["x", "y"])
    dots = alt.Chart(points.reset_index(drop=True)).mark_circle(size=26 if few else 14, opacity=0.75 if few else 0.45)
    layers = [dots.encode(x=x, y=y, color=colour, tooltip=tips).add_params(region), _region_names(drawn, names, x, y)]
    if not few:
        layers.insert(0, _dense(drawn, letters, x, y))
    told = _("A map of {n} customers: those who are alike lie close together, in the colour of their segment.")
    return described(alt.layer(*layers), told.format(n=number(len(drawn))), height)


def _scale(values: pd.Series) -> "alt.Scale":
    import altair as alt

    low, high = float(values.min()), float(values.max())
    edge = (high - low) * EDGE or 1.0  # or half of who stands at the border would be cut off
    return alt.Scale(domain=[low - edge, high + edge], nice=False, zero=False)


def _dense(drawn: pd.DataFrame, letters: list[str], x: "alt.X", y: "alt.Y") -> "alt.Chart":
    import altair as alt

    groups = pd.Categorical(drawn["segment"], letters).codes.astype(np.int64)
    across, up = drawn["x"].to_numpy(float), drawn["y"].to_numpy(float)
    picture = density_picture(across, up, groups, [segment_colour(letter) for letter in letters])
    corners = {"url": picture, "x": float(across.min()), "x2": float(across.max()), "y": float(up.max()), "y2": float(up.min())}
    image = alt.Chart(pd.DataFrame([corners])).mark_image(aspect=False)
    return image.encode(x=x, y=y, x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), url=alt.Url("url:N"))


def _region_names(drawn: pd.DataFrame, names: Mapping[str, str], x: "alt.X", y: "alt.Y") -> "alt.LayerChart":
    import altair as alt

    middles = drawn.groupby("segment")[["x", "y"]].median().reset_index()
    middles["told"] = [f"{letter} · {names[letter]}" if names.get(letter) else letter for letter in middles["segment"]]
    wide, phone = (_kept_apart(middles, drawn, letter) for letter in (LETTER, PHONE_LETTER))
    places = middles.assign(**wide, x_phone=phone["x"], y_phone=phone["y"]).round(3)
    fitting = {axis: f"{SMALL} ? datum.{axis}_phone : datum.{axis}" for axis in "xy"}
    words = alt.Chart(places).transform_calculate(**fitting).encode(x=x, y=y, text=alt.Text("told:N"), tooltip=alt.value(None))
    edge = words.mark_text(fontSize=14, fontWeight="bold", stroke=alt.ExprRef(PAPER), strokeWidth=4, strokeOpacity=0.85)
    return edge + words.mark_text(fontSize=14, fontWeight="bold")


def _kept_apart(middles: pd.DataFrame, drawn: pd.DataFrame, letter: float) -> dict[str, pd.Series]:
    """Places of the names: inside the picture, and moved up where one would stand on another."""
    low, across, up = float(drawn["x"].min()), float(np.ptp(drawn["x"])), float(np.ptp(drawn["y"]))
    half = middles["told"].str.len() * letter / 2
    inside = half.clip(upper=0.5)
    x = ((middles["x"] - low) / (across or 1.0)).clip(inside, 1 - inside)
    placed: list[int] = []
    heights: dict[int, float] = {}
    for row in middles.sort_values(["y", "segment"]).index:
        height = float(middles.at[row, "y"])
        for other in placed:
            if abs(x[row] - x[other]) < half[row] + half[other] and height < heights[other] + LINE * up:
                height = heights[other] + LINE * up
        placed.append(row)
        heights[row] = height
    return {"x": low + x * across, "y": pd.Series(heights)}


def segment_sizes(sizes: pd.Series, names: Mapping[str, str] | None = None) -> "alt.LayerChart":
    """How many customers each segment has, largest on top."""
    import altair as alt

    names, total = names or {}, float(sizes.sum()) or 1.0
    letters = [str(letter) for letter in sizes.index]
    rows = pd.DataFrame({"segment": letters, "customers": sizes.to_numpy(float)})
    rows["told"] = [f"{letter} · {names[letter]}" if names.get(letter) else letter for letter in letters]
    rows["share"] = [f"{number(size)} · {percent(size / total)}" for size in rows["customers"]]
    rows["told"] = rows["told"] + ": " + rows["share"]
    y = alt.Y("segment:N", sort=letters, axis=None)
    bars = alt.Chart(rows).encode(y=y, x=alt.X("customers:Q", axis=None))
    colour = alt.Color("segment:N", scale=segment_scale(letters), legend=None)
    words = alt.Chart(rows).mark_text(align="left", dy=-11, fontSize=14).encode(y=y, x=alt.XValue(0), text=alt.Text("told:N"))
    shown = bars.mark_bar(cornerRadiusEnd=4, height=14, yOffset=9).encode(color=colour) + words
    return described(shown, _("The number of customers in each segment"), 48 * len(letters) + 10)


def segment_profile(
    profiles: "Profiles", segment: str, names: Mapping[str, str] | None = None, *, variables: int = 10
) -> "alt.Chart":
    """One segment of the profile plot, as wide as its place; the variables stand in the same order for every segment."""
    import altair as alt

    rows, order = _profile_rows(profiles, names or {}, variables)
    bars = _profile_bars(alt.Chart(rows[rows["segment"] == segment]), order, list(profiles.table.index))
    told = _("How far each variable of segment {segment} lies from that of the other customers").format(segment=segment)
    return described(bars, told, 40 + 24 * len(order))


def _profile_rows(profiles: "Profiles", names: Mapping[str, str], variables: int) -> tuple[pd.DataFrame, list[str]]:
    """The variables that tell most about any segment, no two of them saying the same, with their effect in every segment."""
    told = profiles.highlights if len(profiles.highlights) else profiles.facts
    strength = told.assign(size=told["effect"].abs()).groupby(["column", "level"])["size"].max()
    wanted = strength.sort_values(ascending=False, kind="stable").index[:variables]
    facts = profiles.facts[pd.MultiIndex.from_frame(profiles.facts[["column", "level"]]).isin(wanted)]
    variable = [_told(column, level) for column, level in zip(facts["column"], facts["level"], strict=True)]
    rows = pd.DataFrame({
        "segment": facts["segment"].to_numpy(), "effect": facts["effect"].round(3).to_numpy(), "variable": variable,
        "marker": (facts["effect"].abs() >= MARKER).to_numpy(),
    })  # fmt: skip
    rows["told"] = [f"{letter} · {names[letter]}" if names.get(letter) else letter for letter in rows["segment"]]
    return rows, [_told(column, level) for column, level in wanted]


def _profile_bars(chart: "alt.Chart", order: list[str], letters: list[str]) -> "alt.Chart":
    import altair as alt

    return chart.mark_bar(cornerRadius=2).encode(
        x=alt.X("effect:Q", title=None, scale=alt.Scale(domain=[-1, 1]),
                axis=alt.Axis(values=[-1, 0, 1], labelFlush=True, labelExpr=_direction())),
        y=alt.Y("variable:N", title=None, sort=order, scale=alt.Scale(domain=order), axis=alt.Axis(labelOverlap=False)),
        color=alt.Color("segment:N", scale=segment_scale(letters), legend=None),
        opacity=alt.condition("datum.marker", alt.value(1), alt.value(0.25)),
        tooltip=[alt.Tooltip("told:N", title=_("Segment")), alt.Tooltip("variable:N", title=_("Variable")),
                 alt.Tooltip("effect:Q", title=_("Difference"), format="+.2f")],
    )  # fmt: skip


def _told(column: str, level: str) -> str:
    from segmentation.segments.vocabulary import label_of, level_of

    told = f"{label_of(column)}: {level_of(column, level)}" if level and level != ">0" else label_of(column)
    return told if len(told) <= 34 else told[:33] + "…"


def _direction() -> str:
    return f"datum.value < 0 ? '{_('less')}' : datum.value > 0 ? '{_('more')}' : ''"


def segment_differences(profiles: "Profiles", segment: str, *, variables: int = 10) -> "alt.LayerChart":
    """What sets one segment apart: the effect of each column with its 95 % interval; filled when it helped to make it."""
    import altair as alt

    facts = profiles.facts[(profiles.facts["segment"] == segment) & profiles.facts["differs"]].head(variables)
    rows = facts[["effect", "effect_low", "effect_high"]].round(3).reset_index(drop=True)
    rows["variable"] = [_told(column, level) for column, level in zip(facts["column"], facts["level"], strict=True)]
    rows["used"] = np.where(facts["feature"], _("used to make the segments"), _("not used"))
    y = alt.Y("variable:N", title=None, sort=list(rows["variable"]), axis=alt.Axis(labelOverlap=False))
    base = alt.Chart(rows)
    ticks = alt.Axis(values=[-1, -0.5, 0, 0.5, 1])
    x = alt.X("effect:Q", scale=alt.Scale(domain=[-1, 1]), title=_("less ← than others → more"), axis=ticks)
    lines = base.mark_rule(strokeWidth=2, color=segment_colour(segment)).encode(y=y, x=alt.X("effect_low:Q"), x2=alt.X2("effect_high:Q"))
    rows["feature"] = facts["feature"].to_numpy(bool)
    fill = alt.condition("datum.feature", alt.value(segment_colour(segment)), alt.value(alt.ExprRef(PAPER)))
    dots = base.mark_point(size=110, opacity=1, stroke=segment_colour(segment)).encode(
        y=y, x=x, fill=fill, tooltip=[alt.Tooltip("variable:N", title=_("Variable")),
        alt.Tooltip("effect:Q", title=_("Difference"), format="+.2f"), alt.Tooltip("used:N", title=" ")],
    )  # fmt: skip
    zero = alt.Chart(pd.DataFrame({"zero": [0]})).mark_rule(strokeDash=[4, 4], color=NEUTRAL).encode(x=alt.X("zero:Q"))
    told = _("What sets segment {segment} apart from the other customers").format(segment=segment)
    return described(zero + lines + dots, told, 70 + 28 * len(rows))


def stability_by_number(candidates: pd.DataFrame, *, height: int = 240) -> "alt.LayerChart":
    """How surely segments come back, by their number and the way of grouping, with interval; what was chosen is filled."""
    import altair as alt

    from segmentation.segments.words import METHOD_NAMES

    rows = candidates[candidates["stability"].notna()] if "stability" in candidates else candidates.head(0)
    wanted = ["method", "k", "stability", "chosen", *(name for name in ("stability_low", "stability_high") if name in rows)]
    rows = rows[wanted].round(3) if len(rows) else pd.DataFrame(columns=["method", "k", "stability", "chosen"])
    rows = rows.assign(chosen=rows["chosen"].astype(bool), way=[_(METHOD_NAMES.get(code, code)) for code in rows["method"]])
    x = alt.X("k:O", title=_("Number of segments"), axis=alt.Axis(labelAngle=0))
    y = alt.Y("stability:Q", title=_("Comes back"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format=".0%"))
    base = alt.Chart(rows)
    ways = alt.Legend(title=None, orient="bottom", columns=1, labelLimit=400, labelFontSize=10, symbolSize=60, symbolStrokeWidth=1.5, rowPadding=2)
    height += 26 * rows["way"].nunique() if rows["way"].nunique() > 1 else 0  # the legend takes its room from the whole
    shape = alt.Shape("way:N", sort=list(dict.fromkeys(rows["way"])), legend=ways if rows["way"].nunique() > 1 else None)
    layers = [base.mark_line(color=NEUTRAL).encode(x=x, y=y, detail=alt.Detail("method:N"))]
    if "stability_low" in rows:
        layers.append(base.mark_rule(strokeWidth=2, color=NEUTRAL).encode(x=x, y=alt.Y("stability_low:Q"), y2=alt.Y2("stability_high:Q")))
    size = alt.condition("datum.chosen", alt.value(220), alt.value(70))
    fill = alt.condition("datum.chosen", alt.value(segment_colour("A")), alt.value(alt.ExprRef(PAPER)))
    tips = [alt.Tooltip("way:N", title=_("Way of grouping")), alt.Tooltip("k:O", title=_("Number of segments")),
            alt.Tooltip("stability:Q", title=_("Comes back"), format=".0%")]  # fmt: skip
    layers.append(base.mark_point(stroke=segment_colour("A"), opacity=1).encode(x=x, y=y, size=size, fill=fill, shape=shape, tooltip=tips))
    return described(alt.layer(*layers), _("How surely the segments come back, for each number of segments"), height, key="end")


def segment_splits(splits: pd.DataFrame, *, height: int = 240) -> "alt.LayerChart":
    """SLSA (Dolnicar and Leisch 2017): where the customers of each segment go when there is one segment more."""
    import altair as alt

    rows = splits[splits["share"] >= 0.05].copy()
    places = _places(splits)
    rows["from_y"] = [places[k, segment] for k, segment in zip(rows["k"], rows["segment"], strict=True)]
    rows["to_y"] = [places[k + 1, following] for k, following in zip(rows["k"], rows["next"], strict=True)]
    rows["to_k"] = rows["k"] + 1
    room, ticks = alt.Scale(zero=False, nice=False, padding=20), alt.Axis(tickMinStep=1, format="d")
    x = alt.X("k:Q", title=_("Number of segments"), scale=room, axis=ticks)
    y = alt.Y("from_y:Q", axis=None, scale=alt.Scale(domain=[0, 1], padding=12))
    width = alt.Size("customers:Q", scale=alt.Scale(range=[1, 16]), legend=None)
    shown = rows[["k", "to_k", "from_y", "to_y", "customers", "share"]].round(3)
    lines = alt.Chart(shown).mark_rule(opacity=0.45, color=NEUTRAL).encode(
        x=x, x2=alt.X2("to_k:Q"), y=y, y2=alt.Y2("to_y:Q"), size=width,
        tooltip=[alt.Tooltip("customers:Q", title=_("Customers"), format=",.0f"),
                 alt.Tooltip("share:Q", title=_("Share"), format=".0%")],
    )  # fmt: skip
    knots = pd.DataFrame([{"k": k, "from_y": place} for (k, _segment), place in places.items()])
    dots = alt.Chart(knots.round(3)).mark_circle(size=130, opacity=1, color=segment_colour("A")).encode(x=x, y=y)
    return described(lines + dots, _("How segments split and merge when their number grows"), height)


def _places(splits: pd.DataFrame) -> dict[tuple[int, int], float]:
    """A height for every segment at every number: near those it came from, evenly spread."""
    places: dict[tuple[int, int], float] = {}
    for k in sorted({*splits["k"], *(splits["k"] + 1)}):
        earlier = splits[splits["k"] == k - 1]
        own = sorted({*splits.loc[splits["k"] == k, "segment"], *earlier["next"]})
        if len(earlier):
            known = {segment: _pull(earlier[earlier["next"] == segment], places, k - 1) for segment in own}
            own = sorted(own, key=lambda segment: (known[segment], segment))
        places |= {(int(k), int(segment)): (place + 0.5) / len(own) for place, segment in enumerate(own)}
    return places


def _pull(parents: pd.DataFrame, places: dict[tuple[int, int], float], k: int) -> float:
    heights = [places.get((int(k), int(segment)), 0.5) for segment in parents["segment"]]
    return float(np.average(heights, weights=parents["customers"])) if heights else 0.5


def group_overlap(overlap: pd.DataFrame, names: Mapping[str, str] | None = None) -> "alt.LayerChart":
    """Which share of each segment is in each other group."""
    import altair as alt

    names = names or {}
    rows = overlap[["group", "segment", "customers", "of_segment", "of_group", "lift"]].round(3)
    rows = rows.assign(told=[f"{letter} · {names[letter]}" if names.get(letter) else letter for letter in rows["segment"]])
    rows["share"] = [percent(share) for share in rows["of_segment"]]
    rows["group"] = ["\n".join(wrap(group, NARROW)) for group in rows["group"]]
    x = alt.X("group:N", title=None, axis=_group_names())
    y = alt.Y("told:N", title=None, sort=sorted(rows["told"].unique()))
    tips = [alt.Tooltip("customers:Q", title=_("Customers in both"), format=",.0f"),
            alt.Tooltip("of_group:Q", title=_("Share of the group"), format=".0%"),
            alt.Tooltip("lift:Q", title=_("Times as common as among everybody"), format=".1f")]  # fmt: skip
    shades = alt.Scale(domain=[0, 1], range=["#F3EFE8", segment_colour("A")], interpolate="rgb")
    fill = alt.Color("of_segment:Q", legend=None, scale=shades)
    cells = alt.Chart(rows).mark_rect(cornerRadius=6).encode(x=x, y=y, color=fill, tooltip=tips)
    ink = alt.condition("datum.of_segment > 0.5", alt.value("#FFFFFF"), alt.value("#1F2A33"))
    words = alt.Chart(rows).mark_text(fontSize=13).encode(x=x, y=y, text=alt.Text("share:N"), color=ink)
    return described(cells + words, _("The share of each segment that is in each group"), 100 + 40 * rows["told"].nunique())


def _group_names() -> "alt.Axis":
    """What each column is, in lines under it; aslant on a telephone, so that none lies over the next."""
    import altair as alt

    return alt.Axis(
        labelExpr=f"{SMALL} ? replace(datum.label, /\\n/g, ' ') : split(datum.label, '\\n')",
        labelAngle=alt.ExprRef(f"{SMALL} ? -55 : 0"),
        labelAlign=alt.ExprRef(f"{SMALL} ? 'right' : 'center'"),
        labelBaseline=alt.ExprRef(f"{SMALL} ? 'middle' : 'top'"),
        labelLimit=220,
    )
