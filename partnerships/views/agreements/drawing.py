"""The family of an agreement as the values that its drawing takes, in the reader's language."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext

from partnerships.briefs.drawings.lineage import Paper, Step, draw_lineage
from partnerships.models.agreement import Agreement, AgreementStatus
from partnerships.queries.agreement import FamilyMember
from partnerships.web.current import language, today
from partnerships.web.filters import label, partial

_BEFORE = (AgreementStatus.DRAFTING, AgreementStatus.NEGOTIATING, AgreementStatus.CLEARED)
_VALID = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)


def family_drawing(agreement: Agreement, family: Sequence[FamilyMember]) -> str:
    """The SVG of ``family``, with papers outside the system and with ``agreement`` marked."""
    papers, steps = [], []
    for member in family:
        papers.append(_paper(member.agreement, is_current=member.agreement.id == agreement.id))
        for link in member.links:
            earlier = link.target.reference if link.target else f"outside-{link.id}"
            if link.target is None:
                papers.append(_outside(earlier, link.target_text or ""))
            steps.append(Step(member.agreement.reference, earlier, label(link.relation)))
    return draw_lineage(papers, steps, gettext("The family of this agreement"), gettext("This agreement"))


def _paper(agreement: Agreement, *, is_current: bool) -> Paper:
    status = agreement.status_on(today())
    return Paper(
        key=agreement.reference,
        title=agreement.title.text(language()),
        when=partial(agreement.signed) or gettext("Not signed"),
        kind=label(agreement.kind),
        status=label(status),
        shape="before" if status in _BEFORE else "valid" if status in _VALID else "over",
        url=url_for("agreements.show", reference=agreement.reference),
        is_current=is_current,
    )


def _outside(key: str, title: str) -> Paper:
    return Paper(key, title, when="", kind="", status=gettext("not recorded here"), shape="outside")
