"""Who may do what: predicates, the one map of rules, and what a viewer may see."""

from partnerships.permissions.map import ensure_may, may
from partnerships.permissions.viewer import SYSTEM, Viewer
from partnerships.permissions.visibility import built_once, may_read_internal, may_see, visible_to

__all__ = ["SYSTEM", "Viewer", "built_once", "ensure_may", "may", "may_read_internal", "may_see", "visible_to"]
