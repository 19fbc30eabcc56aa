"""Keeping the translations complete: gather every marked text of a room into its .po file, and compile it to .mo.

    python run.py words            gather and compile every room
    python -m segmentation.language.catalogue tables ui

A room is a folder or module of the package (`tables`, `ui`, `analysis` …) with its own `locale/nl/<room>.po`, so that two people
working in two rooms never meet in one file. `pages/` and `app.py` belong to the room `ui`.
"""

import ast
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from segmentation.language.words import LOCALE

PACKAGE = Path(__file__).parents[1]
PROJECT = PACKAGE.parent
MARKS = {"_": 1, "N_": 1, "ngettext": 2}


def rooms() -> list[str]:
    """Every room of the package that can hold texts."""
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "errors"}
    return sorted(folders | modules)


def _sources(room: str) -> Iterable[Path]:
    folder = PACKAGE / room
    yield from sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]
    if room == "ui":
        yield from (path for path in [PROJECT / "app.py", *sorted((PROJECT / "pages").glob("*.py"))] if path.exists())


def marked(source: str) -> Iterable[str | tuple[str, str]]:
    """Every marked text in this Python source, those inside f-strings too (Babel's own extractor passes over them).

    >>> list(marked("_('One'); ngettext('{n} day', '{n} days', 2)"))
    ['One', ('{n} day', '{n} days')]
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if len(texts) >= MARKS[node.func.id]:
                yield texts[0] if MARKS[node.func.id] == 1 else (texts[0], texts[1])


def gather(room: str) -> Catalog:
    """The room's texts as a catalogue without translations."""
    catalogue = Catalog(locale="nl", header_comment="# Klantbeeld in Dutch", project="Klantbeeld", fuzzy=False)
    for path in _sources(room):
        for message in marked(path.read_text("utf-8")):
            catalogue.add(message, locations=[(path.relative_to(PROJECT).as_posix(), 0)])
    return catalogue


def refresh(room: str, language: str = "nl") -> tuple[int, int]:
    """Bring `<room>.po` up to date, compile it; returns (texts, texts without a translation)."""
    path = LOCALE / language / f"{room}.po"
    found = gather(room)
    if not len(found):
        return 0, 0
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
        for message in found:
            old = known.get(message.id)
            if message.id and old is not None:
                message.string = old.string
    found.creation_date = found.revision_date = datetime(2026, 1, 1, tzinfo=UTC)  # or every run would change every file
    with path.open("wb") as file:
        write_po(file, found, width=120, sort_output=True, omit_header=False, include_lineno=False, no_location=True)
    path.with_suffix(".mo").write_bytes(compiled(path))
    return len(found), len(untranslated(path))


def compiled(path: Path) -> bytes:
    with path.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def untranslated(path: Path) -> list[str]:
    """Texts in this .po that have no, or only half a, translation."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    missing = []
    for message in catalogue:
        words = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(words):
            missing.append(str(message.id))
    return missing


def main(names: list[str]) -> int:
    open_texts = 0
    for room in names or rooms():
        texts, missing = refresh(room)
        open_texts += missing
        if texts:
            print(f"{room}: {texts} texts, {missing} without Dutch")
    return 1 if open_texts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
