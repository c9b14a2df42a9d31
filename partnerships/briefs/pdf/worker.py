"""One printing process: warmed up once, it prints one paper after the other, and is ended rather than trusted.

Started by ``pool.py`` as ``python -m partnerships.briefs.pdf.worker DESCRIPTOR LIMITS``: a socket of which it is the
other end, and the limits as JSON. It answers ``{"ready": true}`` and then, for each request, ``{"ok": true}`` followed
by the PDF, or ``{"error": …}``.
"""

import gc
import json
import logging
import resource
import signal
import socket
import sys
import warnings
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from partnerships.briefs.pdf import frames
from partnerships.briefs.pdf.errors import MissingGlyph, RenderError, RendererUnavailable, RenderRefused, to_answer
from partnerships.briefs.pdf.limits import Limits

STATIC: Final = Path(__file__).resolve().parents[3] / "static"
STYLESHEETS: Final = tuple(
    STATIC / "css" / f"{name}.css"
    for name in ("briefs", "briefs-book", "briefs-sheets", "briefs-paper", "briefs-sheets-paper")
)
DENSE_STYLESHEET: Final = STATIC / "css" / "briefs-dense.css"
PICTURES: Final = STATIC / "images"
_MOST_PIXELS: Final = 20_000_000

# Every weight, size and language of the house is met once before the first paper, so that it does not pay for them.
_WARM_UP: Final = """<!doctype html>
<html lang="ko"><head><title>가</title></head><body><article class="sheet" lang="ko">
<header class="sheet-title"><h1>가나다 漢字 ▴☎</h1></header>
<section class="sheet-part"><h2>가</h2>
<table class="sheet-grid"><thead><tr><th scope="col">가</th></tr></thead>
<tbody><tr><td><strong>가</strong> abc</td></tr></tbody></table>
<ul class="sheet-circles"><li>가나 <strong>漢字 ▴</strong></li></ul>
</section></article></body></html>"""
_ANY_DAY: Final = "2000-01-01T00:00:00"

logger = logging.getLogger("partnerships.briefs.pdf")


class Press:
    """WeasyPrint as this house uses it: its fonts, stylesheets and fetcher are made once and kept."""

    def __init__(self, limits: Limits) -> None:
        """Raises ``RendererUnavailable`` when WeasyPrint's own libraries are missing."""
        self._limits = limits
        self._load()
        self._complaints = _Complaints()
        logging.getLogger("weasyprint").addHandler(self._complaints)

    def _load(self) -> None:
        # Imported here: only a printing process pays for it, and only here can a missing library be told plainly.
        try:
            from weasyprint import CSS, HTML
            from weasyprint.text.ffi import harfbuzz_subset
            from weasyprint.text.fonts import FontConfiguration
        except OSError as error:
            raise RendererUnavailable(
                f"WeasyPrint's libraries are missing ({error}): "
                "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
            ) from error
        from partnerships.briefs.pdf.compression import compress_quickly
        from partnerships.briefs.pdf.fetcher import PaperFetcher
        from partnerships.briefs.pdf.keep_all import keep_all

        if harfbuzz_subset is None:
            logger.warning("libharfbuzz-subset0 is missing: papers print about ten times slower without it")
        keep_all()
        compress_quickly()
        self._html: Any = HTML
        self._fonts = FontConfiguration()
        self._fetcher = PaperFetcher(STATIC / "css", PICTURES)
        *self._stylesheets, self._dense_stylesheet = (
            CSS(path, font_config=self._fonts, url_fetcher=self._fetcher) for path in (*STYLESHEETS, DENSE_STYLESHEET)
        )

    def print_paper(self, html: str, values: str, name: str, as_of: datetime) -> bytes:
        """The PDF of ``html`` with ``values`` attached. Raises ``RenderRefused``, ``MissingGlyph``."""
        from partnerships.briefs.pdf.archival import write_archival_pdf

        self._limits.check_request(html, values)
        self._complaints.missing.clear()
        self._fetcher.blocked.clear()
        parsed = self._html(string=html, base_url=PICTURES.as_uri() + "/", url_fetcher=self._fetcher)
        self._limits.check_tree(parsed.etree_element)
        pdf = write_archival_pdf(self._lay_out(parsed), values, name, as_of)
        if self._fetcher.blocked:
            raise RenderRefused(f"it refers to {self._fetcher.blocked[0]}")
        if self._complaints.missing:
            raise MissingGlyph("".join(sorted(self._complaints.missing)))
        return pdf

    def _lay_out(self, parsed: Any) -> Any:
        """The pages of a parsed document.

        One that says ``<body data-pages="1">`` and runs a little over its page is set closer, where that makes it fit.
        """
        laid_out = self._render(parsed)
        body = parsed.etree_element.find("body")
        if body is not None and body.get("data-pages") == "1" and len(laid_out.pages) == 2:
            closer = self._render(parsed, self._dense_stylesheet)
            if len(closer.pages) == 1:
                return closer
        return laid_out

    def _render(self, parsed: Any, *more_stylesheets: Any) -> Any:
        from partnerships.briefs.pdf.archival import VARIANT

        stylesheets = [*self._stylesheets, *more_stylesheets]
        return parsed.render(stylesheets=stylesheets, font_config=self._fonts, pdf_variant=VARIANT)

    def warm_up(self) -> None:
        """Print a small paper, then put everything made so far out of the garbage collector's sight."""
        for language in ("ko", "en"):
            self.print_paper(
                _WARM_UP.replace('"ko"', f'"{language}"'), "{}", "warm-up", datetime.fromisoformat(_ANY_DAY)
            )
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 20)


