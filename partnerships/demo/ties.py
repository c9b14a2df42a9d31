"""Seoul's ties as its public sources tell them, each claim with its source, and conflicts left standing."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from partnerships.commands.city import record_city
from partnerships.commands.partnership import add_claim, add_event, record_partnership
from partnerships.demo.home import Home
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City, CityLevel
from partnerships.models.partnership import Partnership, PartnershipEventKind, Side, Tier, TieStatus
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.partnership.reading import get_partnership

TABLE = Path(__file__).with_name("ties.csv")

# The city's own word outweighs the partner's, and both outweigh the press.
_TRUST = ("city_en", "city_ko", "city_ja", "seed", "release", "archive")
# Where only the partner's word for the tier has a source of its own: Seoul counts these otherwise.
_SEOULS_WORD = {"Tokyo": Tier.SISTER}
_ALIASES = {
    "Astana": "누르술탄\nNur-Sultan",
    "Beijing": "북경\n北京\nPeking",
    "Kyiv": "키예프\nKiev",
    "New York City": "뉴욕시\nNew York",
    "Tokyo": "도쿄\n동경\n東京",
    "Washington, D.C.": "워싱턴\nWashington",
}
_LOCAL = {
    "Athens": "Αθήνα",
    "Bangkok": "กรุงเทพมหานคร",
    "Beijing": "北京市",
    "Cairo": "القاهرة",
    "Guangdong": "广东省",
    "Hanoi": "Hà Nội",
    "Hokkaido": "北海道",
    "Istanbul": "İstanbul",
    "Jiangsu": "江苏省",
    "Kyiv": "Київ",
    "Milan": "Milano",
    "Moscow": "Москва",
    "Shandong": "山东省",
    "Sichuan": "四川省",
    "Taipei": "臺北市",
    "Tianjin": "天津市",
    "Tokyo": "東京都",
    "Ulaanbaatar": "Улаанбаатар",
    "Warsaw": "Warszawa",
    "Zhejiang": "浙江省",
}


@dataclass(frozen=True)
class Claim:
    """One line of the table: what one source says of one tie."""

    name_en: str
    name_ko: str
    country: str
    level: CityLevel
    latitude: float | None
    longitude: float | None
    tier: Tier
    wording: str | None
    founded: PartialDate | None
    source: str
    source_kind: str
    note: str | None


def read_claims() -> Iterator[Claim]:
    """The table's lines."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Claim(
                name_en=row["name_en"],
                name_ko=row["name_ko"],
                country=row["country"],
                level=CityLevel(row["level"]),
                latitude=float(row["latitude"]) if row["latitude"] else None,
                longitude=float(row["longitude"]) if row["longitude"] else None,
                tier=Tier(row["tier"]),
                wording=row["wording"] or None,
                founded=PartialDate.parse(row["founded"]) if row["founded"] else None,
                source=row["source"],
                source_kind=row["source_kind"],
                note=row["note"] or None,
            )


def load_ties(home: Home, owner: User) -> dict[str, Partnership]:
    """Record every partner and its tie; {English name: tie}."""
    return {
        name: _load_tie(home, owner, list(claims))
        for name, claims in groupby(read_claims(), key=lambda claim: claim.name_en)
    }


def _load_tie(home: Home, owner: User, claims: list[Claim]) -> Partnership:
    # Later tiers are events of the tie, not claims of its founding.
    upgrades = [claim for claim in claims if claim.note == "upgrade"]
    founding = [claim for claim in claims if claim not in upgrades]
    preferred = min(founding, key=_doubt)
    tier = upgrades[-1].tier if upgrades else _SEOULS_WORD.get(preferred.name_en, preferred.tier)
    is_planned = any("MOU signed first" in (claim.note or "") for claim in founding)
    tie = record_partnership(
        SYSTEM,
        home=home.city,
        partner=_record_partner(preferred),
        tier=tier,
        partner_label=next((claim.wording for claim in founding if claim.source_kind.endswith("_gov")), None),
        home_label="친선도시" if any(claim.wording == "친선도시" for claim in claims) else None,
        home_status=TieStatus.PROSPECTIVE if is_planned else TieStatus.ACTIVE,
        partner_status=TieStatus.UNKNOWN,
        department=home.division,
        owner=owner,
        disclosure=Disclosure.PUBLIC,
        founded=preferred.founded,
        founding_tier=preferred.tier,
        founding_wording=preferred.wording,
        founding_source=preferred.source,
    )
    for claim in founding:
        if claim is not preferred:
            _add_claim(tie, claim)
    for claim in upgrades:
        add_event(
            SYSTEM,
            get_partnership(SYSTEM, tie.reference),
            kind=PartnershipEventKind.TIER_CHANGED,
            side=Side.BOTH,
            tier=claim.tier,
            effective=claim.founded,
            source=claim.source,
        )
    return get_partnership(SYSTEM, tie.reference)


def _doubt(claim: Claim) -> tuple[bool, int, int]:
    """Sorts the claim to prefer first: dated before undated, trusted before others, precise before vague."""
    trust = _TRUST.index(claim.source_kind) if claim.source_kind in _TRUST else len(_TRUST)
    span = 0
    if claim.founded and claim.founded.earliest and claim.founded.latest:
        span = (claim.founded.latest - claim.founded.earliest).days
    return claim.founded is None, trust, span


def _add_claim(tie: Partnership, claim: Claim) -> None:
    add_claim(
        SYSTEM,
        get_partnership(SYSTEM, tie.reference),
        founded=claim.founded,
        tier=claim.tier,
        wording=claim.wording,
        source=claim.source,
        note=claim.note,
        is_preferred=False,
    )


def _record_partner(claim: Claim) -> City:
    return record_city(
        SYSTEM,
        name_ko=claim.name_ko,
        name_en=claim.name_en,
        name_local=_LOCAL.get(claim.name_en),
        aliases=_ALIASES.get(claim.name_en),
        country=claim.country,
        level=claim.level,
        latitude=claim.latitude,
        longitude=claim.longitude,
        disclosure=Disclosure.PUBLIC,
    )
