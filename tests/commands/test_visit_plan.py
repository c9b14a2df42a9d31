"""How a visit is planned: its team, its journey over zones, the tasks of its checklist, its copy and its return."""

from datetime import date, time, timedelta

import pytest

from partnerships.adapters.clock import today_in
from partnerships.commands import visit as commands
from partnerships.errors import Invalid, NotAllowed
from partnerships.models.account import Role, User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
    Anchor,
    Attendance,
    ChecklistStep,
    Direction,
    MemberRole,
    Task,
    TaskStatus,
    Visit,
    VisitKind,
    VisitStatus,
)
from partnerships.queries import visit as queries
from partnerships.queries.visit.copying import get_visit_to_copy
from tests.factories.account import make_user
from tests.factories.city import make_city, make_home
from tests.factories.partnership import make_partnership
from tests.factories.person import make_person, make_post
from tests.factories.visit import (
    make_attendee,
    make_delegation,
    make_item,
    make_leg,
    make_member,
    make_step,
    make_team_member,
    make_visit,
)
from tests.factories.visit_plan import make_checklist_step, make_task

AHEAD = date(2031, 5, 20)


def reread(user: User, visit: Visit) -> Visit:
    return queries.get_visit(user, visit.reference)


def make_planned(home: City, **details: object) -> Visit:
    """A visit of three days, years ahead."""
    days = {"starts": PartialDate.of(AHEAD), "ends": PartialDate.of(AHEAD + timedelta(days=2))}
    return make_visit(home, **{"status": VisitStatus.PLANNED, **days, **details})


def tasks_of(visit: Visit) -> dict[str | None, Task]:
    return {task.title_ko: task for task in queries.list_tasks(visit)}


# --- The visit itself ---


def test_a_travel_order_is_of_outbound_visits_only(officer: User, home: City) -> None:
    visit = make_planned(home)
    with pytest.raises(Invalid) as refused:
        commands.revise_visit(officer, reread(officer, visit), travel_order="국제-12")
    assert refused.value.field == "travel_order"
    commands.revise_visit(officer, reread(officer, visit), direction=Direction.OUTBOUND, travel_order="국제-12")
    assert reread(officer, visit).travel_order == "국제-12"


def test_the_day_of_the_report_is_kept(officer: User, home: City) -> None:
    visit = make_visit(home)
    commands.move_visit(officer, reread(officer, visit), VisitStatus.REPORTED)
    assert reread(officer, visit).reported_on == today_in("Asia/Seoul")


def test_a_report_is_not_due_before_the_end(officer: User, home: City) -> None:
    visit = make_planned(home)
    with pytest.raises(Invalid) as refused:
        commands.revise_visit(officer, reread(officer, visit), report_due_on=AHEAD)
    assert refused.value.field == "report_due_on"


# --- Team ---


def test_the_team_sees_a_restricted_visit(officer: User, home: City) -> None:
    colleague = make_user(role=Role.OFFICER, homes=[home])
    visit = make_planned(home, disclosure=Disclosure.RESTRICTED, owner=officer)
    commands.add_team_member(officer, reread(officer, visit), user=colleague, duty_ko="의전")
    assert [member.user_id for member in reread(colleague, visit).team] == [colleague.id]


@pytest.mark.parametrize(
    ("details", "field"), [({}, "user"), ({"name": "이기사", "colleague": True}, "name"), ({"stranger": True}, "user")]
)
def test_one_of_the_team_is_a_colleague_or_somebody_by_name(
    officer: User, home: City, details: dict[str, object], field: str
) -> None:
    stranger = make_user(homes=[make_home(name_ko="부산광역시", name_en="Busan")])
    said: dict[str, object] = {"name": details.get("name")}
    if "colleague" in details:
        said["user"] = officer
    if "stranger" in details:
        said["user"] = stranger
    with pytest.raises(Invalid) as refused:
        commands.add_team_member(officer, reread(officer, make_planned(home)), **said)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_colleague_is_in_the_team_once(officer: User, home: City) -> None:
    visit = make_planned(home)
    commands.add_team_member(officer, reread(officer, visit), user=officer)
    with pytest.raises(Invalid):
        commands.add_team_member(officer, reread(officer, visit), user=officer)


