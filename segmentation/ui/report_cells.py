"""What can be taken along: the answers, the plan per segment, and the files."""

from functools import partial

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.economics.drivers import has_turnover
from segmentation.language import _, number
from segmentation.report import files
from segmentation.report.answers import answers
from segmentation.report.plans import plan_of
from segmentation.study import Study
from segmentation.ui import owed_cells
from segmentation.ui.cells import cell
from segmentation.ui.text import safe
from segmentation.ui.work import ready


def worked_out(analysis: Analysis) -> bool:
    """True when everything the report tells is there; of a study without turnover that is everything but the money."""
    if not ready(analysis, "customers", "segmentation", "profiles"):
        return False
    return ready(analysis, *(("economics",) if has_turnover(analysis.customers) else ()), "personas")


def without_segments(study: Study, analysis: Analysis) -> None:
    """Too few customers for segments, or all alike: what can be answered without them, and what is missing."""
    with cell("report.few", _("Take it along"), note=False):
        st.info(_("There are no segments in these data (step 5 says why), so there is no plan per segment and no report to print. Your questions are answered below as far as that goes without."))
        _files(study, analysis)


def your_questions(study: Study, analysis: Analysis) -> None:
    """Every question with its answer, the evidence and how certain it is; or why not."""
    with cell("report.answers", _("What is the answer to your questions?")):
        if not study.questions:
            st.info(_("You wrote down no questions. Step 1 has a library of good ones; the answers appear here."))
        for answer in answers(study, analysis):
            with st.container(border=True):
                st.markdown(f"**{safe(answer.question.text)}**")
                for sentence in answer.evidence:
                    st.write(safe(sentence))
                st.caption(safe(" ".join(filter(None, (answer.certainty_words(), answer.why_not())))))


def owed(study: Study, analysis: Analysis) -> None:
    """The three things every study owes, and how far each is."""
    with cell("report.owed", _("What this study owes"), note=False):
        owed_cells.owed(study, analysis)


def segment_plans(study: Study, analysis: Analysis) -> None:
    """Per segment what it is and the plan that follows; the note under it is the user's conclusion."""
    help_ = _("Your note under a plan is your conclusion: it is the insight this segment owes the report.")
    with cell("report.story", _("The story in short"), note=False) as here:
        here.means(
            _("{n} customers fall into {k} segments. Write your conclusion under each: it is printed in the report."),
            n=number(len(analysis.customers.frame)),
            k=number(len(analysis.segmentation.sizes)),
        )
    for letter in map(str, analysis.segmentation.sizes.index):
        with cell(f"report.plan:{letter}", safe(_("What do we do for segment {name}?").format(name=analysis.called(letter))), help=help_):
            left, right = st.columns(2, gap="large")
            for sentence in analysis.profiles.sentences(letter):
                left.write(safe(sentence))
            for what, words in plan_of(study, analysis, letter).lines:
                right.markdown(f"**{safe(what)}** · {safe(words)}")


def downloads(study: Study, analysis: Analysis) -> None:
    """The files for colleagues, the mailing tool and the next time."""
    help_ = _("For the report and the slides the story is set anew; that takes some seconds.")
    with cell("report.files", _("Take it along"), help=help_, note=False):
        lacking = analysis.lacking("economics")
        if lacking:
            st.info(safe(_("The report goes without money. {why}").format(why=lacking)))
        _files(study, analysis)


def _files(study: Study, analysis: Analysis) -> None:
    with st.grid(3):
        for place, file in enumerate(files.offered(analysis)):
            st.download_button(
                _(file.label), data=partial(file.make, study, analysis), file_name=file.name, mime=file.mime, key=f"file:{file.name}",
                help=_(file.help), width="stretch", on_click="ignore", type="primary" if place < 2 else "secondary",
            )  # fmt: skip
