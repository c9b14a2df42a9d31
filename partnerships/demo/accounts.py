"""The demo's four accounts, with passwords made at the loading and kept beside the database."""

import os
import secrets
from pathlib import Path

from partnerships.commands.account import open_account
from partnerships.models.account import Role, User
from partnerships.models.city import City
from partnerships.permissions import SYSTEM

SIGN_INS = "demo-sign-ins.txt"

# (label, e-mail, name, role, whether it administers)
ACCOUNTS = (
    ("viewer", "viewer@demo.example", "이열람(예시)", Role.VIEWER, False),
    ("officer", "officer@demo.example", "김담당(예시)", Role.OFFICER, False),
    ("coordinator", "coordinator@demo.example", "박총괄(예시)", Role.COORDINATOR, False),
    ("administrator", "administrator@demo.example", "최관리(예시)", Role.VIEWER, True),
)


def load_accounts(home: City) -> tuple[dict[str, User], str]:
    """Open the accounts; {label: account}, and the lines of their sign-ins."""
    accounts, lines = {}, []
    for label, email, name, role, administers in ACCOUNTS:
        password = secrets.token_urlsafe(12)
        accounts[label] = open_account(
            SYSTEM, email=email, name=name, password=password, role=role, is_administrator=administers, homes=[home]
        )
        lines.append(f"{label}\t{email}\t{password}\n")
    return accounts, "".join(lines)


def keep_sign_ins(instance: Path, lines: str) -> None:
    """Keep the sign-ins in ``instance``, readable by its owner only."""
    path = instance / SIGN_INS
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(lines)
