"""Which tables stand in a web page, in a spreadsheet saved as XML, or in the records of any other XML?

Many programs write a web page or XML and call it .xls. Nothing in such a file is followed or run: no addresses, entities or scripts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from segmentation.errors import ReadError
from segmentation.language import _
from segmentation.tables import limits
from segmentation.tables.encoding import characters_of, decoded

Grid = list[list[str]]
MOST_MARKUP = 128 * limits.MIB
MOST_SPAN = 200
_THREE = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_SILENT = frozenset({"script", "style", "template", "noscript", "select", "textarea"})
_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"


@dataclass
class _Page:
    """A table that is being read: its rows, and cells of rows above that reach down into the next ones (column → rows left)."""

    rows: Grid = field(default_factory=list)
    cell: list[str] | None = None
    across: int = 1
    down: int = 1
    reaching: dict[int, int] = field(default_factory=dict)

    def begin_row(self) -> None:
        self.end_cell()
        self.rows.append([])
        self.fill()

    def fill(self) -> None:
        """Empty cells where one of a row above reaches down."""
        row = self.rows[-1]
        while self.reaching.get(len(row), 0) > 0:
            self.reaching[len(row)] -= 1
            row.append("")

    def end_cell(self) -> None:
        if self.cell is None:
            return
        if not self.rows:
            self.rows.append([])
        self.fill()
        for at in range(self.across):
            if self.down > 1:
                self.reaching[len(self.rows[-1])] = self.down - 1
            self.rows[-1].append(" ".join("".join(self.cell).split()) if at == 0 else "")
        self.fill()
        self.cell = None


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Page] = []
        self.done: list[_Page] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag == "table":
            self.open.append(_Page())
            self.done.append(self.open[-1])
        elif self.open and tag == "tr":
            self.open[-1].begin_row()
        elif self.open and tag in ("td", "th"):
            page, told = self.open[-1], dict(attrs)
            page.end_cell()
            page.cell, page.across, page.down = [], _span(told.get("colspan")), _span(told.get("rowspan"))
        elif self.open and self.open[-1].cell is not None and tag in ("br", "p", "div", "li"):
            self.open[-1].cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif self.open and tag in ("td", "th", "tr", "table"):
            self.open[-1].end_cell()
            if tag == "table":
                self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and not self.silent and self.open[-1].cell is not None:
            self.open[-1].cell.append(data)


def _span(told: str | None) -> int:
    return max(1, min(int(told), MOST_SPAN)) if told and told.isdecimal() and len(told) < 9 else 1


def tables_of_page(data: bytes) -> list[Grid]:
    """The tables of a web page, each as rows of cells of one width. Raises ReadError when there is none.

    >>> tables_of_page(b"<table><tr><th>a<th>b<tr><td colspan=2>1</table>")
    [[['a', 'b'], ['1', '']]]
    """
    reader = _Tables()
    reader.feed(decoded(data, characters_of(data)))
    reader.close()
    for page in reader.open:
        page.end_cell()
    found = [_square(page.rows) for page in reader.done]
    found = [grid for grid in found if sum(map(bool, grid)) and any(map(any, grid))]
    if not found:
        raise ReadError(
            _("This is a web page without a table in it."), _("Open it in Excel or LibreOffice and save it as xlsx or CSV.")
        )
    return found


def _square(rows: Grid) -> Grid:
    width = max(map(len, rows), default=0)
    if width > limits.MOST_COLUMNS:
        raise limits.too_many_columns(width)
    if width * len(rows) > limits.MOST_SHEET_CELLS:
        raise limits.too_large_unpacked()
    return [row + [""] * (width - len(row)) for row in rows]


def sheets_or_records(data: bytes) -> tuple[dict[str, Grid], Any]:
    """The sheets of a spreadsheet saved as XML, or the content of any other XML as nested objects and lists, as JSON would have it.

    Raises ReadError for XML that is damaged, too large, or that declares entities.
    """
    if len(data) > MOST_MARKUP:
        raise ReadError(_("This XML file is too large to read at once."), _("Export the data as CSV and choose that file."))
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise limits.too_large_unpacked() from error
    except (ParseError, ValueError) as error:
        raise limits.broken("XML") from error
    if root.tag == f"{{{_SHEET}}}Workbook":
        return {
            sheet.get(f"{{{_SHEET}}}Name") or f"{at}": _square([*_rows(sheet)])
            for at, sheet in enumerate(root.iter(f"{{{_SHEET}}}Worksheet"), 1)
        }, None
    return {}, {_local(root): _plain(root)}


def _rows(sheet: Element) -> Iterator[list[str]]:
    seen = 0
    for row in sheet.iter(f"{{{_SHEET}}}Row"):
        place = _index(row, seen)
        for _blank in range(min(place - seen, 1_000)):
            yield []
        cells: list[str] = []
        for cell in row.iter(f"{{{_SHEET}}}Cell"):
            cells += [""] * (min(_index(cell, len(cells)), limits.MOST_COLUMNS + 1) - len(cells))
            value = cell.find(f"{{{_SHEET}}}Data")
            cells.append("" if value is None else _written("".join(value.itertext()), value.get(f"{{{_SHEET}}}Type")))
        yield cells
        seen = place + 1


def _index(element: Element, before: int) -> int:
    told = element.get(f"{{{_SHEET}}}Index") or ""
    return max(before, int(told) - 1) if told.isdecimal() and len(told) < 9 else before


def _written(text: str, type_: str | None) -> str:
    if type_ == "DateTime":
        return re.sub(r"\.0+$", "", text).replace("T00:00:00", "").replace("T", " ")
    if type_ == "Number" and _THREE.fullmatch(text):
        return text + "0"  # 1.250 is no thousand here
    return text


def _plain(element: Element) -> Any:
    """An element as text, or as an object of its attributes and children; children of one name are a list."""
    text = (element.text or "").strip()
    if not len(element) and not element.attrib:
        return text + "0" if _THREE.fullmatch(text) else text
    made: dict[str, Any] = {_name(key): value for key, value in element.attrib.items()}
    for child in element:
        if isinstance(child.tag, str):
            name, value = _local(child), _plain(child)
            if name not in made:
                made[name] = value
            elif isinstance(made[name], list):
                made[name].append(value)
            else:
                made[name] = [made[name], value]
    if text:
        made["text" if "text" not in made else "text ()"] = text
    return made


def _local(element: Element) -> str:
    return _name(str(element.tag))


def _name(told: str) -> str:
    return told.rpartition("}")[2]
