"""Are there groups at all? The gaps in this file against those in structureless copies of it."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from segmentation.segments.batch import spread
from segmentation.segments.methods import mixture
from segmentation.segments.methods.mixture import Mixed, Mixture
from segmentation.segments.separation import chain, separations
from segmentation.segments.space import Space
from segmentation.segments.structureless import copiers

COPIES = 16
# Set on the families of benchmarks/verdict.py that were not held back: structureless files stay below, groups 4 sd apart above.
CLEARER_BY = 0.14
CLEARER_IN_SD = 3.0
CLEARER_PER_ROOT = 0.012  # per root of the customers in two groups: with many customers a faint unevenness is certain, and still no gap
LIKELIER_IN_SD = 6.0
LIKELIER_EACH = 0.35  # log-likelihood per customer, beyond the copies: dependence of another form than theirs reaches .32
FAINTER_IN_SD = 0.5
TRUSTED = 0.75
DOUBTFUL = 0.6


@dataclass(frozen=True, eq=False)
class Evidence:
    """How clear the gaps are between the groups of the likeliest mixture, here and in structureless copies.

    `pair`: customers in two groups, on average. `gaps`: strengths of the chain of gaps, clearest first; `copied`: their mean in each copy; `gain`: growth of BIC over one group.
    """

    gaps: np.ndarray
    copied: np.ndarray
    gain: float
    gain_copied: np.ndarray
    smooth_gaps: np.ndarray
    smooth_copied: np.ndarray
    steps: bool
    limit: float
    pair: float
    kinds: int = 1
    customers: int = 1
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def groups(self) -> bool:
        """Whether there are groups: likelier than one group, and apart farther than chance and shape explain."""
        certain = self.gain > 0 and len(self.gaps) > 0 and self.likelier > LIKELIER_IN_SD
        return bool(self.apart or certain and (self._far_likelier() or self._somewhat_clearer()))

    @property
    def apart(self) -> bool:
        """Whether the gaps alone say so."""
        if self.gain <= 0 or self.likelier <= 1:
            return False
        return self._clearer(self.gaps, self.copied) or (self.steps and self._clearer(self.smooth_gaps, self.smooth_copied))

    @property
    def likelier(self) -> float:
        """How many standard deviations the growth of BIC lies above that in the copies, of the kind where that is least."""
        return self._likelier(self.kinds)

    def _likelier(self, kinds: int) -> float:
        parts = [self.gain_copied[kind::kinds] for kind in range(kinds)]
        return min(float((self.gain - gains.mean()) / max(float(gains.std()), 0.02 * abs(self.gain), 1.0)) for gains in parts)

    @property
    def each(self) -> float:
        """How much log-likelihood per customer groups gain beyond the copies."""
        return (self.gain - self._usual(self.gain_copied)) / 2 / self.customers

    def _far_likelier(self) -> bool:
        """Of columns with steps a likelihood is enough that lies far beyond the copies, unless the gaps are fainter than theirs: then
        the columns hang together in another way than in the copies, and no groups are the reason."""
        no_fainter = len(self.gaps) > 0 and self.gaps.mean() > self._usual(self.copied) - FAINTER_IN_SD * self.copied.std()
        return bool(self.steps and self.each > LIKELIER_EACH and no_fainter)

    def _usual(self, copied: np.ndarray) -> float:
        """Of the kind of copies in which it is highest."""
        return float(max(copied[kind :: self.kinds].mean() for kind in range(self.kinds)))

    def _somewhat_clearer(self) -> bool:
        """Enough when the likelihood leaves no doubt, of all copies together: small files with small groups have faint gaps."""
        if self._likelier(1) <= LIKELIER_IN_SD:
            return False
        return bool(self.gaps.mean() - self._usual(self.copied) > max(0.08, 2 * self.copied.std()))

    def _clearer(self, gaps: np.ndarray, copied: np.ndarray) -> bool:
        if not len(gaps):
            return False
        needed = max(CLEARER_BY, CLEARER_PER_ROOT * self.pair**0.5, CLEARER_IN_SD * copied.std())
        return bool(gaps.mean() - self._usual(copied) > needed)


def weigh(space: Space, data: Mixed, borders: list[Any], spec: Mixture, one: float, seed: int) -> Evidence:
    """The evidence for the groups of this mixture: its gaps, against the same mixture fitted to structureless copies."""
    stepped = [border is not None for border in borders]
    steps = bool(space.codes.shape[1] or any(stepped))
    makers = copiers(space, stepped)

    def run(number: int) -> tuple[np.ndarray, np.ndarray, float]:
        rng = np.random.default_rng([seed, 6, number])
        twin = makers[number % len(makers)](rng)
        fake = mixture.mixed(twin.numbers, twin.codes, twin.levels, near_axes(twin), borders)
        starts = mixture.first_partitions(fake, [1, spec.k], rng)
        alone = max(mixture.fit(fake, 1, shape, starts[1]).bic for shape in mixture.shapes_for(fake, 1))
        found = mixture.fit(fake, spec.k, spec.shape, starts[spec.k], rounds=30)
        labels = without_crumbs(fake.near, found.labels)
        return gaps(twin, labels, stepped, rng), gaps(twin, labels, stepped, None), found.bic - alone

    rng = np.random.default_rng([seed, 7])
    labels = without_crumbs(data.near, spec.labels)
    here = gaps(space, labels, stepped, rng)
    smooth = gaps(space, labels, stepped, None)
    copies = spread(run, range(COPIES))
    everything = np.concatenate([smooth if steps and data.points.shape[1] else strengths for strengths, smooth, _gain in copies])
    return Evidence(
        gaps=here, copied=_means([strengths for strengths, _smooth, _gain in copies]), gain=spec.bic - one,
        gain_copied=np.array([gain for _strengths, _smooth, gain in copies]), smooth_gaps=smooth,
        smooth_copied=_means([strengths for _strengths, strengths, _gain in copies]), steps=steps,
        limit=float(np.mean(everything) + np.std(everything)) if len(everything) else 0.35,
        pair=_customers_per_gap(labels), kinds=len(makers), customers=len(labels),
    )


def _customers_per_gap(labels: np.ndarray) -> float:
    """How many customers a gap is judged by, on average: both groups, the larger at most three times the smaller."""
    sizes = np.sort(np.bincount(labels))
    return float(np.minimum(4 * sizes[:-1], sizes[:-1] + sizes[-1]).mean()) if len(sizes) > 1 else 0.0


def _means(parts: list[np.ndarray]) -> np.ndarray:
    return np.array([part.mean() if len(part) else 0.0 for part in parts])


def gaps(space: Space, labels: np.ndarray, stepped: list[bool], rng: np.random.Generator | None) -> np.ndarray:
    """The chain of gaps between these groups; without `rng`, on the continuous columns only.

    Columns with steps are shaken by a fifth of a standard deviation, or the steps themselves would look like gaps.
    """
    points = points_for(space, stepped, rng)
    k = int(labels.max()) + 1
    if k < 2 or not points.shape[1]:
        return np.zeros(0)
    return np.array([edge[0] for edge in chain(separations(points, labels, k)[0])])


def points_for(space: Space, stepped: list[bool], rng: np.random.Generator | None) -> np.ndarray:
    """What gaps are looked for in: all columns, those with steps shaken; or the continuous ones only."""
    smooth = ~np.array(stepped, bool)
    if rng is None:
        return space.numbers[:, smooth]
    shaken = np.ones(space.wide.shape[1], bool)
    shaken[: len(stepped)] = ~smooth
    return space.wide + rng.normal(size=space.wide.shape) * 0.2 * shaken if shaken.any() else space.wide


def near_axes(space: Space) -> np.ndarray:
    """Coordinates in which first partitions are looked for: the numbers, or the first eight main axes of mixed columns."""
    from segmentation.segments.space import main_axes

    if not space.codes.shape[1]:
        return space.wide
    found = main_axes(space, min(8, space.wide.shape[1]))
    return (space.wide - found["centre"]) @ found["axes"]


def without_crumbs(near: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Groups of less than 1 % (or 4 customers) joined to the nearest other group, numbered 0 … without holes."""
    least = max(4.0, 0.01 * len(labels))
    labels = np.unique(labels, return_inverse=True)[1]
    while True:
        count = np.bincount(labels)
        if len(count) < 2 or count.min() >= least:
            return labels
        small = int(count.argmin())
        means = np.array([near[labels == group].mean(0) for group in range(len(count))])
        far = ((means - means[small]) ** 2).sum(1)
        far[small] = np.inf
        labels = np.unique(np.where(labels == small, far.argmin(), labels), return_inverse=True)[1]


def comes_back(stability: np.ndarray, sizes: np.ndarray) -> bool:
    """Whether the segments come back when the customers are drawn anew, per segment and per customer: at least partly (Hennig 2007)."""
    return bool(stability.mean() >= DOUBTFUL and np.average(stability, weights=sizes) >= DOUBTFUL)


def decide(groups: bool, kept_apart: bool, stability: np.ndarray, sizes: np.ndarray) -> str:
    """natural, reproducible or constructive (Dolnicar & Leisch 2010).

    Natural: groups that are apart and come back. Reproducible: there is structure that comes back, but borders are fluid. Constructive:
    nothing that a structureless file would not show, or nothing that comes back.
    """
    if not groups or not comes_back(stability, sizes):
        return "constructive"
    steady = min(stability.mean(), np.median(stability), np.average(stability, weights=sizes))
    return "natural" if kept_apart and steady >= TRUSTED else "reproducible"
