"""What customers cost and earn: the assumptions as sentences, the statement, the segments, the whale curve and who loses money."""

from typing import Any

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, currency_symbol, money, ngettext, number, percent
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.cells import cell
from segmentation.ui.text import fill, safe
from segmentation.ui.work import ready

AT_ONCE = 20_000  # up to so many customers a changed assumption is worked out on the spot
FIRST = ("margin_rate", "per_order", "shipping_per_order", "per_return", "per_ticket", "per_mailing", "fixed_per_year")
LOCAL = st.column_config.NumberColumn(format="localized")
ROOM = {"exact": 0.0, "about": 0.15, "rough": 0.4}


def weighed(analysis: Analysis) -> bool:
    """True when the figures are there; few customers are weighed on the spot, many in the background."""
    if analysis.ready("customers") and len(analysis.customers) <= AT_ONCE:
        return True
    return ready(analysis, "economics")


def names_of(study: Study, analysis: Analysis) -> dict[str, str]:
    """What each segment is called: by the user, or else as proposed."""
    proposed = dict(analysis.profiles.names)
    return {letter: study.segment_names.get(letter) or str(proposed.get(letter, "")) for letter in proposed}


def ask_costs(study: Study, analysis: Analysis) -> None:
    """The assumptions as sentences, each with its unit, how sure it is, and where the figure comes from."""
    from segmentation.economics import Costs
    from segmentation.economics.fields import BY_NAME

    title, help_ = _("What does serving a customer cost you?"), _("Start with the usual figures and replace them by your own. Every figure on this page follows at once.")
    with cell("roi.costs", title, help=help_):
        for name in FIRST:
            _ask(study, BY_NAME[name])
        known = analysis.customers.frame["margin"].notna().mean() if "margin" in analysis.customers.frame else 0.0
        if known:
            st.caption(safe(_("Your file says what the goods cost for {share} of your customers; the margin above counts for the others only.").format(share=percent(known))))
        with st.expander(_("More costs, counted only when you fill them in")):
            for field in Costs.fields():
                if field.name not in FIRST:
                    _ask(study, field)
        with st.container(horizontal=True):
            st.button(_("Fill in the usual figures everywhere"), key=state.key("costs:usual"), on_click=_usual, help=_("Your own figures stay as they are."))
            st.button(_("Start again"), key=state.key("costs:none"), on_click=_forget, help=_("Takes all your figures away; undo brings them back."))


def _ask(study: Study, field: Any) -> None:
    held = study.costs.get(field.name, field.default)
    likely = float(held[1] if isinstance(held, tuple | list) else held)
    unit = "%" if field.unit == "share" else currency_symbol(study.currency) if field.unit == "money" else _("minutes")
    shown, top = (likely * 100, 100.0) if field.unit == "share" else (likely, field.top)
    left, middle, right = st.columns([5, 2, 2.6], vertical_alignment="center")
    left.markdown(fill(field.sentence, value=f"… {unit}" if unit != currency_symbol(study.currency) else f"{unit} …"))
    usual = _("Usual: {low} to {high}. {source}").format(low=_shown(field, field.low, study), high=_shown(field, field.high, study), source=field.source)
    middle.number_input(
        f"{field.label} ({unit})", min_value=0.0, max_value=top, value=round(shown, 4), step=_step(field, likely), format=None if shown >= 1 or not shown else "%.3f", help=usual,
        key=state.key(f"cost:{field.name}"), on_change=_save, args=(field.name,), label_visibility="collapsed",
    )  # fmt: skip
    options = {"exact": _("exactly"), "about": _("about (± 15%)"), "rough": _("roughly (± 40%)"), **({} if field.name in study.costs else {"usual": _("usual")})}
    right.selectbox(
        _("How sure: {cost}").format(cost=field.label), list(options), format_func=options.__getitem__, index=list(options).index(_sureness(study, field)),
        key=state.key(f"sure:{field.name}"), on_change=_save, args=(field.name,), label_visibility="collapsed", help=_("What you do not know exactly varies within this range."),
    )  # fmt: skip


