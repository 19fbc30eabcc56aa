"""How does a sheet of a workbook (xlsx, xlsm, xlsb, xls, ods) become rows of cells?"""

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc

from segmentation.errors import ReadError, WrongChoice
from segmentation.language import _
from segmentation.tables import limits
from segmentation.tables.receipt import Repair
from segmentation.tables.records import Rows
from segmentation.tables.source import Source

_REFERENCE = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_FAR = re.compile(rb'r="[A-Z](?:[A-Z]{1,2}[0-9]{1,7}|[0-9]{7})"')  # beyond column Z or row 999,999: the rest is always few enough
_REPEAT = re.compile(rb'number-(?:columns|rows)-repeated="([0-9]{6,})"')
_DATE = r"\d{4}-\d\d-\d\d"
_DATE_TIME = rf"^{_DATE} \d\d:\d\d:\d\d"
_FEWEST_LINES = 4
_THREE = r"^(-?[1-9]\d{0,2}\.\d{3})$"


@dataclass
class Sheet:
    """The cells of one sheet column by column, its name, and the names of those that can be chosen."""

    columns: list[pa.Array]
    name: str
    names: tuple[str, ...]
    repairs: list[Repair] = field(default_factory=list)

    def rows(self) -> Rows:
        """The same row by row, from the first row of the sheet on."""
        grid = [list(row) for row in zip(*(column.to_pylist() for column in self.columns), strict=True)]
        return Rows(grid, [*range(1, len(grid) + 1)], ["\t".join(row) for row in grid] if len(grid) < 50_000 else _Joined(grid))


def read_sheet(source: Source, wanted: str | None) -> Sheet:
    """The cells of one sheet as text: the one that is asked for, or the visible one with the most cells.

    Raises ReadError for a damaged, locked, empty or trapped workbook, WrongChoice for a sheet that is not there.
    """
    import fastexcel
    import python_calamine

    check_workbook(source)
    try:
        given: Any = source.whole() if source.data is not None else str(source.on_disk())
        with source.opened() as file:
            sheets = python_calamine.CalamineWorkbook.from_filelike(file).sheets_metadata
        visible = [one.name for one in sheets if one.visible == python_calamine.SheetVisibleEnum.Visible and _is_sheet(one)]
        hidden = [one.name for one in sheets if one.name not in visible and _is_sheet(one)]
        names = visible or hidden
        if wanted is not None and wanted not in names + hidden:
            raise WrongChoice(
                _("There is no sheet “{name}” in this file.").format(name=wanted),
                _("Choose one of: {names}.").format(names=", ".join(names[:20])),
            )
        reader = fastexcel.read_excel(given)
        options = [wanted] if wanted else names[:30]
        grids = {name: _columns(reader, name) for name in options}
    except (ReadError, WrongChoice):
        raise
    except BaseException as error:  # the reader panics (no Exception) on some damaged files
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise _unreadable(error) from error
    sizes = {name: sum(pc.sum(pc.not_equal(column, "")).as_py() or 0 for column in columns) for name, columns in grids.items()}
    best = max(sizes, key=lambda name: sizes[name], default=None)
    if best is None or not sizes[best]:
        raise ReadError(_("This workbook is empty: there is not one cell in it."), _("Export it again and choose the new file."))
    first = wanted or next(name for name in names if sizes.get(name, 0) >= 0.1 * sizes[best])
    repairs = []
    if not wanted and sum(1 for size in sizes.values() if size) > 1:
        repairs.append(Repair("other_sheets", sum(1 for size in sizes.values() if size) - 1, after=first))
    if hidden and visible:
        repairs.append(Repair("hidden_sheets", len(hidden), before=hidden[0]))
    return Sheet(grids[first], first, tuple(names), repairs)


def lines_in_cells(columns: list[pa.Array]) -> list[str] | None:
    """The lines of a text file that was opened in a spreadsheet without being split: each whole in the first cell of its row. None for any other sheet.

    >>> lines_in_cells([pa.array(["nr;naam;plaats", "1;Jan;Assen", "2;Els;Emmen", "3;Kees;Rolde"])])
    ['nr;naam;plaats', '1;Jan;Assen', '2;Els;Emmen', '3;Kees;Rolde']
    """
    filled = [column for column in columns if _any_filled(column)]
    if len(filled) != 1:
        return None
    lines = [str(line) for line in filled[0].to_pylist()]
    told = [line for line in lines if line.strip()]
    for sign in ";\t|,":
        counts = Counter(line.count(sign) for line in told)
        usual, often = counts.most_common(1)[0] if counts else (0, 0)
        least, same = (2, 0.8) if sign == "," else (1, 0.6)  # a sentence may have a comma in it, but not each as many
        if len(told) >= _FEWEST_LINES and usual >= least and often >= same * len(told) and counts[0] <= 0.1 * len(told):
            return lines
    return None


