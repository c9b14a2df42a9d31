"""Who likely signed for each party: filled in where the pasted text or a post settles it, else only offered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from partnerships.commands.agreement.log import Body
from partnerships.models.person import Person, Post
from partnerships.models.types import PartialDate
from partnerships.queries.agreement.heads import Heads, heads_in_post
from partnerships.transfer.signers import NamedSigner, signer_for, signers_in
from partnerships.web.current import viewer


@dataclass(frozen=True)
class LikelySigner:
    """What is filled in for a party, what the text says of its signatory, and who else may have been in post."""

    person: Person | None = None
    title_ko: str | None = None
    title_en: str | None = None
    unknown: str | None = None
    possibly: tuple[Person, ...] = ()

    def row(self, body: Body) -> dict[str, Any]:
        """The row of the party ``body``."""
        return {
            "party": body.reference,
            "person": self.person,
            "title_ko": self.title_ko,
            "title_en": self.title_en,
        }


def likely_signers(bodies: Sequence[Body], day: PartialDate | None, text: str) -> list[LikelySigner]:
    """For each of ``bodies``, in their order, who likely signed on ``day``."""
    heads = heads_in_post(viewer(), bodies, day) if day else {}
    named = signers_in(text)
    nobody = Heads(None, ())
    return [
        _likely(heads.get(body, nobody), signer_for(named, [name for name in (body.name_ko, body.name_en) if name]))
        for body in bodies
    ]


def _likely(heads: Heads, named: NamedSigner | None) -> LikelySigner:
    """The text comes first, then the post that surely covers the day; the rest is offered, never filled in."""
    post = heads.surely
    if named is not None and named.name:
        post = next((one for one in heads.possibly if _is_called(one.person, named.name)), None)
    title_ko, title_en = (post.title_ko, post.title_en) if post else (None, None)
    if named is not None:
        title_ko, title_en = (named.title, title_en) if named.is_korean else (title_ko, named.title)
    return LikelySigner(
        person=post.person if post else None,
        title_ko=title_ko,
        title_en=title_en,
        unknown=named.words if named is not None and named.name and post is None else None,
        possibly=() if post else _people(heads.possibly),
    )


def _people(posts: Sequence[Post]) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(post.person for post in posts))


def _is_called(person: Person, name: str) -> bool:
    wanted = _plain(name)
    return any(_plain(known) == wanted for known in (person.name_ko, person.name_en, person.name_local) if known)


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
