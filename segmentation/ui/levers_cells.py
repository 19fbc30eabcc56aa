"""The levers per segment with their evidence, what a programme must bring, and where to find more customers."""

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, currency_symbol, money, number, percent
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.cells import cell, folded
from segmentation.ui.shares_cells import ask_levers
from segmentation.ui.text import fill, safe

FEW = 4  # levers shown at once; the others are a click away


def show_levers(study: Study, analysis: Analysis) -> None:
    """What each segment could earn more, on which evidence, with one next step; and the uplift a programme needs."""
    found = analysis.economics
    with cell("roi.levers", _("What could each segment earn more?")) as here:
        letters = sorted(found.levers["segment"].unique())
        if not letters:
            here.means(_("There are too few customers or orders to find a lever with evidence."))
            return
        letter = st.selectbox(
            _("Segment"),
            letters,
            key="roi-lever-segment",
            format_func=analysis.called,
            help=_("Each segment has its own levers."),
        )
        mine = found.levers[found.levers["segment"] == letter]
        _levers(study, mine.head(FEW))
        if len(mine) > FEW:
            folded("levers", _("More levers for this segment"), _levers, study, mine.tail(-FEW))
        best = mine.iloc[0]
        here.means(
            _("In segment {letter} the largest lever is worth about {likely} a year ({low} to {high})."),
            letter=analysis.called(letter),
            likely=money(best["likely"], study.currency),
            low=money(best["low"], study.currency),
            high=money(best["high"], study.currency),
        )
        folded("respond", _("How many would respond? Change what is assumed"), ask_levers, study, list(dict.fromkeys(mine["lever"])))
        _without(set(found.levers["lever"]), set(found.facts.get("levers_without_data", ())))
        folded("programme", _("What if: what must a programme for one segment bring?"), _programme, study, analysis)


def _without(shown: set[str], absent: set[str]) -> None:
    """For which levers these data hold no evidence, and which could not be looked for, with what they need."""
    from segmentation.economics.levers import LEVERS

    looked = [lever.name.lower() for code, lever in LEVERS.items() if code not in shown | absent]
    if looked:
        st.caption(safe(_("Looked for without finding evidence: {levers}.").format(levers=", ".join(looked))))
    unseen = [f"{lever.name.lower()} ({lever.data})" for code, lever in LEVERS.items() if code in absent - shown]
    if unseen:
        st.caption(safe(_("Not looked for, because your data do not have it: {levers}.").format(levers=", ".join(unseen))))


def _levers(study: Study, rows: pd.DataFrame) -> None:
    for row in rows.itertuples():
        _lever(study, row)


def _lever(study: Study, row) -> None:  # type: ignore[no-untyped-def]
    from segmentation.economics.levers import LEVERS

    lever = LEVERS[row.lever]
    what = f": {row.product} → {row.with_product}" if isinstance(row.product, str) and row.product else ""
    st.markdown(
        f"**{safe(lever.name + what)}** · {safe(money(row.likely, study.currency))} ({safe(money(row.low, study.currency))} – {safe(money(row.high, study.currency))})"
    )
    told = _("{n} customers. {why} Assumed: {respond} respond, each worth {worth}.").format(
        n=number(row.customers), why=lever.assumption, respond=percent(row.respond, 0), worth=money(row.worth, study.currency, 2)
    )
    if row.lift == row.lift and row.lift is not None:
        told += " " + _(
            "Bought together {lift} times as often as by chance ({low} to {high}), in {support} of the orders."
        ).format(
            lift=number(row.lift, 1), low=number(row.lift_low, 1), high=number(row.lift_high, 1), support=percent(row.support, 1)
        )
    st.caption(safe(told))
    st.markdown(safe(_("Next step: {step}").format(step=lever.next_step)))


def _programme(study: Study, analysis: Analysis) -> None:
    """What each segment must spend more to earn a programme back, beside what others measured."""
    from segmentation.economics.cases import CASES
    from segmentation.economics.levers import break_even

    found = analysis.economics
    cost = st.number_input(
        f"{_('The programme costs a year')} ({currency_symbol(study.currency)})",
        0.0,
        1e9,
        float(study.settings.get("programme", 1000.0)),
        100.0,
        key=state.key("programme"),
        on_change=_set_programme,
        help=_("Everything you spend on it: time, mailings, rewards."),
    )
    needed = break_even(found.segments, found.years, cost)
    for letter, share in needed.items():
        st.markdown(
            fill(_("Segment {letter} must spend {share} more to earn it back."), letter=letter, share=percent(share, 1))
        )
    st.caption(safe(_("Published, to compare with:")))
    for case in CASES:
        st.caption(safe(f"{case.sentence} {case.source}"))


def _set_programme() -> None:
    value = state.value_of("programme")
    state.decide(lambda study: study.change(settings={**study.settings, "programme": value}))


def show_prospects(study: Study, analysis: Analysis) -> None:
    """Where to find more customers like the best ones, and what an address may cost."""
    from segmentation.economics.words import rule_sentence

    found = analysis.economics
    help_ = _(
        "Rules an address supplier can sell, found in one half of your customers and tested in the other. Best customers are the fifth that earns most."
    )
    with cell("roi.prospects", _("Where are more customers like your best?"), help=help_) as here:
        if found.prospects.empty:
            here.means(
                _(
                    "Nothing an address supplier knows sets your best customers apart, or it is not in your data. Add place, age or household in step 3."
                )
            )
            return
        for row in found.prospects.itertuples():
            st.markdown(f"**{safe(rule_sentence(row.rule))}**")
            st.markdown(
                fill(
                    _(
                        "{hit} of them belong to your best customers ({low} to {high}), against {base} of everybody: {lift} times as many. They are {share} of your customers, so expect about that part of a supplier's list."
                    ),
                    hit=percent(row.hit_rate),
                    low=percent(row.hit_low),
                    high=percent(row.hit_high),
                    base=percent(row.base),
                    lift=number(row.lift, 1),
                    share=percent(row.share),
                )
            )
            st.markdown(
                fill(
                    _("An address may cost {price} at most when {respond} of them become a customer ({low} to {high})."),
                    price=money(row.price, study.currency, 2),
                    respond=percent(row.respond, 1),
                    low=money(row.price_low, study.currency, 2),
                    high=money(row.price_high, study.currency, 2),
                )
            )
        first = found.prospects.iloc[0]
        here.means(_("Look first for: {rule}."), rule=rule_sentence(first["rule"]))
        if any(word in first["rule"] for word in ('"age"', '"gender"', '"household"')):
            st.caption(
                safe(
                    _(
                        "Choosing people by age, gender or household can shut others out. Use it to decide where to advertise, not whom to serve."
                    )
                )
            )
