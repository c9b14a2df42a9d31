"""From records to the event summary's plain values."""

from datetime import date

from partnerships.briefs.composing.composer import Composer
from partnerships.briefs.event_summary import DayItem, EventSummary, SeatingPlan
from partnerships.briefs.paper import Edition
from partnerships.briefs.pieces import Attachment
from partnerships.briefs.wording import write_people
from partnerships.languages import N_, Language
from partnerships.models.visit import OVER, ProgrammeItem, Seating
from partnerships.queries.brief import Event


def compose_event_summary(event: Event, language: Language, edition: Edition, as_of: date) -> EventSummary:
    """The draft of the event summary of ``event``; staleness and open questions are judged at ``as_of``.

    A public edition leaves out what is restricted and says so in ``omissions``.
    """
    return _EventComposer(event, language, edition, as_of).compose()


class _EventComposer(Composer):
    """Composes one event summary."""

    def __init__(self, event: Event, language: Language, edition: Edition, as_of: date) -> None:
        super().__init__(event.visit, language, edition, as_of, event.hidden)
        self.event = event

    def compose(self) -> EventSummary:
        item, visit = self.event.item, self.visit
        agreements = self.published(self.event.agreements, N_("Agreements that are restricted"))
        ties = self.published(self.event.ties, N_("Ties that are restricted"))
        documents = self.published(
            [document for document in item.documents if not document.is_archived], N_("Attachments that are restricted")
        )
        zone_words, home_starts, home_ends = self.home_time(item)
        day = item.day or self.as_of
        sides = self.sides(item)
        return EventSummary(
            language=self.language,
            edition=self.edition,
            classification=self.classification([*agreements, *ties, *documents]),
            as_of=self.as_of,
            title=self.say(item.title),
            kind=self.word(item.kind.label),
            visit=self.say(visit.title),
            completed=visit.status in OVER,
            day=item.day,
            starts=item.starts_at,
            ends=item.ends_at,
            zone=item.zone,
            zone_words=zone_words,
            home_starts=home_starts,
            home_ends=home_ends,
            place=self.place(item),
            host=self.say(item.host.name) if item.host else "",
            audience=item.audience_count,
            interpretation=self.interpretation(item),
            sides=sides,
            contents=self.lines(self.say(item.contents)),
            order=self.steps(item),
            seating_plan=SeatingPlan.NOT_STATED if item.seating is Seating.NONE else SeatingPlan.ATTACHED,
            agreements=tuple(self.signed(agreement) for agreement in agreements),
            day_items=tuple(self._day_item(other) for other in self.event.day_items),
            ties=tuple(self.tie(tie, day, self.event.earlier[tie.id]) for tie in ties),
            attachments=tuple(
                Attachment(title=self.say(document.title), has_file=document.has_file) for document in documents
            ),
            department=self.say(visit.department.name) if visit.department else "",
            phone=(visit.department.phone or "") if visit.department else "",
            omissions=self.all_omissions(),
        )

    def _day_item(self, other: ProgrammeItem) -> DayItem:
        notes = [
            write_people(other.audience_count, self.language) if other.audience_count else "",
            self.interpretation(other),
        ]
        return DayItem(
            title=self.say(other.title),
            starts=other.starts_at,
            ends=other.ends_at,
            place=self.place(other),
            note=", ".join(filter(None, notes)),
        )
