"""Pages for the parts of a record: add one, change one, put one away, all on one pattern."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from partnerships.errors import Invalid, NotFound
from partnerships.forms.details import DetailsForm
from partnerships.languages import N_
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form, told


@dataclass(frozen=True)
class PartPages:
    """What differs between the parts of the records.

    ``load(viewer, **ids)`` gives the record (or the part) that the part hangs on, ``find(parent, number)`` the part.
    ``add``, ``revise`` and ``archive`` are the commands. ``crumbs(parent)`` lists (label, address) pairs of the pages
    above; the last one is where the officer returns to. ``options(parent)`` fills lists of boxes and
    ``initial(parent)`` a new form. ``form_for(parent)`` gives the form where not everybody gets the same one.
    """

    name: str
    action: str
    form: type[DetailsForm]
    load: Callable[..., Any]
    find: Callable[[Any, int], Any]
    add: Callable[..., Any]
    revise: Callable[..., Any]
    archive: Callable[..., Any]
    crumbs: Callable[[Any], list[tuple[str, str]]]
    title_new: str
    title_edit: str
    options: Callable[[Any], dict[str, Any]] | None = None
    initial: Callable[[Any], dict[str, Any]] | None = None
    form_for: Callable[[Any], type[DetailsForm]] | None = None


def add_part_pages(blueprint: Blueprint, address: str, pages: PartPages) -> None:
    """Register ``{address}/new``, ``{address}/<number>/edit`` and ``{address}/<number>/archive``.

    Their endpoints are ``{name}_create``, ``{name}_edit`` and ``{name}_archive``.
    """

    def form_for(parent: Any) -> type[DetailsForm]:
        return pages.form_for(parent) if pages.form_for else pages.form

    def options(parent: Any) -> dict[str, Any] | None:
        return pages.options(parent) if pages.options else None

    def show(form: DetailsForm, parent: Any, part: Any = None) -> tuple[str, int]:
        archive_endpoint = f"{blueprint.name}.{pages.name}_archive"
        return show_form(
            "layouts/part.html",
            form,
            record=part,
            parent=parent,
            crumbs=pages.crumbs(parent),
            title=pages.title_edit if part else pages.title_new,
            archive_url=url_for(archive_endpoint, **(request.view_args or {})) if part else None,
        )

    @requires(pages.action)
    def create(**ids: Any) -> Response | tuple[str, int]:
        parent = pages.load(viewer(), **ids)
        initial = pages.initial(parent) if pages.initial else {}
        form = form_for(parent)(picker=ViewersPicker(), options=options(parent), data=initial)
        if form.validate_on_submit():
            with saving(form):
                pages.add(viewer(), parent, **form.details())
                return done(N_("Saved."), pages.crumbs(parent)[-1][1])
            parent = pages.load(viewer(), **ids)
        return show(form, parent)

    @requires(pages.action)
    def edit(number: int, **ids: Any) -> Response | tuple[str, int]:
        parent, part = _load(number, ids)
        form = form_for(parent)(obj=part, picker=ViewersPicker(), options=options(parent))
        if form.validate_on_submit():
            with saving(form):
                pages.revise(viewer(), parent, part, version=form.version.number, **form.details())
                return done(N_("Saved."), pages.crumbs(parent)[-1][1])
            parent, part = _load(number, ids)
        return show(form, parent, part)

    @requires(pages.action)
    def archive(number: int, **ids: Any) -> Response | tuple[str, int]:
        parent, part = _load(number, ids)
        back = pages.crumbs(parent)[-1][1]
        try:
            pages.archive(viewer(), parent, part)
        except Invalid as error:
            return render_template("errors/refused.html", message=told(error), back=back), 422
        return done(N_("Archived."), back)

    def _load(number: int, ids: dict[str, Any]) -> tuple[Any, Any]:
        parent = pages.load(viewer(), **ids)
        part = pages.find(parent, number)
        if part is None or part.is_archived:
            raise NotFound(N_("There is no such record."))
        return parent, part

    blueprint.add_url_rule(f"{address}/new", f"{pages.name}_create", create, methods=["GET", "POST"])
    blueprint.add_url_rule(f"{address}/<int:number>/edit", f"{pages.name}_edit", edit, methods=["GET", "POST"])
    blueprint.add_url_rule(f"{address}/<int:number>/archive", f"{pages.name}_archive", archive, methods=["POST"])
