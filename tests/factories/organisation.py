"""Organisations."""

from typing import Any

from partnerships.models.city import City
from partnerships.models.organisation import Organisation, OrganisationKind
from tests.factories.saving import number, save, with_defaults


def make_organisation(**details: Any) -> Organisation:
    """A university of no city in particular."""
    one = number()
    defaults = {
        "name_ko": f"시립대학교 {one}",
        "name_en": f"Municipal University {one}",
        "kind": OrganisationKind.UNIVERSITY,
    }
    return save(Organisation(**with_defaults(defaults, details)))


def make_department(home: City, **details: Any) -> Organisation:
    """A department of the home city."""
    one = number()
    defaults = {
        "name_ko": f"국제협력과 {one}",
        "name_en": f"International Relations Division {one}",
        "kind": OrganisationKind.DEPARTMENT,
        "city": home,
        "phone": "02-2133-5285",
    }
    return make_organisation(**with_defaults(defaults, details))
