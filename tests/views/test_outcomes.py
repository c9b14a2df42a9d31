"""After a visit: what happened, its outcomes, and the one step that makes each a commitment, a task or an activity."""

from datetime import date

import pytest
from sqlalchemy import select

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.activity import Activity
from partnerships.models.agreement import AgreementStatus, Commitment, TextBasis
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import Attendance, Outcome, OutcomeKind, Task, TaskPhase, TaskStatus, VisitStatus
from tests.client import Client
from tests.factories.agreement import make_agreement, make_commitment, make_evidence
from tests.factories.city import make_city
from tests.factories.outcome import make_note, make_outcome, make_point
from tests.factories.partnership import make_partnership
from tests.factories.saving import save
from tests.factories.visit import make_attendee, make_item, make_visit

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def english(officer: User, viewer_user: User) -> None:
    """Both read English."""
    for user in (officer, viewer_user):
        user.language = Language.ENGLISH
        save(user)


def test_the_page_tells_how_the_programme_went(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    item = make_item(visit)
    make_attendee(item)
    make_attendee(item, count=500, title_ko="시민", title_en="Citizens")
    make_attendee(item, attendance=Attendance.EXCUSED)
    make_attendee(item, attendance=Attendance.CONFIRMED)
    make_point(item, raised=True, reply_en="They agree in principle.")
    make_point(item, topic_en="Ports", raised=False)
    make_point(item, topic_en="Trade")
    make_note(item, by_id=officer.id)
    make_item(visit, 2, title_en="Free afternoon", day=None, starts_at=None, ends_at=None)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}").click("Outcomes")
    entry = page.texts(".happened")[0]
    assert "501 attended · 1 excused · 1 not recorded" in entry
    assert "1 of 3 points raised · 1 note" in entry
    assert "They agree in principle." in entry and officer.name in entry
    assert [one.split()[0] for one in page.texts(".happened-points .badge")] == ["Raised", "Not", "Not"]
    assert "Free afternoon" in page.texts(".happened")[1]


