"""From a signed paper to a complete record: the guided way, in two steps that keep all that was typed."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, cast

from flask import request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.adapters.files import FileStore, Upload
from partnerships.commands.agreement import AgreementDetails
from partnerships.commands.agreement.log import Body, SignedPaper, faults_of_paper, log_agreement, new_paper
from partnerships.forms.agreement import PaperForm, ReadingForm
from partnerships.forms.details import MORE_LINES
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.document import DocumentKind
from partnerships.queries import agreement as queries
from partnerships.queries.agreement.area_suggestions import suggest_areas
from partnerships.queries.agreement.duplicates import Likeness, NewPaper, likely_duplicates
from partnerships.queries.agreement.ties_between import ties_between
from partnerships.queries.picking import PARTY, NotPicked, pick
from partnerships.transfer.clauses import Clause, split_clauses
from partnerships.transfer.terms import Terms, terms_in
from partnerships.views.agreements.blueprint import area_options, blueprint
from partnerships.views.agreements.editing import own_home
from partnerships.views.agreements.signers import LikelySigner, likely_signers
from partnerships.web.current import settings, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form, told

# As many clauses as a page carries; a longer text is read in parts.
MOST_CLAUSES = 60


@blueprint.route("/log", methods=["GET", "POST"])
@requires("agreement.write")
def log() -> Response | tuple[str, int]:
    """Log a signed paper: what stands on it, then what was understood of it, then all at once."""
    home = own_home()
    paper = PaperForm(picker=ViewersPicker(), data={"home": home, **_from_address(home)})
    goes = request.form.get("go")
    if not paper.is_submitted() or goes == "back" or MORE_LINES in request.form:
        paper.validate_on_submit()
        return _show_paper(paper, is_fresh=goes == "back")
    paper.validate_on_submit()
    if not _is_sound(paper):
        return _show_paper(paper)
    if goes == "save":
        return _save(paper)
    return _show_reading(paper, _read(paper))


def _from_address(home: City | None) -> dict[str, Any]:
    """What the address says already: ``?partnership=TIE-1976-001`` or the partner's own number."""
    initial: dict[str, Any] = {"ours": [home] if home else []}
    named = request.args.get("partnership") or request.args.get("partner")
    if named:
        with suppress(NotPicked):
            initial["theirs"] = [pick(viewer(), PARTY, named)]
    return initial


def _is_sound(paper: PaperForm) -> bool:
    """Whether shape and rules have nothing against the paper; all that they have is told at once."""
    for fault in faults_of_paper(_details(paper), paper.ours.data, paper.theirs.data):
        # What could not be read is told already.
        if fault.field is None or not paper[fault.field].errors:
            paper.refuse(fault.field, told(fault))
    return not paper.errors


def _details(paper: PaperForm) -> AgreementDetails:
    return cast(AgreementDetails, paper.paper())


def _show_paper(paper: PaperForm, *, is_fresh: bool = False) -> tuple[str, int]:
    if is_fresh:
        for field in paper:
            field.errors = ()
    return show_form("agreements/log_paper.html", paper, carried=_carried(ReadingForm), cancel_url=_list())


def _show_reading(paper: PaperForm, reading: ReadingForm) -> tuple[str, int]:
    bodies = [*paper.ours.data, *paper.theirs.data]
    outlook = new_paper(_details(paper))
    terms = terms_in(paper.pasted.data or "") if reading.read_terms.data else Terms()
    return show_form(
        "agreements/log_reading.html",
        reading,
        paper=paper,
        bodies=bodies,
        ours=len(paper.ours.data),
        signers=_signers(paper),
        line_of=ViewersPicker().line_of,
        outlook=outlook,
        deadline=outlook.notice_deadline(today()),
        duplicates_found=_duplicates(paper, reading),
        sentences=terms.sentences,
        carried=[pair for pair in _carried(PaperForm) if not terms.sentences or pair[0] not in PaperForm.terms],
        cancel_url=_list(),
    )


def _list() -> str:
    return url_for("agreements.list")


def _carried(step: type[PaperForm] | type[ReadingForm]) -> list[tuple[str, str]]:
    """What was typed in the other step, to be carried along unseen."""
    apart = {"csrf_token", "version"}
    names = {name for name in dir(step) if hasattr(getattr(step, name), "field_class")} - apart
    return [pair for pair in request.form.items(multi=True) if pair[0].split("-")[0] in names]


def _options(paper: PaperForm) -> dict[str, Any]:
    """The boxes of the second step: the areas, and the ties between the parties."""
    ours = [body for body in (paper.home.data, *paper.ours.data) if isinstance(body, Body)]
    ties = ties_between(viewer(), ours, paper.theirs.data)
    line = ViewersPicker().line_of
    return {"areas": area_options(queries.list_area_choices()), "ties": [(tie, line(tie)) for tie in ties]}


def _fingerprint(paper: PaperForm) -> str:
    """What the second step was read from: another text or other parties are read anew."""
    bodies = [body.reference for body in (*paper.ours.data, *paper.theirs.data)]
    return hashlib.sha256("\n".join([*bodies, paper.pasted.data or ""]).encode()).hexdigest()[:16]


