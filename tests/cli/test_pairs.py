"""Loading a list of pairs: each place and each tie once, whatever the list looks like, and nothing twice."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from partnerships.commands.city import revise_city
from partnerships.models.account import User
from partnerships.models.audit import AuditEntry
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Partnership, Tier, TieStatus
from partnerships.transfer.pairs import BATCH
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.partnership import make_partnership

HEAD = "city1,country1,iso1,lat1,lon1,geonameid1,name_ko1,city2,country2,iso2,lat2,lon2,geonameid2,name_ko2"
BERAT = "Berat,Albania,AL,40.7022,19.9583,3186084,베라트"
AMASYA = "Amasya,Turkey,TR,40.65,35.8331,752015,아마시아"
FERMO = "Fermo,Italy,IT,43.1608,13.7158,3177099,"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pairs.csv"


def write(file: Path, *rows: str, head: str = HEAD, end: str = "\n", encoding: str = "utf-8") -> str:
    """Write a list; returns its path as the command takes it."""
    file.write_bytes((end.join([head, *rows]) + end).encode(encoding))
    return str(file)


def load(app: Flask, *words: str, status: int = 0) -> tuple[str, str]:
    """What ``load-pairs`` prints: its sum, and what it tells meanwhile."""
    result = app.test_cli_runner().invoke(args=["load-pairs", *words])
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def ties(session: Session) -> list[Partnership]:
    session.expire_all()
    return list(session.scalars(select(Partnership).order_by(Partnership.id)))


def names(session: Session) -> list[str | None]:
    return list(session.scalars(select(City.name_en).order_by(City.id)))


def count(session: Session, model: type[City | Partnership | AuditEntry]) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_the_first_city_of_a_pair_is_the_home_side(app: Flask, session: Session, file: Path) -> None:
    told, _ = load(app, write(file, f"{BERAT},{AMASYA}"))
    assert "1 rows: 1 ties and 2 places recorded." in told
    (tie,) = ties(session)
    home, partner = session.get_one(City, tie.home_id), session.get_one(City, tie.partner_id)
    assert (home.name_en, home.name_ko, home.country, home.geonames_id) == ("Berat", "베라트", "AL", 3186084)
    assert (partner.country, partner.subdivision, partner.latitude) == ("TR", None, 40.65)
    assert not home.is_home and home.disclosure is tie.disclosure is Disclosure.PUBLIC
    assert (tie.tier, tie.home_status, tie.partner_status) == (Tier.UNSPECIFIED, TieStatus.UNKNOWN, TieStatus.UNKNOWN)
    assert home.reference == "CTY-00001" and tie.reference.startswith("TIE-")


def test_what_the_list_says_of_all_its_ties_may_be_told(app: Flask, session: Session, file: Path) -> None:
    load(app, write(file, f"{BERAT},{AMASYA}"), "--tier", "sister", "--status", "active")
    (tie,) = ties(session)
    assert (tie.tier, tie.home_status, tie.partner_status) == (Tier.SISTER, TieStatus.ACTIVE, TieStatus.ACTIVE)


def test_a_reversed_pair_is_the_same_tie(app: Flask, session: Session, file: Path) -> None:
    told, _ = load(app, write(file, f"{BERAT},{AMASYA}", f"{AMASYA},{BERAT}", f"{BERAT},{AMASYA}"))
    assert "1 rows that name a tie of the list again, from its other side." in told
    assert "1 rows that name a tie of the list again." in told
    assert count(session, Partnership) == 1 and count(session, City) == 2


def test_a_pair_is_the_same_in_a_later_batch(app: Flask, session: Session, file: Path) -> None:
    rows = [f"{BERAT},{AMASYA}"] * BATCH
    told, progress = load(app, write(file, *rows, f"{AMASYA},{BERAT}", f"{FERMO},{BERAT}"))
    assert "1,002 rows: 2 ties and 3 places recorded." in told and "from its other side" in told
    assert "1,000 rows, 1 ties, 2 places" in progress and "100%  1,002 rows, 2 ties, 3 places" in progress
    assert names(session) == ["Berat", "Amasya", "Fermo"]


def test_the_same_name_elsewhere_is_another_place(app: Flask, session: Session, file: Path) -> None:
    rows = (
        "Cleveland,United States,US,41.4,-81.6,5150529,,Fermo,Italy,IT,,,,",
        'Cleveland,"Ohio, United States",,41.4,-81.6,5150529,,Fermo,Italy,IT,,,,',
        "Cleveland,England,GB,,,,,Fermo,Italy,IT,,,,",
        "Cleveland,in Utopia,,,,,,Fermo,Italy,IT,,,,",
        "Cleveland,,,,,,,Fermo,Italy,IT,,,,",
    )
    told, _ = load(app, write(file, *rows))
    assert "5 ties and 6 places" in told
    cities = session.scalars(select(City).where(City.name_en == "Cleveland").order_by(City.id)).all()
    assert [(city.country, city.subdivision) for city in cities] == [
        ("US", None),
        ("US", "Ohio, United States"),
        ("GB", "England"),
        ("ZZ", "in Utopia"),
        ("ZZ", None),
    ]
    told, _ = load(app, str(file))
    assert "0 ties and 0 places" in told and "5 ties that were on record before." in told


def test_accents_tell_places_apart(app: Flask, session: Session, file: Path) -> None:
    load(app, write(file, f"Münster,Germany,DE,,,,뮌스터,{FERMO}", f"Munster,Germany,DE,,,,문스터,{FERMO}"))
    assert names(session) == ["Münster", "Fermo", "Munster"]


def test_places_that_share_a_geonames_number_are_listed(app: Flask, file: Path, tmp_path: Path) -> None:
    write(
        file,
        f"Kobuleti,Georgia,GE,,,613762,,{FERMO}",
        f"Kobuleti,Georgia (country),GE,,,613762,,{FERMO}",
        f'"=1+1",Georgia,GE,,,613762,,{BERAT}',
    )
    duplicates = tmp_path / "duplicates.csv"
    told, _ = load(app, str(file), "--duplicates-to", str(duplicates))
    assert "1 GeoNames numbers stand at more than one place" in told
    assert "613762  CTY-00003  Kobuleti, Georgia (country)" in told
    written = duplicates.read_bytes()
    assert written.startswith(b"\xef\xbb\xbfgeonames_id,reference")
    assert b"613762,CTY-00001,Kobuleti,,GE,\r\n613762,CTY-00003,Kobuleti,,GE,Georgia (country)" in written
    # A name that a spreadsheet would calculate is kept a name.
    assert b",'=1+1," in written


def test_rows_that_cannot_be_read_are_told_and_skipped(app: Flask, session: Session, file: Path) -> None:
    rows = (
        f"{BERAT},Amasya",
        f",Albania,AL,,,,,{AMASYA}",
        f"Berat,Albania,AL,91,19,,,{AMASYA}",
        f"Berat,Albania,AL,north,19,,,{AMASYA}",
        f"Berat,Albania,ALB,,,,,{AMASYA}",
        f"Berat,Albania,AL,,,12x,,{AMASYA}",
        f"{BERAT},{BERAT}",
        f"{'B' * 201},Albania,AL,,,,,{AMASYA}",
        f"Be\0rat,Albania,AL,,,,,{AMASYA}",
        "",
        f"{BERAT},{FERMO}",
    )
    told, progress = load(app, write(file, *rows))
    assert "1 ties and 2 places recorded." in told and "9 rows that could not be read." in told
    for words in (
        "line 2: 8 cells where 14 are expected",
        "line 3: city1 is empty",
        "line 4: lat1 is not between -90 and 90: 91",
        "line 5: lat1 is not between -90 and 90: north",
        "line 6: iso1 is no country code: ALB",
        "line 7: geonameid1 is no GeoNames number: 12x",
        "line 8: a place paired with itself: Berat",
        "line 9: city1 is longer than 200 characters",
        "line 10: city1 is not UTF-8 text",
    ):
        assert f"{words}; skipped" in progress
    assert names(session) == ["Berat", "Fermo"]


def test_bytes_that_are_no_text_spoil_only_their_row(app: Flask, session: Session, file: Path) -> None:
    write(file, f"{BERAT},{FERMO}")
    with file.open("ab") as more:
        more.write(f"Malmö,Sweden,SE,,,,,{FERMO}\n".encode("latin-1"))
        more.write(f"Malmö,Sweden,SE,,,,말뫼,{FERMO}\n".encode())
    _told, progress = load(app, str(file))
    assert "line 3: city1 is not UTF-8 text" in progress
    assert names(session) == ["Berat", "Fermo", "Malmö"]


def test_a_byte_order_mark_and_other_line_ends_are_read(app: Flask, session: Session, file: Path) -> None:
    load(app, write(file, f"{BERAT},{FERMO}", end="\r\n", encoding="utf-8-sig"))
    assert names(session) == ["Berat", "Fermo"]


def test_names_hold_commas_quotes_and_apostrophes(app: Flask, session: Session, file: Path) -> None:
    rows = (
        f'"Washington, D.C.",United States,US,,,,,{FERMO}',
        f'"The ""Old"" Town",Malta,MT,,,,,{FERMO}',
        f"L'Aquila,Italy,IT,,,,라퀼라,{BERAT}",
        f"{FERMO},서울특별시,대한민국,,,,,",
    )
    told, _ = load(app, write(file, *rows))
    assert "4 ties and 6 places" in told
    assert set(names(session)) == {"Washington, D.C.", 'The "Old" Town', "L'Aquila", "Fermo", "Berat", None}
    seoul = session.scalars(select(City).where(City.name_ko == "서울특별시")).one()
    assert seoul.country == "KR" and seoul.name_en is None


def test_loading_twice_adds_nothing(app: Flask, session: Session, file: Path) -> None:
    write(file, f"{BERAT},{AMASYA}", f"{BERAT},{FERMO}")
    load(app, str(file))
    entries = count(session, AuditEntry)
    told, _ = load(app, str(file))
    assert "2 rows: 0 ties and 0 places recorded." in told and "2 ties that were on record before." in told
    assert (count(session, City), count(session, Partnership), count(session, AuditEntry)) == (3, 2, entries)


def test_what_is_on_record_is_used_and_left_as_it_is(
    app: Flask, session: Session, home: City, officer: User, file: Path
) -> None:
    tie = make_partnership(home, make_city(name_ko="베라트", name_en=None, country="AL"))
    revise_city(officer, home, subdivision="수도권")
    rows = (f"{BERAT.replace('Berat', '베라트')},Seoul,South Korea,KR,,,,서울", f"Seoul,South Korea,KR,,,,,{FERMO}")
    told, _ = load(app, write(file, *rows))
    assert "1 ties and 1 places recorded." in told and "1 ties that were on record before." in told
    first, second = ties(session)
    assert first.reference == tie.reference and first.tier is Tier.SISTER
    assert second.home_id == home.id
    assert session.get_one(City, home.id).subdivision == "수도권"


def test_two_of_a_name_on_record_are_not_guessed_between(app: Flask, session: Session, file: Path) -> None:
    for state in ("Missouri", "Massachusetts"):
        make_city(name_en="Springfield", country="US", subdivision=state)
    told, _ = load(app, write(file, f"Springfield,United States,US,,,,,{FERMO}"))
    assert "1 ties and 2 places recorded." in told


def test_a_file_that_is_no_list_of_pairs_is_refused(app: Flask, session: Session, file: Path) -> None:
    _, told = load(app, write(file, "Berat,Albania", head="city,country"), status=1)
    assert "missing: city1, country1, city2, country2" in told
    file.write_bytes(b"")
    load(app, str(file), status=1)
    load(app, str(file.with_name("none.csv")), status=2)
    assert count(session, City) == 0


@contextmanager
def interrupted_at(name: str) -> Iterator[None]:
    """Ctrl+C in the moment in which the city of that name is recorded."""

    def interrupt(_city: City, _arguments: object, details: Mapping[str, object]) -> None:
        if details.get("name_en") == name:
            raise KeyboardInterrupt

    event.listen(City, "init", interrupt)
    try:
        yield
    finally:
        event.remove(City, "init", interrupt)


def test_an_interrupted_run_keeps_whole_batches_and_is_gone_on_with(app: Flask, session: Session, file: Path) -> None:
    write(file, *[f"{BERAT},{AMASYA}"] * BATCH, f"{AMASYA},{BERAT}", f"{BERAT},{FERMO}")
    with interrupted_at("Fermo"):
        told, stopped = load(app, str(file), status=130)
    assert "1,000 rows: 1 ties and 2 places recorded." in told and "Stopped." in stopped
    assert names(session) == ["Berat", "Amasya"]
    told, _ = load(app, str(file))
    assert "1 ties and 1 places recorded." in told and "1 ties that were on record before." in told


def test_places_and_ties_are_found_and_have_their_history(
    app: Flask, session: Session, client: Client, officer: User, file: Path
) -> None:
    load(app, write(file, f"São Paulo,Brazil,BR,,,,상파울루,{BERAT}"))
    (tie,) = ties(session)
    page = client.sign_in(officer).get("/cities", {"q": "sao paulo"})
    assert "상파울루" in page
    assert "베라트" in client.get("/partnerships", {"q": "berat", "home": "all"})
    client.get(f"/partnerships/{tie.reference}")
    acts = session.scalars(select(AuditEntry.act).distinct()).all()
    assert "load_pairs" in acts and session.scalars(select(AuditEntry.actor_id).distinct()).all() == [None]
