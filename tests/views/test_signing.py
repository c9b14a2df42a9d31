"""Signing an agreement at its programme item: one page records signatures, day and place and moves the agreement."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.adapters.clock import today_in
from partnerships.models.account import User
from partnerships.models.agreement import (
    Agreement,
    AgreementMove,
    AgreementParty,
    AgreementStatus,
    ApprovalPurpose,
    Capacity,
    Signature,
    SigningManner,
)
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import Attendance, ProgrammeItem, Visit
from tests.client import Client
from tests.factories.agreement import make_agreement, make_approval, make_party, make_signature
from tests.factories.city import make_city, make_place
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_item, make_visit

S = AgreementStatus


@pytest.fixture
def partner(home: City) -> City:
    return make_city(name_ko="샌프란시스코", name_en="San Francisco")


@pytest.fixture
def visit(home: City) -> Visit:
    """The visit of 2013 with its signing ceremony, at which both mayors are."""
    found = make_visit(home)
    item = make_item(found, place=make_place(home, name_ko="간담회장", name_en=None))
    make_attendee(
        item, make_person(name_ko="박원순"), side=Side.HOME, title_ko="서울특별시장", title_en="Mayor of Seoul"
    )
    make_attendee(item, title_ko="기획조정실장", side=Side.HOME, position=2)
    make_attendee(item, make_person(name_ko="먼저온 사람"), title_ko="부시장", attendance=Attendance.EXCUSED)
    make_attendee(item, make_person(name_ko="통역사"), title_ko="통역", position=2)
    make_attendee(item, make_person(name_ko="에드윈 리"), title_ko="샌프란시스코시장", title_en="Mayor", position=3)
    return found


def make_paper(home: City, partner: City, visit: Visit, **details: object) -> Agreement:
    """A memorandum of both cities that is to be signed at the visit's first item."""
    said = {"status": S.NEGOTIATING, "signed": None, "title_ko": "우호협력 양해각서", **details}
    agreement = make_agreement(home, **said)
    make_party(agreement, home)
    make_party(agreement, partner, side=Side.PARTNER)
    return agreement


def choose(client: Client, visit: Visit, agreement: Agreement) -> None:
    """Say that ``agreement`` is to be signed at the first item."""
    page = client.get(f"/visits/{visit.reference}/1").click("협정 선택")
    page = page.submit({"agreement": agreement.reference}, "저장").follow()
    assert "서명 예정 협정" in page.texts("h2")


def agreement_parties(session: Session) -> list[AgreementParty]:
    return list(session.scalars(select(AgreementParty).order_by(AgreementParty.id)))


def item_id(session: Session, number: int) -> int:
    return session.scalars(select(ProgrammeItem.id).where(ProgrammeItem.number == number)).one()


def test_signing_is_recorded_in_one_step(
    client: Client, officer: User, home: City, partner: City, visit: Visit, session: Session
) -> None:
    agreement = make_paper(home, partner, visit)
    client.sign_in(officer)
    choose(client, visit, agreement)
    form = client.get(f"/visits/{visit.reference}/1").click("서명 기록")
    assert form.facts["서명일"].startswith("2013. 10. 21.(월)")
    # The heads of both sides stand there with the titles that they bore; who stays away or interprets signs nothing.
    page = form.submit({}, "저장").follow()
    assert "서명을 기록했습니다." in page.alerts
    assert "체결 협정" in page.texts("h2") and not page.has_link("서명 기록")
    found = session.scalars(select(Agreement)).one()
    assert (found.status, found.signed) == (S.SIGNED, PartialDate.parse("2013-10-21"))
    assert (found.signing_place_ko, found.signing_city_id) == ("간담회장", home.id)
    signatures = session.scalars(select(Signature).order_by(Signature.id)).all()
    assert [(one.title_ko, one.capacity, one.manner, one.signed) for one in signatures] == [
        ("서울특별시장", Capacity.OWN_RIGHT, SigningManner.IN_PERSON, PartialDate.parse("2013-10-21")),
        ("샌프란시스코시장", Capacity.OWN_RIGHT, SigningManner.IN_PERSON, PartialDate.parse("2013-10-21")),
    ]
    history = client.get(f"/agreements/{agreement.reference}/history")
    assert "협정 서명 기록" in history


def test_a_draft_goes_by_way_of_the_talks(
    client: Client, officer: User, home: City, partner: City, visit: Visit, session: Session
) -> None:
    agreement = make_paper(home, partner, visit, status=S.DRAFTING)
    client.sign_in(officer)
    choose(client, visit, agreement)
    client.get(f"/visits/{visit.reference}/1").click("서명 기록").submit({"effective": "2013.10.21"}, "저장").follow()
    moves = session.scalars(select(AgreementMove).order_by(AgreementMove.id)).all()
    assert [move.to_status for move in moves] == [S.NEGOTIATING, S.SIGNED, S.IN_FORCE]
    assert {move.moved.iso for move in moves if move.moved} == {"2013-10-21"}
    assert moves[0].reason == f"우호협력 강화 양해각서 체결식 1 ({visit.reference}/1)"
    assert session.scalars(select(Agreement)).one().status is S.IN_FORCE


