"""The only Streamlit in the package: the frame of a page, its cells, its controls, and the work behind a button.

    study, analysis = frame("segments")
    with cell("segments.map", _("Where are your customers?")) as here:
        ...
"""
