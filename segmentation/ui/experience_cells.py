"""What do customers go through: support, mailings, visits and surveys, beside what they are worth, and what they write?"""

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.charts import experience as charts
from segmentation.customers import CustomerTable, glance
from segmentation.customers.dictionary import label
from segmentation.customers.stages import where_most_leave
from segmentation.customers.words import value
from segmentation.language import N_, _, money, number, percent
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.amounts import show_table
from segmentation.ui.cells import cell
from segmentation.ui.once import once
from segmentation.ui.picture import picture
from segmentation.ui.text import safe

COLUMNS = (
    "tickets", "hours_to_resolve", "support_minutes", "return_share", "mailings", "open_rate", "click_rate", "visits", "nps", "score",
    "sentiment", "discount_share",
)  # fmt: skip
MEASURES = {
    "open": N_("Opened"), "click": N_("Clicked"), "bounce": N_("Bounced"), "unsubscribe": N_("Unsubscribed"), "spam": N_("Marked as spam"),
}  # fmt: skip


def show_known(_study: Study, analysis: Analysis) -> None:
    """What is known of each customer's experience, and for how many."""
    frame = analysis.customers.frame
    with cell("experience.known", _("What do you know of their experience?"), help=_("What your files tell besides the orders.")) as here:
        known = [name for name in COLUMNS if name in frame and frame[name].notna().any()]
        if not known:
            st.info(_("There are no tickets, mailings, visits or surveys in this study yet. Add such a file in step 3."))
            return
        told = [
            {
                _("What"): label(name),
                _("Known for"): percent(frame[name].notna().mean()),
                _("Half are at most"): _written(analysis.customers, name, float(frame[name].median())),
                _("One in ten is at least"): _written(analysis.customers, name, float(frame[name].quantile(0.9))),
            }
            for name in known
        ]
        st.dataframe(pd.DataFrame(told), hide_index=True)
        some = [name for name in ("tickets", "mailings", "visits", "answers") if name in frame]
        more = int((frame[some].fillna(0) > 0).any(axis=1).sum())
        if more:
            here.means(_("Of {n} of the {all} customers you know more than what they bought."), n=number(more), all=number(len(frame)))
        else:
            here.means(_("You know what they bought, and no more. Add tickets, mailings, visits or a survey in step 3 to see the rest of their story."))


def _written(customers: CustomerTable, name: str, figure: float) -> str:
    kind = customers.columns.loc[name, "kind"]
    if kind == "money":
        return money(figure, customers.currency)
    return percent(figure) if kind == "share" else number(figure, 1 if figure % 1 else 0)


def show_beside_value(_study: Study, analysis: Analysis) -> None:
    """Experience next to value: do those who had more trouble buy less?"""
    customers = analysis.customers
    if "monetary" not in customers.frame:
        return
    beside = {
        name: once((analysis.key("customers"), "beside", name), glance.beside_value, customers.frame, name)
        for name in COLUMNS
        if name in customers.frame
    }
    names = [name for name, groups in beside.items() if len(groups) > 1]
    if not names:
        return
    help_ = _("Groups of customers by what they went through, with the turnover of the customer in the middle. It shows no cause.")
    with cell("experience.value", _("Does their experience go with what they spend?"), help=help_) as here:
        name = st.selectbox(_("Experience"), names, format_func=label, key=state.key("beside"), help=_("What to set beside turnover."))
        facts = beside[name]
        share = customers.columns.loc[name, "kind"] == "share"
        picture("beside_chart", (analysis.key("customers"), name), charts.experience, facts, label(name), customers.currency, share)
        here.means(
            _("Of the customers lowest on “{figure}” the one in the middle spent {low}, of those highest {high}."),
            figure=label(name), low=money(facts.value.iloc[0], customers.currency), high=money(facts.value.iloc[-1], customers.currency),
        )  # fmt: skip


def show_support(_study: Study, analysis: Analysis) -> None:
    """Tickets by subject, and how long they take."""
    customers = analysis.customers
    subjects = customers.experience.subjects
    if subjects.empty:
        return
    with cell("experience.support", _("What do they need help with?"), help=_("Tickets by subject, and the mean time to solve them.")) as here:
        names = {
            "subject": _("Subject"), "tickets": _("Tickets"), "customers": _("Customers"), "hours": _("Hours to resolve"),
            "minutes": _("Minutes of work"),
        }  # fmt: skip
        show_table(subjects.dropna(axis="columns", how="all").rename(columns=names), {names["hours"]: "count", names["minutes"]: "count"})
        if "hours_to_resolve" in customers.frame:
            slowest = subjects.loc[subjects.hours.idxmax()] if subjects.hours.notna().any() else subjects.iloc[0]
            here.means(
                _("Most tickets are about “{most}”. The longest wait is for “{slowest}”: {hours} hours."),
                most=subjects.subject.iloc[0], slowest=slowest.subject, hours=number(slowest.hours),
            )  # fmt: skip
        else:
            here.means(_("Most tickets are about “{most}”."), most=subjects.subject.iloc[0])


