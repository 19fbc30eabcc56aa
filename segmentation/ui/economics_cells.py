"""What customers cost and earn: the assumptions as sentences, the statement, the segments, the whale curve and who loses money."""

from typing import Any

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.errors import SegmentationError
from segmentation.language import N_, _, currency_symbol, money, ngettext, number, percent
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.amounts import SEEN, show_amounts
from segmentation.ui.cells import cell, folded, show_error
from segmentation.ui.once import once
from segmentation.ui.picture import picture
from segmentation.ui.text import fill, safe
from segmentation.ui.work import failed, in_a_moment, ready

PATTERNS = {
    "structural": N_("{n} by habit"), "one_off": N_("{n} by bad luck"), "first": N_("{n} with one order"),
    "outside": N_("{n} by returns of what was bought before these data"), "no_sale": N_("{n} by tests or corrections"),
}  # fmt: skip
AT_ONCE = 20_000  # up to so many customers a changed assumption is worked out on the spot


def weighed(analysis: Analysis) -> bool:
    """True when the figures are there; few customers are weighed on the spot, many in the background. What is missing is said."""
    if not analysis.ready("customers") or len(analysis.customers) > AT_ONCE:
        return ready(analysis, "economics")
    try:
        found = analysis.economics
    except SegmentationError as error:
        show_error(error)
        return False
    once(("weighed", analysis.key("customers")), _be_quick, analysis.customers)
    return found is not None


def _be_quick(customers: Any) -> None:
    """Weigh once with nobody waiting: what no cost changes is remembered, and the first changed assumption is as quick as the next."""
    from segmentation.economics import weigh_economics

    in_a_moment(lambda: weigh_economics(customers, draws=1))


def few(analysis: Analysis) -> bool:
    """Too few customers for segments, or nothing that sets them apart: what each of them earns can still be told."""
    from segmentation.segments.find import LEAST

    return len(analysis.customers) < LEAST or failed(analysis, "segmentation") is not None


def divided(analysis: Analysis) -> bool:
    """True when there are segments to speak of by name; else they are worked out. Another margin leaves them and their names as they are."""
    return ready(analysis, "segmentation") and (analysis.named or ready(analysis, "profiles"))


def show_few(_study: Study, analysis: Analysis) -> None:
    """What is missing on this page, and from when it appears."""
    from segmentation.segments.find import LEAST

    if why := failed(analysis, "segmentation"):
        show_error(why)
        return
    told = ngettext(
        "There is one customer here. From {least} on this page also shows segments, levers and strategies.",
        "There are {n} customers here. From {least} on this page also shows segments, levers and strategies.", len(analysis.customers),
    )  # fmt: skip
    st.info(fill(told, n=number(len(analysis.customers)), least=number(LEAST)))


def show_statement(study: Study, analysis: Analysis) -> None:
    """What the whole earns, what is not known, and whether the books agree."""
    from segmentation.economics.words import column_titles, missing_sentence, statement_sentence

    found = analysis.economics
    with cell("roi.statement", _("What is left of your turnover?")) as here:
        for place, column in zip(("revenue", "cost_of_goods", "profit"), st.columns(3), strict=True):
            help_ = _lopsided(found) if place == "profit" else None
            column.metric(column_titles([place])[place], safe(money(found.total[place], study.currency, 0)), help=help_)
        here.means(statement_sentence(found))
        if missing := missing_sentence(found):
            st.caption(safe(missing))
        folded("statement", _("Every cost, and your bookkeeping beside it"), _every_cost, study, found)


def _every_cost(study: Study, found: Any) -> None:
    """The statement to the cent, and the bookkeeping beside it."""
    from segmentation.economics.words import column_titles

    shown = found.total[[name for name in found.total.index if name in ("revenue", "profit", "result") or found.total[name]]]
    titles = column_titles(list(shown.index))
    st.dataframe(
        shown.rename(index=titles).rename(_("Amount")).map(lambda value: money(value, study.currency, 2)),
        height="content",
    )
    _books(study, found)


def _lopsided(found: Any) -> str | None:
    """Why the range of profit reaches further down than up, where it does: the estimates have more room upwards."""
    (low, high), profit = found.facts["interval"][""], found.total["profit"]
    if profit - low <= 1.5 * (high - profit):
        return None
    booked = {
        field: found.total.get({"orders": "order_handling"}.get(field.group, field.group), 0.0) for field in found.costs.fields()
    }
    room = {field: found.costs.triple(field.name) for field, amount in booked.items() if amount > 0 and field.unit == "money"}
    skewed = [field for field, (least, likely, most) in room.items() if most - likely > 1.5 * (likely - least)]
    if not skewed:
        return None
    field = max(skewed, key=booked.__getitem__)
    least, likely, most = (money(edge, found.currency, 2) for edge in room[field])
    told = _(
        "The range reaches further down than up, because most estimates can turn out dearer by more than cheaper: {cost} lies between {low} and {high}, most often at {likely}."
    )
    return told.format(cost=field.label.lower(), low=least, high=most, likely=likely)


def _books(study: Study, found: Any) -> None:
    from segmentation.economics.books import LINES

    for column, (name, title) in zip(st.columns(len(LINES)), LINES.items(), strict=True):
        column.number_input(
            f"{_(title)} ({currency_symbol(study.currency)})",
            value=study.books.get(name),
            key=state.key(f"books:{name}"),
            on_change=_save_book,
            args=(name,),
            help=_("Over the same period as your files. Leave empty what you do not know."),
            placeholder="–",
        )
    for row in found.books.itertuples():
        st.markdown(
            fill(
                _("{line}: your books say {books}, this page {here}, a difference of {difference} ({share})."),
                line=_(LINES[row.line]),
                books=money(row.books, study.currency),
                here=money(row.here, study.currency),
                difference=money(row.difference, study.currency),
                share=percent(row.share, 1),
            )
        )


