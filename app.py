"""The start page: open a study, or begin with a sample or your own file."""

import streamlit as st

from segmentation.language import _
from segmentation.ui.frame import start_frame
from segmentation.ui.start_cells import begin_with_file, begin_with_sample, import_study, my_studies, promise

start_frame()
st.title(_("Know your customers"), anchor=False)
promise()
st.subheader(_("Begin"), anchor=False)
begin_with_sample()
begin_with_file()
my_studies()
import_study()
