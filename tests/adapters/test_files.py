"""The file store, and what files say that they are."""

import hashlib
import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from partnerships.adapters.files import EmptyFile, FileStore, FileTooLarge, UnknownKind, media_type_of

OFFICE = "application/vnd.openxmlformats-officedocument."


def zipped(*parts: str, mimetype: str | None = None) -> bytes:
    """An archive of these parts; ``mimetype`` becomes its first part."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        if mimetype is not None:
            archive.writestr("mimetype", mimetype)
        for part in parts:
            archive.writestr(part, "<xml/>")
    return made.getvalue()


def compound(*streams: str, sectors_between: int = 0) -> bytes:
    """An OLE compound file whose directory names these streams, four in a sector, perhaps far apart."""
    names = ["Root Entry", *streams]
    groups = [names[start : start + 4] for start in range(0, len(names), 4)]
    step = 1 + sectors_between
    places = [1 + number * step for number in range(len(groups))]
    table = [0xFFFFFFFF] * 128
    table[0] = 0xFFFFFFFD
    for place, following in zip(places, [*places[1:], 0xFFFFFFFE], strict=True):
        table[place] = following
    sectors = {0: struct.pack("<128I", *table)}
    for place, group in zip(places, groups, strict=True):
        entries = [name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", len(name) * 2 + 2) for name in group]
        sectors[place] = b"".join(entry.ljust(128, b"\0") for entry in entries).ljust(512, b"\0")
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, places[0])
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    body = b"".join(sectors.get(number, b"\0" * 512) for number in range(max(sectors) + 1))
    return bytes(header) + body


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (zipped("[Content_Types].xml", "word/document.xml"), f"{OFFICE}wordprocessingml.document"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), f"{OFFICE}spreadsheetml.sheet"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), f"{OFFICE}presentationml.presentation"),
        (zipped("Contents/header.xml", mimetype="application/hwp+zip"), "application/hwp+zip"),
        (zipped("사진/1.jpg"), "application/zip"),
        (zipped("a", mimetype="text/html"), "application/zip"),
        (compound("FileHeader", "DocInfo", "BodyText"), "application/x-hwp"),
        (compound("1Table", "Data", "CompObj", "Extra", "WordDocument", sectors_between=3), "application/msword"),
        (compound("Workbook"), "application/vnd.ms-excel"),
        (b"HWP Document File V3.00 \x1a\x01", "application/x-hwp"),
        ("한글 메모\r\n".encode(), "text/plain"),
        ("한글 메모".encode("cp949"), "text/plain"),
        (("가" * 9000).encode(), "text/plain"),
    ],
)
def test_a_file_is_known_by_its_contents(contents: bytes, expected: str) -> None:
    assert media_type_of(BytesIO(contents)) == expected


@pytest.mark.parametrize(
    "contents",
    [
        b"\x7fELF\x02\x01\x01\0",
        b"MZ\x90\0\x03",
        b"PK\x03\x04 is no archive",
        compound("SomethingElse"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut short",
    ],
)
def test_what_is_of_no_known_kind_is_refused(contents: bytes) -> None:
    with pytest.raises(UnknownKind):
        media_type_of(BytesIO(contents))


def test_a_file_is_kept_once_under_the_hash_of_its_contents(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "files", 1_000)
    first = store.keep(BytesIO(b"%PDF-1.7 same"))
    second = store.keep(BytesIO(b"%PDF-1.7 same"))
    assert first == second
    assert first.sha256 == hashlib.sha256(b"%PDF-1.7 same").hexdigest() and first.size == 13
    assert store.path_of(first.sha256).read_bytes() == b"%PDF-1.7 same"
    assert len([path for path in store.root.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize(
    ("contents", "error"), [(b"", EmptyFile), (b"%PDF-" + b"x" * 1_000, FileTooLarge), (b"\0\1\2", UnknownKind)]
)
def test_a_refused_file_leaves_nothing_behind(tmp_path: Path, contents: bytes, error: type[ValueError]) -> None:
    store = FileStore(tmp_path / "files", 1_000)
    with pytest.raises(error):
        store.keep(BytesIO(contents))
    assert list(store.root.iterdir()) == []
