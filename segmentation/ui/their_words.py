"""What does Streamlit say by itself, and how is that said in the language of the reader?

Its widgets cannot be translated from Python. A small script of our own (`static/words.js`) puts these words in the place of its own, and tells
the browser in which language the page is; it is served by this computer like everything else.
"""

import json

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response

from segmentation.language import LANGUAGES, N_, _, current_language, speaking
from segmentation.ui.place import static

# As Streamlit writes them (a test looks them up in the version that is installed); {size} and the like stand for anything.
WORDS = (
    N_("Upload"), N_("Add files"), N_("{size} per file"), N_("Drag and drop a file here"), N_("Drag and drop files here"), N_("{type} files are not allowed."), N_("File must be {size} or smaller."), N_("Remove {name}"),
    N_("Press {key} to apply"), N_("Press {key} to submit form"), N_("Clear value"), N_("Clear entry"), N_("Clear all"), N_("Open"), N_("No results"), N_("Select all"), N_("Select {n} matches"), N_("Selected values"),
    N_("Selectbox options"), N_("Multiselect options"), N_("Add: {what}"), N_("Increment"), N_("Decrement"), N_("Choose date"), N_("Clear date"), N_("Calendar"),
    N_("Use arrow keys to navigate dates. Enter to select. Escape to close."),
    N_("Fullscreen"), N_("Close fullscreen"), N_("Show data"), N_("Show chart"), N_("Download as PNG"), N_("Download as CSV"), N_("Search"), N_("Type to search"), N_("Close Search"), N_("Next Result"), N_("Previous Result"),
    N_("Show/hide columns"), N_("Sort ascending"), N_("Sort descending"), N_("Statistics"), N_("Autosize"), N_("Pin column"), N_("Unpin column"), N_("Hide column"), N_("Format"), N_("Copy column name"), N_("Dataframe column menu"),
    N_("Automatic"), N_("Localized"), N_("Plain"), N_("Compact"), N_("Dollar"), N_("Euro"), N_("Yen"), N_("Percent"), N_("Scientific"), N_("Accounting"), N_("Distance"), N_("Duration"),
    N_("Distinct"), N_("Empty"), N_("Minimum"), N_("Maximum"), N_("Average"), N_("Median"), N_("Standard deviation"), N_("Sum"), N_("25th percentile"), N_("75th percentile"),
    N_("Minimum length"), N_("Maximum length"), N_("Average length"), N_("Based on sample"), N_("No data"), N_("Add row"), N_("Delete row(s)"), N_("Clear selection"),
    N_("Main menu"), N_("Rerun"), N_("Print"), N_("Theme"), N_("Light"), N_("Dark"), N_("System"), N_("About"), N_("Record a screencast"), N_("Running..."), N_("Stop"), N_("Skip to main content"), N_("Sidebar"), N_("Collapse sidebar"), N_("Expand sidebar"), N_("Close"),
    N_("Help"), N_("Help for {label}"), N_("Copy Vega-Lite spec"), N_("Choose an option"), N_("Choose options"), N_("file upload"),
    N_("Connection error"), N_("Connecting"), N_("Download failed"), N_("Streamlit server is not responding. Are you connected to the internet?"),
)  # fmt: skip
# What its calendar and pictures put together from parts (… is what we leave out), for who has the page read aloud.
COMPOSED = (
    N_("day, {label}"), N_("month, {label}"), N_("year, {label}"),
    N_("X-axis titled '{title}' for …"), N_("Y-axis titled '{title}' for …"), N_("X-axis for …"), N_("Y-axis for …"),
    N_("Symbol legend titled '{title}' for …"), N_("Gradient legend titled '{title}' for …"),
)  # fmt: skip


def say_it_here() -> None:
    """The script for the language that is spoken; it takes no room on the page."""
    st.html(f'<script src="/words/{current_language()}.js"></script>', unsafe_allow_javascript=True)


async def script(request: Request) -> Response:
    """The script with its words, for the address `/words/nl.js`."""
    language = request.path_params["language"]
    if language not in LANGUAGES:
        return Response(status_code=404)
    with speaking(language):
        words = {} if language == "en" else {text: _(text) for text in (*WORDS, *COMPOSED)}
    told = f"({static('words.js').read_text('utf-8')})({json.dumps(language)}, {json.dumps(words)});"
    return Response(told, media_type="text/javascript", headers={"cache-control": "no-cache"})
