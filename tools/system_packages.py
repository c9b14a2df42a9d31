"""Finds, and where it may installs, the system packages that pip and npm cannot bring: Pango, Chromium, Java, …"""

import ctypes
import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

CHROMES = ("chromium", "google-chrome-stable", "google-chrome", "chromium-browser", "chrome")
DEJAVU = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
    "/usr/share/fonts/TTF/DejaVuSans.ttf",
)
CHROME_FILE = "/tmp/chrome.deb"
SNAP_NOTE = """
Ubuntu's chromium package is a stub for a snap, which browser tests cannot use; the command installs Google Chrome.
Any other Chromium or Chrome will do as well: make test CHROME_PATH=/path/to/it
"""
GOOGLE_CHROME = "https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb"


class MissingError(Exception):
    """Something must be installed by hand; the message says how."""


@dataclass(frozen=True)
class Need:
    """One thing the system must have: how Debian calls its package, and how to see that it is there."""

    package: str
    present: Callable[[], bool]


def library(name: str) -> Callable[[], bool]:
    """Whether the dynamic linker finds the library ``name``."""

    def present() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return present


def commands(*names: str) -> Callable[[], bool]:
    """Whether every one of the commands is on the path."""
    return lambda: all(shutil.which(name) for name in names)


def any_file(*paths: str) -> Callable[[], bool]:
    """Whether one of the files is there."""
    return lambda: any(Path(path).is_file() for path in paths)


def is_snap_stub(path: str) -> bool:
    """Whether a browser is Ubuntu's stub, which only asks for a snap that servers and containers cannot run."""
    real = os.path.realpath(path)
    if "/snap" in real or real == "/usr/bin/snap":
        return True
    with Path(real).open("rb") as file:
        start = file.read(4096)
    return start.startswith(b"#!") and b"/snap/" in start


def find_chrome() -> str | None:
    """The browser for tests: `CHROME_PATH`, else the first of Chromium and Chrome on the path that is no snap."""
    given = os.environ.get("CHROME_PATH")
    if given:
        if not os.access(given, os.X_OK):
            raise MissingError(f"CHROME_PATH is {given}, which is not there or cannot be run.")
        return given
    found = (shutil.which(name) for name in CHROMES)
    return next((path for path in found if path and not is_snap_stub(path)), None)


def java_package() -> str:
    """Java 17 where the distribution has it, else its newer default."""
    if apt_knows("openjdk-17-jdk-headless"):
        return "openjdk-17-jdk-headless"
    release = os_release()
    newer = release.get("ID") == "debian" and release.get("VERSION_ID", "12") not in {"11", "12"}
    return "default-jdk-headless" if newer or apt_knows("default-jdk-headless") else "openjdk-17-jdk-headless"


RUN = (
    Need("libpango-1.0-0", library("libpango-1.0.so.0")),
    Need("libpangoft2-1.0-0", library("libpangoft2-1.0.so.0")),
    Need("libharfbuzz-subset0", library("libharfbuzz-subset.so.0")),
    Need("fonts-dejavu-core", any_file(*DEJAVU)),
)
TEST = (
    *RUN,
    Need("chromium", lambda: find_chrome() is not None),
    Need("java", commands("java", "javac")),
    Need("libjaxb-java", any_file("/usr/share/java/jaxb-runtime.jar")),
    Need("poppler-utils", commands("pdftotext", "pdftoppm")),
)


def os_release() -> dict[str, str]:
    """What the system says of itself."""
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def apt_knows(package: str) -> bool:
    """Whether apt could install ``package``, as far as it has been told of what there is."""
    if not shutil.which("apt-cache"):
        return False
    shown = subprocess.run(["apt-cache", "show", package], capture_output=True, text=True, check=False)
    return shown.returncode == 0 and "Package:" in shown.stdout


def missing(needs: Iterable[Need]) -> list[str]:
    """Debian's names of the packages that are not there."""
    return [need.package for need in needs if not need.present()]


def install(needs: tuple[Need, ...], run: Callable[[list[str]], None]) -> list[str]:
    """Install what is missing of ``needs`` and return what that was; ``run`` executes one command.

    Raises :class:`MissingError`, with the one command to type, where this may not install or installing did not help.
    """
    wanted = missing(needs)
    if not wanted:
        return []
    apt = shutil.which("apt-get")
    if apt is None:
        raise MissingError(
            f"Missing on this system: {' '.join(wanted)} (names as in Debian).\n"
            "Install what your system calls them, then run this again."
        )
    if os.geteuid() != 0:
        raise MissingError(by_hand(wanted))
    run([apt, "update", "-q"])
    packages = debian_names(wanted)
    if packages:
        run([apt, "-o", "DPkg::Lock::Timeout=300", "install", "-q", "-y", "--no-install-recommends", *packages])
    still = missing(needs)
    if still:
        raise MissingError(by_hand(still))
    return wanted


def chromium_is_a_snap() -> bool:
    """Whether this distribution's package of Chromium is Ubuntu's stub."""
    return os_release().get("ID") == "ubuntu"


def debian_names(wanted: Iterable[str]) -> list[str]:
    """The packages to name to apt: Java as there is, and no Chromium where that is a stub."""
    names = [java_package() if name == "java" else name for name in wanted]
    return [name for name in names if not (name == "chromium" and chromium_is_a_snap())]


def by_hand(wanted: list[str]) -> str:
    """What a person without root reads: one complete command, and after it this one again."""
    names = debian_names(wanted)
    steps = ["apt-get update"]
    note = ""
    if "chromium" in wanted and chromium_is_a_snap():
        names = [CHROME_FILE, *names]
        steps += ["apt-get install -y curl", f"curl -fLo {CHROME_FILE} {GOOGLE_CHROME}"]
        note = SNAP_NOTE
    line = " && ".join([*steps, f"apt-get install -y --no-install-recommends {' '.join(names)}"])
    if os.geteuid() != 0:
        line = f"sudo sh -c '{line}'" if shutil.which("sudo") else f"su -c '{line}'"
    return f"Missing here: {' '.join(wanted)}. Install with this command, then run the same again:\n\n  {line}\n{note}"
