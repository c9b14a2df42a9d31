"""Serves the application: starts the web server and the warm renderer, keeps both alive and ends them together.

`python -m partnerships.cli.serve` is what `make run` and production start. The listening socket is opened here and
handed down, so that a taken port is told before anything starts, and callers queue instead of failing while the web
server restarts.
"""

import argparse
import contextlib
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from partnerships.briefs.pdf import frames
from partnerships.cli.child import Child, end_with_parent
from partnerships.cli.daily_run import DailyRun
from partnerships.cli.welcome import welcome
from partnerships.config import Settings

GUNICORN_SETTINGS = Path(__file__).with_name("gunicorn_settings.py")
# gunicorn's own exit statuses for an application that cannot be loaded; trying again would only repeat the traceback.
CANNOT_BOOT = {3, 4}
WEB_GRACE_SECONDS = 25.0
RENDERER_GRACE_SECONDS = 5.0
RENDERER_WARM_UP_SECONDS = 30.0


class CannotServeError(Exception):
    """Serving cannot begin, for a reason that the operator can mend."""


class Supervisor:
    """Runs the children until it is told to stop or serving proves impossible."""

    def __init__(self, settings: Settings, listener: socket.socket, *, prepare: bool) -> None:
        self.settings = settings
        self.prepare = prepare
        self.address = address_of(settings.host, listener)
        self.ready_end, worker_end = os.pipe()
        gate_end, self.gate = os.pipe()
        self.wake_end, self.signal_end = os.pipe()
        for end in (self.ready_end, self.wake_end, self.signal_end, worker_end):
            os.set_blocking(end, False)
        self.environ = {
            **child_environ(settings, listener.getsockname()[1]),
            "SERVE_READY_FD": str(worker_end),
            "SERVE_GATE_FD": str(gate_end),
        }
        self.stops = 0
        self.web_ready = False
        self.announced = False
        python = (sys.executable, "-m")
        self.database = Child("database", (*python, "partnerships.cli.prepare"))
        printers = ("--workers", str(settings.renderer_workers))
        self.renderer = Child(
            "renderer", (*python, "partnerships.briefs.pdf.renderer", str(settings.renderer_socket), *printers)
        )
        bind = f"fd://{listener.fileno()}"
        self.web = Child(
            "web server",
            (*python, "gunicorn", "--config", str(GUNICORN_SETTINGS), "--bind", bind, "wsgi:app"),
            pass_fds=(listener.fileno(), worker_end, gate_end),
        )
        self.daily = DailyRun(Child("daily run", (*python, "flask", "--app", "wsgi", "daily")), settings.home_zone)

    def run(self) -> int:
        """Serve until told to stop; the process's exit status."""
        self._listen_to_signals()
        try:
            self.renderer.start(self.environ)
            # The web server loads meanwhile, and lets nobody in before the database is prepared.
            self.web.start(self.environ)
            if self.prepare:
                self.database.start(self.environ)
            else:
                os.close(self.gate)
            while not self.stops:
                self._wait()
                if not self._prepared():
                    return 1
                if not self._keep_web_alive():
                    return 1
                self._keep_renderer_alive()
                self._announce()
                # Not before everything else is up, so that it holds up nobody's first page.
                if self.announced:
                    self._run_daily()
            return 0
        finally:
            self._stop()

    def _listen_to_signals(self) -> None:
        def stop(_number: int, _frame: FrameType | None) -> None:
            self.stops += 1

        def child_ended(_number: int, _frame: FrameType | None) -> None:
            """Only wakes the loop, through the wake-up pipe."""

        signal.set_wakeup_fd(self.signal_end, warn_on_full_buffer=False)
        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGCHLD, child_ended)
        # Whoever starts this under nohup wants it to outlive the terminal.
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, stop)

    def _wait(self) -> None:
        """Sleep until a signal comes, the web worker reports, or a restart, a warm-up or a new day may be due."""
        timeout = 60.0
        if not self.announced and self.web_ready:
            timeout = 0.05
        for child in (self.web, self.renderer):
            if child.due is not None:
                timeout = min(timeout, max(0.0, child.due - time.monotonic()))
        ready, _, _ = select.select([self.wake_end, self.ready_end], [], [], timeout)
        for end in ready:
            drained = os.read(end, 4096)
            if end == self.ready_end and drained:
                self.web_ready = True

    def _prepared(self) -> bool:
        """Open the gate once the database is prepared; False when preparing it failed."""
        status = self.database.ended()
        if status is None:
            return True
        if status == 0:
            os.close(self.gate)
            return True
        say(f"the database could not be prepared (status {status}); its reason stands above")
        return False

    def _keep_web_alive(self) -> bool:
        status = self.web.ended()
        if status is not None:
            if status in CANNOT_BOOT and not self.announced:
                say("the application could not be started; its reason stands above")
                return False
            self._restart_later(self.web, status)
        self._restart_when_due(self.web)
        return True

    def _keep_renderer_alive(self) -> None:
        status = self.renderer.ended()
        if status is not None:
            self._restart_later(self.renderer, status)
        self._restart_when_due(self.renderer)

    def _run_daily(self) -> None:
        problem = self.daily.keep_up(self.environ)
        if problem:
            say(problem)

    def _restart_later(self, child: Child, status: int) -> None:
        pause = child.plan_restart()
        say(f"the {child.name} ended (status {status}); starting it again in {pause:g} s")

    def _restart_when_due(self, child: Child) -> None:
        if child.due is not None and time.monotonic() >= child.due:
            child.start(self.environ)

    def _announce(self) -> None:
        """Say once that all is ready; a renderer that does not come up is told, but keeps nobody from the records."""
        if self.announced or not self.web_ready:
            return
        warm = accepts_connections(self.settings.renderer_socket)
        if not warm and time.monotonic() - self.web.started < RENDERER_WARM_UP_SECONDS:
            return
        if not warm:
            say("the renderer is not ready yet: papers can be made as PDF once it is")
        self.announced = True
        say(f"ready at {self.address}")
        if self.prepare:
            print(welcome(self.settings.instance_path, self.address), flush=True)
        tell_service_manager("READY=1")

    def _stop(self) -> None:
        """End the web server first, because its last requests may still wait for a paper; then the renderer."""
        tell_service_manager("STOPPING=1")
        for child, grace in (
            (self.database, WEB_GRACE_SECONDS),
            (self.daily.child, WEB_GRACE_SECONDS),
            (self.web, WEB_GRACE_SECONDS),
            (self.renderer, RENDERER_GRACE_SECONDS),
        ):
            child.send(signal.SIGTERM)
            self._wait_for_end(child, grace)

    def _wait_for_end(self, child: Child, grace: float) -> None:
        """Wait until ``child`` is gone; after ``grace`` seconds, or a second request to stop, it is killed."""
        deadline = time.monotonic() + grace
        asked = self.stops
        while child.process is not None and child.ended() is None:
            if time.monotonic() > deadline or self.stops > max(asked, 1):
                child.sweep()
            ready, _, _ = select.select([self.wake_end], [], [], 0.1)
            if ready:
                os.read(self.wake_end, 4096)


