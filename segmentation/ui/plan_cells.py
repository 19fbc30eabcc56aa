"""What does somebody decide before there are data: the questions, who the customers are, and the strategy sheet?"""

from collections.abc import Callable

import streamlit as st

from segmentation import plan
from segmentation.analysis import Analysis
from segmentation.language import N_, _, number
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
BREAK_EVEN = {"programme_cost": 1000.0, "margin_per_customer": 40.0, "uplift": 10.0}
ANSWERABLE = {
    "yes": (N_("your data can answer this"), "green"),
    "partly": (N_("partly"), "orange"),
    "no": (N_("data missing"), "red"),
    "unknown": (N_("we cannot tell what this needs"), "gray"),
}


def questions(study: Study, analysis: Analysis) -> None:
    """Write down what the business wants to know; per question what could answer it and what is missing."""
    with cell(
        "plan.questions",
        _("Which questions do you want answered?"),
        help=_("Start from the question, not from the data. Later pages show which question they serve."),
    ) as here:
        customers = analysis.customers if study.uploads and analysis.ready("customers") else None
        for number_, question in enumerate(study.questions, 1):
            _question(number_, question, plan.serve(question, analysis.tables if customers is None else (), customers))
        st.text_input(
            _("Add a question"),
            key=state.key("question"),
            max_chars=300,
            on_change=_add_question,
            placeholder=_("For example: which customers cost us more than they bring in?"),
            help=_("In your own words. Press Enter to add it."),
        )
        with st.expander(_("Or take one from the library"), expanded=not study.questions):
            _library(study)
        if not study.questions:
            here.means(
                _(
                    "There are no questions yet. Three good ones are enough to begin; data that answer no question need not be collected."
                )
            )


def _question(place: int, question: Question, service: plan.Service) -> None:
    word, colour = ANSWERABLE[service.answerable]
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{place}. **{safe(question.text)}** :{colour}-badge[{_(word)}]")
            controls.act("✕", f"drop:{question.id}", _without(question.id), help=_("Remove this question"), type="tertiary")
        if service.columns:
            st.caption(fill(_("Answered with: {columns}"), columns=", ".join(service.columns)))
        for need in service.missing:
            st.caption(fill(_("Missing: {need}. {how}"), need=need.told(), how=need.how_to_get()))
        if service.answerable == "unknown":
            st.caption(
                _(
                    "Say what you would count, for example “who”, “how often”, “how much” or “where”. Until then, collect nothing extra for it."
                )
            )


def _without(question_id: str) -> Callable[[Study], Study]:
    return lambda study: study.change(questions=tuple(one for one in study.questions if one.id != question_id))


def _add_question() -> None:
    text = str(state.value_of("question") or "").strip()
    if text:
        state.decide(lambda study: study.change(questions=(*study.questions, Question(text=text))), redraw=True)


def _library(study: Study) -> None:
    controls.choose(
        "trade",
        _("Your trade"),
        {code: _(name) for code, name in plan.TRADES.items()} | {"": _("any trade")},
        help=_("Questions that fit your trade come first."),
    )
    taken = {question.library for question in study.questions}
    for one in plan.questions_for(study.trade or "any", study.audience)[:12]:
        if one.id not in taken:
            controls.act(one.told(), f"take:{one.id}", _with(one), type="tertiary", help=_("Add this question to your study."))


def _with(one: plan.LibraryQuestion) -> Callable[[Study], Study]:
    return lambda study: study.change(questions=(*study.questions, Question(text=one.told(), library=one.id)))


def about_you(study: Study, _analysis: Analysis) -> None:
    """The choice of B2B or B2C and of customers or market, which changes every suggestion later."""
    with cell("plan.about", _("Who do you sell to?")):
        controls.choose(
            "audience",
            _("My customers are"),
            {"b2c": _("people (B2C)"), "b2b": _("businesses (B2B)")},
            kind="radio",
            help=_("This changes which features are suggested later: age and place for people, sector and size for businesses."),
        )
        controls.choose(
            "subject",
            _("I want to divide"),
            {"customers": _("the customers I have"), "market": _("the whole market")},
            kind="radio",
            help=_("Customer segmentation looks at who already buys from you; market segmentation also at who does not yet."),
        )
        controls.choose(
            "currency",
            _("Currency"),
            {"EUR": "€ euro", "GBP": "£ pound", "USD": "US dollar", "CHF": "CHF"},
            help=_("The currency of the amounts in your files. Nothing is converted."),
        )


def market_kind(study: Study, _analysis: Analysis) -> None:
    """Seven plain questions, and the kind of market they point to."""
    with cell(
        "plan.market",
        _("What kind of market are you in?"),
        help=_("Mass, niche, segmented, diversified or multi-sided: it changes what segments are for."),
    ) as here:
        with st.expander(_("Answer seven plain questions"), expanded=0 < len(study.market_answers) < 3):
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


