"""Papers that may be recorded already: warned of, and recorded all the same when they are others."""

import pytest

from partnerships.models.account import User
from partnerships.models.agreement import AgreementKind, AgreementStatus
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.agreement import make_agreement, make_party
from tests.factories.city import make_city
from tests.factories.partnership import make_partnership

NEW = {"kind": "mou", "title_ko": "새 양해각서", "status": "signed", "signed": "2013.11.02"}


@pytest.fixture
def partner(home: City) -> City:
    return make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")


def test_the_same_tie_kind_and_month_is_asked_about_once(
    client: Client, officer: User, home: City, partner: City
) -> None:
    tie = make_partnership(home, partner)
    recorded = make_agreement(home, title_ko="우호협력 양해각서", partnerships=[tie])
    form = client.sign_in(officer).get("/agreements/new")
    asked = form.submit({**NEW, "partnerships": "Frisco"}, status=422)
    assert set(asked.errors) == {"partnerships"}
    asked = form.submit({**NEW, "partnerships": "샌프란시스코"}, status=422)
    assert set(asked.errors) == {"is_another"}
    assert asked.link("우호협력 양해각서") == f"/agreements/{recorded.reference}"
    page = asked.submit({"is_another": True}).follow()
    assert page.heading == "새 양해각서"


@pytest.mark.parametrize(
    ("recorded", "is_asked"),
    [
        ({"title_ko": "새  양해각서", "signed": PartialDate.parse("1999"), "kind": AgreementKind.PROTOCOL}, True),
        ({"title_ko": "다른 문서", "signed": PartialDate.parse("2013-12-02")}, True),
        ({"title_ko": "다른 문서", "signed": PartialDate.parse("2013-12-05")}, False),
        ({"title_ko": "다른 문서", "kind": AgreementKind.PROTOCOL}, False),
        ({"title_ko": "새 양해각서(안)", "kind": AgreementKind.PROTOCOL}, True),
        ({"title_ko": "다른 문서", "signed": None, "status": AgreementStatus.NEGOTIATING}, True),
        ({"title_ko": "새 양해각서", "disclosure": Disclosure.RESTRICTED}, False),
    ],
)
def test_what_is_taken_for_a_duplicate(
    client: Client, officer: User, home: City, partner: City, recorded: dict[str, object], is_asked: bool
) -> None:
    tie = make_partnership(home, partner)
    paper = make_agreement(home, **recorded)
    make_party(paper, home)
    make_party(paper, partner, side=Side.PARTNER)
    form = client.sign_in(officer).get("/agreements/new")
    page = form.submit({**NEW, "partnerships": tie.reference}, status=422 if is_asked else 303)
    if is_asked:
        assert page.texts(".duplicates a") == [" ".join(str(paper.title_ko).split())]


def test_the_same_title_with_another_partner_is_another_paper(
    client: Client, officer: User, home: City, partner: City
) -> None:
    make_agreement(home, title_ko="새 양해각서", partnerships=[make_partnership(home, partner)])
    tie = make_partnership(home, make_city(name_ko="도쿄도", country="JP"))
    client.sign_in(officer).get("/agreements/new").submit({**NEW, "partnerships": tie.reference})
