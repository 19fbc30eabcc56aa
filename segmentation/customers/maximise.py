"""Where a likelihood is highest, and how sharply it peaks there."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Objective = Callable[[Array], tuple[float, Array]]
BOUND = 12.0  # |ln parameter|: beyond e^12 a parameter has run away and the data do not determine it


@dataclass(frozen=True, eq=False)
class Peak:
    """The logarithms of the parameters, their covariance, whether the peak is a real one, and the log-likelihood there."""

    point: Array
    covariance: Array
    converged: bool
    value: float


def maximise(objective: Objective, starts: list[Array], rows: float) -> Peak:
    """The highest peak from these starts. `objective` gives minus the mean log-likelihood and its gradient."""
    from scipy.optimize import minimize

    found = None
    for start in starts:
        bounds = [(-BOUND, BOUND)] * len(start)
        tried = minimize(objective, start, jac=True, method="L-BFGS-B", bounds=bounds,
                         options={"ftol": 1e-14, "gtol": 1e-9, "maxiter": 500})
        if np.isfinite(tried.fun) and (found is None or tried.fun < found.fun):
            found = tried
        if found is not None and found.success and np.abs(found.jac).max() < 1e-6:
            break
    if found is None:
        return Peak(starts[0], np.full((len(starts[0]),) * 2, np.nan), False, np.nan)
    curvature = _curvature(objective, found.x)
    steep = np.linalg.eigvalsh(curvature) if np.isfinite(curvature).all() else np.array([-1.0])
    inside = bool(np.abs(found.x).max() < BOUND - 1)
    sharp = bool(steep.min() > 1e-9)
    covariance = np.linalg.inv(curvature) / rows if sharp else np.full(curvature.shape, np.nan)
    flat = bool(np.abs(found.jac).max() < 1e-4)
    return Peak(found.x, covariance, inside and sharp and flat, -found.fun * rows)


def _curvature(objective: Objective, point: Array, step: float = 1e-4) -> Array:
    """Second derivatives, as differences of the exact gradient."""
    rows = []
    for place in range(len(point)):
        move = np.zeros(len(point))
        move[place] = step
        rows.append((objective(point + move)[1] - objective(point - move)[1]) / (2 * step))
    whole = np.array(rows)
    return np.asarray((whole + whole.T) / 2)
