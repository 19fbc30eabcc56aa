"""Which parts of a segment differ? Zooming in: micro-segments, with their share at every level."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from segmentation.errors import TooLittleData, WrongChoice
from segmentation.language import _
from segmentation.segments.plain import plain
from segmentation.segments.profile import Profiles, profile_segments
from segmentation.segments.rules import Condition
from segmentation.segments.segmentation import Segmentation, lettered

FEWEST = 40
"""A segment of fewer customers has no parts that a business could serve apart, nor could their figures be trusted."""


@dataclass(frozen=True, eq=False)
class Zoom:
    """A segment from nearby: `segmentation` and `profiles` of its micro-segments (A1, A2 …), and `shares` at every level."""

    segment: str
    segmentation: Segmentation
    profiles: Profiles
    shares: pd.DataFrame

    def save(self, folder: Path) -> None:
        """Write it to a folder: JSON and Parquet."""
        for name, part in (("segmentation", self.segmentation), ("profiles", self.profiles)):
            (folder / name).mkdir()
            part.save(folder / name)  # type: ignore[attr-defined]
        self.shares.to_parquet(folder / f"{self.segment}.parquet")

    @classmethod
    def load(cls, folder: Path) -> "Zoom":
        """Read it back."""
        shares = next(folder.glob("*.parquet"))
        return cls(shares.stem, Segmentation.load(folder / "segmentation"), Profiles.load(folder / "profiles"), pd.read_parquet(shares))


def zoom_in(
    customers: Any, segmentation: Segmentation, segment: str, *, k: int | str = "auto", seed: int = 0, bootstraps: int = 50,
    progress: Callable[[float, str], None] | None = None,
) -> Zoom:  # fmt: skip
    """The micro-segments of one segment, by the same features.

    `shares`: per micro-segment customers, of_segment and of_all. The verdict of the micro-segments says whether they are groups
    or only a handy cut. Raises WrongChoice for a segment that is not there, TooLittleData for one of fewer than 40 customers.
    """
    from segmentation.segments.find import find_segments

    labels = segmentation.labels.astype("str")
    members = labels.index[labels == segment]
    if not len(members):
        raise WrongChoice(_("There is no segment {segment}.").format(segment=segment))
    if len(members) < FEWEST:
        raise TooLittleData(
            _("Segment {segment} is too small to look for parts in it.").format(segment=segment),
            _("Choose a segment of at least {n} customers.").format(n=FEWEST),
        )
    part = plain(customers.loc[members]) if isinstance(customers, pd.DataFrame) else customers.with_frame(customers.frame.loc[members])
    names = [feature.name for feature in segmentation.features if feature.taken]
    varied = [name for name in names if (part if isinstance(part, pd.DataFrame) else part.frame)[name].nunique() > 1]
    inner = find_segments(part, varied or names, k=k, seed=seed, bootstraps=bootstraps, progress=progress)
    inner = _renamed(inner, segment)
    sizes = inner.sizes
    shares = pd.DataFrame({"customers": sizes, "of_segment": sizes / len(members), "of_all": sizes / len(labels)})
    shares.index = pd.Index([str(name) for name in sizes.index], dtype="str", name="segment")
    return Zoom(segment, inner, profile_segments(part, inner), shares)


def nested_shares(customers: Any, steps: Sequence[Condition]) -> pd.DataFrame:
    """How many are left when one condition after another is asked: level, customers, of_previous, of_all. Level 0 is everybody.

    >>> frame = pd.DataFrame({"bought": [True, True, True, False], "looked": [True, False, False, False]})
    >>> nested_shares(frame, [Condition("bought", "=", True), Condition("looked", "=", True)])["of_previous"].round(2).tolist()
    [1.0, 0.75, 0.33]
    """
    frame = customers if isinstance(customers, pd.DataFrame) else customers.frame
    left = np.ones(len(frame), dtype=bool)
    rows = [{"level": 0, "customers": len(frame), "of_previous": 1.0, "of_all": 1.0}]
    for level, condition in enumerate(steps, start=1):
        if condition.column not in frame.columns:
            raise WrongChoice(_("There is no column {column}.").format(column=condition.column))
        before = int(left.sum())
        left &= condition.holds(frame)
        now = int(left.sum())
        rows.append({
            "level": level, "customers": now, "of_previous": now / before if before else 0.0, "of_all": now / max(len(frame), 1),
        })  # fmt: skip
    return pd.DataFrame(rows)


def _renamed(inner: Segmentation, segment: str) -> Segmentation:
    """Micro-segments carry the letter they came from: B1, B2 …"""
    from dataclasses import replace

    names = {str(letter): f"{segment}{place + 1}" for place, letter in enumerate(inner.sizes.index)}
    stability = inner.stability.rename(index=names)
    stability.index = pd.Index(stability.index, dtype="str", name="segment")
    facts = {**inner.verdict_facts, "letters": [names[letter] for letter in inner.verdict_facts["letters"]]}
    return replace(inner, labels=lettered(inner.labels.astype("str").map(names)), stability=stability, verdict_facts=facts)
