"""Regions of the world: the sub-regions of the UN's standard M49, named by CLDR, and the countries in each."""

from collections.abc import Sequence
from functools import cache

from babel import Locale

# Source: UN Statistics Division, Standard Country or Area Codes for Statistical Use (M49). Taiwan, which M49 does not
# list, and Kosovo stand where CLDR's territory containment has them. {continent: {sub-region: ISO 3166-1 codes}}.
_REGIONS: dict[str, dict[str, str]] = {
    "142": {
        "030": "CN HK JP KP KR MN MO TW",
        "035": "BN ID KH LA MM MY PH SG TH TL VN",
        "034": "AF BD BT IN IR LK MV NP PK",
        "143": "KG KZ TJ TM UZ",
        "145": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    },
    "150": {
        "155": "AT BE CH DE FR LI LU MC NL",
        "154": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
        "039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
        "151": "BG BY CZ HU MD PL RO RU SK UA",
    },
    "019": {
        "021": "BM CA GL PM US",
        "013": "BZ CR GT HN MX NI PA SV",
        "029": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
        "005": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    },
    "009": {
        "053": "AU CC CX HM NF NZ",
        "054": "FJ NC PG SB VU",
        "057": "FM GU KI MH MP NR PW UM",
        "061": "AS CK NU PF PN TK TO TV WF WS",
    },
    "002": {
        "015": "DZ EG EH LY MA SD TN",
        "011": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
        "014": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
        "017": "AO CD CF CG CM GA GQ ST TD",
        "018": "BW LS NA SZ ZA",
    },
}
# CLDR's names that an officer would not look under, spaced as offices write them.
_PLAINER = {
    ("ko", "021"): "북아메리카",
    ("ko", "013"): "중앙아메리카",
    ("ko", "019"): "아메리카",
    ("ko", "029"): "카리브",
    ("ko", "143"): "중앙아시아",
    ("ko", "053"): "호주·뉴질랜드",
    ("ko", "057"): "미크로네시아",
    ("ko", "011"): "서아프리카",
    ("ko", "014"): "동아프리카",
    ("ko", "015"): "북아프리카",
    ("ko", "017"): "중앙아프리카",
    ("ko", "018"): "남아프리카",
    ("en", "053"): "Australia and New Zealand",
    ("en", "057"): "Micronesia",
    ("en", "035"): "South-eastern Asia",
}


@cache
def countries_in(region: str) -> frozenset[str]:
    """The ISO 3166-1 codes of the countries in the sub-region or continent ``region``; none for a code unknown."""
    subregions = {code: countries for group in _REGIONS.values() for code, countries in group.items()}
    named = " ".join(_REGIONS[region].values()) if region in _REGIONS else subregions.get(region, "")
    return frozenset(named.split())


@cache
def region_of(country: str) -> str | None:
    """The code of the sub-region that ``country`` lies in; none for Antarctica."""
    return next((code for group in _REGIONS.values() for code in group if country in countries_in(code)), None)


@cache
def region_name(region: str, language: str) -> str:
    """The name of a sub-region or continent; the code itself when it is unknown."""
    return _PLAINER.get((language, region)) or Locale.parse(language).territories.get(region, region)


@cache
def region_choices(language: str) -> Sequence[tuple[tuple[str, str], Sequence[tuple[str, str]]]]:
    """((code, name) of a continent, (code, name) of its sub-regions), the office's own part of the world first."""

    def named(codes: Sequence[str]) -> list[tuple[str, str]]:
        return [(code, region_name(code, language)) for code in codes]

    return [((code, region_name(code, language)), named(list(group))) for code, group in _REGIONS.items()]
