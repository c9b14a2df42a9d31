"""The two sides of everything the office deals with."""

from partnerships.languages import N_
from partnerships.models.types import Choice


class Side(Choice):
    """Which side of a tie, an agreement or a meeting."""

    HOME = "home", N_("Home")
    PARTNER = "partner", N_("Partner")
    BOTH = "both", N_("Both sides")
