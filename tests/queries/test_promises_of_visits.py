"""What was promised at visits stands in every list beside what stands in agreements, and binds by the same rules."""

from datetime import date
from itertools import product

import pytest
from sqlalchemy import select

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.agreement import AgreementStatus, Cadence, Commitment, CommitmentStatus, TextBasis
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import TeamMember, Visit, VisitStatus
from partnerships.permissions import Viewer
from partnerships.queries.agreement import owing
from partnerships.queries.agreement.beside import read_beside
from partnerships.queries.agreement.board import board_by_status
from partnerships.queries.agreement.commitments import (
    CommitmentFilter,
    commitments_listed,
    count_commitments_of_tie,
    list_commitments,
)
from partnerships.queries.agreement.evidence import days_that_count, evidence_of, list_open_for, list_shown_by
from partnerships.queries.agreement.occurrences import is_overdue
from partnerships.queries.agreement.origins import OF_VISIT
from partnerships.queries.agreement.progress import get_commitment, progress_of_some
from partnerships.queries.dashboard import read_morning
from partnerships.queries.listing import Named, Reader, read_listed
from partnerships.queries.partnership.happenings import list_happenings
from tests.factories.activity import make_activity
from tests.factories.agreement import make_agreement, make_commitment, make_evidence
from tests.factories.city import make_city
from tests.factories.partnership import make_partnership
from tests.factories.saving import save
from tests.factories.visit import make_delegation, make_visit

TODAY = date(2017, 3, 1)
parse = PartialDate.parse


def promise(visit: Visit, number: int = 1, **details: object) -> Commitment:
    """A promise made at ``visit``."""
    known = {"text_basis": TextBasis.AS_REPORTED, "source": "회의록", "clause": None, "visit": visit}
    return make_commitment(None, number, **{**known, **details})


def listed(viewer: Viewer, wanted: CommitmentFilter | None = None, order: str = "agreement") -> list[str]:
    """What a list tells, in its order."""
    page = list_commitments(viewer, wanted or CommitmentFilter(), TODAY, Language.ENGLISH, order=order)
    return [f"{row.reference}/{row.number}" for row in page.rows]


def test_both_stand_in_one_order_up_and_down(home: City, officer: User) -> None:
    agreement, visit = make_agreement(home), make_visit(home)
    make_commitment(agreement, 1, due=parse("2015"))
    make_commitment(agreement, 2)
    promise(visit, 1, due=parse("2014"))
    promise(visit, 2, due=parse("2016"))
    a, v = agreement.reference, visit.reference
    assert listed(officer) == [f"{a}/1", f"{a}/2", f"{v}/1", f"{v}/2"]
    assert listed(officer, order="-agreement") == [f"{v}/2", f"{v}/1", f"{a}/2", f"{a}/1"]
    assert listed(officer, order="due") == [f"{v}/1", f"{a}/1", f"{v}/2", f"{a}/2"]
    assert listed(officer, order="-due") == [f"{v}/2", f"{a}/1", f"{v}/1", f"{a}/2"]
    reader = Reader(officer, Language.ENGLISH, TODAY)
    whole = [row.title for rows in read_listed(commitments_listed(reader, CommitmentFilter())) for row in rows]
    assert whole == [agreement.title_en] * 2 + [visit.title_en] * 2


