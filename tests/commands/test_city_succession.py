"""What becomes of cities: merged, split, renamed; and the names they are known by."""

import pytest

from partnerships.commands import city as commands
from partnerships.commands.alias import add_alias
from partnerships.errors import Conflict, Invalid, NotAllowed
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import SuccessionKind
from partnerships.models.types import PartialDate
from partnerships.queries.alias import aliases_of
from partnerships.queries.city import get_city, successions_of
from tests.factories.city import make_city, make_succession

MERGED = SuccessionKind.MERGED


def test_a_merger_stands_at_both_ends(officer: User) -> None:
    county, city = make_city(name_ko="청원군"), make_city(name_ko="청주시")
    commands.add_succession(officer, county, successor=city, kind=MERGED, happened=PartialDate.parse("2014-07-01"))
    assert [one.successor.name_ko for one in get_city(officer, county.reference).successions] == ["청주시"]
    assert [one.predecessor.name_ko for one in get_city(officer, city.reference).origins] == ["청원군"]


def test_a_split_has_several_successors_each_once(officer: User) -> None:
    whole, one, other = make_city(), make_city(), make_city()
    for part in (one, other):
        commands.add_succession(officer, whole, successor=part, kind=SuccessionKind.SPLIT)
    with pytest.raises(Invalid) as refused:
        commands.add_succession(officer, whole, successor=other, kind=MERGED)
    assert refused.value.field == "successor"
    assert len(successions_of(whole)) == 2


def test_no_city_follows_itself_over_any_number_of_steps(officer: User) -> None:
    first, second, third = make_city(), make_city(), make_city()
    make_succession(first, second)
    make_succession(second, third)
    for predecessor, successor in ((first, first), (second, first), (third, first)):
        with pytest.raises(Invalid) as refused:
            commands.add_succession(officer, predecessor, successor=successor, kind=MERGED)
        assert refused.value.field == "successor"
        assert not [one for one in successions_of(predecessor) if one.successor_id == successor.id]
    with pytest.raises(Invalid):
        commands.add_succession(officer, third, kind=MERGED)


def test_a_succession_put_away_no_longer_stands_in_the_way(officer: User) -> None:
    first, second = make_city(), make_city()
    wrong = make_succession(first, second)
    commands.archive_succession(officer, first, wrong)
    commands.add_succession(officer, second, successor=first, kind=MERGED)
    with pytest.raises(Invalid):
        commands.add_succession(officer, first, successor=second, kind=MERGED)


def test_a_succession_is_corrected(officer: User) -> None:
    first, second, third = make_city(), make_city(), make_city()
    step = make_succession(first, second)
    commands.revise_succession(officer, first, step, step.version, successor=third, source="관보")
    assert (step.successor_id, step.source, step.kind) == (third.id, "관보", MERGED)
    make_succession(second, first)
    with pytest.raises(Invalid):
        commands.revise_succession(officer, first, step, step.version, successor=second)


def test_a_new_name_keeps_the_old_one_with_its_end(officer: User) -> None:
    city = make_city(name_ko="아스타나", name_en="Astana", country="KZ")
    commands.rename_city(
        officer, city, city.version, name_ko="누르술탄", name_en="Nur-Sultan", renamed=PartialDate.parse("2019-03-23"),
        source="대통령령",
    )  # fmt: skip
    assert (city.name_ko, city.name_en) == ("누르술탄", "Nur-Sultan")
    kept = [(one.name, one.language, one.ends.words if one.ends else None, one.note) for one in aliases_of(city)]
    assert kept == [("아스타나", "ko", "2019-03-23", "대통령령"), ("Astana", "en", "2019-03-23", "대통령령")]
    assert city.search_names.splitlines() == ["누르술탄", "nur-sultan", "아스타나", "astana"]


def test_a_name_that_was_recorded_before_is_not_recorded_twice(officer: User) -> None:
    city = make_city(name_ko="아스타나", name_en=None, country="KZ", aliases="아스타나")
    commands.rename_city(officer, city, name_ko="누르술탄", renamed=PartialDate.parse("2019"))
    commands.rename_city(officer, city, name_ko="아스타나", renamed=PartialDate.parse("2022"))
    ends = {one.name: one.ends.words if one.ends else None for one in aliases_of(city)}
    assert ends == {"아스타나": "2019", "누르술탄": "2022"}


