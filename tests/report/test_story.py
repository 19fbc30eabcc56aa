"""Do the PDF, the slides and the notebook tell the whole story, safely, and does the notebook give the same figures again?"""

import io
import json
import re
import zipfile
from copy import copy
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook
from pptx import Presentation

from segmentation import plan
from segmentation.analysis import Analysis
from segmentation.language import speaking
from segmentation.personas.edits import apply_edits, edit_line
from segmentation.plan.attractiveness import STRENGTHS
from segmentation.report.notebook import make_notebook
from segmentation.report.pdf import _persona, make_report
from segmentation.report.plans import _weighed, plan_of
from segmentation.report.slides import _chart, make_slides
from segmentation.report.story import Part, printable, story
from segmentation.report.workbook import make_workbook
from segmentation.study import Question, Strategy, Study, Upload
from segmentation.tables import read_table
from tests.ui.test_demo_mode import shop

HOSTILE = '#panic("x") *bold* $1 ![x](http://a.b) =1+1 \x07 <script>'


@pytest.fixture(scope="module")
def done() -> tuple[Study, Analysis]:
    files = {name: text for name, text in shop().items() if "tickets" not in name}
    study = Study(
        name=f"Winkel {HOSTILE}", language="nl", questions=(Question(text="Wie zijn onze beste klanten?"), Question(text="Klopt dit?"),
        Question(text="Wie betaalt te laat?", needs=("payment",))), strategy=Strategy(goal=HOSTILE), notes={"report.plan:A": HOSTILE},
        uploads=tuple(Upload(hash="0" * 64, name=name) for name in files),
    )  # fmt: skip
    study = edit_line(study, "A", "work", "Werkt in de haven", mark="colleague")
    return study, Analysis(study, [read_table(text.encode(), name=name) for name, text in files.items()])


def test_the_story_has_every_part_in_order(done: tuple[Study, Analysis]) -> None:
    told = story(*done)
    codes = [part.code for part in told.parts]
    assert list(dict.fromkeys(codes)) == ["plan", "answer", "division", "segment", "choice", "money", "made"]
    assert codes.count("answer") == 3
    assert codes.count("segment") == len(done[1].segmentation.sizes)
    why = [part.lead for part in told.parts if part.code == "answer"][1:]
    assert all(text.startswith("Hiermee niet te beantwoorden") for text in why)
    first = next(part for part in told.parts if part.letter == "A")
    assert first.notes == (HOSTILE,)
    assert first.persona is not None
    assert any(line.text == "Werkt in de haven" for line in first.persona.lines)


def test_the_plan_of_a_segment_keeps_to_the_figures(done: tuple[Study, Analysis]) -> None:
    study, analysis = done
    with speaking("en"):
        for letter in analysis.segmentation.sizes.index:
            assert [what for what, _words in plan_of(study, analysis, str(letter)).lines] == ["Message", "Channel", "Offer", "Promotion", "Budget", "Target"]


def test_nothing_is_sold_harder_to_a_segment_that_loses_money(done: tuple[Study, Analysis]) -> None:
    study, analysis = done
    losing = copy(analysis.economics)
    object.__setattr__(losing, "segments", losing.segments.assign(profit=-365.0 * max(losing.years, 1.0)))
    with speaking("en"):
        told = dict(_weighed(study, losing, "A"))
    assert told["Offer"].startswith("First make them pay") and told["Promotion"].startswith("None") and told["Budget"].startswith("Nothing")
    assert told["Target"].startswith("From a loss of €365")


@pytest.mark.parametrize(("rung", "brings", "offer", "target"), [
    ("goodbye", 100.0, "Say goodbye to those who go on losing you money", "This step brings about €100 of it."),
    ("price", 900.0, "First make them pay: Price or minimum order", "This step alone brings about €900: more than that."),
])  # fmt: skip
def test_a_step_never_brings_a_part_that_is_more_than_the_whole(done: tuple[Study, Analysis], rung: str, brings: float, offer: str, target: str) -> None:
    study, analysis = done
    losing = copy(analysis.economics)
    object.__setattr__(losing, "segments", losing.segments.assign(profit=-365.0 * max(losing.years, 1.0)))
    object.__setattr__(losing, "ladder", pd.DataFrame({"segment": ["A"], "rung": [rung], "effect_likely": [brings]}))
    with speaking("en"):
        told = dict(_weighed(study, losing, "A"))
    assert told["Offer"].startswith(offer)
    assert told["Target"] == f"From a loss of €365 a year towards nothing lost. {target}"


def test_the_story_claims_no_more_than_was_done(done: tuple[Study, Analysis]) -> None:
    study, analysis = done
    told = {part.code: part for part in story(study.change(language="en"), analysis).parts}
    assert not any("our strength" in line for line in (told["choice"].lead, *told["choice"].lines)), "nobody judged it"
    assert "our strength 10.0" in " ".join(line for part in story(study.change(language="en", settings={"strengths": {"A": dict.fromkeys(STRENGTHS, 5)}}), analysis).parts for line in (part.lead, *part.lines))
    counted = analysis.customers.reconciliation.query("what == 'lines'").iloc[0]
    assert f"{counted['table']}: {counted['kept']:,.0f} of {counted['in']:,.0f} rows used" in told["made"].lines
    assert printable("€\u00a01.234\x07") == "€\u00a01.234 ", "an amount stays with its sign"


