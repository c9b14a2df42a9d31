"""From the lines of a list to its rows: each field as written, then as what it means, with what is wrong with it."""

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerships.adapters.clock import latest_today
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.types import NotADate, PartialDate
from partnerships.models.visit import MemberRole
from partnerships.transfer.participants.columns import BY_FIELD
from partnerships.transfer.participants.heads import FAMILY, GIVEN, NAME, TITLE, Heads, find_heads, plain
from partnerships.transfer.sheets import Sheet

# As many as a page carries; a longer list comes in parts.
MOST_ROWS = 300

_HANGUL = re.compile("[가-힣]")
_CHINESE = re.compile("[一-鿿぀-ヿ]")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NUMBER = re.compile(r"(\d{1,9})(?:\.0+)?\s*(?:명|인|번)?")
_ROLES: dict[MemberRole, str] = {
    MemberRole.HEAD: "단장, 대표단장, 수석대표, 방문단장, head, head of delegation, chief delegate, leader",
    MemberRole.MEMBER: "단원, 대표, 위원, 참가자, 일반, member, delegate, delegation member, participant",
    MemberRole.INTERPRETER: "통역, 통역사, 통역관, 통역원, interpreter, interpretation, translator",
    MemberRole.STAFF: "실무진, 수행원, 수행, 실무, 보좌, 지원, 직원, staff, aide, assistant, support",
    MemberRole.SPOUSE: "배우자, 부인, 동반, 동반자, 영부인, spouse, partner, companion, wife, husband",
    MemberRole.PRESS: "취재진, 기자, 언론, 보도, press, media, journalist, reporter",
}
_ROLE_OF = {plain(word): role for role, words in _ROLES.items() for word in words.split(", ")}


@dataclass(frozen=True)
class ListedRow:
    """One row of a list: the line it stands on, from 1, and the text of each field that is not empty."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Listing:
    """What was read: rows, the fields that the list has columns for, and the heads that nobody understood."""

    rows: Sequence[ListedRow]
    fields: Sequence[str]
    unknown: Sequence[str]


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field: an English msgid with its values."""

    field: str
    message: str
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """What a row says, read: texts by field, and what is more than text."""

    texts: Mapping[str, str]
    role: MemberRole | None = None
    position: int | None = None
    count: int | None = None
    consented_on: date | None = None

    @property
    def is_named(self) -> bool:
        """Whether it is about somebody by name."""
        return any(self.texts.get(name) for name in ("name_ko", "name_en", "name_local"))


def list_rows(sheets: Iterable[Sheet], beside: str) -> Listing:
    """The rows below the first line of heads among ``sheets``.

    Raises :class:`Invalid` ``beside`` the field that the list came by, when there is no such line or nothing below it.
    """
    for sheet in sheets:
        heads = find_heads(sheet.lines)
        if heads is not None:
            return _below(sheet, heads, beside)
    raise Invalid(beside, N_("No line names the columns: one of the first must say where names or titles stand."))


def _below(sheet: Sheet, heads: Heads, beside: str) -> Listing:
    rows = []
    for number, cells in enumerate(sheet.lines[heads.line + 1 :], start=heads.line + 2):
        read = _cells(heads.fields, cells)
        if _says_anything(read):
            rows.append(ListedRow(number, read))
    if not rows:
        raise Invalid(beside, N_("There is nobody below the line that names the columns."))
    if len(rows) > MOST_ROWS:
        raise Invalid(beside, N_("The list has more than %(most)s rows. Take it over in parts."), most=MOST_ROWS)
    known = list(dict.fromkeys(name for row in rows for name in row.cells))
    return Listing(rows, [name for name in BY_FIELD if name in known], heads.unknown)


def _says_anything(cells: Mapping[str, str]) -> bool:
    """A merged delegation or organisation runs down to lines where nobody stands."""
    return bool(cells.keys() - {"side", "organisation", "role", "position"})


