"""Pages of organisations: the list, an organisation with its units and people, its documents, history and form."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from partnerships.commands import organisation as commands
from partnerships.forms.organisation import OrganisationForm
from partnerships.languages import N_
from partnerships.models.organisation import OrganisationKind
from partnerships.queries import organisation as queries
from partnerships.queries.audit import history_of
from partnerships.queries.city import find_city
from partnerships.queries.document import documents_of
from partnerships.queries.person import list_posts_in
from partnerships.web import listing
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires
from partnerships.web.listing import Column
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("organisations", __name__, url_prefix="/organisations")

ONE = "/<reference('ORG'):reference>"


listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Organisations"),
        action="organisation.read",
        template="organisations/list.html",
        filter=queries.OrganisationFilter,
        listed=queries.organisations_listed,
        conditions=(
            listing.Words("q", N_("Name"), "text", hint=N_("Any name, in any script")),
            listing.choice("kind", N_("Kind"), OrganisationKind),
            listing.Picked("city", N_("City"), noun="city"),
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="name",
        columns=(
            Column(N_("Number"), "reference", 12),
            Column(N_("Organisation"), "name", 32),
            Column(N_("Name in the other language"), listing.unlike("name_other", "name"), 32),
            Column(N_("Local name"), "name_local", 24),
            Column(N_("Kind"), "kind", 18),
            Column(N_("City"), "city_name", 18),
            Column(N_("Parent organisation"), "parent_name", 28),
            Column(N_("Website"), "website", 30),
        ),
    ),
)


@blueprint.get(ONE)
@requires("organisation.read")
def show(reference: str) -> str:
    """An organisation: its units and the people with posts there."""
    organisation = queries.get_organisation(viewer(), reference)
    return render_template(
        "organisations/show.html",
        organisation=organisation,
        units=queries.list_units(viewer(), organisation),
        posts=list_posts_in(viewer(), language(), today(), organisation=organisation),
    )


@blueprint.get(f"{ONE}/documents")
@requires("organisation.read")
def documents(reference: str) -> str:
    """The documents of an organisation."""
    organisation = queries.get_organisation(viewer(), reference)
    return render_template(
        "organisations/documents.html",
        organisation=organisation,
        owner=organisation,
        documents=documents_of(viewer(), organisation),
    )


@blueprint.get(f"{ONE}/history")
@requires("organisation.read")
def history(reference: str) -> str:
    """Who changed what of an organisation."""
    organisation = queries.get_organisation(viewer(), reference)
    return render_template("organisations/history.html", organisation=organisation, entries=history_of(organisation))


@blueprint.route("/new", methods=["GET", "POST"])
@requires("organisation.write")
def create() -> Response | tuple[str, int]:
    """Record an organisation; the address may name the city that it belongs to."""
    form = OrganisationForm(picker=ViewersPicker(), data={"city": find_city(viewer(), request.args.get("city", ""))})
    if form.validate_on_submit():
        with saving(form):
            organisation = commands.record_organisation(viewer(), **form.details())
            return done(N_("Saved."), url_for("organisations.show", reference=organisation.reference))
    return show_form("organisations/edit.html", form, cancel_url=url_for("organisations.list"))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("organisation.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change an organisation."""
    organisation = queries.get_organisation(viewer(), reference)
    form = OrganisationForm(obj=organisation, picker=ViewersPicker())
    address = url_for("organisations.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_organisation(viewer(), organisation, form.version.number, **form.details())
            return done(N_("Saved."), address)
        organisation = queries.get_organisation(viewer(), reference)
    return show_form("organisations/edit.html", form, organisation, cancel_url=address)


@blueprint.post(f"{ONE}/archive")
@requires("organisation.write")
def archive(reference: str) -> Response:
    """Put an organisation away."""
    commands.archive_organisation(viewer(), queries.get_organisation(viewer(), reference))
    return done(N_("Archived."), url_for("organisations.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("organisation.write")
def restore(reference: str) -> Response:
    """Bring an organisation back."""
    commands.restore_organisation(viewer(), queries.get_organisation(viewer(), reference))
    return done(N_("Restored."), url_for("organisations.show", reference=reference))
