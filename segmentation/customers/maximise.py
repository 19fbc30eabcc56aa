"""Where a likelihood is highest, and how sharply it peaks there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Objective = Callable[[Array], tuple[float, Array]]
Bounds = tuple[float, float]
EVERYWHERE: Bounds = (-12.0, 12.0)  # of the logarithm of a parameter


@dataclass(frozen=True, eq=False)
class Peak:
    """The logarithms of the parameters, their covariance, whether the peak is a real one, and the log-likelihood there.

    A parameter that ran into its bound (`at_low`, `at_high`) is held there, as if it were known.
    """

    point: Array
    covariance: Array
    converged: bool
    value: float
    at_low: tuple[int, ...] = ()
    at_high: tuple[int, ...] = ()


def maximise(objective: Objective, starts: list[Array], rows: float, bounds: Bounds = EVERYWHERE) -> Peak:
    """The highest peak from these starts. `objective` gives minus the mean log-likelihood and its gradient."""
    from scipy.optimize import minimize
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):  # sums this short are slower on several threads
        return _highest(minimize, objective, starts, rows, bounds)


def _highest(minimize: Callable[..., Any], objective: Objective, starts: list[Array], rows: float, bounds: Bounds) -> Peak:
    found = None
    exact = {"ftol": 1e-14, "gtol": 1e-9, "maxiter": 500}
    for start in starts:
        tried = minimize(objective, start, jac=True, method="L-BFGS-B", bounds=[bounds] * len(start), options=exact)
        if np.isfinite(tried.fun) and (found is None or tried.fun < found.fun):
            found = tried
        if found is not None and np.abs(found.jac).max() < 1e-6:
            break
    size = len(starts[0])
    if found is None:
        return Peak(starts[0], np.full((size, size), np.nan), False, np.nan)
    low, high = found.x < bounds[0] + 1e-3, found.x > bounds[1] - 1e-3
    free = np.flatnonzero(~low & ~high)
    curvature = _curvature(objective, found.x)[np.ix_(free, free)]
    sharp = len(free) > 0 and bool(np.isfinite(curvature).all()) and bool(np.linalg.eigvalsh(curvature).min() > 1e-9)
    covariance = np.zeros((size, size))
    covariance[np.ix_(free, free)] = np.linalg.inv(curvature) / rows if sharp else np.nan
    settled = len(free) > 0 and bool(np.abs(found.jac[free]).max() < 1e-4)
    held = (tuple(map(int, np.flatnonzero(low))), tuple(map(int, np.flatnonzero(high))))
    return Peak(found.x, covariance, sharp and settled, -found.fun * rows, *held)


def _curvature(objective: Objective, point: Array, step: float = 1e-4) -> Array:
    """Second derivatives, as differences of the exact gradient."""
    rows = []
    for place in range(len(point)):
        move = np.zeros(len(point))
        move[place] = step
        rows.append((objective(point + move)[1] - objective(point - move)[1]) / (2 * step))
    whole = np.array(rows)
    return np.asarray((whole + whole.T) / 2)
