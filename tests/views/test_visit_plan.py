"""Pages of planning a visit: team, stays, the checklist and its tasks, the copy, the visit in return, what is due."""

import re
from datetime import date, timedelta

from partnerships.adapters.clock import today_in
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.models.visit import Direction, TaskStatus, Visit, VisitStatus
from tests.client import Client
from tests.factories.city import make_city, make_home
from tests.factories.partnership import make_partnership
from tests.factories.saving import save_again
from tests.factories.visit import make_delegation, make_item, make_leg, make_team_member, make_visit
from tests.factories.visit_plan import make_checklist_step, make_task

TODAY = today_in("Asia/Seoul")


def make_planned(home: City, days: int = 20, **details: object) -> Visit:
    """A visit of one day, ``days`` from today."""
    day = PartialDate.of(TODAY + timedelta(days=days))
    return make_visit(home, **{"status": VisitStatus.PLANNED, "starts": day, "ends": day, **details})


def test_an_outbound_visit_is_recorded_with_its_travel_order(client: Client, officer: User, home: City) -> None:
    page = client.sign_in(officer).get("/visits/new")
    entries = {
        "outcome_ko": "실행계획 합의",
        "title_ko": "시장 순방",
        "direction": "outbound",
        "kind": "trade",
        "travel_order": "국제-1234",
        "travel_ordered_on": "2026.3.2",
    }
    refused = page.submit({**entries, "direction": "inbound"}, "저장", status=422)
    assert "travel_order" in refused.errors
    page = refused.submit(entries, "저장").follow()
    assert page.facts["출장명령"] == "국제-12342026. 3. 2."
    assert page.facts["방향"] == "출장통상·투자 사절단"


def test_a_return_visit_goes_the_other_way(client: Client, officer: User, home: City) -> None:
    answered = make_visit(home)
    page = client.sign_in(officer).get("/visits/new")
    entries = {"title_ko": "답방", "direction": "inbound", "returns_visit": answered.reference}
    refused = page.submit(entries, "저장", status=422)
    assert list(refused.errors) == ["returns_visit"]
    refused.submit({"direction": "outbound"}, "저장")


def test_a_size_that_cannot_be_is_told_rightly(client: Client, officer: User, home: City) -> None:
    page = client.sign_in(officer).get("/visits/new")
    for typed, bound in (("999999999999", "100,000"), ("100,001", "100,000"), ("0", "1")):
        page = page.submit({"title_ko": "시찰단", "size": typed}, "저장", status=422)
        assert list(page.errors) == ["size"]
        numbers = re.findall(r"[0-9,]+", page.errors["size"])
        assert numbers == [bound]


def test_the_desired_outcome_is_asked_first(client: Client, officer: User, home: City) -> None:
    fields = client.sign_in(officer).get("/visits/new").select("form.card textarea, form.card input[type=text]")
    assert [field.get("name") for field in fields][:2] == ["outcome_ko", "outcome_en"]


def test_the_team_is_named_with_what_each_looks_after(client: Client, officer: User, home: City) -> None:
    visit = make_planned(home)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}").click("전담반에 추가")
    refused = page.submit({"duty_ko": "의전"}, "저장", status=422)
    assert "user" in refused.errors
    page = refused.submit({"user": officer.name, "phone": "02-2133-0000"}, "저장").follow()
    assert "김하늘 의전" in page
    assert page.link("02-2133-0000") == "tel:02-2133-0000"


def test_a_telephone_number_has_digits(client: Client, coordinator: User, home: City) -> None:
    visit = make_planned(home)
    page = client.sign_in(coordinator).get(f"/visits/{visit.reference}/team/new")
    refused = page.submit({"name": "한통역", "phone": "전화없음 <b>"}, "저장", status=422)
    assert list(refused.errors) == ["phone"]
    refused.submit({"phone": "내선 5285"}, "저장")
    assert "내선 5285" in client.get(f"/visits/{visit.reference}").text


