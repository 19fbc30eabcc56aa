"""Which segments are there? The verb that finds them."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from segmentation.errors import TooLittleData, WrongChoice
from segmentation.language import N_, _
from segmentation.segments.features import choose_features, table_of
from segmentation.segments.segmentation import Feature, Segmentation, Warned, letter, lettered

LEAST = 10
MOST_ASKED = 50
METHODS = ("auto", "kmeans", "mixture", "latent_class", "ward", "hdbscan", "rfm", "rules")
STEPS = {
    "features": N_("Preparing the columns"), "mixtures": N_("Looking for groups"), "resamples": N_("Drawing the customers anew"),
    "chosen": N_("Testing the choice"), "polish": N_("Placing every customer"),
}


def find_segments(
    customers: Any, features: Any = None, k: int | str = "auto", method: str = "auto", seed: int = 0, *,
    treatments: dict[str, Any] | None = None, own_rules: dict[str, str] | None = None, earlier: Segmentation | None = None,
    bootstraps: int = 100, progress: Callable[[float, str], None] | None = None,
) -> Segmentation:
    """The segments of a customer base, how sure each is, and whether there are natural groups at all.

    customers: CustomerTable, or DataFrame with one row per customer. features: names or `Feature`s; None takes the suggested ones.
    k: 2 … 50 or "auto". method: auto, kmeans, mixture, latent_class, ward, hdbscan, rfm or rules (with `own_rules`: name → text).
    treatments: column → `study.Treatment`. earlier: a Segmentation whose letters are kept. The order of rows and columns and the number of
    threads change nothing. Raises TooLittleData under 10 customers, MissingData without a usable column, WrongChoice for impossible settings.

    >>> rng = np.random.default_rng(0)
    >>> table = pd.DataFrame({"orders": np.r_[rng.normal(2, 1, 80), rng.normal(12, 1, 40)], "euros": rng.normal(50, 9, 120)})
    >>> found = find_segments(table, bootstraps=20)
    >>> found.verdict, found.k, found.sizes.tolist()
    ('natural', 2, [80, 40])
    """
    from threadpoolctl import threadpool_limits

    def told(share: float, step: str) -> None:
        if progress:
            progress(share, _(STEPS[step]))

    frame, about = table_of(customers)
    if len(frame) < LEAST:
        raise TooLittleData(
            _("There are {n} customers here: too few to find segments in.").format(n=len(frame)),
            _("Load a file with at least {n} customers; from 150 on the answer becomes sure.").format(n=LEAST))
    groups = _checked(k, method, seed, bootstraps, len(frame))
    told(0.0, "features")
    chosen = choose_features(frame.iloc[canonical(frame, [])].reset_index(drop=True), about, features, treatments)
    order = canonical(frame, [feature.name for feature in chosen if feature.taken])
    ready = frame.iloc[order].reset_index(drop=True)
    with threadpool_limits(1):
        from segmentation.segments.by_hand import by_hand
        from segmentation.segments.choose import choose
        from segmentation.segments.space import build_space

        space = build_space(ready, tuple(feature for feature in chosen if feature.taken))
        if groups and len(space) <= 20_000 and method not in ("rfm", "rules"):
            _enough_different(space.wide, groups)
        if method in ("rfm", "rules"):
            found = by_hand(ready, space, method, own_rules or {}, seed, bootstraps)
        else:
            found = choose(space, groups, method, seed, max(5, bootstraps), told)
    return finished(found, frame, order, space, chosen, seed, earlier, features is not None)


def _checked(k: Any, method: Any, seed: Any, bootstraps: Any, customers: int) -> int | None:
    if method not in METHODS:
        raise WrongChoice(
            _("“{method}” is not a method of making segments.").format(method=str(method)[:40]),
            _("Choose from: {names}.").format(names=", ".join(METHODS)))
    if not isinstance(seed, int | np.integer) or seed < 0 or not isinstance(bootstraps, int | np.integer):
        raise WrongChoice(_("The seed and the number of re-draws must be whole numbers."), _("Use 0 and 100."))
    if k is None or k == "auto":
        return None
    try:
        groups = int(k)
    except (TypeError, ValueError):
        groups = 0
    if not 2 <= groups <= MOST_ASKED or float(groups) != float(k):
        raise WrongChoice(
            _("The number of segments must be a whole number from 2 to {most}.").format(most=MOST_ASKED),
            _("Choose a number, or let Klantbeeld find it."))
    if groups > customers // 2:
        raise WrongChoice(
            _("{k} segments are too many for {n} customers.").format(k=groups, n=customers),
            _("Choose at most {most}.").format(most=customers // 2))
    return groups


def _enough_different(wide: np.ndarray, groups: int) -> None:
    different = len(np.unique(wide, axis=0))
    if groups > different:
        raise WrongChoice(
            _("In these columns there are only {n} different customers, so {k} segments cannot be made.").format(n=different, k=groups),
            _("Choose at most {most} segments, or add columns.").format(most=max(2, different)))


def canonical(frame: pd.DataFrame, features: list[str]) -> np.ndarray:
    """The order of rows by their content, so that the order of the file changes nothing; rows alike are alike in everything.

    The features decide first: a column that takes no part must not change who is drawn when customers are re-drawn.
    """
    from segmentation.segments.treatment import as_numbers, coded

    keys = []
    for name in [*features, *sorted(set(frame.columns) - set(features))]:
        values = frame[name]
        plain = pd.api.types.is_numeric_dtype(values) or pd.api.types.is_datetime64_any_dtype(values)
        key = np.nan_to_num(as_numbers(values), nan=np.inf) if plain else coded(values)[0]
        if key.dtype == float and len(key) > 1:
            order = np.argsort(key, kind="stable")
            if np.all(key[order][1:] > key[order][:-1]):  # no two customers alike: nothing else can decide
                return order
        keys.append(key)
    return np.lexsort(keys[::-1])


def finished(
    found: Any, frame: pd.DataFrame, order: np.ndarray, space: Any, chosen: tuple[Feature, ...], seed: int, earlier: Segmentation | None,
    asked: bool,
) -> Segmentation:
    """Letters by size (ties by the middle of the segment), everything back in the order of the file, and what must be said about it."""
    from segmentation.segments.cautions import cautions
    from segmentation.segments.match import letters_kept, who_moved

    middles = np.array([space.wide[found.labels == group].mean(0) for group in range(found.k)])
    size = np.bincount(found.labels, minlength=found.k)
    place = np.lexsort([*np.round(middles.T[::-1], 9), -size])
    rank = np.argsort(place)
    labels_ranked = rank[found.labels]
    names = [letter(number) for number in range(found.k)]
    back = np.argsort(order)
    if earlier is not None:
        names = letters_kept(labels_ranked[back], found.k, frame, earlier)
    labels = lettered(pd.Series(np.array(names)[labels_ranked][back], index=frame.index))
    stability = pd.Series(found.stability[place], index=pd.Index(names, name="segment", dtype="str"), name="stability").sort_index()
    warned: tuple[Warned, ...] = cautions(found, labels, stability, chosen, frame, asked)
    facts = {**found.facts, "letters": [names[number] for number in rank]}
    return Segmentation(
        labels=labels, verdict=found.verdict, stability=stability,
        certainty=pd.Series(found.certainty[back], index=frame.index, name="certainty"), candidates=found.candidates, k=found.k,
        method=found.method, seed=int(seed), features=chosen,
        space=pd.DataFrame(space.wide[back], index=frame.index, columns=list(space.names)), verdict_facts=facts, model=found.model,
        splits=found.splits, warnings=warned, moved=None if earlier is None else who_moved(labels, earlier),
    )
