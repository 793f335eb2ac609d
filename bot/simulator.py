"""`chat --json`: the bot for programs, one JSON object a line; the contract is that of design.md 7, and a message may
carry a `file`, in base64: a picture for a message to many."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.app import App
from bot.channels import Channel
from bot.channels.terminal import JsonChannel
from bot.request_refused import RequestRefused
from bot.role_requests import invite
from bot.sentences import sentence
from handlers.messages import Address, Enclosed, Inbound, clean
from scheduler.clock import Clock, SetClock, SystemClock
from storage.errors import StorageRefused
from storage.play import Scene

CHANNELS = ("terminal", "telegram", "matrix")
KINDS = ("text", "choice", "sticker", "photo", "voice", "location", "contact", "edit", "forward")
_TEXTS = ("from", "channel", "text", "choice", "room", "reply_to", "kind", "language", "file")
_MESSAGE_KEYS = frozenset((*_TEXTS, "id"))
_ROOM = "room:"
_DRAWN = 16
_LONGEST_NAME = 200
_LONGEST_KEY = 40
_YEARS = range(1970, 3000)
FARTHEST = timedelta(days=3 * 366)
"""One step forward that stops at each hour due: each week has one, and nothing but counts is kept longer."""


class LineRefused(Exception):
    """A line is not understood; the message says why."""


class MovingClock:
    """The machine's clock until a first `clock` line, then a clock moved by hand."""

    def __init__(self) -> None:
        self._clock: Clock = SystemClock()

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return self._clock.now()

    def draw(self, n: int) -> str:
        """Text of chance from the machine: ids must never come twice, even after a restart."""
        return SystemClock().draw(n)

    def move(self, to: datetime) -> None:
        """Set the clock the first time, then go forward; raises ValueError on the way back."""
        if isinstance(self._clock, SetClock):
            self._clock.move(to)
        else:
            self._clock = SetClock(to)

    @property
    def is_set(self) -> bool:
        """True once a `clock` line was read."""
        return isinstance(self._clock, SetClock)


