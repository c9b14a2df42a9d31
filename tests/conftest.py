"""What every test may ask for: an empty installation on each database, the office's people, and a strict browser."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from partnerships.config import Settings
from partnerships.extensions import db
from partnerships.models.account import Role, User
from partnerships.models.city import City
from tests.client import Client
from tests.databases import NAMES, Databases, Installation
from tests.factories.account import make_user
from tests.factories.city import make_home


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=(*NAMES, "both"),
        default="both",
        help="the database that tests run on; with both, each test that asks for one runs on either",
    )
    for name in ("routes", "settings", "glossary"):
        parser.addoption(f"--update-{name}", action="store_true", help=f"write the kept list of {name} anew")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that reaches for a database once on each, unless its marker `database` names the one it is about."""
    if "installation" not in metafunc.fixturenames:
        return
    marker = metafunc.definition.get_closest_marker("database")
    chosen = metafunc.config.getoption("--database")
    named = NAMES if chosen == "both" else (chosen,)
    metafunc.parametrize("installation", marker.args if marker else named, indirect=True)


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Where installations come from."""
    made = Databases(tmp_path_factory.mktemp("installations"))
    yield made
    made.close()


@pytest.fixture
def installation(request: pytest.FixtureRequest, databases: Databases) -> Installation:
    """An empty installation on the database of this run of the test."""
    found = databases.installation(request.param)
    found.empty()
    return found


@pytest.fixture
def settings(installation: Installation) -> Settings:
    """The settings of the application under test."""
    return installation.settings


@pytest.fixture
def app(installation: Installation) -> Iterator[Flask]:
    """The application under test, with its context at hand as on a terminal."""
    with installation.app.app_context():
        yield installation.app


@pytest.fixture
def session(app: Flask) -> Session:
    """The test's own session; requests of the client have another, as in real life."""
    return db.session()


@pytest.fixture
def client(app: Flask) -> Client:
    """A browser without scripts that accepts no fault in a page."""
    return Client(app)


@pytest.fixture
def home(app: Flask) -> City:
    """The home city, 서울특별시."""
    return make_home()


@pytest.fixture
def viewer_user(home: City) -> User:
    """Somebody of the home side who may only read."""
    return make_user(name="이보라", email="viewer@seoul.example", role=Role.VIEWER, homes=[home])


@pytest.fixture
def officer(home: City) -> User:
    """An officer of the home side."""
    return make_user(name="김하늘", email="officer@seoul.example", role=Role.OFFICER, homes=[home])


@pytest.fixture
def coordinator(home: City) -> User:
    """The coordinator of the home side."""
    return make_user(name="박서준", email="coordinator@seoul.example", role=Role.COORDINATOR, homes=[home])


@pytest.fixture
def administrator(home: City) -> User:
    """The administrator, who is a viewer otherwise."""
    return make_user(name="최관리", email="administrator@seoul.example", is_administrator=True, homes=[home])
