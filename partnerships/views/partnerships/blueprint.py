"""The blueprint that the pages of ties share, their frame, and the addresses above their parts."""

from typing import Any

from flask import Blueprint, render_template, url_for
from flask_babel import gettext

from partnerships.models.partnership import Partnership
from partnerships.queries import partnership as queries
from partnerships.queries.document import documents_of
from partnerships.web.current import language, today, viewer

blueprint = Blueprint("partnerships", __name__, url_prefix="/partnerships")

ONE = "/<reference('TIE'):reference>"


def show_page(template: str, reference: str, **context: Any) -> str:
    tie = queries.get_partnership(viewer(), reference)
    return render_template(
        template,
        tie=tie,
        agreements=queries.list_agreements_of_tie(viewer(), tie),
        visits=queries.list_visits_of_tie(viewer(), tie),
        documents=documents_of(viewer(), tie),
        owner=tie,
        anniversary=queries.next_anniversary(tie.founding.founded if tie.founding else None, today()),
        **context,
    )


def tie_crumbs(tie: Partnership) -> list[tuple[str, str]]:
    return [
        (gettext("Partnerships"), url_for("partnerships.list")),
        (tie.partner.name.text(language()), url_for("partnerships.show", reference=tie.reference)),
    ]


def event_crumbs(tie: Partnership) -> list[tuple[str, str]]:
    address = url_for("partnerships.events", reference=tie.reference)
    return [*tie_crumbs(tie), (gettext("What befell the tie"), address)]
