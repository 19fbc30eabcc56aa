"""Which files does a study give, and how is each written so that nothing in it can run?

A text cell that begins like a formula gets an apostrophe in front in CSV; the workbook writes text as text.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segmentation.language import N_, decimal_sign

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.analysis import Analysis
    from segmentation.study import Study

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class ReportFile:
    """A file to take along: its name, what it is, and how it is made."""

    name: str
    label: str
    help: str
    mime: str
    make: Callable[["Study", "Analysis"], bytes]
    of_money: bool = False


def harmless(value: Any) -> Any:
    """A text that a spreadsheet would take for a formula, with an apostrophe in front.

    >>> harmless("=1+1"), harmless("Jan"), harmless(-3)
    ("'=1+1", 'Jan', -3)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def csv_bytes(table: "pd.DataFrame", index: bool = True) -> bytes:
    """The table as CSV for programs, the same in every language: UTF-8 with a byte order mark, commas and points, texts harmless."""
    return _written(table, index, ",", ".")


def sheet_bytes(table: "pd.DataFrame") -> bytes:
    """The table as CSV for people, who open it in a spreadsheet: that of a Dutch reader expects semicolons and decimal commas."""
    sign = decimal_sign()
    return _written(table, False, ";" if sign == "," else ",", sign)


def _written(table: "pd.DataFrame", index: bool, delimiter: str, decimal: str) -> bytes:
    plain = table.reset_index() if index else table.copy()
    for column in plain.columns:
        if plain[column].dtype.kind not in "iufbmM":
            plain[column] = plain[column].map(harmless)
    plain.columns = [harmless(str(column)) for column in plain.columns]
    return plain.to_csv(index=False, lineterminator="\n", sep=delimiter, decimal=decimal).encode("utf-8-sig")


def segments_table(study: "Study", analysis: "Analysis") -> "pd.DataFrame":
    """One row per customer: segment, its name, how sure the place is."""
    import pandas as pd

    found = analysis.segmentation
    letters = found.labels.astype(str)
    table = pd.DataFrame(
        {"segment": letters, "name": letters.map(analysis.names), "certainty": found.certainty.reindex(letters.index).round(4)}
    )
    table.index.name = "customer_id"
    return table


def segments_csv(study: "Study", analysis: "Analysis") -> bytes:
    return csv_bytes(segments_table(study, analysis))


def roi_csv(_study: "Study", analysis: "Analysis") -> bytes:
    return csv_bytes(analysis.economics.customers)


def goodbye_csv(_study: "Study", analysis: "Analysis") -> bytes:
    return csv_bytes(analysis.economics.goodbye, index=analysis.economics.goodbye.index.name == "customer_id")


def personas_json(study: "Study", analysis: "Analysis") -> bytes:
    from segmentation.personas import apply_edits

    return _json([apply_edits(persona, study.personas.get(persona.segment), study.segment_names.get(persona.segment, "")).to_dict() for persona in analysis.personas])


def analysis_json(study: "Study", analysis: "Analysis") -> bytes:
    """Every figure of the study that is not per customer."""
    found, lacking = analysis.segmentation, analysis.lacking("economics")
    return _json(
        {
            "study": {"name": study.name, "id": study.id, "seed": study.seed, "currency": study.currency},
            "tables": [
                {"name": t.name, "kind": t.kind, "rows": t.rows, "rows_in": t.rows_in, "set_aside": len(t.rejected)}
                for t in analysis.tables
            ],
            "customers": {
                "count": len(analysis.customers.frame),
                "as_of": str(analysis.customers.as_of),
                "reconciliation": _records(analysis.customers.reconciliation),
            },
            "segmentation": {
                "verdict": found.verdict,
                "method": found.method,
                "k": found.k,
                "features": [feature.name for feature in found.features],
                "sizes": {str(letter): int(size) for letter, size in found.sizes.items()},
                "stability": {str(letter): float(value) for letter, value in found.stability.items()},
                "names": analysis.names,
            },
            "economics": {"missing": str(lacking)}
            if lacking
            else {
                "total": {str(key): value for key, value in analysis.economics.total.items()},
                "segments": _records(analysis.economics.segments),
            },
        }
    )


