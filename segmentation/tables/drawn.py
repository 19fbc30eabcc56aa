"""Which cells stand in a table that is drawn with bars and dashes, as the prompt of a database and Markdown do?"""

import re

from segmentation.tables.records import LINE_END

_DASHES = r":?[-=─━═]+:?"
_RULE = re.compile(rf"[|+│├└┌╞╘╒]?\s*{_DASHES}(?:\s*[|+│┼┬┴╪╤╧]\s*{_DASHES})+\s*[|+│┤┐┘╡╛╕]?")
_GROUP = re.compile(r"[-=─━═]+")
BARS = ("│", "|")
LOOK = 200  # lines
LONGEST = 5_000


def undrawn(text: str) -> tuple[str, str, int] | None:
    """The text with a tab between the cells of its table, which bar stood there, and how many columns there are; None when no table is drawn in it.

    What stands above and below the table stays as it is, and a rule becomes a row of dashes. A bar behind a backslash belongs to its cell.

    >>> undrawn("Lijst\\n| a | b |\\n|:--|---:|\\n| 1 | x\\\\|y |\\n")[0].splitlines()
    ['Lijst', 'a\\tb', '---', '1\\tx|y']
    """
    if not any(bar in text[:100_000] for bar in BARS):
        return None
    lines = LINE_END.split(text)
    rules = [at for at, line in enumerate(lines[:LOOK]) if _is_rule(line)]
    widths = {len(_GROUP.findall(lines[at])) for at in rules}
    if len(widths) != 1:
        return None
    width, bar = widths.pop(), next((bar for bar in BARS if any(bar in line for line in lines[:LOOK])), BARS[1])
    framed = any(line.strip().startswith(bar) for at, line in enumerate(lines[:LOOK]) if at not in rules)
    made, rows, others = list[str](), 0, 0
    for at, line in enumerate(lines):
        if _is_rule(line):
            made.append("---")
            continue
        cells = _cells(line, bar)
        if len(cells) == width and (line.strip().startswith(bar) or not framed) and "\t" not in line:
            made.append("\t".join(cells))
            rows += 1
        elif bar in line and (at > rules[0] or line.strip().startswith(bar)) or not framed and '"' in line:
            return None
        else:
            made.append(line)
            others += bool(line.strip())
    return ("\n".join(made), bar, width) if rows > (1 if framed else max(1, others)) else None


def _is_rule(line: str) -> bool:
    return len(line) < LONGEST and _RULE.fullmatch(line.strip()) is not None


def _cells(line: str, bar: str) -> list[str]:
    bare = line.strip()
    if bare.startswith(bar):
        bare = bare[1:]
        if bare.endswith(bar) and not bare.endswith("\\" + bar):
            bare = bare[:-1]
    return [cell.strip().replace("\\" + bar, bar) for cell in re.split(rf"(?<!\\){re.escape(bar)}", bare)]
