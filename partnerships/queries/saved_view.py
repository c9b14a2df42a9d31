"""Which saved views of lists somebody sees: one's own, and those that colleagues of one's home side share."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.saved_view import SavedView
from partnerships.permissions import Viewer


def list_saved_views(viewer: Viewer, listing: str) -> Sequence[SavedView]:
    """The views of a list, one's own first, then by name; ``user`` is loaded."""
    return db.session.scalars(
        select(SavedView)
        .where(SavedView.listing == listing, _seen_by(viewer))
        .options(joinedload(SavedView.user))
        .order_by(SavedView.user_id != viewer.id, SavedView.name, SavedView.id)
    ).all()


def list_own_views(viewer: Viewer) -> Sequence[SavedView]:
    """One's own views of all lists, by list and name; ``shared_with`` is loaded."""
    return db.session.scalars(
        select(SavedView)
        .where(SavedView.user_id == viewer.id)
        .options(joinedload(SavedView.shared_with))
        .order_by(SavedView.listing, SavedView.name, SavedView.id)
    ).all()


def get_own_view(viewer: Viewer, number: int) -> SavedView:
    """One's own view with the id ``number``; raises :class:`NotFound` for those of others alike."""
    found = db.session.scalars(
        select(SavedView)
        .where(SavedView.id == number, SavedView.user_id == viewer.id)
        .options(joinedload(SavedView.shared_with))
    ).one_or_none()
    if found is None:
        raise NotFound(N_("There is no such record."))
    return found


def find_own_view(viewer: Viewer, listing: str, name: str) -> SavedView | None:
    """One's own view of a list with this name, if there is one."""
    return db.session.scalars(
        select(SavedView).where(SavedView.user_id == viewer.id, SavedView.listing == listing, SavedView.name == name)
    ).one_or_none()


def _seen_by(viewer: Viewer) -> ColumnElement[bool]:
    return or_(SavedView.user_id == viewer.id, SavedView.shared_with_id.in_(viewer.home_ids))
