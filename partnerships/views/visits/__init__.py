"""Pages of visits: the list, a visit with its delegations, its programme, and each item of it."""

from partnerships.views.visits import items, journey, listing, moving, parts, people, programme, tasks, visit
from partnerships.views.visits.blueprint import blueprint

__all__ = ["blueprint", "items", "journey", "listing", "moving", "parts", "people", "programme", "tasks", "visit"]
