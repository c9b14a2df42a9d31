"""A whole office: every noun recorded with every part filled in, so that a walk through all pages meets them."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from partnerships.adapters.clock import utc_now
from partnerships.commands.watch import raise_notices
from partnerships.models.agreement import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Cadence,
    TextBasis,
    WatchKind,
    WatchOutcome,
)
from partnerships.models.approval import ApprovalResult
from partnerships.models.base import Disclosure
from partnerships.models.city import City, FactKind
from partnerships.models.gift import Declaration, GiftWay
from partnerships.models.letter import LetterKind, LetterStatus
from partnerships.models.organisation import Organisation, OrganisationKind
from partnerships.models.partnership import Partnership, PartnershipEventKind, Side, Tier
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
    Anchor,
    Attendance,
    Direction,
    ItemKind,
    MemberRole,
    OutcomeKind,
    ProgrammeItem,
    Seating,
    TaskPhase,
    TaskStatus,
    Visit,
    VisitStatus,
)
from partnerships.permissions import SYSTEM
from tests.factories.activity import make_activity
from tests.factories.agreement import (
    make_agreement,
    make_agreement_link,
    make_approval,
    make_commitment,
    make_evidence,
    make_move,
    make_notice,
    make_party,
    make_renewal,
    make_signature,
    make_text,
    make_witness,
)
from tests.factories.city import make_city, make_city_alias, make_fact, make_place, make_succession
from tests.factories.cooperation_area import make_area
from tests.factories.document import make_document
from tests.factories.gift import make_gift
from tests.factories.letter import make_letter
from tests.factories.organisation import make_department, make_organisation
from tests.factories.outcome import make_note, make_outcome, make_point
from tests.factories.partnership import (
    make_claim,
    make_event_approval,
    make_label,
    make_partnership,
    make_partnership_event,
    make_tier_label,
)
from tests.factories.person import make_person, make_post
from tests.factories.today import make_item_on, make_visit_on
from tests.factories.visit import (
    make_attendee,
    make_delegation,
    make_item,
    make_leg,
    make_member,
    make_question,
    make_step,
    make_team_member,
    make_visit,
)
from tests.factories.visit_plan import make_checklist_step, make_task
from tests.factories.watch import make_ending, make_evergreen, make_handling, make_renewing, make_watched


@dataclass(frozen=True)
class Office:
    """The records that a journey begins from."""

    home: City
    partner: City
    department: Organisation
    mayor: Person
    guest: Person
    tie: Partnership
    agreement: Agreement
    visit: Visit


def make_office(home: City) -> Office:
    """Seoul's tie with San Francisco, up to the memorandum of 2013, and enough beside it for second pages of lists."""
    partner = _partner(home)
    department = make_department(home, name_ko="국제교류담당관", name_en="International Relations Division")
    guest, mayor = _people(partner, home)
    tie = _tie(home, partner)
    visit = _visit(home, partner, tie, department, guest, mayor)
    agreement = _agreement(home, partner, tie, department, guest, mayor)
    for owner in ({"city": partner}, {"organisation": department}, {"person": guest}, {"partnership": tie}):
        make_document(**owner)
    make_document(visit=visit)
    make_document(agreement=agreement, disclosure=Disclosure.RESTRICTED)
    _registers(home, partner, tie, visit, mayor, guest)
    _watched(home, department)
    _visit_on(home, partner, tie, guest)
    for number in range(55):
        make_city(name_ko=f"명단도시 {number:02}", name_en=f"Listed City {number:02}", country="JP")
    return Office(home, partner, department, mayor, guest, tie, agreement, visit)


def _registers(home: City, partner: City, tie: Partnership, visit: Visit, mayor: Person, guest: Person) -> None:
    """What came of the visit, what was given and received at it, and the letters around it."""
    activity = make_activity(
        home,
        partnerships=[tie],
        cities=[make_city(name_ko="오클랜드", name_en="Oakland")],
        areas=[make_area(name_ko="도시재생", name_en="Urban regeneration")],
        visit_id=visit.id,
        place_ko="서울시청",
        place_en="Seoul City Hall",
        home_people=40,
        partner_people=12,
        cost=Decimal(3_500_000),
        currency="KRW",
        outcome_ko="시민 참여 예산 사례를 공유함",
        outcome_en="Participatory budgeting was compared",
    )
    meant = {"visit_id": visit.id, "partner": partner}
    to_declare = {"value": Decimal(150), "currency": "USD", "declaration": Declaration.REQUIRED, "kept_at": "시장실"}
    gift = make_gift(home, **meant, giver=guest, receiver=mayor, occasion="환영만찬", **to_declare)
    make_gift(home, **meant, way=GiftWay.GIVEN, giver=mayor, receiver_told="대표단 전원", quantity=12)
    letter = make_letter(home, **meant, sender=mayor, addressee=guest, addressee_told="시장")
    pending = {"status": LetterStatus.TO_WRITE, "dated_on": None, "due_on": date(2013, 10, 30)}
    make_letter(home, **meant, **pending)
    make_letter(home, **meant, kind=LetterKind.INVITATION, status=LetterStatus.RECEIVED, sender_told="샌프란시스코시")
    for owner in ({"activity": activity}, {"gift": gift}, {"letter": letter}):
        make_document(**owner)


