"""How does the plan steer a page: which of the user's questions does it serve, which cell comes first, what is said on top?"""

from collections.abc import Callable

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import N_, _, money, number
from segmentation.study import Question, Study
from segmentation.ui.text import fill, safe

Show = Callable[[Study, Analysis], object]

# what a cell is about, as the needs of a question; a cell that is not named here keeps its place
ABOUT: dict[str, tuple[str, ...]] = {
    # 3
    "show_base": ("money",), "show_months": ("season", "growth"), "show_concentration": ("money",), "show_grid": ("purchases",),
    "show_cohorts": ("purchases", "growth", "acquisition"), "show_spread": ("age", "discount", "margin", "returns"), "show_lifetime": ("purchases", "money"),
    "show_models": ("place", "age", "gender", "household", "sector", "firm_size", "interest"),
    # 4
    "show_known": ("satisfaction",), "show_beside_value": ("returns", "discount", "support", "visits"), "show_campaigns": ("mailings",),
    "show_support": ("support",), "show_themes": ("reasons", "satisfaction", "wallet"), "show_stages": ("visits", "channel", "acquisition"),
    # 5
    "show_gate": ("growth",), "show_overlap": ("products", "returns"), "show_markers": ("purchases", "money"), "show_micro": ("products",),
    # 6
    "lead_brainstorm": ("wallet", "reasons", "interest", "satisfaction"),
    # 7
    "show_segments": ("money",), "show_whale": ("money",), "show_flags": ("margin", "support", "returns", "payment"),
    "show_goodbye": ("margin", "returns", "support", "payment"), "show_freed": ("mailings", "margin"),
    "show_strategies": ("purchases",), "show_levers": ("products", "discount"), "show_prospects": ("acquisition", "place", "age", "sector"),
}  # fmt: skip

# page → kind of market → what that changes there
KINDS: dict[str, dict[str, str]] = {
    "customers": {
        "mass": N_("In a mass market look at how often and how much people buy: who they are tells little."),
        "niche": N_("In a niche every customer counts: look who came once and never again."),
        "segmented": N_("In a segmented market look for how far customers lie apart in how often and how much they buy."),
        "diversified": N_("With wholly different needs, look which products belong to which customers."),
        "multi_sided": N_("Bring the customers of one side only: the other side gets a study of its own."),
    },
    "experience": {
        "mass": N_("In a mass market what goes wrong for many weighs most: begin with the largest bar."),
        "niche": N_("In a niche people know one another: one bad experience is heard by all."),
        "segmented": N_("In a segmented market the same service is too much for one and too little for another: look where it differs."),
        "diversified": N_("With separate lines of business, ask of each complaint and return to which line it belongs."),
        "multi_sided": N_("What one side lives through here, the other side may have caused."),
    },
    "segments": {
        "mass": N_("You said your market is a mass market: look first at “Is each segment worth an approach of its own?”. If none is, one good offer for all earns more."),
        "niche": N_("You said you serve a niche: these are kinds of customer within one segment. Few of them is normal."),
        "segmented": N_("You said your market is segmented: expect the same need in different degrees, so fluid borders are normal."),
        "diversified": N_("You said your customers have wholly different needs: if one segment is one line of business, make a study of that line alone."),
        "multi_sided": N_("You said your market has two sides: these segments are about one side only. What you do for them changes the other side."),
    },
    "personas": {
        "mass": N_("In a mass market two or three personas are enough: more would say the same."),
        "niche": N_("In a niche make the personas differ in what they come for: who they are is much alike."),
        "segmented": N_("In a segmented market let each persona say how much of the same it wants."),
        "diversified": N_("With wholly different needs, ask of each persona which line of business it comes for."),
        "multi_sided": N_("These personas are of one side: write down for each what it hopes to find at the other."),
    },
    "roi": {
        "mass": N_("In a mass market small savings for everybody weigh more than a programme for one segment."),
        "niche": N_("In a niche each customer you lose is hard to replace: let the goodbye list be the last resort."),
        "segmented": N_("In a segmented market the same products earn more with another message, offer and service per segment."),
        "diversified": N_("With separate lines of business, check first whether the costs here are those of the right line."),
        "multi_sided": N_("A customer who costs money here can be worth it for the other side: weigh both before you say goodbye."),
    },
}  # fmt: skip
AUDIENCE: dict[str, dict[str, str]] = {
    "customers": {
        "b2b": N_("Your customers are businesses: sector, size and place of the firm tell more than age or gender."),
        "b2c": N_("Your customers are people: how they buy tells most; age, place and household help where you know them."),
    },
    "personas": {
        "b2b": N_("Your customers are businesses: read each persona as the person there who decides to buy from you."),
        "b2c": N_("Your customers are people: each persona is somebody you could meet in the shop."),
    },
}  # fmt: skip
# page → what the chosen ways of dividing, and the criteria, ask you to look at there
MODELS: dict[str, str] = {
    "customers": N_("You divide by {models}: see below whether your data hold enough for that."),
    "experience": N_("You divide by {models}: see here what such groups may live through differently."),
    "segments": N_("You divide by {models}: that is suggested first below."),
    "personas": N_("You divide by {models}: that is what should tell these personas apart."),
    "roi": N_("You divide by {models}: see whether such groups also differ in what they leave you."),
}
CRITERIA: dict[str, str] = {
    "customers": N_("By your criteria a segment pays from {fewest} customers: with fewer than twice that there is nothing to divide."),
    "experience": N_("By your criteria an approach of its own costs {cost} a year: look here for what so much would be better spent on."),
    "segments": N_("By your criteria a segment pays from {fewest} customers."),
    "personas": N_("By your criteria a segment pays from {fewest} customers: begin with the personas of those that do."),
    "roi": N_("By your criteria an approach of its own costs {cost} a year: a segment that earns less extra can do without."),
}


