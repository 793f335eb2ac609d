"""What a person saw in a room, as their client shows it: decrypted when it could be, in the room's order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MESSAGE = "m.room.message"


@dataclass(frozen=True, slots=True)
class Heard:
    """One event. `encrypted`: as it travelled; `refusal`: why this client shows nothing of it."""

    room: str
    event_id: str
    sender: str
    kind: str
    content: Mapping[str, object] = field(default_factory=dict)
    encrypted: bool = False
    refusal: str = ""
    sent_at: int = 0
    redacts: str = ""
    state_key: str = ""

    @property
    def body(self) -> str:
        """The plain text, without what an edit adds for old clients."""
        return str(self.shown.get("body", ""))

    @property
    def msgtype(self) -> str:
        """`m.text`, `m.notice`, `m.file`…; empty for what is not a message."""
        return str(self.shown.get("msgtype", ""))

    @property
    def formatted_body(self) -> str:
        """The HTML, when there is one."""
        return str(self.shown.get("formatted_body", ""))

    @property
    def mentions(self) -> Mapping[str, object] | None:
        """Who should be rung; None when the event does not say."""
        said = self.content.get("m.mentions")
        return said if isinstance(said, Mapping) else None

    @property
    def relates_to(self) -> Mapping[str, object]:
        """The relation to another event, as written."""
        return _mapping(self.content.get("m.relates_to"))

    @property
    def replaces(self) -> str:
        """The message that this one edits, or nothing."""
        return str(self.relates_to["event_id"]) if self.relates_to.get("rel_type") == "m.replace" else ""

    @property
    def thread(self) -> str:
        """The root of the thread that this is in, or nothing."""
        return str(self.relates_to["event_id"]) if self.relates_to.get("rel_type") == "m.thread" else ""

    @property
    def replies_to(self) -> str:
        """The message that this answers, or nothing; what only serves clients without threads is none."""
        falling_back = self.relates_to.get("is_falling_back") is True
        return "" if falling_back else str(_mapping(self.relates_to.get("m.in_reply_to")).get("event_id", ""))

    @property
    def shown(self) -> Mapping[str, object]:
        """What a client displays: the new content of an edit."""
        return _mapping(self.content.get("m.new_content")) or self.content


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
