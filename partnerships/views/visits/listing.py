"""Visits in a list."""

from partnerships.languages import N_
from partnerships.models.visit import Direction, VisitStatus
from partnerships.queries import visit as queries
from partnerships.views.visits.blueprint import blueprint
from partnerships.web import listing
from partnerships.web.current import viewer
from partnerships.web.listing import Column

listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Visits"),
        action="visit.read",
        template="visits/list.html",
        filter=queries.VisitFilter,
        listed=queries.visits_listed,
        conditions=(
            listing.Words("q", N_("Title of the visit"), "text", hint=N_("Title, purpose or number")),
            listing.Picked("city", N_("Partner city"), noun="city"),
            listing.choice("direction", N_("Direction"), Direction),
            listing.choice("status", N_("Status"), VisitStatus),
            listing.year(N_("Year"), lambda: queries.list_visit_years(viewer())),
            listing.Day("from", N_("Period from"), "since", hint="2013-10"),
            listing.Day("to", N_("Period to"), "until", hint="2014", is_end=True),
            *listing.desk(),
            listing.MINE,
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="-latest",
        columns=(
            Column(N_("Number"), "reference", 15),
            Column(N_("Title of the visit"), "title", 44),
            Column(N_("Title in the other language"), listing.unlike("title_other", "title"), 44),
            Column(N_("Cities"), "cities", 24),
            Column(N_("Begins"), "starts", is_dated=True),
            Column(N_("Ends"), "ends", is_dated=True),
            Column(N_("Direction"), "direction", 10),
            Column(N_("Size"), "size", 8),
            Column(N_("How sure the size is"), lambda visit, _: visit.size_kind if visit.size else None, 12),
            Column(N_("Status"), "status", 12),
            Column(N_("Home side"), "home_name", 18),
            Column(N_("Department"), "department", 22),
            Column(N_("Officer in charge"), "officer"),
            Column(N_("Example"), "is_example", 8),
        ),
    ),
)