def _save_book(name: str) -> None:
    value = state.value_of(f"books:{name}")
    others = {key: kept for key, kept in st.session_state["study"].books.items() if key != name}
    state.decide(lambda study: study.change(books=others if value is None else {**others, name: float(value)}))


def show_segments(study: Study, analysis: Analysis) -> None:
    """Profit per segment, what goes in and what comes out, and what would have to be true."""
    from segmentation.charts import economics as charts
    from segmentation.economics.words import column_titles

    found, names = analysis.economics, analysis.names
    with cell("roi.segments", _("What is each segment worth?")) as here:
        made_from = (analysis.key("economics"), *names.values())
        picture("roi-segments", made_from, charts.segment_profit, found, names)
        table = found.segments
        columns = ["customers", "revenue", "profit", "profit_per_customer", "unprofitable", "invested", "roi"]
        view = table[columns].assign(roi=(table["roi"] * 100).round())
        view.insert(0, _("Segment"), [analysis.called(letter) for letter in table.index])
        sign = currency_symbol(study.currency)
        money_columns = ("revenue", "profit", "profit_per_customer", "invested")
        titles = {name: f"{title} ({sign})" if name in money_columns else title for name, title in column_titles(columns).items()}
        whole = {titles["roi"]: st.column_config.NumberColumn(format="%d%%")}
        show_amounts(view.rename(columns=titles), [titles[name] for name in money_columns], whole)
        best, worst = table["profit_per_customer"].idxmax(), table["profit_per_customer"].idxmin()
        told = _("A customer of segment {best} earns you {most} on average, one of segment {worst} {least}.")
        if len(table) == 1:
            told = _("All your customers are in one segment; each earns you {most} on average.")
        elif best == worst:
            told = _("A customer of any segment earns you {most} on average.")
        here.means(
            told,
            best=analysis.called(best),
            worst=analysis.called(worst),
            most=money(table.loc[best, "profit_per_customer"], study.currency),
            least=money(table.loc[worst, "profit_per_customer"], study.currency),
        )
        folded("in-out", _("What goes in, what comes out, and what would have to be true"), _in_and_out, study, analysis, made_from)


def _in_and_out(study: Study, analysis: Analysis, made_from: tuple[Any, ...]) -> None:
    """Per segment what is spent on it and what it earns, and from which margin and which order on it pays."""
    from segmentation.charts import economics as charts

    found = analysis.economics
    picture("roi-in-out", made_from, charts.in_and_out, found, analysis.names)
    told = _("Segment {letter} pays from a margin of {needed} on (now {margin}); an order carries its own handling from {order} on.")
    for row in found.needed.dropna(subset=["margin_needed"]).itertuples():
        st.markdown(
            fill(
                told,
                letter=analysis.called(row.Index),
                needed=percent(row.margin_needed),
                margin=percent(row.margin),
                order=money(row.order_needed, study.currency),
            )
        )


def show_whale(study: Study, analysis: Analysis) -> None:
    """Cumulative profit from best to worst customer."""
    from segmentation.charts import economics as charts
    from segmentation.economics.words import whale_sentence

    help_ = _(
        "All customers in a row, the most profitable first, with their profit added up. Where the line falls, customers cost money."
    )
    with cell("roi.whale", _("Who earns your profit, and who takes it away again?"), help=help_) as here:
        found, names = analysis.economics, {} if few(analysis) else analysis.names
        made_from = (analysis.key("economics"), *names.values())
        picture("roi-whale", made_from, charts.whale, found, names)
        if len(found.segments) > 1:
            picture("roi-whale-places", made_from, charts.whale_places, found, names)
        here.means(whale_sentence(found))
        all_of_them = len(found.customers) <= SEEN
        title = _("Every customer, the best first") if all_of_them else _("The {n} best customers").format(n=SEEN)
        folded("best", title, _best, study, found)


def _best(study: Study, found: Any) -> None:
    """The customers that earn most."""
    from segmentation.economics.words import column_titles

    sign = currency_symbol(study.currency)
    titles = {name: f"{title} ({sign})" for name, title in column_titles(["revenue", "profit"]).items()}
    ranked = found.customers.loc[found.whale["customer_id"].head(SEEN), ["revenue", "profit"]]
    show_amounts(ranked.rename(columns=titles).rename_axis(_("Customer")).reset_index(), list(titles.values()), height=245)


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
        grouped = grouped.assign(reason=grouped["reason"].map(reason), sum=-grouped["sum"])
        loss = f"{_('Loss')} ({currency_symbol(study.currency)})"
        titles = {"reason": _("What stands out"), "size": _("Customers"), "sum": loss}
        show_amounts(grouped.rename(columns=titles), [loss])
        counts = losing["pattern"].value_counts()
        parts = [_(told).format(n=number(counts[code])) for code, told in PATTERNS.items() if counts.get(code, 0)]
        st.markdown(fill(_("Among them: {parts}."), parts=", ".join(parts)))
        if found.customers["profit_now"].notna().any():
            recent = int((found.customers["profit_now"] < 0).sum())
            st.markdown(
                fill(
                    ngettext(
                        "In the last twelve months {n} customer lost you money.",
                        "In the last twelve months {n} customers lost you money.",
                        recent,
                    ),
                    n=number(recent),
                )
            )
        coming = -float(losing["profit_ahead"].clip(upper=0).sum())
        told = _("In the coming year they would cost you about {loss} together, at the pace still expected of them; bad luck and first orders are in this.")
        st.markdown(fill(told, loss=money(coming, study.currency)))
