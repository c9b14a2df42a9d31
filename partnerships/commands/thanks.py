"""The letters of thanks of a visit: listed in one act, each to be written within a week of its end."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Final

from partnerships.commands.letter import record_letter
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.base import Disclosure
from partnerships.models.letter import Letter, LetterKind
from partnerships.models.visit import Visit
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.thanks import Thanks, thanks_proposed

WITHIN: Final = timedelta(days=7)


def list_thanks(actor: Viewer, visit: Visit, keys: Collection[str], today: date) -> Sequence[Letter]:
    """Record a letter of thanks to be written for each of the proposals that ``keys`` name.

    ``visit`` is as ``get_visit`` loads it. A proposal that a colleague has taken up meanwhile is passed over, so that
    nobody is thanked twice.
    """
    with transaction(actor, "list_thanks"):
        ensure_may(actor, "letter.write", visit)
        if not keys:
            raise Invalid(None, N_("Tick who is to be thanked."))
        due = thanks_due(visit, today)
        return [_to_write(actor, visit, one, due) for one in thanks_proposed(actor, visit) if one.key in keys]


def thanks_due(visit: Visit, today: date) -> date | None:
    """Until when thanks are due; a visit so long over that this day has passed raises no late duties."""
    over = visit.ends or visit.starts
    last = over.latest if over else None
    if last is None or last + WITHIN < today:
        return None
    return last + WITHIN


def _to_write(actor: Viewer, visit: Visit, thanks: Thanks, due: date | None) -> Letter:
    names = thanks.name
    korean, english = names.ko or names.en, names.en or names.ko
    return record_letter(
        actor,
        kind=LetterKind.THANKS,
        title_ko=f"{korean} 앞 감사 서한",
        title_en=f"Letter of thanks to {english}",
        addressee=thanks.person,
        addressee_organisation=thanks.organisation,
        addressee_told=thanks.told or (thanks.title.text("ko") or None),
        partner=thanks.partner,
        visit=visit,
        due_on=due,
        home=visit.home,
        department=visit.department,
        owner=visit.owner,
        disclosure=visit.disclosure.stricter(Disclosure.INTERNAL),
        is_example=visit.is_example,
    )
