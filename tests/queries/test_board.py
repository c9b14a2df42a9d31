"""The programme as a board: its columns, where items stand in them, and whether anything changed."""

from datetime import date, time

from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.visit import Direction, Visit
from partnerships.queries import visit as queries
from partnerships.queries.visit import board as boards
from tests.factories.city import make_city
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_item, make_leg, make_visit

SEOUL = "Asia/Seoul"


def board_of(user: User, visit: Visit) -> boards.Board:
    return boards.board_of(queries.get_programme(user, visit.reference), SEOUL)


def test_every_day_of_a_visit_has_a_column(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_item(visit, 1)
    make_item(visit, 2, day=date(2013, 10, 25))
    make_item(visit, 3, day=None, starts_at=None, ends_at=None)
    make_item(visit, 4, starts_at=None, ends_at=None)
    board = board_of(officer, visit)
    assert [column.day.day for column in board.columns] == [20, 21, 22, 23, 25]
    assert [item.number for item in board.undated] == [3]
    assert [item.number for item in board.columns[1].untimed] == [4]
    assert (board.opens, board.closes) == (8, 20)


def test_what_overlaps_stands_side_by_side(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_item(visit, 1, starts_at=time(9), ends_at=time(11))
    make_item(visit, 2, starts_at=time(9, 30), ends_at=time(10))
    make_item(visit, 3, starts_at=time(10, 3), ends_at=time(10, 8))
    make_item(visit, 4, starts_at=time(11), ends_at=None)
    (column,) = [one for one in board_of(officer, visit).columns if one.slots]
    placed = [(one.item.number, one.top, one.height, one.lane, one.lanes) for one in column.slots]
    assert placed == [(1, 60, 120, 1, 2), (2, 90, 30, 2, 2), (3, 120, 20, 2, 2), (4, 180, 30, 1, 1)]


def test_an_early_and_a_late_item_widen_the_board(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_item(visit, 1, starts_at=time(6, 30), ends_at=time(7))
    make_item(visit, 2, starts_at=time(20), ends_at=time(22, 45))
    board = board_of(officer, visit)
    assert (board.opens, board.closes) == (6, 24)


def test_a_tour_over_the_date_line_has_a_band_for_each_stay(officer: User, home: City) -> None:
    visit = make_visit(home, direction=Direction.OUTBOUND)
    coast = make_city(zone="America/Los_Angeles")
    islands = make_city(zone="Pacific/Honolulu")
    first = make_leg(visit, coast, position=1, arrives_on=date(2013, 10, 20), departs_on=date(2013, 10, 21))
    make_leg(visit, islands, position=2, arrives_on=date(2013, 10, 21), departs_on=date(2013, 10, 22))
    back = make_leg(visit, home, position=3, arrives_on=date(2013, 10, 23), departs_on=date(2013, 10, 23))
    make_item(visit, 1, leg=first, zone=coast.zone)
    make_item(visit, 2, leg=back, day=date(2013, 10, 24))
    board = board_of(officer, visit)
    assert [[column.day.day for column in band.columns] for band in board.bands] == [[20, 21], [21, 22], [23, 24]]
    # Sixteen hours back and over the date line, three more back, then nineteen forward and a day is skipped.
    changes = [(band.change.minutes // 60, band.change.date_line) for band in board.bands if band.change]
    assert changes == [(-16, -1), (-3, 0), (19, 1)]
    assert [column.is_outside for column in board.bands[2].columns] == [False, True]
    assert len({column.key for column in board.columns}) == 6


def test_an_item_of_no_stay_stands_where_the_visit_is_on_that_day(officer: User, home: City) -> None:
    visit = make_visit(home)
    leg = make_leg(visit, home)
    make_item(visit, 1)
    make_item(visit, 2, day=date(2013, 11, 2))
    board = board_of(officer, visit)
    assert [band.leg.id if band.leg else None for band in board.bands] == [leg.id, None]
    assert [slot.item.number for column in board.bands[1].columns for slot in column.slots] == [2]


def test_the_stamp_changes_with_the_programme_and_with_nothing_else(officer: User, home: City) -> None:
    visit, other = make_visit(home), make_visit(home)
    item = make_item(visit, 1)
    before = boards.stamp_of(visit)
    make_item(other, 1)
    assert boards.stamp_of(visit) == before
    make_attendee(item, make_person())
    assert boards.stamp_of(visit) != before
