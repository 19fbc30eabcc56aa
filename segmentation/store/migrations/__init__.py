"""How does an older store become today's? `bring_up_to_date` runs what is missing, one process at a time."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from segmentation.errors import StoreError
from segmentation.language import _

HERE = Path(__file__).parent
KNOWN = sorted(path.stem[:4] for path in (HERE / "versions").glob("[0-9]*.py"))
HEAD = KNOWN[-1]


def current(connection: Connection) -> str | None:
    """The number of the last migration this database has had."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("select version_num from alembic_version")).scalar()


def bring_up_to_date(connection: Connection) -> None:
    """Run the migrations that are missing, inside the caller's transaction, which must keep other writers out.

    Raises StoreError for a store of a later version: what this one does not know, it could only damage.
    """
    had = current(connection)
    if had == HEAD:
        return
    if had is not None and had not in KNOWN:
        raise StoreError(
            _("Your studies were kept by a newer version of Klantbeeld."),
            _("Start that version, or choose another folder with KLANTBEELD_HOME. Nothing was changed."),
        )
    from alembic import command  # here, because a store that is up to date should open without it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
