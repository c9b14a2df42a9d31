"""Whether a tie is dormant (휴면): proposed by what is recorded, said by a person, with the reason and the day."""

from datetime import date

from partnerships.commands.records import assign, at_version
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.partnership import Partnership
from partnerships.permissions import Viewer, ensure_may


def mark_dormant(
    actor: Viewer, tie: Partnership, today: date, version: int | None = None, reason: str | None = None
) -> None:
    """Say that nothing has come of the tie for long; where the sides stand is not touched by it."""
    with transaction(actor, "mark_dormant", reason):
        _say(actor, tie, True, today, version, reason)


def keep_awake(
    actor: Viewer, tie: Partnership, today: date, version: int | None = None, reason: str | None = None
) -> None:
    """Say that the tie is not dormant; it is proposed again only after a while without anything recorded."""
    with transaction(actor, "keep_awake", reason):
        _say(actor, tie, False, today, version, reason)


def _say(
    actor: Viewer, tie: Partnership, is_dormant: bool, today: date, version: int | None, reason: str | None
) -> None:
    ensure_may(actor, "partnership.write", tie)
    at_version(tie, version)
    if not reason:
        raise Invalid("reason", N_("Enter the reason."))
    assign(tie, {"is_dormant": is_dormant, "dormancy_on": today, "dormancy_note": reason})
