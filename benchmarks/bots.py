"""The bots that are compared: each is a process of its own, on a processor of its own where there are two."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PROCESSORS = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
SECRET = "a-secret_of-the-benchmark"
_CONFIG = """
[territory]
pack = "{folder}/pack"
[storage]
url = "sqlite:///{folder}/bench.db"
[notice]
controller = "bench"
contact = "bench"
[logs]
level = "warning"
[web]
port = {port}
[telegram]
token = "{token}"
base_url = "{server}"
"""
_WEBHOOK = """mode = "webhook"
webhook_url = "http://127.0.0.1:{port}/telegram"
webhook_secret = "{secret}"
"""


@dataclass(frozen=True, slots=True)
class Bot:
    """`module` is a peer's; ours has none. `here`: it needs nothing but what our environment holds. `encrypted`:
    people talk with it in encrypted rooms."""

    name: str
    module: str = ""
    webhook: bool = False
    here: bool = False
    encrypted: bool = False


OURS = Bot("boussole, polling")
OURS_WEBHOOK = Bot("boussole, webhook", webhook=True)
STOCK = Bot("python-telegram-bot, memory (B)", "benchmarks.peers.ptb_memory")
AIOGRAM = Bot("aiogram, memory", "benchmarks.peers.aiogram_memory")
NAIVE = Bot("B, asynchronous SQLite", "benchmarks.peers.ptb_sqlite")
BOTS = (OURS, OURS_WEBHOOK, STOCK, AIOGRAM, NAIVE)


def peers_python() -> Path | None:
    """The interpreter of the peers' environment, made by `make bench` beside ours."""
    found = Path(sys.prefix) / "peers" / "bin" / "python"
    return found if found.exists() else None


class Ended(RuntimeError):
    """A bot that ended by itself."""


@dataclass(slots=True)
class Running:
    """A bot that was started."""

    process: subprocess.Popen[bytes]
    told: Path

    def cpu(self) -> float:
        """Seconds of processor that it has used, its threads and ended children included."""
        if self.process.poll() is not None:
            raise Ended(self.told.read_text("utf-8", "replace")[-2000:])
        return cpu_of(self.process.pid)


def cpu_of(process: int) -> float:
    """Seconds of processor that a process has used, its threads and ended children included."""
    words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, words[11:15])) / os.sysconf("SC_CLK_TCK")


def wanted_of(process: int) -> float:
    """The same for those that live, and the seconds for which they were ready and others had the processor."""
    tasks = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(sum(map(int, task.read_text().split()[:2])) for task in tasks) / 1e9


@contextmanager
def started(
    bot: Bot, server: str, token: str, folder: Path, port: int, more: str = "", user: str = ""
) -> Iterator[Running]:
    """The bot, until the end of the block. `folder` holds the dialogue, and what the bot writes; `more` is added
    to our configuration; `user` is who a peer is, where a token does not say it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOUSSOLE_")}
    told = {"BENCH_SERVER": server, "BENCH_TOKEN": token, "BENCH_USER": user}
    told |= {"BENCH_FOLDER": str(folder), "PYTHONPATH": str(ROOT)}
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".log") as log:
        command = _command(bot, server, token, folder, port, more)
        process = subprocess.Popen(command, cwd=ROOT, env=kept | told, stdout=log, stderr=log)
        try:
            if _PROCESSORS:
                os.sched_setaffinity(process.pid, {max(_PROCESSORS)})
            yield Running(process, Path(log.name))
        finally:
            process.terminate()
            process.wait(20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def on_one_processor() -> Iterator[None]:
    """This process, crowd and server, on the first processor for a while; the bots take the last."""
    if not _PROCESSORS:
        yield
        return
    os.sched_setaffinity(0, {min(_PROCESSORS)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, _PROCESSORS)


def _command(bot: Bot, server: str, token: str, folder: Path, port: int, more: str) -> list[str]:
    if bot.module:
        return [sys.executable if bot.here else str(peers_python()), "-m", bot.module]
    config = folder / "config.toml"
    config.touch(0o600)
    written = _CONFIG + (_WEBHOOK if bot.webhook else "") + more
    config.write_text(written.format(folder=folder, port=port, token=token, server=server, secret=SECRET), "utf-8")
    return [sys.executable, "-m", "bot", "run", "--config", str(config)]
