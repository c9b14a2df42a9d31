"""The parties of an agreement and who signed for them."""

from typing import Any, TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementParty, Capacity, Signature, SigningManner
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement import parties_of, signer_with_posts


class PartyDetails(TypedDict, total=False):
    """What is said of a party: a city or an organisation, on a side."""

    city: City | None
    organisation: Organisation | None
    side: Side
    position: int | None
    contact: str | None


class SignatureDetails(TypedDict, total=False):
    """What is said of one signature."""

    party: AgreementParty
    person: Person | None
    title_ko: str | None
    title_en: str | None
    capacity: Capacity
    on_behalf_of: str | None
    signed: PartialDate | None
    manner: SigningManner


def add_party(actor: Viewer, agreement: Agreement, **details: Unpack[PartyDetails]) -> AgreementParty:
    """Add a party; without a position it stands last."""
    with transaction(actor, "add_party"):
        ensure_may(actor, "agreement.write", agreement)
        party = AgreementParty(agreement_id=agreement.id, position=0)
        _apply_party(agreement, party, details)
        add(party)
    return party


def revise_party(
    actor: Viewer,
    agreement: Agreement,
    party: AgreementParty,
    version: int | None = None,
    **details: Unpack[PartyDetails],
) -> None:
    """Change a party."""
    with transaction(actor, "revise_party"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(party, version)
        _apply_party(agreement, party, details)


def archive_party(actor: Viewer, agreement: Agreement, party: AgreementParty) -> None:
    """Put a party away that nobody signed for; ``signatures`` of the agreement must be loaded."""
    with transaction(actor, "archive_party"):
        ensure_may(actor, "agreement.write", agreement)
        if any(signature.party_id == party.id and not signature.is_archived for signature in agreement.signatures):
            raise Invalid(None, N_("Somebody signed for this party. Archive the signature first."))
        put_away(party)


def _apply_party(agreement: Agreement, party: AgreementParty, details: PartyDetails) -> None:
    city = details.get("city", party.city)
    organisation = details.get("organisation", party.organisation)
    if (city is None) == (organisation is None):
        raise Invalid("city", N_("Enter either a city or an organisation."))
    if details.get("side", party.side) not in (Side.HOME, Side.PARTNER):
        raise Invalid("side", N_("Choose the side that the party stands on."))
    others = [other for other in parties_of(agreement) if other.id != party.id]
    if city is not None and any(other.city_id == city.id for other in others):
        raise Invalid("city", N_("This city is a party already."))
    if organisation is not None and any(other.organisation_id == organisation.id for other in others):
        raise Invalid("organisation", N_("This organisation is a party already."))
    position = details.get("position")
    if position is None:
        position = party.position or 1 + max((other.position for other in others), default=0)
    assign(party, {**details, "position": position})


def add_signature(actor: Viewer, agreement: Agreement, **details: Unpack[SignatureDetails]) -> Signature:
    """Add a signature; without a title it takes the one that the person held on the day of signing."""
    with transaction(actor, "add_signature"):
        ensure_may(actor, "agreement.write", agreement)
        signature = Signature(agreement_id=agreement.id, capacity=Capacity.OWN_RIGHT, manner=SigningManner.NOT_STATED)
        _apply_signature(agreement, signature, details)
        add(signature)
    return signature


def revise_signature(
    actor: Viewer,
    agreement: Agreement,
    signature: Signature,
    version: int | None = None,
    **details: Unpack[SignatureDetails],
) -> None:
    """Change a signature."""
    with transaction(actor, "revise_signature"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(signature, version)
        _apply_signature(agreement, signature, details)


def archive_signature(actor: Viewer, agreement: Agreement, signature: Signature) -> None:
    """Put a signature away."""
    with transaction(actor, "archive_signature"):
        ensure_may(actor, "agreement.write", agreement)
        put_away(signature)


def _apply_signature(agreement: Agreement, signature: Signature, details: SignatureDetails) -> None:
    party = details.get("party", signature.party)
    if party is None or party.agreement_id != agreement.id:
        raise Invalid("party", N_("Choose the party that was signed for."))
    person = details.get("person", signature.person)
    titles: dict[str, Any] = {name: details.get(name, getattr(signature, name)) for name in ("title_ko", "title_en")}
    if person is not None and not any(titles.values()):
        titles = _titles_then(agreement, person, details.get("signed", signature.signed))
    if person is None:
        require_either(titles, "title_ko", "title_en", message=N_("Enter who signed: a person, a title or both."))
    assign(signature, {**details, **titles})


def _titles_then(agreement: Agreement, person: Person, signed: PartialDate | None) -> dict[str, Any]:
    """The titles that ``person`` held when signing; none where the day or the post is not known."""
    when = signed or agreement.signed
    post = signer_with_posts(person).post_on(when.earliest) if when and when.earliest else None
    return {"title_ko": post.title_ko if post else None, "title_en": post.title_en if post else None}
