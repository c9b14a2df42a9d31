"""People (인사) and the posts (직위) they held, so that a paper about 2013 shows the title held in 2013."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.models.alias import Alias
from partnerships.models.base import Base, Part, Record
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.types import Bilingual, PartialDate, partial_date

if TYPE_CHECKING:
    from partnerships.models.document import Document

# Personal data, never in a public edition: how to reach somebody is for officers, what somebody needs for those who run
# a visit that the person takes part in, and for coordinators.
CONTACTS = ("email", "phone")
NEEDS = "needs"
PRIVATE_FIELDS = (*CONTACTS, NEEDS)


class Person(Record, Base):
    """A person the office deals with by name."""

    __tablename__ = "people"
    __table_args__ = (CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name="name_given"),)
    prefix = "PER"

    # For a foreigner ``name_ko`` is the Korean transliteration, ``name_en`` the romanised name.
    name_ko: Mapped[str | None] = mapped_column(String(200), index=True)
    name_en: Mapped[str | None] = mapped_column(String(200), index=True)
    name: Mapped[Bilingual] = composite("name_ko", "name_en")
    name_local: Mapped[str | None] = mapped_column(String(200))
    # All names, aliases included, as `folded` writes them; set whenever one of them changes.
    search_names: Mapped[str] = mapped_column(Text, default="")
    form_of_address_ko: Mapped[str | None] = mapped_column(String(100))
    form_of_address_en: Mapped[str | None] = mapped_column(String(100))
    form_of_address: Mapped[Bilingual] = composite("form_of_address_ko", "form_of_address_en")
    pronunciation: Mapped[str | None] = mapped_column(String(200))
    languages: Mapped[str | None] = mapped_column(String(200))
    biography_ko: Mapped[str | None] = mapped_column(Text)
    biography_en: Mapped[str | None] = mapped_column(Text)
    biography: Mapped[Bilingual] = composite("biography_ko", "biography_en")
    died: Composite[PartialDate | None] = partial_date("died")
    source: Mapped[str | None] = mapped_column(String(500))
    # These three are the PRIVATE_FIELDS.
    email: Mapped[str | None] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(60))
    needs: Mapped[str | None] = mapped_column(Text)

    aliases: Mapped[list["PersonAlias"]] = relationship(
        back_populates="person", lazy="raise", order_by="PersonAlias.id"
    )
    posts: Mapped[list["Post"]] = relationship(back_populates="person", lazy="raise", order_by="Post.id")
    documents: Mapped[list["Document"]] = relationship(back_populates="person", lazy="raise", order_by="Document.id")

    @property
    def posts_by_time(self) -> "list[Post]":
        """The posts, the latest begun first, those without a beginning last; ``posts`` must be loaded."""
        posts = [post for post in self.posts if not post.is_archived]
        return sorted(posts, key=lambda post: (post.begun or date.min, post.id), reverse=True)

    def posts_held_on(self, day: date) -> "list[Post]":
        """The posts surely or possibly held on ``day``, none after death; ``posts`` must be loaded."""
        if self.died and self.died.latest and self.died.latest < day:
            return []
        return [post for post in self.posts if not post.is_archived and post.may_be_held_on(day)]

    def post_on(self, day: date) -> "Post | None":
        """The highest-ranking post surely or possibly held on ``day``; ``posts`` must be loaded."""
        return min(self.posts_held_on(day), key=lambda post: (post.protocol_rank or 999, -post.id), default=None)


class PersonAlias(Alias, Base):
    """One other name of a person."""

    __tablename__ = "person_aliases"
    part_of = "person_id"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)

    person: Mapped[Person] = relationship(back_populates="aliases", lazy="raise")


class Post(Part, Base):
    """A post held by a person, from and to as well as known; without an end it may still be held."""

    __tablename__ = "posts"
    __table_args__ = (
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint("protocol_rank BETWEEN 1 AND 999", name="protocol_rank_range"),
    )
    part_of = "person_id"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    title_ko: Mapped[str | None] = mapped_column(String(200))
    title_en: Mapped[str | None] = mapped_column(String(200))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    city_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    held_from: Composite[PartialDate | None] = partial_date("held_from")
    held_to: Composite[PartialDate | None] = partial_date("held_to")
    # 1 stands first; people of one side are ordered by it on papers.
    protocol_rank: Mapped[int | None]
    source: Mapped[str | None] = mapped_column(String(500))

    person: Mapped[Person] = relationship(back_populates="posts", lazy="raise")
    city: Mapped[City | None] = relationship(lazy="raise")
    organisation: Mapped[Organisation | None] = relationship(lazy="raise")

    @property
    def begun(self) -> date | None:
        """The earliest day on which the post can have begun."""
        return self.held_from.earliest if self.held_from else None

    def may_be_held_on(self, day: date) -> bool:
        """Whether the post can have been held on ``day``: unknown ends leave it open."""
        begun = self.held_from is None or self.held_from.earliest is None or self.held_from.earliest <= day
        ended = self.held_to is not None and self.held_to.latest is not None and self.held_to.latest < day
        return begun and not ended
