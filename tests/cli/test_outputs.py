"""Nobody reads, nothing can be written: no traceback, and nothing is lost (fault F58)."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import IO

import pytest

from tests.cli.nursery import Program
from tests.cli.program import PATIENCE, PROGRAM, ROOT, Ended, surroundings, talking
from tests.databases import Home

FULL = Path("/dev/full")


def to(out: IO[bytes], *words: str, said: str = "") -> Ended:
    """A command whose standard output is something else than a pipe that is read."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as err:
        given.write(said.encode())
        given.seek(0)
        code = Program(words, cwd=ROOT, env=surroundings(), stdin=given, stdout=out, stderr=err).wait(60)
        err.seek(0)
        return Ended(code, "", err.read().decode())


FULL_SAID = "La sortie est pleine : rien de plus ne peut y être écrit."
HELLO = '{"from": "u1", "text": "bonjour"}\n'
GOOD = '{"etape": "idee", "territoire": "region"}\n'
TALKATIVE = {
    "chat json": (("chat", "--json"), HELLO),
    "chat": (("chat",), "bonjour\n"),
    "orient": (("orient", "--answers", "-"), GOOD * 2000),
    "paths": (("paths",), ""),
    "tree": (("tree",), ""),
    "check": (("check",), ""),
    "doctor": (("doctor",), ""),
    "demo": (("demo",), ""),
}


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("name", TALKATIVE)
def test_an_output_that_is_full_ends_the_command_without_a_traceback(name: str) -> None:
    """Exit code 1, one line at most."""
    words, said = TALKATIVE[name]
    with FULL.open("wb") as full:
        ended = to(full, *words, said=said)
    assert not re.search("Traceback|Exception", ended.err)
    assert ended.code == 1
    assert ended.sentences in ([FULL_SAID], []), ended.err


@pytest.mark.parametrize("name", TALKATIVE)
def test_an_output_that_nobody_reads_ends_the_command_quietly(name: str) -> None:
    """As `| head` does."""
    words, said = TALKATIVE[name]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ended = to(pipe, *words, said=said)
    assert (ended.code, ended.sentences) == (1, [])


def test_what_could_not_be_printed_is_owed_to_the_next_start(file_home: Home) -> None:
    """The reader leaves once the program is ready: the message is committed, its reply is not lost. On a file:
    on a server the next start waits for the end of a lease."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [*PROGRAM, "chat", "--json", "--db", file_home.url],
        stdin=subprocess.PIPE, stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, env=surroundings(),
    )  # fmt: skip
    os.close(writing)
    assert os.read(reading, 100) == b'{"ready": true}\n'
    os.close(reading)
    process.communicate(HELLO.encode(), timeout=60)
    assert process.returncode == 1
    with talking("--db", file_home.url) as talk:
        assert "programme" in talk.owed[0]["text"]


@pytest.mark.row("F58")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_makes_no_traceback(closed: str, tmp_path: Path) -> None:
    """Whatever the caller left open."""
    words = " ".join(f"'{word}'" for word in (*PROGRAM, "chat", "--json"))
    done = subprocess.run(
        ["/bin/sh", "-c", f"echo '{HELLO.strip()}' | {words} {closed}"],
        capture_output=True, text=True, cwd=ROOT, env=surroundings(), timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def test_programs_read_and_write_the_same_letters_whatever_the_environment_says() -> None:
    """Services are started with an environment that knows no accents. Not one of the nursery's: its streams are open
    before."""
    done = subprocess.run(
        [*PROGRAM, "orient", "--answers", "-"], check=False, input='{"etape": "é"}\n'.encode(), capture_output=True,
        cwd=ROOT, env=surroundings(PYTHONUTF8="0", PYTHONIOENCODING="ascii"), timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr, "« é »" in done.stdout.decode()) == (1, b"", True)


def test_whoever_interrupts_a_conversation_types_nothing_more() -> None:
    """Ctrl-C while it waits for a line, which never comes."""
    with talking() as talk:
        talk.text("bonjour")
        talk.process.send_signal(signal.SIGINT)
        assert (talk.process.wait(PATIENCE), talk.err) == (130, "")
