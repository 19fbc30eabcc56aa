import io
import json
import zipfile
from collections.abc import Callable

import pytest

from segmentation.errors import StoreError
from segmentation.store import Store, archive

CSV = b"klant;bedrag\n1;2,50\n"


def exported(store: Store) -> bytes:
    return store.export_study(store.add_upload(store.new("Autumn", k=4), CSV, "orders.csv").id)


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    change(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, content)
    return buffer.getvalue()


def test_a_study_travels_with_its_data(store: Store) -> None:
    data = exported(store)
    before = store.studies()[0]
    study = store.import_study(data)
    assert (study.name, study.k) == ("Autumn", 4)
    assert study.id != before.id
    store.delete(before.id)
    store.purge_all()
    assert store.table(study.uploads[0]).rows == 1


def _evil_path(members: dict[str, bytes]) -> None:
    members["../../evil"] = b"x"


def _other_content(members: dict[str, bytes]) -> None:
    name = next(name for name in members if name.startswith("uploads/"))
    members[name] = b"changed"


def _no_content(members: dict[str, bytes]) -> None:
    del members[next(name for name in members if name.startswith("uploads/"))]


def _no_study(members: dict[str, bytes]) -> None:
    del members["study.json"]


def _newer(members: dict[str, bytes]) -> None:
    members["study.json"] = json.dumps({**json.loads(members["study.json"]), "schema_version": 999}).encode()


def _odd_field(members: dict[str, bytes]) -> None:
    members["study.json"] = json.dumps({**json.loads(members["study.json"]), "unheard": "of"}).encode()


def _deep(members: dict[str, bytes]) -> None:
    members["study.json"] = b"[" * 100_000


def _many(members: dict[str, bytes]) -> None:
    members.update({f"uploads/{number:064x}": b"" for number in range(archive.MOST_FILES + 1)})


CHANGES = [_evil_path, _other_content, _no_content, _no_study, _newer, _odd_field, _deep, _many]


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_not_ours_is_refused_and_leaves_nothing(store: Store, change: Callable[[dict[str, bytes]], None]) -> None:
    data = repacked(exported(store), change)
    files = sorted(path for path in store.home.rglob("*") if path.is_file())
    with pytest.raises(StoreError) as error:
        store.import_study(data)
    assert error.value.hint
    assert len(store.studies()) == 1
    assert sorted(path for path in store.home.rglob("*") if path.is_file()) == files


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04" + b"\0" * 100, b"PK\x05\x06" + b"\0" * 18])
def test_other_files_are_refused(store: Store, data: bytes) -> None:
    with pytest.raises(StoreError):
        store.import_study(data)


def test_a_bomb_is_refused_before_it_is_unpacked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1_000_000)
    data = repacked(exported(store), lambda members: members.update({"uploads/" + "0" * 64: b"0" * 2_000_000}))
    assert len(data) < 10_000
    with pytest.raises(StoreError):
        store.import_study(data)


def test_a_member_that_lies_about_its_size_is_refused(store: Store) -> None:
    data = exported(store)
    true_size = len(CSV).to_bytes(4, "little")
    name = b"uploads/"
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(name))  # the size in the directory at the end is the one that is believed
    lying = data[: place + 24] + data[place + 24 : place + 28].replace(true_size, (3).to_bytes(4, "little")) + data[place + 28 :]
    assert lying != data
    with pytest.raises(StoreError):
        store.import_study(lying)


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_half_a_file_is_refused(store: Store, cut: int) -> None:
    with pytest.raises(StoreError):
        store.import_study(exported(store)[:-cut])
