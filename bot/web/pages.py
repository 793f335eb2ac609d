"""What may be asked of the running process over HTTP: is it alive, is it ready, and its figures. Counts only."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy import func, select

from bot.app import App
from bot.health import Health
from bot.metrics import Metrics
from bot.together import Together
from scheduler.runner import Runner
from storage import outbox, overview, presence
from storage.overview import Figures
from storage.play import UNREADABLE
from storage.tables import quarantined

FRESH_SECONDS = 1.0
PATIENCE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the database says of the messages, or that it does not answer."""

    answers: bool
    states: Mapping[str, int] = field(default_factory=dict)
    aside: int = 0
    unreadable: int = 0
    lost_since: str | None = None
    plans: Figures = field(default_factory=Figures)


class Pages:
    """The pages of one process. The ledger is read at most once a second, whoever asks, and by one at a time; who
    asks waits for it during `patience` seconds."""

    def __init__(
        self, app: App, health: Health, runner: Runner, metrics: Metrics, patience: float = PATIENCE_SECONDS
    ) -> None:
        self._app = app
        self._health = health
        self._runner = runner
        self._metrics = metrics
        self._patience = patience
        self._ledger = Ledger(answers=False)
        self._read_at = float("-inf")
        self._reading: asyncio.Task[None] | None = None

    def application(self) -> FastAPI:
        """The routes, without the pages by which FastAPI describes itself."""
        web = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
        web.add_api_route("/healthz", self.alive, methods=["GET", "HEAD"])
        web.add_api_route("/readyz", self.ready, methods=["GET", "HEAD"])
        web.add_api_route("/metrics", self.figures, methods=["GET"])
        web.add_exception_handler(Exception, _silent)
        return web

    async def alive(self) -> Response:
        """The loop turns, since it answers."""
        return PlainTextResponse("ok\n")

    async def ready(self) -> Response:
        """Everything that serves people does; 503 and the reason if not."""
        ledger = await self._fresh()
        tick = self._runner.age
        good = self._health.ready(database=ledger.answers and not self._runner.failure, tick_age=tick)
        said: dict[str, Any] = {
            "ready": good,
            "leads": self._leads(),
            "channels": self._health.channels,
            "database": ledger.answers,
            "tick_age_seconds": round(tick, 1),
            "tick_failure": self._runner.failure,
            "loop_lag_seconds": round(self._health.lag, 3),
            "outbox": ledger.states,
            "broadcasts": {**ledger.plans.broadcasts, "to_send": ledger.plans.to_send},
            "set_aside": ledger.aside,
            "messages_lost_since": ledger.lost_since,
        }
        return JSONResponse(said, status_code=200 if good else 503)

    def _leads(self) -> int:
        """Of the things that one process alone may do, how many this one does; where there is one process, one."""
        leading = self._app.leading
        return leading.count if isinstance(leading, Together) else 1

    async def figures(self) -> Response:
        """For Prometheus."""
        ledger = await self._fresh()
        self._metrics.plans(ledger.plans)
        text = self._metrics.text(self._health, self._runner.age, ledger.states, ledger.aside, ledger.unreadable)
        return Response(text, media_type=CONTENT_TYPE_LATEST)

    async def _fresh(self) -> Ledger:
        if self._reading is None and time.monotonic() - self._read_at > FRESH_SECONDS:
            self._reading = asyncio.create_task(self._read())
        if self._reading is not None:
            # Left alone afterwards: a database that hangs must not take one thread more at each question.
            await asyncio.wait((self._reading,), timeout=self._patience)
        return Ledger(answers=False) if self._reading is not None else self._ledger

    async def _read(self) -> None:
        try:
            self._ledger = await asyncio.to_thread(self._look)
        except Exception:  # noqa: BLE001  # whatever is wrong with the database, that is the answer
            self._ledger = Ledger(answers=False)
        finally:
            self._read_at, self._reading = time.monotonic(), None

    def _look(self) -> Ledger:
        now = self._app.clock.now()
        with self._app.database.read() as connection:
            sums = outbox.sums(connection)
            counted = select(func.count(), func.count().filter(quarantined.c.error == UNREADABLE))
            aside, unreadable = connection.execute(counted.select_from(quarantined)).one()
            gone, plans = presence.absence(connection, now), overview.figures(connection, now)
        return Ledger(True, sums, aside, unreadable, gone.since.isoformat() if gone else None, plans)


async def _silent(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("error\n", status_code=500)