def test_a_segment_whose_strength_nobody_judged_is_called_attractive_once(done: tuple[Study, Analysis], monkeypatch: pytest.MonkeyPatch) -> None:
    rate = plan.rate
    monkeypatch.setattr(plan, "rate", lambda *given: rate(*given).assign(advice="judge"))
    choice = next(part for part in story(*done).parts if part.code == "choice")
    assert all(line.count("aantrekkelijk") == 1 and line.endswith("beoordeel eerst hoe sterk je er bent") for line in (choice.lead, *choice.lines))


def test_the_workbook_begins_with_the_answers_and_speaks_the_language(done: tuple[Study, Analysis]) -> None:
    study, analysis = done
    with speaking("nl"):
        book = load_workbook(io.BytesIO(make_workbook(study, analysis)))
    assert book.sheetnames == ["Antwoorden", "Segmenten", "Plan", "Verschillen", "Klanten", "Afscheidslijst", "Geteld", "Kolommen"]
    assert [cell.value for cell in book["Antwoorden"]["A"]] == ["Vraag", *(question.text for question in study.questions)]
    assert book["Antwoorden"]["B4"].value.startswith("Hiermee niet te beantwoorden")
    assert [cell.value for cell in book["Plan"][1]] == ["Segment", "Boodschap", "Kanaal", "Aanbod", "Promotie", "Budget", "Doel", "Onze notitie"]
    assert book["Plan"]["H2"].value == HOSTILE.replace("\x07", " ")
    money = {cell.value: cell.column_letter for cell in book["Segmenten"][1]}
    assert sum(cell.value for cell in book["Segmenten"][money["Omzet (€)"]][1:]) == pytest.approx(analysis.economics.customers["revenue"].sum())
    words = {str(cell.value) for sheet in book for cell in sheet[1]}
    assert not any("_" in word for word in words), "no name of a program"
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pdf_is_one_that_everybody_can_read(done: tuple[Study, Analysis], language: str) -> None:
    study, analysis = done
    made = make_report(study.change(language=language), analysis)
    assert made.startswith(b"%PDF")
    assert b"/StructTreeRoot" in made
    assert make_report(study.change(language=language, notes={"report.answers": "Zij zei: 谢谢 🎁"}), analysis).startswith(b"%PDF")


def test_slides_hold_the_story_and_nothing_that_runs(done: tuple[Study, Analysis]) -> None:
    made = make_slides(*done)
    with zipfile.ZipFile(io.BytesIO(made)) as deck:
        slides = "".join(deck.read(name).decode() for name in deck.namelist() if re.fullmatch(r"ppt/slides/slide\d+.xml", name))
        books = [zipfile.ZipFile(io.BytesIO(deck.read(name))) for name in deck.namelist() if name.endswith(".xlsx")]
    assert "Wie betaalt te laat?" in slides
    assert "&lt;script&gt;" in slides
    assert "\x07" not in slides
    assert len(books) == 3 + len(done[1].segmentation.sizes)  # sizes, choice, money, and what sets each segment apart
    for book in books:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "<v>" in sheet


@pytest.mark.parametrize(("values", "below", "above"), [((10.0, 5.0), 0.0, 3.5), ((-10.0, -5.0), 3.5, 0.0), ((-5.0, 15.0), 12.0, 12.0)])
def test_the_figure_beside_a_bar_below_zero_does_not_stand_on_its_name(values: tuple[float, ...], below: float, above: float) -> None:
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    _chart(slide, Part("money", "What is left", figures=tuple(zip("AB", values, strict=False))))
    axis = next(shape for shape in slide.shapes if shape.has_chart).chart.value_axis
    assert axis.minimum_scale == pytest.approx(min(0.0, *values) - below) and axis.maximum_scale == pytest.approx((max(0.0, *values) + above) or 1)


def test_the_notebook_gives_the_same_segments(done: tuple[Study, Analysis], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study, analysis = done
    book = json.loads(make_notebook(study, analysis))
    assert (book["nbformat"], len({cell["id"] for cell in book["cells"]})) == (4, len(book["cells"]))
    for name, text in shop().items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            exec(compile(cell["source"], "cell", "exec"), names)  # our own
    assert dict(names["solution"].sizes) == dict(analysis.segmentation.sizes)  # type: ignore[attr-defined]


def test_own_names_the_books_and_what_people_wrote_are_in_the_files(done: tuple[Study, Analysis]) -> None:
    study, analysis = done
    own = study.change(segment_names={"A": "Our finders"}, books={"support": 900.0})
    cells = "\n".join(cell["source"] for cell in json.loads(make_notebook(own, analysis))["cells"])
    assert "'A': 'Our finders'" in cells
    assert "books={'support': 900.0}" in cells
    assert "books" not in "\n".join(cell["source"] for cell in json.loads(make_notebook(own.change(settings={"demo": "s"}), analysis))["cells"])
    persona = apply_edits(analysis.personas[0], edit_line(study, "A", "work", "Runs a bakery.").personas["A"])
    assert _persona(persona)["lines"][0]["text"] == "Runs a bakery."
