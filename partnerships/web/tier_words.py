"""What a tier or a tie is called on a day: by the side itself, else by its office, else by the built-in label."""

from datetime import date

from flask import g

from partnerships.models.partnership import Partnership, Tier
from partnerships.models.types import PartialDate
from partnerships.queries.partnership import OfficeLabels, own_label, read_office_labels
from partnerships.web.current import language, today
from partnerships.web.words import catalogue

When = date | PartialDate | None


def tier_word(tier: Tier | None, home_id: int | None, when: When = None) -> str:
    """What the office of the home city calls ``tier`` then, today when it is not known; else the built-in label."""
    if tier is None:
        return ""
    return _office_labels().called(home_id, tier, _day(when), language()) or str(catalogue().ugettext(tier.label))


def tie_word(tie: Partnership, tier: Tier | None = None, when: When = None) -> str:
    """What ``tie``, of ``tier`` then, is called by its home side; its ``labels`` must be loaded."""
    tier = tier or tie.tier
    own = own_label(tie, tier, _day(when), language())
    return own.label if own else tier_word(tier, tie.home_id, when)


def _day(when: When) -> date:
    day = when.earliest if isinstance(when, PartialDate) else when
    return day or today()


def _office_labels() -> OfficeLabels:
    """Read once a request."""
    if "office_labels" not in g:
        g.office_labels = read_office_labels()
    found: OfficeLabels = g.office_labels
    return found
