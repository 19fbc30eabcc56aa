"""What does the question itself name: a product, and who bought it?"""

import re
from typing import TYPE_CHECKING

from segmentation.language import _, money, ngettext, number
from segmentation.plan.reading import read
from segmentation.plan.vocabulary import vocabulary
from segmentation.report.from_rows import FEWEST, counted
from segmentation.segments.vocabulary import figure

if TYPE_CHECKING:
    from segmentation.analysis import Analysis

LETTERS = 4  # from which a word of a question may be looked for in the names of products
MOST = 0.5  # a word in more of the names than this says nothing about a product
WORD = re.compile(r"[^\W\d_]+")
SAYING = re.compile(r"\b(?:over|under|up|off|down|onder|boven|achter)\s+(?:(?:a|an|the|een|de|het)\s+)?[^\W\d_]+")  # "over a barrel": a place, no goods


def named(analysis: "Analysis", text: str) -> str | None:
    """How many bought what the question names, for how much, and in which segment most: "who buys shampoo?"."""
    words = [word for word in WORD.findall(SAYING.sub(" ", text.lower())) if len(word) >= LETTERS]
    asked = {_stem(word): word for word in words if _may_name(word)}
    for column in ("product_name", "product", "category"):
        names = counted(analysis, f"SELECT DISTINCT {column} AS name FROM read_parquet(?) WHERE {column} IS NOT NULL ORDER BY 1")["name"]
        stems = {str(name): {_stem(word) for word in WORD.findall(str(name).lower())} for name in names}
        found = {stem for stem in asked if 0 < sum(stem in held for held in stems.values()) <= MOST * len(stems)}
        if found:
            told = [word for stem, word in asked.items() if stem in found]
            return _bought(analysis, column, [name for name, held in stems.items() if held & found], told)
    return None


def _may_name(word: str) -> bool:
    """Words of every question ("products", "customers", "with") name no product, and one that says something else ("women") neither."""
    return word not in vocabulary().filler and not read(word).about and read(word, about_customers=True).needs <= {"products"}


def _bought(analysis: "Analysis", column: str, names: list[str], told: list[str]) -> str:
    listed = ", ".join("'" + name.replace("'", "''") + "'" for name in names)
    each = counted(analysis, f"SELECT customer_id, sum(cents) / 100 AS spent FROM read_parquet(?) WHERE NOT is_return AND {column} IN ({listed}) GROUP BY 1 ORDER BY 1")
    everybody = len(analysis.customers.frame)
    sentence = ngettext("{n} of your {all} customers ({share}) bought something with {what} in its name, for {total}.",
                        "{n} of your {all} customers ({share}) bought something with {what} in its name, for {total} together.", len(each))  # fmt: skip
    said = sentence.format(n=number(len(each)), all=number(everybody), share=figure(len(each) / everybody, "share"), what=_(" or ").join(f"“{word}”" for word in told),
                           total=money(each["spent"].sum(), analysis.customers.currency))  # fmt: skip
    groups = analysis.at_hand("segmentation")
    if groups is None or len(each) < FEWEST or groups.k < 2:
        return said
    shares = groups.labels.astype(str).to_frame("segment").assign(bought=groups.labels.index.isin(each["customer_id"])).groupby("segment")["bought"].mean()
    letter = str(shares.idxmax())
    return said + " " + _("Most of all in segment {segment}: {share} of it.").format(segment=analysis.called(letter), share=figure(float(shares[letter]), "share"))


def _stem(word: str) -> str:
    """A word without the ending of its plural: "lampen", "mugs"."""
    for ending in ("en", "es", "s", "n", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= LETTERS - 1:
            return word.removesuffix(ending)
    return word
