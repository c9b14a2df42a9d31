"""Signing in and out, one's own account, and what the browser is told to guard them with."""

from collections.abc import Iterator
from dataclasses import replace
from http.cookies import SimpleCookie

import pytest
from flask import Flask

from partnerships import create_app
from partnerships.adapters.clock import utc_now
from partnerships.commands.password import TRIES_BY_EMAIL, issue_password_link
from partnerships.config import Settings
from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import Contrast, Density, User
from tests.client import Client
from tests.factories.account import PASSWORD

NEW = "several words of mine"


@pytest.fixture
def browser(app: Flask) -> Client:
    """A browser that asks for English, where a test reads what a page says."""
    return Client(app, language="en")


def sign_in(client: Client, user: User, path: str = "/sign-in", password: str = PASSWORD) -> str:
    """Sign in through the form, look at the own account, and return where the browser was sent."""
    location = client.get(path).submit({"email": user.email, "password": password}).location
    client.get("/account")
    return location


def test_signing_in_leads_to_what_was_wanted(client: Client, officer: User) -> None:
    asked = client.get("/cities?country=KR", status=302)
    page = asked.follow().submit({"email": officer.email, "password": PASSWORD})
    assert page.location == "/cities?country=KR"
    assert page.follow().status == 200


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "/\t/elsewhere.example/",
        "\\\\elsewhere.example",
        "javascript:alert(1)",
        " //elsewhere.example",
        "elsewhere",
    ],
)
def test_signing_in_never_leads_elsewhere(client: Client, officer: User, elsewhere: str) -> None:
    page = client.get("/sign-in", {"next": elsewhere})
    assert page.submit({"email": officer.email, "password": PASSWORD}).location == "/"
    client.get("/account")
    assert client.post("/language", {"language": "ko", "next": elsewhere}).location == "/"


def test_a_wrong_password_stays_on_the_page_and_keeps_the_address(client: Client, officer: User) -> None:
    page = client.get("/sign-in").submit({"email": officer.email, "password": "wrong"}, status=422)
    assert page.alerts
    assert dict(page.form(["email"]).values())["email"] == officer.email
    assert not dict(page.form(["email"]).values())["password"]
    client.get("/account", status=302)


def test_a_lock_tells_how_long_it_lasts(browser: Client, officer: User) -> None:
    for _ in range(TRIES_BY_EMAIL):
        browser.get("/sign-in").submit({"email": officer.email, "password": "wrong"}, status=422)
    page = browser.get("/sign-in").submit({"email": officer.email, "password": PASSWORD}, status=422)
    assert "Signing in is locked for another 15 min." in page.alerts[0]


def test_who_is_signed_in_is_not_asked_again(client: Client, officer: User) -> None:
    sign_in(client, officer)
    assert client.get("/sign-in?next=/cities", status=303).location == "/cities"


def test_signing_in_begins_a_new_session(client: Client, officer: User) -> None:
    planted = client.token()
    sign_in(client, officer)
    # What was known of the session before is worth nothing after.
    client.post("/sign-out", {"csrf_token": planted}, status=400)
    assert client.get("/account").status == 200


def test_after_signing_out_nothing_is_shown_or_kept(client: Client, officer: User) -> None:
    sign_in(client, officer)
    page = client.get("/account")
    assert page.headers["Cache-Control"] == "no-store"
    client.post("/sign-out")
    assert client.get("/account", status=302).location.startswith("/sign-in")


def test_signing_out_keeps_the_language_of_the_page(client: Client, officer: User) -> None:
    sign_in(client, officer)
    client.post("/language", {"language": "en"})
    client.post("/sign-out")
    assert client.get("/sign-in").tree.get("lang") == "en"


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(client: Client) -> None:
    asking = {"HX-Request": "true", "HX-Current-URL": "http://localhost/cities?q=a"}
    page = client.get("/cities?q=ab", status=204, headers=asking)
    assert page.headers["HX-Redirect"] == "/sign-in?next=/cities?q%3Da"


def test_the_language_is_chosen_before_and_after_signing_in(client: Client, officer: User) -> None:
    assert client.get("/sign-in").tree.get("lang") == "ko"
    client.post("/language", {"language": "en", "next": "/sign-in"})
    assert client.get("/sign-in").tree.get("lang") == "en"
    sign_in(client, officer)
    # The account knows its own language.
    assert client.get("/account").tree.get("lang") == "ko"
    client.post("/language", {"language": "en"})
    assert officer.language == Language.ENGLISH
    assert client.get("/account").tree.get("lang") == "en"


def test_preferences_are_kept_and_show_at_once(client: Client, officer: User) -> None:
    page = client.sign_in(officer).get("/account")
    page = page.submit({"language": "en", "density": "comfortable", "contrast": "high"}).follow()
    assert (officer.density, officer.contrast) == (Density.COMFORTABLE, Contrast.HIGH)
    assert page.tree.get("data-density") == "comfortable"
    assert page.tree.get("data-contrast") == "high"
    assert page.facts["E-mail address"] == officer.email
    assert page.facts["Home cities"] == "Seoul"


def test_an_unknown_preference_is_refused(client: Client, officer: User) -> None:
    client.sign_in(officer).post("/account", {"language": "fr", "density": "tiny", "contrast": "high"}, status=422)
    assert officer.contrast is Contrast.STANDARD


