"""Which segments are worth it for you: attractive against strong, and what the plan asks of each?"""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from segmentation import plan
from segmentation.analysis import Analysis
from segmentation.charts.plan import attractiveness
from segmentation.customers.dictionary import label
from segmentation.language import _, ngettext, number
from segmentation.report.plans import AVERAGED, asked_of_segments
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.cells import cell
from segmentation.ui.picture import picture
from segmentation.ui.plan_criteria_cells import weight_controls
from segmentation.ui.text import safe


def show_attractiveness(study: Study, analysis: Analysis) -> None:
    """Attractive for you against how strong you are there, after Dolnicar, Grün & Leisch; both can be moved."""
    gate, names = analysis.profiles.gate, analysis.names
    help_ = _("To the right: meets more of the criteria that weigh for you. Upwards: you are stronger there than others. The circle is turnover.")
    with cell("segments.attractive", _("Which segments should you choose?"), help=help_) as here:
        given = _strengths(study, sorted(map(str, analysis.segmentation.sizes.index)))
        economics = analysis.at_hand("economics")
        worth = plan.worth_of(economics.segments) if economics is not None else None
        rated = plan.rate(gate, plan.weights(study.criteria), study.settings.get("strengths", {}), worth)
        sizes = economics.segments["revenue"] if economics is not None else analysis.segmentation.sizes
        made_from = (analysis.key("profiles"), rated.to_json(), *names.values(), economics is not None)
        picture("attractive", made_from, attractiveness, rated, names, sizes)
        here.means(most_attractive(rated, analysis.called))
        losing = [analysis.called(letter) for letter in rated.index[rated["advice"] == "mend"]]
        if losing:
            st.write(safe(_("{segments}: loses you money as things are, so it counts for half. First make it pay, in step 7.").format(segments=", ".join(losing))))
        if economics is None:
            st.caption(_("What each segment earns you is not in this yet: step 7 works it out."))
        with st.expander(_("How strong are you in each segment? (1 = weaker than others, 5 = stronger)"), expanded=True):
            edited = st.data_editor(
                given, key=state.key("strengths"), disabled=[_("Segment")], hide_index=True,
                column_config={
                    _(words): st.column_config.NumberColumn(min_value=1, max_value=5, step=1, required=True) for words in plan.STRENGTHS.values()
                } | {_("Segment"): st.column_config.TextColumn()},
            )  # fmt: skip
            _keep(edited, given)
        with st.expander(_("How heavily does each criterion weigh?")):
            weight_controls(study)


def most_attractive(rated: pd.DataFrame, called: Callable[[str], str]) -> str:
    """The segment to look at first; all of them where the figures on the screen are the same and no strength was given."""
    best = rated.sort_values(["attractive", "strong"], ascending=False).iloc[0]
    equal = rated.index[(rated["attractive"].round(1) == round(best["attractive"], 1)) & (rated["strong"] == best["strong"])]
    if best["advice"] != "judge":
        told = _("Most attractive by your criteria is segment {letter} ({attractive} of 10); your own strength there is {strong} of 10: {advice}.")
    elif len(equal) > 1:
        told = _("Equally attractive by your criteria are the segments {letters} ({attractive} of 10 each). How strong you are there is yours to say, below.")
    else:
        told = _("Most attractive by your criteria is segment {letter} ({attractive} of 10). How strong you are there is yours to say, below.")
    return told.format(
        letter=called(best.name), letters=", ".join(map(str, equal)),
        attractive=number(best["attractive"], 1), strong=number(best["strong"], 1), advice=_(dict(plan.LADDER)[best["advice"]]),
    )  # fmt: skip


def _strengths(study: Study, letters: list[str]) -> pd.DataFrame:
    """One row per segment with the strengths given, 3 where nothing was."""
    held: dict[str, dict[str, float]] = study.settings.get("strengths", {})
    rows = [
        {_("Segment"): letter, **{_(words): int(held.get(letter, {}).get(code, 3)) for code, words in plan.STRENGTHS.items()}} for letter in letters
    ]
    return pd.DataFrame(rows)


def _keep(edited: pd.DataFrame, given: pd.DataFrame) -> None:
    """Save what was changed; letters stand in the first column, strengths in the order of the plan."""
    if edited.equals(given):
        return
    codes = list(plan.STRENGTHS)
    strengths = {str(row[0]): {code: int(value) for code, value in zip(codes, row[1:], strict=True)} for row in edited.itertuples(index=False)}
    state.decide(lambda study: study.change(settings={**study.settings, "strengths": strengths}), redraw=True)
    st.rerun()


def show_asked(study: Study, analysis: Analysis) -> None:
    """Per question of the plan: what the data say about each segment, and what they do not, to ask colleagues."""
    asked = asked_of_segments(study, analysis)
    if not asked:
        return
    help_ = _("The facts that serve your questions, per segment. What is missing here is what to ask your colleagues below.")
    with cell("personas.asked", _("What does your plan ask about each of them?"), help=help_) as here:
        for one, later in zip(asked, [*asked[1:], None], strict=True):
            st.markdown(f"**{safe(one.question.text)}**")
            same = later is not None and one.table.equals(later.table)  # the next question has the same answer: told once, under both
            if len(one.table) and not same:
                st.dataframe(_told(one.table, analysis))
            for need in one.missing:
                st.caption(safe(_("Ask in the brainstorm: {need}?").format(need=need.told())))
        missing = [need for one in asked for need in one.missing]
        if missing:
            lacking = len({need.code for need in missing})
            here.means(
                ngettext("{n} thing your questions need is not in your data: colleagues may know it.", "{n} things your questions need are not in your data: colleagues may know them.", lacking),
                n=number(lacking),
            )  # fmt: skip
        else:
            here.means(_("Your data say something about everything your questions need."))


def _told(table: pd.DataFrame, analysis: Analysis) -> Any:
    """Segments by their names, and of counts and shares that they are averages: the other figures are those of the middle customer."""
    kinds, shown = analysis.customers.columns["kind"], table.rename(columns=analysis.called)
    average = _("{column} (on average)")
    return shown.rename(
        index={name: average.format(column=label(name)) if kinds[name] in AVERAGED else label(name) for name in table.index}
    ).rename_axis("")