def _partner(home: City) -> City:
    partner = make_city(
        name_ko="샌프란시스코",
        name_en="San Francisco",
        name_local="City and County of San Francisco",
        aliases="桑港\nFrisco",
        subdivision="캘리포니아주",
        latitude=37.7793,
        longitude=-122.4193,
        website="https://sf.example",
        wikidata="Q62",
    )
    make_city_alias(
        partner,
        name="Yerba Buena",
        language="es",
        begins=PartialDate.parse("1835"),
        ends=PartialDate.parse("1847-01-30"),
        note="개칭 전",
    )
    make_fact(partner)
    make_fact(partner, number=Decimal(805_235), as_of=PartialDate.parse("2010"), source="인구조사")
    make_fact(partner, kind=FactKind.ECONOMY, number=None, unit=None, text_ko="관광\n금융", text_en="Tourism\nFinance")
    make_place(partner, name_ko="시청 국제실", name_en="International Room, City Hall")
    # One that is no more: its page says so and leads to the city that followed.
    merged = make_city(name_ko="옛 오클랜드군", name_en="Old Oakland County", parent=partner)
    make_succession(merged, partner)
    make_partnership(home, merged, year=1980)
    return partner


def _people(partner: City, home: City) -> tuple[Person, Person]:
    guest = make_person(
        name_ko="에드윈 리",
        name_en="Edwin Lee",
        name_local="李孟賢",
        aliases="Ed Lee",
        pronunciation="에드윈 리",
        biography_ko="2011년부터 시장",
        biography_en="Mayor since 2011",
        died=PartialDate.parse("2017-12-12"),
        source="시 누리집",
        email="mayor@sf.example",
        phone="+1 415 555 0100",
        needs="채식",
    )
    make_post(guest, city=partner)
    mayor = make_person(name_ko="박원순", name_en="Park Won-soon", form_of_address_ko="시장님")
    make_post(
        mayor, city=home, title_ko="서울특별시장", title_en="Mayor of Seoul", held_to=PartialDate.parse("2020-07")
    )
    return guest, mayor


def _tie(home: City, partner: City) -> Partnership:
    tie = make_partnership(home, partner, partner_label="Sister City", note="첫 결연 도시의 하나")
    make_claim(tie)
    make_claim(
        tie, founded=PartialDate.parse("1976"), source="상대도시 누리집", tier=Tier.FRIENDSHIP, is_preferred=False
    )
    make_partnership_event(tie)
    make_tier_label(home)
    make_label(tie)
    renewed = make_partnership_event(
        tie,
        kind=PartnershipEventKind.RENEWED,
        announced=PartialDate.parse("2013-10-20"),
        effective=PartialDate.parse("2013-10-21"),
        reason="우호협력 강화",
        basis="양해각서",
    )
    make_event_approval(renewed)
    make_event_approval(
        renewed, side=Side.PARTNER, body="시의회", result=ApprovalResult.PENDING, decided=None, vote=None
    )
    make_partnership(home, make_city(name_ko="베이징", name_en="Beijing", country="CN"), year=1993, is_dormant=True,
                     dormancy_on=date(2024, 3, 4), dormancy_note="연락 두절")  # fmt: skip
    return tie


