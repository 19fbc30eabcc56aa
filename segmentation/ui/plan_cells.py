"""What does somebody decide before there are data: the questions, who the customers are, and the strategy sheet?"""

from collections.abc import Callable

import streamlit as st

from segmentation import plan
from segmentation.analysis import Analysis
from segmentation.language import N_, _, currency_symbol, money, number
from segmentation.study import Question, Strategy, Study
from segmentation.ui import controls, state
from segmentation.ui.cells import cell
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
MOST_COLUMNS = 6
ANSWERABLE = {
    "yes": (N_("your data can answer this"), "green"),
    "partly": (N_("partly"), "orange"),
    "no": (N_("data missing"), "red"),
    "unknown": (N_("we cannot tell what this needs"), "gray"),
    "refused": (N_("better not asked"), "red"),
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


def questions(study: Study, analysis: Analysis) -> None:
    """Write down what the business wants to know; per question what could answer it and what is missing."""
    with cell(
        "plan.questions",
        _("Which questions do you want answered?"),
        help=_("Start from the question, not from the data. Later pages show which question they serve."),
    ) as here:
        customers = analysis.customers if study.uploads and analysis.ready("customers") else None
        for number_, question in enumerate(study.questions, 1):
            tables = analysis.tables if customers is None or plan.needs_tables(question) else ()
            _question(study, number_, question, plan.serve(question, tables, customers))
        st.text_input(
            _("Add a question"),
            key=state.key("question"),
            max_chars=300,
            on_change=_add_question,
            placeholder=_("For example: which customers cost us more than they bring in?"),
            help=_("In your own words. Press Enter to add it."),
        )
        with st.expander(_("Or take one from the library"), expanded=len(study.questions) < 3):
            _library(study)
        if not study.questions:
            here.means(
                _(
                    "There are no questions yet. Three good ones are enough to begin; data that answer no question need not be collected."
                )
            )


def _question(study: Study, place: int, question: Question, service: plan.Service) -> None:
    word, colour = ANSWERABLE[service.answerable]
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{place}. **{safe(question.text)}** :{colour}-badge[{_(word)}]")
            controls.act("✕", f"drop:{question.id}", _without(question.id), help=_("Remove this question"), type="tertiary")
        if service.columns:
            st.caption(fill(_("Answered with: {columns}"), columns=_told_columns(service.columns)))
        for need in service.missing:
            st.caption(fill(_("Missing: {need}. {how}"), need=need.told(), how=need.how_to_get()))
        for code in service.refused:
            st.caption(f"{plan.why_refused(code)} {_('Ask what you would do differently if you knew, and ask that instead.')}")
        if service.answerable == "unknown":
            _unread(study, question, service)
        _needs(question, service, open_=service.answerable == "unknown")


def _unread(study: Study, question: Question, service: plan.Service) -> None:
    """Nothing was read in it: say so, and propose what looks like it."""
    if not service.about:
        st.caption(
            _("This does not seem to be about customers: no data about them answer it. Ask it about them, or leave it out.")
        )
        return
    st.caption(_("Say below which facts it needs. Until then, collect nothing extra for it."))
    for one in plan.nearest(question.text, study.trade or "any", study.audience):
        controls.act(
            _("Or do you mean: {question}").format(question=one.told()), f"mean:{question.id}:{one.id}", _instead(question, one),
            type="tertiary", help=_("Take this question of the library instead."),
        )  # fmt: skip


def _instead(question: Question, other: plan.LibraryQuestion) -> Callable[[Study], Study]:
    return lambda study: study.change(
        questions=tuple(
            Question(text=other.told(), library=other.id) if one.id == question.id else one for one in study.questions
        )
    )


def _told_columns(columns: tuple[str, ...]) -> str:
    """The first few columns in words; those of a file keep the name they have there."""
    from segmentation.customers.dictionary import label  # the first page appears before pandas is there

    told = list(dict.fromkeys(label(name) for name in columns))
    return ", ".join(told[:MOST_COLUMNS]) + (" …" if len(told) > MOST_COLUMNS else "")


def _needs(question: Question, service: plan.Service, *, open_: bool) -> None:
    """What the app read in the question, to be corrected by who asked it."""
    with st.expander(
        _("What it needs: {needs}").format(needs=", ".join(need.told() for need in service.needs) or "?"), expanded=open_
    ):
        st.multiselect(
            _("Facts that answer it"), [need.code for need in plan.NEEDS], default=[need.code for need in service.needs],
            format_func=lambda code: plan.need(code).told(), key=state.key(f"needs:{question.id}"), placeholder=_("Choose one or more"),
            select_all=False, on_change=_save_needs, args=(question.id,), help=_("Klantbeeld read this in your words. Correct it where you meant something else."),
        )  # fmt: skip


def _save_needs(question_id: str) -> None:
    chosen = tuple(state.value_of(f"needs:{question_id}"))
    state.decide(
        lambda study: study.change(
            questions=tuple(one.model_copy(update={"needs": chosen}) if one.id == question_id else one for one in study.questions)
        )
    )


def _without(question_id: str) -> Callable[[Study], Study]:
    return lambda study: study.change(questions=tuple(one for one in study.questions if one.id != question_id))


def _add_question() -> None:
    text = str(state.value_of("question") or "").strip()
    if text:
        state.decide(lambda study: study.change(questions=(*study.questions, Question(text=text))), redraw=True)


def _library(study: Study) -> None:
    taken = {question.library for question in study.questions}
    st.caption(_("One click adds it; you can change the words later."))
    with st.grid(2):
        for one in [one for one in plan.questions_for(study.trade or "any", study.audience) if one.id not in taken][:12]:
            controls.act(
                f"+ {one.told()}", f"take:{one.id}", _with(one), width="stretch", help=_("Add this question to your study.")
            )


def _with(one: plan.LibraryQuestion) -> Callable[[Study], Study]:
    return lambda study: study.change(questions=(*study.questions, Question(text=one.told(), library=one.id)))


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
        asked = bool(study.questions) or customers is not None
        told = _("On your questions and data this suits best: {model}.") if asked else _("Without questions or data yet, most begin with {model}.")
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
                    st.progress(
                        score.total,
                        text=_("asked {asked} · in your data {held}").format(asked=_level(score.asked), held=_level(score.held)),
                    )


def _level(share: float) -> str:
    return _("much") if share > 0.66 else _("some") if share > 0 else _("nothing")


def strategy(study: Study, _analysis: Analysis) -> None:
    """The strategy sheet, and the work this study takes."""
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
