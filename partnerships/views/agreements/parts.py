"""The parts of an agreement: parties, signatures, witnesses, texts, commitments, lineage."""

from typing import Any

from partnerships.commands import agreement as commands
from partnerships.forms.agreement import (
    CommitmentForm,
    LinkForm,
    PartyForm,
    SignatureForm,
    TextForm,
    WitnessForm,
)
from partnerships.languages import N_
from partnerships.models.agreement import Agreement
from partnerships.queries import agreement as queries
from partnerships.queries.document import documents_of
from partnerships.views.agreements.blueprint import (
    ONE,
    agreement_crumbs,
    area_options,
    blueprint,
    commitment_crumbs,
    lineage_crumbs,
    name_of_party,
)
from partnerships.web.current import language, viewer
from partnerships.web.parts import PartPages, add_part_pages


def _party_options(agreement: Agreement) -> dict[str, Any]:
    return {"party": [(party, name_of_party(party)) for party in agreement.parties if not party.is_archived]}


def _document_options(agreement: Agreement) -> dict[str, Any]:
    documents = documents_of(viewer(), agreement)
    return {"document": [(document, document.title.text(language())) for document in documents]}


def _commitment_options(agreement: Agreement) -> dict[str, Any]:
    return {"areas": area_options(queries.list_area_choices(agreement.areas))}


add_part_pages(
    blueprint,
    f"{ONE}/parties",
    PartPages(
        name="party",
        action="agreement.write",
        form=PartyForm,
        load=queries.get_agreement,
        find=queries.find_party,
        add=commands.add_party,
        revise=commands.revise_party,
        archive=commands.archive_party,
        crumbs=agreement_crumbs,
        title_new=N_("Add a party"),
        title_edit=N_("Change a party"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/signatures",
    PartPages(
        name="signature",
        action="agreement.write",
        form=SignatureForm,
        load=queries.get_agreement,
        find=queries.find_signature,
        add=commands.add_signature,
        revise=commands.revise_signature,
        archive=commands.archive_signature,
        crumbs=agreement_crumbs,
        title_new=N_("Add a signature"),
        title_edit=N_("Change a signature"),
        options=_party_options,
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/witnesses",
    PartPages(
        name="witness",
        action="agreement.write",
        form=WitnessForm,
        load=queries.get_agreement,
        find=queries.find_witness,
        add=commands.add_witness,
        revise=commands.revise_witness,
        archive=commands.archive_witness,
        crumbs=agreement_crumbs,
        title_new=N_("Add a witness"),
        title_edit=N_("Change a witness"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/texts",
    PartPages(
        name="text",
        action="agreement.write",
        form=TextForm,
        load=queries.get_agreement,
        find=queries.find_text,
        add=commands.add_text,
        revise=commands.revise_text,
        archive=commands.archive_text,
        crumbs=agreement_crumbs,
        title_new=N_("Add a text"),
        title_edit=N_("Change a text"),
        options=_document_options,
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/commitments",
    PartPages(
        name="commitment",
        action="agreement.write",
        form=CommitmentForm,
        load=queries.get_agreement,
        find=queries.find_commitment,
        add=commands.add_commitment,
        revise=commands.revise_commitment,
        archive=commands.archive_commitment,
        crumbs=commitment_crumbs,
        title_new=N_("Add a commitment"),
        title_edit=N_("Change a commitment"),
        options=_commitment_options,
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/lineage",
    PartPages(
        name="link",
        action="agreement.write",
        form=LinkForm,
        load=queries.get_agreement,
        find=queries.find_link,
        add=commands.add_link,
        revise=commands.revise_link,
        archive=commands.archive_link,
        crumbs=lineage_crumbs,
        title_new=N_("Add a step of lineage"),
        title_edit=N_("Change a step of lineage"),
    ),
)
