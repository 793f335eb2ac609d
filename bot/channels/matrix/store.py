"""Keeps what makes the bot's device itself: crypto store, session, signing keys. Only the bot reads them."""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import vodozemac
from nio.crypto import OlmAccount

from bot.channels.matrix.identity import Identity
from bot.channels.matrix.own_keys import DeviceKeys
from bot.channels.matrix.refused import MatrixRefused
from bot.private_files import write_private
from bot.settings import MatrixSettings

CRYPTO, SESSION, SIGNING, LOCK = "crypto.db", "session.json", "crosssigning.json", "lock"
RENEWED = "renewed"
FOLDER_MODE, FILE_MODE, OTHERS = 0o700, 0o600, 0o077
_FORMER = "former"


@dataclass(frozen=True, slots=True)
class Login:
    """A login that outlives the process: it is made once, for a restart must not make another device."""

    user_id: str
    device_id: str
    access_token: str


class Store:
    """The folder of one account. Looking changes nothing; `hold` must come before any writing."""

    def __init__(self, settings: MatrixSettings) -> None:
        self.folder = Path(settings.store_path)
        self.signing = Path(settings.cross_signing_file) if settings.cross_signing_file else self.folder / SIGNING
        self._pickle_key = settings.pickle_key
        self._lock: int | None = None

    def hold(self) -> None:
        """Make the folder ours alone; refused while another process holds it."""
        try:
            self.folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            for path in self.open_to_others():
                path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)
            self._lock = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT, FILE_MODE)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            raise MatrixRefused("cli-matrix-store-busy", path=str(self.folder)) from None
        except OSError:
            self.release()
            raise MatrixRefused("cli-matrix-store-closed", path=str(self.folder)) from None

    def release(self) -> None:
        """Let another process take it."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def open_to_others(self) -> list[Path]:
        """The files and the folder that other users of this machine could read."""
        return [path for path in self._files() if path.stat().st_mode & OTHERS]

    def _files(self) -> Iterator[Path]:
        if self.folder.is_dir():
            yield self.folder
            yield from (path for path in sorted(self.folder.iterdir()) if path.is_file())

    # --- The crypto store, which nio writes -------------------------------------------------------

    def device(self, user_id: str) -> str | None:
        """The device that this store belongs to, if it was ever used."""
        return next((device for user, device in self._accounts() if user == user_id), None)

    def keys(self, user_id: str, device_id: str) -> DeviceKeys | None:
        """The keys of this device; None if the store has never seen it. Refused if the key does not open it."""
        pickled = self._accounts().get((user_id, device_id))
        if pickled is None:
            return None
        try:
            identity = OlmAccount.from_pickle(pickled, self._pickle_key).identity_keys
        except (vodozemac.PickleException, vodozemac.LibolmPickleException):
            raise MatrixRefused("cli-matrix-pickle-key", path=str(self.folder / CRYPTO)) from None
        return DeviceKeys(identity["ed25519"], identity["curve25519"])

    def _accounts(self) -> dict[tuple[str, str], bytes]:
        path = self.folder / CRYPTO
        if not path.is_file() or not path.stat().st_size:
            return {}
        try:
            # Not `ro`: what a kill left half written must be taken back, even before it can be read.
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
                if not connection.execute("PRAGMA table_info(accounts)").fetchall():
                    return {}
                connection.row_factory = sqlite3.Row
                rows = connection.execute("SELECT * FROM accounts").fetchall()
        except sqlite3.DatabaseError:
            raise MatrixRefused("cli-matrix-store-damaged", path=str(path)) from None
        return {(row["user_id"], row["device_id"]): bytes(row["account"]) for row in rows}

    def secure(self) -> None:
        """Create the file before nio does, which would leave it open to others."""
        os.close(os.open(self.folder / CRYPTO, os.O_RDWR | os.O_CREAT, FILE_MODE))

    # --- The login and the signing keys -----------------------------------------------------------

    def login(self) -> Login | None:
        """The login of a former start."""
        path = self.folder / SESSION
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            return Login(kept["user_id"], kept["device_id"], kept["access_token"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            raise MatrixRefused("cli-matrix-file-unreadable", path=str(path)) from None

    def keep_login(self, login: Login) -> None:
        """Kept before anything is made of it."""
        kept = {"user_id": login.user_id, "device_id": login.device_id, "access_token": login.access_token}
        write_private(self.folder / SESSION, json.dumps(kept))

    def forget_login(self) -> None:
        """It was ended at once."""
        (self.folder / SESSION).unlink(missing_ok=True)

    def keep_renewed(self, device_id: str) -> None:
        """This device takes the place of one whose keys are lost, which people are still to be told."""
        write_private(self.folder / RENEWED, device_id)

    def renewed(self) -> str | None:
        """The device that people are still to be told of."""
        try:
            return (self.folder / RENEWED).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None

    def forget_renewed(self) -> None:
        """They will be, whatever happens now."""
        (self.folder / RENEWED).unlink(missing_ok=True)

    def identity(self) -> Identity | None:
        """The keys that sign the bot's devices; None if there are none yet."""
        try:
            return Identity.read(self.signing.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            raise MatrixRefused("cli-matrix-file-unreadable", path=str(self.signing)) from None

    def keep_identity(self, identity: Identity) -> None:
        """Kept before the server learns of them."""
        try:
            write_private(self.signing, identity.written())
        except OSError:
            raise MatrixRefused("cli-matrix-signing-unwritable", path=str(self.signing)) from None

    def set_aside(self, *, signing: bool) -> None:
        """Move the device's files, and the signing keys too if asked, where an operator can still find them."""
        number = next(n for n in range(1, 1000) if not (self.folder / f"{_FORMER}-{n}").exists())
        former = self.folder / f"{_FORMER}-{number}"
        former.mkdir(mode=FOLDER_MODE)
        paths = [self.folder / name for name in (SESSION, CRYPTO, f"{CRYPTO}-journal")]
        for path in [*paths, *([self.signing] if signing else [])]:
            with suppress(FileNotFoundError):
                path.rename(former / path.name)
