"""How does the story become a PDF to hand out? Set by typst inside this process, tagged, and checked against PDF/UA-1 while it is made."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segmentation.language import _, speaking
from segmentation.report.story import Part, Story, printable, story

if TYPE_CHECKING:
    from segmentation.analysis import Analysis
    from segmentation.personas import Persona
    from segmentation.study import Study

LOOK = Path(__file__).parent / "look"
NO_ARROWS = str.maketrans("←→", "‹›")  # our font has no arrows: a text with one would be set in another font whole
TOLD = 4  # lines of a persona in the report; the poster has them all


def make_report(study: "Study", analysis: "Analysis") -> bytes:
    """The whole story as an A4 PDF in the language of the study."""
    told = story(study, analysis)
    with speaking(study.language):
        return _compiled(_data(told))


def _data(told: Story) -> dict[str, Any]:
    division = next(part for part in told.parts if part.code == "division")
    cover = [[part.title, part.lead] for part in told.parts if part.code == "money" or (part.code == "answer" and part.known)][:4]
    return {
        "title": told.title, "about": told.about, "lang": told.language, "stamp": division.stamp, "cover": cover,
        "words": {"note": _("Our note"), "plan": _("What we do for them")}, "parts": [_part(part) for part in told.parts],
    }  # fmt: skip


def _part(part: Part) -> dict[str, Any]:
    svg, alt = picture(part) if part.chart else ("", "")
    return {
        "code": part.code, "title": part.title, "lead": part.lead, "lines": list(part.lines), "stamp": part.stamp, "notes": list(part.notes),
        "svg": svg, "alt": alt or part.title, "plan": [list(row) for row in part.plan.lines] if part.plan else [],
        "persona": _persona(part.persona) if part.persona else None,
    }  # fmt: skip


def picture(part: Part, width: int = 620) -> tuple[str, str]:
    """The chart of a part as SVG with its alternative text; nothing is fetched for it."""
    import vl_convert

    assert part.chart is not None
    specification = part.chart().properties(width=width).to_dict()
    svg = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    return str(svg).translate(NO_ARROWS), str(specification.get("description", ""))


def _persona(one: "Persona") -> dict[str, Any]:
    from segmentation.personas.posters import _picture

    marks = {"data": _("data"), "colleague": _("colleague"), "guess": _("guess")}
    said = [line for line in one.lines if line.field not in ("quote", "day") and not line.question]
    lines = sorted(said, key=lambda line: line.mark != "colleague")[:TOLD]  # what people wrote themselves comes before what the data say
    return {
        "name": one.name, "about": ", ".join(str(part) for part in (one.age, one.place) if part), "quote": f"“{one.quote}”" if one.quote else "",
        "face": _picture(one), "alt": _("Drawing of {name}, an invented person").format(name=one.name),
        "lines": [{"mark": marks.get(line.mark, line.mark), "text": line.text} for line in lines],
    }  # fmt: skip


def _compiled(data: dict[str, Any]) -> bytes:
    """Checked against PDF/UA-1; a text in a script that our own fonts lack is set with the fonts of this computer, unchecked."""
    import typst

    from segmentation.personas.posters import font_folder

    given = {"data": json.dumps(printable(data), ensure_ascii=False)}
    common: dict[str, Any] = {"root": str(LOOK), "font_paths": [str(font_folder())], "format": "pdf", "sys_inputs": given}
    try:
        made = typst.compile(str(LOOK / "report.typ"), ignore_system_fonts=True, pdf_standards=["ua-1"], **common)
    except typst.TypstError:
        made = typst.compile(str(LOOK / "report.typ"), ignore_system_fonts=False, **common)
    assert isinstance(made, bytes)
    return made
