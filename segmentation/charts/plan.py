"""Which segments does which player serve, and where is nobody?"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from segmentation.charts.theme import described
from segmentation.language import _

if TYPE_CHECKING:
    import altair as alt


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
            x=alt.X("player:N", title=None, sort=list(players), axis=alt.Axis(labelAngle=0, orient="top")),
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
    return described(grid, _("Segments against players: which player serves which segment"), 60 + 44 * len(segments))