# --- Journey ---


def test_stays_follow_the_instants_and_not_the_calendar(officer: User, home: City) -> None:
    """From Auckland to Honolulu one arrives, by the calendar, on the day before."""
    visit = make_planned(home, direction=Direction.OUTBOUND)
    honolulu = make_city(name_ko="호놀룰루", name_en="Honolulu", zone="Pacific/Honolulu")
    auckland = make_city(name_ko="오클랜드", name_en="Auckland", zone="Pacific/Auckland")
    commands.add_leg(officer, reread(officer, visit), city=honolulu, arrives_on=date(2031, 5, 21), arrives_at=time(7))
    commands.add_leg(
        officer,
        reread(officer, visit),
        city=auckland,
        arrives_on=date(2031, 5, 21),
        arrives_at=time(9),
        departs_on=date(2031, 5, 21),
        departs_at=time(20),
    )
    stays = queries.itinerary_of(reread(officer, visit))
    assert [stay.leg.city.name_en for stay in stays] == ["Auckland", "Honolulu"]
    way = stays[1].way
    assert way is not None
    assert (way.hours, way.shift, way.goes_back) == ((9, 0), -22 * 60, True)
    assert not way.is_impossible


def test_arriving_before_having_left_is_noticed(officer: User, home: City) -> None:
    visit = make_planned(home, direction=Direction.OUTBOUND)
    seoul, tokyo = make_city(zone="Asia/Seoul"), make_city(zone="Asia/Tokyo")
    day = date(2031, 5, 21)
    make_leg(visit, seoul, position=1, arrives_on=day, departs_on=day, departs_at=time(18))
    make_leg(visit, tokyo, position=2, arrives_on=day, arrives_at=time(17), departs_on=day)
    way = queries.itinerary_of(reread(officer, visit))[1].way
    assert way is not None and way.is_impossible


def test_within_a_stay_the_departure_comes_after_the_arrival(officer: User, home: City) -> None:
    visit, day = make_planned(home), date(2031, 5, 21)
    with pytest.raises(Invalid) as refused:
        commands.add_leg(
            officer,
            reread(officer, visit),
            city=make_city(zone="Asia/Tokyo"),
            arrives_on=day,
            arrives_at=time(10),
            departs_on=day,
            departs_at=time(9),
        )
    assert refused.value.field == "departs_at"


def test_a_time_needs_its_day(officer: User, home: City) -> None:
    with pytest.raises(Invalid) as refused:
        city = make_city(zone="Asia/Tokyo")
        commands.add_leg(officer, reread(officer, make_planned(home)), city=city, departs_at=time(9))
    assert refused.value.field == "departs_on"


# --- Checklist and tasks ---


def test_the_steps_that_fit_become_tasks_once(officer: User, home: City) -> None:
    make_checklist_step(home, title_ko="초청장", offset_days=-60)
    make_checklist_step(home, title_ko="출장명령", direction=Direction.OUTBOUND)
    make_checklist_step(home, title_ko="배우자 일정", kind=VisitKind.OFFICIAL, direction=Direction.INBOUND)
    make_checklist_step(home, title_ko="통상 상담", kind=VisitKind.TRADE)
    make_checklist_step(home, title_ko="감사 서한", anchor=Anchor.DEPARTURE, offset_days=7)
    make_checklist_step(make_home(name_ko="부산광역시", name_en="Busan"), title_ko="부산의 일")
    visit = make_planned(home, owner=officer)
    assert commands.begin_checklist(officer, reread(officer, visit)) == 3
    tasks = tasks_of(visit)
    assert {name: task.due_on for name, task in tasks.items()} == {
        "초청장": AHEAD - timedelta(days=60),
        "배우자 일정": AHEAD - timedelta(days=30),
        "감사 서한": AHEAD + timedelta(days=9),
    }
    assert {task.owner_id for task in tasks.values()} == {officer.id}
    commands.archive_task(officer, reread(officer, visit), tasks["초청장"])
    assert commands.begin_checklist(officer, reread(officer, visit)) == 0