def _shown(field: Any, value: float, study: Study) -> str:
    return percent(value, 1) if field.unit == "share" else money(value, study.currency, 2) if field.unit == "money" else number(value)


def _step(field: Any, likely: float) -> float:
    return 1.0 if field.unit != "money" else 0.01 if likely < 0.1 else 0.5 if likely < 100 else 100.0


def _sureness(study: Study, field: Any) -> str:
    if field.name not in study.costs:
        return "usual" if isinstance(field.default, tuple) else "exact"
    held = study.costs[field.name]
    if not isinstance(held, tuple | list) or not held[1]:
        return "exact"
    return min(ROOM, key=lambda name: abs(ROOM[name] - (held[1] - held[0]) / held[1]))


def _save(name: str) -> None:
    from segmentation.economics.fields import BY_NAME

    field, sure = BY_NAME[name], state.value_of(f"sure:{name}")
    value = float(state.value_of(f"cost:{name}")) / (100 if field.unit == "share" else 1)
    room = ROOM.get(sure, 0.15)
    kept = round(value, 6) if not room or not value else (round(value * (1 - room), 6), round(value, 6), round(min(value * (1 + room), field.top), 6))
    state.decide(lambda study: study.change(costs={**study.costs, name: kept}), redraw=True)


def _usual() -> None:
    from segmentation.economics import Costs

    figures = {field.name: field.usual for field in Costs.fields() if field.usual[1]}
    state.decide(lambda study: study.change(costs={**figures, **study.costs}), redraw=True)


def _forget() -> None:
    state.decide(lambda study: study.change(costs={}), redraw=True)


def show_statement(study: Study, analysis: Analysis) -> None:
    """What the whole earns, what is not known, and whether the books agree."""
    from segmentation.economics.words import column_titles, missing_sentence, statement_sentence

    found = analysis.economics
    with cell("roi.statement", _("What is left of your turnover?")) as here:
        shown = found.total[[name for name in found.total.index if name in ("revenue", "profit", "result") or found.total[name]]]
        titles = column_titles(list(shown.index))
        for place, column in zip(("revenue", "cost_of_goods", "profit"), st.columns(3), strict=True):
            column.metric(column_titles([place])[place], safe(money(found.total[place], study.currency, 0)))
        st.dataframe(shown.rename(index=titles).rename(_("Amount")).map(lambda value: money(value, study.currency, 2)), height="content")
        here.means(statement_sentence(found))
        if missing := missing_sentence(found):
            st.caption(safe(missing))
        _books(study, found)


def _books(study: Study, found: Any) -> None:
    from segmentation.economics.books import LINES

    with st.expander(_("Compare with your bookkeeping")):
        for column, (name, title) in zip(st.columns(len(LINES)), LINES.items(), strict=True):
            column.number_input(f"{_(title)} ({currency_symbol(study.currency)})", value=study.books.get(name), key=state.key(f"books:{name}"), on_change=_save_book,
                                args=(name,), help=_("Over the same period as your files. Leave empty what you do not know."), placeholder="–")
        for row in found.books.itertuples():
            st.markdown(fill(_("{line}: your books say {books}, this page {here}, a difference of {difference} ({share})."), line=_(LINES[row.line]),
                             books=money(row.books, study.currency), here=money(row.here, study.currency), difference=money(row.difference, study.currency),
                             share=percent(row.share, 1)))


def _save_book(name: str) -> None:
    value = state.value_of(f"books:{name}")
    others = {key: kept for key, kept in st.session_state["study"].books.items() if key != name}
    state.decide(lambda study: study.change(books=others if value is None else {**others, name: float(value)}))


