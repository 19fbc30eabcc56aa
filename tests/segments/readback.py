"""What does a shown sentence claim? Its figures and its claim, read from the words alone, and worked out again from the table without the code that wrote them."""

import re
from itertools import pairwise

import numpy as np
import pandas as pd

from segmentation.segments.vocabulary import label_of, level_of

QUOTES = "“”‘’"
FIGURE = re.compile(r"(?P<minus>[-−]?)(?:[€£$]|US\$)?\s?(?P<minus2>[-−]?)(?P<digits>\d[\d.,]*\d|\d)(?P<unit>\s?%| months?| maanden| maand| years?| jaar)?")
KNOWN = r"(?: \((?:This is known for|Dit is bekend van) (?P<known>\S+) (?:of all customers|van alle klanten)\.\))?"
UP = {"higher", "longer", "more", "hoger", "langer", "meer", "vaker"}
FACTS = [re.compile(pattern + KNOWN) for pattern in (
    r"Their (?P<label>.+) is (?P<way>higher|longer|lower|shorter): (?:(?P<median>typically) (?P<value>.+)|(?P<mean>.+) on average), against (?P<base>.+) over all customers\.",
    r"Hun (?P<label>.+) is (?P<way>hoger|langer|lager|korter): (?:(?P<median>doorgaans) (?P<value>.+)|gemiddeld (?P<mean>.+)), tegen (?P<base>.+) over alle klanten\.",
    r"(?P<label>“.+”) is (?P<way>higher|lower) for them: (?:(?P<median>typically) (?P<value>.+)|(?P<mean>.+) on average), against (?P<base>.+) over all customers\.",
    r"(?P<label>‘.+’) is bij hen (?P<way>hoger|lager): (?:(?P<median>doorgaans) (?P<value>.+)|gemiddeld (?P<mean>.+)), tegen (?P<base>.+) over alle klanten\.",
    r"They buy (?P<way>more|less) of late: (?P<median>typically) (?P<value>.+) on a (?P<trend>scale) .+, against (?P<base>.+) over all customers\.",
    r"Ze kopen de laatste tijd (?P<way>meer|minder): (?P<median>doorgaans) (?P<value>.+) op een (?P<trend>schaal) .+, tegen (?P<base>.+) over alle klanten\.",
    r"For (?P<way>more|fewer) of them the (?P<label>.+) is (?P<some>above zero): (?P<value>.+), against (?P<base>.+) of all customers\.",
    r"(?P<label>“.+”) is (?P<some>above zero) for (?P<way>more|fewer) of them: (?P<value>.+), against (?P<base>.+) of all customers\.",
    r"(?P<label>‘.+’) is bij hen (?P<way>vaker|minder vaak) (?P<some>groter dan nul): bij (?P<value>.+), tegen (?P<base>.+) van alle klanten\.",
    r"Hun (?P<label>.+) is (?P<way>vaker|minder vaak) (?P<some>groter dan nul): bij (?P<value>.+), tegen (?P<base>.+) van alle klanten\.",
    r"“(?P<label>.+)” (?P<yes>holds) for (?P<way>more|fewer) of them: (?P<value>.+), against (?P<base>.+) of all customers\.",
    r"‘(?P<label>.+)’ (?P<yes>geldt) voor (?P<way>meer|minder) van hen: (?P<value>.+), tegen (?P<base>.+) van alle klanten\.",
    r"(?P<way>More|Fewer) of them have (?P<level>.+) as their (?P<label>.+): (?P<value>.+), against (?P<base>.+) of all customers\.",
    r"(?P<way>Meer|Minder) van hen hebben (?P<level>.+) als (?P<label>.+): (?P<value>.+), tegen (?P<base>.+) van alle klanten\.",
)]  # fmt: skip
LOUD = re.compile(r"(?:In (?P<no>no column) do|In (?P<nl_no>geen enkele kolom) verschillen) |(?:In (?:nothing else) do|In (?:niets anders) verschillen) ")


def figures(words: str, language: str) -> list[tuple[float, float]]:
    """Every figure in the words, with how far the truth may lie from it for the way it is rounded."""
    found = []
    for match in FIGURE.finditer(words.replace("\u00a0", " ").replace("\u202f", " ")):
        digits = match["digits"]
        plain = digits.replace(".", "").replace(",", ".") if language == "nl" else digits.replace(",", "")
        unit = (match["unit"] or "").strip()
        times = 0.01 if unit == "%" else 30.44 if unit[:5] in ("month", "maand") else 365.25 if unit[:4] in ("year", "jaar") else 1.0
        places = len(plain.partition(".")[2])
        found.append((float(plain) * times * (-1 if match["minus"] or match["minus2"] else 1), 0.5001 * 10.0**-places * times))
    return found


def says(words: str, truths: list[float], language: str) -> bool:
    """Whether the figures in these words are these, in this order, as far as they are written out."""
    found = figures(words, language)
    return len(found) == len(truths) and all(abs(told - true) <= slack + 1e-9 * abs(true) for (told, slack), true in zip(found, truths, strict=True))


def column_of(label: str, frame: pd.DataFrame) -> str:
    """The column that bears this name on the screen."""
    return next(name for name in frame.columns if label_of(str(name)).strip(QUOTES) == label.strip(QUOTES))


