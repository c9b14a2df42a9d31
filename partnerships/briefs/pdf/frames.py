"""How the web process, the renderer and its workers speak: length-prefixed frames over a Unix socket."""

import json
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any, Final

_LENGTH: Final = struct.Struct("!I")
# What Linux and macOS allow for the path of a Unix socket, less a little.
_LONGEST_PATH: Final = 100


class Ended(Exception):
    """The other side closed the connection before its frame was whole."""


class TooLong(Exception):
    """The other side announced a frame longer than is read."""


class Deadline:
    """A moment until which a conversation may last; given to every wait in it, so that short waits cannot add up."""

    def __init__(self, seconds: float) -> None:
        self._until = monotonic() + seconds

    def left(self) -> float:
        """Seconds left. Raises ``TimeoutError`` when none are."""
        left = self._until - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def send(connection: socket.socket, body: bytes, deadline: Deadline | None = None) -> None:
    """Send one frame. Raises ``TimeoutError``, ``OSError`` when the other side is gone."""
    connection.settimeout(deadline.left() if deadline else None)
    connection.sendall(_LENGTH.pack(len(body)) + body)


def receive(connection: socket.socket, most: int, deadline: Deadline | None = None) -> bytes:
    """Receive one frame of at most ``most`` bytes. Raises ``Ended``, ``TooLong``, ``TimeoutError``, ``OSError``."""
    (length,) = _LENGTH.unpack(_exactly(connection, _LENGTH.size, deadline))
    if length > most:
        raise TooLong(f"a frame of {length:,} bytes")
    return bytes(_exactly(connection, length, deadline))


def _exactly(connection: socket.socket, length: int, deadline: Deadline | None) -> bytearray:
    body = bytearray(length)
    view = memoryview(body)
    while view:
        connection.settimeout(deadline.left() if deadline else None)
        count = connection.recv_into(view)
        if count == 0:
            raise Ended
        view = view[count:]
    return body


def pack(message: dict[str, Any]) -> bytes:
    """``message`` as the body of a frame."""
    return json.dumps(message, ensure_ascii=False).encode()


def unpack(body: bytes) -> dict[str, Any]:
    """The message in the body of a frame. Raises ``ValueError`` when it is none."""
    message = json.loads(body)
    if not isinstance(message, dict):
        raise ValueError("not an object")
    return message


@contextmanager
def address(path: Path) -> Iterator[str]:
    """A name for the socket ``path`` that is short enough for the system.

    A deep folder makes a path longer than the hundred characters that a Unix socket's may have; on Linux its open
    folder has a short one.
    """
    if len(os.fsencode(path)) <= _LONGEST_PATH or not Path("/proc/self/fd").is_dir():
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
