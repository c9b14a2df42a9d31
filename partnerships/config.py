"""Typed settings, read from the environment once; `docs/settings.md` lists each variable."""

import contextlib
import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Self

from partnerships.languages import DEFAULT_LANGUAGE

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Setting:
    """One environment variable as the table of settings shows it."""

    name: str
    default: str
    meaning: str


SETTINGS: tuple[Setting, ...] = (
    Setting("DATABASE_URL", "SQLite in instance/", "Where records are kept: `sqlite:///…` or `postgresql://…`."),
    Setting("INSTANCE_PATH", "instance/", "This installation's own data: database, files, issued briefs, secret key."),
    Setting(
        "SECRET_KEY", "made once, kept in instance/secret-key", "Signs sessions and forms; at least 32 characters."
    ),
    Setting("HOST", "127.0.0.1", "Address that the server listens at."),
    Setting("PORT", "8000", "Port that the server listens at."),
    Setting("WEB_WORKERS", "1", "Web processes."),
    Setting("WEB_THREADS", "8", "Requests that each web process serves at once."),
    Setting("RENDERER_WORKERS", "1", "Papers that are rendered at once."),
    Setting("FORWARDED_ALLOW_IPS", "127.0.0.1", "Proxies whose X-Forwarded headers are believed."),
    Setting("HTTPS", "0", "1 behind HTTPS: session cookies are then sent over HTTPS only, and HSTS is announced."),
    Setting("HOME_ZONE", "Asia/Seoul", "IANA time zone of the home city: what “today” means."),
    Setting("UPLOAD_LIMIT_MB", "50", "Largest file that may be attached, in MiB."),
    Setting("VISIT_REPORT_DAYS", "30", "Days after a visit's end within which its report is due."),
    Setting("PERSONAL_DATA_DAYS", "180", "Days after a visit's end at which needs, arrivals and hotels are erased."),
    Setting(
        "GIFT_DECLARATION",
        "KRW 100000, USD 100",
        "Values from which a gift received is to be declared, by currency; `none` for no such rule.",
    ),
    Setting("DEMO", "1", "0: `make run` starts empty and prints a link for creating the administrator."),
)


@dataclass(frozen=True)
class Settings:
    """The settings of one running installation."""

    database_url: str
    instance_path: Path
    secret_key: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    web_workers: int = 1
    web_threads: int = 8
    renderer_workers: int = 1
    https: bool = False
    home_zone: str = "Asia/Seoul"
    upload_limit: int = 50 * 1024 * 1024
    visit_report_days: int = 30
    personal_data_days: int = 180
    gift_declaration: Mapping[str, Decimal] = field(default_factory=lambda: _limits("KRW 100000, USD 100"))
    demo: bool = True

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read every variable of :data:`SETTINGS`; raise ``ValueError`` naming the one that cannot be read."""
        instance = Path(environ.get("INSTANCE_PATH") or ROOT / "instance").resolve()
        instance.mkdir(parents=True, exist_ok=True)
        return cls(
            database_url=environ.get("DATABASE_URL") or f"sqlite:///{instance / 'partnerships.sqlite3'}",
            instance_path=instance,
            secret_key=_secret_key(environ, instance),
            host=environ.get("HOST") or cls.host,
            port=_number(environ, "PORT", cls.port),
            web_workers=_number(environ, "WEB_WORKERS", cls.web_workers),
            web_threads=_number(environ, "WEB_THREADS", cls.web_threads),
            renderer_workers=_number(environ, "RENDERER_WORKERS", cls.renderer_workers),
            https=_switch(environ, "HTTPS", cls.https),
            home_zone=environ.get("HOME_ZONE") or cls.home_zone,
            upload_limit=_number(environ, "UPLOAD_LIMIT_MB", 50) * 1024 * 1024,
            visit_report_days=_number(environ, "VISIT_REPORT_DAYS", cls.visit_report_days),
            personal_data_days=_number(environ, "PERSONAL_DATA_DAYS", cls.personal_data_days),
            gift_declaration=_limits(environ.get("GIFT_DECLARATION") or "KRW 100000, USD 100"),
            demo=_switch(environ, "DEMO", cls.demo),
        )

    def flask_config(self) -> dict[str, object]:
        """What Flask and its extensions read of the settings."""
        return {
            "SETTINGS": self,
            "SECRET_KEY": self.secret_key,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "BABEL_DEFAULT_LOCALE": DEFAULT_LANGUAGE,
            "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "partnerships" / "translations"),
            "MAX_CONTENT_LENGTH": self.upload_limit + 1024 * 1024,
            "MAX_FORM_MEMORY_SIZE": 4 * 1024 * 1024,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_COOKIE_SECURE": self.https,
            "WTF_CSRF_TIME_LIMIT": None,  # as long as the sign-in: a form may lie open over lunch
            "TEMPLATES_AUTO_RELOAD": False,
        }

    @property
    def renderer_socket(self) -> Path:
        return self.instance_path / "renderer.sock"

    @property
    def file_store(self) -> Path:
        return self.instance_path / "files"


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name, "")
    if not text:
        return default
    if not text.isdecimal():
        raise ValueError(f"{name} must be a whole number, not {text!r}.")
    return int(text)


_LIMIT = re.compile(r"([A-Z]{3}) +([0-9]{1,12}(?:\.[0-9]{1,2})?)")


def _limits(text: str) -> Mapping[str, Decimal]:
    """``KRW 100000, USD 100`` as {currency: amount}; ``none`` as nothing."""
    if text.strip().lower() == "none":
        return {}
    limits = {}
    for one in text.split(","):
        parts = _LIMIT.fullmatch(one.strip())
        if parts is None or not Decimal(parts[2]):
            raise ValueError(f"GIFT_DECLARATION must read like “KRW 100000, USD 100”, not {text!r}.")
        limits[parts[1]] = Decimal(parts[2])
    return limits


def _switch(environ: Mapping[str, str], name: str, default: bool) -> bool:
    text = environ.get(name, "").lower()
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    if text:
        raise ValueError(f"{name} must be 1 or 0, not {text!r}.")
    return default


def _secret_key(environ: Mapping[str, str], instance: Path) -> str:
    """The key given, else the one made at first start and kept so that sessions outlive a restart."""
    given = environ.get("SECRET_KEY")
    if given:
        if len(given) < 32:
            raise ValueError("SECRET_KEY must have at least 32 characters.")
        return given
    kept = instance / "secret-key"
    if not kept.exists():
        # Written aside and linked into place: two processes that start together agree on the key of the first one.
        handle, written = tempfile.mkstemp(dir=instance, prefix=".secret-key-")
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(written, kept)
        Path(written).unlink()
    return kept.read_text().strip()
