"""A brief to HTML: the same sheet for the preview inside a page and for the document that becomes a PDF."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from partnerships.briefs import wording
from partnerships.briefs.catalogue import translations_of
from partnerships.briefs.drawings.seating import SeatingPlan, draw_seating
from partnerships.briefs.paper import Paper
from partnerships.languages import Language

_PACKAGE: Final = Path(__file__).resolve().parent.parent
TEMPLATES: Final = _PACKAGE.parent / "templates"
STYLESHEET: Final = _PACKAGE.parent / "static" / "css" / "briefs.css"


def render_sheet(brief: Paper, *, heading: int = 2) -> Markup:
    """The sheet as an ``<article lang=…>`` to stand inside a page whose own headings end above level ``heading``."""
    environment = _environment(brief.language)
    template = environment.get_template(brief.TEMPLATE)
    # The template escapes every value; what it gives is markup.
    return Markup(template.render(brief=brief, heading=heading))  # noqa: S704


def render_document(brief: Paper) -> str:
    """The whole HTML document that ``briefs.pdf`` prints; it names no stylesheet, because the printer has its own."""
    environment = _environment(brief.language)
    template = environment.get_template("briefs/document.html")
    return template.render(brief=brief, sheet=render_sheet(brief, heading=1))


@cache
def _environment(language: Language) -> Environment:
    """The briefs' own Jinja: the language is the paper's, never the reader's, so it cannot be the web's environment."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # The extension adds this method when the environment is made, which no type tells.
    environment.install_gettext_translations(translations_of(language), newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(_filters(language))
    return environment


def _seating(plan: SeatingPlan, language: str) -> Markup:
    # The drawing escapes every name; what it gives is markup.
    return Markup(draw_seating(plan, language))  # noqa: S704


def _filters(language: Language) -> dict[str, Callable[..., str]]:
    """What a template writes and draws with, bound to the paper's language."""
    bound = (
        *(wording.write_date, wording.write_short_date, wording.write_partial_date, wording.write_moment),
        *(wording.write_span, wording.write_minutes, wording.write_people, wording.write_period, wording.write_day),
    )
    writing = {function.__name__: partial(function, language=language) for function in bound}
    return {**writing, "draw_seating": partial(_seating, language=language)}
