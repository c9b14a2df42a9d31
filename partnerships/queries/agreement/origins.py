"""What a commitment comes of, an agreement or a visit, as lists join it and narrow by it.

Both are asked in the same words and joined apart: one condition over either of two tables would keep a database from
walking along the index of one of them, and lists are long.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import aliased

from partnerships.models.agreement import Agreement, AgreementParty, Commitment
from partnerships.models.agreement.agreement import agreement_partnerships
from partnerships.models.city import City
from partnerships.models.partnership import Partnership
from partnerships.models.side import Side
from partnerships.models.types import earliest
from partnerships.models.visit import NOT_HELD, Delegation, Visit
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.agreement.occurrences import OWING, Source
from partnerships.queries.agreement.standing import standing
from partnerships.queries.listing import Named, is_city


@dataclass(frozen=True, eq=False)
class Origin:
    """One kind of record that commitments come of.

    ``key`` is the foreign key of the commitment, ``of_tie`` and ``tie`` the two of the table that names its ties.
    """

    model: Any
    key: Any
    of_tie: Any
    tie: Any

    def joined(self, viewer: Viewer, statement: Select[Any]) -> Select[Any]:
        """``statement``, of commitments, narrowed to the current ones of this origin that ``viewer`` may see."""
        joined = statement.join(self.model, self.model.id == self.key)
        if self is OF_VISIT:
            # Hardly any commitment comes of a visit: SQLite would read through all of them to find those few, and is
            # led to them by this.
            promised = aliased(Commitment)
            joined = joined.where(Commitment.id.in_(select(promised.id).where(promised.visit_id > 0)))
        return joined.where(
            Commitment.archived_at.is_(None), self.model.archived_at.is_(None), visible_to(viewer, self.model)
        )

    def binds(self, today: date) -> ColumnElement[bool]:
        """Whether what was promised there binds anybody, as `occurrences.binds` tells it."""
        if self is OF_VISIT:
            return Visit.status.not_in(NOT_HELD)
        return standing(today).in_(OWING)

    def begins_on(self) -> ColumnElement[date | None]:
        """From when it is owed, as `occurrences.begins_on` tells it."""
        of_source = (Visit.starts,) if self is OF_VISIT else (Agreement.effective, Agreement.signed)
        return func.coalesce(earliest(Commitment.begins), *(earliest(one) for one in of_source))

    def under_ties(self, ties: Any) -> ColumnElement[bool]:
        """Whether it falls under one of ``ties``, a select of their ids."""
        falling: ColumnElement[bool] = self.model.id.in_(select(self.of_tie).where(self.tie.in_(ties)))
        return falling

    def with_partner(self, viewer: Viewer, wanted: Named) -> ColumnElement[bool]:
        """Whether the city that is named is at the other end of a tie, a party, or sent a delegation."""
        partner, party = aliased(City), aliased(City)
        body: Any = Delegation if self is OF_VISIT else AgreementParty
        ties = (
            select(Partnership.id)
            .join(partner, partner.id == Partnership.partner_id)
            .where(is_city(wanted, partner), visible_to(viewer, Partnership))
        )
        bodies = (
            select(body.visit_id if self is OF_VISIT else body.agreement_id)
            .join(party, party.id == body.city_id)
            .where(is_city(wanted, party), body.archived_at.is_(None), body.side == Side.PARTNER)
        )
        return or_(self.under_ties(ties), self.model.id.in_(bodies))


OF_AGREEMENT = Origin(
    Agreement, Commitment.agreement_id, agreement_partnerships.c.agreement_id, agreement_partnerships.c.partnership_id
)
OF_VISIT = Origin(Visit, Commitment.visit_id, visit_partnerships.c.visit_id, visit_partnerships.c.partnership_id)
ORIGINS = (OF_AGREEMENT, OF_VISIT)


def action_to_write(source: Source) -> str:
    """The act, as the permission map names it, of entering what is owed under ``source``."""
    return "visit.write" if isinstance(source, Visit) else "agreement.write"
