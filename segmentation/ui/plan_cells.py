"""What does somebody decide before there are data: how to divide, and what stands on the strategy sheet?"""

import streamlit as st

from segmentation import plan
from segmentation.analysis import Analysis
from segmentation.language import N_, _, currency_symbol, money, number
from segmentation.study import Strategy, Study
from segmentation.ui import controls, state
from segmentation.ui.cells import cell
from segmentation.ui.owed_cells import owed
from segmentation.ui.text import fill, safe

SHEET = {
    "goal": (N_("Goal"), N_("For example: sell more to the customers we already have.")),
    "goals": (N_("How will you know it worked?"), N_("For example: 10% more repeat customers within a year.")),
    "budget": (N_("Budget"), N_("For example: 2,000 euros and one day a week.")),
    "target_market": (N_("Target market"), N_("For example: gardeners in the north of the country.")),
    "mission": (N_("Mission"), N_("Why does your business exist?")),
    "scope": (N_("Scope"), N_("What belongs to this study, and what does not?")),
    "deliverables": (
        N_("Deliverables"),
        N_("At least: the list of key segments, the added insight per segment, and the personas."),
    ),
    "team": (N_("Team"), N_("Who joins in, and who decides?")),
    "deadline": (N_("Deadline"), N_("For example: before the spring season.")),
}


def progress(study: Study, analysis: Analysis) -> None:
    """How far the plan is, what to do now, and the three things the study owes."""
    parts = [
        (_("three questions"), len(study.questions) >= 3),
        (_("a kind of market"), plan.diagnose(study.market_answers) is not None),
        (_("a way of dividing"), bool(study.models)),
        (_("criteria"), bool(study.criteria)),
    ]
    st.markdown(
        _("Ten minutes for a plan that steers every page after it:")
        + " "
        + " · ".join(f"{'✓' if done else '○'} {name}" for name, done in parts)
    )
    missing = [name for name, done in parts if not done]
    if not missing:
        told = [one.told() for one in plan.deliverables(study, analysis)]
        st.caption(safe(_("Your plan stands. The study owes three things: {list}.").format(list="; ".join(told))))


def models(study: Study, analysis: Analysis) -> None:
    """The eight models of segmentation, scored on what the questions ask and the data hold."""
    with cell(
        "plan.models",
        _("Which way of dividing fits?"),
        help=_("The eight models of segmentation. Those you choose come first when features are suggested in step 5."),
    ) as here:
        customers = analysis.customers if study.uploads and analysis.ready("customers") else None
        scores = plan.score_models(study.questions, study.audience, customers)
        best = [score.model for score in scores if score.total > 0][:2] or [
            one for one in plan.MODELS if one.code in ("behavioural", "value")
        ]
        told = (
            _("On your questions and data this suits best: {model}.") if customers is not None
            else _("On your questions this suits best: {model}.") if study.questions else _("Without questions or data yet, most begin with {model}.")
        )  # fmt: skip
        here.means(told, model=_(" and ").join(_(one.name) for one in best))
        if not study.models:
            controls.act(
                _("Divide like that"), "models", lambda study: study.change(models=tuple(one.code for one in best)), type="primary",
                help=_("You can change it at any time; step 5 shows what it does."),
            )  # fmt: skip
        controls.pick(
            "models",
            _("Divide by"),
            {score.model.code: score.model.told() for score in scores},
            help=_("Leave it empty and Klantbeeld suggests what your questions ask and your data hold."),
        )
        with st.expander(_("The eight ways, with an example")), st.grid(4):
            for score in scores:
                with st.container(border=True, height="stretch"):
                    st.markdown(f"**{_(score.model.name)}**")
                    st.caption(f"{_(score.model.about)} *{safe(score.model.example_for(study.trade))}*")
                    told = _("asked {asked} · in your data {held}") if customers is not None else _("asked {asked}")
                    st.progress(score.total, text=told.format(asked=_level(score.asked), held=_level(score.held)))


def _level(share: float) -> str:
    return _("much") if share > 0.66 else _("some") if share > 0 else _("nothing")


def strategy(study: Study, analysis: Analysis) -> None:
    """The strategy sheet, what the study owes and how far that is, and the work this study takes."""
    with cell(
        "plan.strategy", _("Your strategy sheet"), help=_("Short is fine. It is printed in front of the report."), note=False
    ) as here:
        with st.grid(2):
            for field, (label, example) in SHEET.items():
                st.text_area(
                    _(label),
                    value=getattr(study.strategy, field),
                    key=state.key(f"strategy:{field}"),
                    placeholder=_(example),
                    max_chars=2000,
                    height=80,
                    on_change=_write_strategy,
                    args=(field,),
                    help=_(example),
                )
        st.markdown(_("This study owes three things; their state follows from what you do on the later steps:"))
        owed(study, analysis)
        low, high = plan.hours(study)
        here.means(
            _("Reckon on {low} to {high} hours of work for this study; what the app does by itself is not counted."),
            low=number(low),
            high=number(high),
        )
        _cost_of_study(study, low, high)
        with st.expander(_("How that adds up")):
            for task in plan.effort(study):
                st.write(
                    fill(_("{task}: {low} to {high} hours"), task=task.told(), low=number(task.low, 1), high=number(task.high, 1))
                )


def _cost_of_study(study: Study, low: float, high: float) -> None:
    """The hours in money, when the user says what an hour costs; set beside the budget."""
    rate = float(study.settings.get("hour_cost", 0.0))
    st.number_input(
        f"{_('What does an hour of your own work cost?')} ({currency_symbol(study.currency)})", 0.0, 1000.0, rate, 5.0, key=state.key("hour_cost"),
        on_change=_save_hour, help=_("Leave it at 0 to count hours only."),
    )  # fmt: skip
    if rate:
        told = fill(
            _("That is {low} to {high}."), low=money(rate * low, study.currency, 0), high=money(rate * high, study.currency, 0)
        )
        st.write(told + (" " + fill(_("Your budget: {budget}"), budget=study.strategy.budget) if study.strategy.budget else ""))


def _save_hour() -> None:
    value = float(state.value_of("hour_cost") or 0)
    state.decide(lambda study: study.change(settings={**study.settings, "hour_cost": value}))


def onward(study: Study, _analysis: Analysis) -> None:
    """Where to go from the end of the page."""
    with st.container(horizontal=True):
        st.page_link(
            "pages/3_customers.py",
            label=_("Go on: add your customers"),
            query_params={"study": study.id},
            icon=":material/arrow_forward:",
        )
        st.page_link("pages/2_market.py", label=_("Or first: your market"), query_params={"study": study.id})


def _write_strategy(field: str) -> None:
    text = state.value_of(f"strategy:{field}") or ""
    state.decide(lambda study: study.change(strategy=Strategy(**{**dict(study.strategy), field: text})))
