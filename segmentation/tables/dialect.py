"""Which separator, quotation mark and escape does this text use?

Every separator that occurs is tried on a sample of lines. A good one cuts most lines into the same number of cells, and the cells it makes look like
values (numbers, dates, words) rather than like rows that were cut in the wrong place; so a decimal comma never wins from a semicolon.
"""

import re
from collections import Counter

from segmentation.tables.looks import is_typed
from segmentation.tables.receipt import Guess
from segmentation.tables.records import LINE_END, Dialect, parsed

SEPARATORS = (",", ";", "\t", "|", "^", "~", "\x1f", "¦", "§", "\x01", ":", "#", " ")
_WEIGHT = {",": 1.0, ";": 1.0, "\t": 1.0, "|": 1.0, ":": 0.15, " ": 0.3, "#": 0.5}
QUOTES = ('"', "'", "`")
_WORDS = re.compile(r"[\w .'&()/+\-]*", re.UNICODE)
SAMPLE = 400
MOST_RUN = 60  # lines of one quoted cell


def dialect_of(text: str, delimiter: str | None = None, quote: str | None = None) -> tuple[Dialect, list[Guess]]:
    """The dialect of a text; what the caller names is taken as it is.

    >>> dialect_of("a;b\\n1,5;2\\n2,5;3\\n")[0].delimiter
    ';'
    """
    lines = _sample(text)
    tried: list[tuple[float, Dialect]] = []
    for separator in [delimiter] if delimiter else [sign for sign in SEPARATORS if sign in text]:
        for escape in ("", "\\") if '\\"' in text or "\\'" in text else ("",):
            dialect = Dialect(separator, _quote(lines, separator) if quote is None else quote, escape, width=0)
            tried.append(_scored(lines, dialect))
    tried.sort(key=lambda pair: -pair[0])
    if not tried or (tried[0][0] <= 0.05 and not delimiter):
        single = Dialect(delimiter or ",", '"' if quote is None else quote, width=1, certainty=0.7)
        return single, [Guess("delimiter", single.delimiter, 0.7, _others(single.delimiter))]
    score, best = tried[0]
    rival = next((value for value, other in tried if other.delimiter != best.delimiter), 0.0)
    certainty = 1.0 if delimiter else round(max(0.3, min(0.99, 1 - rival / (score * 1.5 + 1e-9))), 2)
    final = Dialect(best.delimiter, best.quote, best.escape, best.spaced, best.padded, best.width, certainty)
    quotes = tuple(sign for sign in (*QUOTES, "") if sign != final.quote)
    return final, [
        Guess("delimiter", final.delimiter, certainty, _others(final.delimiter)),
        Guess("quote", final.quote, 0.95 if final.quote == '"' else 0.85, quotes),
    ]


def _others(delimiter: str) -> tuple[str, ...]:
    return tuple(sign for sign in (";", ",", "\t", "|", " ") if sign != delimiter)


def _sample(text: str) -> list[str]:
    """Lines from the beginning, and from the middle of a long text: a preamble must not decide."""
    lines = [line[:20_000] for line in LINE_END.split(text[:200_000]) if line.strip()]
    middle = text[len(text) // 2 : len(text) // 2 + 60_000]
    if len(lines) > SAMPLE // 2 and len(text) > 400_000:
        return lines[: SAMPLE // 2] + [line[:20_000] for line in LINE_END.split(middle)[1:-1] if line.strip()][: SAMPLE // 2]
    return lines[:SAMPLE]


def _quote(lines: list[str], separator: str) -> str:
    """The mark that most often stands at both ends of a cell."""
    sign = re.escape(separator)
    joined = "\n".join(lines)
    counts = {
        quote: len(re.findall(rf"(?:^|{sign})[ ]?{quote}[^\n]*?{quote}[ ]?(?={sign}|$)", joined, re.MULTILINE))
        for quote in QUOTES
        if quote in joined
    }
    best = max(counts, key=lambda quote: (counts[quote], quote == '"'), default='"')
    return best if counts.get(best, 0) > 0 else '"'


def _scored(lines: list[str], dialect: Dialect) -> tuple[float, Dialect]:
    """How good this dialect is, line by line, or with quoted cells that run on over lines where that is better."""
    found = _weighed(lines, dialect)
    longer = _over_lines(lines, dialect.quote)
    return max(found, _weighed(longer, dialect), key=lambda pair: pair[0]) if longer else found


def _over_lines(lines: list[str], quote: str) -> list[str] | None:
    """The lines put together until every quotation mark has its partner; None when they stand alone, or hang together too long."""
    if not quote or all(line.count(quote) % 2 == 0 for line in lines):
        return None
    longer: list[str] = []
    waiting: list[str] = []
    marks = 0
    for line in lines:
        waiting.append(line)
        marks += line.count(quote)
        if marks % 2 == 0:
            longer.append("\n".join(waiting))
            waiting, marks = [], 0
        elif len(waiting) > MOST_RUN:
            return None
    return longer


def _weighed(lines: list[str], dialect: Dialect) -> tuple[float, Dialect]:
    loose = [parsed(line, dialect) for line in lines]  # width 0: no reading is forced
    counts = Counter(len(cells) for cells, _cost in loose if len(cells) > 1)
    if not counts:
        return 0.0, dialect
    width = max(counts, key=lambda size: (counts[size] * (1 + min(size, 30) / 200), size))
    spaced = _spaced(lines, dialect)
    sharp = Dialect(dialect.delimiter, dialect.quote, dialect.escape, spaced, spaced and _padded(lines, dialect), width)
    rows = [parsed(line, sharp) for line in lines]
    fitting = [cells for cells, cost in rows if len(cells) == width]
    strange = sum(min(cost, 1) for cells, cost in rows) / len(rows)
    consistent = len(fitting) / len(rows)
    value = sum(_looks(cell) for cells in fitting[:150] for cell in cells) / max(1, sum(len(cells) for cells in fitting[:150]))
    spread = 1 - 1 / width
    score = consistent**1.5 * (0.15 + value) * (0.5 + spread) * (1 - 0.5 * strange) * _WEIGHT.get(dialect.delimiter, 0.7)
    return score, sharp


def _spaced(lines: list[str], dialect: Dialect) -> bool:
    """Does a space follow (nearly) every separator?"""
    if dialect.delimiter == " ":
        return False
    later = [piece for line in lines for piece in line.split(dialect.delimiter)[1:] if piece]
    return len(later) >= 2 and sum(piece.startswith(" ") for piece in later) >= 0.95 * len(later)


def _padded(lines: list[str], dialect: Dialect) -> bool:
    """Does a space stand before (nearly) every separator as well?"""
    sooner = [piece for line in lines for piece in line.split(dialect.delimiter)[:-1] if piece]
    return sum(piece.endswith(" ") for piece in sooner) >= 0.95 * len(sooner)


def _looks(cell: str) -> float:
    """How much this looks like one value: a cell with another separator in it is likely a row cut wrongly."""
    bare = cell.strip()
    if not bare:
        return 0.6
    if is_typed(bare):
        return 1.0
    if _WORDS.fullmatch(bare):
        return 0.9
    return 0.2 if ";" in bare or "\t" in bare or "|" in bare else 0.5
