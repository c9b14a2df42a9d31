"""The workers of a renderer: lent out one paper at a time, ended when a paper takes too long, and replaced."""

import contextlib
import logging
import os
import queue
import socket
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Any, Final

from partnerships.briefs.pdf import frames
from partnerships.briefs.pdf.errors import (
    RenderError,
    RendererUnavailable,
    RenderRefused,
    RenderTimeout,
    from_answer,
)
from partnerships.briefs.pdf.fonts import confine_fonts
from partnerships.briefs.pdf.limits import Limits
from partnerships.briefs.pdf.worker import arguments

# A slow machine reads its fonts for a while when they are not in the cache yet.
_WARM_UP_SECONDS: Final = 60.0
_MOST_PDF_BYTES: Final = 200 << 20
_PAPERS_PER_WORKER: Final = 1000
_PAUSE_SECONDS: Final = 5.0
_ROOT: Final = Path(__file__).resolve().parents[3]

logger = logging.getLogger("partnerships.briefs.pdf")


class Worker:
    """One printing process and the socket to it."""

    def __init__(self, limits: Limits, environment: dict[str, str]) -> None:
        """Start the process; ``wait_until_ready`` tells when it can print."""
        self._limits = limits
        self.papers = 0
        self._connection, theirs = socket.socketpair()
        with theirs:
            # The command line is this interpreter and a module of ours.
            self._process = subprocess.Popen(  # noqa: S603
                arguments(theirs.fileno(), limits),
                cwd=_ROOT,
                env={**os.environ, **environment},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )

    def wait_until_ready(self) -> None:
        """Raises ``RendererUnavailable`` when the process cannot print, with the reason that it gave."""
        try:
            answer = frames.unpack(frames.receive(self._connection, 1 << 16, frames.Deadline(_WARM_UP_SECONDS)))
        except (frames.Ended, OSError) as error:
            self.end()
            raise RendererUnavailable(f"the printing process ended while starting ({error})") from error
        if not answer.get("ready"):
            self.end()
            raise from_answer(answer)

    def print_paper(self, request: bytes) -> bytes:
        """The PDF for ``request``. Raises ``RenderError``; afterwards ``alive`` tells whether the worker can go on."""
        deadline = frames.Deadline(self._limits.seconds)
        self.papers += 1
        try:
            frames.send(self._connection, request, deadline)
            answer = frames.unpack(frames.receive(self._connection, 1 << 20, deadline))
            if answer.get("ok"):
                return frames.receive(self._connection, _MOST_PDF_BYTES, deadline)
        except TimeoutError:
            self.end()
            raise RenderTimeout(self._limits.seconds) from None
        except (frames.Ended, frames.TooLong, OSError):
            # Memory that C code does not get ends the process at once.
            self.end()
            raise RenderRefused("the printing process ended over it, most likely for want of memory") from None
        if answer.get("end"):
            self.end()
        raise from_answer(answer)

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def end(self) -> None:
        """End the process, whatever it does, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        self._connection.close()


class Pool:
    """``size`` warm workers. Use as a context: leaving it ends them."""

    def __init__(self, size: int, limits: Limits) -> None:
        self._size = size
        self._limits = limits
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._workers: set[Worker] = set()
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._folder = contextlib.ExitStack()
        self._environment: dict[str, str] = {}

    def __enter__(self) -> "Pool":
        """Start all workers and wait for them. Raises ``RendererUnavailable``."""
        folder = self._folder.enter_context(tempfile.TemporaryDirectory(prefix="partnerships-renderer-"))
        try:
            self._environment = confine_fonts(Path(folder))
            for worker in [self._start() for _ in range(self._size)]:
                worker.wait_until_ready()
                self._idle.put(worker)
        except BaseException:
            # Also when the renderer is told to stop while it starts.
            self.close()
            raise
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def _start(self) -> Worker:
        worker = Worker(self._limits, self._environment)
        with self._lock:
            self._workers.add(worker)
        if self._closed.is_set():
            # The pool was closed meanwhile and has not seen this one.
            worker.end()
        return worker

    def close(self) -> None:
        """End every worker, also those that print."""
        with self._lock:
            self._closed.set()
            workers = list(self._workers)
        for worker in workers:
            worker.end()
        self._folder.close()

    def print_paper(self, request: bytes) -> bytes:
        """The PDF for ``request``, from the next idle worker. Raises ``RenderError``."""
        try:
            worker = self._idle.get(timeout=self._limits.seconds)
        except queue.Empty:
            raise RendererUnavailable("every printing process is busy") from None
        try:
            return worker.print_paper(request)
        finally:
            self._take_back(worker)

    def _take_back(self, worker: Worker) -> None:
        if worker.alive and worker.papers < _PAPERS_PER_WORKER:
            self._idle.put(worker)
            return
        # What WeasyPrint and Pango keep of each paper is little, but a renderer runs for months.
        threading.Thread(target=self._replace, args=[worker], daemon=True).start()

    def _replace(self, worker: Worker) -> None:
        worker.end()
        with self._lock:
            self._workers.discard(worker)
        while not self._closed.is_set():
            try:
                successor = self._start()
                successor.wait_until_ready()
            except (RenderError, OSError) as error:
                if not self._closed.wait(_PAUSE_SECONDS):
                    logger.error("a printing process could not be replaced, trying again: %s", error)
            else:
                self._idle.put(successor)
                return
