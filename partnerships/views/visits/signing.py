"""Signing an agreement where it takes place: the form that names who signs, and the record of it."""

from typing import Any

from flask import url_for
from werkzeug.wrappers import Response

from partnerships.adapters.clock import today_in
from partnerships.commands.visit.signing import UNSIGNED, Signer, Signing, parties_to_sign, sign_agreement_here
from partnerships.forms.visit.signing import SIGNER, SignHereForm, sign_here_form
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementParty, AgreementStatus, ApprovalPurpose
from partnerships.models.visit import Attendee, ProgrammeItem
from partnerships.queries import visit as queries
from partnerships.queries.agreement.life import read_life
from partnerships.queries.visit.seating import interprets, stays_away
from partnerships.queries.visit.signing import get_agreement_of
from partnerships.views.visits.blueprint import ONE, blueprint, item_crumbs
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.route(f"{ONE}/<int:number>/agreements/<reference('AGR'):agreement>/sign", methods=["GET", "POST"])
@requires("visit.write")
def sign_here(reference: str, number: int, agreement: str) -> Response | tuple[str, int]:
    """Record that an agreement was signed at this item, by whom for each party."""
    item, paper = _load(reference, number, agreement)
    waiting = parties_to_sign(paper)
    kind = sign_here_form([(party.id, _name_of(party)) for party in waiting])
    form = kind(data={**_proposed(item, paper, waiting), "version": paper.version}, picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            # Where the day has begun already, it may be signed, whatever day it is at home.
            last_day = max(today(), today_in(item.zone))
            stands = sign_agreement_here(viewer(), item, paper, _signing(form, waiting), last_day, form.version.number)
            return done(_told(stands), url_for("visits.item", reference=reference, number=number))
        item, paper = _load(reference, number, agreement)
    return show_form(
        "visits/sign.html",
        form,
        title=N_("Record the signing"),
        item=item,
        visit=item.visit,
        agreement=paper,
        signed=[one for one in paper.signatures if not one.is_archived],
        awaited=read_life(paper).missing(ApprovalPurpose.CONCLUDE),
        signable=paper.status in UNSIGNED,
        crumbs=item_crumbs(item),
    )


def _load(reference: str, number: int, agreement: str) -> tuple[ProgrammeItem, Agreement]:
    item = queries.get_item(viewer(), reference, number)
    return item, get_agreement_of(item, agreement)


def _name_of(party: AgreementParty) -> str:
    of = party.city or party.organisation
    return of.name.text(language()) if of else ""


def _proposed(item: ProgrammeItem, agreement: Agreement, parties: list[AgreementParty]) -> dict[str, Any]:
    """Who leads each side signs for it, at the item's place; all of it can be changed."""
    city = item.place.city if item.place else item.leg.city if item.leg else None
    place = item.place.name if item.place else item.place_text
    proposed: dict[str, Any] = {
        "city": city,
        "place_ko": place.ko,
        "place_en": place.en,
        "effective": agreement.effective,
    }
    heads = _heads(item)
    for party in parties:
        head = heads.pop(party.side, None)
        if head is not None:
            proposed |= {
                f"person_{party.id}": head.person,
                f"title_ko_{party.id}": head.title_ko,
                f"title_en_{party.id}": head.title_en,
            }
    return proposed


def _heads(item: ProgrammeItem) -> dict[Any, Attendee]:
    """{side: who comes first there by name}."""
    heads: dict[Any, Attendee] = {}
    for one in queries.people_in_order(item.attendees):
        if one.person is not None and not interprets(one) and not stays_away(one):
            heads.setdefault(one.side, one)
    return heads


def _signing(form: SignHereForm, parties: list[AgreementParty]) -> Signing:
    details = form.details()
    signers = [Signer(party, **{name: details[f"{name}_{party.id}"] for name in SIGNER}) for party in parties]
    return Signing(signers, details["city"], details["place_ko"], details["place_en"], details["effective"])


def _told(stands: AgreementStatus) -> str:
    if stands is AgreementStatus.IN_FORCE:
        return N_("The signing is recorded. The agreement is in force.")
    return N_("The signing is recorded.")
