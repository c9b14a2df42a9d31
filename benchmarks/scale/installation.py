"""Fills an installation: a list of pairs through `load-pairs`, and made-up papers and promises on top of its ties.

The papers are inserted directly, without commands and without the audit trail: they are there to be counted, sorted
and shown. All of it follows from the ids of the ties, so that every machine measures the same records.
"""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Connection, Table, insert, select, text

from partnerships import create_app
from partnerships.adapters.clock import utc_now
from partnerships.commands.account import open_account
from partnerships.commands.city import record_city
from partnerships.commands.pairs import Standing
from partnerships.config import ROOT, Settings
from partnerships.demo.areas import load_areas
from partnerships.extensions import db
from partnerships.models.account import Role
from partnerships.models.agreement import (
    Agreement,
    AgreementKind,
    AgreementParty,
    AgreementStatus,
    Cadence,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Evidence,
    RenewalKind,
    TermKind,
)
from partnerships.models.agreement.agreement import agreement_areas, agreement_partnerships
from partnerships.models.agreement.commitment import commitment_areas
from partnerships.models.base import Disclosure
from partnerships.models.city import City, CityLevel
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.partnership import FoundingClaim, Partnership, Tier, TieStatus
from partnerships.models.reference import ReferenceCounter
from partnerships.models.side import Side
from partnerships.permissions import SYSTEM
from partnerships.transfer.pairs import load_list

EMAIL: Final = "coordinator@bench.example"
PASSWORD: Final = "measured beside its peers"
COMMITMENTS_EACH: Final = 4
COMMITMENTS: Final = 100_000
_AT_ONCE: Final = 2_000
_KINDS: Final = list(AgreementKind)
_STATUSES: Final = (*[AgreementStatus.IN_FORCE] * 6, *[AgreementStatus.SIGNED] * 2, *AgreementStatus)
_DONE: Final = (CommitmentStatus.OPEN, CommitmentStatus.OPEN, CommitmentStatus.UNDER_WAY, CommitmentStatus.FULFILLED)
_ROOTS: Final = (ROOT / "partnerships" / "migrations" / "versions", Path(__file__).parent)


def installation_for(pairs: Path, folder: Path, url: str | None = None) -> Settings:
    """The settings of an installation in ``folder`` filled from ``pairs``; made anew unless it is just that already.

    ``url`` names another database than a SQLite file in that folder; it is taken to be empty and is always filled.
    """
    key = _digest(pairs)
    made = folder / "made-from"
    settings = Settings(
        database_url=url or f"sqlite:///{folder / 'partnerships.sqlite3'}",
        instance_path=folder,
        secret_key="only-for-measuring-and-known-to-all",
    )
    if url is None and made.exists() and made.read_text() == key:
        return settings
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fill(settings, pairs)
    made.write_text(key)
    return settings


def fill(settings: Settings, pairs: Path) -> None:
    """Make the tables, load the pairs, and put papers and promises on top."""
    app = create_app(settings)
    with app.app_context():
        _begin(app)
        for progress in load_list(SYSTEM, pairs, Standing()):
            print(f"\r  loading pairs {progress.share:4.0%}", end="", flush=True)
        print("\r  adding agreements, commitments", flush=True)
        with db.engine.begin() as connection:
            _add_papers(connection)
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            # As a database in daily use knows its tables.
            connection.execute(text("ANALYZE"))
        db.session.remove()
        db.engine.dispose()


def _begin(app: Flask) -> None:
    upgrade(directory=str(ROOT / "partnerships" / "migrations"))
    seoul = record_city(
        SYSTEM,
        name_ko="서울특별시",
        name_en="Seoul",
        country="KR",
        level=CityLevel.METROPOLITAN,
        is_home=True,
        disclosure=Disclosure.PUBLIC,
    )
    office = {"role": Role.COORDINATOR, "is_administrator": True, "homes": [seoul]}
    open_account(SYSTEM, email=EMAIL, name="박총괄", password=PASSWORD, **office)
    load_areas()


