"""Over which column does each name stand, when the rows have more cells than the header has names?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from segmentation.tables.layout import usual_width
from segmentation.tables.looks import is_typed
from segmentation.tables.records import Dialect
from segmentation.tables.vocabulary import ideas

SAMPLE = 500
FEWEST = 5  # rows in which a first column that never repeats says anything
_DAY = re.compile(r"\s*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-\s.]?[A-Za-z]{3,9}[-\s.]+\d{2,4})(?:[T\s].*)?")
_WHOLE = re.compile(r"\s*-?\d+\s*")
_DAYS = frozenset({"DATE", "BIRTH", "CREATED", "CHANGED", "SINCE", "DUE", "TIME", "PERIOD", "LAST", "FIRSTLY", "END"})
_FIGURES = frozenset(
    {"AMOUNT", "NET", "GROSS", "SUBTOTAL", "REVENUE", "PRICE", "QUANTITY", "COST", "MARGIN", "DISCOUNT", "TAX", "SHIPPING", "BALANCE", "POINTS", "AGE", "STOCK",
     "SCORE", "NPS", "MINUTES", "HOURS", "EMPLOYEES", "EXPENSE", "FEE"}
)  # fmt: skip
_SAID = frozenset({"NAME", "FIRSTNAME", "LASTNAME", "CITY", "ADDRESS", "COUNTRY", "TEXT", "SUBJECT", "TITLE"})


def first_is_nameless(names: Sequence[str], body: Sequence[Sequence[str]], across: int) -> bool:
    """Whether the one name that is missing is that of the first column: an index, as R and others write it.

    Each place that the missing name could have is tried. The first is taken where the names then fit best what stands in the columns; where others fit as
    well, only when the first column is always filled in and never the same twice.

    >>> first_is_nameless(["Bezoekers", "Weer"], [[f"2024-06-0{day}", str(day % 3), "zon"] for day in range(1, 7)], 3)
    True
    >>> first_is_nameless(["Datum", "Bezoekers"], [[f"2024-06-0{day}", str(day % 3), "zon"] for day in range(1, 7)], 3)
    False
    """
    rows = [row for row in body if len(row) == across][:SAMPLE]
    if len(names) != across - 1 or len(names) < 2 or not rows or not all(name.strip() for name in names):
        return False
    columns = [[row[at].strip() for row in rows] for at in range(across)]
    kinds = [_kind(column) for column in columns]
    score, *others = [_fit(names, [*kinds[:gap], *kinds[gap + 1 :]]) for gap in range(across)]
    last = sum(map(bool, columns[-1]))
    if score != max(others) or _counts_up(columns[0]):
        return score >= max(others) and last > 0
    single = [len(set(column)) == len(column) and all(column) for column in columns[:2]]
    numbered = "ID" in ideas(names[0]) and not single[1]
    return single[0] and not numbered and len(rows) >= FEWEST and last >= 0.5 * len(rows)


def _counts_up(column: Sequence[str]) -> bool:
    """Do the cells count 0, 1, 2 … or 1, 2, 3 …?"""
    start = column[0] if column[0] in ("0", "1") else ""
    return start != "" and len(column) > 1 and [*column] == [str(int(start) + at) for at in range(len(column))]


def _kind(column: Sequence[str]) -> str:
    """What nearly all cells of a column are: days, addresses of mail, whole numbers, other figures, words; nothing when that differs."""
    cells = [cell for cell in column if cell]
    for kind, holds in (
        ("mail", lambda cell: "@" in cell and is_typed(cell)),
        ("day", _DAY.fullmatch),
        ("whole", _WHOLE.fullmatch),
        ("figure", lambda cell: is_typed(cell) and not _DAY.fullmatch(cell)),
        ("words", lambda cell: not is_typed(cell)),
    ):
        if cells and sum(1 for cell in cells if holds(cell)) >= 0.9 * len(cells):
            return kind
    return ""


def _fit(names: Sequence[str], kinds: Sequence[str]) -> int:
    """How many names say what stands below them, less those that say something else."""
    return sum(_one(frozenset(ideas(name)) - {"?"}, kind) for name, kind in zip(names, kinds, strict=True))


def _one(meant: frozenset[str], kind: str) -> int:
    if not meant or not kind:
        return 0
    if "EMAIL" in meant or kind == "mail":
        return 1 if "EMAIL" in meant and kind == "mail" else -1
    if meant & _DAYS:
        return 1 if kind == "day" else -1 if kind == "words" and "DATE" in meant else 0
    if kind == "day":
        return -1
    if "ID" in meant:
        return -1 if kind == "figure" else 0
    if meant & _FIGURES:
        return 1 if kind in ("whole", "figure") else -1
    if meant & _SAID:
        return 1 if kind == "words" else -1
    return -1 if kind == "figure" else 0


def texts_apart(header: Sequence[str], body: list[list[str]], dialect: Dialect) -> tuple[int, ...]:
    """Where a text with the separator in it ("Bos, Jan") was taken for two cells in most rows: as many places as the header has too few names, each
    between words, with a space behind the separator there and nowhere else.

    >>> texts_apart(["Nr", "Naam"], [["1", "Bos", " Jan"], ["2", "Vos", " Piet"], ["3", "onbekend"]], Dialect(",", width=3))
    (1,)
    """
    across = usual_width(body) if body else 0
    extra = across - len(header)
    rows = [row for row in body if len(row) == across][:SAMPLE]
    if not rows or dialect.spaced or dialect.delimiter in " \t" or not 0 < extra < across - 1:
        return ()
    places = [at for at in range(across - 1) if _led(rows, at) >= 0.9 and all(_in_words(rows, place) for place in (at, at + 1))]
    strange = any(_led(rows, at) > 0.1 for at in range(across - 1) if at not in places)
    apart = all(later - sooner > 1 for sooner, later in pairwise(places))
    return tuple(places) if len(places) == extra and apart and not strange else ()


def led(row: Sequence[str], at: int) -> bool:
    """Whether a space stands behind this cell's separator, between two cells that are filled in."""
    return at + 1 < len(row) and row[at + 1][:1] == " " and row[at + 1][1:2] not in ("", " ") and row[at].strip() != "" and not row[at].endswith(" ")


def _led(rows: Sequence[Sequence[str]], at: int) -> float:
    return sum(led(row, at) for row in rows) / len(rows)


def _in_words(rows: Sequence[Sequence[str]], at: int) -> bool:
    return sum(not is_typed(row[at]) for row in rows) >= 0.8 * len(rows)
