"""Visits with their legs, delegations and programme."""

from datetime import date, datetime, time
from typing import Any

from partnerships.adapters.clock import to_utc
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
    AnticipatedQuestion,
    Attendance,
    Attendee,
    CeremonyStep,
    Delegation,
    Direction,
    ItemKind,
    Leg,
    Likelihood,
    Member,
    MemberRole,
    ProgrammeItem,
    TalkingPoint,
    TeamMember,
    Visit,
    VisitStatus,
)
from tests.factories.saving import number, save, with_defaults


def make_visit(home: City, **details: Any) -> Visit:
    """A mayor's visit to the home city in October 2013, completed."""
    one = number()
    defaults = {
        "direction": Direction.INBOUND,
        "status": VisitStatus.COMPLETED,
        "title_ko": f"시장 대표단 방한 {one}",
        "title_en": f"Visit of the mayor {one}",
        "outcome_ko": "우호협력 양해각서 체결",
        "outcome_en": "A memorandum is signed",
        "starts": PartialDate.parse("2013-10-20"),
        "ends": PartialDate.parse("2013-10-23"),
        "size": 12,
        "partnerships": [],
    }
    visit = Visit(home=home, **with_defaults(defaults, details))
    day = visit.starts.earliest if visit.starts else None
    return save(visit, day or date(2013, 1, 1))


def make_leg(visit: Visit, city: City, **details: Any) -> Leg:
    """The stay in ``city``."""
    defaults = {
        "position": 1,
        "arrives_on": date(2013, 10, 20),
        "departs_on": date(2013, 10, 23),
        "zone": city.zone or "Asia/Seoul",
    }
    return save(Leg(visit_id=visit.id, city=city, **with_defaults(defaults, details)))


def make_delegation(visit: Visit, city: City | None = None, **details: Any) -> Delegation:
    """The delegation of the partner side."""
    defaults = {"city": city, "side": Side.PARTNER, "position": 1}
    return save(Delegation(visit_id=visit.id, **with_defaults(defaults, details)))


def make_member(delegation: Delegation, person: Person | None = None, **details: Any) -> Member:
    """A member of a delegation, a director unless told otherwise."""
    defaults = {
        "person": person,
        "title_ko": "국제국장",
        "title_en": "Director",
        "role": MemberRole.MEMBER,
        "position": 1,
    }
    return save(Member(delegation_id=delegation.id, **with_defaults(defaults, details)))


def make_team_member(visit: Visit, user: User | None = None, **details: Any) -> TeamMember:
    """A hired interpreter of the team, or the colleague ``user``."""
    defaults = {
        "user": user,
        "name": None if user else "한통역",
        "duty_ko": "통역",
        "duty_en": "Interpreter",
        "position": 1,
    }
    return save(TeamMember(visit_id=visit.id, **with_defaults(defaults, details)))


def make_item(visit: Visit, number: int = 1, **details: Any) -> ProgrammeItem:
    """The signing ceremony at nine on 21 October 2013."""
    defaults = {
        "number": number,
        "kind": ItemKind.SIGNING_CEREMONY,
        "title_ko": f"우호협력 강화 양해각서 체결식 {number}",
        "title_en": f"Signing ceremony {number}",
        "day": date(2013, 10, 21),
        "starts_at": time(9),
        "ends_at": time(9, 20),
        "zone": "Asia/Seoul",
    }
    values = with_defaults(defaults, details)
    for wall, instant in (("starts_at", "starts_utc"), ("ends_at", "ends_utc")):
        if values["day"] and values[wall]:
            values.setdefault(instant, to_utc(datetime.combine(values["day"], values[wall]), values["zone"]))
    return save(ProgrammeItem(visit_id=visit.id, **values))


def make_attendee(item: ProgrammeItem, person: Person | None = None, **details: Any) -> Attendee:
    """Somebody of the partner side who attended."""
    defaults = {
        "person": person,
        "title_ko": "국제국장",
        "title_en": "Director",
        "side": Side.PARTNER,
        "attendance": Attendance.ATTENDED,
        "position": 1,
    }
    return save(Attendee(item_id=item.id, **with_defaults(defaults, details)))


def make_point(item: ProgrammeItem, **details: Any) -> TalkingPoint:
    """A talking point that is certain to come up."""
    one = number()
    defaults = {
        "position": one,
        "likelihood": Likelihood.CERTAIN,
        "topic_ko": f"직원 상호 파견 {one}",
        "topic_en": f"Exchange of staff {one}",
        "point_ko": "내년부터 직원을 서로 파견하기를 바랍니다.",
        "point_en": "We hope to exchange staff from next year on.",
    }
    return save(TalkingPoint(item_id=item.id, **with_defaults(defaults, details)))


def make_question(item: ProgrammeItem, **details: Any) -> AnticipatedQuestion:
    """A question that the press may ask, with its answer."""
    defaults = {
        "position": number(),
        "question_ko": "비용은 누가 부담합니까?",
        "question_en": "Who bears the cost?",
        "answer_ko": "파견하는 도시가 부담합니다.",
        "answer_en": "The sending city does.",
    }
    return save(AnticipatedQuestion(item_id=item.id, **with_defaults(defaults, details)))


def make_step(item: ProgrammeItem, **details: Any) -> CeremonyStep:
    """A step of the order of ceremony: two minutes of greeting."""
    defaults = {"position": number(), "minutes": 2, "title_ko": "인사말씀", "title_en": "Greetings"}
    return save(CeremonyStep(item_id=item.id, **with_defaults(defaults, details)))