def test_a_past_visit_begins_no_checklist(officer: User, home: City) -> None:
    make_checklist_step(home)
    with pytest.raises(Invalid):
        commands.begin_checklist(officer, reread(officer, make_visit(home)))


def test_due_dates_follow_the_visit_unless_they_are_set_or_done(officer: User, home: City) -> None:
    for name in ("따라감", "정한 날", "끝난 일"):
        make_checklist_step(home, title_ko=name, offset_days=-10)
    visit = make_planned(home)
    commands.begin_checklist(officer, reread(officer, visit))
    tasks = tasks_of(visit)
    fixed = AHEAD - timedelta(days=3)
    commands.revise_task(officer, reread(officer, visit), tasks["정한 날"], due_on=fixed)
    commands.finish_task(officer, reread(officer, visit), tasks["끝난 일"], AHEAD)
    moved = AHEAD + timedelta(days=30)
    days = {"starts": PartialDate.of(moved), "ends": PartialDate.of(moved)}
    commands.revise_visit(officer, reread(officer, visit), **days)  # type: ignore[arg-type]  # a table of details
    assert {name: task.due_on for name, task in tasks_of(visit).items()} == {
        "따라감": moved - timedelta(days=10),
        "정한 날": fixed,
        "끝난 일": AHEAD - timedelta(days=10),
    }


def test_due_dates_follow_the_first_arrival(officer: User, home: City) -> None:
    make_checklist_step(home, offset_days=-10)
    visit = make_planned(home)
    commands.begin_checklist(officer, reread(officer, visit))
    arrival = AHEAD - timedelta(days=1)
    leg = commands.add_leg(officer, reread(officer, visit), city=home, zone="Asia/Seoul", arrives_on=arrival)
    (task,) = queries.list_tasks(visit)
    assert task.due_on == arrival - timedelta(days=10)
    commands.archive_leg(officer, reread(officer, visit), leg)
    assert task.due_on == AHEAD - timedelta(days=10)


def test_a_task_is_due_on_a_day_or_counted_not_both(officer: User, home: City) -> None:
    visit = make_planned(home)
    task = commands.add_task(officer, reread(officer, visit), title_ko="좌석", anchor=Anchor.DEPARTURE, offset_days=-1)
    assert task.due_on == AHEAD + timedelta(days=1)
    with pytest.raises(Invalid) as refused:
        commands.revise_task(officer, reread(officer, visit), task, due_on=AHEAD, offset_days=-2)
    assert refused.value.field == "due_on"
    with pytest.raises(Invalid) as refused:
        commands.add_task(officer, reread(officer, visit), title_ko="명패", anchor=Anchor.ARRIVAL)
    assert refused.value.field == "offset_days"


def test_a_task_is_dropped_for_a_reason_and_taken_up_again(officer: User, home: City) -> None:
    visit = make_planned(home)
    task = make_task(visit)
    with pytest.raises(Invalid) as refused:
        commands.drop_task(officer, reread(officer, visit), task, " ")
    assert refused.value.field == "reason"
    commands.drop_task(officer, reread(officer, visit), task, "무비자 입국")
    assert (task.status, task.status_reason) == (TaskStatus.DROPPED, "무비자 입국")
    commands.reopen_task(officer, reread(officer, visit), task)
    assert (task.status, task.status_reason) == (TaskStatus.OPEN, None)


def test_tasks_belong_to_the_home_side(officer: User, viewer_user: User, home: City) -> None:
    visit = make_planned(home)
    stranger = make_user(homes=[])
    with pytest.raises(Invalid) as refused:
        commands.add_task(officer, reread(officer, visit), title_ko="좌석", owner=stranger)
    assert refused.value.field == "owner"
    with pytest.raises(NotAllowed):
        commands.finish_task(viewer_user, reread(viewer_user, visit), make_task(visit), AHEAD)


