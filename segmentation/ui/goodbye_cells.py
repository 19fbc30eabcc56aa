"""The goodbye list as a decision: the ladder, the list, one customer explained, and letters."""

from typing import Any

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import N_, _, currency_symbol, money, number
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.amounts import SEEN, show_amounts
from segmentation.ui.cells import cell, folded
from segmentation.ui.picture import picture
from segmentation.ui.shares_cells import ask_rungs
from segmentation.ui.text import fill, safe
from segmentation.ui.trace_cells import show_trace


def show_goodbye(study: Study, analysis: Analysis) -> None:
    """First what could fix it, goodbye last; per customer the reason and what each step would bring."""
    from segmentation.economics.ladder import NO_ACTION
    from segmentation.economics.words import goodbye_sentence

    found = analysis.economics
    help_ = _("First what could fix it: price, discount, returns, self-service, channel, marketing. Goodbye comes last.")
    with cell("roi.goodbye", _("The goodbye list: what could you do about them?"), help=help_) as here:
        if found.goodbye.empty:
            here.means(_("With these costs no customer loses you money."))
            return
        here.means(goodbye_sentence(found))
        _list(study, analysis)
        _one(study, analysis)
        _warn(found)
        with st.expander(_("What do you write to them?")):  # drawn at once: what somebody wrote in a draft stays when it closes
            _letters(study)
        if not found.goodbye["advice"].isin(NO_ACTION).all():
            _before_after(study, found)
        _rungs(study, analysis)


def _before_after(study: Study, found: Any) -> None:
    facts = found.facts
    before, after, nothing = st.columns(3)
    before.metric(
        _("Profit a year now"),
        safe(money(facts["year_before"], study.currency)),
        help=_("As in the past, at the pace that is still expected."),
    )
    after.metric(
        _("Profit a year after"),
        safe(money(facts["year_after_likely"], study.currency)),
        help=_("Between {low} and {high}.").format(
            low=money(facts["year_after_low"], study.currency), high=money(facts["year_after_high"], study.currency)
        ),
    )
    nothing.metric(
        _("Doing nothing costs"),
        safe(money(facts["doing_nothing"], study.currency)),
        help=_("What they would lose you in the coming year, bad luck and first orders left out."),
    )
    told = (
        _("Fixed costs ({fixed} a year) stay whoever leaves, and part of the time on the payroll does too; both are counted. So are friends who stay away.")
        if facts["fixed_stays"]
        else _("Fixed costs are not filled in; they stay, whoever leaves. So does part of the time on the payroll, and friends stay away: both are counted.")
    )
    st.caption(safe(told.format(fixed=money(facts["fixed_stays"], study.currency))))


def _rungs(study: Study, analysis: Analysis) -> None:
    """Per segment what each rung brings, and under each rung when it applies and what is assumed."""
    from segmentation.charts import economics as charts

    found = analysis.economics
    if (found.ladder["advised"] > 0).any():
        picture("roi-ladder", (analysis.key("economics"),), charts.ladder, found)
    folded("ladder", _("The ladder per segment"), _ladder, analysis)
    folded("rungs", _("When does each step apply, and what is assumed of it?"), _assumed, study)


def _ladder(analysis: Analysis) -> None:
    """For how many in each segment a rung would help, and what it brings."""
    from segmentation.economics.words import advice

    found = analysis.economics
    table = found.ladder[found.ladder["helps"] > 0]
    table = table.assign(segment=table["segment"].astype(str).map(analysis.called))
    sign = currency_symbol(found.currency)
    titles = {
        "segment": _("Segment"),
        "rung": _("Step"),
        "helps": _("Would help"),
        "effect_of_all": f"{_('if all of them get it')} ({sign})",
        "advised": _("Advised to"),
        "effect_low": _("at least"),
        "effect_likely": f"{_('Brings a year')} ({sign})",
        "effect_high": _("at most"),
    }
    amounts = [titles[name] for name in ("effect_of_all", "effect_low", "effect_likely", "effect_high")]
    show_amounts(table.assign(rung=table["rung"].map(advice)).rename(columns=titles), amounts)


