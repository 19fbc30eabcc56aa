"""Is a deleted study away at once, back as it was for ten minutes, and gone for good after that?"""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from segmentation.errors import MissingData, StoreError
from segmentation.store import Store, deleted
from segmentation.store.demo import demo_id
from segmentation.store.engine import reading, writing
from segmentation.store.migrations import HERE, bring_up_to_date
from segmentation.store.room import Refused
from segmentation.store.rooms import Rooms
from segmentation.store.schema import metadata
from segmentation.study import Study
from tests.store.conftest import database

CSV = b"klant;bedrag\n1;2,50\n"
SECRET = b"secret\nJansen\n"
BODY = {"personas": [{"segment": "A"}]}


def later(minutes: float) -> datetime:
    return datetime.now(UTC) + timedelta(minutes=minutes)


def worked_on(store: Store) -> Study:
    """A study with history, files, a result, a demo, and a room in which somebody wrote."""
    study = store.add_upload(store.new("Autumn", language="en"), SECRET, "secret.csv")
    study = study.change(k=4)
    store.save(study, store.revision(study.id))
    store.tables(study)
    shelf = store.analysis(study)._shelf
    assert shelf is not None
    shelf.put("customers", "key", lambda folder: (folder / "frame.json").write_text("Jansen") and None)
    store.demo(study.id)
    rooms = Rooms(store.engine)
    room = rooms.open(study.id, BODY)
    rooms.share(room.id, "http://192.0.2.7:8765")
    person = rooms.join(room.code)
    rooms.write(room.code, person, note="n1", segment="A", field="work", text="A baker")
    rooms.vote(room.code, person, "n1")
    return study


def everything(store: Store) -> dict[str, object]:
    """Every row of every table, and every file but the database."""
    with reading(store.engine) as connection:
        rows = {name: sorted(map(str, connection.execute(table.select()).all())) for name, table in metadata.tables.items()}
    files = {str(path): path.read_bytes() for folder in ("uploads", "shelf") for path in (store.home / folder).rglob("*") if path.is_file()}
    return {**rows, **files}


def on_disk(store: Store) -> bytes:
    return b"".join(path.read_bytes() for path in store.home.rglob("*") if path.is_file())


def test_what_was_deleted_is_found_nowhere(store: Store) -> None:
    study = worked_on(store)
    rooms = Rooms(store.engine)
    (room,) = rooms.of_study(study.id)
    (person,) = [note.person for note in rooms.notes(room.id)]
    store.delete(study.id)
    assert (store.studies(), store.has(study.id), store.history(study.id)) == ([], False, [])
    for gone in (study.id, demo_id(study.id)):
        for ask in (store.load, store.revision, store.export_study, store.copy, store.demo, store.delete):
            with pytest.raises(StoreError):
                ask(gone)
    for change in (lambda: store.save(study.change(k=5), 3), lambda: store.add_upload(study, CSV, "orders.csv"), lambda: rooms.open(study.id, BODY)):
        with pytest.raises(StoreError):
            change()
    with pytest.raises(MissingData):
        rooms.get(room.id)
    assert (rooms.by_code(room.code), rooms.seat(room.code, person)) == (None, (None, False))
    assert (rooms.shared(), rooms.of_study(study.id)) == ([], [])
    for ask in (lambda: rooms.join(room.code), lambda: rooms.vote(room.code, person, "n1")):
        with pytest.raises(Refused):
            ask()


def test_it_comes_back_exactly_as_it_was(store: Store) -> None:
    study = worked_on(store)
    store.new("Another")
    before, listed = everything(store), store.studies()
    store.delete(study.id)
    store.sweep()
    (line,) = store.deleted()
    assert (line.id, line.name) == (study.id, "Autumn"), "its demo has no line of its own"
    store.undelete(study.id)
    assert (everything(store), store.studies(), store.deleted()) == (before, listed, [])
    assert store.load(study.id) == (study, 3)
    store.undelete(study.id)  # somebody else was first
    assert store.studies() == listed


def test_after_ten_minutes_it_is_gone_for_good(store: Store) -> None:
    study = worked_on(store)
    store.delete(study.id)
    (line,) = store.deleted()
    assert timedelta(minutes=9) < line.until - datetime.now(UTC) <= timedelta(minutes=10)
    store.purge(line.until - timedelta(seconds=1))
    assert b"Jansen" in on_disk(store)
    store.purge(line.until)
    assert store.deleted() == []
    left = on_disk(store)
    assert all(word not in left for word in (b"Jansen", b"A baker", study.id.encode(), demo_id(study.id).encode()))
    assert all(everything(store)[name] == [] for name in metadata.tables)
    with pytest.raises(StoreError) as error:
        store.undelete(study.id)
    assert error.value.hint


