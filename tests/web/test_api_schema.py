"""schemathesis asks the interface all that its description allows, and much that it does not."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from bot.web.server import listening_on
from storage.database import Database
from storage.tokens import SCOPES
from tests.web.reading import opened

EXAMPLES = 60 if int(os.environ.get("BOUSSOLE_KILLS", "0")) >= 200 else 4


@contextmanager
def served(database: Database) -> Iterator[tuple[str, str]]:
    """The interface on a port, in a thread of its own; its root, and a token that opens all of it."""
    ready, over = threading.Event(), threading.Event()
    found: list[str] = []

    async def serve() -> None:
        async with opened(database, "exemple", per_minute=100_000) as desk:
            with listening_on("127.0.0.1", 0) as door:
                server = uvicorn.Server(uvicorn.Config(desk.web, lifespan="off", log_config=None))
                server.capture_signals = _nothing  # type: ignore[method-assign]  # in a thread
                serving = asyncio.create_task(server.serve(sockets=[door]))
                found.extend((f"http://127.0.0.1:{door.getsockname()[1]}", desk.token(*SCOPES)))
                ready.set()
                await asyncio.to_thread(over.wait)
                server.should_exit = True
                await serving

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(20)
    try:
        yield found[0], found[1]
    finally:
        over.set()
        thread.join()


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def test_schemathesis_finds_nothing(lasting_database: Database, tmp_path: Path) -> None:
    """Its own program, with every check and every phase that it has."""
    with served(lasting_database) as (root, token):
        asked = [f"{root}/api/v1/openapi.json", "--url", f"{root}/api/v1", "--max-examples", str(EXAMPLES)]
        given = ["--header", f"Authorization: Bearer {token}", "--seed", "1", "--no-color"]
        program = [sys.executable, "-m", "schemathesis.cli", "run", *asked, *given, "--checks", "all"]
        done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert "5 selected" in done.stdout, done.stdout
