"""Delegations and members in the words of a list: which delegation a word means, and a member as a row."""

from collections.abc import Sequence

from partnerships.languages import Language
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Side
from partnerships.models.visit import Delegation, Member
from partnerships.permissions import Viewer, may, may_see
from partnerships.transfer.participants.columns import COLUMNS
from partnerships.transfer.participants.heads import plain
from partnerships.transfer.participants.writing import role_word

# What lists call a side where they do not name its city.
_SIDES: dict[Side, str] = {
    Side.PARTNER: "상대, 상대측, 상대도시, 방문단, 내빈, 외빈, 손님, guest, guests, partner, visitors, visitor",
    Side.HOME: "우리, 우리측, 우리시, 본시, 시측, 주최, 주최측, home, host, hosts",
}
_SIDE_OF = {plain(word): side for side, words in _SIDES.items() for word in words.split(", ")}


def name_of(delegation: Delegation, language: str) -> str:
    """What a delegation is called: its city, its organisation, or both."""
    return " · ".join(party.name.text(language) for party in _parties(delegation))


def find_delegation(delegations: Sequence[Delegation], text: str) -> Delegation | None:
    """The one delegation that ``text`` means: by its name in either language, or by its side."""
    wanted = plain(text)
    named = [one for one in delegations if wanted in _names(one)]
    sided = [one for one in delegations if one.side is _SIDE_OF.get(wanted)]
    return next((found[0] for found in (named, sided) if len(found) == 1), None)


def _parties(delegation: Delegation) -> list[City | Organisation]:
    parties: tuple[City | Organisation | None, ...] = (delegation.city, delegation.organisation)
    return [party for party in parties if party is not None]


def _names(delegation: Delegation) -> set[str]:
    names = {name_of(delegation, language) for language in Language}
    for party in _parties(delegation):
        names |= {name for name in (party.name_ko, party.name_en, party.name_local) if name}
    return {plain(name) for name in names}


def row_of(viewer: Viewer, delegation: Delegation, member: Member, language: Language) -> dict[str, str]:
    """A member as a row, in as much as ``viewer`` may read."""
    person = member.person if member.person is not None and may_see(viewer, member.person) else None
    row: dict[str, object] = {
        column.field: getattr(person if column.field in _OF_PERSON else member, column.field, None)
        for column in COLUMNS
        if not column.is_private or may(viewer, "visit.read_private", delegation.visit)
    }
    if person is not None and not may(viewer, "person.read_private", person):
        row |= {"email": None, "phone": None}
    row |= {"side": name_of(delegation, language), "role": role_word(member.role, language)}
    return {name: str(value) for name, value in row.items() if value is not None}


_OF_PERSON = ("name_ko", "name_en", "name_local", "email", "phone")
