"""How set-up finds a Python, and what it says where there is none."""

import os
import subprocess
import sys
from pathlib import Path

from partnerships.config import ROOT


def find_python(**environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", str(ROOT / "tools" / "find-python.sh")],
        cwd=environ.pop("cwd", ROOT),
        env={"PATH": os.environ["PATH"], **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def pretend_python(folder: Path, name: str, version: str) -> Path:
    """A command that says it is a Python of ``version`` and fails at everything else, as one too old or bare does."""
    path = folder / name
    path.write_text(f'#!/bin/sh\ncase "$2" in *%d.%d*) echo {version} ;; *) exit 3 ;; esac\n')
    path.chmod(0o755)
    return path


def test_takes_the_python_that_is_named() -> None:
    assert find_python(PYTHON=sys.executable).stdout.strip() == sys.executable


def test_passes_over_one_that_is_too_old(tmp_path: Path) -> None:
    pretend_python(tmp_path, "python3.14", "3.9")
    usable = tmp_path / "python3.12"
    usable.symlink_to(sys.executable)

    found = find_python(PATH=f"{tmp_path}:{os.environ['PATH']}", cwd=str(tmp_path))

    assert found.stdout.strip() == str(usable)


def test_names_what_to_install_for_one_that_is_too_old(tmp_path: Path) -> None:
    old = pretend_python(tmp_path, "old", "3.9")

    said = find_python(PYTHON=str(old))

    assert said.returncode == 1
    assert f"{old} is 3.9" in said.stderr
    assert "apt-get install -y python3 python3-venv" in said.stderr


def test_names_the_package_that_makes_virtual_environments(tmp_path: Path) -> None:
    bare = pretend_python(tmp_path, "bare", "3.12")

    said = find_python(PYTHON=str(bare))

    assert said.returncode == 1
    assert "apt-get install -y python3.12-venv" in said.stderr
