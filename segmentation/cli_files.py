"""Which files does a command line name, and where does the answer go?"""

import sys
from collections.abc import Callable, Sequence
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from segmentation.errors import ReadError, WrongChoice
from segmentation.language import _

if TYPE_CHECKING:
    from segmentation.study import Study
    from segmentation.tables import Table

DATA_FILES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".parquet", ".json", ".jsonl", ".zip", ".xaf")


def read_study(study: "Study", folder: Path) -> list["Table"]:
    """The files of a study in a folder: by name, or else by content; every file there when the study names none."""
    from segmentation.tables import read_table

    if not folder.is_dir():
        raise ReadError(_("There is no folder {file}.").format(file=folder), _("Check the name and the folder."))
    there = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in DATA_FILES)
    if not study.uploads:
        return read_files(there)
    names = {path.name: path for path in there}
    missing = [upload for upload in study.uploads if upload.name not in names]
    if missing:
        contents = {_digest(path): path for path in there}
        names.update({upload.name: contents[upload.hash] for upload in missing if upload.hash in contents})
    lost = [upload.name for upload in study.uploads if upload.name not in names]
    if lost:
        hint = _("Put this month's export there under the same name.")
        raise ReadError(_("The folder {folder} does not hold {files}.").format(folder=folder, files=", ".join(lost)), hint)
    made = []
    for upload in study.uploads:
        same = _digest(names[upload.name]) == upload.hash
        fields = {"sheet", "reading", "roles", "types", "kind"} | ({"mended"} if same else set())  # mended by line number
        made.append(read_table(names[upload.name], upload.title, progress=progress(), **upload.model_dump(include=fields)))
    return made


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def read_files(files: Sequence[Path], **reading: Any) -> list["Table"]:
    from segmentation.tables import read_table

    if not files:
        raise ReadError(_("There is no file to read."), _("Name one or more files, such as orders.csv."))
    for path in files:
        if not path.is_file():
            raise ReadError(_("There is no file {file}.").format(file=path), _("Check the name and the folder."))
    return [read_table(path, progress=progress(), **reading) for path in files]


def prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("The folder {file} cannot be made.").format(file=folder)
        raise WrongChoice(message, _("Choose another one with --to.")) from error


def write(folder: Path, contents: dict[str, bytes]) -> None:
    prepare(folder)
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def progress() -> Callable[[float, str], None] | None:
    """Progress on one line for whoever watches a terminal; nothing in a log."""
    if not sys.stderr.isatty():
        return None
    return lambda share, text: click.echo(f"\r\033[K{share:4.0%} {text}", err=True, nl=share >= 1)
