"""The words of papers: the message catalogue of a language, whatever language the reader's screen is in."""

from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

TRANSLATIONS = Path(__file__).resolve().parent.parent / "translations"


@cache
def translations_of(language: str) -> NullTranslations:
    """The compiled catalogue of ``language``; messages stay English where there is none."""
    return Translations.load(TRANSLATIONS, [language])