def child_environ(settings: Settings, port: int) -> dict[str, str]:
    """What the children inherit: this environment with the settings spelt out, so that all read the same ones."""
    environ = dict(os.environ)
    environ.pop("NOTIFY_SOCKET", None)
    environ["INSTANCE_PATH"] = str(settings.instance_path)
    # Where PORT is 0, links that are printed must name the port that it became.
    environ["PORT"] = str(port)
    environ["WEB_WORKERS"] = str(settings.web_workers)
    environ["WEB_THREADS"] = str(settings.web_threads)
    return environ


def open_listener(host: str, port: int) -> socket.socket:
    """Listen at ``host`` and ``port`` (0: any free one); raises CannotServeError when that is not possible."""
    if not 0 <= port <= 65535:
        raise CannotServeError(f"PORT must be between 0 and 65535, not {port}")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotServeError(
            f"cannot listen at {host}:{port}: {reason}. End what uses that port, or choose another one: PORT=8001"
        ) from error
    return listener


def address_of(host: str, listener: socket.socket) -> str:
    """The address to type into a browser on this machine."""
    port = listener.getsockname()[1]
    if host in {"0.0.0.0", "::"}:  # noqa: S104 — only recognised, to name an address that a browser can open.
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def accepts_connections(path: Path) -> bool:
    """Whether something listens at the Unix socket ``path``."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)
        try:
            with frames.address(path) as name:
                probe.connect(name)
        except OSError:
            return False
        return True


def tell_service_manager(state: str) -> None:
    """Pass ``state`` on to systemd where it asked for it (`Type=notify`)."""
    path = os.environ.get("NOTIFY_SOCKET", "")
    if not path:
        return
    if path.startswith("@"):
        path = "\0" + path[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager, contextlib.suppress(OSError):
        manager.sendto(state.encode(), path)


def say(message: str) -> None:
    """Tell the operator something, on the terminal or in the journal."""
    print(f"serve: {message}", file=sys.stderr, flush=True)


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line: settings come from the environment, so there is little to say here."""
    parser = argparse.ArgumentParser(prog="python -m partnerships.cli.serve", description="Serve the application.")
    parser.add_argument(
        "--prepare",
        action="store_true",
        help="first bring the database up to date; while it has no accounts, load the demo (DEMO=1) "
        "or print the first administrator's link (DEMO=0)",
    )
    parser.add_argument(
        "--end-with-parent", action="store_true", help="stop when the process that started this one is gone (Linux)"
    )
    return parser.parse_args(arguments)


def read_settings() -> Settings:
    """The settings from the environment; raises CannotServeError for a value that cannot be used."""
    try:
        return Settings.from_environment()
    except (ValueError, OSError) as error:
        raise CannotServeError(str(error)) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve; the process's exit status: 0 after being told to stop, 1 when serving is not possible."""
    # All that is written from here on is personal data or guards it: for the owner of the installation only.
    os.umask(0o077)
    parent = os.getppid()
    options = read_arguments(arguments)
    try:
        settings = read_settings()
        listener = open_listener(settings.host, settings.port)
    except CannotServeError as error:
        say(str(error))
        return 1
    if options.end_with_parent:
        end_with_parent(parent)
    return Supervisor(settings, listener, prepare=options.prepare).run()


if __name__ == "__main__":
    sys.exit(main())
