"""The pages of a list: the list itself, and the same as a workbook and as text, at its own address with a suffix."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template, request
from flask.blueprints import BlueprintSetupState
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.models.saved_view import SavedView
from partnerships.permissions import may
from partnerships.queries.listing import read_listed_page
from partnerships.queries.pages import Page
from partnerships.queries.saved_view import list_saved_views
from partnerships.web.current import language, page_number, viewer
from partnerships.web.guards import requires
from partnerships.web.listing.asking import Asked, Told, ask
from partnerships.web.listing.conditions import Condition
from partnerships.web.listing.declaration import OPEN, Listing
from partnerships.web.listing.files import csv_answer, xlsx_answer

Answer = Response | tuple[str, int]


@dataclass(frozen=True)
class Field:
    """A condition as a field of the form, with what stands in it."""

    condition: Condition
    value: str

    @property
    def choices(self) -> Any:
        """What it offers, where it offers anything."""
        return self.condition.choices()  # type: ignore[attr-defined]  # asked of conditions that are chosen only


@dataclass(frozen=True)
class SavedLink:
    """A saved view above its list; ``owner`` is empty for one's own."""

    name: str
    url: str
    is_current: bool
    owner: str
    is_shared: bool


@dataclass(frozen=True)
class Shown:
    """What the page of a list shows around its rows."""

    asked: Asked
    page: Page
    views: list[SavedLink]
    shares: list[tuple[str, str]]

    @property
    def url(self) -> str:
        """The list without any condition."""
        return self.asked.url(sort=None, **dict.fromkeys(self.asked.given))

    @property
    def sorted_by(self) -> Callable[[str], str]:
        """Gives the address of the list in another order."""
        return self.asked.sorted_by

    @property
    def told(self) -> list[Told]:
        """The conditions that are set, in words."""
        return self.asked.told

    @property
    def unread(self) -> tuple[str, ...]:
        """What of the address was not understood."""
        return self.asked.unread

    @property
    def order(self) -> str:
        """The present order, as heads of columns know it."""
        return self.asked.order

    @property
    def sort(self) -> str | None:
        """The order, where it is not the usual one."""
        return self.asked.arguments.get("sort")

    @property
    def query(self) -> str:
        """The conditions as a saved view keeps them."""
        return self.asked.url().partition("?")[2]

    @property
    def name(self) -> str:
        """What the list is called by its saved views."""
        return self.asked.endpoint

    def file(self, kind: str) -> str:
        """The address of the list as a file of this kind."""
        return self.asked.url(f"{self.asked.endpoint.partition('.')[0]}.export_{kind}")

    @property
    def fields(self) -> list[Field]:
        """The fields that stand open."""
        return self._fields()[:OPEN]

    @property
    def more(self) -> list[Field]:
        """The fields that are folded."""
        return self._fields()[OPEN:]

    @property
    def more_set(self) -> int:
        """How many of the folded ones are set."""
        return sum(1 for one in self.more if one.value)

    def _fields(self) -> list[Field]:
        shown = [one for one in self.asked.listing.conditions if one.is_offered() and not one.is_hidden]
        given = self.asked.given
        return [Field(one, one.entry(given[one.key]) if one.key in given else "") for one in shown]


# Every list of the application, by the endpoint that saved views know it by.
_LISTINGS: dict[str, Listing] = {}


def is_listing(endpoint: str) -> bool:
    """Whether there is a list at ``endpoint``."""
    return endpoint in _LISTINGS


def listing_title(endpoint: str) -> str:
    """What the list at ``endpoint`` is called, as a msgid."""
    return _LISTINGS[endpoint].title


def add_list_pages(blueprint: Blueprint, listing: Listing) -> None:
    """Register the list at the blueprint's own address, and at the same with ``.xlsx`` and ``.csv``.

    Their endpoints are ``list``, ``export_xlsx`` and ``export_csv``.
    """
    endpoint = f"{blueprint.name}.list"

    @requires(listing.action)
    def show() -> str:
        asked = ask(listing, endpoint, request.args)
        page = read_listed_page(asked.listed, page_number())
        shown = Shown(asked, page, _saved_views(endpoint, asked), _shares())
        return render_template(listing.template, listing=shown, page=page, **listing.beside(page.rows))

    @requires(listing.action)
    def export_xlsx() -> Answer:
        return _file(ask(listing, endpoint, request.args), xlsx_answer)

    @requires(listing.action)
    def export_csv() -> Answer:
        return _file(ask(listing, endpoint, request.args), csv_answer)

    def add_files(state: BlueprintSetupState) -> None:
        # A suffix continues the last part of the address, which a rule of the blueprint would begin anew.
        address = (state.url_prefix or "").rstrip("/")
        for kind, answer in (("xlsx", export_xlsx), ("csv", export_csv)):
            state.app.add_url_rule(f"{address}.{kind}", f"{blueprint.name}.export_{kind}", answer, methods=["GET"])

    _LISTINGS[endpoint] = listing
    blueprint.add_url_rule("", "list", show, methods=["GET"])
    blueprint.record(add_files)


def _file(asked: Asked, answer: Callable[[Asked], Response]) -> Answer:
    """The list as a file; none where the address asks for what is not understood, since more than that would go out."""
    if not asked.unread:
        return answer(asked)
    conditions = " · ".join(asked.unread)
    return render_template(
        "errors/page.html",
        title=gettext("No file was made"),
        message=gettext("The address names conditions that are not understood: %(conditions)s", conditions=conditions),
        advice=gettext("Open the list, set the conditions there and take the file from it."),
    ), 400


def _saved_views(endpoint: str, asked: Asked) -> list[SavedLink]:
    """The saved views of this list, one's own first."""
    here = asked.url()
    return [
        SavedLink(
            name=view.name,
            url=(url := _address_of(asked, view)),
            is_current=url == here,
            owner=view.user.name if view.user_id != viewer().id else "",
            is_shared=view.shared_with_id is not None,
        )
        for view in list_saved_views(viewer(), endpoint)
    ]


def _address_of(asked: Asked, view: SavedView) -> str:
    """The address of a saved view of the same list."""
    bare = asked.url(sort=None, **dict.fromkeys(asked.given))
    return f"{bare}?{view.query}" if view.query else bare


def _shares() -> list[tuple[str, str]]:
    """(reference, name) of the home sides with whose colleagues the reader may share a view."""
    if not may(viewer(), "saved_view.share"):
        return []
    return [(home.reference, home.name.text(language())) for home in viewer().homes]