class _Complaints(logging.Handler):
    """Collects what WeasyPrint only warns of: characters that no font has."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith(".notdef") and isinstance(record.args, tuple):
            self.missing.add(str(record.args[0]))
        else:
            logger.warning("WeasyPrint: %s", record.getMessage())


def _confine(limits: Limits) -> None:
    """Bound what this process may take, whatever it is given to print."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    # A crash must not leave a delegation's particulars in a core file.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A picture of more pixels than a page can show is an attack, not a picture.
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def _answer(press: Press, body: bytes) -> tuple[dict[str, object], bytes]:
    """The answer to a request, and the PDF that follows it when all went well."""
    try:
        request = frames.unpack(body)
        pdf = press.print_paper(
            request["html"], request["values"], request["name"], datetime.fromisoformat(request["as_of"])
        )
    except RenderError as error:
        return to_answer(error), b""
    except MemoryError:
        # What the interpreter is left with cannot be known: the pool ends a process that says so.
        return {**to_answer(RenderRefused("it needs more memory than a paper may take")), "end": True}, b""
    except RecursionError:
        return to_answer(RenderRefused("it is nested too deeply")), b""
    except Exception as error:
        logger.exception("a paper failed")
        return to_answer(RenderRefused(f"{type(error).__name__}: {error}")), b""
    return {"ok": True}, pdf


def serve(connection: socket.socket, limits: Limits) -> None:
    """Warm up, say so, and print until the other end closes."""
    try:
        _confine(limits)
        press = Press(limits)
        press.warm_up()
    except RenderError as error:
        frames.send(connection, frames.pack(to_answer(error)))
        return
    frames.send(connection, frames.pack({"ready": True}))
    while True:
        try:
            body = frames.receive(connection, limits.request_bytes)
        except (frames.Ended, ConnectionError):
            return
        # The pool ends a paper that takes too long. Were the pool itself killed, this alarm ends the process instead.
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + 5)
        answer, pdf = _answer(press, body)
        signal.setitimer(signal.ITIMER_REAL, 0)
        frames.send(connection, frames.pack(answer))
        if answer.get("ok"):
            frames.send(connection, pdf)


def arguments(descriptor: int, limits: Limits) -> list[str]:
    """The command line that starts a worker on ``descriptor``."""
    return [sys.executable, "-m", "partnerships.briefs.pdf.worker", str(descriptor), json.dumps(asdict(limits))]


def main() -> None:
    """Serve on the descriptor of the command line."""
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    # The renderer ends its workers itself; Ctrl+C in its terminal reaches them too and must not cut a paper short.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = socket.socket(fileno=int(sys.argv[1]))
    serve(connection, Limits(**json.loads(sys.argv[2])))


if __name__ == "__main__":
    main()
