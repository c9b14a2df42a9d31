"""Seating plans: who sits where in each shape, that no seats lie over each other, and what the drawing says."""

from itertools import combinations
from xml.etree import ElementTree

import pytest

from partnerships.briefs.drawings.seating import Seat, Seated, SeatingPlan, draw_seating, plan_seats, seat_number
from partnerships.models.visit import Seating

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = (Seating.FACING, Seating.U_SHAPE, Seating.ROUND, Seating.THEATRE)


def people(count: int, name: str) -> list[Seated]:
    return [Seated(f"{name} {number}", post="국장", key=number) for number in range(1, count + 1)]


def plan_of(shape: Seating, home: int, guests: int) -> SeatingPlan:
    interpreters = [Seated("통역", is_interpreter=True, key=900)]
    return plan_seats(
        shape, people(home, "홍길동"), [*people(guests, "Edwin Lee"), *interpreters], "서울", "San Francisco"
    )


def seat(plan: SeatingPlan, side: str, rank: int) -> Seat:
    return next(one for one in plan.seats if (one.side, one.rank, one.is_interpreter) == (side, rank, False))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("home", "guests"), [(1, 1), (3, 3), (7, 7), (3, 11), (20, 20), (60, 60), (0, 6), (9, 0)])
def test_everybody_has_a_seat_and_no_seats_lie_over_each_other(shape: Seating, home: int, guests: int) -> None:
    plan = plan_of(shape, home, guests)
    assert len(plan.seats) == home + guests + 1
    assert len({one.number for one in plan.seats}) == len(plan.seats)
    for one, other in combinations(plan.seats, 2):
        apart = abs(one.x - other.x) >= plan.card.width or abs(one.y - other.y) >= plan.card.height
        assert apart, f"{one.name} sits on {other.name}"


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 3, 7, 20, 60])
def test_no_seat_lies_on_the_table(shape: Seating, count: int) -> None:
    plan = plan_of(shape, count, count)
    tables = [one for one in plan.furniture if one.kind == "table"]
    for one in plan.seats:
        for table in tables:
            beside = one.x + plan.card.width / 2 <= table.x or one.x - plan.card.width / 2 >= table.x + table.width
            above = one.y + plan.card.height / 2 <= table.y or one.y - plan.card.height / 2 >= table.y + table.height
            assert beside or above, one.name


def test_heads_face_each_other_and_the_next_in_rank_sit_at_their_right_hand() -> None:
    plan = plan_of(Seating.FACING, 5, 5)
    host, guest = seat(plan, "home", 1), seat(plan, "partner", 1)
    assert host.x == guest.x and guest.y < host.y
    # Who looks down the drawing has the right hand at its left.
    assert seat(plan, "partner", 2).x < guest.x < seat(plan, "partner", 3).x
    assert seat(plan, "home", 3).x < host.x < seat(plan, "home", 2).x
    interpreter = next(one for one in plan.seats if one.is_interpreter)
    assert interpreter.x == guest.x and interpreter.y < guest.y


def test_heads_sit_opposite_each_other_at_a_round_table() -> None:
    for home, guests in ((1, 1), (3, 4), (7, 7), (2, 9)):
        plan = plan_of(Seating.ROUND, home, guests)
        host, guest = seat(plan, "home", 1), seat(plan, "partner", 1)
        assert abs(host.x - guest.x) < 0.01 and abs(host.y + guest.y) < 0.01
    plan = plan_of(Seating.ROUND, 3, 3)
    # Beside the guest of honour sits the home side, beside the host the guests.
    assert abs(seat(plan, "home", 2).y - seat(plan, "partner", 1).y) < abs(
        seat(plan, "home", 2).y - seat(plan, "home", 1).y
    )


def test_the_guest_of_honour_sits_at_the_right_of_the_host() -> None:
    head_table = plan_of(Seating.U_SHAPE, 5, 5)
    assert seat(head_table, "partner", 1).x < seat(head_table, "home", 1).x
    rows = plan_of(Seating.THEATRE, 5, 5)
    assert seat(rows, "partner", 1).x > seat(rows, "home", 1).x
    assert seat(rows, "partner", 1).y == seat(rows, "home", 1).y


def test_a_large_company_sits_at_tables_of_ten() -> None:
    plan = plan_of(Seating.ROUND, 30, 30)
    assert {one.table for one in plan.seats} == {1, 2, 3, 4, 5, 6}
    assert seat(plan, "home", 1).table == seat(plan, "partner", 1).table == 1
    assert {one.is_guest for one in plan.seats if one.table == 6} == {True, False}


def test_who_was_given_a_seat_sits_there_and_all_others_stay() -> None:
    home = [
        Seated(f"{number}", key=number, seat=seat_number(3, is_guest=False) if number == 1 else None)
        for number in (1, 2, 3)
    ]
    home[2] = Seated("3", key=3, seat=seat_number(1, is_guest=False))
    plan = plan_seats(Seating.FACING, home, people(2, "손님"))
    assert [one.name for one in plan.seats if one.side == "home"] == ["3", "2", "1"]
    assert not plan.is_by_precedence
    # A seat that is not there, and one given twice, are left to precedence.
    odd = [Seated("가", seat=999), Seated("나", seat=seat_number(1, is_guest=False)), Seated("다", seat=1)]
    plan = plan_seats(Seating.FACING, odd, [])
    assert [one.name for one in plan.seats] == ["나", "가", "다"]


