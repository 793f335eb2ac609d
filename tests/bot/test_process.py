"""The supervised process: one channel down, refused or slow, a signal, a second process (issue 3, point 5)."""

from __future__ import annotations

import shutil
import signal
import socket
import time
from pathlib import Path

import pytest

from bot.sentences import sentence
from tests.bot.running import PATIENCE, free_port, running
from tests.cli.program import ROOT, ran
from tests.databases import Home
from tests.fake_telegram import TOKEN
from tests.fake_telegram.remote import Remote
from tests.measures import record

pytestmark = pytest.mark.slow

ANN = 6_123_456_789


def heard(api: Remote, user: int, seconds: float = PATIENCE) -> list[str]:
    """What a person reads, once something was said to them."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        said = [each["text"] for each in api.screen(user) if not each["mine"]]
        if said:
            return said
        time.sleep(0.05)
    return []


@pytest.mark.row("D1")
@pytest.mark.parametrize("left", ["CONTROLLER", "CONTACT"])
def test_nobody_is_spoken_to_before_it_is_said_who_answers_for_the_data(tmp_path: Path, left: str) -> None:
    """Exit 2, one line that names what to fill in; nothing is written (D1)."""
    ended = ran("run", folder=tmp_path, BOUSSOLE_TELEGRAM__TOKEN=TOKEN, **{f"BOUSSOLE_NOTICE__{left}": ""})
    assert (ended.code, len(ended.sentences)) == (2, 1)
    assert f"notice.{left.lower()}" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_run_without_a_channel_says_so(tmp_path: Path) -> None:
    """And what to do; exit 2, as for every configuration to correct."""
    ended = ran("run", folder=tmp_path)
    assert ended.code == 2
    assert "boussole init" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.row("D15")
def test_a_person_is_answered_and_the_pages_tell(home: Home, api: Remote) -> None:
    """From a start to an answer, by polling."""
    with running(home, api.port) as bot:
        bot.until(ready=True)
        api.do(ANN, "starts")
        assert heard(api, ANN)
        # Marks are written a moment after the answer, and the page reads the ledger once a second.
        deadline = time.monotonic() + PATIENCE
        while not 1 <= (health := bot.health())["outbox"]["sent"] == health["outbox"]["planned"]:
            assert time.monotonic() < deadline, health
            time.sleep(0.1)
        assert health["channels"] == {"telegram": "up"}
        figures = bot.get("/metrics")[1]
        assert "boussole_turn_seconds_count 1.0" in figures
        for page in ("/healthz", "/readyz", "/metrics"):
            assert str(ANN) not in bot.get(page)[1]
        assert bot.stopped()[0] == 0
        assert str(ANN) not in bot.said


def test_telegram_may_call_instead(home: Home, api: Remote) -> None:
    """By webhook, at the path of the configured address."""
    port = free_port()
    url, secret = f"http://127.0.0.1:{port}/crochet/telegram", "un-secret_de-test"
    settings = {"TELEGRAM__MODE": "webhook", "TELEGRAM__WEBHOOK_URL": url, "TELEGRAM__WEBHOOK_SECRET": secret}
    with running(home, api.port, WEB__PORT=str(port), **settings) as bot:
        bot.port = port
        bot.until(ready=True)
        deadline = time.monotonic() + PATIENCE
        while api.order("state")["webhook"] != url:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        api.do(ANN, "starts")
        assert heard(api, ANN)
        with socket.create_connection(("127.0.0.1", port)) as forged:
            forged.sendall(b"POST /crochet/telegram HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}")
            assert b" 403 " in forged.recv(100)
        assert secret not in bot.said
        assert bot.stopped()[0] == 0


def test_telegram_down_at_the_start_does_not_stop_the_rest(home: Home) -> None:
    """The process lives, says it is not ready, and serves as soon as Telegram answers."""
    port = free_port()
    with running(home, port) as bot:
        bot.until(ready=False)
        assert bot.get("/healthz") == (200, "ok\n")
        assert bot.health()["channels"] == {"telegram": "down"}
        with Remote.start("--port", str(port)) as api:
            bot.until(ready=True)
            api.do(ANN, "starts")
            assert heard(api, ANN)
            assert bot.stopped()[0] == 0


def test_telegram_that_falls_while_running_is_seen(home: Home, api: Remote) -> None:
    """Red while it lasts, green when it is back, and never a busy loop (faults G9)."""
    with running(home, api.port) as bot:
        bot.until(ready=True)
        since = api.order("state")["calls"]
        api.fault("broken", status=502)
        bot.until(ready=False)
        assert api.order("state")["calls"] - since <= 12
        api.order("lift")
        bot.until(ready=True)
        api.do(ANN, "starts")
        assert heard(api, ANN)
        assert bot.stopped()[0] == 0


def test_a_token_refused_at_the_start_ends_the_process_with_a_clear_line(home: Home, api: Remote) -> None:
    """Exit 1 within thirty seconds, and not a word of the token."""
    api.order("tokens", good=False)
    with running(home, api.port) as bot:
        assert bot.ended() == 1
        *_, why, last = bot.said.splitlines()
        assert (why, last) == (sentence("cli-run-refused-telegram"), sentence("cli-run-no-channel-left"))
        assert "channel refused" in bot.steps


@pytest.mark.row("F24", "G10")
def test_a_token_revoked_while_running_ends_the_process(home: Home, api: Remote) -> None:
    """No zombie: within thirty seconds (faults F24, G10)."""
    with running(home, api.port) as bot:
        bot.until(ready=True)
        began = time.monotonic()
        api.order("tokens", good=False)
        assert bot.ended() == 1
        seconds = time.monotonic() - began
        record("G10", f"Telegram: the process ended by 1 after {seconds:.1f} s", seconds < 30)
        assert seconds < 30
        assert "channel refused" in bot.steps
        assert sentence("cli-run-refused-telegram") in bot.said.splitlines()


@pytest.mark.row("F25", "G8")
def test_a_second_process_is_refused_within_two_seconds(file_home: Home, api: Remote) -> None:
    """One line that says why; the first one goes on (faults F25). On a file: a server may serve several."""
    with running(file_home, api.port) as bot:
        bot.until(ready=True)
        began = time.monotonic()
        ran("run", folder=file_home.folder)
        # To start at all takes what it takes while other tests run: what is added is the wait.
        start = time.monotonic() - began
        second = ran("run", "--db", file_home.url, BOUSSOLE_TELEGRAM__TOKEN=TOKEN, BOUSSOLE_WEB__PORT="0")
        waited = time.monotonic() - began - 2 * start
        record("G8", f"SQLite: the second process waited {max(waited, 0):.1f} s before it refused", waited < 1.5)
        assert waited < 1.5
        assert second.refused
        assert bot.get("/readyz")[0] == 200


@pytest.mark.row("F9")
def test_a_stop_finishes_what_is_in_hand(home: Home, api: Remote) -> None:
    """Everybody who wrote before is answered once, the rows are closed, the exit is clean and quick (faults F9)."""
    with running(home, api.port) as bot:
        bot.until(ready=True)
        for user in range(1, 31):
            api.do(user, "starts")
        api.wait(10, "sendMessage")
        code, seconds = bot.stopped()
        assert (code, seconds < 10) == (0, True)
        assert set(bot.ledger()) <= {"sent"}
    with running(home, api.port) as again:
        again.until(ready=True)
        assert [user for user in range(1, 31) if len(heard(api, user, PATIENCE)) not in (1, 2)] == []
        assert again.stopped()[0] == 0
        assert set(again.ledger()) == {"sent"}


@pytest.mark.row("F9")
@pytest.mark.parametrize(("kind", "how"), [("throttle", {"retry_after": 10_000}), ("stall", {"executes": False})])
def test_a_stop_does_not_wait_for_a_channel_that_makes_us_wait(
    home: Home, api: Remote, kind: str, how: dict[str, object]
) -> None:
    """A 429 of ten thousand seconds, or a server that never answers: the row stays owed."""
    with running(home, api.port) as bot:
        bot.until(ready=True)
        api.fault(kind, method="sendMessage", **how)
        api.do(ANN, "starts")
        deadline = time.monotonic() + PATIENCE
        while not api.order("faults")[0]["hits"]:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        code, seconds = bot.stopped()
        assert (code, seconds < 10) == (0, True)
        assert set(bot.ledger()) <= {"queued", "sending"}


@pytest.mark.row("F58")
def test_the_pack_is_read_again_on_sighup_and_a_bad_one_refused(home: Home, tmp_path: Path, api: Remote) -> None:
    """People notice nothing but the new words, also in the menu."""
    pack = tmp_path / "pack"
    shutil.copytree(ROOT / "content" / "exemple", pack)
    with running(home, api.port, "--pack", str(pack)) as bot:
        bot.until(ready=True)
        (pack / "orientation.yaml").write_text("questions: [", encoding="utf-8")
        bot.signal(signal.SIGHUP)
        deadline = time.monotonic() + PATIENCE
        while "pack refused" not in bot.steps:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        api.do(ANN, "starts")
        assert heard(api, ANN)
        shutil.copytree(ROOT / "content" / "exemple", pack, dirs_exist_ok=True)
        bot.signal(signal.SIGHUP)
        while not {"pack loaded", "menu set"} <= set(bot.steps):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert bot.stopped()[0] == 0


@pytest.mark.row("F58")
def test_an_output_that_is_full_stops_nothing(home: Home, api: Remote) -> None:
    """What cannot be logged is lost, people are answered (faults F58)."""
    with running(home, api.port, err="/dev/full") as bot:
        bot.until(ready=True)
        api.do(ANN, "starts")
        assert heard(api, ANN)
        assert bot.stopped()[0] == 0


def test_a_port_that_is_taken_stops_nobody(home: Home, api: Remote) -> None:
    """Health cannot be asked, people are answered."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with running(home, api.port, WEB__PORT=str(taken.getsockname()[1])) as bot:
            api.do(ANN, "starts")
            assert heard(api, ANN)
            assert "part failed" in bot.steps
            assert bot.stopped()[0] == 0
