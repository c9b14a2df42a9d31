"""What cannot be in a programme, or needs a second look: people and rooms twice, stays, travel, interpretation."""

from partnerships.queries.visit.clashes.clash import Clash, ClashKind
from partnerships.queries.visit.clashes.elsewhere import list_elsewhere
from partnerships.queries.visit.clashes.finding import clashes_of

__all__ = ["Clash", "ClashKind", "clashes_of", "list_elsewhere"]
