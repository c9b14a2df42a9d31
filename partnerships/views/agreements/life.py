"""The life of an agreement: its course, its approvals, its renewals and the notices given."""

from typing import Any

from flask import abort, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands.agreement import approval as approvals
from partnerships.commands.agreement import notice as notices
from partnerships.commands.agreement import renewal as renewals
from partnerships.commands.agreement.lifecycle import may_take_back
from partnerships.errors import Invalid
from partnerships.forms.agreement.life import AgreementApprovalForm, NoticeForm, RenewalForm, WithdrawalForm
from partnerships.forms.details import DetailsForm
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementStatus
from partnerships.models.approval import ApprovalKind
from partnerships.models.types import PartialDate
from partnerships.queries import agreement as queries
from partnerships.queries.agreement.life import find_approval, find_notice, find_renewal, read_life
from partnerships.queries.agreement.telling import explain_end, list_ahead, list_steps
from partnerships.queries.watch import watch_log_of
from partnerships.views.agreements.blueprint import ONE, agreement_crumbs, blueprint, name_of_party, show_page
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import ViewersPicker, done, saving, show_form, told

_BEFORE_FORCE = (
    AgreementStatus.DRAFTING,
    AgreementStatus.NEGOTIATING,
    AgreementStatus.CLEARED,
    AgreementStatus.SIGNED,
)


@blueprint.get(f"{ONE}/life")
@requires("agreement.read")
def life(reference: str) -> str:
    """The life of an agreement from its draft to its end, with what comes next."""
    agreement = queries.get_agreement(viewer(), reference)
    recorded, stands = read_life(agreement), agreement.status_on(today())
    return show_page(
        "agreements/life.html",
        agreement,
        life=recorded,
        steps=list_steps(agreement, recorded, today()),
        ahead=list_ahead(agreement, today()),
        end=explain_end(agreement, recorded, today()),
        sides=_side_names(agreement),
        suggested=approvals.suggest_approval(agreement, recorded) if stands in _BEFORE_FORCE else None,
        undecided=stands in _BEFORE_FORCE and not recorded.approvals,
        is_renewable=renewals.is_renewable(agreement, today()),
        takes_notice=notices.may_be_given(agreement),
        may_take_back=may_take_back(viewer(), agreement, recorded),
        watched=watch_log_of(agreement),
    )


