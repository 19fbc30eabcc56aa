"""Who belongs to a segment, in a few plain conditions? A shallow tree per segment, its best branch, and how well that works.

The tree (CART, Breiman et al. 1984) is grown on the columns as people know them, in their own units. Thresholds are rounded as
long as that costs nothing. Precision, recall and fidelity are counted over all customers with the conditions as they are told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from segmentation.language import _, percent
from segmentation.segments.differences import numbers_of, told_levels
from segmentation.segments.material import Material
from segmentation.segments.vocabulary import figure, label_of, level_of

SAMPLE = 20_000
DEPTH = 3


@dataclass(frozen=True)
class Condition:
    """One column against one value. `sign` is ">", "<=", "=" or "!="; what is missing is only ever "!="."""

    column: str
    sign: str
    value: float | str | bool

    def holds(self, frame: pd.DataFrame) -> NDArray[np.bool_]:
        """For which rows of the frame this is so."""
        if self.sign in {">", "<="}:
            numbers, bound = numbers_of(frame[self.column]), float(self.value)
            with np.errstate(invalid="ignore"):
                return numbers > bound if self.sign == ">" else numbers <= bound
        values = frame[self.column]
        if isinstance(self.value, bool):
            same = values.fillna(False).astype(bool).to_numpy() == self.value
            same &= values.notna().to_numpy()
        else:
            same = (values.astype("str") == self.value).to_numpy() & values.notna().to_numpy()
        return same if self.sign == "=" else ~same

    def words(self, kinds: dict[str, str], currency: str) -> str:
        """The condition as people say it, in the current language."""
        label = label_of(self.column)
        if isinstance(self.value, bool):
            positive = self.value == (self.sign == "=")
            return (_("“{label}” holds") if positive else _("“{label}” does not hold")).format(label=label.strip("“”‘’"))
        if isinstance(self.value, str):
            told = _("{label} is {value}") if self.sign == "=" else _("{label} is not {value}")
            return told.format(label=label, value=level_of(self.column, self.value))
        return between([self], kinds, currency)


def in_words(conditions: Iterable[Condition], kinds: dict[str, str], currency: str) -> list[str]:
    """The conditions as people say them, both bounds of one column in one breath."""
    together: dict[object, list[Condition]] = {}
    for condition in conditions:
        together.setdefault(condition.column if condition.sign in {">", "<="} else condition, []).append(condition)
    return [
        between(own, kinds, currency) if isinstance(key, str) else own[0].words(kinds, currency) for key, own in together.items()
    ]


def between(bounds: list[Condition], kinds: dict[str, str], currency: str) -> str:
    """One bound of a column, or its two, in words; what is counted is told in whole numbers."""
    column = bounds[0].column
    kind = kinds.get(column, "number")
    low, high = (next((float(one.value) for one in bounds if one.sign == sign), None) for sign in (">", "<="))
    if kind == "count":
        low, high = None if low is None else np.floor(low) + 1, None if high is None else np.floor(high)
    least, most = ("" if bound is None else figure(float(bound), kind, currency, exact=True) for bound in (low, high))
    if kind == "count" and high in (low, 0):
        told = _("{label} is exactly {most}")
    elif low is None:
        told = _("{label} is at most {most}")
    elif kind == "count":
        told = _("{label} is at least {least}") if high is None else _("{label} is {least} to {most}")
    else:
        told = _("{label} is more than {least}") if high is None else _("{label} is more than {least} and at most {most}")
    return told.format(label=label_of(column), least=least, most=most)


@dataclass(frozen=True)
class Rule:
    """The conditions that together pick out a segment.

    `precision`: of who meets them, the share that belongs to the segment; `recall`: of the segment, the share that meets them;
    `fidelity`: the share of all customers whom the rule puts on the right side.
    """

    segment: str
    conditions: tuple[Condition, ...]
    fidelity: float
    precision: float
    recall: float
    kinds: dict[str, str]
    currency: str = "EUR"

    def sentence(self) -> str:
        """The rule in one plain sentence in the current language, with how well it works."""
        if not self.conditions:
            return _("No short rule picks out segment {segment}.").format(segment=self.segment)
        conditions = _(" and ").join(in_words(self.conditions, self.kinds, self.currency))
        told = _(
            "Segment {segment}: {conditions}. Of those who meet this, {precision} belong to the segment; it finds {recall} of the segment."
        )
        return told.format(
            segment=self.segment, conditions=conditions, precision=percent(self.precision), recall=percent(self.recall)
        )

    def sentences(self) -> list[str]:
        """`sentence`, and what it means for everybody together."""
        right = _("The rule is right about {fidelity} of all customers.").format(fidelity=percent(self.fidelity))
        return [self.sentence(), right] if self.conditions else [self.sentence()]

    @property
    def balance(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0


class Rules(dict[str, Rule]):
    """Segment → its rule."""

    def sentences(self) -> list[str]:
        """One sentence per segment in the current language."""
        return [rule.sentence() for rule in self.values()]


def write_rules(material: Material) -> Rules:
    """The best short rule of every segment."""
    table, sources = encode(material)
    codes = material.labels.to_numpy().astype(str)
    chosen = sampled(len(codes))
    return Rules({segment: _rule(material, table, sources, codes, segment, chosen) for segment in material.segments})


def sampled(rows: int) -> NDArray[np.int64]:
    """Which rows the trees see: all, or 20,000 drawn with a fixed seed."""
    if rows <= SAMPLE:
        return np.arange(rows)
    return np.sort(np.random.default_rng(0).choice(rows, SAMPLE, replace=False))


def encode(
    material: Material, *, columns: Iterable[str] | None = None
) -> tuple[NDArray[np.float64], list[tuple[str, str | None]]]:
    """The features as numbers for a tree, n × columns, and where each came from: (column, level or None)."""
    parts: list[NDArray[np.float64]] = []
    sources: list[tuple[str, str | None]] = []
    codes = material.labels.to_numpy()
    for column in columns or material.features:
        values, kind = material.frame[column], material.kinds[column]
        if kind == "category":
            known = values.notna().to_numpy()
            words = values.astype("str").to_numpy(dtype=object)
            for level in told_levels(words[known], codes[known]):
                parts.append(((words == level) & known).astype(float))
                sources.append((column, level))
        elif kind == "boolean":
            parts.append(values.fillna(False).astype(bool).to_numpy(dtype=float))
            sources.append((column, "true"))
        else:
            numbers = numbers_of(values)
            parts.append(np.where(np.isnan(numbers), filler(numbers), numbers).clip(-1e30, 1e30))  # trees count in float32
            sources.append((column, None))
    return (np.column_stack(parts) if parts else np.zeros((len(codes), 0))), sources


def filler(numbers: NDArray[np.float64]) -> float:
    """What stands in for a missing number: the median."""
    known = numbers[~np.isnan(numbers)]
    return float(np.median(known)) if len(known) else 0.0


def branches(tree: Any, sources: list[tuple[str, str | None]], kinds: dict[str, str]) -> list[tuple[int, tuple[Condition, ...]]]:
    """Every node of a fitted tree but its top, with the conditions that lead there: a leaf may have parted what was pure already."""
    found: list[tuple[int, tuple[Condition, ...]]] = []
    stack: list[tuple[int, tuple[Condition, ...]]] = [(0, ())]
    while stack:
        node, path = stack.pop()
        if path:
            found.append((node, tightest(path)))
        if tree.children_left[node] == -1:
            continue
        column, level = sources[tree.feature[node]]
        if level is None:
            bound = float(tree.threshold[node])
            left, right = Condition(column, "<=", bound), Condition(column, ">", bound)
        else:
            value: str | bool = True if kinds[column] == "boolean" else level
            left, right = Condition(column, "!=", value), Condition(column, "=", value)
        stack += [(tree.children_right[node], (*path, right)), (tree.children_left[node], (*path, left))]
    return found


def tightest(path: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Of several bounds on one column only the tightest; of several "is not" none once there is an "is"."""
    kept: dict[tuple[str, str, Any], Condition] = {}
    named = {condition.column for condition in path if condition.sign == "=" and isinstance(condition.value, str)}
    for condition in path:
        if condition.sign in {">", "<="}:
            key = (condition.column, condition.sign, None)
            known = kept.get(key)
            wider = known is not None and (known.value >= condition.value) == (condition.sign == ">")  # type: ignore[operator]
            kept[key] = known if wider and known else condition
        elif not (condition.sign == "!=" and condition.column in named):
            kept[condition.column, condition.sign, condition.value] = condition
    return tuple(kept.values())


