"""Accounts."""

import secrets
from typing import Any

from argon2 import PasswordHasher

from partnerships.models.account import OneTimeLink, SignInAttempt, User
from tests.factories.saving import number, save, with_defaults

PASSWORD = "correct horse battery"
# Cheap on purpose: what a password costs is tested where passwords are.
_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


def make_user(**details: Any) -> User:
    """An account that signs in with :data:`PASSWORD`; a viewer of no home unless told otherwise."""
    one = number()
    defaults = {
        "email": f"officer-{one}@seoul.example",
        "name": f"직원 {one}",
        "password_hash": _HASH,
        "session_key": secrets.token_urlsafe(32),
        "homes": [],
    }
    return save(User(**with_defaults(defaults, details)))


def make_sign_in_attempt(**details: Any) -> SignInAttempt:
    """One try to sign in; ``at`` is needed."""
    defaults = {"email": "officer@seoul.example", "address": "192.0.2.1", "succeeded": False}
    return save(SignInAttempt(**with_defaults(defaults, details)))


def make_one_time_link(**details: Any) -> OneTimeLink:
    """A link that sets a password; ``expires_at`` is needed."""
    return save(OneTimeLink(**with_defaults({"secret_hash": secrets.token_hex(32)}, details)))
