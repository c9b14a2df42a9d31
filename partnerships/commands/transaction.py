"""One transaction for each act: it names who acts and why, and everything in it is saved together or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from partnerships.commands.audit import Act
from partnerships.errors import Conflict
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.permissions import Viewer


@contextmanager
def transaction(actor: Viewer, act: str, reason: str | None = None) -> Iterator[None]:
    """Run one act, commit it, and have its audit entries written by the flush.

    ``act`` names the command (``record_city``), ``reason`` is the officer's own words where a rule asks for them.
    Raises :class:`Conflict` when a record that was changed is no longer at the version that was read, or when
    another act has just taken the same unique place; nothing is saved then. An inner transaction joins the outer one.
    """
    session = db.session()
    outer = session.info.get("act")
    session.info["act"] = Act(actor_id=actor.id, name=act, reason=reason)
    try:
        yield
        if outer is None:
            session.commit()
        else:
            session.flush()
    except StaleDataError as error:
        session.rollback()
        raise Conflict(N_("Somebody else has changed this record since you opened it.")) from error
    except IntegrityError as error:
        session.rollback()
        raise Conflict(N_("Somebody else has just recorded the same. Look at it before you save again.")) from error
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info["act"] = outer
