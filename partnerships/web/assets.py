"""Front-end files by their logical name: `asset('app.css')` gives the address of the built, hashed file."""

import json
from functools import cache
from pathlib import Path

from flask import url_for

from partnerships.config import ROOT

_MANIFEST = ROOT / "static" / "dist" / "manifest.json"


class AssetsNotBuilt(RuntimeError):
    """The front end has not been built yet."""


@cache
def _manifest(path: Path) -> dict[str, str]:
    if not path.exists():
        raise AssetsNotBuilt("The front-end files are not built. Run: make build")
    built: dict[str, str] = json.loads(path.read_text())
    return built


def asset(name: str) -> str:
    """The address of the built file with the logical ``name``, as the manifest maps it."""
    return url_for("static", filename=_manifest(_MANIFEST)[name])


def asset_text(name: str) -> str:
    """What the built file with the logical ``name`` says, for a script that needs an address of its own."""
    return (_MANIFEST.parent.parent / _manifest(_MANIFEST)[name]).read_text()
