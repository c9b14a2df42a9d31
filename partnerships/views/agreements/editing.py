"""Recording an agreement, changing it, putting it away."""

from collections.abc import Sequence
from typing import Any

from flask import request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import agreement as commands
from partnerships.forms.agreement import (
    AgreementForm,
    NewAgreementForm,
)
from partnerships.languages import N_
from partnerships.models.agreement import Agreement
from partnerships.models.partnership import Partnership
from partnerships.queries import agreement as queries
from partnerships.queries.agreement.duplicates import Likeness, NewPaper, likely_duplicates
from partnerships.queries.city import list_homes
from partnerships.queries.picking import TIE, NotPicked, pick
from partnerships.views.agreements.blueprint import (
    ONE,
    area_options,
    blueprint,
)
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.route("/new", methods=["GET", "POST"])
@requires("agreement.write")
def create() -> Response | tuple[str, int]:
    """Record an agreement; the address may name the tie that it falls under."""
    initial = {"home": own_home(), "partnerships": _named_tie()}
    form = NewAgreementForm(picker=ViewersPicker(), options=_options(), data=initial)
    duplicates: list[Likeness] = []
    if form.validate_on_submit():
        duplicates = likely_duplicates(viewer(), _as_paper(form))
        if duplicates and not form.is_another.data:
            form.refuse("is_another", gettext("Look at the papers above. Tick this when yours is another one."))
            return _show_new(form, duplicates)
        with saving(form):
            agreement = commands.record_agreement(viewer(), **form.details())
            return done(N_("Saved."), url_for("agreements.show", reference=agreement.reference))
        form, duplicates = _with_fresh_options(form), []
    return _show_new(form, duplicates)


def _show_new(form: AgreementForm, duplicates: Sequence[Likeness]) -> tuple[str, int]:
    return show_form("agreements/edit.html", form, duplicates_found=duplicates, cancel_url=url_for("agreements.list"))


def _as_paper(form: AgreementForm) -> NewPaper:
    return NewPaper(
        kind=form.kind.data,
        titles=(form.title_ko.data, form.title_en.data),
        signed=form.signed.data,
        ties=form.partnerships.data,
    )


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("agreement.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change an agreement."""
    agreement = queries.get_agreement(viewer(), reference)
    form = AgreementForm(obj=agreement, picker=ViewersPicker(), options=_options(agreement))
    address = url_for("agreements.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_agreement(viewer(), agreement, form.version.number, **form.details())
            return done(N_("Saved."), address)
        agreement = queries.get_agreement(viewer(), reference)
        form = _with_fresh_options(form, agreement)
    return show_form("agreements/edit.html", form, agreement, cancel_url=address)


@blueprint.post(f"{ONE}/archive")
@requires("agreement.write")
def archive(reference: str) -> Response:
    """Put an agreement away."""
    commands.archive_agreement(viewer(), queries.get_agreement(viewer(), reference))
    return done(N_("Archived."), url_for("agreements.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("agreement.write")
def restore(reference: str) -> Response:
    """Bring an agreement back."""
    commands.restore_agreement(viewer(), queries.get_agreement(viewer(), reference))
    return done(N_("Restored."), url_for("agreements.show", reference=reference))


def own_home() -> Any:
    """The home side that a new agreement most likely has: the first of the officer's own."""
    return next((home for home in list_homes() if home.id in viewer().home_ids), None)


def _named_tie() -> list[Partnership]:
    """The tie that the address names, from whose page the officer comes."""
    try:
        return [pick(viewer(), TIE, request.args.get("partnership", ""))]
    except NotPicked:
        return []


def _options(agreement: Agreement | None = None) -> dict[str, Any]:
    """The boxes of an agreement's form."""
    return {"areas": area_options(queries.list_area_choices(agreement.areas if agreement else ()))}


def _with_fresh_options(form: AgreementForm, agreement: Agreement | None = None) -> AgreementForm:
    """``form`` with boxes read again: a refusal rolled back the session in which the first ones stood."""
    form.areas.options = _options(agreement)["areas"]
    return form
