"""Agreements in a list."""

from flask import render_template, request

from partnerships.models.agreement import AgreementKind, AgreementStatus
from partnerships.models.partnership import Side
from partnerships.queries import agreement as queries
from partnerships.views.agreements.blueprint import (
    blueprint,
)
from partnerships.web.current import language, page_number, today, viewer
from partnerships.web.guards import requires


@blueprint.get("", endpoint="list")
@requires("agreement.read")
def list_all() -> str:
    """Agreements, narrowed by the address."""
    wanted = queries.AgreementFilter(
        text=request.args.get("q"),
        kind=next((kind for kind in AgreementKind if kind == request.args.get("kind")), None),
        status=next((status for status in AgreementStatus if status == request.args.get("status")), None),
        area=request.args.get("area"),
        partner=request.args.get("partner"),
        year=request.args.get("year", type=int),
        archived="archived" in request.args,
    )
    order = request.args.get("sort", "-signed")
    page = queries.list_agreements(viewer(), wanted, today(), language(), page_number(), order)
    return render_template(
        "agreements/list.html",
        page=page,
        wanted=wanted,
        order=order,
        partners_of=queries.list_parties_of([row.id for row in page.rows], language(), Side.PARTNER),
        kinds=AgreementKind,
        statuses=AgreementStatus,
        areas=queries.list_area_choices(),
        partners=queries.list_partner_choices(viewer(), language()),
        years=queries.list_signing_years(viewer()),
    )
