"""Gifts."""

from datetime import date
from typing import Any

from partnerships.models.city import City
from partnerships.models.gift import Gift, GiftWay
from partnerships.models.types import PartialDate
from tests.factories.saving import number, save, with_defaults


def make_gift(home: City, **details: Any) -> Gift:
    """A vase received on 21 October 2013 of which nobody stated the value."""
    one = number()
    defaults = {
        "way": GiftWay.RECEIVED,
        "title_ko": f"도자기 화병 {one}",
        "title_en": f"Ceramic vase {one}",
        "happened": PartialDate.parse("2013-10-21"),
    }
    return save(Gift(home=home, **with_defaults(defaults, details)), date(2013, 10, 21))
