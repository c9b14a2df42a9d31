"""What a paper can be about: a visit, one item of its programme, or one who takes part."""

from collections.abc import Iterable
from typing import Protocol

from partnerships.models.agreement import Agreement
from partnerships.models.person import Person
from partnerships.models.visit import Member, ProgrammeItem, Visit
from partnerships.permissions import Viewer, may_see


class Subject(Protocol):
    """What was gathered for a paper; the records that it is about are named on the issued brief."""

    @property
    def visit(self) -> Visit: ...

    @property
    def item(self) -> ProgrammeItem | None: ...

    @property
    def member(self) -> Member | None: ...


def hidden_from(viewer: Viewer, people: Iterable[Person | None], agreements: Iterable[Agreement]) -> frozenset[str]:
    """The references of ``people``, and of what ``agreements`` descend from, that ``viewer`` may not know of."""
    targets = [link.target for agreement in agreements for link in agreement.links]
    return frozenset(one.reference for one in (*people, *targets) if one and not may_see(viewer, one))
