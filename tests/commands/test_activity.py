"""How activities change: references, what is refused, what an officer cannot see and keeps."""

from decimal import Decimal

import pytest

from partnerships.commands import activity as commands
from partnerships.errors import Conflict, Invalid, NotAllowed, NotFound
from partnerships.models.account import User
from partnerships.models.activity import Activity, ActivityKind
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.queries.activity import get_activity
from tests.factories.activity import make_activity
from tests.factories.city import make_city, make_home
from tests.factories.partnership import make_partnership
from tests.factories.visit import make_visit


def record(user: User, home: City, **details: object) -> Activity:
    said = {"kind": ActivityKind.CONFERENCE, "title_ko": "도시재생 국제회의", "home": home, **details}
    return commands.record_activity(user, **said)  # type: ignore[arg-type]  # a table of details


def test_an_activity_is_numbered_by_the_year_in_which_it_began(officer: User, home: City) -> None:
    assert record(officer, home, starts=PartialDate.parse("2014-05")).reference == "ACT-2014-001"


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"kind": None}, "kind"),
        ({"title_ko": None}, "title_ko"),
        ({"starts": PartialDate.parse("2014-05-12"), "ends": PartialDate.parse("2014-05-11")}, "ends"),
        ({"ends": PartialDate.parse("2014")}, "starts"),
        ({"home_people": -1}, "home_people"),
        ({"cost": Decimal(1000)}, "currency"),
        ({"cost": Decimal(-1), "currency": "KRW"}, "cost"),
        ({"cost": Decimal(1000), "currency": "won"}, "currency"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    officer: User, home: City, details: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        record(officer, home, **details)
    assert refusal.value.field == field


def test_only_a_home_city_can_be_the_home_side(officer: User, home: City) -> None:
    for side in (make_city(), None):
        with pytest.raises(Invalid) as refusal:
            commands.record_activity(officer, kind=ActivityKind.CONFERENCE, title_ko="회의", home=side)
        assert refusal.value.field == "home"


def test_an_activity_is_not_handed_to_another_home_side(officer: User, home: City) -> None:
    activity = record(officer, home)
    with pytest.raises(NotAllowed):
        commands.revise_activity(officer, get_activity(officer, activity.reference), home=make_home())


def test_a_viewer_records_no_activity(viewer_user: User, home: City) -> None:
    with pytest.raises(NotAllowed):
        record(viewer_user, home)


def test_a_year_that_may_be_the_same_one_is_no_end_before_the_beginning(officer: User, home: City) -> None:
    activity = record(officer, home, starts=PartialDate.parse("2014-05-12"), ends=PartialDate.parse("2014"))
    assert activity.ends == PartialDate.parse("2014")


def test_ties_that_the_officer_may_not_see_stay(officer: User, coordinator: User, home: City) -> None:
    secret = make_partnership(home, make_city(), disclosure=Disclosure.RESTRICTED)
    seen = make_partnership(home, make_city())
    activity = make_activity(home, partnerships=[secret])
    commands.revise_activity(officer, get_activity(officer, activity.reference), partnerships=[seen])
    ties = get_activity(coordinator, activity.reference).partnerships
    assert {tie.reference for tie in ties} == {secret.reference, seen.reference}


def test_nobody_links_a_tie_that_they_may_not_see(officer: User, home: City) -> None:
    secret = make_partnership(home, make_city(), disclosure=Disclosure.RESTRICTED)
    with pytest.raises(Invalid) as refusal:
        record(officer, home, partnerships=[secret])
    assert refusal.value.field == "partnerships"


def test_what_came_of_a_restricted_visit_is_hidden_with_it(officer: User, coordinator: User, home: City) -> None:
    visit = make_visit(home, disclosure=Disclosure.RESTRICTED)
    activity = make_activity(home, visit_id=visit.id)
    assert get_activity(coordinator, activity.reference).visit == visit
    with pytest.raises(NotFound):
        get_activity(officer, activity.reference)


def test_the_second_of_two_officers_is_told(officer: User, home: City) -> None:
    activity = record(officer, home)
    seen = activity.version
    commands.revise_activity(officer, get_activity(officer, activity.reference), seen, source="신문")
    with pytest.raises(Conflict):
        commands.revise_activity(officer, get_activity(officer, activity.reference), seen, source="방송")
