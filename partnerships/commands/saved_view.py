"""How saved views of lists come, change and go: a preference of one's own, in no audit trail."""

from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.saved_view import SavedView
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.saved_view import find_own_view

LONGEST_NAME = 80
# As much of an address as every browser and proxy carries.
LONGEST_QUERY = 2_000


def save_view(
    actor: Viewer, listing: str, name: str, query: str, shared_with: City | None = None, replaces: bool = False
) -> SavedView:
    """Keep the conditions of a list under a name; one's own view of that name is replaced only when asked to."""
    with transaction(actor, "save_view"):
        ensure_may(actor, "saved_view.own")
        name = _name(name)
        if len(query) > LONGEST_QUERY:
            raise Invalid("name", N_("These conditions are too long to be kept."))
        view = find_own_view(actor, listing, name)
        if view is not None and not replaces:
            raise Invalid("name", N_("You have a view of this name already. Replace it, or choose another name."))
        if view is None:
            view = SavedView(user_id=actor.id, listing=listing, name=name)
            db.session.add(view)
        view.query = query
        _share(actor, view, shared_with)
    return view


def rename_view(actor: Viewer, view: SavedView, name: str, shared_with: City | None = None) -> None:
    """Give one's own view another name, and say who sees it."""
    with transaction(actor, "rename_view"):
        _ensure_own(actor, view)
        name = _name(name)
        other = find_own_view(actor, view.listing, name)
        if other is not None and other.id != view.id:
            raise Invalid("name", N_("Another of your views has this name already."))
        view.name = name
        _share(actor, view, shared_with)


def delete_view(actor: Viewer, view: SavedView) -> None:
    """Throw one's own view away; the records it showed stay as they are."""
    with transaction(actor, "delete_view"):
        _ensure_own(actor, view)
        db.session.delete(view)


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Invalid("name", N_("Give the view a name."))
    if len(name) > LONGEST_NAME:
        raise Invalid("name", N_("A name of at most 80 letters is short enough for a link."))
    return name


def _share(actor: Viewer, view: SavedView, home: City | None) -> None:
    wanted = home.id if home else None
    if wanted == view.shared_with_id:
        return
    if home is not None:
        ensure_may(actor, "saved_view.share")
        if home.id not in actor.home_ids:
            raise Invalid("shared_with", N_("A view is shared with the colleagues of a home side of one's own."))
    view.shared_with_id = wanted


def _ensure_own(actor: Viewer, view: SavedView) -> None:
    ensure_may(actor, "saved_view.own")
    if view.user_id != actor.id:
        raise Invalid(None, N_("Only who saved a view changes it."))