def test_every_condition_narrows_both(home: City, officer: User) -> None:
    osaka, lyon = make_city(name_en="Osaka"), make_city(name_en="Lyon")
    tie = make_partnership(home, osaka)
    visit = make_visit(home, partnerships=[tie], owner_id=officer.id, title_en="Ports and harbours")
    promise(visit, text_en="Send experts", due=parse("2014"), owed_by=Side.PARTNER)
    without_tie = make_visit(home)
    make_delegation(without_tie, lyon)
    promise(without_tie, status=CommitmentStatus.FULFILLED)
    agreement = make_agreement(home, status=AgreementStatus.IN_FORCE)
    make_commitment(agreement)
    one, other, paper = f"{visit.reference}/1", f"{without_tie.reference}/1", f"{agreement.reference}/1"
    expected = {
        CommitmentFilter(tie=tie.reference): [one],
        CommitmentFilter(partner=Named(osaka.reference, "")): [one],
        CommitmentFilter(partner=Named(lyon.reference, "")): [other],
        CommitmentFilter(visit=Named(visit.reference, "")): [one],
        CommitmentFilter(visit=Named(None, "harbours")): [one],
        CommitmentFilter(agreement=Named(agreement.reference, "")): [paper],
        CommitmentFilter(agreement=Named(agreement.reference, ""), visit=Named(visit.reference, "")): [],
        CommitmentFilter(text="harbours"): [one],
        CommitmentFilter(text="experts"): [one],
        CommitmentFilter(mine=True): [one],
        CommitmentFilter(officer=Named(officer.reference, "")): [one],
        CommitmentFilter(overdue=True): [one],
        CommitmentFilter(owed_by=Side.PARTNER): [one],
        CommitmentFilter(status=CommitmentStatus.FULFILLED): [other],
        CommitmentFilter(homes=frozenset({home.id})): [paper, *sorted((one, other))],
        CommitmentFilter(homes=frozenset()): [],
    }
    for wanted, found in expected.items():
        assert listed(officer, wanted) == found, wanted


def test_the_board_tells_both_the_newest_first_with_their_partners(home: City, officer: User) -> None:
    tie = make_partnership(home, make_city(name_en="Osaka"))
    make_commitment(make_agreement(home, partnerships=[tie]), text_en="Paper")
    promise(make_visit(home, partnerships=[tie]), text_en="Word")
    reader = Reader(officer, Language.ENGLISH, TODAY)
    columns = {column.key: column for column in board_by_status(reader, CommitmentFilter())}
    assert [row.text for row in columns["open"].rows] == ["Word", "Paper"]
    assert (columns["open"].total, columns["fulfilled"].total) == (2, 0)
    beside = read_beside(officer, columns["open"].rows, Language.ENGLISH)
    assert set(map(tuple, beside.partners.values())) == {("Osaka",)} and len(beside.partners) == 2


def test_a_restricted_visit_is_known_to_its_team_only(home: City, officer: User, viewer_user: User) -> None:
    visit = make_visit(home, disclosure=Disclosure.RESTRICTED)
    commitment = promise(visit)
    assert listed(officer) == []
    save(TeamMember(visit_id=visit.id, user_id=officer.id))
    assert listed(officer) == [f"{visit.reference}/1"]
    assert get_commitment(officer, visit.reference, 1).id == commitment.id
    assert listed(viewer_user) == []


@pytest.mark.parametrize("put_away", ["visit", "commitment"])
def test_what_is_put_away_stands_nowhere(home: City, officer: User, put_away: str) -> None:
    tie = make_partnership(home, make_city())
    visit = make_visit(home, partnerships=[tie])
    commitment = promise(visit, due=parse("2014"))
    assert count_commitments_of_tie(officer, tie, TODAY).overdue == 1
    archived = visit if put_away == "visit" else commitment
    archived.archived_at = visit.created_at
    save(archived)
    assert listed(officer) == []
    assert count_commitments_of_tie(officer, tie, TODAY).open == 0
    assert read_morning(officer, Language.ENGLISH, TODAY, 30).due == []


def test_a_tie_counts_both_and_the_morning_tells_both(home: City, officer: User) -> None:
    tie = make_partnership(home, make_city())
    agreement = make_agreement(home, partnerships=[tie], status=AgreementStatus.IN_FORCE)
    make_commitment(agreement, due=parse("2016"))
    visit = make_visit(home, partnerships=[tie], owner_id=officer.id)
    promise(visit, 1, due=parse("2017-03-10"))
    promise(visit, 2, status=CommitmentStatus.UNDER_WAY)
    counts = count_commitments_of_tie(officer, tie, TODAY)
    assert (counts.open, counts.under_way, counts.overdue, counts.untouched) == (2, 1, 1, 3)
    due = read_morning(officer, Language.ENGLISH, TODAY, 30).due
    # One's own first, then by the day.
    assert [(row.reference, row.number, bool(row.is_own)) for row in due] == [
        (visit.reference, 1, True),
        (agreement.reference, 1, False),
    ]


