"""Who looks or acts: an account, or the system itself."""

from typing import Protocol

from partnerships.models.account import Role


class Viewer(Protocol):
    """What the rules ask of whoever looks or acts; `models.account.User` answers it."""

    @property
    def id(self) -> int | None: ...
    @property
    def role(self) -> Role: ...
    @property
    def is_administrator(self) -> bool: ...
    @property
    def home_ids(self) -> frozenset[int]: ...


class System:
    """The system acting for nobody in particular: the demo's loading, a terminal on the server."""

    id = None
    role = Role.COORDINATOR
    is_administrator = True
    home_ids: frozenset[int] = frozenset()


SYSTEM = System()