def test_the_account_shows_its_last_sign_ins(browser: Client, officer: User) -> None:
    browser.get("/sign-in").submit({"email": officer.email, "password": "wrong"}, status=422)
    sign_in(browser, officer)
    browser.post("/language", {"language": "en"})
    assert [row[1:] for row in browser.get("/account").rows] == [["127.0.0.1", "Signed in"], ["127.0.0.1", "Refused"]]


def test_changing_the_password_keeps_this_session_and_ends_the_others(app: Flask, officer: User) -> None:
    here, elsewhere = Client(app), Client(app)
    sign_in(here, officer)
    sign_in(elsewhere, officer)
    page = here.get("/account/password").submit({"old_password": PASSWORD, "password": NEW, "again": NEW})
    assert page.location == "/account"
    assert here.get("/account").status == 200
    elsewhere.get("/account", status=302)
    assert sign_in(elsewhere, officer, password=NEW) == "/"


@pytest.mark.parametrize(
    ("entries", "wrong"),
    [
        ({"old_password": "not mine", "password": NEW, "again": NEW}, "old_password"),
        ({"old_password": PASSWORD, "password": "short", "again": "short"}, "password"),
        ({"old_password": PASSWORD, "password": NEW, "again": NEW + "!"}, "again"),
        ({"old_password": PASSWORD, "password": "officer@seoul.example", "again": "officer@seoul.example"}, "password"),
        ({"old_password": PASSWORD, "password": PASSWORD, "again": PASSWORD}, "password"),
    ],
)
def test_a_refused_password_is_told_beside_its_field(
    client: Client, officer: User, entries: dict[str, str], wrong: str
) -> None:
    page = client.sign_in(officer).get("/account/password").submit(entries, status=422)
    assert wrong in page.errors
    # The refusal does not sign anybody out, and the page still knows who looks.
    assert client.get("/account").status == 200
    assert not any(value for name, value in page.form(["password"]).values() if "password" in name)


def test_signing_out_everywhere_ends_every_session(app: Flask, officer: User) -> None:
    here, elsewhere = Client(app), Client(app)
    sign_in(here, officer)
    sign_in(elsewhere, officer)
    here.post("/account/sign-out-everywhere")
    here.get("/account", status=302)
    elsewhere.get("/account", status=302)


def test_a_link_for_a_password_works_once_and_looking_does_not_use_it_up(
    client: Client, officer: User, administrator: User
) -> None:
    address = f"/set-password/{issue_password_link(administrator, officer, utc_now())}"
    client.get(address)
    page = client.get(address)
    assert officer.email in page
    page.submit({"password": "short", "again": "short"}, status=422)
    assert client.get(address).submit({"password": NEW, "again": NEW}).location == "/sign-in"
    client.get(address, status=410)
    client.post(address, {"password": NEW, "again": NEW}, status=410)
    assert sign_in(client, officer, password=NEW) == "/"


def test_a_made_up_link_tells_nothing(client: Client, officer: User) -> None:
    client.get("/set-password/made-up", status=410)
    client.get("/first-administrator/made-up", status=410)


def test_a_form_without_its_token_changes_nothing(client: Client, officer: User) -> None:
    client.sign_in(officer)
    entries = {"language": "en", "density": "comfortable", "contrast": "high"}
    client.post("/account", entries, token=False, status=400)
    client.post("/account", {**entries, "csrf_token": "made up"}, status=400)
    assert officer.density is Density.OFFICE
    client.post("/sign-out", token=False, status=400)
    client.sign_out().post("/sign-in", {"email": officer.email, "password": PASSWORD}, token=False, status=400)
    client.get("/account", status=302)


def test_every_answer_carries_the_security_headers(client: Client, officer: User) -> None:
    answers = [
        client.get("/sign-in"),
        client.get("/nowhere", status=404),
        client.get("/account", status=302),
        client.sign_in(officer).get("/"),
        client.get("/accounts", status=403),
    ]
    for page in answers:
        policy = dict(part.strip().split(" ", 1) for part in page.headers["Content-Security-Policy"].split(";"))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == "'self'"
        assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert policy["form-action"] == "'self'"
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert page.headers["X-Frame-Options"] == "DENY"
        assert page.headers["Referrer-Policy"] == "same-origin"
        assert page.headers["Cache-Control"] == "no-store"
        assert "Strict-Transport-Security" not in page.headers


def test_no_page_holds_a_script_or_a_style_of_its_own(client: Client, officer: User) -> None:
    for page in (client.get("/sign-in"), client.sign_in(officer).get("/account"), client.get("/cities")):
        assert not page.select("style, [style], [onclick], [onsubmit]")
        assert all(one.get("src") for one in page.select("script"))


def cookie_of(headers: object) -> dict[str, str]:
    morsel = SimpleCookie(headers["Set-Cookie"])["session"]  # type: ignore[index]  # werkzeug's headers
    return {name: value for name, value in morsel.items() if value}


def test_the_session_is_kept_from_scripts_and_other_sites_until_the_browser_closes(client: Client) -> None:
    cookie = cookie_of(client.get("/sign-in").headers)
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["path"] == "/"
    assert "secure" not in cookie and "expires" not in cookie and "max-age" not in cookie


@pytest.fixture
def behind_https(settings: Settings) -> Iterator[Flask]:
    """The application as it is set up behind HTTPS."""
    app = create_app(replace(settings, https=True))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_behind_https_the_session_travels_encrypted_only(behind_https: Flask) -> None:
    page = Client(behind_https).get("/sign-in")
    assert cookie_of(page.headers)["secure"]
    assert page.headers["Strict-Transport-Security"].startswith("max-age=31536000")