def test_what_the_city_is_called_now_is_no_other_name(officer: User) -> None:
    city = make_city(name_ko="아스타나", name_en=None, country="KZ", aliases="누르술탄")
    commands.rename_city(officer, city, name_ko="누르술탄")
    assert [one.name for one in aliases_of(city) if not one.is_archived] == ["아스타나"]
    assert city.search_names.splitlines() == ["누르술탄", "아스타나"]


def test_only_what_changes_is_kept_as_a_former_name(officer: User) -> None:
    city = make_city(name_ko="키예프", name_en="Kyiv", name_local=None)
    commands.rename_city(officer, city, name_ko="키이우", name_en="Kyiv", name_local="Київ")
    assert [one.name for one in aliases_of(city)] == ["키예프"]
    for names in ({"name_ko": "키이우"}, {"name_ko": None, "name_en": None}, {"name_local": None}):
        with pytest.raises(Invalid) as refused:
            commands.rename_city(officer, city, **names)
        assert refused.value.field == "name_ko"


def test_a_name_is_changed_at_the_version_seen_and_by_those_who_may(officer: User, viewer_user: User) -> None:
    city, other = make_city(), make_city()
    seen = city.version
    commands.revise_city(officer, city, seen, name_local="東京")
    with pytest.raises(Conflict):
        commands.rename_city(officer, city, seen, name_ko="새 이름")
    step = make_succession(city, other)
    for act in (
        lambda: commands.rename_city(viewer_user, city, name_ko="새 이름"),
        lambda: commands.add_succession(viewer_user, other, successor=make_city(), kind=MERGED),
        lambda: commands.revise_succession(viewer_user, city, step, source="관보"),
        lambda: commands.archive_succession(viewer_user, city, step),
        lambda: add_alias(viewer_user, city, name="다른 이름"),
    ):
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"name_ko": "청주시"}, "name_ko"),
        ({"name_ko": "새 도시", "name_en": "CHEONGJU"}, "name_en"),
        ({"name_ko": "새 도시", "aliases": "옛 이름\n상당현"}, "aliases"),
        ({"name_ko": "새 도시", "name_local": "상당현"}, "name_local"),
        ({"name_ko": "새 도시", "geonames_id": 1845604}, "geonames_id"),
    ],
)
def test_a_name_that_the_country_has_is_asked_about(officer: User, details: dict[str, str], field: str) -> None:
    city = make_city(name_ko="청주시", name_en="Cheongju", country="KR", aliases="상당현", geonames_id=1845604)
    with pytest.raises(commands.SameName) as asked:
        commands.record_city(officer, country="KR", **details)  # type: ignore[arg-type]  # names and a number
    assert asked.value.field == field
    assert [one.reference for one in asked.value.namesakes] == [city.reference]
    assert commands.record_city(officer, country="KR", is_another_place=True, **details).reference  # type: ignore[arg-type]  # as above


def test_a_name_of_another_country_or_of_what_was_put_away_is_free(officer: User) -> None:
    make_city(name_ko="스프링필드", country="US")
    commands.archive_city(officer, make_city(name_ko="청주시", country="KR"))
    make_city(name_ko="비공개시", country="KR", disclosure=Disclosure.RESTRICTED)
    for name in ("스프링필드", "청주시", "비공개시", "청주"):
        assert commands.record_city(officer, name_ko=name, country="KR").name_ko == name


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"website": "www.seoul.go.kr"}, "website"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"website": "https://seoul"}, "website"),
        ({"website": "https://[seoul.go.kr"}, "website"),
        ({"wikidata": "62"}, "wikidata"),
        ({"wikidata": "Q62x"}, "wikidata"),
    ],
)
def test_addresses_elsewhere_have_their_shape(officer: User, details: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        commands.record_city(officer, name_ko="도쿄도", country="JP", **details)  # type: ignore[arg-type]  # two texts
    assert refused.value.field == field


def test_scripts_of_one_language_tell_the_language_of_a_name(officer: User) -> None:
    city = commands.record_city(officer, name_ko="아테네", country="GR", aliases="아덴\nΑθήνα\n雅典\nアテネ\nAthens")
    languages = {one.name: one.language for one in aliases_of(city)}
    assert languages == {"아덴": "ko", "Αθήνα": "el", "雅典": None, "アテネ": "ja", "Athens": None}
