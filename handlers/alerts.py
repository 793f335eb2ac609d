"""What an administrator who asked for it is told when something fails, and when it is time to say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_time

from handlers.dates import in_words, local_date
from handlers.guide import Guide
from handlers.messages import Reply

PURPOSE = "alerts"
"""The consent of those who asked to be told."""

CHANNEL_STOPPED, DISK_LOW = "channel-stopped", "disk-low"
BACKUP_FAILED, BACKUP_NOT_TAKEN = "backup-failed", "backup-not-taken"
_LEAST_SHARE, _LEAST_BYTES = 0.05, 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that failed. `channel`: the one that stopped, on which nobody can be told."""

    kind: str
    channel: str = ""

    @property
    def name(self) -> str:
        """What tells it from any other cause."""
        return f"{self.kind}-{self.channel}" if self.channel else self.kind


def disk_is_low(free: int, total: int) -> bool:
    """True under 5 % or 200 MB: what is written tomorrow may not fit."""
    return free < _LEAST_BYTES or free < total * _LEAST_SHARE


def alert(guide: Guide, language: str, cause: Cause, since: datetime) -> Reply:
    """What failed, since when, and what to do."""
    zone = guide.zone
    hour = format_time(since.astimezone(ZoneInfo(zone)), "H:mm", locale=language)
    day = in_words(local_date(since, zone), language)
    said = guide.wording.say(language, f"alert-{cause.kind}", channel=cause.channel, day=day, hour=hour)
    return Reply(f"{said}\n{guide.wording.say(language, 'alert-stop')}")
