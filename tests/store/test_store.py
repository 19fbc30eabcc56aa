import errno
import os
import stat
import tempfile
import threading
from pathlib import Path
from unittest.mock import Mock

import pytest

from segmentation.errors import Conflict, StoreError, WrongChoice
from segmentation.language import speaking
from segmentation.store import Store, open_store

CSV = b"klant;bedrag\n1;2,50\n"


def test_a_decision_is_there_after_a_restart(store: Store) -> None:
    study = store.new("Autumn", language="en")
    assert store.save(study.change(k=4), 1) == 2
    again = Store(store.home, store.url)
    assert again.load(study.id) == (study.change(k=4), 2)


def test_saving_the_same_twice_makes_no_version(store: Store) -> None:
    study = store.new("Autumn")
    assert store.save(study, 1) == 1
    assert [version.revision for version in store.history(study.id)] == [1]


def test_two_tabs_never_overwrite_each_other(store: Store) -> None:
    study = store.new("Autumn")
    store.save(study.change(k=4), 1)
    with pytest.raises(Conflict) as clash:
        store.save(study.change(k=5), 1)
    assert clash.value.hint
    assert store.load(study.id)[0].k == 4
    assert store.save(study.change(k=5), store.revision(study.id)) == 3


def test_many_tabs_at_once_lose_nothing(store: Store) -> None:
    study = store.new("Autumn")

    def add(cell: int) -> None:
        while True:
            now, revision = store.load(study.id)
            try:
                store.save(now.note(f"cell{cell}", "text"), revision)
                return
            except Conflict:
                continue

    tabs = [threading.Thread(target=add, args=(cell,)) for cell in range(8)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    assert len(store.load(study.id)[0].notes) == 8
    assert store.revision(study.id) == 9


def test_studies_newest_first(store: Store) -> None:
    first, second = store.new("First"), store.new("Second", sample="zwerfkei")
    store.save(first.change(k=3), 1)
    assert [(entry.name, entry.sample, entry.revision) for entry in store.studies()] == [
        ("First", None, 2),
        ("Second", "zwerfkei", 1),
    ]
    assert store.studies()[0].updated >= store.studies()[1].updated
    assert second.id == store.studies()[1].id


def test_a_name_is_cleaned_and_never_empty(store: Store) -> None:
    study = store.new("  Very\n\x00  odd\x1b[31m ")
    assert study.name == "Very odd [31m"
    assert store.rename(study.id, "Other").name == "Other"
    assert store.studies()[0].name == "Other"
    assert len(store.new("x" * 5000).name) == 120
    for empty in ("", " \n\t "):
        with pytest.raises(WrongChoice):
            store.new(empty)
        with pytest.raises(WrongChoice):
            store.rename(study.id, empty)


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "![x](http://example.com/a.png)", "=1+1", "'; drop table studies; --"]
)
def test_a_hostile_name_is_only_text(store: Store, name: str) -> None:
    study = store.new(name)
    assert store.load(study.id)[0].name == name
    assert [entry.name for entry in store.studies()] == [name]


def test_decisions_that_cannot_be_are_refused(store: Store) -> None:
    with pytest.raises(WrongChoice):
        store.new("Autumn", k=[1, 2])
    assert store.studies() == []


@pytest.mark.parametrize("id_", ["", "nothing", "../../etc/passwd", "x" * 10_000])
def test_a_study_that_is_not_there_is_told(store: Store, id_: str) -> None:
    for ask in (store.load, store.revision, store.export_study, store.delete, store.copy):
        with pytest.raises(StoreError):
            ask(id_)


def test_going_back_can_itself_be_undone(store: Store) -> None:
    study = store.new("Autumn")
    store.save(study.change(k=4), 1)
    store.save(study.change(k=5, method="ward"), 2)
    assert [(version.revision, set(version.changed)) for version in store.history(study.id)] == [
        (3, {"k", "method"}),
        (2, {"k"}),
        (1, set()),
    ]
    assert [version.changed for version in store.history(study.id, limit=1)] == [("k", "method")]
    back, revision = store.restore(study.id, 2)
    assert (back.k, revision) == (4, 4)
    assert store.restore(study.id, 3)[0].k == 5


def test_an_upload_is_kept_once_under_its_content(store: Store) -> None:
    study = store.new("Autumn")
    later = store.add_upload(study, CSV, "../../orders.csv")
    assert [(upload.name, upload.size) for upload in later.uploads] == [("orders.csv", len(CSV))]
    assert store.uploads.path(later.uploads[0].hash).read_bytes() == CSV
    again = store.add_upload(study, CSV, "orders again.csv")
    assert [upload.name for upload in again.uploads] == ["orders again.csv"]
    assert store.load(study.id) == (again, 3)
    assert len(list(store.uploads.folder.iterdir())) == 1


def test_two_sheets_of_one_file_are_two_tables(store: Store) -> None:
    study = store.new("Autumn")
    store.add_upload(study, CSV, "book.xlsx", sheet="Orders")
    later = store.add_upload(study, CSV, "book.xlsx", sheet="Tickets")
    assert [upload.sheet for upload in later.uploads] == ["Orders", "Tickets"]