def test_an_outstanding_approval_is_told_and_keeps_it_out_of_force(
    client: Client, officer: User, home: City, partner: City, visit: Visit, session: Session
) -> None:
    agreement = make_paper(home, partner, visit, awaits_approval=True)
    make_approval(agreement, purpose=ApprovalPurpose.CONCLUDE, decided=None, result=None)
    client.sign_in(officer)
    choose(client, visit, agreement)
    form = client.get(f"/visits/{visit.reference}/1").click("서명 기록")
    assert "미완료 승인 절차" in form
    form.submit({"effective": "2013.10.21"}, "저장").follow()
    assert session.scalars(select(Agreement)).one().status is S.SIGNED


def test_every_party_needs_a_signer_and_nothing_is_half_saved(
    client: Client, officer: User, home: City, partner: City, visit: Visit, session: Session
) -> None:
    agreement = make_paper(home, partner, visit)
    client.sign_in(officer)
    choose(client, visit, agreement)
    first, second = (party.id for party in agreement_parties(session))
    form = client.get(f"/visits/{visit.reference}/1").click("서명 기록")
    emptied = {f"person_{second}": "", f"title_ko_{second}": "", f"title_en_{second}": ""}
    page = form.submit(emptied, "저장", status=422)
    assert page.errors == {f"person_{second}": "서명자의 이름이나 직위를 입력하십시오."}
    page = page.submit({f"title_ko_{second}": "부시장", f"capacity_{second}": "on_behalf"}, "저장", status=422)
    assert f"on_behalf_of_{second}" in page.errors and f"on_behalf_of_{first}" not in page.errors
    assert not session.scalars(select(Signature)).all()
    assert session.scalars(select(Agreement)).one().status is S.NEGOTIATING
    page.submit({f"on_behalf_of_{second}": "시장"}, "저장").follow()
    assert len(session.scalars(select(Signature)).all()) == 2


def test_who_has_signed_by_letter_already_is_not_asked_again(
    client: Client, officer: User, home: City, partner: City, visit: Visit, session: Session
) -> None:
    agreement = make_paper(home, partner, visit)
    make_signature(agreement_parties(session)[1], title_ko="시장", signed=PartialDate.parse("2013-10-01"))
    client.sign_in(officer)
    choose(client, visit, agreement)
    form = client.get(f"/visits/{visit.reference}/1").click("서명 기록")
    assert "이미 기록된 서명자: 시장" in form
    assert len(form.select("input[name^=person_]")) == 1
    form.submit({}, "저장").follow()
    assert len(session.scalars(select(Signature)).all()) == 2


def test_a_signing_that_is_still_to_come_is_not_recorded(
    client: Client, officer: User, home: City, partner: City, session: Session
) -> None:
    visit = make_visit(home)
    make_item(visit, day=today_in("Asia/Seoul") + timedelta(days=2))
    make_item(visit, 2, day=None, starts_at=None, ends_at=None)
    client.sign_in(officer)
    for number, words in ((1, "아직 서명일("), (2, "날짜가 없습니다")):
        agreement = make_paper(home, partner, visit, signed_at_item_id=item_id(session, number))
        form = client.get(f"/visits/{visit.reference}/{number}/agreements/{agreement.reference}/sign")
        parties = [party.id for party in agreement_parties(session) if party.agreement_id == agreement.id]
        page = form.submit({f"title_ko_{party}": "시장" for party in parties}, "저장", status=422)
        assert words in page
    assert not session.scalars(select(Signature)).all()


def test_signed_or_unlinked_agreements_are_not_signed_here(
    client: Client, officer: User, home: City, partner: City, visit: Visit, session: Session
) -> None:
    client.sign_in(officer)
    unlinked = make_paper(home, partner, visit)
    client.get(f"/visits/{visit.reference}/1/agreements/{unlinked.reference}/sign", status=404)
    signed = make_paper(
        home,
        partner,
        visit,
        status=S.SIGNED,
        signed=PartialDate.of(date(2013, 10, 21)),
        signed_at_item_id=item_id(session, 1),
    )
    form = client.get(f"/visits/{visit.reference}/1/agreements/{signed.reference}/sign")
    assert "이미 서명한 것으로 기록된 협정입니다." in form.submit({}, "저장", status=422)


def test_two_officers_do_not_sign_twice(
    client: Client, officer: User, home: City, partner: City, visit: Visit, session: Session
) -> None:
    agreement = make_paper(home, partner, visit)
    client.sign_in(officer)
    choose(client, visit, agreement)
    one = client.get(f"/visits/{visit.reference}/1").click("서명 기록")
    other = client.get(f"/visits/{visit.reference}/1").click("서명 기록")
    one.submit({}, "저장").follow()
    other.submit({}, "저장", status=409)
    assert len(session.scalars(select(Signature)).all()) == 2


def test_readers_and_hidden_agreements(
    client: Client, viewer_user: User, officer: User, home: City, partner: City, visit: Visit, session: Session
) -> None:
    secret = make_paper(home, partner, visit, signed_at_item_id=item_id(session, 1), disclosure=Disclosure.RESTRICTED)
    address = f"/visits/{visit.reference}/1/agreements/{secret.reference}/sign"
    client.sign_in(officer).get(address, status=404)
    client.sign_in(viewer_user).get(address, status=403)
