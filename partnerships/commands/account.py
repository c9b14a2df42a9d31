"""How accounts change: opened, signed in, revised, closed, signed out everywhere."""

from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import update
from sqlalchemy.orm.attributes import set_committed_value

from partnerships.adapters.clock import utc_now
from partnerships.commands.audit import note_act
from partnerships.commands.city import record_city
from partnerships.commands.password import (
    forget_old_tries,
    hash_password,
    new_link,
    new_session_key,
    outdated,
    prove,
    retire_links,
    use_up,
)
from partnerships.commands.records import add, assign, at_version, bring_back, put_away
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, NotFound
from partnerships.extensions import db
from partnerships.languages import N_, Language
from partnerships.models.account import Contrast, Density, Role, User
from partnerships.models.base import Base, Disclosure
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.permissions import SYSTEM, Viewer, ensure_may
from partnerships.queries.account import count_administrators, find_by_email, find_link, has_any_user
from partnerships.queries.city import list_homes


class AccountDetails(TypedDict, total=False):
    """What an administrator says of an account; what is left out stays as it is."""

    email: str
    name: str
    role: Role
    is_administrator: bool
    homes: list[City]
    department: Organisation | None
    language: Language


class FirstHome(TypedDict):
    """The home city as the first administrator names it."""

    name_ko: str | None
    name_en: str | None
    country: str
    zone: str | None


def sign_in(email: str, password: str, address: str, now: datetime) -> User:
    """The account that ``email`` and ``password`` belong to.

    Every try is counted in the database; raises :class:`Invalid` when they do not belong together, and when too many
    tries from this network ``address`` or for this e-mail address have failed of late.
    """
    email = email.strip().lower()
    user = find_by_email(email)
    attempt = prove(user, email, password, address, now)
    if user is None or attempt is None:
        raise Invalid(None, N_("The e-mail address or the password is not right."))
    values: dict[str, object] = {"last_signed_in_at": now}
    if user.password_hash and outdated(user.password_hash):
        values["password_hash"] = hash_password(password, email)
    with transaction(user, "sign_in"):
        attempt.succeeded = True
        # Past the account's version: an administrator who has its form open changes something else.
        users = Base.metadata.tables["users"]
        db.session.connection().execute(update(users).where(users.c.id == user.id).values(values))
        set_committed_value(user, "last_signed_in_at", now)
        note_act(db.session(), user)
        forget_old_tries(now)
    return user


def open_account(
    actor: Viewer,
    *,
    email: str,
    name: str,
    password: str | None = None,
    role: Role = Role.VIEWER,
    is_administrator: bool = False,
    homes: list[City] | None = None,
    department: Organisation | None = None,
    language: Language = Language.KOREAN,
) -> User:
    """Open an account; without a password it can be used only after a one-time link set one."""
    with transaction(actor, "open_account"):
        ensure_may(actor, "account.manage")
        email = email.strip().lower()
        _keep_email_unique(email)
        user = User(
            email=email,
            name=name,
            role=role,
            is_administrator=is_administrator,
            homes=homes or [],
            department=department,
            language=language,
            session_key=new_session_key(),
            password_hash=hash_password(password, email) if password else None,
        )
        give_reference(user)
        add(user)
    return user


def revise_account(actor: Viewer, user: User, version: int | None = None, **details: Unpack[AccountDetails]) -> None:
    """Change what an account is and may do; the last administrator stays one."""
    with transaction(actor, "revise_account"):
        ensure_may(actor, "account.manage")
        at_version(user, version)
        if "email" in details:
            details["email"] = details["email"].strip().lower()
            _keep_email_unique(details["email"], user)
        leaves = user.is_administrator and not details.get("is_administrator", True)
        if leaves:
            count_administrators(lock=True)
        assign(user, details)
        if leaves:
            _keep_an_administrator("is_administrator")


def close_account(actor: Viewer, user: User) -> None:
    """Close an account: it can no longer sign in, its sessions end, and what it did stays under its name."""
    with transaction(actor, "close_account"):
        ensure_may(actor, "account.manage")
        if user.id == actor.id:
            raise Invalid(None, N_("You cannot close your own account. Ask another administrator."))
        if user.is_administrator:
            count_administrators(lock=True)
        put_away(user)
        user.session_key = new_session_key()
        retire_links(user, utc_now())
        if user.is_administrator:
            _keep_an_administrator(None)


def reopen_account(actor: Viewer, user: User) -> None:
    """Open a closed account again, with the password that it had."""
    with transaction(actor, "reopen_account"):
        ensure_may(actor, "account.manage")
        bring_back(user)


def sign_out_everywhere(user: User) -> None:
    """End every session of ``user``."""
    with transaction(user, "sign_out_everywhere"):
        user.session_key = new_session_key()


def set_language(user: User, language: Language) -> None:
    """The language that ``user`` reads the product in."""
    with transaction(user, "set_language"):
        assign(user, {"language": language})


def set_preferences(user: User, *, language: Language, density: Density, contrast: Contrast) -> None:
    """How ``user`` wants to see the product."""
    with transaction(user, "set_preferences"):
        assign(user, {"language": language, "density": density, "contrast": contrast})


def invite_first_administrator(now: datetime) -> str:
    """The secret of a link by which the first administrator is created; raises :class:`Invalid` once anybody exists."""
    with transaction(SYSTEM, "invite_first_administrator"):
        if has_any_user():
            raise Invalid(None, N_("There are accounts already; an administrator can open more."))
        return new_link(None, now)


def create_first_administrator(
    secret: str, now: datetime, *, email: str, name: str, password: str, language: Language, home: FirstHome | None
) -> User:
    """Create the first administrator, who may also do all that a coordinator does, and the ``home`` city if it is new.

    Raises :class:`NotFound` when the link with ``secret`` no longer works, which is so as soon as anybody exists.
    """
    link = find_link(secret, now)
    if link is None or link.user_id is not None or has_any_user():
        raise NotFound(N_("This link has been used or has expired."))
    with transaction(SYSTEM, "create_first_administrator"):
        use_up(link, now)
        if home is not None:
            record_city(SYSTEM, **home, is_home=True, disclosure=Disclosure.PUBLIC)
        return open_account(
            SYSTEM,
            email=email,
            name=name,
            password=password,
            role=Role.COORDINATOR,
            is_administrator=True,
            homes=list(list_homes()),
            language=language,
        )


def _keep_email_unique(email: str, own: User | None = None) -> None:
    other = find_by_email(email)
    if other is not None and other is not own:
        raise Invalid("email", N_("There is already an account with this e-mail address."))


def _keep_an_administrator(field: str | None) -> None:
    """Asked after the change is written: two administrators who remove each other at once must not both succeed."""
    db.session.flush()
    if not count_administrators():
        raise Invalid(field, N_("This is the last administrator. Name another one first."))