def _answer(question_id: str) -> None:
    answer = state.value_of(f"kind:{question_id}")
    state.decide(lambda study: study.change(market_answers={**study.market_answers, question_id: answer}))


def models(study: Study, analysis: Analysis) -> None:
    """The eight models of segmentation, scored on what the questions ask and the data hold."""
    with cell(
        "plan.models",
        _("Which way of dividing fits?"),
        help=_("The eight models of segmentation. Those you choose come first when features are suggested in step 5."),
    ) as here:
        customers = analysis.customers if study.uploads and analysis.ready("customers") else None
        scores = plan.score_models(study.questions, study.audience, customers)
        controls.pick(
            "models",
            _("Divide by"),
            {score.model.code: score.model.told() for score in scores},
            help=_("Leave it empty and Klantbeeld suggests what your questions ask and your data hold."),
        )
        with st.grid(4):
            for score in scores:
                with st.container(border=True, height="stretch"):
                    st.markdown(f"**{_(score.model.name)}**")
                    st.caption(_(score.model.about))
                    st.progress(
                        score.total,
                        text=_("asked {asked} · in your data {held}").format(asked=_level(score.asked), held=_level(score.held)),
                    )
        here.means(_("On your questions and data, {model} fits best."), model=_(scores[0].model.name))


def _level(share: float) -> str:
    return _("much") if share > 0.66 else _("some") if share > 0 else _("nothing")


def criteria(study: Study, _analysis: Analysis) -> None:
    """What a segment must be to count, and from which size it pays."""
    with cell(
        "plan.criteria", _("When is a segment worth an own approach?"), help=_("Step 5 scores every segment on these.")
    ) as here:
        chosen = plan.weights(study.criteria)
        with st.grid(2):
            for one in plan.CRITERIA:
                st.selectbox(
                    one.told(),
                    [0.0, 1.0, 2.0, 3.0],
                    index=[0.0, 1.0, 2.0, 3.0].index(chosen[one.code]),
                    format_func=_weight_word,
                    key=state.key(f"criterion:{one.code}"),
                    help=_(one.asks),
                    on_change=_weigh,
                    args=(one.code,),
                )
        cost, margin, uplift = st.columns(3)
        with cost:
            _setting(
                "programme_cost",
                _("An own approach costs a year"),
                BREAK_EVEN["programme_cost"],
                _("Design, mailings, hours: everything you would do for one segment."),
            )
        with margin:
            _setting(
                "margin_per_customer",
                _("Margin per customer a year"),
                BREAK_EVEN["margin_per_customer"],
                _("What you keep of a customer's yearly spending, before this approach."),
            )
        with uplift:
            _setting("uplift", _("Extra margin it brings (%)"), BREAK_EVEN["uplift"], _("Be modest: 5 to 10% is a good result."))
        chosen_or_usual = {**BREAK_EVEN, **{name: float(study.settings[name]) for name in BREAK_EVEN if name in study.settings}}
        least = plan.break_even_customers(
            chosen_or_usual["programme_cost"], chosen_or_usual["margin_per_customer"], chosen_or_usual["uplift"] / 100
        )
        if least is not None:
            here.means(_("With these figures a segment pays from {n} customers."), n=number(least))


def _weight_word(weight: float) -> str:
    return {0.0: _("does not count"), 1.0: _("nice"), 2.0: _("important"), 3.0: _("a must")}[weight]


def _weigh(code: str) -> None:
    weight = state.value_of(f"criterion:{code}")
    state.decide(lambda study: study.change(criteria={**study.criteria, code: weight}))


def _setting(name: str, label: str, default: float, help: str) -> None:
    st.number_input(
        label,
        min_value=0.0,
        value=float(st.session_state["study"].settings.get(name, default)),
        key=state.key(f"setting:{name}"),
        help=help,
        on_change=_save_setting,
        args=(name,),
    )


def _save_setting(name: str) -> None:
    value = state.value_of(f"setting:{name}")
    if value is not None:
        state.decide(lambda study: study.change(settings={**study.settings, name: float(value)}))


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
        with st.expander(_("How that adds up")):
            for task in plan.effort(study):
                st.write(
                    fill(_("{task}: {low} to {high} hours"), task=task.told(), low=number(task.low, 1), high=number(task.high, 1))
                )


def _write_strategy(field: str) -> None:
    text = state.value_of(f"strategy:{field}") or ""
    state.decide(lambda study: study.change(strategy=Strategy(**{**dict(study.strategy), field: text})))
