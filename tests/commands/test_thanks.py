"""Whom the office thanks after a visit: proposed from its records, each once, and listed in one act."""

from datetime import date

import pytest

from partnerships.commands.thanks import list_thanks
from partnerships.errors import Invalid
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.letter import LetterKind, LetterStatus
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import Direction, MemberRole, Visit
from partnerships.queries.letter import letters_of_visit
from partnerships.queries.thanks import thanks_proposed
from partnerships.queries.visit import get_visit
from tests.factories.agreement import make_agreement, make_party, make_signature
from tests.factories.city import make_city
from tests.factories.letter import make_letter
from tests.factories.organisation import make_organisation
from tests.factories.person import make_person
from tests.factories.visit import make_delegation, make_item, make_leg, make_member, make_visit

TODAY = date(2013, 10, 25)


def proposed(user: User, visit: Visit) -> list[str]:
    return [one.name.text("ko") for one in thanks_proposed(user, get_visit(user, visit.reference))]


def test_guests_are_thanked_by_their_head_and_their_signers(officer: User, home: City) -> None:
    partner = make_city()
    visit = make_visit(home)
    mayor, chief, clerk = (make_person(name_ko=name) for name in ("에드윈 리", "의전장", "수행원"))
    delegation = make_delegation(visit, partner)
    make_member(delegation, mayor, role=MemberRole.HEAD)
    make_member(delegation, clerk)
    make_member(make_delegation(visit, home, side=Side.HOME), make_person(), role=MemberRole.HEAD)
    agreement = make_agreement(home, signed_at_item_id=make_item(visit).id)
    theirs = make_party(agreement, city=partner)
    make_signature(theirs, mayor)
    make_signature(theirs, chief)
    make_signature(make_party(agreement, city=home), make_person(name_ko="박원순"))
    assert proposed(officer, visit) == ["에드윈 리", "의전장"]


def test_a_post_without_a_name_is_thanked_too(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_member(make_delegation(visit, make_city()), None, role=MemberRole.HEAD, title_ko="부시장", title_en=None)
    list_thanks(officer, get_visit(officer, visit.reference), {"부시장"}, TODAY)
    assert [letter.addressee_told for letter in letters_of_visit(officer, visit)] == ["부시장"]
    assert proposed(officer, visit) == []


def test_hosts_are_thanked_after_a_journey(officer: User, home: City) -> None:
    abroad = make_city()
    visit = make_visit(home, direction=Direction.OUTBOUND)
    office = make_organisation(name_ko="의전과", city=abroad)
    museum = make_organisation(name_ko="미술관", city=abroad)
    director = make_person(name_ko="관장")
    make_member(make_delegation(visit, abroad), make_person(), role=MemberRole.HEAD)
    make_leg(visit, abroad, counterpart=office)
    make_item(visit, 1, host=office)
    make_item(visit, 2, host=museum, host_person=director)
    make_item(visit, 3, host=make_organisation(name_ko="우리 과", city=home))
    assert proposed(officer, visit) == ["의전과", "관장"]


def test_one_click_lists_the_letters_within_a_week(officer: User, home: City) -> None:
    partner = make_city()
    visit = make_visit(home)
    mayor = make_person(name_ko="에드윈 리", name_en="Edwin Lee")
    make_member(make_delegation(visit, partner), mayor, role=MemberRole.HEAD, title_ko="시장", title_en="Mayor")
    list_thanks(officer, get_visit(officer, visit.reference), {mayor.reference}, TODAY)
    (letter,) = letters_of_visit(officer, visit)
    assert (letter.kind, letter.status, letter.due_on) == (LetterKind.THANKS, LetterStatus.TO_WRITE, date(2013, 10, 30))
    assert (letter.addressee, letter.addressee_told, letter.partner) == (mayor, "시장", partner)
    assert letter.title.text("en") == "Letter of thanks to Edwin Lee"


@pytest.mark.parametrize(
    ("visit_is", "letter_is"),
    [
        (Disclosure.PUBLIC, Disclosure.INTERNAL),
        (Disclosure.INTERNAL, Disclosure.INTERNAL),
        (Disclosure.RESTRICTED, Disclosure.RESTRICTED),
    ],
)
def test_letters_are_no_more_public_than_the_office(
    coordinator: User, home: City, visit_is: Disclosure, letter_is: Disclosure
) -> None:
    visit = make_visit(home, disclosure=visit_is)
    mayor = make_person()
    make_member(make_delegation(visit, make_city()), mayor, role=MemberRole.HEAD)
    list_thanks(coordinator, get_visit(coordinator, visit.reference), {mayor.reference}, TODAY)
    assert [letter.disclosure for letter in letters_of_visit(coordinator, visit)] == [letter_is]


def test_nobody_is_thanked_twice(officer: User, home: City) -> None:
    visit = make_visit(home)
    mayor = make_person()
    make_member(make_delegation(visit, make_city()), mayor, role=MemberRole.HEAD)
    make_letter(home, visit_id=visit.id, addressee=mayor, status=LetterStatus.DROPPED, dated_on=None)
    assert proposed(officer, visit) == []
    assert list_thanks(officer, get_visit(officer, visit.reference), {mayor.reference}, TODAY) == []


def test_a_visit_long_over_raises_no_late_duties(officer: User, home: City) -> None:
    visit = make_visit(home)
    mayor = make_person()
    make_member(make_delegation(visit, make_city()), mayor, role=MemberRole.HEAD)
    list_thanks(officer, get_visit(officer, visit.reference), {mayor.reference}, date(2014, 6, 1))
    assert [letter.due_on for letter in letters_of_visit(officer, visit)] == [None]


def test_nobody_ticked_is_told(officer: User, home: City) -> None:
    visit = get_visit(officer, make_visit(home, ends=PartialDate.parse("2013-10-23")).reference)
    with pytest.raises(Invalid):
        list_thanks(officer, visit, set(), TODAY)


def test_a_restricted_head_is_proposed_to_coordinators_only(officer: User, coordinator: User, home: City) -> None:
    visit = make_visit(home)
    mayor = make_person(name_ko="숨은 사람", disclosure=Disclosure.RESTRICTED)
    make_member(make_delegation(visit, make_city()), mayor, role=MemberRole.HEAD)
    assert proposed(officer, visit) == []
    assert proposed(coordinator, visit) == ["숨은 사람"]
