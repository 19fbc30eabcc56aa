import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from segmentation.store import Store


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A new store, on SQLite and on a real PostgreSQL."""
    if request.param == "sqlite":
        made = Store(tmp_path / "home")
        yield made
        made.engine.dispose()
        return
    with database() as url:
        made = Store(tmp_path / "home", url)
        yield made
        made.engine.dispose()


class database:
    """A PostgreSQL database that is gone afterwards."""

    def __enter__(self) -> str:
        import psycopg

        self.server = os.environ.get("KLANTBEELD_TEST_DATABASE_URL", "")
        if not self.server:
            pytest.skip("`python run.py test` starts a PostgreSQL for this; here is none")
        self.name = f"klantbeeld_{secrets.token_hex(6)}"
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(f"create database {self.name}")
        return self.server.rsplit("/", 1)[0] + "/" + self.name

    def __exit__(self, *_error: object) -> None:
        import psycopg

        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(f"drop database {self.name} with (force)")
