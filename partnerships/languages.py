"""The two languages of the product, and the mark that makes a string translatable."""

from enum import StrEnum
from typing import Final


class Language(StrEnum):
    """A language of the screen and of papers, as an IETF tag."""

    KOREAN = "ko"
    ENGLISH = "en"

    @property
    def other(self) -> "Language":
        return Language.ENGLISH if self is Language.KOREAN else Language.KOREAN


DEFAULT_LANGUAGE: Final = Language.KOREAN


def N_(message: str) -> str:  # noqa: N802 — the name the extraction of messages knows
    """Mark ``message`` for extraction and return it unchanged: it is translated where it is shown."""
    return message
