"""The real program `boussole run` in a process of its own, before the servers of its channels."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storage import outbox
from storage.database import open_database
from tests.cli.nursery import Program
from tests.cli.program import ROOT, surroundings
from tests.databases import Home
from tests.fake_telegram import TOKEN

PATIENCE = 60.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


class Bot:
    """A running bot: its pages, its signals, how it ended and what it wrote. `api` is the port of Telegram's
    server, None for a bot that is not there."""

    def __init__(self, home: Home, api: int | None, *options: str, err: str | None = None, **settings: str) -> None:
        self.port = free_port()
        self.home = home
        self._log = Path(err) if err else home.folder / "err.log"
        telegram = {"TELEGRAM__TOKEN": TOKEN, "TELEGRAM__BASE_URL": f"http://127.0.0.1:{api}"}
        given = {
            **(telegram if api is not None else {}),
            "WEB__PORT": str(self.port),
            **home.settings,
            "LOGS__LEVEL": "debug",
            **settings,
        }
        with self._log.open("ab") as log:
            environment = surroundings(**{f"BOUSSOLE_{name}": value for name, value in given.items()})
            self.process = Program(["run", *options], cwd=ROOT, env=environment, stdout=log, stderr=log)

    def get(self, path: str) -> tuple[int, str]:
        """A page; 0 when nothing listens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except OSError:
            return 0, ""
        finally:
            connection.close()

    def health(self) -> dict[str, Any]:
        """What /readyz says; empty when nothing listens."""
        said = self.get("/readyz")[1]
        return dict(json.loads(said)) if said else {}

    def until(self, *, ready: bool = True, seconds: float = PATIENCE) -> None:
        """Wait for /readyz to be of this colour."""
        deadline = time.monotonic() + seconds
        while self.get("/readyz")[0] != (200 if ready else 503):
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline, (self.get("/readyz"), self.said)
            time.sleep(0.05)

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        os.kill(self.process.pid, number)

    def ended(self, seconds: float = PATIENCE) -> int:
        """Its exit code."""
        return self.process.wait(seconds)

    def stopped(self) -> tuple[int, float]:
        """The exit code after SIGTERM, and how long it took."""
        began = time.monotonic()
        self.signal(signal.SIGTERM)
        return self.ended(), time.monotonic() - began

    @property
    def said(self) -> str:
        """All that it wrote; nothing that it ever writes holds the token or a traceback."""
        said = self._log.read_text(encoding="utf-8", errors="replace") if self._log.is_file() else ""
        assert TOKEN not in said
        assert TOKEN.partition(":")[2] not in said
        assert "Traceback" not in said, said
        return said

    @property
    def steps(self) -> list[str]:
        """The names of the steps it logged."""
        return [json.loads(line)["event"] for line in self.said.splitlines() if line.startswith("{")]

    def ledger(self) -> dict[str, int]:
        """The states of its messages that are not empty."""
        database = open_database(self.home.url)
        with database.read() as connection:
            sums = outbox.sums(connection)
        database.close()
        return {state: count for state, count in sums.items() if count and state != "planned"}


@contextmanager
def running(home: Home, api: int | None, *options: str, err: str | None = None, **settings: str) -> Iterator[Bot]:
    """A bot, killed afterwards if it still runs."""
    bot = Bot(home, api, *options, err=err, **settings)
    try:
        yield bot
    finally:
        if bot.process.poll() is None:
            bot.process.kill()
        bot.process.wait(PATIENCE)
    assert bot.said is not None
