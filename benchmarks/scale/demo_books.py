"""The visit book that is printed for the count: that of the demo's coming visit, composed as a reader would have it."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from flask_migrate import upgrade
from sqlalchemy import select

from partnerships import create_app
from partnerships.briefs.kinds import KINDS
from partnerships.briefs.paper import Edition, Paper
from partnerships.config import ROOT, Settings
from partnerships.demo.loading import load_demo
from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.brief import BriefKind
from partnerships.models.visit import Direction, Visit, VisitStatus
from partnerships.permissions import SYSTEM

# The demo tells its examples by the day it is loaded, so the day is always the same here.
_TODAY: Final = date(2026, 3, 2)


def compose_books(folder: Path) -> Sequence[Paper]:
    """The book in each language, from a demo loaded into ``folder``."""
    settings = Settings(
        database_url=f"sqlite:///{folder / 'partnerships.sqlite3'}",
        instance_path=folder,
        secret_key="only-for-measuring-and-known-to-all",
    )
    kind = KINDS[BriefKind.VISIT_BOOK]
    with create_app(settings).app_context():
        upgrade(directory=str(ROOT / "partnerships" / "migrations"))
        load_demo(folder, _TODAY)
        coming = select(Visit.reference).where(
            Visit.direction == Direction.INBOUND, Visit.status.in_((VisitStatus.PLANNED, VisitStatus.CONFIRMED))
        )
        reference = db.session.scalars(coming.order_by(Visit.id)).first()
        if reference is None:
            sys.exit("papers: the demo has no visit that is still to come")
        found = kind.gather(SYSTEM, reference, 0)
        books = [kind.compose(found, language, Edition.INTERNAL, _TODAY) for language in Language]
        db.session.remove()
        db.engine.dispose()
    return books
