"""The blueprint that the pages of agreements share, their frame, and the addresses above their parts."""

from typing import Any

from flask import Blueprint, render_template, url_for
from flask_babel import gettext

from partnerships.commands import agreement as commands
from partnerships.models.agreement import Agreement, AgreementParty
from partnerships.models.cooperation_area import CooperationArea
from partnerships.queries.agreement.life import Life, read_life
from partnerships.queries.agreement.telling import explain_standing
from partnerships.queries.document import documents_of
from partnerships.web.current import language, today, viewer

blueprint = Blueprint("agreements", __name__, url_prefix="/agreements")

ONE = "/<reference('AGR'):reference>"


def show_page(template: str, agreement: Agreement, life: Life | None = None, **context: Any) -> str:
    life = life or read_life(agreement)
    return render_template(
        template,
        agreement=agreement,
        life=life,
        standing=agreement.status_on(today()),
        why=explain_standing(agreement, life, today()),
        moves=commands.allowed_moves(viewer(), agreement, today()),
        documents=documents_of(viewer(), agreement),
        owner=agreement,
        **context,
    )


def agreement_crumbs(agreement: Agreement) -> list[tuple[str, str]]:
    return [
        (gettext("Agreements"), url_for("agreements.list")),
        (agreement.title.text(language()), url_for("agreements.show", reference=agreement.reference)),
    ]


def commitment_crumbs(agreement: Agreement) -> list[tuple[str, str]]:
    address = url_for("agreements.commitments", reference=agreement.reference)
    return [*agreement_crumbs(agreement), (gettext("Commitments"), address)]


def lineage_crumbs(agreement: Agreement) -> list[tuple[str, str]]:
    return [
        *agreement_crumbs(agreement),
        (gettext("Lineage"), url_for("agreements.lineage", reference=agreement.reference)),
    ]


def area_options(areas: Any) -> list[tuple[CooperationArea, str]]:
    return [(area, area.name.text(language())) for area in areas]


def name_of_party(party: AgreementParty) -> str:
    body = party.city or party.organisation
    return body.name.text(language()) if body else ""


def role_of_home(agreement: Agreement) -> str:
    """In words, what the home side has to do with the paper: a party, the parent of one, or its recorder only."""
    home = agreement.home
    parties = [party for party in agreement.parties if not party.is_archived]
    name = home.name.text(language()) if home else ""
    if any(party.city_id == agreement.home_id for party in parties):
        return str(gettext("%(home)s is a party itself.", home=name))
    below = [
        party
        for party in parties
        if (party.organisation and party.organisation.city_id == agreement.home_id)
        or (party.city and party.city.parent_id == agreement.home_id)
    ]
    if below:
        names = ", ".join(name_of_party(party) for party in below)
        return str(gettext("%(home)s is no party itself: it stands above %(parties)s.", home=name, parties=names))
    return str(gettext("%(home)s is no party: it only keeps the record.", home=name))