def test_an_upload_comes_from_a_path_or_a_stream(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(CSV)
    study = store.new("Autumn")
    with path.open("rb") as stream:
        one = store.add_upload(study, path, path.name).uploads
        two = store.add_upload(study, stream, path.name).uploads
    assert one == two


def test_an_upload_that_finds_no_place_is_refused_in_words_and_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    study = store.new("Autumn")
    monkeypatch.setattr(tempfile, "mkstemp", Mock(side_effect=OSError(errno.ENOSPC, "full")))
    with pytest.raises(StoreError, match="disk is not full"), speaking("en"):
        store.add_upload(study, CSV, "orders.csv")
    monkeypatch.undo()
    assert store.load(study.id) == (study, 1)
    assert store.add_upload(study, CSV, "orders.csv").uploads


def test_a_table_is_read_once(store: Store) -> None:
    study = store.add_upload(store.new("Autumn"), CSV, "orders.csv")
    upload = study.uploads[0]
    assert not store.has_table(upload)
    assert store.table(upload).text.loc[0].tolist() == ["1", "2,50"]
    assert store.has_table(upload)
    store.uploads.drop(upload.hash)
    assert store.tables(study)[0].rows == 1


def test_another_way_of_reading_is_another_table(store: Store) -> None:
    study = store.add_upload(store.new("Autumn"), CSV, "orders.csv")
    store.table(study.uploads[0])
    assert not store.has_table(study.uploads[0].model_copy(update={"roles": {"customer": "bedrag"}}))


def test_a_copy_lives_on_its_own(store: Store) -> None:
    study = store.add_upload(store.new("Autumn", language="en", k=4), CSV, "orders.csv")
    store.tables(study)
    copy = store.copy(study.id)
    assert (copy.name, copy.k, copy.uploads) == ("Autumn (kopie)", 4, study.uploads)
    assert copy.id != study.id
    store.delete(study.id)
    store.purge_all()
    assert store.table(copy.uploads[0]).rows == 1
    assert store.has_table(copy.uploads[0])


def test_deleting_takes_the_data_along_and_nothing_of_others(store: Store) -> None:
    mine = store.add_upload(store.new("Mine"), CSV, "orders.csv")
    mine = store.add_upload(mine, b"secret\nJansen\n", "secret.csv")
    other = store.add_upload(store.new("Other"), CSV, "orders.csv")
    store.tables(mine)
    store.tables(other)
    store.delete(mine.id)
    store.purge_all()
    kept = b"".join(path.read_bytes() for path in store.home.rglob("*") if path.is_file())
    assert b"Jansen" not in kept
    assert mine.id.encode() not in kept
    assert store.has_table(other.uploads[0])
    store.delete(other.id)
    store.purge_all()
    assert [path for path in (store.home / "uploads").rglob("*") if path.is_file()] == []
    assert [path for path in (store.home / "shelf").rglob("*") if path.is_file()] == []


def test_saving_a_deleted_study_does_not_bring_it_back(store: Store) -> None:
    study = store.new("Autumn")
    store.delete(study.id)
    with pytest.raises(StoreError):
        store.save(study.change(k=3), 1)
    assert store.studies() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's data folder private by itself")
def test_nobody_else_on_this_computer_can_look(store: Store) -> None:
    study = store.add_upload(store.new("Autumn"), CSV, "orders.csv")
    assert stat.S_IMODE(store.home.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.uploads.path(study.uploads[0].hash).stat().st_mode) == 0o600
    for path in store.home.glob("klantbeeld.sqlite*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        open_store(tmp_path / "file" / "below")


def test_a_database_that_is_not_there_is_told(tmp_path: Path) -> None:
    for url in ("not an address", "postgresql://nobody:x@127.0.0.1:1/none"):
        with pytest.raises(StoreError):
            open_store(tmp_path, url)


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "klantbeeld.sqlite").write_bytes(b"this is not a database at all" * 100)
    with pytest.raises(StoreError):
        open_store(tmp_path)


def test_a_process_opens_its_store_once(tmp_path: Path) -> None:
    assert open_store(tmp_path) is open_store(str(tmp_path))


def test_what_a_deleted_study_was_still_working_on_is_swept_away(store: Store) -> None:
    study = store.new("Autumn")
    analysis = store.analysis(study)
    store.delete(study.id)
    store.purge_all()
    assert analysis._shelf is not None
    analysis._shelf.put("customers", "key", lambda folder: (folder / "frame.json").write_text("Jansen") and None)
    store.sweep()
    assert [path for path in (store.home / "shelf").rglob("*") if path.is_file()] == []


def test_half_files_of_killed_processes_go_after_a_day(store: Store) -> None:
    old, fresh = store.uploads.folder / ".new-old", store.uploads.folder / ".new-fresh"
    for path in (old, fresh):
        path.write_text("half")
    os.utime(old, (0, 0))
    store.sweep()
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_damaged_table_is_read_again(store: Store) -> None:
    study = store.add_upload(store.new("Autumn"), CSV, "orders.csv")
    store.tables(study)
    for path in (store.home / "shelf" / "table").rglob("*.json"):
        path.write_text("damaged")
    assert store.tables(study)[0].rows == 1


def test_a_file_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    study = store.new("Autumn")
    with pytest.raises(StoreError):
        store.add_upload(study, tmp_path / "gone.csv", "gone.csv")
    assert list(store.uploads.folder.iterdir()) == []


def test_a_database_that_stops_answering_is_told(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("drop table versions")
    for ask in (lambda: store.load("x"), lambda: store.new("Autumn")):
        with pytest.raises(StoreError):
            ask()


def test_a_slider_does_not_fill_the_disk(store: Store) -> None:
    study = store.new("Autumn")
    shelf = store.analysis(study)._shelf
    assert shelf is not None
    for number in range(30):
        folder = shelf.put("economics", f"key{number}", lambda folder: (folder / "frame.json").write_text("{}") and None)
        os.utime(folder, (number, number))
    shelf.find("economics", "key10")
    shelf.put("economics", "last", lambda folder: (folder / "frame.json").write_text("{}") and None)
    kept = {path.name for path in (store.home / "shelf" / "economics").iterdir()}
    assert len(kept) == 20
    assert {"key10", "last", "key29"} <= kept
    assert "key11" not in kept
