"""What every act promises: all or nothing, told in the trail, numbered once, and no two officers over one another."""

import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from partnerships.commands import city as commands
from partnerships.commands.audit import UnnamedAct
from partnerships.commands.references import next_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Conflict
from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.audit import AuditEntry
from partnerships.models.city import City
from partnerships.models.partnership import Partnership
from partnerships.permissions import SYSTEM
from tests.factories.city import make_city
from tests.factories.partnership import make_partnership

Result = TypeVar("Result")
OFFICERS = 6


def at_once(app: Flask, act: Callable[[int], Result]) -> list[Result | Exception]:
    """What comes of ``act`` when several officers do it at the same moment, each over a connection of their own."""
    together = Barrier(OFFICERS)

    def one(number: int) -> Result | Exception:
        with app.app_context():
            together.wait(timeout=20)
            try:
                return act(number)
            except Exception as error:
                return error

    db.session.commit()
    with ThreadPoolExecutor(OFFICERS) as pool:
        return list(pool.map(one, range(OFFICERS)))


def test_references_count_for_themselves_by_prefix_and_year(session: Session) -> None:
    with transaction(SYSTEM, "record_city"):
        given = [next_reference("AGR", 2013), next_reference("AGR", 2013), next_reference("AGR", 2014)]
        given += [next_reference("VIS", 2013), next_reference("CTY"), next_reference("CTY")]
    assert given == ["AGR-2013-001", "AGR-2013-002", "AGR-2014-001", "VIS-2013-001", "CTY-00001", "CTY-00002"]


def test_a_reference_is_given_once_whatever_becomes_of_its_record(session: Session, officer: User) -> None:
    first = commands.record_city(officer, name_ko="도쿄도", country="JP")
    commands.archive_city(officer, first)
    second = commands.record_city(officer, name_ko="도쿄도", country="JP")
    assert (first.reference, second.reference) == ("CTY-00002", "CTY-00003")


def test_a_dated_record_is_numbered_by_its_own_year(home: City) -> None:
    ties = [make_partnership(home, year=year) for year in (1976, 1976, 2013)]
    assert [tie.reference for tie in ties] == ["TIE-1976-001", "TIE-1976-002", "TIE-2013-001"]


def test_officers_at_the_same_moment_get_different_references(app: Flask, session: Session) -> None:
    def record(number: int) -> list[str]:
        names = [f"도시 {number}-{turn}" for turn in range(5)]
        return [commands.record_city(SYSTEM, name_ko=name, country="JP").reference for name in names]

    given = at_once(app, record)
    references = [one for of_officer in given if isinstance(of_officer, list) for one in of_officer]
    assert len(references) == OFFICERS * 5, given
    assert sorted(references) == [f"CTY-{number:05}" for number in range(1, OFFICERS * 5 + 1)]
    assert len(session.scalars(select(AuditEntry).where(AuditEntry.act == "record_city")).all()) == OFFICERS * 5


def test_of_officers_who_save_the_same_version_one_wins_and_the_others_are_told(app: Flask, session: Session) -> None:
    reference, version = (city := make_city(name_local="처음")).reference, city.version

    def revise(number: int) -> str:
        mine = db.session.scalars(select(City).where(City.reference == reference)).one()
        commands.revise_city(SYSTEM, mine, version, name_local=f"직원 {number}")
        return f"직원 {number}"

    outcomes = at_once(app, revise)
    won = [one for one in outcomes if isinstance(one, str)]
    assert Counter(type(one) for one in outcomes) == {str: 1, Conflict: OFFICERS - 1}, outcomes
    session.refresh(city)
    assert (city.name_local, city.version) == (won[0], version + 1)
    told = session.scalars(select(AuditEntry).where(AuditEntry.act == "revise_city")).all()
    assert [entry.changes["name_local"] for entry in told] == [["처음", won[0]]]


def test_a_pair_of_cities_is_tied_once_even_by_two_officers_at_once(app: Flask, session: Session, home: City) -> None:
    home_id, partner_id = home.id, make_city().id

    def tie(_number: int) -> str:
        home_side, partner = (db.session.get_one(City, one) for one in (home_id, partner_id))
        return make_partnership(home_side, partner).reference

    outcomes = at_once(app, tie)
    assert Counter(type(one) for one in outcomes) == {str: 1, Conflict: OFFICERS - 1}, outcomes
    assert len(session.scalars(select(Partnership)).all()) == 1


def test_an_act_that_fails_leaves_nothing(session: Session, officer: User) -> None:
    entries = len(session.scalars(select(AuditEntry)).all())
    with pytest.raises(RuntimeError), transaction(officer, "record_city"):
        commands.record_city(officer, name_ko="도쿄도", country="JP")
        raise RuntimeError("the power goes out")
    assert session.scalars(select(City.name_ko).where(City.name_ko == "도쿄도")).all() == []
    assert len(session.scalars(select(AuditEntry)).all()) == entries


def test_an_inner_act_joins_the_outer_one(session: Session, officer: User) -> None:
    with transaction(officer, "record_partnership", reason="처음"):
        city = commands.record_city(officer, name_ko="도쿄도", country="JP")
    entry = session.scalars(select(AuditEntry).where(AuditEntry.record_id == city.id)).one()
    assert entry.actor_id == officer.id
    assert session.info.get("act") is None


def test_the_trail_keeps_the_reason(session: Session, officer: User) -> None:
    city = make_city()
    with transaction(officer, "revise_city", reason="이름이 바뀜"):
        city.name_ko = "새 이름"
    entry = session.scalars(select(AuditEntry).where(AuditEntry.act == "revise_city")).one()
    assert (entry.reason, entry.actor_id) == ("이름이 바뀜", officer.id)


def test_nothing_is_changed_without_saying_who_acts(session: Session) -> None:
    city = make_city(name_ko="도쿄도")
    city.name_ko = "에도"
    with pytest.raises(UnnamedAct):
        session.commit()
    session.rollback()
    assert city.name_ko == "도쿄도"


@pytest.mark.parametrize("statement", [update(City).values(name_ko="에도"), delete(City)])
def test_many_records_are_not_changed_past_the_trail(session: Session, statement: object) -> None:
    make_city(name_ko="도쿄도")
    with pytest.raises(UnnamedAct, match=re.escape("bulk change of City")):
        session.execute(statement)  # type: ignore[call-overload]  # both kinds of statements are tried
    assert session.scalars(select(City.name_ko)).all() == ["도쿄도"]


def test_secrets_stay_out_of_the_trail(session: Session, officer: User) -> None:
    with transaction(SYSTEM, "change_password"):
        officer.password_hash = "another"
        officer.session_key = "another-key"
    entry = session.scalars(select(AuditEntry).where(AuditEntry.act == "change_password")).one()
    assert entry.changes == {"password_hash": [None, None], "session_key": [None, None]}
    every = session.scalars(select(AuditEntry)).all()
    assert not any("argon2" in str(one.changes) for one in every)
