"""How the database is spoken to: SQLite is told to keep foreign keys, to journal ahead and to wait its turn."""

from typing import Any

from sqlalchemy import Engine, event, inspect, select

from partnerships.extensions import db


def configure_sqlite(engine: Engine) -> None:
    """Have every new SQLite connection of ``engine`` set up; other databases need nothing."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        # WAL lets readers go on while one officer saves; the timeout makes a second one wait instead of fail, longer
        # than the longest print of a paper, which is issued within its transaction.
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA busy_timeout = 30000")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.close()


def is_prepared() -> bool:
    """Whether the tables are there."""
    return inspect(db.engine).has_table("alembic_version")


def ping() -> None:
    """Ask the database for nothing; raises when it does not answer."""
    db.session.execute(select(1))