def _assumed(study: Study) -> None:
    """Each rung's condition and assumptions, to change, and when a goodbye is advised."""
    ask_rungs(study)
    st.caption(
        safe(
            _(
                "Saying goodbye: when all steps together do not make them pay and bring less than a goodbye. A step earns nothing by those who leave because of it; what they take along counts against it. Costs that stay and friends who go are among your assumptions above."
            )
        )
    )


def in_words(analysis: Analysis) -> pd.DataFrame:
    """The list with words for codes, as it is shown and exported: who, what to do, what that brings, and why."""
    from segmentation.economics.words import PATTERN, advice, reason

    found = analysis.economics
    table = found.goodbye
    view = pd.DataFrame(
        {
            "customer_id": table["customer_id"],
            "segment": table["segment"].astype(str).map(analysis.called),
            "advice": table["advice"].map(advice),
            "effect": table["effect"],
            "reason": table["reason"].map(reason),
            "profit": table["profit"],
            "habit": table["pattern"].map(lambda code: _(PATTERN[code]) if code else ""),
            "certainty": table["certainty"],
            "low": table["effect_low"],
            "high": table["effect_high"],
        }
    )
    if found.flags["segment"].nunique() < 2:
        view = view.drop(columns="segment")
    sign = currency_symbol(found.currency)
    return view.rename(
        columns={
            "customer_id": _("Customer"),
            "segment": _("Segment"),
            "profit": f"{_('Profit so far')} ({sign})",
            "certainty": _("How sure"),
            "reason": _("What stands out"),
            "habit": _("Habit or luck"),
            "advice": _("Advice"),
            "effect": f"{_('Brings a year')} ({sign})",
            "low": f"{_('at least')} ({sign})",
            "high": f"{_('at most')} ({sign})",
        }
    )


_LATER = (
    (
        ("check",),
        N_("Check the file first ({n})"),
        N_("They sent back more than they bought here, so the purchase lies before these data; or most of their lines are tests and corrections. Maybe nothing was lost."),
    ),
    (
        ("wait", "leave"),
        N_("Wait, or leave as it is ({n})"),
        N_("Bad luck, one order only, hardly expected back, or no step that is worth the trouble."),
    ),
)


def _list(study: Study, analysis: Analysis) -> None:
    """Who to act on, by what it brings; then, each in a list of their own, whose file to check and who to leave as they are."""
    from segmentation.economics.ladder import NO_ACTION
    from segmentation.report.files import sheet_bytes

    found = analysis.economics
    view, advised = in_words(analysis), found.goodbye["advice"]
    if (act := ~advised.isin(NO_ACTION)).any():
        st.caption(_("Those to act on, by what it brings in a year:"))
        _rows(found, view[act])
    for codes, title, why in _LATER:
        if (mine := advised.isin(codes)).any():
            folded(codes[0], _(title).format(n=number(int(mine.sum()))), _later, found, view[mine], _(why))
    decided = {key.removeprefix("customer:"): value for key, value in study.decisions.items() if key.startswith("customer:")}
    export = view.assign(**{_("Decision"): [_decision(decided.get(name, "")) for name in found.goodbye["customer_id"]]})
    st.download_button(
        _("Download the list ({n} customers)").format(n=number(len(view))),
        sheet_bytes(export),
        "goodbye.csv",
        "text/csv",
        key="roi-goodbye-csv",
        help=_("A CSV file with the reason, the advice and your decision for each customer."),
    )


def _later(found: Any, view: pd.DataFrame, why: str) -> None:
    st.caption(why)
    _rows(found, view)


