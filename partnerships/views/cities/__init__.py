"""Pages of cities: the list, a city with all that hangs on it, and their forms."""

from partnerships.views.cities import editing, listing, pages, parts
from partnerships.views.cities.blueprint import blueprint

__all__ = ["blueprint", "editing", "listing", "pages", "parts"]