def _any_filled(column: pa.Array) -> bool:
    return bool(pc.any(pc.not_equal(pc.utf8_trim_whitespace(column), "")).as_py())


class _Joined(list):  # type: ignore[type-arg]
    """The lines of a large sheet, joined only when one is looked at."""

    def __init__(self, grid: list[list[str]]) -> None:
        super().__init__()
        self.grid = grid

    def __len__(self) -> int:
        return len(self.grid)

    def __getitem__(self, at: Any) -> Any:
        return ["\t".join(row) for row in self.grid[at]] if isinstance(at, slice) else "\t".join(self.grid[at])


def _is_sheet(one: Any) -> bool:
    return "WorkSheet" in str(one.typ)


def _columns(reader: Any, name: str) -> list[pa.Array]:
    """Every cell of a sheet as text, from the first row of the sheet on."""
    batch = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_arrow()
    if batch.num_columns > limits.MOST_COLUMNS:
        raise limits.too_many_columns(batch.num_columns)
    return [_written(column) for column in batch.columns]


def _written(cells: pa.Array) -> pa.Array:
    """Cells as a person would write them: dates without a midnight, times without a day, 1.2340 where 1.234 could be a thousand."""
    texts = pc.fill_null(cells, "")
    dated = texts.filter(pc.match_substring_regex(texts, _DATE_TIME)) if _any(texts, ":") else texts[:0]
    if len(dated) and pc.all(pc.ends_with(dated, " 00:00:00")).as_py():
        texts = pc.replace_substring_regex(texts, rf"^({_DATE}) 00:00:00$", r"\1")
    elif len(dated) and pc.all(pc.starts_with(dated, "1899-12-3")).as_py():
        texts = pc.replace_substring_regex(texts, r"^1899-12-3\d (\d\d:)", r"\1")
    if _any(texts, ".") and pc.any(pc.match_substring_regex(texts, _THREE)).as_py() and not pc.any(pc.match_substring_regex(texts, r"^\d.*,")).as_py():
        texts = pc.replace_substring_regex(texts, _THREE, r"\10")
    return texts


def _any(texts: pa.Array, sign: str) -> bool:
    return bool(pc.any(pc.match_substring(texts, sign)).as_py())


def _unreadable(error: BaseException) -> ReadError:
    if "password" in str(error).lower() or "encrypt" in str(error).lower():
        return ReadError(_("This workbook is locked with a password."), _("Save it without a password and choose that file."))
    return limits.broken("Excel")


def check_workbook(source: Source) -> None:
    """Raise ReadError when a workbook would unpack to too much, or spreads a few cells over a huge sheet."""
    if not source.head.startswith(b"PK"):
        return
    try:
        with source.opened() as file, zipfile.ZipFile(file) as archive:
            total = 0
            for entry in archive.infolist():
                limits.check_ratio(entry.compress_size, entry.file_size)
                total += entry.file_size
            if total > limits.MOST_WORKBOOK:
                raise limits.too_large_unpacked()
            limits.check_ratio(source.size, total)
            for entry in archive.infolist():
                if (
                    entry.filename.startswith("xl/worksheets/")
                    and entry.filename.endswith(".xml")
                    or entry.filename == "content.xml"
                ):
                    _check_spread(partial(archive.open, entry))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise limits.broken("Excel") from error


def _check_spread(opened: Callable[[], IO[bytes]]) -> None:
    """Readers make room for every cell between the first and the last one; look where the last one is."""
    far = False
    for text in _pieces(opened()):
        if b"<!ENTITY" in text or any(int(count) > 2_000_000 for count in _REPEAT.findall(text)):
            raise limits.too_large_unpacked()
        far = far or _FAR.search(text) is not None
    rows = columns = 1
    for text in _pieces(opened()) if far else ():
        for letters, digits in _REFERENCE.findall(text):
            rows, columns = max(rows, int(digits)), max(columns, _column(letters))
        if rows * columns > limits.MOST_SHEET_CELLS:
            raise limits.too_large_unpacked()


def _pieces(member: IO[bytes]) -> Iterator[bytes]:
    """The text piece by piece, each with the end of the one before, so that nothing falls between two."""
    rest = b""
    with member:
        while piece := member.read(4 * limits.MIB):
            yield rest + piece
            rest = piece[-64:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
