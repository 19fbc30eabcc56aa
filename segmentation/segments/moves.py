"""Why is somebody in another segment than then? What changed in their own figures, or that the border between segments lies elsewhere now."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from segmentation.language import _, date, ngettext, number
from segmentation.segments.features import table_of
from segmentation.segments.segmentation import Feature, Segmentation
from segmentation.segments.treatment import treat
from segmentation.segments.vocabulary import figure, label_of, level_of

FIGURE, TOGETHER, BORDER = "figure", "together", "border"


@dataclass(frozen=True, eq=False)
class Moves:
    """Everybody in another segment than then, and why.

    `people`: customer → before, after, cause (figure, together, border), column: what decided it, or changed most where several figures did together.
    `then`, `now`: the figures of these customers. `kinds`: column → kind.
    """

    people: pd.DataFrame
    then: pd.DataFrame
    now: pd.DataFrame
    kinds: dict[str, str]
    currency: str = "EUR"

    def streams(self) -> pd.DataFrame:
        """A row per reason of every stream: before, after, all (customers in the stream), cause, column, customers; the largest stream first."""
        keys = ["before", "after", "cause", "column"]
        found = self.people.groupby(keys, as_index=False).size().rename(columns={"size": "customers"})
        found["all"] = found.groupby(["before", "after"])["customers"].transform("sum")
        found["last"] = found["cause"] == BORDER
        order = ["all", "before", "after", "last", "customers", "column"]
        return found.sort_values(order, ascending=[False, True, True, True, False, True], ignore_index=True).drop(columns="last")

    def sentences(self, before: str, after: str) -> list[str]:
        """Why customers went from one segment to another, in the current language."""
        rows = self.streams()
        rows = rows[(rows.before == before) & (rows.after == after)]
        return [self._reason(row) for row in rows[rows.cause == FIGURE].itertuples()] + self._others(rows)

    def _reason(self, row: Any) -> str:
        who = self.people.index[(self.people[["before", "after", "cause", "column"]] == [row.before, row.after, row.cause, row.column]).all(axis=1)]
        then, now = self._written(row.column, who)
        told = ngettext("For {n} customer this decided it: {label}, {then} then and {now} now.",
                        "For {n} customers this decided it: {label}, typically {then} then and {now} now.", len(who))
        if then == now:  # some went up as far as others went down
            told = ngettext("For {n} customer this decided it: {label}.", "For {n} customers this decided it: {label}.", len(who))
        return told.format(n=number(len(who)), label=label_of(row.column), then=then, now=now)

    def _others(self, rows: pd.DataFrame) -> list[str]:
        told = []
        several, still = rows[rows.cause == TOGETHER], rows[rows.cause == BORDER].customers.sum()
        if len(several):
            one = several.iloc[0]
            who = self.people.index[(self.people[["before", "after", "cause"]] == [one.before, one.after, TOGETHER]).all(axis=1)]
            pairs = {column: self._written(column, who) for column in several.column[:3]}
            parts = [_("{label}, {then} then and {now} now").format(label=label_of(column), then=then, now=now)
                     for column, (then, now) in pairs.items() if then != now]
            told.append(ngettext("For {n} customer several figures together: {parts}.", "For {n} customers several figures together, typically: {parts}.", len(who)).format(
                n=number(len(who)), parts="; ".join(parts or [label_of(column) for column in pairs])))
        if still:
            told.append(ngettext("{n} customer would still be where they were by the segments of then: the border lies elsewhere now.",
                                 "{n} customers would still be where they were by the segments of then: the border lies elsewhere now.", still).format(n=number(still)))
        return told

    def in_short(self, streams: pd.DataFrame) -> list[str]:
        """For each stream (before, after) what decided, the commonest first: “number of orders (24), the border (9)”."""
        rows = self.streams()
        told = []
        for before, after in zip(streams["before"], streams["after"], strict=True):
            own = rows[(rows.before == before) & (rows.after == after)].groupby(["column"], sort=False).customers.sum().sort_values(ascending=False, kind="stable")
            told.append(", ".join(f"{label_of(column) if column else _('the border between the segments')} ({number(count)})" for column, count in own.items()))
        return told

    def why(self) -> pd.Series:
        """Customer → the reason in a few words, with their own figure then and now."""
        border = _("the border between the segments")
        told = []
        for row in self.people.itertuples():
            if row.cause == BORDER:
                told.append(border)
                continue
            then, now = self._written(row.column, [row.Index])
            told.append(f"{label_of(row.column)}: {then} → {now}" + (" …" if row.cause == TOGETHER else ""))
        return pd.Series(told, index=self.people.index, dtype="str")

    def _written(self, column: str, who: Any) -> tuple[str, str]:
        """The usual figure of these customers then and now; with all its decimals where the two would read the same."""
        pair = [_usual(frame.loc[who, column], self.kinds[column]) for frame in (self.then, self.now)]
        short = [self._word(column, value, False) for value in pair]
        then, now = short if short[0] != short[1] else [self._word(column, value, True) for value in pair]
        return then, now

    def _word(self, column: str, value: Any, exact: bool) -> str:
        kind = self.kinds[column]
        if value is None or value != value:
            return _("unknown")
        if kind == "date":
            return date(value)
        return level_of(column, str(value)) if kind in ("category", "boolean") else figure(float(value), kind, self.currency, exact=exact)


def explain_moves(earlier: Segmentation, then: Any, solution: Segmentation, now: Any) -> Moves:
    """Why customers of `solution` are in another segment than in `earlier`, the segments of then.

    then, now: CustomerTable or DataFrame with the customers of then and of now. With their figures of now, customers are placed by the segments of then. Who
    would be where they were moved because the border did. For the others each feature is set back in turn: when that alone brings them back, it
    decided (of several, the one that changed most); when none does, several did together. Raises MissingData when a column of then is not there.

    >>> from segmentation.segments import find_segments
    >>> rng = np.random.default_rng(0)
    >>> then = pd.DataFrame({"orders": np.r_[rng.normal(2, 1, 80), rng.normal(12, 1, 40)], "euros": rng.normal(50, 9, 120)})
    >>> now = then.assign(orders=then.orders + np.r_[[10.0] * 3, [0.0] * 117])
    >>> earlier = find_segments(then, bootstraps=5)
    >>> explain_moves(earlier, then, find_segments(now, earlier=earlier, bootstraps=5), now).people.column.tolist()
    ['orders', 'orders', 'orders']
    """
    was, are = table_of(then)[0], table_of(now)[0]
    moved = solution.moved if solution.moved is not None else pd.DataFrame({"before": [], "after": []}, dtype="str")
    moved = moved[moved.index.isin(was.index)]
    columns = [column for column in _columns(earlier, are) if column in was.columns]
    was, are = was[~was.index.duplicated()].loc[moved.index], are[~are.index.duplicated()].loc[moved.index]
    base = earlier.place(was).astype(str)
    own = (earlier.place(are).astype(str) != base).to_numpy(bool)
    size, back = np.zeros((len(moved), len(columns))), np.zeros((len(moved), len(columns)), bool)
    features = {feature.name: feature for feature in earlier.features}
    for place, column in enumerate(columns if own.any() else []):
        size[:, place] = _change(was[column], are[column], features.get(column))
        back[:, place] = (earlier.place(are.assign(**{column: was[column]})).astype(str) == base).to_numpy(bool)
    decided = back.any(1) & own
    most = np.where(decided[:, None], np.where(back, size, -1.0), size).argmax(1) if columns else np.zeros(len(moved), np.int64)
    names = np.array([*columns, ""], dtype=object)[most if columns else np.zeros(len(moved), np.int64)]
    cause = np.where(decided, FIGURE, np.where(own, TOGETHER, BORDER))
    people = moved.assign(cause=cause, column=np.where(own, names, "")).astype("str")
    about = getattr(now, "columns", None) if not isinstance(now, pd.DataFrame) else None
    kinds = {column: _kind(are[column], column, about) for column in columns}
    return Moves(people, was[columns], are[columns], kinds, getattr(now, "currency", None) or "EUR")


def _columns(earlier: Segmentation, frame: pd.DataFrame) -> list[str]:
    """The columns by which the segments of then place somebody."""
    if earlier.model.get("kind") == "rules":
        text = " ".join(earlier.model["rules"].values()).casefold()
        return [str(name) for name in frame.columns if str(name).casefold() in text]
    if earlier.model.get("kind") == "cells":
        return list(earlier.model["cuts"])
    return [feature.name for feature in earlier.features if feature.taken]


def _change(was: pd.Series, are: pd.Series, feature: Feature | None) -> np.ndarray:
    """How much a column changed, in the units in which the segments of then see it."""
    if feature is None or not feature.facts:
        return (was.astype(str).to_numpy() != are.astype(str).to_numpy()).astype(float)
    old, new = treat(was, feature), treat(are, feature)
    root = float(np.sqrt(feature.treatment.weight))
    if "levels" not in feature.facts:
        return np.abs(new - old) * root
    share = np.maximum(np.array(feature.facts["shares"]), 1e-3)
    return np.where(old != new, np.sqrt(1 / share[old] + 1 / share[new]), 0.0) * root


def _kind(values: pd.Series, column: str, about: pd.DataFrame | None) -> str:
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_datetime64_any_dtype(values):
        return "date"
    if not pd.api.types.is_numeric_dtype(values):
        return "category"
    return str(about.loc[column, "kind"]) if about is not None and column in about.index else "number"


def _usual(values: pd.Series, kind: str) -> Any:
    """The middle value of numbers, the commonest of words; None when nothing is known."""
    known = values.dropna()
    if not len(known):
        return None
    if kind in ("category", "boolean"):
        return known.astype(str).value_counts().sort_index().idxmax()
    return known.median()
