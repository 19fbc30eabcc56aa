"""What comes free when the advice is followed, and where the next marketing euro earns most."""

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, currency_symbol, money, number, percent
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.amounts import show_table
from segmentation.ui.cells import cell
from segmentation.ui.picture import picture
from segmentation.ui.text import safe

RESPONSES = [round(0.01 * step, 2) for step in range(2, 51)]


def show_freed(study: Study, analysis: Analysis) -> None:
    """Marketing euros and hours that come free, and where the next euro earns most."""
    from segmentation.charts import economics as charts

    found = analysis.economics
    freed = found.facts["freed"]
    with cell("roi.freed", _("What comes free, and where does it earn more?")) as here:
        euros, elasticity = _asked(study, freed["marketing"])
        if euros >= 10:
            picture("roi-response", (analysis.key("economics"), euros, elasticity), charts.response, found, euros, elasticity)
        table = found.best_use(euros, elasticity)
        table["segment"] = table["segment"].map(analysis.called)
        _table(study, table)
        best = table.loc[table["first_euro"].idxmax()]
        if freed["marketing"] >= 1:
            told = _("The advice frees {money} of marketing and {hours} hours a year.")
        elif freed["hours"] < 1:
            told = _("The advice frees less than an hour a year, and no marketing: as far as these data know nothing is spent on them.")
        else:
            told = _("The advice frees {hours} hours a year, and no marketing: as far as these data know nothing is spent on them.")
        earns = table["first_euro"].max() > 0
        here.means(
            f"{told} {_('The next {one} of marketing earns most in {best}: {return_}.')}" if earns else told,
            money=money(freed["marketing"], study.currency),
            hours=number(freed["hours"]),
            one=money(1, study.currency, 0),
            best=best["segment"],
            return_=money(best["first_euro"], study.currency, 2),
        )
        if table["first_euro"].max() < 1:
            st.markdown(safe(_("Nowhere does more marketing earn itself back: keep the money.")))
        floor = _("Where less than {floor} of turnover goes to marketing now, response counts as if that were spent.")
        st.caption(safe(floor.format(floor=percent(0.03))))


def _asked(study: Study, comes_free: float) -> tuple[float, float]:
    """The sum to divide and the response to marketing, to change."""
    left, right = st.columns(2)
    held = study.settings.get("freed_euros")
    euros = left.number_input(
        f"{_('Marketing to divide a year')} ({currency_symbol(study.currency)})",
        0.0,
        1e9,
        float(round(comes_free) if held is None else held),
        50.0,
        "%.0f",
        key=state.key("freed:euros"),
        on_change=_set,
        args=("freed_euros", "freed:euros"),
        help=_("What the list frees; type another sum to try."),
    )
    elasticity = right.select_slider(
        _("Response to marketing"),
        RESPONSES,
        min(RESPONSES, key=lambda share: abs(share - study.settings.get("elasticity", 0.12))),
        format_func=lambda share: number(share, 2),
        key=state.key("freed:response"),
        on_change=_set,
        args=("elasticity", "freed:response"),
        help=_(
            "1% more marketing brings this many percent more margin. Published average: 0.12 (Sethuraman, Tellis & Briesch, 2011)."
        ),
    )
    return euros, elasticity


def _table(study: Study, table: pd.DataFrame) -> None:
    sign, one = currency_symbol(study.currency), money(1, study.currency, 0)
    titles = {
        "segment": _("Segment"),
        "spent": f"{_('Marketing now')} ({sign})",
        "margin": f"{_('Margin a year')} ({sign})",
        "first_euro": _("The first extra {one} earns").format(one=one),
        "extra": f"{_('Its part')} ({sign})",
        "extra_margin": f"{_('Extra margin')} ({sign})",
        "last_euro": _("The last {one} earns").format(one=one),
    }
    cents = ("first_euro", "last_euro")
    kinds = {title: "money" if name in cents else "amount" for name, title in titles.items() if name != "segment"}
    show_table(table.rename(columns=titles), kinds, study.currency)


def _set(name: str, widget: str) -> None:
    value = state.value_of(widget)
    state.decide(lambda study: study.change(settings={**study.settings, name: value}))
