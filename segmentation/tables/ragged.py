"""How does a row with too few or too many cells fit the columns?

Each column has shapes its cells usually have (99-99-9999, a, 9,99 …). Every small change that could have spoiled the row is tried: an empty cell too
many, a separator inside a text, a separator that is missing, another separator; the change that gives cells of the usual shapes is taken.
Where none does, empty cells are added or taken off at the end; where that cannot be either, the row is set aside.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, islice

from segmentation.tables.dialect import SEPARATORS
from segmentation.tables.looks import shape
from segmentation.tables.records import Dialect, parsed

LEARN = 400
TRIES = 400
GOOD = 0.75


class Shapes:
    """Which shapes the cells of each column have, learned from rows that fit."""

    def __init__(self, rows: list[list[str]], width: int) -> None:
        step = max(1, len(rows) // LEARN)
        sample = [row for row in rows[::step] if len(row) == width]
        self.width = width
        self.size = len(sample)
        self.columns = [Counter(shape(row[at]) for row in sample) for at in range(width)]
        self.free = [
            len(counts) > 0.3 * self.size or sum(s.startswith("a") for s in counts.elements()) > 0.5 * self.size
            for counts in self.columns
        ]
        self.rough = [{_rough(form) for form in counts} for counts in self.columns]

    def fit(self, row: list[str]) -> float:
        """How usual these cells are in these columns, 0–1."""
        return sum(self._one(at, cell) for at, cell in enumerate(row)) / max(1, self.width)

    def strange(self, row: list[str]) -> bool:
        """Whether a cell is written as none in its column ever is: an "x" among amounts. How many digits, and a minus, make no difference."""
        return any(self._one(at, cell) == 0.0 for at, cell in enumerate(row))

    def _one(self, at: int, cell: str) -> float:
        counts, form = self.columns[at], shape(cell)
        share = counts[form] / max(1, self.size)
        if share >= 0.02:
            return 0.8 + 0.2 * share
        if not form:
            return 0.1
        return 0.5 if self.free[at] or _rough(form) in self.rough[at] else 0.0


def _rough(form: str) -> str:
    """A shape without its minus and with as many digits as there may be.

    >>> _rough("€ -99,99") == _rough("€ 9.999,99"), _rough("99-99-9999")
    (True, '9-9-9')
    """
    return re.sub(r"9[9.,]*", "9", re.sub(r"(?<![9A-Za-z])-(?=9)|(?<=9)-$", "", form))


def fitted(row: list[str], raw: str, dialect: Dialect, shapes: Shapes) -> tuple[list[str], str] | None:
    """The row with exactly as many cells as there are columns, and the code of the repair; None when it cannot be placed.

    >>> shapes = Shapes([["01-02-2024", "12", "aap"], ["02-02-2024", "8", "noot"]] * 9, 3)
    >>> fitted(["03-02-2024", "", "9", "mies"], "03-02-2024;;9;mies", Dialect(";", width=3), shapes)
    (['03-02-2024', '9', 'mies'], 'row_trimmed')
    """
    width = shapes.width
    options = [(shapes.fit(cells) - fee, cells, code) for cells, code, fee in _options(row, raw, dialect, width)]
    options = [option for option in options if option[2] != "row_joined" or not shapes.strange(option[1])]
    plain = _plain(row, width)
    if plain is not None:
        options.append((shapes.fit(plain[0]) - 0.01, *plain))
    if not options:
        return None
    score, cells, code = max(options, key=lambda option: option[0])
    if score >= GOOD or (plain is not None and score > shapes.fit(plain[0]) + 0.1):
        return cells, code
    return plain


def _plain(row: list[str], width: int) -> tuple[list[str], str] | None:
    """Empty cells added or taken off at the end."""
    if len(row) < width:
        return row + [""] * (width - len(row)), "row_padded"
    if not any(cell.strip() for cell in row[width:]):
        return row[:width], "row_trimmed"
    return None


def _options(row: list[str], raw: str, dialect: Dialect, width: int) -> Iterator[tuple[list[str], str, float]]:
    if len(row) > width:
        yield from _fewer(row, dialect.delimiter, width)
    else:
        yield from _split(row, raw, dialect, width)
        for at in range(len(row) if len(row) == width - 1 and width <= TRIES else 0):
            yield [*row[:at], "", *row[at:]], "row_padded", 0.02
    if len(row) <= max(1, width // 2):
        yield from _otherwise(raw, dialect, width)


def _fewer(row: list[str], delimiter: str, width: int) -> Iterator[tuple[list[str], str, float]]:
    """Without some of the empty cells, or with neighbours put together again."""
    extra = len(row) - width
    empty = [at for at, cell in enumerate(row) if not cell.strip()]
    for gone in islice(combinations(reversed(empty), extra), TRIES):
        yield [cell for at, cell in enumerate(row) if at not in gone], "row_trimmed", 0.02
    for at in range(min(width, TRIES)):
        behind = row[at + 1 : at + extra + 1]
        fee = 0.0 if all(cell[:1] == " " and cell.strip() for cell in behind) else 0.04  # people put a space behind a semicolon, programs none
        yield [*row[:at], delimiter.join(row[at : at + extra + 1]), *row[at + extra + 1 :]], "row_joined", fee


def _split(row: list[str], raw: str, dialect: Dialect, width: int) -> Iterator[tuple[list[str], str, float]]:
    """With a missing separator put in: beside a quotation mark, or between two kinds of characters inside a cell."""
    if len(row) != width - 1 or len(raw) > 5000:
        return
    whole = replace(dialect, width=width)
    marks = [at for at, sign in enumerate(raw) if dialect.quote and sign == dialect.quote]
    for at in marks[:60]:
        cells, cost = parsed(raw[:at] + dialect.delimiter + raw[at:], whole)
        if len(cells) == width and cost < 1:
            yield cells, "row_split", 0.02
    for at, cell in enumerate(row):
        for cut in range(1, len(cell)) if len(cell) <= 60 else ():
            yield [*row[:at], cell[:cut], cell[cut:], *row[at + 1 :]], "row_split", 0.03


def _otherwise(raw: str, dialect: Dialect, width: int) -> Iterator[tuple[list[str], str, float]]:
    """Read with another separator."""
    for sign in SEPARATORS:
        if sign == dialect.delimiter or raw.count(sign) < width - 1:
            continue
        cells, cost = parsed(raw, replace(dialect, delimiter=sign, width=width))
        if len(cells) == width and cost < 1:
            yield cells, "row_delimiter", 0.02
        elif width < len(cells) <= 3 * width:
            for joined, _code, fee in _fewer(cells, sign, width):
                yield joined, "row_delimiter", fee
