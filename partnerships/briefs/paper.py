"""What all papers have in common: whom they are for, whether they may still change, what they lack, how they are kept.

Each member of the family is a frozen dataclass of plain values, made from records and then independent of database and
request. Everything in it is already in the paper's own language where the records are bilingual, and already filtered
to its edition: what is not on the sheet must not be in the values either, because they are attached to the PDF. Text
that is not known is ``""``, a count or a time that is not known is ``None``; nothing is guessed. The order of every
tuple is the order on the sheet. What is missing is not listed by who fills it: ``gaps`` works it out.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, ClassVar, Self

from partnerships.briefs.values import decode, encode
from partnerships.languages import Language


class State(StrEnum):
    """Whether the paper may still change."""

    DRAFT = "draft"
    ISSUED = "issued"


class Edition(StrEnum):
    """Whom the paper is for: the office itself, or anybody."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Classification(StrEnum):
    """Disclosure (공개구분) of the paper: the strictest of the records it is made of."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something the paper lacks: ``label`` is a msgid, ``on_sheet`` whether it prints or stays in the checklist.

    ``where`` names the meeting or the person that lacks it, in the paper's language, on papers that have several.
    """

    part: str
    label: str
    on_sheet: bool
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """What the sources disagree about: of whom, and the question in one sentence of the paper's language."""

    subject: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(ABC):
    """One paper in one language and one edition."""

    # How it is called in addresses of files and on a terminal, and inside its values.
    KIND: ClassVar[str]
    # Raised when a field changes its meaning; a field that is added with a default leaves it.
    VERSION: ClassVar[int] = 1
    # Its name in words (a msgid) and its sheet.
    NAME: ClassVar[str]
    TEMPLATE: ClassVar[str]
    # How many pages it should fill; one that runs a little over is set closer.
    PAGES: ClassVar[int | None] = None
    # {part: what it is called that the part is missing (a msgid)}, of papers whose sheets ask for it.
    LABELS: ClassVar[Mapping[str, str]] = MappingProxyType({})

    language: Language
    edition: Edition = Edition.INTERNAL
    classification: Classification = Classification.INTERNAL
    as_of: date
    reference: str = ""
    state: State = State.DRAFT
    issued_at: datetime | None = None
    issued_by: str = ""
    supersedes: str = ""

    title: str
    # Who answers for it.
    department: str = ""
    phone: str = ""
    # What this edition leaves out, one line each, in words.
    omissions: tuple[str, ...] = ()

    @property
    @abstractmethod
    def gaps(self) -> tuple[Gap, ...]:
        """What the paper lacks, in the order of the sheet."""

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What has to be found out before anybody relies on the paper."""
        return ()

    def has_gap_on_sheet(self, part: str) -> bool:
        """Whether the sheet says in its place that ``part`` is missing."""
        return any(gap.part == part and gap.on_sheet for gap in self.gaps)

    def label(self, part: str) -> str:
        """What it is called that ``part`` is missing (a msgid)."""
        return self.LABELS[part]

    def for_keeping(self) -> Self:
        """The paper as it may be frozen: without what has to be erased some day."""
        return self

    def to_values(self) -> dict[str, Any]:
        """Plain JSON values, exact: stored when the paper is issued, and attached inside its PDF."""
        return {"brief": self.KIND, "version": self.VERSION, **encode(self)}

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """The paper that ``to_values`` gave. Raises ``ValueError`` for values of another paper or a later version."""
        if values.get("brief") != cls.KIND or values.get("version") != cls.VERSION:
            raise ValueError(
                f"not values of {cls.KIND} {cls.VERSION}: {values.get('brief')!r} {values.get('version')!r}"
            )
        return decode(cls, {name: value for name, value in values.items() if name not in {"brief", "version"}})
