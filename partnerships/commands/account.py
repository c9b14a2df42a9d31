"""How accounts change: opened, signed in, their passwords and sessions."""

import secrets
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from partnerships.commands.records import add
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.extensions import db
from partnerships.languages import N_, Language
from partnerships.models.account import Role, SignInAttempt, User
from partnerships.models.city import City
from partnerships.permissions import SYSTEM, Viewer, ensure_may
from partnerships.queries.account import count_failed_sign_ins, find_by_email

SHORTEST_PASSWORD = 12
LOCK_WINDOW = timedelta(minutes=15)
TRIES_BY_EMAIL = 5
TRIES_BY_ADDRESS = 40

_hasher = PasswordHasher()
# Verified when there is no such account, so that the answer takes as long as for one that exists.
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def sign_in(email: str, password: str, address: str, now: datetime) -> User:
    """The account that ``email`` and ``password`` belong to.

    Every try is counted in the database; raises :class:`Invalid` when they do not belong together, and when too many
    tries from this network ``address`` or for this e-mail address have failed within :data:`LOCK_WINDOW`.
    """
    email = email.strip().lower()
    minutes = int(LOCK_WINDOW.total_seconds() // 60)
    locked = count_failed_sign_ins(now, LOCK_WINDOW, email=email) >= TRIES_BY_EMAIL
    if locked or count_failed_sign_ins(now, LOCK_WINDOW, address=address) >= TRIES_BY_ADDRESS:
        raise Invalid(
            None, N_("Too many tries have failed. Signing in is locked for up to %(minutes)s minutes."), minutes=minutes
        )
    user = find_by_email(email)
    matches = _matches(user.password_hash if user and user.is_active else None, password)
    session = db.session()
    session.add(SignInAttempt(at=now, email=email, address=address, succeeded=matches))
    session.commit()
    if user is None or not matches:
        raise Invalid(None, N_("The e-mail address or the password is not right."))
    with transaction(SYSTEM, "sign_in"):
        user.last_signed_in_at = now
        if user.password_hash and _hasher.check_needs_rehash(user.password_hash):
            user.password_hash = _hasher.hash(password)
    return user


def _matches(password_hash: str | None, password: str) -> bool:
    try:
        return _hasher.verify(password_hash or _NOBODY, password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def open_account(
    actor: Viewer,
    *,
    email: str,
    name: str,
    password: str | None = None,
    role: Role = Role.VIEWER,
    is_administrator: bool = False,
    homes: list[City] | None = None,
    language: Language = Language.KOREAN,
) -> User:
    """Open an account; without a password it can be used only after a one-time link set one."""
    with transaction(actor, "open_account"):
        ensure_may(actor, "account.manage")
        email = email.strip().lower()
        if find_by_email(email) is not None:
            raise Invalid("email", N_("There is already an account with this e-mail address."))
        user = User(
            email=email,
            name=name,
            role=role,
            is_administrator=is_administrator,
            homes=homes or [],
            language=language,
            session_key=secrets.token_urlsafe(32),
            password_hash=_hash_of(password) if password else None,
        )
        give_reference(user)
        add(user)
    return user


def set_language(user: User, language: Language) -> None:
    """The language that ``user`` reads the product in."""
    with transaction(user, "set_language"):
        user.language = language


def _hash_of(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise Invalid("password", N_("A password needs at least %(least)s characters."), least=SHORTEST_PASSWORD)
    return _hasher.hash(password)
