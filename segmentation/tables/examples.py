"""What of a person may stand in the example of a repair, and in a row that was set aside?

A repair of a whole row shows that row before and after; its personal cells are covered there, as they are in examples of one cell.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from segmentation.tables.privacy import mask
from segmentation.tables.receipt import Repair
from segmentation.tables.table import Column

ROWS = frozenset({"row_padded", "row_trimmed", "row_joined", "row_split", "row_delimiter", "stray_quotes"})
_NINE = re.compile(r"(?<!\d)(?:\d{8,9}|\d\d\.?\d\d\.?\d\d[ -]?\d{3}[. -]?\d\d)(?!\d)")
_COVERED = "•••••••••"


def covered(repairs: Sequence[Repair], text: pd.DataFrame, lines: Sequence[int], columns: Mapping[str, Column]) -> tuple[Repair, ...]:
    """The repairs, with what the personal columns hold of the row that is shown as an example covered.

    >>> text = pd.DataFrame({"Naam": ["Jan Smit"], "Stad": ["Assen"]}, dtype="str")
    >>> one = Repair("row_trimmed", 1, "2", "Jan Smit;Assen;", "Jan Smit;Assen")
    >>> covered([one], text, [2], {"Naam": Column("Naam", personal=True), "Stad": Column("Stad")})[0].before
    'J••••;Assen;'
    """
    personal = [name for name, column in columns.items() if column.personal]
    shown = {repair.where for repair in repairs if repair.code in ROWS} if personal else set()
    places = {str(line): at for at, line in enumerate(lines) if str(line) in shown} if shown else {}
    return tuple(_without(repair, text.loc[text.index[places[repair.where]], personal]) if repair.code in ROWS and repair.where in places else repair for repair in repairs)


def _without(repair: Repair, cells: pd.Series) -> Repair:
    before, after = repair.before, repair.after
    for cell in sorted({cell.strip() for cell in cells if isinstance(cell, str)}, key=len, reverse=True):
        for told in {cell, cell.replace('"', '""')} if len(cell) > 1 else ():
            before, after = before.replace(told, mask(told)), after.replace(told, mask(told))
    return replace(repair, before=before, after=after)


def without_numbers(rejected: Sequence[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Rows that were set aside, without any number that may be a citizen's: for a table whose column of such numbers was emptied.

    >>> without_numbers([(3, "note", "Jan;111222333;Assen")])
    [(3, 'note', 'Jan;•••••••••;Assen')]
    """
    return [(line, reason, _NINE.sub(_COVERED, text)) for line, reason, text in rejected]
