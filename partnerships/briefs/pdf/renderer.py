"""The warm renderer: ``python -m partnerships.briefs.pdf.renderer SOCKET`` prints papers for whoever may open SOCKET.

It keeps worker processes ready (``pool.py``) and hands each request to one of them. SOCKET appears once the first paper
can be printed, open to its own user only. SIGTERM ends it and its workers.
"""

import argparse
import contextlib
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Final

from partnerships.briefs.pdf import frames
from partnerships.briefs.pdf.errors import RenderError, RenderRefused, to_answer
from partnerships.briefs.pdf.limits import Limits
from partnerships.briefs.pdf.pool import Pool

_WAITING: Final = 64
_REQUEST_SECONDS: Final = 10.0

logger = logging.getLogger("partnerships.briefs.pdf")


def _converse(connection: socket.socket, pool: Pool, limits: Limits) -> None:
    """Answer the one request that comes over ``connection``."""
    with connection:
        try:
            request = frames.receive(connection, limits.request_bytes, frames.Deadline(_REQUEST_SECONDS))
            try:
                pdf = pool.print_paper(request)
            except RenderError as error:
                logger.warning("no PDF: %s", error)
                frames.send(connection, frames.pack(to_answer(error)), frames.Deadline(_REQUEST_SECONDS))
                return
            frames.send(connection, frames.pack({"ok": True}), frames.Deadline(_REQUEST_SECONDS))
            frames.send(connection, pdf, frames.Deadline(_REQUEST_SECONDS))
        except frames.TooLong as error:
            refusal = to_answer(RenderRefused(str(error)))
            with contextlib.suppress(OSError):
                frames.send(connection, frames.pack(refusal), frames.Deadline(_REQUEST_SECONDS))
        except (frames.Ended, OSError):
            # The asker went away; there is nobody left to tell.
            return


@contextlib.contextmanager
def _listening(path: Path) -> Iterator[socket.socket]:
    """A socket at ``path``, there only while somebody answers on it. Ends the program when another renderer does."""
    listener = socket.socket(socket.AF_UNIX)
    with frames.address(path) as name, listener:
        with socket.socket(socket.AF_UNIX) as probe, contextlib.suppress(OSError):
            probe.connect(name)
            sys.exit(f"another renderer answers at {path}")
        path.unlink(missing_ok=True)
        before = os.umask(0o177)
        try:
            listener.bind(name)
        finally:
            os.umask(before)
        listener.listen(_WAITING)
        try:
            yield listener
        finally:
            path.unlink(missing_ok=True)


class _Stopped(BaseException):
    """SIGTERM or Ctrl+C came."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    # Once only: a second signal must not cut short the ending of the workers.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise _Stopped


def run(path: Path, size: int, limits: Limits) -> None:
    """Serve at ``path`` until SIGTERM. Raises ``RendererUnavailable`` when no paper can be printed here."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    with contextlib.suppress(_Stopped), Pool(size, limits) as pool, _listening(path) as listener:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=_converse, args=[connection, pool, limits], daemon=True).start()


def main() -> None:
    """Read the command line and serve."""
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.INFO)
    defaults = Limits()
    parser = argparse.ArgumentParser(description="Print papers for the web process.")
    parser.add_argument("socket", type=Path, help="where to listen, such as instance/renderer.sock")
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="printing processes")
    parser.add_argument("--seconds", type=float, default=defaults.seconds, help="the longest a paper may take")
    parser.add_argument("--megabytes", type=int, default=defaults.memory_bytes >> 20, help="the most a worker may take")
    options = parser.parse_args()
    limits = Limits(seconds=options.seconds, memory_bytes=options.megabytes << 20)
    try:
        run(options.socket.absolute(), options.workers, limits)
    except RenderError as error:
        sys.exit(f"renderer: {error}")


if __name__ == "__main__":
    main()