def show_segments(study: Study, analysis: Analysis) -> None:
    """Profit per segment, what goes in and what comes out, and what would have to be true."""
    from segmentation.charts import economics as charts
    from segmentation.economics.words import column_titles

    found, names = analysis.economics, names_of(study, analysis)
    with cell("roi.segments", _("What is each segment worth?")) as here:
        st.altair_chart(charts.segment_profit(found, names), theme="streamlit", key="roi-segments")
        table = found.segments
        columns = ["customers", "revenue", "profit", "profit_per_customer", "unprofitable", "invested", "roi"]
        view = table[columns].assign(roi=(table["roi"] * 100).round(), revenue=table["revenue"].round(), profit=table["profit"].round(), invested=table["invested"].round())
        view.insert(0, _("Segment"), [f"{letter} · {names[letter]}" if names.get(letter) else letter for letter in table.index])
        sign = currency_symbol(study.currency)
        amounts = {title: st.column_config.NumberColumn(f"{title} ({sign})", format="localized") for name, title in column_titles(columns).items() if name in ("revenue", "profit", "profit_per_customer", "invested")}
        titles = column_titles(columns)
        st.dataframe(view.rename(columns=titles), hide_index=True, column_config={**amounts, titles["roi"]: st.column_config.NumberColumn(format="%d%%")})
        best, worst = table["profit_per_customer"].idxmax(), table["profit_per_customer"].idxmin()
        here.means(_("A customer of segment {best} earns you {most} on average, one of segment {worst} {least}."), best=best, worst=worst,
                   most=money(table.loc[best, "profit_per_customer"], study.currency), least=money(table.loc[worst, "profit_per_customer"], study.currency))
        with st.expander(_("What goes in, what comes out, and what would have to be true")):
            st.altair_chart(charts.in_and_out(found, names), theme="streamlit", key="roi-in-out")
            for row in found.needed.join(table[["customers"]]).itertuples():
                st.markdown(fill(_("Segment {letter} pays from a margin of {needed} on (now {margin}); an order carries its own handling from {order} on."),
                                 letter=row.Index, needed=percent(row.margin_needed), margin=percent(row.margin), order=money(row.order_needed, study.currency)))


def show_whale(study: Study, analysis: Analysis) -> None:
    """Cumulative profit from best to worst customer."""
    from segmentation.charts import economics as charts
    from segmentation.economics.words import whale_sentence

    help_ = _("All customers in a row, the most profitable first, with their profit added up. Where the line falls, customers cost money.")
    with cell("roi.whale", _("Who earns your profit, and who takes it away again?"), help=help_) as here:
        st.altair_chart(charts.whale(analysis.economics, names_of(study, analysis)), theme="streamlit", key="roi-whale")
        here.means(whale_sentence(analysis.economics))


def show_flags(study: Study, analysis: Analysis) -> None:
    """Who loses money: why, how sure, over the whole history, this year and in the year ahead."""
    from segmentation.economics.words import flags_sentence, reason

    found = analysis.economics
    losing = found.customers[found.customers["unprofitable"]]
    with cell("roi.flags", _("Which customers cost you money?")) as here:
        here.means(flags_sentence(found))
        if losing.empty:
            return
        grouped = losing.groupby("reason")["profit"].agg(["size", "sum"]).sort_values("sum").reset_index()
        grouped["reason"] = grouped["reason"].map(reason)
        st.dataframe(grouped.rename(columns={"reason": _("What stands out"), "size": _("Customers"), "sum": f"{_('Loss')} ({currency_symbol(study.currency)})"}), hide_index=True, column_config={f"{_('Loss')} ({currency_symbol(study.currency)})": LOCAL})
        counts = losing["pattern"].value_counts()
        st.markdown(fill(_("{habit} of them have a habit, {luck} had bad luck, {first} ordered once, and {outside} sent back what they bought before these data."),
                         habit=number(counts.get("structural", 0)), luck=number(counts.get("one_off", 0)), first=number(counts.get("first", 0)), outside=number(counts.get("outside", 0))))
        if found.customers["profit_now"].notna().any():
            recent = int((found.customers["profit_now"] < 0).sum())
            st.markdown(fill(ngettext("In the last twelve months {n} customer lost you money.", "In the last twelve months {n} customers lost you money.", recent), n=number(recent)))
