"""Seoul and San Francisco: the declaration of 1976, the memorandum and the visit of 21 October 2013, and what followed.

Facts are those of the press release and of the sources named beside them; the wording is ours.
"""

from collections.abc import Sequence
from datetime import date, time

from partnerships.commands.agreement.commitment import add_commitment
from partnerships.commands.agreement.lineage import add_link
from partnerships.commands.agreement.signature import add_signature
from partnerships.commands.alias import add_alias
from partnerships.commands.city import add_fact, add_place, revise_city
from partnerships.commands.document import record_document
from partnerships.commands.organisation import record_organisation
from partnerships.commands.person import add_post, record_person
from partnerships.commands.visit.attendance import add_attendee
from partnerships.commands.visit.delegation import add_delegation, add_member
from partnerships.commands.visit.leg import add_leg
from partnerships.commands.visit.programme import record_item, sign_agreement_at
from partnerships.commands.visit.visit import record_visit
from partnerships.demo import sources
from partnerships.demo.evidence import load_san_francisco_evidence
from partnerships.demo.thread import Thread, record_signed
from partnerships.models.agreement import (
    Agreement,
    AgreementKind,
    CommitmentKind,
    Relation,
    SigningManner,
    TextBasis,
)
from partnerships.models.base import Disclosure
from partnerships.models.city import FactKind
from partnerships.models.document import DocumentKind
from partnerships.models.organisation import OrganisationKind
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
    Attendance,
    Direction,
    Interpretation,
    ItemKind,
    MemberRole,
    SizeKind,
    VisitStatus,
)
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement.reading import get_agreement
from partnerships.queries.city import get_city
from partnerships.queries.visit.programme import get_item
from partnerships.queries.visit.visit import get_delegation, get_visit

SIGNING_DAY = date(2013, 10, 21)

# The four groups of commitments, as the press release reports them; the text signed is not at hand.
COMMITMENTS: Sequence[tuple[CommitmentKind, str, str, tuple[str, ...]]] = (
    (
        CommitmentKind.SHARE_POLICY,
        "문화·관광, 도시계획·개발, 전자정부·정보기술, 지속가능 정책, 공유경제 분야의 좋은 정책 사례 상호 공유",
        "Share good policy in culture and tourism, urban planning and development, e-government and IT, "
        "sustainability policy, and the sharing economy.",
        ("culture", "planning", "government", "sustainability", "sharing"),
    ),
    (
        CommitmentKind.JOIN_BODY,
        "상대 도시가 주최하는 국제기구·국제회의에 가입·참여하여 교류를 실질화",
        "Join and take part in the international bodies and conferences that the other city hosts.",
        (),
    ),
    (
        CommitmentKind.INSTITUTIONS,
        "두 도시 교육기관·문화기관의 교류와 협력 지원",
        "Further exchange and cooperation between the two cities' educational and cultural institutions.",
        ("education", "culture"),
    ),
    (
        CommitmentKind.STAFF_EXCHANGE,
        "직원 상호 파견으로 상대 시정을 학습하고 정책과 지식을 공유",
        "Exchange staff, so that they learn the other city's administration and share policy and knowledge.",
        ("administration",),
    ),
)

# The press release's list of attachments; the office holds none of the files.
ATTACHMENTS = (
    (DocumentKind.AGREEMENT_TEXT, "서울시-샌프란시스코 우호강화 MOU", "Seoul–San Francisco MOU on closer friendship"),
    (DocumentKind.BIOGRAPHY, "샌프란시스코 시장 소개", "Introduction of the Mayor of San Francisco"),
    (DocumentKind.CITY_PROFILE, "샌프란시스코시 개황", "Profile of San Francisco"),
    (DocumentKind.DRAFT, "자매도시 우호 협력강화 양해각서(안)", "Draft memorandum on closer sister-city cooperation"),
)


def load_san_francisco(thread: Thread, today: date) -> Agreement:
    """Record the whole thread; gives the memorandum of 2013, which examples hang on."""
    lee = _load_city_and_people(thread)
    declaration = record_signed(
        thread,
        AgreementKind.DECLARATION,
        "자매도시 결연 공동선언",
        "Joint declaration of sister-city ties",
        PartialDate.parse("1976"),
        sources.PRESS_RELEASE,
    )
    memorandum = _load_memorandum(thread, declaration, lee)
    _load_visit(thread, memorandum, lee)
    _load_later(thread, memorandum, today)
    return memorandum


