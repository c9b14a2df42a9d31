"""Signing an agreement at a programme item: signatures, date and place, and the move that it makes of the agreement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from partnerships.commands.agreement.course import follow_dates
from partnerships.commands.agreement.lifecycle import move_agreement
from partnerships.commands.agreement.signature import add_signature
from partnerships.commands.records import assign, at_version
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, refuse_all
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementParty, AgreementStatus, Capacity, SigningManner
from partnerships.models.city import City
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import ProgrammeItem
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement.life import read_life

UNSIGNED = (AgreementStatus.DRAFTING, AgreementStatus.NEGOTIATING, AgreementStatus.CLEARED)


@dataclass(frozen=True)
class Signer:
    """Who signs for one party: a person, a title or both, and in what capacity."""

    party: AgreementParty
    person: Person | None
    title_ko: str | None = None
    title_en: str | None = None
    capacity: Capacity = Capacity.OWN_RIGHT
    on_behalf_of: str | None = None


@dataclass(frozen=True)
class Signing:
    """Where it was signed, by whom, and from when on it holds; the day is that of the programme item."""

    signers: Sequence[Signer]
    city: City | None = None
    place_ko: str | None = None
    place_en: str | None = None
    effective: PartialDate | None = None


def parties_to_sign(agreement: Agreement) -> list[AgreementParty]:
    """The parties for which nobody has signed yet; ``parties`` and ``signatures`` must be loaded."""
    signed = {signature.party_id for signature in agreement.signatures if not signature.is_archived}
    return [party for party in agreement.parties if not party.is_archived and party.id not in signed]


def sign_agreement_here(
    actor: Viewer, item: ProgrammeItem, agreement: Agreement, signing: Signing, today: date, version: int | None = None
) -> AgreementStatus:
    """Record that ``agreement`` was signed at ``item``, all of it or nothing; returns where it stands then.

    Fields of a signer are refused under their name and the party's id: ``person_7``.
    """
    with transaction(actor, "sign_agreement_here"):
        ensure_may(actor, "visit.write", item.visit)
        ensure_may(actor, "agreement.write", agreement)
        at_version(agreement, version)
        day = _day_of(item, agreement, today)
        refuse_all(_faults(agreement, signing))
        _place(actor, item, agreement, signing)
        for signer in signing.signers:
            _sign(actor, agreement, signer, day)
        _move(actor, item, agreement, signing, day, today)
        follow_dates(agreement, read_life(agreement), today)
    return agreement.status_on(today)


def _day_of(item: ProgrammeItem, agreement: Agreement, today: date) -> date:
    if agreement.status not in UNSIGNED:
        raise Invalid(None, N_("The agreement is recorded as signed already."))
    if agreement.signed_at_item_id not in (None, item.id):
        raise Invalid(None, N_("The agreement is recorded as signed at another programme item."))
    if item.day is None:
        raise Invalid(None, N_("The programme item has no day yet: enter it first, it is the day of signing."))
    if item.day > today:
        raise Invalid(None, N_("The signing is still to come (%(day)s). Record it on the day."), day=item.day)
    return item.day


def _faults(agreement: Agreement, signing: Signing) -> Iterator[Invalid]:
    parties = [party for party in agreement.parties if not party.is_archived]
    if not parties:
        yield Invalid(None, N_("The agreement has no parties yet: add them first, then record who signed."))
    named = {signer.party.id for signer in signing.signers if signer.person or signer.title_ko or signer.title_en}
    for party in parties_to_sign(agreement):
        if party.id not in named:
            yield Invalid(f"person_{party.id}", N_("Enter who signed: a person, a title or both."))


def _place(actor: Viewer, item: ProgrammeItem, agreement: Agreement, signing: Signing) -> None:
    place = {
        "signed_at_item_id": item.id,
        "signing_city": signing.city,
        "signing_place_ko": signing.place_ko,
        "signing_place_en": signing.place_en,
    }
    # By itself, so that the history tells the place of this act and not of the first signature.
    with transaction(actor, "sign_agreement_here"):
        assign(agreement, place)


def _sign(actor: Viewer, agreement: Agreement, signer: Signer, day: date) -> None:
    try:
        add_signature(
            actor,
            agreement,
            party=signer.party,
            person=signer.person,
            title_ko=signer.title_ko,
            title_en=signer.title_en,
            capacity=signer.capacity,
            on_behalf_of=signer.on_behalf_of,
            signed=PartialDate.of(day),
            manner=SigningManner.IN_PERSON,
        )
    except Invalid as refused:
        field = f"{refused.field}_{signer.party.id}" if refused.field else None
        raise Invalid(field, refused.message, **refused.values) from refused


def _move(actor: Viewer, item: ProgrammeItem, agreement: Agreement, signing: Signing, day: date, today: date) -> None:
    """From a draft by way of the talks to signed: the steps between are only written, nobody has to click them."""
    reason = f"{item.title.ko or item.title.en} ({item.visit.reference}/{item.number})"
    moved = PartialDate.of(day)
    try:
        if agreement.status is AgreementStatus.DRAFTING:
            move_agreement(actor, agreement, AgreementStatus.NEGOTIATING, today, reason, moved)
        move_agreement(
            actor,
            agreement,
            AgreementStatus.SIGNED,
            today,
            reason,
            moved,
            signed=moved,
            effective=signing.effective,
        )
    except Invalid as refused:
        # What the move asks by itself is not on this form.
        field = refused.field if refused.field == "effective" else None
        raise Invalid(field, refused.message, **refused.values) from refused
