"""What does somebody decide before there are any data: the questions, who the customers are, and the strategy sheet?"""

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import N_, _
from segmentation.study import Question, Strategy, Study
from segmentation.ui import controls, state
from segmentation.ui.cells import cell
from segmentation.ui.text import safe

SHEET = {
    "goal": (N_("Goal"), N_("For example: sell more to the customers we already have.")),
    "goals": (N_("How will you know it worked?"), N_("For example: 10% more repeat customers within a year.")),
    "budget": (N_("Budget"), N_("For example: 2,000 euros and one day a week.")),
    "target_market": (N_("Target market"), N_("For example: gardeners in the north of the country.")),
    "mission": (N_("Mission"), N_("Why does your business exist?")),
    "scope": (N_("Scope"), N_("What belongs to this study, and what does not?")),
    "deliverables": (N_("Deliverables"), N_("At least: the list of key segments, the added insight per segment, and the personas.")),
    "team": (N_("Team"), N_("Who joins in, and who decides?")),
    "deadline": (N_("Deadline"), N_("For example: before the spring season.")),
}


def questions(study: Study, _analysis: Analysis) -> None:
    """Write down what the business wants to know; every later page comes back to it."""
    with cell("plan.questions", _("Which questions do you want answered?"),
              help=_("Start from the question, not from the data. Later pages show which question they serve.")) as here:
        for number, question in enumerate(study.questions, 1):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{number}. {safe(question.text)}")
                controls.act("✕", f"drop:{question.id}", _without(question.id), help=_("Remove this question"), type="tertiary")
        st.text_input(_("Add a question"), key=state.key("question"), max_chars=300, on_change=_add_question,
                      placeholder=_("For example: which customers cost us more than they bring in?"),
                      help=_("In your own words. Press Enter to add it."))
        if study.questions:
            here.means(_("You have {n} questions; three good ones are enough to begin."), n=len(study.questions))


def _without(question_id: str):  # type: ignore[no-untyped-def]
    return lambda study: study.change(questions=tuple(one for one in study.questions if one.id != question_id))


def _add_question() -> None:
    text = str(state.value_of("question") or "").strip()
    if text:
        state.decide(lambda study: study.change(questions=(*study.questions, Question(text=text))), redraw=True)


def about_you(study: Study, _analysis: Analysis) -> None:
    """The choice of B2B or B2C and of customers or market, which changes every suggestion later."""
    with cell("plan.about", _("Who do you sell to?")):
        controls.choose("audience", _("My customers are"), {"b2c": _("people (B2C)"), "b2b": _("businesses (B2B)")}, kind="buttons",
                        help=_("This changes which features are suggested later: age and place for people, sector and size for businesses."))
        controls.choose("subject", _("I want to divide"), {"customers": _("the customers I have"), "market": _("the whole market")}, kind="buttons",
                        help=_("Customer segmentation looks at who already buys from you; market segmentation also at who does not yet."))
        controls.choose("currency", _("Currency"), {"EUR": "€ euro", "GBP": "£ pound", "USD": "$ dollar".replace("$", "US$"), "CHF": "CHF"},
                        help=_("The currency of the amounts in your files. Nothing is converted."))


def strategy(study: Study, _analysis: Analysis) -> None:
    """The strategy sheet."""
    with cell("plan.strategy", _("Your strategy sheet"), help=_("Short is fine. It is printed in front of the report."), note=False):
        for field, (label, example) in SHEET.items():
            st.text_area(_(label), value=getattr(study.strategy, field), key=state.key(f"strategy:{field}"), placeholder=_(example),
                         max_chars=2000, height=68, on_change=_write_strategy, args=(field,), help=_(example))


def _write_strategy(field: str) -> None:
    text = state.value_of(f"strategy:{field}") or ""
    state.decide(lambda study: study.change(strategy=Strategy(**{**dict(study.strategy), field: text})))