def show_campaigns(_study: Study, analysis: Analysis) -> None:
    """Rates per campaign with intervals, and segmented against unsegmented."""
    experience = analysis.customers.experience
    facts = experience.campaigns
    measures = {name: _(text) for name, text in MEASURES.items() if len(facts) and facts[f"{name}_rate"].notna().any()}
    if not measures:
        return
    help_ = _("A dot is the rate, the bar where it lies with 90% certainty: few recipients, wide bar.")
    with cell("experience.campaigns", _("Which mailings worked?"), help=help_) as here:
        name = st.segmented_control(
            _("Measure"), list(measures), format_func=measures.__getitem__, default=next(iter(measures)), required=True,
            key=state.key("measure"), help=_("Bounces are a share of what was sent, everything else of what arrived."),
        )  # fmt: skip
        named = facts.campaign.where(facts.variant == "", facts.campaign + " · " + facts.variant)
        told = pd.DataFrame(
            {"campaign": named, "rate": facts[f"{name}_rate"], "low": facts[f"{name}_low"], "high": facts[f"{name}_high"]}
        ).dropna(subset=["rate"]).tail(40)  # fmt: skip
        picture("rates", (analysis.key("customers"), name), charts.rates, told, "campaign", measures[name])
        best = told.loc[told.rate.idxmax()]
        here.means(
            _("{measure}: the highest share is for {campaign}, {rate} ({low} to {high})."), measure=measures[name], campaign=best.campaign,
            rate=percent(best.rate, 1), low=percent(best.low, 1), high=percent(best.high, 1),
        )  # fmt: skip
    _segmented(experience.segmented, measures)


def _segmented(facts: pd.DataFrame, measures: dict[str, str]) -> None:
    if facts.empty:
        return
    help_ = _("The same mailings, sent to a segment or to everybody. A difference counts when its range does not hold zero.")
    with cell("experience.segmented", _("Do segmented mailings do better?"), help=help_) as here:
        told = facts.assign(
            measure=[measures.get(code, code) for code in facts.measure], group=[value(code) for code in facts.group],
            rate=[percent(share, 1) for share in facts.rate],
            between=[f"{percent(row.low, 1)} – {percent(row.high, 1)}" for row in facts.itertuples()],
        )[["measure", "group", "rate", "between"]]  # fmt: skip
        names = {"measure": _("Measure"), "group": _("Mailings"), "rate": _("Rate"), "between": _("90% between")}
        st.dataframe(told.rename(columns=names), hide_index=True)
        gap = facts[(facts.group == "difference") & (facts.measure.isin(["click", "open"]))]
        if len(gap):
            row = gap.sort_values("measure").iloc[0]
            sure = row.low > 0 or row.high < 0
            text = _("{measure}: a difference of {gap} percentage points; that is more than chance.") if sure else _(
                "{measure}: a difference of {gap} percentage points; that may be chance."
            )
            here.means(text, measure=measures.get(row.measure, row.measure), gap=number(100 * row.rate, 1))


def show_themes(_study: Study, analysis: Analysis) -> None:
    """What customers write about, with quotes without personal data."""
    facts = analysis.customers.experience.themes
    if facts.empty:
        return
    help_ = _("Found by words, on this computer. The tone counts good and bad words: rough, and blind to irony.")
    with cell("experience.themes", _("What do they write about?"), help=help_) as here:
        names = [value(code) for code in facts.theme]
        picture("themes", (analysis.key("customers"),), charts.themes, facts, names)
        place = st.selectbox(
            _("Quotes about"), range(len(names)), format_func=names.__getitem__, key=state.key("quotes"),
            help=_("Names, addresses and numbers are taken out."),
        )  # fmt: skip
        for quote in facts.quotes.iloc[place].split("\n"):
            st.markdown(f"> {safe(quote)}")
        here.means(
            _("Most is written about {theme}: by {n} customers."), theme=names[0], n=number(int(facts.customers.iloc[0])),
        )  # fmt: skip


def show_stages(_study: Study, analysis: Analysis) -> None:
    """Where people drop out on the way to a purchase."""
    facts = analysis.customers.experience.stages
    help_ = _("Problem, search, compare, decide, look back: the five stages of buying, from the pages people visited.")
    with cell("experience.stages", _("Where do people drop out?"), help=help_) as here:
        if facts.empty:
            st.info(_("To see this, add a file of visits with the page and the customer: orders alone do not show who looked and left."))
            return
        names = [value(code) for code in facts.stage]
        picture("stages", (analysis.key("customers"),), charts.stages, facts, names)
        decided, back = (int(facts.customers[facts.stage == stage].iloc[0]) for stage in ("decide", "look_back"))
        st.caption(safe(_("Of the {n} who decided, {back} looked back: a review, a return, a question or a survey.").format(n=number(decided), back=number(back))))
        worst = where_most_leave(facts)
        if worst is None:
            here.means(_("Everybody in these visits came to a decision, so nobody is seen leaving. Add the visits of people who did not buy."))
            return
        left, why = {"stage": value(worst.stage), "n": number(int(worst.dropped))}, value(worst.why) if worst.why else ""
        if why:
            here.means(_("Most people stop after “{stage}”: {n}. They write most about {theme}."), theme=why, **left)
        else:
            here.means(_("Most people stop after “{stage}”: {n}."), **left)
