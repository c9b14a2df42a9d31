"""The people of a visit book: delegations, biographies, how to address them, what they need, whom to call."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """One line of a delegation: a person, a post without a name, or a group with its count."""

    name: str = ""
    post: str = ""
    group: str = ""
    count: int | None = None
    role: str = ""
    is_head: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """The delegation of one party, its head first, then by precedence.

    ``by_programme`` where none is recorded and those who attend the meetings stand for it.
    """

    name: str
    is_home: bool
    by_programme: bool = False
    delegates: tuple[Delegate, ...] = ()

    @property
    def count(self) -> int | None:
        """How many people that makes, where every group says its count."""
        counts = [one.count if one.group else 1 for one in self.delegates]
        return None if None in counts else sum(one or 0 for one in counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHeld:
    """A post and when it was held, as partial dates."""

    title: str
    body: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Biography:
    """Who somebody is: the title held at the visit, the posts over time (the latest first), a life in a few lines."""

    name: str
    title: str = ""
    lines: tuple[str, ...] = ()
    posts: tuple[PostHeld, ...] = ()
    source: str = ""
    # The day of death as a partial date: whoever prepares another visit must not miss it.
    died: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """How to address somebody, how the name is said, and what they speak."""

    name: str
    title: str = ""
    form: str = ""
    pronunciation: str = ""
    languages: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What somebody needs; personal data, never in a public edition nor in an issued paper."""

    name: str
    needs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to call: a colleague of the team, the office in charge, the office at the other end."""

    name: str
    duty: str = ""
    phone: str = ""
