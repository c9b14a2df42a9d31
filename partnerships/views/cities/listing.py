"""Cities in a list."""

from partnerships.languages import N_
from partnerships.models.city import CityLevel
from partnerships.queries import city as queries
from partnerships.queries.countries import country_name
from partnerships.queries.regions import region_name, region_of
from partnerships.views.cities.blueprint import blueprint
from partnerships.web import listing
from partnerships.web.current import language, viewer
from partnerships.web.listing import Column

listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Cities"),
        action="city.read",
        template="cities/list.html",
        filter=queries.CityFilter,
        listed=queries.cities_listed,
        conditions=(
            listing.Words("q", N_("Name"), "text", hint=N_("Any name, in any script")),
            listing.region(),
            listing.country(lambda: queries.list_countries(viewer())),
            listing.choice("level", N_("Level"), CityLevel),
            listing.yes_or_no("tie", N_("Ties"), N_("With a tie"), N_("Without a tie"), "tied"),
            listing.Box("home", N_("Home cities only")),
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="",
        columns=(
            Column(N_("Number"), "reference", 12),
            Column(N_("City"), "name", 24),
            Column(N_("Name in the other language"), listing.unlike("name_other", "name"), 24),
            Column(N_("Local name"), "name_local", 20),
            Column(N_("Country"), lambda city, _: country_name(city.country, language())),
            Column(N_("Country code"), "country", 8),
            Column(N_("Region"), lambda city, _: region_name(region_of(city.country) or "", language())),
            Column(N_("Subdivision"), "subdivision", 20),
            Column(N_("Level"), "level", 12),
            Column(N_("Part of"), "parent_name", 20),
            Column(N_("Ties"), "ties", 8),
            Column(N_("Latitude"), "latitude", 10),
            Column(N_("Longitude"), "longitude", 10),
            Column(N_("Website"), "website", 30),
        ),
    ),
)
