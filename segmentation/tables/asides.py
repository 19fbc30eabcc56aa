"""Which rows inside a table are no rows of it: totals, a repeated header, notes?"""

from collections import Counter

from segmentation.tables.layout import is_alone
from segmentation.tables.looks import NOTE, STATISTIC, TAXED, TOTAL, is_typed, shape

SAMPLE = 500
REMARK = ("#", "//")  # what a remark begins with


class Aside:
    """Judges rows by what the other rows of the table look like."""

    def __init__(self, good: list[list[str]], width: int, header_rows: list[list[str]], skip_totals: bool) -> None:
        step = max(1, len(good) // SAMPLE)
        sample = [row for row in good[::step] if not _is_label(first_of(row)) and (width < 3 or not is_alone(row))] or good[
            ::step
        ]
        self.width = width
        self.shapes = Counter(shape(row[0]) for row in sample if row)
        self.remarked = any(row[0].lstrip().startswith(REMARK) for row in good[:: max(1, step // 4)])
        self.size = len(sample)
        self.share = [sum(1 for row in sample if row[at].strip()) / max(1, len(sample)) for at in range(self.width)]
        self.usual = [at for at, share in enumerate(self.share) if share >= 0.9]
        self.header_rows = [[cell.strip() for cell in row] for row in header_rows]
        self.label = first_of(self.header_rows[-1]).strip() if self.header_rows else "\0"
        self.skip_totals = skip_totals
        self.totals = 0
        self.noted = False  # below the table, where a line alone is a note as well

    def full(self, row: list[str]) -> bool:
        """Is this a row with (nearly) all cells that rows here usually have, and no total?"""
        return sum(1 for at in self.usual if row[at].strip()) > 0.5 * len(self.usual) and not _is_label(first_of(row))

    def reason(self, row: list[str], at_end: bool, after_gap: bool) -> str | None:
        """Why this row is set aside (a code), or None: it belongs to the table."""
        first = row[0] if row and row[0] else first_of(row)
        if first[:1].lower() in "tsegd" and TOTAL.fullmatch(first) and self._is_total(row, at_end):
            self.totals += 1
            return "total" if self.skip_totals else None
        if at_end and first[:1].lower() in "gamcs" and STATISTIC.fullmatch(first) and self._is_total(row, at_end):
            self.totals += 1
            return "total" if self.skip_totals else None
        if at_end and TAXED.match(first) and self._is_total(row, False):
            return "total" if self.skip_totals else None
        if len(row) > 1 and self._is_heading(row, first):
            return "heading"
        if first.strip() == self.label and self._repeats(row):
            return "header_again"
        if self.width >= 2 and at_end and (self._is_note(row, after_gap) or self.noted and self.width >= 3 and len(row) == 1):
            self.noted = True
            return "note"
        if self.width >= 3 and len(row) == 1 and (len(first.split()) > 2 or NOTE.match(first) or first.lstrip().startswith(REMARK)):
            return "note"
        if self.width >= 3 and len(row) != self.width and not self.remarked and row[0].lstrip().startswith(REMARK):
            return "note"
        return "heading" if len(row) == 1 and not at_end and self._is_heading(row, first) else None

    def _repeats(self, row: list[str]) -> bool:
        return [cell.strip() for cell in row] in self.header_rows

    def _is_total(self, row: list[str], at_end: bool) -> bool:
        """A total leaves cells empty that rows here have, or stands at the end; and what follows the word are figures."""
        cells = [cell for cell in row if cell.strip()][1:]
        figures = all(is_typed(cell) for cell in cells)
        hole = any(at < len(row) and not row[at].strip() for at in self.usual) or len(row) < self.width
        return figures and (hole or (at_end and len(cells) >= 1))

    def _is_heading(self, row: list[str], first: str) -> bool:
        """The name of the group that follows: words alone in a first column that never holds such, in rows that are usually full."""
        if len(row) not in (1, self.width) or len(self.usual) < 3 or not row[0].strip() or not is_alone(row) or is_typed(first):
            return False
        return " " in first.strip() and self.shapes[shape(first)] < 0.02 * self.size

    def _is_note(self, row: list[str], after_gap: bool) -> bool:
        cells = [cell for cell in row if cell.strip()]
        words = len(" ".join(cells).split())
        if len(cells) > 1 and len(row) < self.width and not is_typed(cells[0]):  # a sentence with a separator in it
            return bool(NOTE.match(cells[0])) or words >= (6 if len(cells) <= self.width / 2 else 8) and " " in cells[0].strip()
        if len(cells) != 1 or self.width < 2:
            return False
        return (
            bool(NOTE.match(cells[0]))
            or (after_gap and words >= 2)
            or words >= 4
            or (len(row) == 1 and self.width >= 3 and words >= 2)
        )


def _is_label(first: str) -> bool:
    return any(shape is not None for shape in (TOTAL.fullmatch(first), STATISTIC.fullmatch(first), TAXED.match(first)))


def first_of(row: list[str]) -> str:
    return next((cell for cell in row if cell.strip()), "")
