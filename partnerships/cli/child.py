"""A process that the supervisor looks after: started, restarted with growing pauses, swept away with its own."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.config import ROOT

LONGEST_PAUSE_SECONDS = 30.0
STEADY_SECONDS = 60.0
PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int) -> None:
    """Ask Linux to send this process SIGTERM as soon as ``parent`` is gone, however it went; elsewhere do nothing."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    # The parent may have gone before the request was made.
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)


@dataclass
class Child:
    """One process that the supervisor looks after."""

    name: str
    command: Sequence[str]
    pass_fds: tuple[int, ...] = ()
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    # When it is to be started again, on the monotonic clock; None while it runs or is not wanted.
    due: float | None = None

    def start(self, environ: dict[str, str]) -> None:
        """Start it in a session of its own, so that a Ctrl+C in the terminal reaches only the supervisor."""
        parent = os.getpid()
        self.process = subprocess.Popen(  # noqa: S603 — the commands are this file's own constants.
            self.command,
            cwd=ROOT,
            env=environ,
            stdin=subprocess.DEVNULL,
            pass_fds=self.pass_fds,
            start_new_session=True,
            # Safe here, because the supervisor has no threads.
            preexec_fn=lambda: end_with_parent(parent),
        )
        self.started = time.monotonic()
        self.due = None

    def send(self, signal_number: int) -> None:
        """Send a signal to it, where it still runs."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process.pid, signal_number)

    def ended(self) -> int | None:
        """Its exit status once it is gone (what it had started is then swept away with it), None while it runs."""
        if self.process is None:
            return None
        status = self.process.poll()
        if status is not None:
            self.sweep()
            self.process = None
        return status

    def sweep(self) -> None:
        """Kill whatever is left of its session."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def plan_restart(self) -> float:
        """Note when to start it again and return the pause in seconds: doubled at each failure in a row."""
        steady = time.monotonic() - self.started > STEADY_SECONDS
        self.failures = 0 if steady else self.failures + 1
        pause = min(0.25 * 2.0**self.failures, LONGEST_PAUSE_SECONDS)
        self.due = time.monotonic() + pause
        return pause
