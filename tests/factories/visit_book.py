"""Visit books to print: two days in Seoul with everything that a book can tell, and one with a hundred and twenty."""

from datetime import date, time
from typing import Any

from partnerships.briefs.drawings.seating import Seated
from partnerships.briefs.pieces import Attachment, Participant, PriorAgreement, Side, SignedAgreement, Step, Tie
from partnerships.briefs.visit_book import (
    Address,
    AgreementState,
    Biography,
    CityProfile,
    CommitmentState,
    Contact,
    DayEntry,
    Delegate,
    Fact,
    Likelihood,
    Meeting,
    Need,
    Party,
    PastVisit,
    Point,
    PostHeld,
    ProgrammeDay,
    Question,
    SeatingTable,
    Stay,
    TieState,
    VisitBook,
)
from partnerships.languages import Language
from partnerships.models.visit import Seating

DAY = date(2013, 10, 21)


def visit_book(language: Language = Language.KOREAN, **changes: Any) -> VisitBook:
    """A book with something in every section, as it stood on the day before, with ``changes`` to its fields."""
    common: dict[str, Any] = {
        "language": language,
        "as_of": date(2013, 10, 20),
        "title": "샌프란시스코시장 방문: 방문 자료집",
        "department": "기획조정실 국제교류담당관",
        "phone": "02-2133-5285",
        "visit": "샌프란시스코시장 방문",
        "direction": "내방",
        "kind": "공식방문",
        "status": "확정",
        "starts": "2013-10-21",
        "ends": "2013-10-22",
        "travellers": "샌프란시스코시",
        "hosts": "서울특별시",
        "size": 14,
        "purpose": ("우호협력 강화 양해각서 체결",),
        "outcome": ("직원 상호 파견에 합의",),
        "stays": (Stay(city="서울특별시", arrives_on=DAY, departs_on=date(2013, 10, 22), hotel="시청 앞 호텔"),),
        "days": _days(),
        "parties": _parties(),
        "meetings": (_signing(), _luncheon()),
        "biographies": (
            Biography(
                name="에드윈 리(Edwin M. Lee)",
                title="샌프란시스코시장",
                lines=("인권변호사 출신으로 아시아계 최초의 샌프란시스코시장",),
                posts=(PostHeld(title="샌프란시스코시장", since="2012"),),
            ),
        ),
        "ties": (_tie(),),
        "cities": (
            CityProfile(
                name="샌프란시스코시",
                original="San Francisco",
                country="미국",
                facts=(
                    Fact(label="인구", value="837,442명", as_of="2013", source="인구조사국"),
                    Fact(label="경제", lines=("공유경제의 발상지",), as_of="2009", source="시청", is_stale=True),
                ),
            ),
        ),
        "addresses": (
            Address(name="에드윈 리(Edwin M. Lee)", title="샌프란시스코시장", form="시장님", languages="영어"),
        ),
        "needs": (Need(name="에드윈 리(Edwin M. Lee)", needs="땅콩 알레르기"),),
        "contacts": (Contact(name="김담당", duty="총괄", phone="02-2133-5285"),),
        "annexes": (Attachment(title="양해각서(안)"), Attachment(title="시장 소개", has_file=False)),
    }
    return VisitBook(**{**common, **changes})


def crowded_book(people: int = 120, **changes: Any) -> VisitBook:
    """A book of a visit with so many guests, all of them at one reception."""
    guests = tuple(Participant(name=f"손님{number}번", post="교류협회 이사") for number in range(1, people + 1))
    hosts = tuple(Participant(name=f"직원{number}번", post="국제협력과장") for number in range(1, 11))
    meeting = Meeting(
        number=1,
        title="환영 리셉션",
        kind="리셉션",
        day=DAY,
        starts=time(18),
        ends=time(20),
        place="다목적홀(신청사 8층)",
        contents=("자매결연 기념",),
        sides=(
            Side(name="서울특별시", is_home=True, participants=hosts),
            Side(name="샌프란시스코시", is_home=False, participants=guests),
        ),
        seating=SeatingTable(
            shape=Seating.THEATRE.value,
            home=tuple(Seated(name=one.name, post=one.post) for one in hosts),
            guests=tuple(Seated(name=one.name, post=one.post) for one in guests),
            home_name="서울특별시",
            guests_name="샌프란시스코시",
        ),
    )
    party = Party(
        name="샌프란시스코시",
        is_home=False,
        delegates=tuple(Delegate(name=one.name, post=one.post) for one in guests),
    )
    return visit_book(size=people, parties=(party,), meetings=(meeting,), **changes)


