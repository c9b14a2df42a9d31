"""Pages of the register of gifts: the list, a gift with its documents and history, its forms, its declaration."""

from datetime import date
from typing import Any

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from partnerships.commands import gift as commands
from partnerships.forms.gift import DeclaringForm, GiftForm
from partnerships.languages import N_
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.gift import Declaration, Gift, GiftWay
from partnerships.models.types import PartialDate
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.queries import gift as queries
from partnerships.queries.audit import history_of
from partnerships.queries.document import documents_of
from partnerships.queries.visit import get_item, get_visit
from partnerships.queries.visit.sides import sides_of
from partnerships.web import listing
from partnerships.web.addresses import record_url
from partnerships.web.current import language, settings, today, viewer
from partnerships.web.guards import requires
from partnerships.web.listing import Column
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("gifts", __name__, url_prefix="/gifts")

ONE = "/<reference('GFT'):reference>"


listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Gifts"),
        action="gift.read",
        template="gifts/list.html",
        filter=queries.GiftFilter,
        listed=queries.gifts_listed,
        conditions=(
            listing.Words("q", N_("Gift or person"), "text", hint=N_("What it is, who gave or received it, or number")),
            listing.choice("way", N_("Given or received"), GiftWay),
            listing.choice("declaration", N_("Declaration"), Declaration),
            listing.Picked("city", N_("Partner city"), noun="city"),
            listing.year(N_("Year"), lambda: queries.list_gift_years(viewer())),
            listing.Picked("visit", N_("Visit"), noun="visit"),
            listing.HOME_SIDES,
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="-latest",
        columns=(
            Column(N_("Number"), "reference", 15),
            Column(N_("Gift"), "title", 36),
            Column(N_("Name in the other language"), listing.unlike("title_other", "title"), 36),
            Column(N_("Given or received"), "way", 12),
            Column(N_("How many"), "quantity", 8),
            Column(N_("Changed hands on"), "happened", is_dated=True),
            Column(N_("Value of all together"), "value", 14),
            Column(N_("Currency"), "currency", 8),
            Column(N_("The value is an estimate"), "is_estimated", 10),
            Column(N_("Given by"), "giver", 24),
            Column(N_("Received by"), "receiver", 24),
            Column(N_("Partner city"), "partner_name", 18),
            Column(N_("At the visit"), "visit_reference", 15),
            Column(N_("Title of the visit"), "visit_title", 36),
            Column(N_("Occasion"), "occasion", 30),
            Column(N_("Kept at"), "kept_at", 24),
            Column(N_("Declaration"), "declaration", 16),
            Column(N_("Declared on"), "declared_on", 12),
            Column(N_("Home side"), "home_name", 18),
            Column(N_("Example"), "is_example", 8),
        ),
    ),
)


@blueprint.get(ONE)
@requires("gift.read")
def show(reference: str) -> str:
    """A gift: what it is, from whom, to whom, where it is kept, and whether it has to be declared."""
    gift = queries.get_gift(viewer(), reference)
    return render_template("gifts/show.html", **_framed(gift))


@blueprint.get(f"{ONE}/documents")
@requires("gift.read")
def documents(reference: str) -> str:
    """The documents of a gift: its photo, its declaration."""
    gift = queries.get_gift(viewer(), reference)
    return render_template("gifts/documents.html", owner=gift, documents=documents_of(viewer(), gift), **_framed(gift))


@blueprint.get(f"{ONE}/history")
@requires("gift.read")
def history(reference: str) -> str:
    """Who changed what of a gift."""
    gift = queries.get_gift(viewer(), reference)
    return render_template("gifts/history.html", entries=history_of(gift), **_framed(gift))


def _limits() -> commands.Limits:
    return settings().gift_declaration


def _framed(gift: Gift) -> dict[str, Any]:
    """What every page of a gift shows around its contents: also whether a limit reaches it, or none is set for it."""
    return {
        "gift": gift,
        "limit": commands.limit_reached(gift, _limits()),
        "limits": _limits(),
    }


