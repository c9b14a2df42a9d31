"""Ways in from a terminal on the server."""

from urllib.parse import urlsplit

from flask import Flask

from partnerships.models.account import User
from tests.client import Client


def run(app: Flask, *words: str) -> tuple[int, str]:
    """Exit status and output of ``flask --app wsgi`` followed by ``words``."""
    result = app.test_cli_runner().invoke(args=list(words))
    return result.exit_code, result.output


def printed_link(output: str) -> str:
    """The one address that was printed."""
    (link,) = [word for word in output.split() if word.startswith("http")]
    return link


def test_the_first_administrators_link_is_printed_while_nobody_has_an_account(app: Flask, client: Client) -> None:
    status, output = run(app, "first-administrator")
    assert status == 0
    assert printed_link(output).startswith("http://127.0.0.1:8000/first-administrator/")
    client.get(urlsplit(printed_link(output)).path)
    _status, newer = run(app, "first-administrator", "--address", "https://desk.example/")
    assert printed_link(newer).startswith("https://desk.example/first-administrator/")
    client.get(urlsplit(printed_link(output)).path, status=410)


def test_it_is_refused_once_somebody_has_one(app: Flask, officer: User) -> None:
    status, output = run(app, "first-administrator")
    assert status == 1
    assert "http" not in output


def test_a_lost_password_is_replaced_from_the_server(app: Flask, client: Client, administrator: User) -> None:
    status, output = run(app, "password-link", "Administrator@seoul.example")
    assert status == 0
    client.get(urlsplit(printed_link(output)).path)
    status, output = run(app, "password-link", "nobody@seoul.example")
    assert status == 1 and "nobody@seoul.example" in output