def _visit(
    home: City, partner: City, tie: Partnership, department: Organisation, guest: Person, mayor: Person
) -> Visit:
    visit = make_visit(
        home,
        title_ko="에드윈 리 샌프란시스코시장 방한",
        title_en="Visit of Mayor Edwin Lee",
        purpose_ko="우호협력 강화",
        purpose_en="Strengthening friendship",
        partnerships=[tie],
        department=department,
        size_breakdown="공무원 8명, 기업인 4명",
    )
    leg = make_leg(visit, home)
    delegation = make_delegation(visit, partner)
    make_member(
        delegation,
        guest,
        role=MemberRole.HEAD,
        title_ko="시장",
        title_en="Mayor",
        needs="채식",
        hotel="시청 앞",
        arrival="KE023 14:05",
        departure="KE024 19:30",
        language="영어",
        consented_on=date(2013, 10, 1),
    )
    make_member(delegation, title_ko="기업인", title_en="Business people", count=4, position=2)
    place = make_place(home, name_ko="간담회장", name_en="Meeting room")
    item = make_item(
        visit,
        leg_id=leg.id,
        title_ko="우호협력 강화 양해각서 체결식",
        title_en="Signing of the memorandum",
        place=place,
        host=department,
        host_person=mayor,
        seating=Seating.FACING,
        materials_ko="국기\n서명용 펜",
        materials_en="Flags\nPens",
        contents_ko="양해각서 체결\n기념촬영",
        contents_en="Signing\nPhoto",
        audience_ko="시민 50명",
        audience_en="50 citizens",
        audience_count=50,
    )
    make_attendee(item, guest, title_ko="시장", title_en="Mayor")
    make_attendee(item, mayor, side=Side.HOME, title_ko="서울특별시장", title_en="Mayor of Seoul", position=2)
    make_attendee(item, title_ko="관계공무원", title_en="Officials", count=6, side=Side.HOME, position=3)
    make_step(item)
    make_step(item, title_ko="서명", title_en="Signing", minutes=5)
    make_question(item)
    make_document(programme_item=item)
    make_item(visit, 2, kind=ItemKind.DINNER, title_ko="환영만찬", title_en="Dinner", day=date(2013, 10, 22),
              starts_at=time(18, 30), ends_at=None)  # fmt: skip
    _planned(home, partner, tie, visit)
    _outcomes(visit, item)
    return visit


def _planned(home: City, partner: City, tie: Partnership, answered: Visit) -> None:
    """A visit in return that is still ahead, over two zones, with what has to be done for it."""
    visit = make_visit(
        home,
        direction=Direction.OUTBOUND,
        status=VisitStatus.PLANNED,
        partnerships=[tie],
        outcome_ko="성과 공유",
        starts=PartialDate.parse("2031-05-20"),
        ends=PartialDate.parse("2031-05-25"),
        returns_visit=answered,
        copied_from=answered,
        travel_order="국제-1234",
    )
    tokyo = make_city(name_ko="도쿄도", name_en="Tokyo", country="JP", zone="Asia/Tokyo")
    make_leg(visit, tokyo, arrives_on=date(2031, 5, 20), departs_on=date(2031, 5, 22), departs_at=time(17),
             departs_by="UA838", hotel="시내 숙소")  # fmt: skip
    make_leg(
        visit, partner, position=2, arrives_on=date(2031, 5, 22), arrives_at=time(10), departs_on=date(2031, 5, 25)
    )
    make_team_member(visit, name="이기사", duty_ko="운전", duty_en="Driver", phone="010-1234-5678")
    make_checklist_step(home, title_en="Engage interpreters", note="순차·동시 통역 확인")
    make_checklist_step(
        home, title_ko="감사 서한", title_en="Letters of thanks", anchor=Anchor.DEPARTURE, offset_days=7
    )
    make_task(visit, title_en="Invitation", due_on=utc_now().date() - timedelta(days=3))
    make_task(visit, title_ko="여권 확인", title_en="Passports", anchor=Anchor.ARRIVAL, offset_days=-30,
              due_on=date(2031, 4, 20), phase=TaskPhase.PREPARATION)  # fmt: skip
    make_task(visit, title_ko="보험", title_en="Insurance", status=TaskStatus.DONE, done_on=utc_now().date())
    make_task(visit, title_ko="비자", title_en="Visas", status=TaskStatus.DROPPED, status_reason="무비자 입국")


def _outcomes(visit: Visit, item: ProgrammeItem) -> None:
    """What was said and noted, one outcome that became something and one that is still to."""
    point = make_point(item, raised=True, reply_ko="내년에 전문가를 보내기로 함.", reply_en="Experts are to come.")
    make_note(item)
    promise = make_commitment(None, 1, visit=visit, clause=None, text_basis=TextBasis.AS_REPORTED, source="회의록",
                              due=PartialDate.parse("2014-05"))  # fmt: skip
    make_outcome(visit, 1, item=item, point=point, owed_by=Side.PARTNER, commitment=promise, note="실무 협의 필요")
    make_outcome(visit, 2, kind=OutcomeKind.LEARNED, text_ko="공유경제 조례의 시행 경과", text_en="The sharing economy")


