"""`init`: a volunteer answers questions, and the configuration is there (issue 3, point 5)."""

from __future__ import annotations

import os
import pty
import select
import stat
import tomllib
from pathlib import Path

import pytest

from bot.settings_file import read_settings
from tests.cli.nursery import Program
from tests.cli.program import ran, surroundings

pytestmark = pytest.mark.slow

TOKEN = "123456789:jeton-de-test_AAA"
URL = "https://bot.example.org/telegram"
HOST = "Hébergeur, France: serveurs"
NOTICE = ("Métropole d'« Exemple »\\", "données@metropole.example", "article 6.1.e du RGPD", "", HOST)


def talk(folder: Path, *answers: str) -> tuple[int, str]:
    """The command at a terminal, given these answers one by one; its exit code and all that was shown."""
    ours, theirs = pty.openpty()
    process = Program(["init"], cwd=folder, env=surroundings(TERM="dumb"), stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown, heard = b"", b""
    waiting = list(answers)
    while select.select([ours], [], [], 30)[0]:
        try:
            heard += os.read(ours, 65_536)
        except OSError:  # the other end is closed
            break
        if heard.endswith(b": ") and waiting:
            os.write(ours, waiting.pop(0).encode() + b"\n")
            shown, heard = shown + heard, b""
    os.close(ours)
    return process.wait(30), (shown + heard).decode(errors="replace")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_answers_become_a_configuration(tmp_path: Path) -> None:
    """Any text is kept as it was typed; what was passed is left out."""
    code, shown = talk(tmp_path, *NOTICE, "", "")
    assert code == 0
    assert "Europe/Paris" in shown
    settings = read_settings(tmp_path / "config.toml", {})
    notice = settings.notice
    assert (notice.controller, notice.contact, notice.legal_basis, notice.dpo, *notice.processors) == NOTICE
    assert settings.telegram.token == ""
    assert mode(tmp_path / "config.toml") == 0o600


def test_the_token_is_neither_shown_nor_written_in_the_configuration(tmp_path: Path) -> None:
    """It has a file of its own, for its owner alone."""
    code, shown = talk(tmp_path, *NOTICE, "", TOKEN, "n")
    assert code == 0
    assert TOKEN not in shown
    assert TOKEN not in (tmp_path / "config.toml").read_text(encoding="utf-8")
    assert mode(tmp_path / "telegram.token") == 0o600
    settings = read_settings(tmp_path / "config.toml", {})
    assert (settings.telegram.token, settings.telegram.mode) == (TOKEN, "polling")


def test_a_webhook_gets_a_secret_that_nobody_can_guess(tmp_path: Path) -> None:
    """Drawn, never asked; another one each time."""
    secrets = set()
    for name in ("a", "b"):
        folder = tmp_path / name
        folder.mkdir()
        assert talk(folder, *NOTICE, "", TOKEN, "oui", URL)[0] == 0
        telegram = read_settings(folder / "config.toml", {}).telegram
        assert (telegram.mode, telegram.webhook_url) == ("webhook", URL)
        assert len(telegram.webhook_secret) >= 32
        assert mode(folder / "webhook.secret") == 0o600
        secrets.add(telegram.webhook_secret)
    assert len(secrets) == 2


def test_an_answer_that_would_be_refused_is_asked_again(tmp_path: Path) -> None:
    """In the words of the configuration, at once rather than at the start."""
    code, shown = talk(tmp_path, *NOTICE, "exemple", "pas un jeton", TOKEN, "o", "", "bot.example.org", URL)
    assert code == 0
    assert "attendu : le jeton" in shown
    assert "Une réponse est nécessaire ici." in shown
    assert "attendu : une adresse web" in shown
    settings = read_settings(tmp_path / "config.toml", {})
    assert settings.telegram.webhook_url == URL
    assert Path(settings.territory.pack).name == "exemple"


@pytest.mark.parametrize("answer", ["", "n"])
def test_a_configuration_is_never_overwritten_without_a_yes(tmp_path: Path, answer: str) -> None:
    """Enter is no."""
    (tmp_path / "config.toml").write_text("# la nôtre", encoding="utf-8")
    code, shown = talk(tmp_path, answer)
    assert code == 2
    assert "gardé" in shown
    assert (tmp_path / "config.toml").read_text(encoding="utf-8") == "# la nôtre"


def test_a_yes_replaces_it_and_makes_it_private(tmp_path: Path) -> None:
    """The former file may have been open to everyone."""
    (tmp_path / "config.toml").write_text("[logs]", encoding="utf-8")
    (tmp_path / "config.toml").chmod(0o644)
    assert talk(tmp_path, "y", *NOTICE, "", "")[0] == 0
    assert "logs" not in tomllib.loads((tmp_path / "config.toml").read_text(encoding="utf-8"))
    assert mode(tmp_path / "config.toml") == 0o600


def test_a_pack_that_is_none_is_refused_in_one_line(tmp_path: Path) -> None:
    """Nothing is written."""
    code, shown = talk(tmp_path, *NOTICE, "atlantide")
    assert code == 1
    assert "atlantide" in shown
    assert "Traceback" not in shown
    assert list(tmp_path.iterdir()) == []


def test_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    """A script would wait for ever: it is told what to do instead."""
    ended = ran("init", folder=tmp_path, said="x\n" * 9)
    assert ended.code == 2
    assert "config.example.toml" in ended.err
    assert list(tmp_path.iterdir()) == []
