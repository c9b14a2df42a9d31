"""The demo shows what the press release of 2013 says, each fact with its source, and labels what it made up."""

import stat
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.config import Settings
from partnerships.demo.loading import load_demo
from partnerships.errors import Conflict
from partnerships.models.account import User
from partnerships.models.agreement import Agreement
from partnerships.models.city import City
from partnerships.models.partnership import FoundingClaim, Partnership
from partnerships.models.visit import Visit
from tests.client import Client

TODAY = date(2026, 11, 23)


@pytest.fixture
def demo(app: Flask, settings: Settings) -> Settings:
    """An installation with the demo, loaded on 23 November 2026."""
    load_demo(settings.instance_path, TODAY)
    return settings


@pytest.fixture
def reader(demo: Settings, client: Client, session: Session) -> Client:
    """The demo's officer at the screen."""
    return client.sign_in(session.scalars(select(User).where(User.email == "officer@demo.example")).one())


def test_sign_ins_are_kept_for_their_owner_only_and_nothing_is_loaded_twice(demo: Settings, client: Client) -> None:
    kept = demo.instance_path / "demo-sign-ins.txt"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    lines = [line.split("\t") for line in kept.read_text().splitlines()]
    assert [line[0] for line in lines] == ["viewer", "officer", "coordinator", "administrator"]
    page = client.get("/sign-in")
    page.submit({"email": lines[1][1], "password": lines[1][2]}).follow()
    with pytest.raises(Conflict):
        load_demo(demo.instance_path, TODAY)


def test_what_is_loaded_is_what_the_sources_say(demo: Settings, reader: Client, session: Session) -> None:
    """One loading for all of it: it takes seconds."""
    the_tie_of_1976_stands_with_its_disputed_founding(reader)
    the_memorandum_has_five_areas_and_four_commitments_as_reported(reader)
    the_visit_has_the_days_programme(reader)
    every_claim_names_its_source_and_is_no_more_precise_than_it(session)
    what_is_made_up_is_labelled_and_dated_from_the_day_of_loading(session)


def the_tie_of_1976_stands_with_its_disputed_founding(reader: Client) -> None:
    page = reader.get("/partnerships/TIE-1976-001")
    assert "서울특별시" in page.heading
    assert "샌프란시스코" in page.heading
    for source in ("english.seoul.go.kr", "news.seoul.go.kr/economy/archives/28756", "mapp.koreatimes.com"):
        assert source in page
    assert "1976년 5월" in page
    assert "1975년" in page


def the_memorandum_has_five_areas_and_four_commitments_as_reported(reader: Client) -> None:
    page = reader.get("/agreements/AGR-2013-001")
    for area in ("문화·관광", "도시계획·개발", "전자정부·정보기술", "지속가능 정책", "공유경제"):
        assert area in page
    assert page.has_link("박원순")
    assert page.has_link("에드윈 리")
    commitments = reader.get("/agreements/AGR-2013-001/commitments")
    for number in (1, 2, 3, 4):
        assert f"/agreements/AGR-2013-001/{number}" in commitments.html
    assert "보도 내용" in commitments
    assert "자매도시 결연 공동선언" in reader.get("/agreements/AGR-2013-001/lineage")


def the_visit_has_the_days_programme(reader: Client) -> None:
    page = reader.get("/visits/VIS-2013-001/programme")
    for title in ("특강", "MOU 체결", "TOPIS", "DMC", "한강", "기업 설명회"):
        assert title in page
    signing = reader.get("/visits/VIS-2013-001/2")
    assert "대표단 전원" in signing
    assert "간담회장(신청사 8층)" in signing
    assert signing.text.count("원문 미보유") == 4


def every_claim_names_its_source_and_is_no_more_precise_than_it(session: Session) -> None:
    claims = session.scalars(select(FoundingClaim)).all()
    assert len(claims) >= 49
    assert all(claim.source for claim in claims)
    words = {claim.founded.words for claim in claims if claim.founded}
    assert {"1976", "1976-05", "1975", "2014-H2", "1993-10-23"} <= words
    assert session.scalars(select(Partnership)).all().__len__() == session.scalars(select(City)).all().__len__() - 1


def what_is_made_up_is_labelled_and_dated_from_the_day_of_loading(session: Session) -> None:
    for model in (Agreement, Visit):
        made_up = session.scalars(select(model).where(model.is_example)).all()
        assert made_up
        for record in made_up:
            assert "예시" in (record.title_ko or "")
            assert "example" in (record.title_en or "")
    starts = {visit.starts.day for visit in session.scalars(select(Visit).where(Visit.is_example)) if visit.starts}
    assert starts >= {date(2026, 12, 8), date(2027, 2, 7)}
