"""Every address says who may go there, keeps its promise to everybody else, and never vanishes unnoticed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from partnerships.models.account import Role, User
from partnerships.models.city import City
from partnerships.permissions import may
from partnerships.permissions.map import RULES
from partnerships.web.guards import OPEN, action_of
from tests.client import Client
from tests.factories.account import make_user

pytestmark = pytest.mark.database("sqlite")

LIST = Path(__file__).with_name("routes.txt")
_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?")


def routes(app: Flask) -> list[Rule]:
    """Every rule but that of the static files."""
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def methods(rule: Rule) -> list[str]:
    return sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})


def sample(rule: Rule) -> str:
    """An address that ``rule`` matches."""
    values: dict[str, str | int] = {}
    for name, converter in rule._converters.items():
        prefix = re.match(r"[A-Z]{3}", converter.regex)
        if prefix:
            values[name] = f"{prefix[0]}-2013-001"
        elif "\\d" in converter.regex:
            values[name] = 1
        else:
            values[name] = "x"
    built = rule.build(values)
    assert built is not None, rule
    return built[1]


def lines(app: Flask) -> Iterator[str]:
    for rule in sorted(routes(app), key=lambda one: (one.rule, one.endpoint)):
        yield f"{','.join(methods(rule)):9} {rule.rule}  {rule.endpoint}  {action_of(rule.endpoint)}"


def test_every_route_names_an_action_of_the_permission_map_or_is_open(app: Flask) -> None:
    named = {rule.endpoint: action_of(rule.endpoint) for rule in routes(app)}
    assert {endpoint for endpoint, action in named.items() if action not in {*RULES, OPEN}} == set()


def test_only_these_routes_are_open(app: Flask) -> None:
    # Whoever holds one of these secret addresses is let in by it alone.
    links = {"links.set_password", "links.first_administrator", "calendar.feed"}
    opened = {rule.endpoint for rule in routes(app) if action_of(rule.endpoint) == OPEN}
    assert opened <= {"account.sign_in", "account.choose_language", "health.show", *links}


def test_nobody_passes_without_signing_in(app: Flask, client: Client) -> None:
    passed = []
    for rule in routes(app):
        if action_of(rule.endpoint) == OPEN:
            continue
        for method in methods(rule):
            page = client.request(method, sample(rule))
            if page.status != 302 or not page.location.startswith("/sign-in"):
                passed.append((method, rule.rule, page.status))
    assert passed == []


@pytest.mark.parametrize("role", [*Role, "administrator"])
def test_nobody_passes_without_being_allowed(app: Flask, client: Client, home: City, role: str) -> None:
    administers = role == "administrator"
    user = make_user(role=Role.VIEWER if administers else role, is_administrator=administers, homes=[home])
    client.sign_in(user)
    wrong = []
    for rule in routes(app):
        action = str(action_of(rule.endpoint))
        if action == OPEN or may(user, action):
            continue
        wrong += [
            (method, rule.rule, page.status)
            for method in methods(rule)
            if (page := client.request(method, sample(rule))).status != 403
        ]
    assert wrong == []


def test_what_is_not_there_is_not_found(app: Flask, client: Client, coordinator: User) -> None:
    """No page fails over a record that does not exist."""
    client.sign_in(coordinator)
    wrong = []
    for rule in routes(app):
        if (
            not rule.arguments
            or action_of(rule.endpoint) == OPEN
            or not may(coordinator, str(action_of(rule.endpoint)))
        ):
            continue
        wrong += [
            (method, rule.rule, page.status)
            for method in methods(rule)
            if (page := client.request(method, sample(rule))).status != 404
        ]
    assert wrong == []


def test_addresses_are_kebab_case_and_end_without_a_slash(app: Flask) -> None:
    wrong = []
    for rule in routes(app):
        fixed = [part for part in re.sub(r"<[^>]*>", "x", rule.rule).split("/") if part]
        if not all(_PART.fullmatch(part) for part in fixed) or (rule.rule.endswith("/") and rule.rule != "/"):
            wrong.append(rule.rule)
    assert wrong == []


def test_no_address_vanishes_or_appears_unnoticed(app: Flask, request: pytest.FixtureRequest) -> None:
    """Bookmarks and issued papers hold addresses for years; `--update-routes` writes the list anew."""
    now = "\n".join(lines(app)) + "\n"
    if request.config.getoption("--update-routes"):
        LIST.write_text(now)
    assert now.splitlines() == LIST.read_text().splitlines()
