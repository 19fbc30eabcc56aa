"""Which studies are there, and how is one opened, saved, undone, copied and thrown away?"""

import json
import os
import secrets
import threading
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, delete, insert, select, update

from segmentation.errors import Conflict, StoreError, WrongChoice
from segmentation.language import _
from segmentation.store.archive import Parcel, packed
from segmentation.store.deleted import THERE, Bin, gone, is_there
from segmentation.store.demo import demo_id
from segmentation.store.engine import open_engine, reading, writing
from segmentation.store.schema import files, studies, versions
from segmentation.store.uploads import Source
from segmentation.study import Study, Upload, new_id

NAME_LENGTH = 120
HISTORY = 500  # versions kept per study

_opened: dict[tuple[str, str | None], "Store"] = {}
_opening = threading.Lock()  # the server's own thread and the first page may ask at the same moment


def open_store(home: str | Path | None = None, url: str | None = None) -> "Store":
    """The store in `home` (or KLANTBEELD_HOME, or the user's data folder), on SQLite or on the database at `url`.

    Opened once per process; migrations that are missing run first. Raises StoreError when it cannot be opened.
    """
    url = url or os.environ.get("KLANTBEELD_DATABASE_URL") or None
    folder = Path(home or os.environ.get("KLANTBEELD_HOME") or _data_folder()).expanduser().absolute()
    key = (str(folder), url)
    with _opening:
        if key not in _opened:
            _opened[key] = Store(folder, url)
        return _opened[key]


def _data_folder() -> str:
    from platformdirs import user_data_dir

    return user_data_dir("Klantbeeld", appauthor=False)


@dataclass(frozen=True)
class Entry:
    """One line of the list of studies."""

    id: str
    name: str
    sample: str | None
    revision: int
    created: datetime
    updated: datetime


@dataclass(frozen=True)
class Version:
    """An earlier state of a study that can be gone back to, and which decisions it changed."""

    revision: int
    saved: datetime
    changed: tuple[str, ...]


