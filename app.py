"""The start page: open a study, or begin with a sample or your own file.

`streamlit run app.py` looks here for the application around it as well: the same guards and headers as `klantbeeld` has.
"""

import streamlit as st

if __name__ != "__main__":
    from segmentation.server import surroundings

    app = st.App(__file__, **surroundings())
else:
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
