"""Loyalty against value: who is a friend, supporter, acquaintance or passer-by, and who moved since a year ago?"""

from datetime import date as day_of
from typing import Any

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, currency_symbol, date, money, ngettext, number, percent
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.amounts import show_amounts, show_table
from segmentation.ui.cells import cell, folded
from segmentation.ui.once import once
from segmentation.ui.picture import picture
from segmentation.ui.text import fill, safe


def show_strategies(study: Study, analysis: Analysis) -> None:
    """The four strategies, with cut points to move."""
    from segmentation.charts import economics as charts

    found = analysis.economics
    help_ = _("Loyalty is how long somebody has really been a customer, value is profit. The dashed lines divide them in four.")
    with cell("roi.strategies", _("Loyalty and value: which strategy for whom?"), help=help_) as here:
        cuts = _cuts(study, found.strategies)
        divided = once((analysis.key("economics"), "divided", *cuts), found.divided, *cuts) if study.cuts else found.strategies
        picture("roi-quadrants", (analysis.key("economics"), *cuts), charts.quadrants, found, divided)
        _table(study, divided)
        friends = divided.table.loc["friends"]
        told = _("{n} friends ({share}) earn {profit} of the {total} profit: keep them first.")
        if found.total["profit"] <= 0:
            told = _("{n} friends ({share}) earn {profit}, while all customers together cost you {loss}: keep them first.")
        if friends["profit"] < 0:
            told = _("Even your {n} friends ({share}) cost you {cost} together: with these costs make them pay first.")
        if friends["customers"] == 0:
            told = _("With these costs and cut points nobody is both loyal and valuable.")
        here.means(
            told,
            n=number(friends["customers"]),
            share=percent(friends["share"]),
            profit=money(friends["profit"], study.currency),
            cost=money(-friends["profit"], study.currency),
            total=money(found.total["profit"], study.currency),
            loss=money(-found.total["profit"], study.currency),
        )
        if found.facts.get("before"):
            _moved(study, found, divided)
        folded("strategies", _("The strategies per segment"), _per_segment, analysis, divided)


def _per_segment(analysis: Analysis, divided: Any) -> None:
    from segmentation.economics.strategies import STRATEGIES

    table = divided.segments.rename(columns={code: _(name) for code, name in STRATEGIES.items()})
    table.insert(0, _("Segment"), [analysis.called(letter) for letter in table.index])
    show_table(table)


def _cuts(study: Study, middle: Any) -> tuple[float, float]:
    """Where the lines stand, to move."""
    left, right = st.columns(2)
    unit = _("days") if middle.unit == "days" else _("orders")
    loyal = left.number_input(
        _("Loyal from ({unit})").format(unit=unit),
        value=float(study.cuts.get("loyalty", middle.loyalty_cut)),
        min_value=0.0,
        format="%.0f",
        step=10.0 if middle.unit == "days" else 1.0,
        key=state.key("cut:loyalty"),
        on_change=_cut,
        args=("loyalty",),
        help=_("The middle of your customers, unless you move it."),
    )
    value = right.number_input(
        f"{_('Valuable from')} ({currency_symbol(study.currency)})",
        value=float(study.cuts.get("value", middle.value_cut)),
        format="%.0f",
        step=10.0,
        key=state.key("cut:value"),
        on_change=_cut,
        args=("value",),
        help=_("The middle of your customers, unless you move it."),
    )
    return loyal, value


def _cut(name: str) -> None:
    value = float(state.value_of(f"cut:{name}"))
    state.decide(lambda study: study.change(cuts={**study.cuts, name: value}))


def _table(study: Study, divided: Any) -> None:
    """Per strategy customers and euros."""
    from segmentation.economics.strategies import STRATEGIES

    sign = currency_symbol(study.currency)
    titles = {
        "strategy": _("Strategy"),
        "customers": _("Customers"),
        "share": _("Share"),
        "profit": f"{_('Profit')} ({sign})",
        "revenue": f"{_('Turnover')} ({sign})",
        "losing": _("Losing money"),
    }
    table = divided.table.reset_index().assign(
        strategy=lambda frame: frame["strategy"].map(lambda code: f"{_(STRATEGIES[code])}: {divided.action(code)}"),
        share=(divided.table["share"] * 100).round().to_numpy(),
    )
    whole = st.column_config.NumberColumn(format="%d%%")
    show_amounts(table.rename(columns=titles), [titles["profit"], titles["revenue"]], {titles["share"]: whole})
    losing = divided.table[divided.table["losing"] > 0]
    if len(losing):
        told = _("{n} of the {all} {strategy}")
        parts = [
            told.format(n=number(row.losing), all=number(row.customers), strategy=_(STRATEGIES[str(row.Index)]).lower())
            for row in losing.itertuples()
        ]
        st.caption(safe(_("Losing money: {parts}. For them the goodbye list comes first.").format(parts=", ".join(parts))))


def _moved(study: Study, found: Any, divided: Any) -> None:
    """Who stands elsewhere than a year ago (halfway a shorter history), by the same lines up to that day."""
    before = found.before(study.cuts.get("loyalty"), study.cuts.get("value"))
    now = divided.customers
    there = now.reindex(before.index)
    lost = before[(before == "friends") & (there != "friends")].index
    day = date(day_of.fromisoformat(found.facts["before"]))
    st.markdown(
        fill(
            _("Since {day} {moved} of the {all} customers of that day changed place, and {new} are new."),
            day=day,
            moved=number(int((before != there).sum())),
            all=number(len(before)),
            new=number(len(now) - len(before)),
        )
        + " "
        + ngettext(
            "{n} is no longer a friend: ask first what changed.",
            "{n} are no longer friends: ask them first what changed.",
            len(lost),
        ).format(n=number(len(lost)))
    )
    folded("moved", _("Who moved since {day}").format(day=day), _who_moved, divided, before)


def _who_moved(divided: Any, before: pd.Series) -> None:
    """From which place to which, and everybody who moved to download."""
    from segmentation.economics.strategies import STRATEGIES
    from segmentation.report.files import sheet_bytes

    now, names = divided.customers, {**{code: _(name) for code, name in STRATEGIES.items()}, "new": _("New")}
    table = divided.moved_from(before).reindex(index=list(names), columns=list(STRATEGIES), fill_value=0)
    show_table(table.rename(columns=names).set_axis([names[code] for code in table.index]).rename_axis(_("Then")).reset_index())
    moves = pd.DataFrame(
        {_("Customer"): now.index, _("Then"): before.reindex(now.index).fillna("new").map(names), _("Now"): now.map(names)}
    )
    st.download_button(
        _("Download who moved"),
        sheet_bytes(moves[moves[_("Then")] != moves[_("Now")]]),
        "moved.csv",
        "text/csv",
        key="roi-moved-csv",
        help=_("A CSV file with the place then and now of each customer who moved or is new."),
    )
