"""How accounts are found, for signing in and for administration."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.account import OneTimeLink, Role, SignInAttempt, User, user_homes
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.finding import contains, in_language
from partnerships.queries.pages import Page, read_page


@dataclass(frozen=True)
class AccountFilter:
    """What the list of accounts is narrowed to; ``None`` leaves a matter open."""

    text: str | None = None
    role: Role | None = None
    administrators: bool = False
    archived: bool = False


@dataclass(frozen=True)
class AccountRow:
    """One line of the list of accounts; ``homes`` are names in the reader's language."""

    reference: str
    name: str
    email: str
    role: Role
    is_administrator: bool
    department: str | None
    homes: tuple[str, ...]
    last_signed_in_at: datetime | None
    has_password: bool


def find_signed_in(session_id: str) -> User | None:
    """The account of a session, unless it was signed out everywhere or closed since."""
    number, _, key = session_id.partition(":")
    if not (number.isascii() and number.isdecimal()):
        return None
    user = db.session.scalar(
        select(User).where(User.id == int(number)).options(selectinload(User.homes), joinedload(User.department))
    )
    return user if user is not None and user.session_key == key and user.is_active else None


def find_by_email(email: str) -> User | None:
    """The account with this address, whatever its case."""
    return db.session.scalar(
        select(User)
        .where(User.email == email.strip().lower())
        .options(selectinload(User.homes), joinedload(User.department))
    )


def get_account(viewer: Viewer, reference: str) -> User:
    """An account with its homes and department, as the administrator's pages show it."""
    ensure_may(viewer, "account.manage")
    found = db.session.scalar(
        select(User)
        .where(User.reference == reference)
        .options(selectinload(User.homes), joinedload(User.department))
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotFound(N_("There is no such record."))
    return found


def list_accounts(viewer: Viewer, wanted: AccountFilter, language: str, page: int = 1) -> Page:
    """Accounts by name, as rows of :class:`AccountRow`."""
    ensure_may(viewer, "account.manage")
    department = in_language(language, Organisation.name_ko, Organisation.name_en)
    statement = (
        select(
            User.id,
            User.reference,
            User.name,
            User.email,
            User.role,
            User.is_administrator,
            department.label("department"),
            User.last_signed_in_at,
            User.password_hash.is_not(None).label("has_password"),
        )
        .outerjoin(Organisation, Organisation.id == User.department_id)
        .where(User.archived_at.is_not(None) if wanted.archived else User.archived_at.is_(None))
        .order_by(User.name, User.id)
    )
    if wanted.text:
        statement = statement.where(contains(wanted.text, User.name, User.email, User.reference))
    if wanted.role:
        statement = statement.where(User.role == wanted.role)
    if wanted.administrators:
        statement = statement.where(User.is_administrator)
    found = read_page(statement, page)
    homes = _names_of_homes([row.id for row in found.rows], language)
    return replace(found, rows=[_account_row(row, homes) for row in found.rows])


def _account_row(row: Any, homes: dict[int, list[str]]) -> AccountRow:
    values = row._asdict()
    return AccountRow(homes=tuple(homes.get(values.pop("id"), ())), **values)


def _names_of_homes(user_ids: Sequence[int], language: str) -> dict[int, list[str]]:
    statement = (
        select(user_homes.c.user_id, in_language(language, City.name_ko, City.name_en))
        .join(City, City.id == user_homes.c.city_id)
        .where(user_homes.c.user_id.in_(user_ids))
        .order_by(City.id)
    )
    names: dict[int, list[str]] = {}
    for user_id, name in db.session.execute(statement):
        names.setdefault(user_id, []).append(name)
    return names


def has_any_user() -> bool:
    """Whether anybody has an account yet."""
    return db.session.scalar(select(User.id).limit(1)) is not None


def count_administrators(*, lock: bool = False) -> int:
    """How many accounts can sign in as an administrator; ``lock`` keeps others off them until the act is saved."""
    statement = select(User.id).where(
        User.is_administrator, User.archived_at.is_(None), User.password_hash.is_not(None)
    )
    return len(db.session.scalars(statement.with_for_update() if lock else statement).all())


def find_link(secret: str, now: datetime) -> OneTimeLink | None:
    """The one-time link with this ``secret``, while it can still be used, with its account."""
    link = db.session.scalar(
        select(OneTimeLink)
        .where(
            OneTimeLink.secret_hash == hash_of_secret(secret),
            OneTimeLink.used_at.is_(None),
            OneTimeLink.expires_at > now,
        )
        .options(joinedload(OneTimeLink.user))
    )
    return None if link is None or (link.user is not None and link.user.is_archived) else link


def hash_of_secret(secret: str) -> str:
    """What is kept of a link's secret: 64 hexadecimal digits. The secret is random, so that a plain hash is enough."""
    return sha256(secret.encode()).hexdigest()


def locked_until(
    now: datetime,
    window: timedelta,
    tries: int,
    *,
    before: int,
    email: str | None = None,
    address: str | None = None,
) -> datetime | None:
    """When signing in is possible again for an e-mail address or from a network address; ``None`` while it is.

    It is locked while ``tries`` failed tries or more lie within ``window`` before ``now``. Only tries with an id below
    ``before`` count, and for an e-mail address only those after its last success.
    """
    failed = SignInAttempt.succeeded.is_(False)
    statement = select(SignInAttempt.at).where(SignInAttempt.at > now - window, SignInAttempt.id < before, failed)
    if email is not None:
        succeeded = select(SignInAttempt.id).where(SignInAttempt.email == email, SignInAttempt.succeeded)
        last_success = succeeded.with_only_columns(func.max(SignInAttempt.id)).scalar_subquery()
        statement = statement.where(SignInAttempt.email == email, SignInAttempt.id > func.coalesce(last_success, 0))
    if address is not None:
        statement = statement.where(SignInAttempt.address == address)
    # The lock ends when the oldest of the last ``tries`` failures leaves the window.
    oldest = db.session.scalar(statement.order_by(SignInAttempt.at.desc()).offset(tries - 1).limit(1))
    return None if oldest is None else oldest + window


def list_sign_ins(user: User, limit: int = 10) -> Sequence[Any]:
    """The last tries to sign in to the account of ``user``, the latest first: at, address, succeeded."""
    return db.session.execute(
        select(SignInAttempt.at, SignInAttempt.address, SignInAttempt.succeeded)
        .where(SignInAttempt.email == user.email)
        .order_by(SignInAttempt.id.desc())
        .limit(limit)
    ).all()


def department_of(user: User) -> Organisation | None:
    """The department that an account belongs to."""
    return db.session.get(Organisation, user.department_id) if user.department_id else None