def _load_city_and_people(thread: Thread) -> Person:
    city = get_city(SYSTEM, thread.partner.reference)
    revise_city(
        SYSTEM,
        city,
        zone="America/Los_Angeles",
        subdivision="California",
        website="https://www.sf.gov",
    )
    for name in ("샌프란시스코시", "상항", "桑港", "旧金山", "SF"):
        add_alias(SYSTEM, city, name=name)
    add_place(
        SYSTEM, city, name_ko="샌프란시스코 시청", name_en="San Francisco City Hall", source=sources.CULTURE_ARRANGEMENT
    )
    add_place(SYSTEM, city, name_ko="카우얼 극장", name_en="Cowell Theater", source=sources.SEOUL_DAY)
    add_place(SYSTEM, city, name_ko="피어 39", name_en="Pier 39", source=sources.LUNCHEON)
    add_fact(
        SYSTEM,
        city,
        kind=FactKind.ADMINISTRATION,
        text_ko="시장 에드윈 리(2012년 취임, 아시아계 최초의 샌프란시스코 시장)",
        text_en="Mayor Edwin M. Lee, in office since 2012, the first Asian American in the post",
        as_of=PartialDate.parse("2013-10-21"),
        source=sources.PRESS_RELEASE,
    )
    add_fact(
        SYSTEM,
        city,
        kind=FactKind.ECONOMY,
        text_ko="혁신의 도시이며 공유경제가 처음 일어난 곳",
        text_en="A city of innovation, and where the sharing economy began",
        as_of=PartialDate.parse("2013-10-21"),
        source=sources.PRESS_RELEASE,
    )
    record_organisation(
        SYSTEM,
        name_ko="샌프란시스코-서울 자매도시위원회",
        name_en="San Francisco–Seoul Sister City Committee",
        kind=OrganisationKind.COMMITTEE,
        city=city,
        website="https://sfseoul.com",
        note="501(c)(3), 1976; chair named by the Mayor of San Francisco. Source: " + sources.COMMITTEE,
        disclosure=Disclosure.PUBLIC,
    )
    lee = record_person(
        SYSTEM,
        name_ko="에드윈 리",
        name_en="Edwin M. Lee",
        form_of_address_ko="시장님",
        form_of_address_en="Mayor Lee",
        languages="영어",
        biography_ko=(
            "중국인 이민자 부모에게서 태어난 이민 2세. 소수민족을 대변한 인권변호사였고 공무원으로 20년 넘게 일함. "
            "아시아계 최초로 샌프란시스코 시장에 당선되어 2012년 취임. 시정 철학은 ‘혁신’."
        ),
        biography_en=(
            "Born to Chinese immigrant parents. A civil-rights lawyer for minorities, then a public servant for more "
            "than twenty years. The first Asian American elected Mayor of San Francisco, in office from 2012; "
            "innovation is the thread of his administration."
        ),
        died=PartialDate.parse("2017-12-12"),
        source=f"{sources.PRESS_RELEASE}; {sources.LEE_DIED}",
        disclosure=Disclosure.PUBLIC,
    )
    add_post(
        SYSTEM,
        lee,
        title_ko="샌프란시스코시장",
        title_en="Mayor of San Francisco",
        city=city,
        held_from=PartialDate.parse("2012"),
        held_to=PartialDate.parse("2017-12-12"),
        protocol_rank=1,
        source=f"{sources.PRESS_RELEASE}; {sources.LEE_DIED}",
    )
    return lee


def _load_memorandum(thread: Thread, declaration: Agreement, lee: Person) -> Agreement:
    memorandum = record_signed(
        thread,
        AgreementKind.MOU,
        "서울특별시와 샌프란시스코시 간 우호협력 강화 양해각서",
        "Memorandum of understanding on closer friendship and cooperation between Seoul and San Francisco",
        PartialDate.parse("2013-10-21"),
        sources.PRESS_RELEASE,
        areas=("culture", "planning", "government", "sustainability", "sharing"),
    )
    reference = memorandum.reference
    add_link(SYSTEM, memorandum, relation=Relation.ELABORATES, target=declaration)
    for side, person in ((Side.HOME, thread.home.mayor), (Side.PARTNER, lee)):
        memorandum = get_agreement(SYSTEM, reference)
        party = next(one for one in memorandum.parties if one.side is side)
        signed = PartialDate.of(SIGNING_DAY)
        add_signature(SYSTEM, memorandum, party=party, person=person, signed=signed, manner=SigningManner.IN_PERSON)
    for kind, korean, english, areas in COMMITMENTS:
        memorandum = get_agreement(SYSTEM, reference)
        add_commitment(
            SYSTEM,
            memorandum,
            text_ko=korean,
            text_en=english,
            text_basis=TextBasis.AS_REPORTED,
            source=sources.PRESS_RELEASE,
            kind=kind,
            owed_by=Side.BOTH,
            areas=[thread.areas[code] for code in areas],
            department=thread.home.division,
        )
    return get_agreement(SYSTEM, reference)


