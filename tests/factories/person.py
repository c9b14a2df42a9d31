"""People and the posts they held."""

from typing import Any

from partnerships.models.alias import folded_names
from partnerships.models.person import Person, PersonAlias, Post
from partnerships.models.types import PartialDate
from tests.factories.saving import number, save, with_defaults


def make_person(**details: Any) -> Person:
    """A person of the other side."""
    one = number()
    defaults = {
        "name_ko": f"에드윈 리 {one}",
        "name_en": f"Edwin Lee {one}",
        "form_of_address_ko": "시장님",
        "form_of_address_en": "Mayor",
        "languages": "영어",
    }
    given = with_defaults(defaults, details)
    names = str(given.pop("aliases", "")).splitlines()
    known = [given.get(name) for name in ("name_ko", "name_en", "name_local")]
    person = save(Person(**given, search_names=folded_names([*known, *names])))
    for name in names:
        save(PersonAlias(person_id=person.id, name=name))
    return person


def make_post(person: Person, **details: Any) -> Post:
    """A post: mayor since 2011, first in rank."""
    defaults = {
        "title_ko": "시장",
        "title_en": "Mayor",
        "held_from": PartialDate.parse("2011-01-11"),
        "protocol_rank": 1,
    }
    return save(Post(person_id=person.id, **with_defaults(defaults, details)))
