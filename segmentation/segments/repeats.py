"""Which columns only repeat what other columns say? Those that rank customers alike, and those that are worked out from others."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd

from segmentation.segments.segmentation import Feature
from segmentation.segments.treatment import as_numbers, some, treat

NEAR = 0.02  # averages and shares stand in a file rounded
MOSTLY = 0.95
FEWEST = 20
MANY = 60  # columns; beyond that nobody looks for products


def without_repeats(frame: pd.DataFrame, ready: list[Feature], limit: float) -> list[Feature]:
    """A column that follows from two others, or repeats an earlier one (rank correlation above the limit), is left out and says from which."""
    ready = [_following(feature, found) for feature, found in zip(ready, worked_out(frame, ready), strict=True)]
    kept: dict[str, np.ndarray] = {}
    out = []
    for feature in ready:
        if feature.taken and "levels" not in feature.facts:
            ranks = pd.Series(some(treat(frame[feature.name], feature))).rank().to_numpy()
            like = {name: abs(float(np.corrcoef(ranks, other)[0, 1])) for name, other in kept.items()}
            name = max(like, key=lambda key: like[key], default="")
            if name:
                feature.facts["redundant_with"], feature.facts["redundancy"] = name, like[name]
            if name and like[name] > limit:
                feature = replace(feature, taken=False, warning="redundant")
            else:
                kept[feature.name] = ranks
        out.append(feature)
    return out


def _following(feature: Feature, found: tuple[str, ...]) -> Feature:
    if not found:
        return feature
    return replace(feature, taken=False, warning="redundant", facts={**feature.facts, "redundant_with": found[0], "worked_out": list(found)})


def worked_out(frame: pd.DataFrame, ready: list[Feature]) -> list[tuple[str, ...]]:
    """For each feature the way it is worked out from others that stay, as (name, sign, name, …): a product, a share or average, a total; () for most.

    A file with orders, turnover and turnover per order has two columns' worth of facts. With all three, everybody who ordered once lies in one
    plane and everybody who ordered twice in another: gaps that say nothing about customers.
    """
    numbers = {f.name: as_numbers(frame[f.name]) for f in ready if f.taken and "levels" not in f.facts}
    numbers = {name: some(x) for name, x in sorted(numbers.items()) if len(np.unique(some(x))) > 5}
    found: dict[str, tuple[str, ...]] = {}
    while len(numbers) > 2 and len(numbers) <= MANY:
        one = next(_products(numbers), None) or _total(numbers)
        if one is None:
            break
        found[one[0]] = one[1:]
        del numbers[one[0]]
    return [found.get(feature.name, ()) for feature in ready]


def _products(numbers: dict[str, np.ndarray]) -> Iterator[tuple[str, ...]]:
    """Every column that is another times or divided by a third: (column, name, sign, name)."""
    names = list(numbers)
    few = np.linspace(0, len(numbers[names[0]]) - 1, 100).astype(int)
    first = {name: x[few] for name, x in numbers.items()}
    for b, c in combinations(names, 2):
        for a in names:
            if a not in (b, c) and _is_product(first[a], first[b], first[c], 5) and _is_product(numbers[a], numbers[b], numbers[c], FEWEST):
                yield _left_out(a, b, c, {name for name in (a, b, c) if _whole(numbers[name])})


def _left_out(a: str, b: str, c: str, whole: set[str]) -> tuple[str, ...]:
    """Of a = b · c: the share or average when it is clear which of the two is the count, else the product."""
    if (b in whole) == (c in whole):
        return a, b, "×", c
    return (c, a, "÷", b) if b in whole else (b, a, "÷", c)


def _is_product(a: np.ndarray, b: np.ndarray, c: np.ndarray, fewest: int) -> bool:
    known = ~np.isnan(a + b + c)
    telling = known & (a != 0) & (b != 1) & (c != 1)
    if telling.sum() < max(fewest, 0.05 * len(a)):
        return False
    near = np.abs(a - b * c) <= NEAR * np.abs(a) + 1e-9
    return bool(near[telling].mean() >= MOSTLY and near[known].mean() >= MOSTLY)


def _total(numbers: dict[str, np.ndarray]) -> tuple[str, ...] | None:
    """The first column that is the sum of two or more others, as (column, name, "+", name, …)."""
    table = np.column_stack(list(numbers.values()))
    table = table[~np.isnan(table).any(1)]
    if len(table) < max(FEWEST, 2 * table.shape[1]):
        return None
    names = list(numbers)
    for place, name in enumerate(names):
        others, left = np.delete(table, place, 1), [*names[:place], *names[place + 1 :]]
        times = np.asarray(np.linalg.lstsq(others, table[:, place], rcond=None)[0]).round()
        added = [other for other, part in zip(left, times.tolist(), strict=True) if part]
        apart = np.abs(table[:, place] - others @ times).max()
        if len(added) > 1 and times.min() >= 0 and times.max() == 1 and apart <= 1e-6 * np.abs(table[:, place]).max():
            return (name, *[word for other in added for word in (other, "+")][:-1])
    return None


def _whole(x: np.ndarray) -> bool:
    x = x[~np.isnan(x)]
    return bool(np.all(x == np.round(x)))
