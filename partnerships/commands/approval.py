"""The rules of every approval, whatever it is an approval of: whose it is, and how its decision hangs together."""

from typing import TypedDict

from partnerships.commands.records import assign
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.approval import Approval, ApprovalKind, ApprovalResult
from partnerships.models.organisation import Organisation
from partnerships.models.side import Side
from partnerships.models.types import PartialDate

# The results that somebody reached on a day; a request may be withdrawn on a day that nobody wrote down.
_DECISIONS = (ApprovalResult.GRANTED, ApprovalResult.REFUSED)
# A new approval has no result yet until it is saved.
_UNDECIDED = (None, ApprovalResult.PENDING)


class ApprovalDetails(TypedDict, total=False):
    """What an officer says of an approval; what is left out stays as it is."""

    kind: ApprovalKind | None
    side: Side
    body: str | None
    organisation: Organisation | None
    requested: PartialDate | None
    decided: PartialDate | None
    number: str | None
    vote: str | None
    result: ApprovalResult
    is_required: bool
    note: str | None
    source: str | None


def apply_approval(approval: Approval, details: ApprovalDetails) -> None:
    """Set ``details`` of ``approval`` after asking the rules; ``organisation`` must be loaded."""
    if details.get("kind", approval.kind) is None:
        raise Invalid("kind", N_("Choose what is asked of the body."))
    if not (details.get("body", approval.body) or details.get("organisation", approval.organisation)):
        raise Invalid("body", N_("Enter whose approval it is, or choose the organisation."))
    _hold_together(
        details.get("result", approval.result),
        details.get("requested", approval.requested),
        details.get("decided", approval.decided),
        details.get("vote", approval.vote),
    )
    assign(approval, details)


def _hold_together(
    result: ApprovalResult | None, requested: PartialDate | None, decided: PartialDate | None, vote: str | None
) -> None:
    """Whether result, dates and vote of an approval can all be true."""
    if result in _DECISIONS and decided is None:
        raise Invalid("decided", N_("Enter when it was decided, if only the year."))
    if result in _UNDECIDED and decided is not None:
        raise Invalid("result", N_("It was decided on a day: choose how."))
    if result in _UNDECIDED and vote:
        raise Invalid("vote", N_("There is no vote before the decision."))
    if requested and decided and decided.is_surely_before(requested):
        raise Invalid("decided", N_("It cannot be decided before it was requested."))
