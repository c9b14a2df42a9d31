"""The supervisor, from outside: it answers, restarts what dies, and leaves nothing behind however it ends."""

import http.client
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from partnerships.config import ROOT

PATIENCE = 60.0


class Served:
    """A running supervisor, its messages, and everything it started."""

    def __init__(self, instance: Path, *arguments: str, **environ: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "partnerships.cli.serve", *arguments],
            cwd=ROOT,
            env={**os.environ, "INSTANCE_PATH": str(instance), "PORT": "0", "RENDERER_WORKERS": "1", **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.unread = b""

    def wait_for(self, words: str) -> str:
        """The next line of the supervisor's messages that holds ``words``."""
        assert self.process.stdout is not None
        deadline = time.monotonic() + PATIENCE
        seen: list[str] = []
        while True:
            line, newline, rest = self.unread.partition(b"\n")
            if newline:
                self.unread = rest
                seen.append(line.decode())
                if words in seen[-1]:
                    return seen[-1]
                continue
            readable, _, _ = select.select([self.process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            chunk = os.read(self.process.stdout.fileno(), 65536) if readable else b""
            assert chunk, f"no message with {words!r} came; there were: {seen}"
            self.unread += chunk

    def wait_until_ready(self) -> None:
        self.port = int(self.wait_for("ready at").rpartition(":")[2])

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """Ask for ``path`` and read the answer whole."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
        return answer

    def started(self, words: str = "") -> list[int]:
        """Every process below the supervisor whose command line holds ``words``."""
        return [pid for pid in descendants(self.process.pid) if words in command_line(pid)]

    def end(self) -> None:
        """Kill all of it, whatever a test left."""
        for pid in [self.process.pid, *descendants(self.process.pid)]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


def command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def parents() -> Iterator[tuple[int, int]]:
    """Each process with its parent."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with suppress(OSError):
                # The name in brackets may hold anything; the parent is the second word after it.
                yield int(entry.name), int((entry / "stat").read_text().rpartition(")")[2].split()[1])


def descendants(pid: int) -> list[int]:
    """The processes that ``pid`` started, and theirs."""
    family = list(parents())
    found = [pid]
    for ancestor in found:
        found += [child for child, parent in family if parent == ancestor]
    return found[1:]


def wait_for_ends(pids: list[int]) -> list[int]:
    """Wait until the processes are gone; returns those that are not."""
    deadline = time.monotonic() + PATIENCE
    left = []
    for pid in pids:
        with suppress(ProcessLookupError):
            handle = os.pidfd_open(pid)
            ended, _, _ = select.select([handle], [], [], max(0.0, deadline - time.monotonic()))
            os.close(handle)
            left += [] if ended else [pid]
    return left


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    server = Served(tmp_path)
    try:
        server.wait_until_ready()
        yield server
    finally:
        server.end()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_answers_and_ends_everything_when_told_to(served: Served, stop: signal.Signals) -> None:
    assert served.get("/health").status == 200
    assert served.started("gunicorn")
    assert served.started("renderer")
    below = served.started()

    served.process.send_signal(stop)

    assert served.process.wait(PATIENCE) == 0
    assert wait_for_ends(below) == []


def test_leaves_no_orphans_when_killed(served: Served) -> None:
    below = served.started()

    served.process.kill()

    assert wait_for_ends(below) == []


def test_an_open_connection_does_not_hold_up_the_end(served: Served) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=PATIENCE)) as connection:
        connection.request("GET", "/health")
        connection.getresponse().read()

        served.process.terminate()

        assert served.process.wait(10) == 0


def test_starts_a_web_server_that_died_again_while_callers_wait(served: Served) -> None:
    master = served.started("gunicorn")[0]

    os.kill(master, signal.SIGKILL)
    served.wait_for("web server ended")

    assert served.get("/health").status == 200
    assert master not in served.started("gunicorn")


def test_starts_a_renderer_that_died_again(served: Served) -> None:
    before = served.started("renderer")

    os.kill(before[0], signal.SIGKILL)
    served.wait_for("renderer ended")

    assert wait_for_ends(before) == []
    assert served.get("/health").status == 200


def test_names_the_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        server = Served(tmp_path, PORT=str(port))
        try:
            assert f"127.0.0.1:{port}: Address already in use" in server.wait_for("cannot listen")
            assert server.process.wait(PATIENCE) == 1
        finally:
            server.end()


@pytest.mark.parametrize("value", ["http", "70000"])
def test_names_a_port_that_is_none(tmp_path: Path, value: str) -> None:
    server = Served(tmp_path, PORT=value)
    try:
        server.wait_for("PORT must be")
        assert server.process.wait(PATIENCE) == 1
    finally:
        server.end()


def test_says_so_when_the_application_cannot_start(tmp_path: Path) -> None:
    server = Served(tmp_path, DATABASE_URL="nonsense")
    try:
        server.wait_for("could not be started")
        assert server.process.wait(PATIENCE) == 1
    finally:
        server.end()


def test_built_files_are_compressed_and_kept_by_browsers(served: Served) -> None:
    manifest = json.loads((ROOT / "static" / "dist" / "manifest.json").read_text())

    answer = served.get(f"/static/{manifest['app.css']}", **{"Accept-Encoding": "br"})

    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_logs_requests_without_searches_secrets_and_parts_of_pages(served: Served) -> None:
    for path in ("/health", "/static/dist/none.css", "/set-password/do-not-tell", "/cities?q=Hong+Gildong"):
        served.get(path)

    first = served.wait_for('"GET /')
    second = served.wait_for('"GET /')

    assert '"GET /set-password/…"' in first
    assert '"GET /cities"' in second


def test_prepares_an_empty_installation_before_it_lets_anybody_in(tmp_path: Path) -> None:
    server = Served(tmp_path, "--prepare", DEMO="0")
    try:
        link = server.wait_for("/first-administrator/").strip()
        server.wait_until_ready()

        assert link.startswith(f"http://127.0.0.1:{server.port}/")
        assert server.get("/sign-in").status == 200
        assert server.get(link.removeprefix(f"http://127.0.0.1:{server.port}")).status == 200
    finally:
        server.end()


def test_says_so_when_the_database_cannot_be_prepared(tmp_path: Path) -> None:
    (tmp_path / "partnerships.sqlite3").write_bytes(b"no database at all" * 100)
    server = Served(tmp_path, "--prepare", DEMO="0")
    try:
        server.wait_for("the database could not be prepared")
        assert server.process.wait(PATIENCE) == 1
    finally:
        server.end()


def test_runs_what_the_day_brings_about_once_it_serves(tmp_path: Path) -> None:
    server = Served(tmp_path, "--prepare", DEMO="0")
    try:
        server.wait_until_ready()

        assert "in force 0, expired 0" in server.wait_for("terms renewed by themselves")
        assert server.get("/health").status == 200
    finally:
        server.end()


def test_goes_on_serving_when_the_daily_run_fails(served: Served) -> None:
    # Nobody has made the tables.
    served.wait_for("daily run failed")

    assert served.get("/health").status == 200
