"""The real program on Matrix, started as often as a test wants."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from storage.database import open_database
from tests.bot.running import Bot
from tests.channels.matrix.rig import PICKLE_KEY
from tests.synapse.fixtures import Synapse


class Matrix:
    """One configuration."""

    def __init__(self, synapse: Synapse, account: tuple[str, str], folder: Path) -> None:
        self.user_id, password = account
        self.folder = folder
        self.settings = {
            "MATRIX__HOMESERVER": synapse.url,
            "MATRIX__USER": self.user_id,
            "MATRIX__PASSWORD": password,
            "MATRIX__PICKLE_KEY": PICKLE_KEY,
            "MATRIX__STORE_PATH": str(folder / "keys"),
        }
        self.started: list[Bot] = []

    def start(self) -> Bot:
        """A process, ready or not."""
        self.started.append(Bot(self.folder, None, **self.settings))
        return self.started[-1]

    def received(self) -> int:
        """How many messages were played."""
        database = open_database(f"sqlite:///{self.folder}/boussole.db")
        with database.read() as connection:
            count = connection.execute(text("SELECT count(*) FROM inbound")).scalar_one()
        database.close()
        return int(count)

    def end(self) -> None:
        """Leave none behind."""
        for bot in self.started:
            bot.process.kill()
            bot.process.wait()
