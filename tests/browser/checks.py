"""What is asked of every page in the browser, and of its HTML by the W3C's checker."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from partnerships.config import ROOT

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}}


def accessibility_faults(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA and good practice."""
    found = Axe().run(page, options=_RULES).response["violations"]
    return [f"{one['id']} ({one['help']}): {[node['html'][:160] for node in one['nodes']][:3]}" for one in found]


def overflow(page: Page) -> int:
    """How many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def html_faults(pages: Iterable[tuple[str, str]], folder: Path) -> list[str]:
    """What the W3C's checker calls an error in (name, HTML) ``pages``; one run, since it takes seconds to start."""
    names = {}
    for number, (name, html) in enumerate(pages):
        path = folder / f"{number:03}.html"
        path.write_text(html)
        names[path.name] = name
    command = [
        "java",
        "-Xss8m",
        "-jar",
        VNU,
        "--errors-only",
        "--format",
        "json",
        "--stdout",
        *sorted(folder.glob("*.html")),
    ]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(ended.stdout)["messages"]
    return [
        f"{names[Path(one['url']).name]}, line {one.get('lastLine')}: {one['message']} {one.get('extract', '')[:160]!r}"
        for one in messages
    ]
