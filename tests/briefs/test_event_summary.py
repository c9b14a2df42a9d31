"""An event summary's values survive storing exactly, and it knows by itself what it lacks."""

import dataclasses
import json
from datetime import date, datetime, time

import pytest

from partnerships.briefs.event_summary import EventSummary, Part, SeatingPlan
from partnerships.briefs.paper import Classification, Edition, State
from partnerships.briefs.pieces import Attachment, SignedAgreement, Step
from partnerships.languages import Language
from tests.factories.event_summary import event_summary


def on_sheet(brief: EventSummary) -> set[Part]:
    return {gap.part for gap in brief.gaps if gap.on_sheet}


def in_checklist(brief: EventSummary) -> set[Part]:
    return {gap.part for gap in brief.gaps}


@pytest.mark.parametrize("language", list(Language))
def test_values_survive_storing_exactly(language: Language) -> None:
    brief = event_summary(
        language,
        state=State.ISSUED,
        edition=Edition.PUBLIC,
        classification=Classification.RESTRICTED,
        issued_at=datetime.fromisoformat("2013-10-20T18:02:03"),
        home_starts=datetime.fromisoformat("2013-10-21T09:00:00"),
        audience=500,
        seating_plan=SeatingPlan.ATTACHED,
        order=(Step(title="서명", minutes=5, by="국제관계대사"),),
        omissions=("연락처",),
    )
    stored = json.dumps(brief.to_values(), ensure_ascii=False)
    assert EventSummary.from_values(json.loads(stored)) == brief
    assert json.dumps(EventSummary.from_values(json.loads(stored)).to_values(), ensure_ascii=False) == stored


def test_a_field_added_later_does_not_lock_older_papers_out() -> None:
    values = event_summary().to_values()
    del values["omissions"]
    assert EventSummary.from_values(values) == event_summary()


@pytest.mark.parametrize(
    "change",
    [
        {"brief": "visit-book"},
        {"version": 2},
        {"title": 5},
        {"audience": True},
        {"sides": {}},
        {"state": "burnt"},
        {"day": "21 October"},
    ],
)
def test_values_of_another_shape_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        EventSummary.from_values({**event_summary().to_values(), **change})


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="secret"):
        EventSummary.from_values({**event_summary().to_values(), "secret": "…"})


def test_it_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        event_summary().title = "…"  # type: ignore[misc]  # This is the point.


def test_after_the_event_what_never_existed_stays_in_the_checklist() -> None:
    brief = event_summary(completed=True)
    assert on_sheet(brief) == set()
    assert in_checklist(brief) == {Part.ORDER, Part.SEATING_PLAN, Part.FILES}


def test_before_the_event_every_gap_shows() -> None:
    brief = event_summary(completed=False)
    assert on_sheet(brief) == {Part.ORDER, Part.SEATING_PLAN}
    assert on_sheet(event_summary(completed=False, seating_plan=SeatingPlan.NOT_NEEDED)) == {Part.ORDER}


def test_what_every_event_has_is_missed_even_afterwards() -> None:
    brief = event_summary(place="", starts=None, sides=(), contents=())
    assert on_sheet(brief) == {Part.PLACE, Part.TIME, Part.HOME_SIDE, Part.GUEST_SIDE, Part.CONTENTS}


def test_a_public_edition_does_not_show_what_is_still_being_arranged() -> None:
    assert on_sheet(event_summary(completed=False, edition=Edition.PUBLIC)) == set()


def test_an_agreement_without_its_text_is_a_gap() -> None:
    brief = event_summary(completed=False, agreements=(SignedAgreement(title="양해각서"),))
    assert Part.AGREED in on_sheet(brief)


def test_documents_without_a_file_are_in_the_checklist() -> None:
    assert Part.FILES not in in_checklist(event_summary(attachments=(Attachment(title="개황"),)))
    assert Part.ATTACHMENTS in in_checklist(event_summary(attachments=()))


def test_steps_follow_one_another_from_the_start() -> None:
    steps = (
        Step(title="입장", minutes=3),
        Step(title="서명", minutes=5),
        Step(title="환담"),
        Step(title="폐회", minutes=1),
    )
    hours = [(timed.starts, timed.ends) for timed in event_summary(order=steps).timed_order]
    assert hours == [(time(9), time(9, 3)), (time(9, 3), time(9, 8)), (time(9, 8), None), (None, None)]
    assert event_summary(starts=None, order=steps).timed_order[0].starts is None


def test_length() -> None:
    assert event_summary().minutes == 20
    assert event_summary(ends=None).minutes is None
    assert event_summary(day=date(2013, 10, 21), starts=time(23, 50), ends=time(0, 10)).minutes == 20
