"""Who of a list of names is on record already: known by e-mail, by the post held, or by the party that sends them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.alias import folded
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person, Post
from partnerships.models.types import Choice
from partnerships.models.visit import Delegation
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import is_named

# As many names as one statement asks for: SQLite takes no more than a thousand conditions in a row.
_AT_ONCE = 100


class Likeness(Choice):
    """By what somebody on record is taken for the one who is meant, the surest first."""

    EMAIL = "email", N_("Same name and e-mail")
    POST = "post", N_("Same name and post")
    PARTY = "party", N_("Same name, and a post on that side")
    NAME = "name", N_("Same name only")
    ADDRESS = "address", N_("Same e-mail only")

    @property
    def is_sure(self) -> bool:
        """Whether it needs no further word: one name may be borne by many, one address used by an office."""
        return self not in (Likeness.NAME, Likeness.ADDRESS)


@dataclass(frozen=True)
class Meant:
    """Somebody as a list tells of them."""

    names: Sequence[str]
    titles: Sequence[str]
    email: str | None
    delegation: Delegation | None


@dataclass(frozen=True)
class Match:
    """Somebody on record, with posts loaded, who may be meant."""

    person: Person
    likeness: Likeness


def find_matches(viewer: Viewer, meant: Mapping[int, Meant]) -> dict[int, list[Match]]:
    """For each of ``meant`` who may be meant, the likeliest first; nobody where nobody is known by that name."""
    names = {folded(name) for one in meant.values() for name in one.names}
    emails = {one.email.lower() for one in meant.values() if one.email}
    people = _load(viewer, sorted(names), sorted(emails))
    return {number: _among(people, one) for number, one in meant.items()}


def find_organisations(viewer: Viewer, names: Iterable[str]) -> dict[str, Organisation]:
    """The organisations that bear one of ``names``, by the folded name; a name that several bear means none of them."""
    wanted = sorted({name.strip().lower() for name in names})
    columns = (Organisation.name_ko, Organisation.name_en, Organisation.name_local)
    found: dict[str, set[Organisation]] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        rows = db.session.scalars(
            select(Organisation)
            .where(Organisation.archived_at.is_(None), visible_to(viewer, Organisation))
            .where(or_(*(func.lower(column).in_(some) for column in columns)))
        )
        for one in rows:
            for name in filter(None, (one.name_ko, one.name_en, one.name_local)):
                found.setdefault(folded(name), set()).add(one)
    return {name: next(iter(those)) for name, those in found.items() if len(those) == 1}


def _load(viewer: Viewer, names: Sequence[str], emails: Sequence[str]) -> list[Person]:
    conditions = [is_named(name, Person) for name in names]
    conditions += [func.lower(Person.email) == email for email in emails]
    people: dict[int, Person] = {}
    for first in range(0, len(conditions), _AT_ONCE):
        found = db.session.scalars(
            select(Person)
            .where(Person.archived_at.is_(None), visible_to(viewer, Person))
            .where(or_(*conditions[first : first + _AT_ONCE]))
            .options(selectinload(Person.posts).options(joinedload(Post.organisation), joinedload(Post.city)))
        )
        people |= {person.id: person for person in found}
    return list(people.values())


def _among(people: Sequence[Person], meant: Meant) -> list[Match]:
    names = {folded(name) for name in meant.names}
    if not names:
        return []
    matches = []
    for person in people:
        has_name = bool(names & set(person.search_names.split("\n")))
        has_address = bool(meant.email and person.email and person.email.lower() == meant.email.lower())
        if has_name:
            matches.append(Match(person, _likeness(person, meant, has_address)))
        elif has_address:
            matches.append(Match(person, Likeness.ADDRESS))
    order = list(Likeness)
    return sorted(matches, key=lambda match: (order.index(match.likeness), match.person.id))


def _likeness(person: Person, meant: Meant, has_address: bool) -> Likeness:
    if has_address:
        return Likeness.EMAIL
    posts = [post for post in person.posts if not post.is_archived]
    titles = {folded(title) for title in meant.titles}
    if any(folded(title) in titles for post in posts for title in (post.title_ko, post.title_en) if title):
        return Likeness.POST
    if meant.delegation is not None and any(_is_of(post, meant.delegation) for post in posts):
        return Likeness.PARTY
    return Likeness.NAME


def _is_of(post: Post, delegation: Delegation) -> bool:
    """Whether the post is one of the party that sends the delegation: its city, or the organisation itself."""
    if delegation.organisation_id is not None and post.organisation_id == delegation.organisation_id:
        return True
    city = post.city_id or (post.organisation.city_id if post.organisation else None)
    return delegation.city_id is not None and city == delegation.city_id
