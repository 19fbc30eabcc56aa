"""What serving a customer costs, asked in sentences a shopkeeper understands, each with how sure it is."""

from typing import Any

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.errors import SegmentationError
from segmentation.language import _, currency_symbol, money, number, percent, speak
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.cells import cell, folded
from segmentation.ui.text import fill, safe

FIRST = ("margin_rate", "per_order", "shipping_per_order", "per_return", "per_ticket", "per_mailing", "fixed_per_year")
ROOM = {"exact": 0.0, "about": 0.15, "rough": 0.4}


def ask_costs(study: Study, analysis: Analysis) -> None:
    """The assumptions as sentences, each with its unit, how sure it is, and where the figure comes from."""
    from segmentation.economics.fields import BY_NAME

    title, help_ = (
        _("What does serving a customer cost you?"),
        _("Start with the usual figures and replace them by your own. Every figure on this page follows at once."),
    )
    with cell("roi.costs", title, help=help_):
        known = float(analysis.customers.frame["margin"].notna().mean()) if "margin" in analysis.customers.frame else 0.0
        counted = [BY_NAME[name] for name in FIRST if name != "margin_rate" or known < 1]
        told = [f"{field.label.lower()} {_shown(field, _likely(study, field), study)}" for field in counted]
        st.markdown(fill(_("Counted with: {figures}."), figures=" · ".join(told)))
        if known:
            st.caption(safe(_where_goods(known)))
        _ask_sending(study)
        folded("costs", _("Replace these figures by your own"), _ask_first, study)
        folded("more-costs", _("More costs, counted only when you fill them in"), _ask_others, study)


def _ask_first(study: Study) -> None:
    """The costs that nearly every shop has, and a way to fill in or clear them all."""
    from segmentation.economics.fields import BY_NAME

    for name in FIRST:
        _ask(study, BY_NAME[name])
    with st.container(horizontal=True):
        st.button(
            _("Fill in the usual figures everywhere"),
            key=state.key("costs:usual"),
            on_click=_usual,
            help=_("Your own figures stay as they are."),
        )
        st.button(
            _("Start again"),
            key=state.key("costs:none"),
            on_click=_forget,
            help=_("Takes all your figures away; undo brings them back."),
        )


def _ask_others(study: Study) -> None:
    """The costs that count only when somebody fills them in."""
    from segmentation.economics import Costs

    for field in Costs.fields():
        if field.name not in FIRST:
            _ask(study, field)


def _ask_sending(study: Study) -> None:
    """Whether anything is sent at all: postage is the largest usual cost, and a salon or a shop has none."""
    ways = {"sent": _("We send it"), "fetched": _("They come to us")}
    st.segmented_control(
        _("How do your customers get what they buy?"),
        list(ways),
        format_func=ways.__getitem__,
        default="fetched" if study.costs.get("shipping_per_order") == 0 else "sent",
        required=True,
        key=state.key("costs:sending"),
        on_change=_sending,
        help=_("Who sends nothing pays no postage: sending an order counts for nothing then."),
    )


def _sending() -> None:
    fetched = state.value_of("costs:sending") == "fetched"

    def decided(study: Study) -> Study:
        others = {name: value for name, value in study.costs.items() if name != "shipping_per_order"}
        return study.change(costs={**others, "shipping_per_order": 0.0} if fetched else others)

    state.decide(decided, redraw=True)


def _where_goods(known: float) -> str:
    """Whether the gross margin counts at all."""
    if known >= 1:
        return _("Your file says what the goods cost, so the gross margin below is not used.")
    if known >= 0.995:
        return _("Your file says what the goods cost for nearly all your customers; the gross margin hardly counts.")
    told = _("Your file says what the goods cost for {share} of your customers; the margin above counts for the others only.")
    return told.format(share=percent(known))


def _likely(study: Study, field: Any) -> float:
    held = study.costs.get(field.name, field.default)
    return float(held[1] if isinstance(held, tuple | list) else held)


