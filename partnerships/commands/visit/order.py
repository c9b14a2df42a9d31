"""Order among the parts of one record: precedence of people, steps of a ceremony, delegations."""

from collections.abc import Sequence
from typing import Any


def place_in_order(row: Any, others: Sequence[Any], wanted: int | None) -> None:
    """Give ``row`` the place ``wanted`` (from 1) among ``others`` and number all of them anew.

    ``others`` are the parts beside it; archived ones and ``row`` itself are left out. Without a wish a new row comes
    last and one that has a place keeps it.
    """
    standing = sorted(
        (other for other in others if other is not row and not other.is_archived),
        key=lambda other: (other.position, other.id),
    )
    if wanted is None:
        wanted = row.position or len(standing) + 1
    standing.insert(max(wanted, 1) - 1, row)
    for place, one in enumerate(standing, start=1):
        if one.position != place:
            one.position = place
