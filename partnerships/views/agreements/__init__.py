"""Pages of agreements: the list, an agreement with its commitments and its lineage, its life, and their forms."""

from partnerships.views.agreements import (
    commitments,
    editing,
    life,
    lifecycle,
    listing,
    logging,
    pages,
    parts,
    signing,
    splitting,
)
from partnerships.views.agreements.blueprint import blueprint

__all__ = [
    "blueprint",
    "commitments",
    "editing",
    "life",
    "lifecycle",
    "listing",
    "logging",
    "pages",
    "parts",
    "signing",
    "splitting",
]
