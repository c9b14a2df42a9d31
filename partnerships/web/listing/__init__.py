"""List pages, declared once: filters, order, saved views, count, pager and files work alike on all of them."""

from partnerships.web.listing.conditions import Box, Day, OneOf, Picked, Words
from partnerships.web.listing.declaration import Column, Listing, unlike
from partnerships.web.listing.kinds import (
    ARCHIVED,
    HOME_SIDES,
    MINE,
    choice,
    cooperation_area,
    country,
    decade,
    desk,
    ending_within,
    region,
    year,
    yes_or_no,
)
from partnerships.web.listing.pages import add_list_pages, is_listing, listing_title

__all__ = [
    "ARCHIVED",
    "HOME_SIDES",
    "MINE",
    "Box",
    "Column",
    "Day",
    "Listing",
    "OneOf",
    "Picked",
    "Words",
    "add_list_pages",
    "choice",
    "cooperation_area",
    "country",
    "decade",
    "desk",
    "ending_within",
    "is_listing",
    "listing_title",
    "region",
    "unlike",
    "year",
    "yes_or_no",
]
