"""The blueprint that the pages of cities share, and the addresses above their parts."""

from flask import Blueprint, url_for
from flask_babel import gettext

from partnerships.models.city import City
from partnerships.web.current import language

blueprint = Blueprint("cities", __name__, url_prefix="/cities")

ONE = "/<reference('CTY'):reference>"


def city_crumbs(city: City) -> list[tuple[str, str]]:
    return [
        (gettext("Cities"), url_for("cities.list")),
        (city.name.text(language()), url_for("cities.show", reference=city.reference)),
    ]
