"""Agreements with their parties, signatures, commitments and lineage."""

from datetime import date
from typing import Any

from partnerships.adapters.clock import utc_now
from partnerships.models.agreement import (
    Agreement,
    AgreementApproval,
    AgreementKind,
    AgreementLink,
    AgreementMove,
    AgreementNotice,
    AgreementParty,
    AgreementRenewal,
    AgreementStatus,
    AgreementText,
    ApprovalPurpose,
    Commitment,
    CommitmentKind,
    Evidence,
    NoticeEffect,
    Relation,
    Signature,
    SigningManner,
    TextStanding,
    Witness,
)
from partnerships.models.approval import ApprovalKind, ApprovalResult
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


def make_commitment(agreement: Agreement | None, number: int = 1, **details: Any) -> Commitment:
    """The first commitment of ``agreement``: to share policy; of a visit that the details name where it is none."""
    defaults = {
        "number": number,
        "clause": f"제{number}조",
        "text_ko": "양 도시는 우수정책을 공유한다.",
        "text_en": "Both cities share good policies.",
        "kind": CommitmentKind.SHARE_POLICY,
        "areas": [],
    }
    agreement_id = agreement.id if agreement else None
    return save(Commitment(agreement_id=agreement_id, **with_defaults(defaults, details)))


def make_evidence(commitment: Commitment, **details: Any) -> Evidence:
    """A piece of evidence for ``commitment``: a record that the details name (``visit=…``), else words of 2014."""
    records = ("visit", "programme_item", "further_agreement", "document", "activity")
    defaults: dict[str, Any] = {}
    if not any(details.get(name) or details.get(f"{name}_id") for name in records):
        defaults = {
            "told_ko": "정책 사례집을 서로 보냈다.",
            "told_en": "Both sent each other a collection of policies.",
            "happened": PartialDate.parse("2014-05"),
            "source": "업무일지",
        }
    return save(Evidence(commitment_id=commitment.id, **with_defaults(defaults, details)))


def make_agreement_link(agreement: Agreement, target: Agreement | None = None, **details: Any) -> AgreementLink:
    """``agreement`` elaborates ``target``, or the paper that ``target_text`` names."""
    defaults: dict[str, Any] = {"relation": Relation.ELABORATES, "target_id": target.id if target else None}
    if target is None:
        defaults["target_text"] = "1976년 자매결연 협정서"
    return save(AgreementLink(agreement_id=agreement.id, **with_defaults(defaults, details)))


def make_approval(agreement: Agreement, **details: Any) -> AgreementApproval:
    """The consent of the home council to concluding ``agreement``, asked for and not yet decided."""
    defaults: dict[str, Any] = {
        "purpose": ApprovalPurpose.CONCLUDE,
        "kind": ApprovalKind.COUNCIL_CONSENT,
        "side": Side.HOME,
        "body": "서울특별시의회",
        "requested": PartialDate.parse("2013-09"),
        "result": ApprovalResult.PENDING,
    }
    return save(AgreementApproval(agreement_id=agreement.id, **with_defaults(defaults, details)))


def make_move(agreement: Agreement, **details: Any) -> AgreementMove:
    """The move of ``agreement`` from talks to its signature; its status is left as it is."""
    defaults: dict[str, Any] = {
        "from_status": AgreementStatus.NEGOTIATING,
        "to_status": AgreementStatus.SIGNED,
        "moved": PartialDate.parse("2013-10-21"),
        "reason": "시청에서 서명",
        "recorded_at": utc_now(),
    }
    return save(AgreementMove(agreement_id=agreement.id, **with_defaults(defaults, details)))


def make_renewal(agreement: Agreement, **details: Any) -> AgreementRenewal:
    """A further term of ``agreement`` from 2016 to 2019, agreed by letters; its end is left as it is."""
    defaults: dict[str, Any] = {
        "agreed": PartialDate.parse("2016-09-01"),
        "begins": date(2016, 10, 21),
        "ends": date(2019, 10, 20),
        "basis": "양 도시의 서한 교환",
    }
    return save(AgreementRenewal(agreement_id=agreement.id, **with_defaults(defaults, details)))


def make_notice(agreement: Agreement, **details: Any) -> AgreementNotice:
    """The partner's notice not to renew ``agreement``; its end is left as it is."""
    defaults: dict[str, Any] = {
        "side": Side.PARTNER,
        "effect": NoticeEffect.NON_RENEWAL,
        "given": PartialDate.parse("2028-05-01"),
        "takes_effect": date(2028, 10, 20),
        "basis": "상대 도시 국제국 서한",
    }
    return save(AgreementNotice(agreement_id=agreement.id, **with_defaults(defaults, details)))
