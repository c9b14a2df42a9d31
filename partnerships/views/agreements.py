"""Pages of agreements: the list, an agreement with its commitments and its lineage, its life, and their forms."""

from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import agreement as commands
from partnerships.forms.agreement import (
    AgreementForm,
    CommitmentForm,
    LinkForm,
    MoveForm,
    NewAgreementForm,
    PartyForm,
    SignatureForm,
)
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementKind, AgreementParty, AgreementStatus
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.partnership import Partnership, Side
from partnerships.queries import agreement as queries
from partnerships.queries.audit import history_of
from partnerships.queries.city import list_homes
from partnerships.queries.document import documents_of
from partnerships.web.current import language, page_number, today, viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("agreements", __name__, url_prefix="/agreements")

ONE = "/<reference('AGR'):reference>"


@blueprint.get("", endpoint="list")
@requires("agreement.read")
def list_all() -> str:
    """Agreements, narrowed by the address."""
    wanted = queries.AgreementFilter(
        text=request.args.get("q"),
        kind=next((kind for kind in AgreementKind if kind == request.args.get("kind")), None),
        status=next((status for status in AgreementStatus if status == request.args.get("status")), None),
        area=request.args.get("area"),
        partner=request.args.get("partner"),
        year=request.args.get("year", type=int),
        archived="archived" in request.args,
    )
    order = request.args.get("sort", "-signed")
    page = queries.list_agreements(viewer(), wanted, today(), language(), page_number(), order)
    return render_template(
        "agreements/list.html",
        page=page,
        wanted=wanted,
        order=order,
        partners_of=queries.list_parties_of([row.id for row in page.rows], language(), Side.PARTNER),
        kinds=AgreementKind,
        statuses=AgreementStatus,
        areas=queries.list_area_choices(),
        partners=queries.list_partner_choices(viewer(), language()),
        years=queries.list_signing_years(viewer()),
    )


def _show(template: str, agreement: Agreement, **context: Any) -> str:
    return render_template(
        template,
        agreement=agreement,
        standing=agreement.status_on(today()),
        moves=commands.allowed_moves(viewer(), agreement, today()),
        documents=documents_of(viewer(), agreement),
        owner=agreement,
        **context,
    )


@blueprint.get(ONE)
@requires("agreement.read")
def show(reference: str) -> str:
    """An agreement: its parties and signatures, its term, the ties that it falls under."""
    return _show("agreements/show.html", queries.get_agreement(viewer(), reference))


@blueprint.get(f"{ONE}/commitments")
@requires("agreement.read")
def commitments(reference: str) -> str:
    """What is owed under an agreement, by kind."""
    return _show("agreements/commitments.html", queries.get_agreement(viewer(), reference))


@blueprint.get(f"{ONE}/<int:number>")
@requires("agreement.read")
def commitment(reference: str, number: int) -> str:
    """One commitment with all that is said of it."""
    agreement = queries.get_agreement(viewer(), reference)
    found = queries.find_commitment(agreement, number)
    if found is None:
        abort(404)
    return _show("agreements/commitment.html", agreement, commitment=found)


@blueprint.get(f"{ONE}/lineage")
@requires("agreement.read")
def lineage(reference: str) -> str:
    """What an agreement descends from, and what descends from it."""
    agreement = queries.get_agreement(viewer(), reference)
    return _show("agreements/lineage.html", agreement, family=queries.list_family(viewer(), agreement))


@blueprint.get(f"{ONE}/documents")
@requires("agreement.read")
def documents(reference: str) -> str:
    """The documents of an agreement."""
    return _show("agreements/documents.html", queries.get_agreement(viewer(), reference))


@blueprint.get(f"{ONE}/history")
@requires("agreement.read")
def history(reference: str) -> str:
    """Who changed what of an agreement."""
    agreement = queries.get_agreement(viewer(), reference)
    return _show("agreements/history.html", agreement, entries=history_of(agreement))


