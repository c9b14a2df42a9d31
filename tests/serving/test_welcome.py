"""What `make run` prints once all is ready."""

from pathlib import Path

from partnerships.cli.welcome import welcome


def test_shows_address_sign_ins_and_first_brief(tmp_path: Path) -> None:
    (tmp_path / "demo-sign-ins.txt").write_text("officer\tofficer@example.org\tbirch-lake-42\n")

    text = welcome(tmp_path, "http://127.0.0.1:8000")

    assert "http://127.0.0.1:8000" in text
    assert "officer@example.org" in text
    assert "birch-lake-42" in text
    assert "http://127.0.0.1:8000/visits/VIS-2013-001" in text


def test_shows_the_address_alone_without_a_demo(tmp_path: Path) -> None:
    text = welcome(tmp_path, "http://127.0.0.1:8000")

    assert "http://127.0.0.1:8000" in text
    assert "sign-in" not in text
