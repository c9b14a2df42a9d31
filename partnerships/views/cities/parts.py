"""The pages for the parts of a city: its other names, what became of it, what is known of it, its halls and rooms."""

from partnerships.commands import city as commands
from partnerships.commands.alias import add_alias, archive_alias, revise_alias
from partnerships.forms.alias import AliasForm
from partnerships.forms.city import FactForm, PlaceForm, SuccessionForm
from partnerships.languages import N_
from partnerships.queries import city as queries
from partnerships.views.cities.blueprint import ONE, blueprint, city_crumbs
from partnerships.web.parts import PartPages, add_part_pages

add_part_pages(
    blueprint,
    f"{ONE}/facts",
    PartPages(
        name="fact",
        action="city.write",
        form=FactForm,
        load=queries.get_city,
        find=queries.find_fact,
        add=commands.add_fact,
        revise=commands.revise_fact,
        archive=commands.archive_fact,
        crumbs=city_crumbs,
        title_new=N_("Add to the profile"),
        title_edit=N_("Change an entry of the profile"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/places",
    PartPages(
        name="place",
        action="city.write",
        form=PlaceForm,
        load=queries.get_city,
        find=queries.find_place,
        add=commands.add_place,
        revise=commands.revise_place,
        archive=commands.archive_place,
        crumbs=city_crumbs,
        title_new=N_("Add a place"),
        title_edit=N_("Change a place"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/names",
    PartPages(
        name="alias",
        action="city.write",
        form=AliasForm,
        load=queries.get_city,
        find=queries.find_city_alias,
        add=add_alias,
        revise=revise_alias,
        archive=archive_alias,
        crumbs=city_crumbs,
        title_new=N_("Add another name"),
        title_edit=N_("Change another name"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/successions",
    PartPages(
        name="succession",
        action="city.write",
        form=SuccessionForm,
        load=queries.get_city,
        find=queries.find_succession,
        add=commands.add_succession,
        revise=commands.revise_succession,
        archive=commands.archive_succession,
        crumbs=city_crumbs,
        title_new=N_("Add what became of the city"),
        title_edit=N_("Change what became of the city"),
    ),
)
