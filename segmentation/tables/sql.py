"""How does a cell become a value? As one SQL expression per column, so that a small table and ten million lines agree.

>>> import duckdb
>>> duckdb.sql("SELECT " + expression("money", ",", "'€ 1.234,50-'")).fetchall()
[(-1234.5,)]
"""

import re

MISSING = (
    "", "-", "--", "---", "–", "—", "?", ".", "n/a", "#n/a", "n.a.", "na", "n.v.t.", "n.v.t", "nvt", "n.b.", "#n/b", "onbekend", "unknown",
    "null", "(null)", "none", "nan", "nat", "<na>", "(leeg)", "(blank)", "(empty)", "\\n", "undefined", "niet bekend", "niet ingevuld",
    "not set", "(not set)", "not available", "#ref!", "#value!", "#waarde!", "#div/0!", "#deel/0!", "#naam?", "#name?",
)  # fmt: skip
MISSING_DATES = (
    "0000-00-00",
    "0000-00-00 00:00:00",
    "00-00-0000",
    "00/00/0000",
    "0",
    "00-01-1900",
    "1900-01-00",
    "never",
    "nooit",
)
TRUE = (
    "ja",
    "j",
    "yes",
    "y",
    "true",
    "waar",
    "t",
    "x",
    "✓",
    "✔",
    "☑",
    "aan",
    "on",
    "1",
    "1.0",
    "wel",
    "checked",
    "aangevinkt",
    "opted in",
)
FALSE = (
    "nee",
    "n",
    "no",
    "false",
    "onwaar",
    "f",
    "✗",
    "✘",
    "☐",
    "uit",
    "off",
    "0",
    "0.0",
    "niet",
    "unchecked",
    "uitgevinkt",
    "opted out",
)

