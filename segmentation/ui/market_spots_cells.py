"""Which of your segments does each player on the market serve, and where is nobody?"""

from typing import Any

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.charts.plan import white_spots
from segmentation.language import _
from segmentation.plan.spots import marked, places, served_by
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.cells import cell
from segmentation.ui.picture import picture
from segmentation.ui.text import safe

MOST_PLAYERS = 8


def spots(study: Study, analysis: Analysis) -> None:
    """Segments against players: where is nobody?"""
    with cell(
        "market.spots",
        _("Where is nobody?"),
        help=_("Your segments against the players: an empty place is room, or a sign that there is no money."),
    ) as here:
        saved: dict[str, Any] = study.settings.get("players", {})
        st.text_input(
            _("Players, separated by commas"),
            value=", ".join(saved),
            key=state.key("players"),
            max_chars=400,
            on_change=_save_players,
            help=_("Your competitors, and yourself."),
            placeholder=_("For example: we, the chain in town, the big web shop"),
        )
        names = places(study, analysis)
        proposed = analysis.profiles.names_in(study.language) if "A" in names else {}
        served = {player: served_by(marks, names, proposed) for player, marks in saved.items()}
        _by_letter(saved, served, names)
        for player, codes in served.items():
            st.multiselect(
                safe(player),
                list(names),
                default=codes,
                format_func=lambda code: names.get(code, code),
                key=state.key(f"serves:{player}"),
                placeholder=_("Choose one or more"),
                select_all=False,
                on_change=_save_served,
                args=(player, names),
                help=_("Which segments does this player serve?"),
            )
        if not saved:
            return
        shown = {player: [names[code] for code in codes] for player, codes in served.items()}
        picture("white-spots", (*names.values(), str(shown)), white_spots, list(shown), list(names.values()), shown)
        open_ones = [name for code, name in names.items() if not any(code in codes for codes in served.values())]
        if open_ones:
            here.means(_("Nobody serves {segments} yet, as far as you know."), segments=", ".join(open_ones))
        else:
            here.means(_("Every segment is served by somebody; look at who serves it well."))


def _by_letter(saved: dict[str, Any], served: dict[str, list[str]], names: dict[str, str]) -> None:
    """Marks of an older study, which are names, are held by letter from now on, so that a new name keeps them."""
    kept = {player: marked(marks, names, served[player]) for player, marks in saved.items()}
    if any(set(marks) - set(kept[player]) for player, marks in saved.items()):
        state.decide(lambda study: study.change(settings={**study.settings, "players": kept}))


def _save_players() -> None:
    names = list(dict.fromkeys(name.strip()[:60] for name in str(state.value_of("players")).split(",") if name.strip()))[:MOST_PLAYERS]
    old = st.session_state["study"].settings.get("players", {})
    state.decide(
        lambda study: study.change(settings={**study.settings, "players": {name: old.get(name, []) for name in names}}),
        redraw=True,
    )


def _save_served(player: str, names: dict[str, str]) -> None:
    old = st.session_state["study"].settings.get("players", {})
    kept = marked(old.get(player, []), names, list(state.value_of(f"serves:{player}")))
    state.decide(lambda study: study.change(settings={**study.settings, "players": {**old, player: kept}}))
