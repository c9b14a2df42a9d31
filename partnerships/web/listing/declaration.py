"""What a view says of its list: what it is narrowed and ordered by, what stands in its rows and in its files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from partnerships.queries.listing import Listed, Reader
from partnerships.web.listing.conditions import Condition

# So many conditions stand open in the page; the others are folded.
OPEN = 5


def _nothing_beside(_rows: Sequence[Any]) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Column:
    """A column of a list's files: ``value`` is an attribute of the row, or finds it in the row and what stands beside.

    One that ``is_dated`` holds a date as well as it is known, and takes three columns.
    """

    head: str
    value: str | Callable[[Any, Mapping[str, Any]], Any]
    width: int = 16
    is_dated: bool = False

    def of(self, row: Any, beside: Mapping[str, Any]) -> Any:
        """What stands in this column of ``row``."""
        return getattr(row, self.value) if isinstance(self.value, str) else self.value(row, beside)


def unlike(value: str, other: str) -> Callable[[Any, Mapping[str, Any]], Any]:
    """A column of what a row has in ``value``, empty where ``other`` says the same already."""

    def differing(row: Any, _beside: Mapping[str, Any]) -> Any:
        found = getattr(row, value)
        return found if found != getattr(row, other) else None

    return differing


@dataclass(frozen=True)
class Listing:
    """One list page.

    ``listed`` finds its records for a filter of the type ``filter`` and an order, ``beside`` gives what rows need
    besides, asked for all of them at once, under the names by which the template and the columns know it.
    """

    title: str
    action: str
    template: str
    filter: type[Any]
    listed: Callable[[Reader, Any, str], Listed]
    conditions: tuple[Condition, ...]
    orders: tuple[str, ...]
    order: str
    columns: tuple[Column, ...]
    beside: Callable[[Sequence[Any]], dict[str, Any]] = field(default=_nothing_beside)