def test_the_starter_list_is_taken_over_once_by_a_coordinator_of_the_home(
    officer: User, coordinator: User, home: City
) -> None:
    with pytest.raises(NotAllowed):
        commands.take_over_starter_list(officer, home)
    with pytest.raises(NotAllowed):
        commands.take_over_starter_list(coordinator, make_home(name_ko="부산광역시", name_en="Busan"))
    count = commands.take_over_starter_list(coordinator, home)
    steps = queries.list_checklist(frozenset({home.id}))
    assert count == len(steps) >= 25
    assert all(step.title_ko and step.title_en for step in steps)
    assert [(step.anchor, step.offset_days) for step in steps] == sorted((one.anchor, one.offset_days) for one in steps)
    with pytest.raises(Invalid):
        commands.take_over_starter_list(coordinator, home)


def test_a_step_that_changes_leaves_the_tasks_made_of_it(officer: User, coordinator: User, home: City) -> None:
    step: ChecklistStep = make_checklist_step(home, title_ko="초청장", offset_days=-60)
    visit = make_planned(home)
    commands.begin_checklist(officer, reread(officer, visit))
    commands.revise_checklist_step(coordinator, home, step, offset_days=-90)
    assert tasks_of(visit)["초청장"].due_on == AHEAD - timedelta(days=60)


# --- Return visit ---


def test_only_a_visit_that_took_place_is_owed_one(officer: User, home: City) -> None:
    with pytest.raises(Invalid):
        commands.note_return_owed(officer, reread(officer, make_planned(home)), True)
    with pytest.raises(Invalid):
        commands.note_return_owed(officer, reread(officer, make_visit(home, direction=Direction.ONLINE)), True)


def test_a_return_is_owed_until_a_visit_that_answers_took_place(officer: User, home: City) -> None:
    tie = make_partnership(home, make_city())
    visit = make_visit(home, partnerships=[tie])
    commands.note_return_owed(officer, reread(officer, visit), True)
    assert [owed.planned for owed in queries.list_returns_owed(officer, [visit])] == [None]
    answer = make_planned(home, direction=Direction.OUTBOUND, returns_visit=visit)
    assert [owed.planned for owed in queries.list_returns_owed(officer, [visit])] == [answer]
    make_visit(home, direction=Direction.OUTBOUND, returns_visit=visit)
    assert list(queries.list_returns_owed(officer, [visit])) == []


def test_the_return_visit_is_recorded_with_its_stays(officer: User, home: City) -> None:
    visit = make_visit(home)
    partner = make_city(zone="America/Los_Angeles")
    starts = PartialDate.of(AHEAD)
    made = commands.record_return_visit(
        officer,
        visit,
        [partner],
        direction=Direction.OUTBOUND,
        title_ko="답방",
        home=home,
        starts=starts,
        ends=starts,
    )
    found = reread(officer, made)
    assert found.returns_visit_id == visit.id
    assert [(leg.city_id, leg.arrives_on, leg.zone) for leg in found.legs] == [
        (partner.id, AHEAD, "America/Los_Angeles")
    ]


# --- Copy ---


def copy(user: User, visit: Visit, **details: object) -> Visit:
    said = {
        "title_ko": "새 방문",
        "title_en": None,
        "starts": AHEAD,
        "delegations": True,
        "programme": True,
        "team": True,
        "tasks": True,
        **details,
    }
    made = commands.copy_visit(user, get_visit_to_copy(user, visit.reference), **said)  # type: ignore[arg-type]
    return get_visit_to_copy(user, made.reference)


