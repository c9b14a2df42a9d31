"""The file store: bytes kept under their own SHA-256, below the instance, written whole or not at all."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 20


class TooLarge(ValueError):
    """More bytes than may be kept."""


@dataclass(frozen=True)
class Kept:
    """What was kept: its SHA-256 in hexadecimal, and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class FileStore:
    """Files below ``root``, found by what they contain; the same bytes are kept once."""

    root: Path

    def keep(self, source: BinaryIO, most: int | None = None) -> Kept:
        """Read ``source`` to its end and keep it; raises :class:`TooLarge` beyond ``most`` bytes."""
        self.root.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        # Beside the files themselves, so that the last step is a rename within one file system.
        handle, name = tempfile.mkstemp(dir=self.root, prefix=".incoming-")
        try:
            with os.fdopen(handle, "wb") as file:
                while chunk := source.read(_CHUNK):
                    size += len(chunk)
                    if most is not None and size > most:
                        raise TooLarge(most)
                    digest.update(chunk)
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            place = self.path_of(digest.hexdigest())
            place.parent.mkdir(parents=True, exist_ok=True)
            Path(name).replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return Kept(digest.hexdigest(), size)

    def path_of(self, sha256: str) -> Path:
        """Where the bytes with this hash lie."""
        return self.root / sha256[:2] / sha256

    def holds(self, sha256: str) -> bool:
        """Whether bytes with this hash are kept."""
        return self.path_of(sha256).is_file()
