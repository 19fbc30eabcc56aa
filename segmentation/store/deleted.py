"""What happens to a study that is thrown away: how long can it be taken back, and when is it gone for good?

Deleting marks the row: from then on no verb finds the study, its demo or its rooms, and nothing of it is touched. After `KEPT` everything goes:
by a timer in the process that deleted it, else by whichever process next looks (`purge`). Nothing outlives a stop or a start of the app.

>>> import tempfile
>>> from segmentation.store import open_store
>>> store = open_store(tempfile.mkdtemp())
>>> study = store.new("Autumn")
>>> store.delete(study.id)
>>> [entry.name for entry in store.studies()], [one.name for one in store.deleted()]
([], ['Autumn'])
>>> store.undelete(study.id)
>>> [entry.name for entry in store.studies()], [one.name for one in store.deleted()]
(['Autumn'], [])
"""

import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, delete, select, text, update

from segmentation.errors import StoreError
from segmentation.language import _
from segmentation.store.demo import demo_id
from segmentation.store.engine import reading, writing
from segmentation.store.results import Results
from segmentation.store.schema import files, studies

KEPT = timedelta(minutes=10)
THERE = studies.c.deleted.is_(None)


@dataclass(frozen=True)
class Deleted:
    """A study that was deleted and can be taken back until then."""

    id: str
    name: str
    until: datetime


class Bin(Results):
    """Deleting, taking back, and removing for good."""

    engine: Engine

    def delete(self, study_id: str) -> None:
        """Take a study and its demo away; `undelete` brings them back for ten minutes, after that they are gone for good.

        Raises StoreError when it is not there.
        """
        moment = datetime.now(UTC)
        with writing(self.engine) as connection:
            if not is_there(connection, study_id):
                raise gone()
            connection.execute(update(studies).where(_with_demo(study_id), THERE).values(deleted=_written(moment)))
        timer = threading.Timer(KEPT.total_seconds(), self._time_is_up, (study_id, moment))
        timer.daemon = True
        timer.start()

    def deleted(self) -> list[Deleted]:
        """What was deleted and can still be taken back, the last one first. A demo comes and goes with its study."""
        self.purge()
        with reading(self.engine) as connection:
            rows = connection.execute(select(studies).where(~THERE).order_by(studies.c.deleted.desc(), studies.c.id)).all()
        demos = {demo_id(row.id) for row in rows}
        return [Deleted(row.id, row.name, datetime.fromisoformat(row.deleted) + KEPT) for row in rows if row.id not in demos]

    def undelete(self, study_id: str) -> None:
        """Bring a deleted study back as it was, with the demo that went along. Raises StoreError when it is gone for good."""
        self.purge()
        with writing(self.engine) as connection:
            row = connection.execute(select(studies.c.deleted).where(studies.c.id == study_id)).one_or_none()
            if row is None:
                raise StoreError(_("This study is gone for good."), _("If you exported it before, bring that file in."))
            connection.execute(update(studies).where(_with_demo(study_id), studies.c.deleted == row.deleted).values(deleted=None))

    def erase(self, study_id: str) -> None:
        """Remove a study that was deleted for good now, without waiting. One that was taken back meanwhile stays."""
        self._remove((studies.c.id == study_id) & ~THERE)

    def purge(self, now: datetime | None = None) -> None:
        """Remove for good what was deleted ten minutes or more before `now`."""
        self._remove(studies.c.deleted <= _written((now or datetime.now(UTC)) - KEPT))

    def purge_all(self) -> None:
        """Remove for good whatever was deleted."""
        self._remove(~THERE)

    def _time_is_up(self, study_id: str, moment: datetime) -> None:
        with suppress(StoreError):  # the database does not answer now: whoever looks next removes it
            self._remove((studies.c.id == study_id) & (studies.c.deleted == _written(moment)))

    def _remove(self, which: ColumnElement[bool]) -> None:
        """Remove these studies with their demos: history, rooms, and the uploads and results that no other study uses."""
        with reading(self.engine) as connection:
            if connection.execute(select(studies.c.id).where(which)).first() is None:
                return
        with writing(self.engine) as connection:
            found = connection.execute(select(studies.c.id).where(which)).scalars().all()
            ids = {one for study_id in found for one in (study_id, demo_id(study_id))}  # a demo holds the same files
            mine = set(connection.execute(select(files.c.hash).where(files.c.study_id.in_(ids))).scalars())
            connection.execute(delete(studies).where(studies.c.id.in_(ids)))
            shared = set(connection.execute(select(files.c.hash).where(files.c.hash.in_(mine))).scalars())
            for digest in mine - shared:
                self.forget_file(digest)
            for study_id in ids:
                self._owners.drop(study_id, self.shelf)
        if self.engine.dialect.name == "sqlite":
            with reading(self.engine) as connection:
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))  # or the write-ahead log would keep the rows


def is_there(connection: Connection, study_id: str) -> bool:
    """Whether there is a study by this id that was not deleted."""
    return connection.execute(select(studies.c.id).where(studies.c.id == str(study_id)[:64], THERE)).first() is not None


def gone() -> StoreError:
    return StoreError(_("This study is not there (any more)."), _("Choose one from the list on the start page."))


def _with_demo(study_id: str) -> ColumnElement[bool]:
    return studies.c.id.in_((study_id, demo_id(study_id)))


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
