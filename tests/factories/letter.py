"""Letters."""

from datetime import date
from typing import Any

from partnerships.models.city import City
from partnerships.models.letter import Letter, LetterKind, LetterStatus
from partnerships.models.types import PartialDate
from tests.factories.saving import number, save, with_defaults


def make_letter(home: City, **details: Any) -> Letter:
    """A letter of thanks that was sent on 28 October 2013."""
    one = number()
    defaults = {
        "kind": LetterKind.THANKS,
        "status": LetterStatus.SENT,
        "title_ko": f"방문 감사 서한 {one}",
        "title_en": f"Letter of thanks {one}",
        "addressee_told": "Office of the Mayor",
        "dated_on": PartialDate.parse("2013-10-28"),
    }
    return save(Letter(home=home, **with_defaults(defaults, details)), date(2013, 10, 28))
