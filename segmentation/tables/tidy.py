"""What is wrapped around the cells of a text, and is taken off before rows are cut?

Invisible characters, a line that only names the separator, rows that were quoted whole, and columns that are told apart by their place on the
line instead of by a separator.
"""

import re
from itertools import groupby, pairwise

from segmentation.tables.looks import RULE, is_typed
from segmentation.tables.receipt import Repair
from segmentation.tables.records import LINE_END

_NAMED = re.compile(r'\s*"?sep=(.|\\t)"?\s*', re.IGNORECASE)
_WHOLE = re.compile(r'\s*"((?:[^"]|"")*)"[\s;,]*')
_FORMULA = re.compile(r"""="(?P<formula>[^"]*)"|'(?P<mark>[\d=+\-@][^']*)""")
_CURLY = re.compile(r"(?:^|[;,\t|])“[^”\n]*”(?=[;,\t|\r\n]|$)", re.MULTILINE)
_DASHED = re.compile(r" *(?:-{2,}|={2,})(?: +(?:-+|=+))+")
_UNSEEN = "\ufeff\u200b\u2060"
SAMPLE = 400


def separator_line(text: str) -> str | None:
    """The separator that Excel's own first line `sep=;` names, if there is one."""
    first = text[:20].split("\n", 1)[0].rstrip("\r")
    found = _NAMED.fullmatch(first)
    return found[1].replace("\\t", "\t") if found else None


def without_signs(text: str) -> tuple[str, list[Repair]]:
    """The text without characters that nobody sees: zeros, marks of files glued together, the end-of-file sign of DOS."""
    repairs = []
    if zeros := text.count("\0"):
        text = text.replace("\0", "")
        repairs.append(Repair("null_characters", zeros))
    if text.startswith("ï»¿"):  # the mark of UTF-8, written down by a program that did not know it
        text = "\ufeff" + text[3:]
    if marks := sum(map(text.count, _UNSEEN)):
        text = text.translate(dict.fromkeys(map(ord, _UNSEEN)))
        repairs.append(Repair("byte_order_mark", marks))
    if "“" in text and len(found := _CURLY.findall(text[:200_000])) > text[:200_000].count("\n") and '"' not in text:
        text = text.replace("“", '"').replace("”", '"')
        repairs.append(Repair("curly_quotes", len(found)))
    return text.rstrip("\x1a") if text.endswith("\x1a") else text, repairs


def unwrapped(text: str) -> str | None:
    """The text with rows that were quoted whole ("1;""Jan"";2,50") as they were before; None when there are none."""
    lines = LINE_END.split(text)
    some = [line for line in lines[:SAMPLE] if line.strip()]
    whole = [found[1] for line in some if (found := _WHOLE.fullmatch(line))]
    if len(whole) < max(2, 0.3 * len(some)) or not all(re.search(r"[;,\t|]", inner) for inner in whole):
        return None
    return "\n".join(found[1].replace('""', '"') if (found := _WHOLE.fullmatch(line)) else line for line in lines)


def by_place(text: str) -> list[int] | None:
    """Where the columns begin of a text whose columns stand below each other, told apart by spaces; None when they do not.

    >>> by_place("Nr   Naam  Bedrag\\n1    Jan     2,50\\n12   Piet   13,50\\n3    Kees    1,00\\n")
    [0, 5, 11]
    """
    blocks = [[line.rstrip() for line in block] for blank, block in groupby(LINE_END.split(text[:400_000]), lambda line: not line.strip()) if not blank]
    if ruled := _by_rule(blocks):
        return ruled
    largest = max(range(len(blocks)), key=lambda at: len(blocks[at]), default=0)
    found = [starts for at in {0, largest} if (starts := _between_blanks([line for block in blocks[at:] for line in block])) is not None]
    return max(found, key=len, default=None)