def workbook(study: "Study", analysis: "Analysis") -> bytes:
    from segmentation.report.workbook import make_workbook

    return make_workbook(study, analysis)


def study_json(study: "Study", _analysis: "Analysis") -> bytes:
    from segmentation.store.demo import shareable

    return shareable(study).write().encode()


def report_pdf(study: "Study", analysis: "Analysis") -> bytes:
    from segmentation.report.pdf import make_report

    return make_report(study, analysis)


def slides_pptx(study: "Study", analysis: "Analysis") -> bytes:
    from segmentation.report.slides import make_slides

    return make_slides(study, analysis)


def notebook_ipynb(study: "Study", analysis: "Analysis") -> bytes:
    from segmentation.report.notebook import make_notebook

    return make_notebook(study, analysis)


def _records(table: "pd.DataFrame") -> list[dict[str, Any]]:
    named = table.reset_index() if table.index.name else table
    records: list[dict[str, Any]] = json.loads(named.to_json(orient="records", date_format="iso", double_precision=6))
    return records


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, default=_plain).encode()


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else str(value)


FILES = (
    ReportFile("report.pdf", N_("Report (PDF)"), N_("The whole story on A4: answers, segments with their plan, personas, money."), "application/pdf", report_pdf),
    ReportFile(
        "slides.pptx",
        N_("Slides (PowerPoint)"),
        N_("The same story as slides you can change, charts included."),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        slides_pptx,
    ),
    ReportFile(
        "workbook.xlsx",
        N_("Workbook (Excel)"),
        N_("Answers, plans, segments, customers, money and the goodbye list in one file."),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook,
    ),
    ReportFile(
        "segments.csv",
        N_("Segments per customer"),
        N_("For your mailing tool: every customer with its segment."),
        "text/csv",
        segments_csv,
    ),
    ReportFile("roi.csv", N_("Money per customer"), N_("What every customer costs and earns."), "text/csv", roi_csv, of_money=True),
    ReportFile(
        "goodbye.csv",
        N_("The goodbye list"),
        N_("Customers that lose money, with the reason and the advice."),
        "text/csv",
        goodbye_csv,
        of_money=True,
    ),
    ReportFile(
        "personas.json",
        N_("Personas (data)"),
        N_("Every line of every persona with its evidence."),
        "application/json",
        personas_json,
    ),
    ReportFile(
        "analysis.json",
        N_("All figures (data)"),
        N_("Every figure of this study that is not about one customer."),
        "application/json",
        analysis_json,
    ),
    ReportFile(
        "notebook.ipynb",
        N_("Notebook (Jupyter)"),
        N_("The whole analysis step by step in Python, to repeat and to check."),
        "application/x-ipynb+json",
        notebook_ipynb,
    ),
    ReportFile(
        "study.json",
        N_("Recipe"),
        N_("Your decisions. `klantbeeld run` repeats the study with it on next month's files."),
        "application/json",
        study_json,
    ),
)


def offered(analysis: "Analysis") -> list[ReportFile]:
    """The files these data can give: without turnover none about money, without segments the lists of money and the recipe."""
    whole = not analysis.lacking("segmentation")
    told = [file for file in FILES if whole or file.of_money or file.name == "study.json"]
    return [file for file in told if not file.of_money] if analysis.lacking("economics") else told


def write_files(study: "Study", analysis: "Analysis", folder: Path, names: tuple[str, ...] | None = None) -> list[Path]:
    """Write these files (by default all that the data can give) into a folder; returns their paths. Raises MissingData for one they cannot give."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for file in offered(analysis) if names is None else [file for file in FILES if file.name in names]:
        path = folder / file.name
        path.write_bytes(file.make(study, analysis))
        paths.append(path)
    return paths
