"""How long a paper takes from the click to its last byte, beside bare WeasyPrint at its best on the same HTML.

``python -m benchmarks.papers`` prints medians in milliseconds and the median ratio of the pairs, for the event summary
in Korean and in English. Both sides are warm and timed in turn, so that a busy machine slows them alike:

- ours: values to HTML, to the renderer over its socket, PDF/A-3a and PDF/UA-1 with the values attached, and back;
- bare: ``HTML(string).write_pdf()`` in this process, with the same stylesheets parsed before, the same fonts and
  fetcher, one font configuration kept, the garbage collector as quiet as in the renderer; no tags, no PDF/A, nothing
  attached, and WeasyPrint's own line breaking.

The bare side starts from finished HTML, ours from the values. The goal is a ratio of 1.3 at most.
"""

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from partnerships.briefs.html import STYLESHEET, render_document
from partnerships.briefs.pdf.client import render_pdf
from partnerships.briefs.pdf.fonts import confine_fonts
from partnerships.languages import Language
from tests.factories.event_summary import event_summary

GOAL: Final = 1.3
_STARTING_SECONDS: Final = 60


def start_renderer(folder: Path) -> tuple[subprocess.Popen[bytes], Path]:
    """A renderer with one worker on a socket in ``folder``, ready to print."""
    path = folder / "renderer.sock"
    process = subprocess.Popen(
        [sys.executable, "-m", "partnerships.briefs.pdf.renderer", str(path), "--workers", "1"],
        cwd=Path(__file__).resolve().parent.parent,
    )
    until = time.monotonic() + _STARTING_SECONDS
    while not path.exists():
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            sys.exit("papers: the renderer did not start")
        time.sleep(0.05)
    return process, path


def make_bare() -> Callable[[str], bytes]:
    """Bare WeasyPrint, set up as well as it can be."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from partnerships.briefs.pdf.fetcher import PaperFetcher

    fetcher = PaperFetcher(STYLESHEET.parent)
    fonts = FontConfiguration()
    paper = STYLESHEET.with_name("briefs-paper.css")
    stylesheets = [CSS(path, font_config=fonts, url_fetcher=fetcher) for path in (STYLESHEET, paper)]

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


def compare(language: Language, rounds: int, renderer: Path, bare: Callable[[str], bytes]) -> float:
    """Print one line of the table; returns the ratio of the medians."""
    brief = event_summary(language)
    html = render_document(brief)

    def ours() -> bytes:
        return render_pdf(
            render_document(brief), values=brief.to_values(), name="event-summary", as_of=brief.as_of, renderer=renderer
        )

    # Once each outside the count: the templates, the fonts and the sizes of this paper are met for the first time.
    for _ in range(3):
        ours(), bare(html)
    pairs = [(milliseconds(ours), milliseconds(lambda: bare(html))) for _ in range(rounds)]
    ours_median, bare_median = (statistics.median(side) for side in zip(*pairs, strict=True))
    # Of each pair, then the middle one: what slows the machine for a while slows both of a pair.
    ratio: float = statistics.median(ours_once / bare_once for ours_once, bare_once in pairs)
    print(f"event summary, {language}: {ours_median:7.1f} {bare_median:7.1f} {ratio:6.2f}")
    return ratio


def main() -> None:
    """Measure both languages; ends with 1 when the goal is missed."""
    parser = argparse.ArgumentParser(description="Time a paper beside bare WeasyPrint.")
    parser.add_argument("--rounds", type=int, default=60)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(confine_fonts(folder))
        process, socket = start_renderer(folder)
        try:
            bare = make_bare()
            for language in Language:
                bare(render_document(event_summary(language)))
            gc.collect()
            gc.freeze()
            gc.set_threshold(20_000, 20, 20)
            print("medians in ms            ours    bare  ratio")
            ratios = [compare(language, rounds, socket, bare) for language in Language]
        finally:
            process.terminate()
            process.wait()
    met = max(ratios) <= GOAL
    print(f"goal {GOAL}: {'met' if met else 'missed'}")
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
