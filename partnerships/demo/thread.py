"""What the demo's threads share: the tie they hang on, and the recording of a signed agreement of two cities."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.commands.agreement.agreement import record_agreement
from partnerships.commands.agreement.party import add_party
from partnerships.demo.home import Home
from partnerships.models.account import User
from partnerships.models.agreement import Agreement, AgreementKind, AgreementStatus
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.partnership import Partnership, Side
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement.reading import get_agreement


@dataclass(frozen=True)
class Thread:
    """All that the parts of this thread share."""

    home: Home
    partner: City
    tie: Partnership
    areas: dict[str, CooperationArea]
    owner: User


def record_signed(
    thread: Thread,
    kind: AgreementKind,
    korean: str,
    english: str,
    signed: PartialDate,
    source: str,
    areas: Sequence[str] = (),
) -> Agreement:
    """A signed agreement of the two cities, with both as its parties."""
    agreement = record_agreement(
        SYSTEM,
        home=thread.home.city,
        kind=kind,
        title_ko=korean,
        title_en=english,
        status=AgreementStatus.SIGNED,
        signed=signed,
        partnerships=[thread.tie],
        areas=[thread.areas[code] for code in areas],
        source=source,
        department=thread.home.division,
        owner=thread.owner,
        disclosure=Disclosure.PUBLIC,
    )
    for place, (city, side) in enumerate(((thread.home.city, Side.HOME), (thread.partner, Side.PARTNER)), start=1):
        add_party(SYSTEM, get_agreement(SYSTEM, agreement.reference), city=city, side=side, position=place)
    return get_agreement(SYSTEM, agreement.reference)
