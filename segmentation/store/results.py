"""What follows from a study's files, and where is it kept? Tables and analyses, read and worked out once, for every process."""

import hashlib
import shutil
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from segmentation.shelf import FORMAT, Shelf
from segmentation.store.owned import OwnedShelf, Owners
from segmentation.store.uploads import Uploads
from segmentation.study import Study, Upload

if TYPE_CHECKING:
    from segmentation.analysis import Analysis, LaterTable, Progress
    from segmentation.tables import Table

ABANDONED = 24 * 3600  # seconds after which a half-written file belongs to a process that was killed


class Results:
    """Uploads as they came, and on the shelf what was made of them."""

    def __init__(self, home: Path) -> None:
        self.uploads = Uploads(home / "uploads")
        self.shelf = Shelf(home / "shelf")
        self._owners = Owners(home / "shelf" / "owners")

    def table(self, upload: Upload, progress: "Progress | None" = None) -> "Table":
        """The upload as a table: from the shelf when it was read before in the same way."""
        from segmentation.tables import Table, read_table

        key = table_key(upload)
        folder = self.shelf.find("table", key)
        if folder is not None:
            try:
                return Table.load(folder)
            except Exception:  # noqa: BLE001 - damaged or of an older version: whatever it is, it can be read again
                shutil.rmtree(folder, ignore_errors=True)
        chosen = upload.model_dump(include={"sheet", "reading", "roles", "types", "kind", "mended"})
        original = self.uploads.path(upload.hash)

        def fill(fresh: Path) -> None:
            read_table(original, upload.title, spool=fresh, progress=progress, **chosen).save(fresh)

        return Table.load(self.shelf.put("table", key, fill))

    def has_table(self, upload: Upload) -> bool:
        """Whether `table` would answer at once."""
        return self.shelf.find("table", table_key(upload)) is not None

    def tables(self, study: Study, progress: "Progress | None" = None) -> "list[Table]":
        """Every table of the study, in the order of its uploads."""
        return [self.table(upload, progress) for upload in study.uploads]

    def analysis(self, study: Study) -> "Analysis":
        """Everything that follows from this study, kept on the shelf as it is worked out; no file is read before it is needed."""
        shelf = OwnedShelf(self.shelf.folder, self._owners, study.id)
        named = study.when_named()
        earlier = None if named is None else self._analysis(named, shelf, True)
        return self._analysis(study, shelf, study.named_under is not None and named is None, earlier)

    def _analysis(self, study: Study, shelf: Shelf, named: bool, earlier: "Analysis | None" = None) -> "Analysis":
        """`named`: the segments of these very decisions got names; after an upgrade those stay with the customers they were given to."""
        from segmentation.analysis import Analysis

        former = [Analysis(study, self._later(study, back), shelf, back=back) for back in range(1, FORMAT)] if named else []
        return Analysis(study, self._later(study), shelf, earlier, former=former)

    def _later(self, study: Study, back: int = 0) -> "list[LaterTable]":
        from segmentation.analysis import LaterTable

        later = [LaterTable(table_key(upload, back), partial(self.table, upload)) for upload in study.uploads]
        secret = str(study.settings.get("demo", ""))
        if secret:  # demo mode: disguised here, before anything follows from it
            later = [LaterTable(f"{secret}:{table.fingerprint}", partial(_disguised, table, secret)) for table in later]
        elif key := str(study.settings.get("pseudonyms", "")):
            later = [LaterTable(f"{key}:{table.fingerprint}", partial(_under_codes, table, key)) for table in later]
        return later

    def forget_file(self, digest: str) -> None:
        """Remove an upload and every table that was read from it."""
        self.uploads.drop(digest)
        for folder in self.shelf.folder.glob(f"table/{_of_file(digest)}*"):
            shutil.rmtree(folder, ignore_errors=True)

    def tidy(self) -> None:
        """Remove what processes that were killed left half written."""
        for path in [*self.uploads.folder.glob(".new-*"), *self.shelf.folder.glob("*/.new-*")]:
            if time.time() - path.stat().st_mtime > ABANDONED:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def table_key(upload: Upload, back: int = 0) -> str:
    """Names the table that follows from these bytes read in this way, now or so many formats ago."""
    chosen = upload.model_dump_json(include={"hash", "name", "sheet", "kind", "reading", "roles", "types", "mended"})
    return _of_file(upload.hash) + hashlib.sha256(f"{FORMAT - back}\n{chosen}".encode()).hexdigest()[:32]


def _of_file(digest: str) -> str:
    return f"{digest[:32]}-"


def _disguised(table: "LaterTable", secret: str) -> "Table":
    from segmentation.store.demo import everyday_words
    from segmentation.tables.disguise import disguise

    return disguise(table.open(), secret, everyday_words())


def _under_codes(table: "LaterTable", key: str) -> "Table":
    from segmentation.tables.pseudonyms import with_pseudonyms

    return with_pseudonyms(table.open(), key)
