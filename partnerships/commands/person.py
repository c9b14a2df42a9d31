"""How people change: recorded, revised, put away; the posts they held."""

from collections.abc import Mapping
from typing import Any, TypedDict, Unpack

from partnerships.commands.alias import add_aliases, index_anew, index_names, names_in_lines
from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_disclosure_within_reach,
    put_away,
    require_either,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, NotAllowed
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.person import CONTACTS, NEEDS, Person, Post
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit import may_read_needs


class PersonDetails(TypedDict, total=False):
    """What an officer says of a person; what is left out stays as it is."""

    name_ko: str | None
    name_en: str | None
    name_local: str | None
    form_of_address_ko: str | None
    form_of_address_en: str | None
    pronunciation: str | None
    languages: str | None
    biography_ko: str | None
    biography_en: str | None
    died: PartialDate | None
    source: str | None
    email: str | None
    phone: str | None
    needs: str | None
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


class PostDetails(TypedDict, total=False):
    """What is said of a post."""

    title_ko: str | None
    title_en: str | None
    city: City | None
    organisation: Organisation | None
    held_from: PartialDate | None
    held_to: PartialDate | None
    protocol_rank: int | None
    source: str | None


class NewPersonDetails(PersonDetails, total=False):
    """A new one may bring other names along, one a line."""

    aliases: str | None


def record_person(actor: Viewer, **details: Unpack[NewPersonDetails]) -> Person:
    """Record a new person; at least one name is needed."""
    with transaction(actor, "record_person"):
        ensure_may(actor, "person.write")
        person = Person(disclosure=Disclosure.INTERNAL)
        aliases = names_in_lines(details.pop("aliases", None))
        give_reference(person)
        _apply(actor, person, details)
        index_names(person, aliases)
        add(person)
        add_aliases(person, aliases)
    return person


def revise_person(actor: Viewer, person: Person, version: int | None = None, **details: Unpack[PersonDetails]) -> None:
    """Change what is recorded of ``person``, held to the ``version`` that was on the screen."""
    with transaction(actor, "revise_person"):
        ensure_may(actor, "person.write", person)
        at_version(person, version)
        _apply(actor, person, details)
        index_anew(person)


def archive_person(actor: Viewer, person: Person) -> None:
    """Put ``person`` away; programmes and papers that name the person keep the name."""
    with transaction(actor, "archive_person"):
        ensure_may(actor, "person.write", person)
        put_away(person)


def restore_person(actor: Viewer, person: Person) -> None:
    """Bring an archived ``person`` back."""
    with transaction(actor, "restore_person"):
        ensure_may(actor, "person.write", person)
        bring_back(person)


def _apply(actor: Viewer, person: Person, details: PersonDetails) -> None:
    after = {**{name: getattr(person, name) for name in ("name_ko", "name_en")}, **details}
    require_either(after, "name_ko", "name_en", message=N_("Enter a name in Korean or in English."))
    given: Mapping[str, Any] = details
    if any(given[field] != getattr(person, field) for field in CONTACTS if field in given):
        ensure_may(actor, "person.read_private", person)
    if NEEDS in given and given[NEEDS] != person.needs and not may_read_needs(actor, person):
        raise NotAllowed(N_("Your account may not do this."))
    keep_disclosure_within_reach(actor, person, details.get("disclosure"))
    assign(person, details)


def add_post(actor: Viewer, person: Person, **details: Unpack[PostDetails]) -> Post:
    """Add a post that ``person`` holds or held."""
    with transaction(actor, "add_post"):
        ensure_may(actor, "person.write", person)
        post = Post(person_id=person.id)
        _apply_post(post, details)
        add(post)
    return post


def revise_post(
    actor: Viewer, person: Person, post: Post, version: int | None = None, **details: Unpack[PostDetails]
) -> None:
    """Change what is recorded of a post."""
    with transaction(actor, "revise_post"):
        ensure_may(actor, "person.write", person)
        at_version(post, version)
        _apply_post(post, details)


def archive_post(actor: Viewer, person: Person, post: Post) -> None:
    """Put a post away that was recorded by mistake; one that has ended gets its end instead."""
    with transaction(actor, "archive_post"):
        ensure_may(actor, "person.write", person)
        put_away(post)


def _apply_post(post: Post, details: PostDetails) -> None:
    fields = ("title_ko", "title_en", "held_from", "held_to", "protocol_rank")
    after = {**{name: getattr(post, name) for name in fields}, **details}
    require_either(after, "title_ko", "title_en", message=N_("Enter the title in Korean or in English."))
    begun: PartialDate | None = after["held_from"]
    ended: PartialDate | None = after["held_to"]
    # As known: 2011 to 2011-01 may be true, 2012 to 2011 cannot.
    if begun and ended and ended.is_surely_before(begun):
        raise Invalid("held_to", N_("A post cannot end before it began."))
    rank = after["protocol_rank"]
    if rank is not None and not 1 <= rank <= 999:
        raise Invalid("protocol_rank", N_("Enter a number from 1 to 999."))
    assign(post, details)
