"""What the machine around the process is told, lacks, or says of a long absence."""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.bot.running import PATIENCE, Bot, running
from tests.cli.program import ran, surroundings
from tests.databases import Home
from tests.fake_telegram import TOKEN
from tests.fake_telegram.remote import Remote

ANN = 6_123_456_789


@pytest.mark.row("F35")
def test_a_machine_without_zones_is_refused_by_the_name_of_the_zone(tmp_path: Path) -> None:
    """A container without tz database (faults F35)."""
    script = "import sys; sys.modules['tzdata'] = None; from bot.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "run", "--db", f"sqlite:///{tmp_path}/b.db"],
        env=surroundings(PYTHONTZPATH="", BOUSSOLE_TELEGRAM__TOKEN=TOKEN),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert "Europe/Paris" in done.stderr
    assert "Traceback" not in done.stderr


def test_systemd_is_told(home: Home, tmp_path: Path, api: Remote) -> None:
    """Ready, alive at each tick, leaving: the watchdog of the service works."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(PATIENCE)
        os.environ["NOTIFY_SOCKET"] = str(tmp_path / "notify")
        try:
            with running(home, api.port) as bot:
                assert systemd.recv(100) == b"READY=1"
                assert systemd.recv(100) == b"WATCHDOG=1"
                bot.until(ready=True)
                bot.stopped()
                while (told := systemd.recv(100)) != b"STOPPING=1":
                    assert told == b"WATCHDOG=1"
        finally:
            del os.environ["NOTIFY_SOCKET"]


@pytest.mark.row("F15")
def test_a_long_absence_is_told_by_health_and_by_doctor(home: Home, api: Remote) -> None:
    """What was written more than a day before the return may be lost (faults F15)."""
    with running(home, api.port) as bot:
        bot.until(ready=True)
        bot.stopped()
    from storage.database import open_database
    from storage.tables import marks

    database = open_database(home.url)
    with database.write() as connection:
        long_ago = "2026-01-02T03:04:05+00:00"
        connection.execute(marks.update().where(marks.c.name == "alive").values(value=long_ago))
    database.close()
    assert "depuis le 2026-01-02 03:04" in ran("doctor", "--db", home.url).out
    with running(home, api.port) as bot:
        bot.until(ready=True)
        assert bot.health()["messages_lost_since"] == "2026-01-02T03:04:05+00:00"
        assert "du 2026-01-02 03:04" in ran("doctor", "--db", home.url).out
        assert json.loads(bot.get("/readyz")[1])["ready"] is True


class SmallDisk:
    """A file system of two megabytes for the files of a bot; where a test may not mount one, a limit on their size."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        mount = ("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder))
        self.is_real = subprocess.run(mount, capture_output=True, check=False).returncode == 0

    def fill(self, bot: Bot) -> None:
        """Not a byte is left, or next to none."""
        if not self.is_real:
            resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (FEW, resource.RLIM_INFINITY))
            return
        with suppress(OSError), (self.folder / "ballast").open("wb", buffering=0) as ballast:
            while True:
                ballast.write(bytes(4_096))

    def empty(self, bot: Bot) -> None:
        """There is room again."""
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        (self.folder / "ballast").unlink(missing_ok=True)


FEW = 36 * 1024
"""Bytes of a file: the pages of the log of writes that readers share, and no turn besides."""


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    """One, taken away afterwards. Not in a folder of pytest, which another run may call otherwise or remove."""
    with tempfile.TemporaryDirectory(prefix="boussole-") as folder:
        disk = SmallDisk(Path(folder))
        try:
            yield disk
        finally:
            if disk.is_real:
                subprocess.run(["umount", "--lazy", folder], check=True)


def until(bot: Bot, holds: Callable[[], object]) -> None:
    """Wait for something to hold."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, bot.said
        time.sleep(0.05)


@pytest.mark.row("F30")
def test_a_process_whose_disk_is_full_says_so_once_and_serves_again_by_itself(
    disk: SmallDisk, tmp_path: Path, api: Remote
) -> None:
    """What was written meanwhile waits at Telegram, and is answered once; the pages still tell (faults F30)."""
    home = Home(disk.folder, f"sqlite:///{disk.folder}/boussole.db")
    with running(home, api.port, err=str(tmp_path / "err.log"), LOGS__LEVEL="warning") as bot:
        bot.until(ready=True)
        disk.fill(bot)
        api.do(ANN, "starts")
        until(bot, lambda: bot.steps.count("telegram pause") >= 2)
        assert [each for each in api.screen(ANN) if not each["mine"]] == []
        assert api.order("state")["pending"] == 1
        assert bot.get("/healthz") == (200, "ok\n")
        until(bot, lambda: bot.health()["database"])
        assert bot.health()["outbox"]["planned"] == 0
        disk.empty(bot)
        until(bot, lambda: api.order("state")["pending"] == 0)
        assert bot.stopped()[0] == 0
        assert bot.steps.count("database trouble") == 1
        assert bot.ledger() == {"sent": 2}
        assert len([each for each in api.screen(ANN) if not each["mine"]]) == 2
