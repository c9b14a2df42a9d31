"""Which agreements recorded already are likely the very paper that somebody is about to record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import selectinload

from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementKind, AgreementParty
from partnerships.models.alias import folded
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.types import PartialDate, earliest, latest
from partnerships.permissions import Viewer, visible_to

# Papers signed no further apart than this may be one and the same.
APART = timedelta(days=31)
# How alike two titles are, from 0 to 1, that may mean one paper.
ALIKE = 0.75
SHOWN = 5


@dataclass(frozen=True)
class NewPaper:
    """What is known of the paper that is about to be recorded."""

    kind: AgreementKind | None = None
    titles: Sequence[str | None] = ()
    signed: PartialDate | None = None
    ties: Sequence[Partnership] = ()
    bodies: Sequence[City | Organisation] = field(default_factory=tuple)

    @property
    def folded_titles(self) -> set[str]:
        return {_tight(title) for title in self.titles if title}


@dataclass(frozen=True)
class Likeness:
    """A recorded agreement that may be the same paper; ``reason`` is a message that says why."""

    agreement: Agreement
    reason: str


def likely_duplicates(viewer: Viewer, paper: NewPaper) -> list[Likeness]:
    """Agreements that may be ``paper``: the same title, or the same partner, about the same day, and alike otherwise.

    The home side itself says nothing: every paper of the office has it.
    """
    conditions = [*_by_title(paper), *_by_partner(paper)]
    if not conditions:
        return []
    found = db.session.scalars(
        select(Agreement)
        .where(visible_to(viewer, Agreement), Agreement.archived_at.is_(None), or_(*conditions))
        .options(selectinload(Agreement.parties), selectinload(Agreement.partnerships))
        .order_by(earliest(Agreement.signed).desc().nulls_last(), Agreement.id.desc())
    )
    alike = (Likeness(agreement, reason) for agreement in found if (reason := _reason(agreement, paper)))
    return [one for one, _number in zip(alike, range(SHOWN), strict=False)]


def _by_title(paper: NewPaper) -> Iterator[ColumnElement[bool]]:
    """Titles alike but for case and spaces; accents are left to the look at each one found."""
    for title in paper.titles:
        if title:
            wanted = title.lower().replace(" ", "")
            for column in (Agreement.title_ko, Agreement.title_en):
                yield func.replace(func.lower(column), " ", "") == wanted


def _by_partner(paper: NewPaper) -> Iterator[ColumnElement[bool]]:
    """Papers with one of the ties or of the partners, signed about the same day or not signed yet."""
    partners: list[ColumnElement[bool]] = []
    if paper.ties:
        partners.append(Agreement.partnerships.any(Partnership.id.in_([tie.id for tie in paper.ties])))
    cities = [body.id for body in paper.bodies if isinstance(body, City) and not body.is_home]
    cities += [tie.partner_id for tie in paper.ties]
    units = [body.id for body in paper.bodies if isinstance(body, Organisation)]
    named: list[Any] = [AgreementParty.city_id.in_(cities)] if cities else []
    named += [AgreementParty.organisation_id.in_(units)] if units else []
    if named:
        partners.append(Agreement.parties.any(and_(or_(*named), AgreementParty.archived_at.is_(None))))
    if cities:
        partners.append(Agreement.partnerships.any(Partnership.partner_id.in_(cities)))
    first, last = _span(paper.signed)
    if partners and first and last:
        about = and_(latest(Agreement.signed) >= first - APART, earliest(Agreement.signed) <= last + APART)
        yield and_(or_(*partners), or_(about, earliest(Agreement.signed).is_(None)))


def _reason(agreement: Agreement, paper: NewPaper) -> str | None:
    titles = {_tight(title) for title in (agreement.title_ko, agreement.title_en) if title}
    shared = _shares_partner(agreement, paper)
    if titles & paper.folded_titles and shared is not False:
        return N_("The same title")
    if not shared or not _is_about_then(agreement, paper):
        return None
    if agreement.kind is paper.kind:
        return N_("The same partner and kind of paper, about the same day")
    pairs = ((one, other) for one in titles for other in paper.folded_titles)
    if any(SequenceMatcher(None, one, other).ratio() >= ALIKE for one, other in pairs):
        return N_("The same partner and a similar title, about the same day")
    return None


def _shares_partner(agreement: Agreement, paper: NewPaper) -> bool | None:
    """Whether both have a partner in common; ``None`` where one of them does not say."""
    ours = {("tie", tie.id) for tie in paper.ties} | {("city", tie.partner_id) for tie in paper.ties}
    ours |= {_key(body) for body in paper.bodies if not getattr(body, "is_home", False)}
    theirs = {("tie", tie.id) for tie in agreement.partnerships}
    theirs |= {("city", tie.partner_id) for tie in agreement.partnerships}
    for party in agreement.parties:
        if not party.is_archived and party.city_id != agreement.home_id:
            theirs.add(("city", party.city_id) if party.city_id else ("organisation", party.organisation_id or 0))
    return bool(ours & theirs) if ours and theirs else None


def _key(body: City | Organisation) -> tuple[str, int]:
    return ("city" if isinstance(body, City) else "organisation", body.id)


def _is_about_then(agreement: Agreement, paper: NewPaper) -> bool:
    """Whether both were signed about the same day, or the recorded one is not signed yet."""
    first, last = _span(paper.signed)
    own_first, own_last = _span(agreement.signed)
    if own_first is None or own_last is None:
        return True
    return first is not None and last is not None and own_last >= first - APART and own_first <= last + APART


def _span(signed: PartialDate | None) -> tuple[date | None, date | None]:
    return (signed.earliest, signed.latest) if signed else (None, None)


def _tight(title: str) -> str:
    return folded(title).replace(" ", "")
