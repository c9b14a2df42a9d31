"""Whether everybody at a programme item will understand what is said: languages present against interpretation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from babel.languages import get_official_languages

from partnerships.models.partnership import Side
from partnerships.models.visit import Attendance, Attendee, Interpretation, ItemKind, MemberRole, ProgrammeItem, Visit
from partnerships.queries.languages import language_choices
from partnerships.queries.visit.clashes.clash import Clash, ClashKind

_AWAY = (Attendance.ABSENT, Attendance.EXCUSED)
_SILENT = (ItemKind.TRANSFER, ItemKind.FREE)
_BETWEEN = re.compile(r"[,;/·、•]|\band\b|\s및\s|\s와\s", re.IGNORECASE)
_LEVEL = re.compile(r"\(.*?\)")
_INTERPRETS = re.compile("통역|interpret", re.IGNORECASE)
# What offices write that CLDR calls otherwise.
_ALSO = {"국어": "ko", "중문": "zh", "북경어": "zh", "만다린": "zh", "mandarin": "zh", "영문": "en", "일문": "ja"}


def interpretation_clashes(visit: Visit, items: Sequence[ProgrammeItem]) -> Iterator[Clash]:
    """The ``items`` at which some guest shares no language with the home side and nothing is said of interpreting,
    and those that are to be interpreted though no interpreter is listed.

    Of whom no language is recorded nothing is known; they are passed over.
    """
    at_home = _languages_of_home(visit)
    in_team = any(_INTERPRETS.search(f"{one.duty_ko} {one.duty_en}") for one in visit.team if not one.is_archived)
    for item in items:
        there = [one for one in item.attendees if not one.is_archived and one.attendance not in _AWAY]
        if item.kind in _SILENT or not there:
            continue
        if item.interpretation in (Interpretation.NONE, Interpretation.NOT_STATED):
            if strange := _not_understood(there, at_home):
                yield Clash(ClashKind.INTERPRETATION, item, languages=strange)
        elif not in_team and not any(_interprets(one) for one in there):
            yield Clash(ClashKind.INTERPRETER, item)


def languages_in(text: str | None) -> frozenset[str]:
    """The languages that ``text`` names in Korean or in English, by tag; one that is not known stands for itself."""
    names = (_LEVEL.sub("", name).strip().casefold() for name in _BETWEEN.split(text or ""))
    return frozenset(_tags().get(name, name) for name in names if name)


@cache
def _tags() -> dict[str, str]:
    """{name: tag} in both languages; the tag is a name too."""
    named = {name.casefold(): tag for language in ("ko", "en") for tag, name in language_choices(language)}
    return {**{tag: tag for tag in named.values()}, **named, **_ALSO}


def _languages_of_home(visit: Visit) -> frozenset[str]:
    country = visit.home.country if visit.home else None
    return frozenset(get_official_languages(country)) if country else frozenset()


def _not_understood(there: Iterable[Attendee], at_home: frozenset[str]) -> tuple[str, ...]:
    hosts = [_spoken_by(one) | at_home for one in there if one.side is Side.HOME]
    strange: set[str] = set()
    for guest in there:
        spoken = _spoken_by(guest)
        if guest.side is Side.HOME or not spoken or spoken & at_home:
            continue
        if not (hosts and all(spoken & host for host in hosts)):
            strange |= spoken
    return tuple(sorted(strange))


def _spoken_by(one: Attendee) -> frozenset[str]:
    said = one.member.language if one.member else None
    return languages_in(said or (one.person.languages if one.person else None))


def _interprets(one: Attendee) -> bool:
    if one.member is not None and one.member.role is MemberRole.INTERPRETER:
        return True
    return bool(_INTERPRETS.search(f"{one.title_ko} {one.title_en} {one.note}"))
