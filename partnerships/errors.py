"""What can go wrong in the office's own terms; each page, command line and paper decides how to tell it."""

from collections.abc import Mapping


class DomainError(Exception):
    """A rule of the domain was not met. ``message`` is an English msgid, ``values`` fill its placeholders."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message % values if values else message)
        self.message = message
        self.values: Mapping[str, object] = values


class Invalid(DomainError):
    """What was entered cannot be: ``field`` names the input it stands beside (``None`` for the whole form)."""

    def __init__(self, field: str | None, message: str, **values: object) -> None:
        super().__init__(message, **values)
        self.field = field


class Conflict(DomainError):
    """Somebody else changed the record since it was read."""


class NotAllowed(DomainError):
    """The acting user may not do this."""


class NotFound(DomainError):
    """There is no such record, or the user may not know that there is."""