def numbers(values: pd.Series) -> pd.Series:
    """Finite numbers, missing elsewhere."""
    found = pd.to_numeric(values.astype(object), errors="coerce").astype(float)
    return found.where(np.isfinite(found))


def summary(values: pd.Series, claim: dict) -> float:
    """What the sentence claims to be the figure of these customers."""
    if claim.get("level"):
        known = values.dropna()
        return float(np.mean([level_of(str(values.name), str(one)) == claim["level"] for one in known]))
    if claim.get("yes"):
        return float(values.dropna().astype(bool).mean())
    known = numbers(values).dropna()
    if claim.get("some"):
        return float((known > 0).mean())
    return float(known.median() if claim.get("median") else known.mean())


def fact_holds(sentence: str, own: pd.Series, frame: pd.DataFrame, language: str) -> bool | None:
    """Whether a sentence about what sets some customers apart (`own`: who) follows from the table; None when it is no such sentence."""
    match = next((found for pattern in FACTS if (found := pattern.fullmatch(sentence))), None)
    if match is None:
        return None
    claim = match.groupdict()
    column = frame["trend" if claim.get("trend") else column_of(claim["label"], frame)]
    value, base = summary(column[own], claim), summary(column, claim)
    told = claim.get("value") or claim.get("mean") or ""
    known = float((column if claim.get("level") or claim.get("yes") else numbers(column)).notna().mean())
    remark = says(claim["known"], [known], language) if claim["known"] else known == 1
    up = claim["way"].casefold() in UP
    return says(told, [value], language) and says(claim["base"], [base], language) and remark and value != base and up == (value > base)


def quiet(sentence: str, told: list[str], own: pd.Series, frame: pd.DataFrame, columns: list[str]) -> bool | None:
    """Whether “in nothing else do they clearly differ” holds: no other of these columns sets them clearly apart (Cliff's delta, half or more)."""
    if not LOUD.match(sentence):
        return None
    named = " ".join(told)
    other = [name for name in columns if label_of(name).strip(QUOTES) not in named and pd.api.types.is_numeric_dtype(frame[name])]
    return not any(abs(_delta(numbers(frame[name]), own)) >= 0.5 for name in other)


def _delta(values: pd.Series, own: pd.Series) -> float:
    inside, outside = values[own].dropna().to_numpy(), values[~own].dropna().to_numpy()
    if len(inside) < 20 or len(outside) < 20:
        return 0.0
    return float(np.sign(inside[:, None] - outside[None, :]).mean())


def meets(conditions: str, frame: pd.DataFrame, language: str, fills: dict[str, float] | None = None) -> np.ndarray:
    """Who meets the conditions of a rule as it stands in words."""
    labels = sorted({label_of(str(name)) for name in frame.columns}, key=len, reverse=True)
    starts = "|".join(map(re.escape, labels))
    link = " and " if language == "en" else " en "
    cuts = [match.start() for match in re.finditer(f"(?:^|(?<={link}))[“‘]?(?:{starts})[”’]?(?= is | holds| does not hold| geldt)", conditions)]
    parts = [conditions[left:right].removesuffix(link) for left, right in pairwise([*cuts, len(conditions)])]
    assert cuts and cuts[0] == 0, conditions
    return np.all([_met(part, frame, language, fills or {}) for part in parts], axis=0)


def _met(part: str, frame: pd.DataFrame, language: str, fills: dict[str, float]) -> np.ndarray:
    whether = re.fullmatch(r"[“‘](?P<label>.+)[”’] (?P<so>holds|does not hold|geldt|geldt niet)", part)
    if whether:
        yes = frame[column_of(whether["label"], frame)].map(lambda one: not pd.isna(one) and bool(one)).to_numpy(bool)
        return yes if whether["so"] in ("holds", "geldt") else ~yes
    name = max((name for name in frame.columns if part.startswith(label_of(str(name)))), key=lambda one: len(label_of(str(one))))
    what = part.removeprefix(label_of(name)).removeprefix(" is ")
    values = frame[name]
    bounds = [told for told, _slack in figures(what, language)]
    at_least = re.fullmatch(r"(?:at least|minstens) (\S+.*)", what)
    signs = [("least", at_least), ("most", re.fullmatch(r"(?:at most|hoogstens) .+", what)), ("exactly", re.fullmatch(r"(?:exactly|precies) .+", what)),
             ("within", re.fullmatch(r"(?:more than|meer dan) .+ (?:and at most|en hoogstens) .+", what)), ("more", re.fullmatch(r"(?:more than|meer dan) .+", what)),
             ("between", re.fullmatch(r"\S*\d\S* (?:to|tot en met) \S*\d\S*", what))]
    sign = next((code for code, found in signs if found and pd.api.types.is_numeric_dtype(values)), "word")
    if sign == "word":
        words = ["" if pd.isna(one) else level_of(name, str(one)) for one in values]
        word = what if what in words else re.sub(r"^(?:not|niet) ", "", what)
        same = np.array([one == word for one in words])
        return same if word == what else ~same
    x = numbers(values).fillna(fills.get(name, np.nan)).to_numpy()
    low, high = bounds[0], bounds[-1]
    return {"least": x >= low, "most": x <= high, "exactly": x == low, "more": x > low, "within": (x > low) & (x <= high), "between": (x >= low) & (x <= high)}[sign]
