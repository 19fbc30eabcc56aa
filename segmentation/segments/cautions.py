"""What must the reader know before trusting these segments? Codes with figures; `words.py` makes sentences of them."""

from typing import Any

import numpy as np
import pandas as pd

from segmentation.segments.segmentation import Feature, Warned
from segmentation.segments.treatment import as_numbers
from segmentation.segments.verdict import DOUBTFUL, TRUSTED

SMALL = 100
CODED = {"constant", "empty", "id", "label", "personal", "protected", "redundant", "mostly_missing", "one_value", "many_levels"}


def cautions(
    found: Any, labels: pd.Series, stability: pd.Series, chosen: tuple[Feature, ...], frame: pd.DataFrame, asked: bool,
) -> tuple[Warned, ...]:
    """Everything worth a warning, the weightiest first."""
    n = len(labels)
    out = []
    if n < SMALL:
        low, high = found.interval
        out.append(Warned("small_base", {"customers": n, "low": low, "high": high}))
    if found.facts.get("different") and found.verdict != "constructive":
        out.append(Warned("few_different", {"customers": found.facts["different"]}))
    empty = mostly_nothing(chosen, frame)
    if found.verdict == "constructive" and not found.facts.get("by_hand") and len(empty) >= 2:
        out.append(Warned("zeros", {"columns": empty[:3]}))
    for segment, value in stability.items():
        if value < TRUSTED:
            out.append(Warned("doubtful" if value < DOUBTFUL else "unstable", {"segment": str(segment), "stability": float(value)}))
    for segment, count in labels.value_counts(sort=False).items():
        if count < max(10, 0.02 * n):
            out.append(Warned("tiny", {"segment": str(segment), "customers": int(count)}))
    out += leaks(labels, chosen, frame)
    out += [told for feature in chosen for told in of_feature(feature, asked)]
    if found.facts.get("asked_k") and found.facts["asked_k"] != found.k:
        out.append(Warned("fewer", {"asked": found.facts["asked_k"], "k": found.k}))
    return tuple(out)


def mostly_nothing(chosen: tuple[Feature, ...], frame: pd.DataFrame) -> list[str]:
    """The features in which three in ten customers or more have exactly nought, when those are half of all numbers or more.

    Zeros at random take the power from every test for groups: of groups that differ only in what they buy at all half are missed.
    """
    numbers = [one.name for one in chosen if one.taken and one.kind not in ("category", "boolean", "text") and "levels" not in one.facts and one.name in frame.columns]
    empty = [name for name in numbers if float(np.mean(as_numbers(frame[name]) == 0)) >= 0.3 and frame[name].nunique() > 2]
    return empty if 2 * len(empty) >= len(numbers) else []


def of_feature(feature: Feature, asked: bool) -> list[Warned]:
    """What was done with one column, or why it was left out."""
    facts, out = feature.facts, []
    if not feature.taken:
        known: dict[str, Any] = {"column": feature.name}
        if feature.warning == "redundant":
            known["other"] = facts.get("worked_out") or facts.get("redundant_with", "")
        code = "known_constant" if feature.warning == "constant" and facts.get("missing") else feature.warning
        return [Warned(f"out_{code}", known)] if feature.warning in CODED else []
    if feature.warning in CODED:
        out.append(Warned(f"in_{feature.warning}", {"column": feature.name}))
    low = facts.get("capped_low", 0)
    if facts.get("capped", 0) > low:
        out.append(Warned("capped", {"column": feature.name, "customers": facts["capped"] - low, "cap": facts["high"], "kind": feature.kind}))
    if low:
        out.append(Warned("floored", {"column": feature.name, "customers": low, "cap": facts["low"], "kind": feature.kind}))
    if facts.get("grouped"):
        levels = facts.get("grouped_levels", len(facts["grouped"]))
        out.append(Warned("grouped", {"column": feature.name, "levels": levels, "customers": facts["grouped_customers"]}))
    filled = feature.treatment.missing or "median"
    if facts.get("missing", 0) > 0:
        out.append(Warned("missing", {"column": feature.name, "share": facts["missing"], "by": "most_common" if feature.kind == "boolean" and filled == "median" else filled}))
    return out


def leaks(labels: pd.Series, chosen: tuple[Feature, ...], frame: pd.DataFrame) -> list[Warned]:
    """A column that by itself is (nearly) the segments: perhaps an old label that slipped in."""
    taken = [feature for feature in chosen if feature.taken and feature.name in frame.columns]
    if len(taken) < 2:
        return []
    numbers = labels.cat.codes.to_numpy().astype(np.int64)  # eight bits would run over below
    k = len(labels.cat.categories)
    for feature in taken:
        if frame[feature.name].iloc[:1000].nunique() > max(12, k + 2):
            continue
        values = pd.factorize(frame[feature.name])[0]
        width = int(values.max()) + 1
        if 2 <= width <= max(12, k + 2) and (values >= 0).all():
            table = np.bincount(numbers * width + values, minlength=k * width).reshape(k, width)
            if min(table.max(1).sum(), table.max(0).sum()) >= 0.9 * len(labels):
                return [Warned("leak", {"column": feature.name})]
    return []
