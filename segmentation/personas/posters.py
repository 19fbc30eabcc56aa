"""What hangs on the wall: a poster per persona, sheets to vote on, and the script of whoever leads the brainstorm?

Set by typst inside this process. Whatever people typed goes in as data (JSON), never as typst code; fonts come along; no packages, no
network. PDFs are tagged and checked against PDF/UA-1 while they are made.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from segmentation.charts.theme import segment_colour
from segmentation.errors import MissingData, WrongChoice
from segmentation.language import N_, _, ngettext, number, percent, speaking
from segmentation.personas.face import draw_face, mix
from segmentation.personas.persona import Line, Persona
from segmentation.personas.phrases import LABELS
from segmentation.personas.stamp import stamp_text

LOOK = Path(__file__).parent / "look"
PAPERS = ("a4", "a3")
Format = Literal["pdf", "png", "svg"]
MARKS = {
    "data": N_("data: from the figures of these customers"), "colleague": N_("colleague: said by somebody who knows them"),
    "guess": N_("guess: not known yet"),
}
NOTE = N_("An invented person; the figures are those of real customers. In brackets: between which values the figure lies with 95% certainty.")


def make_posters(personas: Sequence[Persona], paper: str = "a4", format: Format = "pdf", ppi: int = 144) -> list[bytes]:
    """Posters in the language of the personas: one PDF that holds all of them, or one PNG or SVG each.

    Every text fits on its page: type shrinks, never below half its size. Raises WrongChoice for another paper or format.
    """
    if paper not in PAPERS or format not in ("pdf", "png", "svg"):
        raise WrongChoice(_("Posters are made on A4 or A3, as PDF, PNG or SVG."), _("Choose one of these."))
    _some(personas)
    with speaking(personas[0].language):
        data = {
            "paper": paper, "lang": personas[0].language, "title": _("Personas: {names}").format(names=_names(personas)),
            "personas": [_poster(persona) for persona in personas], "note": _(NOTE),
            "legend": [{"mark": mark, "text": _(text)} for mark, text in MARKS.items()],
        }
    return _compiled("poster.typ", data, format, ppi)


def make_vote_sheets(personas: Sequence[Persona]) -> bytes:
    """A PDF with a page per persona to stick dots on."""
    _some(personas)
    with speaking(personas[0].language):
        data = {
            "kind": "votes", "lang": personas[0].language, "title": _("Vote: {names}").format(names=_names(personas)),
            "how": _("Everybody has three dots. Stick them on the lines that fit this person best; several on one line is fine."),
            "columns": [_("What we say about this person"), _("Dots")],
            "personas": [{**_person(persona), "rows": _rows(persona)} for persona in personas],
        }
    return _compiled("sheets.typ", data, "pdf", 144)[0]


def make_script(personas: Sequence[Persona]) -> bytes:
    """The script of the facilitator as a PDF: four steps with minutes, what to say and do, and the open questions per persona."""
    from segmentation.personas.script import script_of

    _some(personas)
    with speaking(personas[0].language):
        data = {
            **script_of(), "kind": "script", "lang": personas[0].language,
            "personas": [{**_person(one), "questions": [_soft(line.question) for line in one.questions]} for one in personas if one.questions],
        }
    return _compiled("sheets.typ", data, "pdf", 144)[0]


def _some(personas: Sequence[Persona]) -> None:
    if not personas:
        raise MissingData(_("There is no persona to print yet."), _("Make segments first, in step 5."))


def _names(personas: Sequence[Persona]) -> str:
    return ", ".join(persona.name for persona in personas)


def _person(persona: Persona) -> dict[str, Any]:
    colour = segment_colour(persona.segment)
    size = ngettext("{n} customer", "{n} customers", persona.customers).format(n=number(persona.customers))
    home = ", ".join(str(part) for part in (persona.age, persona.place) if part)
    return {
        "name": _soft(persona.name), "ink": mix(colour, "#101418", 0.25), "paper": mix(colour, "#ffffff", 0.88), "face": _picture(persona),
        "alt": (_("Photo for {name}, an invented person") if persona.photo else _("Drawing of {name}, an invented person")).format(name=persona.name),
        "about": " · ".join(part for part in (_soft(home), f"{size} ({percent(persona.share)})") if part),
        "kicker": " · ".join(part for part in (_("Segment {letter}").format(letter=persona.segment), _soft(persona.segment_name)) if part),
    }


def _poster(persona: Persona) -> dict[str, Any]:
    fields = [_field(persona, name) for name in persona.fields if name not in {"quote", "day"}]
    day = persona.of("day")
    return {
        **_person(persona), "quote": f"“{_soft(persona.quote)}”" if persona.quote else "", "stamp": stamp_text(persona),
        "told": [field for field in fields if not field["question"]], "open": [field for field in fields if field["question"]],
        "open-label": _("What we do not know yet"), "day": [_soft(line.text) for line in day], "day-label": _(LABELS["day"]),
        "day-mark": day[0].mark if day else "guess",
    }


def _field(persona: Persona, name: str) -> dict[str, Any]:
    lines = persona.of(name)
    return {
        "label": _soft(field_label(persona, name)), "question": next((_soft(line.question) for line in lines if line.question), ""),
        "lines": [{"text": _soft(line.text), "mark": line.mark, "evidence": _soft(line.evidence)} for line in lines],
    }


def field_label(persona: Persona, name: str) -> str:
    """A field in words: one of ours, or the title that the user gave it."""
    return _(LABELS[name]) if name in LABELS else persona.own_fields.get(name, name)


def _rows(persona: Persona) -> list[dict[str, str]]:
    def row(name: str, lines: tuple[Line, ...]) -> dict[str, str]:
        text = " ".join(line.text for line in lines)
        question = next((line.question for line in lines if line.question), "")
        return {"label": _soft(field_label(persona, name)), "text": _soft(text), "question": _soft(question)}

    return [row(name, persona.of(name)) for name in persona.fields if name not in {"quote", "day"}]


def _picture(persona: Persona) -> str:
    """The face, or the photo inside a drawing of the same shape."""
    if not persona.photo:
        return persona.face or draw_face(persona.segment, persona.name)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 240 240">'
        f'<image xlink:href="{persona.photo}" width="240" height="240" preserveAspectRatio="xMidYMid slice"/></svg>'
    )


def _soft(text: str) -> str:
    """A text that can always be broken: very long runs without a blank get places to break; "€ 70" stays whole."""
    flat = "\u00a0".join(" ".join(part.split()) for part in text.split("\u00a0"))
    return re.sub(r"(\S{24})(?=\S)", "\\1\u200b", flat)


def font_folder() -> Path:
    """Where the fonts lie: inside an installed package, beside the package in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "_data" / "static" / "fonts"
    return inside if inside.is_dir() else package.parent / "static" / "fonts"


def _compiled(name: str, data: dict[str, Any], format: Format, ppi: int) -> list[bytes]:
    import typst

    made = typst.compile(
        str(LOOK / name), root=str(LOOK), font_paths=[str(font_folder())], ignore_system_fonts=True, format=format, ppi=float(ppi),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, pdf_standards=["ua-1"] if format == "pdf" else [],
    )
    return list(made) if isinstance(made, list) else [made]
