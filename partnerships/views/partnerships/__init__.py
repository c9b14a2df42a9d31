"""Pages of ties: the list, a tie with its founding and all that happened in it, and their forms."""

from partnerships.views.partnerships import editing, listing, pages, parts, turns
from partnerships.views.partnerships.blueprint import blueprint

__all__ = ["blueprint", "editing", "listing", "pages", "parts", "turns"]