def test_whoever_joins_later_moves_nobody() -> None:
    before = {one.who.key: one.number for one in plan_of(Seating.FACING, 4, 3).seats if one.side == "home"}
    after = {one.who.key: one.number for one in plan_of(Seating.FACING, 9, 3).seats if one.side == "home"}
    assert before.items() <= after.items()


def test_a_seat_across_the_table_changes_sides_with_somebody() -> None:
    home = [Seated("주인", seat=seat_number(2, is_guest=True)), Seated("둘째")]
    guests = [Seated("손님"), Seated("셋째", seat=seat_number(1, is_guest=False))]
    plan = plan_seats(Seating.FACING, home, guests)
    assert [(one.side, one.name, one.is_guest) for one in plan.seats] == [
        ("partner", "손님", True),
        ("partner", "주인", False),
        ("home", "셋째", True),
        ("home", "둘째", False),
    ]


def test_the_drawing_names_everybody_and_says_what_it_is() -> None:
    home = [Seated("박원순", "서울특별시장"), Seated("김<&>", absent=True)]
    guests = [Seated("대표단 전원", count=12), Seated("Kimberly Strandberg-Featherstonehaugh Wellington", "Director")]
    tree = ElementTree.fromstring(draw_seating(plan_seats(Seating.FACING, home, guests, "서울", "샌프란시스코"), "ko"))
    assert tree.get("role") == "img" and tree.get("aria-label") == "좌석배치도: 마주 보기"
    words = ["".join(one.itertext()) for one in tree.iter(f"{SVG}text")]
    assert {"박원순", "서울특별시장", "대표단 전원", "12명", "출입구", "서울", "샌프란시스코"} <= set(words)
    # What is too long for its card is whole in what is read out.
    told = [one.text for one in tree.iter(f"{SVG}title")]
    assert "Kimberly Strandberg-Featherstonehaugh Wellington, Director" in told
    assert "김<&>, 불참" in told
    described = tree.findtext(f"{SVG}desc")
    assert (
        described
        == "샌프란시스코: 1 대표단 전원, 2 Kimberly Strandberg-Featherstonehaugh Wellington; 서울: 1 박원순, 2 김<&>"
    )


def test_guests_and_absent_people_are_told_apart_without_colour() -> None:
    plan = plan_seats(Seating.FACING, [Seated("가", absent=True)], [Seated("나")])
    tree = ElementTree.fromstring(draw_seating(plan, "en"))
    cards = {one.findtext(f"{SVG}title"): one.find(f"{SVG}rect") for one in tree.iter(f"{SVG}g")}
    dashed = {name: card.get("stroke-dasharray") for name, card in cards.items() if card is not None}
    assert dashed == {"나": None, "가, does not attend": "5 4"}
    badges = [one.get("fill") for one in tree.iter(f"{SVG}rect") if "seating-badge" in (one.get("class") or "")]
    assert set(badges) == {"#1e2124", "#ffffff"}


LONG = (
    "Vice Mayor for Administrative Affairs II",
    "Director General of International Relations",
    "행정안전부 지방자치분권실 국제협력담당관",
    "Kimberly Strandberg-Featherstonehaugh Wellington",
)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 3, 7, 12, 30])
@pytest.mark.parametrize("named", [True, False])
def test_no_ordinary_name_or_post_is_cut_and_all_stand_within_their_cards(
    shape: Seating, count: int, named: bool
) -> None:
    some = [
        Seated(LONG[number % 4], post=LONG[(number + 1) % 4] if named else "", key=number) for number in range(count)
    ]
    plan = plan_seats(shape, some, some, "Seoul", "Office of the Mayor of San Francisco")
    drawing = draw_seating(plan, "en")
    assert "…" not in drawing
    for one, other in combinations(plan.seats, 2):
        assert abs(one.x - other.x) >= plan.card.width or abs(one.y - other.y) >= plan.card.height
    for group in ElementTree.fromstring(drawing).iter(f"{SVG}g"):
        card = group.find(f"{SVG}rect")
        assert card is not None
        top, high = float(card.get("y", 0)), float(card.get("height", 0))
        lines = [float(one.get("y", 0)) for one in group.findall(f"{SVG}text")][:-1]
        assert all(top + 8 < y < top + high - 4 for y in lines)


def test_rows_before_a_stage_are_wide_where_one_side_is_much_the_larger() -> None:
    plan = plan_of(Seating.THEATRE, 10, 120)
    wide = max(one.x for one in plan.seats) - min(one.x for one in plan.seats)
    high = max(one.y for one in plan.seats) - min(one.y for one in plan.seats)
    assert wide > high
    # The small side does not sit in single file.
    assert len({one.x for one in plan.seats if one.side == "home"}) == 3
    assert seat(plan, "partner", 1).y == seat(plan, "home", 1).y
