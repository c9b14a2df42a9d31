"""What a file is, by its contents: neither its name nor what the sender claims is believed."""

import struct
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

_PREFIXES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"HWP Document File V", "application/x-hwp"),
)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Office files are archives: the part that only one of them has tells which it is.
_ZIP_PARTS = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
# Others name their own type in a first part called "mimetype".
_NAMED_TYPES = {
    "application/hwp+zip",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
}
_OLE_STREAMS = {
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
    "Book": "application/vnd.ms-excel",
    "PowerPoint Document": "application/vnd.ms-powerpoint",
}
_HEAD = 8192
_LAST_SECTOR = 0xFFFFFFF9
_TEXT_ENCODINGS = ("utf-8-sig", "cp949")


class UnknownKind(ValueError):
    """The contents are of no kind that the office keeps."""


def media_type_of(file: BinaryIO) -> str:
    """The media type of ``file`` (seekable, from its beginning) by its contents.

    Knows PDF, common pictures, HWP and HWPX, Microsoft Office old and new, OpenDocument, ZIP and plain text;
    raises :class:`UnknownKind` for anything else, such as a program.
    """
    file.seek(0)
    head = file.read(_HEAD)
    for prefix, media_type in _PREFIXES:
        if head.startswith(prefix):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "image/heic"
    if head.startswith(_ZIP):
        return _zipped(file)
    if head.startswith(_OLE):
        return _compound(file)
    if _is_text(head, whole=len(head) < _HEAD):
        return "text/plain"
    raise UnknownKind


def _zipped(file: BinaryIO) -> str:
    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
            named = ""
            if "mimetype" in names and archive.getinfo("mimetype").file_size <= 200:
                named = archive.read("mimetype").decode("ascii", "replace").strip()
    except (BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise UnknownKind from error
    if named in _NAMED_TYPES:
        return named
    return next((media_type for part, media_type in _ZIP_PARTS.items() if part in names), "application/zip")


def _compound(file: BinaryIO) -> str:
    """The type of an OLE compound file, as HWP 5 and the older Office formats are."""
    streams = _stream_names(file)
    if {"FileHeader", "DocInfo"} <= streams:
        return "application/x-hwp"
    for stream, media_type in _OLE_STREAMS.items():
        if stream in streams:
            return media_type
    raise UnknownKind


def _stream_names(file: BinaryIO) -> set[str]:
    """Names in the directory of a compound file, whose sectors are chained by its allocation table.

    Source: [MS-CFB], sections 2.2 (header), 2.3 (allocation table) and 2.6 (directory).
    """
    file.seek(0)
    header = file.read(512)
    if len(header) < 512:
        return set()
    size = 1 << min(struct.unpack_from("<H", header, 30)[0], 12)
    table_sectors = struct.unpack_from("<109I", header, 76)
    sector = struct.unpack_from("<I", header, 48)[0]
    names: set[str] = set()
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen:
        seen.add(sector)
        names |= _entries(_sector(file, sector, size))
        table, slot = divmod(sector, size // 4)
        if table >= len(table_sectors):
            break
        links = _sector(file, table_sectors[table], size)
        if len(links) < 4 * slot + 4:
            break
        sector = struct.unpack_from("<I", links, 4 * slot)[0]
    return names


def _sector(file: BinaryIO, number: int, size: int) -> bytes:
    file.seek((number + 1) * size)
    return file.read(size)


def _entries(sector: bytes) -> set[str]:
    names = set()
    for start in range(0, len(sector) - 127, 128):
        length = min(struct.unpack_from("<H", sector, start + 64)[0], 64)
        names.add(sector[start : start + max(length - 2, 0)].decode("utf-16-le", "replace"))
    return names


def _is_text(head: bytes, whole: bool) -> bool:
    if any(byte < 32 and byte not in b"\t\n\f\r" for byte in head) or b"\x7f" in head:
        return False
    return any(_decodes(head, encoding, whole) for encoding in _TEXT_ENCODINGS)


def _decodes(head: bytes, encoding: str, whole: bool) -> bool:
    # A letter of several bytes may be cut where the head ends.
    for cut in range(1 if whole else 4):
        try:
            head[: len(head) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
