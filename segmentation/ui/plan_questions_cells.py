"""Which questions does the business want answered: written down, taken from the library, corrected, and asked about when in doubt?"""

from collections.abc import Callable

import streamlit as st

from segmentation import plan
from segmentation.analysis import Analysis
from segmentation.language import N_, _, speak
from segmentation.study import Question, Study
from segmentation.ui import controls, state
from segmentation.ui.cells import cell
from segmentation.ui.text import fill, safe

MOST_COLUMNS = 6
IN_SIGHT = 12  # questions of the library that are a click away; the others are in a list
STILL_THAT = 0.5  # how much changed words must look like a question of the library to stay that question
ANSWERABLE = {
    "yes": (N_("your data can answer this"), "green"),
    "partly": (N_("partly"), "orange"),
    "no": (N_("data missing"), "red"),
    "unknown": (N_("we cannot tell what this needs"), "gray"),
    "refused": (N_("better not asked"), "red"),
    "elsewhere": (N_("not about your customers"), "gray"),
}


def questions(study: Study, analysis: Analysis) -> None:
    """Write down what the business wants to know; per question what could answer it and what is missing."""
    with cell(
        "plan.questions",
        _("Which questions do you want answered?"),
        help=_("Start from the question, not from the data. Later pages show which question they serve."),
    ) as here:
        for number_, question in enumerate(study.questions, 1):
            _question(study, number_, question, plan.judge(question, analysis))
        st.text_input(
            _("Add a question"),
            key=_written(),
            max_chars=300,
            on_change=_add_question,
            placeholder=_("For example: which customers cost us more than they bring in?"),
            help=_("In your own words. Press Enter to add it."),
        )
        with st.expander(_("Or take one from the library"), expanded=state.at_first("library", len(study.questions) < 3)):
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
            controls.act(_("Remove this question"), f"drop:{question.id}", _without(question.id), type="tertiary")
        known = plan.by_id(question.library)
        if known and known.told() != question.text:
            st.caption(fill(_("Answered as: {question}"), question=known.told()))
        if service.columns and service.answerable != "no":
            st.caption(fill(_("Answered with: {columns}"), columns=_told_columns(service.columns)))
        for need in service.missing:
            st.caption(fill(_("Missing: {need}. {how}"), need=need.told(), how=need.how_to_get()))
        for need in service.estimated:
            st.caption(fill(_("Estimated: {need}. Fill in what you know of it in step 7."), need=need.told()))
        for code in service.refused:
            st.caption(f"{plan.why_refused(code)} {_('Ask what you would do differently if you knew, and ask that instead.')}")
        if service.answerable == "elsewhere" or (not service.sure and not service.refused):
            _unsure(study, question, service)
        _needs(study, question, service, open_=service.answerable in ("unknown", "elsewhere"))


def _unsure(study: Study, question: Question, service: plan.Service) -> None:
    """It may mean something else than was read in it, or nothing was: say so, and ask which question of the library it is."""
    if not service.about:
        st.caption(
            _("This does not seem to be about customers: no data about them answer it. Ask it about them, or leave it out.")
        )
        return
    known = ", ".join(one.told() for one in service.needs)
    st.caption(
        fill(_("We are not sure we understand you. For now we answer it with {needs}. Do you mean one of these?"), needs=known)
        if known
        else _("Say below which facts it needs. Until then, collect nothing extra for it.")
    )
    with st.container(horizontal=True):
        if known:
            controls.act(_("No, {needs} is right").format(needs=safe(known)), f"right:{question.id}", _changed(question, needs=tuple(one.code for one in service.needs)))
        _meant(study, question)


def _meant(study: Study, question: Question) -> None:
    """The questions of the library that it may mean."""
    for one in plan.nearest(question.text, study.trade or "any", study.audience):
        if one.id != question.library:
            controls.act(one.told(), f"mean:{question.id}:{one.id}", _changed(question, library=one.id, needs=None), help=_("Your words stay; they are answered as this question."))


def _changed(question: Question, **changes: object) -> Callable[[Study], Study]:
    return lambda study: study.change(
        questions=tuple(one.model_copy(update=changes) if one.id == question.id else one for one in study.questions)
    )