def test_a_party_sends_one_delegation_a_side(client: Client, officer: User, home: City) -> None:
    visit, city = make_planned(home), make_city()
    delegation = make_delegation(visit, city)
    entries = {"side": delegation.side.value, "city": city.reference}
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/delegations/new")
    refused = page.submit(entries, "저장", status=422)
    assert list(refused.errors) == ["city"]
    refused.submit({"city": make_city().reference}, "저장")
    # What stands there already may be saved again.
    client.get(f"/visits/{visit.reference}/delegations/{delegation.id}/edit").submit({"note": "본진"}, "저장")


def test_strange_stays_are_told_and_not_refused(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    make_leg(visit, home)
    other = make_city(name_ko="부산")
    client.sign_in(officer)
    addresses = (f"/visits/{visit.reference}", f"/visits/{visit.reference}/programme")
    for address in addresses:
        assert not client.get(address).texts(".notice-warning")
    make_leg(visit, home, position=2, arrives_on=date(2013, 10, 22))
    make_leg(visit, other, position=3, arrives_on=date(2013, 10, 23), departs_on=date(2013, 10, 25))
    # The day of leaving may be the day of coming back.
    make_leg(visit, other, position=4, arrives_on=date(2013, 10, 22), departs_on=date(2013, 10, 23))
    for address in addresses:
        told = client.get(address).texts(".notice-warning")
        assert [one.startswith("부산") for one in told] == [False, True]


def test_the_journey_is_told_stay_by_stay(client: Client, officer: User, home: City) -> None:
    visit = make_planned(home, direction=Direction.OUTBOUND)
    make_city(name_ko="도쿄도", name_en="Tokyo", country="JP", zone="Asia/Tokyo")
    make_city(name_ko="호놀룰루", name_en="Honolulu", zone="Pacific/Honolulu")
    page = client.sign_in(officer).get(f"/visits/{visit.reference}").click("체류 추가")
    page = page.submit(
        {
            "city": "도쿄도",
            "arrives_on": "2031.5.20",
            "arrives_at": "1130",
            "arrives_by": "KE703",
            "departs_on": "2031.5.22",
            "departs_at": "21:00",
            "hotel": "시내 숙소",
        },
        "저장",
    ).follow()
    page = (
        page.click("체류 추가")
        .submit({"city": "호놀룰루", "arrives_on": "2031.5.22", "arrives_at": "9", "departs_on": "2031.5.25"}, "저장")
        .follow()
    )
    assert "도쿄도 Asia/Tokyo · 2박" in page
    assert "2031. 5. 20.(화) 11:30 · KE703" in page
    assert "이동 7시간 · 시차 −19시간" in page


def test_a_visit_over_the_date_line_says_so(client: Client, officer: User, home: City) -> None:
    visit = make_planned(home, direction=Direction.OUTBOUND)
    auckland = make_city(zone="Pacific/Auckland")
    honolulu = make_city(zone="Pacific/Honolulu")
    make_leg(visit, auckland, position=1, arrives_on=date(2031, 5, 20), departs_on=date(2031, 5, 22))
    make_leg(visit, honolulu, position=2, arrives_on=date(2031, 5, 21), departs_on=date(2031, 5, 23))
    assert "날짜변경선 통과" in client.sign_in(officer).get(f"/visits/{visit.reference}")


def test_a_coordinator_begins_with_the_starter_list_and_changes_it(
    client: Client, coordinator: User, home: City
) -> None:
    page = client.sign_in(coordinator).get("/visit-checklists")
    page = page.submit({}, "기본 점검표 가져오기").follow()
    assert "초청장 발송" in page
    assert "국외출장 심사 요청" not in client.get("/visit-checklists", {"direction": "inbound"})
    page = page.click("수정 초청장 발송").submit({"offset_days": "-75"}, "저장").follow()
    assert "D−75 초청장 발송" in page
    refused = page.click("점검 항목 추가").submit({"title_ko": "방명록", "offset_days": ""}, "저장", status=422)
    assert "offset_days" in refused.errors
    page = refused.submit({"offset_days": "-2", "direction": "inbound"}, "저장").follow()
    assert "D−2 방명록" in page


def test_officers_read_the_checklist_of_their_own_home_only(client: Client, officer: User, home: City) -> None:
    make_checklist_step(home, title_ko="초청장 발송")
    other = make_home(name_ko="부산광역시", name_en="Busan")
    make_checklist_step(other, title_ko="부산의 일")
    page = client.sign_in(officer).get("/visit-checklists")
    assert "초청장 발송" in page
    assert "부산의 일" not in page
    assert not page.has_link("점검 항목 추가")
    client.get(f"/visit-checklists/{home.reference}/new", status=403)


def test_a_coordinator_manages_no_checklist_of_another_home(client: Client, coordinator: User, home: City) -> None:
    other = make_home(name_ko="부산광역시", name_en="Busan")
    client.sign_in(coordinator).get(f"/visit-checklists/{other.reference}/new", status=404)
    client.post(f"/visit-checklists/{other.reference}/starter", {}, status=404)


def test_confirming_leads_to_the_checklist_that_is_then_begun(client: Client, officer: User, home: City) -> None:
    make_checklist_step(home, title_ko="초청장 발송", offset_days=-60)
    make_checklist_step(home, title_ko="통역사 섭외", offset_days=-15)
    visit = make_planned(home)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}").submit({}, "확정").follow()
    assert page.path == f"/visits/{visit.reference}/tasks"
    assert "이 방문에 해당하는 점검 항목 2개" in page
    refused = page.submit({"owner": "모르는 사람"}, "점검표 시작", status=422)
    assert "owner" in refused.errors
    page = page.submit({"owner": officer.name}, "점검표 시작").follow()
    assert page.texts(".task-group-overdue .task-title") == ["초청장 발송"]
    assert page.texts(".task-group-week .task-title") == ["통역사 섭외"]
    assert "점검 항목" not in page.text


