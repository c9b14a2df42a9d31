"""Seoul and Beijing: the tie of 1993 and the two memoranda on their joint committee."""

from datetime import date

from partnerships.commands.agreement.commitment import add_commitment
from partnerships.commands.agreement.lineage import add_link
from partnerships.demo import sources
from partnerships.demo.evidence import load_beijing_evidence
from partnerships.demo.thread import Thread, record_signed
from partnerships.models.agreement import (
    AgreementKind,
    Cadence,
    CommitmentKind,
    Relation,
    TextBasis,
)
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement.reading import get_agreement


def load_beijing(thread: Thread, today: date) -> None:
    """Record the agreements; the day of 1993 is the one announced beforehand."""
    record_signed(
        thread,
        AgreementKind.SISTER_AGREEMENT,
        "자매결연협정서",
        "Sister-city agreement",
        PartialDate.parse("1993-10-23", inferred=True),
        sources.BEIJING_1993,
    )
    committee = record_signed(
        thread,
        AgreementKind.MOU,
        "우호협력 강화와 서울-베이징 통합위원회 설치 양해각서",
        "Memorandum on closer friendship and the Seoul–Beijing Integration Committee",
        PartialDate.parse("2013-04-21"),
        sources.BEIJING_2013,
        areas=("economy", "culture", "education"),
    )
    add_commitment(
        SYSTEM,
        committee,
        text_ko="경제·문화·교육 팀을 둔 통합위원회 운영, 2년마다 전체회의 개최",
        text_en="Run the joint committee with its economy, culture and education teams, in plenary every two years.",
        text_basis=TextBasis.AS_REPORTED,
        source=sources.BEIJING_2013,
        kind=CommitmentKind.CONSULT,
        owed_by=Side.BOTH,
        cadence=Cadence.EVERY_N_YEARS,
        cadence_years=2,
        department=thread.home.division,
    )
    environment = record_signed(
        thread,
        AgreementKind.MOU,
        "통합위원회 환경팀 신설 양해각서",
        "Memorandum adding an environment team to the committee",
        PartialDate.parse("2015-11-04"),
        sources.BEIJING_2015,
        areas=("environment",),
    )
    add_link(SYSTEM, environment, relation=Relation.SUPPLEMENTS, target=get_agreement(SYSTEM, committee.reference))
    load_beijing_evidence(committee, today)
