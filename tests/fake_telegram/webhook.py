"""Deliveries to a webhook: in order within a lane, lanes in parallel, again until the answer is a 2xx."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.fake_telegram import bodies
from tests.fake_telegram.refusals import Json, Refusal, bad, throttled
from tests.fake_telegram.updates import Update, Updates, whole
from tests.fake_telegram.wire import unchunked

SECRET = re.compile(r"[A-Za-z0-9_-]*")
SECRET_MAX = 256
CONNECTIONS, CONNECTIONS_MAX = 40, 100
RESEND_MAX = 60.0
PATIENCE = 60.0
NEVER = {"deletewebhook", "setwebhook", "close", "logout"}
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt: status 0 when there was no answer; `method` is what the answer asked for."""

    update_id: int
    at: float
    seconds: float
    status: int
    method: str = ""
    executed: bool = False


@dataclass(slots=True)
class Answer:
    """What the webhook said."""

    status: int
    reason: str
    headers: dict[str, str]
    body: bytes


class Connection:
    """One connection to the webhook, kept alive."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def post(self, head: bytes, body: bytes) -> Answer:
        """One update and its answer."""
        self.writer.write(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        status, _, reason = lines[0].partition(" ")[2].partition(" ")
        return Answer(int(status), reason, headers, await self.body(headers))

    async def body(self, headers: dict[str, str]) -> bytes:
        """The body of an answer, whichever way it is measured."""
        if "chunked" in headers.get("transfer-encoding", ""):
            data = b""
            while (whole_body := unchunked(data, 0)) is None:
                data += await self.reader.readuntil(b"\r\n")
            return whole_body[0]
        return await self.reader.readexactly(int(headers.get("content-length", 0)))


@dataclass(slots=True)
class Webhook:
    """The webhook of the bot, if it has one."""

    updates: Updates
    execute: Callable[[str, bodies.Params, bodies.Files], bool]
    now: Callable[[], int]
    settle: Callable[[], None]
    speed: float = 1.0
    url: str = ""
    secret: str = ""
    connections: int = CONNECTIONS
    unordered: bool = False
    copies: int = 1
    losing: int = 0
    deliveries: list[Delivery] = field(default_factory=list)
    error: str = ""
    error_date: int = 0
    next_set: float = 0.0
    lanes: dict[int, deque[Update]] = field(default_factory=dict)
    idle: list[Connection] = field(default_factory=list)
    open: set[Connection] = field(default_factory=set)
    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(CONNECTIONS))
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def lose(self, answers: int) -> None:
        """The next answers get lost on their way: the bot has worked, the server does not know."""
        self.losing = answers

    def set(self, params: bodies.Params) -> str:
        """`setWebhook`; what the real server adds as a description."""
        url, secret = params.get("url", ""), params.get("secret_token", "")
        most = min(max(whole(params, "max_connections") or CONNECTIONS, 1), CONNECTIONS_MAX)
        if url and time.monotonic() < self.next_set:
            raise throttled(1)
        if url:
            self.next_set = time.monotonic() + 1 / self.speed
            self.check(url, secret)
        if params.get("drop_pending_updates", "").lower() in {"true", "1"}:
            self.updates.queue.clear()
        elif (url, secret, most) == (self.url, self.secret, self.connections) or url == self.url == "":
            self.updates.allow(params.get("allowed_updates", ""))
            return "Webhook is already set" if url else "Webhook is already deleted"
        self.updates.allow(params.get("allowed_updates", ""))
        was, self.url, self.secret, self.connections = self.url, url, secret, most
        self.restart()
        return "Webhook was set" if url else "Webhook was deleted" if was else "Webhook is already deleted"

    def check(self, url: str, secret: str) -> None:
        """The address and its secret; plain HTTP is taken on this machine only, where the real server refuses it."""
        parts = urlsplit(url)
        if not parts.hostname or parts.scheme not in {"http", "https"}:
            raise bad("invalid webhook URL specified")
        if parts.scheme == "https" or parts.hostname not in {"127.0.0.1", "localhost", "::1"}:
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if len(secret) > SECRET_MAX:
            raise bad("secret token is too long")
        if not SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")

    def restart(self) -> None:
        """Deliver to the new address from the oldest update on, or stop."""
        self.close()
        self.slots = asyncio.Semaphore(self.connections)
        self.error, self.error_date = "", 0
        self.updates.listener = self.queue if self.url else None
        if self.url:
            self.updates.conflict()
            for update in self.updates.queue:
                self.queue(update)

    def close(self) -> None:
        """Stop delivering."""
        self.updates.listener = None
        for task in self.tasks:
            task.cancel()
        for connection in self.open:
            connection.writer.transport.abort()
        self.lanes, self.idle, self.open, self.tasks = {}, [], set(), set()

    def queue(self, update: Update) -> None:
        """An update waits in its lane; a lane that was empty starts."""
        for copy in range(self.copies):
            lane = update.lane if not (self.unordered or copy) else -(update.id * 1000 + copy)
            waiting = self.lanes.get(lane)
            if waiting is not None:
                waiting.append(update)
                continue
            self.lanes[lane] = deque([update])
            task = asyncio.get_running_loop().create_task(self.drain(lane))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def drain(self, lane: int) -> None:
        """Deliver a lane, the next only when the one before is done."""
        waiting = self.lanes[lane]
        while waiting:
            await self.deliver(waiting[0])
            self.updates.forget(waiting.popleft())
            self.settle()
        del self.lanes[lane]

    async def deliver(self, update: Update) -> None:
        """Again and again: at once, then after 2, 4, 8… seconds, at most a minute, or as `Retry-After` says."""
        delay, failures = 1.0, 0
        while update.expires > self.updates.clock():
            answer = await self.attempt(update)
            if answer is not None and answer.status // 100 == 2:
                return
            told = answer.headers.get("retry-after", "") if answer is not None else ""
            if not told and failures:
                delay = min(delay * 2, RESEND_MAX)
            wait = float(told) if told.isdigit() else delay if failures else 0.0
            failures += 1
            await asyncio.sleep(wait / self.speed)

    async def attempt(self, update: Update) -> Answer | None:
        """One request on a connection of its own for that time."""
        async with self.slots:
            began = time.monotonic()
            answer, lost = await self.post(update.body), self.losing > 0
            self.losing -= lost
            status = answer.status if answer is not None else 0
            method, executed = "", False
            if answer is not None and status // 100 == 2 and not lost:
                method, executed = self.obey(answer)
            elif not lost:
                words = f"Wrong response from the webhook: {status} {answer.reason}" if answer else "Connection closed"
                self.error, self.error_date = words, self.now()
            taken = time.monotonic() - began
            self.deliveries.append(Delivery(update.id, began, taken, 0 if lost else status, method, executed))
            return None if lost else answer

    async def post(self, body: bytes) -> Answer | None:
        """The answer, or nothing when there was none within a minute."""
        connection = None
        try:
            async with asyncio.timeout(PATIENCE / self.speed):
                connection = self.idle.pop() if self.idle else await self.connect()
                answer = await connection.post(self.head(), body)
        except (OSError, EOFError, ValueError, TimeoutError, asyncio.LimitOverrunError):
            self.hang_up(connection)
            return None
        if answer.headers.get("connection", "").lower() == "close":
            self.hang_up(connection)
        else:
            self.idle.append(connection)
        return answer

    async def connect(self) -> Connection:
        """A new connection."""
        parts = urlsplit(self.url)
        connection = Connection(*await asyncio.open_connection(parts.hostname, parts.port or 80, limit=1 << 20))
        self.open.add(connection)
        return connection

    def hang_up(self, connection: Connection | None) -> None:
        """This connection is no good any more."""
        if connection is not None:
            self.open.discard(connection)
            with contextlib.suppress(OSError):
                connection.writer.transport.abort()

    def head(self) -> bytes:
        """The head of a delivery, as the real server writes it."""
        parts = urlsplit(self.url)
        where = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        secret = f"{HEADER}: {self.secret}\r\n" if self.secret else ""
        kind = "Content-Type: application/json\r\nConnection: keep-alive\r\nAccept-Encoding: gzip, deflate\r\n"
        return f"POST {where} HTTP/1.1\r\nHost: {parts.netloc}\r\n{secret}{kind}".encode()

    def obey(self, answer: Answer) -> tuple[str, bool]:
        """The method that an answer asks for is executed once; nobody is told how that went."""
        try:
            params, files = bodies.read("", answer.headers.get("content-type", ""), answer.body)
        except Refusal:
            return "", False
        method = params.pop("method", "").lower()
        if not method or method in NEVER or method.startswith("get"):
            return method, False
        return method, self.execute(method, params, files)

    def info(self) -> Json:
        """`getWebhookInfo`."""
        told: Json = {"url": self.url, "has_custom_certificate": False}
        told["pending_update_count"] = len(self.updates.queue)
        if self.error_date:
            told |= {"last_error_date": self.error_date, "last_error_message": self.error}
        if self.url:
            told |= {"max_connections": self.connections, "ip_address": urlsplit(self.url).hostname}
            told["allowed_updates"] = sorted(self.updates.allowed)
        return told