def make_visit_of_2013(home: City, officer: User) -> Visit:
    """With a mayor who has left office since, an item with attendees and steps, and two tasks."""
    partner = make_city(zone="America/Los_Angeles")
    visit = make_visit(home, partnerships=[make_partnership(home, partner)], report_due_on=date(2013, 12, 1))
    leg = make_leg(visit, home, arrives_at=time(10), arrives_by="KE24")
    delegation = make_delegation(visit, partner)
    mayor = make_person(name_ko="에드윈 리", name_en="Edwin Lee")
    make_post(mayor, city=partner, held_from=PartialDate.parse("2011"), held_to=PartialDate.parse("2017-12-12"))
    head = make_member(
        delegation, mayor, role=MemberRole.HEAD, title_ko="시장", title_en="Mayor", needs="채식", hotel="시청 앞"
    )
    item = make_item(visit, 3, leg_id=leg.id, source="보도자료")
    make_attendee(item, mayor, title_ko="시장", title_en="Mayor", member_id=head.id)
    make_attendee(item, title_ko="행정부시장", side=Side.HOME, position=2)
    make_step(item)
    make_team_member(visit, user=officer)
    make_task(visit, title_ko="깃발", due_on=date(2013, 10, 18), status=TaskStatus.DONE, done_on=date(2013, 10, 18))
    make_task(visit, title_ko="점검표의 일", step_id=make_checklist_step(home).id)
    return visit


def test_a_copy_moves_all_days_and_leaves_behind_what_only_happened_then(officer: User, home: City) -> None:
    source = make_visit_of_2013(home, officer)
    made = copy(officer, source)
    assert (made.status, made.copied_from_id, made.owner_id) == (VisitStatus.REQUESTED, source.id, officer.id)
    assert made.starts == PartialDate.of(AHEAD)
    assert made.ends == PartialDate.of(AHEAD + timedelta(days=3))
    assert (made.report_due_on, made.partnerships) == (None, reread(officer, source).partnerships)
    (leg,) = made.legs
    assert (leg.arrives_on, leg.arrives_at, leg.arrives_by) == (AHEAD, time(10), None)
    (delegation,) = made.delegations
    (head,) = delegation.members
    assert (head.role, head.needs, head.hotel, head.title_ko) == (MemberRole.HEAD, None, None, None)
    (item,) = made.items
    assert (item.number, item.day, item.starts_at, item.leg_id) == (1, AHEAD + timedelta(days=1), time(9), leg.id)
    assert item.starts_utc is not None and item.starts_utc.date() == AHEAD + timedelta(days=1)
    assert (len(item.steps), item.source) == (1, None)
    assert [(one.attendance, one.member_id, one.title_ko) for one in item.attendees] == [
        (Attendance.INVITED, head.id, None),
        (Attendance.INVITED, None, "행정부시장"),
    ]
    assert [member.user_id for member in made.team] == [officer.id]
    (task,) = made.tasks
    assert (task.title_ko, task.status, task.due_on) == ("깃발", TaskStatus.OPEN, AHEAD - timedelta(days=2))


def test_a_copy_takes_over_what_is_asked_for(officer: User, home: City) -> None:
    source = make_visit_of_2013(home, officer)
    made = copy(officer, source, delegations=False, team=False, tasks=False)
    assert (made.delegations, made.team, made.tasks, made.size) == ([], [], [], None)
    assert [one.title_ko for one in made.items[0].attendees] == ["행정부시장"]


def test_a_copy_of_undated_plans_leaves_the_days_open(officer: User, home: City) -> None:
    source = make_visit(home, starts=PartialDate.parse("2013"), ends=None)
    make_item(source, day=None, starts_at=None, ends_at=None)
    made = copy(officer, source)
    assert (made.starts, made.ends, made.items[0].day) == (PartialDate.of(AHEAD), None, None)


def test_who_died_since_does_not_come_again(officer: User, home: City) -> None:
    source = make_visit(home)
    delegation = make_delegation(source, make_city())
    make_member(delegation, make_person(died=PartialDate.parse("2017-12-12")))
    make_member(delegation, make_person(), position=2)
    assert len(copy(officer, source).delegations[0].members) == 1
