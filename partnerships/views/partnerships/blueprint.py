"""The blueprint that the pages of ties share, their frame, and the addresses above their parts."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, render_template, url_for
from flask_babel import gettext

from partnerships.models.agreement import Agreement
from partnerships.models.partnership import Partnership, PartnershipEvent, TieStatus
from partnerships.models.visit import Visit
from partnerships.queries import partnership as queries
from partnerships.queries.document import documents_of
from partnerships.queries.visit.returns import list_returns_owed
from partnerships.web.current import language, today, viewer

blueprint = Blueprint("partnerships", __name__, url_prefix="/partnerships")

ONE = "/<reference('TIE'):reference>"


def show_page(template: str, reference: str, **context: Any) -> str:
    """A page of the tie ``reference``, with all that its frame shows."""
    tie = queries.get_partnership(viewer(), reference)
    return show_tie(template, tie, list_agreements(tie), list_visits(tie), **context)


def list_agreements(tie: Partnership) -> Sequence[Agreement]:
    return queries.list_agreements_of_tie(viewer(), tie)


def list_visits(tie: Partnership) -> Sequence[Visit]:
    return queries.list_visits_of_tie(viewer(), tie)


def show_tie(
    template: str, tie: Partnership, agreements: Sequence[Agreement], visits: Sequence[Visit], **context: Any
) -> str:
    """A page of a tie that is loaded already, with the agreements and visits under it."""
    standing = queries.explain_standing(tie)
    is_over = standing.home.status is TieStatus.ENDED or tie.is_archived
    return render_template(
        template,
        tie=tie,
        agreements=agreements,
        visits=visits,
        documents=documents_of(viewer(), tie),
        owner=tie,
        returns_owed=list_returns_owed(viewer(), visits),
        anniversary=queries.next_anniversary(tie.founding.founded if tie.founding else None, today()),
        standing=standing,
        city_successors=[] if is_over else queries.list_city_successors(tie),
        **context,
    )


def tie_crumbs(tie: Partnership) -> list[tuple[str, str]]:
    return [
        (gettext("Partnerships"), url_for("partnerships.list")),
        (tie.partner.name.text(language()), url_for("partnerships.show", reference=tie.reference)),
    ]


def event_crumbs(tie: Partnership) -> list[tuple[str, str]]:
    address = url_for("partnerships.events", reference=tie.reference)
    return [*tie_crumbs(tie), (gettext("Events"), address)]


def approval_crumbs(event: PartnershipEvent) -> list[tuple[str, str]]:
    return event_crumbs(event.partnership)
