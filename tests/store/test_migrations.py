import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, TextClause, text

from segmentation.errors import StoreError
from segmentation.language import speaking
from segmentation.store import Store, rooms_schema  # noqa: F401 - its tables belong to the same metadata
from segmentation.store.engine import writing
from segmentation.store.migrations import HEAD, HERE, current
from segmentation.store.schema import metadata
from tests.store.conftest import database

OPEN = "import sys; from segmentation.store import open_store; open_store(sys.argv[1], sys.argv[2] or None).new(sys.argv[3])"


def test_the_migrations_make_what_the_schema_says(store: Store) -> None:
    with writing(store.engine) as connection:
        assert current(connection) == HEAD
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []


def test_migrations_are_numbered_one_after_the_other() -> None:
    numbers = sorted(path.stem[:4] for path in (HERE / "versions").glob("[0-9]*.py"))
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    for path in (HERE / "versions").glob("[0-9]*.py"):
        assert f'revision = "{path.stem[:4]}"' in path.read_text("utf-8")


def test_an_up_to_date_store_opens_without_alembic(tmp_path: Path) -> None:
    Store(tmp_path)
    opened = f"from segmentation.store import open_store; open_store({str(tmp_path)!r})"
    program = f"{opened}; import sys; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], check=False).returncode == 0


def _open_at_once(home: Path, url: str, count: int = 3) -> list[str]:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(home), url, f"study {number}"],
            cwd=Path(__file__).parents[2],
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(count)
    ]
    said = [process.communicate(timeout=120)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * count, said
    return sorted(entry.name for entry in Store(home, url or None).studies())


@pytest.mark.slow
def test_processes_that_start_at_once_migrate_once(tmp_path: Path) -> None:
    assert _open_at_once(tmp_path, "") == ["study 0", "study 1", "study 2"]


@pytest.mark.slow
def test_processes_that_start_at_once_migrate_once_on_postgresql(tmp_path: Path) -> None:
    with database() as url:
        assert _open_at_once(tmp_path, url) == ["study 0", "study 1", "study 2"]


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path)
    drop = [text("drop table versions"), text("drop table nonsense")]
    with pytest.raises(StoreError), writing(store.engine) as connection:
        _all(connection, drop)
    assert store.new("Autumn").name == "Autumn"


def _all(connection: Connection, statements: list[TextClause]) -> None:
    for statement in statements:
        connection.execute(statement)


def test_a_store_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    Store(tmp_path)
    file = tmp_path / "klantbeeld.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("update alembic_version set version_num = '9999'")
    with pytest.raises(StoreError, match="newer version"), speaking("en"):
        Store(tmp_path)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("select version_num from alembic_version").fetchall() == [("9999",)]


def test_a_damaged_file_is_told_as_damage(tmp_path: Path) -> None:
    (tmp_path / "klantbeeld.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="is damaged"), speaking("en"):
        Store(tmp_path)
