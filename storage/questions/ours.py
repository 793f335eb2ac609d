"""What the bot is called on each channel where it has run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from handlers.ours import MATRIX, TELEGRAM
from storage import notes

_NOTE = "name-on-"


def note_of(channel: str) -> str:
    """Under which name a channel keeps what the bot is called there."""
    return f"{_NOTE}{channel}"


@dataclass(frozen=True, slots=True)
class OwnAnswers:
    """Read in the transaction of the turn."""

    connection: Connection

    def names(self) -> Mapping[str, str]:
        """Its name by channel."""
        found = {channel: notes.noted(self.connection, note_of(channel)) for channel in (TELEGRAM, MATRIX)}
        return {channel: name for channel, name in found.items() if name}
