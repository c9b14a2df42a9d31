"""Pages of people: the list, a person with the posts held, documents and history, and their forms."""

from typing import Any

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import person as commands
from partnerships.commands.alias import add_alias, archive_alias, revise_alias
from partnerships.forms.alias import AliasForm
from partnerships.forms.person import NewPersonForm, PersonForm, PersonWithContactsForm, PersonWithNeedsForm, PostForm
from partnerships.languages import N_
from partnerships.models.person import CONTACTS, NEEDS, Person
from partnerships.permissions import may
from partnerships.queries import person as queries
from partnerships.queries.audit import history_of
from partnerships.queries.document import documents_of
from partnerships.queries.visit import may_read_needs
from partnerships.web import listing
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires
from partnerships.web.listing import Column
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("people", __name__, url_prefix="/people")

ONE = "/<reference('PER'):reference>"


listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("People"),
        action="person.read",
        template="people/list.html",
        filter=queries.PersonFilter,
        listed=queries.people_listed,
        conditions=(
            listing.Words("q", N_("Name or present title"), "text", hint=N_("Any name, in any script")),
            listing.Picked("city", N_("City"), noun="city"),
            listing.Picked("organisation", N_("Organisation"), noun="organisation"),
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="name",
        # Contacts and needs are personal data: no file holds them, whoever asks.
        columns=(
            Column(N_("Number"), "reference", 12),
            Column(N_("Person"), "name", 20),
            Column(N_("Name in the other language"), listing.unlike("name_other", "name"), 24),
            Column(N_("Local name"), "name_local", 20),
            Column(N_("Present post"), "title", 28),
            Column(N_("Organisation"), "organisation_name", 28),
            Column(N_("City"), "city_name", 18),
        ),
    ),
)


@blueprint.get(ONE)
@requires("person.read")
def show(reference: str) -> str:
    """A person: biography, and the posts held as a time line."""
    person = queries.get_person(viewer(), reference)
    return _page("people/show.html", person, posts=person.posts_by_time, held=person.posts_held_on(today()))


@blueprint.get(f"{ONE}/documents")
@requires("person.read")
def documents(reference: str) -> str:
    """The documents of a person."""
    person = queries.get_person(viewer(), reference)
    return _page("people/documents.html", person, owner=person, documents=documents_of(viewer(), person))


@blueprint.get(f"{ONE}/history")
@requires("person.read")
def history(reference: str) -> str:
    """Who changed what of a person; of contacts and needs only for those who may read them."""
    person = queries.get_person(viewer(), reference)
    hidden = [] if may(viewer(), "person.read_private", person) else [*CONTACTS]
    hidden += [] if may_read_needs(viewer(), person) else [NEEDS]
    told = [(entry, entry.without(hidden)) for entry in history_of(person)]
    # What consisted of nothing else is not told at all.
    entries = [shown for entry, shown in told if shown.changes or not entry.changes]
    return _page("people/history.html", person, entries=entries)


@blueprint.route("/new", methods=["GET", "POST"])
@requires("person.write")
def create() -> Response | tuple[str, int]:
    """Record a person."""
    form = NewPersonForm(picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            person = commands.record_person(viewer(), **form.details())
            return done(N_("Saved."), url_for("people.show", reference=person.reference))
    return show_form("people/edit.html", form, cancel_url=url_for("people.list"))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("person.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change a person."""
    person = queries.get_person(viewer(), reference)
    form = _form_for(person)(obj=person, picker=ViewersPicker())
    address = url_for("people.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_person(viewer(), person, form.version.number, **form.details())
            return done(N_("Saved."), address)
        person = queries.get_person(viewer(), reference)
    return show_form("people/edit.html", form, person, cancel_url=address)


def _form_for(person: Person) -> type[PersonForm]:
    if not may(viewer(), "person.read_private", person):
        return PersonForm
    return PersonWithNeedsForm if may_read_needs(viewer(), person) else PersonWithContactsForm


def _page(template: str, person: Person, **context: Any) -> str:
    """A page of ``person`` within the frame that all of them share."""
    return render_template(template, person=person, reads_needs=may_read_needs(viewer(), person), **context)


@blueprint.post(f"{ONE}/archive")
@requires("person.write")
def archive(reference: str) -> Response:
    """Put a person away."""
    commands.archive_person(viewer(), queries.get_person(viewer(), reference))
    return done(N_("Archived."), url_for("people.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("person.write")
def restore(reference: str) -> Response:
    """Bring a person back."""
    commands.restore_person(viewer(), queries.get_person(viewer(), reference))
    return done(N_("Restored."), url_for("people.show", reference=reference))


def _crumbs(person: Person) -> list[tuple[str, str]]:
    return [
        (gettext("People"), url_for("people.list")),
        (person.name.text(language()), url_for("people.show", reference=person.reference)),
    ]


add_part_pages(
    blueprint,
    f"{ONE}/posts",
    PartPages(
        name="post",
        action="person.write",
        form=PostForm,
        load=queries.get_person,
        find=queries.find_post,
        add=commands.add_post,
        revise=commands.revise_post,
        archive=commands.archive_post,
        crumbs=_crumbs,
        title_new=N_("Add a post"),
        title_edit=N_("Change a post"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/names",
    PartPages(
        name="alias",
        action="person.write",
        form=AliasForm,
        load=queries.get_person,
        find=queries.find_person_alias,
        add=add_alias,
        revise=revise_alias,
        archive=archive_alias,
        crumbs=_crumbs,
        title_new=N_("Add another name"),
        title_edit=N_("Change another name"),
    ),
)
