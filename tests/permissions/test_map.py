"""The whole permission map, role by role: what stands here is what the office was promised."""

from dataclasses import dataclass

import pytest

from partnerships.errors import NotAllowed
from partnerships.models.account import Role
from partnerships.permissions import SYSTEM, ensure_may, may
from partnerships.permissions.map import RULES

HOME, ABROAD = 1, 2

# Who may do it on the own side: v(iewer), o(fficer), c(oordinator), a(dministrator who is a viewer otherwise).
PROMISED = {
    "account.own": "voca",
    "account.manage": "a",
    "activity.read": "voca",
    "activity.write": "oc",
    "agreement.conclude": "c",
    "agreement.read": "voca",
    "agreement.write": "oc",
    "area.manage": "a",
    "area.read": "voca",
    "audit.read": "a",
    "brief.issue": "oc",
    "brief.issue_public": "c",
    "brief.print": "voca",
    "calendar.own": "voca",
    "calendar.read": "voca",
    "checklist.manage": "c",
    "checklist.read": "voca",
    "city.read": "voca",
    "city.set_home": "a",
    "city.write": "oc",
    "dashboard.read": "voca",
    "document.read": "voca",
    "document.write": "oc",
    "gift.read": "voca",
    "gift.write": "oc",
    "label.manage": "a",
    "letter.read": "voca",
    "letter.write": "oc",
    "organisation.read": "voca",
    "organisation.write": "oc",
    "partnership.conclude": "c",
    "partnership.read": "voca",
    "partnership.write": "oc",
    "person.read": "voca",
    "person.read_needs": "c",
    "person.read_private": "oc",
    "person.write": "oc",
    "record.restrict": "c",
    "saved_view.own": "voca",
    "saved_view.share": "oc",
    "visit.erase": "c",
    "visit.read": "voca",
    "visit.read_private": "c",
    "visit.write": "oc",
    "watch.handle": "oc",
    "watch.read": "voca",
}


@dataclass(frozen=True)
class Somebody:
    """An account as the rules see it."""

    role: Role = Role.VIEWER
    is_administrator: bool = False
    home_ids: frozenset[int] = frozenset({HOME})
    id: int | None = 1


@dataclass(frozen=True)
class OfSide:
    """A record as the rules see it."""

    home_id: int | None


EVERYBODY = {
    "v": Somebody(),
    "o": Somebody(Role.OFFICER),
    "c": Somebody(Role.COORDINATOR),
    "a": Somebody(is_administrator=True),
}


def test_every_action_of_the_map_is_promised_and_nothing_else() -> None:
    assert set(RULES) == set(PROMISED)


@pytest.mark.parametrize("action", sorted(PROMISED))
@pytest.mark.parametrize("who", EVERYBODY)
def test_each_role_may_what_it_was_promised(action: str, who: str) -> None:
    promised = who in PROMISED[action]
    assert may(EVERYBODY[who], action) is promised
    assert may(EVERYBODY[who], action, OfSide(HOME)) is promised
    # The shared directory belongs to no side.
    assert may(EVERYBODY[who], action, OfSide(None)) is promised


@pytest.mark.parametrize("action", sorted(PROMISED))
@pytest.mark.parametrize("who", EVERYBODY)
def test_officers_and_coordinators_work_on_their_own_side_only(action: str, who: str) -> None:
    # What anybody or an administrator may do hangs on no side; what may be seen of it is asked by visibility.
    of_any_side = PROMISED[action] in ("voca", "a")
    promised = who in PROMISED[action] and of_any_side
    assert may(EVERYBODY[who], action, OfSide(ABROAD)) is promised


@pytest.mark.parametrize("action", sorted(PROMISED))
def test_the_system_may_do_everything_on_every_side(action: str) -> None:
    assert may(SYSTEM, action) and may(SYSTEM, action, OfSide(ABROAD))


def test_an_unknown_action_is_a_mistake_in_the_code() -> None:
    with pytest.raises(KeyError):
        may(EVERYBODY["a"], "city.blow_up")


def test_what_may_not_be_done_is_refused() -> None:
    with pytest.raises(NotAllowed):
        ensure_may(EVERYBODY["v"], "city.write")
    ensure_may(EVERYBODY["o"], "city.write")
