"""The daily run: once when serving begins, once on each new day, and again later when it failed."""

import os
import sys
import time
from datetime import date

from partnerships.cli.child import Child
from partnerships.cli.daily_run import DailyRun

ENVIRON = dict(os.environ)


def _run(code: str) -> DailyRun:
    return DailyRun(Child("daily run", (sys.executable, "-c", code)), "Asia/Seoul")


def _wait_until_ended(daily: DailyRun) -> None:
    assert daily.child.process is not None
    daily.child.process.wait(60)


def test_it_runs_once_a_day() -> None:
    daily = _run("pass")
    assert daily.keep_up(ENVIRON) is None
    first = daily.child.process
    assert first is not None
    assert daily.keep_up(ENVIRON) is None
    assert daily.child.process in (first, None)
    assert first.wait(60) == 0
    assert daily.keep_up(ENVIRON) is None
    assert daily.child.process is None
    daily.done = date(2026, 1, 1)
    assert daily.keep_up(ENVIRON) is None
    assert daily.child.process is not None
    _wait_until_ended(daily)


def test_a_run_that_failed_is_told_and_tried_again() -> None:
    daily = _run("raise SystemExit(1)")
    daily.keep_up(ENVIRON)
    _wait_until_ended(daily)
    told = daily.keep_up(ENVIRON)
    assert told is not None and "status 1" in told
    assert daily.child.process is None and daily.child.due is not None
    daily.child.due = time.monotonic()
    assert daily.keep_up(ENVIRON) is None
    assert daily.child.process is not None
    _wait_until_ended(daily)