@blueprint.route("/new", methods=["GET", "POST"])
@requires("agreement.write")
def create() -> Response | tuple[str, int]:
    """Record an agreement; the address may name the tie that it falls under."""
    options = _options()
    ticked = [tie for tie, _label in options["partnerships"] if tie.reference == request.args.get("partnership")]
    form = NewAgreementForm(picker=ViewersPicker(), options=options, data={"home": _own_home(), "partnerships": ticked})
    if form.validate_on_submit():
        with saving(form):
            agreement = commands.record_agreement(viewer(), **form.details())
            return done(N_("Saved."), url_for("agreements.show", reference=agreement.reference))
        form = _with_fresh_options(form)
    return show_form("agreements/edit.html", form, cancel_url=url_for("agreements.list"))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("agreement.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change an agreement."""
    agreement = queries.get_agreement(viewer(), reference)
    form = AgreementForm(obj=agreement, picker=ViewersPicker(), options=_options(agreement))
    address = url_for("agreements.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_agreement(viewer(), agreement, form.version.number, **form.details())
            return done(N_("Saved."), address)
        agreement = queries.get_agreement(viewer(), reference)
        form = _with_fresh_options(form, agreement)
    return show_form("agreements/edit.html", form, agreement, cancel_url=address)


@blueprint.route(f"{ONE}/status", methods=["GET", "POST"])
@requires("agreement.write")
def move(reference: str) -> Response | tuple[str, int]:
    """Move an agreement on in its life, with a reason."""
    agreement = queries.get_agreement(viewer(), reference)
    moves = commands.allowed_moves(viewer(), agreement, today())
    address = url_for("agreements.show", reference=reference)
    if not moves:
        return render_template(
            "errors/refused.html", message=gettext("From where it stands you cannot move it on."), back=address
        ), 422
    form = MoveForm(obj=agreement, picker=ViewersPicker())
    form.offer(moves)
    if form.validate_on_submit():
        with saving(form):
            version, details = form.version.number, form.details()
            commands.move_agreement(viewer(), agreement, today=today(), version=version, **details)
            return done(N_("The status is changed."), address)
        agreement = queries.get_agreement(viewer(), reference)
    standing = agreement.status_on(today())
    return show_form("agreements/move.html", form, agreement, standing=standing, cancel_url=address)


@blueprint.post(f"{ONE}/archive")
@requires("agreement.write")
def archive(reference: str) -> Response:
    """Put an agreement away."""
    commands.archive_agreement(viewer(), queries.get_agreement(viewer(), reference))
    return done(N_("Archived."), url_for("agreements.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("agreement.write")
def restore(reference: str) -> Response:
    """Bring an agreement back."""
    commands.restore_agreement(viewer(), queries.get_agreement(viewer(), reference))
    return done(N_("Restored."), url_for("agreements.show", reference=reference))


def _own_home() -> Any:
    """The home side that a new agreement most likely has: the first of the officer's own."""
    return next((home for home in list_homes() if home.id in viewer().home_ids), None)


def _options(agreement: Agreement | None = None) -> dict[str, Any]:
    """The boxes of an agreement's form."""
    ties = queries.list_tie_choices(viewer(), agreement.partnerships if agreement else ())
    areas = queries.list_area_choices(agreement.areas if agreement else ())
    named = [(tie, _name_of_tie(tie, len({one.home_id for one in ties}) > 1)) for tie in ties]
    return {"partnerships": sorted(named, key=lambda pair: pair[1]), "areas": _area_options(areas)}


def _with_fresh_options(form: AgreementForm, agreement: Agreement | None = None) -> AgreementForm:
    """``form`` with boxes read again: a refusal rolled back the session in which the first ones stood."""
    options = _options(agreement)
    form.partnerships.options, form.areas.options = options["partnerships"], options["areas"]
    return form


def _area_options(areas: Any) -> list[tuple[CooperationArea, str]]:
    return [(area, area.name.text(language())) for area in areas]


def _name_of_tie(tie: Partnership, with_home: bool) -> str:
    """The partner first, so that a list of ties reads by partner; the home side where there are several."""
    home = f" – {tie.home.name.text(language())}" if with_home and tie.home else ""
    return f"{tie.partner.name.text(language())}{home} ({gettext(tie.tier.label)})"


def _name_of_party(party: AgreementParty) -> str:
    body = party.city or party.organisation
    return body.name.text(language()) if body else ""


def _crumbs(agreement: Agreement) -> list[tuple[str, str]]:
    return [
        (gettext("Agreements"), url_for("agreements.list")),
        (agreement.title.text(language()), url_for("agreements.show", reference=agreement.reference)),
    ]


def _commitment_crumbs(agreement: Agreement) -> list[tuple[str, str]]:
    address = url_for("agreements.commitments", reference=agreement.reference)
    return [*_crumbs(agreement), (gettext("Commitments"), address)]


def _lineage_crumbs(agreement: Agreement) -> list[tuple[str, str]]:
    return [*_crumbs(agreement), (gettext("Lineage"), url_for("agreements.lineage", reference=agreement.reference))]


def _party_options(agreement: Agreement) -> dict[str, Any]:
    return {"party": [(party, _name_of_party(party)) for party in agreement.parties if not party.is_archived]}


def _commitment_options(agreement: Agreement) -> dict[str, Any]:
    return {"areas": _area_options(queries.list_area_choices(agreement.areas))}


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
        crumbs=_crumbs,
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
        crumbs=_crumbs,
        title_new=N_("Add a signature"),
        title_edit=N_("Change a signature"),
        options=_party_options,
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
        crumbs=_commitment_crumbs,
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
        crumbs=_lineage_crumbs,
        title_new=N_("Add a step of lineage"),
        title_edit=N_("Change a step of lineage"),
    ),
)
