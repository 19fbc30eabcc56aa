"""What does a cell look like: a value with a type, the word for a total, nothing at all, and which shape do its characters have?"""

import re
from functools import lru_cache

_MONEY = r"(?:€|\$|£|¥|EUR|USD|GBP|CHF|eur|usd)"
TYPED = re.compile(
    rf"""\s*(?:
      [-+(]?\s*{_MONEY}?\s*[-+(]?\s*\d[\d.,'\u00a0\u202f ]*(?:[eE][-+]?\d+)?\s*-?\)?\s*(?:%|‰|{_MONEY})?\s*-?\)?   # numbers, money, percentages
      | [-+]?[.,]\d+
      | \d{{1,4}}[-/.\s]\d{{1,2}}[-/.\s]\d{{1,4}}(?:[T\s]+\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?.*)?                    # dates
      | \d{{1,2}}[-\s.]?[A-Za-z]{{3,9}}[-\s.]+\d{{2,4}}(?:[T\s]+\d{{1,2}}:\d{{2}}.*)?
      | [A-Za-z]{{3,9}}\s\d{{1,2}},\s?\d{{4}}(?:\s.*)?
      | \d{{1,2}}:\d{{2}}(?::\d{{2}}(?:[.,]\d+)?)?\s*(?:[aApP][mM])?
      | [^@\s,;]+@[^@\s,;]+\.[A-Za-z]{{2,}}
      | https?://\S+ | www\.\S+
      | [A-Z]{{2}}\d{{2}}\s?[A-Z]{{4}}[\d\s]+
      | [0-9a-fA-F]{{8}}-[0-9a-fA-F]{{4}}-[0-9a-fA-F]{{4}}-[0-9a-fA-F]{{4}}-[0-9a-fA-F]{{12}}
      | true|false|TRUE|FALSE|True|False
    )\s*""",
    re.VERBOSE,
)
TOTAL = re.compile(
    r"\s*(?:(?:sub|eind|grand|deel)[\s-]*)?(?:tota+l(?:en|s|e)?|som|sum|totaalbedrag)\b[\s:.]*(?:.{0,40})?", re.IGNORECASE
)
STATISTIC = re.compile(
    r"\s*(?:gemiddeld(?:e|en)?|average|avg|mediaan|median|minimum|maximum|count|aantal|saldo)\b[\s:.]*(?:.{0,30})?", re.IGNORECASE
)
TAXED = re.compile(r"\s*(?:waarvan |of which |incl\w*\.? |excl\w*\.? )?(?:btw|vat|mwst|omzetbelasting|sales tax)\b", re.IGNORECASE)  # what stands between a subtotal and a total
RULE = re.compile(r"[\s+|:*┌├└─]*[-=_─]{3,}[-=_─\s+|:*┬┼┴┐┤┘]*")  # a line drawn under a header or around a table
UNIT = re.compile(
    r"[\[(].{1,20}[\])]|€|\$|£|%|eur|euro|usd|kg|gram|stuks|st|aantal|uur|uren|min|minuten|dagen|jaar|x\s?(?:€\s?)?1[.,]?000",
    re.IGNORECASE,
)
_BASE = r"(?:[µμumkMGcdn]?(?:m|g|l|L|s|W|V|A|Wh|Hz|J|Pa|S|mol|bar|B|b|eq)|°\s?[CF]|K|h|d|min|hPa|ppm|ppb|ha|pH|NTU|dB|lux|lx|px|pt|inch|in|ft|lb|oz|[cdk]?m[23²³])"
MEASURE = re.compile(rf"{_BASE}(?:\s?[/·*]\s?(?:100\s?)?{_BASE}){{0,2}}")
MISSING = frozenset(
    [
        "",
        "-",
        "--",
        "?",
        "n/a",
        "na",
        "n.a.",
        "nan",
        "null",
        "none",
        "nil",
        "nvt",
        "n.v.t.",
        "onbekend",
        "unknown",
        "leeg",
        "#n/a",
        "#n/b",
        "x",
    ]
)
NOTE = re.compile(
    r"\s*(?:\*|\(?\d+ (?:rows?|rijen|regels|records)\b|bron\b|source\b|noot\b|note\b|notes\b|opmerking|toelichting|disclaimer|copyright|©|ge(?:ë|e)xporteerd|exported|generated|gegenereerd"
    r"|pagina\b|page\b|aantal rijen|rows?:|records?:|einde\b|end of|printed|afgedrukt|peildatum|laatste wijziging|last updated)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\s*(?:FY\s?)?(?:19|20)\d\d\s*")


@lru_cache(maxsize=50_000)
def is_typed(cell: str) -> bool:
    """A number, amount, date, time, address of mail or page: something a header seldom is.

    >>> [is_typed(cell) for cell in ("€ 1.234,50", "3,00-", "01-02-2024", "12:30", "Klantnr", "Q1")]
    [True, True, True, True, False, False]
    """
    return len(cell) < 200 and TYPED.fullmatch(cell) is not None


@lru_cache(maxsize=50_000)
def shape(cell: str) -> str:
    """The pattern of a cell: digits as 9, words as a.

    >>> shape("13/02/2018"), shape("MG-8769"), shape("Throw Pillow, wooden")
    ('99/99/9999', 'A-9999', 'a')
    """
    bare = cell.strip()
    if len(bare) > 60:
        return "a" if " " in bare else "aa"
    bare = re.sub(r"[0-9]", "9", bare)
    if re.search(r"[^\W\d_]{2,}.*\s", bare) or re.fullmatch(r"[^\W\d_]+", bare):
        return "a"
    bare = re.sub(r"[A-Z]+(?![a-z])", "A", bare)
    return re.sub(r"[^\W\d_]{2,}", "a", bare) if not bare.startswith("A") else bare
