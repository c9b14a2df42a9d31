"""A real browser at a real server: Chromium, signed in, at the widths and in the languages that officers have."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import WSGIRequestHandler, make_server

from partnerships.models.account import User
from tests.databases import Databases, Installation
from tests.factories.account import PASSWORD

WIDTHS = (1440, 390)
_HEIGHT = 900
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

OpenPage = Callable[..., Page]


class QuietHandler(WSGIRequestHandler):
    """Serves without a line for each request: what went wrong is found faster without them."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


def chrome_path() -> str:
    """The Chromium of this machine: `CHROME_PATH`, else what the system calls it."""
    found = os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    assert found, "No Chromium is installed: `make test` installs one"
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": chrome_path(), "args": list(_ARGUMENTS)}


@pytest.fixture(scope="session")
def served(databases: Databases) -> Installation:
    """The installation behind the server; SQLite, since a browser sees no difference."""
    return databases.installation("sqlite", "browser")


@pytest.fixture(scope="session")
def base_url(served: Installation) -> Iterator[str]:
    """Where the application is served."""
    server = make_server("127.0.0.1", 0, served.app, threaded=True, request_handler=QuietHandler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def installation(served: Installation) -> Installation:
    """The served installation, emptied; a test's records are what its pages show."""
    served.empty()
    return served


@pytest.fixture
def open_page(browser: Browser, base_url: str) -> Iterator[OpenPage]:
    """Open a page of a new browser: ``open_page(user, width=…, language=…, scripts=…)``; no user, nobody signs in.

    Whatever the browser complains of (a script's fault, a blocked style, a missing file) fails the test, unless the
    test brings it about and names words of it as ``meant``.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_one(
        user: User | None = None,
        width: int = 1440,
        language: str = "ko-KR",
        scripts: bool = True,
        meant: tuple[str, ...] = (),
    ) -> Page:
        context = browser.new_context(
            base_url=base_url,
            locale=language,
            viewport={"width": width, "height": _HEIGHT},
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: _note(complaints, page, said, meant))
        if user is not None:
            sign_in(page, user)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


def _note(complaints: list[str], page: Page, said: Any, meant: tuple[str, ...]) -> None:
    # A form that is refused answers 409 or 422, which is meant; what is said of it stands on the page.
    is_meant = any(words in said.text for words in ("status of 409", "status of 422", *meant))
    if said.type in ("error", "warning") and not is_meant:
        complaints.append(f"{page.url}: {said.text}")


def sign_in(page: Page, user: User) -> None:
    """Sign in through the form."""
    page.goto("/sign-in")
    page.locator("[name=email]").fill(user.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/")