def _by_rule(blocks: list[list[str]]) -> list[int] | None:
    """Where the groups of dashes under the header begin, when all lines below them keep to these places."""
    starts: list[int] = []
    below, fits = 0, 0
    for block in blocks:
        inside = False
        for line in block:
            if _DASHED.fullmatch(line):
                here = [0, *[found.start() for found in re.finditer(r"[-=]+", line)][1:]]
                if starts and here != starts:
                    return None
                starts, inside = here, True
            elif inside:
                below += 1
                fits += _keeps_to(line, starts)
    return starts if below > 1 and fits >= 0.95 * below else None


def _keeps_to(line: str, starts: list[int]) -> bool:
    """Whether a blank stands before every column of this line."""
    return all(line[start - 1 : start].strip() == "" for start in starts[1:] if start <= len(line))


def _between_blanks(lines: list[str]) -> list[int] | None:
    """Where columns begin behind places that are blank in (nearly) all lines."""
    lines = [line for line in lines if not RULE.fullmatch(line)][:SAMPLE]
    usual = [line for line in lines if re.search(r"\S\s{2,}\S", line)]
    if len(usual) < 3 or len(usual) < 0.7 * len(lines) or any("\t" in line for line in usual):
        return None
    longest = max(map(len, usual))
    if longest > 2_000:
        return None
    blank = [sum(at >= len(line) or line[at] == " " for line in usual) >= 0.98 * len(usual) for at in range(longest)]
    starts = [at for at in range(longest) if not blank[at] and (at == 0 or blank[at - 1])]
    starts = _real(starts, blank, usual)
    columns = [[line[start:stop].strip() for line in usual] for start, stop in pairwise([*starts, longest])]
    if len(columns) < 2 or any(sum(map(bool, cells)) < 0.3 * len(cells) for cells in columns):
        return None
    figures = [sum(map(is_typed, filter(None, cells[1:]))) >= 0.7 * sum(map(bool, cells[1:])) for cells in columns]
    return starts if any(figures) or len(columns) >= 3 else None


def _real(starts: list[int], blank: list[bool], lines: list[str]) -> list[int]:
    """Without the places where words of one column happen to begin below each other: a single space that is no gap in the other rows."""
    kept = starts[:1]
    for start in starts[1:]:
        gap = 0
        while blank[start - 1 - gap]:
            gap += 1
        wide = sum(line[max(0, start - 2 - gap) : start + 2].count("  ") > 0 for line in lines)
        if gap >= 2 or wide >= 0.3 * len(lines):
            kept.append(start)
    return kept


def cut(text: str, starts: list[int]) -> str:
    """The text with a tab between its columns."""
    ends = [*starts[1:], None]
    lines = []
    for line in LINE_END.split(text):
        whole = line.strip() and _keeps_to(line, starts) and not RULE.fullmatch(line) and len(line.rstrip()) > starts[1]
        lines.append("\t".join(line[start:stop].strip() for start, stop in zip(starts, ends, strict=True)) if whole else line)
    return "\n".join(lines)


def plain_cells(rows: list[list[str]]) -> tuple[list[list[str]], int]:
    """Cells written as ="007" or '007, so that a spreadsheet keeps their zeros, without these signs, and how many they were.

    >>> plain_cells([['="007"', "2"]])
    ([['007', '2']], 1)
    """
    chosen = {at for at in range(len(rows[0]) if rows else 0) if _share(rows, at) > 0.5}
    if not chosen:
        return rows, 0
    count = sum(_FORMULA.fullmatch(row[at]) is not None for row in rows for at in chosen)
    return [
        [
            found["formula"] or found["mark"] or "" if at in chosen and (found := _FORMULA.fullmatch(cell)) else cell
            for at, cell in enumerate(row)
        ]
        for row in rows
    ], count


def _share(rows: list[list[str]], at: int) -> float:
    cells = [row[at] for row in rows[:SAMPLE] if row[at]]
    return sum(_FORMULA.fullmatch(cell) is not None for cell in cells) / len(cells) if cells else 0.0