def _load_visit(thread: Thread, memorandum: Agreement, lee: Person) -> None:
    visit = record_visit(
        SYSTEM,
        home=thread.home.city,
        direction=Direction.INBOUND,
        status=VisitStatus.COMPLETED,
        title_ko="샌프란시스코시장 대표단 방문",
        title_en="Visit of the Mayor of San Francisco",
        purpose_ko="우호협력 강화 양해각서 체결, 특강, 시정 현장 시찰",
        purpose_en="Signing of the memorandum on closer cooperation, a lecture, and visits to city sites",
        starts=PartialDate.of(SIGNING_DAY),
        ends=PartialDate.of(SIGNING_DAY),
        partnerships=[thread.tie],
        department=thread.home.division,
        owner=thread.owner,
        source=sources.PRESS_RELEASE,
        disclosure=Disclosure.PUBLIC,
    )
    reference = visit.reference
    visit = get_visit(SYSTEM, reference)
    # Only this one day of the stay is known.
    leg = add_leg(SYSTEM, visit, city=thread.home.city, zone="Asia/Seoul", arrives_on=None, departs_on=None)
    delegation = add_delegation(SYSTEM, get_visit(SYSTEM, reference), side=Side.PARTNER, city=thread.partner)
    members = (
        {"person": lee, "role": MemberRole.HEAD},
        {"title_ko": "자매도시위원장", "title_en": "Chair of the Sister City Committee", "role": MemberRole.MEMBER},
        {"title_ko": "시의원", "title_en": "Member of the Board of Supervisors", "role": MemberRole.MEMBER},
    )
    for place, member in enumerate(members, start=1):
        delegation = get_delegation(SYSTEM, reference, delegation.id)
        add_member(SYSTEM, delegation, position=place, **member)  # type: ignore[arg-type]  # a table of details
    items = (
        {
            "kind": ItemKind.LECTURE,
            "title_ko": "희망서울 아카데미 특강",
            "title_en": "Lecture at the Hope Seoul Academy",
            "starts_at": time(8),
            "place": thread.home.places["hall"],
            "audience_ko": "서울시장단, 투자·출연기관장, 희망 직원",
            "audience_en": "City leadership, heads of city-funded bodies, and interested staff",
            "audience_count": 500,
            "interpretation": Interpretation.SIMULTANEOUS,
            "contents_ko": "주제: 혁신\n제목: Innovation is the past, present and future of San Francisco",
            "contents_en": "Subject: innovation\nTitle: Innovation is the past, present and future of San Francisco",
        },
        {
            "kind": ItemKind.SIGNING_CEREMONY,
            "title_ko": "서울시-샌프란시스코 우호협력 강화 MOU 체결",
            "title_en": "Signing of the Seoul–San Francisco MOU on closer cooperation",
            "starts_at": time(9),
            "ends_at": time(9, 20),
            "place": thread.home.places["meeting_room"],
            "contents_ko": (
                "문화·관광, 도시계획·개발, 전자정부·정보기술, 지속가능 정책, 공유경제 분야 교류협력 강화\n"
                "직원 상호 파견 합의 등"
            ),
            "contents_en": (
                "Closer cooperation in culture and tourism, urban planning and development, e-government and IT, "
                "sustainability policy, and the sharing economy\n"
                "Agreement to exchange staff, among other things"
            ),
        },
        {
            "kind": ItemKind.SITE_VISIT,
            "title_ko": "서울시 교통정보센터(TOPIS) 시찰",
            "title_en": "Visit to the traffic information centre (TOPIS)",
            "place": thread.home.places["topis"],
        },
        {
            "kind": ItemKind.SITE_VISIT,
            "title_ko": "상암 DMC 시찰",
            "title_en": "Visit to Sangam DMC",
            "place": thread.home.places["dmc"],
        },
        {
            "kind": ItemKind.SITE_VISIT,
            "title_ko": "한강 시찰",
            "title_en": "Visit to the Han River",
            "place": thread.home.places["han_river"],
        },
        {
            "kind": ItemKind.BRIEFING,
            "title_ko": "기업 설명회",
            "title_en": "Investor briefing",
            "contents_ko": "한국 기업의 기술 참여 유도",
            "contents_en": "To draw Korean companies' technology in",
        },
    )
    for item in items:
        # Hours and, for what the press release does not place on the day, even the day are left open.
        day = SIGNING_DAY if "starts_at" in item else None
        details = {"leg": leg, "day": day, "source": sources.PRESS_RELEASE, **item}
        record_item(SYSTEM, get_visit(SYSTEM, reference), **details)  # type: ignore[arg-type]  # a table of details
    _load_signing(thread, reference, memorandum, lee)


