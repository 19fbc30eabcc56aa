"""Where results lie, so that nothing is computed twice: a folder per result, named after everything it depends on.

A result that can be kept has `save(folder)` and a class method `load(folder)`: JSON and Parquet only, never pickle. A folder appears
under its name only when it is complete, so a killed process leaves nothing half done.

>>> import tempfile
>>> shelf = Shelf(tempfile.mkdtemp())
>>> shelf.find("customers", "abc") is None
True
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

FORMAT = 11  # raise it when a table or a result holds something else than before, so that older ones are made again


class Shelf:
    """Results on disk by verb and key."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)

    def find(self, verb: str, key: str) -> Path | None:
        """The folder of this result, or None when it is not there."""
        folder = self.folder / verb / key
        return folder if folder.is_dir() else None

    def put(self, verb: str, key: str, save: Callable[[Path], None]) -> Path:
        """Let `save` fill a new folder, then put it on the shelf in one move."""
        target = self.folder / verb / key
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=target.parent, prefix=".new-"))
        try:
            save(fresh)
            try:
                fresh.rename(target)
            except OSError:  # another process was first with the same result
                if not target.is_dir():
                    raise
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return target
