"""What the visit stands on: ties with agreements, commitments and visits, and what is known of the cities."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from partnerships.briefs.composing.composer import Composer
from partnerships.briefs.paper import Edition
from partnerships.briefs.visit_book import (
    AgreementState,
    CityProfile,
    CommitmentState,
    Fact,
    PastVisit,
    TieState,
)
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, Commitment
from partnerships.models.base import Disclosure, Record
from partnerships.models.city import City, CityFact, FactKind
from partnerships.models.partnership import Partnership, Side
from partnerships.models.visit import Visit
from partnerships.queries.agreement.evidence import Shown
from partnerships.queries.agreement.occurrences import Source, is_overdue
from partnerships.queries.brief import Book
from partnerships.queries.countries import country_name

# So many of the latest are told of each; the rest is counted.
_PIECES: Final = 2
_VISITS: Final = 6


class StandingWriter:
    """Writes ties and cities; ``told`` collects the records that the book tells of."""

    def __init__(self, pen: Composer, book: Book) -> None:
        self.pen = pen
        self.book = book
        self.told: list[Record] = []

    def ties(self) -> tuple[TieState, ...]:
        """The ties as they stand on the paper's as-of date."""
        shown = self.pen.published(self.book.ties, N_("Ties that are restricted"))
        self.told += shown
        return tuple(self._tie(tie) for tie in shown)

    def _tie(self, tie: Partnership) -> TieState:
        pen = self.pen
        agreements = pen.published(self.book.agreements[tie.id], N_("Agreements that are restricted"))
        visits = self._visits(tie)
        agreements = [one for one in agreements if not _is_after(one.signed.earliest if one.signed else None, pen)]
        self.told += [*agreements, *visits]
        by_id = {visit.id: visit for visit in visits}
        promises = [(one, by_id[one.visit_id]) for one in self.book.promises if one.visit_id in by_id]
        return TieState(
            tie=pen.tie(tie, pen.as_of, ()),
            status=pen.word(tie.home_status.label),
            agreements=tuple(self._agreement(one) for one in agreements),
            promises=tuple(self._commitment(one, visit) for one, visit in promises),
            visits=tuple(self._visit(visit) for visit in visits[:_VISITS]),
            more_visits=max(len(visits) - _VISITS, 0),
        )

    def _visits(self, tie: Partnership) -> list[Visit]:
        """The other visits of ``tie``; who travels where next is no news for a public edition."""
        visits = list(self.book.visits[tie.id])
        if self.pen.edition is Edition.INTERNAL:
            return visits
        shown = [one for one in visits if one.disclosure is Disclosure.PUBLIC]
        if len(shown) < len(visits):
            left_out = self.pen.word(N_("Visits that are not public"))
            self.pen.omissions.append(f"{left_out}: {len(visits) - len(shown)}")
        return shown

    def _agreement(self, agreement: Agreement) -> AgreementState:
        pen = self.pen
        ends = agreement.running_term_ends(pen.as_of)
        commitments = [one for one in agreement.commitments if not one.is_archived]
        return AgreementState(
            title=pen.say(agreement.title),
            kind=pen.word(agreement.kind.label),
            status=pen.word(agreement.status_on(pen.as_of).label),
            signed_on=agreement.signed.iso if agreement.signed else "",
            ends_on=ends.isoformat() if ends else "",
            commitments=tuple(self._commitment(one, agreement) for one in commitments),
        )

    def _commitment(self, commitment: Commitment, source: Source) -> CommitmentState:
        pen = self.pen
        evidence = self._evidence(commitment)
        days = [one.when.earliest for one in evidence if one.when and one.when.earliest]
        return CommitmentState(
            text=pen.say(commitment.text),
            owed_by=self._side(commitment.owed_by),
            status=pen.word(commitment.status.label),
            due=commitment.due.iso if commitment.due else "",
            evidence=tuple(self._piece(one) for one in evidence[:_PIECES]),
            pieces=len(evidence),
            is_overdue=pen.edition is Edition.INTERNAL and is_overdue(commitment, source, days, pen.as_of),
        )

    def _evidence(self, commitment: Commitment) -> Sequence[Shown]:
        """What shows that it was kept by the as-of date; a public edition knows of nothing restricted."""
        pen = self.pen
        return [
            one
            for one in self.book.evidence.get(commitment.id, ())
            if one.counts
            and not _is_after(one.when.earliest if one.when else None, pen)
            and (pen.edition is Edition.INTERNAL or one.disclosure is not Disclosure.RESTRICTED)
        ]

    def _piece(self, piece: Shown) -> str:
        when = self.pen.dated(piece.when)
        return f"{self.pen.say(piece.what)} ({when})" if when else self.pen.say(piece.what)

    def _side(self, side: Side) -> str:
        if side is Side.BOTH:
            return self.pen.word(side.label)
        return self.pen.home_name() if side is Side.HOME else self.pen.guests_name()

    def _visit(self, visit: Visit) -> PastVisit:
        return PastVisit(
            title=self.pen.say(visit.title),
            direction=self.pen.word(visit.direction.label),
            begins=visit.starts.iso if visit.starts else "",
        )

    def cities(self) -> tuple[CityProfile, ...]:
        """The cities of the other side, as far as anything is known of them."""
        shown = self.pen.published(self.book.cities, N_("Cities that are restricted"))
        return tuple(self._city(city) for city in shown)

    def _city(self, city: City) -> CityProfile:
        pen = self.pen
        name = pen.say(city.name)
        original = city.name_local or city.name.other(pen.language)
        facts = [fact for fact in city.facts if not fact.is_archived]
        return CityProfile(
            name=name,
            original=original if original != name else "",
            country=country_name(city.country, pen.language),
            website=city.website or "",
            facts=tuple(self._fact(fact) for fact in _in_order(facts)),
        )

    def _fact(self, fact: CityFact) -> Fact:
        pen = self.pen
        value = f"{_number(fact.number)} {fact.unit or ''}".strip() if fact.number is not None else ""
        return Fact(
            label=pen.word(fact.kind.label),
            value=value,
            lines=pen.lines(pen.say(fact.text)),
            as_of=fact.as_of.iso if fact.as_of else "",
            source=fact.source,
            is_stale=fact.is_stale(pen.as_of),
        )


def _is_after(day: date | None, pen: Composer) -> bool:
    return day is not None and day > pen.as_of


def _in_order(facts: Iterable[CityFact]) -> list[CityFact]:
    kinds = list(FactKind)
    return sorted(facts, key=lambda fact: (kinds.index(fact.kind), fact.id))


def _number(number: Decimal) -> str:
    """Without the zeros that the database fills in: ``827,526`` or ``121.4``."""
    return f"{number.normalize():,f}"
