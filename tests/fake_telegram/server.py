"""The fake Bot API server: it listens, checks, remembers what was called, and goes wrong on order."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self

from tests.fake_telegram.faults import Faults, Limits
from tests.fake_telegram.groups import Group
from tests.fake_telegram.people import User
from tests.fake_telegram.state import Chat, Memory, Message, Person
from tests.fake_telegram.switchboard import Call, Switchboard
from tests.fake_telegram.updates import Updates
from tests.fake_telegram.webhook import Webhook
from tests.fake_telegram.wire import Request, Wire

TOKEN = "123456789:" + "fake-token-of-the-tests-only-000000"


class FakeTelegram:
    """A server on the loopback: `async with FakeTelegram() as server`, then `server.base_url` and `server.token`."""

    def __init__(self, *, token: str = TOKEN, username: str = "essai_bot", speed: float = 1.0) -> None:
        bot = Person(int(token.partition(":")[0]), "Essai", username=username, is_bot=True)
        self.token = token
        self.tokens = {token}
        self.speed = speed
        self.shift = 0.0
        self.port = 0
        self.memory = Memory(bot)
        self.faults = Faults()
        self.limits: Limits | None = None
        self.updates = Updates(clock=self.clock, speed=speed)
        self.switchboard = Switchboard(self)
        self.webhook = Webhook(self.updates, self.switchboard.from_webhook, self.now, self.settle, speed)
        self.calls: list[Call] = []
        self.keeps_calls = True
        self.count = 0
        self.on_said: Callable[[Message, bool], None] | None = None
        self.on_other: Callable[[Request], bool] | None = None
        self.wires: set[Wire] = set()
        self.watchers: list[tuple[Callable[[], object], asyncio.Future[None]]] = []
        self.listening: asyncio.Server | None = None
        self.users: dict[int, User] = {}

    # --- life -------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def stop(self) -> None:
        """No more deliveries, no more connections; what it remembers can still be read."""
        self.webhook.close()
        await self.refuse()

    async def listen(self, port: int = 0) -> None:
        """Take connections, on the port it had."""
        loop = asyncio.get_running_loop()
        where = port or self.port
        self.listening = await loop.create_server(lambda: Wire(self.switchboard.handle, self.wires), "127.0.0.1", where)
        self.port = self.listening.sockets[0].getsockname()[1]

    async def refuse(self) -> None:
        """Connections are refused and the open ones reset, until `listen`."""
        if self.listening is not None:
            self.listening.close()
            self.listening = None
        for wire in tuple(self.wires):
            wire.cut()
        await asyncio.sleep(0)

    @asynccontextmanager
    async def down(self) -> AsyncIterator[None]:
        """Down for the time of a block; what it remembers stays."""
        await self.refuse()
        try:
            yield
        finally:
            await self.listen()

    @property
    def root(self) -> str:
        """The address of this server."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """What a client is given as base URL; the token follows it directly."""
        return f"{self.root}/bot"

    def clock(self) -> float:
        """The wall clock of the server."""
        return time.time() + self.shift

    def now(self) -> int:
        """The date of the server, in whole seconds."""
        return int(self.clock())

    def passes(self, *, hours: float = 0, seconds: float = 0) -> None:
        """The server's clock jumps; what is older than a day is dropped, taps die sooner."""
        self.shift += hours * 3600 + seconds

    def revoke(self) -> None:
        """The token is worth nothing from now on."""
        self.tokens.clear()

    def restore(self) -> None:
        """The token is good again."""
        self.tokens.add(self.token)

    # --- people -----------------------------------------------------------------------------

    def user(
        self, number: int, first_name: str = "", *, language_code: str = "fr", username: str = "", last_name: str = ""
    ) -> User:
        """A person, the same each time."""
        if number not in self.users:
            person = Person(number, first_name or f"P{number}", last_name, username, language_code)
            self.memory.people[number] = person
            self.memory.chats[number] = Chat(number, "private", person=person, standing="stranger")
            self.users[number] = User(self, person)
        return self.users[number]

    def group(self, number: int = -1001, title: str = "Groupe", kind: str = "group") -> Group:
        """A group, supergroup or channel, where the bot is not yet."""
        chat = self.memory.chats.setdefault(number, Chat(number, kind, title, standing="left"))
        return Group(self, chat)

    def pushes(self, told: object, update_id: int = 0) -> int:
        """Any update: an object without its id, or bytes as they are."""
        if isinstance(told, bytes):
            return self.updates.push_raw(told, update_id)
        assert isinstance(told, dict)
        number = update_id or self.updates.next_id
        return self.updates.push_raw(json.dumps({"update_id": number} | told).encode(), number)

    def wrote(self, message: Message, edited: bool) -> None:
        """The bot wrote: whoever listens in that chat is told."""
        message.chat.speak(message)
        if self.on_said is not None:
            self.on_said(message, edited)

    # --- watching ---------------------------------------------------------------------------

    def settle(self) -> None:
        """After each call and delivery: wake those whose condition holds."""
        if self.watchers:
            for condition, waiting in self.watchers:
                if not waiting.done() and condition():
                    waiting.set_result(None)
            self.watchers = [each for each in self.watchers if not each[1].done()]

    async def until(self, condition: Callable[[], object], seconds: float = 30.0) -> None:
        """Wait for a condition on what was called; it is asked after each call and delivery."""
        if not condition():
            waiting = asyncio.get_running_loop().create_future()
            self.watchers.append((condition, waiting))
            async with asyncio.timeout(seconds):
                await waiting

    def called_with(self, method: str = "", chat: int = 0) -> list[Call]:
        """The calls of a method, about a chat."""
        wanted, where = method.lower(), str(chat)
        return [each for each in self.calls if wanted in {"", each.method} and (not chat or each.chat == where)]
