"""A pack that changes under a running bot: SIGHUP speaks the new one, a bad one is refused (fault F49)."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.program import ROOT, Talk, ran, talking

GOOD = '{"etape": "idee", "territoire": "region"}\n'


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the default pack, to be changed."""
    return Path(shutil.copytree(ROOT / "content" / "lille", tmp_path / "pack"))


@pytest.fixture
def on_pack(pack: Path) -> Iterator[Talk]:
    """A program that speaks this copy, with a conversation begun."""
    with talking("--pack", pack) as talk:
        talk.text("bonjour")
        yield talk


def changed(file: Path, change: Callable[[str], str]) -> None:
    """Another text in a file."""
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def reloaded(talk: Talk, pack: Path, change: Callable[[str], str]) -> None:
    """The questions changed on the disk, then SIGHUP."""
    changed(pack / "orientation.yaml", change)
    talk.process.send_signal(signal.SIGHUP)


def until(holds: Callable[[], bool], seconds: float = 20.0) -> bool:
    """True as soon as it holds."""
    deadline = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def test_a_changed_pack_is_spoken_after_sighup_in_the_middle_of_a_conversation(on_pack: Talk, pack: Path) -> None:
    """The answers given are kept, the next question is the new one."""
    on_pack.tap("orientation/etape:idee")
    reloaded(on_pack, pack, lambda text: text.replace("Dans quelle commune ?", "Où donc ?"))
    assert until(lambda: "Où donc ?" in on_pack.text("menu").text)
    assert "orientation/qpv:oui" in on_pack.text("Lille").ids
    assert "idée" in on_pack.text("mes données").text


def test_an_answer_that_exists_no_more_is_asked_again(on_pack: Talk, pack: Path) -> None:
    """What still exists is kept."""
    for choice in ("etape:idee", "commune:lille", "qpv:oui", "but:mixte"):
        on_pack.tap(f"orientation/{choice}")
    for file in pack.glob("personas/*.yaml"):
        changed(file, lambda text: text.replace("mixte", "entre_deux"))
    reloaded(on_pack, pack, lambda text: text.replace("mixte", "entre_deux"))
    assert until(lambda: "Les deux" not in on_pack.text("mes données").text)
    assert "idée" in on_pack.text("mes données").text
    assert "orientation/but:entre_deux" in on_pack.tap("orientation/emplois:nsp").ids
    assert "orientation/besoins:local" in on_pack.tap("orientation/but:entre_deux").ids


BROKEN: dict[str, Callable[[str], str]] = {
    "not YAML": lambda text: text + "\n  : [",
    "a tab": lambda text: text.replace("questions:", "questions:\t\n\t", 1),
    "a duplicate key": lambda text: text + "\nquestions: []\n",
    "an unknown scheme": lambda text: text.replace("scheme: cites_lab", "scheme: cites_lap", 1),
    "empty": lambda text: "",
}


@pytest.mark.row("F49")
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_is_refused_on_sighup_and_the_old_one_stays(on_pack: Talk, pack: Path, name: str) -> None:
    """Each defect has its place; the conversation goes on."""
    reloaded(on_pack, pack, BROKEN[name])
    assert until(lambda: "orientation.yaml:" in on_pack.err)
    assert "orientation/commune:region" in on_pack.tap("orientation/etape:idee").ids
    reloaded(on_pack, pack, lambda _: (ROOT / "content/lille/orientation.yaml").read_text(encoding="utf-8"))
    assert "orientation/qpv:oui" in on_pack.text("Lille").ids


def test_a_pack_that_is_gone_is_refused_on_sighup_and_the_old_one_stays(on_pack: Talk, pack: Path) -> None:
    """The folder may be on a disk that was taken away."""
    shutil.rmtree(pack)
    on_pack.process.send_signal(signal.SIGHUP)
    assert until(lambda: len(on_pack.err) > 20)
    assert "orientation/commune:region" in on_pack.tap("orientation/etape:idee").ids


@pytest.mark.row("F49")
@pytest.mark.parametrize("name", BROKEN)
def test_no_command_starts_on_a_broken_pack(pack: Path, name: str) -> None:
    """Exit code 1, each defect with its place."""
    changed(pack / "orientation.yaml", BROKEN[name])
    for command in (("chat", "--json", "--pack", pack), ("check", pack), ("orient", "--answers", "-", "--pack", pack)):
        ended = ran(*command, said=GOOD)
        assert (ended.code, "orientation.yaml:" in ended.out + ended.err) == (1, True), (command, ended)