def _told_columns(columns: tuple[str, ...]) -> str:
    """The first few columns in words; those of a file keep the name they have there."""
    from segmentation.customers.dictionary import label  # the first page appears before pandas is there

    told = list(dict.fromkeys(label(name) for name in columns))
    return ", ".join(told[:MOST_COLUMNS]) + (" …" if len(told) > MOST_COLUMNS else "")


def _needs(study: Study, question: Question, service: plan.Service, *, open_: bool) -> None:
    """What the app read in the question, to be corrected by who asked it; and its words."""
    with st.expander(
        _("What it needs: {needs}").format(needs=", ".join(need.told() for need in service.needs) or "?"), expanded=open_
    ):
        st.text_input(
            _("Your words"), value=question.text, key=state.key(f"words:{question.id}"), max_chars=300, on_change=_save_words, args=(question,),
            help=_("Change them and press Enter: it is read anew."),
        )  # fmt: skip
        st.multiselect(
            _("Facts that answer it"), [need.code for need in plan.NEEDS], default=[need.code for need in service.needs],
            format_func=lambda code: plan.need(code).told(), key=state.key(f"needs:{question.id}"), placeholder=_("Choose one or more"),
            select_all=False, on_change=_save_needs, args=(question,), help=_("Klantbeeld read this in your words. Correct it where you meant something else."),
        )  # fmt: skip
        if service.sure and service.about and question.library is None and question.needs is None:
            st.caption(_("Or do you mean one of these?"))
            with st.container(horizontal=True):
                _meant(study, question)


def _save_needs(question: Question) -> None:
    state.decide(_changed(question, needs=tuple(state.value_of(f"needs:{question.id}"))))


def _save_words(question: Question) -> None:
    """Words of the user's own are read anew; a question of the library in about the same words stays that question."""
    text = str(state.value_of(f"words:{question.id}") or "").strip()
    if text:
        speak(state.language())  # a callback runs in a thread of its own
        share, code = plan.likeness(text, st.session_state["study"].trade or "any", st.session_state["study"].audience)
        same = share >= STILL_THAT and code == question.library
        state.decide(_changed(question, text=text, library=question.library if same else None, needs=None), redraw=True)


def _without(question_id: str) -> Callable[[Study], Study]:
    return lambda study: study.change(questions=tuple(one for one in study.questions if one.id != question_id))


def _written() -> str:
    """The key of the box for a new question: the same after a question was added, so that the next can be typed at once."""
    return f"question|{st.session_state['study'].id}"


def _add_question() -> None:
    text = str(st.session_state[_written()] or "").strip()
    if text:
        st.session_state[_written()] = ""
        state.decide(lambda study: study.change(questions=(*study.questions, Question(text=text))))


def _library(study: Study) -> None:
    taken = {question.library for question in study.questions}
    st.caption(_("One click adds it; you can change the words later."))
    free = [one for one in plan.questions_for(study.trade or "any", study.audience) if one.id not in taken]
    with st.grid(2):
        for one in free[:IN_SIGHT]:
            controls.act(
                f"+ {one.told()}", f"take:{one.id}", _with(one), width="stretch", help=_("Add this question to your study.")
            )
    if free[IN_SIGHT:]:
        st.selectbox(
            _("Or one of the others"), [one.id for one in free[IN_SIGHT:]], index=None, key=state.key("other-question"), placeholder=_("Choose a question"),
            format_func=lambda code: known.told() if (known := plan.by_id(code)) else "", on_change=_take_other,
            help=_("Questions of your trade stand first. Choosing one adds it to your study."),
        )  # fmt: skip


def _take_other() -> None:
    chosen = plan.by_id(state.value_of("other-question"))
    if chosen:
        speak(state.language())  # a callback runs in a thread of its own
        state.decide(_with(chosen), redraw=True)


def _with(one: plan.LibraryQuestion) -> Callable[[Study], Study]:
    return lambda study: study.change(questions=(*study.questions, Question(text=one.told(), library=one.id)))
