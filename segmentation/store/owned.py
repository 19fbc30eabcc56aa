"""Which study uses which result, so that throwing a study away takes its results along and no other's?"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from segmentation.shelf import Shelf

KEPT = 20  # results of one step that a study keeps: what somebody may go back to in an afternoon


class Owners:
    """Per study a file with the `verb/key` of every result it used; lines are only ever added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def known(self) -> set[str]:
        """The studies that ever used a result."""
        return {path.name for path in self.folder.iterdir()}

    def uses(self, study_id: str) -> set[str]:
        path = self.folder / study_id
        return set(path.read_text("utf-8").split()) if path.exists() else set()

    def note(self, study_id: str, result: str) -> None:
        with (self.folder / study_id).open("a", encoding="utf-8") as file:
            file.write(f"{result}\n")

    def copy(self, study_id: str, other_id: str) -> None:
        for result in sorted(self.uses(study_id)):
            self.note(other_id, result)

    def drop(self, study_id: str, shelf: Shelf) -> None:
        """Remove the results that only this study used."""
        mine = self._alone(study_id)
        (self.folder / study_id).unlink(missing_ok=True)
        for result in mine:
            shutil.rmtree(shelf.folder / result, ignore_errors=True)

    def trim(self, study_id: str, verb: str, shelf: Shelf) -> None:
        """Remove the results of this step that were not looked at for longest; a slider makes one at every stop."""
        mine = [shelf.folder / result for result in self._alone(study_id) if result.startswith(f"{verb}/")]
        there = sorted((path for path in mine if path.is_dir()), key=lambda path: path.stat().st_mtime)
        for path in there[:-KEPT]:
            shutil.rmtree(path, ignore_errors=True)

    def _alone(self, study_id: str) -> set[str]:
        """The results that no other study uses."""
        return self.uses(study_id).difference(*(self.uses(other) for other in self.known() - {study_id}))


class OwnedShelf(Shelf):
    """The shelf as one study sees it: the same results, and it is remembered which ones the study used."""

    def __init__(self, folder: Path, owners: Owners, study_id: str) -> None:
        super().__init__(folder)
        self._owners, self._study_id = owners, study_id
        self._noted = owners.uses(study_id)

    def find(self, verb: str, key: str) -> Path | None:
        found = super().find(verb, key)
        if found:
            with suppress(OSError):  # on a full disk what is there can still be looked at
                os.utime(found)
                self._note(f"{verb}/{key}")
        return found

    def put(self, verb: str, key: str, save: Callable[[Path], None]) -> Path:
        self._note(f"{verb}/{key}")
        folder = super().put(verb, key, save)
        self._owners.trim(self._study_id, verb, self)
        return folder

    def _note(self, result: str) -> None:
        if result not in self._noted:
            self._owners.note(self._study_id, result)
            self._noted.add(result)
