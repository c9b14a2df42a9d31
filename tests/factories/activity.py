"""Activities."""

from datetime import date
from typing import Any

from partnerships.models.activity import Activity, ActivityKind
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from tests.factories.saving import number, save, with_defaults


def make_activity(home: City, **details: Any) -> Activity:
    """A conference on urban regeneration in 2014."""
    one = number()
    defaults = {
        "kind": ActivityKind.CONFERENCE,
        "title_ko": f"도시재생 국제회의 {one}",
        "title_en": f"Conference on urban regeneration {one}",
        "starts": PartialDate.parse("2014-05-12"),
        "partnerships": [],
        "cities": [],
        "areas": [],
    }
    activity = Activity(home=home, **with_defaults(defaults, details))
    day = activity.starts.earliest if activity.starts else None
    return save(activity, day or date(2014, 1, 1))
