"""What is known about the market: the four questions, who serves whom, and how others' figures compare?"""

import datetime as dt
import re
from collections.abc import Callable

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.errors import SegmentationError
from segmentation.language import N_, _, date, money, number, percent, speak
from segmentation.plan.benchmarks import FIGURES, Benchmark, compare, rows_of
from segmentation.study import MarketCard, Study
from segmentation.ui import controls, state
from segmentation.ui.cells import cell, show_error
from segmentation.ui.text import safe

TOPICS = {
    "needs": N_("How does your trade give customers what they need?"),
    "players": N_("Who are the big players?"),
    "how": N_("How do they segment?"),
    "trends": N_("Which trends do you see?"),
    "hidden": N_("Which opportunity is hidden?"),
}
EXAMPLES = {
    "needs": N_("For example: web shops compete on speed, we on advice."),
    "players": N_("For example: the chain in town, two large web shops, the market on Friday."),
    "how": N_("For example: the chain advertises for families, the web shop for bargain hunters."),
    "trends": N_("For example: more people repair instead of buying new."),
    "hidden": N_("For example: nobody delivers in the evening in our villages."),
}
SURE = {"sure": N_("sure"), "likely": N_("likely"), "guess": N_("a guess")}
STALE_YEARS = 2.0
CURRENCY = re.compile(r"[^\W\d_]|[€£$¥]")


def market_questions(study: Study, _analysis: Analysis) -> None:
    """One cell per question: cards with source and date, old ones marked."""
    if not study.market:
        st.write(
            _(
                "Five short questions about what goes on outside your shop: a line each, with where you know it from. Ten minutes are enough to begin; you can skip this step."
            )
        )
    for topic, title in TOPICS.items():
        with cell(
            f"market.{topic}", _(title), help=_("Write what you know, where it comes from and from when. Old answers are marked.")
        ):
            cards = [one for one in study.market if one.topic == topic]
            if cards:
                with st.grid(2):
                    for card in cards:
                        _show_card(card, float(study.settings.get("stale_years", STALE_YEARS)))
            else:
                st.caption(_(EXAMPLES[topic]))
            _new_card(topic)


def stale(study: Study, _analysis: Analysis) -> None:
    """After how many years an answer is old."""
    with st.expander(_("When is an answer old?")):
        _stale_years(study)


def _stale_years(study: Study) -> None:
    st.number_input(
        _("Answers are old after (years)"),
        min_value=0.5,
        max_value=20.0,
        step=0.5,
        value=float(study.settings.get("stale_years", STALE_YEARS)),
        key=state.key("setting:stale_years"),
        on_change=_save_stale,
        help=_("Old files do not help: an answer that is older gets a mark."),
    )


def _save_stale() -> None:
    years = state.value_of("setting:stale_years")
    if years:
        state.decide(lambda study: study.change(settings={**study.settings, "stale_years": float(years)}))


def _show_card(card: MarketCard, stale_years: float) -> None:
    with st.container(border=True):
        st.write(safe(card.text))
        st.caption(" · ".join([safe(card.source) or _("no source"), _card_date(card, stale_years), _(SURE[card.sure])]))
        controls.act(_("Remove this card"), f"card:{card.id}", _without(card.id), type="tertiary")


def _card_date(card: MarketCard, stale_years: float) -> str:
    try:
        day = dt.date.fromisoformat(card.date)
    except ValueError:
        return _("no date")
    old = (dt.date.today() - day).days > stale_years * 365.25
    return f"{date(day)} :orange-badge[{_('old: check again')}]" if old else date(day)


def _without(card_id: str) -> Callable[[Study], Study]:
    return lambda study: study.change(market=tuple(one for one in study.market if one.id != card_id))


def _new_card(topic: str) -> None:
    with st.expander(_("Add an answer"), key=state.key(f"{topic}:add")):  # a key of its own: made anew, so closed, when an answer is saved; Tab goes into it
        st.text_area(_("What do you know?"), key=state.key(f"{topic}:text"), max_chars=2000, placeholder=_(EXAMPLES[topic]))
        st.text_input(
            _("Where does it come from?"),
            key=state.key(f"{topic}:source"),
            max_chars=300,
            help=_("A person, a report, an address. An address is kept as text; nothing is fetched."),
        )
        st.date_input(_("From when?"), key=state.key(f"{topic}:date"), value="today", format="DD-MM-YYYY", max_value="today")
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


def benchmarks(study: Study, analysis: Analysis) -> None:
    """Figures of others, pasted in a table, beside the study's own."""
    with cell(
        "market.benchmarks",
        _("How do others do?"),
        help=_("Type or paste figures of your trade; your own stand beside them, with the same definition."),
    ) as here:
        rows = st.data_editor(
            [dict(row) for row in study.benchmarks] or [{"what": "", "value": "", "source": ""}],
            num_rows="dynamic",
            key=state.key("benchmarks"),
            on_change=None,
            column_config={
                "what": st.column_config.TextColumn(_("What"), help=_("For example: return rate"), max_chars=120),
                "value": st.column_config.TextColumn(_("How much"), help=_("For example: 12%"), max_chars=30),
                "source": st.column_config.TextColumn(_("From whom, from when"), max_chars=200),
            },
        )
        kept = tuple(
            {name: str(row.get(name) or "") for name in ("what", "value", "source")}
            for row in rows
            if str(row.get("what") or "").strip()
        )
        if kept != study.benchmarks:
            state.decide(lambda now: now.change(benchmarks=kept))
        st.file_uploader(
            _("Or add a file: what, how much, from whom"), key=state.key("benchmark-file"), on_change=_add_benchmarks, max_upload_size=1,
            help=_("CSV or Excel. The first three columns are taken, in this order."),
        )  # fmt: skip
        error = st.session_state.pop("benchmarks:error", None)
        if error is not None:
            show_error(error)
        customers = analysis.customers if study.uploads and analysis.ready("customers") else None
        compared = compare(kept, customers)
        for one in compared:
            st.markdown(_beside(one, study.currency, _("not in your data") if customers is not None else "–"))
        if compared and customers is None:
            st.caption(_("Your own figures appear here as soon as step 3 has read your files.") if study.uploads else _("Your own figures appear here as soon as you add files in step 3."))
        if not compared:
            here.means(_("Figures we can set beside yours: {names}."), names=", ".join(figure.told() for figure in FIGURES))


def _add_benchmarks() -> None:
    from segmentation.tables import read_table

    file = state.value_of("benchmark-file")
    if file is None:
        return
    speak(state.language())
    try:
        added = rows_of(read_table(file.getvalue(), name=file.name))
    except SegmentationError as error:
        st.session_state["benchmarks:error"] = error
        return
    state.decide(lambda study: study.change(benchmarks=(*study.benchmarks, *(row for row in added if row not in study.benchmarks))), redraw=True)


def _beside(one: Benchmark, currency: str, without: str) -> str:
    name = f"**{safe(one.what)}**" + (f" ({safe(one.source)})" if one.source else "")
    if one.figure is None:
        return f"{name} · {_('we have no figure with this definition')}"
    told = {
        "share": lambda value: percent(value, 1),
        "money": lambda value: money(value, currency),
        "number": lambda value: number(value, 2),
    }[one.figure.unit]
    own = told(one.own) if one.own is not None else without
    theirs = told(one.theirs) if one.theirs is not None else "–"
    if one.figure.unit == "money" and CURRENCY.search(one.given):
        theirs = one.given  # in the currency of whoever said it
    return f"{name} · {_('theirs')} {safe(theirs)} · {_('yours')} **{safe(own)}** · :gray[{safe(_(one.figure.definition))}]"
