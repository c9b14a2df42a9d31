"""How passwords are kept, proved and set: argon2 hashes, limited tries, one-time links for setting one."""

import secrets
import unicodedata
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, update

from partnerships.commands.audit import note_act
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.account import OneTimeLink, SignInAttempt, User
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.account import find_link, hash_of_secret, locked_until

SHORTEST_PASSWORD = 12
# Longer ones only keep the processor busy.
LONGEST_PASSWORD = 200
LOCK_WINDOW = timedelta(minutes=15)
TRIES_BY_EMAIL = 5
TRIES_BY_ADDRESS = 40
# How long tries to sign in are kept for their owner to look at.
TRIES_KEPT = timedelta(days=30)
LINK_LIFE = timedelta(hours=48)

_hasher = PasswordHasher()


def hash_password(password: str, email: str) -> str:
    """The argon2 hash of a new password; raises :class:`Invalid` for one that is too easily guessed."""
    if len(password) < SHORTEST_PASSWORD:
        raise Invalid("password", N_("A password needs at least %(least)s characters."), least=SHORTEST_PASSWORD)
    if len(password) > LONGEST_PASSWORD:
        raise Invalid("password", N_("A password may have %(most)s characters at most."), most=LONGEST_PASSWORD)
    if password.strip().lower() == email or len(set(password)) < 4:
        raise Invalid("password", N_("This password is too easily guessed. Choose another one."))
    return _hasher.hash(_composed(password))


def outdated(password_hash: str) -> bool:
    """Whether a hash was made with weaker parameters than those of today."""
    return _hasher.check_needs_rehash(password_hash)


def new_session_key() -> str:
    """A key for the sessions of an account: a new one ends all that hold the old one."""
    return secrets.token_urlsafe(32)


def prove(user: User | None, email: str, password: str, address: str, now: datetime) -> SignInAttempt | None:
    """The counted try, if ``password`` is that of ``user``; ``None`` if not.

    Raises :class:`Invalid` while too many tries for ``email`` or from the network ``address`` have failed.
    """
    session = db.session()
    # Counted as failed before the password is looked at, so that many tries at once cannot slip through together.
    attempt = SignInAttempt(at=now, email=email[:254], address=address[:64], succeeded=False)
    session.add(attempt)
    session.commit()
    until = max(
        filter(
            None,
            (
                locked_until(now, LOCK_WINDOW, TRIES_BY_EMAIL, before=attempt.id, email=attempt.email),
                locked_until(now, LOCK_WINDOW, TRIES_BY_ADDRESS, before=attempt.id, address=attempt.address),
            ),
        ),
        default=None,
    )
    if until is not None:
        # A refused try was no guess: it does not prolong the lock.
        session.delete(attempt)
        session.commit()
        raise Invalid(
            None,
            N_("Too many tries have failed. Signing in is locked for another %(minutes)s min."),
            minutes=max(1, -(-int((until - now).total_seconds()) // 60)),
        )
    return attempt if _matches(user.password_hash if user and user.is_active else None, password) else None


def forget_old_tries(now: datetime) -> None:
    """Delete tries to sign in, and links, that nobody needs any more; in passing, within an act."""
    session = db.session()
    session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - TRIES_KEPT))
    session.execute(delete(OneTimeLink).where(OneTimeLink.expires_at < now - TRIES_KEPT))


def change_password(user: User, old: str, new: str, address: str, now: datetime) -> None:
    """Set a ``new`` password, knowing the ``old`` one; every session of the account ends."""
    attempt = prove(user, user.email, old, address, now)
    if attempt is None:
        raise Invalid("old_password", N_("This is not your present password."))
    # Proving who one is was no sign-in, and no failure either should the new password be refused.
    db.session.delete(attempt)
    db.session.commit()
    with transaction(user, "change_password"):
        if new == old:
            raise Invalid("password", N_("This is your present password. Choose another one."))
        _set(user, new, now)


def issue_password_link(actor: Viewer, user: User, now: datetime) -> str:
    """The secret of a link by which the holder of ``user`` sets a password once; earlier links stop working."""
    with transaction(actor, "issue_password_link"):
        ensure_may(actor, "account.manage")
        if user.is_archived:
            raise Invalid(None, N_("The account is closed."))
        secret = new_link(user, now)
        note_act(db.session(), user)
    return secret


def set_password(secret: str, password: str, now: datetime) -> User:
    """Set the password of the account that the link with ``secret`` belongs to, and use the link up."""
    link = find_link(secret, now)
    if link is None or link.user is None:
        raise NotFound(N_("This link has been used or has expired."))
    user = link.user
    with transaction(user, "set_password"):
        use_up(link, now)
        _set(user, password, now)
        # Whoever was locked out of this account may sign in with the new password at once.
        db.session.execute(delete(SignInAttempt).where(SignInAttempt.email == user.email, ~SignInAttempt.succeeded))
    return user


def new_link(user: User | None, now: datetime) -> str:
    """Replace the links of ``user`` (``None``: for the first administrator) by one new one and return its secret."""
    retire_links(user, now)
    secret = secrets.token_urlsafe(32)
    link = OneTimeLink(secret_hash=hash_of_secret(secret), user_id=user.id if user else None)
    link.expires_at = now + LINK_LIFE
    db.session.add(link)
    return secret


def use_up(link: OneTimeLink, now: datetime) -> None:
    """Mark ``link`` as used; of two that use it at once, the second is refused."""
    used = update(OneTimeLink).where(OneTimeLink.id == link.id, OneTimeLink.used_at.is_(None)).values(used_at=now)
    if db.session.scalar(used.returning(OneTimeLink.id)) is None:
        raise NotFound(N_("This link has been used or has expired."))


def retire_links(user: User | None, now: datetime) -> None:
    """Have every open link of ``user`` (``None``: for the first administrator) stop working."""
    owner = OneTimeLink.user_id.is_(None) if user is None else OneTimeLink.user_id == user.id
    db.session.execute(update(OneTimeLink).where(owner, OneTimeLink.used_at.is_(None)).values(used_at=now))


def _set(user: User, password: str, now: datetime) -> None:
    user.password_hash = hash_password(password, user.email)
    user.session_key = new_session_key()
    retire_links(user, now)


@cache
def _nobody() -> str:
    """Verified when there is no such account, so that the answer takes as long as for one that exists."""
    return _hasher.hash(secrets.token_urlsafe(16))


def _matches(password_hash: str | None, password: str) -> bool:
    try:
        _hasher.verify(password_hash or _nobody(), _composed(password[: LONGEST_PASSWORD + 1]))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def _composed(password: str) -> str:
    """The password in one normal form: keyboards compose the same Korean syllable differently."""
    return unicodedata.normalize("NFKC", password)
