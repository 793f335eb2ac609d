"""Synapse as a process: started on a free port, stopped and started again on the same data, never left behind."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import ProxyHandler, Request, build_opener

from tests.synapse.configuration import SERVER_NAME, SHARED_SECRET, written

READY_WITHIN = 90.0
ENDS_WITHIN = 15.0
_LAUNCHER = Path(__file__).with_name("launcher.py")
_OPENER = build_opener(ProxyHandler({}))


class NotStartedError(RuntimeError):
    """Synapse ended, or never answered; its own last words are in the message."""


class RefusedError(RuntimeError):
    """Synapse answered, and not what was asked."""


def synapse_python() -> Path:
    """The interpreter of the homeserver's environment, made by `make setup` beside ours."""
    return Path(sys.prefix) / "synapse" / "bin" / "python"


class Homeserver:
    """One homeserver and its data; `changes` are settings of Synapse, by name, that replace ours."""

    def __init__(self, folder: Path, changes: Mapping[str, object] | None = None) -> None:
        self.folder = folder
        self.changes: dict[str, object] = dict(changes or {})
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._admin_token = ""

    @property
    def url(self) -> str:
        """Where clients find it, the same after every start."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def name(self) -> str:
        """What follows the colon in a Matrix identifier."""
        return SERVER_NAME

    @property
    def running(self) -> bool:
        """True while the process lives, frozen or not."""
        return self._process is not None and self._process.poll() is None

    @property
    def process_id(self) -> int:
        """The process, for whoever measures or kills it."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start, and come back when it answers."""
        configuration = written(self.folder, self.port, self.changes)
        with (self.folder / "output.txt").open("ab") as output:
            self._process = subprocess.Popen(
                [synapse_python(), _LAUNCHER, "--config-path", configuration],
                cwd=self.folder,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                env={**os.environ, "PYTHONPATH": ""},
            )
        self._wait_until_it_answers()

    def stop(self) -> None:
        """Stop politely, then surely; does nothing to a server that is down."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Stop at once, as a power cut does."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """It accepts connections and answers nothing, until `thaw`."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """The end of `freeze`."""
        self._signal(signal.SIGCONT)

    def restart(self, **changes: object) -> None:
        """Stop and start on the same data and port, with these settings of Synapse changed."""
        self.stop()
        self.changes.update(changes)
        self.start()

    def register(self, name: str, password: str, *, admin: bool = False) -> None:
        """A new account, by the shared secret."""
        nonce = str(self.ask("GET", "/_synapse/admin/v1/register")["nonce"])
        words = (nonce, name, password, "admin" if admin else "notadmin")
        mac = hmac.new(SHARED_SECRET.encode(), "\0".join(words).encode(), hashlib.sha1).hexdigest()
        account = {"nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac}
        answer = self.ask("POST", "/_synapse/admin/v1/register", account)
        if admin:
            self._admin_token = str(answer["access_token"])

    def limit(self, user_id: str, per_second: int, burst: int) -> None:
        """From now on this person sends no more than this; nought lifts the limit."""
        if not self._admin_token:
            self.register("the-administrator", SHARED_SECRET, admin=True)
        path = f"/_synapse/admin/v1/users/{quote(user_id)}/override_ratelimit"
        self.ask("POST", path, {"messages_per_second": per_second, "burst_count": burst}, self._admin_token)

    def conflicts(self) -> int:
        """How often a device has published a key under the name of another one of its own: two people would
        have been given the same, or one that is lost."""
        return (self.folder / "synapse.log").read_text(encoding="utf-8").count(": 400 - One time key ")

    def ask(self, method: str, path: str, body: object = None, token: str = "") -> dict[str, object]:
        """One request and its JSON; blocks, so that coroutines call it from a thread."""
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        data = None if body is None else json.dumps(body).encode()
        try:
            with _OPENER.open(Request(self.url + path, data, headers, method=method), timeout=30) as answer:
                found = json.load(answer)
        except HTTPError as refused:
            with refused:
                raise RefusedError(f"{method} {path}: {refused.code} {refused.read().decode()}") from None
        assert isinstance(found, dict)
        return found

    def _wait_until_it_answers(self) -> None:
        assert self._process is not None
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise NotStartedError(self._last_words())
            try:
                self.ask("GET", "/_matrix/client/versions")
            except (URLError, OSError):
                time.sleep(0.05)
            else:
                return
        self.kill()
        raise NotStartedError(self._last_words())

    def _last_words(self) -> str:
        files = [self.folder / "output.txt", self.folder / "synapse.log"]
        return "\n".join(file.read_text(encoding="utf-8")[-2000:] for file in files if file.exists())

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def _end(self, number: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        process.send_signal(signal.SIGCONT)
        process.send_signal(number)
        try:
            process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdin.close()


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
