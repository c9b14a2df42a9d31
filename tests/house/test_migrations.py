"""The database that an installation grows into by migrating is the one that the models describe, there and back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from partnerships import create_app
from partnerships.config import Settings
from partnerships.extensions import db
from partnerships.models.base import Base
from tests.databases import MIGRATIONS, NAMES, SECRET_KEY, Databases

FOLDER = str(MIGRATIONS)


@pytest.fixture(params=NAMES)
def bare(request: pytest.FixtureRequest, databases: Databases, tmp_path: Path) -> Iterator[Flask]:
    """An application on a database without any table."""
    chosen = request.config.getoption("--database")
    name = str(request.param) if chosen == "both" else str(chosen)
    url = f"sqlite:///{tmp_path}/bare.sqlite3" if name == "sqlite" else databases.new_url(name, "bare")
    app = create_app(Settings(database_url=url, instance_path=tmp_path, secret_key=SECRET_KEY))
    with app.app_context():
        yield app
        db.engine.dispose()


def differences() -> list[object]:
    """What a new migration would have to do."""
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return list(compare_metadata(context, Base.metadata))


def names_of(read: Callable[[str], list[dict[str, object]]]) -> set[tuple[str, object]]:
    return {(table, one["name"]) for table in Base.metadata.tables for one in read(table)}


def test_migrating_makes_what_the_models_describe(bare: Flask) -> None:
    upgrade(directory=FOLDER)
    assert differences() == []


def test_every_check_and_key_of_the_models_is_in_the_database(bare: Flask) -> None:
    """Comparing tables does not look at their checks."""
    upgrade(directory=FOLDER)
    found = inspect(db.engine)
    migrated = (names_of(found.get_check_constraints), names_of(found.get_foreign_keys), names_of(found.get_indexes))
    db.metadata.drop_all(db.engine)
    db.metadata.create_all(db.engine)
    found = inspect(db.engine)
    assert migrated[0] == names_of(found.get_check_constraints)
    assert migrated[1] == names_of(found.get_foreign_keys)
    assert migrated[2] == names_of(found.get_indexes)
    assert not any(name is None for names in migrated for _table, name in names)


def test_there_and_back_again(bare: Flask) -> None:
    upgrade(directory=FOLDER)
    downgrade(directory=FOLDER, revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    upgrade(directory=FOLDER)
    assert differences() == []


def test_there_is_one_newest_version() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", FOLDER)
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1
