"""Checks the code without running it: `make check`, one line a check, two at a time; names as arguments choose some."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Check:
    """One check: its name, and the command that fails when it is not met."""

    name: str
    command: Sequence[str]


@dataclass(frozen=True)
class Outcome:
    """How a check went: seconds taken, exit status, and what it had to say."""

    check: Check
    seconds: float
    status: int
    output: str


# The slowest first, so that it does not run alone at the end.
CHECKS = (
    Check("types", (f"{BIN}/mypy", "--no-error-summary")),
    Check("templates", (f"{BIN}/djlint", "templates", "--lint", "--quiet")),
    Check("layers", (f"{BIN}/lint-imports",)),
    Check("translations", (sys.executable, "tools/translations.py", "check")),
    Check("lint", (f"{BIN}/ruff", "check", "--quiet")),
    Check("format", (f"{BIN}/ruff", "format", "--check", "--quiet")),
)


def carry_out(check: Check) -> Outcome:
    """Run one check."""
    started = time.monotonic()
    ended = subprocess.run(
        check.command,
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(check, time.monotonic() - started, ended.returncode, ended.stdout.strip())


def chosen(names: Sequence[str]) -> list[Check]:
    """The checks named, or all; ends the program on a name that there is not."""
    known = {check.name: check for check in CHECKS}
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"No such check: {', '.join(unknown)}. There are: {', '.join(known)}.")
    return [known[name] for name in names] if names else list(CHECKS)


def main(names: Sequence[str]) -> int:
    """Run the checks and print how each went; 1 when any failed."""
    failed = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for outcome in pool.map(carry_out, chosen(names)):
            verdict = "ok" if outcome.status == 0 else "FAILED"
            print(f"  {outcome.check.name:<14}{verdict:<8}{outcome.seconds:6.1f} s", flush=True)
            if outcome.status != 0:
                failed.append(outcome.check.name)
                print(f"\n{outcome.output}\n", flush=True)
    if failed:
        print(f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
