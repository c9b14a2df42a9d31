"""``python -m benchmarks [PART …] [NAME=VALUE …]``: runs every measurement, or those named; ends with 1 when one fails.

``NAME=VALUE`` goes into the environment of the measurements: ``PAIRS=list.csv``.
"""

import os
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run each part in a process of its own, so that none inherits what another has warmed up."""
    folder = Path(__file__).resolve().parent
    parts = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    settings = dict(word.split("=", 1) for word in sys.argv[1:] if "=" in word)
    chosen = [word for word in sys.argv[1:] if "=" not in word] or parts
    unknown = set(chosen) - set(parts)
    if unknown:
        sys.exit(f"benchmarks: no {', '.join(sorted(unknown))}; there is {', '.join(parts)}")
    environ = {**os.environ, **settings}
    runs = [subprocess.run([sys.executable, "-m", f"benchmarks.{part}"], env=environ, check=False) for part in chosen]
    return max(run.returncode for run in runs)


if __name__ == "__main__":
    sys.exit(main())
