"""Words that make no command, addresses with nothing behind, files that hold too much: one sentence of ours, in French,
and nothing left behind."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from tests.bot.test_settings import BROKEN, CANARY, with_secrets
from tests.cli.program import NAMED, Ended, ran, talking

Here = Callable[..., Ended]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    """The program without a process of its own, in an empty folder: for commands that end before they begin."""
    monkeypatch.chdir(tmp_path)
    for name, value in NAMED.items():
        monkeypatch.setenv(name, value)

    def played(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["boussole", *words])
        with pytest.raises(SystemExit) as end:
            main()
        gc.enable()
        assert isinstance(end.value.code, int)
        return Ended(end.value.code, *capsys.readouterr())

    return played


MISUSED = {
    ("dance",): "La commande « dance » n'existe pas. Aide : ",
    ("db", "dance"): "La commande « dance » n'existe pas. Aide : ",
    ("\x1b[31m\n",): "La commande « ",
    ("chat", "--loud"): "L'option --loud n'existe pas. Aide : ",
    ("d" * 80,): f"La commande « {'d' * 60} » n'existe pas. Aide : ",
    ("chat", "l'eau d'ici"): "« l'eau d'ici » est de trop. Aide : ",
    ("chat", "extra", "words"): "« extra words » est de trop. Aide : ",
    ("chat", "--db"): "L'option --db n'a pas sa valeur, ou en a une de trop. Aide : ",
    ("check", "--strict=3"): "L'option --strict n'a pas sa valeur, ou en a une de trop. Aide : ",
    ("orient",): "Il manque --answers. Aide : ",
    ("pack", "new"): "Il manque DIR. Aide : ",
    ("people", "erase"): "Il manque ID. Aide : ",
    ("people", "erase", "douze"): "ID : cette valeur ne convient pas. Aide : ",
    ("people", "erase", "0"): "ID : cette valeur ne convient pas. Aide : ",
    ("invite", "--role", "king"): "--role : valeurs possibles : animator, agent, admin. Aide : ",
    ("summary", "--loud"): "L'option --loud n'existe pas. Aide : ",
}


@pytest.mark.parametrize("words", MISUSED, ids=[repr(" ".join(words)) for words in MISUSED])
def test_words_that_make_no_command_are_told_in_one_french_sentence(words: tuple[str, ...], here: Here) -> None:
    """What is wrong, then where to read more; no box, no usage."""
    ended = here(*words)
    assert (ended.code, len(ended.sentences), ended.out) == (2, 1, ""), ended
    assert ended.err.startswith(MISUSED[words])
    assert ended.err.endswith("--help\n")
    assert "\x1b" not in ended.err


def test_no_words_at_all_list_the_commands(here: Here) -> None:
    """On standard output, without an error beside."""
    for words in ((), ("db",)):
        ended = here(*words)
        assert (ended.code, ended.err, "--help" in ended.out) == (2, "", True)


# --- A path that was mistyped --------------------------------------------------------------------

READERS = (
    ("outbox",), ("outbox", "release"), ("db", "check"), ("db", "backup", "copy.db"), ("people", "show", "1"),
    ("people", "erase", "1"), ("roles", "list"), ("roles", "revoke", "1"), ("codes", "list"), ("tokens", "list"),
    ("gatherings",), ("gatherings", "show", "1"), ("laureates", "list"), ("retention", "run"),
    ("retention", "run", "--dry-run"), ("summary", "--week", "2026-W46"), ("check", "--live"),
    ("privacy", "breach", "2026-12-01", "2026-12-02"),
)  # fmt: skip


@pytest.mark.parametrize("words", READERS, ids=[" ".join(words) for words in READERS])
def test_a_database_that_is_not_there_is_named_and_not_made(words: tuple[str, ...], here: Here, tmp_path: Path) -> None:
    """An empty one in its place would say that there is nobody, and a copy of it that all is safe."""
    ended = here(*words, "--db", f"sqlite:///{tmp_path}/mistyped.db")
    assert (ended.refused, "mistyped.db" in ended.err, ended.out) == (True, True, "")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_from_a_mistyped_path_makes_neither_database(here: Here, tmp_path: Path) -> None:
    """Nor one where it would have gone; the same for a server that does not answer."""
    for source in (f"sqlite:///{tmp_path}/mistyped.db", "postgresql://u:secret@127.0.0.1:1/d"):
        ended = here("db", "copy", source, f"sqlite:///{tmp_path}/target.db")
        assert (ended.refused, "secret" in ended.err) == (True, False)
        assert list(tmp_path.iterdir()) == []


def test_an_empty_database_is_said_to_be_empty(here: Here, tmp_path: Path) -> None:
    """Whoever would look into it; no copy of it is made."""
    (tmp_path / "one.db").touch()
    for words in (("outbox",), ("outbox", "release"), ("db", "backup", "copy.db"), ("check", "--live")):
        ended = here(*words, "--db", f"sqlite:///{tmp_path}/one.db")
        assert (ended.refused, "base vide" in ended.err) == (True, True), words
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize(
    "address",
    [
        "mysql://u:secret@of-it@h/d",
        "mysql://h/d?password=secret",
        "postgresql://h:port/d?password=secret",
        "postgresql://u:secret@h:port/d",
        "postgresql://127.0.0.1:1/d?user=u&password=secret",
    ],
)
def test_no_address_shows_its_password_wherever_it_is_written(address: str, here: Here) -> None:
    """Before the machine, after a sign that should have been escaped, among the options."""
    for words in (("outbox",), ("db", "check"), ("db", "copy", address)):
        ended = here(*words, *(() if words[-1] == address else ("--db",)), address)
        assert (ended.code, re.findall("secret|of-it", ended.out + ended.err)) == (1, []), words


def test_what_one_restore_set_aside_is_not_lost_to_the_next(tmp_path: Path) -> None:
    """Someone who puts back the wrong copy, then another, still has the first database."""
    url = f"sqlite:///{tmp_path}/one.db"
    ran("db", "upgrade", "--db", url)
    ran("db", "backup", tmp_path / "copy", "--db", url)
    with talking("--db", url) as talk:
        talk.text("bonjour")
    first = ran("db", "restore", tmp_path / "copy", "--db", url)
    with talking("--db", url) as talk:
        talk.text("bonjour")
        talk.text("bonjour", "u2")
    second = ran("db", "restore", tmp_path / "copy", "--db", url)
    aside = [ended.out.split(" : ")[-1].strip() for ended in (first, second)]
    assert [ran("outbox", "--db", f"sqlite:///{path}").out.split()[0] for path in aside] == ["2", "4"]


def test_a_copy_that_is_refused_is_called_by_its_own_name(tmp_path: Path) -> None:
    """Not by the one that it had for a moment beside the database."""
    (tmp_path / "empty").touch()
    url = f"sqlite:///{tmp_path}/one.db"
    ran("db", "upgrade", "--db", url)
    ended = ran("db", "restore", tmp_path / "empty", "--db", url)
    assert (ended.refused, f"{tmp_path}/empty." in ended.err, "restoring" in ended.err) == (True, True, False)


# --- Files that hold too much --------------------------------------------------------------------


@pytest.mark.row("F48")
@pytest.mark.parametrize("written", BROKEN)
def test_each_broken_configuration_is_told_by_one_line_and_ends_by_two(
    written: str, here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where, and what is expected; no traceback, no secret (faults F48)."""
    for name in NAMED:
        monkeypatch.delenv(name)
    file = with_secrets(tmp_path) / "config.toml"
    file.write_text(written, encoding="utf-8")
    file.chmod(0o600)
    ended = here("run", "--config", str(file))
    assert (ended.code, len(ended.err.splitlines()), ended.out) == (2, 1, ""), ended
    assert BROKEN[written] in ended.err
    assert CANARY not in ended.err


@pytest.mark.row("F48")
@pytest.mark.parametrize("text", [f"[web]\nport = {'9' * 5_000}", f"a = {'[' * 5_000}{']' * 5_000}"])
def test_a_configuration_that_no_parser_can_read_is_one_line(text: str, tmp_path: Path) -> None:
    """A number of five thousand digits, a list in a list five thousand times."""
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    ended = ran("outbox", "--config", tmp_path / "config.toml")
    assert (ended.code, len(ended.sentences), "config.toml" in ended.err) == (2, 1, True)
