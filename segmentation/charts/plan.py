"""Pictures of the plan: white spots of the market, two sides that need each other, segments attractive against strong."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from segmentation.charts.theme import described, segment_scale
from segmentation.language import _

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

ROOM = (340.0, 320.0)  # pixels the picture of the choice is taken to have: as on a telephone, so that it is readable there too
ASLANT = 110  # pixels that a name over a column may take
FLAT = 2  # players up to which their names lie flat above the columns
SMALLEST, LARGEST = 450.0, 1700.0  # area of its circles
ACROSS = 15  # letters of a name on one line under its side
BESIDE = 8.0  # pixels from its spot at which a circle gets a thread to it


def white_spots(players: Sequence[str], segments: Sequence[str], served: Mapping[str, Sequence[str]]) -> "alt.Chart":
    """A grid of segments × players: filled where a player serves a segment, empty where there is room."""
    import altair as alt
    import pandas as pd

    words = {True: _("served"), False: _("room")}
    rows = [
        {"player": player, "segment": segment, "state": words[segment in served.get(player, ())]}
        for player in players
        for segment in segments
    ]
    grid = (
        alt.Chart(pd.DataFrame(rows))
        .mark_rect(stroke="#D9CFBF", strokeWidth=1, cornerRadius=6)
        .encode(
            x=alt.X("player:N", title=None, sort=list(players), axis=_names_above(len(players))),
            y=alt.Y("segment:N", title=None, sort=list(segments)),
            color=alt.Color(
                "state:N", title=None, scale=alt.Scale(domain=[words[True], words[False]], range=["#63727C", "#F4D4BE"])
            ),
            tooltip=[
                alt.Tooltip("player:N", title=_("Player")),
                alt.Tooltip("segment:N", title=_("Segment")),
                alt.Tooltip("state:N", title=""),
            ],
        )
    )
    above = 60 if len(players) <= FLAT else 80 + min(ASLANT, 7 * max(map(len, players)))  # the key and the names
    return described(grid, _("Segments against players: which player serves which segment"), above + 44 * len(segments))


def _names_above(many: int) -> "alt.Axis":
    """The names over the columns: aslant where there are several, so that none lies over the next on a phone."""
    import altair as alt

    if many <= FLAT:
        return alt.Axis(labelAngle=0, orient="top")
    return alt.Axis(labelAngle=-70, labelAlign="left", labelLimit=ASLANT, orient="top")


def attractiveness(rated: "pd.DataFrame", names: Mapping[str, str], sizes: "pd.Series") -> "alt.Chart":
    """Segments as circles: attractive to us (across) against how strong we are there (up), after Dolnicar, Grün & Leisch (2018), ch. 10."""
    import altair as alt
    import pandas as pd

    letters = [str(letter) for letter in rated.index]
    rows = pd.DataFrame(
        {
            "segment": letters, "name": [f"{letter} · {names.get(letter, '')}" for letter in letters], "across": rated["attractive"].to_numpy(),
            "up": rated["strong"].to_numpy(), "size": [max(float(sizes.get(letter, 0)), 0.0) for letter in letters],
        }
    )  # fmt: skip
    rows = _side_by_side(rows)
    scale = alt.Scale(domain=[0, 10], nice=False)
    whole = alt.Axis(format="d", tickCount=10)
    across = alt.X("across:Q", scale=scale, axis=whole, title=_("how attractive for you (0 to 10)"))
    up = alt.Y("up:Q", scale=scale, axis=whole, title=_("how strong you are there (0 to 10)"))
    corners = pd.DataFrame(
        [
            {"across": 9.9, "up": 9.7, "told": _("go for it"), "side": "right"}, {"across": 9.9, "up": 0.4, "told": _("worth becoming stronger"), "side": "right"},
            {"across": 0.1, "up": 9.7, "told": _("keep, without extra money"), "side": "left"}, {"across": 0.1, "up": 0.4, "told": _("not now"), "side": "left"},
        ]
    )  # fmt: skip
    quiet: Any = {"opacity": 0.75, "fontSize": 12, "fontStyle": "italic"}
    right = alt.Chart(corners[corners["side"] == "right"]).mark_text(align="right", **quiet).encode(across, up, text=alt.Text("told:N"))
    left = alt.Chart(corners[corners["side"] == "left"]).mark_text(align="left", **quiet).encode(across, up, text=alt.Text("told:N"))
    lines = alt.layer(
        alt.Chart(pd.DataFrame({"across": [5]})).mark_rule(strokeDash=[4, 4], color="#63727C").encode(across),
        alt.Chart(pd.DataFrame({"up": [5]})).mark_rule(strokeDash=[4, 4], color="#63727C").encode(up),
    )
    drawn: Any = (alt.X("drawn_across:Q", scale=scale), alt.Y("drawn_up:Q", scale=scale))
    aside = alt.Chart(rows[rows["aside"]])
    threads = aside.mark_rule(color="#63727C").encode(across, up, x2=alt.X2("drawn_across:Q"), y2=alt.Y2("drawn_up:Q"))
    dots = aside.mark_circle(size=30, opacity=1, color="#63727C").encode(across, up)
    circles = alt.Chart(rows).mark_circle(opacity=0.85, stroke="#ffffff").encode(
        *drawn, size=alt.Size("area:Q", scale=None, legend=None),
        color=alt.Color("segment:N", scale=segment_scale(letters), legend=None),
        tooltip=[
            alt.Tooltip("name:N", title=_("Segment")), alt.Tooltip("across:Q", title=_("attractive"), format=".1f"),
            alt.Tooltip("up:Q", title=_("strong"), format=".1f"),
        ],
    )  # fmt: skip
    words = alt.Chart(rows).mark_text(fontWeight="bold", fontSize=15, color="#ffffff").encode(*drawn, text=alt.Text("segment:N"))
    told = _("Segments by how attractive they are and how strong you are there")
    return described(alt.layer(lines, right, left, threads, dots, circles, words), told, 380)


def _side_by_side(rows: "pd.DataFrame") -> "pd.DataFrame":
    """Where each circle is drawn, so that those on one spot do not cover one another, how large (area in pixels), and which stand beside their spot."""
    import numpy as np

    from segmentation.charts.apart import apart

    largest = float(rows["size"].max()) if len(rows) else 0.0
    area = SMALLEST + (LARGEST - SMALLEST) * (rows["size"].to_numpy(float) / largest if largest > 0 else np.zeros(len(rows)))
    scale = np.array(ROOM) / 10
    spots = rows[["across", "up"]].to_numpy(float) * scale
    drawn = apart(spots, np.sqrt(area / np.pi), ROOM)
    return rows.assign(
        area=area, drawn_across=drawn[:, 0] / scale[0], drawn_up=drawn[:, 1] / scale[1], aside=np.hypot(*(drawn - spots).T) > BESIDE
    )


def two_sides(own: str, other: str, needs: str) -> "alt.Chart":
    """Two sides of a market and who depends on whom: `needs` is both, own (the own side needs the other) or other."""
    import altair as alt
    import pandas as pd

    places = pd.DataFrame({"x": [0.0, 10.0], "y": [0.0, 0.0], "name": ["\n".join(wrap(name, ACROSS)[:3]) for name in (own, other)]})
    arrows = [(2.2, 7.8, 0.25, ">")] if needs != "other" else []
    arrows += [(7.8, 2.2, -0.25, "<")] if needs != "own" else []
    lines = pd.DataFrame([{"x": min(a, b), "x2": max(a, b), "y": y} for a, b, y, _sign in arrows])
    heads = pd.DataFrame([{"x": b, "y": y, "turn": 90 if sign == ">" else -90} for _a, b, y, sign in arrows])
    x = alt.X("x:Q", scale=alt.Scale(domain=[-3, 13]), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[-1.9, 0.9]), axis=None)  # room for the names below
    layers = [
        alt.Chart(places).mark_circle(size=9000, opacity=1, color="#0072B2").encode(x, y),
        alt.Chart(places).mark_text(fontSize=14, fontWeight="bold", limit=130, dy=58, baseline="top", lineBreak="\n").encode(x, y, text=alt.Text("name:N")),
        alt.Chart(lines).mark_rule(color="#63727C", strokeWidth=3).encode(x, y, x2=alt.X2("x2:Q")),
        alt.Chart(heads).mark_point(shape="triangle", filled=True, size=220, color="#63727C").encode(x, y, angle=alt.Angle("turn:Q", scale=None)),
    ]
    told = {
        "both": _("{own} and {other} need each other."), "own": _("{own} come because {other} are there."), "other": _("{other} come because {own} are there."),
    }[needs]  # fmt: skip
    return described(alt.layer(*layers), told.format(own=own, other=other), 190)
