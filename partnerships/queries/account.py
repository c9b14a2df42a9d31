"""How accounts are found, for signing in and for administration."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.account import SignInAttempt, User


def find_signed_in(session_id: str) -> User | None:
    """The account of a session, unless it was signed out everywhere or closed since."""
    number, _, key = session_id.partition(":")
    if not number.isdecimal():
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


def get_user(reference: str) -> User:
    """An account with its homes and department, as the administrator's pages show it."""
    found = db.session.scalar(
        select(User).where(User.reference == reference).options(selectinload(User.homes), joinedload(User.department))
    )
    if found is None:
        raise NotFound(N_("There is no such record."))
    return found


def list_users() -> Sequence[User]:
    """All accounts, open ones first, by name."""
    return db.session.scalars(
        select(User)
        .options(selectinload(User.homes), joinedload(User.department))
        .order_by(User.archived_at.is_not(None), User.name, User.id)
    ).all()


def has_any_user() -> bool:
    """Whether anybody has an account yet."""
    return db.session.scalar(select(User.id).limit(1)) is not None


def count_failed_sign_ins(now: datetime, window: timedelta, email: str | None = None, address: str | None = None) -> int:
    """Failed tries within ``window`` before ``now``, for an e-mail address or from a network address.

    Tries before the last success do not count against an e-mail address.
    """
    since = now - window
    statement = select(func.count()).where(SignInAttempt.at > since, SignInAttempt.succeeded.is_(False))
    if email is not None:
        last_success = (
            select(func.max(SignInAttempt.at))
            .where(SignInAttempt.email == email, SignInAttempt.succeeded.is_(True))
            .scalar_subquery()
        )
        statement = statement.where(
            SignInAttempt.email == email, SignInAttempt.at > func.coalesce(last_success, since)
        )
    if address is not None:
        statement = statement.where(SignInAttempt.address == address)
    return db.session.scalar(statement) or 0
