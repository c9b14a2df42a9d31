"""A paper's HTML to its PDF, from any process: by the running renderer, or by one started for this paper alone."""

import json
import socket
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from partnerships.briefs.pdf import frames
from partnerships.briefs.pdf.errors import RendererUnavailable, from_answer
from partnerships.briefs.pdf.limits import Limits
from partnerships.briefs.pdf.pool import Pool

# Waiting for an idle worker, printing, and both ways of the connection.
_SECONDS: Final = 60.0
_MOST_PDF_BYTES: Final = 200 << 20
SOCKET_NAME: Final = "renderer.sock"


def render_pdf(html: str, *, values: Mapping[str, Any], name: str, as_of: date, renderer: Path | None = None) -> bytes:
    """The PDF of a whole HTML document: tagged, PDF/A-3a and PDF/UA-1, with ``values`` attached as ``name``.json.

    ``renderer`` is the socket of the running renderer (``instance/renderer.sock``). Without one, or when nobody answers
    there, a printing process is started for this paper and ended again, which takes about two seconds. The same
    arguments give the same bytes. Raises ``RenderTimeout``, ``RenderRefused``, ``MissingGlyph`` and
    ``RendererUnavailable``.
    """
    # The one text that stands for these values, whatever order they came in.
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, indent=1)
    Limits().check_request(html, text)
    request = frames.pack(
        {"html": html, "values": text, "name": name, "as_of": datetime.combine(as_of, time()).isoformat()}
    )
    connection = _connect(renderer) if renderer else None
    if connection is None:
        with Pool(1, Limits()) as pool:
            return pool.print_paper(request)
    with connection:
        return _ask(connection, request)


def _connect(path: Path) -> socket.socket | None:
    """A connection to the renderer at ``path``, or ``None`` when nobody listens there."""
    connection = socket.socket(socket.AF_UNIX)
    try:
        with frames.address(path.absolute()) as name:
            connection.connect(name)
    except OSError:
        connection.close()
        return None
    return connection


def _ask(connection: socket.socket, request: bytes) -> bytes:
    deadline = frames.Deadline(_SECONDS)
    try:
        frames.send(connection, request, deadline)
        answer = frames.unpack(frames.receive(connection, 1 << 20, deadline))
        if answer.get("ok"):
            return frames.receive(connection, _MOST_PDF_BYTES, deadline)
    except (frames.Ended, OSError, ValueError) as error:
        raise RendererUnavailable(f"the renderer broke off ({error})") from error
    raise from_answer(answer)
