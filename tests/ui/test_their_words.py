"""Are Streamlit's own words said in the language of the reader, and are they still the words it says?"""

import asyncio
import json
import re
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import Response

from segmentation.ui.their_words import COMPOSED, WORDS, script


def asked(language: str) -> Response:
    return asyncio.run(script(Request({"type": "http", "path_params": {"language": language}})))


def words_of(answer: Response) -> dict[str, str]:
    told = bytes(answer.body).decode()
    return json.loads(told[told.rindex('", {') + 3 : told.rindex(");")])


def test_every_word_is_one_that_the_installed_streamlit_says() -> None:
    sources = (Path(streamlit.__file__).parent / "static" / "static" / "js").glob("*.js")
    said = "".join(source.read_text("utf-8") for source in sources)
    fixed = {text: [part for part in re.split(r"\{\w+\}", text) if len(part.strip()) > 2] or [text] for text in WORDS}
    # what differs by one word is put together there: "Press Enter to apply"
    parts = {"Press {key} to apply": ["Press ", "apply"], "Press {key} to submit form": ["Press ", "submit form"]}
    assert [text for text in WORDS if not all(part in said for part in parts.get(text, fixed[text]))] == []


def test_in_dutch_every_one_of_them_has_another_or_the_same_word_on_purpose() -> None:
    words = words_of(asked("nl"))
    same = {text for text in words if words[text] == text}
    assert set(words) == {*WORDS, *COMPOSED}
    assert same <= {"Dollar", "Euro", "Yen", "Stop", "Maximum", "Minimum"}
    assert all(set(re.findall(r"\{\w+\}", ours)) <= set(re.findall(r"\{\w+\}", theirs)) for theirs, ours in words.items())


def test_in_english_they_stay_and_another_language_has_no_script() -> None:
    english = asked("en")
    assert english.headers["content-type"].startswith("text/javascript")
    assert words_of(english) == {}
    assert asked("xx").status_code == 404
