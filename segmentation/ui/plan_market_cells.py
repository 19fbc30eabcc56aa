"""Who do you sell to, and what kind of market is it; and when two sides need each other, how do they hang together?"""

import streamlit as st

from segmentation import plan
from segmentation.analysis import Analysis
from segmentation.charts.plan import two_sides
from segmentation.language import N_, _
from segmentation.study import CURRENCIES, Study, new_id
from segmentation.ui import controls, state
from segmentation.ui.cells import cell
from segmentation.ui.picture import picture
from segmentation.ui.text import fill, safe

NEEDS = {
    "both": N_("both need each other"), "own": N_("this side comes because of the other"), "other": N_("the other side comes because of this one"),
}  # fmt: skip


def about_you(study: Study, _analysis: Analysis) -> None:
    """Trade, B2B or B2C, and customers or market: it changes every suggestion later."""
    with cell("plan.about", _("Who are you, and who do you sell to?"), note=False):
        trade, audience, subject = st.columns(3)
        with trade:
            controls.choose(
                "trade", _("Your trade"), {"": _("any trade")} | {code: _(name) for code, name in plan.TRADES.items() if code != "any"},
                help=_("Questions and examples that fit your trade come first."),
            )  # fmt: skip
            controls.choose("currency", _("Currency"), {code: code for code in dict.fromkeys((*CURRENCIES, study.currency))}, _("In which money your amounts are."))
        with audience:
            controls.choose(
                "audience", _("My customers are"), {"b2c": _("people (B2C)"), "b2b": _("businesses (B2B)")}, kind="radio",
                help=_("This changes which features are suggested later: age and place for people, sector and size for businesses."),
            )  # fmt: skip
        with subject:
            controls.choose(
                "subject", _("I want to divide"), {"customers": _("the customers I have"), "market": _("the whole market")}, kind="radio",
                help=_("Customer segmentation looks at who already buys from you; market segmentation also at who does not yet."),
            )  # fmt: skip
        if study.subject == "market":
            st.caption(_("To divide the whole market you also need people who do not buy from you yet: a survey among them, or figures of your trade in step 2."))


def market_kind(study: Study, analysis: Analysis) -> None:
    """Seven plain questions, and the kind of market they point to."""
    with cell(
        "plan.market",
        _("What kind of market are you in?"),
        help=_("Mass, niche, segmented, diversified or multi-sided: it changes what segments are for."),
    ) as here:
        with st.expander(_("Answer at least three of seven plain questions"), expanded=state.at_first("kind", len(study.market_answers) < len(plan.QUESTIONS))):
            for question in plan.QUESTIONS:
                choices = question.choices()
                now = study.market_answers.get(question.id)
                st.radio(
                    question.told(),
                    list(choices),
                    index=list(choices).index(now) if now in choices else None,
                    format_func=choices.__getitem__,
                    key=state.key(f"kind:{question.id}"),
                    on_change=_answer,
                    args=(question.id,),
                    horizontal=True,
                )
        found = plan.diagnose(study.market_answers)
        if found is None:
            st.caption(_("Answer at least three and the kind of market appears here."))
            return
        here.means(_("This looks like a {kind}: {about}"), kind=_(found.kind.name), about=_(found.kind.about))
        st.write(fill(_("Because you said: {answers}."), answers=" · ".join(_(text) for text in found.because)))
        st.write(safe(_(found.kind.means)))
        if found.certainty < 0.1:
            st.caption(fill(_("It is a close call with {second}."), second=_(found.second.name)))
        if found.kind.code == "multi_sided":
            _sides(study)


def _answer(question_id: str) -> None:
    answer = state.value_of(f"kind:{question_id}")
    state.decide(lambda study: study.change(market_answers={**study.market_answers, question_id: answer}))


def _sides(study: Study) -> None:
    """Name the two sides, draw who depends on whom, and make the study of the other side with one click."""
    sides = {"own": "", "other": "", "needs": "both", **study.settings.get("sides", {})}
    left, right, middle = st.columns(3)
    for column, side, label, example in (
        (left, "own", _("This study is about"), _("For example: buyers")),
        (right, "other", _("The other side"), _("For example: sellers")),
    ):
        column.text_input(
            label, value=sides[side], key=state.key(f"side:{side}"), max_chars=40, placeholder=example, on_change=_save_side, args=(side,),
            help=_("One or two words: they stand in the drawing and in the name of the study."),
        )  # fmt: skip
    middle.selectbox(
        _("Who depends on whom?"), list(NEEDS), index=list(NEEDS).index(sides["needs"]), format_func=lambda code: _(NEEDS[code]),
        key=state.key("side:needs"), on_change=_save_side, args=("needs",), help=_("Without whom would the others not come?"),
    )  # fmt: skip
    if not sides["own"] or not sides["other"]:
        st.caption(_("Name both sides and they are drawn here."))
        return
    named = sides["own"], sides["other"], sides["needs"]
    picture("two-sides", named, two_sides, *named)
    linked = sides.get("study", "")
    if any(info.id == linked for info in state.store().studies()):
        st.button(
            _("Go to the study of the other side: {side}").format(side=safe(sides["other"])), key=state.key("side:go"), icon=":material/arrow_forward:",
            on_click=_go_over, args=(linked,), help=_("It is linked back to this one."),
        )  # fmt: skip
        return
    st.button(
        _("Make the study of the other side: {side}").format(side=safe(sides["other"])), key=state.key("side:make"), type="primary", on_click=_other_side,
        help=_("A second study with the same strategy and market, linked to this one; give it the customers of that side."),
    )  # fmt: skip


def _go_over(linked: str) -> None:
    """Not a link: one to another study on the same page leaves the old study in the address."""
    st.query_params["study"] = linked
    state.take(*state.store().load(linked))


def _save_side(side: str) -> None:
    value = str(state.value_of(f"side:{side}") or "").strip()
    state.decide(lambda study: study.change(settings={**study.settings, "sides": {**study.settings.get("sides", {}), side: value}}))


def _other_side() -> None:
    """A study for the other side: what is about the market comes along, what is about these customers does not."""
    study: Study = st.session_state["study"]
    sides = study.settings["sides"]
    turned = {"both": "both", "own": "other", "other": "own"}[sides.get("needs") or "both"]
    fresh = state.store().new(
        f"{study.name} · {sides['other']}", id=new_id(), language=study.language, currency=study.currency, trade=study.trade, strategy=study.strategy,
        market_answers=study.market_answers, market=study.market, criteria=study.criteria,
        settings={"sides": {"own": sides["other"], "other": sides["own"], "needs": turned, "study": study.id}},
    )  # fmt: skip
    state.decide(lambda now: now.change(settings={**now.settings, "sides": {**sides, "study": fresh.id}}), redraw=True)
