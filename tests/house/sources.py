"""The project's own files, as the laws read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

from partnerships.config import ROOT

PACKAGE = ROOT / "partnerships"
TEMPLATES = ROOT / "templates"


def modules(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """(path from the root, syntax tree) of every Python file below ``folders``."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text())


def templates() -> Iterator[tuple[str, str]]:
    """(name, source) of every template."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield str(path.relative_to(TEMPLATES)), path.read_text()


def dotted(path: Path | str) -> str:
    """The name that a file is imported by."""
    return str(Path(path).with_suffix("")).replace("/", ".").removesuffix(".__init__")
