"""The customer base at a glance: how many, how much, how often, how it is spread, and who comes back."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.charts import customers as charts
from segmentation.customers import CustomerTable, glance
from segmentation.customers.dictionary import label, labels
from segmentation.customers.words import in_words, lifetime_sentences
from segmentation.language import _, money, month, ngettext, number, percent
from segmentation.study import CURRENCIES, Study
from segmentation.ui import controls, state
from segmentation.ui.amounts import show_table
from segmentation.ui.cells import cell
from segmentation.ui.once import once
from segmentation.ui.picture import picture
from segmentation.ui.text import safe

SPREADS = ("monetary", "frequency", "recency", "average_order", "gap", "products", "return_share", "expected_value", "age", "margin")
BEST = ("monetary", "frequency", "recency", "average_order", "favourite_category", "favourite_product", "province", "expected_value")

FEW = 100  # customers: the best one in a hundred is nobody here


def show_base(study: Study, analysis: Analysis) -> None:
    """Turnover, customers, repeat rate, one-time buyers, concentration."""
    customers = analysis.customers
    frame = customers.frame
    help_ = _("Everything here counts up to and including the as-of day: the day of the last order, unless you choose another.")
    with cell("customers.base", _("What does your customer base look like?"), help=help_) as here:
        if customers.as_of is not None:
            day, money_in = st.columns([3, 1])
            with day:
                _as_of(study, customers)
            with money_in:
                controls.choose("currency", _("Currency"), {code: code for code in dict.fromkeys((*CURRENCIES, study.currency))}, _("In which money your amounts are."))
        if "frequency" not in frame and "monetary" in frame:
            for place, figure in zip(st.columns(2), _who_and_how_much(customers), strict=True):
                place.metric(figure[0], safe(figure[1]), border=True, help=figure[2])
            here.means(_("Your list says what each customer spent, but not how often: add orders, and this page shows how they buy."))
        elif "frequency" not in frame:
            st.metric(_("Customers"), number(len(frame)), border=True)
            here.means(_("There are no orders in this study yet: add them, and this page shows how your customers buy."))
        else:
            _figures(customers)
            if customers.lines is None:
                st.caption(_("This is what your list of customers says of each; with orders you also see months, returns and who comes back."))
            single = (frame["frequency"] == 1).sum() / max((frame["frequency"] > 0).sum(), 1)
            concentrated = glance.concentration(frame["monetary"])
            here.means(
                _("{once} of the buyers bought only once; the best 20% of the customers bring {best} of the turnover."),
                once=percent(single), best=percent(concentrated.get("best20")),
            )  # fmt: skip
        told = customers.sentences()
        if told:
            title = ngettext("{n} thing to know about these data", "{n} things to know about these data", len(told))
            with st.expander(title.format(n=number(len(told)))):
                for sentence in told:
                    st.markdown(f"- {safe(sentence)}")


def _as_of(study: Study, customers: CustomerTable) -> None:
    st.date_input(
        _("As-of day"), value=pd.Timestamp(study.as_of or customers.as_of).date(), key=state.key("as_of"), on_change=_choose_day, format="DD-MM-YYYY",
        help=_("“Days since last purchase” counts back from this day; later orders do not count."),
    )  # fmt: skip


def _choose_day() -> None:
    day = state.value_of("as_of")
    state.decide(lambda study: study.change(as_of=None if day is None else pd.Timestamp(day).to_pydatetime()))


def _figures(customers: CustomerTable) -> None:
    frame, currency = customers.frame, customers.currency
    buyers = frame[frame["frequency"] > 0]
    average = buyers["sales" if "sales" in buyers else "monetary"].sum() / max(buyers["frequency"].sum(), 1)
    figures = (
        *_who_and_how_much(customers),
        (_("Average order"), money(average, currency), _("Sales divided by orders.")),
        (_("Came back"), percent((buyers["frequency"] > 1).mean()), _("Share of the buyers with more than one order.")),
    )
    for place, (name, figure, help_) in zip(st.columns([16, 20, 22, 17]), figures, strict=True):
        place.metric(name, safe(figure), border=True, help=help_)


def _who_and_how_much(customers: CustomerTable) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    turnover = money(customers.frame["monetary"].sum(), customers.currency)
    return (_("Customers"), number(len(customers.frame)), _("Everybody in any of your files.")), (_("Turnover"), turnover, _("Returns are taken off."))


def show_months(_study: Study, analysis: Analysis) -> None:
    """Turnover per month."""
    customers = analysis.customers
    if customers.lines is None or customers.as_of is None:
        return
    with cell("customers.months", _("How does turnover develop?"), help=_("Turnover per month, returns taken off.")) as here:
        facts = once((analysis.key("customers"), "months"), glance.per_month, customers.lines)
        picture("months", (analysis.key("customers"),), charts.months, facts, customers.currency)
        best = facts.loc[facts.turnover.idxmax()]
        here.means(
            ngettext(
                "The best month was {month}, with {turnover} from {customers} customer.",
                "The best month was {month}, with {turnover} from {customers} customers.", int(best.customers),
            ),
            month=month(best.month), turnover=money(best.turnover, customers.currency),
            customers=number(best.customers),
        )  # fmt: skip


def show_concentration(_study: Study, analysis: Analysis) -> None:
    """How much hangs on how few."""
    customers = analysis.customers
    if "monetary" not in customers.frame:
        return
    help_ = _("All customers in a row, best first. The further the line bends from the diagonal, the more hangs on a few.")
    with cell("customers.concentration", _("How much depends on how few customers?"), help=help_) as here:
        facts = glance.concentration(customers.frame["monetary"])
        if not facts:
            st.info(_("There is no turnover to divide."))
            return
        picture("concentration", (analysis.key("customers"),), charts.concentration, customers.frame["monetary"])
        if len(customers.frame) < FEW:
            text = _("{share} of the customers bring 80% of the turnover.")
        else:
            text = _("The best 1% bring {one} and the best 10% bring {ten}; {share} of the customers bring 80% of the turnover.")
        here.means(text, one=percent(facts["best1"]), ten=percent(facts["best10"]), share=percent(facts["for80"]))
        with st.expander(_("Your best customers")):
            best = customers.frame.nlargest(25, "monetary")
            _show(customers, best, BEST)


def _show(customers: CustomerTable, rows: pd.DataFrame, names: Iterable[str]) -> None:
    """These customers with these columns, as far as there are any, under their names in words."""
    columns = [name for name in names if name in rows]
    told = labels(columns)
    kinds = {told[name]: str(customers.columns.kind[name]) for name in columns}
    show_table(in_words(rows[columns]).rename(columns=told).rename_axis(_("Customer")), kinds, customers.currency, hide_index=False)


def show_spread(_study: Study, analysis: Analysis) -> None:
    """How customers differ in one figure of choice."""
    customers = analysis.customers
    names = [name for name in SPREADS if name in customers.frame and customers.frame[name].notna().sum() > 1]
    if not names:
        return
    with cell("customers.spread", _("How do your customers differ?"), help=_("Choose a figure to see how customers are spread.")) as here:
        name = st.selectbox(
            _("Figure"), names, format_func=label, key=state.key("spread"), placeholder=_("Choose one"), help=_("The highest 1% stand in the last bar."),
        )  # fmt: skip
        values = customers.frame[name].dropna()
        shown = _written(customers, name)
        picture("spread_chart", (analysis.key("customers"), name), charts.spread, values, label(name), shown)
        here.means(
            _("{figure}: half of the customers are at {median} at most; one in ten is at {high} at least."),
            figure=label(name), median=shown(float(values.median())), high=shown(float(values.quantile(0.9))),
        )  # fmt: skip


def _written(customers: CustomerTable, name: str):  # type: ignore[no-untyped-def]
    kind = customers.columns.loc[name, "kind"]
    if kind == "money":
        return lambda value: money(value, customers.currency)
    return percent if kind == "share" else number


def show_cohorts(_study: Study, analysis: Analysis) -> None:
    """Do customers who started together come back?"""
    customers = analysis.customers
    if customers.lines is None or customers.as_of is None:
        return
    help_ = _("Each row holds the customers who first bought in the same quarter; each square, which share bought again that much later.")
    with cell("customers.cohorts", _("Do new customers come back?"), help=help_) as here:
        facts = once((analysis.key("customers"), "cohorts"), glance.per_cohort, customers.lines)
        share = glance.back_next_quarter(facts, customers.as_of)
        if share is None:
            st.info(_("The orders cover too short a time to see who comes back in a later quarter."))
            return
        picture("cohorts", (analysis.key("customers"),), charts.cohorts, facts)
        here.means(_("One quarter after their first purchase, {share} buy again."), share=percent(share))


def show_grid(_study: Study, analysis: Analysis) -> None:
    """Recency × frequency; a click opens those customers."""
    customers = analysis.customers
    if not {"recency", "frequency"} <= set(customers.frame):
        return
    help_ = _("Click a square to see the customers in it. Bottom left: new and once. Top left: often and recent. Right: drifting away.")
    with cell("customers.grid", _("Who buys often, and who has not been seen for long?"), help=help_) as here:
        made_from = (analysis.key("customers"),)
        facts = once((*made_from, "grid"), glance.recency_frequency, customers.frame)
        event = picture("grid", made_from, charts.grid, facts, customers.currency, on_select="rerun", selection_mode="square")
        chosen = event.selection.get("square") or []
        if chosen:
            inside = glance.in_square(customers.frame, int(chosen[0]["recent"]), int(chosen[0]["often"]))
            _show(customers, inside.nlargest(500, "monetary"), BEST)
            text = ngettext("{n} customer stands here, with {turnover} turnover.", "{n} customers stand here, with {turnover} turnover.", len(inside))
            here.means(text, n=number(len(inside)), turnover=money(inside["monetary"].sum(), customers.currency))
            return
        away = customers.frame[(customers.frame["frequency"] > 2) & (customers.frame["recency"] > 180)]
        if away.empty:
            here.means(_("Nobody who bought three times or more stayed away for half a year."))
            return
        text = ngettext(
            "{n} customer bought at least three times, but not in the last half year: worth a call, for {turnover} in all.",
            "{n} customers bought at least three times, but not in the last half year: worth a call. Together they brought {turnover}.", len(away),
        )  # fmt: skip
        here.means(text, n=number(len(away)), turnover=money(away["monetary"].sum(), customers.currency))


def show_lifetime(_study: Study, analysis: Analysis) -> None:
    """What customers are still worth, and how sure that is."""
    customers = analysis.customers
    told = lifetime_sentences(customers)
    if not told:
        return
    help_ = _("From how often, how recently and how much they bought. For every customer the range is given too: it is an estimate.")
    with cell("customers.lifetime", _("What can you still expect of them?"), help=help_) as here:
        if "expected_value" in customers.frame:
            names = ("alive", "expected_orders", "expected_value", "expected_value_low", "expected_value_high")
            best = customers.frame.nlargest(200, "expected_value")
            _show(customers, best, (*names, "monetary", "recency"))
        for sentence in told[1:]:
            st.caption(safe(sentence))
        here.means(told[0])
