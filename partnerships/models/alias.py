"""Other names, of a city or of a person, and how names are folded so that each is found however it is typed."""

import unicodedata
from collections.abc import Iterable
from typing import ClassVar

from sqlalchemy import String
from sqlalchemy.orm import Composite, Mapped, declared_attr, mapped_column

from partnerships.models.base import Part
from partnerships.models.types import PartialDate, partial_date


def folded(text: str) -> str:
    """``text`` without case, accents and doubled spaces: ``São Paulo`` is ``sao paulo``; Hangul stays whole."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")
    return " ".join(unicodedata.normalize("NFC", plain).split())


def folded_names(names: Iterable[str | None]) -> str:
    """All of ``names`` folded, one a line, each once."""
    return "\n".join(dict.fromkeys(folded(name) for name in names if name))


class Alias(Part):
    """Another name, in a language (BCP 47), borne from and to as well as that is known."""

    part_of: ClassVar[str]

    name: Mapped[str] = mapped_column(String(200))
    language: Mapped[str | None] = mapped_column(String(12))
    note: Mapped[str | None] = mapped_column(String(300))

    @declared_attr
    @classmethod
    def begins(cls) -> Composite[PartialDate | None]:
        return partial_date("begins")

    @declared_attr
    @classmethod
    def ends(cls) -> Composite[PartialDate | None]:
        return partial_date("ends")
