"""The watch (만료·갱신 관리): what comes up for agreements, what is not known of their terms, what awaits approval."""

from partnerships.queries.watch.approvals import PendingFilter, count_pending_approvals, list_pending_approvals
from partnerships.queries.watch.coming import AHEAD, DEFAULT_REVIEW_MONTHS, STAGES, Coming, Urgency, stage_of
from partnerships.queries.watch.listing import (
    Month,
    WatchFilter,
    count_urgencies,
    find_coming,
    list_calendar,
    list_coming,
    list_departments,
    list_handled_lately,
    list_month,
    list_own_homes,
    list_untold,
)
from partnerships.queries.watch.log import WatchLog, find_handling, watch_log_of
from partnerships.queries.watch.terms import count_unknown_terms, is_unknown, list_unknown_terms, reason_unknown

__all__ = [
    "AHEAD",
    "DEFAULT_REVIEW_MONTHS",
    "STAGES",
    "Coming",
    "Month",
    "PendingFilter",
    "Urgency",
    "WatchFilter",
    "WatchLog",
    "count_pending_approvals",
    "count_unknown_terms",
    "count_urgencies",
    "find_coming",
    "find_handling",
    "is_unknown",
    "list_calendar",
    "list_coming",
    "list_departments",
    "list_handled_lately",
    "list_month",
    "list_own_homes",
    "list_pending_approvals",
    "list_unknown_terms",
    "list_untold",
    "reason_unknown",
    "stage_of",
    "watch_log_of",
]
