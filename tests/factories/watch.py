"""What the watch looks at: agreements that end, renew themselves or go on, and how they were handled."""

from datetime import UTC, date, datetime
from typing import Any

from partnerships.models.agreement import (
    Agreement,
    AgreementStatus,
    NoticeKind,
    RenewalKind,
    TermKind,
    WatchHandling,
    WatchKind,
    WatchOutcome,
)
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from tests.factories.agreement import make_agreement
from tests.factories.saving import save, save_again, with_defaults


def make_ending(home: City, until: date, **details: Any) -> Agreement:
    """An agreement in force until a day, renewed by agreement only; it was entered long before."""
    defaults = {
        "status": AgreementStatus.IN_FORCE,
        "term_kind": TermKind.UNTIL_DATE,
        "term_until": until,
        "renewal_kind": RenewalKind.BY_AGREEMENT,
    }
    return make_watched(home, **with_defaults(defaults, details))


def make_renewing(home: City, effective: date, **details: Any) -> Agreement:
    """One of ten years that renews itself by five, with three months' notice."""
    defaults = {
        "status": AgreementStatus.IN_FORCE,
        "effective": PartialDate.of(effective),
        "term_kind": TermKind.MONTHS,
        "term_months": 120,
        "renewal_kind": RenewalKind.AUTOMATIC,
        "renewal_months": 60,
        "notice_kind": NoticeKind.MONTHS,
        "notice_months": 3,
    }
    return make_watched(home, **with_defaults(defaults, details))


def make_evergreen(home: City, effective: date, **details: Any) -> Agreement:
    """One that holds for good, to be reviewed every two years."""
    defaults = {
        "status": AgreementStatus.IN_FORCE,
        "effective": PartialDate.of(effective),
        "term_kind": TermKind.INDEFINITE,
        "review_months": 24,
    }
    return make_watched(home, **with_defaults(defaults, details))


def make_watched(home: City, entered: date = date(2010, 1, 4), **details: Any) -> Agreement:
    """An agreement that was entered on a day long past, so that all that came since concerns it."""
    agreement = make_agreement(home, **details)
    agreement.created_at = datetime(entered.year, entered.month, entered.day, 3, tzinfo=UTC)
    return save_again(agreement)


def make_handling(agreement: Agreement, kind: WatchKind, day: date, **details: Any) -> WatchHandling:
    """An entry that what comes up on ``day`` is in talks."""
    defaults = {"outcome": WatchOutcome.IN_TALKS, "handled_on": day, "note": "상대도시와 협의 중"}
    return save(WatchHandling(agreement_id=agreement.id, kind=kind, day=day, **with_defaults(defaults, details)))
