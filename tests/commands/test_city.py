"""How cities change, and what the trail keeps of it."""

from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.commands import city as commands
from partnerships.errors import Conflict, Invalid, NotAllowed
from partnerships.models.account import User
from partnerships.models.audit import AuditEntry
from partnerships.models.base import Disclosure
from partnerships.models.city import City, CityLevel, FactKind
from partnerships.permissions import SYSTEM
from tests.factories.city import make_city, make_fact, make_place


def trail(session: Session, record: City) -> list[AuditEntry]:
    statement = select(AuditEntry).where(AuditEntry.record_table == "cities", AuditEntry.record_id == record.id)
    return list(session.scalars(statement.order_by(AuditEntry.id)))


def test_a_city_is_recorded_with_a_number_and_public(session: Session, officer: User) -> None:
    city = commands.record_city(officer, name_ko="도쿄도", name_en="Tokyo", country="JP", level=CityLevel.PREFECTURE)
    session.refresh(city)
    assert (city.reference, city.version, city.is_home) == ("CTY-00002", 1, False)
    assert city.disclosure is Disclosure.PUBLIC
    assert city.created_at.tzinfo is not None


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"country": "JP"}, "name_ko"),
        ({"name_ko": "", "name_en": None, "country": "JP"}, "name_ko"),
        ({"name_ko": "도쿄도", "country": ""}, "country"),
        ({"name_ko": "도쿄도", "country": "JP", "zone": "Asia/Edo"}, "zone"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    session: Session, officer: User, details: dict[str, str], field: str
) -> None:
    homes = list(officer.homes)
    with pytest.raises(Invalid) as refused:
        commands.record_city(officer, **details)
    assert refused.value.field == field
    assert session.scalars(select(City)).all() == homes
    assert commands.record_city(officer, name_ko="도쿄도", country="JP").reference == "CTY-00002"


def test_the_trail_keeps_who_did_what_with_each_value_before_and_after(session: Session, officer: User) -> None:
    city = commands.record_city(officer, name_ko="도쿄", country="JP")
    commands.revise_city(officer, city, city.version, name_ko="도쿄도", name_en="Tokyo", country="JP")
    recorded, revised = trail(session, city)
    assert (recorded.act, recorded.actor_id, recorded.changes["name_ko"]) == ("record_city", officer.id, [None, "도쿄"])
    assert (revised.act, revised.actor_id) == ("revise_city", officer.id)
    assert revised.changes == {"name_ko": ["도쿄", "도쿄도"], "name_en": [None, "Tokyo"]}


def test_an_act_that_changes_nothing_leaves_no_trace(session: Session, officer: User) -> None:
    city = commands.record_city(officer, name_ko="도쿄도", country="JP")
    commands.revise_city(officer, city, city.version, name_ko="도쿄도", country="JP")
    assert [entry.act for entry in trail(session, city)] == ["record_city"]
    assert city.version == 1


def test_parts_are_told_in_the_history_of_their_city(session: Session, officer: User) -> None:
    city = make_city()
    fact = commands.add_fact(officer, city, kind=FactKind.AREA, number=Decimal("121.4"), unit="km²", source="시 누리집")
    commands.revise_fact(officer, city, fact, fact.version, number=Decimal("121.5"))
    commands.archive_fact(officer, city, fact)
    told = [(entry.act, entry.row_table, sorted(entry.changes)) for entry in trail(session, city)][1:]
    assert told == [
        ("add_fact", "city_facts", ["city_id", "kind", "number", "source", "unit"]),
        ("revise_fact", "city_facts", ["number"]),
        ("archive_fact", "city_facts", ["archived_at"]),
    ]


def test_a_city_is_put_away_and_brought_back(officer: User) -> None:
    city = make_city()
    commands.archive_city(officer, city)
    assert city.is_archived
    commands.restore_city(officer, city)
    assert not city.is_archived


def test_the_home_city_is_not_put_away(officer: User, home: City) -> None:
    with pytest.raises(Invalid):
        commands.archive_city(officer, home)
    assert not home.is_archived


def test_only_an_administrator_names_a_home(officer: User, administrator: User) -> None:
    city = make_city()
    with pytest.raises(NotAllowed):
        commands.revise_city(officer, city, is_home=True)
    commands.revise_city(SYSTEM, city, is_home=True)
    assert city.is_home


def test_who_may_only_read_changes_nothing(session: Session, viewer_user: User) -> None:
    city = make_city()
    fact, place = make_fact(city), make_place(city)
    acts = (
        lambda: commands.record_city(viewer_user, name_ko="도쿄도", country="JP"),
        lambda: commands.revise_city(viewer_user, city, name_ko="도쿄도"),
        lambda: commands.archive_city(viewer_user, city),
        lambda: commands.restore_city(viewer_user, city),
        lambda: commands.add_fact(viewer_user, city, kind=FactKind.AREA, text_ko="넓다", source="시"),
        lambda: commands.revise_fact(viewer_user, city, fact, text_ko="넓다"),
        lambda: commands.archive_fact(viewer_user, city, fact),
        lambda: commands.add_place(viewer_user, city, name_ko="시청"),
        lambda: commands.revise_place(viewer_user, city, place, name_ko="시청"),
        lambda: commands.archive_place(viewer_user, city, place),
    )
    before = len(trail(session, city))
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    assert len(trail(session, city)) == before


def test_only_a_coordinator_restricts_what_is_another_s(officer: User, coordinator: User) -> None:
    city = make_city()
    with pytest.raises(NotAllowed):
        commands.revise_city(officer, city, disclosure=Disclosure.RESTRICTED)
    commands.revise_city(coordinator, city, disclosure=Disclosure.RESTRICTED)
    with pytest.raises(NotAllowed):
        commands.revise_city(officer, city, disclosure=Disclosure.PUBLIC)


def test_the_owner_restricts_the_own_record(officer: User) -> None:
    city = make_city(owner=officer)
    commands.revise_city(officer, city, disclosure=Disclosure.RESTRICTED)
    assert city.disclosure is Disclosure.RESTRICTED


def test_a_version_that_has_passed_is_refused(officer: User, coordinator: User) -> None:
    city = make_city()
    seen = city.version
    commands.revise_city(coordinator, city, seen, name_local="東京")
    with pytest.raises(Conflict):
        commands.revise_city(officer, city, seen, name_local="東京都")
    assert city.name_local == "東京"


@pytest.mark.parametrize("details", [{"source": "시"}, {"text_ko": "넓다"}, {"text_ko": "", "source": "시"}])
def test_a_fact_needs_a_value_and_a_source(officer: User, details: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        commands.add_fact(officer, make_city(), kind=FactKind.AREA, **details)


def test_a_place_needs_a_name(officer: User) -> None:
    with pytest.raises(Invalid):
        commands.add_place(officer, make_city(), capacity=10)
