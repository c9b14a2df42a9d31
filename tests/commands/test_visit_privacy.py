"""Personal data of those who took part: who may read it, and that it goes once its time is over, from the trail too."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import String, cast, select

from partnerships.adapters.clock import utc_now
from partnerships.commands.person import revise_person
from partnerships.commands.visit import erase_due_personal_data, erase_personal_data, revise_member
from partnerships.errors import NotAllowed
from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.audit import AuditEntry
from partnerships.models.city import City
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import Member, Visit, VisitStatus
from partnerships.permissions import SYSTEM
from partnerships.queries.visit import erasure_due, get_visit, may_read_needs
from tests.factories.city import make_city
from tests.factories.person import make_person
from tests.factories.saving import save_again
from tests.factories.visit import make_attendee, make_delegation, make_item, make_leg, make_member, make_visit

DAYS = 180
ENDED = date(2013, 10, 23)
SECRETS = ("견과류", "KE023", "KE024", "시청 앞")


def make_guest(visit: Visit, person: Person | None = None) -> Member:
    """A member with everything that is personal, changed once, so that the trail holds two values of each."""
    guests = make_delegation(visit, make_city())
    member = make_member(guests, person, needs="견과류", arrival="KE023", departure="KE024", hotel="시청 앞")
    loaded = get_visit(SYSTEM, visit.reference)
    revise_member(SYSTEM, loaded.delegations[0], loaded.delegations[0].members[0], needs="견과류와 우유")
    return member


def trail() -> str:
    """All that the audit trail holds, as one text."""
    return "\n".join(db.session.scalars(select(cast(AuditEntry.changes, String))))


def test_it_is_erased_with_all_that_the_trail_held(app: Flask, home: City) -> None:
    visit = make_visit(home)
    member = make_guest(visit)
    assert all(secret.encode("unicode_escape").decode() in trail() or secret in trail() for secret in SECRETS)
    erase_personal_data(SYSTEM, get_visit(SYSTEM, visit.reference))
    member = db.session.get_one(Member, member.id, populate_existing=True)
    assert (member.needs, member.arrival, member.departure, member.hotel) == (None,) * 4
    assert member.title_ko == "국제국장"
    assert not any(secret in trail() or secret.encode("unicode_escape").decode() in trail() for secret in SECRETS)
    assert "erased" in trail() and "erase_personal_data" in set(db.session.scalars(select(AuditEntry.act)))
    assert db.session.get_one(Visit, visit.id).personal_data_erased_at is not None


def test_members_put_away_are_no_exception(app: Flask, home: City) -> None:
    visit = make_visit(home)
    member = make_guest(visit)
    member.archived_at = utc_now()
    save_again(member)
    assert erase_due_personal_data(SYSTEM, ENDED + timedelta(days=DAYS), DAYS) == 1
    assert db.session.get_one(Member, member.id, populate_existing=True).needs is None


def test_the_daily_run_waits_until_the_time_is_over(app: Flask, home: City) -> None:
    make_guest(make_visit(home))
    due = ENDED + timedelta(days=DAYS)
    assert erase_due_personal_data(SYSTEM, due - timedelta(days=1), DAYS) == 0
    assert erase_due_personal_data(SYSTEM, due, DAYS) == 1
    # Late or twice, it comes to the same.
    assert erase_due_personal_data(SYSTEM, due, DAYS) == 0


def test_what_is_entered_afterwards_is_erased_as_well(app: Flask, home: City) -> None:
    visit = make_visit(home)
    member = make_guest(visit)
    due = ENDED + timedelta(days=DAYS)
    erase_due_personal_data(SYSTEM, due, DAYS)
    member = db.session.get_one(Member, member.id, populate_existing=True)
    member.hotel = "시청 앞"
    save_again(member)
    assert erase_due_personal_data(SYSTEM, due, DAYS) == 1


def test_the_time_counts_from_the_last_day_that_is_known(app: Flask, home: City) -> None:
    visit = make_visit(home)
    make_leg(visit, home, departs_on=date(2013, 10, 25))
    assert erasure_due(get_visit(SYSTEM, visit.reference), DAYS) == date(2013, 10, 25) + timedelta(days=DAYS)
    undated = make_visit(home, starts=None, ends=None, status=VisitStatus.REQUESTED)
    assert erasure_due(get_visit(SYSTEM, undated.reference), DAYS) is None
    put_off = make_visit(home, status=VisitStatus.POSTPONED)
    assert erasure_due(get_visit(SYSTEM, put_off.reference), DAYS) is None


def test_the_needs_on_record_go_with_the_last_visit(app: Flask, home: City) -> None:
    once = make_person(needs="채식")
    again = make_person(needs="할랄")
    never = make_person(needs="휠체어")
    visit = make_visit(home)
    make_guest(visit, once)
    make_attendee(make_item(visit), again)
    other = make_visit(home, starts=PartialDate.parse("2014-05-01"), ends=PartialDate.parse("2014-05-02"))
    make_member(make_delegation(other, make_city()), again)
    erase_personal_data(SYSTEM, get_visit(SYSTEM, visit.reference))
    needs = {one.id: one.needs for one in db.session.scalars(select(Person).execution_options(populate_existing=True))}
    assert (needs[once.id], needs[again.id], needs[never.id]) == (None, "할랄", "휠체어")


def test_needs_are_read_by_who_runs_a_visit_that_is_not_over(
    app: Flask, home: City, officer: User, coordinator: User, viewer_user: User
) -> None:
    person = make_person(needs="채식")
    visit = make_visit(home, status=VisitStatus.PLANNED)
    make_member(make_delegation(visit, make_city()), person)
    assert may_read_needs(coordinator, person)
    assert not may_read_needs(officer, person) and not may_read_needs(viewer_user, person)
    visit.owner_id = officer.id
    save_again(visit)
    assert may_read_needs(officer, person)
    assert not may_read_needs(officer, make_person(needs="할랄"))
    visit.status = VisitStatus.REPORTED
    save_again(visit)
    assert not may_read_needs(officer, person)


def test_who_may_not_read_needs_changes_none(app: Flask, officer: User, coordinator: User) -> None:
    person = make_person(needs="채식", phone="1")
    revise_person(officer, person, phone="2")
    revise_person(coordinator, person, needs="할랄")
    with pytest.raises(NotAllowed):
        revise_person(officer, person, needs="없음")
