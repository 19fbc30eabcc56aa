"""In which space are customers near to each other? Treated numbers, and the main axes of mixed numbers and categories (FAMD)."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from segmentation.segments.segmentation import Feature
from segmentation.segments.treatment import treat, unknown


@dataclass(frozen=True, eq=False)
class Space:
    """Customers as the methods see them, in the canonical order.

    `numbers`: n × p treated and weighted numbers. `codes`: n × c level numbers, with the `shares` of their levels. `wide`: n × q, numbers with the categories as scaled
    indicators: the space in which Euclidean distance is FAMD distance. `names`: of the columns of `wide`.
    """

    numbers: np.ndarray
    codes: np.ndarray
    shares: tuple[np.ndarray, ...]
    weights: tuple[float, ...]
    wide: np.ndarray
    names: tuple[str, ...]
    features: tuple[Feature, ...]

    def __len__(self) -> int:
        return len(self.wide)

    @property
    def levels(self) -> tuple[int, ...]:
        return tuple(len(share) for share in self.shares)

    def like(self, numbers: np.ndarray, codes: np.ndarray) -> "Space":
        """Other customers in the same space."""
        return replace(self, numbers=numbers, codes=codes, wide=wide_of(numbers, codes, self.shares, self.weights))

    def take(self, rows: np.ndarray) -> "Space":
        """The same space for some of the customers."""
        return replace(self, numbers=self.numbers[rows], codes=self.codes[rows], wide=self.wide[rows])


def build_space(frame: pd.DataFrame, features: tuple[Feature, ...]) -> Space:
    """The space of these customers by these fitted features.

    Categories become indicators, centred and divided by the root of their share, so that a category with few levels and a number
    weigh about the same (FAMD, Pagès 2004).
    """
    smooth = [feature for feature in features if "levels" not in feature.facts]
    kinds = [feature for feature in features if "levels" in feature.facts]
    n = len(frame)
    parts = [[treat(frame[f.name], f), *unknown(frame[f.name], f)] for f in smooth]
    numbers = _columns([part * np.sqrt(f.treatment.weight) for f, own in zip(smooth, parts, strict=True) for part in own], n, float)
    codes = _columns([treat(frame[f.name], f) for f in kinds], n, np.int64)
    names: list[str] = []
    for f, own in zip(smooth, parts, strict=True):
        names += [f.name, *(_free(f"{f.name} = –", [one.name for one in features]) for _flag in own[1:])]
    for f in kinds:
        names += [_free(f"{f.name} = {'–' if level is None else level}", names) for level in f.facts["levels"]]
    shares = tuple(np.array(f.facts["shares"]) for f in kinds)
    weights = tuple(float(np.sqrt(f.treatment.weight)) for f in kinds)
    return Space(numbers, codes, shares, weights, wide_of(numbers, codes, shares, weights), tuple(names), tuple(smooth + kinds))


def wide_of(numbers: np.ndarray, codes: np.ndarray, shares: tuple[np.ndarray, ...], weights: tuple[float, ...]) -> np.ndarray:
    """Numbers beside scaled indicators of the levels."""
    parts = [numbers]
    for column, share, weight in zip(codes.T, shares, weights, strict=True):
        hit = column[:, None] == np.arange(len(share))
        parts.append((hit - share) / np.sqrt(np.maximum(share, 1e-3)) * weight)
    return np.column_stack(parts) if len(parts) > 1 else numbers


def main_axes(space: Space, dimensions: int) -> dict[str, Any]:
    """The first axes of the space: {"centre", "axes"} such that (wide − centre) @ axes are the coordinates."""
    centre = space.wide.mean(0)
    gap = space.wide - centre
    values, vectors = np.linalg.eigh(gap.T @ gap / len(gap))
    order = np.argsort(-values, kind="stable")[:dimensions]
    axes = vectors[:, order]
    axes = axes * np.where(axes[np.abs(axes).argmax(0), np.arange(axes.shape[1])] < 0, -1.0, 1.0)
    return {"centre": centre, "axes": axes}


def _free(name: str, taken: list[str]) -> str:
    """The name, or with an accent behind it when the file has a column of that name."""
    while name in taken:
        name += "′"
    return name


def _columns(parts: list[np.ndarray], n: int, kind: Any) -> np.ndarray:
    return np.column_stack(parts).astype(kind) if parts else np.zeros((n, 0), kind)
