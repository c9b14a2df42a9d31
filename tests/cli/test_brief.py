"""Papers from a terminal."""

from pathlib import Path

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.models.account import User
from partnerships.models.brief import Brief
from partnerships.models.city import City
from tests.factories.visit import make_item, make_visit


def run(app: Flask, *words: str) -> tuple[int, str]:
    """Exit status and output of ``flask --app wsgi brief event-summary`` followed by ``words``."""
    result = app.test_cli_runner().invoke(args=["brief", "event-summary", *words])
    return result.exit_code, result.output


def test_a_draft_is_written(app: Flask, home: City, tmp_path: Path, session: Session) -> None:
    make_item(make_visit(home), 1)
    output = tmp_path / "draft.pdf"
    status, told = run(app, "VIS-2013-001/1", "--language", "en", "--output", str(output))
    assert (status, output.read_bytes()[:5]) == (0, b"%PDF-"), told
    assert session.scalars(select(Brief)).all() == []


def test_an_issued_one_bears_a_name(app: Flask, home: City, officer: User, tmp_path: Path, session: Session) -> None:
    make_item(make_visit(home), 1)
    output = tmp_path / "issued.pdf"
    status, told = run(app, "VIS-2013-001/1", "--output", str(output), "--issue")
    assert status == 2
    assert "--as" in told
    status, told = run(app, "VIS-2013-001/1", "--output", str(output), "--issue", "--as", officer.email)
    assert status == 0, told
    brief = session.scalars(select(Brief)).one()
    assert (brief.issued_by_id, brief.size) == (officer.id, output.stat().st_size)


def test_what_does_not_exist_is_told(app: Flask, home: City, tmp_path: Path) -> None:
    status, told = run(app, "VIS-1999-001/7", "--output", str(tmp_path / "none.pdf"))
    assert (status, told) == (1, "Error: There is no such record.\n")
    status, told = run(app, "VIS-1999-001/7", "--output", "/no/such/folder/none.pdf")
    assert (status, "There is no folder" in told) == (2, True)
    status, told = run(app, "VIS-1999-001", "--output", str(tmp_path / "none.pdf"))
    assert status == 2


def test_a_visit_book_names_its_visit_alone(app: Flask, home: City, tmp_path: Path) -> None:
    make_item(make_visit(home), 1)
    output = tmp_path / "book.pdf"
    words = ("--language", "ko", "--output", str(output))
    result = app.test_cli_runner().invoke(args=["brief", "visit-book", "VIS-2013-001", *words])
    assert (result.exit_code, output.read_bytes()[:5]) == (0, b"%PDF-"), result.output
    refused = app.test_cli_runner().invoke(args=["brief", "visit-book", "VIS-2013-001/1", *words])
    assert refused.exit_code == 2
