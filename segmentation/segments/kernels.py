"""How does compiled code start at once? By keeping every compiled kernel on disk, umap's included.

umap compiles about 25 seconds of kernels in each new process and keeps hardly any of them. `kept()` makes numba's
`cache=True` the default while umap is imported and runs, with a folder of our own, so a second process starts warm.
`warm_up()` fills that folder once, at install.
"""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Any

# numba's fallback threading layer ends the whole process when two threads enter it: umap runs one at a time.
_one_at_a_time = threading.RLock()


def kernel_folder() -> Path:
    """Where compiled kernels are kept: the user's cache, else under KLANTBEELD_HOME, else a temporary folder.

    They hold no customer data, so that every home on this computer can share them.
    """
    from platformdirs import user_cache_path

    home = os.environ.get("KLANTBEELD_HOME")
    places = [user_cache_path("klantbeeld") / "kernels", *([Path(home) / "cache" / "kernels"] if home else [])]
    for folder in places:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            if os.access(folder, os.W_OK):
                return folder
    return Path(tempfile.gettempdir()) / "klantbeeld-kernels"


def use_kernel_folder() -> None:
    """Let numba keep compiled code in our folder, unless the administrator chose one (NUMBA_CACHE_DIR)."""
    import numba

    if not os.environ.get("NUMBA_CACHE_DIR"):
        numba.config.CACHE_DIR = str(kernel_folder())  # type: ignore[attr-defined]


def _caching(decorate: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(decorate)
    def decorator(*args: Any, **options: Any) -> Any:
        # a parallel and a serial build of one function would answer to the same name on disk
        options.setdefault("cache", not options.get("parallel") or _keeps_one_build(args))
        return decorate(*args, **options)

    return decorator


def _keeps_one_build(args: tuple[Any, ...]) -> bool:
    return not any(getattr(arg, "__name__", "").startswith("_optimize_layout") for arg in args)


@contextmanager
def kept() -> Iterator[None]:
    """While this lasts, everything numba compiles is kept on disk; one thread at a time."""
    with _one_at_a_time:
        import numba

        use_kernel_folder()
        plain = numba.njit
        numba.njit = _caching(plain)
        try:
            yield
        finally:
            numba.njit = plain


def warm_up() -> Path:
    """Compile every kernel of the map and of the choice of segments and keep it, so that the next process starts at once.

    Returns the folder. Takes about half a minute the first time, two seconds after that.
    """
    import numpy as np
    import pandas as pd

    from segmentation.segments.find import find_segments
    from segmentation.segments.landmarks import place_all

    points = np.random.default_rng(0).normal(size=(600, 4)).astype(np.float32)
    place_all(points, seed=0, landmarks=300, refine=True)
    people = pd.DataFrame(points[:200], columns=["a", "b", "c", "d"])
    find_segments(people.assign(e=np.where(people.a > 0, "x", "y")), bootstraps=5)
    return kernel_folder()
