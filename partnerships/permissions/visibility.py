"""What a viewer may see: by home side and disclosure, the strictest of a record and all that it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import ColumnElement, and_, inspect, or_, select, true

from partnerships.models.account import Role
from partnerships.models.activity import Activity
from partnerships.models.agreement import Agreement
from partnerships.models.base import Disclosure, Record
from partnerships.models.brief import Brief
from partnerships.models.city import City
from partnerships.models.document import Document
from partnerships.models.gift import Gift
from partnerships.models.letter import Letter
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.person import Person
from partnerships.models.visit import ProgrammeItem, TeamMember, Visit
from partnerships.permissions.predicates import is_named_on
from partnerships.permissions.viewer import SYSTEM, Viewer

Rest = ParamSpec("Rest")
Built = TypeVar("Built")

# The records that a document or a brief belongs to, by the foreign key that says so.
_PARENTS: dict[type[Any], dict[str, type[Any]]] = {
    Document: {
        "city_id": City,
        "organisation_id": Organisation,
        "person_id": Person,
        "partnership_id": Partnership,
        "agreement_id": Agreement,
        "visit_id": Visit,
        "activity_id": Activity,
        "gift_id": Gift,
        "letter_id": Letter,
    },
    Activity: {"visit_id": Visit},
    Gift: {"visit_id": Visit},
    Letter: {"visit_id": Visit},
    Brief: {"visit_id": Visit},
}


def visible_to(viewer: Viewer, model: type[Any]) -> ColumnElement[bool]:
    """The condition under which a row of ``model`` (a record's class or an alias of one) is shown to ``viewer``."""
    if viewer is SYSTEM:
        return true()
    # A page asks dozens of times, and to put the condition together takes longer than the database takes over it.
    if isinstance(model, type):
        return _remembered(_eyes_of(viewer), model)  # type: ignore[arg-type]  # a class is hashable
    return _condition(viewer, model)


def built_once(build: Callable[Concatenate[Viewer, Rest], Built]) -> Callable[Concatenate[Viewer, Rest], Built]:
    """``build``, which puts SQL together for a viewer, asked once for all viewers that see alike.

    For what is long: to put it together takes longer than the database takes over it. All arguments must be hashable
    and decide on the outcome alone; of the viewer only what may be seen and the home sides may be asked.
    """
    kept = lru_cache(maxsize=128)(build)

    @wraps(build)
    def built(viewer: Viewer, /, *rest: Rest.args, **named: Rest.kwargs) -> Built:
        return kept(viewer if viewer is SYSTEM else _eyes_of(viewer), *rest, **named)  # type: ignore[arg-type]  # hashable

    return built


def _eyes_of(viewer: Viewer) -> "_Eyes":
    return viewer if isinstance(viewer, _Eyes) else _Eyes(viewer.id, viewer.role, viewer.home_ids)


@dataclass(frozen=True)
class _Eyes:
    """What of a viewer decides on what it may see; alike ones get the same condition."""

    id: int | None
    role: Role
    home_ids: frozenset[int]
    is_administrator: bool = False


@lru_cache(maxsize=1024)
def _remembered(viewer: _Eyes, model: type[Any]) -> ColumnElement[bool]:
    return _condition(viewer, model)


def _condition(viewer: Viewer, model: type[Any]) -> ColumnElement[bool]:
    clauses = [_by_itself(viewer, model)]
    for key, parent in _PARENTS.get(model, {}).items():
        column = getattr(model, key)
        clauses.append(or_(column.is_(None), column.in_(select(parent.id).where(visible_to(viewer, parent)))))
    if model is Document:
        visible_items = (
            select(ProgrammeItem.id).join(Visit, ProgrammeItem.visit_id == Visit.id).where(_by_itself(viewer, Visit))
        )
        clauses.append(or_(Document.programme_item_id.is_(None), Document.programme_item_id.in_(visible_items)))
    return and_(*clauses)


def may_see(viewer: Viewer, record: Record) -> bool:
    """The same question of one loaded record, by its own disclosure; what it belongs to is asked apart."""
    if viewer is SYSTEM or record.disclosure is Disclosure.PUBLIC:
        return True
    if not may_read_internal(viewer, record):
        return False
    return (
        record.disclosure is Disclosure.INTERNAL
        or viewer.role.includes(Role.COORDINATOR)
        or is_named_on(viewer, record)
    )


def may_read_internal(viewer: Viewer, record: Record) -> bool:
    """Whether ``viewer`` may read what colleagues of a home side note for one another on a record that is shown.

    Of a public visit another side sees what took place, and not what was meant to be said or how it was assessed.
    """
    return viewer is SYSTEM or record.home_id is None or record.home_id in viewer.home_ids


def _by_itself(viewer: Viewer, model: type[Any]) -> ColumnElement[bool]:
    own_side = or_(model.home_id.is_(None), model.home_id.in_(viewer.home_ids))
    if viewer.role.includes(Role.COORDINATOR):
        return or_(model.disclosure == Disclosure.PUBLIC, own_side)
    inner = or_(model.disclosure == Disclosure.INTERNAL, model.owner_id == viewer.id, *_by_team(viewer, model))
    return or_(model.disclosure == Disclosure.PUBLIC, and_(own_side, inner))


def _by_team(viewer: Viewer, model: type[Any]) -> list[ColumnElement[bool]]:
    """The colleagues who run a visit see it however restricted it is."""
    # An alias of the class asks too.
    if inspect(model).mapper.class_ is not Visit:
        return []
    named = TeamMember.user_id == viewer.id, TeamMember.archived_at.is_(None)
    return [model.id.in_(select(TeamMember.visit_id).where(*named))]
