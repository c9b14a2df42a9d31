"""Every message that a person can meet is said in Korean, with the same values filled in."""

import subprocess
import sys

import pytest
from babel.messages.pofile import read_po

from partnerships.config import ROOT
from tools.translations import in_history

CATALOGUE = ROOT / "partnerships" / "translations" / "ko" / "LC_MESSAGES" / "messages.po"


def test_the_catalogue_holds_every_message_of_the_code_and_nothing_else() -> None:
    """None missing, none fuzzy, none left over, the same placeholders in both languages."""
    command = [sys.executable, "tools/translations.py", "check"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.fixture(scope="module")
def korean() -> dict[str, str]:
    """{message: Korean}."""
    with CATALOGUE.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, locale="ko") if one.id}


def test_the_history_calls_every_act_and_field_by_a_korean_name(korean: dict[str, str]) -> None:
    names = in_history()
    assert {"Record city", "Sign agreement at", "Name (Korean)", "Partner"} <= names
    assert sorted(name for name in names if not korean.get(name)) == []
