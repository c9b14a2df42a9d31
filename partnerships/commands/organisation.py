"""How organisations change: recorded, revised, put away and brought back."""

from typing import TypedDict, Unpack

from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_disclosure_within_reach,
    keep_out_of_circle,
    put_away,
    require_either,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.organisation import Organisation, OrganisationKind
from partnerships.permissions import Viewer, ensure_may


class OrganisationDetails(TypedDict, total=False):
    """What an officer says of an organisation; what is left out stays as it is."""

    name_ko: str | None
    name_en: str | None
    name_local: str | None
    kind: OrganisationKind
    city: City | None
    parent: Organisation | None
    website: str | None
    phone: str | None
    note: str | None
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


def record_organisation(actor: Viewer, **details: Unpack[OrganisationDetails]) -> Organisation:
    """Record a new organisation; at least one name and its kind are needed."""
    with transaction(actor, "record_organisation"):
        ensure_may(actor, "organisation.write")
        organisation = Organisation(disclosure=Disclosure.INTERNAL)
        give_reference(organisation)
        _apply(actor, organisation, details)
        add(organisation)
    return organisation


def revise_organisation(
    actor: Viewer, organisation: Organisation, version: int | None = None, **details: Unpack[OrganisationDetails]
) -> None:
    """Change what is recorded of ``organisation``, held to the ``version`` that was on the screen."""
    with transaction(actor, "revise_organisation"):
        ensure_may(actor, "organisation.write", organisation)
        at_version(organisation, version)
        _apply(actor, organisation, details)


def archive_organisation(actor: Viewer, organisation: Organisation) -> None:
    """Put ``organisation`` away; posts and papers that name it keep it."""
    with transaction(actor, "archive_organisation"):
        ensure_may(actor, "organisation.write", organisation)
        put_away(organisation)


def restore_organisation(actor: Viewer, organisation: Organisation) -> None:
    """Bring an archived ``organisation`` back."""
    with transaction(actor, "restore_organisation"):
        ensure_may(actor, "organisation.write", organisation)
        bring_back(organisation)


def _apply(actor: Viewer, organisation: Organisation, details: OrganisationDetails) -> None:
    after = {**{name: getattr(organisation, name) for name in ("name_ko", "name_en", "kind")}, **details}
    require_either(after, "name_ko", "name_en", message=N_("Enter a name in Korean or in English."))
    if not after["kind"]:
        raise Invalid("kind", N_("Choose what kind of organisation it is."))
    keep_out_of_circle(organisation, details.get("parent"), N_("An organisation cannot be part of itself."))
    keep_disclosure_within_reach(actor, organisation, details.get("disclosure"))
    assign(organisation, details)
