"""The renderer serves its own user, refuses what no paper needs, outlives every bomb, and leaves nothing behind."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from partnerships.briefs.pdf.client import render_pdf
from partnerships.briefs.pdf.errors import RendererUnavailable, RenderRefused, RenderTimeout
from partnerships.errors import DomainError
from tests.briefs.conftest import ROOT, StartRenderer, wait_until


def page(body: str) -> str:
    return f'<!doctype html><html lang="ko"><head><title>가</title></head><body>{body}</body></html>'


SMALL = page("<h1>가나다</h1>")
BIG = page("<h1>가</h1>" + "<p>가나다 라마바 사아자 차카타</p>" * 12_000)


def put(html: str, renderer: Path) -> bytes:
    return render_pdf(html, values={}, name="paper", as_of=date(2026, 11, 22), renderer=renderer)


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(child) for child in listed.split()]


def gone(process: int) -> bool:
    """Whether ``process`` has ended; one that nobody waited for yet has."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return True
    return state == "Z"


@pytest.mark.parametrize(
    "body",
    [
        "<script>1</script>",
        "<style>p{color:red}</style>",
        '<p style="background:repeating-linear-gradient(red 0 .001px,blue 0 .002px)">가</p>',
        '<link rel="stylesheet" href="briefs.css">',
        '<a rel="attachment" href="briefs.css">가</a>',
        '<base href="http://127.0.0.1/">',
        '<iframe src="briefs.css"></iframe>',
        '<svg><use href="#a"/></svg>',
        "<table><tr><td colspan=100000>가</td></tr></table>",
        "<table><tr><td rowspan=99999999999>가</td></tr></table>",
        "<div>" * 60 + "가",
        "<p>" + "가" * 300_000,
        "<i>가</i>" * 45_000,
        "<p>" + "가 " * 1_600_000,
        '<img alt="가" src="file:///etc/hostname">',
        '<img alt="가" src="../../pyproject.toml">',
        '<img alt="가" src="data:image/svg+xml;base64,PHN2Zy8+">',
    ],
)
def test_what_no_paper_needs_is_refused(renderer: Path, body: str) -> None:
    with pytest.raises(RenderRefused):
        put(page(body), renderer)
    assert put(SMALL, renderer).startswith(b"%PDF-")


def test_no_reference_opens_a_connection(renderer: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        for scheme in ("http", "https", "ftp"):
            address = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/a.png"
            with pytest.raises(RenderRefused):
                put(page(f'<p>가</p><img alt="가" src="{address}">'), renderer)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_the_socket_is_its_users_own(renderer: Path) -> None:
    assert stat.S_IMODE(renderer.stat().st_mode) == 0o600


def test_a_second_renderer_leaves_the_first_alone(renderer: Path) -> None:
    command = [sys.executable, "-m", "partnerships.briefs.pdf.renderer", str(renderer), "--workers", "1"]
    second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert second.returncode != 0
    assert "another renderer" in second.stderr
    assert put(SMALL, renderer).startswith(b"%PDF-")


def test_many_at_once_are_all_served(renderer: Path) -> None:
    answers: list[bytes] = []
    threads = [threading.Thread(target=lambda: answers.append(put(SMALL, renderer))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 12
    assert len(set(answers)) == 1


@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b'{"html": 5}', b"\xff\xfe"])
def test_nonsense_gets_an_answer_and_does_no_harm(renderer: Path, body: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(renderer))
        connection.sendall(len(body).to_bytes(4, "big") + body)
        answer = connection.makefile("rb").read()
    assert json.loads(answer[4:])["error"] == "refused"
    assert put(SMALL, renderer).startswith(b"%PDF-")


def test_an_endless_request_is_refused(renderer: Path) -> None:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(renderer))
        connection.sendall(b"\xff\xff\xff\xff")
        answer = connection.makefile("rb").read()
    assert json.loads(answer[4:])["error"] == "refused"


def test_an_asker_who_leaves_does_no_harm(renderer: Path) -> None:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(renderer))
        connection.sendall(b"\x00\x00\x10\x00half")
    assert put(SMALL, renderer).startswith(b"%PDF-")


def test_a_paper_that_takes_too_long_is_ended_and_the_next_is_served(start_renderer: StartRenderer) -> None:
    with start_renderer("--seconds", "3") as (path, process):
        (before,) = children(process.pid)
        with pytest.raises(RenderTimeout) as caught:
            put(BIG, path)
        assert isinstance(caught.value, DomainError)
        wait_until(lambda: gone(before))
        assert put(SMALL, path).startswith(b"%PDF-")
        assert children(process.pid) != [before]


def test_a_paper_that_eats_memory_is_refused_and_the_next_is_served(start_renderer: StartRenderer) -> None:
    with start_renderer("--megabytes", "330") as (path, _):
        with pytest.raises(RenderRefused):
            put(BIG, path)
        assert put(SMALL, path).startswith(b"%PDF-")


def test_sigterm_ends_it_and_its_workers_and_takes_the_socket_away(start_renderer: StartRenderer) -> None:
    with start_renderer() as (path, process):
        workers = children(process.pid)
        assert len(workers) == 1
    assert process.returncode == 0
    assert not path.exists()
    assert all(gone(worker) for worker in workers)


def test_workers_do_not_outlive_a_killed_renderer(start_renderer: StartRenderer) -> None:
    with start_renderer() as (_, process):
        (worker,) = children(process.pid)
        os.kill(process.pid, signal.SIGKILL)
        wait_until(lambda: gone(worker))


def test_a_stale_socket_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "renderer.sock"
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(path))
    # Nobody answers there: the paper is printed by a process started for it.
    assert put(SMALL, path).startswith(b"%PDF-")


def test_an_interrupted_answer_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "renderer.sock"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()

        def hang_up() -> None:
            connection, _ = listener.accept()
            connection.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        with pytest.raises(RendererUnavailable):
            put(SMALL, path)
        thread.join()


def test_a_deep_folder_is_no_hindrance(tmp_path: Path) -> None:
    folder = tmp_path / ("deep" * 20) / ("deeper" * 10)
    folder.mkdir(parents=True)
    path = folder / "renderer.sock"
    assert len(str(path)) > 108
    command = [sys.executable, "-m", "partnerships.briefs.pdf.renderer", str(path), "--workers", "1"]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            wait_until(path.exists)
            assert put(SMALL, path).startswith(b"%PDF-")
        finally:
            process.terminate()
    assert process.returncode == 0