def test_an_activity_is_evidence_of_what_its_visit_brought(home: City, officer: User) -> None:
    visit = make_visit(home)
    commitment = promise(visit, cadence=Cadence.YEARLY)
    activity = make_activity(home, visit=visit, starts=parse("2014-05"))
    assert [one.id for one in list_open_for(officer, activity)] == [commitment.id]
    # A visit shows no promise to have been kept that was made at it.
    assert list_open_for(officer, visit) == []
    make_evidence(commitment, activity=activity)
    assert [one.id for one in list_shown_by(officer, activity)] == [commitment.id]
    shown = evidence_of(officer, [commitment.id], TODAY)[commitment.id]
    assert [(one.kind, one.reference, one.counts) for one in shown] == [("activity", activity.reference, True)]
    progress = progress_of_some(officer, visit, [commitment], TODAY)[commitment.id]
    assert progress.last_touched == date(2014, 5, 1)
    assert [row.evidence for row in _rows(officer)] == [1]
    activity.archived_at = activity.created_at
    save(activity)
    assert [row.evidence for row in _rows(officer)] == [0]
    assert not evidence_of(officer, [commitment.id], TODAY)[commitment.id][0].counts


def test_a_restricted_activity_is_neither_named_nor_counted(home: City, officer: User, viewer_user: User) -> None:
    commitment = promise(make_visit(home))
    secret = make_activity(home, disclosure=Disclosure.RESTRICTED, owner_id=officer.id, starts=parse("2014"))
    make_evidence(commitment, activity=secret)
    assert [row.evidence for row in _rows(officer)] == [1]
    assert [row.evidence for row in _rows(viewer_user)] == [0]
    assert evidence_of(viewer_user, [commitment.id], TODAY) == {}


def test_what_is_told_of_a_promise_stands_in_the_life_of_the_tie(home: City, officer: User) -> None:
    tie = make_partnership(home, make_city())
    visit = make_visit(home, partnerships=[tie])
    make_evidence(promise(visit, 3))
    told = [one for one in list_happenings(officer, tie) if one.kind == "evidence"]
    assert [one.reference for one in told] == [f"{visit.reference}/commitments/3"]


STATES = (VisitStatus.COMPLETED, VisitStatus.REPORTED, VisitStatus.CANCELLED, VisitStatus.POSTPONED)
CADENCES = ((Cadence.ONCE, None), (Cadence.YEARLY, None), (Cadence.EVERY_N_YEARS, 2))


@pytest.mark.parametrize("today", [TODAY, date(2016, 12, 31), date(2020, 2, 29)])
def test_sql_and_python_tell_the_same_of_visits(home: City, administrator: User, today: date) -> None:
    made = []
    for number, (state, (cadence, years), due, starts, happened) in enumerate(
        product(STATES, CADENCES, (None, "2016-H2", "2018"), ("2013-10-20", "2016-06", None), (None, "2016-05"))
    ):
        reason = "태풍" if state is VisitStatus.CANCELLED else None
        day = parse(starts) if starts else None
        visit = make_visit(home, status=state, status_reason=reason, starts=day, ends=day)
        commitment = promise(
            visit,
            cadence=cadence,
            cadence_years=years,
            due=parse(due) if due else None,
            status=list(CommitmentStatus)[number % 3],
        )
        if happened:
            make_evidence(commitment, happened=parse(happened))
        made.append((visit, commitment))
    statement = select(Commitment.id).join(Commitment.visit)
    overdue = set(db.session.scalars(statement.where(owing.is_overdue(administrator, today, OF_VISIT))))
    untouched = set(db.session.scalars(statement.where(owing.is_untouched(administrator, today, OF_VISIT))))
    shown = evidence_of(administrator, [commitment.id for _visit, commitment in made], today)
    assert overdue == {
        commitment.id
        for visit, commitment in made
        if is_overdue(commitment, visit, days_that_count(shown.get(commitment.id, ())), today)
    }
    progress = {one.id: progress_of_some(administrator, visit, [one], today)[one.id] for visit, one in made[::5]}
    assert {key for key, one in progress.items() if one.is_untouched} == untouched & set(progress)
    assert 0 < len(overdue) < len(made) and untouched


def _rows(viewer: Viewer) -> list[object]:
    return list(list_commitments(viewer, CommitmentFilter(), TODAY, Language.ENGLISH).rows)
