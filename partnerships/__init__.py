"""The application factory."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from partnerships.config import Settings


def create_app(settings: "Settings | None" = None) -> "Flask":
    """Make the application for ``settings``, by default those of the environment."""
    # Imported here: the printing processes import this package too, and neither want Flask nor the time it takes.
    from flask import Flask

    from partnerships import cli, views
    from partnerships.commands.audit import watch
    from partnerships.config import ROOT, Settings
    from partnerships.extensions import csrf, db, login, migrate
    from partnerships.queries.database import configure_sqlite
    from partnerships.web.setup import set_up_pages

    settings = settings or Settings.from_environment()
    app = Flask(
        __name__,
        instance_path=str(settings.instance_path),
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
    )
    app.config.from_mapping(settings.flask_config())
    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "partnerships" / "migrations"))
    csrf.init_app(app)
    login.init_app(app)
    with app.app_context():
        configure_sqlite(db.engine)
        watch(db.session)
    set_up_pages(app)
    views.register(app)
    cli.register(app)
    return app
