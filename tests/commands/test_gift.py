"""How gifts change: when one is to be declared, and what cannot be."""

from datetime import date
from decimal import Decimal

import pytest

from partnerships.commands import gift as commands
from partnerships.errors import Invalid
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.gift import Declaration, Gift, GiftWay
from partnerships.models.types import PartialDate
from partnerships.queries.gift import get_gift
from partnerships.queries.visit import get_item
from tests.factories.gift import make_gift
from tests.factories.visit import make_item, make_visit

LIMITS = {"KRW": Decimal(100_000), "USD": Decimal(100)}


def record(user: User, home: City, **details: object) -> Gift:
    said = {"way": GiftWay.RECEIVED, "title_ko": "은제 접시", "home": home, **details}
    return commands.record_gift(user, LIMITS, **said)  # type: ignore[arg-type]  # a table of details


@pytest.mark.parametrize(
    ("details", "declaration"),
    [
        ({"value": Decimal(100_000), "currency": "KRW"}, Declaration.REQUIRED),
        ({"value": Decimal("99_999.99"), "currency": "KRW"}, Declaration.NOT_STATED),
        ({"value": Decimal(100), "currency": "USD"}, Declaration.REQUIRED),
        ({"value": Decimal(100), "currency": "EUR"}, Declaration.NOT_STATED),
        ({}, Declaration.NOT_STATED),
        ({"value": Decimal(500), "currency": "USD", "way": GiftWay.GIVEN}, Declaration.NOT_STATED),
        (
            {"value": Decimal(500), "currency": "USD", "declaration": Declaration.NOT_REQUIRED},
            Declaration.NOT_REQUIRED,
        ),
    ],
)
def test_its_value_says_whether_a_gift_is_to_be_declared(
    officer: User, home: City, details: dict[str, object], declaration: Declaration
) -> None:
    assert record(officer, home, **details).declaration is declaration


def test_a_value_that_is_learned_later_says_so_then(officer: User, home: City) -> None:
    gift = get_gift(officer, record(officer, home).reference)
    commands.revise_gift(officer, gift, limits=LIMITS, value=Decimal(300_000), currency="KRW")
    assert gift.declaration is Declaration.REQUIRED


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"way": None}, "way"),
        ({"title_ko": None}, "title_ko"),
        ({"quantity": 0}, "quantity"),
        ({"value": Decimal(1)}, "currency"),
        ({"value": Decimal(-1), "currency": "KRW"}, "value"),
        ({"declaration": Declaration.DECLARED}, "declared_on"),
        ({"declared_on": date(2013, 11, 1)}, "declared_on"),
        ({"declaration": Declaration.DECLARED, "declared_on": date(2999, 1, 1)}, "declared_on"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    officer: User, home: City, details: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        record(officer, home, **details)
    assert refusal.value.field == field


def test_a_gift_is_declared_after_it_changed_hands(officer: User, home: City) -> None:
    gift = get_gift(officer, make_gift(home, happened=PartialDate.parse("2013-10-21")).reference)
    with pytest.raises(Invalid) as refusal:
        commands.declare_gift(officer, gift, date(2013, 10, 20))
    assert refusal.value.field == "declared_on"
    commands.declare_gift(officer, gift, date(2013, 10, 21))
    assert (gift.declaration, gift.declared_on) == (Declaration.DECLARED, date(2013, 10, 21))


def test_the_visit_of_a_gift_follows_from_its_item(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_item(visit, 2)
    item = get_item(officer, visit.reference, 2)
    assert record(officer, home, item=item).visit == visit
