"""What every record has in common: identity, home side, owner, disclosure, version, archive."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship

from partnerships.extensions import metadata
from partnerships.languages import N_
from partnerships.models.types import Choice, UtcDateTime, choice_column

if TYPE_CHECKING:
    from partnerships.models.account import User
    from partnerships.models.city import City
    from partnerships.models.organisation import Organisation


class Base(DeclarativeBase):
    """The declarative base; it shares the metadata of the Flask extension, so that migrations see every table."""

    metadata = metadata


class Disclosure(Choice):
    """Who may see a record (공개구분), from the widest to the narrowest circle."""

    PUBLIC = "public", N_("Public")
    INTERNAL = "internal", N_("Internal")
    RESTRICTED = "restricted", N_("Restricted")

    @property
    def rank(self) -> int:
        """0 for the widest circle; the strictest of several has the highest rank."""
        return list(Disclosure).index(self)

    def stricter(self, other: "Disclosure") -> "Disclosure":
        """The one of the two with the narrower circle."""
        return max(self, other, key=lambda one: one.rank)


class Versioned:
    """A row that two people may edit at once: the second to save is told instead of overwriting."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


class Archivable:
    """A row that is put away instead of deleted."""

    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None


class Part(Versioned, Archivable):
    """A row that belongs to a record and lives and is audited with it.

    ``part_of`` names the foreign key to the record (or to a part of it) that it belongs to; several, if it belongs to
    records of more than one kind, of which each row has one.
    """

    part_of: ClassVar[str | tuple[str, ...]]

    id: Mapped[int] = mapped_column(primary_key=True)


class Record(Versioned, Archivable):
    """A record with a page of its own at ``/<noun, plural>/<reference>``.

    ``prefix`` starts its reference (``AGR``); ``dated`` tells whether the reference carries a year.
    """

    prefix: ClassVar[str]
    dated: ClassVar[bool] = False

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(24), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    # Departments and accounts are records that belong to cities in their turn: the circle is closed after all tables.
    department_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id", use_alter=True), index=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", use_alter=True), index=True)
    # Null only in the shared directory: a city or a person is nobody's own.
    home_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)

    # True for what the demo made up to be alive; such records are labelled wherever they are shown.
    is_example: Mapped[bool] = mapped_column(default=False)

    @declared_attr
    @classmethod
    def disclosure(cls) -> Mapped[Disclosure]:
        return choice_column(Disclosure, "disclosure", default=Disclosure.INTERNAL)

    @declared_attr
    @classmethod
    def home(cls) -> Mapped["City | None"]:
        return relationship("City", foreign_keys=lambda: [cls.home_id], remote_side="City.id", lazy="raise")

    @declared_attr
    @classmethod
    def department(cls) -> Mapped["Organisation | None"]:
        return relationship(
            "Organisation", foreign_keys=lambda: [cls.department_id], remote_side="Organisation.id", lazy="raise"
        )

    @declared_attr
    @classmethod
    def owner(cls) -> Mapped["User | None"]:
        return relationship("User", foreign_keys=lambda: [cls.owner_id], remote_side="User.id", lazy="raise")