def _rule(
    material: Material, table: NDArray[np.float64], sources: list[tuple[str, str | None]], codes: NDArray[Any], segment: str,
    chosen: NDArray[np.int64],
) -> Rule:  # fmt: skip
    from sklearn.tree import DecisionTreeClassifier

    inside = codes == segment
    if not table.shape[1] or inside.all() or not inside.any():
        return _scored(material, segment, (), inside)
    fewest = max(1, min(5, int(inside.sum()) // 3))
    tree = DecisionTreeClassifier(max_depth=DEPTH, min_samples_leaf=fewest, class_weight="balanced", random_state=0)
    tree.fit(table[chosen], inside[chosen])
    paths = [path for _node, path in branches(tree.tree_, sources, material.kinds)]
    known = {condition: condition.holds(material.frame) for condition in dict.fromkeys(condition for path in paths for condition in path)}
    rules = [_scored(material, segment, path, inside, known) for path in paths]
    best = max(rules or [_scored(material, segment, (), inside)], key=lambda rule: (round(rule.balance, 6), -len(rule.conditions)))
    return _rounded(material, best, inside)


def _scored(
    material: Material, segment: str, conditions: tuple[Condition, ...], inside: NDArray[np.bool_], known: dict[Condition, NDArray[np.bool_]] | None = None,
) -> Rule:  # fmt: skip
    met = np.full(len(inside), bool(conditions))
    for condition in conditions:
        met &= condition.holds(material.frame) if known is None else known[condition]
    both = int((met & inside).sum())
    kinds = {condition.column: material.kinds[condition.column] for condition in conditions}
    return Rule(
        segment, conditions, float(np.mean(met == inside)), both / met.sum() if met.any() else 0.0,
        both / inside.sum() if inside.any() else 0.0, kinds, material.currency,
    )  # fmt: skip


def _rounded(material: Material, rule: Rule, inside: NDArray[np.bool_]) -> Rule:
    """Thresholds as people would say them, as long as the rule stays as good (within one part in a hundred)."""
    best = rule
    for place, condition in enumerate(rule.conditions):
        if isinstance(condition.value, (bool, str)):
            continue
        whole = np.nanmax(np.abs(numbers_of(material.frame[condition.column]) % 1)) == 0
        exact = float(np.floor(condition.value)) if whole else condition.value  # more than 3.5 orders is more than 3
        for bound in [*(float(f"{exact:.{digits}e}") for digits in (0, 1, 2, 3, 5)), exact]:
            plain = Condition(condition.column, condition.sign, bound)
            tried = _scored(material, rule.segment, (*best.conditions[:place], plain, *best.conditions[place + 1 :]), inside)
            if tried.balance >= rule.balance - 0.01:
                best = tried
                break
    return best
