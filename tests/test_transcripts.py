"""Whole conversations, as people live them: every file of tests/transcripts says what is heard, to the letter.

In `make test` each is played by the engine alone if it can, and by the whole bot in one of four ways, in turn: in
memory, on a file, or on Telegram in one of two ways (tests/channels/telegram). `BOUSSOLE_KILLS=200` (`make faults`)
plays it in each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.conversation import guide
from tests.players import Playing, by_engine, by_program, by_terminal, play
from tests.transcript import Message, file_of, read

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.rglob("*.txt"))
LONGEST_WELCOME = 5
SHORTEST_CANARY = 6
WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
BOTS: tuple[Playing, ...] = (by_terminal, by_program)


def names(files: list[Path]) -> list[str]:
    """The name of each file, to be chosen with -k."""
    return [str(file.relative_to(FOLDER).with_suffix("")) for file in files]


def players(number: int, file: Path, *, whole: bool) -> tuple[Playing, ...]:
    """Those that play a file, the first of them writes it again."""
    alone = () if read(file.read_text("utf-8")).stored else (by_engine,)
    return (*alone, *(BOTS if whole else BOTS[number % 4 : number % 4 + 1]))


def cases(*, whole: bool) -> Iterator[object]:
    """Each file by each of its players, and whether this one writes it."""
    for number, (file, name) in enumerate(zip(FILES, names(FILES), strict=True)):
        for playing in (found := players(number, file, whole=whole)):
            yield pytest.param(file, playing, playing is found[0], id=f"{name}-{playing.__name__}")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whoever writes the files again writes them all."""
    if "playing" in metafunc.fixturenames:
        whole = WHOLE or metafunc.config.getoption("--rewrite-transcripts")
        metafunc.parametrize(("file", "playing", "writes"), list(cases(whole=whole)))


def test_the_conversation_is_the_one_written(
    file: Path, playing: Playing, writes: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The same text by the engine alone, by the whole bot in memory, and on a file with a restart at each message."""
    transcript = read(file.read_text("utf-8"))
    with capture_logs() as logs:
        played = play(transcript, playing, tmp_path)
    if request.config.getoption("--rewrite-transcripts") and writes:
        file.write_text(file_of(transcript, played), "utf-8")
        transcript = read(file.read_text("utf-8"))
    for exchange, outcome in zip(transcript.exchanges, played, strict=True):
        assert outcome.splitlines() == exchange.expected.splitlines(), f"{file.name}: {exchange.line}"
    typed = [e.step.text for e in transcript.exchanges if isinstance(e.step, Message)]
    assert [text for text in typed if len(text) >= SHORTEST_CANARY and text in str(logs)] == []


@pytest.mark.parametrize("file", FILES, ids=names(FILES))
def test_a_transcript_opens_with_a_sentence_and_reads_as_it_is_written(file: Path) -> None:
    """Reading and writing back gives the same bytes, so that a rewrite shows only what changed."""
    text = file.read_text("utf-8")
    transcript = read(text)
    assert transcript.head.startswith("# ")
    assert transcript.head.splitlines()[0].endswith(".")
    assert file_of(transcript, [exchange.expected for exchange in transcript.exchanges]) == text


def test_a_line_that_is_nearly_an_input_is_refused() -> None:
    """A typing error in a transcript must not turn an input into something expected."""
    with pytest.raises(ValueError, match="MOI>"):
        read("# Un titre.\n\nMOI > bonjour\nBOT > Bonjour.\n\nMOI> oui\n")


def test_there_are_enough_conversations_in_each_language_and_pack() -> None:
    """Three kinds of conversation, each with enough examples."""
    count = {name: len(list((FOLDER / name).glob("*.txt"))) for name in ("fr", "en", "exemple")}
    assert count["fr"] >= 36
    assert count["en"] >= 6
    assert count["exemple"] >= 4


@pytest.mark.parametrize("pack", ["lille", "exemple"])
def test_the_welcome_fits_in_five_lines(pack: str) -> None:
    """What it is, that it is a program, what it keeps, how to stop, a human."""
    said = guide(pack).wording.say("fr", "welcome", hours=24)
    assert len(said.splitlines()) <= LONGEST_WELCOME
    for what in ("programme", "garde", "arrêter", "humain"):
        assert what in said
