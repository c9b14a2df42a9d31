"""What time it is: instants in UTC, and the day of the home city."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def utc_now() -> datetime:
    """The present instant, aware, in UTC, to the microsecond."""
    return datetime.now(UTC)


def today_in(zone: str) -> date:
    """The present day in the IANA ``zone``."""
    return datetime.now(ZoneInfo(zone)).date()


def to_utc(wall_clock: datetime, zone: str) -> datetime:
    """The instant at which the clocks of the IANA ``zone`` show ``wall_clock`` (naive); the earlier of two."""
    return wall_clock.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
