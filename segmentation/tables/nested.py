"""How do JSON records become rows: a list of objects, an object that holds one, one object a line, or columns?"""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from segmentation.errors import ReadError, WrongChoice
from segmentation.language import _
from segmentation.tables import limits
from segmentation.tables.encoding import characters_of, decoded
from segmentation.tables.names import clean, unique
from segmentation.tables.receipt import Repair

DEEP = 5
_BEFORE = re.compile(r"\s*(?:(?:var|let|const)\s+)?(?:[\w.$]+\s*[=(])?\s*(?=[\[{])")
_BETWEEN = re.compile(r"[\s,;)]*")
_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])')
_THREE = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


@dataclass
class Records:
    """Rows of text with their names; `lists` are the lists of records that can be chosen."""

    names: list[str]
    rows: list[list[str]]
    lists: tuple[str, ...] = ()
    chosen: str | None = None
    repairs: list[Repair] = field(default_factory=list)
    rejected: list[tuple[int, str, str]] = field(default_factory=list)


def read_records(data: bytes, wanted: str | None = None) -> Records | None:
    """The records in a JSON text, or None when it is no JSON after all. Raises ReadError when there are no records in it."""
    if len(data) > limits.MOST_JSON:
        raise ReadError(_("This JSON file is too large to read at once."), _("Export the data as CSV and choose that file."))
    text = decoded(data, characters_of(data))
    try:
        content = _loaded(text)
    except RecursionError as error:
        raise limits.too_large_unpacked() from error
    except ValueError:
        content = _as_python_writes(text)
    if content is None:
        return None
    return chosen_records(content, wanted)


def chosen_records(content: Any, wanted: str | None = None) -> Records:
    """The list of records that is asked for, or the longest one, out of nested objects and lists. Raises ReadError when there is none."""
    lists = dict(_lists(content))
    if wanted is not None and wanted not in lists:
        raise WrongChoice(
            _("There is no “{name}” in this file.").format(name=wanted),
            _("Choose one of: {names}.").format(names=", ".join([*lists][:20])),
        )
    if not lists:
        raise ReadError(_("There are no records in this file."), _("Export a list of records, or choose CSV."))
    chosen = wanted if wanted is not None else max(lists, key=lambda name: len(lists[name]))
    return _as_rows(lists[chosen], tuple(lists) if len(lists) > 1 else (), chosen if len(lists) > 1 else None)


def _loaded(text: str) -> Any:
    def number(digits: str) -> str:
        return digits + "0" if _THREE.fullmatch(digits) else digits  # 1.250 is no thousand here

    reader = json.JSONDecoder(parse_float=number, parse_int=str, parse_constant=lambda _name: "")
    try:
        return reader.decode(text)
    except ValueError:
        return _one_by_one(_BEFORE.sub("", text), reader)


def _as_python_writes(text: str) -> Any:
    """Dictionaries as Python prints them, in a list or one a line; None for anything else."""
    import ast

    if len(text) > limits.WHOLE_BYTES // 4:
        return None
    try:
        return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        pass
    try:
        return [ast.literal_eval(line.strip().rstrip(",")) for line in text.splitlines() if line.strip()]
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None


def _one_by_one(text: str, reader: json.JSONDecoder) -> Any:
    """What stands below or behind each other, in a script, or with a comma too many."""
    text = _COMMA.sub(lambda found: found[1] or "", text)
    found, at = [], 0
    while at < len(text):
        one, at = reader.raw_decode(text, at)
        found.append(one)
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
    return found[0] if len(found) == 1 else found


def _lists(content: Any, name: str = "") -> list[tuple[str, list[Any]]]:
    """Every list of objects, by the path to it."""
    if isinstance(content, list):
        objects = [item for item in content if isinstance(item, dict)] or _from_rows(content)
        return [(name or "records", objects)] if objects and len(objects) >= 0.5 * len(content) else []
    if not isinstance(content, dict):
        return []
    if (records := _from_columns(content)) is not None:
        return [(name or "records", records)]
    found = []
    for key, value in content.items():
        if isinstance(value, dict | list) and name.count(".") < DEEP:
            found += _lists(value, f"{name}.{key}" if name else str(key))
    if not found and not name:
        return [("records", [content])]
    return found


def _from_rows(content: list[Any]) -> list[dict[str, Any]]:
    """Lists of cells below a list of names."""
    if len(content) < 2 or not all(
        isinstance(row, list) and not any(isinstance(cell, dict | list) for cell in row) for row in content
    ):
        return []
    names, *rows = content
    if len(names) < 2 or not all(isinstance(name, str) for name in names) or any(len(row) != len(names) for row in rows):
        return []
    return [dict(zip(unique([clean(name) for name in names]), row, strict=True)) for row in rows]


def _from_columns(content: dict[str, Any]) -> list[dict[str, Any]] | None:
    """Records out of an object of lists, of names and rows apart, of objects by row, or of objects by column."""
    values = list(content.values())
    if (
        isinstance(names := content.get("columns"), list)
        and isinstance(rows := content.get("data"), list)
        and all(isinstance(row, list) for row in rows)
    ):
        return _from_rows([list(map(str, names)), *rows]) or None
    if values and all(isinstance(value, list) and not any(isinstance(item, dict | list) for item in value) for value in values):
        return _turned(content)
    if (
        len(values) < 2
        or not all(isinstance(value, dict) and value for value in values)
        or any(set(value) != set(values[0]) for value in values)
    ):
        return None
    if all(str(key).isdigit() for key in values[0]):  # columns, with their cells by row number
        return [{name: column[row] for name, column in content.items()} for row in values[0]]
    if any(isinstance(cell, dict | list) for value in values for cell in value.values()):
        return None
    return [{"id": key, **value} for key, value in content.items()]


def _turned(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    longest = max(map(len, columns.values()), default=0)
    return [{key: values[at] if at < len(values) else None for key, values in columns.items()} for at in range(longest)]


def _as_rows(records: list[dict[str, Any]], lists: tuple[str, ...], chosen: str | None) -> Records:
    flat = [_flat(record) for record in records]
    names = list(dict.fromkeys(name for record in flat for name in record))
    if len(names) > limits.MOST_COLUMNS:
        raise limits.too_many_columns(len(names))
    nested = [name for name in names if "." in name and name not in records[0]]
    repairs = [Repair("flattened", len(nested), after=nested[0])] if nested else []
    rows = [[record.get(name, "") for name in names] for record in flat]
    return Records(unique([clean(name) for name in names]), rows, lists, chosen, repairs)


def _flat(record: dict[str, Any], before: str = "", depth: int = 0) -> dict[str, str]:
    """Nested objects as `customer.name`; lists as their JSON text."""
    cells: dict[str, str] = {}
    for key, value in record.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and value and depth < DEEP:
            cells.update(_flat(value, f"{name}.", depth + 1))
        elif isinstance(value, dict | list):
            cells[name] = json.dumps(value, ensure_ascii=False) if value else ""
        else:
            told = {True: "true", False: "false"}[value] if isinstance(value, bool) else "" if value is None else str(value)
            cells[name] = told + "0" if isinstance(value, float) and _THREE.fullmatch(told) else told
    return cells
