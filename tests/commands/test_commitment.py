"""Commitments: what they promise must be possible."""

import pytest

from partnerships.commands.agreement.commitment import add_commitment
from partnerships.errors import Invalid
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.queries.agreement.reading import get_agreement
from tests.factories.agreement import make_agreement


def test_nothing_falls_due_before_it_begins(officer: User, home: City) -> None:
    agreement = get_agreement(officer, make_agreement(home).reference)
    with pytest.raises(Invalid) as refused:
        add_commitment(
            officer,
            agreement,
            text_ko="직원 상호 파견",
            begins=PartialDate.parse("2025-01"),
            due=PartialDate.parse("2024"),
        )
    assert refused.value.field == "due"
    agreement = get_agreement(officer, agreement.reference)
    kept = add_commitment(
        officer, agreement, text_ko="직원 상호 파견", begins=PartialDate.parse("2024-06"), due=PartialDate.parse("2024")
    )
    assert kept.number == 1