def test_a_past_visit_is_offered_no_checklist(client: Client, officer: User, home: City) -> None:
    make_checklist_step(home, title_ko="초청장 발송")
    visit = make_visit(home)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/tasks")
    assert "초청장 발송" not in page
    client.post(f"/visits/{visit.reference}/tasks/checklist", {}, status=422)


def test_a_task_is_ticked_off_and_taken_back(client: Client, officer: User, home: City) -> None:
    visit = make_planned(home)
    make_task(visit, title_ko="깃발 확인", due_on=TODAY - timedelta(days=2))
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/tasks")
    assert "2일 지남" in page
    page = page.submit({}, "완료: 깃발 확인").follow()
    assert page.texts(".task-group-closed .task-title") == ["깃발 확인"]
    assert "1건 중 1건 완료" in page
    page = page.submit({}, "완료: 깃발 확인").follow()
    assert "1건 중 0건 완료" in page


def test_a_task_is_added_handed_over_and_dropped(client: Client, officer: User, coordinator: User, home: City) -> None:
    visit = make_planned(home)
    make_item(visit, title_ko="체결식", day=visit.starts.day if visit.starts else None)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/tasks").click("업무 추가")
    refused = page.submit({"anchor": "arrival"}, "저장", status=422)
    assert "title_ko" in refused.errors
    page = refused.submit({"title_ko": "명패", "offset_days": "-5", "item": "체결식"}, "저장").follow()
    assert "명패" in page
    assert "도착일 D−5" in page
    page = page.click("수정·담당 변경").submit({"owner": coordinator.name}, "저장").follow()
    assert coordinator.name in page.texts(".task-facts")[0]
    page = page.submit({}, "내가 맡기").follow()
    assert officer.name in page.texts(".task-facts")[0]
    drop = page.click("불필요")
    assert "reason" in drop.submit({}, "저장", status=422).errors
    page = drop.submit({"reason": "종이 명패를 쓰지 않음"}, "저장").follow()
    assert "종이 명패를 쓰지 않음" in page
    page = page.submit({}, "다시 필요함").follow()
    assert page.texts(".task-open .task-title") == ["명패"]


