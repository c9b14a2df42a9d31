"""Ties in a list."""

from flask import render_template, request

from partnerships.models.partnership import Tier, TieStatus
from partnerships.queries import partnership as queries
from partnerships.queries.countries import country_name
from partnerships.views.partnerships.blueprint import blueprint
from partnerships.web.current import language, page_number, today, viewer
from partnerships.web.guards import requires


@blueprint.get("", endpoint="list")
@requires("partnership.read")
def list_all() -> str:
    """Ties, narrowed by the address."""
    wanted = queries.PartnershipFilter(
        text=request.args.get("q"),
        country=request.args.get("country"),
        tier=next((tier for tier in Tier if tier == request.args.get("tier")), None),
        status=next((status for status in TieStatus if status == request.args.get("status")), None),
        domestic={"yes": True, "no": False}.get(request.args.get("domestic", "")),
        archived="archived" in request.args,
    )
    order = request.args.get("sort", "name")
    page = queries.list_partnerships(viewer(), wanted, language(), page_number(), order)
    return render_template(
        "partnerships/list.html",
        page=page,
        wanted=wanted,
        order=order,
        last=queries.list_last_happenings(viewer(), [row.id for row in page.rows], today()),
        countries=sorted((country_name(code, language()), code) for code in queries.list_partner_countries(viewer())),
        tiers=Tier,
        statuses=TieStatus,
    )