@blueprint.route("/new", methods=["GET", "POST"])
@requires("gift.write")
def create() -> Response | tuple[str, int]:
    """Record a gift; the address may name a visit, an item of it, and whether it was given or received."""
    # Asked before the visit is loaded: that reads its officer anew, who may be the viewer.
    homes = viewer().homes
    visit = _visit()
    form = GiftForm(picker=ViewersPicker(), data=_initial(homes[0] if homes else None, visit))
    back = f"{record_url(visit.reference)}/after#gifts" if visit else None
    if form.validate_on_submit():
        with saving(form):
            gift = commands.record_gift(viewer(), _limits(), **form.details())
            return done(_told_of(gift, form), back or url_for("gifts.show", reference=gift.reference))
    return show_form("gifts/edit.html", form, limits=_limits(), cancel_url=back or url_for("gifts.list"))


def _told_of(gift: Gift, form: GiftForm) -> str:
    """That it is saved; and that it is to be declared, where the officer had not said so."""
    if gift.declaration is Declaration.REQUIRED and form.declaration.data is Declaration.NOT_STATED:
        return N_("Saved. By its value the gift is to be declared.")
    return N_("Saved.")


def _visit() -> Visit | None:
    """The visit that the address names (``?visit=VIS-2013-001``)."""
    reference = request.args.get("visit")
    return get_visit(viewer(), reference) if reference else None


def _initial(home: City | None, visit: Visit | None) -> dict[str, Any]:
    """What a new gift begins with; of one at a visit who gave and received it, as the heads of both sides."""
    way = next((one for one in GiftWay if one == request.args.get("way")), None)
    initial: dict[str, Any] = {"way": way, "home": home, "owner": viewer(), "quantity": 1}
    if visit is None:
        return initial
    sides = sides_of(visit)
    giver, receiver = sides.partner_head, sides.home_head
    if way is GiftWay.GIVEN:
        giver, receiver = receiver, giver
    number = request.args.get("item", type=int)
    item = get_item(viewer(), visit.reference, number) if number else None
    return initial | {
        "visit": visit,
        "item": item,
        "home": visit.home,
        "partner": sides.partner,
        "happened": _day_of(visit, item),
        "occasion": (item or visit).title.text(language()),
        "giver": giver,
        "receiver": receiver,
        "department": visit.department,
        "disclosure": visit.disclosure.stricter(Disclosure.INTERNAL),
    }


def _day_of(visit: Visit, item: ProgrammeItem | None) -> PartialDate | None:
    """The day of the item, else that of a visit of one day."""
    if item is not None and item.day:
        return PartialDate.of(item.day)
    first: date | None = visit.starts.day if visit.starts else None
    is_one_day = visit.ends is None or visit.ends.day == first
    return PartialDate.of(first) if first and is_one_day else None


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("gift.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change a gift."""
    gift = queries.get_gift(viewer(), reference)
    form = GiftForm(obj=gift, picker=ViewersPicker())
    address = url_for("gifts.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_gift(viewer(), gift, form.version.number, _limits(), **form.details())
            return done(_told_of(gift, form), address)
        gift = queries.get_gift(viewer(), reference)
    return show_form("gifts/edit.html", form, gift, limits=_limits(), cancel_url=address)


@blueprint.route(f"{ONE}/declare", methods=["GET", "POST"])
@requires("gift.write")
def declare(reference: str) -> Response | tuple[str, int]:
    """Say on which day a gift was declared."""
    gift = queries.get_gift(viewer(), reference)
    form = DeclaringForm(obj=gift)
    if not form.is_submitted():
        form.declared_on.data = gift.declared_on or today()
    address = url_for("gifts.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.declare_gift(viewer(), gift, form.declared_on.data, form.version.number)
            return done(N_("Saved."), address)
        gift = queries.get_gift(viewer(), reference)
    return show_form("gifts/declare.html", form, gift, cancel_url=address)


@blueprint.post(f"{ONE}/archive")
@requires("gift.write")
def archive(reference: str) -> Response:
    """Put a gift away."""
    commands.archive_gift(viewer(), queries.get_gift(viewer(), reference))
    return done(N_("Archived."), url_for("gifts.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("gift.write")
def restore(reference: str) -> Response:
    """Bring a gift back."""
    commands.restore_gift(viewer(), queries.get_gift(viewer(), reference))
    return done(N_("Restored."), url_for("gifts.show", reference=reference))
