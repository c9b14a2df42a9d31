"""Pages of visits: the list, a visit with its delegations, its programme, and each item of it."""

from partnerships.views.visits import items, listing, parts, programme, visit
from partnerships.views.visits.blueprint import blueprint

__all__ = ["blueprint", "items", "listing", "parts", "programme", "visit"]
