"""The other end of `/control`: start a server as a process of its own, and be its people from here."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.fake_telegram.people import NotOnScreenError
from tests.fake_telegram.refusals import Json
from tests.fake_telegram.server import TOKEN

ROOT = Path(__file__).parents[2]


class Remote:
    """`with Remote.start() as server:` runs it until the end of the block; `Remote(port)` joins one that runs."""

    def __init__(self, port: int, process: subprocess.Popen[str] | None = None) -> None:
        self.port = port
        self.process = process
        self.token = TOKEN

    @classmethod
    def start(cls, *options: str) -> Self:
        """A new process, on a free port; options are those of `python -m tests.fake_telegram`."""
        words = [sys.executable, "-m", "tests.fake_telegram", *options]
        process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        return cls(int(process.stdout.readline()), process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)
            assert self.process.stdout is not None
            self.process.stdout.close()

    @property
    def base_url(self) -> str:
        """What a client is given as base URL."""
        return f"http://127.0.0.1:{self.port}/bot"

    def order(self, name: str, **order: object) -> Any:
        """One order of control.ORDERED, and its result."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request("POST", f"/control/{name}", json.dumps(order))
            answer = connection.getresponse()
            told = json.loads(answer.read())
        finally:
            connection.close()
        if answer.status != 200:
            raise NotOnScreenError(told.get("error", told))
        return told["result"]

    def do(self, user: int, deed: str, **how: object) -> Any:
        """A person does something: `do(812, "sends", text="bonjour")`."""
        return self.order("do", user=user, do=deed, **{"with": how})

    def screen(self, user: int) -> list[Json]:
        """What a person sees."""
        return list(self.order("screen", user=user))

    def calls(self, method: str = "", chat: int = 0, since: int = 0) -> list[Json]:
        """What the bot called."""
        return list(self.order("calls", method=method, chat=chat, since=since))

    def wait(self, calls: int, method: str = "", chat: int = 0, seconds: float = 10) -> bool:
        """Until so many calls were answered with 200."""
        return bool(self.order("wait", calls=calls, method=method, chat=chat, seconds=seconds))

    def fault(self, kind: str, **how: object) -> int:
        """Order a fault: `fault("stall", method="sendMessage")`."""
        return int(self.order("fault", kind=kind, **{"with": how}))