def _read(paper: PaperForm) -> ReadingForm:
    """What is understood of the paper; what was put right before is kept while it is the same paper."""
    options = _options(paper)
    before = ReadingForm(picker=ViewersPicker(), **options)
    if before.read_from.data == _fingerprint(paper):
        before.validate()
        return before
    bodies: list[Body] = [*paper.ours.data, *paper.theirs.data]
    clauses = _clauses(paper)
    areas = [area for area, _label in options["areas"]]
    terms = terms_in(paper.pasted.data or "")
    initial = {
        "signatures": [signer.row(body) for signer, body in zip(_signers(paper), bodies, strict=True)],
        "partnerships": [tie for tie, _label in options["ties"]],
        "areas": suggest_areas(f"{paper.title_ko.data or ''}\n{paper.pasted.data or ''}", areas),
        "commitments": [_clause_row(clause, areas) for clause in clauses],
        "texts": [{"language": _language_of(paper)}, {"language": None}],
        "read_from": _fingerprint(paper),
        "read_terms": "yes" if paper.suggest_terms(terms.details, terms.from_signing) else "",
    }
    return ReadingForm(formdata=None, picker=ViewersPicker(), data=initial, **options)


def _language_of(paper: PaperForm) -> str | None:
    text = paper.pasted.data
    if not text:
        return None
    return "ko" if any("가" <= sign <= "힣" for sign in text) else "en"


def _clauses(paper: PaperForm) -> list[Clause]:
    ours = [name for body in paper.ours.data for name in (body.name_ko, body.name_en) if name]
    theirs = [name for body in paper.theirs.data for name in (body.name_ko, body.name_en) if name]
    return split_clauses(paper.pasted.data or "", ours, theirs)[:MOST_CLAUSES]


def _clause_row(clause: Clause, areas: Sequence[Any]) -> dict[str, Any]:
    return {
        "keep": clause.is_operative,
        "text": clause.text,
        "clause": (clause.number or "")[:40] or None,
        "kind": clause.kind,
        "owed_by": clause.owed_by,
        "cadence": clause.cadence,
        "cadence_years": clause.cadence_years,
        "hosts_alternate": clause.hosts_alternate,
        "areas": suggest_areas(clause.text, areas),
        "language": "ko" if clause.is_korean else "en",
        "why": clause.reason,
    }


def _signers(paper: PaperForm) -> list[LikelySigner]:
    bodies: list[Body] = [*paper.ours.data, *paper.theirs.data]
    return likely_signers(bodies, paper.signed.data, paper.pasted.data or "")


def _duplicates(paper: PaperForm, reading: ReadingForm) -> list[Likeness]:
    known = NewPaper(
        kind=paper.kind.data,
        titles=(paper.title_ko.data, paper.title_en.data),
        signed=paper.signed.data,
        ties=[tie for tie in reading.partnerships.data or () if not isinstance(tie, str)],
        bodies=[*paper.ours.data, *paper.theirs.data],
    )
    return likely_duplicates(viewer(), known)


def _save(paper: PaperForm) -> Response | tuple[str, int]:
    options = _options(paper)
    reading = ReadingForm(picker=ViewersPicker(), **options)
    if reading.read_from.data != _fingerprint(paper):
        return _show_reading(paper, _read(paper))
    if reading.validate_on_submit():
        if _duplicates(paper, reading) and not reading.is_another.data:
            reading.refuse("is_another", gettext("Look at the papers above. Tick this when yours is another one."))
            return _show_reading(paper, reading)
        with saving(reading):
            agreement = log_agreement(viewer(), _signed_paper(paper, reading))
            return done(
                N_("The paper is logged."), url_for("agreements.show", reference=agreement.reference, logged="yes")
            )
        # A refusal rolled back the session in which the boxes stood.
        reading.offer(**_options(paper))
    return _show_reading(paper, reading)


def _signed_paper(paper: PaperForm, reading: ReadingForm) -> SignedPaper:
    basis = {"text_basis": paper.text_basis.data, "source": paper.text_source.data}
    sent = reading.file.data
    document = None
    if sent or reading.no_file.data:
        document = {
            "kind": DocumentKind.AGREEMENT_TEXT,
            "title_ko": paper.title_ko.data,
            "title_en": paper.title_en.data,
            "dated_on": paper.signed.data,
        }
    return SignedPaper(
        details={
            **_details(paper),
            "partnerships": reading.partnerships.data or [],
            "areas": reading.areas.data or [],
            "owner": viewer(),
        },
        ours=paper.ours.data,
        theirs=paper.theirs.data,
        signatures={number: said for number, row in reading.rows("signatures") if (said := row.details())},
        commitments={number: row.details() | basis for number, row in reading.rows("commitments") if row.keep.data},
        texts={number: said for number, row in reading.rows("texts") if (said := row.details())},
        document=document,  # type: ignore[arg-type]  # named after the details
        file=Upload(sent.filename, sent.stream, FileStore(settings().file_store, settings().upload_limit))
        if sent
        else None,
    )
