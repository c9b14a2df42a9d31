"""Small questions about an acting user and a record, which the map of rules combines."""

from collections.abc import Callable
from typing import Protocol

from sqlalchemy import inspect

from partnerships.models.account import Role
from partnerships.models.base import Record
from partnerships.models.visit import Visit
from partnerships.permissions.viewer import SYSTEM, Viewer


class OfAHome(Protocol):
    """A record with a home side; ``None`` for the shared directory."""

    @property
    def home_id(self) -> int | None: ...


Predicate = Callable[[Viewer, OfAHome | None], bool]


def is_signed_in(viewer: Viewer, record: OfAHome | None) -> bool:
    """Any account."""
    return True


def is_officer_of_home(viewer: Viewer, record: OfAHome | None) -> bool:
    """An officer, on records of the home sides that the account belongs to."""
    return viewer.role.includes(Role.OFFICER) and _is_own(viewer, record)


def is_coordinator_of_home(viewer: Viewer, record: OfAHome | None) -> bool:
    """A coordinator, on records of the home sides that the account belongs to."""
    return viewer.role.includes(Role.COORDINATOR) and _is_own(viewer, record)


def is_of_team(viewer: Viewer, record: OfAHome | None) -> bool:
    """The officer in charge of a visit, and the colleagues who run it; its ``team`` must be loaded."""
    return isinstance(record, Visit) and _is_own(viewer, record) and is_named_on(viewer, record)


def is_named_on(viewer: Viewer, record: Record) -> bool:
    """Whether the record names the viewer: as its officer in charge, or in the team of a visit, if that is loaded."""
    if viewer.id is None:
        return False
    if record.owner_id == viewer.id:
        return True
    if not isinstance(record, Visit) or "team" in inspect(record).unloaded:
        return False
    return any(one.user_id == viewer.id and not one.is_archived for one in record.team)


def is_administrator(viewer: Viewer, record: OfAHome | None) -> bool:
    """An administrator."""
    return viewer.is_administrator


def _is_own(viewer: Viewer, record: OfAHome | None) -> bool:
    return viewer is SYSTEM or record is None or record.home_id is None or record.home_id in viewer.home_ids
