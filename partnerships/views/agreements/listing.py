"""Agreements in a list."""

from collections.abc import Sequence
from typing import Any

from flask_babel import ngettext

from partnerships.languages import N_
from partnerships.models.agreement import AgreementKind, AgreementStatus, RenewalKind
from partnerships.models.partnership import Side
from partnerships.queries import agreement as queries
from partnerships.views.agreements.blueprint import blueprint
from partnerships.web import listing
from partnerships.web.current import language, viewer
from partnerships.web.filters import label
from partnerships.web.listing import Column


def _beside(rows: Sequence[Any]) -> dict[str, Any]:
    ids = [row.id for row in rows]
    return {
        "partners_of": queries.list_parties_of(ids, language(), Side.PARTNER),
        "homes_of": queries.list_parties_of(ids, language(), Side.HOME),
        "areas_of": queries.list_areas_of(ids, language()),
    }


def _months(number: int) -> str:
    return str(ngettext("%(num)s month", "%(num)s months", number))


def _term(row: Any, _beside: Any) -> Any:
    return _months(row.term_months) if row.term_months else row.term_kind


def _renewal(row: Any, _beside: Any) -> Any:
    if not row.renewal_months:
        return row.renewal_kind
    return f"{label(row.renewal_kind)} ({_months(row.renewal_months)})"


def _notice(row: Any, _beside: Any) -> Any:
    return _months(row.notice_months) if row.notice_months else row.notice_kind


listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Agreements"),
        action="agreement.read",
        template="agreements/list.html",
        filter=queries.AgreementFilter,
        listed=queries.agreements_listed,
        conditions=(
            listing.Words("q", N_("Title or party"), "text", hint=N_("Title, party or number")),
            listing.choice("kind", N_("Kind"), AgreementKind),
            listing.choice("status", N_("Status"), AgreementStatus),
            listing.Picked("partner", N_("Partner city"), noun="city"),
            listing.ending_within(),
            listing.region(),
            listing.country(lambda: queries.list_agreed_countries(viewer())),
            listing.cooperation_area(),
            listing.decade(N_("Decade of signing")),
            listing.year(N_("Year of signing"), lambda: queries.list_signing_years(viewer())),
            listing.choice("renewal", N_("Renewal"), RenewalKind),
            *listing.desk(),
            listing.yes_or_no("tie", N_("Partnership"), N_("Under a tie"), N_("Under none"), "tied"),
            listing.yes_or_no("file", N_("File"), N_("Original held"), N_("Original not held"), "held"),
            listing.MINE,
            listing.Box("awaits_approval", N_("Awaiting approval")),
            listing.Box("term_unknown", N_("Term not stated")),
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="-signed",
        beside=_beside,
        columns=(
            Column(N_("Number"), "reference", 15),
            Column(N_("Agreement"), "title", 44),
            Column(N_("Title in the other language"), listing.unlike("title_other", "title"), 44),
            Column(N_("Kind"), "kind", 18),
            Column(N_("Home parties"), lambda row, beside: beside["homes_of"].get(row.id, ()), 24),
            Column(N_("Partner parties"), lambda row, beside: beside["partners_of"].get(row.id, ()), 30),
            Column(N_("Signed on"), "signed", is_dated=True),
            Column(N_("Effective on"), "effective", is_dated=True),
            Column(N_("The running term ends"), "ends", 13),
            Column(N_("Status"), "standing", 12),
            Column(N_("Term"), _term),
            Column(N_("Renewal"), _renewal, 18),
            Column(N_("Notice period"), _notice, 12),
            Column(N_("Last day to give notice"), "notice_by", 13),
            Column(N_("Cooperation areas"), lambda row, beside: beside["areas_of"].get(row.id, ()), 30),
            Column(N_("Home side"), "home_name", 18),
            Column(N_("Department"), "department", 22),
            Column(N_("Officer in charge"), "officer"),
            Column(N_("Example"), "is_example", 8),
        ),
    ),
)
