"""What an English book says in Korean because its records have it in no other language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from partnerships.briefs.visit_book.book import VisitBook

_HANGUL: Final = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")


def korean_places(book: "VisitBook") -> tuple[str, ...]:
    """Where an English ``book`` has Korean texts, in the order of the book and in its own language, English."""
    groups: tuple[tuple[str, Iterable[Any]], ...] = (
        ("Overview", (book.visit, book.purpose, book.outcome)),
        ("Flights", ((stay.arrives_by, stay.departs_by) for stay in book.stays)),
        ("Hotel and reception", ((stay.hotel, stay.counterpart) for stay in book.stays)),
        ("Programme", book.days),
        ("Who takes part", book.parties),
        *((f"Sheet {meeting.number}", (meeting,)) for meeting in book.meetings),
        ("Biographies", ((one.name, one.title, one.lines, one.posts) for one in book.biographies)),
        ("State of the ties", book.ties),
        (
            "City profile",
            ((city.name, [(one.label, one.value, one.lines) for one in city.facts]) for city in book.cities),
        ),
        (
            "Sources",
            ([one.source for one in book.biographies], [one.source for city in book.cities for one in city.facts]),
        ),
        ("Forms of address", ((one.name, one.title, one.form) for one in book.addresses)),
        ("Pronunciation", (one.pronunciation for one in book.addresses)),
        ("Needs", book.needs),
        ("Whom to call", book.contacts),
        ("Annexes", book.annexes),
    )
    return tuple(place for place, told in groups if any(_HANGUL.search(text) for text in _texts(tuple(told))))


def _texts(value: Any) -> Iterator[str]:
    """All texts within ``value``."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