def questions_for(study: Study, step_id: str) -> list[Question]:
    """The questions that this page serves, at most three; on the plan page none (they stand there in full). Segments and personas serve them all."""
    from segmentation import plan

    if step_id in ("segments", "personas"):
        return list(study.questions[:3])
    return [question for question in study.questions if any(step_id in need.steps for need in plan.needs_of(question))][:3]


def from_the_plan(study: Study, step_id: str) -> None:
    """On top of a page: the questions it serves, and what the kind of market and of customer change here."""
    for question in questions_for(study, step_id):
        st.markdown(f":gray-badge[{_('Your question')}] {safe(question.text)}")
    told = [sentence for sentence in steered(study, step_id) if sentence]
    if told:
        st.caption(" ".join(told))


def steered(study: Study, step_id: str) -> list[str]:
    """What the kind of customer and of market, the ways of dividing and the criteria of the plan say on this page."""
    from segmentation import plan

    found = plan.diagnose(study.market_answers)
    said = [AUDIENCE.get(step_id, {}).get(study.audience, ""), KINDS.get(step_id, {}).get(found.kind.code, "") if found else ""]
    told = [_(sentence) for sentence in said if sentence]
    if study.models and step_id in MODELS:
        names = [model.told() for model in plan.MODELS if model.code in study.models]
        told.append(fill(_(MODELS[step_id]), models=_(" and ").join(names)))
    if study.criteria and step_id in CRITERIA:
        cost, margin, uplift = (float(study.settings.get(name, usual)) for name, usual in plan.USUAL.items())
        fewest = plan.break_even_customers(cost, margin, uplift / 100)
        told.append(fill(_(CRITERIA[step_id]), fewest=number(fewest), cost=money(cost, study.currency)) if fewest else "")
    return told


def to_bring(study: Study) -> None:
    """Before there are files: what to export for the questions of the plan, each kind of fact once."""
    from segmentation import plan

    wanted = list(dict.fromkeys(need for question in study.questions for need in plan.needs_of(question)))
    if wanted:
        st.markdown(_("For your questions, bring what tells:"))
        st.markdown("\n".join(f"- **{need.told()}** — {need.how_to_get()}" for need in wanted))


def by_plan(study: Study, analysis: Analysis, *cells: Show) -> None:
    """Draw these cells: those that serve the user's questions first, the first question first, and for the rest in the order given."""
    from segmentation import plan

    wanted = [(question, {need.code for need in plan.needs_of(question)}) for question in study.questions]

    def worth(about: set[str]) -> float:
        return sum(len(about & needs) / len(about | needs) / (1 + 0.25 * place) for place, (_question, needs) in enumerate(wanted) if about)

    first = {"show_models"} if study.models else set()  # whether the data hold what the chosen models need
    topics = [(show, set(ABOUT.get(getattr(show, "__name__", ""), ()))) for show in cells]
    for show, about in sorted(topics, key=lambda topic: worth(topic[1]) + (getattr(topic[0], "__name__", "") in first), reverse=True):
        st.session_state["serves"] = next((question.text for question, needs in wanted if about & needs), "")
        show(study, analysis)
        st.session_state["serves"] = ""


def serves() -> None:
    """Under the title of a cell: the question of the user that it helps to answer."""
    question = st.session_state.get("serves", "")
    if question:
        st.session_state["serves"] = ""
        st.caption(fill(_("For your question: {question}"), question=question))
