"""What must a segment be to count in this study, and from which size does it pay?"""

import streamlit as st

from segmentation import plan
from segmentation.analysis import Analysis
from segmentation.language import _, currency_symbol, number
from segmentation.study import Study
from segmentation.ui import controls, state
from segmentation.ui.cells import cell


def criteria(study: Study, _analysis: Analysis) -> None:
    """What a segment must be to count, and from which size it pays."""
    help_ = _("Step 5 scores every segment on these, and draws which are most attractive for you.")
    with cell("plan.criteria", _("When is a segment worth an own approach?"), help=help_) as here:
        if not study.criteria:
            st.write(_("These weights suit most businesses. Change what you see otherwise, or take them as they are."))
            controls.act(
                _("Take these criteria"), "criteria", lambda study: study.change(criteria=plan.weights(study.criteria)), type="primary",
                help=_("You can change them at any time."),
            )  # fmt: skip
        weight_controls(study)
        sign = currency_symbol(study.currency)
        cost, margin, uplift = st.columns(3)
        with cost:
            _setting("programme_cost", f"{_('An own approach costs a year')} ({sign})", _("Design, mailings, hours: everything you would do for one segment."))
        with margin:
            _setting("margin_per_customer", f"{_('Margin per customer a year')} ({sign})", _("What you keep of a customer's yearly spending, before this approach."))
        with uplift:
            _setting("uplift", _("Extra margin it brings (%)"), _("Be modest: 5 to 10% is a good result."))
        given = {name: float(study.settings.get(name, usual)) for name, usual in plan.USUAL.items()}
        least = plan.break_even_customers(given["programme_cost"], given["margin_per_customer"], given["uplift"] / 100)
        if least is not None:
            here.means(
                _("With these figures a segment pays from {n} customers: {cost} divided by {gain} extra per customer."), n=number(least),
                cost=f"{sign} {number(given['programme_cost'])}", gain=f"{sign} {number(given['margin_per_customer'] * given['uplift'] / 100, 2)}",
            )  # fmt: skip


def weight_controls(study: Study) -> None:
    """One choice per criterion: how heavily it weighs."""
    chosen = plan.weights(study.criteria)
    weights = [0.0, 1.0, 2.0, 3.0]
    with st.grid(2):
        for one in plan.CRITERIA:
            held = min(3, max(0, round(chosen[one.code])))
            st.selectbox(
                f"{one.told()[:1].upper()}{one.told()[1:]}: {_(one.asks)}", weights, index=held,
                format_func=_weight_word, key=state.key(f"criterion:{one.code}"), help=_("How heavily this weighs for you."), on_change=_weigh,
                args=(one.code,),
            )  # fmt: skip


def _weight_word(weight: float) -> str:
    return {0.0: _("does not count"), 1.0: _("nice"), 2.0: _("important"), 3.0: _("a must")}[weight]


def _weigh(code: str) -> None:
    weight = state.value_of(f"criterion:{code}")
    state.decide(lambda study: study.change(criteria={**plan.weights(study.criteria), **study.criteria, code: weight}))


def _setting(name: str, label: str, help: str) -> None:
    st.number_input(
        label,
        min_value=0.0,
        value=float(st.session_state["study"].settings.get(name, plan.USUAL[name])),
        key=state.key(f"setting:{name}"),
        help=help,
        on_change=_save_setting,
        args=(name,),
    )


def _save_setting(name: str) -> None:
    value = state.value_of(f"setting:{name}")
    if value is not None:
        state.decide(lambda study: study.change(settings={**study.settings, name: float(value)}))
