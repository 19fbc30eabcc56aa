"""What can be taken along: the story in a few sentences, and the files."""

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, number
from segmentation.report import files
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


def downloads(study: Study, analysis: Analysis) -> None:
    """The files for colleagues, the mailing tool and the next time."""
    with cell("report.files", _("Take it along"), note=False):
        with st.container(horizontal=True):
            for file in files.FILES:
                st.download_button(
                    _(file.label),
                    data=lambda file=file: file.make(study, analysis),
                    file_name=file.name,
                    mime=file.mime,
                    key=f"file:{file.name}",
                    help=_(file.help),
                )
