"""One visit, its form and the moves of its life."""

from flask import request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import visit as commands
from partnerships.errors import Invalid, NotFound
from partnerships.forms.visit import NewVisitForm, VisitForm
from partnerships.languages import N_
from partnerships.models.visit import OVER, Visit, VisitStatus
from partnerships.queries import visit as queries
from partnerships.queries.account import department_of
from partnerships.queries.agreement.evidence import list_shown_by
from partnerships.queries.document import documents_of
from partnerships.views.visits.blueprint import ONE, blueprint, refused, visit_page
from partnerships.web.current import language, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.get(ONE)
@requires("visit.read")
def show(reference: str) -> str:
    """A visit: what it is for, who comes, where they stay, and the ties that it belongs to."""
    visit = queries.get_visit(viewer(), reference)
    return visit_page(
        "visits/show.html",
        visit,
        members_of=queries.members_of,
        shown=list_shown_by(viewer(), visit),
        stays=queries.itinerary_of(visit),
        answers=queries.list_answers(viewer(), [visit]),
        is_over=visit.status in OVER,
    )


@blueprint.get(f"{ONE}/history")
@requires("visit.read")
def history(reference: str) -> str:
    """Who changed what of a visit."""
    visit = queries.get_visit(viewer(), reference)
    entries = queries.list_history(viewer(), visit)
    return visit_page("visits/history.html", visit, entries=entries)


@blueprint.get(f"{ONE}/documents")
@requires("visit.read")
def documents(reference: str) -> str:
    """The papers of a visit as a whole; those of its items stand with them."""
    visit = queries.get_visit(viewer(), reference)
    found = documents_of(viewer(), visit)
    return visit_page("visits/documents.html", visit, documents=found)


@blueprint.route("/new", methods=["GET", "POST"])
@requires("visit.write")
def create() -> Response | tuple[str, int]:
    """Record a visit."""
    homes = viewer().homes
    # Who records a visit runs it, until somebody else is named: needs are theirs to read and to write.
    usual = {"home": homes[0] if homes else None, "owner": viewer(), "department": department_of(viewer())}
    form = NewVisitForm(picker=ViewersPicker(), options=tie_options(), data=usual)
    if form.validate_on_submit():
        with saving(form):
            visit = commands.record_visit(viewer(), **form.details())
            return done(N_("Saved."), url_for("visits.show", reference=visit.reference))
    return show_form("visits/edit.html", form, cancel_url=url_for("visits.list"))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("visit.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change a visit."""
    visit = queries.get_visit(viewer(), reference)
    form = VisitForm(obj=visit, picker=ViewersPicker(), options=tie_options(visit))
    address = url_for("visits.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_visit(viewer(), visit, form.version.number, **form.details())
            return done(N_("Saved."), address)
        visit = queries.get_visit(viewer(), reference)
    return show_form("visits/edit.html", form, visit, cancel_url=address)


@blueprint.post(f"{ONE}/status")
@requires("visit.write")
def move(reference: str) -> Response | tuple[str, int]:
    """Move a visit on in its life, with the reason where one is needed."""
    visit = queries.get_visit(viewer(), reference)
    status = next((one for one in VisitStatus if one == request.form.get("status")), None)
    if status is None:
        raise NotFound(N_("There is no such record."))
    address = url_for("visits.show", reference=reference)
    version = request.form.get("version", type=int)
    try:
        commands.move_visit(viewer(), visit, status, request.form.get("reason"), version)
    except Invalid as error:
        return refused(error, address)
    if status is VisitStatus.CONFIRMED and queries.list_steps_for(visit):
        # What has to be done is best begun at once: the checklist is proposed beside the tasks that there are.
        address = url_for("visits.tasks", reference=reference)
    return done(N_("Saved."), address)


@blueprint.post(f"{ONE}/archive")
@requires("visit.write")
def archive(reference: str) -> Response:
    """Put a visit away."""
    commands.archive_visit(viewer(), queries.get_visit(viewer(), reference))
    return done(N_("Archived."), url_for("visits.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("visit.write")
def restore(reference: str) -> Response:
    """Bring a visit back."""
    commands.restore_visit(viewer(), queries.get_visit(viewer(), reference))
    return done(N_("Restored."), url_for("visits.show", reference=reference))


def tie_options(visit: Visit | None = None) -> dict[str, list[tuple[object, str]]]:
    """The ties to tick, those of ``visit`` first, so that they are seen at once."""
    ticked = {tie.id for tie in visit.partnerships} if visit else set()
    ties = sorted(
        queries.list_tie_options(viewer(), language()), key=lambda option: option.partnership.id not in ticked
    )
    return {"partnerships": [(tie.partnership, f"{tie.partner} ({gettext(tie.tier.label)})") for tie in ties]}
