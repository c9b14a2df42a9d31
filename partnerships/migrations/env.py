"""How Alembic reaches the database and the models: through the application, so that both speak of the same."""

from alembic import context
from flask import current_app

from partnerships import models  # noqa: F401  # importing maps every table
from partnerships.extensions import db
from partnerships.models.types import UtcDateTime


def render_item(kind: str, item: object, _context: object) -> str | bool:
    """Our own column types are written as what they are in the database, so that a migration outlives them."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


engine = db.engine
config = context.config
config.set_main_option("sqlalchemy.url", engine.url.render_as_string(hide_password=False).replace("%", "%%"))
options = {
    "target_metadata": db.metadata,
    "compare_type": True,
    "render_item": render_item,
    # SQLite cannot alter a table in place; batches copy it.
    "render_as_batch": True,
    **current_app.extensions["migrate"].configure_args,
}


def run_offline() -> None:
    """Write the SQL instead of running it (``--sql``)."""
    context.configure(url=config.get_main_option("sqlalchemy.url"), literal_binds=True, **options)
    with context.begin_transaction():
        context.run_migrations()


def run_online() -> None:
    """Run the migrations."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            # A batch drops the old table once its copy is filled: with foreign keys on, that would empty others.
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        context.configure(connection=connection, **options)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_offline()
else:
    run_online()
