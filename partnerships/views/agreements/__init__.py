"""Pages of agreements: the list, an agreement with its commitments and its lineage, its life, and their forms."""

from partnerships.views.agreements import editing, lifecycle, listing, pages, parts, signing
from partnerships.views.agreements.blueprint import blueprint

__all__ = ["blueprint", "editing", "lifecycle", "listing", "pages", "parts", "signing"]
