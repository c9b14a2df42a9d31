"""What a paper can be about: a visit, one item of its programme, or one who takes part."""

from typing import Protocol

from partnerships.models.visit import Member, ProgrammeItem, Visit


class Subject(Protocol):
    """What was gathered for a paper; the records that it is about are named on the issued brief."""

    @property
    def visit(self) -> Visit: ...

    @property
    def item(self) -> ProgrammeItem | None: ...

    @property
    def member(self) -> Member | None: ...
