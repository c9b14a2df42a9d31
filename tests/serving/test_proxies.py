"""Whose word is taken for the caller's address."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from partnerships.cli.gunicorn_settings import behind_proxies


def caller_seen(trusted: str, peer: str) -> tuple[str, str]:
    """Address and scheme that the application sees when ``peer`` forwards a request of 203.0.113.9 made over HTTPS."""
    seen: list[tuple[str, str]] = []

    def application(environ: WSGIEnvironment, _start: StartResponse) -> Iterable[bytes]:
        seen.append((environ["REMOTE_ADDR"], environ["wsgi.url_scheme"]))
        return []

    environ: WSGIEnvironment = {
        "REMOTE_ADDR": peer,
        "HTTP_X_FORWARDED_FOR": "203.0.113.9",
        "HTTP_X_FORWARDED_PROTO": "https",
        "wsgi.url_scheme": "http",
    }
    behind_proxies(application, trusted)(environ, lambda *_: lambda _: None)
    return seen[0]


@pytest.mark.parametrize(
    ("trusted", "peer"),
    [("127.0.0.1,::1", "127.0.0.1"), ("10.0.0.0/8", "10.1.2.3"), ("*", "192.0.2.4"), ("127.0.0.1", "")],
)
def test_a_trusted_proxy_is_believed(trusted: str, peer: str) -> None:
    assert caller_seen(trusted, peer) == ("203.0.113.9", "https")


@pytest.mark.parametrize(("trusted", "peer"), [("127.0.0.1,::1", "192.0.2.4"), ("10.0.0.0/8", "11.0.0.1")])
def test_nobody_else_is(trusted: str, peer: str) -> None:
    assert caller_seen(trusted, peer) == (peer, "http")
