"""From attendees to a seating plan's plain values, in one language."""

from collections.abc import Callable, Sequence

from partnerships.briefs.catalogue import translations_of
from partnerships.briefs.drawings.seating import Seated, SeatingPlan, plan_seats
from partnerships.languages import N_
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.visit import Attendee, ProgrammeItem, Seating, Visit
from partnerships.queries.visit.participants import person_behind
from partnerships.queries.visit.seating import interprets, seating_of, stays_away


def seated_of(
    attendees: Sequence[Attendee], visit: Visit, language: str, names: Callable[[Person], str] | None = None
) -> tuple[Seated, ...]:
    """``attendees`` as a plan takes them; ``names`` may withhold the name of a person, who then sits by post."""
    return tuple(
        _seated(attendee, attendee.person or person_behind(attendee, visit, attendees), language, names)
        for attendee in attendees
    )


def plan_of(
    item: ProgrammeItem,
    visit: Visit,
    language: str,
    shape: Seating | None = None,
    names: Callable[[Person], str] | None = None,
) -> SeatingPlan | None:
    """The seating plan of ``item``, or as it would be in another ``shape``; ``None`` without one or without people.

    Of ``visit`` the home city and the delegations with their cities, organisations and people must be loaded.
    """
    shape = shape or item.seating
    home, guests = seating_of(item)
    if shape is Seating.NONE or not (home or guests):
        return None
    home_name = visit.home.name.text(language) if visit.home else ""
    return plan_seats(
        shape,
        seated_of(home, visit, language, names),
        seated_of(guests, visit, language, names),
        home_name,
        guests_name_of(visit, language),
    )


def guests_name_of(visit: Visit, language: str) -> str:
    """The guests by the names of their cities or organisations; empty without a delegation."""
    parties = [
        delegation.city or delegation.organisation
        for delegation in visit.delegations
        if delegation.side is Side.PARTNER and not delegation.is_archived
    ]
    return " · ".join(dict.fromkeys(party.name.text(language) for party in parties if party))


def _seated(attendee: Attendee, person: Person | None, language: str, names: Callable[[Person], str] | None) -> Seated:
    title = attendee.title.text(language)
    name = ""
    if person is not None:
        name = names(person) if names else person.name.text(language)
    unnamed = translations_of(language).gettext(N_("Somebody whose name is restricted"))
    return Seated(
        name=name or title or unnamed,
        post=title if name else "",
        count=attendee.count,
        is_interpreter=interprets(attendee),
        absent=stays_away(attendee),
        seat=attendee.seat,
        key=attendee.id,
    )
