"""How does an older store become today's? `bring_up_to_date` runs what is missing, one process at a time."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

HERE = Path(__file__).parent
HEAD = max(path.stem[:4] for path in (HERE / "versions").glob("[0-9]*.py"))


def current(connection: Connection) -> str | None:
    """The number of the last migration this database has had."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("select version_num from alembic_version")).scalar()


def bring_up_to_date(connection: Connection) -> None:
    """Run the migrations that are missing, inside the caller's transaction, which must keep other writers out."""
    if current(connection) == HEAD:
        return
    from alembic import command  # here, because a store that is up to date should open without it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
