"""Small questions about an acting user and a record, which the map of rules combines."""

from collections.abc import Callable
from typing import Protocol

from partnerships.models.account import Role
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


def is_administrator(viewer: Viewer, record: OfAHome | None) -> bool:
    """An administrator."""
    return viewer.is_administrator


def _is_own(viewer: Viewer, record: OfAHome | None) -> bool:
    return viewer is SYSTEM or record is None or record.home_id is None or record.home_id in viewer.home_ids
