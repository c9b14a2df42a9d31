"""Pages of cooperation areas."""

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from tests.client import Client
from tests.factories.agreement import make_agreement
from tests.factories.cooperation_area import make_area


def test_an_administrator_adds_the_areas_of_the_memorandum(client: Client, administrator: User) -> None:
    client.sign_in(administrator)
    for korean, goals in (("문화·관광", "8, 11"), ("공유경제", "12")):
        client.get("/cooperation-areas/new").submit({"name_ko": korean, "sdgs": goals}).follow()
    page = client.get("/cooperation-areas")
    assert [row[0] for row in page.rows] == ["문화·관광", "공유경제"]
    page = client.get("/cooperation-areas/ARE-00002/edit").submit({"position": "0"}).follow()
    assert [row[0] for row in client.get("/cooperation-areas").rows] == ["공유경제", "문화·관광"]


def test_goals_are_numbered_from_1_to_17(client: Client, administrator: User) -> None:
    page = client.sign_in(administrator).get("/cooperation-areas/new")
    for typed in ("18", "0", "십일", "1.5"):
        page = page.submit({"name_ko": "지속가능 정책", "sdgs": typed}, status=422)
        assert set(page.errors) == {"sdgs"}
    page = page.submit({"name_ko": "지속가능 정책", "sdgs": "13 11,13"}).follow()
    assert "11, 13" in page


def test_a_narrower_area_stands_under_its_wider_one(client: Client, administrator: User) -> None:
    wide = make_area(name_ko="교통", name_en=None, position=1)
    make_area(name_ko="문화", name_en=None, position=2)
    page = client.sign_in(administrator).get("/cooperation-areas/new")
    page.submit({"name_ko": "스마트 교통", "parent": wide.reference})
    assert [row[0] for row in client.get("/cooperation-areas").rows] == ["교통", "스마트 교통", "문화"]
    assert "스마트 교통" in client.get(f"/cooperation-areas/{wide.reference}")
    page = client.get(f"/cooperation-areas/{wide.reference}/edit").submit({"parent": "스마트 교통"}, status=422)
    assert set(page.errors) == {"parent"}


def test_a_page_lists_the_agreements_that_name_the_area(client: Client, viewer_user: User, home: City) -> None:
    area = make_area()
    make_agreement(home, title_ko="우호협력 강화 양해각서", areas=[area])
    make_agreement(home, title_ko="비공개 협의서", areas=[area], disclosure=Disclosure.RESTRICTED)
    page = client.sign_in(viewer_user).get(f"/cooperation-areas/{area.reference}")
    assert "우호협력 강화 양해각서" in page and "비공개 협의서" not in page


def test_only_an_administrator_manages_the_list(client: Client, officer: User, administrator: User) -> None:
    area = make_area(name_ko="스포츠")
    client.sign_in(officer).get("/cooperation-areas/new", status=403)
    client.post(f"/cooperation-areas/{area.reference}/archive", status=403)
    client.sign_out().sign_in(administrator).post(f"/cooperation-areas/{area.reference}/archive")
    assert "스포츠" not in client.get("/cooperation-areas")
    client.post(f"/cooperation-areas/{area.reference}/restore")
    assert "스포츠" in client.get("/cooperation-areas")
