"""Languages by BCP 47 tag, named by CLDR, in the order of the reader's language."""

import re
from collections.abc import Sequence
from functools import cache

from babel import Locale

# In which names of places and people come down to an office; the two of the product stand first.
_FIRST = ("ko", "en")
_TAGS = (
    "am ar az be bg bn bs ca cs da de el es et eu fa fi fil fr ga gl he hi hr hu hy id is it ja ka kk km kn ky la lo "
    "lt lv mk mn ms mt my nb ne nl pl ps pt ro ru si sk sl sq sr sv sw ta tg th tk tr ug uk ur uz vi yue zh zh-Hans "
    "zh-Hant zu"
)


def language_name(tag: str, language: str) -> str:
    """What the language ``tag`` is called in ``language``; the tag itself when CLDR does not know it."""
    return dict(language_choices(language)).get(tag, tag)


def languages_in(words: str, language: str) -> str:
    """Languages as somebody wrote them (``영어, Spanish``) by their names in ``language``; other words stay."""
    parts = [part.strip() for part in re.split(r"[,/·]", words) if part.strip()]
    return ", ".join(language_name(_tags().get(part.casefold(), part), language) for part in parts)


@cache
def _tags() -> dict[str, str]:
    return {name.casefold(): tag for language in _FIRST for tag, name in language_choices(language)}


@cache
def language_choices(language: str) -> Sequence[tuple[str, str]]:
    """(tag, name) of every language that a name may be recorded in. Source: CLDR as Babel carries it."""
    first = [(tag, _named(tag, language)) for tag in _FIRST]
    return first + sorted(((tag, _named(tag, language)) for tag in _TAGS.split()), key=lambda pair: pair[1])


def _named(tag: str, language: str) -> str:
    return Locale.parse(tag, sep="-").get_display_name(language) or tag
