"""How do segments leave the app? As one decision tree on the columns people know: in sentences, SQL or a spreadsheet formula.

The tree comes near to the segments; `fidelity` says how near, counted over all customers with the tree as it is written. The
recipe (`segmentation.segments.recipe`) is exact.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from segmentation.errors import MissingData
from segmentation.language import _, percent
from segmentation.segments.differences import numbers_of
from segmentation.segments.material import Material, gather
from segmentation.segments.plain import plain
from segmentation.segments.rules import Condition, encode, filler, in_words, sampled, tightest
from segmentation.segments.segmentation import Segmentation
from segmentation.segments.vocabulary import figure, label_of

NEAR_ENOUGH = 0.95
LARGEST = 40  # leaves; a longer rule is nobody's rule

FUNCTIONS = {
    "en": {"if": "IF", "same": "EXACT", "true": "TRUE", "not": "NOT", "between": ",", "decimal": "."},
    "nl": {"if": "ALS", "same": "GELIJK", "true": "WAAR", "not": "NIET", "between": ";", "decimal": ","},
}


@dataclass(frozen=True)
class Split:
    """A question with the way on for yes and for no: another question, or a segment."""

    condition: Condition
    yes: "Split | str"
    no: "Split | str"


@dataclass(frozen=True)
class Decision:
    """The whole segmentation as one tree; `fills`: what stands in for a missing number; `fidelity`: the share placed as found."""

    top: Split | str
    columns: tuple[str, ...]
    kinds: dict[str, str]
    currency: str = "EUR"
    fills: dict[str, float] = field(default_factory=dict)
    fidelity: float = 0.0

    def place(self, customers: Any) -> pd.Series:
        """Customer → segment by the tree. Raises MissingData when a column is not there."""
        frame = customers if isinstance(customers, pd.DataFrame) else customers.frame
        frame = plain(frame)
        absent = [column for column in self.columns if column not in frame.columns]
        if absent:
            raise MissingData(_("These columns are needed and not there: {columns}.").format(columns=", ".join(absent)))
        filled = frame.assign(**{column: numbers_of(frame[column]) for column in self.fills}).fillna(self.fills)
        found = np.full(len(frame), "", dtype=object)
        for conditions, segment in self.paths():
            met = np.ones(len(frame), dtype=bool)
            for condition in conditions:
                met &= condition.holds(filled)
            found[met] = segment
        return pd.Series(found, index=frame.index, dtype="str", name="segment")

    def paths(self) -> list[tuple[tuple[Condition, ...], str]]:
        """Every way through the tree: the conditions and the segment they lead to."""
        found: list[tuple[tuple[Condition, ...], str]] = []
        stack: list[tuple[Split | str, tuple[Condition, ...]]] = [(self.top, ())]
        while stack:
            node, path = stack.pop()
            if isinstance(node, str):
                found.append((tightest(path), node))
            else:
                stack += [(node.no, (*path, _denied(node.condition))), (node.yes, (*path, node.condition))]
        return found

    def sentences(self) -> list[str]:
        """One sentence per way through the tree, and how often they are right, in the current language."""
        told = []
        for conditions, segment in self.paths():
            words = _(" and ").join(in_words(conditions, self.kinds, self.currency))
            told.append(_("Segment {segment} if: {conditions}.").format(conditions=words, segment=segment) if words else segment)
        told += [
            _("Where {label} is not known, {value} counts.").format(label=label_of(column), value=figure(fill, self.kinds[column], self.currency, exact=True))
            for column, fill in self.fills.items()
        ]
        share = percent(self.fidelity, 1)
        return [*told, _("These rules place {share} of your customers as the segmentation does.").format(share=share)]

    def sql(self, table: str = "customers", key: str = "customer_id") -> str:
        """A query in standard SQL: customer and segment."""
        cases = "\n".join(
            f"    WHEN {' AND '.join(self._sql(condition) for condition in conditions) or '1 = 1'} THEN {_text(segment)}"
            for conditions, segment in self.paths()
        )
        return f'SELECT {_name(key)},\n  CASE\n{cases}\n  END AS "segment"\nFROM {_name(table)}'

    def formula(self, language: str = "en", cells: dict[str, str] | None = None) -> str:
        """One spreadsheet formula for row 2, with the function names and separators of that language.

        `cells`: column → cell ("B2"); without it the columns of `columns` stand in B, C, D … with the customer in A.
        """
        places = cells or {column: f"{_letters(place + 1)}2" for place, column in enumerate(self.columns)}
        return "=" + self._nested(self.top, FUNCTIONS[language if language in FUNCTIONS else "en"], places)

    def _sql(self, condition: Condition) -> str:
        column, value = _name(condition.column), condition.value
        if isinstance(value, bool):
            told = f"COALESCE({column}, FALSE)" if value else f"NOT COALESCE({column}, TRUE)"
            return told if condition.sign == "=" else f"NOT ({told})"
        if isinstance(value, str):
            same = f"COALESCE(CAST({column} AS VARCHAR), '')"
            return f"{same} {'=' if condition.sign == '=' else '<>'} {_text(value)}"
        filled = f"COALESCE({column}, {_plain(self.fills[condition.column])})" if condition.column in self.fills else column
        return f"{filled} {condition.sign} {_plain(value)}"

    def _nested(self, node: "Split | str", words: dict[str, str], places: dict[str, str]) -> str:
        if isinstance(node, str):
            return f'"{node}"'
        ways = [self._nested(way, words, places) for way in (node.yes, node.no)]
        return f"{words['if']}({words['between'].join([self._cell(node.condition, words, places), *ways])})"

    def _cell(self, condition: Condition, words: dict[str, str], places: dict[str, str]) -> str:
        cell, value, between = places[condition.column], condition.value, words["between"]
        if isinstance(value, (bool, str)):
            same = f"{cell}={words['true']}" if isinstance(value, bool) else f"{words['same']}({cell}{between}{_quoted(value)})"
            return same if (condition.sign == "=") == (value is not False) else f"{words['not']}({same})"
        if condition.column in self.fills:
            fill = _plain(self.fills[condition.column]).replace(".", words["decimal"])
            cell = f'{words["if"]}({cell}=""{between}{fill}{between}{cell})'
        return f"{cell}{condition.sign}{_plain(value).replace('.', words['decimal'])}"


def write_decision(customers: Any, segmentation: Segmentation) -> Decision:
    """The smallest tree that places 95 % of the customers as found; else the best of at most 40 leaves."""
    from sklearn.tree import DecisionTreeClassifier

    material = gather(customers, segmentation)
    table, sources = encode(material)
    codes, chosen = material.labels.to_numpy().astype(str), sampled(len(material.labels))
    best = Decision(str(material.labels.mode().iloc[0]) if len(codes) else "", (), {}, material.currency)
    if not table.shape[1] or len(material.segments) < 2:
        return _measured(best, material)
    for leaves in dict.fromkeys(min(LARGEST, times * len(material.segments)) for times in (1, 2, 3, 4, 6, 10)):
        tree = DecisionTreeClassifier(max_leaf_nodes=max(2, leaves), random_state=0).fit(table[chosen], codes[chosen])
        tried = _measured(_decision(tree, sources, material), material)
        if tried.fidelity > best.fidelity:
            best = tried
        if best.fidelity >= NEAR_ENOUGH:
            break
    return best


def _decision(tree: Any, sources: list[tuple[str, str | None]], material: Material) -> Decision:
    inner, letters = tree.tree_, [str(letter) for letter in tree.classes_]

    def grown(node: int) -> Split | str:
        if inner.children_left[node] == -1:
            return letters[int(inner.value[node][0].argmax())]
        left, right = grown(inner.children_left[node]), grown(inner.children_right[node])
        if left == right:
            return left
        column, level = sources[inner.feature[node]]
        if level is None:
            return Split(Condition(column, "<=", _short(material.frame[column], float(inner.threshold[node]))), left, right)
        return Split(Condition(column, "=", True if material.kinds[column] == "boolean" else level), right, left)

    top = grown(0)
    used = _columns(top)
    numeric = [column for column in used if material.kinds[column] not in {"category", "boolean"}]
    fills = {column: filler(numbers_of(material.frame[column])) for column in numeric if material.frame[column].isna().any()}
    kinds = {column: material.kinds[column] for column in used}
    return Decision(top, tuple(used), kinds, material.currency, fills)


def _measured(decision: Decision, material: Material) -> Decision:
    placed = decision.place(material.frame).to_numpy().astype(str)
    right = float(np.mean(placed == material.labels.to_numpy().astype(str))) if len(placed) else 0.0
    return Decision(decision.top, decision.columns, decision.kinds, decision.currency, decision.fills, right)


def _short(values: pd.Series, threshold: float) -> float:
    """The threshold with as few figures as still part the same customers."""
    numbers = numbers_of(values)
    below = numbers <= threshold
    for digits in range(9):
        plain = float(f"{threshold:.{digits}e}")
        if np.array_equal(numbers <= plain, below):
            return plain
    return threshold


def _columns(node: "Split | str") -> list[str]:
    if isinstance(node, str):
        return []
    return sorted({node.condition.column, *_columns(node.yes), *_columns(node.no)})


def _denied(condition: Condition) -> Condition:
    return Condition(condition.column, {"<=": ">", ">": "<=", "=": "!=", "!=": "="}[condition.sign], condition.value)


def _letters(place: int) -> str:
    from segmentation.segments.segmentation import letter

    return letter(place)


def _plain(value: float) -> str:
    """All figures of a number and no more: 6, 12.5, 0.1282."""
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'
