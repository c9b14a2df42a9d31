"""The other names of a city or a person, whichever of the two it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from partnerships.extensions import db
from partnerships.models.alias import Alias
from partnerships.models.city import City, CityAlias
from partnerships.models.person import Person, PersonAlias

# What bears other names.
Named = City | Person

KINDS: Mapping[type[Named], type[Alias]] = {City: CityAlias, Person: PersonAlias}


def aliases_of(record: Named) -> Sequence[Alias]:
    """The other names of ``record``, those put away included."""
    kind: Any = KINDS[type(record)]
    with db.session.no_autoflush:
        return db.session.scalars(select(kind).where(getattr(kind, kind.part_of) == record.id).order_by(kind.id)).all()
