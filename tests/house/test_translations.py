"""Every message that a person can meet is said in Korean, with the same values filled in."""

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from sqlalchemy.orm import Mapper

from partnerships.config import ROOT
from partnerships.models.account import User
from partnerships.models.base import Base, Part, Record
from tests.house.sources import modules

CATALOGUE = ROOT / "partnerships" / "translations" / "ko" / "LC_MESSAGES" / "messages.po"
# What the audit trail leaves out.
_UNWATCHED = {"id", "version", "created_at"}


def test_the_catalogue_holds_every_message_of_the_code_and_nothing_else() -> None:
    """None missing, none fuzzy, none left over, the same placeholders in both languages."""
    command = [sys.executable, "tools/translations.py", "check"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def in_words(name: str) -> str:
    """The message by which the history calls an act or a field."""
    return name.removesuffix("_id").replace("_", " ").capitalize()


def acts() -> Iterator[str]:
    """The names that commands give their acts."""
    for _path, tree in modules("partnerships/commands", "partnerships/demo", "partnerships/cli"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "transaction" and len(node.args) > 1:
                name = node.args[1]
                assert isinstance(name, (ast.Constant, ast.Name)), ast.unparse(node)
                if isinstance(name, ast.Constant):
                    yield str(name.value)


def fields(mapper: Mapper[object]) -> Iterator[str]:
    """The fields of a table that the audit trail tells of."""
    yield from (one.key for one in mapper.column_attrs if one.key not in _UNWATCHED)
    yield from (one.key for one in mapper.relationships if one.secondary is not None)


def watched() -> Iterator[Mapper[object]]:
    return (one for one in Base.registry.mappers if issubclass(one.class_, Record | Part | User))


@pytest.fixture(scope="module")
def korean() -> dict[str, str]:
    """{message: Korean}."""
    with CATALOGUE.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, locale="ko") if one.id}


def test_the_history_calls_every_act_by_a_korean_name(korean: dict[str, str]) -> None:
    assert sorted({in_words(act) for act in acts() if not korean.get(in_words(act))}) == []


def test_the_history_calls_every_field_by_a_korean_name(korean: dict[str, str]) -> None:
    missing = {in_words(field) for one in watched() for field in fields(one) if not korean.get(in_words(field))}
    assert sorted(missing) == []
