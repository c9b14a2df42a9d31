"""What can go wrong between HTML and a PDF, and how it is named on the way from the printing process to its caller."""

from typing import Final

from partnerships.errors import DomainError
from partnerships.languages import N_


class RenderError(DomainError):
    """No PDF was made."""


class RenderTimeout(RenderError):
    """Printing took longer than a paper may take; the process that printed it has been ended."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            N_("This paper took longer than %(seconds)d seconds to print and was stopped"), seconds=seconds
        )


class RenderRefused(RenderError):
    """The HTML is larger, deeper or asks for more than a paper may; ``reason`` is for the log, in English."""

    def __init__(self, reason: str) -> None:
        super().__init__(N_("This paper cannot be printed: it is too large, or refers to what no paper may contain"))
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.message}: {self.reason}"


class MissingGlyph(RenderError):
    """No font of the house has these characters: a paper never shows an empty box instead."""

    def __init__(self, characters: str) -> None:
        super().__init__(N_("No font has these characters: %(characters)s"), characters=characters)
        self.characters = characters


class RendererUnavailable(RenderError):
    """The renderer does not answer, or could not be started; ``reason`` is for the log, in English."""

    def __init__(self, reason: str) -> None:
        super().__init__(N_("Papers cannot be printed at the moment"))
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.message}: {self.reason}"


# How an error is named in an answer. ``detail`` in the answer is the one argument that its class takes.
NAMES: Final[dict[str, type[RenderError]]] = {
    "timeout": RenderTimeout,
    "refused": RenderRefused,
    "missing-glyph": MissingGlyph,
    "unavailable": RendererUnavailable,
}


def to_answer(error: RenderError) -> dict[str, object]:
    """``error`` as an answer of the renderer."""
    if isinstance(error, RenderTimeout):
        return {"error": "timeout", "detail": error.values["seconds"]}
    if isinstance(error, MissingGlyph):
        return {"error": "missing-glyph", "detail": error.characters}
    if isinstance(error, RendererUnavailable):
        return {"error": "unavailable", "detail": error.reason}
    return {"error": "refused", "detail": getattr(error, "reason", str(error))}


def from_answer(answer: dict[str, object]) -> RenderError:
    """The error that ``to_answer`` put into ``answer``."""
    name, detail = answer.get("error"), answer.get("detail")
    if name == "timeout" and isinstance(detail, int | float):
        return RenderTimeout(detail)
    if name == "missing-glyph":
        return MissingGlyph(str(detail))
    if name == "refused":
        return RenderRefused(str(detail))
    return RendererUnavailable(str(detail))
