"""The permission map: every act of the product, and who may do it. Any one predicate of a line suffices."""

from partnerships.errors import NotAllowed
from partnerships.languages import N_
from partnerships.permissions.predicates import (
    OfAHome,
    Predicate,
    is_administrator,
    is_coordinator_of_home,
    is_of_team,
    is_officer_of_home,
    is_signed_in,
)
from partnerships.permissions.viewer import Viewer

ANYONE: tuple[Predicate, ...] = (is_signed_in,)
OFFICER: tuple[Predicate, ...] = (is_officer_of_home,)
COORDINATOR: tuple[Predicate, ...] = (is_coordinator_of_home,)
ADMINISTRATOR: tuple[Predicate, ...] = (is_administrator,)

RULES: dict[str, tuple[Predicate, ...]] = {
    "account.own": ANYONE,  # own password, language, sessions
    "account.manage": ADMINISTRATOR,
    "activity.read": ANYONE,
    "activity.write": OFFICER,
    "agreement.conclude": COORDINATOR,  # lifecycle ends: terminated, superseded, abandoned
    "agreement.read": ANYONE,
    "agreement.write": OFFICER,
    "area.manage": ADMINISTRATOR,
    "area.read": ANYONE,
    "audit.read": ADMINISTRATOR,
    "brief.issue": OFFICER,
    "brief.issue_public": COORDINATOR,
    "brief.print": ANYONE,
    "calendar.own": ANYONE,  # feeds of what one may see
    "calendar.read": ANYONE,
    "checklist.manage": COORDINATOR,
    "checklist.read": ANYONE,
    "city.read": ANYONE,
    "city.set_home": ADMINISTRATOR,
    "city.write": OFFICER,
    "dashboard.read": ANYONE,
    "document.read": ANYONE,
    "document.write": OFFICER,
    "gift.read": ANYONE,
    "gift.write": OFFICER,
    "label.manage": ADMINISTRATOR,
    "letter.read": ANYONE,
    "letter.write": OFFICER,
    "organisation.read": ANYONE,
    "organisation.write": OFFICER,
    "partnership.conclude": COORDINATOR,  # lifecycle ends: a tie suspended or ended by the home side
    "partnership.read": ANYONE,
    "partnership.write": OFFICER,
    "person.read": ANYONE,
    "person.read_needs": COORDINATOR,  # and whoever runs a visit of theirs: queries.visit.may_read_needs
    "person.read_private": OFFICER,  # contacts
    "person.write": OFFICER,
    "record.restrict": COORDINATOR,  # set or lift the disclosure "restricted" on another's record
    "saved_view.own": ANYONE,  # keep the conditions of a list for oneself
    "saved_view.share": OFFICER,  # and for the colleagues of one's home side
    "visit.erase": COORDINATOR,  # the personal data of those who took part, before its time
    "visit.read": ANYONE,
    "visit.read_private": (is_of_team, is_coordinator_of_home),  # the needs of those who take part, how they travel
    "visit.write": OFFICER,
    "watch.handle": OFFICER,
    "watch.read": ANYONE,
}


def may(viewer: Viewer, action: str, record: OfAHome | None = None) -> bool:
    """Whether ``viewer`` may do ``action``, on ``record`` when one is given. Unknown actions raise ``KeyError``."""
    return any(predicate(viewer, record) for predicate in RULES[action])


def ensure_may(viewer: Viewer, action: str, record: OfAHome | None = None) -> None:
    """Raise :class:`NotAllowed` unless ``viewer`` may do ``action``."""
    if not may(viewer, action, record):
        raise NotAllowed(N_("Your account may not do this."))
