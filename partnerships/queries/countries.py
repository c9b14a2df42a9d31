"""Countries by ISO 3166-1 code, named by CLDR, in the order of the reader's language."""

from collections.abc import Sequence
from functools import cache

from babel import Locale

# Where a source does not tell the country, or in words that name none: CLDR's code for an unknown region.
NOT_KNOWN = "ZZ"
_NOT_KNOWN = {"ko": "국가 미상", "en": "Country not known"}
# CLDR's full forms that no officer would write.
_SHORTER = {("ko", "HK"): "홍콩", ("ko", "MO"): "마카오", ("ko", "CD"): "콩고민주공화국"}
# What else English sources commonly call a whole country.
_ALSO_CALLED = {
    "Congo": "CG",
    "Czech Republic": "CZ",
    "Democratic Republic of the Congo": "CD",
    "Ivory Coast": "CI",
    "Myanmar": "MM",
    "Palestine": "PS",
    "São Tomé and Príncipe": "ST",
    "Turkey": "TR",
}
# Territories of CLDR that are no ISO 3166-1 countries.
_NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}


def country_name(code: str, language: str) -> str:
    """The name of the country with the ISO 3166-1 ``code``; the code itself when CLDR does not know it."""
    return _names(language).get(code, code)


def code_of_country(words: str) -> str | None:
    """The ISO 3166-1 code of the country that ``words`` name in English or Korean; ``None`` when they name none."""
    return _codes().get(_comparable(words))


@cache
def country_choices(language: str) -> Sequence[tuple[str, str]]:
    """(code, name) of every country, by name. Source: CLDR as Babel carries it."""
    territories = Locale.parse(language).territories
    named = (
        (code, _SHORTER.get((language, code), name))
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    )
    return sorted(named, key=lambda pair: pair[1])


@cache
def _names(language: str) -> dict[str, str]:
    return {NOT_KNOWN: _NOT_KNOWN[language], **dict(country_choices(language))}


@cache
def _codes() -> dict[str, str]:
    named = {_comparable(name): code for language in ("ko", "en") for code, name in country_choices(language)}
    return named | {_comparable(name): code for name, code in _ALSO_CALLED.items()}


def _comparable(name: str) -> str:
    """``name`` as CLDR would write it, without case: “Saint Lucia” is its “St. Lucia”, “and” its “&”."""
    words = name.casefold().replace("&", "and").split()
    return " ".join("st." if word == "saint" else word for word in words)
