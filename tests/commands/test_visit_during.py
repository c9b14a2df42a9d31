"""What is noted on the day: late, twice or out of order, it comes to the same; and nothing of a colleague's is lost."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from partnerships.adapters.clock import utc_now
from partnerships.commands import visit as visit_commands
from partnerships.commands.visit import during as commands
from partnerships.errors import Invalid, NotAllowed
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.visit import Attendance, Attendee, ItemNote, ProgrammeItem, VisitStatus
from partnerships.queries import visit as queries
from partnerships.queries.visit.during import get_during
from tests.factories.outcome import make_note
from tests.factories.saving import save_again
from tests.factories.today import make_item_on, make_visit_on
from tests.factories.visit import make_attendee, make_point

KO, EN = Language.KOREAN, Language.ENGLISH


@pytest.fixture
def item(home: City, officer: User) -> ProgrammeItem:
    """A meeting that goes on, with two who are expected and a point to make; loaded as the page of the day does."""
    visit = make_visit_on(home)
    made = make_item_on(visit)
    make_attendee(made, attendance=Attendance.CONFIRMED)
    make_attendee(made, attendance=Attendance.INVITED, title_ko="과장", position=2)
    make_point(made)
    return get_during(officer, visit.reference).items[0]


def attendances(session: Session, item: ProgrammeItem) -> list[Attendance]:
    """As the database has them, by precedence."""
    rows = select(Attendee.attendance).where(Attendee.item_id == item.id).order_by(Attendee.position)
    return list(session.scalars(rows))


def test_of_two_notes_the_later_one_stands_whenever_it_arrives(
    session: Session, officer: User, item: ProgrammeItem
) -> None:
    head, now = item.attendees[0], utc_now()
    assert commands.note_attendance(officer, item, head, Attendance.ATTENDED, now)
    earlier = now - timedelta(minutes=3)
    assert not commands.note_attendance(officer, item, head, Attendance.ABSENT, earlier)
    assert attendances(session, item) == [Attendance.ATTENDED, Attendance.INVITED]
    assert head.noted_at == now


def test_noted_again_later_it_counts_from_then(session: Session, officer: User, item: ProgrammeItem) -> None:
    head, now = item.attendees[0], utc_now()
    commands.note_attendance(officer, item, head, Attendance.ATTENDED, now - timedelta(minutes=9))
    commands.note_attendance(officer, item, head, Attendance.ATTENDED, now - timedelta(minutes=1))
    assert not commands.note_attendance(officer, item, head, Attendance.ABSENT, now - timedelta(minutes=5))


def test_a_clock_that_is_ahead_does_not_win_for_ever(session: Session, officer: User, item: ProgrammeItem) -> None:
    head = item.attendees[0]
    commands.note_attendance(officer, item, head, Attendance.ABSENT, utc_now() + timedelta(days=3))
    assert commands.note_attendance(officer, item, head, Attendance.ATTENDED)
    assert attendances(session, item)[0] is Attendance.ATTENDED


def test_what_the_form_sets_is_not_overruled_by_what_a_phone_kept(officer: User, item: ProgrammeItem) -> None:
    full = queries.get_item(officer, item.visit.reference, item.number)
    visit_commands.revise_attendee(officer, full, full.attendees[0], attendance=Attendance.EXCUSED)
    earlier = utc_now() - timedelta(minutes=20)
    assert not commands.note_attendance(officer, full, full.attendees[0], Attendance.ATTENDED, earlier)


def test_all_the_rest_attended_leaves_what_was_noted(session: Session, officer: User, item: ProgrammeItem) -> None:
    commands.note_attendance(officer, item, item.attendees[0], Attendance.ABSENT)
    assert commands.note_rest_attended(officer, item) == 1
    assert attendances(session, item) == [Attendance.ABSENT, Attendance.ATTENDED]


def test_nobody_has_attended_what_is_still_to_come(home: City, officer: User) -> None:
    visit = make_visit_on(home)
    tomorrow = make_item_on(visit, begins=24 * 60)
    make_attendee(tomorrow, attendance=Attendance.INVITED)
    make_point(tomorrow)
    item = get_during(officer, visit.reference).items[0]
    with pytest.raises(Invalid, match="day has not come"):
        commands.note_attendance(officer, item, item.attendees[0], Attendance.ATTENDED)
    item = get_during(officer, visit.reference).items[0]
    with pytest.raises(Invalid, match="day has not come"):
        commands.note_point(officer, item, item.points[0], raised=True)
    # That somebody will not come is known before.
    item = get_during(officer, visit.reference).items[0]
    assert commands.note_attendance(officer, item, item.attendees[0], Attendance.EXCUSED)


@pytest.mark.parametrize("status", [VisitStatus.CANCELLED, VisitStatus.POSTPONED, VisitStatus.REQUESTED])
def test_nothing_is_noted_of_a_visit_that_does_not_take_place(
    officer: User, item: ProgrammeItem, status: VisitStatus
) -> None:
    item.visit.status, item.visit.status_reason = status, "일정 변경"
    save_again(item.visit)
    with pytest.raises(Invalid, match="not taking place"):
        commands.add_note(officer, item, "메모")
    with pytest.raises(Invalid, match="not taking place"):
        commands.note_rest_attended(officer, item)


@pytest.mark.parametrize("act", ["attendance", "point", "note"])
def test_a_viewer_notes_nothing(viewer_user: User, item: ProgrammeItem, act: str) -> None:
    with pytest.raises(NotAllowed):
        if act == "attendance":
            commands.note_attendance(viewer_user, item, item.attendees[0], Attendance.ATTENDED)
        elif act == "point":
            commands.note_point(viewer_user, item, item.points[0], raised=True)
        else:
            commands.add_note(viewer_user, item, "메모")


def test_a_point_is_raised_and_taken_back(officer: User, item: ProgrammeItem) -> None:
    point = item.points[0]
    assert point.raised is None
    commands.note_point(officer, item, point, raised=False)
    assert point.raised is False
    commands.note_point(officer, item, point, raised=None)
    assert point.raised is None


def test_a_reply_is_kept_in_its_language_and_leaves_the_rest(officer: User, item: ProgrammeItem) -> None:
    point = item.points[0]
    commands.note_point(officer, item, point, raised=True)
    commands.note_point(officer, item, point, language=KO, reply="  긍정적으로 검토\r\n3월 회신 ", before=[""])
    commands.note_point(officer, item, point, language=EN, reply="They will consider it", before=[""])
    assert (point.reply_ko, point.reply_en) == ("긍정적으로 검토\n3월 회신", "They will consider it")
    assert point.raised is True


@pytest.mark.parametrize(
    ("saved", "before", "new", "after"),
    [
        ("", [""], "가", "가"),
        ("가", ["가"], "가나", "가나"),
        ("가", ["가"], "", ""),
        ("동료", [""], "가", "동료\n\n가"),
        ("동료\n\n가", [""], "가", "동료\n\n가"),
        ("동료\n\n가", ["", "가"], "가나", "동료\n\n가나"),
        ("동료\n\n가", ["가"], "", "동료"),
        ("동료", ["가"], "", "동료"),
        ("안 된다고 함", [""], "안 된다", "안 된다고 함\n\n안 된다"),
    ],
)
def test_two_replies_are_kept_one_under_the_other(saved: str, before: list[str], new: str, after: str) -> None:
    assert commands.merged(saved, before, new) == after
    # Sent once more it stays the same.
    assert commands.merged(after, [*before, new], new) == after


def test_a_note_that_is_sent_twice_is_there_once(session: Session, officer: User, item: ProgrammeItem) -> None:
    key = str(uuid4())
    first = commands.add_note(officer, item, "서명 완료", utc_now(), key)
    assert commands.add_note(officer, item, "서명 완료", utc_now(), key).id == first.id
    assert session.scalar(select(func.count()).select_from(ItemNote)) == 1


def test_a_note_that_came_before_the_visit_was_put_off_is_still_known(officer: User, item: ProgrammeItem) -> None:
    key = str(uuid4())
    first = commands.add_note(officer, item, "서명 완료", utc_now(), key)
    item.visit.status = VisitStatus.POSTPONED
    save_again(item.visit)
    assert commands.add_note(officer, item, "서명 완료", utc_now(), key).id == first.id


def test_the_key_of_somebody_elses_note_opens_nothing(officer: User, coordinator: User, item: ProgrammeItem) -> None:
    key = str(uuid4())
    commands.add_note(officer, item, "서명 완료", utc_now(), key)
    with pytest.raises(Invalid):
        commands.add_note(coordinator, item, "다른 메모", utc_now(), key)


@pytest.mark.parametrize("text", ["", "  \r\n ", "가" * (commands.LONGEST_NOTE + 1)])
def test_a_note_says_something_and_not_too_much(officer: User, item: ProgrammeItem, text: str) -> None:
    with pytest.raises(Invalid) as raised:
        commands.add_note(officer, item, text)
    assert raised.value.field == "text"


def test_a_note_is_taken_away(officer: User, item: ProgrammeItem) -> None:
    note = make_note(item, by=officer)
    commands.archive_note(officer, item, note)
    assert note.is_archived