def _add_papers(connection: Connection) -> None:
    areas = list(connection.scalars(select(CooperationArea.id).order_by(CooperationArea.id)))
    statement = (
        select(Partnership.id, Partnership.home_id, Partnership.partner_id, City.name_ko, City.name_en)
        .join(City, City.id == Partnership.partner_id)
        .order_by(Partnership.id)
    )
    ties = connection.execute(statement).all()
    numbers: dict[int, int] = {}
    for start in range(0, len(ties), _AT_ONCE):
        some = ties[start : start + _AT_ONCE]
        ids = [tie.id for tie in some]
        _put(connection, FoundingClaim.__table__, _claims(some))
        _put(connection, Agreement.__table__, _agreements(some, numbers))
        _put(connection, AgreementParty.__table__, _parties(some))
        pairs = ({"agreement_id": one, "partnership_id": one} for one in ids)
        _put(connection, agreement_partnerships, pairs)
        _put(connection, agreement_areas, ({"agreement_id": one, "area_id": areas[one % len(areas)]} for one in ids))
        promises = list(_commitments([one for one in ids if one <= COMMITMENTS // COMMITMENTS_EACH]))
        _put(connection, Commitment.__table__, promises)
        theirs = ({"commitment_id": one["id"], "area_id": areas[one["id"] % len(areas)]} for one in promises)
        _put(connection, commitment_areas, theirs)
        _put(connection, Evidence.__table__, _evidence(promises))
    _put(connection, ReferenceCounter.__table__, ({"prefix": "AGR", "year": y, "last": n} for y, n in numbers.items()))
    _spread(connection)
    if connection.dialect.name == "postgresql":
        for table in (Agreement.__tablename__, Commitment.__tablename__):
            connection.execute(text(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))"))


def _put(connection: Connection, table: Any, rows: Iterator[dict[str, Any]] | Sequence[dict[str, Any]]) -> None:
    given: Table = table
    if many := list(rows):
        connection.execute(insert(given), many)


def _day(one: int) -> date:
    """A day between 1960 and 2026 that follows from ``one``."""
    return date(1960, 1, 1) + timedelta(days=one * 7919 % 24_200)


def _partial(name: str, day: date) -> dict[str, Any]:
    words = {"words": day.isoformat(), "earliest": day, "latest": day, "inferred": False}
    return {f"{name}_{part}": value for part, value in words.items()}


def _claims(ties: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for tie in ties:
        yield {
            "partnership_id": tie.id,
            **_partial("founded", _day(tie.id)),
            "tier": list(Tier)[tie.id % 3],
            "source": "made up to be measured",
            "is_preferred": True,
        }


def _agreements(ties: Sequence[Any], numbers: dict[int, int]) -> Iterator[dict[str, Any]]:
    now = utc_now()
    for tie in ties:
        signed = _day(tie.id)
        numbers[signed.year] = numbers.get(signed.year, 0) + 1
        has_term = tie.id % 3 == 0
        yield {
            "id": tie.id,
            "reference": f"AGR-{signed.year}-{numbers[signed.year]:03d}",
            "created_at": now,
            "home_id": tie.home_id,
            "disclosure": Disclosure.PUBLIC,
            "kind": _KINDS[tie.id % len(_KINDS)],
            "status": _STATUSES[tie.id % len(_STATUSES)],
            "title_ko": f"{tie.name_ko or tie.name_en}와의 협력에 관한 합의 {tie.id}",
            "title_en": f"Agreement {tie.id} on cooperation with {tie.name_en or tie.name_ko}",
            **_partial("signed", signed),
            **_partial("effective", signed),
            "term_kind": TermKind.MONTHS if has_term else TermKind.NOT_STATED,
            "term_months": 60 if has_term else None,
            "renewal_kind": (RenewalKind.AUTOMATIC, RenewalKind.NOT_STATED)[tie.id % 2],
        }


def _parties(ties: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for tie in ties:
        yield {"agreement_id": tie.id, "city_id": tie.home_id, "side": Side.HOME, "position": 0}
        yield {"agreement_id": tie.id, "city_id": tie.partner_id, "side": Side.PARTNER, "position": 1}


def _commitments(agreements: Sequence[int]) -> Iterator[dict[str, Any]]:
    for agreement in agreements:
        for number in range(1, COMMITMENTS_EACH + 1):
            one = (agreement - 1) * COMMITMENTS_EACH + number
            yield {
                "id": one,
                "agreement_id": agreement,
                "number": number,
                "clause": f"제{number}조",
                "text_ko": f"양 도시는 {one}번째 협력 사업을 함께 추진하고 그 성과를 나눈다.",
                "text_en": f"The two cities carry out joint project {one} and share what comes of it.",
                "kind": list(CommitmentKind)[one % len(CommitmentKind)],
                "owed_by": (Side.HOME, Side.PARTNER, Side.BOTH)[one % 3],
                "cadence": (Cadence.ONCE, Cadence.NOT_STATED)[one % 2],
                "status": _DONE[one * 31 % 7 % len(_DONE)],
                **(_partial("due", date(2024, 1, 1) + timedelta(days=one * 37 % 2_500)) if one % 5 == 0 else _NO_DUE),
            }


_NO_DUE: Final = {"due_words": None, "due_earliest": None, "due_latest": None, "due_inferred": None}


def _evidence(commitments: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in commitments:
        if one["status"] is CommitmentStatus.FULFILLED:
            yield {
                "commitment_id": one["id"],
                "told_ko": "공동 행사를 열었다.",
                **_partial("happened", _day(one["id"])),
            }


def _spread(connection: Connection) -> None:
    """Tiers and positions of the ties, as various as they are in an office."""
    ties = Partnership.__table__
    for rest, tier in enumerate(Tier):
        given = {"tier": tier, "home_status": TieStatus.ACTIVE if rest else TieStatus.UNKNOWN}
        connection.execute(ties.update().where(ties.c.id % len(Tier) == rest).values(given))


def _digest(pairs: Path) -> str:
    """Of all that the filled database depends on."""
    digest = hashlib.sha256(pairs.read_bytes())
    for root in _ROOTS:
        for path in sorted(root.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
