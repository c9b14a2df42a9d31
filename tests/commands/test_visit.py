"""How visits change: references, the rules of their life, derived instants, numbers and order."""

from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.commands import visit as commands
from partnerships.errors import Conflict, Invalid, NotAllowed
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
    Direction,
    ItemKind,
    Member,
    MemberRole,
    ProgrammeItem,
    Visit,
    VisitStatus,
)
from partnerships.queries import visit as queries
from tests.factories.agreement import make_agreement
from tests.factories.city import make_city, make_home, make_place
from tests.factories.person import make_person, make_post
from tests.factories.visit import make_delegation, make_item, make_leg, make_visit


def reread(user: User, visit: Visit) -> Visit:
    return queries.get_visit(user, visit.reference)


def record(user: User, home_city: City, **details: object) -> Visit:
    said = {"direction": Direction.INBOUND, "title_ko": "시장 방한", "home": home_city, **details}
    return commands.record_visit(user, **said)  # type: ignore[arg-type]  # a table of details


def test_a_visit_is_numbered_by_the_year_it_starts(officer: User, home: City) -> None:
    visit = record(officer, home, starts=PartialDate.parse("2013-10"), status=VisitStatus.COMPLETED)
    assert visit.reference == "VIS-2013-001"
    commands.revise_visit(officer, reread(officer, visit), starts=PartialDate.parse("2014-01-02"))
    assert reread(officer, visit).reference == "VIS-2013-001"


