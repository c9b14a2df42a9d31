"""Modules: each says what it answers for, keeps to its layer, and asks the environment only for what is documented."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from partnerships.config import ROOT, SETTINGS
from tests.house.sources import modules

# Handed from one process of ours to another, or by the system's service manager; no setting of an installation.
_HANDED_ON = re.compile(r"SERVE_[A-Z_]+|NOTIFY_SOCKET")
_VAGUE = {"utils", "helpers", "common", "misc", "manager", "base_utils", "util", "helper"}


def test_every_module_says_what_it_answers_for() -> None:
    silent = [
        path for path, tree in modules("partnerships", "tests", "tools", "benchmarks") if not ast.get_docstring(tree)
    ]
    assert silent == []


def test_no_module_is_called_vaguely() -> None:
    assert [path for path, _tree in modules("partnerships", "tests") if Path(path).stem in _VAGUE] == []


def test_imports_point_down() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_views_and_forms_reach_the_database_through_queries_and_commands_only() -> None:
    reaching = []
    for path, tree in modules("partnerships/views", "partnerships/forms"):
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "partnerships.extensions":
                reaching.append(path)
            if isinstance(node, ast.Attribute) and node.attr == "session" and ast.unparse(node.value) == "db":
                reaching.append(path)
    assert reaching == []


def asked_for() -> Iterator[tuple[str, str]]:
    """(path, variable) of everything that the package asks the environment for by name."""
    for path, tree in modules("partnerships"):
        for node in ast.walk(tree):
            asked: ast.expr | None = None
            if isinstance(node, ast.Call) and node.args:
                called = ast.unparse(node.func)
                if called in ("os.environ.get", "os.getenv", "environ.get", "_number", "_switch"):
                    asked = node.args[1] if called.startswith("_") and len(node.args) > 1 else node.args[0]
            elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
                asked = node.slice
            if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
                yield path, asked.value


def test_the_environment_is_asked_for_documented_settings_only() -> None:
    documented = {setting.name for setting in SETTINGS}
    asked = {(path, name) for path, name in asked_for() if not path.endswith("gunicorn_settings.py") or name.isupper()}
    unknown = {
        (path, name)
        for path, name in asked
        if name not in documented and not _HANDED_ON.fullmatch(name) and name != "REMOTE_ADDR"
    }
    assert unknown == set()


def test_every_documented_setting_is_asked_for() -> None:
    assert {setting.name for setting in SETTINGS} - {name for _path, name in asked_for()} == set()


def settings_table() -> str:
    """The table of docs/settings.md as the code describes it."""
    rows = [f"| `{one.name}` | {one.default} | {one.meaning} |" for one in SETTINGS]
    return "\n".join(["| Variable | Default | Meaning |", "| --- | --- | --- |", *rows])


def test_the_table_of_settings_is_that_of_the_code(request: pytest.FixtureRequest) -> None:
    """`pytest tests/house --update-settings` writes it anew."""
    path = ROOT / "docs" / "settings.md"
    text = path.read_text()
    before, table, after = re.split(r"(^\|.*\|$(?:\n^\|.*\|$)*)", text, maxsplit=1, flags=re.MULTILINE)
    if request.config.getoption("--update-settings"):
        table = settings_table()
        path.write_text(before + table + after)
    assert table == settings_table()
