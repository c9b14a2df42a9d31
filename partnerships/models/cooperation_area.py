"""Cooperation areas (교류분야): the managed, ordered list that agreements and commitments refer to."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.models.base import Base, Record
from partnerships.models.types import Bilingual


class CooperationArea(Record, Base):
    """One field of cooperation, perhaps part of a wider one."""

    __tablename__ = "cooperation_areas"
    __table_args__ = (
        CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name="name_given"),
        CheckConstraint("parent_id <> id", name="not_its_own_parent"),
    )
    prefix = "ARE"

    name_ko: Mapped[str | None] = mapped_column(String(120))
    name_en: Mapped[str | None] = mapped_column(String(120))
    name: Mapped[Bilingual] = composite("name_ko", "name_en")
    position: Mapped[int] = mapped_column(default=0)
    # Numbers of the UN Sustainable Development Goals, as "11, 13".
    sdgs: Mapped[str | None] = mapped_column(String(60))
    note: Mapped[str | None] = mapped_column(Text)
    # Words of a clause that speak for this area, one a line: areas are suggested by them.
    keywords: Mapped[str | None] = mapped_column(Text)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("cooperation_areas.id"), index=True)

    parent: Mapped["CooperationArea | None"] = relationship(remote_side="CooperationArea.id", lazy="raise")
