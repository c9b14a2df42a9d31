"""Lists of participants: handed in, previewed row by row, taken over at once; the template, and the list as a file."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from urllib.parse import quote

from flask import Response, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response as AnyResponse

from partnerships.commands import visit as commands
from partnerships.errors import Invalid
from partnerships.forms.visit import ListForm, rows_sent
from partnerships.languages import N_, Language
from partnerships.models.visit import Delegation, MemberRole, Visit
from partnerships.permissions import may
from partnerships.queries import visit as queries
from partnerships.transfer import participants
from partnerships.transfer.participants import BY_FIELD, ListedRow, Listing, Outcome, Plan, PlannedRow, Wish
from partnerships.transfer.sheets import read_file, read_pasted
from partnerships.views.visits.blueprint import ONE, blueprint, people_crumbs
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, saving, show_form, told

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LIST = f"{ONE}/people/import"


@blueprint.route(LIST, methods=["GET", "POST"])
@requires("visit.write")
def people_import(reference: str) -> AnyResponse | tuple[str, int]:
    """Hand in a list of participants and see what would become of each row; nothing is saved before the next step."""
    visit = queries.get_visit(viewer(), reference)
    if not _present(visit):
        return redirect(url_for("visits.people", reference=reference), 303)
    if any(key.startswith("rows-") for key in request.form):
        return _answer_preview(visit)
    form = ListForm(picker=ViewersPicker(), options={"delegation": _offered(visit)}, data=_usual(visit))
    if form.validate_on_submit():
        with saving(form):
            listing = _read(form)
            plan = participants.plan_list(viewer(), visit, _first_wishes(visit, listing, form.delegation.data))
            return _show_preview(visit, plan, unknown=listing.unknown)
    return show_form("visits/people_import.html", form, visit=visit, crumbs=people_crumbs(visit))


@blueprint.get(f"{LIST}/<string:tongue>.xlsx")
@requires("visit.write")
def people_template(reference: str, tongue: str) -> Response:
    """An empty list to fill in, in Korean (``ko``) or English."""
    visit = queries.get_visit(viewer(), reference)
    chosen = Language.KOREAN if tongue == Language.KOREAN else Language.ENGLISH
    return _workbook(visit, chosen, [], gettext("List of participants"))


@blueprint.get(f"{ONE}/people.xlsx")
@requires("visit.read")
def people_file(reference: str) -> Response:
    """Who takes part, in the columns of a list that can come in again; personal data for those who may read it."""
    visit = queries.get_visit(viewer(), reference)
    members = ((one, member) for one in _present(visit) for member in queries.members_of(one))
    rows = [participants.row_of(viewer(), delegation, member, language()) for delegation, member in members]
    return _workbook(visit, language(), rows, gettext("Delegations"))


def _workbook(visit: Visit, tongue: Language, rows: list[dict[str, str]], name: str) -> Response:
    file = BytesIO()
    names = [participants.name_of(one, tongue) for one in _present(visit)]
    private = may(viewer(), "visit.read_private", visit)
    participants.write_participants(file, tongue, names, rows, private=private)
    file.seek(0)
    answer = send_file(file, mimetype=_XLSX, conditional=False, etag=False)
    full = quote(f"{visit.reference}_{name}_{today().isoformat()}.xlsx".replace(" ", "_"))
    plain = f"{visit.reference}_people.xlsx"
    answer.headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{full}"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _present(visit: Visit) -> list[Delegation]:
    return [one for one in visit.delegations if not one.is_archived]


def _offered(visit: Visit) -> list[tuple[Delegation, str]]:
    return [(one, participants.name_of(one, language())) for one in _present(visit)]


def _usual(visit: Visit) -> Mapping[str, Delegation | None]:
    present = _present(visit)
    return {"delegation": present[0] if len(present) == 1 else None}


def _read(form: ListForm) -> Listing:
    sent = form.file.data
    if sent:
        return participants.list_rows(read_file(sent.stream), "file")
    if form.pasted.data:
        return participants.list_rows([read_pasted(form.pasted.data)], "pasted")
    raise Invalid("file", N_("Choose a file, or paste the cells below."))


def _first_wishes(visit: Visit, listing: Listing, usual: Delegation | None) -> list[Wish]:
    """Each row in the delegation that it names, else in the usual one."""
    wishes = []
    for row in listing.rows:
        named = row.cells.get("side")
        found = participants.find_delegation(_present(visit), named) if named else usual
        wishes.append(Wish(row, delegation=found.id if found else None))
    return wishes


def _sent_wishes() -> list[Wish]:
    """What was said of each row in the preview."""
    return [
        Wish(
            ListedRow(
                int(sent["line"]) if sent.get("line", "").isdecimal() else number + 1,
                {name: text for name, text in sent.items() if name in BY_FIELD and text},
            ),
            is_taken="take" in sent,
            who=sent.get("who", ""),
            delegation=int(sent["delegation"]) if sent.get("delegation", "").isdecimal() else None,
            seen=sent.get("seen", ""),
        )
        for number, sent in rows_sent(request.form).items()
    ][: participants.MOST_ROWS]


def _answer_preview(visit: Visit) -> AnyResponse | tuple[str, int]:
    """Check the rows once more, or take them over if that is asked for and nothing stands in the way."""
    plan = participants.plan_list(viewer(), visit, _sent_wishes())
    goes = request.form.get("go")
    if goes == "rest":
        plan = participants.without_open_rows(plan)
    if goes not in ("save", "rest"):
        return _show_preview(visit, plan)
    if plan.open_rows:
        message = gettext("Some rows cannot be taken over yet: put them right, or leave them out.")
        return _show_preview(visit, plan, message)
    if any(row.wish.is_taken and row.wish.seen != row.sign for row in plan.rows):
        message = gettext("What would become of some rows is not what you saw. Look at them again before you save.")
        return _show_preview(visit, plan, message)
    if not any(row.wish.is_taken for row in plan.rows):
        return _show_preview(visit, plan, gettext("No row is ticked."))
    rows = participants.as_listed(plan, visit, with_posts="with_posts" in request.form)
    try:
        commands.take_over_list(viewer(), visit, rows)
    except Invalid as error:
        visit = queries.get_visit(viewer(), visit.reference)
        plan = participants.plan_list(viewer(), visit, _sent_wishes())
        return _show_preview(visit, participants.with_refusal(plan, error), told(error))
    return _finished(visit, plan)


def _finished(visit: Visit, plan: Plan) -> AnyResponse:
    counts = plan.counts
    joined = sum(counts.get(one, 0) for one in (Outcome.NEW, Outcome.KNOWN, Outcome.UNNAMED))
    changed = counts.get(Outcome.CHANGED, 0)
    messages = [ngettext("%(num)s entry taken over.", "%(num)s entries taken over.", joined)] if joined else []
    messages += [ngettext("%(num)s entry changed.", "%(num)s entries changed.", changed)] if changed else []
    flash(" ".join(messages) or gettext("Nothing had to be changed."), "success")
    return redirect(url_for("visits.people", reference=visit.reference), 303)


def _show_preview(visit: Visit, plan: Plan, message: str | None = None, unknown: Sequence[str] = ()) -> tuple[str, int]:
    page = render_template(
        "visits/people_preview.html",
        visit=visit,
        crumbs=people_crumbs(visit),
        plan=plan,
        numbered=list(enumerate(plan.rows)),
        faults=[_told_by_field(row) for row in plan.rows],
        outcomes=list(Outcome),
        roles=list(MemberRole),
        heads={name: column.head(language()) for name, column in BY_FIELD.items()},
        delegations=_offered(visit),
        message=message,
        unknown=unknown,
        with_posts="with_posts" in request.form or "go" not in request.form,
    )
    return page, 422 if message else 200


def _told_by_field(row: PlannedRow) -> dict[str, str]:
    """What is wrong with each cell of a row, in the reader's language."""
    told_of: dict[str, str] = {}
    for fault in row.faults:
        words = told(Invalid(fault.field, fault.message, **fault.values))
        told_of[fault.field] = f"{told_of[fault.field]} {words}" if fault.field in told_of else words
    return told_of
