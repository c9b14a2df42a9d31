"""Saved views of lists: saving the conditions of one, and one's own views to rename, share or delete."""

from flask import Blueprint, abort, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import saved_view as commands
from partnerships.errors import Invalid
from partnerships.forms.saved_view import NewSavedViewForm, SavedViewForm
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.saved_view import SavedView
from partnerships.permissions import may
from partnerships.queries import saved_view as queries
from partnerships.web.current import language, viewer
from partnerships.web.guards import requires
from partnerships.web.listing import is_listing, listing_title
from partnerships.web.saving import done, told

blueprint = Blueprint("saved_views", __name__, url_prefix="/saved-views")


@blueprint.get("", endpoint="list")
@requires("saved_view.own")
def list_all() -> str:
    """One's own saved views, of all lists."""
    views = [
        (view, gettext(listing_title(view.listing)), _address(view))
        for view in queries.list_own_views(viewer())
        if is_listing(view.listing)
    ]
    return render_template("saved_views/list.html", views=views)


@blueprint.post("")
@requires("saved_view.own")
def create() -> Response | tuple[str, int]:
    """Save the conditions of a list; a name that is taken asks whether the view of that name gives way."""
    form = NewSavedViewForm(homes=_homes())
    listing = form.listing.data or ""
    if not is_listing(listing):
        abort(404)
    if form.validate_on_submit():
        try:
            view = commands.save_view(
                viewer(),
                listing,
                form.name.data or "",
                form.query.data or "",
                _home(form.home),
                form.replaces.data,
            )
        except Invalid as error:
            form.refuse(error.field, told(error))
        else:
            return done(N_("The view is saved."), _address(view))
    back = f"{url_for(listing)}?{form.query.data}" if form.query.data else url_for(listing)
    return render_template("saved_views/edit.html", form=form, cancel_url=back, view=None), form.http_status


@blueprint.route("/<int:number>/edit", methods=["GET", "POST"])
@requires("saved_view.own")
def edit(number: int) -> Response | tuple[str, int]:
    """Rename one's own view, or say who sees it."""
    view = queries.get_own_view(viewer(), number)
    shared = view.shared_with.reference if view.shared_with else ""
    form = SavedViewForm(homes=_homes(), data={"name": view.name, "shared_with": shared})
    if form.validate_on_submit():
        try:
            commands.rename_view(viewer(), view, form.name.data or "", _home(form.home))
        except Invalid as error:
            form.refuse(error.field, told(error))
        else:
            return done(N_("Saved."), url_for("saved_views.list"))
    page = render_template("saved_views/edit.html", form=form, cancel_url=url_for("saved_views.list"), view=view)
    return page, form.http_status


@blueprint.post("/<int:number>/delete")
@requires("saved_view.own")
def delete(number: int) -> Response:
    """Throw one's own view away."""
    commands.delete_view(viewer(), queries.get_own_view(viewer(), number))
    return done(N_("The view is deleted. The records stay as they are."), url_for("saved_views.list"))


def _address(view: SavedView) -> str:
    bare = url_for(view.listing)
    return f"{bare}?{view.query}" if view.query else bare


def _homes() -> list[tuple[str, str]]:
    if not may(viewer(), "saved_view.share"):
        return []
    named = ((home.reference, home.name.text(language())) for home in viewer().homes)
    return [(reference, gettext("Colleagues of %(home)s", home=name)) for reference, name in named]


def _home(reference: str) -> City | None:
    """The home side of one's own with this reference; another one is nobody's."""
    return next((home for home in viewer().homes if home.reference == reference), None)