def test_an_outcome_is_recorded_from_a_talking_point_with_its_reply(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    item = make_item(visit)
    point = make_point(item, raised=True, reply_en="They will send experts in May.")
    form = client.sign_in(officer).get(f"/visits/{visit.reference}/after").click(f"Record an outcome: {point.topic_en}")
    assert form.select("#text_en")[0].text.strip() == "They will send experts in May."
    refused = form.submit({"text_en": " "}, status=422)
    assert refused.errors["text_ko"]
    page = form.submit({"kind": "promised", "owed_by": "partner"}).follow()
    outcome = db.session.scalars(select(Outcome)).one()
    assert (outcome.number, outcome.item_id, outcome.point_id) == (1, item.id, point.id)
    assert (outcome.kind, outcome.owed_by) == (OutcomeKind.PROMISED, Side.PARTNER)
    assert "They will send experts in May." in page.texts(".outcome")[0]


def test_a_point_of_another_item_is_refused_and_what_was_typed_kept(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    point = make_point(make_item(visit))
    other = make_item(visit, 2)
    form = client.sign_in(officer).get(f"/visits/{visit.reference}/outcomes/new")
    refused = form.submit({"text_en": "Kept", "item": str(other.id), "point": str(point.id)}, status=422)
    assert "another programme item" in refused.errors["point"]
    assert refused.select("#text_en")[0].text.strip() == "Kept"


def test_an_outcome_becomes_a_commitment_of_the_visit_in_one_step(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, owner_id=officer.id)
    make_outcome(visit, owed_by=Side.PARTNER)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/after")
    page = page.submit({"due": "2014-05"}, button="Make it a commitment").follow()
    commitment = db.session.scalars(select(Commitment)).one()
    assert (commitment.visit_id, commitment.agreement_id, commitment.number) == (visit.id, None, 1)
    assert (commitment.owed_by, commitment.text_basis) == (Side.PARTNER, TextBasis.AS_REPORTED)
    assert commitment.source is not None and commitment.source.startswith(visit.reference)
    assert commitment.officer_id == officer.id
    assert commitment.due is not None and commitment.due.latest == date(2014, 5, 31)
    shown = page.click("From this visit, commitment 1")
    assert "Both cities are to exchange collections of policies." in shown
    assert "Overdue" in shown
    assert shown.heading == visit.title_en


def test_an_outcome_becomes_a_commitment_of_an_agreement_of_the_tie(client: Client, officer: User, home: City) -> None:
    tie = make_partnership(home, make_city())
    agreement = make_agreement(home, partnerships=[tie], title_en="Memorandum", status=AgreementStatus.IN_FORCE)
    make_commitment(agreement, 1)
    elsewhere = make_agreement(home, title_en="Elsewhere")
    visit = make_visit(home, partnerships=[tie])
    make_outcome(visit)
    address = f"/visits/{visit.reference}/outcomes/1/commitment"
    page = client.sign_in(officer).get(address)
    assert elsewhere.title_en not in page
    page = page.submit({"agreement": str(agreement.id), "owed_by": "both"}).follow()
    commitment = db.session.scalars(select(Commitment).order_by(Commitment.number.desc())).first()
    assert commitment is not None
    assert (commitment.agreement_id, commitment.visit_id, commitment.number) == (agreement.id, None, 2)
    assert "Memorandum" in page.texts(".outcome-became")[0]
    assert "already" in client.get(address).submit({}, status=422).text


def test_a_bad_date_stands_beside_its_field_and_nothing_is_made(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    make_outcome(visit)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/after")
    refused = page.submit({"due": "soon"}, button="Make it a commitment", status=422)
    assert refused.errors["due"]
    assert db.session.scalars(select(Commitment)).all() == []


def test_an_outcome_becomes_a_task_and_that_is_taken_back(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, owner_id=officer.id)
    make_outcome(visit, text_ko="가" * 400, text_en=None)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/after")
    page = page.submit({"due_on": "2013-11-30"}, button="Make it a task").follow()
    task = db.session.scalars(select(Task)).one()
    assert (task.phase, task.owner_id, task.due_on) == (TaskPhase.FOLLOW_UP, officer.id, date(2013, 11, 30))
    assert task.title_ko == "가" * 299 + "…" and task.note == "가" * 400
    assert officer.name in page.texts(".outcome-became")[0]
    page = page.submit({}, button="Undo").follow()
    assert page.texts(".outcome-became") == []
    task = db.session.scalars(select(Task).execution_options(populate_existing=True)).one()
    assert task.is_archived


def test_an_outcome_becomes_an_activity_with_what_is_known_filled_in(client: Client, officer: User, home: City) -> None:
    tie = make_partnership(home, make_city())
    visit = make_visit(home, partnerships=[tie])
    make_outcome(visit)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/after").click("Make it an activity")
    refused = page.submit({"title_ko": "정책 토론회"}, status=422)
    assert refused.errors["kind"]
    page = refused.submit({"kind": "conference", "starts": "2014-03"}).follow()
    activity = db.session.scalars(select(Activity)).one()
    assert (activity.title_ko, activity.visit_id) == ("정책 토론회", visit.id)
    assert activity.title_en in page.texts(".outcome-became")[0]


def test_what_has_evidence_or_is_done_is_not_taken_back(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    commitment = make_commitment(None, visit=visit)
    make_evidence(commitment)
    task = save(Task(visit_id=visit.id, title_en="Done", phase=TaskPhase.FOLLOW_UP, status=TaskStatus.DONE))
    make_outcome(visit, commitment=commitment, task=task)
    client.sign_in(officer)
    for became, words in (("commitment", "Evidence of this commitment"), ("task", "done by now")):
        refused = client.post(f"/visits/{visit.reference}/outcomes/1/{became}/take-back", status=422)
        assert words in refused
    outcome = db.session.scalars(select(Outcome).execution_options(populate_existing=True)).one()
    assert (outcome.commitment_id, outcome.task_id) == (commitment.id, task.id)


def test_what_was_put_away_on_its_own_page_is_made_anew(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    make_outcome(visit, commitment=make_commitment(None, visit=visit))
    client.sign_in(officer).post(f"/visits/{visit.reference}/commitments/1/archive", status=303)
    page = client.get(f"/visits/{visit.reference}/after")
    assert page.texts(".outcome-became") == []
    page = page.submit({"due": "2014"}, button="Make it a commitment").follow()
    assert "From this visit, commitment 2" in page.texts(".outcome-became")[0]


def test_a_cancelled_visit_brings_nothing_and_a_coming_one_says_so(client: Client, officer: User, home: City) -> None:
    cancelled = make_visit(home, status=VisitStatus.CANCELLED, status_reason="태풍")
    page = client.sign_in(officer).get(f"/visits/{cancelled.reference}/after")
    assert "Record an outcome" not in page and "brought nothing" in page
    form = client.get(f"/visits/{cancelled.reference}/outcomes/new")
    assert "did not take place" in form.submit({"text_en": "Something"}, status=422).text
    coming = make_visit(home, status=VisitStatus.PLANNED)
    assert "still lies ahead" in client.get(f"/visits/{coming.reference}/after")


def test_the_assessment_is_written_here(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/after")
    assert page.link("After-action report") == f"/visits/{visit.reference}/report"
    page = page.click("Write the assessment")
    page = page.submit({"assessment_en": "Two of three aims were reached."}).follow()
    assert "Two of three aims were reached." in page.texts("#assessment")[0]
    stale = client.get(f"/visits/{visit.reference}/after/assessment")
    stale.submit({"assessment_en": "First"})
    assert stale.submit({"assessment_en": "Second"}, status=409).alerts


def test_a_reader_sees_what_came_of_it_and_changes_nothing(client: Client, viewer_user: User, home: City) -> None:
    secret = make_agreement(home, title_en="Secret paper", disclosure=Disclosure.RESTRICTED)
    visit = make_visit(home)
    make_outcome(visit, commitment=make_commitment(secret))
    page = client.sign_in(viewer_user).get(f"/visits/{visit.reference}/after")
    assert "Both cities are to exchange" in page
    assert "Secret paper" not in page and "restricted" in page.texts(".outcome-became")[0]
    for words in ("Undo", "Record an outcome", "Make it"):
        assert words not in page
    for path in ("outcomes/new", "outcomes/1/commitment", "outcomes/1/task", "after/assessment"):
        client.get(f"/visits/{visit.reference}/{path}", status=403)


def test_many_outcomes_need_no_more_statements(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    item = make_item(visit)
    for number in range(1, 21):
        make_outcome(visit, number, item=item, commitment=make_commitment(None, number, visit=visit))
        make_point(item, raised=True)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/after", statements=30)
    assert len(page.select(".outcome")) == 20


def test_a_commitment_of_a_visit_is_kept_like_any_other(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, starts=PartialDate.parse("2013-10-20"), ends=PartialDate.parse("2013-10-23"))
    later = make_visit(home, starts=PartialDate.parse("2014-05-01"), ends=PartialDate.parse("2014-05-02"))
    page = (
        client.sign_in(officer).get(f"/visits/{visit.reference}/after").click("Enter a commitment without an outcome")
    )
    page = page.submit({"text_en": "Send experts", "cadence": "yearly"}).follow()
    page = page.click("Send experts")
    form = page.click("Add evidence")
    assert "does not show that it was kept" in form.submit({"visit": visit.reference}, status=422).errors["visit"]
    page = form.submit({"visit": later.reference}).follow()
    assert page.texts(".period-met .period-years") == ["2014"]
    page = page.click("Change this commitment").submit({"text_en": "Send three experts"}).follow()
    assert "Send three experts" in page
    client.get(f"/visits/{visit.reference}/commitments/1").submit({"reason": "예산"}).follow()
    assert db.session.scalars(select(Commitment.status_reason)).one() == "예산"
    client.get(f"/visits/{visit.reference}/commitments/9", status=404)
