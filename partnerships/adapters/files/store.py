"""Where attached files are kept: each under the SHA-256 of its contents, written whole or not at all."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from partnerships.adapters.files.kinds import media_type_of

_BLOCK = 1024 * 1024


class FileTooLarge(ValueError):
    """The file is larger than the store takes."""


class EmptyFile(ValueError):
    """The file has no contents."""


@dataclass(frozen=True)
class StoredFile:
    """A file in the store: the hash that finds it (64 hexadecimal digits), its size in bytes and its media type."""

    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True)
class FileStore:
    """The folder ``root``, which takes files of up to ``limit`` bytes. The same contents are kept once."""

    root: Path
    limit: int

    def keep(self, stream: BinaryIO) -> StoredFile:
        """Copy ``stream`` into the store.

        Raises :class:`EmptyFile`, :class:`FileTooLarge` or :class:`UnknownKind`; nothing is left behind then.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.root, prefix="incoming-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w+b") as file:
                sha256, size = self._copy(stream, file)
                stored = StoredFile(sha256, size, media_type_of(file))
                os.fsync(file.fileno())
            place = self.path_of(sha256)
            place.parent.mkdir(exist_ok=True)
            temporary.replace(place)
        finally:
            temporary.unlink(missing_ok=True)
        return stored

    def path_of(self, sha256: str) -> Path:
        """Where the file with this hash lies, whether or not it is there."""
        return self.root / sha256[:2] / sha256

    def _copy(self, stream: BinaryIO, file: BinaryIO) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        while block := stream.read(_BLOCK):
            size += len(block)
            if size > self.limit:
                raise FileTooLarge
            digest.update(block)
            file.write(block)
        if not size:
            raise EmptyFile
        file.flush()
        return digest.hexdigest(), size


@dataclass(frozen=True)
class Upload:
    """A file on its way in: its ``name`` at the sender's, its bytes, and the ``store`` that is to keep it."""

    name: str
    stream: BinaryIO
    store: FileStore
