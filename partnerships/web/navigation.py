"""The menu at the left: what the account may see, and nothing that does not work yet."""

from typing import NamedTuple

from flask import request, url_for
from flask_babel import gettext

from partnerships.languages import N_
from partnerships.permissions import may
from partnerships.web.current import viewer


class Entry(NamedTuple):
    """One line of the menu."""

    label: str
    url: str
    current: bool


# (label, endpoint, action, group): the group is what marks the line as current.
_MENU: tuple[tuple[str, str, str, str], ...] = (
    (N_("Dashboard"), "dashboard.show", "dashboard.read", "dashboard"),
    (N_("Partnerships"), "partnerships.list", "partnership.read", "partnerships"),
    (N_("Agreements"), "agreements.list", "agreement.read", "agreements"),
    (N_("Watch"), "watch.show", "watch.read", "watch"),
    (N_("Commitments"), "commitments.board", "agreement.read", "commitments"),
    (N_("Visits"), "visits.list", "visit.read", "visits"),
    (N_("Tasks"), "tasks.list", "visit.read", "tasks"),
    (N_("Today"), "today.show", "visit.read", "today"),
    (N_("Calendar"), "calendar.show", "calendar.read", "calendar"),
    (N_("Activities"), "activities.list", "activity.read", "activities"),
    (N_("Gifts"), "gifts.list", "gift.read", "gifts"),
    (N_("Letters"), "letters.list", "letter.read", "letters"),
    (N_("Cities"), "cities.list", "city.read", "cities"),
    (N_("People"), "people.list", "person.read", "people"),
    (N_("Organisations"), "organisations.list", "organisation.read", "organisations"),
    (N_("Documents"), "documents.list", "document.read", "documents"),
    (N_("Briefs"), "briefs.list", "brief.print", "briefs"),
    (N_("Cooperation areas"), "areas.list", "area.read", "areas"),
    (N_("Visit checklists"), "visit_checklists.list", "checklist.read", "visit_checklists"),
    (N_("Tier labels"), "tier_labels.list", "label.manage", "tier_labels"),
    (N_("Accounts"), "accounts.list", "account.manage", "accounts"),
    (N_("Audit trail"), "audit.list", "audit.read", "audit"),
)


def navigation() -> list[Entry]:
    """The menu for the signed-in account."""
    here = (request.endpoint or "").partition(".")[0]
    return [
        Entry(gettext(label), url_for(endpoint), here == group)
        for label, endpoint, action, group in _MENU
        if may(viewer(), action)
    ]
