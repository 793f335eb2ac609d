"""The bot as a process that tests kill and start again, and the ledger that it leaves."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select, text

from storage.database import open_database
from storage.outbox import sums
from storage.tables import outbox
from tests.channels.telegram.rig import SECRET
from tests.cli.nursery import Program
from tests.cli.program import ROOT, surroundings
from tests.databases import Home
from tests.fake_telegram import FakeTelegram

PATIENCE = 60.0
STOPS = 137


@dataclass(frozen=True)
class Ledger:
    """What the database says when all is over."""

    counted: dict[str, int]
    received: int
    answers: set[str]
    receipts: dict[str, str | None]
    """Of each row, by its key: the number of the message, if it is known that it was sent."""

    def marked(self, updates: Iterable[int]) -> set[int]:
        """The messages known to answer these updates."""
        wanted = set(map(str, updates))
        of_them = [receipt for key, receipt in self.receipts.items() if key.split("/")[3] in wanted]
        return {int(receipt) for receipt in of_them if receipt is not None}


class Killed:
    """The bot as a process that lives for a while, again and again. `settings`: more of its environment.

    On a file the next life owns at once all that the last one had begun; what is killed on a server, where others may
    live, is killed in tests/bot/test_several_processes.py."""

    def __init__(self, server: FakeTelegram, home: Home, *, webhook: bool, **settings: str) -> None:
        usual = {
            "BOUSSOLE_TELEGRAM__TOKEN": server.token,
            "BOUSSOLE_TELEGRAM__BASE_URL": server.root,
            **{f"BOUSSOLE_{name}": value for name, value in home.settings.items()},
            "BOUSSOLE_WEB__PORT": str(free_port()),
            "BOUSSOLE_TESTING": "1",
        }
        self._environment = surroundings(**{**usual, **settings})
        self.url = home.url
        self._log = home.folder / "err.log"
        if webhook:
            port = self._environment["BOUSSOLE_WEB__PORT"]
            self._environment |= {
                "BOUSSOLE_TELEGRAM__MODE": "webhook",
                "BOUSSOLE_TELEGRAM__WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
                "BOUSSOLE_TELEGRAM__WEBHOOK_SECRET": SECRET,
            }

    async def start(self, crash_at: str = "") -> Program:
        """A new life."""
        environment = {**self._environment, "BOUSSOLE_CRASH_AT": crash_at}
        with self._log.open("ab") as log:
            return await asyncio.to_thread(Program, ["run"], cwd=ROOT, env=environment, stdout=log, stderr=log)

    @property
    def said(self) -> str:
        """All that it logged."""
        return self._log.read_text("utf-8")

    async def dies_at(self, point: str) -> None:
        """A life that ends by itself at a named point."""
        process = await self.start(point)
        try:
            assert await asyncio.to_thread(process.wait, PATIENCE) == STOPS, self.said
        finally:
            await ended(process)

    async def stopped(self, process: Program) -> Ledger:
        """The end of the last life, as an operator ends it."""
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, PATIENCE) == 0, self.said
        return self.ledger()

    def ledger(self) -> Ledger:
        """What is in the database."""
        database = open_database(self.url)
        with database.read() as connection:
            counted = dict(sums(connection))
            received = connection.execute(text("SELECT count(*) FROM inbound")).scalar_one()
            answers = set(connection.execute(text("SELECT answers FROM conversations")).scalars())
            rows = connection.execute(select(outbox.c.key, outbox.c.receipt))
            found = Ledger(counted, received, answers, {row.key: row.receipt for row in rows})
        database.close()
        return found


async def ended(process: Program) -> None:
    """Whatever becomes of a test, no process outlives it."""
    process.kill()
    await asyncio.to_thread(process.wait, PATIENCE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
