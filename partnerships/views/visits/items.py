"""One programme item: its page, its form, and what is to be signed there."""

from typing import Any

from flask import redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.briefs.drawings.seating import draw_seating
from partnerships.briefs.seating import plan_of
from partnerships.commands import visit as commands
from partnerships.errors import NotFound
from partnerships.forms.visit import ItemForm, SigningForm
from partnerships.languages import N_
from partnerships.models.city import Place
from partnerships.models.person import Person
from partnerships.models.visit import Leg, ProgrammeItem, Visit
from partnerships.permissions import may_see
from partnerships.queries import visit as queries
from partnerships.queries.agreement.evidence import list_shown_by
from partnerships.queries.brief import briefs_of_item
from partnerships.queries.document import documents_of
from partnerships.queries.visit.ceremony import order_of
from partnerships.queries.visit.points import ENOUGH_POINTS, points_of, questions_of
from partnerships.views.visits.blueprint import ONE, blueprint, item_crumbs, visit_crumbs
from partnerships.views.visits.programme import home_time_of
from partnerships.web.current import language, viewer
from partnerships.web.filters import plain_day
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form

ITEM = f"{ONE}/<int:number>"


@blueprint.get(ITEM)
@requires("visit.read")
def item(reference: str, number: int) -> str:
    """A programme item: when and where, what it is about, who attends, in what order, what is signed."""
    found = queries.get_item(viewer(), reference, number)
    plan = plan_of(found, found.visit, language(), names=_name)
    return render_template(
        "visits/item.html",
        item=found,
        visit=found.visit,
        order=order_of(found),
        points=points_of(found),
        questions=questions_of(found),
        enough_points=ENOUGH_POINTS,
        drawing=draw_seating(plan, language()) if plan else "",
        home_time=home_time_of(found.visit, found),
        people_in_order=queries.people_in_order,
        documents=documents_of(viewer(), found),
        issued=briefs_of_item(viewer(), found),
        shown=list_shown_by(viewer(), found),
    )


@blueprint.route(f"{ONE}/items/new", methods=["GET", "POST"])
@requires("visit.write")
def item_create(reference: str) -> Response | tuple[str, int]:
    """Add an item to the programme."""
    visit = queries.get_visit(viewer(), reference)
    form = ItemForm(picker=ViewersPicker(), options=_options(visit), data=_new_item(visit))
    if form.validate_on_submit():
        with saving(form):
            made = commands.record_item(viewer(), visit, **form.details())
            return done(N_("Saved."), url_for("visits.item", reference=reference, number=made.number))
        visit = queries.get_visit(viewer(), reference)
    crumbs = [*visit_crumbs(visit), (gettext("Programme"), url_for("visits.programme", reference=reference))]
    return show_form("visits/item_edit.html", form, title=N_("Add a programme item"), crumbs=crumbs)


@blueprint.route(f"{ITEM}/edit", methods=["GET", "POST"])
@requires("visit.write")
def item_edit(reference: str, number: int) -> Response | tuple[str, int]:
    """Change a programme item."""
    found = queries.get_item(viewer(), reference, number)
    form = ItemForm(obj=found, picker=ViewersPicker(), options=_options(found.visit, found))
    if form.validate_on_submit():
        with saving(form):
            commands.revise_item(viewer(), found, form.version.number, **form.details())
            return done(N_("Saved."), url_for("visits.item", reference=reference, number=number))
        found = queries.get_item(viewer(), reference, number)
    crumbs = item_crumbs(found)
    return show_form("visits/item_edit.html", form, found, title=N_("Change a programme item"), crumbs=crumbs)


@blueprint.post(f"{ITEM}/archive")
@requires("visit.write")
def item_archive(reference: str, number: int) -> Response:
    """Take an item out of the programme."""
    commands.archive_item(viewer(), queries.get_item(viewer(), reference, number))
    return done(N_("Archived."), url_for("visits.programme", reference=reference))


@blueprint.post(f"{ITEM}/restore")
@requires("visit.write")
def item_restore(reference: str, number: int) -> Response:
    """Bring an item back into the programme."""
    commands.restore_item(viewer(), queries.get_item(viewer(), reference, number))
    return done(N_("Restored."), url_for("visits.item", reference=reference, number=number))


@blueprint.route(f"{ITEM}/agreements/new", methods=["GET", "POST"])
@requires("visit.write")
def signing_create(reference: str, number: int) -> Response | tuple[str, int]:
    """Say which agreement is signed at an item."""
    found = queries.get_item(viewer(), reference, number)
    form = SigningForm(picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            commands.sign_agreement_at(viewer(), found, form.details()["agreement"])
            return done(N_("Saved."), url_for("visits.item", reference=reference, number=number))
        found = queries.get_item(viewer(), reference, number)
    return show_form("visits/item_edit.html", form, title=N_("Agreement signed here"), crumbs=item_crumbs(found))


@blueprint.post(f"{ITEM}/agreements/<reference('AGR'):agreement>/archive")
@requires("visit.write")
def signing_archive(reference: str, number: int, agreement: str) -> Response:
    """Take back that an agreement was signed at an item."""
    found = queries.get_item(viewer(), reference, number)
    chosen = next((one for one in found.agreements if one.reference == agreement), None)
    if chosen is None:
        raise NotFound(N_("There is no such record."))
    commands.detach_agreement(viewer(), found, chosen)
    return redirect(url_for("visits.item", reference=reference, number=number), 303)


def _name(person: Person) -> str:
    return person.name.text(language()) if may_see(viewer(), person) else ""


def _new_item(visit: Visit) -> dict[str, Any]:
    """A visit of one day or of one stay leaves nothing to choose."""
    legs = [leg for leg in visit.legs if not leg.is_archived]
    starts, ends = (visit.starts.day if visit.starts else None), (visit.ends.day if visit.ends else None)
    return {
        "leg": legs[0] if len(legs) == 1 else None,
        "day": starts if starts and starts == ends else None,
    }


def _options(visit: Visit, item: ProgrammeItem | None = None) -> dict[str, Any]:
    legs = [leg for leg in visit.legs if not leg.is_archived or (item and item.leg_id == leg.id)]
    places = queries.list_places(visit, item)
    several = len({place.city_id for place in places}) > 1
    return {
        "leg": [(leg, _leg_line(leg)) for leg in legs],
        "place": [(place, _place_line(place, several)) for place in places],
    }


def _leg_line(leg: Leg) -> str:
    days = " – ".join(filter(None, (plain_day(leg.arrives_on), plain_day(leg.departs_on))))
    return ", ".join(filter(None, (leg.city.name.text(language()), days)))


def _place_line(place: Place, with_city: bool) -> str:
    detail = place.detail.text(language())
    line = place.name.text(language()) + (f" ({detail})" if detail else "")
    return f"{line}, {place.city.name.text(language())}" if with_city else line
