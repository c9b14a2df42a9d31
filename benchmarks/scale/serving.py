"""Serving an application as in production, and asking it over HTTP as a signed-in browser does."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from partnerships.config import ROOT

GUNICORN_SETTINGS: Final = ROOT / "partnerships" / "cli" / "gunicorn_settings.py"
_STARTING_SECONDS: Final = 60


class Browser:
    """One kept-open connection with cookies."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        """The body of the page at ``path``; ends the measurement when it is not 200."""
        status, body = self._ask("GET", path)
        if status != 200:
            sys.exit(f"lists: {path} answered {status}\n{body[:2000]}")
        return body

    def seconds(self, path: str) -> float:
        """How long the page at ``path`` takes, from the request to its last byte."""
        start = time.perf_counter()
        self.get(path)
        return time.perf_counter() - start

    def sign_in(self, path: str, token: str, **fields: str) -> None:
        """Fill in the form at ``path``, whose hidden field ``token`` proves where the post comes from."""
        found = re.search(rf'name="{token}"[^>]*value="([^"]+)"', self.get(path))
        if found is None:
            sys.exit(f"lists: no {token} at {path}")
        status, body = self._ask("POST", path, urlencode({token: found[1], **fields}))
        if status not in (302, 303):
            sys.exit(f"lists: signing in at {path} answered {status}\n{body[:2000]}")

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, content.decode()


@contextmanager
def served(application: str, environ: Mapping[str, str], log: Path) -> Iterator[int]:
    """Serve ``application`` by one gunicorn worker with the product's own settings; gives the port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", str(GUNICORN_SETTINGS)]
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{port}", application],
            cwd=ROOT,
            env={**os.environ, "WEB_WORKERS": "1", "WEB_THREADS": "8", **environ},
            stdout=output,
            stderr=output,
        )
        try:
            _wait_for(port, process, log)
            yield port
        finally:
            process.terminate()
            process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _STARTING_SECONDS
    while True:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            sys.exit(f"lists: the server did not start\n{log.read_text()[-4000:]}")
        time.sleep(0.05)
