"""Starts the real program many times for the price of once: a process that has imported it forks for each start.

What starts is a process of its own, with its own files, environment, folder, signals and exit code: only the reading
of modules is shared. Run as `python -m tests.cli.nursery <descriptor>`, this is that process."""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
LENGTH = 4
IMPORTED_WITHIN = 60.0
LAYERS = ("handlers", "storage", "scheduler", "bot")
# Imported by the program itself, the first time that it does what few commands do.
LATE = ("alembic.command", "sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.postgresql.psycopg", "uvicorn.protocols")

Stream = IO[bytes] | int


class Program:
    """A started program: the part of subprocess.Popen that the tests use. Its end is read from `told`."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        stdin: Stream = subprocess.DEVNULL,
        stdout: Stream = subprocess.DEVNULL,
        stderr: Stream = subprocess.DEVNULL,
    ) -> None:
        self.returncode: int | None = None
        self.stdin: IO[bytes] | None = None
        self.stdout: IO[bytes] | None = None
        self._waiting = threading.Lock()
        self._told, told = os.pipe()
        closing = [told]
        if stdin == subprocess.PIPE:
            theirs, ours = os.pipe()
            closing.append(theirs)
            self.stdin, stdin = os.fdopen(ours, "wb"), theirs
        if stdout == subprocess.PIPE:
            ours, theirs = os.pipe()
            closing.append(theirs)
            self.stdout, stdout = os.fdopen(ours, "rb"), theirs
        empty = os.open(os.devnull, os.O_RDWR)
        closing.append(empty)
        streams = [empty if each == subprocess.DEVNULL else _number(each) for each in (stdin, stdout, stderr)]
        try:
            self.pid = _nursery().asked({"words": list(words), "cwd": str(cwd), "env": dict(env)}, [*streams, told])
        finally:
            for each in closing:
                os.close(each)

    def poll(self) -> int | None:
        """The exit code, or None while it lives."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, when it comes: minus the signal that ended it."""
        code = self._ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired(["boussole"], timeout or 0)
        return code

    def _ended(self, seconds: float | None) -> int | None:
        # Whoever only looks does not wait for whoever waits.
        if not self._waiting.acquire(blocking=seconds != 0):
            return self.returncode
        try:
            if self.returncode is None and select.select([self._told], [], [], seconds)[0]:
                said = os.read(self._told, 16)
                os.close(self._told)
                self.returncode = int(said) if said else -signal.SIGKILL
            return self.returncode
        finally:
            self._waiting.release()

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it lives."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """`kill -9`."""
        self.send_signal(signal.SIGKILL)

    def __del__(self) -> None:
        if self.returncode is None:
            os.close(self._told)


def _number(stream: Stream) -> int:
    return stream if isinstance(stream, int) else stream.fileno()


class Nursery:
    """The process that forks, and the way to ask it."""

    def __init__(self) -> None:
        self._door, theirs = socket.socketpair()
        self._turn = threading.Lock()
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        environment = {name: value for name, value in environment.items() if not name.startswith("BOUSSOLE_")}
        environment.pop("PYTHONUNBUFFERED", None)  # its streams are those of every fork
        # Pipes, so that what the modules keep of their standard streams is true of those they will have.
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.nursery", str(theirs.fileno())],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            pass_fds=[theirs.fileno()],
        )
        theirs.close()
        atexit.register(self.close)

    def asked(self, start: Mapping[str, object], streams: Sequence[int]) -> int:
        """Fork with these three streams and the pipe on which the end is told; returns the number of the process."""
        said = json.dumps(start).encode()
        with self._turn:
            socket.send_fds(self._door, [len(said).to_bytes(LENGTH, "big")], list(streams))
            self._door.sendall(said)
            return int.from_bytes(_read(self._door, LENGTH), "big")

    def close(self) -> None:
        """Let it end."""
        self._door.close()
        self._process.communicate()


@cache
def _nursery() -> Nursery:
    return Nursery()


def warmed() -> None:
    """Wait until a start costs no import: who measures lives does not count it."""
    Program(["--help"], cwd=ROOT, env=os.environ).wait(IMPORTED_WITHIN)


def _read(door: socket.socket, length: int) -> bytes:
    said = b""
    while len(said) < length and (more := door.recv(length - len(said))):
        said += more
    return said


def imported() -> None:
    """All that the program may need, the migrations aside; and the sentences of the packs and of the command line,
    whose reading is half of a start and is known again by their text."""
    for name in LAYERS:
        for module in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
            if not module.name.startswith("storage.migrations") and not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    for name in LATE:
        importlib.import_module(name)
    importlib.import_module("bot.sentences").sentence("")
    packs = importlib.import_module("bot.packs")
    for folder in packs.folders():
        packs.read(folder)


def serve(door: socket.socket) -> list[str] | None:
    """Fork whenever asked, and tell each end; in the fork, return the words of its command."""
    woken, wakes = os.pipe()
    os.set_blocking(wakes, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
    living: dict[int, int] = {}
    while True:
        ready, _, _ = select.select([door.fileno(), woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            _tell(living)
        if door.fileno() in ready:
            length, streams, _, _ = socket.recv_fds(door, LENGTH, 4)
            if not length:
                return None
            start = json.loads(_read(door, int.from_bytes(length, "big")))
            if (pid := os.fork()) == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                # Whatever runs the tests in the background has its programs ignore Ctrl-C, and so would ours.
                signal.signal(signal.SIGINT, signal.default_int_handler)
                door.detach()  # closed with the others, by number: not again when it is forgotten
                _become(start["cwd"], start["env"], streams)
                return [str(word) for word in start["words"]]
            living[pid] = streams.pop()
            for each in streams:
                os.close(each)
            door.sendall(pid.to_bytes(LENGTH, "big"))


def _tell(living: dict[int, int]) -> None:
    while living:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        told = living.pop(pid)
        # Nobody may be left to hear it.
        with suppress(BrokenPipeError):
            os.write(told, str(os.waitstatus_to_exitcode(status)).encode())
        os.close(told)


def _become(folder: str, environment: Mapping[str, str], streams: Sequence[int]) -> None:
    for number, stream in enumerate(streams[:3]):
        os.dup2(stream, number)
    os.closerange(3, 1024)
    os.chdir(folder)
    # What a module set when it was imported is set.
    kept = {name: value for name, value in os.environ.items() if name.startswith("PTB_")}
    os.environ.clear()
    os.environ.update({**kept, **environment})
    time.tzset()


def main() -> None:
    """Import, then fork; each fork goes on as `python -m bot`."""
    imported()
    assert threading.active_count() == 1
    gc.collect()
    gc.freeze()
    words = serve(socket.socket(fileno=int(sys.argv[1])))
    if words is not None:
        sys.argv = ["bot", *words]
        runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
