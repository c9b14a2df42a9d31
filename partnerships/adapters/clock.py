"""What time it is: instants in UTC, and the day of the home city."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


def utc_now() -> datetime:
    """The present instant, aware, in UTC, to the microsecond."""
    return datetime.now(UTC)


def today_in(zone: str) -> date:
    """The present day in the IANA ``zone``."""
    return datetime.now(ZoneInfo(zone)).date()


def latest_today() -> date:
    """The day that it is where the day begins first (UTC+14): a later one has come nowhere yet."""
    return (utc_now() + timedelta(hours=14)).date()


def to_utc(wall_clock: datetime, zone: str) -> datetime:
    """The instant at which the clocks of the IANA ``zone`` show ``wall_clock`` (naive); the earlier of two."""
    return wall_clock.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
