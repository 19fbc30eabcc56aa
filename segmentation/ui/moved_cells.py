"""Who is in another segment than when the segments got their names, and why?"""

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.errors import SegmentationError
from segmentation.language import _, ngettext, number, percent
from segmentation.segments.drift import measure_drift
from segmentation.segments.moves import Moves, explain_moves
from segmentation.study import Study
from segmentation.ui.cells import cell
from segmentation.ui.once import once
from segmentation.ui.text import fill, safe

TOLD, SHOWN = 3, 500


def show_moved(_study: Study, analysis: Analysis) -> None:
    """Shown when segments with a name were chosen anew: letters and names stay with the customers they were given to."""
    found = analysis.segmentation
    if found.moved is None:
        return
    question = _("Who moved since you named the segments?")
    help_ = _("A segment keeps its letter, colour and name by the customers it shares with the one you named.")
    with cell("segments.moved", question, help=help_, note=False) as here:
        for sentence in _drift(analysis):
            st.write(safe(sentence))
        if not len(found.moved):
            here.means(_("Nobody: everyone is still in the segment of the same letter."))
            return
        moves = _moves(analysis)
        st.dataframe(streams(found.moved, found.labels.astype(str), moves), hide_index=True)
        if moves is not None:
            _why(analysis, moves)
        told = ngettext(
            "{n} customer ({share}) is in another segment than then.", "{n} customers ({share}) are in another segment than then.", len(found.moved)
        )  # fmt: skip
        here.means(told, n=number(len(found.moved)), share=percent(len(found.moved) / len(found.labels)))


def _drift(analysis: Analysis) -> list[str]:
    """Whether the segments that got names still fit these customers; nothing when that cannot be told."""
    earlier = analysis.earlier_segmentation()
    try:
        if earlier is None:
            return []
        return once((analysis.key("segmentation"), "drift"), measure_drift, earlier, analysis.customers).sentences()
    except SegmentationError:
        return []


def _moves(analysis: Analysis) -> Moves | None:
    """Why everybody moved; None when the segments of then cannot place anybody any more."""
    earlier = analysis.earlier_segmentation()
    try:
        if earlier is None:
            return None
        of = (earlier, analysis.earlier_customers(), analysis.segmentation, analysis.customers)
        return once((analysis.key("segmentation"), "moves"), explain_moves, *of)
    except SegmentationError:
        return None


def _why(analysis: Analysis, moves: Moves) -> None:
    """The largest streams in sentences, and everybody with their own reason."""
    from segmentation.report.files import sheet_bytes

    for before, after in moves.people.value_counts(["before", "after"]).sort_index().sort_values(ascending=False, kind="stable").index[:TOLD]:
        here, there = analysis.called(before), analysis.called(after)
        st.markdown(fill(_("**From {before} to {after}.**"), before=here, after=there) + " " + safe(" ".join(moves.sentences(before, after))))
    with st.expander(_("Everybody who moved, and why")):
        people = pd.DataFrame({
            _("Customer"): moves.people.index, _("From"): moves.people.before.to_numpy(), _("To"): moves.people.after.to_numpy(), _("Why"): moves.why().to_numpy(),
        })
        st.dataframe(people.head(SHOWN), hide_index=True)
        st.download_button(_("Download who moved"), sheet_bytes(people), "moved.csv", "text/csv", key="segments-moved-csv")


def streams(moved: pd.DataFrame, labels: pd.Series, moves: Moves | None = None) -> pd.DataFrame:
    """From which segment to which, the largest stream first, in words; with what decided most often where that is known."""
    counted = moved.value_counts(["before", "after"]).rename("customers").reset_index()
    counted = counted.sort_values(["customers", "before", "after"], ascending=[False, True, True])
    size = labels.value_counts()
    table = pd.DataFrame({
        _("From"): counted["before"], _("To"): counted["after"], _("Customers"): [number(count) for count in counted["customers"]],
        _("Share of the segment they are in now"): [
            percent(count / size[after]) for count, after in zip(counted["customers"], counted["after"], strict=True)
        ],
    })  # fmt: skip
    return table if moves is None else table.assign(**{_("Why"): moves.in_short(counted)})
