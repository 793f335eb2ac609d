"""What the machine around the process is told, lacks, or says of a long absence."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.running import PATIENCE, running
from tests.cli.program import ran, surroundings
from tests.databases import Home
from tests.fake_telegram import TOKEN
from tests.fake_telegram.remote import Remote


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
