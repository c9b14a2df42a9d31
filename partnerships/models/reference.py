"""Counters behind references: a number is given once and never reused."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from partnerships.models.base import Base


class ReferenceCounter(Base):
    """The last number given for a prefix, in a year or (year 0) for ever."""

    __tablename__ = "reference_counters"

    prefix: Mapped[str] = mapped_column(String(3), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
