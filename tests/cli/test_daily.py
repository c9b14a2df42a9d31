"""The daily run from a terminal."""

from datetime import timedelta

from flask import Flask

from partnerships.adapters.clock import utc_now
from partnerships.models.agreement import AgreementStatus
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from tests.factories.agreement import make_agreement


def run(app: Flask, *words: str) -> tuple[int, str]:
    """Exit status and output of ``flask --app wsgi daily`` followed by ``words``."""
    result = app.test_cli_runner().invoke(args=["daily", *words])
    return result.exit_code, result.output


def test_it_says_what_the_day_brought_about(app: Flask, home: City) -> None:
    agreement = make_agreement(home, effective=PartialDate.parse("2014-01-01"))
    status, told = run(app, "--on", "2013-12-31")
    assert (status, agreement.status) == (0, AgreementStatus.SIGNED)
    assert "in force 0" in told
    status, told = run(app)
    assert (status, agreement.status) == (0, AgreementStatus.IN_FORCE)
    assert "in force 1" in told
    assert "in force 0" in run(app)[1]


def test_no_day_is_run_ahead_of_its_time(app: Flask) -> None:
    status, told = run(app, "--on", str(utc_now().date() + timedelta(days=3)))
    assert status == 1
    assert "still to come" in told
