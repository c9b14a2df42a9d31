"""gunicorn's settings: the web half of what `partnerships.cli.serve` starts.

gunicorn executes this file by its path in its master process, which therefore stays free of the application; only the
worker loads that.
"""

import gc
import logging
import os
import re
import select
from collections.abc import Callable, Iterable
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any, Protocol
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

ROOT = Path(__file__).resolve().parents[2]
BUILT_ASSETS = ROOT / "static" / "dist"
# esbuild puts a hash of the contents into each name, so that a file under such a name never changes.
HASHED_NAME = r"-[0-9A-Za-z]{8,}\.[a-z0-9.]+$"
# Links that let somebody in once: whoever reads the log must not be able to use them.
SECRET_LINK = re.compile(r"^(/(?:first-administrator|set-password)/).+")


class Worker(Protocol):
    """What the hooks below use of a gunicorn worker."""

    wsgi: WSGIApplication
    alive: bool

    def notify(self) -> None:
        """Tell gunicorn that the worker lives."""


workers = int(os.environ.get("WEB_WORKERS") or 1)
threads = int(os.environ.get("WEB_THREADS") or 8)
worker_class = "gthread"
# A paper may take the renderer its 20 seconds; nothing else comes near this.
timeout = 60
graceful_timeout = 20
# Longer than the pause of an officer who moves between pages, and than the usual idle time of a proxy's upstream pool.
keepalive = 65
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS") or "127.0.0.1,::1"
# Workers prove their life by touching a file: in memory, where there is such a place, so that a slow disk kills nobody.
shared_memory = "/dev/shm"  # noqa: S108 — gunicorn makes an unnamed file there.
worker_tmp_dir = shared_memory if os.access(shared_memory, os.W_OK) else None
control_socket_disable = True
proc_name = "partnerships"
loglevel = "warning"
accesslog = "-"
# The path without its query: searches hold people's names.
access_log_format = '%(h)s %(t)s "%(m)s %(U)s" %(s)s %(B)s bytes %(M)s ms'


def worth_logging(record: logging.LogRecord) -> bool:
    """Whether an access is more than the monitor's question or a part of a page; a link's secret is taken out of it."""
    atoms: Any = record.args
    path = str(atoms["U"])
    atoms["U"] = SECRET_LINK.sub(r"\1…", path)
    return path != "/health" and not path.startswith("/static/")


def post_fork(_server: object, _worker: Worker) -> None:
    """Keep the access log readable."""
    logging.getLogger("gunicorn.access").addFilter(worth_logging)


def post_worker_init(worker: Worker) -> None:
    """Put what stands in front of the application there, settle the memory, and report that requests may come."""
    worker.wsgi = with_built_assets(behind_proxies(worker.wsgi, forwarded_allow_ips))
    # What was loaded stays for good: collecting it again and again is what made slow pages slow.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20000, 20, 50)
    wait_at_gate(worker)
    ready = os.environ.get("SERVE_READY_FD")
    if ready:
        os.write(int(ready), b"1")


def wait_at_gate(worker: Worker) -> None:
    """Wait until the supervisor closes its end of the gate: the database is then prepared."""
    gate = os.environ.get("SERVE_GATE_FD")
    while gate and worker.alive and not select.select([int(gate)], [], [], 1.0)[0]:
        worker.notify()


def with_built_assets(application: WSGIApplication) -> WSGIApplication:
    """``application`` behind WhiteNoise, which answers for `/static/dist/` with compressed files that browsers keep."""
    from whitenoise import WhiteNoise

    def add_headers(headers: Any, _path: str, _url: str) -> None:
        headers["X-Content-Type-Options"] = "nosniff"

    wrap: Callable[..., WSGIApplication] = WhiteNoise
    return wrap(
        application,
        root=str(BUILT_ASSETS),
        prefix="static/dist/",
        immutable_file_test=HASHED_NAME,
        add_headers_function=add_headers,
        allow_all_origins=False,
    )


def behind_proxies(application: WSGIApplication, trusted: str) -> WSGIApplication:
    """``application`` told of the caller's own address and scheme where a proxy among ``trusted`` forwards the request.

    ``trusted`` holds addresses and networks with commas between them, or `*` for any. From anybody else the headers are
    left unread, so that nobody escapes the limit on failed sign-ins by inventing addresses.
    """
    from werkzeug.middleware.proxy_fix import ProxyFix

    networks = [] if trusted == "*" else [ip_network(part.strip(), strict=False) for part in trusted.split(",")]
    forwarded = ProxyFix(application, x_for=1, x_proto=1)

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        # A proxy that comes by a Unix socket has no address, and only this machine can be at its other end.
        caller = environ.get("REMOTE_ADDR") or "127.0.0.1"
        believed = trusted == "*" or any(ip_address(caller) in network for network in networks)
        return forwarded(environ, start_response) if believed else application(environ, start_response)

    return serve