def test_readers_see_tasks_and_change_none(client: Client, viewer_user: User, home: City) -> None:
    visit = make_planned(home)
    task = make_task(visit, title_ko="깃발 확인")
    page = client.sign_in(viewer_user).get(f"/visits/{visit.reference}/tasks")
    assert "깃발 확인" in page
    assert page.select("main form") == []
    client.post(f"/visits/{visit.reference}/tasks/{task.id}/done", {}, status=403)


def test_a_task_of_another_visit_is_not_found(client: Client, officer: User, home: City) -> None:
    visit, other = make_planned(home), make_planned(home)
    task = make_task(other)
    client.sign_in(officer).post(f"/visits/{visit.reference}/tasks/{task.id}/done", {}, status=404)


def test_tasks_are_listed_over_all_visits(client: Client, officer: User, home: City) -> None:
    visit = make_planned(home, title_ko="시장 방한")
    make_task(visit, title_ko="지난 일", due_on=TODAY - timedelta(days=1), owner_id=officer.id)
    make_task(visit, title_ko="다음 일", due_on=TODAY + timedelta(days=9))
    make_task(visit, title_ko="끝난 일", due_on=TODAY - timedelta(days=9), status=TaskStatus.DONE)
    make_task(make_planned(home, status=VisitStatus.CANCELLED, status_reason="사정"), title_ko="취소된 방문의 일")
    make_task(make_planned(home, disclosure=Disclosure.RESTRICTED), title_ko="비공개 방문의 일")

    def titles(**conditions: object) -> list[str]:
        return [row[0].removesuffix("준비") for row in client.get("/tasks", conditions).rows]

    client.sign_in(officer)
    assert titles() == ["지난 일", "다음 일", "끝난 일"]
    assert titles(overdue=1) == ["지난 일"]
    assert titles(mine=1) == ["지난 일"]
    assert titles(status="done") == ["끝난 일"]
    assert titles(q="방한", sort="title") == ["끝난 일", "다음 일", "지난 일"]
    assert titles(**{"from": TODAY.isoformat()}) == ["다음 일"]
    assert "지난 일" in client.request("GET", "/tasks.csv").data.decode("utf-8-sig")


def test_what_waits_for_an_officer_stands_on_the_dashboard(client: Client, officer: User, home: City) -> None:
    visit = make_planned(home)
    make_task(visit, title_ko="지난 일", due_on=TODAY - timedelta(days=1), owner_id=officer.id)
    make_task(visit, title_ko="남의 일", due_on=TODAY - timedelta(days=1))
    make_task(make_planned(home, status=VisitStatus.POSTPONED, status_reason="사정"), title_ko="연기된 방문의 일",
              due_on=TODAY, owner_id=officer.id)  # fmt: skip
    over = PartialDate.of(TODAY - timedelta(days=3))
    make_visit(home, title_ko="끝난 방문", starts=over, ends=over, owner=officer)
    make_visit(home, title_ko="오래전 방문", owner=officer)
    page = client.sign_in(officer).get("/")
    assert "지난 일" in page
    assert "남의 일" not in page
    assert "연기된 방문의 일" not in page
    assert "결과보고서끝난 방문" in page
    assert "오래전 방문" not in page


