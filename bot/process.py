"""The running bot: every part in its own task, started together, and ended together within ten seconds."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import structlog

from bot.app import App
from bot.channels import Channel, Listener
from bot.copying import Copying
from bot.health import Health
from bot.notify import ALIVE, LEAVING, READY, notify
from bot.outgoing import Greets, tend
from bot.requests import Counter, Known, socket_of
from bot.settings import Settings
from bot.supervisor import Supervisor, keep
from bot.together import SCHEDULER, Together, while_leading
from bot.watch import Watch
from scheduler.runner import Runner
from storage import presence

if TYPE_CHECKING:
    from bot.calendar_feeds import CalendarFeeds

BEAT_SECONDS = 60.0
LEAVING_SECONDS = 5.5
SENDING_SECONDS = 2.5
LAST_SECONDS = 9.5
NO_CHANNEL_LEFT = 1
WELL = 0

_log = structlog.get_logger(__name__)


class Line(Channel, Listener, Protocol):
    """A channel whole: it sends and it receives."""


class Process:
    """One app, its channels, and what keeps them going."""

    def __init__(self, app: App, settings: Settings, lines: Sequence[Line], known: Known) -> None:
        self._app = app
        self._settings = settings
        self._lines = lines
        self._known = known
        self._beaten = float("-inf")
        self.health = Health()
        self._single = _single(settings)
        self._together = self._shared() if not app.database.is_sqlite else None
        path = app.database.path
        self._watch = Watch(app, self.health, path.absolute().parent if path is not None else None)
        self.runner = Runner(self._work, clock=app.clock)

    async def run(self) -> int:
        """Serve until SIGTERM (0) or until no channel is left (1)."""
        if self._together is not None:
            await self._together.look()
        await self._beat()
        stopping = _on_signals()
        # First: importing stops the loop, and a kill meanwhile would waste copies counted and not gone.
        works = self._parts()
        # What was imported stays: nobody who writes waits while garbage is looked for among it.
        gc.freeze()
        await self._app.delivery.recover()
        parts = [asyncio.create_task(keep(name, work, self._app.clock.draw)) for name, work in works]
        ending = asyncio.create_task(self._supervisor().run())
        notify(READY)
        _log.info("bot runs", pid=os.getpid())
        await asyncio.wait((stopping, ending), return_when=asyncio.FIRST_COMPLETED)
        code = WELL if stopping.done() else NO_CHANNEL_LEFT
        await self._leave([ending, *parts], code)
        return code

    async def _leave(self, tasks: Sequence[asyncio.Task[None]], code: int) -> None:
        """Take nothing more; what was begun has some seconds to end. What cannot end is owed at the next start."""
        self.health.stopping = True
        notify(LEAVING)
        _log.info("bot leaves", exit=code)
        last = threading.Timer(LAST_SECONDS, os._exit, (code,))
        last.daemon = True
        last.start()
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks, timeout=LEAVING_SECONDS)
        await self._app.turns.finish()
        await self._app.delivery.close(SENDING_SECONDS)
        if self._together is not None:
            await self._together.leave()

    def _shared(self) -> Together:
        """Others may serve the same people: one of us wakes and sends to many, one listens where only one can."""
        names = (SCHEDULER, *self._app.delivery.channels)
        wake = self._app.delivery.wake
        app, jealous = self._app, {"matrix"} & set(names)
        together = Together(app.database, names, app.clock.draw, jealous=jealous, gained=wake)
        app.share(together, self._single)
        return together

    def _parts(self) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
        parts: list[tuple[str, Callable[[], Awaitable[None]]]] = [
            ("delivery", self._app.delivery.run),
            ("ticks", self.runner.run),
            ("probe", self.health.probe),
            ("copies", Copying(self._app, self._settings.backup).run),
            ("web", self._web().run),
        ]
        delivery, heard = self._app.delivery, {line.name for line in self._lines}
        mute = (each for name, each in delivery.channels.items() if name not in heard and isinstance(each, Greets))
        parts += [(each.name, partial(tend, each, delivery, self.health.channels, self._watch.told)) for each in mute]
        if self._together is not None:
            parts.append(("leases", self._together.run))
        if self._settings.calendars.feeds:
            leading, feeds = self._app.leading, self._calendars()
            parts.append(("calendars", lambda: while_leading(leading, SCHEDULER, feeds.run)))
        if self._app.database.path is not None:
            parts.append(("requests", Counter(self._app, socket_of(self._app.database.path), self._known).run))
        return parts

    def _calendars(self) -> CalendarFeeds:
        from bot.calendar_feeds import CalendarFeeds, feed_of

        said = self._settings.calendars
        feeds = [feed_of(each) for each in said.feeds]
        return CalendarFeeds(self._app.turns, self._app.clock, feeds, private=said.private)

    def _supervisor(self) -> Supervisor:
        return Supervisor(
            self._lines,
            self._app,
            self._app.clock.draw,
            self.health.channels,
            told=self._watch.told,
            refused=self._app.delivery.stopped,
            leading=self._app.leading,
            single=self._single,
        )

    def _web(self) -> _Serving:
        from bot.metrics import Metrics, Withholds
        from bot.web.agenda import PublicPages
        from bot.web.hook import Hook, in_front
        from bot.web.pages import Pages
        from bot.web.readers import serve_readers
        from bot.web.server import WebServer

        metrics = Metrics()
        wary = [line for line in self._lines if isinstance(line, Withholds)]
        metrics.withheld.set_function(lambda: sum(line.withheld for line in wary))
        self._app.turns.observe = metrics.turn.observe
        if self._app.flood is not None:
            self._app.flood.observe = metrics.dropped.inc
        telegram, web = self._settings.telegram, self._settings.web
        application = Pages(self._app, self.health, self.runner, metrics).application()
        PublicPages(self._app, base=web.url).serve_on(application)
        serve_readers(self._app, application, base=web.url)
        if telegram.mode == "webhook":
            (line,) = [line for line in self._lines if line.name == "telegram"]
            path = urlsplit(telegram.webhook_url).path or "/"
            hook = Hook(telegram.webhook_secret, line, self._app)
            return WebServer(in_front(hook, path, application), web.host, web.port)
        return WebServer(application, web.host, web.port)

    async def _work(self) -> None:
        """One tick."""
        notify(ALIVE)
        if self._app.leading.leads(SCHEDULER):
            await self._app.wake()
        if time.monotonic() - self._beaten > BEAT_SECONDS:
            await self._beat()
            await self._watch.look()

    async def _beat(self) -> None:
        self._beaten = time.monotonic()
        now = self._app.clock.now()
        await self._app.turns.run(lambda connection: presence.beat(connection, now))


class _Serving(Protocol):
    async def run(self) -> None: ...


def _single(settings: Settings) -> frozenset[str]:
    """Channels on which two processes would hear the same, or spoil each other's keys: Matrix, and Telegram when it
    is asked for its updates."""
    polled = settings.telegram.mode == "polling"
    return frozenset({"matrix", "telegram"} if polled else {"matrix"})


def _on_signals() -> asyncio.Future[None]:
    """Done when the process is asked to stop; asked again, nothing more happens."""
    loop = asyncio.get_running_loop()
    stopping: asyncio.Future[None] = loop.create_future()

    def stop() -> None:
        if not stopping.done():
            stopping.set_result(None)

    for asked in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(asked, stop)
    return stopping
