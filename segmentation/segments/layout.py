"""How do neighbours find their places on a flat map? UMAP's attraction and repulsion, the same on any number of threads.

umap-learn makes the graph; this moves its points (McInnes, Healy and Melville 2018, algorithm 5). Each customer in turn is drawn
to its neighbours and pushed from random others *as they stood when the round began*, so threads cannot get in each other's way
and one seed gives one map. The curve has b = 1 (1 / (1 + a·d²)), which spares a power per step (Böhm, Berens and Kobak 2022).
Imported inside the verb that needs it: numba is heavy.
"""

from functools import partial

import numpy as np
from numba import njit
from numpy.typing import NDArray

from segmentation.segments.neighbours import in_threads

CURVE = 2.0
PULL = (
    1.5  # times the gradient; umap's is 4. Less pull keeps more true neighbours (measured in docs/methods/maps-and-profiles.md)
)
LARGEST_PULL = 0.5  # of the way to the neighbour
PUSHES = 5


@njit(cache=True, nogil=True, fastmath=True)
def _round(before, after, starts, others, often, epoch, step, curve, states, first, last):  # type: ignore[no-untyped-def]
    rows = before.shape[0]
    for row in range(first, last):
        x, y = before[row, 0], before[row, 1]
        state = states[row]
        for edge in range(starts[row], starts[row + 1]):
            if int((epoch + 1) * often[edge]) == int(epoch * often[edge]):
                continue
            other = others[edge]
            dx, dy = x - before[other, 0], y - before[other, 1]
            pull = np.float32(PULL) * curve / (np.float32(1) + curve * (dx * dx + dy * dy)) * step
            pull = min(pull, np.float32(LARGEST_PULL))
            x -= pull * dx
            y -= pull * dy
            for _push in range(PUSHES):
                state = state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
                other = np.int64((state >> np.uint64(33)) % np.uint64(rows))
                if other == row:
                    continue
                dx, dy = x - before[other, 0], y - before[other, 1]
                square = dx * dx + dy * dy
                push = np.float32(2) * step / ((np.float32(0.001) + square) * (np.float32(1) + curve * square))
                most = np.float32(4) * step
                x += min(max(push * dx, -most), most)
                y += min(max(push * dy, -most), most)
        states[row] = state
        after[row, 0], after[row, 1] = x, y


def lay_out(
    places: NDArray[np.float32],
    starts: NDArray[np.int32],
    others: NDArray[np.int32],
    weights: NDArray[np.float32],
    *,
    rounds: int,
    step: float,
    seed: int,
) -> NDArray[np.float32]:
    """New places (n × 2) after `rounds` rounds; the step shrinks from `step` to nothing. The graph is in compressed rows."""
    often = (weights / weights.max()).astype(np.float32)
    before, after = places.astype(np.float32), places.astype(np.float32)
    states = np.random.default_rng(seed).integers(1, 2**63 - 1, len(places), dtype=np.uint64)
    for epoch in range(rounds):
        size = np.float32(step * (1 - epoch / rounds))
        given = (before, after, starts, others, often, epoch, size, np.float32(CURVE), states)
        in_threads(partial(_round, *given), len(places))
        before, after = after, before
    return before
