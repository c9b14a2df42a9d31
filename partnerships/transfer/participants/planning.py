"""What taking over a list would do, row by row: who is new, who is known, what changes, what has to be put right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from partnerships.commands.visit import day_of_titles
from partnerships.languages import N_, Language
from partnerships.models.alias import folded
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person
from partnerships.models.types import Bilingual
from partnerships.models.visit import Delegation, Member, MemberRole, Visit
from partnerships.permissions import Viewer, may
from partnerships.queries.visit import Match, Meant, find_matches, find_organisations, members_of
from partnerships.transfer.participants.affiliation import with_affiliation
from partnerships.transfer.participants.columns import BY_FIELD
from partnerships.transfer.participants.planned import (
    NAMES,
    NEW,
    Plan,
    PlannedRow,
    Wish,
    member_details,
    person_details,
)
from partnerships.transfer.participants.rows import Fault, Said, read_row
from partnerships.transfer.participants.writing import role_word


def plan_list(actor: Viewer, visit: Visit, wishes: Sequence[Wish]) -> Plan:
    """What taking over the rows of ``wishes`` would do to ``visit``, whose delegations and members are loaded."""
    named = {name for wish in wishes for name in wish.row.cells if BY_FIELD[name].is_private}
    withheld = () if may(actor, "visit.read_private", visit) else tuple(name for name in BY_FIELD if name in named)
    drafts = [_draft(visit, wish, withheld) for wish in wishes]
    meant = {number: _meant(draft) for number, draft in enumerate(drafts) if draft.said.is_named}
    matches = find_matches(actor, meant)
    units = [draft.said.texts.get("organisation") for draft in drafts]
    organisations = find_organisations(actor, [unit for unit in units if unit])
    rows = [
        _with_person(visit, replace(draft, organisation=_organisation(draft, organisations)), matches.get(number, []))
        for number, draft in enumerate(drafts)
    ]
    return Plan(_with_faults_among(rows), withheld)


def _draft(visit: Visit, wish: Wish, withheld: Sequence[str]) -> PlannedRow:
    cells = {name: text for name, text in wish.row.cells.items() if name not in withheld}
    said, faults = read_row(cells)
    delegation = _delegation(visit, wish)
    if delegation is None:
        faults.append(Fault("side", N_("Choose the delegation.")))
    return PlannedRow(wish, said, delegation, faults=tuple(faults), title=_title(said))


def _title(said: Said) -> Bilingual | None:
    """The title of a row; a group of which only the number is told is called by its role and where it comes from."""
    title = with_affiliation(said.texts)
    if title is not None or said.is_named or said.count is None:
        return title
    words = {f"title_{one.value}": role_word(said.role or MemberRole.MEMBER, one) for one in Language}
    return with_affiliation({**said.texts, **words})


def _delegation(visit: Visit, wish: Wish) -> Delegation | None:
    present = [one for one in visit.delegations if not one.is_archived]
    return next((one for one in present if one.id == wish.delegation), None)


def _meant(draft: PlannedRow) -> Meant:
    texts = draft.said.texts
    titles = [texts.get("title_ko"), texts.get("title_en"), *((draft.title.ko, draft.title.en) if draft.title else ())]
    return Meant(
        names=[texts[name] for name in NAMES if texts.get(name)],
        titles=[title for title in titles if title],
        email=texts.get("email"),
        delegation=draft.delegation,
    )


def _organisation(draft: PlannedRow, known: Mapping[str, Organisation]) -> Organisation | None:
    return known.get(folded(draft.said.texts.get("organisation", "")))


def _with_person(visit: Visit, draft: PlannedRow, matches: Sequence[Match]) -> PlannedRow:
    person, is_new = _who(draft.wish.who, matches, draft.said.is_named, _members_by_person(draft.delegation))
    row = replace(draft, matches=tuple(matches), person=person, is_new=is_new)
    member = _member_of(row)
    elsewhere = _delegation_of(visit, person, row.delegation)
    if elsewhere is not None:
        name = (elsewhere.city or elsewhere.organisation).name  # type: ignore[union-attr]  # one of them is there
        fault = Fault("side", N_("Is in the delegation of %(name)s already."), {"name": name})
        row = replace(row, faults=(*row.faults, fault))
    held = _title_held(visit, person) if member is None and row.title is None else None
    row = replace(row, member=member, held=held)
    return replace(row, changes=tuple(_changes(row)), kept=tuple(_kept(row)))


def _who(
    chosen: str, matches: Sequence[Match], is_named: bool, present: Mapping[int, Member]
) -> tuple[Person | None, bool]:
    """(who on record is meant, whether it is somebody new): as chosen, else as far as it is sure."""
    if not is_named or (chosen == NEW):
        return None, is_named
    for match in matches:
        if match.person.reference == chosen:
            return match.person, False
    if not matches:
        return None, True
    # Who bears the name and stands in this delegation already is meant, whatever the title says now.
    sure = [match.person for match in matches if match.likeness.is_sure or match.person.id in present]
    return (sure[0], False) if len(sure) == 1 else (None, False)


def _members_by_person(delegation: Delegation | None) -> dict[int, Member]:
    members = members_of(delegation) if delegation is not None else []
    return {member.person_id: member for member in members if member.person_id is not None}


def _member_of(row: PlannedRow) -> Member | None:
    """Who of the delegation the row is about."""
    if row.person is not None:
        return _members_by_person(row.delegation).get(row.person.id)
    if row.said.is_named or row.delegation is None or row.title is None:
        return None
    titles = {folded(title) for title in (row.title.ko, row.title.en) if title}
    unnamed = (member for member in members_of(row.delegation) if member.person_id is None)
    return next(
        (one for one in unnamed if titles & {folded(title) for title in (one.title_ko, one.title_en) if title}), None
    )


def _delegation_of(visit: Visit, person: Person | None, apart_from: Delegation | None) -> Delegation | None:
    """Another delegation of the visit that ``person`` is in."""
    if person is None:
        return None
    others = (one for one in visit.delegations if not one.is_archived and one is not apart_from)
    return next((one for one in others if person.id in _members_by_person(one)), None)


def _title_held(visit: Visit, person: Person | None) -> Bilingual | None:
    post = person.post_on(day_of_titles(visit)) if person is not None else None
    return post.title if post else None


def _changes(row: PlannedRow) -> list[tuple[str, Any, Any]]:
    """What the row changes of a member who is there already, and fills in of a person on record."""
    changes = []
    if row.member is not None:
        for name, after in member_details(row).items():
            before = getattr(row.member, name)
            if before != after:
                changes.append((name, before, after))
    if row.person is not None:
        changes += [(name, None, text) for name, text in person_details(row).items()]
    return changes


def _kept(row: PlannedRow) -> list[tuple[str, str]]:
    """Where the record of a person says otherwise, and stays as it is."""
    if row.person is None:
        return []
    given = {name: row.said.texts.get(name) for name in (*NAMES, "email", "phone")}
    recorded = {name: getattr(row.person, name) for name in given}
    return [
        (name, recorded[name])
        for name, text in given.items()
        if text and recorded[name] and folded(recorded[name]) != folded(text)
    ]


def _with_faults_among(rows: Sequence[PlannedRow]) -> list[PlannedRow]:
    """``rows`` with what only shows beside the others: somebody twice, two heads of one delegation."""
    checked = []
    seen: dict[tuple[int, str], int] = {}
    heads: dict[int, int] = {}
    for row in rows:
        faults = list(row.faults)
        if row.wish.is_taken and row.delegation is not None and not faults:
            key = (row.delegation.id, _identity(row))
            first = seen.setdefault(key, row.wish.row.line)
            if first != row.wish.row.line:
                name = "name_ko" if row.said.texts.get("name_ko") or not row.said.is_named else "name_en"
                faults.append(Fault(name, N_("Line %(line)s is about the same."), {"line": first}))
            elif row.said.role is MemberRole.HEAD:
                faults += _second_head(row, heads)
        checked.append(replace(row, faults=tuple(faults)))
    return checked


def _identity(row: PlannedRow) -> str:
    if row.person is not None:
        return row.person.reference
    texts = row.said.texts
    # Two new people may share a name: their posts or addresses tell them apart.
    told = [texts.get(name) for name in (*NAMES, "email")]
    titles = [row.title.ko, row.title.en] if row.title else []
    return "\n".join(folded(text or "") for text in (*told, *titles))


def _second_head(row: PlannedRow, heads: dict[int, int]) -> list[Fault]:
    delegation = cast(Delegation, row.delegation)
    line = heads.setdefault(delegation.id, row.wish.row.line)
    if line != row.wish.row.line:
        return [Fault("role", N_("Line %(line)s names the head of this delegation already."), {"line": line})]
    if any(one.role is MemberRole.HEAD and one is not row.member for one in members_of(delegation)):
        return [Fault("role", N_("The delegation has a head already."))]
    return []
