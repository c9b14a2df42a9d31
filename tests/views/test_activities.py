"""Pages of activities, as an officer uses them."""

from partnerships.models.account import User
from partnerships.models.activity import ActivityKind
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.activity import make_activity
from tests.factories.city import make_city
from tests.factories.cooperation_area import make_area
from tests.factories.partnership import make_partnership
from tests.factories.visit import make_visit


def test_an_officer_records_an_activity(client: Client, officer: User, home: City) -> None:
    partner = make_city(name_ko="샌프란시스코")
    tie = make_partnership(home, partner)
    area = make_area(name_ko="도시재생")
    page = client.sign_in(officer).get("/activities/new")
    entries = {
        "kind": "conference",
        "title_ko": "도시재생 국제회의",
        "starts": "2014-05",
        "partnerships": tie.reference,
        "areas": area.reference,
        "home_people": "12",
        "cost": "3,500,000",
        "currency": "KRW",
    }
    page = page.submit(entries).follow()
    assert page.heading == "도시재생 국제회의"
    assert page.facts["기간"] == "2014년 5월"
    assert page.facts["비용"] == "3,500,000 KRW"
    assert "입력" in page.facts["상대 측 인원"]
    assert page.has_link("샌프란시스코")
    assert page.has_link("도시재생")


def test_a_refused_activity_keeps_what_was_typed(client: Client, officer: User, home: City) -> None:
    area = make_area()
    page = client.sign_in(officer).get("/activities/new")
    entries = {"title_ko": "회의", "kind": "training", "cost": "100", "areas": area.reference}
    page = page.submit(entries, status=422)
    assert list(page.errors) == ["currency"]
    assert page.select(f"input[name=areas][value={area.reference}]")[0].get("checked") is not None


def test_an_activity_that_came_of_a_visit_begins_with_its_ties(client: Client, officer: User, home: City) -> None:
    tie = make_partnership(home, make_city(name_ko="샌프란시스코"))
    visit = make_visit(home, partnerships=[tie])
    page = client.sign_in(officer).get("/activities/new", {"visit": visit.reference})
    page = page.submit({"title_ko": "후속 연수", "kind": "training"}).follow()
    assert page.facts["관련 방문(후속)"] == visit.title_ko
    assert page.has_link("샌프란시스코")


def test_the_list_is_narrowed_by_city_area_year_and_kind(client: Client, officer: User, home: City) -> None:
    city, tied, area = make_city(), make_city(), make_area()
    mine = make_activity(
        home,
        kind=ActivityKind.SPORTS,
        cities=[city],
        partnerships=[make_partnership(home, tied)],
        areas=[area],
        starts=PartialDate.parse("2015-12"),
        ends=PartialDate.parse("2016-01"),
    )
    make_activity(home)
    client.sign_in(officer)
    for asked in (
        {"city": city.reference},
        {"city": tied.reference},
        {"area": area.reference},
        {"year": 2016},
        {"year": 2015},
        {"kind": "sports"},
    ):
        assert [row[0] for row in client.get("/activities", asked).rows] == [mine.reference], asked


def test_a_restricted_tie_is_not_named(client: Client, officer: User, home: City) -> None:
    partner = make_city(name_ko="비밀시")
    tie = make_partnership(home, partner, disclosure=Disclosure.RESTRICTED)
    activity = make_activity(home, partnerships=[tie])
    client.sign_in(officer)
    assert "비밀시" not in client.get(f"/activities/{activity.reference}")
    assert "비밀시" not in client.get("/activities")


def test_activities_leave_the_list_and_come_back(client: Client, officer: User, home: City) -> None:
    activity = make_activity(home)
    client.sign_in(officer)
    client.post(f"/activities/{activity.reference}/archive")
    assert client.get("/activities").rows == []
    client.post(f"/activities/{activity.reference}/restore")
    assert len(client.get("/activities").rows) == 1


def test_the_second_of_two_officers_sees_both_versions(client: Client, officer: User, home: City) -> None:
    activity = make_activity(home, areas=[make_area()])
    client.sign_in(officer)
    first, second = (client.get(f"/activities/{activity.reference}/edit") for _ in range(2))
    first.submit({"place_ko": "서울광장"})
    conflict = second.submit({"place_ko": "시청"}, status=409)
    assert "서울광장" in conflict


def test_documents_and_history_of_an_activity(client: Client, officer: User, home: City) -> None:
    activity = make_activity(home)
    page = client.sign_in(officer).get(f"/activities/{activity.reference}/documents").click("문서 추가")
    page.submit({"title_ko": "결과 보고서", "kind": "report"})
    assert "결과 보고서" in client.get(f"/activities/{activity.reference}/documents")
    client.get(f"/activities/{activity.reference}/edit").submit({"source": "신문"})
    assert "교류실적 수정" in client.get(f"/activities/{activity.reference}/history")


def test_the_list_goes_into_a_file(client: Client, officer: User, home: City) -> None:
    activity = make_activity(home)
    answer = client.sign_in(officer).request("GET", "/activities.csv")
    assert activity.reference in answer.data.decode("utf-8-sig")


def test_a_viewer_reads_and_changes_nothing(client: Client, viewer_user: User, home: City) -> None:
    activity = make_activity(home)
    client.sign_in(viewer_user).get(f"/activities/{activity.reference}")
    client.get("/activities/new", status=403)
