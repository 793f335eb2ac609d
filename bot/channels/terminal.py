"""The terminal as a channel: messages printed for a person, or as JSON lines for a program."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.channels import Misconfigured, Outgoing, Rejected
from bot.plain import numbered

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def _written() -> Iterator[None]:
    """Inside, an output that is full or that nobody reads refuses the channel: the message stays owed."""
    try:
        yield
    except (OSError, SystemExit) as error:  # Rich leaves the program when nobody reads
        raise Misconfigured from error


class _Printed:
    """What both ways of printing share: nothing printed can be changed, nor dropped if it comes twice."""

    edits = False
    files = True
    repeats = False
    longest_text = 100_000


class TerminalChannel(_Printed):
    """Prints for a person: colours where there are some, plain text when piped."""

    buttons = False
    name = "terminal"

    def __init__(self, console: Console) -> None:
        self._console = console

    async def send(self, outgoing: Outgoing) -> str:
        """Print the message."""
        from rich.text import Text

        with _written():
            self._console.print()
            self._console.print(Text(outgoing.reply.text))
            for sign, label in numbered(outgoing.kind, outgoing.reply.choices):
                self._console.print(Text.assemble("  ", (sign, "bold cyan"), ". ", label))
            for file in outgoing.files:
                self._console.print()
                self._console.print(Text(file.name, style="bold"))
                if _is_read(file.media_type):
                    self._console.print(Text(file.content.decode("utf-8-sig", "replace")))
        return outgoing.key


def _is_read(media_type: str) -> bool:
    """A person reads a text; what is for a calendar, its name tells enough."""
    return media_type.startswith("text/") and not media_type.startswith("text/calendar")


class JsonChannel(_Printed):
    """Prints each message as one JSON object; it speaks for any channel whose name it is given."""

    buttons = True

    def __init__(self, name: str, write: Callable[[str], None], room_of: Callable[[str], str | None]) -> None:
        self.name = name
        self._write = write
        self._room_of = room_of

    async def fetch(self, reference: str, most: int) -> bytes:
        """What came with a line, which carries it."""
        try:
            return b64decode(reference, validate=True)
        except ValueError:
            raise Rejected("unreadable") from None

    async def send(self, outgoing: Outgoing) -> str:
        """Write the object, with every key of the contract."""
        reply, room = outgoing.reply, self._room_of(outgoing.address.peer)
        said: dict[str, object] = {"to": outgoing.address.peer, "channel": self.name}
        if room is not None:
            said.update(to=room, room=room)
        said.update(key=outgoing.key, kind=outgoing.kind, text=reply.text)
        said["choices"] = [{"id": choice.id, "label": choice.label} for choice in reply.choices]
        if reply.replaces is not None:
            said["replaces"] = reply.replaces
        said["attachments"] = [
            {"name": file.name, "media_type": file.media_type, "base64": b64encode(file.content).decode()}
            for file in outgoing.files
        ]
        with _written():
            self._write(json.dumps(said, ensure_ascii=False))
        return outgoing.key
