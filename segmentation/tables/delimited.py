"""How does a text with separators become rows of a table?"""

from dataclasses import replace
from typing import Any

from segmentation.errors import WrongChoice
from segmentation.language import _
from segmentation.tables import limits
from segmentation.tables.arrange import Arranged, arranged, empty_file
from segmentation.tables.dialect import dialect_of
from segmentation.tables.drawn import BARS, undrawn
from segmentation.tables.encoding import characters_of, decoded, told
from segmentation.tables.receipt import Guess, Repair
from segmentation.tables.records import Dialect, rows_of
from segmentation.tables.tidy import by_place, cut, separator_line, unwrapped, without_signs


def read_delimited(data: bytes, reading: dict[str, Any]) -> Arranged:
    """One table out of the bytes of a text file. Raises ReadError when there is nothing to read, WrongChoice for an impossible `reading`."""
    how = characters_of(data, reading.get("encoding"))
    text = decoded(data, how)
    repairs, encoding = told(how, text)
    if not text.strip():
        raise empty_file()
    if len(text) > limits.MOST_CELL and longest_line(text) > limits.MOST_CELL:
        raise limits.cell_too_long()
    text, dialect, found, guesses = dialect_for(text, reading)
    rows = rows_of(text, dialect)
    if (most := max(map(len, rows.cells[:1000]), default=0)) > limits.MOST_COLUMNS:
        raise limits.too_many_columns(most)
    result = arranged(rows, dialect, reading)
    result.repairs = [*repairs, *found, *result.repairs]
    result.guesses = [encoding, *guesses, *result.guesses]
    return result


def dialect_for(text: str, reading: dict[str, Any]) -> tuple[str, Dialect, list[Repair], list[Guess]]:
    """The text without zero characters and without a line that only names the separator, and its dialect."""
    text, repairs = without_signs(text)
    wanted = _sign(reading.get("delimiter"), "delimiter")
    quote = _sign(reading.get("quote"), "quote")
    if named := separator_line(text):
        first, _end, rest = text.partition("\n")
        text = "\n" + rest  # the line stays counted
        repairs.append(Repair("separator_line", 1, "1", first.strip()))
        wanted = wanted or (named if named in rest[:20_000] else None)  # the line may have stayed while the file was saved otherwise
    if quote is None and wanted in (None, *BARS) and (drawn := _out_of_drawing(text, wanted)):
        return *drawn[:2], [*repairs, drawn[2]], drawn[3]
    dialect, guesses = dialect_of(text, wanted or None, quote)
    if wanted is None and quote is None and dialect.delimiter not in "\t|":
        text, dialect, guesses, more = _rewritten(text, dialect, guesses)
        repairs += more
    return text, dialect, repairs, guesses


def _out_of_drawing(text: str, wanted: str | None) -> tuple[str, Dialect, Repair, list[Guess]] | None:
    """The text with tabs between the cells of the table that is drawn in it."""
    found = undrawn(text)
    if found is None or wanted not in (None, found[1]):
        return None
    parted, bar, width = found
    dialect, guesses = dialect_of(parted, "\t", "")
    told = [replace(guess, value=bar, alternatives=(";", ",", "\t")) if guess.what == "delimiter" else guess for guess in guesses]
    return (parted, dialect, Repair("table_drawn", width), told) if dialect.width == width else None


def _rewritten(text: str, dialect: Dialect, guesses: list[Guess]) -> tuple[str, Dialect, list[Guess], list[Repair]]:
    """The same text with rows that were quoted whole taken out of their quotes, or with tabs between columns that spaces keep apart."""
    if dialect.width <= 1 and (inner := unwrapped(text)) is not None:
        found, told = dialect_of(inner)
        if found.width > 1:
            return inner, found, told, [Repair("rows_unwrapped", inner.count("\n"))]
    if (
        dialect.delimiter in " ,:#"
        and (starts := by_place(text)) is not None
        and (dialect.width < 2 or dialect.delimiter != "," or len(starts) > dialect.width)
    ):
        parted = cut(text, starts)
        found, told = dialect_of(parted, "\t", "")
        if found.width == len(starts):
            return parted, found, told, [Repair("columns_by_place", len(starts))]
    return text, dialect, guesses, []


def longest_line(text: str) -> int:
    """The length of the longest line, without cutting the text up."""
    longest = before = 0
    while (at := text.find("\n", before)) >= 0:
        longest, before = max(longest, at - before), at + 1
    return max(longest, len(text) - before)


def _sign(value: Any, what: str) -> str | None:
    """A separator or quotation mark as chosen: one character, or "tab"; an empty one means none."""
    if value is None:
        return None
    sign = {"tab": "\t", "\\t": "\t"}.get(str(value), str(value))
    if len(sign) > 1 or (what == "delimiter" and sign in ("", "\n", "\r")):
        raise WrongChoice(_("“{value}” cannot separate or quote cells.").format(value=value), _("Choose one character."))
    return sign
