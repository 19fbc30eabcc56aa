"""What do people write about, and how do they feel about it? Themes and a rough sentiment from free text, without any service."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pandas as pd

from segmentation.customers.lexicon import BAD, ENDINGS, GOOD, NOT, STOP, THEMES, VERY

WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’-]+", re.IGNORECASE)
PRIVATE = (
    re.compile(r"\S+@\S+\.\S+"),
    re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE),
    re.compile(r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){10}\b"),
    re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b"),
    re.compile(r"\b[A-Z][a-zà-ÿ]+(?:straat|laan|weg|plein|kade|gracht|singel|dijk|hof)\s+\d+\s?[a-zA-Z]?\b"),
    re.compile(r"\b\d+\s+[A-Z][a-z]+\s+(?:Street|Road|Lane|Avenue|Drive|Way)\b"),
    re.compile(r"\+?\d[\d\s()./-]{5,}\d|\b\d{4,}\b"),
)
NAMED = re.compile(
    r"\b((?i:groet(?:en|jes)?|mvg|regards|cheers|namens|mevrouw|meneer|mevr\.?|dhr\.?|mw\.?|mrs?\.?|ms\.?|beste|dear|ik ben"
    r"|mijn naam is|my name is|i am)),?\s+"
    r"((?:(?:van|de|der|den|het|ten|ter)\s+)*[A-ZÀ-Ý][\w'’-]+(?:\s+(?:(?:van|de|der|den|ten|ter)\s+)*[A-ZÀ-Ý][\w'’-]+)*)"
)
MASK = "…"


def private(text: str, names: frozenset[str] = frozenset()) -> str:
    """The text without addresses, numbers and names that would tell who wrote it.

    >>> private("Mail jan@example.nl of bel 06-12345678. Groet, Jan de Vries")
    'Mail … of bel …. Groet, …'
    """
    for pattern in PRIVATE:
        text = pattern.sub(MASK, text)
    text = NAMED.sub(lambda found: found.group(0).replace(found.group(2), MASK), text)
    if names:
        text = re.sub(r"[A-ZÀ-Ý][\w'’-]+", lambda found: MASK if found.group(0).lower() in names else found.group(0), text)
    return re.sub(r"…(?:\s+…)+", MASK, text).strip()


@cache
def words_of(kind: str, language: str) -> frozenset[str]:
    lists = {"stop": STOP, "good": GOOD, "bad": BAD}[kind]
    return frozenset(lists[language].split())


@cache
def stems_of(kind: str, language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words_of(kind, language))


def language_of(words: list[str]) -> str:
    """nl or en, by which language's small words are there."""
    counts = {language: sum(word in words_of("stop", language) for word in words) for language in STOP}
    return "en" if counts["en"] > counts["nl"] else "nl"


@cache
def stem(word: str, language: str) -> str:
    """A word without its ending, and without the doubled letter that leaves.

    >>> stem("leveringen", "nl"), stem("levering", "nl"), stem("shipping", "en")
    ('lever', 'lever', 'ship')
    """
    for ending in ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@cache
def _theme_stems(language: str) -> dict[str, str]:
    return {stem(word, language): theme for theme, words in THEMES.items() for word in words.split()}


def sentiment_of(words: list[str], language: str) -> float | None:
    """From −1 (all bad) to 1 (all good) by counting words; a "not" shortly before turns them. None without any such word."""
    total, hits = 0.0, 0
    for place, word in enumerate(words):
        root = stem(word, language)
        worth = (root in stems_of("good", language)) - (root in stems_of("bad", language))
        if not worth:
            continue
        before = words[max(0, place - 3) : place]
        turned = any(earlier in NOT[language] for earlier in before[-2:])
        strong = any(earlier in VERY[language] for earlier in before[-1:])
        total += -0.7 * worth if turned else worth * (1.5 if strong else 1.0)
        hits += 1
    return None if not hits else max(-1.0, min(1.0, total / hits))


def read_texts(texts: pd.DataFrame) -> pd.DataFrame:
    """Language, themes and sentiment of every text (columns customer_id, text), one row per text and theme.

    A theme is one of the known ones, or a word or pair of words that at least 3 people and 2 % of the texts use.
    """
    told = []
    for customer, text in texts[["customer_id", "text"]].itertuples(index=False):
        words = [word.lower().replace("’", "'") for word in WORD.findall(str(text))]
        language = language_of(words)
        known = {_theme_stems(language)[s] for s in (stem(word, language) for word in words) if s in _theme_stems(language)}
        told.append((customer, text, language, sentiment_of(words, language), known, _phrases(words, language)))
    often = _often([phrases for *_rest, phrases in told], len(told))
    rows = []
    for customer, text, language, feeling, known, phrases in told:
        for theme in sorted(known) or sorted(phrase for phrase in phrases if phrase in often)[:2] or [""]:
            rows.append((customer, text, language, feeling, theme))
    frame = pd.DataFrame(rows, columns=["customer_id", "text", "language", "sentiment", "theme"])
    return frame.astype({"sentiment": "float64", "customer_id": "str", "text": "str", "language": "str", "theme": "str"})


def _phrases(words: list[str], language: str) -> set[str]:
    skip = words_of("stop", language) | words_of("good", language) | words_of("bad", language) | NOT[language]
    kept = [word if word not in skip and len(word) > 3 else "" for word in words]
    pairs = {f"{one} {two}" for one, two in pairwise(kept) if one and two}
    return {word for word in kept if word} | pairs


def _often(phrases: list[set[str]], texts: int) -> set[str]:
    counts = Counter(phrase for one in phrases for phrase in one)
    often = {phrase: count for phrase, count in counts.most_common(60) if count >= max(3, 0.02 * texts)}
    within = {word for pair, count in often.items() if " " in pair for word in pair.split() if often.get(word, 0) <= 1.25 * count}
    return set(often) - within


def theme_table(read: pd.DataFrame, names: frozenset[str] = frozenset()) -> pd.DataFrame:
    """Per theme: texts, customers, mean sentiment and up to three short quotes without personal data."""
    rows = []
    for theme, part in read[read.theme != ""].groupby("theme", sort=True):
        chosen = part.assign(length=part.text.str.len()).sort_values(["length", "text"])
        fitting = chosen[chosen.length.between(20, 160)]
        quotes = [private(text, names) for text in _spread(list(dict.fromkeys((fitting if len(fitting) else chosen).text)))]
        rows.append(
            (
                str(theme),
                len(part),
                part.customer_id.nunique(),
                part.sentiment.mean(),
                part.language.mode().iloc[0],
                "\n".join(quote[:160] for quote in quotes),
            )
        )
    frame = pd.DataFrame(rows, columns=["theme", "texts", "customers", "sentiment", "language", "quotes"])
    frame = frame.astype(
        {"theme": "str", "language": "str", "quotes": "str", "texts": "int64", "customers": "int64", "sentiment": "float64"}
    )
    return frame.sort_values(["texts", "theme"], ascending=[False, True]).reset_index(drop=True)


def _spread(texts: list[str]) -> list[str]:
    """The first, the middle and the last: short and long ones."""
    return [texts[place] for place in sorted({0, len(texts) // 2, len(texts) - 1})] if texts else []
