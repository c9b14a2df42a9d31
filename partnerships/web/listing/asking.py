"""What an address asks of a list: read condition by condition, told in words, and written as an address again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from flask import url_for
from werkzeug.datastructures import MultiDict

from partnerships.queries.listing import Listed, Reader
from partnerships.web.current import language, today, viewer
from partnerships.web.listing.conditions import Condition, Unread
from partnerships.web.listing.declaration import Listing

# What an address may say besides conditions.
_BESIDES = {"sort", "page"}
_LONGEST = 300


class Told(NamedTuple):
    """A condition that is set, in words; ``url`` is the address without it."""

    label: str
    value: str
    url: str


@dataclass(frozen=True)
class Asked:
    """What the address asks of ``listing``: ``given`` are the texts that were understood, by key.

    ``unread`` is what was not understood and is left aside.
    """

    listing: Listing
    endpoint: str
    given: Mapping[str, str]
    order: str
    unread: tuple[str, ...]
    wanted: Any

    @cached_property
    def listed(self) -> Listed:
        """The records that are asked for."""
        return self.listing.listed(Reader(viewer(), language(), today()), self.wanted, self.order)

    @property
    def arguments(self) -> dict[str, str]:
        """The conditions and the order, as an address writes them."""
        sort = {"sort": self.order} if self.order != self.listing.order else {}
        return {**self.given, **sort}

    def url(self, endpoint: str | None = None, **changes: str | None) -> str:
        """The address of this list, or of its file, with some of its conditions changed; ``None`` takes one away."""
        arguments = {key: value for key, value in {**self.arguments, **changes}.items() if value is not None}
        return url_for(endpoint or self.endpoint, **arguments)  # type: ignore[arg-type]  # all of them are texts

    def sorted_by(self, order: str) -> str:
        """The address of this list in another order."""
        return self.url(sort=order)

    @property
    def told(self) -> list[Told]:
        """The conditions that are set, in words."""
        return [
            Told(one.label, one.told(self.given[one.key]), self.url(**{one.key: None}))
            for one in self.listing.conditions
            if one.key in self.given
        ]


def ask(listing: Listing, endpoint: str, arguments: MultiDict[str, str]) -> Asked:
    """Read the arguments of an address; what is not understood is left aside, never refused."""
    given: dict[str, str] = {}
    unread: list[str] = []
    values: dict[str, Any] = {}
    for condition in _offered(listing):
        text = arguments.get(condition.key, "").strip()
        value = condition.absent()
        if text:
            try:
                value = condition.read(text[:_LONGEST])
                given[condition.key] = condition.plain(text[:_LONGEST])
            except Unread:
                unread.append(text[:_LONGEST])
        if value is not None:
            values[condition.target] = value
        elif condition.key in given:
            # Asked for in so many words: every one of them.
            values[condition.target] = None
    known = {one.key for one in listing.conditions} | _BESIDES
    unread += [f"{key}={value}"[:_LONGEST] for key, value in arguments.items() if key not in known and value.strip()]
    order = arguments.get("sort", listing.order)
    if order.removeprefix("-") not in listing.orders:
        unread += [order[:_LONGEST]] if order != listing.order else []
        order = listing.order
    return Asked(listing, endpoint, given, order, tuple(unread), listing.filter(**values))


def _offered(listing: Listing) -> Iterator[Condition]:
    return (one for one in listing.conditions if one.is_offered())
