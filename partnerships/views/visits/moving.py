"""Moving a programme item: dropped on the board, by keyboard, or by a plain form; and copying a day."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from partnerships.commands.visit import moving as commands
from partnerships.errors import NotFound
from partnerships.forms.visit.moving import CopyDayForm, MoveForm
from partnerships.languages import N_
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.queries import visit as queries
from partnerships.queries.visit import board as boards
from partnerships.queries.visit.programme import list_items_in_full
from partnerships.views.visits.blueprint import ONE, blueprint, visit_crumbs
from partnerships.views.visits.programme import (
    COLUMNS,
    board_context,
    board_of,
    column_choices,
    column_label,
    programme_page,
)
from partnerships.web.current import language, viewer
from partnerships.web.filters import act_label, clock, instant
from partnerships.web.guards import requires
from partnerships.web.saving import done, saving, show_form


@blueprint.post(f"{ONE}/<int:number>/move")
@requires("visit.write")
def item_move(reference: str, number: int) -> Response | tuple[str, int]:
    """Move an item to another day or to other hours; the board answers a script, a page everybody else."""
    visit = queries.get_programme(viewer(), reference)
    item = _find(visit, number)
    board = board_of(visit)
    form = MoveForm(columns=[("", gettext("Day not decided")), *column_choices(board)])
    if form.validate_on_submit():
        target = next((column for column in board.columns if column.key == form.day.data), None)
        same = target is not None and board.column_of(item) is target
        with saving(form):
            commands.move_item(
                viewer(),
                item,
                form.version.number,
                day=target.day if target else None,
                starts_at=form.starts_at.data,
                ends_at=form.ends_at.data,
                leg=target.leg if target and not same else None,
            )
            return _moved(reference, number, target)
    wish = _place_in_words(board, form.day.data, form.starts_at._value(), form.ends_at._value())
    # As saved, and not as the refused act left it.
    visit = queries.get_programme(viewer(), reference)
    item = _find(visit, number)
    problem = _conflict(visit, item, wish) if form.conflict else _refusal(item, form, wish)
    if _by_script():
        page = render_template("visits/_board.html", visit=visit, problem=problem, **board_context(visit))
        return page, form.http_status
    form.version.data, form.version.raw_data = str(item.version), None
    return programme_page(visit, COLUMNS, refused=item, form=form, problem=problem), form.http_status


@blueprint.route(f"{ONE}/programme/copy-day", methods=["GET", "POST"])
@requires("visit.write")
def programme_copy_day(reference: str) -> Response | tuple[str, int]:
    """Copy the items of one day onto another: the day that the address names, else the first on which something is."""
    visit = queries.get_programme(viewer(), reference)
    board = board_of(visit)
    filled = [column for column in board.columns if column.slots or column.untimed]
    source = next((column for column in filled if column.key == request.args.get("day")), filled[0] if filled else None)
    items = [*(slot.item for slot in source.slots), *source.untimed] if source else []
    several = len([band for band in board.bands if band.leg]) > 1
    form = CopyDayForm(
        columns=[("", gettext("Select")), *(choice for choice in column_choices(board) if _is_other(choice, source))],
        items=[(item.number, _line(item)) for item in items],
        data={"chosen": [item.number for item in items]},
    )
    back = url_for("visits.programme", reference=reference, view=COLUMNS)
    if form.validate_on_submit():
        target = next((column for column in board.columns if column.key == form.to.data), None)
        numbers = [item.number for item in items if item.number in (form.chosen.data or [])]
        with saving(form):
            made = commands.copy_day(
                viewer(),
                visit,
                list_items_in_full(visit, numbers),
                day=target.day if target else None,
                leg=target.leg if target else None,
            )
            return done(ngettext("%(num)s item copied.", "%(num)s items copied.", len(made)), back)
        visit = queries.get_programme(viewer(), reference)
    return show_form(
        "visits/copy_day.html",
        form,
        visit=visit,
        crumbs=[*visit_crumbs(visit), (gettext("Programme"), back)],
        days=[(column.key, column_label(column, several), column.key == source.key) for column in filled]
        if source
        else [],
    )


def _moved(reference: str, number: int, target: boards.Column | None) -> Response | tuple[str, int]:
    visit = queries.get_programme(viewer(), reference)
    item = _find(visit, number)
    board = board_of(visit)
    told = _told(item, _place_in_words(board, target.key if target else "", clock(item.starts_at), clock(item.ends_at)))
    if _by_script():
        return render_template("visits/_board.html", visit=visit, told=told, **board_context(visit)), 200
    flash(told, "success")
    view = COLUMNS if request.form.get("view") != "list" else "list"
    return redirect(url_for("visits.programme", reference=reference, view=view, _anchor=f"item-{number}"), 303)


def _by_script() -> bool:
    return "HX-Request" in request.headers


def _find(visit: Visit, number: int) -> ProgrammeItem:
    found = next((item for item in visit.items if item.number == number and not item.is_archived), None)
    if found is None:
        raise NotFound(N_("There is no such record."))
    return found


def _is_other(choice: tuple[str, str], source: boards.Column | None) -> bool:
    return source is None or choice[0] != source.key


def _line(item: ProgrammeItem) -> str:
    hours = "–".join(filter(None, (clock(item.starts_at), clock(item.ends_at))))
    return " ".join(filter(None, (hours, item.title.text(language()))))


def _place_in_words(board: boards.Board, key: str | None, starts: str, ends: str) -> str:
    """Where on the board: ``10. 21.(Mon) 09:00–09:20``."""
    label = dict(column_choices(board)).get(key or "", gettext("Day not decided"))
    return " ".join(filter(None, (label, "–".join(filter(None, (starts, ends))))))


def _told(item: ProgrammeItem, place: str) -> str:
    return str(gettext("“%(item)s”: %(place)s", item=item.title.text(language()), place=place))


def _refusal(item: ProgrammeItem, form: MoveForm, wish: str) -> str:
    """Why the item stays where it was."""
    reasons = [str(error) for errors in form.errors.values() for error in errors]
    title = item.title.text(language())
    return str(
        gettext("“%(item)s” was not moved to %(place)s. %(reason)s", item=title, place=wish, reason=" ".join(reasons))
    )


def _conflict(visit: Visit, item: ProgrammeItem, wish: str) -> str:
    """Who was quicker, what was done, and which wish is not saved."""
    latest = boards.latest_change(visit, item)
    values: dict[str, Any] = {"item": item.title.text(language()), "place": wish}
    if latest is None or not latest.who:
        return str(gettext("“%(item)s” was changed meanwhile and not moved to %(place)s. Move it again.", **values))
    return str(
        gettext(
            "%(who)s changed “%(item)s” meanwhile (%(act)s, %(when)s), so it was not moved to %(place)s. "
            "The board shows it as it is now; move it again if you wish.",
            who=latest.who,
            act=act_label(latest.act),
            when=instant(latest.at),
            **values,
        )
    )