def _days() -> tuple[ProgrammeDay, ...]:
    return (
        ProgrammeDay(
            day=DAY,
            entries=(
                DayEntry(title="희망서울 아카데미 특강", starts=time(8), note="500명, 동시통역", place="다목적홀"),
                DayEntry(title="양해각서 체결", starts=time(9), ends=time(9, 20), place="간담회장", meeting=1),
            ),
        ),
        ProgrammeDay(day=None, entries=(DayEntry(title="한강 시찰"),)),
    )


def _parties() -> tuple[Party, ...]:
    home = Party(
        name="서울특별시", is_home=True, delegates=(Delegate(name="박원순", post="서울특별시장", is_head=True),)
    )
    guests = Party(
        name="샌프란시스코시",
        is_home=False,
        delegates=(
            Delegate(name="에드윈 리(Edwin M. Lee)", post="샌프란시스코시장", role="단장", is_head=True),
            Delegate(post="자매도시위원장"),
            Delegate(group="수행원", count=12),
        ),
    )
    return home, guests


def _signing() -> Meeting:
    return Meeting(
        number=1,
        title="양해각서 체결",
        kind="체결식",
        day=DAY,
        starts=time(9),
        ends=time(9, 20),
        place="간담회장(신청사 8층)",
        interpretation="순차통역",
        contents=("5개 분야 교류협력 강화",),
        sides=(
            Side(name="서울특별시", is_home=True, participants=(Participant(name="박원순", post="서울특별시장"),)),
            Side(
                name="샌프란시스코시",
                is_home=False,
                participants=(Participant(name="에드윈 리(Edwin M. Lee)", post="샌프란시스코시장"),),
            ),
        ),
        seating=SeatingTable(
            shape=Seating.FACING.value,
            home=(Seated(name="박원순", post="서울특별시장"), Seated(name="국제관계대사")),
            guests=(Seated(name="에드윈 리", post="샌프란시스코시장"), Seated(name="자매도시위원장")),
            home_name="서울특별시",
            guests_name="샌프란시스코시",
        ),
        order=(Step(title="입장", minutes=5), Step(title="서명", minutes=15, by="국제관계대사")),
        points=(
            Point(topic="직원 파견", likelihood=Likelihood.CERTAIN, words=("내년 상반기에 시작",), background=("4항",)),
            Point(topic="체재비", likelihood=Likelihood.DEFENSIVE, words=("상호주의",)),
        ),
        questions=(Question(question="왜 지금인가?", answer=("결연 37주년",)),),
        agreements=(SignedAgreement(title="우호협력 강화 양해각서", kind="양해각서", commitments=("직원 파견",)),),
        materials=("양 도시 기", "서명용 펜"),
        attachments=(Attachment(title="양해각서(안)"),),
    )


def _luncheon() -> Meeting:
    gaps = ("date", "place", "home_side", "guest_side", "contents", "seating", "points")
    return Meeting(number=2, title="시장 주최 오찬", kind="오찬", gaps=gaps)


def _tie() -> TieState:
    return TieState(
        tie=Tie(
            partner="샌프란시스코시",
            tier="자매도시",
            since="1976",
            source="서울시",
            question="결연 연도가 자료마다 다름",
            agreements=(PriorAgreement(title="자매도시 결연 공동선언", signed_on="1976"),),
        ),
        agreements=(
            AgreementState(
                title="자매도시 결연 공동선언",
                kind="공동선언",
                status="발효 중",
                signed_on="1976",
                commitments=(
                    CommitmentState(
                        text="해마다 대표단 교환", owed_by="양측", status="이행 중", evidence=("2012년 방문",), pieces=3
                    ),
                    CommitmentState(text="도서 교환", owed_by="서울특별시", status="미착수", is_overdue=True),
                ),
            ),
        ),
        visits=(PastVisit(title="서울시장 방문", direction="출장", begins="2012"),),
    )
