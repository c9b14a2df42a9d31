"""How letters change: the moves until they are sent, their dates, and to whom they go."""

from datetime import date, timedelta

import pytest

from partnerships.adapters.clock import utc_now
from partnerships.commands import letter as commands
from partnerships.errors import Invalid, NotAllowed
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.letter import Letter, LetterKind, LetterStatus
from partnerships.models.types import PartialDate
from partnerships.queries.letter import get_letter
from tests.factories.city import make_city
from tests.factories.letter import make_letter


def record(user: User, home: City, **details: object) -> Letter:
    said = {
        "kind": LetterKind.INVITATION,
        "title_ko": "시장 초청 서한",
        "home": home,
        "addressee_told": "시장",
        **details,
    }
    return commands.record_letter(user, **said)  # type: ignore[arg-type]  # a table of details


def test_a_letter_is_to_be_written_unless_more_is_said(officer: User, home: City) -> None:
    letter = record(officer, home, due_on=date(2030, 1, 2))
    assert (letter.status, letter.due_on) == (LetterStatus.TO_WRITE, date(2030, 1, 2))


def test_a_letter_is_numbered_by_the_year_of_its_date(officer: User, home: City) -> None:
    letter = record(
        officer, home, status=LetterStatus.RECEIVED, sender_told="시장", dated_on=PartialDate.parse("2013-09")
    )
    assert letter.reference == "LTR-2013-001"


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"kind": None}, "kind"),
        ({"title_ko": None}, "title_ko"),
        ({"addressee_told": None}, "addressee"),
        ({"status": None}, "status"),
        ({"status": LetterStatus.SENT}, "dated_on"),
        ({"dated_on": PartialDate.parse("2013-10-21")}, "dated_on"),
        ({"status": LetterStatus.RECEIVED, "dated_on": PartialDate.parse("2013")}, "sender"),
        (
            {
                "status": LetterStatus.RECEIVED,
                "sender_told": "시장",
                "dated_on": PartialDate.parse("2013"),
                "due_on": date(2013, 1, 1),
            },
            "due_on",
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    officer: User, home: City, details: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        record(officer, home, **details)
    assert refusal.value.field == field


def test_a_partner_city_is_address_enough(officer: User, home: City) -> None:
    assert record(officer, home, addressee_told=None, partner=make_city()).partner is not None


def test_a_letter_goes_from_draft_to_sent_and_keeps_its_date(officer: User, home: City) -> None:
    letter = get_letter(officer, record(officer, home).reference)
    commands.move_letter(officer, letter, LetterStatus.DRAFTED)
    commands.move_letter(officer, letter, LetterStatus.SENT, PartialDate.parse("2013-10-28"))
    assert (letter.status, letter.dated_on) == (LetterStatus.SENT, PartialDate.parse("2013-10-28"))


def test_a_letter_that_was_not_sent_after_all_loses_its_date(officer: User, home: City) -> None:
    letter = get_letter(officer, make_letter(home).reference)
    commands.move_letter(officer, letter, LetterStatus.DRAFTED)
    assert (letter.status, letter.dated_on) == (LetterStatus.DRAFTED, None)


def test_no_letter_is_sent_tomorrow(officer: User, home: City) -> None:
    letter = get_letter(officer, record(officer, home).reference)
    with pytest.raises(Invalid) as refusal:
        commands.move_letter(officer, letter, LetterStatus.SENT, PartialDate.of(utc_now().date() + timedelta(days=2)))
    assert refusal.value.field == "dated_on"


@pytest.mark.parametrize("status", list(LetterStatus))
def test_only_the_moves_that_are_offered_are_allowed(officer: User, home: City, status: LetterStatus) -> None:
    letter = get_letter(officer, make_letter(home, status=LetterStatus.RECEIVED, sender_told="시장").reference)
    with pytest.raises(Invalid):
        commands.move_letter(officer, letter, status, PartialDate.parse("2013-10-28"))


def test_a_viewer_moves_no_letter(viewer_user: User, home: City) -> None:
    with pytest.raises(NotAllowed):
        commands.move_letter(viewer_user, get_letter(viewer_user, make_letter(home).reference), LetterStatus.DRAFTED)
