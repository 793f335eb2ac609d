"""`doctor`: each failure has its own sentence, which says what to do, and no secret is shown (goal O2)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.doctor_telegram import Answer, judged
from bot.settings import Telegram
from storage import schema
from storage.database import open_database
from tests.bot.running import free_port, running
from tests.cli.program import ran
from tests.databases import Home
from tests.fake_telegram import TOKEN
from tests.fake_telegram.remote import Remote
from tests.house.source import ROOT

pytestmark = pytest.mark.slow

GOOD, BAD = "bon", "à corriger"
HIDDEN = "canari-secret"
URL = "https://bot.example.org/telegram"


@pytest.fixture(scope="module")
def api() -> Iterator[Remote]:
    """Telegram, in a process of its own."""
    with Remote.start() as server:
        yield server


def examined(folder: Path, **settings: str) -> tuple[int, list[str], list[str]]:
    """The exit code, what is good, what is not."""
    given = {"STORAGE__URL": f"sqlite:///{folder}/boussole.db", **settings}
    ended = ran("doctor", folder=folder, **{f"BOUSSOLE_{name}": value for name, value in given.items()})
    assert [each for each in (TOKEN.partition(":")[2], HIDDEN) if each in ended.out + ended.err] == []
    lines = [line.strip() for line in ended.out.splitlines()]
    good, bad = ([line.removeprefix(mark).strip() for line in lines if line.startswith(mark)] for mark in (GOOD, BAD))
    return ended.code, good, bad


def of_telegram(api: Remote, **more: str) -> dict[str, str]:
    return {"TELEGRAM__TOKEN": TOKEN, "TELEGRAM__BASE_URL": f"http://127.0.0.1:{api.port}", **more}


def test_a_machine_without_telegram_is_sound(tmp_path: Path) -> None:
    """Nothing is created by looking; the memory of the server that is installed here is printed."""
    code, good, bad = examined(tmp_path)
    assert (code, bad) == (0, [])
    assert any("Mémoire du serveur installé" in line for line in good)
    assert list(tmp_path.iterdir()) == []


def test_the_server_fits_in_the_memory_that_was_promised(file_home: Home, api: Remote) -> None:
    """512 MB, and far from it. This process is forked from one that has read every module and every pack, some 35 MB
    more than a server needs: what a server takes is told by `test_process_measured.py`."""
    with running(file_home, api.port) as bot:
        bot.until(ready=True)
        _, good, _ = examined(file_home.folder, **of_telegram(api))
        (line,) = [line for line in good if "Mémoire du bot qui tourne" in line]
        assert 20 < int("".join(filter(str.isdigit, line.partition("Mo")[0]))) < 180


def test_a_bot_that_was_started_once_is_sound(file_home: Home, api: Remote) -> None:
    """The token, the webhook, the menu: each has its line."""
    with running(file_home, api.port) as bot:
        bot.until(ready=True)
        api.wait(1, "getUpdates", seconds=2)
        bot.stopped()
    code, good, bad = examined(file_home.folder, **of_telegram(api))
    assert (code, bad) == (0, [])
    assert [line for line in good if "@essai_bot" in line or "commandes" in line or "en attente" in line] != []


WRONG = {
    "token": "Telegram refuse le jeton",
    "away": "Telegram ne répond pas",
    "garbage": "Telegram ne répond pas",
    "webhook": "Telegram appelle une autre adresse",
    "pack": "le dossier",
    "database": "Ce fichier n'est pas une base lisible",
    "url": "attendu : une adresse comme sqlite",
    "level": "attendu : debug",
    "secret": "contient un secret et tout le monde peut le lire",
    "half": "cette clé manque",
    "toml": "n’est pas du TOML",
    "notice": "Notice de confidentialité",
    "homeserver": "Le serveur Matrix 127.0.0.1 ne répond pas",
    "zone": "le fuseau horaire « Mars/Olympus » n’existe pas",
    "older": "schéma 0001_first, à mettre à jour. Faites : boussole db upgrade",
    "newer": "vient d'une version plus récente (9999_later)",
}
SAME = ["away", "garbage"]


@pytest.mark.parametrize("wrong", WRONG)
def test_each_failure_says_what_to_do(tmp_path: Path, api: Remote, wrong: str) -> None:
    """One line, one sentence of its own, exit 1; no secret is in it."""
    code, _, bad = examined(tmp_path, **broken(wrong, tmp_path, api))
    api.order("lift")
    bad = [line for line in bad if "Le menu de Telegram est vide" not in line]
    assert code == 1
    assert len(bad) == 1
    assert [each for each, said in WRONG.items() if said in bad[0]] == (SAME if wrong in SAME else [wrong])


def broken(wrong: str, folder: Path, api: Remote) -> dict[str, str]:
    """The settings of a machine on which one thing is wrong."""
    if wrong == "garbage":
        api.fault("garbage", method="getMe")
    if wrong == "database":
        (folder / "boussole.db").write_bytes(b"garbage" * 100)
    if wrong == "toml":
        (folder / "config.toml").write_text("[storage\n", encoding="utf-8")
    if wrong in ("older", "newer"):
        _other_schema(folder / "boussole.db", wrong)
    (folder / "token").write_text(TOKEN, encoding="utf-8")
    hooked = {"TELEGRAM__MODE": "webhook", "TELEGRAM__WEBHOOK_URL": URL, "TELEGRAM__WEBHOOK_SECRET": "x"}
    changed = {
        "token": {"TELEGRAM__TOKEN": "123456789:un-autre-jeton"},
        "away": {"TELEGRAM__BASE_URL": f"http://127.0.0.1:{free_port()}"},
        "webhook": hooked,
        "pack": {"TERRITORY__PACK": str(folder / "absent")},
        "url": {"STORAGE__URL": "mysql://ailleurs/base"},
        "level": {"LOGS__LEVEL": "bavard"},
        "notice": {"NOTICE__CONTROLLER": ""},
        "homeserver": {"MATRIX__HOMESERVER": f"http://127.0.0.1:{free_port()}", **ACCOUNT},
        "zone": {"TERRITORY__PACK": str(folder / "elsewhere")},
    }
    if wrong == "zone":
        _pack_of_no_zone(folder / "elsewhere")
    if wrong == "secret":
        return {"TELEGRAM__TOKEN_FILE": str(folder / "token")}
    return {"TELEGRAM__MODE": "polling"} if wrong == "half" else of_telegram(api, **changed.get(wrong, {}))


ACCOUNT = {"MATRIX__USER": "@essai:example.org", "MATRIX__PASSWORD": HIDDEN, "MATRIX__PICKLE_KEY": HIDDEN}


def _other_schema(file: Path, wrong: str) -> None:
    """That of the first release, or of one to come."""
    database = open_database(f"sqlite:///{file}")
    with database.write() as connection:
        schema.migrate(connection, schema.REVISIONS[0] if wrong == "older" else schema.HEAD)
        if wrong == "newer":
            connection.execute(update(schema._version).values(version_num="9999_later"))
    database.close()


def _pack_of_no_zone(folder: Path) -> None:
    """Somewhere that no clock is for."""
    shutil.copytree(ROOT / "content" / "exemple", folder)
    file = folder / "pack.yaml"
    file.write_text(file.read_text("utf-8").replace("Indian/Reunion", "Mars/Olympus"), encoding="utf-8")


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOOKED = Telegram(token="1:a", mode="webhook", webhook_url=URL, webhook_secret="s")


def said(**known: object) -> list[tuple[bool, str]]:
    """What is said of a bot that Telegram calls, with a menu."""
    date = known.pop("date", NOW)
    assert isinstance(date, datetime)
    answers = {
        "getMe": Answer(200, {"username": "essai_bot"}, date),
        "getWebhookInfo": Answer(200, {"url": URL, "pending_update_count": 3, **known}, date),
        "getMyCommands": Answer(200, [{"command": "aide"}], date),
    }
    return list(judged(HOOKED, answers, NOW))


def test_a_webhook_that_works_says_how_many_messages_wait() -> None:
    """An error of yesterday is no error any more."""
    old = int((NOW - timedelta(days=1)).timestamp())
    found = said(last_error_date=old, last_error_message="Connection refused")
    assert [good for good, _ in found] == [True, True, True]
    assert "3 messages en attente" in found[1][1]


def test_a_webhook_that_fails_says_why() -> None:
    """The reason is Telegram's, and what to look at is ours."""
    found = said(last_error_date=int(NOW.timestamp()) - 60, last_error_message="SSL error")
    assert [(good, line) for good, line in found if not good and "SSL error" in line] != []


@pytest.mark.parametrize(("seconds", "good"), [(0, True), (29, True), (31, False), (-3600, False)])
def test_a_clock_that_is_wrong_is_measured_against_the_server(seconds: int, good: bool) -> None:
    """Reminders would leave at the wrong hour."""
    found = said(date=NOW + timedelta(seconds=seconds))
    assert any("horloge" in line for _, line in found) is not good
    assert all(fine for fine, _ in found) is good
