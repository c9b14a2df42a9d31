"""A row of a list as it was read and matched, and what becomes of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person
from partnerships.models.types import Bilingual, Choice
from partnerships.models.visit import Delegation, Member
from partnerships.queries.visit import Match
from partnerships.transfer.participants.columns import BY_FIELD
from partnerships.transfer.participants.rows import Fault, ListedRow, Said

# What a row chooses instead of somebody on record.
NEW = "new"
NAMES = ("name_ko", "name_en", "name_local")
OF_MEMBER = ("title_ko", "title_en", "language", "needs", "arrival", "departure", "hotel", "note")


class Outcome(Choice):
    """What becomes of a row."""

    REFUSED = "refused", N_("To be put right")
    UNDECIDED = "undecided", N_("Who is it?")
    NEW = "new", N_("Somebody new")
    KNOWN = "known", N_("Known person")
    UNNAMED = "unnamed", N_("Without a name")
    CHANGED = "changed", N_("Changes")
    SAME = "same", N_("Nothing changes")

    @property
    def is_ready(self) -> bool:
        """Whether the row can be taken over as it is."""
        return self not in (Outcome.REFUSED, Outcome.UNDECIDED)


@dataclass(frozen=True)
class Wish:
    """What an officer said of a row in the preview.

    ``who`` is the reference of somebody on record, :data:`NEW`, or empty where it is left to what is found;
    ``delegation`` the id of a delegation. ``seen`` is what the page showed would become of the row.
    """

    row: ListedRow
    is_taken: bool = True
    who: str = ""
    delegation: int | None = None
    seen: str = ""


@dataclass(frozen=True)
class PlannedRow:
    """One row with what becomes of it; ``changes`` are (field, before, after), ``kept`` what is on record otherwise."""

    wish: Wish
    said: Said
    delegation: Delegation | None
    faults: Sequence[Fault] = ()
    matches: Sequence[Match] = ()
    person: Person | None = None
    is_new: bool = False
    member: Member | None = None
    title: Bilingual | None = None
    held: Bilingual | None = None
    changes: Sequence[tuple[str, Any, Any]] = ()
    kept: Sequence[tuple[str, str]] = ()
    organisation: Organisation | None = None

    @property
    def name(self) -> Bilingual:
        """The name as the row tells it."""
        return Bilingual(self.said.texts.get("name_ko"), self.said.texts.get("name_en"))

    @property
    def outcome(self) -> Outcome:
        """What becomes of the row if it is taken over."""
        if self.faults:
            return Outcome.REFUSED
        if self.said.is_named and self.person is None and not self.is_new:
            return Outcome.UNDECIDED
        if self.member is not None:
            return Outcome.CHANGED if self.changes else Outcome.SAME
        if self.is_new:
            return Outcome.NEW
        return Outcome.KNOWN if self.person is not None else Outcome.UNNAMED

    @property
    def sign(self) -> str:
        """What the page shows of the row's fate in a few letters: another sign is another fate."""
        member = f"{self.member.id}.{self.member.version}" if self.member else ""
        return ":".join((self.outcome.value, self.person.reference if self.person else "", member))


@dataclass(frozen=True)
class Plan:
    """All rows with what becomes of them; ``withheld`` are the fields that the officer may not enter here."""

    rows: Sequence[PlannedRow]
    withheld: Sequence[str] = ()

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many of the rows that are to be taken over come to what."""
        return Counter(row.outcome for row in self.rows if row.wish.is_taken)

    @property
    def open_rows(self) -> Sequence[PlannedRow]:
        """The rows that are to be taken over and cannot be yet."""
        return [row for row in self.rows if row.wish.is_taken and not row.outcome.is_ready]


def member_details(row: PlannedRow) -> dict[str, Any]:
    """What the row says of a member; what it leaves out stays as it is."""
    said = row.said
    details: dict[str, Any] = {name: said.texts[name] for name in OF_MEMBER if said.texts.get(name)}
    if row.title is not None:
        details |= {name: text for name, text in (("title_ko", row.title.ko), ("title_en", row.title.en)) if text}
    for name in ("role", "position", "consented_on"):
        if getattr(said, name) is not None:
            details[name] = getattr(said, name)
    if said.count is not None and not said.is_named:
        details["count"] = said.count
    return details


def person_details(row: PlannedRow) -> dict[str, str]:
    """What the row knows of a person and the record does not; a row without a name is about no person."""
    if not row.said.is_named:
        return {}
    texts = row.said.texts
    given = {name: texts[name] for name in (*NAMES, "email", "phone") if texts.get(name)}
    if row.person is None:
        return given | ({"languages": texts["language"]} if texts.get("language") else {})
    return {name: text for name, text in given.items() if getattr(row.person, name) is None}


def without_open_rows(plan: Plan) -> Plan:
    """The same plan with all rows left out that cannot be taken over as they are."""
    rows = [row if row.outcome.is_ready else replace(row, wish=replace(row.wish, is_taken=False)) for row in plan.rows]
    return replace(plan, rows=rows)


def with_refusal(plan: Plan, refusal: Invalid) -> Plan:
    """The same plan with what a rule refused beside the cell that it is about."""
    _rows, number, name = (refusal.field or "rows--").split("-", 2)
    if not number.isdecimal() or int(number) >= len(plan.rows):
        return plan
    rows = list(plan.rows)
    row = rows[int(number)]
    fault = Fault(name if name in BY_FIELD else "name_ko", refusal.message, refusal.values)
    rows[int(number)] = replace(row, faults=(*row.faults, fault))
    return replace(plan, rows=rows)
