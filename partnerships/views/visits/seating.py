"""The seating plan of a programme item: its shape, who changes seats with whom, and the name plates."""

from typing import Any

from flask import Response, abort, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from partnerships.briefs.drawings.seating import draw_seating
from partnerships.briefs.name_plates import SIZES, compose_name_plates
from partnerships.briefs.seating import plan_of
from partnerships.commands import brief as briefs
from partnerships.commands.visit import seating as commands
from partnerships.errors import Invalid, NotFound
from partnerships.languages import N_, Language
from partnerships.models.person import Person
from partnerships.models.visit import ProgrammeItem, Seating
from partnerships.permissions import may_read_internal, may_see
from partnerships.queries import visit as queries
from partnerships.views.visits.blueprint import ONE, blueprint, item_crumbs
from partnerships.web.current import language, settings, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import done, told

ITEM = f"{ONE}/<int:number>"
SHAPES = tuple(shape for shape in Seating if shape is not Seating.NONE)


@blueprint.get(f"{ITEM}/seating")
@requires("visit.read")
def seating(reference: str, number: int) -> str:
    """The plan as a drawing and as a table, with what changes it."""
    return _page(_load(reference, number))


@blueprint.post(f"{ITEM}/seating/shape")
@requires("visit.write")
def seating_shape(reference: str, number: int) -> BaseResponse | tuple[str, int]:
    """Lay the table in another shape."""
    item = queries.get_item(viewer(), reference, number)
    shape = next((one for one in Seating if one == request.form.get("shape")), None)
    try:
        commands.choose_seating(viewer(), item, shape)
    except Invalid as error:
        return _refused(reference, number, error)
    return done(N_("Saved."), _address(item))


@blueprint.post(f"{ITEM}/seating/swap")
@requires("visit.write")
def seating_swap(reference: str, number: int) -> BaseResponse | tuple[str, int]:
    """Let two people change seats."""
    item = queries.get_item(viewer(), reference, number)
    first, second = request.form.get("first", type=int), request.form.get("second", type=int)
    try:
        commands.swap_seats(viewer(), item, first, second)
    except Invalid as error:
        return _refused(reference, number, error)
    return done(N_("They have changed seats."), _address(item))


@blueprint.post(f"{ITEM}/seating/reset")
@requires("visit.write")
def seating_reset(reference: str, number: int) -> BaseResponse:
    """Let precedence alone decide who sits where."""
    item = queries.get_item(viewer(), reference, number)
    commands.seat_by_precedence(viewer(), item)
    return done(N_("Everybody sits by precedence again."), _address(item))


@blueprint.get(f"{ITEM}/name-plates.pdf")
@requires("visit.read")
def name_plates(reference: str, number: int) -> Response:
    """The name plates of all who attend by name or post, to be printed and folded."""
    item = _load(reference, number)
    wanted = request.args.get("size", "medium")
    if wanted not in SIZES:
        abort(404)
    chosen = request.args.get("language")
    tongue = Language(chosen) if chosen in list(Language) else language()
    plates = compose_name_plates(item, tongue, wanted, today(), lambda person: may_see(viewer(), person))
    if not plates.plates:
        abort(404)
    pdf = briefs.print_paper(plates, settings().renderer_socket)
    name = f"{reference}-{number}-name-plates-{wanted}-{tongue}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-store"}
    return Response(pdf, mimetype="application/pdf", headers=headers)


def _load(reference: str, number: int) -> ProgrammeItem:
    """The item, for those of its home side: who sits where is in nothing that others see."""
    item = queries.get_item(viewer(), reference, number)
    if not may_read_internal(viewer(), item.visit):
        raise NotFound(N_("There is no such record."))
    return item


def _page(item: ProgrammeItem, **context: Any) -> str:
    shape = item.seating
    if (tried := request.args.get("shape")) in [one.value for one in SHAPES]:
        shape = Seating(tried)
    plan = plan_of(item, item.visit, language(), shape, _name)
    return render_template(
        "visits/seating.html",
        item=item,
        visit=item.visit,
        crumbs=item_crumbs(item),
        shapes=SHAPES,
        shape=shape,
        plan=plan,
        drawing=draw_seating(plan, language()) if plan else "",
        sizes=SIZES,
        **{"errors": {}, "chosen": {}, **context},
    )


def _refused(reference: str, number: int, error: Invalid) -> tuple[str, int]:
    """The page with the refusal beside its field and what was chosen kept."""
    item = queries.get_item(viewer(), reference, number)
    errors = {fault.field: told(fault) for fault in error.all}
    return _page(item, errors=errors, chosen=request.form), 422


def _name(person: Person) -> str:
    return person.name.text(language()) if may_see(viewer(), person) else ""


def _address(item: ProgrammeItem) -> str:
    return url_for("visits.seating", reference=item.visit.reference, number=item.number)
