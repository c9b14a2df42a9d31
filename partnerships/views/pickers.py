"""Suggestions for picker fields, as options that the browser offers while one types."""

from flask import Blueprint, abort, render_template, request

from partnerships.queries.picking import NOUNS_APART, PICKABLES, suggest
from partnerships.web.current import language, viewer
from partnerships.web.guards import requires

blueprint = Blueprint("pickers", __name__, url_prefix="/pickers")


@blueprint.get("/<noun>")
@requires("dashboard.read")
def show(noun: str) -> str:
    """``<option>`` elements for what is typed so far."""
    if noun not in PICKABLES and noun not in NOUNS_APART:
        abort(404)
    # htmx sends the field under its own name, whatever the form calls it.
    text = next(iter(request.args.values()), "")
    return render_template("pickers/options.html", lines=suggest(viewer(), noun, text, language()))