def _visit_on(home: City, partner: City, tie: Partnership, guest: Person) -> None:
    """A visit that goes on, with all that is noted on the day and whom to call."""
    visit = make_visit_on(home, title_ko="실무단 방한", title_en="Working visit", partnerships=[tie])
    make_team_member(visit, phone="010-1234-5678")
    member = make_member(make_delegation(visit, partner), guest, role=MemberRole.HEAD, needs="채식")
    item = make_item_on(visit)
    make_attendee(item, guest, member_id=member.id, attendance=Attendance.CONFIRMED)
    make_attendee(item, title_ko="과장", title_en="Manager", side=Side.HOME, attendance=Attendance.ABSENT, position=2)
    make_point(item, raised=True, reply_ko="긍정적으로 검토하겠다고 함", reply_en="They will consider it")
    make_note(item)
    make_item_on(visit, 2, begins=60, place_ko="시청", place_en="City Hall")
    make_item_on(visit, 3, begins=24 * 60)


def _agreement(
    home: City, partner: City, tie: Partnership, department: Organisation, guest: Person, mayor: Person
) -> Agreement:
    area = make_area(name_ko="도시환경", name_en="Urban environment")
    make_area(name_ko="전자정부", name_en="E-government", parent=area)
    earlier = make_agreement(
        home,
        kind=AgreementKind.SISTER_AGREEMENT,
        title_ko="자매결연 협정서",
        title_en="Sister city agreement",
        signed=PartialDate.parse("1976-05-18"),
        status=AgreementStatus.IN_FORCE,
        partnerships=[tie],
    )
    agreement = make_agreement(
        home,
        title_ko="우호협력 강화에 관한 양해각서",
        title_en="Memorandum on strengthening friendship",
        summary_ko="다섯 분야의 협력",
        summary_en="Cooperation in five fields",
        signing_city=home,
        signing_place_ko="서울시청",
        signing_place_en="Seoul City Hall",
        partnerships=[tie],
        areas=[area],
        department=department,
    )
    ours = make_party(agreement, home)
    theirs = make_party(agreement, partner, side=Side.PARTNER)
    make_signature(ours, mayor)
    make_signature(theirs, guest)
    make_witness(agreement, title_ko="서울시의회 의장", title_en="Chair of the Seoul Council")
    make_text(agreement)
    make_text(agreement, "en", prevails=True, kept_at="국제교류담당관 문서고")
    make_commitment(agreement, 1, areas=[area], department_id=department.id, due=PartialDate.parse("2014-H2"))
    exchange = make_commitment(
        agreement,
        2,
        text_ko="공무원을 서로 파견한다.",
        text_en="Both exchange staff.",
        cadence=Cadence.EVERY_N_YEARS,
        cadence_years=2,
        hosts_alternate=True,
    )
    make_evidence(exchange, note="두 명", happened=PartialDate.parse("2014-05"))
    make_agreement_link(agreement, earlier)
    _life(agreement, earlier)
    university = make_organisation(name_ko="서울시립대학교", name_en="University of Seoul", city=home,
                                   kind=OrganisationKind.UNIVERSITY)  # fmt: skip
    make_party(agreement, organisation=university)
    return agreement


def _life(agreement: Agreement, earlier: Agreement) -> None:
    """How both came about, and what became of the earlier one."""
    make_approval(
        agreement,
        result=ApprovalResult.GRANTED,
        decided=PartialDate.parse("2013-10-11"),
        vote="재석 87, 찬성 80",
        number="의안번호 2013-112",
    )
    make_move(agreement)
    make_renewal(earlier)
    make_notice(earlier)


def _watched(home: City, department: Organisation) -> None:
    """Agreements that the watch flags, some of them handled, one of which nobody knows when it ends."""
    today = utc_now().date()
    soon = today + timedelta(days=20)
    make_ending(
        home, today - timedelta(days=3), title_ko="지난 협정", title_en="Lapsed agreement", department=department
    )
    talked = make_ending(home, soon, title_ko="협의 중인 협정", title_en="Agreement in talks")
    make_handling(talked, WatchKind.END, soon, handled_on=today)
    settled = make_ending(home, soon, title_ko="끝내기로 한 협정", title_en="Agreement let lapse")
    make_handling(settled, WatchKind.END, soon, outcome=WatchOutcome.LET_LAPSE, handled_on=today)
    make_renewing(home, date(today.year - 10, today.month, 1), title_ko="자동 갱신 협정", title_en="Renewing agreement")
    make_evergreen(home, date(2012, 3, 1), title_ko="무기한 협정", title_en="Evergreen agreement")
    make_watched(
        home, status=AgreementStatus.IN_FORCE, title_ko="기간 모르는 협정", title_en="Agreement of unknown term"
    )
    raise_notices(SYSTEM, today)
