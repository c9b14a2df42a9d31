"""Names of states, provinces and prefectures by GeoNames' codes, for the countries that Korean cities deal with most.

GeoNames' codes come without names in the package; those of Korea, Japan, China and the United States are in
``subdivisions.csv``. Elsewhere the officer enters the name.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("subdivisions.csv")


def subdivision_name(country: str, code: str, language: str) -> str | None:
    """What the subdivision is called in Korean or, for any other ``language``, in English; ``None`` when unknown."""
    korean_and_english = _names().get((country, code))
    return korean_and_english[0 if language == "ko" else 1] if korean_and_english else None


@cache
def _names() -> Mapping[tuple[str, str], tuple[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {(row["country"], row["code"]): (row["name_ko"], row["name_en"]) for row in csv.DictReader(file)}
