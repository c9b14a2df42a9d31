"""How letters change: recorded, revised, moved on until they are sent, put away and brought back."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypedDict, Unpack

from partnerships.adapters.clock import today_in, utc_now
from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_disclosure_within_reach,
    place_with_home,
    put_away,
    require_either,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.letter import Letter, LetterKind, LetterStatus
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import Visit
from partnerships.permissions import Viewer, ensure_may

_S = LetterStatus

# What may follow each status. One that was sent by mistake of the register goes back to its draft; one that came in
# stays received.
MOVES: Final[Mapping[LetterStatus, tuple[LetterStatus, ...]]] = MappingProxyType(
    {
        _S.TO_WRITE: (_S.DRAFTED, _S.SENT, _S.DROPPED),
        _S.DRAFTED: (_S.SENT, _S.TO_WRITE, _S.DROPPED),
        _S.SENT: (_S.DRAFTED,),
        _S.DROPPED: (_S.TO_WRITE,),
        _S.RECEIVED: (),
    }
)
DATED: Final = frozenset({_S.SENT, _S.RECEIVED})
_ACTS: Final[Mapping[LetterStatus, str]] = MappingProxyType(
    {_S.TO_WRITE: "reopen_letter", _S.DRAFTED: "draft_letter", _S.SENT: "send_letter", _S.DROPPED: "drop_letter"}
)


class LetterDetails(TypedDict, total=False):
    """What an officer says of a letter; what is left out stays as it is."""

    kind: LetterKind
    title_ko: str | None
    title_en: str | None
    sender: Person | None
    sender_told: str | None
    addressee: Person | None
    addressee_organisation: Organisation | None
    addressee_told: str | None
    partner: City | None
    visit: Visit | None
    due_on: date | None
    dated_on: PartialDate | None
    note: str | None
    is_example: bool
    home: City | None
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


class NewLetterDetails(LetterDetails, total=False):
    """A new letter also says how far it has come."""

    status: LetterStatus


def record_letter(actor: Viewer, **details: Unpack[NewLetterDetails]) -> Letter:
    """Record a letter at the status that it has, by default one to be written.

    Its reference carries the year that it is dated in; without a date the present one.
    """
    with transaction(actor, "record_letter"):
        ensure_may(actor, "letter.write")
        status = details.pop("status", _S.TO_WRITE)
        if status is None:
            raise Invalid("status", N_("Choose how far it has come."))
        letter = Letter(status=status, disclosure=Disclosure.INTERNAL, is_example=False)
        _apply(actor, letter, details)
        give_reference(letter, letter.dated_on.earliest if letter.dated_on else None)
        add(letter)
    return letter


def revise_letter(actor: Viewer, letter: Letter, version: int | None = None, **details: Unpack[LetterDetails]) -> None:
    """Change what is recorded of ``letter``; its status moves by :func:`move_letter` alone."""
    with transaction(actor, "revise_letter"):
        ensure_may(actor, "letter.write", letter)
        at_version(letter, version)
        _apply(actor, letter, details)


def move_letter(
    actor: Viewer,
    letter: Letter,
    status: LetterStatus,
    dated_on: PartialDate | None = None,
    version: int | None = None,
) -> None:
    """Move ``letter`` to one of the statuses that :data:`MOVES` allows; one that is sent gets its date.

    Raises :class:`Invalid` for any other status, and for a date that is missing or still to come.
    """
    ensure_may(actor, "letter.write", letter)
    if status not in MOVES[letter.status]:
        raise Invalid("status", N_("The letter cannot move to this status from where it stands."))
    with transaction(actor, _ACTS[status]):
        at_version(letter, version)
        date_given = dated_on or letter.dated_on if status in DATED else None
        _check_date(status, date_given, letter.home)
        assign(letter, {"status": status, "dated_on": date_given})


def archive_letter(actor: Viewer, letter: Letter) -> None:
    """Put ``letter`` away."""
    with transaction(actor, "archive_letter"):
        ensure_may(actor, "letter.write", letter)
        put_away(letter)


def restore_letter(actor: Viewer, letter: Letter) -> None:
    """Bring an archived ``letter`` back."""
    with transaction(actor, "restore_letter"):
        ensure_may(actor, "letter.write", letter)
        bring_back(letter)


_TO = ("addressee", "addressee_organisation", "addressee_told", "partner")
_FROM = ("sender", "sender_told", "partner")
_ASKED = ("kind", "title_ko", "title_en", "due_on", "dated_on", "home", *_TO, "sender", "sender_told")


def _apply(actor: Viewer, letter: Letter, details: LetterDetails) -> None:
    after: dict[str, Any] = {**{name: getattr(letter, name) for name in _ASKED}, **details}
    if after["kind"] is None:
        raise Invalid("kind", N_("Choose what kind of letter it is."))
    require_either(after, "title_ko", "title_en", message=N_("Enter a title in Korean or in English."))
    if letter.is_incoming:
        require_either(after, *_FROM, message=N_("Enter who wrote it: a person, a city, or in words."))
    else:
        message = N_("Enter to whom it goes: a person, an organisation, a city, or in words.")
        require_either(after, *_TO, message=message)
    if letter.is_incoming and after["due_on"] is not None:
        raise Invalid("due_on", N_("A letter that came in is not due. Leave this empty."))
    keep_disclosure_within_reach(actor, letter, details.get("disclosure"))
    place_with_home(actor, "letter.write", letter, after["home"])
    _check_date(letter.status, after["dated_on"], after["home"])
    assign(letter, details)


def _check_date(status: LetterStatus, dated_on: PartialDate | None, home: City | None) -> None:
    if status not in DATED:
        if dated_on is not None:
            raise Invalid("dated_on", N_("Only a letter that was sent or received has a date."))
        return
    if dated_on is None:
        raise Invalid("dated_on", N_("Enter the date of the letter, as well as it is known."))
    today = today_in(home.zone) if home and home.zone else utc_now().date()
    if dated_on.earliest and dated_on.earliest > today:
        raise Invalid("dated_on", N_("This day is still to come. Enter today or an earlier day."))