def _cells(fields: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    general: dict[str, str] = {}
    for name, text in zip(fields, cells, strict=False):
        if name is None or not text:
            continue
        if name in BY_FIELD:
            found[name] = text if name == "needs" else " ".join(text.split())
        elif name in (FAMILY, GIVEN):
            general[name] = " ".join(text.split())
        else:
            _sort_in(name, " ".join(text.split()), found, general, FAMILY in fields)
    _join_names(general, found)
    return found


def _sort_in(name: str, text: str, found: dict[str, str], general: dict[str, str], has_family: bool) -> None:
    """Put a name or a title whose head tells no script to where its letters belong."""
    if name == NAME and has_family:
        general.setdefault(GIVEN, text)
    elif name == NAME:
        found.setdefault(_script_field(text), text)
    elif name == TITLE:
        found.setdefault("title_ko" if _HANGUL.search(text) else "title_en", text)


def _script_field(name: str) -> str:
    if _HANGUL.search(name):
        return "name_ko"
    return "name_local" if _CHINESE.search(name) else "name_en"


def _join_names(general: Mapping[str, str], found: dict[str, str]) -> None:
    """Join a family and a given name, in the order of the language they are in."""
    family, given = general.get(FAMILY, ""), general.get(GIVEN, "")
    if not (family or given):
        return
    is_eastern = bool(_HANGUL.search(family + given) or _CHINESE.search(family + given))
    name = family + given if is_eastern else f"{given} {family}".strip()
    found.setdefault(_script_field(name), name)


def read_row(cells: Mapping[str, str]) -> tuple[Said, list[Fault]]:
    """What ``cells`` mean, and the fields whose text means nothing."""
    faults: list[Fault] = []
    for name, text in cells.items():
        longest = BY_FIELD[name].longest
        if len(text) > longest:
            faults.append(Fault(name, N_("Enter at most %(longest)s characters."), {"longest": longest}))
    if (email := cells.get("email")) and not _ADDRESS.fullmatch(email):
        faults.append(Fault("email", N_("This is no e-mail address.")))
    role = _ROLE_OF.get(plain(cells["role"])) if cells.get("role") else None
    if cells.get("role") and role is None:
        faults.append(Fault("role", N_("“%(text)s” is none of the roles."), {"text": cells["role"][:60]}))
    said = Said(
        texts={name: text for name, text in cells.items() if name not in ("role", "position", "count", "consented_on")},
        role=role,
        position=_number("position", cells, faults),
        count=_number("count", cells, faults),
        consented_on=_consent(cells, faults),
    )
    return said, [*faults, *_faults_of_who(said)]


def _faults_of_who(said: Said) -> list[Fault]:
    texts = said.texts
    if not said.is_named:
        return _faults_of_unnamed(said)
    if not (texts.get("name_ko") or texts.get("name_en")):
        return [Fault("name_en", N_("Enter a name in Korean or in English."))]
    if said.count not in (None, 1):
        return [Fault("count", N_("A number of people goes with a group, not with a person."))]
    return []


def _faults_of_unnamed(said: Said) -> list[Fault]:
    """A post or a group is no person on record: it has nowhere to keep how somebody is reached."""
    texts = said.texts
    faults = []
    if not (texts.get("title_ko") or texts.get("title_en") or said.count):
        faults.append(Fault("name_ko", N_("Enter a name, or a post or a description of the group.")))
    for name in ("email", "phone"):
        if texts.get(name):
            faults.append(Fault(name, N_("Goes with a name: enter the name, or leave this empty.")))
    return faults


def _number(name: str, cells: Mapping[str, str], faults: list[Fault]) -> int | None:
    text = cells.get(name)
    if not text:
        return None
    found = _NUMBER.fullmatch(text.strip())
    if found is None or int(found[1]) < 1:
        faults.append(Fault(name, N_("Enter a whole number from 1.")))
        return None
    return int(found[1])


def _consent(cells: Mapping[str, str], faults: list[Fault]) -> date | None:
    text = cells.get("consented_on")
    if not text:
        return None
    try:
        day = PartialDate.parse(text).day
    except NotADate:
        day = None
    if day is None:
        faults.append(Fault("consented_on", N_("Enter a full date such as 2013.10.21.")))
    elif day > latest_today():
        faults.append(Fault("consented_on", N_("This day has not come yet.")))
        return None
    return day
