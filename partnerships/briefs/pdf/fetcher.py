"""What a paper may read while it is printed: small pictures and stylesheets below the given folders; nothing else."""

import base64
import binascii
import os
import stat
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcherResponse

_KINDS: Final = {
    ".css": "text/css",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
_PICTURES: Final = ("data:image/png;base64,", "data:image/jpeg;base64,")
_MOST_BYTES: Final = 8 << 20


class Blocked(ValueError):
    """The reference leads out of what a paper may read."""


class PaperFetcher:
    """Fetches for one printing process; ``blocked`` collects what it refused, so that the paper can be refused too.

    It is deliberately not WeasyPrint's ``URLFetcher``: that one's constructor makes the handlers for HTTP and FTP. Here
    no code that could open a socket exists.
    """

    # WeasyPrint asks for it: a refusal must not end the printing midway, ``blocked`` is looked at when it is over.
    _fail_on_errors = False

    def __init__(self, *roots: Path) -> None:
        self._roots = tuple(root.resolve() for root in roots)
        self.blocked: list[str] = []

    def __call__(self, url: str) -> Any:
        """The response for ``url``. Raises ``Blocked``, or ``OSError`` for a file that cannot be read."""
        try:
            return self._fetch(url)
        except (Blocked, OSError):
            self.blocked.append(url[:200])
            raise

    def _fetch(self, url: str) -> Any:
        if url.startswith("data:"):
            return self._picture_inside(url)
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc not in {"", "localhost"}:
            raise Blocked("only files are read")
        return self._file(url, unquote(parts.path))

    def _picture_inside(self, url: str) -> Any:
        if not url.startswith(_PICTURES) or len(url) > _MOST_BYTES:
            raise Blocked("only small PNG and JPEG pictures stand inside a paper")
        header, content = url.split(",", 1)
        try:
            body = base64.b64decode(content, validate=True)
        except binascii.Error as error:
            raise Blocked("not base64") from error
        return URLFetcherResponse("data:", body, {"Content-Type": header[len("data:") :].split(";")[0]})

    def _file(self, url: str, named: str) -> Any:
        # The real path decides, so neither ".." nor a symbolic link leads out.
        path = Path(named).resolve()
        kind = _KINDS.get(path.suffix.lower())
        if kind is None or not any(path.is_relative_to(root) for root in self._roots):
            raise Blocked("not among the files of a paper")
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
                raise Blocked("not a small regular file")
            return URLFetcherResponse(url, file.read(), {"Content-Type": kind})
