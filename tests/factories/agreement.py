"""Agreements with their parties, signatures, commitments and lineage."""

from datetime import date
from typing import Any

from partnerships.models.agreement import (
    Agreement,
    AgreementKind,
    AgreementLink,
    AgreementParty,
    AgreementStatus,
    AgreementText,
    Commitment,
    CommitmentKind,
    Relation,
    Signature,
    SigningManner,
    TextStanding,
    Witness,
)
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from tests.factories.saving import number, save, with_defaults


def make_agreement(home: City, **details: Any) -> Agreement:
    """A memorandum signed on 21 October 2013."""
    one = number()
    signed = PartialDate.parse("2013-10-21")
    defaults = {
        "kind": AgreementKind.MOU,
        "title_ko": f"우호협력 강화에 관한 양해각서 {one}",
        "title_en": f"Memorandum on strengthening friendship {one}",
        "status": AgreementStatus.SIGNED,
        "signed": signed,
        "partnerships": [],
        "areas": [],
    }
    agreement = Agreement(home=home, **with_defaults(defaults, details))
    day = agreement.signed.earliest if agreement.signed else None
    return save(agreement, day or date(2013, 1, 1))


def make_party(agreement: Agreement, city: City | None = None, **details: Any) -> AgreementParty:
    """A party on the home side; an ``organisation`` in place of ``city`` goes with the details."""
    defaults = {"city": city, "side": Side.HOME, "position": number()}
    return save(AgreementParty(agreement_id=agreement.id, **with_defaults(defaults, details)))


def make_signature(party: AgreementParty, person: Person | None = None, **details: Any) -> Signature:
    """A mayor's signature for ``party``, given in person."""
    defaults = {
        "person": person,
        "title_ko": "시장",
        "title_en": "Mayor",
        "signed": PartialDate.parse("2013-10-21"),
        "manner": SigningManner.IN_PERSON,
    }
    return save(Signature(agreement_id=party.agreement_id, party_id=party.id, **with_defaults(defaults, details)))


def make_witness(agreement: Agreement, person: Person | None = None, **details: Any) -> Witness:
    """A deputy mayor who stood by."""
    defaults = {"person": person, "title_ko": "부시장", "title_en": "Deputy Mayor", "side": Side.HOME}
    return save(Witness(agreement_id=agreement.id, **with_defaults(defaults, details)))


def make_text(agreement: Agreement, language: str = "ko", **details: Any) -> AgreementText:
    """The authentic Korean text in two originals."""
    defaults = {"language": language, "standing": TextStanding.AUTHENTIC, "originals": 2}
    return save(AgreementText(agreement_id=agreement.id, **with_defaults(defaults, details)))


def make_commitment(agreement: Agreement, number: int = 1, **details: Any) -> Commitment:
    """The first commitment of ``agreement``: to share policy."""
    defaults = {
        "number": number,
        "clause": f"제{number}조",
        "text_ko": "양 도시는 우수정책을 공유한다.",
        "text_en": "Both cities share good policies.",
        "kind": CommitmentKind.SHARE_POLICY,
        "areas": [],
    }
    return save(Commitment(agreement_id=agreement.id, **with_defaults(defaults, details)))


def make_agreement_link(agreement: Agreement, target: Agreement | None = None, **details: Any) -> AgreementLink:
    """``agreement`` elaborates ``target``, or the paper that ``target_text`` names."""
    defaults: dict[str, Any] = {"relation": Relation.ELABORATES, "target_id": target.id if target else None}
    if target is None:
        defaults["target_text"] = "1976년 자매결연 협정서"
    return save(AgreementLink(agreement_id=agreement.id, **with_defaults(defaults, details)))
