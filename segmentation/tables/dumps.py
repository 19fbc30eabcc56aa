"""How do the rows in a dump of a database, in cards of addresses, or written one field a line become records?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from segmentation.errors import ReadError
from segmentation.language import _
from segmentation.tables import limits
from segmentation.tables.encoding import characters_of, decoded
from segmentation.tables.nested import Records, chosen_records

Record = dict[str, str]
_IS_DUMP = re.compile(rb"(?im)^[ \t]*+(?:insert\s+(?:ignore\s+)?into\s|copy\s+\S{1,200}\s?\([^)\n]{0,20000}\)\s+from\s+stdin|create\s+table\s)")
_TABLE = r"(?P<table>(?:[`\"\[]?[\w$ ]{1,100}[`\"\]]?\.){0,3}[`\"\[]?[\w$]{1,100}[`\"\]]?)"
_START = re.compile(
    rf"(?im)^[ \t]*+(?:(?P<insert>insert\s+(?:ignore\s+)?into)\s+{_TABLE}\s*(?:\((?P<names>[^();]{{0,20000}})\))?\s*values\s*"
    rf"|(?P<copy>copy)\s+{_TABLE.replace('table', 'from')}\s*\((?P<columns>[^();]{{0,20000}})\)\s+from\s+stdin[^;\n]*;\r?\n"
    rf"|(?P<create>create\s+table)\s+(?:if\s+not\s+exists\s+)?{_TABLE.replace('table', 'made')}\s*\()"
)
_CELL = (
    r"\s*+(?:N?'((?:[^'{escape}]|''{escaped})*+)'|\"((?:[^\"{escape}]|\"\"{escaped})*+)\"|([^,()';]*+(?:\([^()]*+\))?+[^,()';]*+))\s*+([,)])"
)
_OPENING = re.compile(r"\s*+,?\s*+\(")
_NO_COLUMN = re.compile(r"(?i)\s*(?:primary|unique|key|constraint|index|foreign|check|fulltext|exclude)\b")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "0": ""}
_THREE = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_FIELD = re.compile(r"([A-Za-zÀ-ÿ][\w .\-/()]{0,40}?)\s*[:=][ \t]*(.*)")
_CARD = re.compile(r"(?:item\d+\.)?([A-Z][A-Z0-9\-]*)(?:;[^:]*)?:(.*)")
_ON_CARDS = {"FN": "Name", "TEL": "Phone", "EMAIL": "Email", "ADR": "Address", "ORG": "Company", "BDAY": "Birthday", "TITLE": "Job title", "NOTE": "Note"}
_LOOK = 4000
_MOST_FIELDS = 200
_MOST_TABLES, _LONGEST = 100, 20_000  # definitions that are looked at, and how far


def is_dump(head: bytes) -> bool:
    """Whether this beginning of a text holds statements that fill a table.

    >>> is_dump(b"-- dump\\nINSERT INTO orders VALUES (1);"), is_dump(b"a;b\\n1;2\\n")
    (True, False)
    """
    return _IS_DUMP.search(head) is not None and re.match(rb"\s*(?:--|/\*|#|insert|copy|create|set|drop|begin|use|pragma|start|\xef\xbb\xbf)", head, re.I) is not None


def read_dump(data: bytes, wanted: str | None) -> Records:
    """The rows that the statements put in the fullest table, or in the one that is asked for. Raises ReadError when there are none."""
    if len(data) > limits.WHOLE_BYTES:
        raise ReadError(_("This dump of a database is too large to read at once."), _("Export the table you need as CSV and choose that file."))
    tables, broken = rows_of_dump(decoded(data, characters_of(data)))
    if not tables:
        raise ReadError(_("There are no rows in this dump of a database."), _("Export the table you need as CSV and choose that file."))
    found = chosen_records(tables if len(tables) > 1 else next(iter(tables.values())), wanted)
    return replace(found, rejected=broken)


def rows_of_dump(text: str) -> tuple[dict[str, list[Record]], list[tuple[int, str, str]]]:
    """Table → its rows, as INSERT and COPY statements give them; and the rows that break off: line, reason, text.

    >>> rows_of_dump("INSERT INTO t (id, naam) VALUES (1,'it''s'), (2,NULL);")[0]
    {'t': [{'id': '1', 'naam': "it's"}, {'id': '2', 'naam': ''}]}
    """
    slashed = "`" in text or "/*!" in text
    cell = re.compile(_CELL.format(escape="\\\\" if slashed else "", escaped=r"|\\." if slashed else ""), re.DOTALL)
    named: dict[str, list[str]] = {}
    found: dict[str, list[Record]] = {}
    broken: list[tuple[int, str, str]] = []
    at = looked = 0
    while start := _START.search(text, at):
        at = start.end()
        if start["create"]:
            if looked < _MOST_TABLES:
                named[_bare(start["made"])] = _columns(text, at)
            looked += 1
            continue
        table = _bare(start["table"] or start["from"])
        names = [_bare(name) for name in (start["names"] or start["columns"] or "").split(",") if name.strip()] or named.get(table, [])
        rows, at = _copied(text, at) if start["copy"] else _inserted(text, at, cell, slashed)
        for row in rows:
            names += [f"column {place}" for place in range(len(names) + 1, len(row) + 1)]
            found.setdefault(table, []).append(dict(zip(names, row, strict=False)))
        if not start["copy"] and (rest := _OPENING.match(text, at)):
            stop = next((one.start() for one in [_START.search(text, at)] if one), len(text))
            broken.append((text.count("\n", 0, rest.end()) + 1, "cut_off", text[rest.end() - 1 : stop].strip()[:10_000]))
            at = stop
    return found, broken


def _bare(name: str) -> str:
    return re.split(r"\.(?=[`\"\[]?[\w$ ]+[`\"\]]?$)", name.strip())[-1].strip("`\"[] ")


def _columns(text: str, at: int) -> list[str]:
    """The names of the columns in a definition that begins here, up to the bracket that closes it."""
    depth, parts, since = 0, [], at
    for place in range(at, min(len(text), at + _LONGEST)):
        sign = text[place]
        depth += (sign == "(") - (sign == ")")
        if depth < 0 or (sign == "," and depth == 0):
            parts.append(text[since:place])
            since = place + 1
        if depth < 0:
            break
    kept = [part for part in parts if part.strip() and not _NO_COLUMN.match(part)]
    return [found[1].strip("`\"[]") for part in kept if (found := re.match(r"\s*([`\"\[][^`\"\]]+[`\"\]]|\S+)", part))]


def _inserted(text: str, at: int, cell: re.Pattern[str], slashed: bool) -> tuple[list[list[str]], int]:
    """The whole rows behind VALUES, and where they end."""
    rows: list[list[str]] = []
    while opening := _OPENING.match(text, at):
        row: list[str] = []
        here = opening.end()
        while part := cell.match(text, here):
            here = part.end()
            row.append(_value(part, slashed))
            if part[4] == ")":
                break
        else:
            return rows, at
        rows.append(row)
        at = here
    return rows, at


def _value(part: re.Match[str], slashed: bool) -> str:
    if part[1] is not None or part[2] is not None:
        told = part[1].replace("''", "'") if part[1] is not None else part[2].replace('""', '"')
        return re.sub(r"\\(.)", lambda found: _SIGNS.get(found[1], found[1]), told, flags=re.DOTALL) if slashed else told
    bare = part[3].strip()
    return "" if bare.upper() in ("NULL", "DEFAULT") else bare + "0" if _THREE.fullmatch(bare) else bare


def _copied(text: str, at: int) -> tuple[list[list[str]], int]:
    """The rows of a COPY, up to the line with a backslash and a point."""
    end = re.compile(r"(?m)^\\\.").search(text, at)
    stop = end.start() if end else len(text)
    lines = [line for line in text[at:stop].split("\n") if line.rstrip("\r")]
    return [["" if cell == r"\N" else re.sub(r"\\(.)", lambda found: _SIGNS.get(found[1], found[1]), cell) for cell in line.rstrip("\r").split("\t")] for line in lines], stop


def fields_by_line(data: bytes) -> Records | None:
    """Records of which every line is one field ("Klantnr: 12"), with a blank line between them, or cards of addresses; None for anything else.

    >>> fields_by_line(b"Klantnr: 1\\nPlaats: Assen\\n\\nKlantnr: 2\\nPlaats: Emmen\\n").rows
    [['1', 'Assen'], ['2', 'Emmen']]
    """
    first = data[:_LOOK].lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    cards = first.strip().upper() in (b"BEGIN:VCARD", b"BEGIN:VCALENDAR")
    if len(data) > limits.WHOLE_BYTES or not cards and re.match(rb"[^\s;,\t|\"][^;,\t|\"]{0,40}?\s*[:=]", first) is None:
        return None
    text = decoded(data, characters_of(data))
    records = [*_on_cards(text)] if cards else [*_blocks(text)]
    return chosen_records(records) if len(records) > (0 if cards else 1) and _alike(records, cards) else None


def _blocks(text: str) -> Iterator[Record]:
    """The fields between blank lines; nothing at all when a line is no field."""
    for block in re.split(r"\n[ \t\r]*\n", text.strip()):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        fields = [_FIELD.fullmatch(line) for line in lines]
        if not all(fields):
            yield {}
            return
        yield _record((found[1], found[2]) for found in fields if found)


def _on_cards(text: str) -> Iterator[Record]:
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    for block in (part.partition("END:")[0] for part in re.split(r"BEGIN:(?:VCARD|VEVENT)\b", unfolded)[1:]):
        fields = [found for line in block.splitlines() if (found := _CARD.fullmatch(line.strip())) and found[1] not in ("VERSION", "PRODID", "PHOTO", "REV")]
        yield _record((_ON_CARDS.get(found[1], found[1]), re.sub(r"\\(.)", r"\1", found[2]).strip(" ;")) for found in fields)


def _record(fields: Iterator[tuple[str, str]]) -> Record:
    record: Record = {}
    for name, value in fields:
        turn = 1
        while (key := name if turn == 1 else f"{name} {turn}") in record and turn < _MOST_FIELDS:
            turn += 1
        record[key] = value.strip()
    return record


def _alike(records: list[Record], cards: bool) -> bool:
    """Whether these are records of one sort: most fields return in most of them, and no one of them is empty."""
    if not all(records):
        return False
    if cards:
        return True
    names = {name for record in records for name in record}
    return len(names) >= 2 and sum(map(len, records)) >= 0.5 * len(names) * len(records)
