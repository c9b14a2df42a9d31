"""Cooperation areas."""

from typing import Any

from partnerships.models.base import Disclosure
from partnerships.models.cooperation_area import CooperationArea
from tests.factories.saving import number, save, with_defaults


def make_area(**details: Any) -> CooperationArea:
    """A field of cooperation."""
    one = number()
    defaults = {
        "name_ko": f"도시환경 {one}",
        "name_en": f"Urban environment {one}",
        "position": one,
        "sdgs": "11, 13",
        "disclosure": Disclosure.PUBLIC,
    }
    return save(CooperationArea(**with_defaults(defaults, details)))
