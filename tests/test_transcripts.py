"""Whole conversations, as people live them: every file of tests/transcripts says what is heard, to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.conversation import guide
from tests.players import PLAYERS, Playing, by_engine, by_terminal, play
from tests.transcript import Message, file_of, read

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.rglob("*.txt"))
LONGEST_WELCOME = 5
SHORTEST_CANARY = 6


def names(files: list[Path]) -> list[str]:
    """The name of each file, to be chosen with -k."""
    return [str(file.relative_to(FOLDER).with_suffix("")) for file in files]


def cases() -> Iterator[object]:
    """Each file by each player that can play it."""
    for file, name in zip(FILES, names(FILES), strict=True):
        stored = read(file.read_text("utf-8")).stored
        for playing in PLAYERS[1:] if stored else PLAYERS:
            yield pytest.param(file, playing, id=f"{name}-{playing.__name__}")


@pytest.mark.parametrize(("file", "playing"), list(cases()))
def test_the_conversation_is_the_one_written(
    file: Path, playing: Playing, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The same text by the engine alone, by the whole bot in memory, and on a file with a restart at each message."""
    transcript = read(file.read_text("utf-8"))
    with capture_logs() as logs:
        played = play(transcript, playing, tmp_path)
    writer = by_terminal if transcript.stored else by_engine
    if request.config.getoption("--rewrite-transcripts") and playing is writer:
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