def _ask(study: Study, field: Any) -> None:
    likely = _likely(study, field)
    unit = "%" if field.unit == "share" else currency_symbol(study.currency) if field.unit == "money" else _("minutes")
    shown = likely * 100 if field.unit == "share" else likely
    left, middle, right = st.columns([5, 2, 2.6], vertical_alignment="center")
    gap = {"share": "… %", "minutes": "…"}.get(field.unit, f"{unit}\u00a0…")
    left.markdown(fill(field.sentence, value=gap).replace("….", "…"))
    usual = _("Usual: {low} to {high}. {source}").format(
        low=_shown(field, field.low, study), high=_shown(field, field.high, study), source=field.source
    )
    middle.number_input(
        f"{field.label} ({unit})",
        value=round(shown, 4),
        step=_step(field, likely),
        format=None if shown >= 1 or not shown else "%.3f",
        help=usual,
        key=state.key(f"cost:{field.name}"),
        on_change=_save,
        args=(field.name,),
        label_visibility="collapsed",
    )
    options = {
        "exact": _("exactly"),
        "about": _("about (± 15%)"),
        "rough": _("roughly (± 40%)"),
        **(
            {}
            if field.name in study.costs
            else {"usual": _("usual")}
            if isinstance(field.default, tuple)
            else {"none": _("not filled in")}
        ),
    }
    right.selectbox(
        _("How sure: {cost}").format(cost=field.label),
        list(options),
        format_func=options.__getitem__,
        index=list(options).index(_sureness(study, field)),
        key=state.key(_sureness_of(study, field.name)),
        on_change=_save,
        args=(field.name,),
        label_visibility="collapsed",
        help=_("What you do not know exactly varies within this range."),
    )


def _shown(field: Any, value: float, study: Study) -> str:
    return (
        percent(value, 1)
        if field.unit == "share"
        else money(value, study.currency, 2)
        if field.unit == "money"
        else number(value)
    )


def _step(field: Any, likely: float) -> float:
    return 1.0 if field.unit != "money" else 0.01 if likely < 0.1 else 0.5 if likely < 100 else 100.0


def _sureness(study: Study, field: Any) -> str:
    if field.name not in study.costs:
        return "usual" if isinstance(field.default, tuple) else "none"
    held = study.costs[field.name]
    if not isinstance(held, tuple | list) or not held[1]:
        return "exact"
    return min(ROOM, key=lambda name: abs(ROOM[name] - (held[1] - held[0]) / held[1]))


def _sureness_of(study: Study, name: str) -> str:
    """The name of the choice how sure a figure is: another one, with other options, once the figure is the user's own."""
    return f"sure:{name}:{'own' if name in study.costs else 'usual'}"


def _save(name: str) -> None:
    """Keep a figure and how sure it is; one that cannot be is refused with the reason. The page follows as it stands: drawing all its pictures from nothing takes a browser seconds."""
    from segmentation.economics import Costs
    from segmentation.economics.fields import BY_NAME

    field, sure = BY_NAME[name], state.value_of(_sureness_of(st.session_state["study"], name))
    value = float(state.value_of(f"cost:{name}")) / (100 if field.unit == "share" else 1)
    room = 0.0 if sure == "none" else ROOM.get(sure, 0.15)
    kept = (
        round(value, 6)
        if not room or not value
        else (round(value * (1 - room), 6), round(value, 6), round(min(value * (1 + room), field.top), 6))
    )
    speak(state.language())
    try:
        Costs(**{name: value})
    except SegmentationError as error:  # told in the language of the app; a limit of the box itself is told in English
        state.fail(error)
        st.session_state["generation"] += 1  # the box shows again what is saved
        return
    state.decide(lambda study: study.change(costs={**study.costs, name: kept}))


def _usual() -> None:
    from segmentation.economics import Costs

    figures = {field.name: field.usual for field in Costs.fields() if field.usual[1]}
    state.decide(lambda study: study.change(costs={**figures, **study.costs}), redraw=True)


def _forget() -> None:
    state.decide(lambda study: study.change(costs={}), redraw=True)
