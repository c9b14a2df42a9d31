"""The checklist to begin with: what usually has to be done around a visit, and how long before or after it."""

from dataclasses import dataclass

from partnerships.models.visit import Anchor, Direction, TaskPhase, VisitKind

_IN, _OUT, _ONLINE = Direction.INBOUND, Direction.OUTBOUND, Direction.ONLINE


@dataclass(frozen=True)
class StarterStep:
    """One step: ``days`` after the arrival, or after the departure where it follows the visit."""

    days: int
    ko: str
    en: str
    direction: Direction | None = None
    kind: VisitKind | None = None
    note: str | None = None
    anchor: Anchor = Anchor.ARRIVAL

    @property
    def phase(self) -> TaskPhase:
        """What is counted from the departure follows the visit."""
        return TaskPhase.FOLLOW_UP if self.anchor is Anchor.DEPARTURE else TaskPhase.PREPARATION


def _after(days: int, ko: str, en: str, direction: Direction | None = None, note: str | None = None) -> StarterStep:
    return StarterStep(days, ko, en, direction, note=note, anchor=Anchor.DEPARTURE)


STARTER: tuple[StarterStep, ...] = (
    # All visits
    StarterStep(-60, "기대 성과와 주요 의제 확정", "Settle the desired outcome and the main topics"),
    StarterStep(-14, "말씀자료와 예상 질의·답변 작성", "Write talking points and answers to likely questions"),
    StarterStep(-7, "방문 자료집 발간", "Issue the visit book"),
    StarterStep(-7, "보도계획 협의", "Agree on what is told to the press"),
    # Inbound
    StarterStep(-60, "초청장 발송", "Send the letter of invitation", _IN),
    StarterStep(-45, "접견·면담 대상 기관에 협조 요청", "Ask the hosts of calls and meetings", _IN),
    StarterStep(-40, "비자 발급 지원 여부 확인", "Ask who needs a visa, and help with it", _IN),
    StarterStep(-30, "대표단 명단과 서열 접수", "Receive the list of delegates in order of precedence", _IN),
    StarterStep(-30, "통역사 섭외", "Engage interpreters", _IN, note="언어와 통역 방식(순차·동시) 먼저 확인"),
    StarterStep(-30, "숙소·차량 예약", "Book rooms and vehicles", _IN),
    StarterStep(
        -21,
        "식이·접근성·건강 관련 요청 확인",
        "Ask about food, access and health",
        _IN,
        note="개인정보 동의를 함께 받음",
    ),
    StarterStep(-21, "기념품 준비", "Prepare the gifts", _IN, note="금액과 신고 대상 여부 확인"),
    StarterStep(-21, "배우자 일정 마련", "Plan the programme of the spouses", _IN, VisitKind.OFFICIAL),
    StarterStep(-14, "좌석 배치와 식순 확정", "Settle seating and order of ceremony", _IN),
    StarterStep(-10, "국기·시기와 게양 순서 확인", "See to the flags and their order", _IN),
    StarterStep(-5, "명패·이름표 제작", "Make name plates and badges", _IN),
    StarterStep(-5, "안전·의료 연락망 정비", "Set up the contacts for safety and first aid", _IN),
    StarterStep(
        -1,
        "공항 영접 준비",
        "Prepare the welcome at the airport",
        _IN,
        note="도착 시각, 의전실, 차량 위치 확인",
    ),
    # Outbound
    StarterStep(-60, "상대도시에 방문 의사 전달", "Tell the partner city of the intended visit", _OUT),
    StarterStep(-40, "국외출장 심사 요청", "Submit the journey for review", _OUT, note="결과에 따라 출장명령"),
    StarterStep(-30, "항공권·숙소 예약", "Book flights and rooms", _OUT),
    StarterStep(-30, "여권 유효기간과 비자 확인", "Check passports and visas", _OUT),
    StarterStep(-21, "출장명령 발령", "Have the travel order issued", _OUT),
    StarterStep(-14, "여행자보험 가입", "Take out travel insurance", _OUT),
    StarterStep(-14, "기념품 준비와 운송 방법 결정", "Prepare the gifts and how they travel", _OUT),
    StarterStep(-10, "현지 통역과 차량 확인", "Confirm interpreters and vehicles there", _OUT),
    StarterStep(-7, "재외공관에 일정 공유", "Share the programme with the embassy or consulate", _OUT),
    # Online
    StarterStep(-14, "접속 방법과 시차를 반영한 시간 안내", "Tell how to join, and the time on both clocks", _ONLINE),
    StarterStep(-3, "접속·통역 채널 점검", "Test the connection and the interpretation channel", _ONLINE),
    # After the visit
    _after(3, "사진·영상과 보도 자료 정리", "File photographs, films and press cuttings"),
    _after(7, "감사 서한 발송", "Send the letters of thanks"),
    _after(7, "받은 선물 신고·등록", "Declare and register the gifts received"),
    _after(14, "약속 사항과 후속조치 담당 지정", "Say who follows up what was promised"),
    _after(14, "여비 정산", "Settle the travel expenses", _OUT),
    _after(30, "결과보고서 제출", "File the after-action report"),
)
