"""A warm renderer for the papers' tests, as the supervisor starts it."""

import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from partnerships.briefs.html import render_document
from partnerships.briefs.paper import Paper
from partnerships.briefs.pdf.client import render_pdf

ROOT = Path(__file__).resolve().parents[2]
STARTING_SECONDS = 60

StartRenderer = Callable[..., AbstractContextManager[tuple[Path, "subprocess.Popen[bytes]"]]]
PrintBrief = Callable[[Paper], bytes]


@contextmanager
def running_renderer(*options: str) -> Iterator[tuple[Path, "subprocess.Popen[bytes]"]]:
    """A renderer with one worker and its socket, until the end of the context; it must end cleanly by SIGTERM."""
    with tempfile.TemporaryDirectory(prefix="papers-") as folder:
        path = Path(folder) / "renderer.sock"
        command = [sys.executable, "-m", "partnerships.briefs.pdf.renderer", str(path), "--workers", "1", *options]
        with subprocess.Popen(command, cwd=ROOT) as process:
            try:
                wait_until(lambda: path.exists() or process.poll() is not None)
                yield path, process
            finally:
                if process.poll() is None:
                    process.send_signal(signal.SIGTERM)
                process.wait(timeout=STARTING_SECONDS)


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for ``condition``, which another process brings about; fails after a minute."""
    until = time.monotonic() + STARTING_SECONDS
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        pause.wait(0.02)


@pytest.fixture(scope="session")
def start_renderer() -> StartRenderer:
    """Starts a renderer with other limits."""
    return running_renderer


@pytest.fixture(scope="session")
def renderer() -> Iterator[Path]:
    """The socket of one warm renderer for the whole run."""
    with running_renderer() as (path, process):
        yield path
    assert process.returncode == 0


@pytest.fixture(scope="session")
def print_brief(renderer: Path) -> PrintBrief:
    """Prints a brief through the warm renderer."""

    def print_one(brief: Paper) -> bytes:
        return render_pdf(
            render_document(brief),
            values=brief.to_values(),
            name=brief.KIND,
            as_of=brief.as_of,
            renderer=renderer,
        )

    return print_one