class Store(Bin):
    """Studies in SQL, uploads and results on disk, all under one private folder."""

    def __init__(self, home: Path, url: str | None = None) -> None:
        try:
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            home.chmod(0o700)
        except OSError as error:
            raise StoreError(
                _("The folder for your studies cannot be used: {folder}").format(folder=home),
                _("Choose another one with KLANTBEELD_HOME."),
            ) from error
        super().__init__(home)
        self.home, self.url = home, url
        self.engine = open_engine(home, url)
        self.sweep()

    # one study

    def new(self, name: str, **decisions: Any) -> Study:
        """A new study, saved as revision 1. Raises WrongChoice for an empty name or decisions that cannot be."""
        try:
            study = Study(name=_clean(name), **decisions)
        except ValidationError as error:
            raise WrongChoice(_("A study cannot be made with these choices."), _("Go back and choose again.")) from error
        with writing(self.engine) as connection:
            self._insert(connection, study)
        return study

    def studies(self) -> list[Entry]:
        """Every study, the one changed last first."""
        with reading(self.engine) as connection:
            rows = connection.execute(select(studies).where(THERE).order_by(studies.c.changed.desc(), studies.c.id)).all()
        moment = datetime.fromisoformat
        return [Entry(r.id, r.name, r.sample, r.revision, moment(r.created), moment(r.changed)) for r in rows]

    def has(self, study_id: str) -> bool:
        """Whether this study is there, and was not thrown away."""
        with reading(self.engine) as connection:
            return is_there(connection, study_id)

    def load(self, study_id: str, revision: int | None = None) -> tuple[Study, int]:
        """The study and its revision: the last one, or an earlier one. Raises StoreError when it is not there."""
        with reading(self.engine) as connection:
            return self._read(connection, study_id, revision)

    def revision(self, study_id: str) -> int:
        """The number of the last save. Raises StoreError when the study is not there."""
        with reading(self.engine) as connection:
            found = connection.execute(select(studies.c.revision).where(studies.c.id == str(study_id)[:64], THERE)).scalar()
        if found is None:
            raise gone()
        return found

    def save(self, study: Study, revision: int) -> int:
        """Save on top of `revision`; returns the next one.

        Raises Conflict when somebody saved in between, and StoreError when the study was thrown away.
        """
        with writing(self.engine) as connection:
            now, newest = self._read(connection, study.id)
            if newest != revision:
                raise Conflict(
                    _("This study was changed elsewhere while it was open here, in another tab or by a colleague."),
                    _("Choose: take over what was saved there, or save your own version on top of it."),
                )
            return revision if now == study else self._save(connection, study, revision)

    def rename(self, study_id: str, name: str) -> Study:
        """The study under another name, saved."""
        study, revision = self.load(study_id)
        renamed = study.change(name=_clean(name))
        self.save(renamed, revision)
        return renamed

    def copy(self, study_id: str, name: str | None = None) -> Study:
        """The same decisions and files in a new study, without the history."""
        study, _revision = self.load(study_id)
        title = _clean(name or _("{name} (copy)").format(name=study.name[: NAME_LENGTH - 10]))
        fresh = study.change(id=new_id(), name=title, created=datetime.now(UTC))
        with writing(self.engine) as connection:
            self._insert(connection, fresh)
        self._owners.copy(study.id, fresh.id)
        return fresh

    def demo(self, study_id: str) -> Study:
        """The study as it can be shown to strangers: a study of its own, made anew when the first was changed since."""
        from segmentation.store.demo import demo_of

        study, revision = self.load(study_id)
        with suppress(StoreError):
            earlier, _last = self.load(demo_id(study_id))
            if earlier.settings.get("demo_revision") == revision:
                return earlier
        self._remove(studies.c.id == demo_id(study_id))  # also one that was deleted: the new one takes its id
        analysis = self.analysis(study)
        kinds = {upload.key: self.table(upload).kind for upload in study.uploads if self.has_table(upload)}
        taken = study.features
        if not taken and study.uploads and analysis.ready("segmentation"):
            taken = tuple(feature.name for feature in analysis.segmentation.features)
        shown = demo_of(study, secrets.token_hex(16), kinds, taken)
        shown = shown.change(settings={**shown.settings, "demo_revision": revision})
        with writing(self.engine) as connection:
            if not is_there(connection, study_id):
                raise gone()
            self._insert(connection, shown)
        return shown

    def export_study(self, study_id: str) -> bytes:
        """The study and its files as one zip, to open on another computer. A demo has none: its files are the original ones."""
        study, _revision = self.load(study_id)
        if study.settings.get("demo"):
            raise WrongChoice(_("A demo cannot be exported: its files are not disguised."), _("Export the study itself."))
        return packed(study, {upload.hash: self.uploads.path(upload.hash) for upload in study.uploads})

    def import_study(self, data: bytes) -> Study:
        """A study that was exported elsewhere, under a new id. Raises StoreError for anything that is not one, or not whole."""
        parcel = Parcel(data)
        study = parcel.study.change(id=new_id(), name=_clean(parcel.study.name, "Klantbeeld"))
        with ExitStack() as received:
            came = []
            for promised, chunks in parcel.files():
                digest, _length, fresh = received.enter_context(self.uploads.received(chunks))
                if digest != promised:
                    raise StoreError(_("A file in this study was damaged or changed."), _("Export the study again."))
                came.append((digest, fresh))
            with writing(self.engine) as connection:
                self._insert(connection, study)
                for digest, fresh in came:
                    self.uploads.keep(digest, fresh)
        return study

    def sweep(self) -> None:
        """Remove what is past taking back, and what studies that are gone left behind: a late result, half a file of a killed process."""
        self.purge()
        owners = self._owners.known()  # before the studies: whoever makes one now has a row before it has a result
        with reading(self.engine) as connection:
            there = set(connection.execute(select(studies.c.id)).scalars())
        for study_id in owners - there:
            self._owners.drop(study_id, self.shelf)
        self.tidy()

    # going back

    def history(self, study_id: str, limit: int = 100) -> list[Version]:
        """The states of a study that can be gone back to, newest first."""
        query = select(versions).join(studies, studies.c.id == versions.c.study_id).where(versions.c.study_id == study_id, THERE)
        query = query.order_by(versions.c.revision.desc()).limit(limit + 1)
        with reading(self.engine) as connection:
            rows = connection.execute(query).all()
        bodies = [json.loads(row.body) for row in rows] + [{}]
        changes = [tuple(key for key in now if key in before and now[key] != before[key]) for now, before in pairwise(bodies)]
        made = [Version(r.revision, datetime.fromisoformat(r.saved), c) for r, c in zip(rows, changes, strict=True)]
        return made[:limit]

    def restore(self, study_id: str, revision: int) -> tuple[Study, int]:
        """Make an earlier state the newest one; nothing is lost, for this can be undone as well."""
        old, _then = self.load(study_id, revision)
        last = self.revision(study_id)
        return old, self.save(old, last)

    # files

    def add_upload(self, study: Study, source: Source, name: str, **reading: Any) -> Study:
        """Keep a file with this study: it is added to the newest saved version, saved, and that version is given.

        `reading` is what the user chose for it (`sheet`, `kind`, `reading`, `roles`, `types` …). The same file and sheet again
        takes the place of the earlier one.
        """
        with self.uploads.received(source) as (digest, size, fresh), writing(self.engine) as connection:
            now, revision = self._read(connection, study.id)
            self.uploads.keep(digest, fresh)
            upload = Upload(hash=digest, name=_clean(Path(name).name, "file"), size=size, **reading)
            known = {(old.hash, old.sheet): old for old in now.uploads}
            later = now.change(uploads=tuple({**known, (upload.hash, upload.sheet): upload}.values()))
            self._save(connection, later, revision)
        return later

    # rows

    def _read(self, connection: Connection, study_id: str, revision: int | None = None) -> tuple[Study, int]:
        query = select(versions.c.body, versions.c.revision).join(studies, studies.c.id == versions.c.study_id)
        query = query.where(THERE, studies.c.id == str(study_id)[:64], versions.c.revision == (revision or studies.c.revision))
        found = connection.execute(query).one_or_none()
        if found is None:
            raise gone()
        return Study.read(found.body), int(found.revision)

    def _insert(self, connection: Connection, study: Study) -> None:
        row = {"id": study.id, "name": study.name, "sample": study.sample, "revision": 0, "created": _now(), "changed": _now()}
        connection.execute(insert(studies).values(row))
        self._save(connection, study, 0)

    def _save(self, connection: Connection, study: Study, revision: int) -> int:
        values = {"revision": revision + 1, "name": _clean(study.name), "sample": study.sample, "changed": _now()}
        connection.execute(update(studies).where(studies.c.id == study.id).values(values))
        connection.execute(insert(versions).values(study_id=study.id, revision=revision + 1, saved=_now(), body=study.write()))
        connection.execute(delete(versions).where(versions.c.study_id == study.id, versions.c.revision <= revision + 1 - HISTORY))
        known = set(connection.execute(select(files.c.hash).where(files.c.study_id == study.id)).scalars())
        for digest in sorted({upload.hash for upload in study.uploads} - known):
            connection.execute(insert(files).values(study_id=study.id, hash=digest))
        return revision + 1


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _clean(name: str, otherwise: str = "") -> str:
    """A name without control characters, of a length a screen can show. Raises WrongChoice when nothing is left."""
    kept = " ".join("".join(c if c.isprintable() else " " for c in name).split())[:NAME_LENGTH] or otherwise
    if not kept:
        raise WrongChoice(_("A study needs a name."), _("Type a name of a few words."))
    return kept
