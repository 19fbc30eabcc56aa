"""Which segments are there? The verb that finds them."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from segmentation.errors import TooLittleData
from segmentation.language import _
from segmentation.segments.choose import Found, choose
from segmentation.segments.features import choose_features, table_of
from segmentation.segments.segmentation import Feature, Segmentation, letter, lettered
from segmentation.segments.space import Space, build_space
from segmentation.segments.treatment import as_numbers, coded

LEAST = 10


def find_segments(
    customers: Any, features: Any = None, k: int | str = "auto", method: str = "auto", seed: int = 0, *,
    treatments: dict | None = None, own_rules: dict | None = None, earlier: Segmentation | None = None, bootstraps: int = 100,
    progress: Callable[[float, str], None] | None = None,
) -> Segmentation:
    """Find the segments of a customer base."""
    from threadpoolctl import threadpool_limits

    frame, about = table_of(customers)
    order = canonical(frame)
    sorted_frame = frame.iloc[order].reset_index(drop=True)
    chosen = choose_features(sorted_frame, about, features, treatments)
    taken = tuple(feature for feature in chosen if feature.taken)
    if len(frame) < LEAST:
        raise TooLittleData(_("There are too few customers to find segments in."), "")
    with threadpool_limits(1):
        space = build_space(sorted_frame, taken)
        found = choose(space, None if k == "auto" else int(k), method, seed, bootstraps, lambda share, text: progress(share, text) if progress else None)
    return finished(found, frame, order, space, chosen, seed)


def canonical(frame: pd.DataFrame) -> np.ndarray:
    """The order of rows by their content, so that the order of the file changes nothing; alike rows are alike in everything."""
    keys = []
    for name in sorted(frame.columns, reverse=True):
        values = frame[name]
        plain = pd.api.types.is_numeric_dtype(values) or pd.api.types.is_datetime64_any_dtype(values)
        keys.append(np.nan_to_num(as_numbers(values), nan=np.inf) if plain else coded(values)[0])
    return np.lexsort(keys)


def finished(found: Found, frame: pd.DataFrame, order: np.ndarray, space: Space, chosen: tuple[Feature, ...], seed: int) -> Segmentation:
    """Letters by size (ties by the middle of the segment), everything back in the order of the file."""
    middles = np.array([space.wide[found.labels == group].mean(0) if (found.labels == group).any() else np.zeros(space.wide.shape[1])
                        for group in range(found.k)])
    size = np.bincount(found.labels, minlength=found.k)
    rank = np.argsort(np.lexsort([*np.round(middles.T[::-1], 9), -size]))
    back = np.argsort(order)
    letters = np.array([letter(number) for number in range(found.k)])
    labels = pd.Series(letters[rank[found.labels]][back], index=frame.index)
    stability = pd.Series(found.stability[np.argsort(rank)], index=pd.Index(letters, name="segment", dtype="str"), name="stability")
    return Segmentation(
        labels=lettered(labels), verdict=found.verdict, stability=stability,
        certainty=pd.Series(found.certainty[back], index=frame.index, name="certainty"), candidates=found.candidates, k=found.k,
        method=found.method, seed=seed, features=chosen, space=pd.DataFrame(space.wide[back], index=frame.index, columns=list(space.names)),
        verdict_facts=found.facts, model=found.model, splits=found.splits,
    )
