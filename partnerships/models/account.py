"""Accounts of the people who use the system, their roles, and the record of signing in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table, inspect, select
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship

from partnerships.languages import DEFAULT_LANGUAGE, N_, Language
from partnerships.models.base import Archivable, Base, Versioned
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.types import Choice, UtcDateTime, choice_column


class Role(Choice):
    """What an account may do; each role includes the ones before it. Administration is granted apart."""

    VIEWER = "viewer", N_("Viewer")
    OFFICER = "officer", N_("Officer")
    COORDINATOR = "coordinator", N_("Coordinator")

    def includes(self, role: "Role") -> bool:
        """Whether this role may do all that ``role`` may."""
        roles = list(Role)
        return roles.index(self) >= roles.index(role)


class Density(Choice):
    """How much room the screen gives to a row."""

    OFFICE = "office", N_("Office")
    COMFORTABLE = "comfortable", N_("Comfortable")


class Contrast(Choice):
    """The set of colours."""

    STANDARD = "standard", N_("Standard")
    HIGH = "high", N_("High contrast")


user_homes = Table(
    "user_homes",
    Base.metadata,
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("city_id", ForeignKey("cities.id"), primary_key=True),
)


class User(Versioned, Archivable, Base):
    """An account; also who acts in a command and who looks in a query."""

    __tablename__ = "users"
    __table_args__ = (CheckConstraint("email = lower(email)", name="email_lower"),)
    prefix = "USR"
    dated = False

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(24), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str | None] = mapped_column(String(255))
    role: Mapped[Role] = choice_column(Role, "role", default=Role.VIEWER)
    is_administrator: Mapped[bool] = mapped_column(default=False)
    language: Mapped[Language] = mapped_column(String(2), default=DEFAULT_LANGUAGE)
    density: Mapped[Density] = choice_column(Density, "density", default=Density.OFFICE)
    contrast: Mapped[Contrast] = choice_column(Contrast, "contrast", default=Contrast.STANDARD)
    department_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id", use_alter=True), index=True)
    # Part of every session of this account: a new value signs the account out everywhere.
    session_key: Mapped[str] = mapped_column(String(64))
    last_signed_in_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    homes: Mapped[list[City]] = relationship(secondary=user_homes, lazy="raise", order_by="City.id")
    department: Mapped[Organisation | None] = relationship(foreign_keys=[department_id], lazy="raise")

    @property
    def is_active(self) -> bool:
        """Whether the account may sign in; named as Flask-Login asks for it."""
        return self.archived_at is None and self.password_hash is not None

    @property
    def is_authenticated(self) -> bool:
        return True

    @property
    def is_anonymous(self) -> bool:
        return False

    @property
    def home_ids(self) -> frozenset[int]:
        """The home sides the account belongs to.

        Where ``homes`` is no longer at hand the last answer stands, or the database is asked once: in the middle of a
        request a refused act rolls back, or a record's owner is read anew, and what may be seen is still to be known.
        """
        session = object_session(self)
        if session is None or "homes" not in inspect(self).unloaded:
            self._home_ids = frozenset(city.id for city in self.homes)
        elif "_home_ids" not in self.__dict__:
            with session.no_autoflush:
                wanted = select(user_homes.c.city_id).where(user_homes.c.user_id == self.id)
                self._home_ids = frozenset(session.scalars(wanted))
        return self._home_ids

    def get_id(self) -> str:
        """What a session keeps of the account: its id and the key that ends all sessions when changed."""
        return f"{self.id}:{self.session_key}"


class SignInAttempt(Base):
    """One try to sign in, kept to slow down guessing; counted in the database, so that every process sees it."""

    __tablename__ = "sign_in_attempts"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    address: Mapped[str] = mapped_column(String(64), index=True)
    succeeded: Mapped[bool]


class OneTimeLink(Base):
    """A link that lets its holder set a password once; only the hash of its secret is kept."""

    __tablename__ = "one_time_links"

    id: Mapped[int] = mapped_column(primary_key=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    # Null: the link creates the first administrator.
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    user: Mapped[User | None] = relationship(lazy="raise")
