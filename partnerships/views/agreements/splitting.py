"""A pasted text becomes commitments: pasted once, shown clause by clause, edited, and saved all at once."""

from collections.abc import Sequence
from typing import Any

from flask import request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from partnerships.commands import agreement as commands
from partnerships.errors import Invalid
from partnerships.forms.agreement import ClauseForm, PastedForm
from partnerships.languages import N_
from partnerships.models.agreement import Agreement
from partnerships.models.side import Side
from partnerships.queries import agreement as queries
from partnerships.queries.agreement.area_suggestions import suggest_areas
from partnerships.transfer.clauses import Clause, split_clauses
from partnerships.views.agreements.blueprint import ONE, area_options, blueprint, commitment_crumbs
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, show_form, told

# No agreement has more clauses; a longer paste is a mistake.
MOST_CLAUSES = 150


class _RememberingPicker(ViewersPicker):
    """Many rows name the same few departments: each name is looked up once."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], Any] = {}

    def pick(self, noun: str, text: str) -> Any:
        if (noun, text) not in self.found:
            self.found[noun, text] = super().pick(noun, text)
        return self.found[noun, text]


@blueprint.route(f"{ONE}/commitments/split", methods=["GET", "POST"])
@requires("agreement.write")
def commitments_split(reference: str) -> Response | tuple[str, int]:
    """Split a pasted text into clauses, look through them, and enter those that promise something."""
    agreement = queries.get_agreement(viewer(), reference)
    form = PastedForm()
    picker = _RememberingPicker()
    rows: list[tuple[ClauseForm, Clause | None]] = []
    if form.validate_on_submit():
        if "save" in request.form:
            rows = _typed(agreement, picker)
            if _save(agreement, form, [row for row, _clause in rows]):
                return done(N_("Saved."), url_for("agreements.commitments", reference=reference))
            agreement = queries.get_agreement(viewer(), reference)
        else:
            rows = _suggested(agreement, form, picker)
    elif "save" in request.form:
        rows = _typed(agreement, picker)
    page, status = show_form(
        "agreements/split.html",
        form,
        agreement=agreement,
        rows=rows,
        departments=picker.suggest("department", "") if rows else (),
        crumbs=commitment_crumbs(agreement),
        cancel_url=url_for("agreements.commitments", reference=reference),
    )
    return page, 422 if any(row.errors or row.form_errors for row, _clause in rows) else status


def _names(agreement: Agreement, side: Side) -> list[str]:
    """What a side is called in the text: by its parties, and at home by the city."""
    bodies: list[Any] = [party.city or party.organisation for party in agreement.parties if party.side is side]
    bodies += [agreement.home] if side is Side.HOME else [tie.partner for tie in agreement.partnerships]
    return [name for body in bodies if body for name in (body.name_ko, body.name_en) if name]


def _suggested(agreement: Agreement, form: PastedForm, picker: ViewersPicker) -> list[tuple[ClauseForm, Clause | None]]:
    """A row for each clause of the pasted text, filled with what its words suggest."""
    home, partner = _names(agreement, Side.HOME), _names(agreement, Side.PARTNER)
    clauses = split_clauses(form.pasted.data or "", home, partner)
    if not clauses:
        form.refuse("pasted", str(told(Invalid("pasted", N_("Paste the text first.")))))
    if len(clauses) > MOST_CLAUSES:
        fault = Invalid("pasted", N_("These are more than %(most)s clauses: paste a part of them."), most=MOST_CLAUSES)
        form.refuse("pasted", told(fault))
        return []
    areas = queries.list_area_choices(agreement.areas)
    return [(_row(place, clause, areas, picker), clause) for place, clause in enumerate(clauses)]


def _row(place: int, clause: Clause, areas: Sequence[Any], picker: ViewersPicker) -> ClauseForm:
    said = " ".join(filter(None, (clause.heading, clause.text)))
    suggested = suggest_areas(said, areas) if clause.is_operative else []
    return ClauseForm(
        formdata=None,
        prefix=_prefix(place),
        picker=picker,
        options=_options(place, areas),
        data={
            "take": clause.is_operative,
            "clause": (clause.number or "")[:40] or None,
            "text_ko" if clause.is_korean else "text_en": clause.text,
            "kind": clause.kind,
            "owed_by": clause.owed_by,
            "areas": suggested,
            "cadence": clause.cadence,
            "cadence_years": clause.cadence_years,
            "hosts_alternate": clause.hosts_alternate,
        },
    )


def _typed(agreement: Agreement, picker: ViewersPicker) -> list[tuple[ClauseForm, Clause | None]]:
    """The rows as they came back; those that are not ticked are kept and not judged."""
    areas = queries.list_area_choices(agreement.areas)
    count = min(request.form.get("rows", 0, type=int) or 0, MOST_CLAUSES)
    sent = MultiDict(request.form)
    rows = [
        ClauseForm(formdata=sent, prefix=_prefix(place), picker=picker, options=_options(place, areas))
        for place in range(count)
    ]
    for row in rows:
        if row.take.data:
            row.validate()
    return [(row, None) for row in rows]


def _save(agreement: Agreement, form: PastedForm, rows: Sequence[ClauseForm]) -> bool:
    """Enter the ticked rows; faults go beside the fields of their rows, and nothing is saved then."""
    ticked = [row for row in rows if row.take.data]
    if any(row.errors for row in ticked):
        return False
    common = {"text_basis": form.text_basis.data, "source": form.source.data}
    try:
        commands.add_commitments(viewer(), agreement, [{**_details(row), **common} for row in ticked])  # type: ignore[typeddict-item]  # forms give what their fields are called
    except Invalid as refused:
        for fault in refused.all:
            _refuse(fault, form, ticked)
        return False
    return True


def _details(row: ClauseForm) -> dict[str, Any]:
    """What a row says, under the names of the command."""
    names = (name for name in row._fields if name not in ("version", "csrf_token", "take"))
    return {name: row[name].data for name in names}


def _refuse(fault: Invalid, form: PastedForm, ticked: Sequence[ClauseForm]) -> None:
    """A fault of a clause stands in its row; that of what holds for all of them once, above."""
    head, _dash, rest = (fault.field or "").partition("-")
    place, _dash, name = rest.partition("-")
    if head != "clauses" or name in form._fields:
        field = name or fault.field
        if told(fault) not in (form[field].errors if field in form._fields else form.form_errors):
            form.refuse(field, told(fault))
    else:
        ticked[int(place)].refuse(name, told(fault))


def _options(place: int, areas: Sequence[Any]) -> dict[str, Any]:
    return {f"{_prefix(place)}areas": area_options(areas)}


def _prefix(place: int) -> str:
    return f"row-{place}-"
