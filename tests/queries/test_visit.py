"""How visits are found: clashes within a programme, and the days of it."""

from datetime import date, time

from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.visit import Attendance
from partnerships.queries import visit as queries
from tests.factories.city import make_place
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_item, make_visit


def test_what_meets_end_to_end_does_not_clash(officer: User, home: City) -> None:
    visit, place = make_visit(home), make_place(home)
    make_item(visit, 1, place=place, starts_at=time(9), ends_at=time(10))
    make_item(visit, 2, place=place, starts_at=time(10), ends_at=time(11))
    make_item(visit, 3, place=place, starts_at=time(8), ends_at=None)
    assert not queries.clashes_of(queries.get_programme(officer, visit.reference))


def test_an_item_without_an_end_clashes_with_what_runs_when_it_begins(officer: User, home: City) -> None:
    visit, place = make_visit(home), make_place(home)
    make_item(visit, 1, place=place, starts_at=time(9), ends_at=time(10))
    make_item(visit, 2, place=place, starts_at=time(9, 30), ends_at=None)
    clashes = queries.clashes_of(queries.get_programme(officer, visit.reference))
    assert [(clash.kind, clash.first.number, clash.second and clash.second.number) for clash in clashes] == [
        (queries.ClashKind.PLACE, 1, 2)
    ]


def test_whoever_stays_away_is_in_no_two_places(officer: User, home: City) -> None:
    visit, person = make_visit(home), make_person()
    make_attendee(make_item(visit, 1), person)
    make_attendee(make_item(visit, 2), person, attendance=Attendance.EXCUSED)
    assert not queries.clashes_of(queries.get_programme(officer, visit.reference))


def test_clashes_are_found_across_time_zones(officer: User, home: City) -> None:
    visit, person = make_visit(home), make_person()
    make_attendee(make_item(visit, 1), person)
    # Nine in Seoul is five in the afternoon of the day before in San Francisco.
    abroad = make_item(
        visit, 2, day=date(2013, 10, 20), starts_at=time(17), ends_at=time(18), zone="America/Los_Angeles"
    )
    make_attendee(abroad, person)
    kinds = [clash.kind for clash in queries.clashes_of(queries.get_programme(officer, visit.reference))]
    assert kinds == [queries.ClashKind.PERSON]


def test_a_day_tells_its_timed_items_first(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_item(visit, 1, starts_at=None, ends_at=None)
    make_item(visit, 2, starts_at=time(14), ends_at=None)
    make_item(visit, 3, starts_at=time(9), ends_at=None)
    make_item(visit, 4, day=None, starts_at=None, ends_at=None)
    days = queries.days_of(queries.get_programme(officer, visit.reference))
    assert [[item.number for item in day.items] for day in days] == [[3, 2, 1], [4]]
    assert days[1].day is None
