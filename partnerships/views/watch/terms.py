"""Agreements of unknown term: their list, and the short form that resolves one."""

from flask import url_for
from werkzeug.wrappers import Response

from partnerships.commands import agreement as agreement_commands
from partnerships.commands import watch as commands
from partnerships.forms.watch import TermForm
from partnerships.languages import N_
from partnerships.models.agreement import Agreement
from partnerships.models.partnership import Side
from partnerships.queries import agreement as agreements
from partnerships.queries import watch as queries
from partnerships.views.watch.blueprint import ONE, blueprint, filter_choices, show_page, wanted_from_address
from partnerships.web.current import language, page_number, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import done, saving, show_form


@blueprint.get("/unknown-terms")
@requires("watch.read")
def unknown_terms() -> str:
    """Agreements in force of which nobody knows when they end."""
    wanted = wanted_from_address()
    page = queries.list_unknown_terms(viewer(), wanted, today(), language(), page_number())
    return show_page(
        "watch/unknown_terms.html",
        page=page,
        wanted=wanted,
        reason=queries.reason_unknown,
        partners_of=agreements.list_parties_of([row.id for row in page.rows], language(), Side.PARTNER),
        **filter_choices(),
    )


@blueprint.route(f"/unknown-terms{ONE}", methods=["GET", "POST"])
@requires("watch.handle")
def resolve(reference: str) -> Response | tuple[str, int]:
    """Record what a paper says of its term."""
    agreement = agreements.get_agreement(viewer(), reference)
    form = TermForm(obj=agreement)
    if form.validate_on_submit():
        with saving(form):
            version, details = form.version.number, form.details()
            agreement_commands.revise_agreement(viewer(), agreement, version, **details)
            return done(N_("Saved."), url_for("watch.unknown_terms"))
        agreement = agreements.get_agreement(viewer(), reference)
    return _show(form, agreement)


@blueprint.post(f"/unknown-terms{ONE}/not-stated")
@requires("watch.handle")
def confirm(reference: str) -> Response | tuple[str, int]:
    """Say that the paper truly does not tell how long it lasts."""
    agreement = agreements.get_agreement(viewer(), reference)
    form = TermForm(obj=agreement, formdata=None)
    with saving(form):
        commands.confirm_not_stated(viewer(), agreement, None, today())
        return done(N_("Noted. It is reviewed at the office's own pace instead."), url_for("watch.unknown_terms"))
    return _show(form, agreements.get_agreement(viewer(), reference))


def _show(form: TermForm, agreement: Agreement) -> tuple[str, int]:
    begins = agreement.effective or agreement.signed
    return show_form(
        "watch/resolve.html",
        form,
        agreement,
        agreement=agreement,
        reason=queries.reason_unknown(agreement.term_kind, agreement.renewal_kind, begins.latest if begins else None),
        is_unknown=queries.is_unknown(viewer(), agreement, today()),
        default_review_months=queries.DEFAULT_REVIEW_MONTHS,
        cancel_url=url_for("watch.unknown_terms"),
    )
