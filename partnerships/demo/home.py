"""The demo's home side: Seoul, its departments of 2013, and the rooms and sites of the press release."""

from dataclasses import dataclass
from datetime import date

from partnerships.commands.city import add_fact, add_place, record_city
from partnerships.commands.organisation import record_organisation
from partnerships.commands.person import add_post, record_person
from partnerships.demo import sources
from partnerships.models.base import Disclosure
from partnerships.models.city import City, CityLevel, FactKind, Place
from partnerships.models.organisation import Organisation, OrganisationKind
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.city import get_city


@dataclass(frozen=True)
class Home:
    """What other parts of the demo hang on."""

    city: City
    division: Organisation
    places: dict[str, Place]
    mayor: Person


# (code, Korean, English, where it is in Korean and in English)
PLACES = (
    ("meeting_room", "간담회장", "Meeting room", "신청사 8층", "8th floor, new City Hall"),
    ("hall", "다목적홀", "Multi-purpose hall", "신청사 8층", "8th floor, new City Hall"),
    ("topis", "서울시 교통정보센터(TOPIS)", "Seoul traffic information centre (TOPIS)", None, None),
    ("dmc", "상암 DMC", "Sangam Digital Media City (DMC)", None, None),
    ("han_river", "한강", "Han River", None, None),
)


def load_home_city() -> City:
    """Seoul itself; accounts belong to it, so it comes first."""
    return record_city(
        SYSTEM,
        name_ko="서울특별시",
        name_en="Seoul",
        name_local="서울특별시",
        aliases="서울\n서울시\n首尔\n首爾\n漢城\nソウル",
        country="KR",
        level=CityLevel.METROPOLITAN,
        latitude=37.56,
        longitude=126.99,
        zone="Asia/Seoul",
        website="https://www.seoul.go.kr",
        is_home=True,
        disclosure=Disclosure.PUBLIC,
    )


def load_home(seoul: City) -> Home:
    """Seoul's departments, places, mayor of 2013, and the count of its ties over time."""
    office = record_organisation(
        SYSTEM,
        name_ko="기획조정실",
        name_en="Planning and Coordination Office",
        kind=OrganisationKind.DEPARTMENT,
        city=seoul,
        disclosure=Disclosure.PUBLIC,
    )
    division = record_organisation(
        SYSTEM,
        name_ko="기획조정실 국제교류담당관",
        name_en="International Relations Division",
        kind=OrganisationKind.DEPARTMENT,
        city=seoul,
        parent=office,
        phone="02-2133-5285",
        disclosure=Disclosure.PUBLIC,
    )
    places = {
        code: add_place(
            SYSTEM,
            seoul,
            name_ko=korean,
            name_en=english,
            detail_ko=detail_ko,
            detail_en=detail_en,
            source=sources.PRESS_RELEASE,
        )
        for code, korean, english, detail_ko, detail_en in PLACES
    }
    mayor = record_person(
        SYSTEM,
        name_ko="박원순",
        name_en="Park Won-soon",
        name_local="朴元淳",
        form_of_address_ko="시장님",
        form_of_address_en="Mayor Park",
        source=sources.PRESS_RELEASE,
        disclosure=Disclosure.PUBLIC,
    )
    add_post(
        SYSTEM,
        mayor,
        title_ko="서울특별시장",
        title_en="Mayor of Seoul",
        city=seoul,
        # Only that another was mayor by then is told by the sources at hand.
        held_to=PartialDate("2024-07-30 이전", None, date(2024, 7, 30), inferred=True),
        protocol_rank=1,
        source=f"{sources.PRESS_RELEASE}; {sources.MAYOR_2024}",
    )
    for count, as_of, source in ((42, "2013", sources.COUNT_2013), (58, "2017-07", sources.COUNT_2017)):
        add_fact(
            SYSTEM,
            seoul,
            kind=FactKind.OVERVIEW,
            text_ko=f"자매·우호도시 {count}개 도시" + (" (40개국)" if count == 58 else ""),
            text_en=f"{count} sister and friendship cities" + (" in 40 countries" if count == 58 else ""),
            as_of=PartialDate.parse(as_of),
            source=source,
        )
    return Home(get_city(SYSTEM, seoul.reference), division, places, mayor)
