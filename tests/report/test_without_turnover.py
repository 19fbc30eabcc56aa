"""Does a study with a survey alone get its whole report, with one sentence on what is missing for the money?"""

import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from segmentation.analysis import Analysis
from segmentation.errors import MissingData
from segmentation.language import speaking
from segmentation.report import files
from segmentation.report.answers import answers
from segmentation.report.notebook import make_notebook
from segmentation.report.plans import plan_of
from segmentation.report.slides import make_slides
from segmentation.report.story import story
from segmentation.study import Question, Study, Upload
from segmentation.tables import read_table

MISSING = "There is no turnover per customer, so nothing can be weighed. Upload orders with an amount in step 3."


def survey() -> str:
    """Young families who come for the playground and old couples who come for the plants."""
    rows = ["Respondent;Leeftijd;Gezinssituatie;Interesse;NPS;Waarom koopt u bij ons"]
    for n in range(80):
        old = n % 2
        rows.append(f"R{n};{(28, 66)[old] + n % 7};{('gezin', 'samen')[old]};{('spelen', 'planten')[old]};{(6, 9)[old] + n % 2};Het personeel is vriendelijk {n}")
    return "\n".join(rows)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    asked = ("Are the young less content?", "What do our best customers spend?", "What interests our customers?", "Are they families?")
    study = Study(
        name="Survey", language="en", questions=tuple(Question(text=text) for text in asked), uploads=(Upload(hash="0" * 64, name="enquete.csv"),),
    )  # fmt: skip
    return Analysis(study, [read_table(survey().encode(), name="enquete.csv")])


def test_the_story_is_whole_and_says_what_is_missing(analysis: Analysis) -> None:
    told = story(analysis.study, analysis)
    assert list(dict.fromkeys(part.code for part in told.parts)) == ["answer", "division", "segment", "choice", "money", "made"]
    money = next(part for part in told.parts if part.code == "money")
    assert (money.lead, money.chart, money.figures) == (MISSING, None, ())
    assert make_slides(analysis.study, analysis)[:2] == b"PK"


def test_answers_lean_on_the_survey(analysis: Analysis) -> None:
    with speaking("en"):
        content, spent, interests, families = answers(analysis.study, analysis)
        assert content.evidence[0] == "Would recommend (0–10), on average by age (how many customers in brackets): 69–72: 10 (22); 33–68: 8.48 (29); 28–32: 6 (29)."
        assert (spent.evidence, spent.certainty) == ((), "none")
        assert "what they spent" in spent.why_not()
        assert interests.evidence == ("Interest: mostly planten (50%), spelen (50%).",)
        assert families.evidence == ("Household: mostly gezin (50%), samen (50%).",)


def test_a_plan_goes_as_far_as_it_can(analysis: Analysis) -> None:
    with speaking("en"):
        told = dict(plan_of(analysis.study, analysis, "A").lines)
    assert list(told) == ["Message", "Channel", "Offer", "Promotion", "Budget", "Target"]
    assert told["Budget"] == MISSING
    assert told["Target"] == f"{analysis.segmentation.sizes['A']} customers today; write down how many you want."


def test_the_files_are_those_the_data_can_give(analysis: Analysis, tmp_path: Path) -> None:
    with speaking("en"):
        made = {path.name for path in files.write_files(analysis.study, analysis, tmp_path, tuple(one.name for one in files.offered(analysis) if one.name != "report.pdf"))}
        assert made == {file.name for file in files.FILES} - {"roi.csv", "goodbye.csv", "report.pdf"}
        with pytest.raises(MissingData, match="no turnover"):
            files.write_files(analysis.study, analysis, tmp_path, ("roi.csv",))
    book = load_workbook(io.BytesIO((tmp_path / "workbook.xlsx").read_bytes()))
    assert book.sheetnames == ["Answers", "Segments", "Plan", "Differences", "Customers", "Money", "Counted", "Columns"]
    assert book["Money"]["A2"].value == MISSING
    assert {"Age", "Household", "Interest"} <= {cell.value for cell in book["Customers"][1]}
    assert [cell.value for cell in book["Answers"]["A"]] == ["Question", *(question.text for question in analysis.study.questions)]
    assert book["Answers"]["B3"].value.startswith("Not answerable with this, because")
    assert json.loads((tmp_path / "analysis.json").read_text("utf-8"))["economics"] == {"missing": MISSING}


def test_the_notebook_does_without_money(analysis: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "enquete.csv").write_text(survey(), "utf-8")
    monkeypatch.chdir(tmp_path)
    cells = json.loads(make_notebook(analysis.study, analysis))["cells"]
    assert any(MISSING in "".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    names: dict[str, object] = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), "cell", "exec"), names)  # our own
    assert "economics" not in names


@pytest.mark.slow
def test_the_pdf_can_be_made(analysis: Analysis) -> None:
    assert files.report_pdf(analysis.study, analysis).startswith(b"%PDF")
