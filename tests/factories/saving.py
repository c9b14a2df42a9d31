"""How factories save: as the system, in one act, with the reference that a command would give."""

from datetime import date
from itertools import count
from typing import Any, TypeVar

from partnerships.commands.records import add
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.models.account import User
from partnerships.models.base import Record
from partnerships.permissions import SYSTEM

Row = TypeVar("Row")

_numbers = count(1)


def number() -> int:
    """A number that no other record of this run has been made with."""
    return next(_numbers)


def save(row: Row, main_date: date | None = None) -> Row:
    """Save a new row; a record is numbered by the year of ``main_date``."""
    with transaction(SYSTEM, f"record_{type(row).__name__.lower()}"):
        if isinstance(row, Record | User):
            give_reference(row, main_date)
        add(row)
    return row


def save_again(row: Row) -> Row:
    """Save what a test has changed of ``row``."""
    with transaction(SYSTEM, f"revise_{type(row).__name__.lower()}"):
        add(row)
    return row


def with_defaults(defaults: dict[str, Any], details: dict[str, Any]) -> dict[str, Any]:
    """``details`` filled up with ``defaults``."""
    return {**defaults, **details}
