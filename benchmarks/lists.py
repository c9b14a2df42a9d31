"""How long lists, records and the board take on a whole association's records, beside Django admin on the same tables.

``python -m benchmarks.lists`` prints medians in milliseconds and the median ratio of the pairs for each page.
``PAIRS=FILE.csv`` names the list of pairs to load (see ``flask --app wsgi load-pairs --help``); without it one of the
same size is made up. `benchmarks/README.md` says what is compared and how.
"""

import argparse
import os
import statistics
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.scale.installation import EMAIL, PASSWORD, installation_for
from benchmarks.scale.pairs import write_pairs
from benchmarks.scale.serving import Browser, served
from partnerships.config import ROOT, Settings

GOAL: Final = 1.0
_FOLDER: Final = ROOT / ".setup" / "bench"
_REQUIREMENTS: Final = Path(__file__).with_name("requirements.txt")


@dataclass(frozen=True)
class Question:
    """One page on both sides; ``least`` is what each must show at least: rows of a list, or the record's number."""

    name: str
    ours: str
    django: str
    ours_shows: tuple[str, int]
    django_shows: tuple[str, int]


# A row of each side's list.
_OUR_ROW: Final = '<th scope="row"'
_DJANGO_ROW: Final = 'class="action-select"'
_FIFTY: Final = ((_OUR_ROW, 50), (_DJANGO_ROW, 50))


def questions(tie: str, tie_id: int, agreement: str) -> list[Question]:
    """The pages that are compared; ``tie`` and ``agreement`` are the records of the record pages."""
    ties, agreements, promises = (f"/admin/records/{one}/" for one in ("partnership", "agreement", "commitment"))
    return [
        Question("ties", "/partnerships?home=all", ties, *_FIFTY),
        Question(
            "ties, filtered",
            "/partnerships?home=all&country=FR&tier=friendship",
            f"{ties}?partner__country=FR&tier__exact=friendship",
            *_FIFTY,
        ),
        Question("ties, searched", "/partnerships?home=all&q=san", f"{ties}?q=san", *_FIFTY),
        Question("ties, page 500", "/partnerships?home=all&page=500", f"{ties}?p=500", *_FIFTY),
        Question("agreements", "/agreements?home=all", agreements, *_FIFTY),
        Question("a tie", f"/partnerships/{tie}", f"{ties}{tie_id}/change/", (tie, 1), (tie, 1)),
        Question(
            "an agreement", f"/agreements/{agreement}", f"{agreements}{tie_id}/change/", (agreement, 1), (agreement, 1)
        ),
        Question("commitments", "/commitments?home=all", promises, *_FIFTY),
        Question("board", "/commitments/board", promises, ("/agreements/AGR-", 20), (_DJANGO_ROW, 50)),
    ]


def measure(question: Question, ours: Browser, django: Browser, rounds: int) -> float:
    """Print one line of the table; returns the ratio."""
    for browser, path, (sign, least) in (
        (ours, question.ours, question.ours_shows),
        (django, question.django, question.django_shows),
    ):
        shown = browser.get(path).count(sign)
        if shown < least:
            sys.exit(f"lists: {path} shows {shown} times {sign!r}, not {least}")
        for _ in range(4):
            browser.get(path)
    # In turn, so that whatever slows the machine slows both; who goes first changes, so that neither always follows.
    pairs = []
    for number in range(rounds):
        if number % 2:
            theirs_once, ours_once = django.seconds(question.django), ours.seconds(question.ours)
        else:
            ours_once, theirs_once = ours.seconds(question.ours), django.seconds(question.django)
        pairs.append((ours_once, theirs_once))
    ours_median, django_median = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    ratio = statistics.median(ours_once / theirs_once for ours_once, theirs_once in pairs)
    print(f"{question.name:<18} {ours_median:9.1f} {django_median:9.1f} {ratio:7.2f}", flush=True)
    return ratio


def chosen_pairs() -> Path:
    """The list of pairs that ``PAIRS`` names, else one made up."""
    if given := os.environ.get("PAIRS"):
        return Path(given).resolve()
    path = _FOLDER / "pairs.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_pairs(path)
    return path


def fetch_django() -> Path:
    """A folder with Django in it, outside of the environment that the product runs in."""
    folder = _FOLDER / "django"
    made = folder / "made-from"
    wanted = _REQUIREMENTS.read_text()
    if not (made.exists() and made.read_text() == wanted):
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--upgrade",
        ]
        subprocess.run([*pip, "--require-hashes", "--target", str(folder), "-r", str(_REQUIREMENTS)], check=True)
        made.write_text(wanted)
    return folder


def prepare_django(settings: Settings) -> dict[str, str]:
    """What Django's processes need in their environment; its own tables are made beside ours."""
    environ = {
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(fetch_django())]),
        "BENCH_DATABASE": settings.database_url.removeprefix("sqlite:///"),
        "DJANGO_SETTINGS_MODULE": "benchmarks.django_admin.settings",
    }
    command = [sys.executable, "-m", "benchmarks.django_admin.prepare", EMAIL, PASSWORD]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **environ})
    return environ


def record_to_ask_for(settings: Settings) -> tuple[str, int, str]:
    """A tie, its id, and the agreement made for it: one with commitments."""
    import sqlite3

    with sqlite3.connect(settings.database_url.removeprefix("sqlite:///")) as connection:
        row: tuple[str, int, str] = connection.execute(
            "SELECT p.reference, p.id, a.reference FROM partnerships p JOIN agreements a ON a.id = p.id"
            " WHERE p.id = 12345"
        ).fetchone()
    return row


def main() -> None:
    """Measure every page; ends with 1 when any is slower than its peer."""
    parser = argparse.ArgumentParser(description="Time lists and records beside Django admin.")
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    settings = installation_for(chosen_pairs(), _FOLDER / "lists")
    environ = prepare_django(settings)
    own = {"INSTANCE_PATH": str(settings.instance_path), "DATABASE_URL": settings.database_url}
    with ExitStack() as stack:
        our_port = stack.enter_context(served("wsgi:app", own, _FOLDER / "ours.log"))
        django_port = stack.enter_context(
            served("benchmarks.django_admin.wsgi:application", environ, _FOLDER / "django.log")
        )
        ours, django = Browser(our_port), Browser(django_port)
        ours.sign_in("/sign-in", "csrf_token", email=EMAIL, password=PASSWORD)
        django.sign_in("/admin/login/?next=/admin/", "csrfmiddlewaretoken", username=EMAIL, password=PASSWORD)
        print(f"{'medians in ms':<18} {'ours':>9} {'Django':>9} {'ratio':>7}")
        ratios = [measure(each, ours, django, rounds) for each in questions(*record_to_ask_for(settings))]
    met = max(ratios) <= GOAL
    print(f"goal {GOAL} on every page: {'met' if met else 'missed'}")
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
