"""Pages of ties: the list, a tie with its founding and all that happened in it, and their forms."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import partnership as commands
from partnerships.forms.partnership import ClaimForm, EventForm, NewPartnershipForm, PartnershipForm
from partnerships.languages import N_
from partnerships.models.partnership import Partnership, Tier, TieStatus
from partnerships.queries import partnership as queries
from partnerships.queries.audit import history_of
from partnerships.queries.city import list_homes
from partnerships.queries.countries import country_name
from partnerships.queries.document import documents_of
from partnerships.web.current import language, page_number, today, viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("partnerships", __name__, url_prefix="/partnerships")

ONE = "/<reference('TIE'):reference>"


@blueprint.get("", endpoint="list")
@requires("partnership.read")
def list_all() -> str:
    """Ties, narrowed by the address."""
    wanted = queries.PartnershipFilter(
        text=request.args.get("q"),
        country=request.args.get("country"),
        tier=next((tier for tier in Tier if tier == request.args.get("tier")), None),
        status=next((status for status in TieStatus if status == request.args.get("status")), None),
        domestic={"yes": True, "no": False}.get(request.args.get("domestic", "")),
        archived="archived" in request.args,
    )
    order = request.args.get("sort", "name")
    page = queries.list_partnerships(viewer(), wanted, language(), page_number(), order)
    return render_template(
        "partnerships/list.html",
        page=page,
        wanted=wanted,
        order=order,
        last=queries.list_last_happenings(viewer(), [row.id for row in page.rows], today()),
        countries=sorted((country_name(code, language()), code) for code in queries.list_partner_countries(viewer())),
        tiers=Tier,
        statuses=TieStatus,
    )


def _show(template: str, reference: str, **context: Any) -> str:
    tie = queries.get_partnership(viewer(), reference)
    return render_template(
        template,
        tie=tie,
        agreements=queries.list_agreements_of_tie(viewer(), tie),
        visits=queries.list_visits_of_tie(viewer(), tie),
        documents=documents_of(viewer(), tie),
        owner=tie,
        anniversary=queries.next_anniversary(tie.founding.founded if tie.founding else None, today()),
        **context,
    )


@blueprint.get(ONE)
@requires("partnership.read")
def show(reference: str) -> str:
    """A tie: its founding, how alive it is, and everything that happened, on one line."""
    tie = queries.get_partnership(viewer(), reference)
    return _show(
        "partnerships/show.html",
        reference,
        vitality=queries.explain_vitality(viewer(), tie, today()),
        happenings=queries.list_happenings(viewer(), tie),
    )


@blueprint.get(f"{ONE}/events")
@requires("partnership.read")
def events(reference: str) -> str:
    """What befell a tie, with reasons and bases."""
    return _show("partnerships/events.html", reference)


@blueprint.get(f"{ONE}/agreements")
@requires("partnership.read")
def agreements(reference: str) -> str:
    """The agreements under a tie, and how they descend from one another."""
    return _show("partnerships/agreements.html", reference)


@blueprint.get(f"{ONE}/visits")
@requires("partnership.read")
def visits(reference: str) -> str:
    """The visits under a tie."""
    return _show("partnerships/visits.html", reference)


@blueprint.get(f"{ONE}/documents")
@requires("partnership.read")
def documents(reference: str) -> str:
    """The documents of a tie."""
    return _show("partnerships/documents.html", reference)


@blueprint.get(f"{ONE}/history")
@requires("partnership.read")
def history(reference: str) -> str:
    """Who changed what of a tie."""
    entries = history_of(queries.get_partnership(viewer(), reference))
    return _show("partnerships/history.html", reference, entries=entries)


@blueprint.route("/new", methods=["GET", "POST"])
@requires("partnership.write")
def create() -> Response | tuple[str, int]:
    """Record a tie, with the first claim of its founding."""
    form = NewPartnershipForm(picker=ViewersPicker(), data={"home": _own_home()})
    existing = None
    if form.validate_on_submit():
        with saving(form):
            try:
                tie = commands.record_partnership(viewer(), **form.details())
            except commands.AlreadyTied as error:
                existing = error.reference
                raise
            return done(N_("Saved."), url_for("partnerships.show", reference=tie.reference))
    return show_form("partnerships/edit.html", form, existing=existing, cancel_url=url_for("partnerships.list"))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("partnership.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change a tie."""
    tie = queries.get_partnership(viewer(), reference)
    form = PartnershipForm(obj=tie, picker=ViewersPicker())
    address = url_for("partnerships.show", reference=reference)
    existing = None
    if form.validate_on_submit():
        with saving(form):
            try:
                commands.revise_partnership(viewer(), tie, form.version.number, **form.details())
            except commands.AlreadyTied as error:
                existing = error.reference
                raise
            return done(N_("Saved."), address)
        tie = queries.get_partnership(viewer(), reference)
    return show_form("partnerships/edit.html", form, tie, existing=existing, cancel_url=address)


@blueprint.post(f"{ONE}/archive")
@requires("partnership.write")
def archive(reference: str) -> Response:
    """Put a tie away."""
    commands.archive_partnership(viewer(), queries.get_partnership(viewer(), reference))
    return done(N_("Archived."), url_for("partnerships.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("partnership.write")
def restore(reference: str) -> Response:
    """Bring a tie back."""
    commands.restore_partnership(viewer(), queries.get_partnership(viewer(), reference))
    return done(N_("Restored."), url_for("partnerships.show", reference=reference))


def _own_home() -> Any:
    """The home side that a new tie most likely has: the first of the officer's own."""
    return next((home for home in list_homes() if home.id in viewer().home_ids), None)


def _crumbs(tie: Partnership) -> list[tuple[str, str]]:
    return [
        (gettext("Partnerships"), url_for("partnerships.list")),
        (tie.partner.name.text(language()), url_for("partnerships.show", reference=tie.reference)),
    ]


def _event_crumbs(tie: Partnership) -> list[tuple[str, str]]:
    address = url_for("partnerships.events", reference=tie.reference)
    return [*_crumbs(tie), (gettext("What befell the tie"), address)]


add_part_pages(
    blueprint,
    f"{ONE}/claims",
    PartPages(
        name="claim",
        action="partnership.write",
        form=ClaimForm,
        load=queries.get_partnership,
        find=queries.find_claim,
        add=commands.add_claim,
        revise=commands.revise_claim,
        archive=commands.archive_claim,
        crumbs=_crumbs,
        title_new=N_("Add a source for the founding"),
        title_edit=N_("Change a source for the founding"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/events",
    PartPages(
        name="event",
        action="partnership.write",
        form=EventForm,
        load=queries.get_partnership,
        find=queries.find_event,
        add=commands.add_event,
        revise=commands.revise_event,
        archive=commands.archive_event,
        crumbs=_event_crumbs,
        title_new=N_("Add an event"),
        title_edit=N_("Change an event"),
        initial=lambda _tie: {"sets_status": True},
    ),
)
