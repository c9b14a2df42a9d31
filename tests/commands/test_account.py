"""Accounts change by rules that hold wherever the change comes from."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.commands import account as commands
from partnerships.commands.password import (
    LINK_LIFE,
    LOCK_WINDOW,
    TRIES_BY_ADDRESS,
    TRIES_BY_EMAIL,
    TRIES_KEPT,
    change_password,
    issue_password_link,
    set_password,
)
from partnerships.errors import Conflict, Invalid, NotAllowed, NotFound
from partnerships.languages import Language
from partnerships.models.account import OneTimeLink, Role, SignInAttempt, User
from partnerships.models.city import City
from partnerships.permissions import SYSTEM
from partnerships.queries.account import find_signed_in
from partnerships.queries.audit import history_of
from tests.factories.account import PASSWORD, make_sign_in_attempt, make_user

NOW = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)
DESK = "192.0.2.7"


def fail(email: str, times: int, at: datetime = NOW, address: str = DESK) -> None:
    for _ in range(times):
        with pytest.raises(Invalid):
            commands.sign_in(email, "not the password", address, at)


def test_the_right_password_signs_in_whatever_the_case_of_the_address(officer: User) -> None:
    assert commands.sign_in(" Officer@Seoul.Example ", PASSWORD, DESK, NOW) is officer
    assert officer.last_signed_in_at == NOW


def test_a_wrong_password_and_an_unknown_address_are_told_alike(officer: User) -> None:
    with pytest.raises(Invalid) as wrong:
        commands.sign_in(officer.email, "not the password", DESK, NOW)
    with pytest.raises(Invalid) as unknown:
        commands.sign_in("nobody@seoul.example", PASSWORD, DESK, NOW)
    assert (wrong.value.field, wrong.value.message) == (unknown.value.field, unknown.value.message)


def test_closed_accounts_and_those_without_a_password_cannot_sign_in(administrator: User) -> None:
    closed = make_user(archived_at=NOW)
    waiting = make_user(password_hash=None)
    for user in (closed, waiting):
        with pytest.raises(Invalid):
            commands.sign_in(user.email, PASSWORD, DESK, NOW)


def test_after_too_many_failures_even_the_right_password_waits(officer: User) -> None:
    fail(officer.email, TRIES_BY_EMAIL)
    with pytest.raises(Invalid) as refused:
        commands.sign_in(officer.email, PASSWORD, "198.51.100.9", NOW + timedelta(minutes=5))
    assert refused.value.values == {"minutes": 10}
    assert commands.sign_in(officer.email, PASSWORD, DESK, NOW + LOCK_WINDOW)


def test_being_refused_does_not_prolong_the_lock(officer: User) -> None:
    fail(officer.email, TRIES_BY_EMAIL)
    fail(officer.email, 3, NOW + timedelta(minutes=14))
    assert commands.sign_in(officer.email, PASSWORD, DESK, NOW + LOCK_WINDOW)


def test_a_success_forgives_the_failures_before_it(officer: User) -> None:
    fail(officer.email, TRIES_BY_EMAIL - 1)
    commands.sign_in(officer.email, PASSWORD, DESK, NOW)
    fail(officer.email, TRIES_BY_EMAIL - 1)
    assert commands.sign_in(officer.email, PASSWORD, DESK, NOW)


def test_guessing_many_accounts_locks_the_network_address(officer: User) -> None:
    for number in range(TRIES_BY_ADDRESS):
        make_sign_in_attempt(at=NOW, email=f"guess-{number}@seoul.example", address=DESK)
    with pytest.raises(Invalid) as refused:
        commands.sign_in(officer.email, PASSWORD, DESK, NOW)
    assert refused.value.values == {"minutes": 15}
    assert commands.sign_in(officer.email, PASSWORD, "198.51.100.9", NOW)


def test_old_tries_are_forgotten_in_passing(session: Session, officer: User) -> None:
    make_sign_in_attempt(at=NOW - TRIES_KEPT - timedelta(days=1))
    kept = make_sign_in_attempt(at=NOW - timedelta(days=1))
    commands.sign_in(officer.email, PASSWORD, DESK, NOW)
    assert set(session.scalars(select(SignInAttempt.at))) == {kept.at, NOW}


def test_signing_in_is_in_the_trail_and_conflicts_with_nobody(officer: User, administrator: User) -> None:
    seen = officer.version
    commands.sign_in(officer.email, PASSWORD, DESK, NOW)
    commands.revise_account(administrator, officer, seen, name="김하늘(휴직)")
    assert [entry.act for entry in history_of(officer)][:2] == ["revise_account", "sign_in"]


@pytest.mark.parametrize(
    "password", ["too short", "officer@seoul.example", "Officer@Seoul.Example", "aaaaaaaaaaaaaaaa", "x" * 201]
)
def test_weak_passwords_are_refused(officer: User, password: str) -> None:
    with pytest.raises(Invalid) as refused:
        change_password(officer, PASSWORD, password, DESK, NOW)
    assert refused.value.field == "password"
    assert commands.sign_in("officer@seoul.example", PASSWORD, DESK, NOW)


def test_a_new_password_ends_all_sessions(officer: User) -> None:
    before = officer.get_id()
    change_password(officer, PASSWORD, "한강 다리 위의 노을빛", DESK, NOW)
    assert find_signed_in(before) is None
    assert find_signed_in(officer.get_id()) is officer
    assert commands.sign_in(officer.email, "한강 다리 위의 노을빛", DESK, NOW)


def test_a_password_is_the_same_however_the_keyboard_composes_it(officer: User) -> None:
    composed = "한강 다리 위의 노을빛"
    decomposed = unicodedata.normalize("NFD", composed)
    change_password(officer, PASSWORD, composed, DESK, NOW)
    assert commands.sign_in(officer.email, decomposed, DESK, NOW)


def test_the_old_password_cannot_be_guessed_through_the_form_of_changing_it(officer: User) -> None:
    for _ in range(TRIES_BY_EMAIL):
        with pytest.raises(Invalid) as refused:
            change_password(officer, "not the password", "한강 다리 위의 노을빛", DESK, NOW)
        assert refused.value.field == "old_password"
    with pytest.raises(Invalid) as refused:
        change_password(officer, PASSWORD, "한강 다리 위의 노을빛", DESK, NOW)
    assert refused.value.values == {"minutes": 15}


def test_no_password_or_session_key_stands_in_the_trail(officer: User) -> None:
    change_password(officer, PASSWORD, "한강 다리 위의 노을빛", DESK, NOW)
    told = repr(history_of(officer))
    assert officer.session_key not in told
    assert "argon2" not in told


def test_a_link_sets_a_password_once(session: Session, officer: User, administrator: User) -> None:
    secret = issue_password_link(administrator, officer, NOW)
    assert secret not in repr(session.execute(select(*OneTimeLink.__table__.columns)).all())
    set_password(secret, "한강 다리 위의 노을빛", NOW + LINK_LIFE - timedelta(seconds=1))
    assert commands.sign_in(officer.email, "한강 다리 위의 노을빛", DESK, NOW)
    with pytest.raises(NotFound):
        set_password(secret, "남산 위의 저 소나무", NOW)


def test_a_link_expires_and_gives_way_to_a_newer_one(officer: User, administrator: User) -> None:
    first = issue_password_link(administrator, officer, NOW)
    second = issue_password_link(administrator, officer, NOW)
    for secret, at in ((first, NOW), (second, NOW + LINK_LIFE), ("made up", NOW)):
        with pytest.raises(NotFound):
            set_password(secret, "한강 다리 위의 노을빛", at)


def test_a_weak_password_does_not_use_the_link_up(officer: User, administrator: User) -> None:
    secret = issue_password_link(administrator, officer, NOW)
    with pytest.raises(Invalid):
        set_password(secret, "short", NOW)
    assert set_password(secret, "한강 다리 위의 노을빛", NOW)


def test_setting_a_password_by_a_link_ends_a_lock(officer: User, administrator: User) -> None:
    fail(officer.email, TRIES_BY_EMAIL)
    set_password(issue_password_link(administrator, officer, NOW), "한강 다리 위의 노을빛", NOW)
    assert commands.sign_in(officer.email, "한강 다리 위의 노을빛", DESK, NOW)


def test_closing_an_account_ends_its_sessions_and_links(officer: User, administrator: User) -> None:
    secret, before = issue_password_link(administrator, officer, NOW), officer.get_id()
    commands.close_account(administrator, officer)
    with pytest.raises(NotFound):
        set_password(secret, "한강 다리 위의 노을빛", NOW)
    commands.reopen_account(administrator, officer)
    assert find_signed_in(before) is None
    assert commands.sign_in(officer.email, PASSWORD, DESK, NOW)


def test_the_last_administrator_stays(officer: User, administrator: User) -> None:
    with pytest.raises(Invalid) as refused:
        commands.revise_account(administrator, administrator, is_administrator=False)
    assert refused.value.field == "is_administrator"
    with pytest.raises(Invalid):
        commands.close_account(SYSTEM, administrator)
    # One who never set a password, or whose account is closed, is no administrator to rely on.
    make_user(is_administrator=True, password_hash=None)
    make_user(is_administrator=True, archived_at=NOW)
    with pytest.raises(Invalid):
        commands.close_account(SYSTEM, administrator)
    make_user(is_administrator=True)
    commands.revise_account(administrator, administrator, is_administrator=False)
    assert not administrator.is_administrator


def test_nobody_closes_the_own_account(administrator: User) -> None:
    make_user(is_administrator=True)
    with pytest.raises(Invalid):
        commands.close_account(administrator, administrator)


def test_an_address_belongs_to_one_account(administrator: User, officer: User) -> None:
    with pytest.raises(Invalid) as refused:
        commands.open_account(administrator, email="OFFICER@seoul.example", name="김하늘")
    assert refused.value.field == "email"
    with pytest.raises(Invalid):
        commands.revise_account(administrator, administrator, email=" officer@seoul.example ")
    commands.revise_account(administrator, officer, email="Officer@seoul.example")
    assert officer.email == "officer@seoul.example"


def test_a_stale_form_is_refused(administrator: User, officer: User) -> None:
    commands.revise_account(administrator, officer, officer.version, role=Role.COORDINATOR)
    with pytest.raises(Conflict):
        commands.revise_account(administrator, officer, officer.version - 1, role=Role.VIEWER)


def test_only_administrators_manage_accounts(coordinator: User, officer: User) -> None:
    with pytest.raises(NotAllowed):
        commands.open_account(coordinator, email="new@seoul.example", name="새 직원")
    with pytest.raises(NotAllowed):
        commands.revise_account(coordinator, coordinator, is_administrator=True)
    with pytest.raises(NotAllowed):
        commands.close_account(coordinator, officer)
    with pytest.raises(NotAllowed):
        issue_password_link(coordinator, officer, NOW)


def create_first(secret: str, password: str = "한강 다리 위의 노을빛") -> User:
    home = commands.FirstHome(name_ko="서울특별시", name_en="Seoul", country="KR", zone="Asia/Seoul")
    return commands.create_first_administrator(
        secret,
        NOW,
        email="first@seoul.example",
        name="최관리",
        password=password,
        language=Language.KOREAN,
        home=home,
    )


def test_the_first_administrator_makes_the_home_city(session: Session) -> None:
    create_first(commands.invite_first_administrator(NOW))
    user = commands.sign_in("first@seoul.example", "한강 다리 위의 노을빛", DESK, NOW)
    assert user.is_administrator and user.role is Role.COORDINATOR
    city = session.scalars(select(City)).one()
    assert city.is_home and user.homes == [city]


def test_nothing_is_made_when_the_first_password_is_refused(session: Session) -> None:
    secret = commands.invite_first_administrator(NOW)
    with pytest.raises(Invalid):
        create_first(secret, "short")
    assert session.scalars(select(City)).all() == []
    assert create_first(secret)


def test_there_is_one_first_administrator(officer: User) -> None:
    with pytest.raises(Invalid):
        commands.invite_first_administrator(NOW)


def test_an_invitation_ends_with_the_first_account(session: Session) -> None:
    secret = commands.invite_first_administrator(NOW)
    make_user()
    with pytest.raises(NotFound):
        create_first(secret)
