"""What is known about the market: the four questions, each answer with its source and date?"""

import datetime as dt

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import N_, _, date
from segmentation.study import MarketCard, Study
from segmentation.ui import controls, state
from segmentation.ui.cells import cell
from segmentation.ui.text import safe

TOPICS = {
    "needs": N_("How does your industry serve these needs?"),
    "players": N_("Who are the big players?"),
    "how": N_("How do they segment?"),
    "hidden": N_("Which opportunity is hidden?"),
}
SURE = {"sure": N_("sure"), "likely": N_("likely"), "guess": N_("a guess")}
STALE_DAYS = 730


def market_questions(study: Study, _analysis: Analysis) -> None:
    """One cell per question, cards with source and date, old ones marked."""
    for topic, title in TOPICS.items():
        with cell(
            f"market.{topic}", _(title), help=_("Write what you know, where it comes from and from when. Old answers are marked.")
        ):
            for card in (one for one in study.market if one.topic == topic):
                _show_card(card)
            _new_card(topic)


def _show_card(card: MarketCard) -> None:
    with st.container(border=True):
        st.write(safe(card.text))
        facts = [safe(card.source) or _("no source"), _card_date(card), _(SURE[card.sure])]
        st.caption(" · ".join(facts))
        controls.act("✕", f"card:{card.id}", _without(card.id), help=_("Remove this card"), type="tertiary")


def _card_date(card: MarketCard) -> str:
    if not card.date:
        return _("no date")
    day = dt.date.fromisoformat(card.date)
    old = (dt.date.today() - day).days > STALE_DAYS
    return f"{date(day)} :orange-badge[{_('old: check again')}]" if old else date(day)


def _without(card_id: str):  # type: ignore[no-untyped-def]
    return lambda study: study.change(market=tuple(one for one in study.market if one.id != card_id))


def _new_card(topic: str) -> None:
    with st.popover(_("Add an answer")):
        st.text_area(_("What do you know?"), key=state.key(f"{topic}:text"), max_chars=2000)
        st.text_input(
            _("Where does it come from?"),
            key=state.key(f"{topic}:source"),
            max_chars=300,
            help=_("A person, a report, an address. An address is kept as text; nothing is fetched."),
        )
        st.date_input(_("From when?"), key=state.key(f"{topic}:date"), value="today", format="DD-MM-YYYY")
        st.selectbox(
            _("How sure?"), list(SURE), index=1, format_func=lambda value: _(SURE[value]), key=state.key(f"{topic}:sure")
        )
        st.button(_("Save"), key=state.key(f"{topic}:save"), on_click=_add_card, args=(topic,), type="primary")


def _add_card(topic: str) -> None:
    text = str(state.value_of(f"{topic}:text") or "").strip()
    if text:
        card = MarketCard(
            topic=topic,
            text=text,
            source=state.value_of(f"{topic}:source") or "",
            date=str(state.value_of(f"{topic}:date") or ""),
            sure=state.value_of(f"{topic}:sure"),
        )
        state.decide(lambda study: study.change(market=(*study.market, card)), redraw=True)