@pytest.mark.parametrize("status", [VisitStatus.CONFIRMED, VisitStatus.UNDER_WAY])
def test_planned_things_need_full_dates_from_their_confirmation_on(
    officer: User, home: City, status: VisitStatus
) -> None:
    with pytest.raises(Invalid) as refusal:
        record(officer, home, status=status, starts=PartialDate.parse("2013-10"), ends=PartialDate.parse("2013-10-21"))
    assert refusal.value.field == "starts"


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"title_ko": None}, "title_ko"),
        ({"starts": PartialDate.parse("2013-10-21"), "ends": PartialDate.parse("2013-10-20")}, "ends"),
        ({"status": VisitStatus.POSTPONED}, "status_reason"),
        ({"status": VisitStatus.COMPLETED, "starts": PartialDate.parse("2999")}, "starts"),
        ({"budget": 1000}, "budget_currency"),
        ({"budget_currency": "won"}, "budget_currency"),
        ({"size": 0}, "size"),
        ({"home": None}, "home"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    officer: User, home: City, details: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        record(officer, home, **details)
    assert refusal.value.field == field


def test_nobody_records_for_a_home_side_of_others(officer: User) -> None:
    with pytest.raises(NotAllowed):
        record(officer, make_home(name_ko="부산광역시"))


def test_a_visit_moves_only_as_its_life_allows(officer: User, home: City) -> None:
    visit = record(officer, home, starts=PartialDate.parse("2013-10-21"), ends=PartialDate.parse("2013-10-21"))
    with pytest.raises(Invalid):
        commands.move_visit(officer, reread(officer, visit), VisitStatus.COMPLETED)
    with pytest.raises(Invalid):
        commands.move_visit(officer, reread(officer, visit), VisitStatus.POSTPONED, " ")
    for status in ("planned", "confirmed", "under_way", "completed", "reported"):
        commands.move_visit(officer, reread(officer, visit), VisitStatus(status))
    assert reread(officer, visit).status is VisitStatus.REPORTED


def test_a_stale_move_is_told(officer: User, home: City) -> None:
    visit = record(officer, home)
    seen = reread(officer, visit).version
    commands.move_visit(officer, reread(officer, visit), VisitStatus.PLANNED, version=seen)
    with pytest.raises(Conflict):
        commands.move_visit(officer, reread(officer, visit), VisitStatus.CANCELLED, "사정", version=seen)


def test_instants_follow_from_the_wall_clock_of_the_stay(officer: User, home: City) -> None:
    visit = make_visit(home)
    leg = make_leg(visit, make_city(zone="America/Los_Angeles"), zone="America/Los_Angeles")
    item = commands.record_item(
        officer,
        reread(officer, visit),
        kind=ItemKind.MEETING,
        title_ko="면담",
        leg=leg,
        day=date(2013, 10, 21),
        starts_at=time(9),
        ends_at=time(10, 30),
    )
    assert item.zone == "America/Los_Angeles"
    assert item.starts_utc == datetime(2013, 10, 21, 16, tzinfo=UTC)
    assert item.ends_utc == datetime(2013, 10, 21, 17, 30, tzinfo=UTC)
    # The clock of the stay was wrong: its items follow.
    found = reread(officer, visit)
    commands.revise_leg(officer, found, found.legs[0], zone="America/New_York")
    item = queries.get_item(officer, visit.reference, 1)
    assert item.starts_utc == datetime(2013, 10, 21, 13, tzinfo=UTC)


def test_an_item_that_moves_to_another_stay_takes_its_clock(officer: User, home: City) -> None:
    visit = make_visit(home, direction=Direction.OUTBOUND)
    west = make_leg(visit, make_city(zone="America/Los_Angeles"), zone="America/Los_Angeles")
    east = make_leg(visit, make_city(zone="America/New_York"), zone="America/New_York", position=2)
    make_item(visit, leg=west, zone="America/Los_Angeles")
    item = queries.get_item(officer, visit.reference, 1)
    commands.revise_item(officer, item, leg=east, zone="America/Los_Angeles")
    assert queries.get_item(officer, visit.reference, 1).starts_utc == datetime(2013, 10, 21, 13, tzinfo=UTC)


def test_numbers_of_items_are_never_given_again(officer: User, home: City) -> None:
    visit = make_visit(home)
    first, second = (
        commands.record_item(officer, reread(officer, visit), kind=ItemKind.OTHER, title_ko="행사") for _ in range(2)
    )
    commands.archive_item(officer, queries.get_item(officer, visit.reference, second.number))
    third = commands.record_item(officer, reread(officer, visit), kind=ItemKind.OTHER, title_ko="행사")
    assert (first.number, second.number, third.number) == (1, 2, 3)


def test_a_place_must_lie_where_the_delegation_stays(officer: User, home: City) -> None:
    visit = make_visit(home)
    leg = make_leg(visit, home)
    elsewhere = make_place(make_city())
    with pytest.raises(Invalid) as refusal:
        commands.record_item(
            officer, reread(officer, visit), kind=ItemKind.MEETING, title_ko="면담", leg=leg, place=elsewhere
        )
    assert refusal.value.field == "place"


def test_a_stay_with_items_is_not_put_away(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_item(visit, leg=make_leg(visit, home))
    found = reread(officer, visit)
    with pytest.raises(Invalid):
        commands.archive_leg(officer, found, found.legs[0])


def test_stays_follow_their_days_of_arrival(officer: User, home: City) -> None:
    visit = make_visit(home, direction=Direction.OUTBOUND)
    for name, day in (("파리", 22), ("런던", 20), ("베를린", 24)):
        city = make_city(name_ko=name)
        commands.add_leg(officer, reread(officer, visit), city=city, arrives_on=date(2013, 10, day))
    assert [leg.city.name_ko for leg in reread(officer, visit).legs] == ["런던", "파리", "베를린"]


def test_the_title_is_the_one_held_when_the_visit_began(officer: User, home: City) -> None:
    person = make_person()
    make_post(person, title_ko="부시장", held_from=PartialDate.parse("2005"), held_to=PartialDate.parse("2010"))
    make_post(person, title_ko="시장", held_from=PartialDate.parse("2011"), held_to=PartialDate.parse("2017-12-12"))
    visit = make_visit(home)
    make_delegation(visit, make_city())
    delegation = reread(officer, visit).delegations[0]
    assert commands.add_member(officer, delegation, person=person).title_ko == "시장"


def test_a_delegation_has_one_head_and_keeps_its_order(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_delegation(visit, make_city())

    def add(title: str, **details: object) -> Member:
        delegation = reread(officer, visit).delegations[0]
        return commands.add_member(officer, delegation, title_ko=title, **details)  # type: ignore[arg-type]

    add("국장")
    add("과장")
    add("시장", role=MemberRole.HEAD)
    add("시의원", position=2)
    members = queries.members_of(reread(officer, visit).delegations[0])
    assert [member.title_ko for member in members] == ["시장", "시의원", "국장", "과장"]
    assert [member.position for member in members] == [1, 2, 3, 4]
    with pytest.raises(Invalid) as refusal:
        add("부시장", role=MemberRole.HEAD)
    assert refusal.value.field == "role"


@pytest.mark.parametrize(("details", "field"), [({}, "person"), ({"title_ko": "대표단 전원", "count": 0}, "count")])
def test_somebody_must_be_said_to_attend(officer: User, home: City, details: dict[str, object], field: str) -> None:
    visit = make_visit(home)
    make_item(visit)
    item = queries.get_item(officer, visit.reference, 1)
    with pytest.raises(Invalid) as refusal:
        commands.add_attendee(officer, item, side=Side.PARTNER, **details)  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_a_person_attends_once(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_item(visit)
    person = make_person()
    commands.add_attendee(officer, queries.get_item(officer, visit.reference, 1), side=Side.HOME, person=person)
    with pytest.raises(Invalid):
        commands.add_attendee(officer, queries.get_item(officer, visit.reference, 1), side=Side.PARTNER, person=person)


def test_an_agreement_is_signed_at_one_item_and_on_its_day(officer: User, home: City, session: Session) -> None:
    visit = make_visit(home)
    make_item(visit, 1)
    make_item(visit, 2)
    signed = make_agreement(home)
    commands.sign_agreement_at(officer, queries.get_item(officer, visit.reference, 1), signed)
    item = session.scalars(select(ProgrammeItem).where(ProgrammeItem.number == 1)).one()
    assert signed.signed_at_item_id == item.id
    with pytest.raises(Invalid):
        commands.sign_agreement_at(officer, queries.get_item(officer, visit.reference, 2), signed)
    other = make_agreement(home, signed=PartialDate.parse("2012-05-01"))
    with pytest.raises(Invalid):
        commands.sign_agreement_at(officer, queries.get_item(officer, visit.reference, 2), other)
    commands.detach_agreement(officer, queries.get_item(officer, visit.reference, 1), signed)
    assert signed.signed_at_item_id is None
