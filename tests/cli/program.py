"""Starts the real program and speaks to it as any other program would: a line in, lines out."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from tests.cli.nursery import Program

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "bot")
PATIENCE = 60.0

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def sentences(self) -> list[str]:
        """What is said on standard error, besides the logs."""
        return [line for line in self.err.splitlines() if not line.startswith('{"')]

    @property
    def refused(self) -> bool:
        """True if it said why in one sentence, and ended by 1."""
        return self.code == 1 and [len(line) > 20 for line in self.sentences] == [True]

    @property
    def lines(self) -> list[Line]:
        """Standard output as JSON, line by line."""
        return [json.loads(line) for line in self.out.splitlines()]


# Without it `run` speaks to nobody.
NAMED = {"BOUSSOLE_NOTICE__CONTROLLER": "Métropole d'essai", "BOUSSOLE_NOTICE__CONTACT": "donnees@metropole.example"}


def surroundings(**changes: str) -> dict[str, str]:
    """The environment of whoever runs the tests, with no setting of the bot but who answers for the data."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOUSSOLE_")}
    kept.pop("PYTHONUNBUFFERED", None)  # it would write at once what the program forgets to
    return {**kept, **NAMED, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **changes}


def ran(*words: str | Path, said: str | bytes = "", folder: Path = ROOT, **changes: str) -> Ended:
    """The whole life of one command; a traceback is never an answer."""
    given = said.encode() if isinstance(said, str) else said
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        streams: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": out, "stderr": err}
        program = Program([*map(str, words)], cwd=folder, env=surroundings(**changes), **streams)
        try:
            assert program.stdin is not None
            with suppress(BrokenPipeError), program.stdin:
                program.stdin.write(given)
            code = program.wait(PATIENCE)
        finally:
            program.kill()
        out.seek(0)
        err.seek(0)
        ended = Ended(code, out.read().decode(), err.read().decode())
    assert "Traceback" not in ended.out + ended.err, ended.err
    return ended


class Silent(AssertionError):
    """The program said nothing more, or ended."""


@dataclass(slots=True)
class Answer:
    """What the program wrote for one line, up to `done`."""

    messages: list[Line] = field(default_factory=list)
    errors: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was said, one message after the other."""
        return "\n\n".join(message["text"] for message in self.messages)

    @property
    def choices(self) -> list[Line]:
        """The buttons of all the messages."""
        return [choice for message in self.messages for choice in message["choices"]]

    @property
    def ids(self) -> list[str]:
        """The ids of these buttons."""
        return [choice["id"] for choice in self.choices]

    @property
    def kinds(self) -> list[str]:
        """The kinds of the messages."""
        return [message["kind"] for message in self.messages]

    @property
    def doors(self) -> list[str]:
        """The doors offered, in order."""
        opening = "orientation/scheme:"
        return [id.removeprefix(opening) for id in self.ids if id.startswith(opening)]


class Talk:
    """A running `chat --json`. `owed` is what it sent before it was ready."""

    def __init__(self, *options: str | Path, **changes: str) -> None:
        self._said = ""
        self._err: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the program
        words, streams = ["chat", "--json", *map(str, options)], {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = Program(words, cwd=ROOT, env=surroundings(**changes), stderr=self._err, **streams)
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.owed: list[Line] = []
        try:
            while "ready" not in (line := self.heard()):
                self.owed.append(line)
        except Silent:
            self._ended()
            raise

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(b"")

    def heard(self) -> Line:
        """The next line; raises Silent when there is none."""
        line = self._lines.get(timeout=PATIENCE)
        if not line.endswith(b"\n"):  # the end, or what a killed process had begun to write
            self._lines.put(b"")
            raise Silent(self.err)
        read: Line = json.loads(line)
        return read

    def write(self, line: Line | str | bytes) -> None:
        """Send one line, and do not wait."""
        text = json.dumps(line, ensure_ascii=False) if isinstance(line, dict) else line
        assert self.process.stdin is not None
        self.process.stdin.write((text.encode() if isinstance(text, str) else text) + b"\n")
        self.process.stdin.flush()

    def send(self, line: Line | str | bytes) -> Answer:
        """Send one line, and return what it caused."""
        self.write(line)
        return self.answer()

    def answer(self) -> Answer:
        """What comes up to the next `done`."""
        answer = Answer()
        while (line := self.heard()) != {"done": True}:
            (answer.errors if "error" in line else answer.messages).append(line)
        return answer

    def text(self, text: str, who: str = "u1", **more: object) -> Answer:
        """Someone types this."""
        return self.send({"from": who, "text": text, **more})

    def tap(self, choice: str, who: str = "u1", **more: object) -> Answer:
        """Someone taps this."""
        return self.send({"from": who, "choice": choice, **more})

    def clock(self, instant: str, **more: object) -> Answer:
        """Time goes on."""
        return self.send({"clock": instant, **more})

    @property
    def err(self) -> str:
        """What was written on standard error so far."""
        if not self._err.closed:
            self._err.seek(0)
            self._said = self._err.read().decode()
        return self._said

    def kill(self) -> None:
        """`kill -9`; what was written before is still to be read."""
        self.process.kill()
        self._ended()

    def close(self) -> int:
        """The end of the input; returns the exit code."""
        assert self.process.stdin is not None
        if not self.process.stdin.closed:
            self.process.stdin.close()
        return self._ended()

    def _ended(self) -> int:
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        said = self.err
        for stream in (self.process.stdin, self.process.stdout, self._err):
            with suppress(BrokenPipeError):
                assert stream is not None
                stream.close()
        assert "Traceback" not in said, said
        return code


@contextmanager
def talking(*options: str | Path, **changes: str) -> Iterator[Talk]:
    """A running `chat --json`, ended afterwards whatever happened."""
    talk = Talk(*options, **changes)
    try:
        yield talk
    except BaseException:
        talk.process.kill()
        raise
    finally:
        talk.close()
