"""What can be done without the app: every verb on the command line, files in, files out.

    klantbeeld                                        start the app
    klantbeeld read orders.csv --to out               a file as it was understood, with its receipt
    klantbeeld customers orders.csv tickets.csv --to out
    klantbeeld segment orders.csv --to out --k 5
    klantbeeld roi orders.csv --to out --cost margin_rate=0.35
    klantbeeld run study.json --data exports --to out

Bad input ends with exit code 2 and one line that says what to do.
"""

import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from segmentation.cli_files import prepare, progress, read_files, read_study, write
from segmentation.errors import ReadError, SegmentationError, WrongChoice, whereabouts
from segmentation.language import LANGUAGES, _, current_language, speak

if TYPE_CHECKING:
    from segmentation.analysis import Analysis
    from segmentation.study import Study
    from segmentation.tables import Table

RESULTS = ("segments.csv", "personas.json", "roi.csv", "analysis.json")


class _OneLine(click.Group):
    """A group in which whatever goes wrong is one line on the error stream."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except SegmentationError as error:
            code = _say(f"{error.message} {error.hint}", 2)
        except click.ClickException as error:
            code = _say(error.format_message(), 2)
        except click.Abort:
            code = _say(_("Stopped."), 130)
        except OSError as error:
            code = _say(_("A file cannot be read or written: {file}").format(file=error.filename or ""), 2)
        except Exception as error:  # noqa: BLE001 - the error itself may quote customers; where it arose does not
            code = _say(f"{_('Something went wrong that should not have.')} {whereabouts(error)}", 1)
        sys.exit(code if isinstance(code, int) else 0)


def _say(text: str, code: int) -> int:
    click.echo(" ".join(text.split()), err=True)
    return code


def _usual_language() -> str:
    return "en" if (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").lower().startswith("en") else "nl"


files_in = click.argument("files", nargs=-1, type=click.Path(path_type=Path))
files_out = click.option("--to", "folder", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
as_of = click.option("--as-of", type=click.DateTime(), help="The day to look back from; the last day in the data otherwise.")


def _decisions(command: Callable[..., None]) -> Callable[..., None]:
    """The options of the verbs that need segments."""
    for option in (
        click.option("--features", help="The features to use, with commas between; suggested ones otherwise."),
        click.option("--k", default="auto", help="The number of segments, or auto."),
        click.option("--method", default="auto", help="The method to use, or auto."),
        click.option("--seed", default=0, type=int, help="The same seed gives the same answer."),
        as_of,
    ):
        command = option(command)
    return command


@click.group(cls=_OneLine, invoke_without_command=True)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="The language of texts and messages.")
@click.pass_context
def main(context: click.Context, language: str | None) -> None:
    """From your export to customer segments, what each is worth, and what to do on Monday."""
    speak(language or _usual_language())
    context.obj = language
    if context.invoked_subcommand is None:
        context.invoke(serve)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), help="The port to use; the first free one from 8501 on otherwise.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def serve(port: int | None = None, no_browser: bool = False) -> None:
    """Start the app on this computer."""
    gc.disable()  # loading leaves no garbage, and looking for it takes a fifth of the start
    from segmentation.server import serve as start

    start(port, browser=not no_browser)


@main.command()
@files_in
@files_out
@click.option("--sheet", help="The sheet to read, in a workbook with several.")
def read(files: tuple[Path, ...], folder: Path, sheet: str | None) -> None:
    """Read files as people really have them: NAME.parquet and NAME.csv (typed), NAME.rejected.csv, NAME.json (receipt)."""
    from segmentation.report.files import csv_bytes

    for path, table in zip(files, read_files(files, sheet=sheet), strict=True):
        facts = {
            "name": table.name,
            "sheet": table.sheet,
            "sheets": table.sheets,
            "kind": table.kind,
            "export": table.export,
            "roles": table.roles,
            "rows_in": table.rows_in,
            "rows": table.rows,
            "rejected": len(table.rejected),
            "columns": {name: asdict(column) for name, column in table.columns.items()},
            "receipt": [asdict(repair) for repair in table.receipt.repairs],
            "sentences": list(table.receipt.sentences()),
        }
        written = {
            f"{path.stem}.csv": csv_bytes(table.frame, index=False),
            f"{path.stem}.rejected.csv": csv_bytes(table.rejected, index=False),
            f"{path.stem}.json": json.dumps(facts, ensure_ascii=False, indent=1, default=str).encode(),
            f"{path.stem}.parquet": table.parquet().read_bytes(),
        }
        write(folder, written)


@main.command()
@files_in
@files_out
@as_of
def customers(files: tuple[Path, ...], folder: Path, as_of: Any) -> None:
    """One row per customer: customers.parquet and .csv, columns.csv, reconciliation.csv."""
    from segmentation.report.files import csv_bytes

    found = _analysis(files, as_of=as_of).customers
    write(
        folder,
        {
            "customers.csv": csv_bytes(found.frame),
            "columns.csv": csv_bytes(found.columns),
            "reconciliation.csv": csv_bytes(found.reconciliation, index=False),
            "customers.parquet": found.frame.to_parquet(),
        },
    )


@main.command()
@files_in
@files_out
@_decisions
def segment(files: tuple[Path, ...], folder: Path, **decisions: Any) -> None:
    """Which kinds of customer there are: segments.csv, candidates.csv, profiles.csv, segmentation.json."""
    from segmentation.report.files import csv_bytes, segments_csv

    analysis = _analysis(files, **decisions)
    found, profiles = analysis.segmentation, analysis.profiles
    facts = {
        "verdict": found.verdict,
        "explained": found.explain(),
        "method": found.method,
        "k": found.k,
        "seed": found.seed,
        "features": [feature.name for feature in found.features],
        "sizes": found.sizes.to_dict(),
        "stability": found.stability.to_dict(),
        "sentences": {letter: profiles.sentences(letter) for letter in found.sizes.index},
    }
    write(
        folder,
        {
            "segments.csv": segments_csv(analysis.study, analysis),
            "candidates.csv": csv_bytes(found.candidates, index=False),
            "profiles.csv": csv_bytes(profiles.table),
            "segmentation.json": json.dumps(facts, ensure_ascii=False, indent=1, default=float).encode(),
        },
    )


@main.command()
@files_in
@files_out
@_decisions
@click.option("--cost", "costs", multiple=True, help="An assumption: margin_rate=0.4, or per_return=6:8.5:12 (low:likely:high).")
def roi(files: tuple[Path, ...], folder: Path, costs: tuple[str, ...], **decisions: Any) -> None:
    """What every customer and segment costs and earns: roi.csv, roi_segments.csv, whale.csv, goodbye.csv."""
    from segmentation.economics import Costs
    from segmentation.report.files import csv_bytes, goodbye_csv, roi_csv

    assumed = dict(_cost(text) for text in costs)
    Costs(**assumed)  # refuses what cannot be before any file is read
    analysis = _analysis(files, costs=assumed, **decisions)
    found = analysis.economics
    write(
        folder,
        {
            "roi.csv": roi_csv(analysis.study, analysis),
            "roi_segments.csv": csv_bytes(found.segments),
            "whale.csv": csv_bytes(found.whale, index=False),
            "goodbye.csv": goodbye_csv(analysis.study, analysis),
        },
    )


@main.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.option("--data", required=True, type=click.Path(path_type=Path), help="The folder with the files of the study.")
@files_out
@click.pass_obj
def run(language: str | None, study: Path, data: Path, folder: Path) -> None:
    """Repeat a study: segments.csv, personas.json, roi.csv (with turnover) and analysis.json from STUDY (saved as study.json) and its files."""
    from segmentation.analysis import Analysis
    from segmentation.economics.drivers import has_turnover
    from segmentation.report.files import offered, write_files
    from segmentation.study import Study

    if not study.is_file():
        raise ReadError(_("There is no file {file}.").format(file=study), _("Check the name and the folder."))
    chosen = Study.read(study.read_bytes())
    speak(language or chosen.language)
    tables = read_study(chosen, data)
    analysis = Analysis(chosen, tables, earlier=_when_named(chosen, tables, data))
    for step in ("personas", "economics") if has_turnover(analysis.compute("customers", progress())) else ("personas",):
        analysis.compute(step, progress())
    prepare(folder)
    write_files(chosen, analysis, folder, tuple(file.name for file in offered(analysis) if file.name in RESULTS))


def _when_named(study: "Study", tables: "list[Table]", data: Path) -> "Analysis | None":
    """The analysis in which the segments got their names, as far as its files are there."""
    from segmentation.analysis import Analysis

    named = study.when_named()
    if named is None:
        return None
    try:
        return Analysis(named, tables if named.uploads == study.uploads else read_study(named, data))
    except ReadError:
        return None


def _analysis(files: Sequence[Path], **decisions: Any) -> "Analysis":
    from segmentation.analysis import Analysis
    from segmentation.study import Study

    if "features" in decisions:
        named = decisions["features"]
        decisions["features"] = tuple(name.strip() for name in named.split(",") if name.strip()) if named else None
    if decisions.get("k", "auto") != "auto":
        if not decisions["k"].isdigit():
            raise WrongChoice(_("“{value}” is not a number of segments.").format(value=decisions["k"]), "--k 5")
        decisions["k"] = int(decisions["k"])
    study = Study(name="klantbeeld", language=current_language(), **decisions)  # type: ignore[arg-type]
    return Analysis(study, read_files(files))


def _cost(text: str) -> tuple[str, Any]:
    name, sign, value = text.partition("=")
    try:
        numbers = tuple(float(part) for part in value.split(":"))
    except ValueError:
        numbers = ()
    if not sign or len(numbers) not in (1, 3):
        raise WrongChoice(_("“{text}” is not a cost.").format(text=text), "--cost margin_rate=0.4, --cost per_return=6:8.5:12")
    return name.strip(), numbers[0] if len(numbers) == 1 else numbers


if __name__ == "__main__":
    main()
