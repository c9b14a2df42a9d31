"""The daily run beside the web server: once when serving begins, and again on each new day of the home city."""

import time
from datetime import date

from partnerships.adapters.clock import today_in
from partnerships.cli.child import Child

RETRY_SECONDS = 3600.0


class DailyRun:
    """Starts ``child`` on each new day in ``zone``; a run that fails is told and tried again an hour later."""

    def __init__(self, child: Child, zone: str) -> None:
        self.child = child
        self.zone = zone
        self.done: date | None = None

    def keep_up(self, environ: dict[str, str]) -> str | None:
        """Start or mend what is due; returns what to tell the operator, if anything.

        To be asked at least once a minute: the day is read off the clock each time, so that a machine that slept
        through midnight is none the worse for it.
        """
        problem = None
        status = self.child.ended()
        if status:
            self.child.due = time.monotonic() + RETRY_SECONDS
            problem = f"the {self.child.name} failed (status {status}); trying again in an hour"
        today = today_in(self.zone)
        is_due = self.child.due is not None and time.monotonic() >= self.child.due
        if self.child.process is None and (today != self.done or is_due):
            self.done = today
            self.child.start(environ)
        return problem
