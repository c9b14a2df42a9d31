"""When all parties of an agreement had signed it, and what its signatures say against its own date."""

from collections.abc import Sequence
from datetime import date

from partnerships.models.agreement import Agreement, AgreementParty, Signature


def completed_on(agreement: Agreement) -> date | None:
    """The day on which the last party signed; ``None`` while a party's day is not known to the day.

    ``parties`` and ``signatures`` must be loaded. A signature without a date of its own was given on the agreement's.
    """
    parties = [party for party in agreement.parties if not party.is_archived]
    days = [_signed_by(agreement, party) for party in parties]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def completed_otherwise(agreement: Agreement) -> date | None:
    """The day of :func:`completed_on` where at least one signature says so itself and the agreement says otherwise."""
    if not any(signature.signed for signature in _current(agreement.signatures)):
        return None
    day = completed_on(agreement)
    return day if day is not None and (agreement.signed is None or agreement.signed.day != day) else None


def signed_late(agreement: Agreement) -> list[Signature]:
    """The signatures that were surely given after the agreement's own date."""
    day = agreement.signed
    return [one for one in _current(agreement.signatures) if day and one.signed and day.is_surely_before(one.signed)]


def _signed_by(agreement: Agreement, party: AgreementParty) -> date | None:
    """The day on which the last of those who signed for ``party`` did."""
    own = [one for one in _current(agreement.signatures) if one.party_id == party.id]
    days = [when.day if (when := one.signed or agreement.signed) else None for one in own]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _current(signatures: Sequence[Signature]) -> list[Signature]:
    return [signature for signature in signatures if not signature.is_archived]
