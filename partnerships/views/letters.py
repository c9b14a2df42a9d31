"""Pages of the register of letters: the list, a letter with its documents and history, its forms and its moves."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response

from partnerships.commands import letter as commands
from partnerships.commands import thanks
from partnerships.errors import Invalid, NotFound
from partnerships.forms.letter import LetterForm, NewLetterForm, SendingForm
from partnerships.languages import N_
from partnerships.models.base import Disclosure
from partnerships.models.letter import Letter, LetterKind, LetterStatus
from partnerships.models.types import PartialDate
from partnerships.queries import letter as queries
from partnerships.queries.audit import history_of
from partnerships.queries.document import documents_of
from partnerships.queries.visit import get_visit
from partnerships.queries.visit.sides import sides_of
from partnerships.web import listing
from partnerships.web.addresses import record_url
from partnerships.web.current import today, viewer
from partnerships.web.guards import requires
from partnerships.web.listing import Column
from partnerships.web.saving import ViewersPicker, done, saving, show_form, told

blueprint = Blueprint("letters", __name__, url_prefix="/letters")

ONE = "/<reference('LTR'):reference>"


listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Letters"),
        action="letter.read",
        template="letters/list.html",
        filter=queries.LetterFilter,
        listed=queries.letters_listed,
        conditions=(
            listing.Words("q", N_("Letter or person"), "text", hint=N_("Title, who wrote or gets it, or number")),
            listing.choice("kind", N_("Kind"), LetterKind),
            listing.choice("status", N_("Status"), LetterStatus),
            listing.Picked("city", N_("Partner city"), noun="city"),
            listing.year(N_("Year"), lambda: queries.list_letter_years(viewer())),
            listing.Picked("visit", N_("Visit"), noun="visit"),
            listing.Box("overdue", N_("Should have been sent")),
            listing.HOME_SIDES,
            listing.MINE,
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="-latest",
        columns=(
            Column(N_("Number"), "reference", 15),
            Column(N_("Title of the letter"), "title", 40),
            Column(N_("Title in the other language"), listing.unlike("title_other", "title"), 40),
            Column(N_("Kind"), "kind", 14),
            Column(N_("Status"), "status", 12),
            Column(N_("Sender"), "sender", 24),
            Column(N_("Addressee"), "addressee", 28),
            Column(N_("Partner city"), "partner_name", 18),
            Column(N_("About the visit"), "visit_reference", 15),
            Column(N_("Title of the visit"), "visit_title", 36),
            Column(N_("To be sent by"), "due_on", 12),
            Column(N_("Date of the letter"), "dated_on", is_dated=True),
            Column(N_("Home side"), "home_name", 18),
            Column(N_("Officer in charge"), "officer"),
            Column(N_("Example"), "is_example", 8),
        ),
    ),
)


@blueprint.get(ONE)
@requires("letter.read")
def show(reference: str) -> str:
    """A letter: from whom, to whom, how far it has come."""
    letter = queries.get_letter(viewer(), reference)
    return render_template("letters/show.html", **_framed(letter))


@blueprint.get(f"{ONE}/documents")
@requires("letter.read")
def documents(reference: str) -> str:
    """The documents of a letter: its text, its enclosures."""
    letter = queries.get_letter(viewer(), reference)
    found = documents_of(viewer(), letter)
    return render_template("letters/documents.html", owner=letter, documents=found, **_framed(letter))


@blueprint.get(f"{ONE}/history")
@requires("letter.read")
def history(reference: str) -> str:
    """Who changed what of a letter."""
    letter = queries.get_letter(viewer(), reference)
    return render_template("letters/history.html", entries=history_of(letter), **_framed(letter))


def _framed(letter: Letter) -> dict[str, Any]:
    """What every page of a letter shows around its contents."""
    return {
        "letter": letter,
        "moves": commands.MOVES[letter.status],
        "overdue": queries.is_overdue(letter, today()),
    }


@blueprint.route("/new", methods=["GET", "POST"])
@requires("letter.write")
def create() -> Response | tuple[str, int]:
    """Record a letter; the address may name the visit that it is about."""
    form = NewLetterForm(picker=ViewersPicker(), data=_initial())
    visit = request.args.get("visit")
    back = _in_visit(visit) if visit else None
    if form.validate_on_submit():
        with saving(form):
            letter = commands.record_letter(viewer(), **form.details())
            return done(N_("Saved."), back or url_for("letters.show", reference=letter.reference))
    return show_form("letters/edit.html", form, cancel_url=back or url_for("letters.list"))


def _initial() -> dict[str, Any]:
    homes = viewer().homes
    initial: dict[str, Any] = {"home": homes[0] if homes else None, "owner": viewer()}
    if reference := request.args.get("visit"):
        visit = get_visit(viewer(), reference)
        sides = sides_of(visit)
        initial |= {
            "visit": visit,
            "home": visit.home,
            "partner": sides.partner,
            "addressee": sides.partner_head,
            "department": visit.department,
            "disclosure": visit.disclosure.stricter(Disclosure.INTERNAL),
        }
    return initial


def _in_visit(reference: str) -> str:
    return f"{record_url(reference)}/after#letters"


def _back(letter: Letter) -> str:
    """Where an act on ``letter`` leads: to the visit whose page it was done on (``back=visit``), else to its own."""
    if request.values.get("back") == "visit" and letter.visit:
        return _in_visit(letter.visit.reference)
    return url_for("letters.show", reference=letter.reference)


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("letter.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change a letter."""
    letter = queries.get_letter(viewer(), reference)
    form = LetterForm(obj=letter, picker=ViewersPicker())
    address = url_for("letters.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_letter(viewer(), letter, form.version.number, **form.details())
            return done(N_("Saved."), address)
        letter = queries.get_letter(viewer(), reference)
    return show_form("letters/edit.html", form, letter, cancel_url=address)


@blueprint.post(f"{ONE}/status")
@requires("letter.write")
def move(reference: str) -> Response | tuple[str, int]:
    """Move a letter on, or back; one that is sent gets its date on a page of its own."""
    letter = queries.get_letter(viewer(), reference)
    status = next((one for one in LetterStatus if one == request.form.get("status")), None)
    if status is None:
        raise NotFound(N_("There is no such record."))
    address = _back(letter)
    try:
        commands.move_letter(viewer(), letter, status, version=request.form.get("version", type=int))
    except Invalid as error:
        return render_template("errors/refused.html", message=told(error), back=address), 422
    return done(N_("Saved."), address)


@blueprint.route(f"{ONE}/send", methods=["GET", "POST"])
@requires("letter.write")
def send(reference: str) -> Response | tuple[str, int]:
    """Say that a letter was sent, and which date it bears."""
    letter = queries.get_letter(viewer(), reference)
    form = SendingForm(obj=letter)
    if not form.is_submitted():
        form.dated_on.data = PartialDate.of(today())
    address = _back(letter)
    if form.validate_on_submit():
        with saving(form):
            _send(letter, form)
            return done(N_("Saved."), address)
        letter = queries.get_letter(viewer(), reference)
    return show_form("letters/send.html", form, letter, cancel_url=address)


def _send(letter: Letter, form: SendingForm) -> None:
    commands.move_letter(viewer(), letter, LetterStatus.SENT, form.dated_on.data, form.version.number)


@blueprint.post(f"{ONE}/archive")
@requires("letter.write")
def archive(reference: str) -> Response:
    """Put a letter away."""
    commands.archive_letter(viewer(), queries.get_letter(viewer(), reference))
    return done(N_("Archived."), url_for("letters.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("letter.write")
def restore(reference: str) -> Response:
    """Bring a letter back."""
    commands.restore_letter(viewer(), queries.get_letter(viewer(), reference))
    return done(N_("Restored."), url_for("letters.show", reference=reference))


@blueprint.post("/thanks-for/<reference('VIS'):reference>")
@requires("letter.write")
def list_thanks(reference: str) -> Response | tuple[str, int]:
    """Record a letter of thanks to be written for each of those who were ticked on the page of a visit."""
    visit = get_visit(viewer(), reference)
    back = _in_visit(reference)
    try:
        letters = thanks.list_thanks(viewer(), visit, set(request.form.getlist("thanks")), today())
    except Invalid as error:
        return render_template("errors/refused.html", message=told(error), back=back), 422
    return done(ngettext("%(num)s letter is listed.", "%(num)s letters are listed.", len(letters)), back)
