"""What is loaded while the browser gets its own files, so that the first page finds it ready, and what goes when the server stops?

A server that answers at once and loads meanwhile shows its first page sooner than one that loads first.
"""

import gc
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from typing import Any

from segmentation.errors import SegmentationError

OFTEN = 0.0005  # seconds after which a thread that loads lets another one through: with the usual 0.005 every answer waits


def opening(cannot: Callable[[SegmentationError], None]) -> Callable[[Any], Any]:
    """What the server does as it comes up and as it stops; `cannot` hears why the studies cannot be opened."""

    @asynccontextmanager
    async def coming_up(_app: Any) -> AsyncIterator[None]:
        opened: list[Any] = []
        threading.Thread(target=_load, args=(cannot, opened), name="klantbeeld-opening", daemon=True).start()
        yield
        with suppress(SegmentationError):  # else the next start does it
            for store in opened:
                store.purge_all()  # nobody can take it back any more, and nobody would be left to remove it

    return coming_up


def _load(cannot: Callable[[SegmentationError], None], opened: list[Any]) -> None:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(OFTEN)
    gc.disable()
    try:
        import_module("segmentation.ui.start_cells")
        store = import_module("segmentation.ui.state").store()
        opened.append(store)
        import_module("segmentation.ui.frame")
        import_module("segmentation.plan")
        import_module("segmentation.phones").resume_sharing(store)  # rooms that were open to phones
    except SegmentationError as error:
        cannot(error)
    finally:
        sys.setswitchinterval(usual)
        gc.freeze()  # what is loaded stays: nobody has to look through it after every run
        gc.enable()
