"""The title that somebody bore on the day of signing, as signatures and witnesses show it."""

from collections.abc import Mapping
from typing import Any

from partnerships.models.agreement import Signature, Witness
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.queries.agreement import signer_with_posts


def titles_then(
    row: Signature | Witness, details: Mapping[str, Any], person: Person | None, when: PartialDate | None
) -> dict[str, Any]:
    """The titles entered; without any, those of the post that ``person`` held then, as far as it is known."""
    titles: dict[str, Any] = {name: details.get(name, getattr(row, name)) for name in ("title_ko", "title_en")}
    if any(titles.values()) or person is None:
        return titles
    post = signer_with_posts(person).post_on(when.earliest) if when and when.earliest else None
    return {"title_ko": post.title_ko if post else None, "title_en": post.title_en if post else None}
