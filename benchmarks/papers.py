"""How long a paper takes from the click to its last byte, beside bare WeasyPrint at its best on the same HTML.

``python -m benchmarks.papers`` prints medians in milliseconds and the median ratio of the pairs, for the event summary
(one page) and the visit book of the demo (about a dozen pages), each in Korean and in English. Both sides are warm and
timed in turn, so that a busy machine slows them alike:

- ours: values to HTML, to the renderer over its socket, PDF/A-3a and PDF/UA-1 with the values attached, and back;
- bare: ``HTML(string).write_pdf()`` in this process, with the same stylesheets parsed before, the same fonts and
  fetcher, one font configuration kept, the garbage collector as quiet as in the renderer; no tags, no PDF/A, nothing
  attached, and WeasyPrint's own line breaking.

The bare side starts from finished HTML, ours from the values. The goal is a ratio of 1.3 at most for each.
"""

import argparse
import gc
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader

from benchmarks.scale.demo_books import compose_books
from partnerships.briefs.html import STYLESHEET, render_document
from partnerships.briefs.paper import Paper
from partnerships.briefs.pdf.client import render_pdf
from partnerships.briefs.pdf.fonts import confine_fonts
from partnerships.languages import Language
from tests.factories.event_summary import event_summary

GOAL: Final = 1.3
_STARTING_SECONDS: Final = 60
# What each kind of paper needs, and no more: bare WeasyPrint matches fewer rules than the renderer, which knows all.
_SUMMARY_STYLES: Final[tuple[str, ...]] = ("briefs", "briefs-paper")
_BOOK_STYLES: Final[tuple[str, ...]] = ("briefs", "briefs-book", "briefs-paper")


@dataclass(frozen=True)
class Run:
    """One line of the table: a paper, the names of its stylesheets, and how many pairs are timed."""

    paper: Paper
    styles: tuple[str, ...]
    rounds: int


@contextmanager
def running_renderer(folder: Path) -> Iterator[Path]:
    """The socket of a renderer with one worker, ready to print."""
    path = folder / "renderer.sock"
    process = subprocess.Popen(
        [sys.executable, "-m", "partnerships.briefs.pdf.renderer", str(path), "--workers", "1"],
        cwd=Path(__file__).resolve().parent.parent,
    )
    try:
        until = time.monotonic() + _STARTING_SECONDS
        while not path.exists():
            if process.poll() is not None or time.monotonic() > until:
                sys.exit("papers: the renderer did not start")
            time.sleep(0.05)
        yield path
    finally:
        process.terminate()
        process.wait()


def make_bare(styles: tuple[str, ...]) -> Callable[[str], bytes]:
    """Bare WeasyPrint, set up as well as it can be."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from partnerships.briefs.pdf.fetcher import PaperFetcher

    fetcher = PaperFetcher(STYLESHEET.parent)
    fonts = FontConfiguration()
    paths = [STYLESHEET.with_name(f"{name}.css") for name in styles]
    stylesheets = [CSS(path, font_config=fonts, url_fetcher=fetcher) for path in paths]

    def print_bare(html: str) -> bytes:
        document: Any = HTML(string=html, url_fetcher=fetcher)
        pdf: bytes = document.write_pdf(stylesheets=stylesheets, font_config=fonts)
        return pdf

    return print_bare


def milliseconds(act: Callable[[], object]) -> float:
    """How long ``act`` takes by the clock."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def compare(run: Run, renderer: Path, bare: Callable[[str], bytes]) -> float:
    """Print one line of the table; returns the median ratio of the pairs."""
    paper = run.paper
    html = render_document(paper)

    def ours() -> bytes:
        return render_pdf(
            render_document(paper), values=paper.to_values(), name=paper.KIND, as_of=paper.as_of, renderer=renderer
        )

    # Outside the count: the templates, the fonts and the sizes of this paper are met for the first time.
    for _ in range(3):
        printed, plain = ours(), bare(html)
    pages, plain_pages = (len(PdfReader(io.BytesIO(pdf)).pages) for pdf in (printed, plain))
    pairs = [(milliseconds(ours), milliseconds(lambda: bare(html))) for _ in range(run.rounds)]
    ours_median, bare_median = (statistics.median(side) for side in zip(*pairs, strict=True))
    # Of each pair, then the middle one: what slows the machine for a while slows both of a pair.
    ratio: float = statistics.median(ours_once / bare_once for ours_once, bare_once in pairs)
    label = f"{paper.NAME.lower()}, {paper.language}"
    print(f"{label:24} {pages:5} {plain_pages:5} {ours_median:8.1f} {bare_median:8.1f} {ratio:6.2f}", flush=True)
    return ratio


def gather_runs(folder: Path, rounds: int | None) -> list[Run]:
    """The papers to print; a book is timed less often, because it takes as long as many summaries."""
    summaries = [Run(event_summary(language), _SUMMARY_STYLES, rounds or 60) for language in Language]
    return summaries + [Run(book, _BOOK_STYLES, rounds or 20) for book in compose_books(folder)]


def main() -> None:
    """Measure each paper in both languages; ends with 1 when one misses the goal."""
    parser = argparse.ArgumentParser(description="Time papers beside bare WeasyPrint.")
    parser.add_argument("--rounds", type=int, help="pairs of each paper, instead of 60 summaries and 20 books")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = gather_runs(folder, rounds)
        os.environ.update(confine_fonts(folder))
        with running_renderer(folder) as socket:
            presses = {styles: make_bare(styles) for styles in (_SUMMARY_STYLES, _BOOK_STYLES)}
            for run in runs:
                presses[run.styles](render_document(run.paper))
            gc.collect()
            gc.freeze()
            gc.set_threshold(20_000, 20, 20)
            print(f"{'':24} {'pages':>5} {'bare':>5} {'ours ms':>8} {'bare ms':>8} {'ratio':>6}")
            ratios = [compare(run, socket, presses[run.styles]) for run in runs]
    met = max(ratios) <= GOAL
    print(f"goal {GOAL}: {'met' if met else 'missed'}")
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
