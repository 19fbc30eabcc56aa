"""What can be taken along: the story in a few sentences, and the files."""

from functools import partial

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, number
from segmentation.report import files
from segmentation.report.answers import answers
from segmentation.study import Study
from segmentation.ui.cells import cell
from segmentation.ui.text import safe


def story(study: Study, analysis: Analysis) -> None:
    """The study in short."""
    with cell("report.story", _("The story in short")) as here:
        here.means(
            _("{n} customers fall into {k} segments."),
            n=number(len(analysis.customers.frame)),
            k=number(len(analysis.segmentation.sizes)),
        )
        for letter in analysis.segmentation.sizes.index:
            name = study.segment_names.get(letter) or analysis.profiles.names_in(study.language)[letter]
            st.markdown(f"**{letter} · {safe(name)}**")
            for sentence in analysis.profiles.sentences(letter):
                st.write(safe(sentence))


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
                st.caption(safe(f"{answer.certainty_words()} {answer.why_not()}"))


def downloads(study: Study, analysis: Analysis) -> None:
    """The files for colleagues, the mailing tool and the next time."""
    with cell("report.files", _("Take it along"), note=False), st.grid(3):
        for file in files.FILES:
            st.download_button(
                _(file.label),
                data=partial(file.make, study, analysis),
                file_name=file.name,
                mime=file.mime,
                key=f"file:{file.name}",
                help=_(file.help),
            )
