"""While printing, only small pictures and stylesheets below the given folders can be read."""

import base64
import os
from pathlib import Path

import pytest

from partnerships.briefs.pdf.fetcher import Blocked, PaperFetcher

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def fetcher(tmp_path: Path) -> PaperFetcher:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "seal.png").write_bytes(PIXEL)
    (tmp_path / "inside" / "notes.txt").write_text("비밀")
    (tmp_path / "outside.png").write_bytes(PIXEL)
    (tmp_path / "inside" / "link.png").symlink_to(tmp_path / "outside.png")
    (tmp_path / "inside-too").mkdir()
    (tmp_path / "inside-too" / "seal.png").write_bytes(PIXEL)
    os.mkfifo(tmp_path / "inside" / "pipe.png")
    return PaperFetcher(tmp_path / "inside")


def test_a_picture_inside_is_read(fetcher: PaperFetcher, tmp_path: Path) -> None:
    response = fetcher((tmp_path / "inside" / "seal.png").as_uri())
    assert response.read() == PIXEL
    assert response.content_type == "image/png"
    assert fetcher.blocked == []


def test_a_picture_within_the_paper_is_read(fetcher: PaperFetcher) -> None:
    response = fetcher("data:image/png;base64," + base64.b64encode(PIXEL).decode())
    assert response.read() == PIXEL


@pytest.mark.parametrize(
    "reference",
    [
        "inside/notes.txt",
        "inside/link.png",
        "inside/pipe.png",
        "inside/../outside.png",
        "inside/%2e%2e/outside.png",
        "inside-too/seal.png",
        "outside.png",
    ],
)
def test_files_outside_or_of_another_kind_are_not(fetcher: PaperFetcher, tmp_path: Path, reference: str) -> None:
    url = f"file://{tmp_path}/{reference}"
    with pytest.raises(Blocked):
        fetcher(url)
    assert fetcher.blocked == [url]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a.png",
        "https://127.0.0.1/a.png",
        "ftp://127.0.0.1/a.png",
        "file://server/share/a.png",
        "gopher://127.0.0.1/a.png",
        "//127.0.0.1/a.png",
        "data:text/html;base64,PGI+",
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:image/png,plain",
        "data:image/png;base64,no*base64",
        "data:image/png;base64," + "A" * (9 << 20),
        "",
    ],
)
def test_nothing_else_is_read_at_all(fetcher: PaperFetcher, url: str) -> None:
    with pytest.raises(Blocked):
        fetcher(url)
    assert len(fetcher.blocked) == 1


def test_a_missing_file_counts_as_blocked(fetcher: PaperFetcher, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        fetcher((tmp_path / "inside" / "gone.png").as_uri())
    assert len(fetcher.blocked) == 1
