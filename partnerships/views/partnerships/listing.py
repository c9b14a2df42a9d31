"""Ties in a list."""

from collections.abc import Mapping, Sequence
from typing import Any

from partnerships.languages import N_
from partnerships.models.partnership import Tier, TieStatus
from partnerships.models.types import PartialDate
from partnerships.queries import partnership as queries
from partnerships.queries.countries import country_name
from partnerships.queries.regions import region_name, region_of
from partnerships.views.partnerships.blueprint import blueprint
from partnerships.web import listing
from partnerships.web.current import language, today, viewer
from partnerships.web.listing import Column
from partnerships.web.tier_words import tier_word


def _beside(rows: Sequence[Any]) -> dict[str, Any]:
    return {"last": queries.list_last_happenings(viewer(), [row.id for row in rows], today())}


def _region(tie: Any, _beside: Mapping[str, Any]) -> str:
    region = region_of(tie.country)
    return region_name(region, language()) if region else ""


def _tier(tie: Any, _beside: Mapping[str, Any]) -> str:
    return tier_word(tie.tier, tie.home_id)


def _last(tie: Any, beside: Mapping[str, Any]) -> PartialDate | None:
    last = beside["last"].get(tie.id)
    return last.when if last else None


listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Partnerships"),
        action="partnership.read",
        template="partnerships/list.html",
        filter=queries.PartnershipFilter,
        listed=queries.partnerships_listed,
        conditions=(
            listing.Words("q", N_("City"), "text", hint=N_("Any name, or a number")),
            listing.region(),
            listing.country(lambda: queries.list_partner_countries(viewer())),
            listing.choice("tier", N_("Tier"), Tier),
            listing.choice("home_status", N_("Home side stands"), TieStatus),
            listing.choice("partner_status", N_("Partner side stands"), TieStatus),
            listing.choice("status", N_("Status of either side"), TieStatus, is_hidden=True),
            listing.decade(N_("Decade of founding")),
            listing.yes_or_no("agreement", N_("Agreements"), N_("With an agreement"), N_("Without one"), "agreed"),
            listing.cooperation_area(),
            *listing.desk(),
            listing.yes_or_no("domestic", N_("At home or abroad"), N_("Domestic"), N_("Abroad")),
            listing.MINE,
            listing.Box("anniversary", N_("Anniversary within a year")),
            listing.Box("quiet", N_("Nothing for three years")),
            listing.Box("dormant", N_("Marked as dormant")),
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="name",
        beside=_beside,
        columns=(
            Column(N_("Number"), "reference", 15),
            Column(N_("Partner city"), "name", 24),
            Column(N_("Name in the other language"), listing.unlike("name_other", "name"), 24),
            Column(N_("Local name"), "name_local", 20),
            Column(N_("Country"), lambda tie, _: country_name(tie.country, language())),
            Column(N_("Country code"), "country", 8),
            Column(N_("Region"), _region),
            Column(N_("Home city"), "home_name", 18),
            Column(N_("Tier"), _tier),
            Column(N_("Founded"), "founded", is_dated=True),
            Column(N_("Sources disagree"), lambda tie, _: bool(tie.is_disputed), 10),
            Column(N_("Home side stands"), "home_status", 12),
            Column(N_("Partner side stands"), "partner_status", 12),
            Column(N_("Dormant"), "is_dormant", 8),
            Column(N_("Domestic"), lambda tie, _: bool(tie.is_domestic), 8),
            Column(N_("Last contact"), _last, is_dated=True),
            Column(N_("Department"), "department", 22),
            Column(N_("Officer in charge"), "officer"),
            Column(N_("Example"), "is_example", 8),
        ),
    ),
)