class Simulator:
    """Reads lines, plays them, writes what the bot says."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self.clock = MovingClock()
        self.write = write
        self.channels: Mapping[str, Channel] = {name: JsonChannel(name, write, room_of) for name in CHANNELS}

    async def start(self, app: App) -> None:
        """Send what the ledger still owes, then say `ready`."""
        await app.send_what_is_owed()
        await app.delivery.settled()
        # Whoever reads `ready` may kill us: what was said again is not said a third time.
        await app.turns.written()
        self.write('{"ready": true}')

    async def line(self, app: App, number: int, text: str) -> None:
        """One line of input; always ended by `done`."""
        try:
            await self._read(app, text)
        except LineRefused as refused:
            self._error(str(refused), number)
        except StorageRefused as refused:
            self._error(sentence(refused.name, **refused.facts), number)
        self.write('{"done": true}')

    def _error(self, said: str, number: int) -> None:
        self.write(json.dumps({"error": said, "line": number}, ensure_ascii=False))

    async def _read(self, app: App, text: str) -> None:
        given = _object(text)
        if "clock" in given:
            await self._move(app, given)
        elif "invite" in given:
            await self._invite(app, given)
        else:
            await app.receive(self._inbound(given))
        await app.delivery.settled()

    async def _move(self, app: App, given: Mapping[str, Any]) -> None:
        if given.keys() - {"clock", "asleep"} or not isinstance(given.get("asleep", False), bool):
            raise LineRefused(sentence("cli-json-clock"))
        target = _instant(given["clock"])
        if self.clock.is_set and target < self.clock.now():
            raise LineRefused(sentence("cli-json-clock-back"))
        if self.clock.is_set and not given.get("asleep"):
            if target - self.clock.now() > FARTHEST:
                raise LineRefused(sentence("cli-json-clock-long", years=str(FARTHEST.days // 366)))
            while (due := await app.next_due()) is not None and due <= target:
                self.clock.move(max(due, self.clock.now()))
                await app.tick()
        self.clock.move(target)
        await app.tick()

    async def _invite(self, app: App, given: Mapping[str, Any]) -> None:
        if given.keys() - {"invite", "network"} or not all(isinstance(text, str) for text in given.values()):
            raise LineRefused(sentence("cli-json-invite"))
        role, network = given["invite"], given.get("network", "")
        scene = Scene(app.turns.guide, self.clock.now(), self.clock.draw)
        try:
            done = await app.turns.run(lambda connection: invite(connection, scene, role=role, network=network))
        except RequestRefused as refused:
            raise LineRefused(sentence(refused.name, **refused.facts)) from refused
        self.write(json.dumps(dict(done)))

    def _inbound(self, given: Mapping[str, Any]) -> Inbound:
        _check(given)
        peer, room = _name(given["from"], "from"), given.get("room")
        address = Address(str(given.get("channel", "terminal")), peer if room is None else _ROOM + _name(room, "room"))
        choice = given.get("choice")
        return Inbound(
            address,
            message_id=str(given["id"]) if "id" in given else f"drawn-{self.clock.draw(_DRAWN)}",
            author=peer,
            text=str(given.get("text", "")),
            choice=choice,
            kind=str(given.get("kind", "text" if choice is None else "choice")),
            replies_to=given.get("reply_to"),
            hint=given.get("language"),
            sent_at=self.clock.now(),
            private=room is None,
            file=Enclosed(str(given["file"])) if "file" in given else None,
        )


def room_of(peer: str) -> str | None:
    """The room that an address of ours stands for."""
    return peer.removeprefix(_ROOM) if peer.startswith(_ROOM) else None


def _object(text: str) -> Mapping[str, Any]:
    try:
        given = json.loads(text, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise LineRefused(sentence("cli-json-not-json")) from error
    if not isinstance(given, dict):
        raise LineRefused(sentence("cli-json-object"))
    return given


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, value in pairs:
        if key in read:
            raise LineRefused(sentence("cli-json-repeated", key=key[:_LONGEST_KEY]))
        read[key] = value
    return read


def _check(given: Mapping[str, Any]) -> None:
    for key in given.keys() - _MESSAGE_KEYS:
        raise LineRefused(sentence("cli-json-key", key=key[:_LONGEST_KEY]))
    for key in _TEXTS:
        if key in given and not isinstance(given[key], str):
            raise LineRefused(sentence("cli-json-text", key=key))
    if "from" not in given:
        raise LineRefused(sentence("cli-json-from"))
    if not given.keys() & {"text", "choice", "kind"}:
        raise LineRefused(sentence("cli-json-empty"))
    if not isinstance(given.get("id", ""), str | int) or isinstance(given.get("id"), bool):
        raise LineRefused(sentence("cli-json-text", key="id"))
    if given.get("channel", CHANNELS[0]) not in CHANNELS:
        raise LineRefused(sentence("cli-json-one-of", key="channel", known=", ".join(CHANNELS)))
    if given.get("kind", KINDS[0]) not in KINDS:
        raise LineRefused(sentence("cli-json-one-of", key="kind", known=", ".join(KINDS)))


def _name(value: str, key: str) -> str:
    """A name as it may be stored; raises LineRefused if nothing of it can be read."""
    name = clean(value)[:_LONGEST_NAME]
    if not name:
        raise LineRefused(sentence("cli-json-name", key=key))
    return name


def _instant(value: Any) -> datetime:
    try:
        instant = datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise LineRefused(sentence("cli-json-clock")) from error
    if instant.tzinfo is None:
        raise LineRefused(sentence("cli-json-clock"))
    try:
        instant = instant.astimezone(UTC)
    except OverflowError as error:
        raise LineRefused(sentence("cli-json-clock")) from error
    if instant.year not in _YEARS:
        raise LineRefused(sentence("cli-json-clock-far", first=str(_YEARS[0]), last=str(_YEARS[-1])))
    return instant


def to_output(line: str) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
