"""Commitments over all agreements and visits: the board, the list, and saying of a record what it is evidence of."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, render_template, request
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from partnerships.commands import agreement as commands
from partnerships.errors import NotFound
from partnerships.forms.agreement import ShownForm
from partnerships.languages import N_
from partnerships.models.agreement import Cadence, CommitmentKind, CommitmentStatus
from partnerships.models.side import Side
from partnerships.queries.activity import get_activity
from partnerships.queries.agreement import commitments as queries
from partnerships.queries.agreement import get_agreement
from partnerships.queries.agreement.beside import read_beside
from partnerships.queries.agreement.board import board_by_area, board_by_status
from partnerships.queries.agreement.evidence import Showing, list_open_for, reference_of
from partnerships.queries.document import get_document
from partnerships.queries.listing import Reader
from partnerships.queries.pages import Page
from partnerships.queries.visit import get_item, get_visit
from partnerships.web import listing
from partnerships.web.addresses import record_url
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires
from partnerships.web.listing import Column, asking
from partnerships.web.listing.pages import Shown
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("commitments", __name__, url_prefix="/commitments")

BY_AREA = "area"
# A board turns no pages.
NO_PAGE = Page((), 1, 0, 0, is_capped=False, has_next=False)


def _beside(rows: Sequence[Any]) -> dict[str, Any]:
    return {"beside": read_beside(viewer(), rows, language()), "this_year": today().year}


def _partners(row: Any, beside: Any) -> str:
    return ", ".join(beside["beside"].partners.get(row.reference, ()))


def _areas(row: Any, beside: Any) -> str:
    return ", ".join(beside["beside"].areas.get(row.id, ()))


def _how_often(row: Any, _beside: Any) -> Any:
    if row.cadence is not Cadence.EVERY_N_YEARS or not row.cadence_years:
        return row.cadence
    return str(ngettext("Every %(num)s year", "Every %(num)s years", row.cadence_years))


LISTING = listing.Listing(
    title=N_("Commitments"),
    action="agreement.read",
    template="commitments/list.html",
    filter=queries.CommitmentFilter,
    listed=queries.commitments_listed,
    conditions=(
        listing.Words("q", N_("Words"), "text", hint=N_("What was promised, the agreement or the visit")),
        listing.choice("status", N_("Status"), CommitmentStatus),
        listing.Picked("partner", N_("Partner city"), noun="city"),
        listing.cooperation_area(),
        listing.Box("overdue", N_("Overdue only")),
        listing.Box("untouched", N_("Untouched only")),
        listing.choice("kind", N_("Kind"), CommitmentKind),
        listing.Picked("agreement", N_("Agreement"), noun="agreement"),
        listing.Picked("visit", N_("Visit"), noun="visit"),
        listing.choice("owed_by", N_("Owed by"), Side),
        listing.choice("cadence", N_("How often"), Cadence),
        *listing.desk(),
        listing.MINE,
        listing.Words("tie", N_("Tie"), is_hidden=True),
    ),
    orders=queries.ORDERS,
    order="agreement",
    beside=_beside,
    columns=(
        Column(N_("Agreement or visit number"), "reference", 15),
        Column(N_("Number"), "number", 8),
        Column(N_("Clause"), "clause", 12),
        Column(N_("Commitment"), "text", 60),
        Column(N_("Agreement or visit"), "title", 40),
        Column(N_("Partner"), _partners, 24),
        Column(N_("Kind"), "kind"),
        Column(N_("Owed by"), "owed_by", 10),
        Column(N_("Status"), "status", 12),
        Column(N_("Due"), "due", is_dated=True),
        Column(N_("How often"), _how_often, 14),
        Column(N_("Overdue"), lambda row, _: bool(row.is_overdue), 8),
        Column(N_("Untouched"), lambda row, _: bool(row.is_untouched), 8),
        Column(N_("Last touched"), "last_touched", 12),
        Column(N_("Evidence"), "evidence", 8),
        Column(N_("Cooperation areas"), _areas, 30),
        Column(N_("Department"), "department", 22),
        Column(N_("Officer responsible"), "officer"),
        Column(N_("Example"), "is_example", 8),
    ),
)
listing.add_list_pages(blueprint, LISTING)


@blueprint.get("/board")
@requires("agreement.read")
def board() -> str:
    """Commitments in columns, by status or by cooperation area."""
    conditions = MultiDict((key, value) for key, value in request.args.items(multi=True) if key != "by")
    asked = asking.ask(LISTING, "commitments.board", conditions)
    by_area = request.args.get("by") == BY_AREA
    reader = Reader(viewer(), language(), today())
    columns = (board_by_area if by_area else board_by_status)(reader, asked.wanted)
    rows = [row for column in columns for row in column.rows]
    return render_template(
        "commitments/board.html",
        asked=asked,
        by_area=by_area,
        columns=columns,
        fields=_fields(asked),
        list_url=_list_url,
        **_beside(rows),
    )


def _fields(asked: asking.Asked) -> Shown:
    """The fields of the filters, as the list has them."""
    return Shown(asked, NO_PAGE, [], [])


def _list_url(asked: asking.Asked, **changes: str | None) -> str:
    """The same conditions as a plain list."""
    return asked.url("commitments.list", **changes)


RECORD = "/evidence/<reference>"


@blueprint.route(RECORD, methods=["GET", "POST"], defaults={"number": None})
@blueprint.route(f"{RECORD}/<int:number>", methods=["GET", "POST"])
@requires("agreement.write")
def shown(reference: str, number: int | None) -> Response | tuple[str, int]:
    """Say of a visit, an item, an agreement, a document or an activity which commitments it is evidence of."""
    record = _record(reference, number)
    back = record_url(reference_of(record) or reference)
    form = ShownForm(picker=ViewersPicker())
    chosen = set(request.form.getlist("commitments", type=int))
    open_ones = list_open_for(viewer(), record)
    if form.validate_on_submit():
        with saving(form):
            ticked = [one for one in open_ones if one.id in chosen]
            commands.show_commitments(viewer(), record, ticked, form.note.data, today())
            return done(N_("Saved."), back)
        record = _record(reference, number)
        open_ones = list_open_for(viewer(), record)
    return show_form(
        "commitments/shown.html", form, subject=record, back=back, cancel_url=back, open_ones=open_ones, chosen=chosen
    )


def _record(reference: str, number: int | None) -> Showing:
    if number is not None:
        return get_item(viewer(), reference, number)
    readers: dict[str, Any] = {
        "ACT": get_activity,
        "AGR": get_agreement,
        "DOC": get_document,
        "VIS": get_visit,
    }
    if reference[:3] not in readers:
        raise NotFound(N_("There is no such record."))
    return readers[reference[:3]](viewer(), reference)  # type: ignore[no-any-return]  # each gives its own record