@blueprint.route(f"{ONE}/renewal", methods=["GET", "POST"])
@requires("agreement.write")
def renew(reference: str) -> Response | tuple[str, int]:
    """Record that an agreement was renewed; the next term stands in the form already."""
    agreement = queries.get_agreement(viewer(), reference)
    if not renewals.is_renewable(agreement, today()):
        return _refused(agreement, gettext("Only a signed agreement that nobody has ended can be renewed."))
    following = renewals.next_term(agreement, today())
    proposed = {"begins": following.begins, "ends": following.ends, "agreed": PartialDate.of(today())}
    form = RenewalForm(data={**proposed, "version": agreement.version}, picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            version, details = form.version.number, form.details()
            renewals.renew_agreement(viewer(), agreement, today(), version=version, **details)
            return done(N_("The renewal is recorded."), _address(reference))
        agreement = queries.get_agreement(viewer(), reference)
    return _show(form, agreement, "agreements/renew.html", end=explain_end(agreement, read_life(agreement), today()))


@blueprint.post(f"{ONE}/renewal/<int:number>/archive")
@requires("agreement.write")
def renewal_archive(reference: str, number: int) -> Response | tuple[str, int]:
    """Put a renewal away that was entered by mistake."""
    agreement = queries.get_agreement(viewer(), reference)
    renewal = find_renewal(agreement, number) or abort(404)
    try:
        renewals.archive_renewal(viewer(), agreement, renewal)
    except Invalid as error:
        return _refused(agreement, told(error))
    return done(N_("Archived."), _address(reference))


@blueprint.route(f"{ONE}/notice", methods=["GET", "POST"])
@requires("agreement.write")
def notice(reference: str) -> Response | tuple[str, int]:
    """Record a notice that one side gave."""
    agreement = queries.get_agreement(viewer(), reference)
    if not notices.may_be_given(agreement):
        return _refused(agreement, gettext("Notice can be given of a signed agreement only."))
    form = NoticeForm(data={"given": PartialDate.of(today()), "version": agreement.version})
    if form.validate_on_submit():
        with saving(form):
            version, details = form.version.number, form.details()
            notices.give_notice(viewer(), agreement, today(), version=version, **details)
            return done(N_("The notice is recorded."), _address(reference))
        agreement = queries.get_agreement(viewer(), reference)
    return _show(form, agreement, "agreements/notice.html", end=explain_end(agreement, read_life(agreement), today()))


@blueprint.route(f"{ONE}/notice/<int:number>/withdrawal", methods=["GET", "POST"])
@requires("agreement.write")
def notice_withdraw(reference: str, number: int) -> Response | tuple[str, int]:
    """Record that a notice was withdrawn."""
    agreement = queries.get_agreement(viewer(), reference)
    given = find_notice(agreement, number) or abort(404)
    form = WithdrawalForm(data={"version": given.version})
    if form.validate_on_submit():
        with saving(form):
            notices.withdraw_notice(viewer(), agreement, given, form.reason.data, form.version.number)
            return done(N_("The notice no longer holds."), _address(reference))
        agreement = queries.get_agreement(viewer(), reference)
    note = gettext("The agreement then ends as if it had never been given.")
    return _show(form, agreement, "agreements/life_form.html", title=N_("Withdraw the notice"), note=note)


@blueprint.post(f"{ONE}/approvals/suggested")
@requires("agreement.write")
def approval_suggested(reference: str) -> Response:
    """Add the approval that the page proposes, by one click."""
    agreement = queries.get_agreement(viewer(), reference)
    kinds = (ApprovalKind.COUNCIL_CONSENT, ApprovalKind.COUNCIL_REPORT)
    wanted = next((kind for kind in kinds if kind == request.form.get("kind")), None) or abort(404)
    approvals.add_suggested_approval(viewer(), agreement, wanted)
    return done(N_("Saved."), _address(reference))


def _life_crumbs(agreement: Agreement) -> list[tuple[str, str]]:
    return [*agreement_crumbs(agreement), (gettext("Lifecycle"), _address(agreement.reference))]


add_part_pages(
    blueprint,
    f"{ONE}/approvals",
    PartPages(
        name="approval",
        action="agreement.write",
        form=AgreementApprovalForm,
        load=queries.get_agreement,
        find=find_approval,
        add=approvals.add_agreement_approval,
        revise=approvals.revise_agreement_approval,
        archive=approvals.archive_agreement_approval,
        crumbs=_life_crumbs,
        title_new=N_("Add an approval"),
        title_edit=N_("Change an approval"),
    ),
)


def _address(reference: str) -> str:
    return url_for("agreements.life", reference=reference)


def _refused(agreement: Agreement, message: str) -> tuple[str, int]:
    return render_template("errors/refused.html", message=message, back=_address(agreement.reference)), 422


def _show(form: DetailsForm, agreement: Agreement, template: str, **context: Any) -> tuple[str, int]:
    return show_form(
        template,
        form,
        agreement,
        crumbs=_life_crumbs(agreement),
        cancel_url=_address(agreement.reference),
        **context,
    )


def _side_names(agreement: Agreement) -> dict[str, str]:
    """What each side is called on the page: the home city, and who stands on the other side."""
    partners = [name_of_party(one) for one in agreement.parties if one.side == "partner" and not one.is_archived]
    home = agreement.home.name.text(language()) if agreement.home else gettext("Home side")
    return {"home": home, "partner": ", ".join(partners) or gettext("Partner side"), "both": gettext("Both sides")}