def test_what_another_study_uses_stays(store: Store) -> None:
    mine = store.add_upload(store.add_upload(store.new("Mine"), CSV, "orders.csv"), SECRET, "secret.csv")
    other = store.add_upload(store.new("Other"), CSV, "orders.csv")
    for study in (mine, other):
        store.tables(study)
    store.delete(mine.id)
    third = store.add_upload(store.new("Third"), SECRET, "the same.csv")  # uploaded while it could be taken back
    store.purge(later(11))
    assert store.table(other.uploads[0]).rows == store.table(third.uploads[0]).rows == 1
    assert store.uploads.path(third.uploads[0].hash).read_bytes() == SECRET


def test_gone_now_is_only_for_what_was_deleted(store: Store) -> None:
    study, other = worked_on(store), store.new("Other")
    store.erase(study.id)
    store.erase("nothing")
    assert store.has(study.id)
    store.delete(study.id)
    store.delete(other.id)
    store.erase(study.id)
    assert b"Jansen" not in on_disk(store)
    assert [line.name for line in store.deleted()] == ["Other"]


def test_the_time_of_an_earlier_deletion_does_not_end_a_later_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting: list[tuple[float, tuple[str, datetime]]] = []

    class Timer(threading.Thread):
        def __init__(self, seconds: float, what: object, args: tuple[str, datetime]) -> None:
            super().__init__()
            waiting.append((seconds, args))

        def start(self) -> None:
            assert self.daemon, "nobody waits for it when the app stops"

    monkeypatch.setattr(deleted.threading, "Timer", Timer)
    study = store.new("Autumn")
    for _time in range(2):
        store.delete(study.id)
        store.undelete(study.id)
    store.delete(study.id)
    assert [seconds for seconds, _args in waiting] == [600] * 3
    for _seconds, args in waiting[:2]:
        store._time_is_up(*args)
    assert [line.id for line in store.deleted()] == [study.id]
    store._time_is_up(*waiting[2][1])
    assert everything(store)["studies"] == []


def test_a_demo_can_be_deleted_alone_and_made_anew(store: Store) -> None:
    study = store.new("Autumn", language="en")
    store.delete(store.demo(study.id).id)
    assert [line.name for line in store.deleted()] == ["Demo"]
    fresh = store.demo(study.id)
    assert store.deleted() == [], "the new one has its place"
    store.delete(fresh.id)
    store.delete(study.id)
    assert [line.id for line in store.deleted()] == [study.id]
    store.undelete(study.id)
    assert [line.id for line in store.deleted()] == [fresh.id], "it was deleted before its study was"
    store.delete(study.id)
    store.purge_all()
    assert everything(store)["studies"] == []


def test_a_second_process_keeps_the_ten_minutes_and_sweeps_after_them(store: Store) -> None:
    study, overdue = store.new("Autumn"), store.new("Overdue")
    store.delete(study.id)
    store.delete(overdue.id)
    with writing(store.engine) as connection:
        connection.execute(text("update studies set deleted = :then where id = :id"), {"then": deleted._written(later(-11)), "id": overdue.id})
    worker = Store(store.home, store.url)
    assert len(everything(worker)["studies"]) == 1  # type: ignore[arg-type]
    assert [line.id for line in worker.deleted()] == [study.id]
    worker.undelete(study.id)
    worker.engine.dispose()
    assert store.has(study.id)


def test_a_store_from_before_keeps_its_studies(tmp_path: Path) -> None:
    _from_before(tmp_path, f"sqlite:///{tmp_path / 'klantbeeld.sqlite'}", None)


@pytest.mark.slow
def test_a_store_from_before_keeps_its_studies_on_postgresql(tmp_path: Path) -> None:
    with database() as url:
        _from_before(tmp_path, url.replace("postgresql://", "postgresql+psycopg://"), url)


def _from_before(home: Path, address: str, url: str | None) -> None:
    from alembic import command
    from alembic.config import Config

    old, study = create_engine(address), Study(name="Autumn", k=4)
    moment = datetime.now(UTC).isoformat(timespec="microseconds")
    with old.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(HERE).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        assert "deleted" not in {column["name"] for column in inspect(connection).get_columns("studies")}
        row = {"id": study.id, "name": "Autumn", "body": study.write(), "now": moment}
        connection.execute(text("insert into studies (id, name, revision, created, changed) values (:id, :name, 1, :now, :now)"), row)
        connection.execute(text("insert into versions (study_id, revision, saved, body) values (:id, 1, :now, :body)"), row)
    with old.begin() as connection:
        bring_up_to_date(connection)
    old.dispose()
    store = Store(home, url)
    assert store.load(study.id) == (study, 1)
    store.delete(study.id)
    assert [line.name for line in store.deleted()] == ["Autumn"]
    store.engine.dispose()