def _rows(found: Any, view: pd.DataFrame) -> None:
    """These customers; an amount that is nothing for all of them is left out."""
    amounts = [title for title in view.columns if title.endswith(f"({currency_symbol(found.currency)})")]
    view = view.drop(columns=[title for title in amounts if not view[title].any()])
    sure = {_("How sure"): st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1)}
    show_amounts(view.head(SEEN), amounts, sure, height=min(245, 55 + 35 * len(view)))
    if len(view) > SEEN:
        st.caption(_("The first {n} of {all}; the list you can download holds all of them.").format(n=SEEN, all=number(len(view))))


def _decision(code: str) -> str:
    from segmentation.economics.words import advice

    own = {"": "", "as_advised": _("as advised"), "keep": _("keep as they are")}
    return own[code] if code in own else advice(code)


def _one(study: Study, analysis: Analysis) -> None:
    """One customer: why, every rung, the rates, the lines, and the user's decision."""
    from segmentation.economics.ladder import ADVICE, LADDER
    from segmentation.economics.words import customer_sentences

    found = analysis.economics
    chosen = st.selectbox(
        _("Understand one customer"),
        found.goodbye["customer_id"].tolist(),
        key="roi-customer",
        help=_("The first is the one where acting brings most."),
    )
    for sentence in customer_sentences(found, chosen):
        st.markdown(safe(sentence))
    plan = found.goodbye.set_index("customer_id").loc[chosen]
    rungs = {_(ADVICE[rung.code]): plan[f"rung_{rung.code}"] for rung in LADDER if plan[f"rung_{rung.code}"]}
    if len(rungs) > 1:
        rungs[_("all these steps together")] = plan["together"]
    if plan["rung_goodbye"]:
        rungs[_(ADVICE["goodbye"])] = plan["rung_goodbye"]
    if rungs:
        st.markdown(
            fill(
                _("What each step would bring a year: {steps}."),
                steps="; ".join(f"{name} {money(value, study.currency)}" for name, value in rungs.items()),
            )
        )
    options = {
        "": _("not decided yet"),
        "as_advised": _("as advised"),
        "keep": _("keep as they are"),
        **{rung.code: rung.name for rung in LADDER},
        "goodbye": _(ADVICE["goodbye"]),
    }
    now = study.decisions.get(f"customer:{chosen}", "")
    st.selectbox(
        _("Your decision"),
        list(options),
        index=list(options).index(now) if now in options else 0,
        format_func=options.__getitem__,
        key=state.key(f"decision:{chosen}"),
        on_change=_decide,
        args=(chosen,),
        help=_("A person decides. It is saved in the study and in the export."),
    )
    folded("trace", _("Where does each amount come from?"), show_trace, study, analysis, chosen)


def _decide(customer: str) -> None:
    value = state.value_of(f"decision:{customer}")
    others = {key: kept for key, kept in st.session_state["study"].decisions.items() if key != f"customer:{customer}"}
    state.decide(lambda study: study.change(decisions={**others, **({f"customer:{customer}": value} if value else {})}))


def _warn(found: Any) -> None:
    from segmentation.economics.words import warning_sentences

    if sentences := warning_sentences(found):
        st.warning("  \n".join(safe(sentence) for sentence in sentences))


def _letters(study: Study) -> None:
    """A draft for each step, in the language of the customer."""
    from segmentation.economics.ladder import ADVICE, LADDER
    from segmentation.economics.letters import letter

    codes = [*(rung.code for rung in LADDER), "goodbye"]
    code = st.selectbox(
        _("Step"),
        codes,
        format_func=lambda name: _(ADVICE[name]),
        key="roi-letter",
        help=_("One draft for each step of the ladder."),
    )
    language = st.segmented_control(
        _("Language of the letter"),
        ["nl", "en"],
        format_func={"nl": "Nederlands", "en": "English"}.__getitem__,
        default=study.language,
        key="roi-letter-language",
        required=True,
        help=_("In which language you write to this customer."),
    )
    draft = letter(code, language)
    st.text_area(
        draft.subject,
        draft.body,
        height=330,
        key=f"roi-letter-{code}-{language}",
        help=_("Copy it, fill the gaps between braces and make it your own."),
    )