_SPACE = r"[\s\x{A0}\x{202F}\x{2009}\x{200B}\x{FEFF}]"
LOOSE = f"^{_SPACE}|{_SPACE}$"  # a cell with something to trim
SPACES = " \t\r\n\u00a0\u202f\u2009\u200b\ufeff"
_CURRENCIES = "€$£¥"
CURRENCY = "euros?|eur|usd|gbp|chf|dkk|sek|nok|pln|aud|cad"
UNITS = (
    "stuks?|st|pcs|x|kg|gram|gr|g|ltr|liter|l|ml|cl|km|cm|mm|m2|m|minuten|min|uren|uur|u|jaar|jr|dagen|dag|weken|punten|pnt|pt"
)
_MONTHS = {
    "jan": 1, "feb": 2, "mrt": 3, "maa": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
ZONES = "cet|cest|eet|eest|wet|west|bst|est|edt|cst|cdt|mst|mdt|pst|pdt"
MONTH_STARTS = tuple(_MONTHS)
NUMERIC = ("integer", "number", "money", "percent")
DATED = ("date", "datetime")
_EARLIEST = "TIMESTAMP '1800-01-01'"


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _words(words: tuple[str, ...]) -> str:
    return "(" + ", ".join(quoted(word) for word in words) + ")"


def trimmed(cell: str) -> str:
    """The cell without spaces around it, the invisible ones too; looking costs less than trimming."""
    return (
        f"CASE WHEN regexp_matches({cell}, {quoted(LOOSE)}) THEN trim({cell}, {quoted(SPACES)}) ELSE {cell} END"
    )


def missing(cell: str, type_: str = "text", role: str | None = None) -> str:
    """SQL that is true where a cell has no value: empty, or a word for "nothing"."""
    return f"regexp_full_match({cell}, {quoted(nothing(type_, role))})"


def nothing(type_: str = "text", role: str | None = None) -> str:
    """The pattern of a whole cell without a value."""
    words: tuple[str, ...] = MISSING + MISSING_DATES if type_ in DATED else MISSING
    if role == "country":
        words = tuple(word for word in words if word != "na")  # Namibia
    shapes = "|".join(_escaped(word) for word in words if word)
    return f"{_SPACE}*(?i:{shapes})?{_SPACE}*"


def _escaped(word: str) -> str:
    """A word as a pattern that matches just that word."""
    return re.sub(r"([\\.?*+()\[\]{}|^$])", r"\\\1", word)


def expression(type_: str, format_: str, cell: str, role: str | None = None) -> str:
    """SQL that turns a varchar cell into a value of this type, NULL where it has none or does not fit."""
    if type_ in NUMERIC:
        return _number(type_, format_, cell)
    if type_ in DATED:
        return _dated(format_, cell, born=role == "birth_date")
    if type_ == "boolean":
        word = f"lower({trimmed(cell)})"
        return f"CASE WHEN {word} IN {_words(TRUE)} THEN true WHEN {word} IN {_words(FALSE)} THEN false END"
    text = f"CASE WHEN {missing(cell, type_, role)} THEN NULL ELSE {trimmed(cell)} END"
    return rf"regexp_replace({text}, '\.0$', '')" if type_ == "id" and format_ == ".0" else text


def _number(type_: str, format_: str, cell: str) -> str:
    """Three steps, each only for what the one before could not read: plain numbers, money as usual, anything else."""
    mark = "." if format_.startswith(".") else ","
    if type_ == "integer":
        plain = f"CASE WHEN NOT contains({cell}, '.') AND NOT contains({cell}, '_') THEN TRY_CAST({cell} AS BIGINT) END"
        whole = "CASE WHEN whole = trunc(whole) AND abs(whole) < 9e15 THEN CAST(whole AS BIGINT) END"
        return f"coalesce({plain}, {_with('whole', _any_number(cell, mark), whole)})"
    ready = f"replace({cell}, ',', '.')" if mark == "," else cell
    simple = (
        f"CASE WHEN regexp_full_match({cell}, '-?\\d+([{mark}]\\d+)?([eE][-+]?\\d\\d?)?') THEN TRY_CAST({ready} AS DOUBLE) END"
    )
    number = f"coalesce({simple}, {_usual(cell, mark)}, {_any_number(cell, mark, type_ == 'percent')})"
    return f"({number} / 100)" if format_.endswith("%") else number


def _with(name: str, value: str, then: str) -> str:
    """SQL that works a value out once and uses it by name. Written out twice, the engine would compute it ahead, for every row."""
    return f"list_transform([{value}], lambda {name}: {then})[1]"


def _usual(cell: str, mark: str) -> str:
    """Money as most programs write it, € 1.234,50, in one pass."""
    group = "." if mark == "," else ","
    drop = f"{_CURRENCIES} \u00a0{group}"
    shape = rf"[{_CURRENCIES} \x{{A0}}]*-?(\d{{1,3}}([{group}]\d{{3}})+|\d+)([{mark}]\d+)?"
    plain = f"replace(translate({cell}, {quoted(drop)}, ''), {quoted(mark)}, '.')"
    return f"CASE WHEN regexp_full_match({cell}, {quoted(shape)}) THEN TRY_CAST({plain} AS DOUBLE) END"


def _any_number(cell: str, mark: str, percent: bool = False) -> str:
    """Signs behind, brackets, currencies, units, spaces, and the other decimal mark where it can mean nothing else."""
    other = "." if mark == "," else ","
    noise = rf"[\s\x{{A0}}\x{{202F}}\x{{2009}}''’`{_CURRENCIES}]|{CURRENCY}"
    bare = f"regexp_replace(lower({cell}), '{noise}', '', 'g')"
    bare = f"regexp_replace({bare}, '([.,])(-+|–|=)$', '')"
    bare = rf"regexp_replace({bare}, '(\d)({UNITS})\.?$', '\1')"
    sign = "%?" if percent else ""
    body = f"regexp_extract(bare, '^(?:[-−–+]*|\\()([0-9.,]+){sign}(?:[-−–+]?|\\))$', 1)"
    negative = "regexp_matches(bare, '^[(−–-]|[−–-]$')"
    ways = " ".join(
        f"WHEN regexp_full_match(body, '{_grammar(own)}') THEN TRY_CAST(replace(replace(body, '{group}', ''), '{own}', '.') AS DOUBLE)"
        for own, group in ((mark, other), (other, mark))
    )
    value = f"{_with('body', body, f'CASE {ways} END')} * (CASE WHEN {negative} THEN -1 ELSE 1 END)"
    return _with("bare", bare, value)


def _grammar(mark: str) -> str:
    group = "." if mark == "," else ","
    return rf"(\d+|\d{{1,3}}([{group}]\d{{3}})+)([{mark}]\d*)?|[{mark}]\d+"


def _dated(format_: str, cell: str, born: bool) -> str:
    ways = [_one_date(pattern, cell) for pattern in format_.split("|")]
    value = ways[0] if len(ways) == 1 else f"coalesce({', '.join(ways)})"
    if born and "%y" in format_:  # 01-02-62 is somebody of over sixty, not a child to come
        value = f"CASE WHEN {value} > current_date THEN {value} - INTERVAL 100 YEAR ELSE {value} END"
    return value


def _one_date(pattern: str, cell: str) -> str:
    if pattern in ("excel", "serial"):  # a serial stands between dates written out
        serial = _number("number", ".", cell)
        seconds = f"to_seconds(CAST(round({serial} * 86400) AS BIGINT))"
        return f"CASE WHEN {serial} BETWEEN {'20000 AND 59999' if pattern == 'serial' else '1 AND 109575'} THEN TIMESTAMP '1899-12-30' + {seconds} END"
    if pattern in ("epoch", "epoch_ms"):
        unit = "1000" if pattern == "epoch" else "1"
        return f"make_timestamp_ms(TRY_CAST({cell} AS BIGINT) * {unit})"
    return f"nullif(greatest(TRY_STRPTIME({_date_text(pattern, cell)}, {quoted(_plain(pattern))}), {_EARLIEST}), {_EARLIEST})"


def _plain(pattern: str) -> str:
    """The pattern that is left for strptime once names, zones and words are out of the text."""
    return pattern.replace("%A ", "").replace("%B", "%m").replace("%z", "").replace(" uur", "").strip()


def _date_text(pattern: str, cell: str) -> str:
    """The text in which strptime can read this pattern."""
    text = cell
    if "%A" in pattern:
        text = rf"regexp_replace({text}, '^\s*[[:alpha:]]+[.,]*\s+', '')"
    if "%B" in pattern:
        month = f"regexp_extract(lower({text}), '[a-z]{{3}}')"
        cases = " ".join(f"WHEN {quoted(name)} THEN {quoted(str(number))}" for name, number in _MONTHS.items())
        text = rf"regexp_replace({text}, '[[:alpha:]]+\.?', CASE {month} {cases} END)"
    if "%z" in pattern:  # the clock of the shop is what people mean: the time stays as it was written
        zone = rf"z|{ZONES}|(utc|gmt)?([+-]\d{{2}}:?\d{{2}}|[+-]\d{{2}})|utc|gmt"
        text = rf"regexp_replace({text}, '\s*(?i:{zone})\s*(\(.*\))?$', '')"
    if "uur" in pattern:
        text = rf"regexp_replace({text}, '\s*(?i:uur|u\.?)\s*$', '')"
    if "%f" in pattern:
        text = rf"regexp_replace({text}, '([.,]\d{{1,6}})\d*$', '\1')"
    if pattern == "%Y%m%d":
        text = f"CASE WHEN length({trimmed(text)}) = 8 THEN {text} END"
    if pattern == "%d%m%Y":  # a spreadsheet drops the nought in front
        text = f"CASE WHEN length({trimmed(text)}) BETWEEN 7 AND 8 THEN lpad({trimmed(text)}, 8, '0') END"
    return text


def misfit(type_: str) -> str:
    """The reason code for a cell that is there but cannot be read as this type."""
    if type_ in NUMERIC:
        return "not_a_number"
    return "not_a_date" if type_ in DATED else "not_yes_or_no"
