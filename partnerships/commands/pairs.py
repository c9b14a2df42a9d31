"""Pairs of places taken over from a list: the places that are new, and a tie for each pair that has none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from partnerships.commands.alias import index_names
from partnerships.commands.references import give_references
from partnerships.commands.transaction import transaction
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.base import Disclosure
from partnerships.models.city import City, CityLevel
from partnerships.models.partnership import Partnership, Tier, TieStatus
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.pairs import LOADING, KnownPlace, find_places, find_ties

# What the trail calls the act.
ACT_IN_WORDS = N_("Load pairs")


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place as a list names it; name, country and the part of the country that it is said to be in identify it."""

    name: str
    country: str
    # The list's own words for the country where they say more than its name: “Wales”, “Ohio, United States”.
    subdivision: str | None = None
    name_ko: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None

    @property
    def identity(self) -> tuple[str, str, str | None]:
        return self.name, self.country, self.subdivision


@dataclass(frozen=True, slots=True)
class ListedPair:
    """Two different places that are tied; the first one is the home side."""

    home: ListedPlace
    partner: ListedPlace


@dataclass(frozen=True, slots=True)
class Standing:
    """What a list says of all its ties; they and their places are public."""

    tier: Tier = Tier.UNSPECIFIED
    status: TieStatus = TieStatus.UNKNOWN


@dataclass(slots=True)
class Tally:
    """What became of pairs: places and ties recorded; ties on record before; ties that the list names again."""

    places: int = 0
    ties: int = 0
    known: int = 0
    repeated: int = 0
    # The same tie named from its other end.
    turned: int = 0

    def add(self, other: "Tally") -> None:
        """Count ``other`` in."""
        self.places += other.places
        self.ties += other.ties
        self.known += other.known
        self.repeated += other.repeated
        self.turned += other.turned


def load_pairs(actor: Viewer, pairs: Sequence[ListedPair], standing: Standing, known_until: int) -> Tally:
    """Record what is new in ``pairs``, all in one act.

    ``known_until`` is the id of the newest tie that was on record before the list was begun. The rows written are let
    go of, so that a long list takes no more memory than a short one.
    """
    tally = Tally()
    with transaction(actor, LOADING):
        ensure_may(actor, "city.write")
        cities, ids = _record_places([place for pair in pairs for place in (pair.home, pair.partner)])
        ties = _record_ties(actor, pairs, ids, standing, known_until, tally)
        tally.places, tally.ties = len(cities), len(ties)
    for row in (*cities, *ties):
        db.session.expunge(row)
    return tally


def _record_places(listed: Iterable[ListedPlace]) -> tuple[list[City], dict[tuple[str, str, str | None], int]]:
    """The cities that are new, and the ids of all that are listed."""
    places = {place.identity: place for place in listed}
    on_record = find_places({place.name for place in places.values()})
    ids: dict[tuple[str, str, str | None], int] = {}
    new: dict[tuple[str, str, str | None], City] = {}
    for identity, place in places.items():
        found = _same_place(place, on_record.get(place.name, ()))
        if found is None:
            new[identity] = _city(place)
        else:
            ids[identity] = found
    _save(list(new.values()))
    ids.update((identity, city.id) for identity, city in new.items())
    return list(new.values()), ids


def _same_place(place: ListedPlace, called_alike: Iterable[KnownPlace]) -> int | None:
    """The city on record that ``place`` is.

    An officer may have recorded more of where it lies than the list says: where only one is called so, it is meant.
    """
    within = [known for known in called_alike if known.country == place.country]
    exact = [known.id for known in within if known.subdivision == place.subdivision]
    if exact:
        return exact[0]
    recorded = [known.id for known in within if not known.is_loaded]
    return recorded[0] if place.subdivision is None and len(recorded) == 1 else None


def _city(place: ListedPlace) -> City:
    is_korean = any("가" <= sign <= "힣" for sign in place.name)
    city = City(
        name_ko=place.name if is_korean else place.name_ko,
        name_en=None if is_korean else place.name,
        country=place.country,
        subdivision=place.subdivision,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames_id=place.geonames_id,
        level=CityLevel.CITY,
        is_home=False,
        disclosure=Disclosure.PUBLIC,
    )
    index_names(city, ())
    return city


def _record_ties(
    actor: Viewer,
    pairs: Iterable[ListedPair],
    ids: dict[tuple[str, str, str | None], int],
    standing: Standing,
    known_until: int,
    tally: Tally,
) -> list[Partnership]:
    """The ties that are new; what the others are goes into ``tally``."""
    sides = [(ids[pair.home.identity], ids[pair.partner.identity]) for pair in pairs]
    tied = find_ties([_ordered(*both) for both in sides])
    new: dict[tuple[int, int], Partnership] = {}
    for home, partner in sides:
        pair = _ordered(home, partner)
        earlier, earlier_home = tied.get(pair, (None, None))
        if earlier is not None and earlier <= known_until:
            tally.known += 1
        elif earlier is not None or pair in new:
            first_home = earlier_home if earlier is not None else new[pair].home_id
            if first_home == home:
                tally.repeated += 1
            else:
                tally.turned += 1
        else:
            new[pair] = _tie(home, partner, standing)
            ensure_may(actor, "partnership.write", new[pair])
    _save(list(new.values()))
    return list(new.values())


def _ordered(first: int, second: int) -> tuple[int, int]:
    return (first, second) if first < second else (second, first)


def _tie(home: int, partner: int, standing: Standing) -> Partnership:
    low, high = _ordered(home, partner)
    return Partnership(
        home_id=home,
        partner_id=partner,
        pair_low_id=low,
        pair_high_id=high,
        tier=standing.tier,
        home_status=standing.status,
        partner_status=standing.status,
        is_dormant=False,
        disclosure=Disclosure.PUBLIC,
    )


def _save(rows: Sequence[Any]) -> None:
    give_references(rows)
    session = db.session()
    session.add_all(rows)
    session.flush()
