"""Countries by ISO 3166-1 code, named by CLDR, in the order of the reader's language."""

from collections.abc import Sequence
from functools import cache

from babel import Locale

# CLDR's full forms that no officer would write.
_SHORTER = {("ko", "HK"): "홍콩", ("ko", "MO"): "마카오", ("ko", "CD"): "콩고민주공화국"}
# Territories of CLDR that are no ISO 3166-1 countries.
_NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}


def country_name(code: str, language: str) -> str:
    """The name of the country with the ISO 3166-1 ``code``; the code itself when CLDR does not know it."""
    return dict(country_choices(language)).get(code, code)


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
