"""What can go wrong in the office's own terms; each page, command line and paper decides how to tell it."""

from collections.abc import Iterable, Mapping, Sequence


class DomainError(Exception):
    """A rule of the domain was not met. ``message`` is an English msgid, ``values`` fill its placeholders."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message % values if values else message)
        self.message = message
        self.values: Mapping[str, object] = values


class Invalid(DomainError):
    """What was entered cannot be: ``field`` names the input it stands beside (``None`` for the whole form).

    ``also`` holds what else cannot be, where a rule could tell of more than one fault at once.
    """

    def __init__(self, field: str | None, message: str, **values: object) -> None:
        super().__init__(message, **values)
        self.field = field
        self.also: Sequence[Invalid] = ()

    @property
    def all(self) -> "Sequence[Invalid]":
        """This fault and those told with it."""
        return (self, *self.also)


def refuse_all(faults: Iterable[Invalid]) -> None:
    """Raise the first of ``faults`` with the others beside it; nothing happens when there are none."""
    found = [one for fault in faults for one in fault.all]
    if found:
        found[0].also = found[1:]
        raise found[0]


class Conflict(DomainError):
    """Somebody else changed the record since it was read."""


class NotAllowed(DomainError):
    """The acting user may not do this."""


class NotFound(DomainError):
    """There is no such record, or the user may not know that there is."""
