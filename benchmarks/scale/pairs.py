"""A list of pairs as long as a world-wide register's, made up but always the same, for whoever has no real one."""

import csv
import random
from pathlib import Path
from typing import Final

PLACES: Final = 17_717
TIES: Final = 25_914
_COUNTRIES: Final = (
    ("France", "FR"),
    ("Germany", "DE"),
    ("Italy", "IT"),
    ("Poland", "PL"),
    ("Japan", "JP"),
    ("China", "CN"),
    ("United States", "US"),
    ("South Korea", "KR"),
    ("Brazil", "BR"),
    ("Spain", "ES"),
    ("Romania", "RO"),
    ("Hungary", "HU"),
)
_SYLLABLES: Final = "ba cor den el fa gro hal in ka lon mar no ri san ter vo"
_KOREAN: Final = "바 코르 덴 엘 파 그로 할 인 카 론 마르 노 리 산 테르 보"
_HEAD: Final = "city1 country1 iso1 lat1 lon1 geonameid1 name_ko1 city2 country2 iso2 lat2 lon2 geonameid2 name_ko2"

Place = tuple[str, str, str, str, str, str, str]


def write_pairs(path: Path) -> None:
    """Write the list to ``path``."""
    # Chance is only to spread names and pairs; the same seed gives the same list on every machine.
    chance = random.Random(1976)
    places = _places(chance)
    pairs: dict[tuple[int, int], None] = {}
    # Every place is in at least one pair; few are in many, as it is in the world.
    for index in range(PLACES):
        _pair(pairs, index, int(PLACES * chance.random() ** 3))
    while len(pairs) < TIES:
        _pair(pairs, int(PLACES * chance.random() ** 2), int(PLACES * chance.random() ** 2))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEAD.split())
        writer.writerows((*places[first], *places[second]) for first, second in list(pairs)[:TIES])


def _pair(pairs: dict[tuple[int, int], None], first: int, second: int) -> None:
    if first != second and (second, first) not in pairs:
        pairs[first, second] = None


def _places(chance: random.Random) -> list[Place]:
    places: dict[tuple[str, str], Place] = {}
    syllables, hangul = _SYLLABLES.split(), _KOREAN.split()
    while len(places) < PLACES:
        signs = [chance.randrange(len(syllables)) for _ in range(chance.randint(2, 4))]
        name = "".join(syllables[sign] for sign in signs).capitalize()
        korean = "".join(hangul[sign] for sign in signs)
        country, code = _COUNTRIES[int(len(_COUNTRIES) * chance.random() ** 2)]
        latitude, longitude = f"{chance.uniform(-60, 70):.4f}", f"{chance.uniform(-180, 180):.4f}"
        place = (name, country, code, latitude, longitude, str(1_000_000 + len(places)), korean)
        places.setdefault((name, country), place)
    return list(places.values())
