"""Every text a user can read exists in Dutch, and what is compiled is what is written."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from segmentation.language.catalogue import LOCALE, compiled, gather, rooms, untranslated

FILES = sorted((LOCALE / "nl").glob("*.po"))
HOLE = re.compile(r"\{\w*[^}]*\}")


@pytest.mark.parametrize("room", rooms())
def test_every_text_is_in_the_catalogue(room: str) -> None:
    texts = {str(message.id) for message in gather(room) if message.id}
    path = LOCALE / "nl" / f"{room}.po"
    known = set()
    if path.exists():
        with path.open("rb") as file:
            known = {str(message.id) for message in read_po(file, locale="nl") if message.id}
    assert texts == known, "run: python run.py words"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_is_translated(path: Path) -> None:
    assert untranslated(path) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_compiled_is_what_is_written(path: Path) -> None:
    assert path.with_suffix(".mo").read_bytes() == compiled(path), "run: python run.py words"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_translation_has_the_same_holes(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    for message in catalogue:
        if not message.id:
            continue
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        dutch = message.string if isinstance(message.string, tuple) else (message.string,)
        allowed = set().union(*(HOLE.findall(text) for text in english))
        for text in dutch:
            assert set(HOLE.findall(text)) <= allowed, text
        assert set(HOLE.findall(dutch[-1])) == set(HOLE.findall(english[-1])), dutch[-1]