def test_the_report_is_due_thirty_days_after_the_end(client: Client, officer: User, home: City) -> None:
    over = PartialDate.of(TODAY - timedelta(days=3))
    visit = make_visit(home, starts=over, ends=over)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}")
    due = TODAY + timedelta(days=27)
    assert page.facts["결과보고 기한"] == f"{due.year}. {due.month}. {due.day}."
    page = page.click("수정").submit({"report_due_on": (TODAY - timedelta(days=1)).isoformat()}, "저장").follow()
    assert page.facts["결과보고 기한"].endswith("1일 지남")
    page = page.submit({}, "결과보고 완료").follow()
    assert page.facts["보고서"].endswith("제출1일 늦음")


def test_a_visit_recorded_long_afterwards_owes_no_report(client: Client, officer: User, home: City) -> None:
    page = client.sign_in(officer).get(f"/visits/{make_visit(home).reference}")
    assert "결과보고 기한" not in page.facts


def test_a_visit_is_copied_to_another_day(client: Client, officer: User, home: City) -> None:
    source = make_visit(home, title_ko="2013년 방문")
    make_leg(source, home)
    make_delegation(source, make_city())
    make_item(source)
    make_team_member(source)
    page = client.sign_in(officer).get(f"/visits/{source.reference}").click("방문 복사")
    refused = page.submit({"title_ko": "새 방문"}, "저장", status=422)
    assert "starts" in refused.errors
    page = refused.submit({"starts": "2031.5.20", "delegations": False}, "저장").follow()
    assert page.heading == "새 방문"
    assert page.facts["기간"] == "2031. 5. 20. ~ 2031. 5. 23."
    assert "등록된 대표단이 없습니다" in page
    assert page.has_link("2013년 방문")
    assert "5. 21.(수) 09:00–09:20" in client.get(f"{page.path}/programme")


def test_a_return_visit_is_owed_planned_and_no_longer_owed(client: Client, officer: User, home: City) -> None:
    partner = make_city(name_ko="샌프란시스코", name_en="San Francisco", zone="America/Los_Angeles")
    tie = make_partnership(home, partner)
    visit = make_visit(home, title_ko="시장 방한", partnerships=[tie])
    page = client.sign_in(officer).get(f"/visits/{visit.reference}")
    assert "답방이 필요한지 아직 정하지 않았습니다." in page
    page.submit({}, "답방 필요").follow()
    tie_page = client.get(f"/partnerships/{tie.reference}/visits")
    assert f"답방 필요 {visit.reference} 시장 방한 이후." in tie_page
    form = tie_page.click("답방 계획")
    page = form.submit({"title_ko": "시장 답방", "starts": "2031.5.20", "ends": "2031.5.22"}, "저장").follow()
    assert page.facts["방향"].startswith("출장")
    assert page.facts["답방 대상"] == "시장 방한"
    assert "샌프란시스코 America/Los_Angeles · 2박" in page
    tie_page = client.get(f"/partnerships/{tie.reference}/visits")
    assert f"계획됨: {page.path.rpartition('/')[2]}" in tie_page
    assert client.get(f"/visits/{visit.reference}").has_link("시장 답방")


def test_that_a_return_is_owed_can_be_taken_back(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, direction=Direction.OUTBOUND)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}").submit({}, "답방 차례임").follow()
    assert "상대 측 답방 차례" in page
    page = page.submit({}, "되돌리기").follow()
    page = page.submit({}, "답방 불필요").follow()
    assert "답방 불필요" in page
    planned = make_planned(home)
    client.post(f"/visits/{planned.reference}/return-owed", {"owed": "owed"}, status=422)
    client.post(f"/visits/{visit.reference}/return-owed", {"owed": "perhaps"}, status=404)


def test_a_colleague_of_the_team_opens_a_restricted_visit(client: Client, officer: User, home: City) -> None:
    visit = make_planned(home, disclosure=Disclosure.RESTRICTED)
    client.sign_in(officer).get(f"/visits/{visit.reference}/tasks", status=404)
    member = make_team_member(visit, user=officer)
    client.get(f"/visits/{visit.reference}/tasks")
    member.archived_at = visit.created_at
    save_again(member)
    client.get(f"/visits/{visit.reference}/tasks", status=404)