def _load_signing(thread: Thread, reference: str, memorandum: Agreement, lee: Person) -> None:
    """Who attended the signing, the memorandum signed there, and the press release's attachments."""
    attendees: Sequence[tuple[Side, Person | None, str | None, str | None]] = (
        (Side.HOME, thread.home.mayor, "서울특별시장", "Mayor of Seoul"),
        (Side.HOME, None, "기획조정실장", "Deputy Mayor for Planning and Coordination"),
        (Side.HOME, None, "국제관계대사", "Ambassador for International Relations"),
        (Side.HOME, None, "행정국장 등", "Director-General for Administration, and others"),
        (Side.PARTNER, lee, "샌프란시스코시장", "Mayor of San Francisco"),
        (Side.PARTNER, None, "자매도시위원장", "Chair of the Sister City Committee"),
        (Side.PARTNER, None, "시의원", "Member of the Board of Supervisors"),
        (Side.PARTNER, None, "대표단 전원", "The whole delegation"),
    )
    number = 2
    for place, (side, person, korean, english) in enumerate(attendees, start=1):
        add_attendee(
            SYSTEM,
            get_item(SYSTEM, reference, number),
            side=side,
            person=person,
            title_ko=korean,
            title_en=english,
            position=place,
            attendance=Attendance.ATTENDED,
        )
    sign_agreement_at(SYSTEM, get_item(SYSTEM, reference, number), get_agreement(SYSTEM, memorandum.reference))
    for place, (kind, korean, english) in enumerate(ATTACHMENTS, start=1):
        record_document(
            SYSTEM,
            get_item(SYSTEM, reference, number),
            kind=kind,
            title_ko=korean,
            title_en=english,
            language="ko",
            position=place,
            dated_on=PartialDate.of(SIGNING_DAY),
            source=sources.PRESS_RELEASE,
            disclosure=Disclosure.PUBLIC,
        )
    lecture = get_item(SYSTEM, reference, 1)
    add_attendee(SYSTEM, lecture, side=Side.PARTNER, person=lee, position=1, attendance=Attendance.ATTENDED)


def _load_later(thread: Thread, memorandum: Agreement, today: date) -> None:
    """What came after 2013, as far as the sources at hand tell."""
    culture = record_signed(
        thread,
        AgreementKind.ARRANGEMENT,
        "문화·관광시설 상호 우대에 대한 협의서",
        "Arrangement on mutual benefits at cultural and tourist facilities",
        PartialDate.parse("2014-09-26"),
        sources.CULTURE_ARRANGEMENT,
        areas=("culture",),
    )
    add_link(SYSTEM, culture, relation=Relation.IMPLEMENTS, target=memorandum)
    staff = record_signed(
        thread,
        AgreementKind.STAFF_EXCHANGE_AGREEMENT,
        "인적교류 양해각서",
        "Memorandum on personnel exchange",
        PartialDate.parse("2014"),
        sources.PERSONNEL_MOU,
        areas=("administration",),
    )
    add_link(SYSTEM, staff, relation=Relation.IMPLEMENTS, target=get_agreement(SYSTEM, memorandum.reference))
    load_san_francisco_evidence(memorandum, culture, staff, today)
    journey = record_visit(
        SYSTEM,
        home=thread.home.city,
        direction=Direction.OUTBOUND,
        status=VisitStatus.COMPLETED,
        title_ko="서울시장 샌프란시스코 방문",
        title_en="Visit of the Mayor of Seoul to San Francisco",
        purpose_ko="자매결연 40주년 ‘서울의 날’ 행사",
        purpose_en="Seoul Day, for the fortieth anniversary of the tie",
        starts=PartialDate.parse("2016-09-09"),
        ends=PartialDate.parse("2016-09-10", inferred=True),
        size=40,
        size_kind=SizeKind.ABOUT,
        partnerships=[thread.tie],
        department=thread.home.division,
        owner=thread.owner,
        source=sources.SEOUL_DAY,
        disclosure=Disclosure.PUBLIC,
    )
    reference = journey.reference
    leg = add_leg(
        SYSTEM,
        get_visit(SYSTEM, reference),
        city=thread.partner,
        zone="America/Los_Angeles",
        arrives_on=date(2016, 9, 9),
        departs_on=None,
    )
    add_delegation(SYSTEM, get_visit(SYSTEM, reference), side=Side.HOME, city=thread.home.city)
    for kind, korean, english, day in (
        (ItemKind.CEREMONY, "참전기념비 참배", "Wreath-laying at the war memorial", date(2016, 9, 9)),
        (ItemKind.EVENT, "샌프란시스코 ‘서울의 날’", "Seoul Day in San Francisco", date(2016, 9, 10)),
    ):
        record_item(
            SYSTEM,
            get_visit(SYSTEM, reference),
            leg=leg,
            kind=kind,
            title_ko=korean,
            title_en=english,
            day=day,
            source=sources.SEOUL_DAY,
        )
