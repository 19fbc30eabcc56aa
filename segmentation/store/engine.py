"""How is the database opened, so that many tabs and two processes can write without losing anything?"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from segmentation.errors import StoreError
from segmentation.language import _
from segmentation.store.migrations import bring_up_to_date

ONE_WRITER = 0x6B6C616E74  # the advisory lock of this application on PostgreSQL


def open_engine(home: Path, url: str | None) -> Engine:
    """An engine on an up-to-date database: `url`, or a SQLite file in `home`."""
    engine = create_engine(_address(home, url), pool_pre_ping=bool(url))
    with _plainly():
        if engine.dialect.name == "sqlite":
            _tune_sqlite(engine)
            _start_wal(engine)
        with writing(engine) as connection:
            bring_up_to_date(connection)
    return engine


@contextmanager
def _plainly() -> Iterator[None]:
    """What the database says, in words for whoever has to do something about it."""
    try:
        yield
    except DBAPIError as error:
        if type(error.orig) is sqlite3.DatabaseError:  # not one of its children: the file itself is not as it should be
            raise StoreError(
                _("The file with your studies is damaged: klantbeeld.sqlite."),
                _("Put back a copy of it from before, or move it out of its folder to begin without studies. Your uploads are still there."),
            ) from error
        raise StoreError(
            _("The database with your studies does not answer."),
            _("Check that the disk is not full and that the database is running, then start again."),
        ) from error


def _address(home: Path, url: str | None) -> URL:
    if not url:
        path = home / "klantbeeld.sqlite"
        path.touch(mode=0o600)  # SQLite gives the files beside it the same permissions
        return URL.create("sqlite", database=str(path))
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreError(
            _("KLANTBEELD_DATABASE_URL is not a database address."), "postgresql://user:password@host/name"
        ) from error
    return address.set(drivername="postgresql+psycopg") if address.drivername in ("postgres", "postgresql") else address


def _tune_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # Python's own guesses about when to begin break BEGIN IMMEDIATE
        cursor = connection.cursor()
        for pragma in ("busy_timeout=30000", "foreign_keys=ON", "secure_delete=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _start_wal(engine: Engine, patience: float = 30) -> None:
    """The switch to WAL does not wait its turn by itself when two processes open a new file at once."""
    deadline = time.monotonic() + patience
    while True:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode=WAL")
            return
        except Exception as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise OperationalError("PRAGMA journal_mode=WAL", None, error) from error
            time.sleep(0.02)
        finally:
            raw.close()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection to look things up with. Raises StoreError when the database does not answer."""
    with _plainly(), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that keeps other writers out until it ends. Raises StoreError when the database does not answer."""
    with _plainly(), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": ONE_WRITER})
        yield connection
